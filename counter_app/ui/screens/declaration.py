"""A declaration on paper: its pages as they would come out, to be printed for signing or saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QImage, QKeyEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.printers import FoundPrinter
from counter_app.ui.widgets.page_action import screen_action
from counter_app.ui.widgets.parts import GRID, label
from counter_app.ui.widgets.pdf_view import PdfView

_FILE_NAME = "to-khai.pdf"


class DeclarationScreen(QWidget):
    """Shows the sheet that the citizen will sign; Esc goes back to where it was asked for."""

    print_wanted = Signal(str)
    """Carries the printer's name."""
    save_wanted = Signal(str)
    """Carries the path of the PDF to be written."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("declaration_screen")
        self._received = False
        self.primary = screen_action(self, "print_declaration", self._on_print_asked, "Ctrl+P")
        self._save = screen_action(self, "save_declaration", self._on_save_asked, "Ctrl+S")
        self._back = screen_action(self, "leave_declaration", self.closed.emit)
        self.secondary: tuple[QAction, ...] = (self._back, self._save)
        self._title = label(look="title", name="declaration_title", wraps=True)
        self._hint = label(look="hint", name="declaration_hint", wraps=True)
        self._none = label(look="warning", name="no_declaration_printer", wraps=True)
        self._printer_label, self._printer = QLabel(), QComboBox()
        self._printer.setObjectName("declaration_printer")
        self._printer_label.setBuddy(self._printer)
        self._preview = PdfView()
        self._lay_out()
        self._retranslate()
        self.show_printers(())

    def show_pages(self, pages: tuple[QImage, ...], *, received: bool = False) -> None:
        """Show the pages from the top; of a ``received`` dossier they are printed again, not signed."""
        self._received = received
        self._say_hint()
        self._preview.show_pages(pages)

    def show_printers(self, printers: tuple[FoundPrinter, ...]) -> None:
        """Offer these printers; without any the paper can be saved."""
        self._printer.clear()
        self._printer.addItem(self.tr("As set up (F10)"), "")
        for each in printers:
            self._printer.addItem(each.label, each.address)
        for part in (self._printer, self._printer_label):
            part.setVisible(bool(printers))
        self._none.setVisible(not printers)
        self.primary.setEnabled(bool(printers))

    def reset(self) -> None:
        """Forget this citizen's paper."""
        self._preview.clear()

    def first_focus(self) -> QWidget:
        """Begin at the paper: the arrow keys scroll it."""
        return self._preview

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc go back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(GRID)
        choice.addWidget(self._hint, stretch=1)
        choice.addWidget(self._printer_label)
        choice.addWidget(self._printer)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addLayout(choice)
        column.addWidget(self._none)
        column.addWidget(self._preview, stretch=1)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("The declaration on paper"))
        self._say_hint()
        self._none.setText(
            self.tr("This machine has no printer: save the paper as a PDF and print it elsewhere")
        )
        self._printer.setItemText(0, self.tr("As set up (F10)"))
        self._printer_label.setText(self.tr("P&rinter"))
        self._printer.setAccessibleName(self.tr("Printer"))
        self._preview.setAccessibleName(self.tr("The declaration as it will be printed"))
        self.primary.setText(self.tr("Print"))
        self._save.setText(self.tr("Save as PDF"))
        self._back.setText(self.tr("&Back"))

    def _say_hint(self) -> None:
        if self._received:
            words = self.tr("As it was received. Every print after the first is marked as a copy.")
        else:
            words = self.tr("Have the citizen read it through and sign it.")
        self._hint.setText(words)

    def _on_print_asked(self) -> None:
        self.print_wanted.emit(self._printer.currentData() or "")

    def _on_save_asked(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the declaration"))
        dialog.setObjectName("save_declaration_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(str(Path.home() / _FILE_NAME))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_wanted)
        dialog.open()
