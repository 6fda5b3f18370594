"""The visit in the window: holds who is served and what is being filled, and has the services do the work.

Everything that touches a disk, a wire or a picture runs on a lane of Tasks; this object, on the GUI thread,
only keeps the newest values and says what has happened.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter_app.domain.card_payload import read_card
from counter_app.domain.citizen import CitizenCard, Relative
from counter_app.domain.dossier import Capacity, Dossier
from counter_app.domain.office import Duty
from counter_app.errors import CounterError
from counter_app.services.desk import Desk
from counter_app.services.drafting import Sheet
from counter_app.services.identify import Visit
from counter_app.ui.keeper import Keeper
from counter_app.ui.screens.procedure import ProcedureChoice
from counter_app.ui.steps import VisitState
from counter_app.ui.tasks import Lane, Tasks
from forms.answers import Value
from forms.errors import FormsError
from scanning.frames import Frame, decode_picture, read_picture
from scanning.qr import read_codes

_MOST_UNDO = 100
_READING_MS = 2_000


class VisitDesk(QObject):
    """One visit after the other; parked drafts wait in the store."""

    identifying = Signal()
    visit_opened = Signal(object)
    holder_card_wanted = Signal()
    sheet_opened = Signal(object)
    sheet_changed = Signal(object)
    dossier_received = Signal(object)
    citizen_left = Signal()
    drafts_changed = Signal(object)
    kept = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, duty: Duty) -> None:
        super().__init__()
        self.duty = duty
        self._desk = desk
        self._tasks = tasks
        self._state = VisitState()
        self._waiting_choice: ProcedureChoice | None = None
        self._undo: list[Sheet] = []
        self._keeper = Keeper(desk.drafting, tasks)
        self._keeper.kept.connect(self.kept)
        self._keeper.save_failed.connect(self.refused)

    @property
    def state(self) -> VisitState:
        """How far the visit has come."""
        return self._state

    @property
    def sheet(self) -> Sheet | None:
        """The form being filled, if a procedure was chosen."""
        return self._state.sheet

    def read_payload(self, payload: str) -> None:
        """Take what a camera or hand scanner read; anything but a citizen card is refused by name."""
        try:
            card = read_card(payload)
        except CounterError as error:
            self.refused.emit(error)
            return
        self.use_card(card)

    def read_picture(self, content: bytes) -> None:
        """Look for a card's code in a picture that was given as a file or pasted."""
        self._run(Lane.CRAFT, lambda: _codes(decode_picture(content)), self._on_picture_read)

    def read_picture_file(self, path: Path) -> None:
        """Look for a card's code in a picture file."""
        self._run(Lane.CRAFT, lambda: _codes(read_picture(path)), self._on_picture_read)

    def use_card(self, card: CitizenCard) -> None:
        """Identify whom the card names: a new visit, or the holder whom a chosen procedure waits for."""
        sign, waiting = self.duty.official.sign, self._waiting_choice
        visit = self._state.visit
        self.identifying.emit()
        if waiting and visit:
            self._run(
                Lane.WIRE,
                lambda: self._desk.identification.begin(card, sign),
                lambda holder: self._start(visit, waiting, holder),
            )
            return
        self._run(Lane.WIRE, lambda: self._desk.identification.begin(card, sign), self._on_identified)

    def choose(self, choice: ProcedureChoice) -> None:
        """Begin the form of a procedure; for another person without a record, ask for their card first."""
        visit = self._state.visit
        if visit is None:
            return
        relative = choice.relative
        if choice.capacity is Capacity.SELF or (relative and relative.citizen_id is None):
            self._start(visit, choice, None)  # a new-born has no number to look up yet
        elif relative is None:
            self._waiting_choice = choice
            self.holder_card_wanted.emit()
        else:
            self._look_up_relative(visit, choice, relative)

    def change(self, change: Callable[[Sheet], Sheet]) -> None:
        """Change the sheet, show it, and put it on disk; what the rules refuse leaves it as it was."""
        before = self._state.sheet
        if before is None or self._state.dossier:
            return
        try:
            after = change(before)
        except (CounterError, FormsError) as error:
            self.refused.emit(error)
            return
        self._undo = [*self._undo[-_MOST_UNDO:], before]
        self._show(after)
        self._keeper.keep(after)

    def declare(self, field: str, value: Value, reason: str) -> None:
        """Write an answer."""
        self.change(lambda sheet: self._desk.drafting.declare(sheet, field, value, reason=reason))

    def restore(self, field: str) -> None:
        """Put back what stood in a field before it was changed."""
        self.change(lambda sheet: self._desk.drafting.restore(sheet, field))

    def excuse(self, slot: str, reason: str) -> None:
        """Strike a paper out of what is asked for; an empty reason asks for it again."""
        self.change(lambda sheet: self._desk.drafting.excuse(sheet, slot, reason))

    def undo(self) -> None:
        """Take the last change back."""
        if self._undo and not self._state.dossier:
            before = self._undo.pop()
            self._show(before)
            self._keeper.keep(before)

    def receive(self) -> None:
        """Receive the sheet as it stands; saves that wait are no longer needed."""
        sheet = self._state.sheet
        if sheet and not self._state.dossier:
            self._keeper.forget()
            self._run(Lane.STORE, lambda: self._desk.reception.receive(sheet), self._on_received)

    def park(self) -> None:
        """Put the visit aside; it waits in the rail."""
        sheet = self._state.sheet
        if sheet and not self._state.dossier:
            self._keeper.forget()
            self._run(Lane.STORE, lambda: self._desk.drafting.hold(sheet), lambda _: self.leave())

    def drop(self) -> None:
        """Throw the draft away."""
        sheet = self._state.sheet
        if sheet and not self._state.dossier:
            self._keeper.forget()
            self._run(Lane.STORE, lambda: self._desk.drafting.drop(sheet), lambda _: self.leave())

    def resume(self, draft_id: str) -> None:
        """Take a parked draft up again."""
        duty = self.duty
        self._run(Lane.STORE, lambda: self._desk.drafting.resume(draft_id, duty), self._on_resumed)

    def leave(self) -> None:
        """End the visit: nothing of this citizen stays in the window; an open draft waits in the rail."""
        self._state = VisitState()
        self._undo = []
        self._waiting_choice = None
        self.citizen_left.emit()
        self.refresh_drafts()

    def refresh_drafts(self) -> None:
        """Look which drafts wait."""
        self._run(Lane.STORE, self._desk.drafting.waiting, self.drafts_changed.emit)

    def _run(self, lane: Lane, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(lane, work, owner=self, done=done, failed=self.refused.emit)

    def _start(self, visit: Visit, choice: ProcedureChoice, holder: Visit | None) -> None:
        self._waiting_choice = None
        desk, duty = self._desk, self.duty
        person = holder.person if holder else None

        def start() -> Sheet:
            procedure = desk.procedures.on(choice.code, desk.clock.now().date())
            return desk.drafting.start(visit, procedure, duty, capacity=choice.capacity, holder=person)

        self._run(Lane.STORE, start, self._on_resumed)

    def _look_up_relative(self, visit: Visit, choice: ProcedureChoice, relative: Relative) -> None:
        identification, sign = self._desk.identification, self.duty.official.sign

        def look_up() -> Visit:
            return replace(visit, person=identification.relative(relative, visit.visit_id, sign))

        self._run(Lane.WIRE, look_up, lambda holder: self._start(visit, choice, holder))

    def _show(self, sheet: Sheet) -> None:
        self._state = replace(self._state, sheet=sheet)
        self.sheet_changed.emit(sheet)

    def _on_picture_read(self, texts: tuple[str, ...]) -> None:
        self.read_payload(texts[0] if texts else "")

    def _on_identified(self, visit: Visit) -> None:
        self._state = VisitState(visit=visit)
        self._undo = []
        self.visit_opened.emit(visit)

    def _on_resumed(self, sheet: Sheet) -> None:
        known = self._state.visit
        visit = known or Visit(sheet.draft.draft_id, sheet.draft.applicant, (), ())
        self._state = VisitState(visit=visit, sheet=sheet)
        self._undo = []
        if known is None:
            self.visit_opened.emit(visit)
        self.sheet_changed.emit(sheet)
        self.sheet_opened.emit(sheet)
        self.refresh_drafts()

    def _on_received(self, dossier: Dossier) -> None:
        self._state = replace(self._state, dossier=dossier)
        self.dossier_received.emit(dossier)
        self.refresh_drafts()


def _codes(frame: Frame) -> tuple[str, ...]:
    return tuple(code.text for code in read_codes(frame, budget_ms=_READING_MS) if code.text)
