"""Leads the window through visits: what screens announce goes to a desk, what desks say to the screens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from counter_app.domain.office import Duty
from counter_app.domain.typed_scan import TypedScan
from counter_app.services.desk import Desk
from counter_app.services.drafting import Sheet
from counter_app.services.identify import Visit
from counter_app.ui.camera_loop import CameraLoop
from counter_app.ui.desks import Desks, Devices
from counter_app.ui.error_words import words_of
from counter_app.ui.languages import Languages
from counter_app.ui.main_window import MainWindow, Screen
from counter_app.ui.notices import Notice
from counter_app.ui.screens.duty import DutyGiven
from counter_app.ui.step_help import help_words
from counter_app.ui.steps import Step, next_step, rail
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.unforeseen import log_unforeseen
from counter_app.ui.visit_desk import VisitDesk

LANGUAGE = "language"
"""The name under which the desk remembers the language that was chosen last."""


class Conductor(QObject):
    """Knows which step follows; pages, papers and the register have desks of their own."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        tasks: Tasks,
        *,
        duty: Duty,
        languages: Languages,
        devices: Devices,
    ) -> None:
        super().__init__()
        self._window = window
        self._desk = desk
        self.tasks = tasks
        self.languages = languages
        self._stale: dict[Screen, Callable[[Sheet], None]] = {}
        self.visits = VisitDesk(desk, tasks, duty)
        self.camera = CameraLoop(desk.cameras.open, desk.cameras.choice.name, tasks)
        self._behind_declaration: Screen = window.form
        self.desks = Desks(window, desk, tasks, visits=self.visits, camera=self.camera, devices=devices)
        self._connect_desks()
        self._connect_window()
        self._connect_identify()
        self._connect_form()
        self._connect_visits()
        self._show_duty(duty)

    def begin(self, *, ask_who_serves: bool) -> None:
        """Open the desk for the first citizen, or ask first who serves; offer what was left unfinished."""
        self.desks.drafts.announce()
        self.desks.packs.announce()
        self.desks.prints.look_for_printers()
        self._count_waiting()
        window = self._window
        if self._desk.hall:
            window.identify.set_practice_people(self._desk.hall.people())
        self._go(window.duty if ask_who_serves and not self.desks.sessions.is_guarded else window.identify)
        self.desks.sessions.open()
        for screen in (*window.of_step.values(), window.register, window.declaration):
            self._soon(partial(window.make_ready, screen))
        # Last: threads that load beside it would hold the window back.
        self._soon(self.desks.addresses.make_ready)
        self._soon(lambda: self._run(self._desk.digitising.make_ready, lambda _: None, lane=Lane.CRAFT))

    def say_where_the_key_is(self, *, in_file: bool) -> None:
        """Tell once, on a desk's first start, how its data is locked."""
        if in_file:
            words = self.tr("The data is encrypted; its key lies in a file that only you can read.")
        else:
            words = self.tr("The data is encrypted; its key lies in the keyring of this system.")
        self._window.actions_bar.notices.show_notice(Notice(words))

    def refuse(self, error: BaseException) -> None:
        """Say what could not be done and what helps; what nobody foresaw is logged too."""
        log_unforeseen(error)
        words, window = words_of(error), self._window
        if window.screen_in_front is window.identify:
            window.identify.show_refusal(words)
        else:
            said = f"{words.happened} {words.advice}"
            window.actions_bar.notices.show_notice(Notice(said, Tone.ERROR))

    def _connect_desks(self) -> None:
        window, desks = self._window, self.desks
        desks.scans.card_awaited.connect(self._go_to_next)
        desks.scans.other_card_read.connect(self._on_other_card_read)
        for added in (desks.outcomes.handed_over, desks.voids.voided, desks.grounds.kept):
            added.connect(self._count_waiting)
        desks.packs.answered.connect(lambda: self._go(window.procedure))
        desks.roles.card_awaited.connect(lambda: self._go(window.identify))
        desks.roles.settled.connect(self._on_role_settled)
        desks.roles.question_asked.connect(lambda: self._go(window.form))
        desks.sync.outbox_asked.connect(lambda: self._go(window.outbox))
        desks.sync.dossier_asked.connect(lambda: self._go(window.register))
        window.outbox.closed.connect(self._go_to_next)

    def _connect_window(self) -> None:
        window, visits = self._window, self.visits
        window.rail.step_asked.connect(self._on_step_asked)
        window.rail.register_asked.connect(self._on_register_asked)
        window.register.closed.connect(self._go_to_next)
        for action in (window.next_citizen, window.park):
            action.triggered.connect(window.form.commit)
        window.next_citizen.triggered.connect(visits.leave)
        window.park.triggered.connect(visits.park)
        window.parked.triggered.connect(window.rail.focus_drafts)
        window.take_back.triggered.connect(visits.undo)
        window.go_on.triggered.connect(self._go_to_next)
        window.help.triggered.connect(self._on_help_asked)
        window.top_bar.language_asked.connect(self.languages.choose)
        self.desks.sessions.duty_wanted.connect(lambda: self._go(window.duty))
        self.desks.sessions.began.connect(self._on_session_began)
        window.duty.duty_given.connect(self._on_duty_given)
        window.closing.connect(self._on_closing)
        window.top_bar.show_language(self.languages.current)
        self.languages.chosen.connect(self._on_language_chosen)
        window.actions_bar.notices.action_asked.connect(self._on_notice_taken_up)

    def _connect_identify(self) -> None:
        screen, visits = self._window.identify, self.visits
        screen.card_typed.connect(visits.use_typed)
        screen.practice_card_asked.connect(self._on_practice_card_asked)
        screen.camera_wanted.connect(self._on_camera_wanted)

    def _connect_form(self) -> None:
        window, visits = self._window, self.visits
        window.form.answer_given.connect(lambda given: visits.declare(given.field, given.value, given.reason))
        window.form.answer_restored.connect(visits.restore)
        window.form.finished.connect(self._go_to_next)
        window.form.paper_wanted.connect(self.desks.declarations.open)
        window.receive.declaration_wanted.connect(self.desks.declarations.open)
        window.declaration.closed.connect(lambda: self._go(self._behind_declaration))
        self.desks.declarations.opened.connect(self._on_declaration_opened)
        window.papers.finished.connect(lambda: self._on_step_asked(Step.RECEIVE))
        window.receive.field_asked.connect(self._on_field_asked)
        window.receive.paper_asked.connect(self._on_paper_asked)

    def _connect_visits(self) -> None:
        visits = self.visits
        visits.identifying.connect(self._window.identify.show_busy)
        visits.visit_opened.connect(self._on_visit_opened)
        visits.holder_card_wanted.connect(self._on_holder_card_wanted)
        visits.sheet_changed.connect(self._on_sheet_changed)
        visits.sheet_opened.connect(lambda _: self._soon(self._go_to_next))
        visits.dossier_received.connect(self._on_dossier_received)
        visits.citizen_left.connect(self._on_citizen_left)
        for one in (visits, *self.desks.refusing):
            one.refused.connect(self.refuse)
        for printed in self.desks.told_of_prints:
            printed.connect(self._on_printed)
        self.tasks.untaken_failure.connect(self.refuse)

    def _on_practice_card_asked(self, index: int) -> None:
        hall = self._desk.hall
        if hall:
            self._run(lambda: hall.call(index), lambda _: None, lane=Lane.CRAFT)

    def _on_camera_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - a signal carries it
        if wanted:
            self._soon(self._look_for_cards)  # a thread that starts is waited for
        elif self._window.screen_in_front is not self._window.papers:
            self.camera.stop()

    def _look_for_cards(self) -> None:
        if self._window.screen_in_front is self._window.identify:
            self.camera.start(codes=True)

    def _on_visit_opened(self, visit: Visit) -> None:
        window = self._window
        window.actions_bar.notices.clear()
        window.person.show_visit(visit, self._today())
        self.desks.procedures.find("")
        self._soon(lambda: window.procedure.show_visit(visit))
        if self.visits.sheet is None:
            self._soon(self._go_to_next)

    def _on_holder_card_wanted(self) -> None:
        self._window.identify.reset()
        self._window.identify.ask_for_holder(holder=True)
        self._go(self._window.identify)

    def _on_other_card_read(self, scan: TypedScan) -> None:
        if not self.desks.roles.take(scan):
            self.desks.scans.offer(scan)

    def _on_role_settled(self) -> None:
        if self._window.screen_in_front is self._window.identify:
            self._go(self._window.form)

    def _on_sheet_changed(self, sheet: Sheet) -> None:
        window = self._window
        self._stale = {
            window.form: window.form.show_sheet,
            window.papers: window.papers.show_sheet,
            window.receive: self.desks.slips.review,
        }
        self._freshen(window.screen_in_front, sheet)
        self._soon(self._show_rail)

    def _freshen(self, screen: Screen, sheet: Sheet) -> bool:
        """Bring a screen up to the newest sheet, if it is behind; the others wait until they are wanted."""
        show = self._stale.get(screen)
        if show:
            show(sheet)
            self._stale.pop(screen)
        return show is not None

    def _on_field_asked(self, field: str) -> None:
        self._on_step_asked(Step.FORM)
        self._soon(lambda: self._window.form.focus_field(field))

    def _on_paper_asked(self, slot: str) -> None:
        self._on_step_asked(Step.PAPERS)
        self._soon(lambda: self._window.papers.show_paper(slot))

    def _on_declaration_opened(self) -> None:
        if self._window.screen_in_front is not self._window.declaration:
            self._behind_declaration = self._window.screen_in_front
        self._go(self._window.declaration)

    def _on_dossier_received(self) -> None:
        self._stale.pop(self._window.receive, None)  # the review is over
        self._count_waiting()
        self._go(self._window.receive)

    def _on_citizen_left(self) -> None:
        window = self._window
        self._stale = {}
        window.person.show_visit(None, self._today())
        window.actions_bar.notices.clear()
        window.identify.reset()
        self._go(window.identify)
        for screen in (*window.of_step.values(), window.declaration):  # out of sight from here on
            if screen is not window.identify:
                self._soon(screen.reset)

    def _on_notice_taken_up(self, notice: Notice) -> None:
        if not (self.desks.scans.take_up(notice) or self.desks.roles.take_up(notice)):
            self.desks.drafts.open_latest()

    def _on_printed(self, notice: Notice) -> None:
        self._window.actions_bar.notices.show_notice(notice)

    def _on_step_asked(self, step: Step) -> None:
        lines = {line.step: line for line in rail(self.visits.state)}
        if lines[step].reachable:
            self._go(self._window.of_step[step])

    def _on_register_asked(self) -> None:
        self.desks.registers.refresh()
        self._go(self._window.register)

    def _go_to_next(self) -> None:
        self._go(self._window.of_step[next_step(self.visits.state)])

    def _go(self, screen: Screen) -> None:
        sheet = self.visits.sheet
        if sheet and self._freshen(screen, sheet):
            self._soon(partial(self._window.make_ready, screen))
            self._soon(lambda: self._bring(screen))
        else:
            self._bring(screen)

    def _bring(self, screen: Screen) -> None:
        window = self._window
        self.desks.roles.follow(screen)
        self.desks.pages.follow_camera(wanted=screen is window.papers)
        if screen not in {window.identify, window.papers}:
            self.camera.stop()
        window.person.setVisible(not self._in_register(screen) and screen is not window.outbox)
        window.bring(screen)
        window.go_on.setEnabled(self.visits.state.visit is not None)
        self._soon(self._show_rail)

    def _show_rail(self) -> None:
        window = self._window
        is_step = not self._in_register(window.screen_in_front)
        current = (window.step_in_front or Step.IDENTIFY) if is_step else None
        window.rail.show_steps(rail(self.visits.state), current)

    def _in_register(self, screen: Screen) -> bool:
        """Whether a screen is the register's, or a paper that was asked for there."""
        register, declaration = self._window.register, self._window.declaration
        return screen is register or (screen is declaration and self._behind_declaration is register)

    def _on_duty_given(self, given: DutyGiven) -> None:
        self._run(lambda: self._desk.duty_book.take_over(given.full_name, given.counter), self._on_taken_over)

    def _on_session_began(self, duty: Duty) -> None:
        self._show_duty(duty)
        self.desks.drafts.announce()

    def _on_taken_over(self, duty: Duty) -> None:
        self.visits.take_over(duty)
        self._show_duty(duty)
        self._go_to_next()

    def _show_duty(self, duty: Duty) -> None:
        window, training = self._window, duty.office.training
        window.duty.show_duty(duty)
        window.top_bar.show_duty(duty)
        window.show_training(training=training)
        window.papers.set_training(training)

    def _count_waiting(self) -> None:
        self.desks.sync.refresh()

    def _on_language_chosen(self, code: str) -> None:
        self._window.top_bar.show_language(code)
        self._run(lambda: self._desk.keep_preference(LANGUAGE, code), lambda _: None)

    def _on_help_asked(self) -> None:
        words = help_words(self._window.step_in_front)
        self._window.actions_bar.notices.show_notice(Notice(words))

    def _on_closing(self) -> None:
        self._window.form.commit()
        self.camera.close()
        self.desks.stop()
        self.tasks.close()
        self.desks.scanners.close()
        self._window.turns.drop_all()

    def _soon(self, step: Callable[[], None]) -> None:
        """Take a step in the next turn of the event loop, so that keys and paint come between two steps."""
        self._window.turns.take(step)

    def _today(self) -> date:
        return self._desk.clock.now().date()

    def _run(self, work: Callable[[], object], done: Callable[..., None], lane: Lane = Lane.STORE) -> None:
        self.tasks.run(lane, work, owner=self, done=done, failed=self.refuse)
