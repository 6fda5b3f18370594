"""The hand-over of an outcome: its pages, what it is called, and who takes it away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from counter_app.domain.outcome import Recipient
from counter_app.domain.paper import Page
from counter_app.services.hand_over import GivenOutcome
from counter_app.ui.widgets.film_strip import FilmStrip
from counter_app.ui.widgets.page_intake import FILE_PATTERNS, ask_for_files
from counter_app.ui.widgets.page_stage import PageStage
from counter_app.ui.widgets.page_values import PageShown
from counter_app.ui.widgets.parts import GRID, button, label, roomy
from counter_app.ui.widgets.scanner_panel import ScannerPanel

_WIDE_EMS, _HIGH_EMS = 64, 42
_COLUMN_EMS = 17
_TAKE_KEYS, _FILE_KEYS, _SCAN_KEYS = "Ctrl+D", "Ctrl+O", "Ctrl+E"


class HandOverView(QDialog):
    """Shows the outcome's pages as the papers' screen does; takes and keeps none itself."""

    page_wanted = Signal()
    files_given = Signal(object)
    """Carries the paths."""
    practice_wanted = Signal()
    page_chosen = Signal(int)
    page_removed = Signal(int)
    retake_wanted = Signal(int)
    corners_moved = Signal(int, object)
    """Carries which page, and its corners on the picture as shown."""
    scanner_opened = Signal(object)
    """Carries the ScannerPanel, once: it is made when it is first asked for."""
    confirmed = Signal(object)
    """Carries the GivenOutcome."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("hand_over_view")
        self.setModal(True)
        self._pages: tuple[Page, ...] = ()
        self._index: int | None = None
        self.stage, self._film = PageStage(), FilmStrip()
        self._scanner: ScannerPanel | None = None
        self.stage.kept.hide()
        self._title = label(look="title", name="hand_over_title", wraps=True)
        self._name_label, self._name = label(look="label"), QLineEdit()
        self._name.setObjectName("outcome_name")
        self._name_label.setBuddy(self._name)
        self._to_label, self._to = label(look="label"), QComboBox()
        self._to.setObjectName("outcome_recipient")
        self._to_label.setBuddy(self._to)
        self._hint = label(look="hint", name="hand_over_hint", wraps=True)
        self._said = label(look="warning", name="hand_over_said", wraps=True)
        self._take = button("", "secondary", "camera", _TAKE_KEYS, name="take_outcome")
        self._file = button("", "quiet", "folder-open", _FILE_KEYS, name="choose_outcome_file")
        self._scan = button("", "quiet", "", _SCAN_KEYS, name="scan_outcome")
        self._begin_scan = button("", "primary", name="begin_outcome_scan")
        self._practice = button("", "quiet", name="practice_outcome")
        self._leave = button("", "quiet", name="hand_over_leave")
        self._done = button("", "primary", name="hand_over_done")
        for quiet in (self._take, self._file, self._scan, self._practice, self._leave):
            quiet.setAutoDefault(False)
        self._connect()
        self._lay_out()
        self._show_way()  # what Enter presses has to lie in the dialog first
        self._retranslate()

    @property
    def index(self) -> int | None:
        """Which page is looked at; None is the camera."""
        return self._index

    @property
    def scans(self) -> bool:
        """Whether the scanner's panel is in the middle, instead of a page or the camera."""
        return self._scanner is not None and self._middle.currentWidget() is self._scanner

    def leave_scanner(self) -> None:
        """Put the page or the camera back in the middle, unless a scan is under way; Enter hands over."""
        if not (self._scanner and self._scanner.is_busy):
            self._middle.setCurrentWidget(self.stage)
            self._show_way()

    def begin(self, name: str, recipients: tuple[Recipient, ...], *, training: bool) -> None:
        """Open for a dossier whose outcome is called so, with whom it may be given to."""
        self._name.setText(name)
        self._to.clear()
        for each in recipients:
            self._to.addItem(each.full_name, each)
        self._practice.setVisible(training)
        self._said.hide()
        self.show_pages((), None)
        self.open()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_recipient(self, recipient: Recipient) -> None:
        """Choose whoever has shown a card; the one before stays in the list."""
        numbers = [self._to.itemData(at).citizen_id for at in range(self._to.count())]
        if recipient.citizen_id not in numbers:
            self._to.addItem(recipient.full_name, recipient)
            numbers.append(recipient.citizen_id)
        self._to.setCurrentIndex(numbers.index(recipient.citizen_id))
        self.say("")

    def show_pages(self, pages: tuple[Page, ...], index: int | None) -> None:
        """Show these pages small, and wait for the picture of one; None goes to the camera."""
        self._pages, self._index = pages, index
        self._film.show_pages(pages, index)
        self._done.setEnabled(bool(pages))
        if index is None:
            self.stage.show_live()
            self.stage.set_title(self.tr("Camera"))
        else:
            words = self.tr("Page {number} of {count}")
            self.stage.set_title(words.format(number=index + 1, count=len(pages)))

    def show_page(self, shown: PageShown) -> None:
        """Show the page that is looked at."""
        if shown.index == self._index:
            self.stage.show_page(shown)
            self.stage.kept.hide()
            self._film.show_look(self._pages[shown.index], shown.clean)

    def show_frame(self, image: QImage) -> None:
        """Show the camera's newest picture."""
        if self._index is None:
            self.stage.show_frame(image)

    def say(self, words: str) -> None:
        """Say what went wrong; no words take it back."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def reject(self) -> None:
        """Undo the smallest: a scan under way, the scanner's panel, else the whole question."""
        if self._scanner and self.scans:
            self._scanner.undo_the_smallest()
        else:
            super().reject()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self._take.clicked.connect(self.page_wanted)
        self._file.clicked.connect(self._on_file_asked)
        self._practice.clicked.connect(self.practice_wanted)
        self._leave.clicked.connect(self.reject)
        self._scan.clicked.connect(self._on_scanner_asked)
        self._done.clicked.connect(self._on_done)
        self._film.page_chosen.connect(self.page_chosen)
        self._film.camera_chosen.connect(lambda: self.show_pages(self._pages, None))
        self._film.removal_asked.connect(self._on_removal_asked)
        self.stage.removal_asked.connect(self._on_removal_asked)
        self.stage.retake_asked.connect(self._on_retake_asked)
        self.stage.corners_moved.connect(self._on_corners_moved)
        self.finished.connect(self._forget)
        back = QShortcut(QKeySequence("Ctrl+W"), self)
        back.activated.connect(self.reject)

    def _show_way(self) -> None:
        """Offer what Enter does now: hand over, or scan."""
        scans, scanner = self.scans, self._scanner
        is_busy = scanner is not None and scanner.is_busy
        self._begin_scan.setVisible(scans)
        self._begin_scan.setEnabled(scanner is not None and scanner.is_ready)
        self._done.setVisible(not scans)
        self._done.setDefault(not scans)
        self._begin_scan.setDefault(scans)
        for way in (self._take, self._file, self._scan, self._practice):
            way.setEnabled(not is_busy)

    def _forget(self) -> None:
        if self._scanner:
            self._scanner.reset()
        self.leave_scanner()
        self._pages, self._index = (), None
        self._film.forget()
        self.stage.clear()
        self._name.clear()
        self._to.clear()
        self._said.clear()

    def _on_scanner_asked(self) -> None:
        """Put the scanner's panel in the middle; Enter scans."""
        scanner = self._scanner or self._made_scanner()
        self._middle.setCurrentWidget(scanner)
        self._show_way()
        scanner.begin()

    def _made_scanner(self) -> ScannerPanel:
        made = self._scanner = ScannerPanel(sorts=False)
        self._middle.addWidget(made)
        self._begin_scan.clicked.connect(made.ask_for_scan)
        made.closed.connect(self.leave_scanner)
        made.readiness_changed.connect(self._show_way)
        self.scanner_opened.emit(made)
        return made

    def _on_file_asked(self) -> None:
        title = self.tr("Pages of the outcome")
        pattern = self.tr("Pictures and PDF ({patterns})").format(patterns=FILE_PATTERNS)

        def given(paths: tuple[Path, ...]) -> None:
            self.files_given.emit(paths)

        ask_for_files(self, title, pattern, given)

    def _on_removal_asked(self) -> None:
        if self._index is not None:
            self.page_removed.emit(self._index)

    def _on_retake_asked(self) -> None:
        if self._index is not None:
            self.retake_wanted.emit(self._index)

    def _on_corners_moved(self, corners: object) -> None:
        if self._index is not None:
            self.corners_moved.emit(self._index, corners)

    def _on_done(self) -> None:
        recipient = self._to.currentData()
        if isinstance(recipient, Recipient):
            self.confirmed.emit(GivenOutcome(self._name.text(), self._pages, recipient))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Hand over the outcome"))
        self._title.setText(self.tr("Hand over the outcome"))
        self._name_label.setText(self.tr("&Name of the paper"))
        self._name.setAccessibleName(self.tr("Name of the paper"))
        self._to_label.setText(self.tr("Given &to"))
        self._to.setAccessibleName(self.tr("Given to"))
        self._hint.setText(self.tr("Somebody else has come: scan their card with the hand scanner."))
        self._take.setText(self.tr("Take &page"))
        self._file.setText(self.tr("Choose a &file"))
        self._scan.setText(self.tr("&Scanner"))
        self._begin_scan.setText(self.tr("Start sca&nning"))
        self._practice.setText(self.tr("Practice s&heet"))
        self._leave.setText(self.tr("&Leave it"))
        self._done.setText(self.tr("&Hand over"))

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        for part in (self._title, self._name_label, self._name, self._to_label, self._to, self._hint):
            column.addWidget(part)
        for taking in (self._take, self._file, self._scan, self._practice):
            column.addWidget(taking)
        column.addWidget(self._said)
        column.addStretch(1)
        column.addWidget(self._begin_scan)
        column.addWidget(self._done)
        column.addWidget(self._leave)
        aside = QWidget()
        aside.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        aside.setFixedWidth(_COLUMN_EMS * self.fontMetrics().height())
        pages = QVBoxLayout()
        pages.setSpacing(GRID)
        self._middle = QStackedLayout()
        self._middle.addWidget(self.stage)
        pages.addLayout(self._middle, stretch=1)
        pages.addWidget(self._film)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addLayout(pages, stretch=1)
        whole.addWidget(aside)
        self.resize(roomy(self, _WIDE_EMS, _HIGH_EMS))
