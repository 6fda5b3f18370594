"""Receiving and its paper: terms reviewed, the acknowledgement previewed, printed, saved.

A paper is never made of what is not on disk, and a printer that fails changes nothing about the dossier.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.domain.dossier import Dossier
from counter_app.domain.fee_rules import Channel
from counter_app.domain.slip import LABELS, SlipKind
from counter_app.errors import CounterError
from counter_app.services.basket import Basket
from counter_app.services.desk import Desk
from counter_app.services.drafting import Sheet
from counter_app.services.filing import came_with, file_by, grant, name_case
from counter_app.services.paperwork import write_whole
from counter_app.services.print_room import label_of, paper_of, slip_of
from counter_app.services.print_run import PaperToPrint
from counter_app.services.signing import Unsigned
from counter_app.ui.notices import Notice
from counter_app.ui.pictures import image_of_picture
from counter_app.ui.print_desk import PrintDesk, PrintNews
from counter_app.ui.print_words import with_signature_said
from counter_app.ui.screens.receive import PrintWanted, ReceiveScreen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.page_filing import Ticked
from printing.preview import page_count, page_picture
from printing.sheet import PaperSize

_PREVIEW_DPI = 110


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of a paper as they would come out."""

    dossier: Dossier
    pages: tuple[QImage, ...]


class SlipDesk(QObject):
    """Serves the receive screen, and prints again for the register."""

    refused = Signal(object)
    printed = Signal(object)
    """Carries the Notice about a paper that comes out."""

    def __init__(
        self,
        screen: ReceiveScreen,
        visits: VisitDesk,
        desk: Desk,
        tasks: Tasks,
        *,
        prints: PrintDesk,
        size: PaperSize,
    ) -> None:
        super().__init__()
        self._screen = screen
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._prints = prints
        self._size = size
        prints.printers_found.connect(screen.show_printers)
        screen.next_wanted.connect(visits.leave)
        screen.channel_chosen.connect(self._on_channel_chosen)
        screen.case_ticked.connect(self._on_case_ticked)
        screen.code_given.connect(self._on_code_given)
        screen.waiver_ticked.connect(self._on_waiver_ticked)
        screen.size_chosen.connect(self._on_size_chosen)
        screen.print_wanted.connect(self._on_print_wanted)
        screen.save_wanted.connect(self._on_save_wanted)
        visits.dossier_received.connect(self._preview)

    def review(self, sheet: Sheet) -> None:
        """Show what would be filed, when it would be due and what it would cost."""
        mates = self._visits.state.mates
        sheets = Basket(sheet, mates).sheets
        try:
            promises = self._desk.reception.promises(sheets)
        except (
            CounterError
        ) as error:  # no rule of the procedure holds today: that is said, and shown as unknown
            promises = ()
            self.refused.emit(error)
        own = [one.terms for one in promises if one.part.dossier_id == sheet.draft.draft_id]
        terms = own[0] if own and not sheet.linked else None
        self._screen.show_review(sheet, terms, promises if len(promises) > 1 else (), mates=mates)

    def print(self, dossier: Dossier, printer_name: str) -> None:
        """Print both copies; from the second time on they are marked as copies."""
        sign, size = self._visits.duty.official.sign, self._size

        def draw() -> PaperToPrint:
            printout = self._desk.paperwork.acknowledgement(dossier.dossier_id, sign, size)
            return paper_of(printout.pdf, printout.sheet, printout.unsigned)

        self._bring_out(dossier, draw, printer_name)

    def print_slip(self, dossier: Dossier, kind: SlipKind) -> None:
        """Print a slip of a received dossier; one that has come out before is marked as a copy."""
        duty, size = self._visits.duty, self._size

        def draw() -> PaperToPrint:
            printout = self._desk.slip_prints.print(dossier.dossier_id, kind, duty, size)
            if kind is SlipKind.TEAR_OFF:
                return slip_of(printout.pdf)
            if kind in LABELS:
                return label_of(printout.pdf)
            return paper_of(printout.pdf, printout.sheet, printout.unsigned)

        self._bring_out(dossier, draw)

    def print_before(self, sheet: Sheet, kind: SlipKind) -> None:
        """Print what was stated about a draft that is not received."""
        size = self._size

        def draw() -> PaperToPrint:
            printout = self._desk.slip_prints.print_before(sheet, kind, size)
            return paper_of(printout.pdf, size, printout.unsigned)

        self.bring_out(draw)

    def bring_out(self, draw: Callable[[], PaperToPrint]) -> None:
        """Print any paper, and say in the bar how it goes."""

        def tell(news: PrintNews) -> None:
            self.printed.emit(news.notice)

        self._prints.bring_out(draw, owner=self, told=tell, failed=self.refused.emit)

    def save(self, dossier: Dossier, path: Path) -> None:
        """Write the paper as a PDF, whole or not at all; that counts as a print."""
        sign, size = self._visits.duty.official.sign, self._size

        def write() -> Unsigned | None:
            path.with_suffix(".part").touch()  # a folder that takes no file is known before the print counts
            printout = self._desk.paperwork.acknowledgement(dossier.dossier_id, sign, size)
            write_whole(path, printout.pdf)
            return printout.unsigned

        self._run(write, lambda unsigned: self._on_saved(dossier, path, unsigned))

    def _preview(self, dossier: Dossier) -> None:
        size = self._size

        def draw() -> Preview:
            pdf = self._desk.paperwork.preview(dossier, size)
            pages = (page_picture(pdf, page, dpi=_PREVIEW_DPI) for page in range(page_count(pdf)))
            return Preview(dossier, tuple(map(image_of_picture, pages)))

        self._run(draw, self._on_previewed)

    def _on_previewed(self, preview: Preview) -> None:
        if self._visits.state.dossier == preview.dossier:
            together = self._visits.state.together
            self._screen.show_dossier(preview.dossier, preview.pages, together)

    def _on_channel_chosen(self, channel: Channel) -> None:
        self._visits.change(lambda sheet: file_by(sheet, channel))

    def _on_case_ticked(self, ticked: Ticked) -> None:
        self._visits.change(lambda sheet: name_case(sheet, ticked.name, met=ticked.is_on))

    def _on_waiver_ticked(self, ticked: Ticked) -> None:
        self._visits.change(lambda sheet: grant(sheet, ticked.name, granted=ticked.is_on))

    def _on_code_given(self, code: str) -> None:
        sheet = self._visits.sheet
        if sheet and sheet.draft.filing.existing_code != code.strip().upper():
            self._visits.change(lambda sheet: came_with(sheet, code))

    def _on_size_chosen(self, size: PaperSize) -> None:
        self._size = size
        dossier = self._visits.state.dossier
        if dossier:
            self._preview(dossier)

    def _on_print_wanted(self, wanted: PrintWanted) -> None:
        dossier = self._visits.state.dossier
        if dossier:
            self.print(dossier, wanted.printer_name)

    def _on_save_wanted(self, path: str) -> None:
        dossier = self._visits.state.dossier
        if dossier:
            self.save(dossier, Path(path))

    def _bring_out(self, dossier: Dossier, draw: Callable[[], PaperToPrint], first: str = "") -> None:
        def tell(news: PrintNews) -> None:
            self._say(dossier, news.notice)

        self._prints.bring_out(draw, owner=self, told=tell, failed=self.refused.emit, first=first)

    def _on_saved(self, dossier: Dossier, path: Path, unsigned: Unsigned | None) -> None:
        saved = Notice(self.tr("Saved as {name}.").format(name=path.name), Tone.VERIFIED)
        self._say(dossier, with_signature_said(saved, unsigned))

    def _say(self, dossier: Dossier, notice: Notice) -> None:
        """Tell how it goes where the dossier is seen: beside its code, or else in the bar."""
        shown = self._visits.state.dossier
        if shown and shown.dossier_id == dossier.dossier_id:
            self._screen.show_print_outcome(notice.text, notice.tone)
        self.printed.emit(notice)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(Lane.CRAFT, work, owner=self, done=done, failed=self.refused.emit)
