"""The declaration's paper: drawn from the answers as they stand, shown, printed for signing, saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.services.declaration import Declarations
from counter_app.services.paperwork import write_whole
from counter_app.ui.pictures import image_of_picture
from counter_app.ui.printer import PrintOutcome, ask_printer, print_pdf
from counter_app.ui.screens.declaration import DeclarationScreen
from counter_app.ui.steps import VisitState
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from printing.preview import page_count, page_picture
from printing.sheet import PaperSize

_PREVIEW_DPI = 110


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A declaration and its pages as pictures."""

    pdf: bytes
    pages: tuple[QImage, ...]


class DeclarationDesk(QObject):
    """Serves the declaration's screen; what is shown is what is printed."""

    opened = Signal()
    """The paper is on its screen."""
    refused = Signal(object)
    printed = Signal(object)
    """Carries the words about a paper that came out."""

    def __init__(
        self, screen: DeclarationScreen, visits: VisitDesk, declarations: Declarations, tasks: Tasks
    ) -> None:
        super().__init__()
        self._screen = screen
        self._visits = visits
        self._declarations = declarations
        self._tasks = tasks
        self._pdf = b""
        screen.print_wanted.connect(self._on_print_wanted)
        screen.save_wanted.connect(self._on_save_wanted)
        visits.citizen_left.connect(self._on_citizen_left)

    def open(self) -> None:
        """Draw the declaration of the visit at hand and put it on the screen."""
        state = self._visits.state

        def draw() -> _Drawn:
            pdf = self._draw(state)
            pages = (page_picture(pdf, page, dpi=_PREVIEW_DPI) for page in range(page_count(pdf)))
            return _Drawn(pdf, tuple(map(image_of_picture, pages)))

        if state.sheet:
            self._run(draw, lambda drawn: self._on_drawn(state, drawn))

    def _draw(self, state: VisitState) -> bytes:
        if state.dossier:
            return self._declarations.of_dossier(state.dossier)
        return self._declarations.of_sheet(state.sheet) if state.sheet else b""

    def _on_drawn(self, state: VisitState, drawn: _Drawn) -> None:
        if self._visits.state == state:  # another citizen, or a newer answer, makes it the wrong paper
            self._pdf = drawn.pdf
            self._screen.show_pages(drawn.pages)
            self.opened.emit()

    def _on_citizen_left(self) -> None:
        self._pdf = b""

    def _on_print_wanted(self, printer_name: str) -> None:
        pdf = self._pdf

        def bring_out() -> PrintOutcome:
            ask_printer(printer_name)
            return print_pdf(pdf, printer_name, PaperSize.A4)

        if pdf:
            self._run(bring_out, self._on_printed)

    def _on_save_wanted(self, path: str) -> None:
        pdf = self._pdf

        def write() -> str:
            write_whole(Path(path), pdf)
            return Path(path).name

        if pdf:
            self._run(write, self._on_saved)

    def _on_printed(self, outcome: PrintOutcome) -> None:
        self.printed.emit(self.tr("Printed on {printer}.").format(printer=outcome.printer_name))

    def _on_saved(self, name: str) -> None:
        self.printed.emit(self.tr("Saved as {name}.").format(name=name))

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(Lane.CRAFT, work, owner=self, done=done, failed=self.refused.emit)
