"""The declaration's paper: drawn from the answers as they stand, shown, printed for signing, saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.domain.dossier import Dossier
from counter_app.services.desk import Desk
from counter_app.services.paperwork import write_whole
from counter_app.services.print_room import paper_of
from counter_app.services.print_run import PaperToPrint
from counter_app.ui.notices import Notice
from counter_app.ui.pictures import image_of_picture
from counter_app.ui.print_desk import PrintDesk, PrintNews
from counter_app.ui.screens.declaration import DeclarationScreen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.visit_desk import VisitDesk
from printing.preview import page_count, page_picture
from printing.sheet import PaperSize

_PREVIEW_DPI = 110


@dataclass(frozen=True, slots=True)
class _Paper:
    """A declaration and its pages as pictures; ``dossier_id`` is empty while it is a draft's."""

    draft_id: str
    dossier_id: str
    pdf: bytes
    pages: tuple[QImage, ...]


class DeclarationDesk(QObject):
    """Serves the declaration's screen; what is shown is what is printed."""

    opened = Signal()
    """The paper is on its screen."""
    refused = Signal(object)
    printed = Signal(object)
    """Carries the Notice about a paper that comes out."""

    def __init__(
        self, screen: DeclarationScreen, visits: VisitDesk, desk: Desk, tasks: Tasks, *, prints: PrintDesk
    ) -> None:
        super().__init__()
        self._screen = screen
        self._visits = visits
        self._declarations = desk.declarations
        self._prints = desk.declaration_prints
        self._print_desk = prints
        self._tasks = tasks
        self._paper: _Paper | None = None
        prints.printers_found.connect(screen.show_printers)
        screen.print_wanted.connect(self._on_print_wanted)
        screen.save_wanted.connect(self._on_save_wanted)
        visits.citizen_left.connect(self._on_citizen_left)

    def open(self) -> None:
        """Draw the declaration of the visit at hand and put it on the screen."""
        state = self._visits.state
        if state.dossier:
            self.open_received(state.dossier)
            return
        sheet = state.sheet
        if sheet is None:
            return
        draft_id = sheet.draft.draft_id
        self._run(
            lambda: _paper(draft_id, "", self._declarations.of_sheet(sheet)),
            lambda paper: self._show(paper, is_right=self._visits.state == state),
        )

    def open_received(self, dossier: Dossier) -> None:
        """Draw the declaration that a received dossier came from and put it on the screen."""
        visit = self._visits.state.visit
        self._run(
            lambda: _paper(dossier.dossier_id, dossier.dossier_id, self._prints.preview(dossier)),
            lambda paper: self._show(paper, is_right=self._visits.state.visit == visit),
        )

    def _show(self, paper: _Paper, *, is_right: bool) -> None:
        """Show a paper, unless another citizen or a newer answer has made it the wrong one."""
        if is_right:
            self._paper = paper
            self._screen.show_pages(paper.pages, received=bool(paper.dossier_id))
            self.opened.emit()

    def _on_citizen_left(self) -> None:
        self._paper = None

    def _counted(self, paper: _Paper) -> bytes:
        """Keep in history that a paper is printed, and give it as it is to come out."""
        sign = self._visits.duty.official.sign
        if paper.dossier_id:
            return self._prints.again(paper.dossier_id, sign).pdf
        self._prints.note_draft(paper.draft_id, sign)
        return paper.pdf

    def _on_print_wanted(self, printer_name: str) -> None:
        paper = self._paper

        def draw(paper: _Paper) -> PaperToPrint:
            return paper_of(self._counted(paper), PaperSize.A4)

        if paper:
            self._print_desk.bring_out(
                lambda: draw(paper),
                owner=self,
                told=self._on_told,
                failed=self.refused.emit,
                first=printer_name,
            )

    def _on_save_wanted(self, path: str) -> None:
        paper = self._paper

        def write(paper: _Paper) -> str:
            Path(path).with_suffix(".part").touch()  # a folder that takes no file is known before it counts
            write_whole(Path(path), self._counted(paper))
            return Path(path).name

        if paper:
            self._run(lambda: write(paper), self._on_saved)

    def _on_told(self, news: PrintNews) -> None:
        self.printed.emit(news.notice)

    def _on_saved(self, name: str) -> None:
        self.printed.emit(Notice(self.tr("Saved as {name}.").format(name=name), Tone.VERIFIED))

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(Lane.CRAFT, work, owner=self, done=done, failed=self.refused.emit)


def _paper(draft_id: str, dossier_id: str, pdf: bytes) -> _Paper:
    pages = (page_picture(pdf, page, dpi=_PREVIEW_DPI) for page in range(page_count(pdf)))
    return _Paper(draft_id, dossier_id, pdf, tuple(map(image_of_picture, pages)))
