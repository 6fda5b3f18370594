"""Invents what few forms ask for: other names, blood groups, declared absences, residence files.

Each person has a draw of their own, so that nobody else changes when something is added here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from counter_app.domain.citizen import Absence, Particular
from counter_app.domain.citizen_id import CitizenId
from counter_app.gateways.specimen.draw import Draw
from counter_app.gateways.specimen.living import Living
from counter_app.gateways.specimen.members import Member

_BLOOD_GROUPS = {"": 30, "O": 30, "B": 21, "A": 15, "AB": 4}
"""How often each is in a record; of three in ten people it is not known."""
_LONGEST_AWAY_DAYS = 700
_PLACES_AMONG_SIBLINGS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Út")


@dataclass(frozen=True, slots=True)
class Particulars:
    """What one record keeps of it; empty where it keeps nothing."""

    other_name: str
    blood_group: str
    absence: Absence | None
    lodging_until: date | None


def particulars_of(member: Member, living: Living, today: date) -> Particulars:
    """Draw for one person; most who lodge elsewhere have told that they are away from home."""
    draw = Draw(int(member.citizen_id.digits))
    group = draw.weighted(_BLOOD_GROUPS)
    since = today - timedelta(days=draw.number(20, _LONGEST_AWAY_DAYS))
    until = today + timedelta(days=draw.number(20, _LONGEST_AWAY_DAYS)) if draw.chance(0.5) else None
    lodging = living.lodging
    is_away = lodging is not None and draw.chance(0.8)
    place = f"{lodging.commune}, {lodging.province}" if lodging else ""
    called = f"{draw.one(_PLACES_AMONG_SIBLINGS)} {member.full_name.split()[-1]}"
    return Particulars(
        other_name=called if draw.chance(0.05) else "",
        blood_group=group,
        absence=Absence(since, until, place) if is_away else None,
        lodging_until=since + timedelta(days=2 * 365) if lodging else None,
    )


def residence_file(head: CitizenId) -> Particular:
    """Give a household the number of its residence file."""
    return Particular("Số hồ sơ cư trú", f"000.{Draw(int(head.digits)).number(1, 999_999):06}")
