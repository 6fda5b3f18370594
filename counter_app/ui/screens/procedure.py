"""The second step: for whom the citizen files, and what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from counter_app.domain.checklist import PaperState, checklist
from counter_app.domain.citizen import Relative
from counter_app.domain.dossier import Capacity
from counter_app.domain.fee_rules import FeeUnit
from counter_app.domain.fees import FeeQuestion, fee_for, money
from counter_app.domain.procedure import NoRuleThatDay, Procedure
from counter_app.errors import SetupError
from counter_app.services.identify import Visit
from counter_app.services.spoken import SpokenAnswer
from counter_app.ui.widgets.capacity_question import CapacityQuestion
from counter_app.ui.widgets.pack_notes import PackNotes
from counter_app.ui.widgets.parts import GRID, label
from counter_app.ui.widgets.procedure_list import ProcedureList, ProcedureRow
from counter_app.ui.widgets.spoken_card import SpokenCard

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@dataclass(frozen=True, slots=True)
class ProcedureChoice:
    """The procedure chosen and for whom.

    ``relative`` is somebody whom the applicant's record names, perhaps still without a number; None is
    oneself, a ``new_born`` child or, in another capacity, somebody whose card is to be shown.
    """

    code: str
    capacity: Capacity
    relative: Relative | None = None
    new_born: bool = False


class ProcedureScreen(QWidget):
    """Asks for whom first, then finds the procedure by what the citizen calls it."""

    query_changed = Signal(str)
    """Carries what was typed; the answer comes by ``show_procedures``."""
    procedure_chosen = Signal(object)
    """Carries the ProcedureChoice."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("procedure_screen")
        self._visit: Visit | None = None
        self._found: tuple[Procedure, ...] = ()
        self._today = date.min
        self._searching = False
        self._adding = False
        self._chooses_when_found = False
        self._facts: dict[str, tuple[tuple[str, ...], bool]] = {}
        self.primary = QAction(self)
        self.primary.setObjectName("begin_form")
        self.primary.triggered.connect(self._choose)
        self.secondary: tuple[QAction, ...] = ()
        self._title = label(look="title", name="procedure_title", wraps=True)
        self._question = CapacityQuestion()
        self._question.answered.connect(self._on_answered)
        self._search = QLineEdit()
        self._search.setObjectName("procedure_search")
        self._search.setMaxLength(120)
        self._search.textChanged.connect(self._on_searched)
        self._list = ProcedureList()
        self._list.setFocusProxy(self._search)
        self._list.currentRowChanged.connect(self._allow)
        self._list.itemDoubleClicked.connect(self._choose)
        self._none = label(look="hint", name="procedure_none", wraps=True)
        self._spoken, self._notes = SpokenCard(), PackNotes()
        self._list.currentRowChanged.connect(self._tell)
        self._lay_out()
        self._retranslate()
        self._allow()

    @property
    def question(self) -> CapacityQuestion:
        """The question for whom it is."""
        return self._question

    def show_visit(self, visit: Visit) -> None:
        """Ask anew for the person of this visit."""
        self._visit = visit
        record = visit.person.record
        self._search.clear()
        self._question.ask(record.household.members if record else ())
        self._facts.clear()
        self._retranslate()

    def show_procedures(self, found: tuple[Procedure, ...], today: date) -> None:
        """List what was found, the best first, with what the rules say on this day."""
        if today != self._today:
            self._facts.clear()
        self._found, self._today = found, today
        self._searching = False
        self._show_rows(keep="")
        if self._chooses_when_found:
            self._choose()

    def show_answer(self, answer: SpokenAnswer) -> None:
        """Show what is told at once in place of a form, until something else is looked for."""
        for part in (self._list, self._notes):  # first, so that the window never has to grow for all of them
            part.hide()
        self._spoken.show_answer(answer)

    def show_adding(self, *, adding: bool) -> None:
        """Say whether what is chosen next is added to a form that is begun already."""
        self._adding = adding
        self._search.clear()
        self._name_primary()

    def show_left_out(self, problems: tuple[SetupError, ...]) -> None:
        """Offer the list of the files that could not be used."""
        self._notes.show_problems(problems)

    def reset(self) -> None:
        """Empty everything for the next citizen."""
        self._visit = None
        self._close_answer()
        self._chooses_when_found = False
        self._search.clear()
        self._question.ask(())
        self._retranslate()

    def first_focus(self) -> QWidget:
        """Give the question while it is open, then the search box."""
        return self._search if self._question.answer else self._question.first_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let 1, 2, 3 answer for whom, the arrows move, Enter take the next thing, Esc empty the search."""
        key = event.key()
        if key in _ENTER:
            self._on_entered()
        elif key in _MOVES:
            self._list.keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and not self._spoken.isHidden():
            self._close_answer()
        elif key == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
        elif not self._question.choose_by_key(key):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._facts.clear()
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID + 4)
        for part in (self._title, self._question, self._search, self._none):
            column.addWidget(part)
        column.addWidget(self._spoken)
        column.addWidget(self._list, stretch=1)
        column.addWidget(self._notes)
        column.addStretch(0)

    def _retranslate(self) -> None:
        name = self._visit.person.full_name if self._visit else ""
        self._title.setText(
            self.tr("{name}: for whom is the dossier?").format(name=name) if name else self.tr("Procedure")
        )
        self._name_primary()
        self._search.setPlaceholderText(self.tr("Find a procedure: name, without marks too, or code"))
        self._search.setAccessibleName(self.tr("Find a procedure: name, without marks too, or code"))
        self._list.setAccessibleName(self.tr("Procedures found"))
        self._none.setText(
            self.tr("No procedure goes by these words. Try fewer words, or a part of the code.")
        )
        self._show_again()

    def _name_primary(self) -> None:
        self.primary.setText(self.tr("Add this procedure") if self._adding else self.tr("Begin the form"))

    def _show_again(self) -> None:
        marked = self._list.marked()
        self._show_rows(keep=marked.code if marked else "")

    def _show_rows(self, *, keep: str) -> None:
        self._list.show_rows(tuple(self._row(procedure) for procedure in self._found), keep=keep)
        self._none.setVisible(not self._found and bool(self._search.text()))
        self._make_room()
        self._allow()

    def _row(self, procedure: Procedure) -> ProcedureRow:
        answer = self._question.answer
        closed = answer is not None and answer.capacity not in procedure.capacities
        if procedure.code not in self._facts:
            self._facts[procedure.code] = self._facts_of(procedure)
        facts, checked = self._facts[procedure.code]
        return ProcedureRow(
            procedure.code,
            procedure.short_name,
            procedure.name,
            facts,
            remark="" if checked else self.tr("not verified"),
            closed=self._closed(procedure) if closed else "",
        )

    def _facts_of(self, procedure: Procedure) -> tuple[tuple[str, ...], bool]:
        """Say what a row tells whoever it is for, and whether all of it is verified."""
        is_verified = procedure.provenance.is_verified
        if procedure.linked:
            linked = self.tr("one declaration, up to {count} dossiers").format(count=len(procedure.linked))
            return (linked, self.tr("each with its own time and fee")), is_verified
        time, time_checked = self._time(procedure)
        fee, fee_checked = self._fee(procedure)
        papers, papers_checked = self._papers(procedure)
        return (fee, papers, time), is_verified and time_checked and fee_checked and papers_checked

    def _closed(self, procedure: Procedure) -> str:
        if Capacity.SELF in procedure.capacities:
            return self.tr("filed by the person alone")
        return self.tr("not filed for oneself")

    def _time(self, procedure: Procedure) -> tuple[str, bool]:
        try:
            rule = procedure.processing_on(self._today)
        except NoRuleThatDay:
            return self.tr("no time known"), False
        return rule.words, rule.provenance.is_verified

    def _fee(self, procedure: Procedure) -> tuple[str, bool]:
        try:
            fee = fee_for(procedure, FeeQuestion(procedure.usual_channel, self._today))
        except NoRuleThatDay:
            return self.tr("no fee known"), False
        if not fee.amount:
            return self.tr("free of charge"), fee.is_verified
        units = {line.rule.unit for line in fee.lines if line.amount}
        if units == {FeeUnit.COPY}:
            return self.tr("{amount} a copy").format(amount=money(fee.amount)), fee.is_verified
        if units == {FeeUnit.PERSON}:
            return self.tr("{amount} a person").format(amount=money(fee.amount)), fee.is_verified
        return money(fee.amount), fee.is_verified

    def _papers(self, procedure: Procedure) -> tuple[str, bool]:
        found = self._visit is not None and self._visit.person.record is not None
        lines = checklist(procedure, record_found=found, day=self._today)
        asked = [line for line in lines if line.state is PaperState.ASK]
        maybe = [line for line in lines if line.state is PaperState.IF_NEEDED]
        checked = all(line.paper.provenance.is_verified for line in asked)
        if maybe:
            most = len(asked) + len(maybe)
            return self.tr("papers: {count} to {most}").format(count=len(asked), most=most), checked
        return self.tr("papers: {count}").format(count=len(asked)), checked

    def _make_room(self) -> None:
        """Let an answer stand alone below the search, and notes give way while the holder is being chosen."""
        is_answered = not self._spoken.isHidden()
        self._list.setVisible(bool(self._found) and not is_answered)
        self._notes.setVisible(not is_answered and not self._question.is_choosing)

    def _close_answer(self) -> None:
        self._spoken.show_answer(None)
        self._make_room()

    def _tell(self) -> None:
        """Say what the official should know of the marked procedure, as far as it holds for everybody."""
        row = self._list.marked()
        marked = (one for one in self._found if row and one.code == row.code)
        self._notes.show_notes(next((one.notes_on(self._today) for one in marked), ()))

    def _allow(self) -> None:
        row = self._list.marked()
        self.primary.setEnabled(self._question.answer is not None and row is not None and not row.closed)

    def _on_answered(self, answer: object) -> None:
        self._show_again()
        if answer is not None:
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_searched(self, text: str) -> None:
        self._close_answer()
        self._searching = True
        self.query_changed.emit(text)

    def _on_entered(self) -> None:
        if self._question.take_focused():
            return
        if self._question.answer is None:
            self._question.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._choose()

    def _choose(self) -> None:
        """Announce the marked procedure; while a search is under way, as soon as it has brought its rows."""
        answer, row = self._question.answer, self._list.marked()
        self._chooses_when_found = self._searching
        if self._searching or answer is None or row is None or row.closed:
            return
        whom = (answer.capacity, answer.relative, answer.new_born)
        self.procedure_chosen.emit(ProcedureChoice(row.code, *whom))
