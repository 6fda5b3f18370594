"""The last step: what will be filed, read to the citizen; then the dossier, its code and its paper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QImage, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from counter_app.domain.dossier import Dossier
from counter_app.domain.outbox import EntryState
from counter_app.domain.printers import FoundPrinter
from counter_app.domain.slip import SlipKind
from counter_app.services.drafting import Sheet
from counter_app.services.reception import Promise, Terms
from counter_app.ui.lacking import FormLacks, lacking_forms, lacks_of
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.page_action import screen_action
from counter_app.ui.widgets.page_facts import emptied
from counter_app.ui.widgets.page_filed import FiledPage
from counter_app.ui.widgets.page_review import ReviewPage
from counter_app.ui.widgets.parts import GRID, label
from counter_app.ui.widgets.slip_panel import SlipPanel

_MOST_LETTERS = 28
_FILE_NAME = "giay-tiep-nhan-{code}.pdf"
_UNDO_KEYS = "Ctrl+Z"
"""The window's own key for taking back: it works here too, and is only named."""


@dataclass(frozen=True, slots=True)
class PrintWanted:
    """On which printer the acknowledgement is to come out."""

    printer_name: str


class ReceiveScreen(QWidget):
    """Shows a review until the dossier is there, and the dossier from then on; printing holds nobody up."""

    receive_wanted = Signal()
    next_wanted = Signal()
    field_asked = Signal(str)
    """Carries the name of a field that is missing or wrong."""
    paper_asked = Signal(str)
    """Carries the slot of a missing paper."""
    form_asked = Signal(str)
    """Carries the draft's id of another form of the basket, which lacks something."""
    print_wanted = Signal(object)
    """Carries PrintWanted."""
    save_wanted = Signal(str)
    """Carries the path of the PDF to be written."""
    declaration_wanted = Signal()
    """The declaration is wanted on paper."""
    channel_chosen = Signal(object)
    """Carries the Channel by which the dossier is filed."""
    case_ticked = Signal(object)
    """Carries Ticked, of a case."""
    code_given = Signal(str)
    """Carries the code that an online dossier came with."""
    waiver_ticked = Signal(object)
    """Carries Ticked, of a reason to pay less."""
    size_chosen = Signal(object)
    """Carries the PaperSize."""
    slip_wanted = Signal(object)
    """Carries the SlipKind wanted of a draft that is not received: its request (02) or refusal (03)."""
    undo_wanted = Signal()
    """The dossier just received is to be a draft again."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("receive_screen")
        self._sheet: Sheet | None = None
        self._terms: Terms | None = None
        self._promises: tuple[Promise, ...] = ()
        self._own: FormLacks | None = None
        self._others: tuple[FormLacks, ...] = ()
        self._dossier: Dossier | None = None
        self._is_stale = False
        self.primary = screen_action(self, "receive_primary", self._on_primary)
        self._print = screen_action(self, "print_paper", self._on_print_asked, "Ctrl+P")
        self._save = screen_action(self, "save_paper", self._on_save_asked, "Ctrl+S")
        self._declaration = screen_action(self, "declaration_on_paper", self.declaration_wanted.emit)
        self._undo = screen_action(self, "undo_reception", self.undo_wanted.emit)
        self._undo.setVisible(False)
        self._request = screen_action(
            self, "request_before", lambda: self.slip_wanted.emit(SlipKind.SUPPLEMENT)
        )
        self._refusal = screen_action(self, "refusal_before", lambda: self.slip_wanted.emit(SlipKind.REFUSAL))
        self.secondary: tuple[QAction, ...] = (
            self._refusal,
            self._request,
            self._undo,
            self._declaration,
            self._save,
            self._print,
        )
        self._title = label(look="title", name="receive_title", wraps=True)
        self._why_not = label(look="warning", name="why_not", wraps=True)
        self._review, self._filed = ReviewPage(), FiledPage()
        self._review.lacking.field_asked.connect(self.field_asked)
        self._review.lacking.paper_asked.connect(self.paper_asked)
        self._review.lacking.form_asked.connect(self.form_asked)
        filing = self._review.filing
        filing.channel_chosen.connect(self.channel_chosen)
        filing.case_ticked.connect(self.case_ticked)
        filing.waiver_ticked.connect(self.waiver_ticked)
        filing.code_given.connect(self.code_given)
        self._filed.size_chosen.connect(self.size_chosen)
        self._pages, self._asked = QStackedWidget(), QVBoxLayout()
        self._lay_out()
        self._retranslate()

    def first_focus(self) -> QWidget:
        """Begin at what is read: the arrow keys scroll it."""
        return self._filed if self._dossier else self._review

    def show_review(
        self,
        sheet: Sheet,
        terms: Terms | None,
        promises: tuple[Promise, ...] = (),
        *,
        mates: tuple[Sheet, ...] = (),
    ) -> None:
        """Show what would be filed, and the terms once they are known; ``promises`` where several.

        ``mates`` are the other forms of the basket: nothing is received while one of them lacks something.
        """
        self._sheet, self._terms, self._dossier = sheet, terms, None
        self._promises = promises
        self._own, self._others = lacks_of(sheet), lacking_forms(mates)
        self._is_stale = True
        self._show_state()

    def show_dossier(
        self, dossier: Dossier, pages: tuple[QImage, ...], together: tuple[Dossier, ...] = ()
    ) -> None:
        """Show the received dossier and the pages of its paper, which tells of all received ``together``."""
        self._sheet, self._terms, self._dossier = None, None, dossier
        self._review.clear()
        self._filed.show_dossier(dossier, pages, together)
        is_first = self._pages.currentWidget() is not self._filed
        self._show_state()
        if is_first:
            self._filed.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_printers(self, printers: tuple[FoundPrinter, ...]) -> None:
        """Offer these printers."""
        self._filed.show_printers(printers)
        self._show_state()

    def ask(self, panel: SlipPanel | None) -> None:
        """Ask in place of the review what a slip is to say; None takes the question away."""
        emptied(self._asked)
        self._pages.setVisible(panel is None)
        if panel:
            panel.dismissed.connect(lambda: self.ask(None))
            self._asked.addWidget(panel)
            panel.begin()

    def show_undo(self, seconds: int) -> None:
        """Offer for so many seconds to take the reception back; 0 offers it no more."""
        words = self.tr("Take back ({seconds} s)").format(seconds=seconds)
        self._undo.setText(f"{words}   {_UNDO_KEYS}")
        self._undo.setVisible(seconds > 0)

    def show_print_outcome(self, words: str, tone: Tone) -> None:
        """Say how a print went; whatever it says, the next citizen may come."""
        self._filed.show_outcome(words, tone)

    def show_sent(self, sent: EntryState | None, *, has_hub: bool) -> None:
        """Say how far what is told of the dossier has come; without a hub it is kept here."""
        self._filed.show_sent(sent, has_hub=has_hub)

    def reset(self) -> None:
        """Forget this citizen's dossier."""
        self._sheet, self._terms, self._dossier = None, None, None
        self._own, self._others = None, ()
        self._is_stale = False
        self._review.clear()
        self._filed.clear()
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what has changed while the screen was out of sight."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._freshen)  # the screen stands first, so that keys never wait for it

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._is_stale = self._sheet is not None
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._pages.addWidget(self._review)
        self._pages.addWidget(self._filed)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._why_not)
        column.addLayout(self._asked)
        column.addWidget(self._pages, stretch=1)

    def _retranslate(self) -> None:
        self._print.setText(self.tr("Print"))
        self._save.setText(self.tr("Save as PDF"))
        self._declaration.setText(self.tr("Print &form"))
        self._request.setText(self.tr("&Ask for what is missing (02)"))
        self._refusal.setText(self.tr("Re&fuse (03)"))
        self._show_state()

    def _show_state(self) -> None:
        received = self._dossier is not None
        self._pages.setCurrentWidget(self._filed if received else self._review)
        if received:
            self._title.setText(self.tr("Hand over the acknowledgement"))
            self.primary.setText(self.tr("Next citizen"))
        else:
            self._title.setText(self.tr("Read it out to the citizen"))
            self.primary.setText(self._primary_words())
        left = self._left()
        why_not = self.tr("Still to be put right before it can be received: {count}").format(count=left)
        self._why_not.setText(why_not)
        self._why_not.setVisible(bool(left))
        self.primary.setEnabled(received or (self._sheet is not None and (not left or self._leads)))
        self.primary.setToolTip(why_not if left else "")
        self._print.setVisible(received and self._filed.has_printer)
        self._save.setVisible(received)
        lacks_papers = self._sheet is not None and bool(self._sheet.missing_papers)
        self._request.setVisible(lacks_papers)
        self._refusal.setVisible(self._sheet is not None)
        if received or self._sheet is None:
            self.ask(None)
        self._freshen()

    def _freshen(self) -> None:
        """Lay the review out only while it is seen: every key on the form changes the sheet."""
        if self._sheet and self._is_stale and self.isVisible():
            self._is_stale = False
            self._review.show_sheet(self._sheet, self._terms, self._promises)
            if self._own:
                self._review.lacking.show_lacks(self._sheet, self._own, self._others)

    @property
    def _standing(self) -> tuple[FormLacks, ...]:
        """The forms that lack something, the one at hand first."""
        own = (self._own,) if self._own and self._own.count else ()
        return own + self._others if self._sheet else ()

    @property
    def _leads(self) -> bool:
        """Whether something that lacks can be gone to."""
        return bool(self._others) or bool(self._own and self._own.lacks)

    def _left(self) -> int:
        return sum(form.count for form in self._standing)

    def _primary_words(self) -> str:
        """Say what pressing it does: receive, or go to the first thing that lacks, which is named."""
        left = self._left()
        if not left:
            return self.tr("Receive")
        lacks = [lack.what for form in self._standing for lack in form.lacks]
        what = _short(lacks[0] if lacks else self._standing[0].form)
        if not self._leads:
            return self.tr("Cannot be received")
        if left > 1:
            return self.tr("Missing: {what} and {count} more").format(what=what, count=left - 1)
        return self.tr("Missing: {what}").format(what=what)

    def _on_primary(self) -> None:
        if self._dossier:
            self.next_wanted.emit()
        elif self._left():
            self._go_to_first()
        elif self._sheet:
            self.receive_wanted.emit()

    def _go_to_first(self) -> None:
        first = next(iter(self._own.lacks if self._own else ()), None)
        if first and first.field:
            self.field_asked.emit(first.field)
        elif first:
            self.paper_asked.emit(first.slot)
        elif self._others:
            self.form_asked.emit(self._others[0].draft_id)

    def _on_print_asked(self) -> None:
        self.print_wanted.emit(PrintWanted(self._filed.printer_name))

    def _on_save_asked(self) -> None:
        if self._dossier is None:
            return
        dialog = QFileDialog(self, self.tr("Save the acknowledgement"))
        dialog.setObjectName("save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(str(Path.home() / _FILE_NAME.format(code=self._dossier.code)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_wanted)
        dialog.open()


def _short(words: str) -> str:
    return words if len(words) <= _MOST_LETTERS else f"{words[: _MOST_LETTERS - 1].rstrip()}…"
