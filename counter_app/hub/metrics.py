"""Counts and times for Prometheus: requests, entries by what became of them, look-ups."""

from __future__ import annotations

from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from counter_app.wire.entries import Receipt

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """One process's counters."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "counter_hub_requests", "Requests answered", ("route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "counter_hub_request_seconds",
            "Time to answer",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._entries = Counter(
            "counter_hub_entries",
            "Entries by what became of them",
            ("outcome", "reason"),
            registry=self._registry,
        )
        self._look_ups = Counter(
            "counter_hub_look_ups", "Look-ups by what came of them", ("outcome",), registry=self._registry
        )
        self._at_once = Gauge("counter_hub_requests_at_once", "Requests in hand", registry=self._registry)

    def began(self) -> None:
        """Count a request that is in hand."""
        self._at_once.inc()

    def answered(self, route: str, status: int, seconds: float) -> None:
        """Count a request that was answered."""
        self._at_once.dec()
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def receipts(self, receipts: Iterable[Receipt]) -> None:
        """Count what became of entries."""
        for receipt in receipts:
            self._entries.labels(receipt.outcome.value, receipt.reason).inc()

    def looked_up(self, outcome: str) -> None:
        """Count a look-up."""
        self._look_ups.labels(outcome).inc()

    def text(self) -> bytes:
        """Write them as Prometheus reads them."""
        return generate_latest(self._registry)
