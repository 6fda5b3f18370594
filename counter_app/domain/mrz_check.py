"""The machine-readable zone laid beside the QR of the same card: whether both speak of one person."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.citizen import CitizenCard
from counter_app.domain.mrz import MachineReadableZone

_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class ZoneAspect(StrEnum):
    """What the two sides of a card both say."""

    CITIZEN_ID = "citizen_id"
    BORN_ON = "born_on"
    SEX = "sex"
    FULL_NAME = "full_name"


@dataclass(frozen=True, slots=True)
class ZoneDifference:
    """One aspect in which QR and zone do not agree, as each has it."""

    aspect: ZoneAspect
    in_code: str
    in_zone: str


def zone_differences(card: CitizenCard, zone: MachineReadableZone) -> tuple[ZoneDifference, ...]:
    """Lay a card's QR beside its zone; what one of them does not say is no difference."""
    same_name = fits_letters(card.full_name, zone.name_letters, cut=zone.name_is_cut)
    pairs = (
        (ZoneAspect.CITIZEN_ID, card.citizen_id.digits, zone.citizen_id.digits, False),
        (ZoneAspect.BORN_ON, str(card.born_on or ""), str(zone.born_on), False),
        (ZoneAspect.SEX, card.sex or "", zone.sex or "", False),
        (ZoneAspect.FULL_NAME, card.full_name, zone.name_letters, same_name),
    )
    return tuple(
        ZoneDifference(aspect, in_code, in_zone)
        for aspect, in_code, in_zone, alike in pairs
        if in_code and in_zone and not (alike or in_code == in_zone)
    )


def fits_letters(full_name: str, letters: str, *, cut: bool = False) -> bool:
    """Tell whether a name, its marks taken off, is the one that a zone's letters stand for.

    Hyphens and apostrophes may be left out or parted at. Where the line was ``cut``, each word of the
    letters needs to begin a word of the name, in order.
    """
    if not cut:
        return _bare(full_name) == _bare(letters)
    words = iter([_bare(word) for word in full_name.replace("-", " ").split()])
    return all(any(word.startswith(part) for word in words) for part in letters.split())


def _bare(name: str) -> str:
    """Leave the letters A to Z of a name: marks fall off, Đ becomes D."""
    plain = unicodedata.normalize("NFD", name.upper()).replace("Đ", "D")
    return "".join(letter for letter in plain if letter in _LETTERS)
