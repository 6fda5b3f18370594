"""What a card says to one camera, frame after frame: its code, the lines on its back, and what hinders."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.card_payload import looks_like_card
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.mrz import MachineReadableZone, read_zone
from counter_app.domain.typed_scan import card_number
from scanning.frames import Frame
from scanning.mrz import read_mrz
from scanning.payload import Look as Sightings
from scanning.payload import Payload
from scanning.qr import CodeReader, read_again
from scanning.view import ViewHint, ViewJudge

_LIVE_MS = 45
"""For the codes of one frame: what takes longer misses frames in which the card lies still."""
_CODE_FIRST_S = 1.0
_ZONE_EVERY_S, _ZONE_EVERY_S_IF_NOTHING = 0.4, 1.6
"""Lines are looked for seldom: that costs more than codes do, and the code is read by most cards."""
_TWO_FOR_S = 1.0
_ZONE_MS = 150
_PARTS_OF_2021 = 7


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What one frame said: the codes in it, the lines of a card's back, and what hinders the camera.

    ``two_cards``: more than one was seen a moment ago, so nobody knows whose turn it is.
    """

    taken_at: float
    payloads: tuple[Payload, ...]
    hint: ViewHint | None
    zone: MachineReadableZone | None = None
    two_cards: bool = False
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class ZoneBeside:
    """The lines that stood beside a code in one picture, and the number that the code says."""

    in_code: CitizenId
    zone: MachineReadableZone


class CardReader:
    """Reads frame after frame of one camera, on one thread at a time; times are the frames' own."""

    def __init__(self) -> None:
        self._codes = CodeReader()
        self._judge = ViewJudge(looks_like_card)
        self._zone_after: float | None = None
        self._two_until = 0.0
        self._asked_again: str | None = None

    def look(self, frame: Frame) -> Look:
        """Read the code of a frame; where none was read for a second, now and then the lines instead."""
        at, seen = frame.taken_at, self._codes.look(frame, budget_ms=_LIVE_MS)
        hint = self._judge.judge(frame, seen)
        if len({number_in(code.text) for code in seen.payloads} - {None}) > 1:
            self._two_until = at + _TWO_FOR_S
        two = at < self._two_until
        zone = self._zone(frame, seen, hint)
        payloads = seen.payloads + self._second_opinion(frame, seen)
        return Look(at, payloads, ViewHint.TWO_CARDS if two else hint, zone, two, frame)

    def _second_opinion(self, frame: Frame, seen: Sightings) -> tuple[Payload, ...]:
        """Ask another engine for a text that does not vouch for itself, rather than wait for a frame."""
        doubtful = (read for read in seen.payloads if read.text and not looks_like_card(read.text))
        read = next(doubtful, None)
        if read is None or read.text == self._asked_again:
            return ()
        self._asked_again = read.text
        return read_again(frame, read)

    def _zone(self, frame: Frame, seen: Sightings, hint: ViewHint | None) -> MachineReadableZone | None:
        """Look for lines when it is time to, and once at the very start: a card may have been left lying."""
        at, begins = frame.taken_at, self._zone_after is None
        if seen.payloads:
            self._zone_after = at + _CODE_FIRST_S
        if seen.payloads or hint is ViewHint.TOO_DARK or (self._zone_after or 0.0) > at:
            return None
        zone = zone_in(frame)
        something = zone is not None or hint is not None or bool(seen.unread)
        pause = _ZONE_EVERY_S if something else _ZONE_EVERY_S_IF_NOTHING
        self._zone_after = at + (_CODE_FIRST_S if begins else pause)
        return zone


def zone_in(frame: Frame, *, budget_ms: float = _ZONE_MS) -> MachineReadableZone | None:
    """Read the lines of a card's back, provided that every check digit holds."""
    read = read_mrz(frame, budget_ms=budget_ms)
    return None if read is None else read_zone(read.text, read.doubtful)


def number_in(text: str | None) -> CitizenId | None:
    """Give the number of a citizen card's code; None for any other code."""
    return card_number(text) if text else None


def has_zone_beside(text: str) -> bool:
    """Tell whether a code is of a card that bears code and lines on one side: those since July 2024."""
    return number_in(text) is not None and text.count("|") >= _PARTS_OF_2021
