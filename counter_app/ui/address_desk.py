"""Addresses in the window: read and completed against the shipped tables, off the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter_app.services.whereabouts import Whereabouts
from counter_app.ui.screens.form import FormScreen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.field_address import AddressAsked, AddressTold


class AddressDesk(QObject):
    """Answers the form's questions about addresses; the form passes over what typing has overtaken."""

    def __init__(self, form: FormScreen, visits: VisitDesk, whereabouts: Whereabouts, tasks: Tasks) -> None:
        super().__init__()
        self._form = form
        self._visits = visits
        self._whereabouts = whereabouts
        self._tasks = tasks
        form.address_asked.connect(self._on_asked)

    def make_ready(self) -> None:
        """Read the tables before the first citizen comes: later it would cost the window its quickness."""
        self._tasks.run(Lane.WIRE, self._whereabouts.make_ready, owner=self, done=lambda _: None)

    def _on_asked(self, asked: AddressAsked) -> None:
        home = self._visits.duty.office.province

        def look() -> AddressTold:
            if asked.being_typed:
                return AddressTold(asked, self._whereabouts.complete(asked.text, home=home))
            return AddressTold(asked, self._whereabouts.today_of(asked.text))

        self._tasks.run(Lane.WIRE, look, owner=self, done=self._form.show_address)
