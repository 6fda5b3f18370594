"""The words for what the crafts, the domain and the services say in codes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.citizen import RecordSource
from counter_app.domain.citizen_id import IdDoubt, Sex
from counter_app.services.compare import Aspect, Newer, Remark
from counter_app.ui.steps import Step
from counter_app.ui.translator import to_say
from scanning.errors import PictureCause, ScannerCause
from scanning.guard_findings import Complaint
from scanning.view import ViewHint

_CONTEXT = "words"

_STEPS = {
    Step.IDENTIFY: to_say("words", "Citizen"),
    Step.PROCEDURE: to_say("words", "Procedure"),
    Step.FORM: to_say("words", "Form"),
    Step.PAPERS: to_say("words", "Papers"),
    Step.RECEIVE: to_say("words", "Receive"),
}
_REMARKS = {
    Remark.PERSON_DIED: to_say("words", "The record says that this person has died"),
    Remark.CARD_EXPIRED: to_say("words", "The card has expired"),
    Remark.CARD_MAY_HAVE_EXPIRED: to_say(
        "words", "The card may have expired: look at the date printed on it"
    ),
    Remark.ID_CANCELLED: to_say("words", "The card's number was cancelled; the record has another"),
    Remark.CARD_REPLACED: to_say("words", "A newer card has been issued"),
    Remark.ID_DISAGREES: to_say("words", "The ID number does not fit the card"),
}
_DOUBTS = {
    IdDoubt.UNKNOWN_PLACE: to_say("words", "its first digits name no province or country"),
    IdDoubt.OTHER_SEX: to_say("words", "it says another sex"),
    IdDoubt.OTHER_BIRTH_YEAR: to_say("words", "it says another year of birth"),
}
_SOURCES = {
    RecordSource.LIVE: to_say("words", "Matched with the population database"),
    RecordSource.COPY: to_say("words", "Matched with a stored copy"),
    RecordSource.UNREACHABLE: to_say("words", "Population database not reachable"),
    RecordSource.NO_RECORD: to_say("words", "No record agrees with this card"),
    RecordSource.INCOMPLETE: to_say("words", "Not looked up: name or birth date missing"),
}
_ASPECTS = {
    Aspect.FULL_NAME: to_say("words", "Full name"),
    Aspect.BORN_ON: to_say("words", "Birth date"),
    Aspect.SEX: to_say("words", "Sex"),
    Aspect.FORMER_ID: to_say("words", "Former ID number"),
    Aspect.RESIDENCE: to_say("words", "Permanent residence"),
}
_NEWER = {
    Newer.CARD: to_say("words", "the card is newer"),
    Newer.RECORD: to_say("words", "the record is newer"),
    Newer.UNKNOWN: to_say("words", "unknown which is newer"),
}
_SEXES = {
    Sex.MALE: to_say("words", "Male"),
    Sex.FEMALE: to_say("words", "Female"),
}
_COMPLAINTS = {
    Complaint.TOO_DARK: to_say("words", "Too dark: give it more light and take it again"),
    Complaint.TOO_BRIGHT: to_say("words", "Too bright: the writing has faded, take it again"),
    Complaint.BLURRED: to_say("words", "Blurred: hold still and take it again"),
    Complaint.TOO_SMALL: to_say("words", "Too small: bring the sheet nearer"),
    Complaint.CUT_EDGE: to_say("words", "An edge is cut off: take in the whole sheet"),
    Complaint.BLANK: to_say("words", "The page looks blank: turn it over"),
    Complaint.GLARE: to_say("words", "Light is reflected: tilt the sheet"),
    Complaint.FINGER: to_say("words", "A finger lies on the writing: take it away"),
    Complaint.FINGER_AT_EDGE: to_say("words", "A finger is in the picture: it hides no writing"),
    Complaint.DOUBLE_PAGE: to_say("words", "Two sheets are in the picture: lay one down alone"),
    Complaint.WRONG_SIDE: to_say("words", "This is the other side: turn it over"),
    Complaint.EXPIRED: to_say("words", "The paper is no longer valid"),
    Complaint.WRONG_PAPER: to_say("words", "This looks like another paper than the one asked for"),
    Complaint.ANOTHER_PERSON: to_say("words", "This paper seems to be about somebody else"),
    Complaint.OTHER_SHEETS: to_say("words", "The picture shows other sheets, too"),
}
_VIEW_HINTS = {
    ViewHint.TOO_FAR: to_say("words", "Bring the card nearer"),
    ViewHint.TOO_CLOSE: to_say("words", "Move the card a little away"),
    ViewHint.TOO_DARK: to_say("words", "It is too dark: turn on a light"),
    ViewHint.GLARE: to_say("words", "Light is reflected: tilt the card"),
    ViewHint.OUT_OF_FOCUS: to_say("words", "Out of focus: move the card a little away or nearer"),
    ViewHint.MOVING: to_say("words", "Hold the card still"),
    ViewHint.UPSIDE_DOWN: to_say("words", "Turn the card the right way up"),
    ViewHint.WRONG_SIDE: to_say("words", "No QR code on this side: turn the card over"),
    ViewHint.TWO_CARDS: to_say("words", "Two cards are in view: leave one"),
    ViewHint.NO_CODE: to_say("words", "No QR code found on the card: use another way"),
}
_PICTURE_CAUSES = {
    PictureCause.MISSING: to_say("words", "The file is not there any more."),
    PictureCause.TOO_LARGE: to_say("words", "The file is too large."),
    PictureCause.TOO_SMALL: to_say("words", "The picture is too small."),
    PictureCause.DAMAGED: to_say("words", "The file is damaged."),
    PictureCause.UNKNOWN_FORMAT: to_say("words", "The file is no picture that can be read here."),
    PictureCause.PHONE_FORMAT: to_say("words", "The phone's picture is HEIC: have it sent as JPEG."),
    PictureCause.TOO_MANY_PAGES: to_say("words", "The file has too many pages."),
    PictureCause.TOO_SLOW: to_say("words", "The file takes too long to read."),
    PictureCause.LOCKED: to_say("words", "The file is locked with a password."),
    PictureCause.SCRIPTED: to_say("words", "The file would start programs: print it and scan the sheet."),
    PictureCause.DYNAMIC_FORM: to_say("words", "The file is a form that rewrites itself: print and scan it."),
    PictureCause.CARRIES_FILES: to_say("words", "Other files hide in the file: print it and scan the sheet."),
}
_SCANNER_CAUSES = {
    ScannerCause.JAMMED: to_say("words", "A sheet is stuck in the feeder."),
    ScannerCause.NO_PAPER: to_say("words", "There is no sheet in the feeder."),
    ScannerCause.COVER_OPEN: to_say("words", "The scanner's cover is open."),
    ScannerCause.BUSY: to_say("words", "Somebody else is using the scanner."),
    ScannerCause.UNPLUGGED: to_say("words", "The scanner does not answer: off, unplugged or asleep."),
    ScannerCause.NOT_PERMITTED: to_say("words", "This user may not use the scanner."),
    ScannerCause.NO_PROGRAM: to_say("words", "The system's scanning program (SANE) is not installed."),
    ScannerCause.SILENT: to_say("words", "The scanner takes too long; it was given up."),
    ScannerCause.BROKEN: to_say("words", "The scanner stopped with a fault of its own."),
}
_SCANNER_ADVICE = {
    ScannerCause.JAMMED: to_say("words", "Open the lid, take the sheet out, and lay in the rest."),
    ScannerCause.NO_PAPER: to_say("words", "Lay the sheets in until they catch, or use the glass."),
    ScannerCause.COVER_OPEN: to_say("words", "Close it."),
    ScannerCause.BUSY: to_say("words", "Wait a moment, then scan again."),
    ScannerCause.UNPLUGGED: to_say("words", "Look at its switch and its cable."),
    ScannerCause.NOT_PERMITTED: to_say("words", "Tell whoever looks after this desk."),
    ScannerCause.NO_PROGRAM: to_say(
        "words", "Take pages by camera or file, and tell whoever looks after this desk."
    ),
    ScannerCause.SILENT: to_say("words", "Switch it off and on, then scan again."),
    ScannerCause.BROKEN: to_say("words", "Switch it off and on, then scan again."),
}


def said(source: str) -> str:
    """Give the words for a source text of this context in the language that is worn."""
    return QCoreApplication.translate(_CONTEXT, source)


def step_words(step: Step) -> str:
    """Name a step of the visit."""
    return said(_STEPS[step])


def remark_words(remark: Remark) -> str:
    """Say what the official should know of a person's card and record."""
    return said(_REMARKS[remark])


def doubt_words(doubt: IdDoubt) -> str:
    """Say where an ID number disagrees, as the end of a sentence."""
    return said(_DOUBTS[doubt])


def source_words(source: RecordSource) -> str:
    """Say where the record came from."""
    return said(_SOURCES[source])


def aspect_words(aspect: Aspect) -> str:
    """Name what differs between card and record."""
    return said(_ASPECTS[aspect])


def newer_words(newer: Newer) -> str:
    """Say which of card and record was written later."""
    return said(_NEWER[newer])


def sex_words(sex: Sex) -> str:
    """Name a sex as cards print it."""
    return said(_SEXES[sex])


def complaint_words(complaint: Complaint) -> str:
    """Say what is wrong with a page and what helps."""
    return said(_COMPLAINTS[complaint])


def view_hint_words(hint: ViewHint) -> str:
    """Say what helps the camera to read a card."""
    return said(_VIEW_HINTS[hint])


def picture_cause_words(cause: PictureCause) -> str:
    """Say why a picture file was refused."""
    return said(_PICTURE_CAUSES[cause])


def scanner_cause_words(cause: ScannerCause) -> str:
    """Say what has happened to a flatbed or feeder."""
    return said(_SCANNER_CAUSES[cause])


def scanner_advice_words(cause: ScannerCause) -> str:
    """Say what an official does about it."""
    return said(_SCANNER_ADVICE[cause])
