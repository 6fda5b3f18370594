"""Who signs a declaration, in which column, and what those answer who sign side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from forms.answers import Value
from forms.definition import Field, FormDefinition, Signer
from forms.template import compose
from forms.wording import shown
from printing.blocks import Signature
from printing.form_sheet import FormSection, FormTable
from printing.paper_table import PaperTable, TableColumn

_MOST_ON_ONE_DAY = 2
_DAY_BY_HAND = "…………, ngày …… tháng …… năm ………"
_SHORT_DAY_BY_HAND = "…………, ngày\u00a0…/…/……"
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
    definition: FormDefinition, values: Mapping[str, Value], today: date, *, signing: Signing
) -> tuple[Signature, ...]:
    """Give the signing columns: one day over the last of two, a day for each where three and more sign."""
    signers = definition.signers
    if len(signers) <= _MOST_ON_ONE_DAY:
        days = [""] * (len(signers) - 1) + [signing.dated]
    else:
        days = [signing.dated_short if one.declares else _SHORT_DAY_BY_HAND for one in signers]
    columns = zip(signers, days, strict=False)
    return tuple(
        Signature(one.title, one.agreed_note, compose(one.agreed_by, definition.fields(), values), dated)
        if one.agreed_if and one.agreed_if.holds(values, today)
        else Signature(one.title, one.note, signing.name if one.declares else "", dated)
        for one, dated in columns
    )


def side_by_side(
    columns: Sequence[tuple[Signer, Sequence[Field]]], values: Mapping[str, Value]
) -> FormSection:
    """Set the same questions to several people as one table: a column a person, titled."""
    titles = (TableColumn(signer.title, _ANSWER_SHARE) for signer, _ in columns)
    rows = tuple(
        (fields[0].label, *(shown(field, values.get(field.name, "")) for field in fields))
        for fields in zip(*(fields for _, fields in columns), strict=True)
    )
    heads = (TableColumn("", _LABEL_SHARE), *titles)
    return FormSection("", (FormTable("", PaperTable(heads, rows, blank_lines=2)),))
