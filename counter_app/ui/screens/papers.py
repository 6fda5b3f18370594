"""The fourth step: the papers of the procedure, taken page by page, looked at, and put right by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.paper import UNSORTED, Page
from counter_app.services.drafting import Sheet
from counter_app.services.page_edits import Place, pages_of
from counter_app.ui.widgets.page_action import screen_action
from counter_app.ui.widgets.page_browser import PageBrowser
from counter_app.ui.widgets.page_checklist import PaperChecklist
from counter_app.ui.widgets.page_following import Following, following
from counter_app.ui.widgets.page_intake import FILE_PATTERNS, ask_for_files, given_for
from counter_app.ui.widgets.page_standing import (
    PaperStanding,
    Standing,
    paper_standings,
    slot_to_begin_with,
)
from counter_app.ui.widgets.page_values import (
    CornersMoved,
    Doubt,
    FilesGiven,
    PageRef,
    PageShown,
    PaperExcused,
    PicturePasted,
)
from counter_app.ui.widgets.parts import GRID, label
from counter_app.ui.widgets.scanner_panel import ScannerPanel

__all__ = [
    "CornersMoved",
    "FilesGiven",
    "PageRef",
    "PageShown",
    "PaperExcused",
    "PapersScreen",
    "PicturePasted",
]

_TAKE_KEYS, _FILE_KEYS, _SCAN_KEYS = "Ctrl+D", "Ctrl+O", "Ctrl+E"


class PapersScreen(QWidget):
    """Shows the checklist, one page large, and the paper's pages; takes and reads no picture itself."""

    page_wanted = Signal(str)
    """Carries the slot for which the camera's picture is to be taken."""
    files_given = Signal(object)
    """Carries FilesGiven."""
    picture_pasted = Signal(object)
    """Carries PicturePasted."""
    page_selected = Signal(object)
    """Carries the PageRef of a page to be shown."""
    page_removed = Signal(object)
    """Carries the PageRef."""
    corners_moved = Signal(object)
    """Carries CornersMoved."""
    page_turned = Signal(object)
    """Carries PageTurned."""
    page_moved = Signal(object)
    """Carries PageMoved."""
    page_handed_over = Signal(object)
    """Carries PageHandedOver."""
    paper_excused = Signal(object)
    """Carries PaperExcused."""
    paper_looked_up = Signal(object)
    """Carries PaperLookedUp."""
    practice_sheet_wanted = Signal(str)
    """Carries the slot for which an invented sheet is to be laid before the camera."""
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("papers_screen")
        self.setAcceptDrops(True)
        self._sheet: Sheet | None = None
        self._standings: dict[str, PaperStanding] = {}
        self._slot = ""
        self.primary = screen_action(self, "papers_primary", self._on_primary)
        self._take = screen_action(self, "take_page", self._on_take_asked, _TAKE_KEYS)
        self._choose_file = screen_action(self, "choose_file", self._on_file_asked, _FILE_KEYS)
        self._scan = screen_action(self, "open_scanner", self._on_scanner_asked, _SCAN_KEYS)
        self._practice = screen_action(self, "practice_sheet", self._on_practice_asked)
        self._practice.setVisible(False)
        self.secondary: tuple[QAction, ...] = (self._practice, self._scan, self._choose_file, self._take)
        self._title = label(look="title", name="papers_title", wraps=True)
        self._left = label(look="hint", name="papers_left", wraps=True)
        self._checklist, self._browser = PaperChecklist(), PageBrowser()
        self._paste = self._key(QKeySequence.StandardKey.Paste, self._on_pasted)
        self._escape = self._key(Qt.Key.Key_Escape, self.scanner.undo_the_smallest)
        self._escape.setEnabled(False)
        self._connect()
        self._lay_out()
        self._retranslate()

    def first_focus(self) -> QWidget:
        """Begin at the paper at hand."""
        return self._checklist.row(self._slot) or self._browser

    @property
    def slot_in_hand(self) -> str:
        """The paper whose pages are at hand, or nothing."""
        return self._slot

    @property
    def place_in_hand(self) -> Place | None:
        """Where among these pages the next one goes; None is the end."""
        return self._browser.place

    @property
    def checklist(self) -> PaperChecklist:
        """The papers that are asked for, where earlier ones are offered."""
        return self._checklist

    @property
    def pages(self) -> PageBrowser:
        """The pages of the paper at hand."""
        return self._browser

    @property
    def scanner(self) -> ScannerPanel:
        """The panel at which scans are asked for."""
        return self._browser.scanner

    @property
    def missing_slots(self) -> tuple[str, ...]:
        """The papers that are still missing."""
        standings = self._standings.values()
        return tuple(each.slot for each in standings if each.standing is Standing.MISSING)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show how the papers stand; the paper at hand stays unless it was settled without pages."""
        is_other = self._sheet is None or self._sheet.draft.draft_id != sheet.draft.draft_id
        before = self._standings.get(self._slot)
        self._sheet = sheet
        self._standings = {standing.slot: standing for standing in paper_standings(sheet)}
        self._checklist.show_papers(tuple(self._standings.values()))
        self._offer_papers()
        now = self._standings.get(self._slot)
        if is_other or now is None or _was_settled(before, now):
            self._take_in_hand(slot_to_begin_with(self._standings.values()))
        else:
            self._checklist.choose(self._slot)  # its row may have been made anew
            self._browser.follow(self._pages())
        self._show_state()

    def show_paper(self, slot: str) -> None:
        """Take a paper in hand, as when the reception asks for it."""
        if slot in self._standings:
            self._take_in_hand(slot)

    def show_frame(self, image: QImage) -> None:
        """Show the camera's newest picture while no page is looked at."""
        self._browser.show_frame(image)

    def show_camera_state(self, words: str) -> None:
        """Say why there is no live picture."""
        self._browser.show_camera_words(words)

    def show_page(self, shown: PageShown) -> None:
        """Show a page, if it is the one that was asked for or has just been taken."""
        self._browser.show_page(shown)

    def show_looks(self, looks: Mapping[Page, QImage]) -> None:
        """Show in the film strip what pages look like that nobody has opened yet."""
        self._browser.show_looks(looks)

    def show_busy(self, words: str) -> None:
        """Say that a page is being worked on; no words end it."""
        self._browser.show_busy(words)

    def set_training(self, training: bool) -> None:  # noqa: FBT001 - the one thing it sets
        """Offer invented sheets, or not."""
        self._practice.setVisible(training)

    def reset(self) -> None:
        """Forget the papers and pictures of this citizen."""
        self._sheet, self._standings, self._slot = None, {}, ""
        self._checklist.show_papers(())
        self._browser.clear()
        self._show_state()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if self._may_take() and given_for(self._slot, event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        self._announce(given_for(self._slot, event.mimeData()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _key(self, keys: QKeySequence.StandardKey | Qt.Key, done: Callable[[], None]) -> QShortcut:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(done)
        return made

    def _connect(self) -> None:
        self._checklist.paper_chosen.connect(self._take_in_hand)
        self._checklist.paper_excused.connect(self._on_paper_excused)
        self._checklist.paper_looked_up.connect(self.paper_looked_up)
        self._browser.page_selected.connect(self.page_selected)
        self._browser.page_removed.connect(self.page_removed)
        self._browser.corners_moved.connect(self.corners_moved)
        self._browser.page_turned.connect(self.page_turned)
        self._browser.page_moved.connect(self.page_moved)
        self._browser.page_handed_over.connect(self.page_handed_over)
        self._browser.doubt_followed.connect(self._on_doubt_followed)
        self._browser.scanner.readiness_changed.connect(self._show_state)
        self._browser.turned.connect(self._show_state)
        self._browser.turned.connect(lambda: self._escape.setEnabled(self._browser.scans))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addWidget(self._title)
        left.addWidget(self._left)
        left.addWidget(self._checklist, stretch=1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        whole.setSpacing(2 * GRID)
        whole.addLayout(left, stretch=2)
        whole.addWidget(self._browser, stretch=4)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Papers"))
        self._take.setText(self.tr("Take another page"))
        self._choose_file.setText(self.tr("Choose a file"))
        self._scan.setText(self.tr("Scanner"))
        self._practice.setText(self.tr("Practice sheet"))
        self._offer_papers()
        self._show_state()

    def _show_state(self) -> None:
        """Say what is left and what Enter does."""
        missing = len(self.missing_slots)
        if missing:
            self._left.setText(self.tr("Still missing: {count}").format(count=missing))
        else:
            self._left.setText(self.tr("Nothing is missing") if self._sheet else "")
        able = self._may_take()
        for action in (self._take, self._choose_file, self._scan, self._practice):
            action.setEnabled(able and not self.scanner.is_busy)
        self._show_primary()

    def _show_primary(self) -> None:
        following = self._following()
        words = {
            Following.TAKE: self.tr("Take page"),
            Following.CHOOSE_FILE: self.tr("Choose a file"),
            Following.SCAN: self.tr("Start scanning"),
            Following.NEXT_PAPER: self.tr("Next paper"),
            Following.FINISH: self.tr("Go to reception"),
        }
        keys = {Following.TAKE: _TAKE_KEYS, Following.CHOOSE_FILE: _FILE_KEYS}
        self._take.setVisible(following is not Following.TAKE)
        self._choose_file.setVisible(following is not Following.CHOOSE_FILE)
        self._scan.setVisible(following is not Following.SCAN)
        self.primary.setShortcut(QKeySequence(keys.get(following, "")))
        self.primary.setText(words[following])
        is_possible = following is not Following.SCAN or self.scanner.is_ready
        self.primary.setEnabled(self._sheet is not None and is_possible)

    def _following(self) -> Following:
        is_missing = self._sheet is None or bool(self.missing_slots) or UNSORTED in self._standings
        return following(
            scans=self._browser.scans,
            is_missing=is_missing,
            has_page=self._browser.has_page,
            sees=self._browser.sees,
        )

    def _offer_papers(self) -> None:
        standings = self._standings.values()
        papers = [(each.slot, each.name) for each in standings if each.may_be_taken and each.name]
        self._browser.offer_papers((*papers, (UNSORTED, self.tr("Put it aside"))))

    def _may_take(self) -> bool:
        standing = self._standings.get(self._slot)
        return standing is not None and standing.may_be_taken

    def _pages(self) -> tuple[Page, ...]:
        return pages_of(self._sheet, self._slot) if self._sheet else ()

    def _take_in_hand(self, slot: str) -> None:
        self._slot = slot
        standing = self._standings.get(slot)
        self._checklist.choose(slot)
        name = standing.name if standing else ""
        self._browser.show_pages()
        self._browser.open_paper(slot, name, self._pages(), may_take=self._may_take())

    def _on_doubt_followed(self, doubt: Doubt) -> None:
        self.show_paper(doubt.slot)
        self._browser.go_to_page(doubt.page)

    def _announce(self, given: FilesGiven | PicturePasted | None) -> None:
        if not self._may_take():
            return
        if isinstance(given, FilesGiven):
            self.files_given.emit(given)
        elif given:
            self.picture_pasted.emit(given)

    def _on_primary(self) -> None:
        match self._following():
            case Following.TAKE:
                self._on_take_asked()
            case Following.CHOOSE_FILE:
                self._on_file_asked()
            case Following.SCAN:
                self.scanner.ask_for_scan()
            case Following.NEXT_PAPER:
                self._take_in_hand(slot_to_begin_with(self._standings.values()))
            case Following.FINISH:
                self.finished.emit()

    def _on_take_asked(self) -> None:
        if self._may_take():
            self.page_wanted.emit(self._slot)

    def _on_scanner_asked(self) -> None:
        if self._may_take():
            self._browser.show_scanner()

    def _on_practice_asked(self) -> None:
        if self._may_take():
            self.practice_sheet_wanted.emit(self._slot)

    def _on_file_asked(self) -> None:
        title = self.tr("Pages of this paper")
        pattern = self.tr("Pictures and PDF ({patterns})").format(patterns=FILE_PATTERNS)
        ask_for_files(self, title, pattern, lambda paths: self._announce(FilesGiven(self._slot, paths)))

    def _on_pasted(self) -> None:
        self._announce(given_for(self._slot, QGuiApplication.clipboard().mimeData()))

    def _on_paper_excused(self, slot: str, reason: str) -> None:
        self.paper_excused.emit(PaperExcused(slot, reason))


def _was_settled(before: PaperStanding | None, now: PaperStanding) -> bool:
    """Say whether a paper was missing and no longer is, without pages to look at."""
    was_missing = before is not None and before.standing is Standing.MISSING
    return was_missing and now.standing not in (Standing.MISSING, Standing.TAKEN)
