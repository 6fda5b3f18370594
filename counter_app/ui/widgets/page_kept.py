"""How the page looked at is kept, and how many bytes its paper will take."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.services.paper_sizes import LARGE_PAGE, PaperSize
from counter_app.ui.icons import Tint
from counter_app.ui.widgets.parts import GRID, Glyph, label, set_look
from scanning.page_kind import PageKind

_KILO = 1_000


class PageKept(QWidget):
    """One quiet line under the pictures; it turns amber where a paper takes too much."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page_kept")
        self._kind, self._chosen = "", False
        self._size: PaperSize | None = None
        self._kind_words = label(look="hint", name="kept_kind")
        self._glyph = Glyph()
        self._size_words = label(look="hint", name="kept_size")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self._kind_words, stretch=1)
        row.addWidget(self._glyph)
        row.addWidget(self._size_words)
        self._show()

    def show_kind(self, kind: str, *, chosen: bool) -> None:
        """Say how the page is kept; ``chosen`` by the official, not by its content."""
        self._kind, self._chosen = kind, chosen
        self._show()

    def show_size(self, size: PaperSize | None) -> None:
        """Say what the paper takes; nothing while that is not known."""
        self._size = size
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        kind = self._kind_said()
        self._kind_words.setText(self.tr("{kind}, as chosen").format(kind=kind) if self._chosen else kind)
        is_large = self._size is not None and self._size.is_large
        self._glyph.setVisible(is_large)
        self._glyph.show_icon("triangle-alert" if is_large else "", Tint.AMBER)
        set_look(self._size_words, "look", "warning" if is_large else "hint")
        self._size_words.setText(self._size_said(self._size) if self._size else "")

    def _kind_said(self) -> str:
        said = {
            PageKind.TEXT: self.tr("Kept in black and white"),
            PageKind.COLOUR: self.tr("Kept in colour"),
            PageKind.PHOTO: self.tr("Kept as a photograph"),
        }
        return said.get(PageKind(self._kind), "") if self._kind else ""

    def _size_said(self, size: PaperSize) -> str:
        kilo = max(1, round(size.size / _KILO))
        one, many = self.tr("1 page, {kilo} kB"), self.tr("{count} pages, {kilo} kB")
        words = (one if size.pages == 1 else many).format(count=size.pages, kilo=kilo)
        if not size.is_large:
            return words
        return self.tr("{size}: over {limit} kB a page").format(size=words, limit=LARGE_PAGE // _KILO)
