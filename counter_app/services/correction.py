"""Where card and record differ: what puts that right, and the sentence that asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.citizen import Person
from counter_app.services.compare import Aspect, Difference, Newer, differences
from forms.wording import short_date


class Remedy(StrEnum):
    """Which of the two is behind, and so is to be changed."""

    RECORD = "record"
    CARD = "card"


_ASPECTS = {
    Aspect.FULL_NAME: "họ, chữ đệm và tên khai sinh",
    Aspect.BORN_ON: "ngày, tháng, năm sinh",
    Aspect.SEX: "giới tính",
    Aspect.FORMER_ID: "số chứng minh nhân dân 09 số",
}
_CARD_REASONS = {Aspect.FULL_NAME: "name", Aspect.BORN_ON: "name", Aspect.SEX: "looks"}
"""For what a card has to be changed, as its form names it."""
PROCEDURES = {Remedy.RECORD: "1.012564", Remedy.CARD: "1.116410"}
"""Correction of the population record; change of the card."""
_SEXES = {"male": "Nam", "female": "Nữ"}


@dataclass(frozen=True, slots=True)
class Correction:
    """An offer to put right what differs, the first of it first; ``request`` asks for it in Vietnamese."""

    remedy: Remedy
    request: str
    differing: tuple[Difference, ...]

    @property
    def procedure_code(self) -> str:
        """Name the procedure that puts it right."""
        return PROCEDURES[self.remedy]

    @property
    def said(self) -> Mapping[str, str]:
        """Give the answers that the procedure's form takes from it, as facts named behind ``correction``."""
        first = self.differing[0].aspect
        if self.remedy is Remedy.CARD:
            return {"card_request": "change", "card_reason": _CARD_REASONS[first]}
        return {"item": first.value, **{one.aspect.value: one.on_card for one in self.differing}}


def correction_of(person: Person) -> Correction | None:
    """Offer to correct the record, or to change the card where the record is newer.

    A residence is neither: it is registered anew, and a card need not be changed for it (Law 26/2023,
    Article 24).
    """
    found = tuple(one for one in differences(person) if one.aspect is not Aspect.RESIDENCE)
    behind = tuple(one for one in found if one.newer is Newer.RECORD and one.aspect in _CARD_REASONS)
    wrong = tuple(one for one in found if one.newer is not Newer.RECORD)
    if wrong:
        return Correction(Remedy.RECORD, _to_correct_the_record(wrong, person), wrong)
    return Correction(Remedy.CARD, _to_change_the_card(behind, person), behind) if behind else None


def _to_correct_the_record(wrong: Iterable[Difference], person: Person) -> str:
    updated = f" (cập nhật ngày {short_date(person.record.updated_on)})" if person.record else ""
    changes = "; ".join(_change(one.aspect, one.in_record, one.on_card) for one in wrong)
    base = f"Cơ sở dữ liệu quốc gia về dân cư{updated}"
    return f"Đề nghị điều chỉnh thông tin trong {base} theo thẻ căn cước{_issued(person)}: {changes}."


def _to_change_the_card(behind: Iterable[Difference], person: Person) -> str:
    changes = "; ".join(_change(one.aspect, one.on_card, one.in_record) for one in behind)
    return f"Đề nghị cấp đổi thẻ căn cước{_issued(person)} do thay đổi thông tin: {changes}."


def _change(aspect: Aspect, before: str, after: str) -> str:
    return f"{_ASPECTS[aspect]}: “{_said(before)}” thành “{_said(after)}”"


def _issued(person: Person) -> str:
    return f" cấp ngày {short_date(person.card.issued_on)}" if person.card.issued_on else ""


def _said(value: str) -> str:
    return _SEXES.get(value) or short_date(value)
