"""People besides applicant and holder, in the window: their card awaited, looked up, joined to the form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter_app.domain.card_payload import read_card
from counter_app.domain.citizen import CitizenCard, Relative
from counter_app.domain.typed_scan import TypedScan
from counter_app.errors import CounterError
from counter_app.services.desk import Desk
from counter_app.services.drafting import Sheet
from counter_app.services.joining import OpenRole, open_roles, unread_family
from counter_app.services.roles import SEXES, Newcomer
from counter_app.ui.main_window import MainWindow, Screen
from counter_app.ui.notices import Notice
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.field_role import RoleGiven
from counter_app.ui.widgets.field_words import in_english, title_of
from counter_app.ui.widgets.role_question import RoleOffer


class RoleDesk(QObject):
    """Waits for one card at a time, and reads the records of the family that a form still needs."""

    card_awaited = Signal()
    """Says that a card is asked for on the first step."""
    question_asked = Signal()
    """Says that the form is to be in front, where it is asked whose card was read."""
    settled = Signal()
    """Says that the card that was asked for has been taken."""
    refused = Signal(object)
    digits_read = Signal(object)
    """Carries the TypedScan of a card asked for on the first step, of which only the digits are certain."""
    other_card_read = Signal(object)
    """Carries the TypedScan of a card that is for none of the form's roles."""

    def __init__(self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._window = window
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._read: set[tuple[str, str, Relative]] = set()
        self._scan: TypedScan | None = None
        self._taken: tuple[Notice, str] | None = None
        window.form.role_card_wanted.connect(self._on_card_wanted)
        window.form.role_given.connect(self._on_role_given)
        visits.sheet_changed.connect(self._read_family)
        visits.citizen_left.connect(self._read.clear)
        question = window.form.role_question
        question.role_chosen.connect(self._on_role_chosen)
        question.other_chosen.connect(lambda: self.other_card_read.emit(self._scan))
        question.closed.connect(self._on_question_closed)
        visits.citizen_left.connect(self._on_question_closed)

    def follow(self, screen: Screen) -> None:
        """Wait for no card any more once another screen than the first step's is in front."""
        if screen is not self._window.identify:
            self._visits.expect(None)
            self._window.identify.ask_for_role("")

    def take(self, scan: TypedScan) -> bool:
        """Give a card that was read beside the form to the role that is open, or ask to which of several.

        Says whether there was one; the holder's fields are never filled by it.
        """
        sheet, window = self._visits.sheet, self._window
        if sheet is None or window.screen_in_front not in {window.form, window.papers, window.receive}:
            return False
        card = _card_on(scan)
        number = card.citizen_id if card else scan.citizen_id
        if number is None:
            return False
        if number in {person.citizen_id for person in sheet.company.present}:
            words = self.tr("This person is in this dossier already; nothing was filled in.")
            window.actions_bar.notices.show_notice(Notice(words))
            return True
        offers = tuple(RoleOffer(role.role, self._called(role)) for role in _open_to(sheet, card))
        if len(offers) == 1:
            self._give_scan(offers[0], scan)
        elif offers:
            self._scan = scan
            self.question_asked.emit()
            window.form.role_question.ask(card.full_name if card else "", offers)
        return bool(offers)

    def _on_role_chosen(self, offer: RoleOffer) -> None:
        scan, self._scan = self._scan, None
        if scan:
            self._give_scan(offer, scan)

    def _on_question_closed(self) -> None:
        self._scan, self._taken = None, None

    def _give_scan(self, offer: RoleOffer, scan: TypedScan) -> None:
        """Give a role to whom a card names; of a damaged scan the rest is typed on the first step."""
        card = _card_on(scan)
        if card is None:
            self._await_card(offer.role, offer.called)
            self.digits_read.emit(scan)
            return
        self._window.form.commit()
        words = self.tr("The card was taken for: {role}.").format(role=offer.called)
        notice = Notice(words, Tone.VERIFIED, self.tr("Take back"))
        by_card = partial(self._desk.joining.by_card, role=offer.role, card=card)
        self._look_up(by_card, done=lambda: self._say_taken(notice, offer.role))

    def take_up(self, notice: Notice) -> bool:
        """Leave the role open again that a notice tells of, and say whether it told of one."""
        if self._taken is None or self._taken[0] is not notice:
            return False
        role, self._taken = self._taken[1], None
        self._visits.change(lambda sheet: self._desk.drafting.leave_open(sheet, role))
        self._window.actions_bar.notices.clear()
        return True

    def _say_taken(self, notice: Notice, role: str) -> None:
        self._taken = (notice, role)
        self._window.actions_bar.notices.show_notice(notice)

    def _on_card_wanted(self, role: OpenRole) -> None:
        self._await_card(role.role, self._called(role))

    def _await_card(self, role: str, called: str) -> None:
        self._window.form.commit()
        self._window.identify.reset()
        self._window.identify.ask_for_role(called)
        self.card_awaited.emit()
        self._visits.expect(partial(self._take_card, role))

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


def _open_to(sheet: Sheet, card: CitizenCard | None) -> Iterator[OpenRole]:
    """List the roles that nobody plays yet and this card's person may play, as far as the card says."""
    sex = card.sex if card else None
    for role in open_roles(sheet):
        if not role.player and sex in {None, SEXES.get(role.role, sex)}:
            yield role


def _card_on(scan: TypedScan) -> CitizenCard | None:
    """Read the card of a scan; None where its digits alone are certain, or not even these."""
    if scan.citizen_id is None:
        with suppress(CounterError):
            return read_card(scan.text)
    return None
