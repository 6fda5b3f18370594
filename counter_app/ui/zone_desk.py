"""The lines on a card's back in the window: a way in where no code was read, else laid beside the code."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.mrz import MachineReadableZone
from counter_app.services.identify import Visit
from counter_app.ui.card_reading import ZoneBeside
from counter_app.ui.error_words import ErrorWords
from counter_app.ui.main_window import MainWindow
from counter_app.ui.visit_desk import VisitDesk


class ZoneDesk(QObject):
    """Brings a zone to where it helps: the typed way in for a newcomer, the panel for who is served.

    A zone that comes while its person is being looked up waits for them, and is gone with the citizen.
    """

    def __init__(self, window: MainWindow, visits: VisitDesk) -> None:
        super().__init__()
        self._window = window
        self._visits = visits
        self._looking_up = False
        self._waiting: dict[CitizenId, MachineReadableZone] = {}
        visits.identifying.connect(self._on_identifying)
        shown_first = (
            Qt.ConnectionType.QueuedConnection
        )  # the panel shows the visit, then what lies beside it
        visits.visit_opened.connect(self._on_visit_opened, shown_first)
        visits.refused.connect(self._on_look_up_over)
        visits.holder_card_wanted.connect(self._on_look_up_over)
        visits.sheet_changed.connect(self._on_look_up_over)
        visits.citizen_left.connect(self._on_citizen_left)

    def take(self, zone: MachineReadableZone) -> None:
        """Take a zone that was read by itself: its card stands before the camera, or was scanned."""
        visit, identify = self._visits.state.visit, self._window.identify
        if self._looking_up or (visit and visit.person.citizen_id == zone.citizen_id):
            self._lay_beside(zone.citizen_id, zone)
            return
        self._waiting[zone.citizen_id] = zone
        identify.show_zone(zone, self._words(zone))

    def take_beside(self, beside: ZoneBeside) -> None:
        """Take the zone that stood beside a code in one picture."""
        self._lay_beside(beside.in_code, beside.zone)

    def _lay_beside(self, number: CitizenId, zone: MachineReadableZone) -> None:
        visit = self._visits.state.visit
        if visit is None and not self._looking_up:  # read too late: its citizen has gone
            return
        self._waiting[number] = zone
        if visit and not self._looking_up:
            self._show_beside(visit)

    def _on_identifying(self) -> None:
        self._looking_up = True

    def _on_look_up_over(self) -> None:
        self._looking_up = False

    def _on_visit_opened(self, visit: Visit) -> None:
        if visit is self._visits.state.visit:
            self._looking_up = False
            self._show_beside(visit)

    def _show_beside(self, visit: Visit) -> None:
        zone = self._waiting.get(visit.person.citizen_id)
        self._waiting.clear()
        if zone:
            self._window.person.show_zone(zone)

    def _on_citizen_left(self) -> None:
        self._looking_up = False
        QTimer.singleShot(0, self, self._forget)

    def _forget(self) -> None:
        """Forget who left, unless it was a newcomer's card that ended the visit."""
        if not self._looking_up:
            self._waiting.clear()

    def _words(self, zone: MachineReadableZone) -> ErrorWords:
        happened = self.tr("No QR code was read, but the lines on the card's back were.")
        if zone.name_letters:
            advice = self.tr(
                "The name stands there without marks: {letters}. Type it with its marks, then Enter."
            )
            return ErrorWords(happened, advice.format(letters=zone.name_letters))
        return ErrorWords(happened, self.tr("Type the full name with its marks, then Enter."))
