"""Papers of a received dossier: previewed, printed, saved; never made of what is not on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.domain.dossier import Dossier
from counter_app.services.paperwork import Paperwork
from counter_app.ui.pictures import image_of_picture
from counter_app.ui.printer import PrintOutcome, print_pdf
from counter_app.ui.tasks import Lane, Tasks
from printing.preview import page_count, page_picture
from printing.sheet import PaperSize

_PREVIEW_DPI = 110


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of a paper as they would come out."""

    dossier: Dossier
    pages: tuple[QImage, ...]


class SlipDesk(QObject):
    """Has acknowledgements drawn and brought out; a printer that fails changes nothing about the dossier."""

    previewed = Signal(object)
    printed = Signal(object)
    saved = Signal(object)
    refused = Signal(object)

    def __init__(self, paperwork: Paperwork, tasks: Tasks, sign: Callable[[], str]) -> None:
        super().__init__()
        self._paperwork = paperwork
        self._tasks = tasks
        self._sign = sign

    def preview(self, dossier: Dossier, size: PaperSize) -> None:
        """Draw the paper as its next print would look."""

        def draw() -> Preview:
            pdf = self._paperwork.preview(dossier, size)
            pages = (page_picture(pdf, page, dpi=_PREVIEW_DPI) for page in range(page_count(pdf)))
            return Preview(dossier, tuple(map(image_of_picture, pages)))

        self._run(draw, self.previewed.emit)

    def print(self, dossier: Dossier, size: PaperSize, printer_name: str) -> None:
        """Print both copies; from the second time on they are marked as copies."""
        sign = self._sign()

        def bring_out() -> PrintOutcome:
            printout = self._paperwork.acknowledgement(dossier.dossier_id, sign, size)
            return print_pdf(printout.pdf, printer_name, size)

        self._run(bring_out, self.printed.emit)

    def save(self, dossier: Dossier, size: PaperSize, path: Path) -> None:
        """Write the paper as a PDF; that counts as a print."""
        sign = self._sign()

        def write() -> Path:
            path.write_bytes(self._paperwork.acknowledgement(dossier.dossier_id, sign, size).pdf)
            return path

        self._run(write, self.saved.emit)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(Lane.CRAFT, work, owner=self, done=done, failed=self.refused.emit)
