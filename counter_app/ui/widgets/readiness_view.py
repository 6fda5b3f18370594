"""The opening check in the window: a line for each point, how it stands, and the way to set it up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.readiness import Finding, Point, Standing
from counter_app.ui.icons import Tint
from counter_app.ui.readiness_words import finding_words, point_words, set_up_words
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.parts import GRID, Glyph, button, label, scrolled
from counter_app.ui.widgets.said_line import SaidLine

_WIDE_EMS, _HIGH_EMS = 54, 36
_MARKS = {
    Standing.GOOD: ("circle-check", Tint.VERIFIED),
    Standing.LOOK: ("circle-alert", Tint.AMBER),
    Standing.MEND: ("triangle-alert", Tint.ERROR),
}
_SET_UP = (Point.HUB, Point.CAMERA, Point.SCANNER, Point.PRINTERS)


class ReadinessView(QDialog):
    """Shows each point as soon as it is known; Enter goes on at any moment."""

    check_wanted = Signal()
    set_up_wanted = Signal(object)
    """Carries the Point that is to be set up."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("readiness_view")
        self.setModal(True)
        self._found: dict[Point, Finding] = {}
        self._title = label(look="title", name="readiness_title", wraps=True)
        self._hint = label(look="hint", name="readiness_hint", wraps=True)
        self._sum = SaidLine("readiness_sum")
        self._lines = {point: _Line(point) for point in Point}
        for point in _SET_UP:
            self._lines[point].set_up.clicked.connect(lambda _=False, at=point: self.set_up_wanted.emit(at))
        self._again = button("", "secondary", "refresh-cw", name="readiness_again")
        self._again.clicked.connect(self.check)
        self._again.setAutoDefault(False)
        self._leave = button("", "primary", name="readiness_leave")
        self._leave.clicked.connect(self.accept)
        self._leave.setDefault(True)
        self._lay_out()
        self._retranslate()

    def check(self) -> None:
        """Forget what was found, and have it looked for anew."""
        self._found = {}
        self._show()
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self.check_wanted.emit()

    def show_finding(self, found: Finding) -> None:
        """Show how a point stands."""
        self._found[found.point] = found
        self._show()

    def missing(self) -> tuple[Point, ...]:
        """List the points of which nothing is known yet."""
        return tuple(point for point in Point if point not in self._found)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        for line in self._lines.values():
            line.show_finding(self._found.get(line.point))
        standings = {found.standing for found in self._found.values()}
        if Standing.MEND in standings:
            self._sum.say(self.tr("Mend what is marked red before anything is received."), Tone.ERROR)
        elif self.missing():
            self._sum.say(self.tr("Looking …"), Tone.DECLARED)
        elif Standing.LOOK in standings:
            words = self.tr("The desk can be opened; somebody should look at what is marked today.")
            self._sum.say(words, Tone.WARNING)
        else:
            self._sum.say(self.tr("All is well: the desk is ready."), Tone.VERIFIED)

    def _retranslate(self) -> None:
        for titled in (self.setWindowTitle, self._title.setText):
            titled(self.tr("Is the desk ready?"))
        self._hint.setText(
            self.tr(
                "Enter goes on without waiting. Ctrl+Shift+O opens this page again; a figure sets a line up."
            )
        )
        self._again.setText(self.tr("Look &again"))
        self._leave.setText(self.tr("&Go on"))
        self._show()

    def _lay_out(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, GRID, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(2, 1)
        for row, line in enumerate(self._lines.values()):
            grid.addWidget(line.mark, row, 0)
            grid.addWidget(line.name, row, 1)
            grid.addWidget(line.words, row, 2, 1, 1 if line.has_set_up else 2)
            if line.has_set_up:
                grid.addWidget(line.set_up, row, 3)
        grid.setRowStretch(len(self._lines), 1)
        foot = QHBoxLayout()
        foot.addWidget(self._again)
        foot.addStretch(1)
        foot.addWidget(self._leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(self._title)
        whole.addWidget(self._hint)
        whole.addWidget(self._sum)
        whole.addWidget(scrolled(inside), stretch=1)
        whole.addLayout(foot)
        wanted = QSize(_WIDE_EMS, _HIGH_EMS) * self.fontMetrics().height()
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.95))


class _Line:
    """One point: a mark, its name, what there is to say, and a button that leads to where it is set up."""

    def __init__(self, point: Point) -> None:
        self.point = point
        self.has_set_up = point in _SET_UP
        self.mark = Glyph("circle-dashed", Tint.QUIET)
        self.name = label(look="strong", name=f"readiness_{point}")
        self.words = label(name=f"readiness_{point}_says", wraps=True)
        self._figure = str(_SET_UP.index(point) + 1) if self.has_set_up else ""
        self.set_up = button("", "quiet", "settings", self._figure, name=f"set_up_{point}")
        self.set_up.setAutoDefault(False)

    def show_finding(self, found: Finding | None) -> None:
        """Say how it stands; None while it is looked at."""
        self.name.setText(point_words(self.point))
        self.words.setText(finding_words(found) if found else "…")
        self.mark.show_icon(*(_MARKS[found.standing] if found else ("circle-dashed", Tint.QUIET)))
        self.set_up.setText(set_up_words(self._figure))
        self.set_up.setAccessibleName(f"{point_words(self.point)}: {self.set_up.text()}")
