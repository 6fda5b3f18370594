"""What would be filed, on one page and in the citizen's words, before it is received."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from counter_app.domain.dossier import Capacity
from counter_app.domain.fees import Fee, money
from counter_app.services.drafting import Sheet
from counter_app.services.reception import Promise, Terms
from counter_app.ui.icons import Tint
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.page_facts import FactsCard, emptied
from counter_app.ui.widgets.page_filing import FilingCard
from counter_app.ui.widgets.page_lacking import LackingLines
from counter_app.ui.widgets.page_standing import PaperStanding, Standing, paper_standings
from counter_app.ui.widgets.page_together import PromisedCard
from counter_app.ui.widgets.page_words import capacity_words, due_reason_words, moment_words
from counter_app.ui.widgets.parts import GRID, chip
from forms.wording import shown

_BESIDE_EMS = 34
"""Heights of a line that must fit across before two columns stand beside each other."""
_OFFICE = "office"
"""Where answers come from that no citizen gives."""
_PAPER_MARKS = {
    Standing.TAKEN: ("circle-check", Tint.VERIFIED),
    Standing.MISSING: ("triangle-alert", Tint.AMBER),
    Standing.EXCUSED: ("minus", Tint.QUIET),
    Standing.HELD: ("shield-check", Tint.QUIET),
    Standing.REUSED: ("circle-check", Tint.VERIFIED),
}


class ReviewPage(QScrollArea):
    """Shows a sheet and its terms, below what is ``lacking``; ``filing`` is what is chosen here."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review_page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._below = QVBoxLayout()
        self.lacking, self.filing = LackingLines(), FilingCard()
        self._left.setSpacing(2 * GRID)
        self._right.setSpacing(2 * GRID)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(2 * GRID)
        right = QVBoxLayout()
        right.setSpacing(2 * GRID)
        right.addLayout(self._right)
        right.addWidget(self.filing)
        right.addLayout(self._below)
        right.addStretch(1)
        self._both.addLayout(self._left, stretch=3)
        self._both.addLayout(right, stretch=2)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.lacking)
        column.addLayout(self._both)
        column.addStretch(1)
        self.setWidget(inside)

    def show_sheet(self, sheet: Sheet, terms: Terms | None, promises: tuple[Promise, ...] = ()) -> None:
        """Lay everything out anew, but for what is chosen here."""
        self._empty()
        for facts in (self._people(sheet), self._answers(sheet)):
            self._left.addWidget(facts)
        for facts in (PromisedCard(promises),) if promises else (self._due(terms), self._fee(terms)):
            self._right.addWidget(facts)
        self.filing.show_sheet(sheet, terms.fee if terms else None)
        self._below.addWidget(self._papers(sheet))
        self._left.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands at the right below the rest where letters are large and room is short."""
        super().resizeEvent(event)
        narrow = self.width() < _BESIDE_EMS * self.fontMetrics().height()
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.lacking.use_columns(1 if narrow else 2)

    def clear(self) -> None:
        """Show nothing."""
        self._empty()
        self.filing.clear()
        self.lacking.clear()

    def _empty(self) -> None:
        for layout in (self._left, self._right, self._below):
            emptied(layout)

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
            case Standing.REUSED:
                words = self.tr("{paper} – used again from dossier {code}")
                return words.format(paper=standing.name, code=standing.reused_from)
            case Standing.MISSING:
                return self.tr("{paper} – still missing").format(paper=standing.name)
            case _:
                words = self.tr("{paper} – not handed in: {reason}")
                return words.format(paper=standing.name, reason=standing.reason)


def _reasons(fee: Fee) -> str:
    said = (line.waiver.words if line.waiver else line.rule.words for line in fee.lines)
    return "; ".join(dict.fromkeys(said))
