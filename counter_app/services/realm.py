"""Which people and papers belong to a desk: the invented to a training desk, all others to a real one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.card_payload import looks_like_card
from counter_app.domain.citizen_id import TRAINING_PREFIX
from counter_app.domain.claim import read_claim
from counter_app.domain.dossier_code import is_training_code
from counter_app.errors import Refusal

if TYPE_CHECKING:
    from scanning.frames import Frame


class InventedPerson(Refusal):
    """A real desk was shown the number of somebody invented."""


class InventedPaper(Refusal):
    """A real desk was shown a paper that is marked as made for training."""


class RealPerson(Refusal):
    """A training desk was shown the number of somebody real."""


@dataclass(frozen=True, slots=True)
class Realm:
    """Tells what is made up from what is not by its marks: numbers, codes, and the code on practice papers.

    A paper without any mark may be anybody's; a training desk takes it, and sends nothing anywhere.
    """

    training: bool

    def admit_number(self, digits: str) -> None:
        """Let a number of twelve digits or of nine pass; raises InventedPerson or RealPerson."""
        is_invented = digits.startswith(TRAINING_PREFIX)
        if self.training and not is_invented:
            raise RealPerson
        if is_invented and not self.training:
            raise InventedPerson

    def admit_page(self, frame: Frame) -> None:
        """Let the picture of a paper pass; raises InventedPaper at a real desk."""
        if self.training:
            return
        from scanning.separators import codes_on  # noqa: PLC0415 - a training desk never needs it

        if is_for_training(codes_on(frame)):
            raise InventedPaper


def is_for_training(codes: Iterable[str]) -> bool:
    """Whether one of the codes on a paper says that it is for training."""
    from scanning.separators import TRAINING_MARK  # noqa: PLC0415 - see Realm.admit_page

    return any(code == TRAINING_MARK or _is_invented(code) for code in codes)


def _is_invented(code: str) -> bool:
    if looks_like_card(code):
        return code.startswith(TRAINING_PREFIX)
    signed = read_claim(code)
    return signed is not None and any(is_training_code(one.code) for one in signed.claim.dossiers)
