"""Pictures of cards that are chosen, dropped or pasted: read off the GUI thread, for the citizen at hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter_app.domain.card_payload import of_one_card
from counter_app.domain.claim import looks_like_claim
from counter_app.domain.mrz import MachineReadableZone
from counter_app.ui.card_reading import zone_in
from counter_app.ui.screens.identify import IdentifyScreen
from counter_app.ui.tasks import Lane
from counter_app.ui.visit_desk import VisitDesk
from scanning.frames import Frame, decode_picture, read_picture
from scanning.qr import read_codes

_READING_MS = 2_000


class PictureDesk(QObject):
    """Looks for a card's code in a picture, or else for the lines on its back."""

    zone_found = Signal(object)
    """Carries the MachineReadableZone of a picture that has no code: a name is to be typed to it."""
    claim_found = Signal(str)
    """Carries the text of an acknowledgement's code."""

    def __init__(self, screen: IdentifyScreen, visits: VisitDesk) -> None:
        super().__init__()
        self._visits = visits
        screen.picture_given.connect(self._on_picture_given)
        screen.picture_file_chosen.connect(self._on_file_chosen)

    def _on_picture_given(self, content: bytes) -> None:
        self._visits.run(Lane.CRAFT, lambda: _said_in(decode_picture(content)), self._on_read)

    def _on_file_chosen(self, path: Path) -> None:
        self._visits.run(Lane.CRAFT, lambda: _said_in(read_picture(path)), self._on_read)

    def _on_read(self, said: str | MachineReadableZone) -> None:
        if isinstance(said, MachineReadableZone):
            self.zone_found.emit(said)
        elif looks_like_claim(said):
            self.claim_found.emit(said)
        else:
            self._visits.read_payload(said)


def _said_in(frame: Frame) -> str | MachineReadableZone:
    """Give what the one card of a picture says, any other code, or else lines; empty where nothing is."""
    texts = [code.text for code in read_codes(frame, budget_ms=_READING_MS) if code.text]
    return of_one_card(texts) if texts else zone_in(frame, budget_ms=_READING_MS) or ""
