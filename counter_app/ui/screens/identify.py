"""The first step: who stands at the counter, by camera, hand scanner, picture, or typing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from counter_app.domain.citizen import CitizenCard
from counter_app.domain.mrz import MachineReadableZone
from counter_app.domain.typed_scan import TypedScan
from counter_app.services.camera_port import CameraChoice
from counter_app.services.desk import PracticePerson
from counter_app.services.identify import FormerCard
from counter_app.ui.error_words import ErrorWords
from counter_app.ui.widgets.camera_line import CameraLine
from counter_app.ui.widgets.camera_view import CameraState, CameraView
from counter_app.ui.widgets.following_scroll import FollowingScroll
from counter_app.ui.widgets.guidance import Guidance
from counter_app.ui.widgets.number_check import ProposedNumber
from counter_app.ui.widgets.parts import GRID, label, scrolled
from counter_app.ui.widgets.picture_intake import picture_bytes, picture_file
from counter_app.ui.widgets.ways_in import WaysIn
from scanning.camera_facts import CameraFacts
from scanning.view import ViewHint

_PICTURES = "*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.gif"
_WAYS_BESIDE = 2.3
"""The camera stands beside the other ways where it gets at least as much room as they do."""


class IdentifyScreen(QWidget):
    """Shows the camera's picture and the other ways in; says what was read, and knows nobody itself."""

    card_typed = Signal(object)
    """Carries the CitizenCard that was typed, or the FormerCard."""
    picture_given = Signal(object)
    """Carries the bytes of a pasted picture."""
    picture_file_chosen = Signal(object)
    """Carries the Path of a picture that was chosen or dropped; it has not been read yet."""
    practice_card_asked = Signal(int)
    """Carries the index of the invented person."""
    camera_wanted = Signal(bool)
    """Says whether the screen is in sight and needs the camera."""
    camera_chosen = Signal(object)
    """Carries the CameraChoice."""
    cameras_asked = Signal()
    scanner_setup_asked = Signal()
    number_asked = Signal()
    """Asks for the number that is printed on the card in view."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("identify_screen")
        self.setAcceptDrops(True)
        self.makes_sound = True
        self._for_holder = False
        self._for_role = ""
        self._title = label(look="title", name="identify_title", wraps=True)
        self._camera = CameraView()
        self._camera.setObjectName("camera_view")
        self._guidance = Guidance()
        self._line = CameraLine()
        self._line.camera_chosen.connect(self.camera_chosen)
        self._line.cameras_asked.connect(self.cameras_asked)
        self._ways = WaysIn()
        self._ways.typed.card_typed.connect(self._on_card_typed)
        self._ways.practice.card_asked.connect(self.practice_card_asked)
        self._ways.picture_wanted.connect(self._on_picture_wanted)
        self._ways.scanner_setup_asked.connect(self.scanner_setup_asked)
        self._ways.number_asked.connect(self.number_asked)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._on_pasted)
        inside = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._area = scrolled(inside)
        self._scroll = FollowingScroll(self._area)
        self._ways.typed.cursor_put.connect(self._scroll.bring_cursor)
        self._lay_out()
        self._retranslate()

    def show_image(self, image: QImage) -> None:
        """Show the camera's newest picture."""
        if self._camera.state is CameraState.LOST:
            self._guidance.show_camera(away=False)
        self._camera.show_image(image)

    def show_camera_choice(self, choice: CameraChoice) -> None:
        """Say which camera is looked through, and show its picture as it was chosen."""
        self._line.show_choice(choice)
        self._camera.show_choice(choice)

    def focus_camera_choice(self) -> None:
        """Put the focus where another camera is chosen."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_cameras(self, offered: tuple[str, ...]) -> None:
        """Offer these cameras."""
        self._line.show_cameras(offered)

    def show_camera_facts(self, facts: CameraFacts) -> None:
        """Say what the camera gives."""
        self._line.show_facts(facts)

    def show_camera_opening(self) -> None:
        """Say that the camera is being opened."""
        self._guidance.show_camera(away=False)
        self._camera.show_opening()
        self._line.show_facts(None)

    def show_camera_lost(self) -> None:
        """Say that the camera does not answer; every other way still works."""
        self._camera.show_lost()
        self._line.show_facts(None)
        self._guidance.show_hint(None)
        self._guidance.show_camera(away=True)

    def show_hint(self, hint: ViewHint | None) -> None:
        """Say in one line what would help the camera."""
        self._guidance.show_hint(hint)

    def show_read(self) -> None:
        """Tick for a blink, and sound softly where sound is wanted: something was read."""
        self._camera.show_tick()
        if self.makes_sound:
            QApplication.beep()

    def show_busy(self) -> None:
        """Say that the person is being looked up."""
        self._ways.setEnabled(False)
        self._guidance.show_busy()

    def show_refusal(self, words: ErrorWords) -> None:
        """Say why what was given does not do; nothing is filled in."""
        self._ways.setEnabled(True)
        self._camera.clear_tick()
        self._guidance.show_refusal(words)
        self._scroll.bring(self._guidance)

    def show_digits(self, scan: TypedScan, words: ErrorWords) -> None:
        """Fill in what of a scan is certain, and say why the rest must be typed."""
        self.show_refusal(words)
        self._ways.fill_in(scan)

    def show_zone(self, zone: MachineReadableZone, words: ErrorWords) -> None:
        """Fill in what the lines on a card's back say, and say that the name is to be typed."""
        self.show_refusal(words)
        self._ways.fill_in_zone(zone)

    def show_number(self, number: ProposedNumber) -> None:
        """Fill in a number that a machine read, to be compared with its picture."""
        self._guidance.clear()
        self._ways.propose_number(number)

    def ask_for_holder(self, *, holder: bool) -> None:
        """Ask for the card of whom the dossier is about, instead of a new citizen's."""
        self._for_holder = holder
        self._retranslate()

    def ask_for_role(self, name: str) -> None:
        """Ask for the card of whoever plays this role in the dossier."""
        self._for_role = name
        self._retranslate()

    def set_practice_people(self, people: tuple[PracticePerson, ...]) -> None:
        """Offer the cards of invented people; none outside training."""
        self._ways.set_practice_people(people)

    def reset(self) -> None:
        """Empty everything for the next citizen."""
        self._for_holder = False
        self._for_role = ""
        self._ways.setEnabled(True)
        self._ways.clear()
        self._camera.clear_tick()
        self._guidance.clear()
        self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the camera."""
        super().showEvent(event)
        self._camera.setFocus(Qt.FocusReason.OtherFocusReason)
        self.camera_wanted.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the camera go, and its last picture, which may show a card; a look-up was waited for here."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._ways.setEnabled(True)
            self._guidance.clear()
        self._camera.show_opening()
        self.camera_wanted.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the other ways below the camera where letters are large and room is short."""
        super().resizeEvent(event)
        narrow = self.width() < _WAYS_BESIDE * self._ways.minimumSizeHint().width()
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc undo the smallest thing: fold what is unfolded, then put the refusal away."""
        if event.key() == Qt.Key.Key_Escape and (self._ways.fold() or self._guidance.dismiss()):
            self._camera.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures only."""
        given = event.mimeData()
        if picture_file(given) is not None or given.hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        file, content = picture_file(event.mimeData()), picture_bytes(event.mimeData())
        self._announce_picture(file, content)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(2 * GRID)
        left.addWidget(self._camera)
        left.addWidget(self._guidance)
        left.addWidget(self._line)
        left.addStretch(1)
        self._both.setSpacing(3 * GRID)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addLayout(left, stretch=5)
        self._both.addWidget(self._ways, stretch=3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(self._title)
        whole.addWidget(self._area, stretch=1)

    def _retranslate(self) -> None:
        if self._for_role:
            words = self.tr("Lay this person's card in the frame: {role}")
            self._title.setText(words.format(role=self._for_role))
        elif self._for_holder:
            self._title.setText(self.tr("Lay the card of the person the dossier is about in the frame"))
        else:
            self._title.setText(self.tr("Lay the citizen's card in the frame, QR code up"))

    def _on_card_typed(self, card: CitizenCard | FormerCard) -> None:
        self._guidance.clear()
        self.card_typed.emit(card)

    def _on_picture_wanted(self) -> None:
        dialog = QFileDialog(self, self.tr("Picture of the card"))
        dialog.setObjectName("picture_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Pictures ({patterns})").format(patterns=_PICTURES))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._announce_picture(Path(path), None))
        dialog.open()

    def _on_pasted(self) -> None:
        given = QGuiApplication.clipboard().mimeData()
        self._announce_picture(picture_file(given), picture_bytes(given))

    def _announce_picture(self, file: Path | None, content: bytes | None) -> None:
        if file is not None:
            self._guidance.clear()
            self.picture_file_chosen.emit(file)
        elif content is not None:
            self._guidance.clear()
            self.picture_given.emit(content)
