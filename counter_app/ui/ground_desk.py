"""Slips of the dossier that is open in the register: asked about first where they say more than is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from counter_app.domain.dossier import Dossier
from counter_app.domain.movement import Movement
from counter_app.domain.payment import Payment
from counter_app.domain.slip import ASKED_ABOUT, STATED, SlipKind
from counter_app.services.desk import Desk
from counter_app.services.drafting import Sheet
from counter_app.services.payments import NoAmount
from counter_app.services.slip_grounds import GroundWish, latest_ground
from counter_app.services.slip_words import broken_rules
from counter_app.services.timekeeping import ClockStanding
from counter_app.ui.main_window import MainWindow
from counter_app.ui.register_desk import RegisterDesk
from counter_app.ui.slip_desk import SlipDesk
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.ground_panel import GroundFacts, GroundPanel
from counter_app.ui.widgets.movement_panel import MovementPanel, MovementWish
from counter_app.ui.widgets.payment_panel import PaymentPanel, PaymentWish


@dataclass(frozen=True, slots=True)
class _Known:
    """What is on record for the slips of a dossier."""

    ground: GroundFacts | None
    moved: tuple[Movement, ...]
    payments: tuple[Payment, ...]


class GroundDesk(QObject):
    """Asks, has it kept, and only then has the slip printed."""

    refused = Signal(object)
    kept = Signal()

    def __init__(
        self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks, *, slips: SlipDesk
    ) -> None:
        super().__init__()
        self._screen, self._receive = window.register, window.receive
        self._receive.slip_wanted.connect(self._on_slip_before_wanted)
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._slips = slips

    def serve(self, registers: RegisterDesk) -> None:
        """Serve the slips that are wanted of the dossier that is open."""
        registers.slip_asked.connect(self._on_slip_asked)
        self.kept.connect(registers.reread)

    def _on_slip_asked(self, dossier: Dossier, kind: SlipKind) -> None:
        if kind not in ASKED_ABOUT:
            self._slips.print_slip(dossier, kind)
            return
        self._run(lambda: self._known(dossier, kind), lambda known: self._ask(dossier, kind, known))

    def _known(self, dossier: Dossier, kind: SlipKind) -> _Known:
        desk, number = self._desk, dossier.dossier_id
        facts = None
        if kind in STATED:
            grounds = desk.slip_grounds
            last = latest_ground(grounds.stated(number), kind)
            standing, today = desk.times.standing(number), desk.clock.now().date()
            usual = grounds.usual(dossier, kind)
            facts = GroundFacts(grounds.choices(dossier), standing, last, today, usual=usual)
        return _Known(facts, desk.movements.of(number), desk.payments.of(number))

    def _ask(self, dossier: Dossier, kind: SlipKind, known: _Known) -> None:
        if self._screen.opened_id != dossier.dossier_id:
            return
        panel = self._panel(dossier, kind, known)
        panel.print_wanted.connect(lambda kind: self._slips.print_slip(dossier, kind))
        self._screen.ask(panel)

    def _panel(
        self, dossier: Dossier, kind: SlipKind, known: _Known
    ) -> GroundPanel | MovementPanel | PaymentPanel:
        if known.ground:
            ground = GroundPanel(kind, known.ground)
            ground.stated.connect(lambda wish: self._on_stated(dossier, wish))
            return ground
        if kind is SlipKind.CONTROL_SHEET:
            movement = MovementPanel(known.moved, self._visits.duty.official.full_name)
            movement.moved.connect(lambda wish: self._on_moved(dossier, wish))
            return movement
        payment = PaymentPanel(known.payments, dossier.fee)
        payment.noted.connect(lambda wish: self._on_noted(dossier, wish))
        return payment

    def _on_slip_before_wanted(self, kind: SlipKind) -> None:
        """Ask for all that a draft lacks at once; a refusal is asked about first."""
        sheet = self._visits.sheet
        if sheet is None:
            return
        if kind is SlipKind.SUPPLEMENT:
            self._state_before(sheet, GroundWish(kind))
            return
        rules, now = broken_rules(sheet), self._desk.clock.now()
        reason = "; ".join(rule.words.rstrip(".") for rule in rules)
        law = "; ".join(dict.fromkeys(rule.law for rule in rules if rule.law))
        usual = sheet.procedure.reasons_on(now.date(), kind)
        standing = ClockStanding(now, None)
        panel = GroundPanel(kind, GroundFacts((), standing, None, now.date(), reason, law, usual))
        panel.stated.connect(lambda wish: self._state_before(sheet, wish))
        panel.print_wanted.connect(lambda kind: self._slips.print_before(sheet, kind))
        self._receive.ask(panel)

    def _state_before(self, sheet: Sheet, wish: GroundWish) -> None:
        grounds = self._desk.slip_grounds

        def printed(_: object) -> None:
            self._receive.ask(None)
            self._slips.print_before(sheet, wish.kind)

        self._run(lambda: grounds.state_for(sheet, wish.kind, wish.reason, wish.law), printed)

    def _on_stated(self, dossier: Dossier, wish: GroundWish) -> None:
        grounds, duty = self._desk.slip_grounds, self._visits.duty

        def printed(_: object) -> None:
            self._screen.ask(None)
            self.kept.emit()
            self._slips.print_slip(dossier, wish.kind)

        self._run(lambda: grounds.state(dossier.dossier_id, wish, duty), printed)

    def _on_moved(self, dossier: Dossier, wish: MovementWish) -> None:
        movements, duty = self._desk.movements, self._visits.duty
        self._run(
            lambda: movements.move_on(
                dossier.dossier_id,
                unit=wish.unit,
                giver=wish.giver,
                taker=wish.taker,
                note=wish.note,
                duty=duty,
            ),
            lambda _: self._on_kept(dossier, SlipKind.CONTROL_SHEET),
        )

    def _on_noted(self, dossier: Dossier, wish: PaymentWish) -> None:
        payments, duty = self._desk.payments, self._visits.duty
        try:
            amount = int(wish.amount.replace(".", "").replace(" ", ""))
        except ValueError:
            self.refused.emit(NoAmount())
            return
        self._run(
            lambda: payments.note(dossier.dossier_id, amount, wish.way, receipt=wish.receipt, duty=duty),
            lambda _: self._on_kept(dossier, SlipKind.FEE),
        )

    def _on_kept(self, dossier: Dossier, kind: SlipKind) -> None:
        """Show what was written, ready for the next line."""
        self.kept.emit()
        self._on_slip_asked(dossier, kind)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(Lane.STORE, work, owner=self, done=done, failed=self.refused.emit)
