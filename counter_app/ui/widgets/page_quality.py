"""The traffic light of a page: good, or what is wrong with it and what helps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from counter_app.ui.icons import Tint
from counter_app.ui.widgets.parts import GRID, Glyph, button, label, set_look
from counter_app.ui.words import complaint_words
from scanning.guard_findings import Complaint, Light, light_of


class PageQuality(QFrame):
    """Says in one sentence, the worst, why a page should be taken again; all of them when pointed at."""

    retake_asked = Signal()
    pointed_at = Signal(bool)
    """Says whether the sentence is pointed at, by mouse or focus, so that its places are looked for."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page_quality")
        self.setProperty("look", "notice")
        self._complaints: tuple[Complaint, ...] = ()
        self._doubted: tuple[Complaint, ...] = ()
        self._busy = ""
        self._judged = False
        self._glyph = Glyph(lines=1.4)
        self._words = label(name="quality_words", wraps=True)
        self._retake = button("", "secondary", "refresh-cw", name="retake_button")
        self._retake.clicked.connect(self.retake_asked)
        words = QVBoxLayout()
        words.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + 4, GRID // 2, GRID // 2, GRID // 2)
        row.setSpacing(GRID + 4)
        row.addWidget(self._glyph)
        row.addLayout(words, stretch=1)
        row.addWidget(self._retake)
        self._show()

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    def show_judgement(self, complaints: tuple[str, ...], *, has_places: bool = False) -> None:
        """Say what a page was found wanting in; codes that are not known are left out.

        With ``has_places`` the focus can go to the sentence, to see where on the page that is.
        """
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if has_places else Qt.FocusPolicy.NoFocus)
        known = {complaint.value: complaint for complaint in Complaint}
        self._complaints = tuple(known[code] for code in complaints if code in known)
        self._doubted = ()
        self._busy, self._judged = "", True
        self._show()
        if self._complaints:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_doubted(self, complaints: tuple[Complaint, ...], *, has_places: bool) -> None:
        """Say also what the words on the page that was judged give reason to say."""
        if has_places:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        is_new = complaints and complaints != self._doubted
        self._doubted = complaints
        self._show()
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_busy(self, words: str) -> None:
        """Say that a page is being worked on; no words end it."""
        self._busy = words
        self._show()

    def clear(self) -> None:
        """Say how a page comes in."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._complaints, self._doubted, self._busy, self._judged = (), (), "", False
        self._show()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Point out what the sentence is about."""
        super().enterEvent(event)
        self.pointed_at.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Point out nothing more, unless the focus does."""
        super().leaveEvent(event)
        self.pointed_at.emit(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point out what the sentence is about."""
        super().focusInEvent(event)
        self.pointed_at.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point out nothing more."""
        super().focusOutEvent(event)
        self.pointed_at.emit(self.underMouse())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        complaints = sorted((*self._complaints, *self._doubted), key=_is_lesser)
        self.setToolTip("\n".join(complaint_words(complaint) for complaint in complaints[1:]))
        self._retake.setText(self.tr("Take it a&gain"))
        self._retake.setVisible(bool(complaints) and not self._busy)
        if self._busy:
            self._say(self._busy, "card", "hourglass", Tint.ACCENT)
        elif complaints:
            said = complaint_words(complaints[0])
            if light_of(complaints) is Light.RED:
                self._say(said, "error", "circle-alert", Tint.ERROR)
            else:
                self._say(said, "warning", "triangle-alert", Tint.AMBER)
        elif self._judged:
            self._say(self.tr("The page is sharp and whole"), "verified", "circle-check", Tint.VERIFIED)
        else:
            hint = self.tr("Lay the sheet under the camera, drop a file here, or paste a picture")
            self._say(hint, "neutral", "info", Tint.QUIET)

    def _say(self, words: str, tone: str, shape: str, tint: Tint) -> None:
        self._words.setText(words)
        self._glyph.show_icon(shape, tint)
        self.setAccessibleName(words)
        set_look(self, "tone", tone)


def _is_lesser(complaint: Complaint) -> bool:
    return complaint.light is not Light.RED
