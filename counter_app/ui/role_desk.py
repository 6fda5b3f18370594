"""People besides applicant and holder, in the window: their card awaited, looked up, joined to the form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter_app.domain.citizen import CitizenCard, Relative
from counter_app.services.desk import Desk
from counter_app.services.drafting import Sheet
from counter_app.services.joining import OpenRole, unread_family
from counter_app.services.roles import Newcomer
from counter_app.ui.main_window import MainWindow, Screen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.field_role import RoleGiven
from counter_app.ui.widgets.field_words import in_english, title_of


class RoleDesk(QObject):
    """Waits for one card at a time, and reads the records of the family that a form still needs."""

    card_awaited = Signal()
    """Says that a card is asked for on the first step."""
    settled = Signal()
    """Says that the card that was asked for has been taken."""
    refused = Signal(object)

    def __init__(self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._window = window
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._read: set[tuple[str, str, Relative]] = set()
        window.form.role_card_wanted.connect(self._on_card_wanted)
        window.form.role_given.connect(self._on_role_given)
        visits.sheet_changed.connect(self._read_family)
        visits.citizen_left.connect(self._read.clear)

    def follow(self, screen: Screen) -> None:
        """Wait for no card any more once another screen than the first step's is in front."""
        if screen is not self._window.identify:
            self._visits.expect(None)
            self._window.identify.ask_for_role("")

    def _on_card_wanted(self, role: OpenRole) -> None:
        self._window.form.commit()
        self._window.identify.reset()
        self._window.identify.ask_for_role(self._called(role))
        self.card_awaited.emit()
        self._visits.expect(partial(self._take_card, role.role))

    def _called(self, role: OpenRole) -> str:
        """Say what a role is called: by its own name, or else by its section's title."""
        sheet = self._visits.sheet
        sections = sheet.definition.sections if sheet else ()
        titles = (title_of(section) for section in sections if section.name == role.section)
        return (role.name_en if in_english() else role.name) or next(titles, role.role)

    def _take_card(self, role: str, card: CitizenCard) -> None:
        """Look up whom a card names, and give them the role."""
        self._look_up(partial(self._desk.joining.by_card, role=role, card=card), done=self._on_taken)

    def _on_taken(self) -> None:
        self._window.identify.reset()
        self.settled.emit()

    def _on_role_given(self, given: RoleGiven) -> None:
        self._window.form.commit()
        if given.relative is None:
            self._visits.change(lambda sheet: self._desk.drafting.leave_open(sheet, given.role))
        else:
            by_name = self._desk.joining.by_name
            self._look_up(partial(by_name, role=given.role, relative=given.relative))

    def _read_family(self, sheet: Sheet) -> None:
        """Read the records of kin that the form still needs; each is asked for once in a draft."""
        for role, relative in unread_family(sheet):
            asked = (sheet.draft.draft_id, role, relative)
            if asked not in self._read:
                self._read.add(asked)
                by_name = partial(self._desk.joining.by_name, role=role, relative=relative)
                self._look_up(by_name, found_only=True)

    def _look_up(
        self,
        look_up: Callable[[Sheet], Newcomer],
        *,
        done: Callable[[], None] = lambda: None,
        found_only: bool = False,
    ) -> None:
        """Look somebody up for the sheet at hand and let them join it, unless it is gone by then."""
        sheet = self._visits.sheet
        if sheet is None:
            return

        def join(newcomer: Newcomer) -> None:
            at_hand = self._visits.sheet
            if at_hand is None or at_hand.draft.draft_id != sheet.draft.draft_id:
                return
            if newcomer.person.record or not found_only:
                joined = self._desk.drafting.join
                self._visits.change(lambda newest: joined(newest, newcomer), of=sheet.draft.draft_id)
                done()

        self._tasks.run(Lane.WIRE, lambda: look_up(sheet), owner=self, done=join, failed=self.refused.emit)
