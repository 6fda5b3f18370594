"""Steadiness of a card's machine-readable lines: read twice alike, and let through once."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.mrz import MachineReadableZone

_FORGET_AFTER_S = 3.0


class SteadyZone:
    """Lets a zone through once it was read twice with the same number and dates, while it stays in view.

    Check digits guard number and dates. Nothing guards sex and name, so of these only that is let through in
    which both readings agree, or which one of them left out. Times are monotonic seconds.
    """

    def __init__(self) -> None:
        self._last: MachineReadableZone | None = None
        self._seen_at = 0.0
        self._let_through: CitizenId | None = None

    def feed(self, zone: MachineReadableZone | None, at: float) -> MachineReadableZone | None:
        """Take what one frame said; give a zone that has just become sure."""
        if at - self._seen_at > _FORGET_AFTER_S:
            self.reset()
        if zone is None:
            return None
        before, self._last, self._seen_at = self._last, zone, at
        if before is None or _guarded(before) != _guarded(zone) or zone.citizen_id == self._let_through:
            return None
        self._let_through = zone.citizen_id
        return _agreed(before, zone)

    def reset(self) -> None:
        """Forget every card, also the one in view."""
        self._last = self._let_through = None


def _guarded(zone: MachineReadableZone) -> tuple[object, ...]:
    return zone.citizen_id, zone.born_on, zone.expires_on


def _agreed(one: MachineReadableZone, other: MachineReadableZone) -> MachineReadableZone:
    letters = {zone.name_letters: zone for zone in (one, other) if zone.name_letters}
    sexes = {zone.sex for zone in (one, other)} - {None}
    named = next(iter(letters.values())) if len(letters) == 1 else replace(one, name_letters="")
    return replace(named, sex=sexes.pop() if len(sexes) == 1 else None)
