"""How a scripted trainee reaches each goal of a lesson: what the fingers do, and what is waited for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from counter_app.domain.dossier import Capacity
from counter_app.domain.lesson import APPLICANT, Condition, Goal, Step
from counter_app.domain.look_up import LookUpOutcome
from counter_app.domain.slip import SlipKind
from counter_app.services.drafting import Sheet
from counter_app.services.joining import open_roles
from counter_app.services.lesson_check import lesson_answers
from counter_app.services.lesson_play import due
from counter_app.ui.trainee import Hands, Pause, Script, Until
from counter_app.ui.widgets.capacity_question import CapacityQuestion
from counter_app.ui.widgets.page_values import PageRef

_TYPED = "type:"
_MOST_PAGES = 6


def whole_lesson(
    hands: Hands, began: Callable[[], None] = lambda: None, done: Callable[[str], None] = lambda _: None
) -> Script:
    """Play a lesson to its end: each step by its own keys where it names some, else as its goal is reached.

    ``began`` is called as each step begins, ``done`` with its code when the window shows what came of it.
    """
    lessons = hands.lessons
    yield Until(lambda: lessons.play is not None, "the lesson did not begin")
    while lessons.play and (step := lessons.play.step):
        number = lessons.play.number
        began()
        yield Until(hands.is_at_rest, f"{step.code}: no rest before it")
        yield Until(partial(_has_come, hands), f"{step.code}: what was to go wrong did not")
        yield Pause(2)
        yield from _by_keys(hands, step) if step.keys else _MOVES[step.goal](hands, step)
        yield Until(partial(_is_past, hands, number), f"{step.code}: {step.goal} was not reached")
        yield Until(hands.is_at_rest, f"{step.code}: no rest after it")
        done(step.code)
        yield Pause()
    yield Until(lambda: lessons.score is not None, "nobody judged it")
    done("")


def _is_past(hands: Hands, number: int) -> bool:
    play = hands.lessons.play
    return play is None or play.number > number or play.ended_at is not None


def _by_keys(hands: Hands, step: Step) -> Script:
    for keys in step.keys:
        if keys.startswith(_TYPED):
            hands.type(keys.removeprefix(_TYPED))
        else:
            hands.press(keys)
        yield Pause(0.3)
        yield Until(hands.is_at_rest, f"{step.code}: {keys}")


def _know(hands: Hands, step: Step) -> Script:
    """Have a card read: shown to the camera, or as any other reader brings it; else typed by hand."""
    window, role = hands.window, step.about or APPLICANT
    text = hands.room.stage.card_text(role)
    if text and hands.by_camera:
        hands.press("F12")
    elif text:
        if role == APPLICANT:
            yield Until(lambda: window.screen_in_front is window.identify, "not at the camera")
        hands.visits.read_payload(text)
    else:
        typed = hands.room.stage.typed_card(role)
        window.identify.card_typed.emit(typed)


def _has_come(hands: Hands) -> bool:
    """Whether all that was to go wrong by now, or to come right again, has done so."""
    play = hands.lessons.play
    return play is None or (hands.lessons.is_calm and not due(play, hands.desk.clock.now()))


def _join(hands: Hands, step: Step) -> Script:
    """Ask for the card of somebody else whom the form needs, and have it read."""
    window = hands.window
    hands.press("F4")
    yield Until(lambda: window.screen_in_front is window.form, "no form to join")
    role = next((one for one in open_roles(_sheet(hands)) if one.role == step.about), None)
    if role is None:
        raise LookupError(step.about)
    window.form.role_card_wanted.emit(role)
    yield Until(lambda: window.screen_in_front is window.identify, "no card was asked for")
    yield from _know(hands, step)
    yield Until(lambda: _plays(hands, step.about), f"nobody became {step.about}")


def _plays(hands: Hands, role: str) -> bool:
    sheet = hands.visits.sheet
    return sheet is not None and any(player.role == role for player in sheet.draft.players)


def _choose(hands: Hands, step: Step) -> Script:
    """Say for whom, name whom it is about, and find the procedure by its code."""
    window, lesson = hands.window, hands.room.lesson
    yield Until(lambda: window.screen_in_front is window.procedure, "no procedure is asked for")
    yield Until(hands.is_at_rest, "the question was not ready")
    question = window.procedure.question
    question.choose(lesson.capacity)
    yield Pause(0.5)
    if lesson.capacity is not Capacity.SELF:
        row = f"relative_{_whom(hands, question)}"
        yield Until(lambda: hands.click(row), "nobody can be named as the holder")
        yield Pause(0.5)
    window.procedure.first_focus().setFocus()
    hands.type(step.about)
    yield Pause(0.5)
    yield Until(hands.is_at_rest, "the search did not end")
    hands.press("Return")
    shown = (window.form, window.identify)
    yield Until(lambda: window.screen_in_front in shown or hands.visits.sheet is not None, "no form began")
    if window.screen_in_front is window.identify:
        hands.visits.read_payload(hands.room.stage.card_text("holder"))


def _whom(hands: Hands, question: CapacityQuestion) -> int:
    """Find the row of the lesson's holder: a member of the household, a new-born, or whoever has a card."""
    holder = hands.room.stage.people.get("holder")
    rows = question.offers
    members = [at for at, whom in enumerate(rows) if whom.relative and whom.relative.citizen_id == holder]
    if holder and members:
        return members[0]
    if holder is None:
        new_born = [at for at, whom in enumerate(rows) if whom.new_born]
        return new_born[0] if new_born else len(rows) - 1
    return len(rows) - 1


def _fill(hands: Hands, step: Step) -> Script:
    """Answer what the citizen of the lesson says, field by field."""
    if hands.visits.sheet is None and hands.desk.drafting.waiting(hands.visits.duty.official.sign):
        yield from _take_up(hands, step)
    hands.press("F4")
    yield Until(lambda: hands.window.screen_in_front is hands.window.form, "no form is in front")
    yield Until(hands.is_at_rest, "the form was not ready")
    sheet = _sheet(hands)
    answers, reasons = lesson_answers(hands.room.lesson, sheet.definition, sheet)
    for field, value in answers.items():
        hands.window.form.focus_field(field)
        hands.visits.declare(field, value, reasons.get(field, ""))
        yield Pause(0.5)
        yield Until(hands.is_at_rest, f"{field} was not shown")


def _unlock(hands: Hands, step: Step) -> Script:
    """Change a locked answer, with the reason that the citizen gives."""
    sheet = _sheet(hands)
    answers, reasons = lesson_answers(hands.room.lesson, sheet.definition, sheet)
    hands.window.form.focus_field(step.about)
    yield Pause()
    hands.visits.declare(step.about, answers[step.about], reasons.get(step.about, ""))


def _answer(hands: Hands, step: Step) -> Script:
    """Give the one answer that the step asks for."""
    hands.press("F4")
    yield Until(lambda: hands.window.screen_in_front is hands.window.form, "no form is in front")
    yield Until(hands.is_at_rest, "the form was not ready")
    hands.window.form.focus_field(step.about)
    yield Pause(0.5)
    hands.visits.declare(step.about, step.value, "")


def _take(hands: Hands, step: Step) -> Script:
    """Take the citizen's paper; a page that is not good is taken out and the next one taken."""
    yield from _open_papers(hands)
    yield from _take_for(hands, step.about)


def _take_for(hands: Hands, slot: str) -> Script:
    papers = hands.window.papers
    papers.show_paper(slot)
    for _ in range(_MOST_PAGES):
        before = _pages(hands, slot)
        papers.practice_sheet_wanted.emit(slot)
        yield Until(lambda seen=before: _pages(hands, slot) > seen, f"no page of {slot} was taken")  # type: ignore[misc]
        yield Until(hands.is_at_rest, "the page was not shown")
        yield Pause()
        if hands.room.stage.laid(slot) is Condition.GOOD:
            return
        yield from _take_out(hands, slot)


def _take_out(hands: Hands, slot: str) -> Script:
    at = _pages(hands, slot) - 1
    hands.window.papers.page_removed.emit(PageRef(slot, at))
    yield Until(lambda: _pages(hands, slot) == at, f"the page of {slot} was not taken out")
    yield Pause()


def _leave_out(hands: Hands, step: Step) -> Script:
    """Take the last page of a paper out again."""
    yield from _open_papers(hands)
    if not _pages(hands, step.about):
        hands.window.papers.practice_sheet_wanted.emit(step.about)
        yield Until(lambda: _pages(hands, step.about) > 0, "there was no page to take out")
    yield from _take_out(hands, step.about)


def _excuse(hands: Hands, step: Step) -> Script:
    """Strike a paper out with the reason that is right."""
    yield from _open_papers(hands)
    hands.window.papers.show_paper(step.about)
    yield Pause()
    hands.visits.excuse(step.about, dict(hands.room.lesson.reasons).get(step.about, ""))


def _look_up(hands: Hands, step: Step) -> Script:
    """Note that the database of a paper was asked; where the citizen brings the paper, it knew nothing."""
    yield from _open_papers(hands)
    carried = hands.room.lesson.papers_for(step.about)
    outcome = LookUpOutcome.NOTHING if carried else LookUpOutcome.FOUND
    hands.window.papers.show_paper(step.about)
    yield Pause()
    hands.visits.look_up_paper(step.about, outcome)


def _complete(hands: Hands, _step: Step) -> Script:
    """Take or excuse everything that is still missing."""
    yield from _open_papers(hands)
    reasons = dict(hands.room.lesson.reasons)
    for slot in [line.paper.slot for line in _sheet(hands).missing_papers]:
        if slot in reasons:
            hands.visits.excuse(slot, reasons[slot])
        else:
            yield from _take_for(hands, slot)


def _receive(hands: Hands, _step: Step) -> Script:
    """Read the review and receive."""
    window = hands.window
    hands.press("F6")
    yield Until(lambda: window.screen_in_front is window.receive, "no review came")
    yield Until(hands.is_at_rest, "the review was not ready")
    yield Pause(2)
    window.receive.primary.trigger()
    yield Until(lambda: hands.visits.state.dossier is not None, "it was not received")


def _simply(keys: str) -> Callable[..., Script]:
    """Reach a goal by one shortcut."""

    def moved(hands: Hands, step: Step) -> Script:
        hands.press(keys)
        yield Until(hands.is_at_rest, f"{step.code}: {keys}")

    return moved


def _press(name: str) -> Callable[..., Script]:
    """Reach a goal by one control."""

    def moved(hands: Hands, step: Step) -> Script:
        yield Until(lambda: hands.click(name), f"{step.code}: {name} was not there")

    return moved


def _take_up(hands: Hands, _step: Step) -> Script:
    """Take up the draft that was set aside last."""
    drafts = hands.desk.drafting.waiting(hands.visits.duty.official.sign)
    hands.window.rail.draft_asked.emit(drafts[0].draft_id)
    yield Until(lambda: hands.visits.sheet is not None, "the draft did not come back")


def _declare(hands: Hands, _step: Step) -> Script:
    """Print the declaration for signing."""
    window = hands.window
    hands.press("F4")
    yield Until(lambda: window.screen_in_front is window.form, "no form is in front")
    window.form.paper_wanted.emit()
    yield Until(lambda: window.screen_in_front is window.declaration, "no declaration came")
    yield Until(window.declaration.primary.isEnabled, "it cannot be printed")
    window.declaration.primary.trigger()


def _nothing(hands: Hands, step: Step) -> Script:
    """Wait for what comes by itself."""
    yield Until(hands.is_at_rest, step.code)


def _print_slip(hands: Hands, step: Step) -> Script:
    """Have a slip printed about what is not received yet, and keep what is stated for it."""
    window = hands.window
    hands.press("F6")
    yield Until(lambda: window.screen_in_front is window.receive, "no review came")
    yield Until(hands.is_at_rest, "the review was not ready")
    window.receive.slip_wanted.emit(SlipKind(step.about))
    number = _number(hands)
    yield Until(lambda: _is_past(hands, number) or hands.click("ground_keep"), f"no {step.about} was kept")


def _open_dossier(hands: Hands, _step: Step) -> Script:
    """Open the newest dossier of the day in the register."""
    window = hands.window
    hands.press("Ctrl+F")
    yield Until(lambda: window.screen_in_front is window.register, "no register came")
    yield Until(hands.is_at_rest, "the register was not ready")
    rows = hands.desk.register.today()
    window.register.row_opened.emit(rows[0].dossier_id)


def _hand_over(hands: Hands, _step: Step) -> Script:
    """Hand the outcome over: its page is taken, and it is confirmed."""
    yield Until(lambda: hands.click("hand_over"), "nothing can be handed over")
    yield Until(lambda: hands.click("practice_outcome"), "no outcome is asked for")
    yield Until(lambda: hands.click("hand_over_done"), "the outcome was not taken")


def _close(hands: Hands, _step: Step) -> Script:
    """Close the shift from the register's list."""
    window = hands.window
    hands.press("Ctrl+F")
    yield Until(lambda: window.screen_in_front is window.register, "no register came")
    window.register.first_focus().setFocus()
    hands.press("Escape")
    yield Until(lambda: hands.click("close_shift"), "the shift cannot be closed here")
    yield Until(lambda: hands.click("closing_done"), "the shift was not counted")


def _number(hands: Hands) -> int:
    play = hands.lessons.play
    return play.number if play else 0


def _open_papers(hands: Hands) -> Script:
    hands.press("F5")
    yield Until(lambda: hands.window.screen_in_front is hands.window.papers, "no papers are in front")
    yield Until(hands.is_at_rest, "the papers were not ready")


def _sheet(hands: Hands) -> Sheet:
    sheet = hands.visits.sheet
    if sheet is None:
        raise LookupError("no form has begun")
    return sheet


def _pages(hands: Hands, slot: str) -> int:
    sheet = hands.visits.sheet
    papers = sheet.draft.papers if sheet else ()
    return sum(len(paper.pages) for paper in papers if paper.slot == slot)


_MOVES: dict[Goal, Callable[..., Script]] = {
    Goal.PERSON_KNOWN: _know,
    Goal.SEEN: _simply("F12"),
    Goal.PROCEDURE_CHOSEN: _choose,
    Goal.ROLE_FILLED: _join,
    Goal.FIELD_UNLOCKED: _unlock,
    Goal.ANSWERED: _answer,
    Goal.FORM_COMPLETE: _fill,
    Goal.PAPER_TAKEN: _take,
    Goal.PAPER_LEFT: _leave_out,
    Goal.PAPER_EXCUSED: _excuse,
    Goal.PAPER_LOOKED_UP: _look_up,
    Goal.PAPERS_COMPLETE: _complete,
    Goal.RECEIVED: _receive,
    Goal.PRINTED: _press("print_paper"),
    Goal.DECLARATION_PRINTED: _declare,
    Goal.SET_ASIDE: _simply("F8"),
    Goal.TAKEN_UP: _take_up,
    Goal.TAKEN_BACK: _press("undo_reception"),
    Goal.COVERED: _simply("Ctrl+B"),
    Goal.UNCOVERED: _simply("Ctrl+B"),
    Goal.NEXT_CALLED: _simply("Ctrl+N"),
    Goal.SENT: _nothing,
    Goal.SLIP_PRINTED: _print_slip,
    Goal.OPENED: _open_dossier,
    Goal.HANDED_OVER: _hand_over,
    Goal.SHIFT_CLOSED: _close,
}
