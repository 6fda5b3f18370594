"""What a page's words or picture give reason to say, in one sentence: it never blocks, can be sent away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter_app.ui.icons import Tint
from counter_app.ui.widgets.page_values import Doubt
from counter_app.ui.widgets.parts import GRID, Glyph, button, label, set_look
from scanning.guard_findings import Complaint

_LONGEST = 56
"""Letters of a paper's name that are said; the rest stands where it is pointed at."""
_TAKE_UP_KEYS, _DISMISS_KEYS = "Ctrl+G", "Ctrl+H"


class PageRemarkLine(QFrame):
    """Says a doubt about the page looked at, or where another page lies of which there is one."""

    move_asked = Signal(object)
    """Carries the Doubt whose page is to go to the paper it looks like."""
    sheets_asked = Signal(object)
    """Carries the Doubt whose other sheets are to become pages, too."""
    sight_asked = Signal(object)
    """Carries the Doubt whose page is to be looked at."""
    dismissed = Signal(object)
    """Carries the Doubt."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page_remark")
        self.setProperty("look", "notice")
        set_look(self, "tone", "card")
        self._doubt: Doubt | None = None
        self._paper = self._where = ""
        self._glyph = Glyph("search", Tint.ACCENT, lines=1.2)
        self._words = label(name="remark_words", wraps=True)
        self._take_up = button("", "secondary", "", _TAKE_UP_KEYS, name="remark_take_up")
        self._leave = button("", "icon", "x", _DISMISS_KEYS, name="remark_dismiss")
        self._take_up.clicked.connect(self._on_taken_up)
        self._leave.clicked.connect(self._on_left)
        self._lay_out()
        self._show()

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text() if self._doubt else ""

    def show_doubt(self, doubt: Doubt | None, *, paper: str = "", where: str = "") -> None:
        """Say a doubt; ``paper`` names the one it looks like, ``where`` the place of a page out of sight."""
        is_new = doubt != self._doubt and doubt is not None
        self._doubt, self._paper, self._where = doubt, paper, where
        self._show()
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + 4, GRID // 2, GRID // 2, GRID // 2)
        row.setSpacing(GRID + 4)
        row.addWidget(self._glyph)
        row.addWidget(self._words, stretch=1)
        row.addWidget(self._take_up)
        row.addWidget(self._leave)

    def _show(self) -> None:
        self.setVisible(self._doubt is not None)
        if self._doubt is None:
            return
        said = self._said(self._doubt)
        words = f"{_short(self._where)}: {said}" if self._where else said
        self._words.setText(words)
        self._words.setToolTip(self._paper if len(self._paper) > _LONGEST else "")
        self.setAccessibleName(words)
        act = self._act(self._doubt)
        self._take_up.setText(f"{act}   {_TAKE_UP_KEYS}")
        self._take_up.setAccessibleName(act)
        self._take_up.setVisible(bool(self._where or self._paper or self._doubt.beside))
        leave = self.tr("Leave it as it is")
        self._leave.setToolTip(f"{leave} ({_DISMISS_KEYS})")
        self._leave.setAccessibleName(leave)

    def _act(self, doubt: Doubt) -> str:
        if self._where:
            return self.tr("Show the page")
        return self.tr("Take them") if doubt.beside else self.tr("Move it there")

    def _said(self, doubt: Doubt) -> str:
        if doubt.beside:
            words = self.tr("Sheets not taken yet: {count}")
            return words.format(count=len(doubt.beside))
        if doubt.complaint is Complaint.WRONG_SIDE:
            return self.tr("The card's other side is missing")
        if doubt.complaint is Complaint.WRONG_PAPER:
            return self.tr("This looks like: {paper}").format(paper=_short(self._paper))
        if doubt.until:
            day = f"{doubt.until:%d/%m/%Y}"
            return self.tr("By its dates, this paper held until {day} at the latest").format(day=day)
        return self.tr("This paper is about somebody else: {name}").format(name=doubt.other)

    def _on_taken_up(self) -> None:
        doubt = self._doubt
        if doubt and self._where:
            self.sight_asked.emit(doubt)
        elif doubt:
            (self.sheets_asked if doubt.beside else self.move_asked).emit(doubt)

    def _on_left(self) -> None:
        if self._doubt:
            self.dismissed.emit(self._doubt)


def _short(name: str) -> str:
    """Cut a long name after a whole word."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rsplit(' ', 1)[0]} …"
