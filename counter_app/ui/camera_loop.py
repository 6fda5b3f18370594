"""What the camera sees, for whoever shows it: pictures, payloads that are sure, and hints what would help."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from threading import Thread  # noqa: TID251 - the camera loop has the one thread beside Tasks

from PySide6.QtCore import QObject, Signal

from counter_app.domain.card_payload import looks_like_card
from counter_app.domain.mrz import MachineReadableZone
from counter_app.ui.camera_eye import CameraEye
from counter_app.ui.card_reading import CardReader, Look, ZoneBeside, has_zone_beside, number_in, zone_in
from counter_app.ui.left_card import LeftCard
from counter_app.ui.looking import Sight
from counter_app.ui.steady_zone import SteadyZone
from counter_app.ui.tasks import Lane, Tasks
from scanning.camera import Camera
from scanning.errors import CameraLost, ScanningError
from scanning.frames import Frame
from scanning.steady import SteadyReader
from scanning.steady_hint import SteadyHint
from scanning.view import ViewHint

RETRY_S = 2.0
_LET_GO_S = 0.25
_BESIDE_MS = 500
_BLIND = {ViewHint.TOO_DARK, ViewHint.GLARE, ViewHint.OUT_OF_FOCUS, ViewHint.MOVING}
"""What hides a card that lies in view."""


class Rest(StrEnum):
    """Why nobody looks through the camera for a while, though a screen wants it."""

    HIDDEN = "hidden"
    LOCKED = "locked"


class CameraLoop(QObject):
    """Looks while a screen wants it and nothing asks for rest; the newest frame wins, one at most is decoded.

    At rest the device is closed and its light is off. Codes are read from the frame as the camera took it,
    however the picture is shown.
    """

    frame_ready = Signal(object)
    """Carries a QImage."""
    payload_read = Signal(str)
    zone_read = Signal(object)
    """Carries the MachineReadableZone of a card whose code was not read."""
    zone_beside = Signal(object)
    """Carries the ZoneBeside of a payload that was read, also when the camera was stopped since."""
    hint_changed = Signal(object)
    """Carries a ViewHint, or None when nothing hinders any more."""
    opening = Signal()
    camera_opened = Signal()
    measured = Signal(object)
    """Carries the CameraFacts: what the camera really gives."""
    camera_lost = Signal(object)
    """Carries the ScanningError; the camera is tried again by itself."""

    def __init__(
        self,
        open_camera: Callable[[str], Camera],
        source: str,
        tasks: Tasks,
        *,
        retry_s: float = RETRY_S,
    ) -> None:
        super().__init__()
        self._open_camera = open_camera
        self._source = source
        self._tasks = tasks
        self._retry_s = retry_s
        self._steady = SteadyReader(plausible=looks_like_card)
        self._steady_zone = SteadyZone()
        self._reader = CardReader()
        self._left = LeftCard()
        self._eye: CameraEye | None = None
        self._letting_go: list[tuple[str, Thread]] = []
        self._wanted = False
        self._resting: frozenset[Rest] = frozenset()
        self._reads_codes = False
        self._decoding = False
        self._broke_with: type[Exception] | None = None
        self._frame: Frame | None = None
        self._steady_hint = SteadyHint()
        self._said: ViewHint | None = None

    @property
    def newest(self) -> Frame | None:
        """The last frame seen, every pixel of it; None while the camera is off or away."""
        return self._frame

    @property
    def is_looking(self) -> bool:
        """Whether the camera is on, or waited for."""
        return self._eye is not None

    @property
    def source(self) -> str:
        """The name of the camera that is looked through."""
        return self._source

    def start(self, *, codes: bool) -> None:
        """Look through the camera, and for codes too where ``codes``; one that is on stays on."""
        if codes and not self._reads_codes:
            self._look_anew()
        self._wanted, self._reads_codes = True, codes
        self._follow()

    def stop(self) -> None:
        """Let the camera go; returns at once, and nothing more is said."""
        self._wanted = self._reads_codes = False
        self._follow()

    def rest(self, why: Rest, *, resting: bool) -> None:
        """Let the camera go for as long as anything asks for rest; it is opened again by itself."""
        self._resting = self._resting | {why} if resting else self._resting - {why}
        self._follow()

    def switch(self, source: str) -> None:
        """Look through another camera from now on."""
        if source != self._source:
            self._shut_eye()
            self._source = source
            self._follow()

    def close(self) -> None:
        """Let the camera go and wait for it a moment: one that hangs ends after the window, by itself."""
        self.stop()
        for _, thread in self._letting_go:
            thread.join(_LET_GO_S)

    def _follow(self) -> None:
        """Open or shut the eye as it is wanted now."""
        if not self._wanted or self._resting:
            self._shut_eye()
        elif self._eye is None:
            self._look_anew()
            self._open_eye()

    def _look_anew(self) -> None:
        self._steady.reset()
        self._steady_zone.reset()
        self._reader = CardReader()
        self._left.begin()

    def _open_eye(self) -> None:
        eye = CameraEye(partial(self._open_camera, self._source), self._retry_s, after=self._last_holder())
        eye.seen.connect(self._on_seen)
        eye.opened.connect(self.camera_opened)
        eye.measured.connect(self.measured)
        eye.lost.connect(self._on_lost)
        eye.broken.connect(self._on_broken)
        self._eye = eye
        self.opening.emit()
        eye.start()

    def _shut_eye(self) -> None:
        if self._eye is not None:
            self._eye.shut()
            self._letting_go.append((self._source, self._eye.thread_at_work))
            self._eye = None
        self._frame = None
        self._hush()

    def _last_holder(self) -> Thread | None:
        """Give the thread that still holds the device; another camera need not wait for it."""
        self._letting_go = [(source, thread) for source, thread in self._letting_go if thread.is_alive()]
        holders = [thread for source, thread in self._letting_go if source == self._source]
        return holders[-1] if holders else None

    def _on_seen(self) -> None:
        sight = self._eye.take() if self._eye else None
        if sight is None:
            return
        self._frame = sight.frame
        self.frame_ready.emit(sight.image)
        if self._reads_codes and not self._decoding:
            self._decode(sight)

    def _on_lost(self, error: ScanningError) -> None:
        self._frame = None
        self._hush()
        self.camera_lost.emit(error)

    def _on_broken(self, error: Exception) -> None:
        self._on_lost(CameraLost(self._source))
        if type(error) is not self._broke_with:  # a camera that breaks again and again is told of once
            self._broke_with = type(error)
            self._tasks.untaken_failure.emit(error)

    def _decode(self, sight: Sight) -> None:
        reader = self._reader

        def done(look: Look) -> None:
            self._decoding = False
            if reader is self._reader:  # else it was begun for somebody else
                self._on_looked(look)

        look = partial(reader.look, sight.frame)
        self._decoding = True
        self._tasks.run(Lane.EYES, look, owner=self, done=done, failed=self._on_look_failed)

    def _on_looked(self, look: Look) -> None:
        if self._eye is None or not self._reads_codes:
            return
        self._say_hint(self._steady_hint.feed(look.hint, look.taken_at))
        held_back = self._left.holds_back(_names_in(look), look.taken_at, blind=look.hint in _BLIND)
        if look.two_cards:
            return
        text = self._steady.feed(look.payloads, look.taken_at)
        zone = self._steady_zone.feed(look.zone, look.taken_at)
        if text is not None and _name(text) != held_back:
            self._take_payload(text, look.frame)
        elif zone is not None and str(zone.citizen_id) != held_back:
            self._left.remember(str(zone.citizen_id))
            self.zone_read.emit(zone)

    def _take_payload(self, text: str, frame: Frame | None) -> None:
        """Announce a payload at once, and the lines beside it when they have been read too."""
        self._left.remember(_name(text))
        self.payload_read.emit(text)
        number = number_in(text)
        if number is None or frame is None or not has_zone_beside(text):
            return

        def tell(zone: MachineReadableZone | None) -> None:
            if zone is not None:
                self.zone_beside.emit(ZoneBeside(number, zone))

        look = partial(zone_in, frame, budget_ms=_BESIDE_MS)
        self._tasks.run(Lane.EYES, look, owner=self, done=tell, failed=self._tasks.untaken_failure.emit)

    def _on_look_failed(self, error: Exception) -> None:
        self._decoding = False
        self._tasks.untaken_failure.emit(error)

    def _hush(self) -> None:
        """Take the hint back with the picture it was about."""
        self._steady_hint.reset()
        self._say_hint(None)

    def _say_hint(self, hint: ViewHint | None) -> None:
        if hint is not self._said:
            self._said = hint
            self.hint_changed.emit(hint)


def _names_in(look: Look) -> set[str]:
    """Name the cards and codes in view, a card by its number whichever of its sides was read."""
    codes = {_name(found.text) for found in look.payloads if found.text}
    return codes | {str(look.zone.citizen_id)} if look.zone else codes


def _name(text: str) -> str:
    return str(number_in(text) or text)
