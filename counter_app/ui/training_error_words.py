"""What to tell of an error of training: a lesson, a class, a desk that is put back; and what to do."""

from __future__ import annotations

from counter_app.domain.class_room import BadLine
from counter_app.services.training_refusals import ClassNotOpened, LessonStuck, NoSuchLesson, NotInClass
from counter_app.services.training_state import BelongsToHub, NotForTraining
from counter_app.ui.translator import to_say

TRAINING_ERRORS: dict[type[Exception], tuple[str, str]] = {
    NoSuchLesson: (
        to_say("error_words", "There is no such lesson."),
        to_say("error_words", "Choose one from the list of lessons."),
    ),
    LessonStuck: (
        to_say("error_words", "The lesson that plays by itself did not go on."),
        to_say("error_words", "Begin it again; the desk is as it was left."),
    ),
    NotInClass: (
        to_say("error_words", "The class does not let this desk in."),
        to_say("error_words", "Look at the code on the trainer's screen, or take another name."),
    ),
    ClassNotOpened: (
        to_say("error_words", "No class can be held at this address."),
        to_say("error_words", "Choose another address; perhaps another program uses this one."),
    ),
    BadLine: (
        to_say("error_words", "What came from the class cannot be read."),
        to_say("error_words", "Check that desk and console are of the same version."),
    ),
    NotForTraining: (
        to_say("error_words", "This desk serves citizens; nothing of it is ever put back."),
        to_say("error_words", "Nothing was changed. Use a training desk."),
    ),
    BelongsToHub: (
        to_say("error_words", "This desk belongs to a hub, which would get its numbers twice."),
        to_say("error_words", "Nothing was changed. Use a training desk that belongs to none."),
    ),
}
