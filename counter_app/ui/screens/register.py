"""The register: one box finds what was received, Enter opens it, and its paper is printed again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.citizen_id import FORMER_DIGITS, grouped_digits
from counter_app.domain.dossier import Dossier, RegisterRow
from counter_app.domain.history import Act
from counter_app.domain.outcome import Outcome
from counter_app.domain.slip import SlipKind
from counter_app.services.ports import SignatureFacts
from counter_app.services.register import MOST_FOUND
from counter_app.services.timekeeping import ClockStanding
from counter_app.ui.widgets.page_action import screen_action
from counter_app.ui.widgets.page_dossier import DossierPage
from counter_app.ui.widgets.page_register import RegisterTable
from counter_app.ui.widgets.page_search import SearchBox
from counter_app.ui.widgets.parts import GRID, Button, button, label
from counter_app.ui.widgets.purpose_question import PurposeQuestion
from counter_app.ui.widgets.slip_panel import SlipPanel

_MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class RegisterQuery:
    """What is looked for: a part of a code, a name or a number, of today or of all days."""

    text: str
    all_days: bool


class RegisterScreen(QWidget):
    """Shows rows, or one dossier as a page; Esc goes back by one."""

    query_changed = Signal(object)
    """Carries the RegisterQuery, once the keys rest."""
    row_opened = Signal(str)
    """Carries the dossier's id."""
    opening_wanted = Signal(str, object)
    """Carries the dossier's id, and the Purpose for which it is to be opened."""
    print_again_wanted = Signal(str)
    """Carries the dossier's id."""
    declaration_wanted = Signal()
    """The declaration of the dossier that is open is wanted on paper."""
    clock_step_wanted = Signal(object)
    """Carries the ClockWish for the dossier that is open."""
    slip_wanted = Signal(object)
    """Carries the SlipKind wanted of the dossier that is open."""
    void_wanted = Signal(str)
    """Carries the reason for which the dossier that is open is to be voided."""
    closing_wanted = Signal()
    """The shift is to be closed."""
    book_wanted = Signal()
    """Pages of the register's book are wanted."""
    inspection_wanted = Signal()
    """The desk's history is to be inspected."""
    hand_over_wanted = Signal()
    """The outcome of the dossier that is open is to be handed over."""
    asked_again = Signal()
    """The newest question is to be asked again: something about its answer may have changed."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("register_screen")
        self.primary = screen_action(self, "register_primary", self._on_primary)
        self._print_again = screen_action(self, "print_again", self._on_print_again, "Ctrl+Shift+P")
        self._declaration = screen_action(self, "declaration_again", self.declaration_wanted.emit)
        self._hand_over = screen_action(self, "hand_over", self.hand_over_wanted.emit, "Ctrl+Shift+H")
        self._closing = screen_action(self, "close_shift", self.closing_wanted.emit, "Ctrl+Shift+K")
        self._book = screen_action(self, "register_book", self.book_wanted.emit, "Ctrl+Shift+B")
        self._inspect = screen_action(self, "inspect", self.inspection_wanted.emit, "Ctrl+Shift+I")
        self.secondary: tuple[QAction, ...] = (
            self._closing,
            self._book,
            self._inspect,
            self._hand_over,
            self._declaration,
            self._print_again,
        )
        self._title = label(look="title", name="register_title", wraps=True)
        self._count = label(look="hint", name="register_count", wraps=True)
        self._search = SearchBox()
        self._search.searched.connect(self._on_searched)
        self._search.entered.connect(self._on_entered)
        self._is_asking = self._awaits_one = False
        self._days = QButtonGroup(self)
        self._today, self._all = self._day_button("today_button"), self._day_button("all_days_button")
        self._today.setChecked(True)
        self._days.buttonToggled.connect(self._on_days_toggled)
        self._table, self._dossier = RegisterTable(), DossierPage()
        self._purpose = PurposeQuestion()
        self._purpose.answered.connect(self.opening_wanted)
        self._purpose.dismissed.connect(self._search.setFocus)
        self._dossier.clock.step_wanted.connect(self.clock_step_wanted)
        self._dossier.slips.slip_wanted.connect(self.slip_wanted)
        self._dossier.voiding.void_wanted.connect(self.void_wanted)
        self._table.row_marked.connect(self._show_state)
        self._table.row_opened.connect(self.row_opened)
        self._search.moved.connect(self._table.keyPressEvent)
        self._pages = QStackedWidget()
        self._lay_out()
        self._retranslate()

    def first_focus(self) -> QWidget:
        """Begin with the search."""
        return self._dossier if self._dossier.dossier_id else self._search

    @property
    def opened_id(self) -> str:
        """Which dossier is open; empty where none is."""
        return self._dossier.dossier_id

    def show_sending(self, *, sends: bool) -> None:
        """Show how far each dossier has come to the hub, where there is one."""
        self._table.show_sending(sends=sends)

    def ask_again(self) -> None:
        """Have what is listed looked up anew, with nothing moved."""
        self.asked_again.emit()

    def show_rows(self, rows: tuple[RegisterRow, ...]) -> None:
        """Show what was found, the latest first."""
        self._purpose.hide()
        self._table.show_rows(rows)
        self._is_asking = False
        self._show_state()
        if self._awaits_one and len(rows) == 1:
            self.row_opened.emit(rows[0].dossier_id)
        self._awaits_one = False

    def show_dossier(self, dossier: Dossier, acts: tuple[Act, ...]) -> None:
        """Open a dossier as a page."""
        self._purpose.hide()
        self._dossier.show_dossier(dossier, acts)
        self._show_state()
        if self.isVisible():  # read anew behind another screen, it must not take the keys along
            self._dossier.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_purpose(self, dossier_id: str) -> None:
        """Ask what a dossier is to be opened for."""
        self._purpose.ask(dossier_id)

    def show_together(self, dossiers: tuple[Dossier, ...]) -> None:
        """List what was received together with the open dossier."""
        self._dossier.show_together(dossiers)

    def show_signatures(self, found: Mapping[str, SignatureFacts]) -> None:
        """Say what the signatures in the open dossier's papers come to, by slot."""
        self._dossier.show_signatures(found)

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Say what was handed over of the open dossier; None while nothing was."""
        self._dossier.show_outcome(outcome)
        self._show_state()

    def show_clock(self, standing: ClockStanding) -> None:
        """Show how the clock of the open dossier stands."""
        self._dossier.clock.show_standing(standing)

    def ask(self, panel: SlipPanel | None) -> None:
        """Ask in place what a slip of the open dossier is to say; None takes the question away."""
        self._dossier.ask(panel)

    def show_slips(self, kinds: tuple[SlipKind, ...]) -> None:
        """Offer slips of the open dossier."""
        self._dossier.slips.show_offered(kinds)

    def reset(self) -> None:
        """Forget what was looked for and opened."""
        self._search.forget()
        self._awaits_one = False
        self._dossier.clear()
        self.show_rows(())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc go back: from the dossier to the rows, from a search to all rows, then out."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._dossier.dossier_id:
            self._close_dossier()
        elif self._search.text():
            self._search.clear()
        else:
            self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _day_button(self, name: str) -> Button:
        made = button("", "quiet", name=name)
        made.setCheckable(True)
        self._days.addButton(made)
        return made

    def _lay_out(self) -> None:
        search = QHBoxLayout()
        search.setSpacing(GRID)
        search.addWidget(self._search, stretch=1)
        search.addWidget(self._today)
        search.addWidget(self._all)
        rows = QWidget()
        inside = QVBoxLayout(rows)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addLayout(search)
        inside.addWidget(self._count)
        inside.addWidget(self._purpose)
        inside.addWidget(self._table, stretch=1)
        self._pages.addWidget(rows)
        self._pages.addWidget(self._dossier)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._pages, stretch=1)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Register of received dossiers"))
        self._search.setPlaceholderText(self.tr("Code, name, or last digits of the ID number"))
        self._search.setAccessibleName(self.tr("Search the register"))
        self._today.setText(self.tr("&Today"))
        self._all.setText(self.tr("All &days"))
        self._print_again.setText(self.tr("Print again, marked as a copy"))
        self._declaration.setText(self.tr("Declaration on &paper"))
        self._hand_over.setText(self.tr("Hand over the &outcome"))
        self._closing.setText(self.tr("&Close the shift"))
        self._book.setText(self.tr("Register &pages"))
        self._inspect.setText(self.tr("&Inspection"))
        self._show_state()

    def _show_state(self) -> None:
        opened = bool(self._dossier.dossier_id)
        self._pages.setCurrentIndex(1 if opened else 0)
        self.primary.setText(self.tr("Back to the register") if opened else self.tr("Open dossier"))
        self.primary.setEnabled(opened or bool(self._table.marked))
        stays = dict.fromkeys((self._closing, self._book, self._inspect), not opened)
        stays |= dict.fromkeys((self._print_again, self._declaration), opened)
        stays[self._hand_over] = opened and self._dossier.awaits_outcome
        for action in sorted(stays, key=stays.__getitem__):  # with all at once the window would grow for good
            action.setVisible(stays[action])
        self._count.setText(self._count_words())

    def _count_words(self) -> str:
        found, wanted = self._table.count, self._search.wanted
        if found:
            return self._found_words(wanted).format(count=found)
        if wanted:
            if self._today.isChecked():
                return self.tr("Nothing of today goes by that; look through all days")
            return self.tr("Nothing goes by that; try fewer letters, or the last digits of the ID number")
        if self._today.isChecked():
            return self.tr("Nothing was received today; older dossiers stand under all days")
        return self.tr("Nothing has been received at this desk yet")

    def _found_words(self, wanted: str) -> str:
        if len(grouped_digits(wanted)) == FORMER_DIGITS:
            return self.tr("Found by the nine-digit number, which is no longer asked for: {count}")
        if self._table.count >= (MOST_FOUND if wanted else _MOST_ROWS):
            return self.tr("The first {count}; type more to find the others")
        return self.tr("Dossiers: {count}")

    def _close_dossier(self) -> None:
        self._dossier.clear()
        self._show_state()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_searched(self) -> None:
        self._awaits_one = False
        self._is_asking = True
        self.query_changed.emit(RegisterQuery(self._search.wanted, self._all.isChecked()))

    def _on_entered(self) -> None:
        """Open the marked row, or what a code that was just scanned will find."""
        if self._is_asking:
            self._awaits_one = True
        elif self._table.marked:
            self.row_opened.emit(self._table.marked)

    def _on_days_toggled(self, _button: object, checked: bool) -> None:  # noqa: FBT001 - a signal carries it
        if checked:
            self._search.search_now()

    def _on_primary(self) -> None:
        if self._dossier.dossier_id:
            self._close_dossier()
        elif self._table.marked and not self._purpose.take_focused():
            self.row_opened.emit(self._table.marked)

    def _on_print_again(self) -> None:
        if self._dossier.dossier_id:
            self.print_again_wanted.emit(self._dossier.dossier_id)
