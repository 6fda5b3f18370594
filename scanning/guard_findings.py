"""What can be wrong with a picture of a page, where on the page, how badly, and the light that follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce

from scanning.page_text import Box


class Light(StrEnum):
    """Say what the official has to do: nothing, look at it, or take it again."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Complaint(StrEnum):
    """Name one reason to look at a page again, or to take it again."""

    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    BLURRED = "blurred"
    TOO_SMALL = "too_small"
    CUT_EDGE = "cut_edge"
    BLANK = "blank"
    GLARE = "glare"
    FINGER = "finger"
    FINGER_AT_EDGE = "finger_at_edge"
    DOUBLE_PAGE = "double_page"
    WRONG_SIDE = "wrong_side"
    EXPIRED = "expired"
    WRONG_PAPER = "wrong_paper"
    ANOTHER_PERSON = "another_person"
    OTHER_SHEETS = "other_sheets"

    @property
    def light(self) -> Light:
        """Give the light that this alone turns on: amber where the page may well be meant so."""
        return Light.AMBER if self in _MAY_BE_MEANT else Light.RED


_MAY_BE_MEANT = frozenset(
    {
        Complaint.BLANK,
        Complaint.FINGER_AT_EDGE,
        Complaint.DOUBLE_PAGE,
        Complaint.WRONG_PAPER,
        Complaint.ANOTHER_PERSON,
        Complaint.OTHER_SHEETS,
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold one complaint, its weight (0 to 1, hardly to entirely spoilt) and where on the page it lies.

    ``box`` is in pixels of the page that was judged; None where the whole page is meant.
    """

    complaint: Complaint
    weight: float
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold what was found on a page, worst first; nothing found: the page is good."""

    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Verdict":
        """Order findings: those that ask for another picture first, then by weight."""
        return cls(tuple(sorted(findings, key=_rank)))

    @property
    def light(self) -> Light:
        """Give the worst light that anything found turns on."""
        return light_of(self.complaints)

    @property
    def complaints(self) -> tuple[Complaint, ...]:
        """Give what was found without weights and places, worst first."""
        return tuple(finding.complaint for finding in self.findings)


def light_of(complaints: Iterable[Complaint]) -> Light:
    """Give the light for complaints that were kept without their weights."""
    return reduce(_worse, (complaint.light for complaint in complaints), Light.GREEN)


def _worse(one: Light, other: Light) -> Light:
    return max(one, other, key=list(Light).index)


def _rank(finding: Finding) -> tuple[bool, float]:
    return finding.complaint.light is not Light.RED, -finding.weight
