"""The chain of history held against itself and its seals: where lines were altered, taken out or cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from counter_app.domain.history import FIRST_LINK, link_of

SEALED = "history"
"""What seals are about, as they are kept among other records."""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line of history as it lies on disk, nothing read into it; ``number`` counts from 1 without gaps."""

    number: int
    deed: str
    subject: str
    official_sign: str
    at: str
    outcome: str
    reason: str
    link: str

    @property
    def moment(self) -> datetime:
        """When it was done; raises ValueError where that was altered beyond reading."""
        return datetime.fromisoformat(self.at)

    @property
    def is_dated(self) -> bool:
        """Say whether the moment can be read; where it was altered, verifying tells."""
        try:
            return self.moment.tzinfo is not None
        except ValueError:
            return False

    def fits(self, previous: str) -> bool:
        """Say whether the link is the one of these words after the line before."""
        said = (self.deed, self.subject, self.official_sign, self.at, self.outcome, self.reason)
        return link_of(previous, said) == self.link


@dataclass(frozen=True, slots=True)
class HistorySeal:
    """A desk's signature (Ed25519, hex) on how far history went and what its last link was then."""

    number: int
    link: str
    at: datetime
    key_id: str
    signature: str
    subject: str = SEALED

    @property
    def message(self) -> bytes:
        """The words that are signed."""
        return seal_message(self.number, self.link, self.at)


def seal_message(number: int, link: str, at: datetime) -> bytes:
    """Write what a seal signs; no citizen's data is in it."""
    return f"history\n{number}\n{link}\n{at.isoformat()}".encode()


class Damage(StrEnum):
    """What was done to history."""

    ALTERED = "altered"
    MISSING = "missing"
    CUT_OFF = "cut_off"
    REWRITTEN = "rewritten"
    FORGED_SEAL = "forged_seal"


@dataclass(frozen=True, slots=True)
class Break:
    """Where history is not what was written: the lines from ``first`` to ``last``, both among them."""

    damage: Damage
    first: int
    last: int


def breaks_in(
    lines: Iterable[KeptLine], seals: Sequence[HistorySeal], is_genuine: Callable[[HistorySeal], bool]
) -> tuple[Break, ...]:
    """Find every place where the chain or a seal does not hold; nothing where all is as it was written.

    An altered line is named by its number, or by the next one where its link was altered. Who rewrites all
    links from a line on is found by the first seal behind it: ``REWRITTEN`` names the lines since the seal
    before. Lines missing at the end are found by a seal that went further.
    """
    links = {seal.number: "" for seal in seals}
    found, last = [], 0
    previous = FIRST_LINK
    for line in lines:
        if line.number > last + 1:
            found.append(Break(Damage.MISSING, last + 1, line.number - 1))
        elif not line.fits(previous):
            found.append(Break(Damage.ALTERED, line.number, line.number))
        previous, last = line.link, line.number
        if line.number in links:
            links[line.number] = line.link
    return (*found, *_unsealed(sorted(seals, key=lambda seal: seal.number), links, last, is_genuine))


def _unsealed(
    seals: Iterable[HistorySeal], links: dict[int, str], last: int, is_genuine: Callable[[HistorySeal], bool]
) -> Iterator[Break]:
    held, furthest = 0, last
    for seal in seals:
        if not is_genuine(seal):
            yield Break(Damage.FORGED_SEAL, seal.number, seal.number)
        elif seal.number > last:
            furthest = max(furthest, seal.number)
        elif links[seal.number] not in ("", seal.link):
            yield Break(Damage.REWRITTEN, held + 1, seal.number)
        else:
            held = seal.number
    if furthest > last:
        yield Break(Damage.CUT_OFF, last + 1, furthest)
