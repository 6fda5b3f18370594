"""What an inspection of a desk tells: one line a finding, or one JSON object."""

from __future__ import annotations

import json
from dataclasses import dataclass

from counter_app.domain.history_check import Break, Damage
from counter_app.services.inspection import Oddity, OddLook, Wholeness

_DAMAGES = {
    Damage.ALTERED: "altered",
    Damage.MISSING: "taken out",
    Damage.CUT_OFF: "cut off at the end",
    Damage.REWRITTEN: "written anew, links and all, somewhere among these",
    Damage.FORGED_SEAL: "under a seal that no known desk has made",
}
_ODDITIES = {
    Oddity.LED_TO_NOTHING: "looked a record up and began no dossier",
    Oddity.OUT_OF_HOURS: "looked outside the office's hours",
    Oddity.MANY: "looked {count} times within an hour",
    Oddity.MANY_SEARCHES: "searched the register {count} times within an hour",
}


@dataclass(frozen=True, slots=True)
class InspectionReport:
    """What was found; ``odd`` is empty where only the chain was asked about."""

    wholeness: Wholeness
    odd: tuple[OddLook, ...]

    @property
    def is_whole(self) -> bool:
        """Whether history is what was written."""
        return not self.wholeness.breaks

    def as_text(self) -> str:
        """Say it in lines."""
        whole = self.wholeness
        state = "whole" if self.is_whole else "NOT whole"
        head = f"history: {whole.lines} lines, sealed up to {whole.sealed_until}, {state}"
        return "\n".join((head, *map(_of_break, whole.breaks), *map(_of_look, self.odd)))

    def as_json(self) -> str:
        """Write it as one JSON object."""
        whole = self.wholeness
        breaks = [{"damage": one.damage, "first": one.first, "last": one.last} for one in whole.breaks]
        looks = [
            {
                "oddity": odd.oddity,
                "official": odd.official_sign,
                "line": odd.number,
                "at": odd.at.isoformat(),
                "count": odd.count,
            }
            for odd in self.odd
        ]
        shown = {"lines": whole.lines, "sealed_until": whole.sealed_until, "is_whole": self.is_whole}
        return json.dumps({**shown, "breaks": breaks, "looks": looks}, ensure_ascii=False, indent=2)


def _of_break(found: Break) -> str:
    where = f"line {found.first}" if found.first == found.last else f"lines {found.first} to {found.last}"
    return f"{where}: {_DAMAGES[found.damage]}"


def _of_look(odd: OddLook) -> str:
    words = _ODDITIES[odd.oddity].format(count=odd.count)
    return f"line {odd.number}, {odd.at:%d/%m/%Y %H:%M}: {odd.official_sign} {words}"
