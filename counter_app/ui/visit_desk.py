"""The visit in the window: holds who is served and what is being filled, and has the services do the work.

Everything that touches a disk, a wire or a picture runs on a lane of Tasks; this object, on the GUI thread,
only keeps the newest values and says what has happened.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from counter_app.domain.card_payload import read_card
from counter_app.domain.citizen import CitizenCard, Person
from counter_app.domain.dossier import Capacity, Dossier, Draft
from counter_app.domain.look_up import LookUpOutcome
from counter_app.domain.office import Duty
from counter_app.errors import CounterError
from counter_app.services.basket import Basket
from counter_app.services.desk import Desk
from counter_app.services.drafting import Sheet
from counter_app.services.identify import FormerCard, Visit
from counter_app.services.late_changes import LateChanges
from counter_app.services.spoken import SpokenAnswer, spoken_answer
from counter_app.ui.keeper import Keeper
from counter_app.ui.screens.procedure import ProcedureChoice
from counter_app.ui.steps import VisitState
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.unforeseen import log_unforeseen
from forms.answers import Value
from forms.errors import FormsError

Outcome = TypeVar("Outcome")

_MOST_UNDO = 100


class VisitDesk(QObject):
    """One visit after the other; parked drafts wait in the store."""

    identifying = Signal()
    visit_opened = Signal(object)
    holder_card_wanted = Signal()
    answered = Signal(object)
    """Carries the SpokenAnswer to what is never received."""
    sheet_opened = Signal(object)
    sheet_changed = Signal(object)
    dossier_received = Signal(object)
    citizen_left = Signal()
    drafts_changed = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, duty: Duty) -> None:
        super().__init__()
        self.duty = duty
        self._desk = desk
        self._tasks = tasks
        self._state = VisitState()
        self._waiting_choice: ProcedureChoice | None = None
        self._taker: Callable[[CitizenCard], None] | None = None
        self._undo: list[Sheet] = []
        self._turn = 0
        self._receiving = False
        self._keeper = Keeper(desk.drafting, tasks)
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

    def use_typed(self, typed: CitizenCard | FormerCard) -> None:
        """Identify who was typed; nine digits of before lead to the card of whoever had them."""
        if isinstance(typed, CitizenCard):
            self.use_card(typed)
            return
        identification, sign = self._desk.identification, self.duty.official.sign
        self.identifying.emit()
        self.run(Lane.WIRE, lambda: identification.card_of_former(typed, sign), self.use_card)

    def use_card(self, card: CitizenCard) -> None:
        """Identify whom the card names: a new visit, or the holder whom a chosen procedure waits for."""
        sign, waiting, visit = self.duty.official.sign, self._waiting_choice, self._state.visit
        if self._receiving:
            return
        if self._taker and self._state.sheet:
            self.identifying.emit()
            self._taker(card)
            return
        if waiting and visit:
            self.identifying.emit()
            self._look_up(
                visit, waiting, lambda: self._desk.identification.person(card, visit.visit_id, sign)
            )
            return
        if visit:
            self.leave()
        self.identifying.emit()
        self._turn += 1
        self.run(Lane.WIRE, lambda: self._desk.identification.begin(card, sign), self._on_identified)

    def expect(self, taker: Callable[[CitizenCard], None] | None) -> None:
        """Give the next card to whoever waits for it, instead of beginning a visit with it."""
        self._taker = taker

    def choose(self, choice: ProcedureChoice) -> None:
        """Begin the form of a procedure; for another person without a record, ask for their card first."""
        visit, relative = self._state.visit, choice.relative
        if visit is None:
            return
        has_no_number = choice.new_born or (relative is not None and relative.citizen_id is None)
        if choice.capacity is Capacity.SELF or has_no_number:
            self._start(visit, choice, None)
        elif relative is None:
            self._waiting_choice = choice
            self.holder_card_wanted.emit()
        else:
            identification, sign = self._desk.identification, self.duty.official.sign
            self._look_up(visit, choice, lambda: identification.relative(relative, visit.visit_id, sign))

    def change(self, change: Callable[[Sheet], Sheet], *, of: str = "") -> None:
        """Change the sheet, show it, and put it on disk; what the rules refuse leaves it as it was.

        With ``of`` only the sheet of that draft is changed: another citizen's may be at hand by now.
        """
        before = self._state.sheet
        if before is None or self._state.dossier or self._receiving:
            return
        if of and before.draft.draft_id != of:
            return
        try:
            after = change(before)
        except (CounterError, FormsError) as error:
            self.refused.emit(error)
            return
        self._undo = [*self._undo[-_MOST_UNDO:], before]
        self._show(after)
        self._keeper.keep(after)

    def note(self, change: Callable[[Sheet], Sheet], *, of: str) -> None:
        """Add to the draft at hand what was found out about it: nobody is told, and undoing keeps it."""
        sheet = self._state.sheet
        if sheet is None or sheet.draft.draft_id != of or self._state.dossier or self._receiving:
            return
        self._undo = [change(before) for before in self._undo]
        noted = change(sheet)
        self._state = replace(self._state, sheet=noted)
        self._keeper.keep(noted)

    def change_parked(self, draft_id: str, change: Callable[[Sheet], Sheet]) -> None:
        """Change a draft that is no longer at hand, on the disk alone."""
        duty, late = self.duty, LateChanges(self._desk.drafting, self._desk.store)
        self._tasks.run(
            Lane.STORE,
            lambda: late.make(draft_id, change, duty),
            owner=self,
            done=lambda _: self.refresh_drafts(),
            failed=self.refused.emit,
        )

    def declare(self, field: str, value: Value, reason: str) -> None:
        """Write an answer."""
        self.change(lambda sheet: self._desk.drafting.declare(sheet, field, value, reason=reason))

    def restore(self, field: str) -> None:
        """Put back what stood in a field before it was changed."""
        self.change(lambda sheet: self._desk.drafting.restore(sheet, field))

    def excuse(self, slot: str, reason: str) -> None:
        """Strike a paper out of what is asked for; an empty reason asks for it again."""
        self.change(lambda sheet: self._desk.drafting.excuse(sheet, slot, reason))

    def look_up_paper(self, slot: str, outcome: LookUpOutcome) -> None:
        """Keep what a look-up for a paper came to: it is held, or it may be asked for."""
        self.change(lambda sheet: self._desk.drafting.looked_up(sheet, slot, outcome))

    def undo(self) -> None:
        """Take the last change back."""
        if self._undo and not self._state.dossier and not self._receiving:
            before = self._undo.pop()
            self._show(before)
            self._keeper.keep(before)

    def receive(self) -> None:
        """Put the sheet on disk as it stands and receive its basket; nothing changes it meanwhile."""
        sheet = self._state.sheet
        if sheet is None or self._state.dossier or self._receiving:
            return
        desk = self._desk
        self._receiving = True
        self._keeper.forget()
        self._tasks.run(
            Lane.STORE,
            lambda: desk.reception.receive_all(desk.baskets.of(desk.drafting.save(sheet)).sheets),
            owner=self,
            done=self._on_received,
            failed=self._on_not_received,
        )

    def park(self) -> None:
        """Put the visit aside; its draft is on disk and waits in the rail."""
        if self._state.sheet and not self._state.dossier:
            self.leave()

    def take_over(self, duty: Duty) -> None:
        """Let another official begin with nobody before them; the same one at another counter goes on."""
        if duty.official.sign != self.duty.official.sign:
            self.leave()
        self.duty = duty
        self.refresh_drafts()
        if self._state.sheet and not self._state.dossier:
            self._show(replace(self._state.sheet, duty=duty))

    def resume(self, draft_id: str) -> None:
        """Take a parked draft up again; a visit that is open is set aside first."""
        duty = self.duty
        if self._receiving:
            return
        if self._state.visit:
            self.leave()
        self._turn += 1
        baskets = self._desk.baskets
        self.run(Lane.STORE, lambda: baskets.of(baskets.open(draft_id, duty)), self._on_started)

    def take_up_again(self, draft_id: str) -> None:
        """Go on with the draft that the dossier at hand has become again; the citizen is still there."""
        baskets, duty = self._desk.baskets, self.duty
        if self._state.dossier:
            self._state = VisitState(visit=self._state.visit)
            self.run(Lane.STORE, lambda: baskets.of(baskets.open(draft_id, duty)), self._on_started)

    def turn_to(self, draft_id: str) -> None:
        """Go on with another form of the basket; what was said in this one stands there too."""
        desk, duty, sheet = self._desk, self.duty, self._state.sheet
        if sheet is None or self._state.dossier or self._receiving:
            return

        def turned() -> Basket:
            desk.drafting.save(sheet)
            return desk.baskets.of(desk.baskets.open(draft_id, duty))

        self._keeper.forget()
        self.run(Lane.STORE, turned, self._on_started)

    def take_out(self) -> None:
        """Throw away the form at hand where others lie in the basket, and go on with one of these."""
        baskets, sheet = self._desk.baskets, self._state.sheet
        if sheet is None or not self._state.mates or self._state.dossier or self._receiving:
            return

        def left() -> Basket:
            return baskets.of(baskets.take_out(sheet) or sheet)

        self._keeper.forget()
        self.run(Lane.STORE, left, self._on_started)

    def leave(self) -> None:
        """End the visit: nothing of this citizen stays in the window; an open draft waits in the rail.

        A dossier that is being received at this moment is waited for.
        """
        if self._receiving:
            return
        self._turn += 1
        self._state = VisitState()
        self._undo = []
        self._waiting_choice = None
        self._taker = None
        self.citizen_left.emit()
        self.refresh_drafts()

    def refresh_drafts(self) -> None:
        """Look which drafts wait."""
        sign = self.duty.official.sign

        def show(drafts: tuple[Draft, ...]) -> None:
            if sign == self.duty.official.sign:
                self.drafts_changed.emit(drafts)

        self._tasks.run(
            Lane.STORE,
            lambda: self._desk.drafting.waiting(sign),
            owner=self,
            done=show,
            failed=self.refused.emit,
        )

    def run(self, lane: Lane, work: Callable[[], Outcome], done: Callable[[Outcome], None]) -> None:
        """Do work for the citizen at hand; when another one stands there by then, its outcome is dropped.

        A failure in the store is announced even then: perhaps something was not saved.
        """
        turn = self._turn

        def at_hand(outcome: Outcome) -> None:
            if turn == self._turn:
                done(outcome)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self.refused.emit(error)
            elif lane is Lane.STORE:
                self._tasks.untaken_failure.emit(error)
            else:
                log_unforeseen(error)

        self._tasks.run(lane, work, owner=self, done=at_hand, failed=failed)

    def _look_up(self, visit: Visit, choice: ProcedureChoice, look_up: Callable[[], Person]) -> None:
        self.run(Lane.WIRE, look_up, lambda holder: self._start(visit, choice, holder))

    def _start(self, visit: Visit, choice: ProcedureChoice, holder: Person | None) -> None:
        """Begin the form; beside another one of this visit it comes to lie in the same basket."""
        self._waiting_choice = None
        desk, duty, beside, capacity = self._desk, self.duty, self._state.sheet, choice.capacity
        self._keeper.forget()

        def start() -> Basket | SpokenAnswer:
            procedure = desk.procedures.on(choice.code, desk.clock.now().date())
            answer = spoken_answer(procedure, holder or visit.person)
            if answer:
                return answer
            if beside is None:
                begun = desk.drafting.start(visit, procedure, duty, capacity=capacity, holder=holder)
            else:
                begun = desk.baskets.add(beside, visit, procedure, capacity=capacity, holder=holder)
            return desk.baskets.of(begun)

        self.run(Lane.STORE, start, self._on_begun)

    def _show(self, sheet: Sheet) -> None:
        self._state = replace(self._state, sheet=sheet)
        self.sheet_changed.emit(sheet)

    def _on_identified(self, visit: Visit) -> None:
        self._state = VisitState(visit=visit)
        self._undo = []
        self.visit_opened.emit(visit)

    def _on_begun(self, begun: Basket | SpokenAnswer) -> None:
        if isinstance(begun, SpokenAnswer):
            if self._state.sheet:
                self._keeper.keep(self._state.sheet)
            self.answered.emit(begun)
        else:
            self._on_started(begun)

    def _on_started(self, basket: Basket) -> None:
        known, sheet = self._state.visit, basket.sheet
        visit = known or Visit(sheet.draft.draft_id, sheet.draft.applicant, (), ())
        self._state = VisitState(visit=visit, sheet=sheet, mates=basket.mates)
        self._undo = []
        if known is None:
            self.visit_opened.emit(visit)
        self._show(sheet)
        self.sheet_opened.emit(sheet)
        self.refresh_drafts()

    def _on_received(self, dossiers: tuple[Dossier, ...]) -> None:
        self._receiving = False
        self._state = replace(self._state, dossier=dossiers[0], together=dossiers)
        self.dossier_received.emit(dossiers[0])
        self.refresh_drafts()

    def _on_not_received(self, error: Exception) -> None:
        self._receiving = False
        if self._state.sheet:
            self._keeper.keep(self._state.sheet)  # perhaps it was the saving that failed
        self.refused.emit(error)
