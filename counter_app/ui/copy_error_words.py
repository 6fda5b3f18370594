"""What to tell of an error about a copy of the desk, its key or its folder: what happened, and what to do."""

from __future__ import annotations

from counter_app.services.copy_ports import (
    AnotherDesk,
    CopyDamaged,
    CopyLocked,
    DeskInUse,
    NoPassphrase,
    NotACopy,
    PassphraseTooShort,
    WrongPassphrase,
)
from counter_app.ui.translator import to_say

COPY_ERRORS: dict[type[Exception], tuple[str, str]] = {
    DeskInUse: (
        to_say("error_words", "This desk is open in another program, which needs it alone."),
        to_say("error_words", "Wait until that one is done, then start again."),
    ),
    NotACopy: (
        to_say("error_words", "There is no copy of the desk that this version can read."),
        to_say("error_words", "Choose another folder."),
    ),
    CopyDamaged: (
        to_say("error_words", "This copy of the desk is damaged or was altered; nothing was changed."),
        to_say("error_words", "Take another copy."),
    ),
    CopyLocked: (
        to_say("error_words", "This copy was made under a key that is not here."),
        to_say("error_words", "Take another copy, or one that a passphrase opens."),
    ),
    AnotherDesk: (
        to_say("error_words", "Another desk lives in this folder; nothing was changed."),
        to_say("error_words", "Choose an empty folder."),
    ),
    WrongPassphrase: (
        to_say("error_words", "These words do not open the desk's key."),
        to_say("error_words", "Type them once more, with marks and blanks as they were set."),
    ),
    PassphraseTooShort: (
        to_say("error_words", "These words are too short to guard a whole desk."),
        to_say("error_words", "Take fourteen signs at least; some words in a row are easy to keep in mind."),
    ),
    NoPassphrase: (
        to_say("error_words", "Words that open the copy on another machine are not set yet."),
        to_say("error_words", "Set them first; then copy."),
    ),
}
