"""An earlier paper before it is used again: its pages, where it comes from, and yes or no."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.services.paper_reuse import EarlierPaper
from counter_app.ui.widgets.parts import GRID, button, label, roomy
from counter_app.ui.widgets.pdf_view import PdfView

_WIDE_EMS, _HIGH_EMS = 44, 42


class EarlierView(QDialog):
    """Shows the pages of an earlier paper; Enter uses it, Esc does not."""

    accepted_paper = Signal(object)
    """Carries the EarlierPaper that is to be used."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("earlier_view")
        self.setModal(True)
        self._earlier: EarlierPaper | None = None
        self._title = label(look="title", name="earlier_title", wraps=True)
        self._words = label(look="hint", name="earlier_words", wraps=True)
        self._pages = PdfView()
        self._pages.setObjectName("earlier_pages")
        self._use = button("", "primary", name="earlier_use")
        self._leave = button("", "quiet", name="earlier_leave")
        self._leave.setAutoDefault(False)
        self._use.clicked.connect(self.accept)
        self._leave.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)
        self._lay_out()
        self._use.setDefault(True)  # it has to lie in the dialog first
        self._retranslate()

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._pages.page_count

    def show_paper(self, earlier: EarlierPaper, pages: tuple[QImage, ...]) -> None:
        """Open with these pages; nothing of them is kept once it is closed."""
        self._earlier = earlier
        self._title.setText(earlier.name)
        self._pages.show_pages(pages)
        self._retranslate()
        self.open()
        self._use.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_finished(self, result: int) -> None:
        earlier, self._earlier = self._earlier, None
        self._pages.clear()
        self._title.clear()
        self._words.clear()
        if earlier and result == QDialog.DialogCode.Accepted:
            self.accepted_paper.emit(earlier)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Earlier paper"))
        self._pages.setAccessibleName(self.tr("Pages of the earlier paper"))
        self._use.setText(self.tr("&Use it again"))
        self._leave.setText(self.tr("&Leave it"))
        if self._earlier:
            words = self.tr("From dossier {code}, digitised {day}. See that it is whole and still true.")
            day = f"{self._earlier.taken_on:%d/%m/%Y}"
            self._words.setText(words.format(code=self._earlier.dossier_code, day=day))

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addStretch(1)
        below.addWidget(self._leave)
        below.addWidget(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._pages, stretch=1)
        column.addLayout(below)
        self.resize(roomy(self, _WIDE_EMS, _HIGH_EMS))
