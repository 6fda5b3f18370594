"""Fits the hub's pieces together from its settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from counter_app.hub.blobs import Blobs, open_blobs
from counter_app.hub.bundles import Bundles
from counter_app.hub.changes import News
from counter_app.hub.clock import Clock, SystemClock
from counter_app.hub.conflicts import Decisions
from counter_app.hub.database import Database
from counter_app.hub.devices import Devices
from counter_app.hub.keys import HubKey, hub_key
from counter_app.hub.ledger import Ledger
from counter_app.hub.metrics import Metrics
from counter_app.hub.national import Access, NationalRegistry
from counter_app.hub.numbers import Numbers
from counter_app.hub.pages import StatusPages
from counter_app.hub.papers import Papers
from counter_app.hub.population import Population, Registry
from counter_app.hub.settings import LimitSettings, PopulationSettings, Settings, Upstream
from counter_app.hub.specimen import read_specimen


@dataclass(frozen=True, slots=True)
class Hub:
    """Everything that routes and commands use."""

    clock: Clock
    key: HubKey
    database: Database
    devices: Devices
    ledger: Ledger
    numbers: Numbers
    papers: Papers
    bundles: Bundles
    news: News
    decisions: Decisions
    population: Population
    pages: StatusPages
    metrics: Metrics
    limits: LimitSettings
    training: bool


@dataclass(frozen=True, slots=True)
class Outside:
    """What the hub stands on: its clock, key, database, papers' place, and who knows the population.

    ``training`` says that it keeps nothing of real citizens.
    """

    clock: Clock
    key: HubKey
    database: Database
    blobs: Blobs
    registry: Registry | None
    training: bool = False


def open_hub(path: Path, settings: Settings, clock: Clock | None = None) -> Hub:
    """Open the hub whose settings stand in a file; raises SetupError. Paths in it begin beside the file."""
    beside = path.parent
    time = clock or SystemClock()
    outside = Outside(
        clock=time,
        key=hub_key(beside / settings.secret),
        database=Database(settings.database.url, settings.database.connections),
        blobs=open_blobs(settings.papers, beside),
        registry=_registry(settings.population, beside, time),
        training=settings.training,
    )
    return fit(outside, settings.limits)


def fit(outside: Outside, limits: LimitSettings) -> Hub:
    """Fit the pieces together."""
    clock, database, key = outside.clock, outside.database, outside.key
    devices, ledger = Devices(database, clock), Ledger(database, clock)
    papers = Papers(database, outside.blobs, clock)
    return Hub(
        clock=clock,
        key=key,
        database=database,
        devices=devices,
        ledger=ledger,
        numbers=Numbers(database, clock),
        papers=papers,
        bundles=Bundles(key, devices, papers, ledger, clock),
        news=News(database, clock, key),
        decisions=Decisions(database, clock),
        population=Population(database, clock, key, outside.registry),
        pages=StatusPages(database, devices, clock),
        metrics=Metrics(),
        limits=limits,
        training=outside.training,
    )


def _registry(settings: PopulationSettings, beside: Path, clock: Clock) -> Registry | None:
    if settings.upstream is Upstream.SPECIMEN:
        return read_specimen(beside / settings.file)
    if settings.upstream is Upstream.NATIONAL:
        access = Access(
            settings.url,
            settings.username,
            settings.secret,
            settings.api_key,
            settings.client,
            settings.integration_code,
            settings.unit_code,
        )
        return NationalRegistry(access, clock, settings.seconds)
    return None
