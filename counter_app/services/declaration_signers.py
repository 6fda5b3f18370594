"""Who signs a declaration, in which column, and what those answer who sign side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forms.answers import Value
from forms.definition import Field, FormDefinition, Section
from forms.wording import shown
from printing.blocks import Signature
from printing.form_sheet import FormSection, FormTable
from printing.paper_table import PaperTable, TableColumn

_SIGN_HERE, _SEAL_HERE = "(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên, đóng dấu)"
_OFFICE = "cơ quan"
_MOST_ON_ONE_DAY = 2
_DAY_BY_HAND = "…………, ngày …… tháng …… năm ………"
_SHORT_DAY_BY_HAND = "…………, ngày\u00a0…/…/……"
_DECLARANTS = (
    "người kê khai",
    "người khai",
    "người yêu cầu",
    "người đề nghị",
    "người đăng ký",
    "người làm đơn",
    "người viết đơn",
    "người nộp hồ sơ",
)
_CONSENTS = {"chủ hộ": "head", "chủ sở hữu": "owner", "giám hộ": "guardian"}
"""Whose opinion a column asks for, and how the fields about their consent begin (form CT01)."""

_LABEL_SHARE, _ANSWER_SHARE = 24, 38


@dataclass(frozen=True, slots=True)
class Signing:
    """Where and when it is signed, and the declarant's name where it may be printed.

    The day is written out (``dated``) and, for narrow columns, in figures (``dated_short``).
    """

    dated: str
    dated_short: str
    name: str


BY_HAND = Signing(_DAY_BY_HAND, _SHORT_DAY_BY_HAND, "")
"""Place, date and name left to the pen."""


def signatures(
    capacities: tuple[str, ...], values: Mapping[str, Value], signing: Signing
) -> tuple[Signature, ...]:
    """Give the signing columns: one day over the last of two, a day for each where three and more sign."""
    if len(capacities) <= _MOST_ON_ONE_DAY:
        days = [""] * (len(capacities) - 1) + [signing.dated]
    else:
        today = next((each for each in capacities if _declares(each)), capacities[-1])
        days = [signing.dated_short if each is today else _SHORT_DAY_BY_HAND for each in capacities]
    return tuple(
        _signature(capacity, values, signing, day) for capacity, day in zip(capacities, days, strict=False)
    )


def _signature(capacity: str, values: Mapping[str, Value], signing: Signing, dated: str) -> Signature:
    consenting = _consent_through_vneid(capacity, values)
    if consenting:
        return Signature(capacity, "(Đã đồng ý qua VNeID)", consenting, dated)
    hint = _SEAL_HERE if _OFFICE in capacity.casefold() else _SIGN_HERE
    return Signature(capacity, hint, signing.name if _declares(capacity) else "", dated)


def _declares(capacity: str) -> bool:
    return capacity.casefold().startswith(_DECLARANTS)


def _consent_through_vneid(capacity: str, values: Mapping[str, Value]) -> str:
    """Name who consented through VNeID, whose column shows name and number instead of a signature."""
    for whose, role in _CONSENTS.items():
        if whose in capacity.casefold() and values.get(f"{role}_consent") == "vneid":
            parts = (values.get(f"{role}_full_name"), values.get(f"{role}_citizen_id"))
            return ", số định danh ".join(str(part) for part in parts if part)
    return ""


def signers_own_sections(
    definition: FormDefinition, fields_of: Mapping[str, Sequence[Field]]
) -> tuple[Section, ...]:
    """Give the sections of those who sign where all answer the same questions, as bride and groom do.

    ``fields_of`` are the printed fields by section; the sections come in the order of signing.
    """
    titled = {section.title: section for section in definition.sections}
    own = tuple(titled[signer] for signer in definition.signatures if signer in titled)
    asked = {tuple(field.label for field in fields_of[section.name]) for section in own}
    return own if len(own) > 1 and len(asked) == 1 else ()


def side_by_side(
    columns: tuple[tuple[str, Sequence[Field]], ...], values: Mapping[str, Value]
) -> FormSection:
    """Set the same questions to several people as one table: a column a person, titled."""
    heads = (TableColumn("", _LABEL_SHARE), *(TableColumn(title, _ANSWER_SHARE) for title, _ in columns))
    rows = tuple(
        (fields[0].label, *(shown(field, values.get(field.name, "")) for field in fields))
        for fields in zip(*(fields for _, fields in columns), strict=True)
    )
    return FormSection("", (FormTable("", PaperTable(heads, rows, blank_lines=2)),))
