"""A dossier's clock on its page: when it is due and why, and what stops it or lets it go on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counter_app.domain.due_lines import LineKind
from counter_app.domain.processing import Wait
from counter_app.services.timekeeping import ClockStanding
from counter_app.ui.icons import Tint
from counter_app.ui.widgets.clock_words import due_line_words
from counter_app.ui.widgets.page_facts import FactsCard, emptied
from counter_app.ui.widgets.page_words import moment_words, wait_words
from counter_app.ui.widgets.parts import GRID, Button, button

_MARKS = {
    LineKind.STOPPED: ("pause", Tint.AMBER),
    LineKind.DAY_OFF: ("calendar", Tint.QUIET),
    LineKind.DUE: ("circle-check", Tint.ACCENT),
    LineKind.DUE_PAST_DAYS_OFF: ("circle-check", Tint.ACCENT),
    LineKind.DUE_AFTER_CUT_OFF: ("circle-check", Tint.ACCENT),
    LineKind.EXTENDED: ("history", Tint.AMBER),
}
_PLAIN_MARK = ("clock", Tint.QUIET)


class ClockStep(StrEnum):
    """What an official may do to a clock."""

    BEGIN_WAIT = "begin_wait"
    END_WAIT = "end_wait"
    PAY_FEE = "pay_fee"
    ASK_AGAIN = "ask_again"
    TAKE_BACK = "take_back"


@dataclass(frozen=True, slots=True)
class ClockWish:
    """A step that is wanted; ``wait`` belongs to the two about waiting."""

    step: ClockStep
    wait: Wait | None = None


class ClockPage(QWidget):
    """Made anew for each standing; a second supplement is warned of in its place before it is kept."""

    step_wanted = Signal(object)
    """Carries the ClockWish."""

    def __init__(self) -> None:
        super().__init__()
        self._standing: ClockStanding | None = None
        self._warned = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, GRID)
        self.hide()

    def show_standing(self, standing: ClockStanding | None) -> None:
        """Show how the clock stands, or nothing."""
        self._warned = False
        self._standing = standing
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._lay_out()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        emptied(self._column)
        standing = self._standing
        self.setVisible(standing is not None and standing.is_counted)
        if standing is None:
            return
        card = FactsCard(self.tr("Clock"), "dossier_clock")
        card.add_line(self._now(standing), look="strong", name="clock_now")
        for line in standing.lines:
            shape, tint = _MARKS.get(line.kind, _PLAIN_MARK)
            card.add_mark(shape, tint, due_line_words(line, standing.unit))
        if standing.counts_as_overdue:
            words = self.tr("A supplement was asked for twice: it counts as overdue")
            card.add_line(words, look="warning", name="clock_overdue")
        if self._warned:
            words = self.tr("Only one supplement may be asked for: a second counts as overdue.")
            card.add_line(words, look="warning", name="clock_warned")
        card.add_part(_in_two_columns(self._steps(standing)))
        self._column.addWidget(card)

    def _now(self, standing: ClockStanding) -> str:
        if standing.due_at:
            return self.tr("Due {at}").format(at=moment_words(standing.due_at))
        if standing.waiting:
            waits = ", ".join(wait_words(wait) for wait in standing.waiting)
            return self.tr("Stands still, waiting for {waits}").format(waits=waits)
        return self.tr("Begins once the fee is paid")

    def _steps(self, standing: ClockStanding) -> list[QWidget]:
        made: list[QWidget] = []
        if standing.awaits_fee:
            made.append(self._button(self.tr("The fee has been paid"), "banknote", ClockStep.PAY_FEE))
        for wait in standing.waiting:
            words = self.tr("Go on: {wait} is there").format(wait=wait_words(wait))
            made.append(self._button(words, "arrow-right", ClockStep.END_WAIT, wait))
        for wait in standing.may_wait_for:
            if wait is Wait.SUPPLEMENT and standing.was_supplemented:
                made.append(self._second_supplement())
            else:
                words = self.tr("Stop: wait for {wait}").format(wait=wait_words(wait))
                made.append(self._button(words, "pause", ClockStep.BEGIN_WAIT, wait))
        if standing.may_take_back:
            made.append(self._button(self.tr("Take the last step back"), "undo-2", ClockStep.TAKE_BACK))
        return made

    def _second_supplement(self) -> Button:
        """Warn first: only one supplement may be asked for."""
        if not self._warned:
            made = button(
                self.tr("Ask for a supplement again …"), "quiet", "triangle-alert", name="clock_again"
            )
            made.clicked.connect(self._warn)
            return made
        return self._button(self.tr("Ask all the same"), "triangle-alert", ClockStep.ASK_AGAIN)

    def _warn(self) -> None:
        self._warned = True
        self._lay_out()
        sure = self.findChildren(Button, f"clock_{ClockStep.ASK_AGAIN}")
        if sure:
            sure[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, words: str, icon: str, step: ClockStep, wait: Wait | None = None) -> Button:
        name = f"clock_{step}_{wait}" if wait else f"clock_{step}"
        made = button(words, "danger" if step is ClockStep.ASK_AGAIN else "secondary", icon, name=name)
        made.clicked.connect(lambda: self.step_wanted.emit(ClockWish(step, wait)))
        return made


def _in_two_columns(steps: list[QWidget]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, GRID // 2, 0, 0)
    grid.setSpacing(GRID)
    grid.setColumnStretch(2, 1)
    for at, step in enumerate(steps):
        grid.addWidget(step, *divmod(at, 2))
    return made
