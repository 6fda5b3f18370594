"""The words for what was done in a lesson: goals, mishaps, and the lines of a replay."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.lesson import Goal, Lesson, Mishap, Words
from counter_app.services.lesson_play import Line, Note
from counter_app.ui.translator import to_say
from counter_app.ui.widgets.field_words import in_english

_GOALS = {
    Goal.PERSON_KNOWN: to_say("lesson_words", "The person was known"),
    Goal.SEEN: to_say("lesson_words", "Looked and went on"),
    Goal.PROCEDURE_CHOSEN: to_say("lesson_words", "The procedure was chosen"),
    Goal.ROLE_FILLED: to_say("lesson_words", "A person joined the form"),
    Goal.FIELD_UNLOCKED: to_say("lesson_words", "A locked answer was changed with a reason"),
    Goal.ANSWERED: to_say("lesson_words", "The right answer was given"),
    Goal.FORM_COMPLETE: to_say("lesson_words", "The form was complete"),
    Goal.PAPER_TAKEN: to_say("lesson_words", "A paper was taken"),
    Goal.PAPER_LEFT: to_say("lesson_words", "A page was taken out"),
    Goal.PAPER_EXCUSED: to_say("lesson_words", "A paper was excused"),
    Goal.PAPER_LOOKED_UP: to_say("lesson_words", "A database was asked for a paper"),
    Goal.PAPER_REUSED: to_say("lesson_words", "An earlier paper was used again"),
    Goal.PAPERS_COMPLETE: to_say("lesson_words", "The papers were complete"),
    Goal.RECEIVED: to_say("lesson_words", "The dossier was received"),
    Goal.PRINTED: to_say("lesson_words", "The acknowledgement was printed"),
    Goal.DECLARATION_PRINTED: to_say("lesson_words", "The declaration was printed"),
    Goal.SLIP_PRINTED: to_say("lesson_words", "A slip was printed"),
    Goal.SET_ASIDE: to_say("lesson_words", "The visit was set aside"),
    Goal.TAKEN_UP: to_say("lesson_words", "The visit was taken up again"),
    Goal.TAKEN_BACK: to_say("lesson_words", "The reception was taken back"),
    Goal.VOIDED: to_say("lesson_words", "A dossier was voided"),
    Goal.OPENED: to_say("lesson_words", "A dossier was opened in the register"),
    Goal.HANDED_OVER: to_say("lesson_words", "The outcome was handed over"),
    Goal.COVERED: to_say("lesson_words", "The screen was covered"),
    Goal.UNCOVERED: to_say("lesson_words", "The screen was uncovered"),
    Goal.SENT: to_say("lesson_words", "Everything was sent"),
    Goal.NEXT_CALLED: to_say("lesson_words", "The next citizen was called"),
    Goal.SHIFT_CLOSED: to_say("lesson_words", "The shift was closed"),
}
_MISHAPS = {
    Mishap.POPULATION_GONE: to_say("lesson_words", "The population database goes away"),
    Mishap.POPULATION_BACK: to_say("lesson_words", "The population database is back"),
    Mishap.NETWORK_GONE: to_say("lesson_words", "The network goes away"),
    Mishap.NETWORK_BACK: to_say("lesson_words", "The network is back"),
    Mishap.PRINTER_JAMMED: to_say("lesson_words", "The printer jams"),
    Mishap.PRINTER_BACK: to_say("lesson_words", "The printer prints again"),
    Mishap.CAMERA_GONE: to_say("lesson_words", "The camera goes away"),
    Mishap.CAMERA_BACK: to_say("lesson_words", "The camera is back"),
    Mishap.FORGED_CARD: to_say("lesson_words", "The card is forged"),
    Mishap.RECORD_DIFFERS: to_say("lesson_words", "The record differs from the card"),
    Mishap.POWER_CUT: to_say("lesson_words", "The power is cut"),
    Mishap.CITIZEN_IN_HURRY: to_say("lesson_words", "The citizen is in a hurry"),
    Mishap.CITIZEN_LEAVES: to_say("lesson_words", "The citizen leaves"),
    Mishap.STRANGER_LOOKS: to_say("lesson_words", "A stranger looks at the screen"),
}
_NOTES = {
    Note.STEP_BEGAN: to_say("lesson_words", "Begun: {about}"),
    Note.STEP_DONE: to_say("lesson_words", "Done: {about}"),
    Note.DID: to_say("lesson_words", "{about}"),
    Note.HINT: to_say("lesson_words", "A hint was asked for"),
    Note.ERROR: to_say("lesson_words", "An error: {about}"),
    Note.CAUGHT: to_say("lesson_words", "A wrong page was caught and taken out"),
    Note.UNLAWFUL: to_say("lesson_words", "A paper was asked for that the law forbids to ask for"),
    Note.MISHAP: to_say("lesson_words", "It happens: {about}"),
    Note.CAME_IN: to_say("lesson_words", "The trainer had it happen: {about}"),
}


def goal_words(goal: Goal) -> str:
    """Say what has happened at the desk."""
    return _said(_GOALS[goal])


def mishap_words(mishap: Mishap) -> str:
    """Say what goes wrong, or comes right again."""
    return _said(_MISHAPS[mishap])


def line_words(line: Line, lesson: Lesson) -> str:
    """Say what a line of the replay tells."""
    return _said(_NOTES[line.note]).format(about=_about(line, lesson))


def minutes_words(seconds: float) -> str:
    """Write a time as minutes and seconds."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def in_language(words: Words | None) -> str:
    """Give a lesson's words in the language of the screen."""
    if words is None:
        return ""
    return words.en if in_english() else words.vi


def _about(line: Line, lesson: Lesson) -> str:
    match line.note:
        case Note.STEP_BEGAN | Note.STEP_DONE:
            step = lesson.step(line.about)
            return in_language(step.task) if step else ""
        case Note.DID:
            return goal_words(Goal(line.about.split()[0]))
        case Note.MISHAP | Note.CAME_IN:
            return mishap_words(Mishap(line.about))
        case _:
            return line.about


def _said(source: str) -> str:
    return QCoreApplication.translate("lesson_words", source)
