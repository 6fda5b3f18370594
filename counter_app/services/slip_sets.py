"""Which form each set of slips has for a paper: its number and title, dated, from one file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from counter_app.domain.procedure import Slips
from counter_app.domain.provenance import Provenance, Status
from counter_app.services.toml_table import Fault, Table, read_toml


class SlipPaper(StrEnum):
    """The papers whose number and title differ from set to set."""

    ACKNOWLEDGEMENT = "acknowledgement"
    SUPPLEMENT_REQUEST = "supplement_request"
    REFUSAL = "refusal"
    RESIDENCE_CONFIRMATION = "residence_confirmation"
    OUTCOME_NOTICE = "outcome_notice"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class SlipForm:
    """What stands over a paper of a set; an empty ``title`` is that of the general form."""

    number: str = ""
    issued_by: str = ""
    title: tuple[str, ...] = ()

    def titled(self, usual: tuple[str, ...]) -> tuple[str, ...]:
        """Give the title, or the general form's."""
        return self.title or usual


@dataclass(frozen=True, slots=True)
class DatedForm:
    """A form of a set with its source, and the days on which it holds."""

    slips: Slips
    paper: SlipPaper
    form: SlipForm
    provenance: Provenance


class SlipSets:
    """Finds the form of a paper by set and day."""

    def __init__(self, forms: tuple[DatedForm, ...] = ()) -> None:
        self.forms = forms

    def form(self, slips: Slips, paper: SlipPaper, day: date) -> SlipForm:
        """Give the form that a set has for a paper on a day; the general one where it has none of its own."""
        own = (each for each in self.forms if (each.slips, each.paper) == (slips, paper))
        return next((each.form for each in own if each.provenance.holds_on(day)), SlipForm())


def read_slip_sets(path: Path) -> SlipSets:
    """Read the file of sets; raises SetupError naming key and nearest word, and where two forms overlap."""
    file = read_toml(path)
    rows = file.tables("slips")
    file.close()
    read: list[DatedForm] = []
    for row in rows:
        each = _dated(row)
        if any(_overlap(each, other) for other in read):
            raise row.fault(Fault.TWICE, "effective_from")
        read.append(each)
    return SlipSets(tuple(read))


def _dated(row: Table) -> DatedForm:
    slips, paper = row.choice("set", Slips), row.choice("paper", SlipPaper)
    form = SlipForm(row.text("form", ""), row.text("issued_by", ""), row.texts("title"))
    provenance = Provenance(
        source=row.text("source"),
        effective_from=row.day("effective_from"),
        checked_on=row.day("checked_on"),
        status=row.choice("status", Status),
        effective_to=row.day_or_none("effective_to"),
    )
    row.close()
    return DatedForm(slips, paper, form, provenance)


def _overlap(one: DatedForm, other: DatedForm) -> bool:
    if (one.slips, one.paper) != (other.slips, other.paper):
        return False
    first, second = one.provenance, other.provenance
    return first.holds_on(second.effective_from) or second.holds_on(first.effective_from)
