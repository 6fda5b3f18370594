"""What would be filed, on one page and in the citizen's words, before it is received."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from counter_app.domain.dossier import Capacity
from counter_app.domain.fees import Fee, money
from counter_app.services.drafting import Sheet
from counter_app.services.reception import Promise, Terms
from counter_app.ui.icons import Tint
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.field_rules import requirement_words
from counter_app.ui.widgets.page_facts import FactsCard, emptied
from counter_app.ui.widgets.page_filing import FilingCard
from counter_app.ui.widgets.page_standing import PaperStanding, Standing, paper_standings
from counter_app.ui.widgets.page_together import PromisedCard
from counter_app.ui.widgets.page_words import capacity_words, due_reason_words, moment_words
from counter_app.ui.widgets.parts import GRID, Button, button, chip, label
from forms.validation import Severity
from forms.wording import shown

_MOST_LINES = 6
_OFFICE = "office"
"""Where answers come from that no citizen gives."""
_PAPER_MARKS = {
    Standing.TAKEN: ("circle-check", Tint.VERIFIED),
    Standing.MISSING: ("triangle-alert", Tint.AMBER),
    Standing.EXCUSED: ("minus", Tint.QUIET),
    Standing.HELD: ("shield-check", Tint.QUIET),
}


class ReviewPage(QScrollArea):
    """Shows a sheet and its terms; what is missing is a line that leads to its place."""

    field_asked = Signal(str)
    """Carries the field's name."""
    paper_asked = Signal(str)
    """Carries the slot."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review_page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        self._missing, self._left, self._right = QGridLayout(), QVBoxLayout(), QVBoxLayout()
        self._below = QVBoxLayout()
        self.filing = FilingCard()
        self._missing.setSpacing(GRID // 2)
        self._left.setSpacing(2 * GRID)
        self._right.setSpacing(2 * GRID)
        both = QHBoxLayout()
        both.setSpacing(2 * GRID)
        right = QVBoxLayout()
        right.setSpacing(2 * GRID)
        right.addLayout(self._right)
        right.addWidget(self.filing)
        right.addLayout(self._below)
        right.addStretch(1)
        both.addLayout(self._left, stretch=3)
        both.addLayout(right, stretch=2)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        column.addLayout(self._missing)
        column.addLayout(both)
        column.addStretch(1)
        self.setWidget(inside)

    def show_sheet(self, sheet: Sheet, terms: Terms | None, promises: tuple[Promise, ...] = ()) -> None:
        """Lay everything out anew, but for what is chosen here."""
        self._empty()
        self._list_missing(sheet)
        for facts in (self._people(sheet), self._answers(sheet)):
            self._left.addWidget(facts)
        for facts in (PromisedCard(promises),) if promises else (self._due(terms), self._fee(terms)):
            self._right.addWidget(facts)
        self.filing.show_sheet(sheet, terms.fee if terms else None)
        self._below.addWidget(self._papers(sheet))
        self._left.addStretch(1)

    def clear(self) -> None:
        """Show nothing."""
        self._empty()
        self.filing.clear()

    def _empty(self) -> None:
        for layout in (self._missing, self._left, self._right, self._below):
            emptied(layout)

    def _list_missing(self, sheet: Sheet) -> None:
        for at, requirement in enumerate(one for one in sheet.broken if one.strict):
            words = requirement_words(requirement)
            self._missing.addWidget(label(words, "error", name=f"forbidden_{at}", wraps=True), at, 0, 1, 2)
        below = self._missing.rowCount()
        wrong = {found.field: found.severity is Severity.WRONG for found in sheet.blocking}
        for at, (field, is_wrong) in enumerate(list(wrong.items())[:_MOST_LINES]):
            words = self.tr("Not right: {what}") if is_wrong else self.tr("Missing on the form: {what}")
            words = words.format(what=sheet.definition.field(field).label)
            made = self._missing_line(words, f"ask_field_{field}")
            made.clicked.connect(lambda _=False, field=field: self.field_asked.emit(field))
            self._missing.addWidget(made, below + at // 2, at % 2)
        if len(wrong) > _MOST_LINES:
            more = self.tr("And {count} more on the form").format(count=len(wrong) - _MOST_LINES)
            self._missing.addWidget(label(more, "hint"), self._missing.rowCount(), 0, 1, 2)
        for line in sheet.missing_papers:
            words = self.tr("Missing paper: {what}").format(what=line.paper.name)
            made = self._missing_line(words, f"ask_paper_{line.paper.slot}")
            made.clicked.connect(lambda _=False, slot=line.paper.slot: self.paper_asked.emit(slot))
            self._missing.addWidget(made, self._missing.rowCount(), 0, 1, 2)

    def _missing_line(self, words: str, name: str) -> Button:
        made = button(words, "row", "triangle-alert", name=name)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setToolTip(self.tr("Go there"))
        return made

    def _people(self, sheet: Sheet) -> FactsCard:
        draft, facts = sheet.draft, FactsCard(self.tr("Who, and what is asked for"), "review_people")
        applicant = draft.applicant
        facts.add_fact(self.tr("Applicant"), applicant.full_name, look="strong", name="review_applicant")
        facts.add_fact(self.tr("Number"), applicant.citizen_id.masked, look="code")
        if draft.capacity is not Capacity.SELF or draft.holder:
            facts.add_fact(self.tr("Files"), capacity_words(draft.capacity), name="review_capacity")
        if draft.holder:
            facts.add_fact(self.tr("Holder"), draft.holder.full_name, look="strong", name="review_holder")
        elif draft.is_for_new_born:
            name = sheet.child_name or self.tr("not named yet")
            facts.add_fact(self.tr("Holder"), name, look="strong", name="review_holder")
            facts.add_fact(self.tr("Number"), self.tr("New-born child, no ID number yet"))
        facts.add_fact(
            self.tr("Request"), sheet.procedure.request_words, look="strong", name="review_request"
        )
        return facts

    def _answers(self, sheet: Sheet) -> FactsCard:
        facts = FactsCard(self.tr("Answers to be confirmed"), "review_answers", label_letters=20)
        visible, known = sheet.visible, 0
        for field in sheet.definition.fields():
            answer = sheet.filled.answer(field.name)
            if field.name not in visible or not answer.value or answer.source == _OFFICE:
                continue
            known += answer.is_locked
            if not answer.is_locked:
                facts.add_fact(field.label, shown(field, answer.value), name=f"review_{field.name}")
        if known:
            words = self.tr("{count} more answers come from the population database and are verified")
            facts.add_line(words.format(count=known), name="review_known")
        return facts

    def _due(self, terms: Terms | None) -> FactsCard:
        facts = FactsCard(self.tr("Ready at"), "review_due")
        if terms is None:
            facts.add_line(self.tr("Not known yet"))
            return facts
        facts.add_line(moment_words(terms.due.moment), look="figures", name="review_due_at")
        facts.add_line(f"{terms.due.words}; {due_reason_words(terms.due.reason)}", name="review_due_reason")
        if not terms.due.verified:
            facts.add_part(chip(self.tr("days off not official yet"), Tone.WARNING, "triangle-alert"))
        return facts

    def _fee(self, terms: Terms | None) -> FactsCard:
        facts = FactsCard(self.tr("Fee"), "review_fee")
        if terms is None:
            facts.add_line(self.tr("Not known yet"))
            return facts
        fee = terms.fee
        amount = money(fee.amount) if fee.amount else self.tr("Nothing to pay")
        facts.add_line(amount, look="figures", name="review_fee_amount")
        facts.add_line(_reasons(fee), name="review_fee_reason")
        if not fee.is_verified:
            facts.add_part(chip(self.tr("amount not verified"), Tone.WARNING, "triangle-alert"))
        sources = dict.fromkeys(line.rule.provenance.source for line in fee.lines)
        facts.add_line(self.tr("By: {law}").format(law="; ".join(sources)), name="review_fee_law")
        if fee.tip:
            words = self.tr("Tell the citizen first: {tip}").format(tip=fee.tip.words)
            facts.add_mark("info", Tint.ACCENT, words, look="strong").setObjectName("review_fee_tip")
        return facts

    def _papers(self, sheet: Sheet) -> FactsCard:
        facts = FactsCard(self.tr("Papers"), "review_papers")
        facts.add_mark("file-text", Tint.QUIET, sheet.procedure.form_name)
        for standing in paper_standings(sheet):
            if standing.standing not in (Standing.IF_NEEDED, Standing.REPLACED):
                facts.add_mark(*_PAPER_MARKS[standing.standing], self._paper_words(standing))
        return facts

    def _paper_words(self, standing: PaperStanding) -> str:
        match standing.standing:
            case Standing.TAKEN:
                return self.tr("{paper} – pages: {count}").format(paper=standing.name, count=standing.pages)
            case Standing.MISSING:
                return self.tr("{paper} – still missing").format(paper=standing.name)
            case _:
                words = self.tr("{paper} – not handed in: {reason}")
                return words.format(paper=standing.name, reason=standing.reason)


def _reasons(fee: Fee) -> str:
    said = (line.waiver.words if line.waiver else line.rule.words for line in fee.lines)
    return "; ".join(dict.fromkeys(said))
