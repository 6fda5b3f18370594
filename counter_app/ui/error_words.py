"""What to tell the official about an error: what happened, and what to do; one table for all of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.domain.card_payload import NotACitizenCard, TwoCards
from counter_app.domain.citizen_id import NotACitizenId
from counter_app.domain.dossier_code import NotADossierCode, NumbersUsedUp
from counter_app.domain.procedure import NoRuleThatDay
from counter_app.errors import CounterError, DiskFull, NoReason, NotFound, Outage, Refusal, SetupError
from counter_app.services.bundle_port import BundleRefused, NeighbourAway, NotYetKnown
from counter_app.services.catalogue import NoSuchProcedure
from counter_app.services.desk import NotCarried
from counter_app.services.drafting import NoSuchPaper
from counter_app.services.duty import NoName
from counter_app.services.enrolment import AlreadyEnrolled, NoHub
from counter_app.services.filing import NotOffered
from counter_app.services.hand_over import AlreadyHandedOver, NothingToHandOver
from counter_app.services.held_data import NoNumberGiven
from counter_app.services.hub_port import HubAway, HubBusy, HubFault, HubNotUnderstood, HubRefused
from counter_app.services.identify import FormerIdUnknown, NoNumber, NotEnoughTyped
from counter_app.services.joining import UnfitForRole
from counter_app.services.movements import NobodyNamed
from counter_app.services.page_edits import UnsortedPages
from counter_app.services.payments import NoAmount
from counter_app.services.ports import (
    CodeTaken,
    PopulationAway,
    PrinterAway,
    SealBroken,
    SignerAway,
    WrongPassword,
)
from counter_app.services.realm import InventedPaper, InventedPerson, RealPerson
from counter_app.services.reception import Incomplete
from counter_app.services.register import NoPurpose
from counter_app.services.register_pages import TooManyDays
from counter_app.services.signing import SignatureLocked
from counter_app.services.slip_grounds import NewTimePast
from counter_app.services.spoken import NotReceived
from counter_app.services.timekeeping import ClockRefusal, SecondSupplement
from counter_app.services.voiding import AlreadyVoided, TooLateToReopen
from counter_app.ui.account_words import ACCOUNT_SAID, account_happened
from counter_app.ui.card_words import other_code_words
from counter_app.ui.copy_error_words import COPY_ERRORS
from counter_app.ui.training_error_words import TRAINING_ERRORS
from counter_app.ui.translator import to_say
from counter_app.ui.words import picture_cause_words, scanner_advice_words, scanner_cause_words
from forms.errors import (
    AnswersError,
    DefinitionError,
    FormsError,
    LockedField,
    RuleError,
    UnknownField,
    UnknownForm,
)
from printing.errors import CodeTooLong, MissingFont, PrintingError, TooWideForSlip, UnreadablePdf
from scanning.errors import (
    CameraLost,
    CameraUnavailable,
    PictureError,
    ScanFailed,
    ScannerLost,
    ScannerUnavailable,
    ScanningError,
)


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """Two sentences: what happened, and what the official can do about it."""

    happened: str
    advice: str


_CALL = to_say("error_words", "Tell whoever looks after this desk.")
_AGAIN = to_say("error_words", "Do it again; if it happens once more, tell whoever looks after the desk.")

_SAID: dict[type[Exception], ErrorWords] = {
    **{kind: ErrorWords(*said) for kind, said in ACCOUNT_SAID.items()},
    Exception: ErrorWords(
        to_say("error_words", "The program met something it did not foresee; the draft is kept."),
        _AGAIN,
    ),
    OSError: ErrorWords(
        to_say("error_words", "The file could not be read or written."),
        to_say("error_words", "Look whether the disk is there and has room, then do it again."),
    ),
    CounterError: ErrorWords(to_say("error_words", "The desk could not do this."), _AGAIN),
    Refusal: ErrorWords(
        to_say("error_words", "This cannot be done as it stands."),
        to_say("error_words", "Look at what is marked, put it right and do it again."),
    ),
    Outage: ErrorWords(
        to_say("error_words", "Something the desk needs does not answer now."),
        to_say("error_words", "Go on with what works and do this again later."),
    ),
    SetupError: ErrorWords(to_say("error_words", "A file or setting of the desk is not right."), _CALL),
    DiskFull: ErrorWords(
        to_say("error_words", "The disk is full; this was not saved."),
        to_say("error_words", "Make room on the disk, then do it again."),
    ),
    NotFound: ErrorWords(
        to_say("error_words", "What was asked for is not kept here any more."),
        to_say("error_words", "Look for it in the register."),
    ),
    NoName: ErrorWords(
        to_say("error_words", "The name of who receives is missing."),
        to_say("error_words", "Enter your full name: every paper carries it."),
    ),
    NotEnoughTyped: ErrorWords(
        to_say("error_words", "ID number, full name and birth date are needed together."),
        to_say("error_words", "Fill in what is marked."),
    ),
    FormerIdUnknown: ErrorWords(
        to_say("error_words", "Nobody is known here by this nine-digit number, name and birth date."),
        to_say(
            "error_words",
            "Ask for the card or the twelve-digit number. Do not ask for a confirmation of the former one.",
        ),
    ),
    NoNumber: ErrorWords(
        to_say("error_words", "The record names this person without an ID number."),
        to_say("error_words", "Ask for their card, or type their details."),
    ),
    InventedPerson: ErrorWords(
        to_say("error_words", "This card is for training: nobody has this number."),
        to_say("error_words", "Ask for the citizen's own card. Practice cards belong to a training desk."),
    ),
    InventedPaper: ErrorWords(
        to_say("error_words", "This paper is for training and proves nothing."),
        to_say("error_words", "Ask for the real paper. Practice papers belong to a training desk."),
    ),
    RealPerson: ErrorWords(
        to_say("error_words", "This is a training desk: it takes no real person's card."),
        to_say("error_words", "Use a practice card; their numbers begin with 000."),
    ),
    NotCarried: ErrorWords(
        to_say("error_words", "The citizen does not have this paper with them."),
        to_say("error_words", "Ask whether the law wants it at all; if so, write down what is missing."),
    ),
    UnfitForRole: ErrorWords(
        to_say("error_words", "This person cannot take that part: the sex on record is another."),
        to_say("error_words", "Show the right card, or choose by name."),
    ),
    NotACitizenId: ErrorWords(
        to_say("error_words", "An ID number has twelve digits."),
        to_say("error_words", "Compare it with the card."),
    ),
    NotACitizenCard: ErrorWords("", ""),
    TwoCards: ErrorWords(
        to_say("error_words", "The picture shows more than one citizen card; none was taken."),
        to_say("error_words", "Give a picture of one card, or lay that card alone under the camera."),
    ),
    NotADossierCode: ErrorWords(
        to_say("error_words", "This is not a dossier code."),
        to_say("error_words", "Compare it with the paper, or search by name."),
    ),
    NumbersUsedUp: ErrorWords(to_say("error_words", "No dossier number is left for today."), _CALL),
    NoRuleThatDay: ErrorWords(
        to_say("error_words", "No rule of this procedure is in force on that day."), _CALL
    ),
    NoSuchProcedure: ErrorWords(
        to_say("error_words", "This procedure is not installed on this desk."), _CALL
    ),
    ClockRefusal: ErrorWords(
        to_say("error_words", "The clock of this dossier cannot be moved that way now."),
        to_say("error_words", "Open the dossier again and look how its clock stands."),
    ),
    SecondSupplement: ErrorWords(
        to_say(
            "error_words", "A supplement has been asked for once already; a second one counts as overdue."
        ),
        to_say("error_words", "Ask for everything at once, or keep the second request knowingly."),
    ),
    NotReceived: ErrorWords(
        to_say("error_words", "Nobody may be asked for this any more; nothing is received."),
        to_say("error_words", "Tell the citizen what the law says and give the answer at once."),
    ),
    NotOffered: ErrorWords(
        to_say("error_words", "This procedure is not filed that way."),
        to_say("error_words", "Choose one of the ways shown."),
    ),
    PopulationAway: ErrorWords(
        to_say("error_words", "The population database does not answer now."),
        to_say("error_words", "Go on with the card; what it says is marked as not matched."),
    ),
    NoSuchPaper: ErrorWords(
        to_say("error_words", "This procedure asks for no such paper."),
        to_say("error_words", "Choose one of the papers in the list."),
    ),
    CodeTaken: ErrorWords(
        to_say("error_words", "This dossier code was given before."),
        to_say("error_words", "Receive once more: the next number is taken."),
    ),
    SealBroken: ErrorWords(
        to_say("error_words", "A stored page is damaged and is not shown."),
        to_say("error_words", "Take the page again, and tell whoever looks after this desk."),
    ),
    SignatureLocked: ErrorWords(
        to_say("error_words", "Papers of this office are signed, and the key is locked."),
        to_say("error_words", "Give the key's password in the window, then receive once more."),
    ),
    WrongPassword: ErrorWords(
        to_say("error_words", "The password does not open the signing key."),
        to_say("error_words", "Type it once more; some tokens lock after a few tries."),
    ),
    SignerAway: ErrorWords(
        to_say("error_words", "The signing key is not there; nothing was received."),
        to_say(
            "error_words",
            "Look whether the token is plugged in; or receive without signatures in this shift.",
        ),
    ),
    AlreadyHandedOver: ErrorWords(
        to_say("error_words", "The outcome of this dossier was handed over before."),
        to_say("error_words", "Its page in the register says when."),
    ),
    NothingToHandOver: ErrorWords(
        to_say("error_words", "There is no page of the outcome yet, or it has no name."),
        to_say("error_words", "Take its pages and name it as it is called on the paper."),
    ),
    NoNumberGiven: ErrorWords(
        to_say("error_words", "What is held is told of one whole ID number."),
        to_say("error_words", "Type its twelve digits, or the nine of before."),
    ),
    NoPurpose: ErrorWords(
        to_say("error_words", "A dossier is opened for something: what for was not said."),
        to_say("error_words", "Open it from the register and say what for."),
    ),
    TooManyDays: ErrorWords(
        to_say("error_words", "The register is printed for a year at most, from a first to a last day."),
        to_say("error_words", "Choose fewer days."),
    ),
    NewTimePast: ErrorWords(
        to_say("error_words", "The new time lies in the past, or before the one that was promised."),
        to_say("error_words", "Give a time that is still to come."),
    ),
    NobodyNamed: ErrorWords(
        to_say("error_words", "Unit, who gives and who takes are needed together."),
        to_say("error_words", "Fill in what is missing, then append it."),
    ),
    NoAmount: ErrorWords(
        to_say("error_words", "This is no amount that can be noted."),
        to_say("error_words", "Write đồng in figures; no more can be taken back than was paid."),
    ),
    AlreadyVoided: ErrorWords(
        to_say("error_words", "This dossier was voided; its number stays in the register."),
        to_say("error_words", "Receive it anew under another number, if it is still wanted."),
    ),
    TooLateToReopen: ErrorWords(
        to_say("error_words", "The dossier can no longer be reopened: time is up, or it has gone on."),
        to_say("error_words", "Void it with a reason in the register, and begin anew."),
    ),
    NoReason: ErrorWords(
        to_say("error_words", "A reason is missing."),
        to_say("error_words", "Write why in a few words: the reason is kept in history."),
    ),
    Incomplete: ErrorWords(
        to_say("error_words", "Something is still missing or wrong."),
        to_say("error_words", "The steps on the left count what is missing."),
    ),
    UnsortedPages: ErrorWords(
        to_say("error_words", "Scanned pages lie aside that belong to no paper yet."),
        to_say("error_words", "Move each to its paper, or remove it, in the step Papers."),
    ),
    BundleRefused: ErrorWords(
        to_say("error_words", "This file is no bundle for this desk."),
        to_say("error_words", "Nothing of it was taken. Have it written again at the desk it comes from."),
    ),
    NotYetKnown: ErrorWords(
        to_say("error_words", "The hub's key is not known at this desk yet."),
        to_say("error_words", "Enrol, and let the desk send once over a line; then sticks can be written."),
    ),
    NoHub: ErrorWords(
        to_say("error_words", "This desk has no hub: everything is kept here."),
        to_say("error_words", "Where there is one, its address goes into counter.toml under [hub]."),
    ),
    AlreadyEnrolled: ErrorWords(
        to_say("error_words", "This desk belongs to a hub already."),
        to_say("error_words", "Nothing is to be done."),
    ),
    HubAway: ErrorWords(
        to_say("error_words", "The hub cannot be reached now."),
        to_say("error_words", "Go on working: everything is kept here and sent once the line is back."),
    ),
    NeighbourAway: ErrorWords(
        to_say("error_words", "The neighbour desk does not answer, or takes nothing now."),
        to_say("error_words", "Go on working: everything is kept here; a stick can carry it, too (F7)."),
    ),
    HubBusy: ErrorWords(
        to_say("error_words", "The hub has too much to do now."),
        to_say("error_words", "Go on working: it is tried again by itself."),
    ),
    HubFault: ErrorWords(to_say("error_words", "The hub has a fault of its own."), _CALL),
    HubNotUnderstood: ErrorWords(
        to_say("error_words", "What answers at the hub's address is no hub of this version."), _CALL
    ),
    HubRefused: ErrorWords(
        to_say("error_words", "The hub does not accept this from this desk."),
        to_say("error_words", "Look at the code once more, or tell whoever looks after the hub."),
    ),
    **{kind: ErrorWords(*said) for kind, said in {**COPY_ERRORS, **TRAINING_ERRORS}.items()},
    FormsError: ErrorWords(to_say("error_words", "The form could not be worked with."), _AGAIN),
    RuleError: ErrorWords(to_say("error_words", "A rule of this form is written wrongly."), _CALL),
    DefinitionError: ErrorWords(
        to_say("error_words", "The description of a form is written wrongly."), _CALL
    ),
    LockedField: ErrorWords(
        to_say("error_words", "This answer is verified and therefore locked."),
        to_say("error_words", "Give a reason to change it."),
    ),
    UnknownField: ErrorWords(to_say("error_words", "The form has no such field."), _CALL),
    UnknownForm: ErrorWords(to_say("error_words", "The form of this procedure is not installed."), _CALL),
    AnswersError: ErrorWords(to_say("error_words", "The draft's form could not be read."), _CALL),
    ScanningError: ErrorWords(to_say("error_words", "The picture could not be worked with."), _AGAIN),
    PictureError: ErrorWords("", to_say("error_words", "Choose another file, or use the camera.")),
    CameraUnavailable: ErrorWords(
        to_say("error_words", "No camera answers."),
        to_say("error_words", "Look at its plug; the other ways in still work."),
    ),
    CameraLost: ErrorWords(
        to_say("error_words", "The camera has stopped."),
        to_say("error_words", "Look at its plug; it is tried again by itself."),
    ),
    ScannerUnavailable: ErrorWords(
        to_say("error_words", "The hand scanner does not answer on its port."),
        to_say("error_words", "Look at its plug; it is tried again by itself."),
    ),
    ScannerLost: ErrorWords(
        to_say("error_words", "The hand scanner has stopped."),
        to_say("error_words", "Look at its plug; it is tried again by itself."),
    ),
    ScanFailed: ErrorWords("", ""),
    PrinterAway: ErrorWords(
        to_say("error_words", "The printer did not take the paper; the dossier is kept."),
        to_say("error_words", "Choose another printer, or save the paper as a PDF."),
    ),
    PrintingError: ErrorWords(
        to_say("error_words", "The paper could not be drawn; the dossier is kept."),
        to_say("error_words", "Print it again from the register."),
    ),
    CodeTooLong: ErrorWords(
        to_say("error_words", "What the paper's QR code should say does not fit into it."), _CALL
    ),
    MissingFont: ErrorWords(to_say("error_words", "A font for papers is missing."), _CALL),
    TooWideForSlip: ErrorWords(
        to_say("error_words", "This paper is too wide for a slip printer."),
        to_say("error_words", "Choose a printer for A4 or A5."),
    ),
    UnreadablePdf: ErrorWords(
        to_say("error_words", "The PDF cannot be opened."),
        to_say("error_words", "Choose another file, or print it again."),
    ),
}


def words_of(error: BaseException) -> ErrorWords:
    """Give the words for an error; one that the table does not name gets those of the nearest class above."""
    if isinstance(error, ScanFailed):
        return ErrorWords(scanner_cause_words(error.cause), scanner_advice_words(error.cause))
    if isinstance(error, NotACitizenCard):
        code = other_code_words(error.shown)
        return ErrorWords(code.shown, code.advice)
    found = next(_SAID[kind] for kind in type(error).__mro__ if kind in _SAID)
    return ErrorWords(_what(error) or _say(found.happened), _say(found.advice))


def has_own_words(kind: type[Exception]) -> bool:
    """Whether the table names this very class."""
    return kind in _SAID


def _what(error: BaseException) -> str:
    """Say what happened where the error's own facts decide it."""
    if isinstance(error, PictureError):
        return picture_cause_words(error.cause)
    return account_happened(error)


def _say(source: str) -> str:
    return QCoreApplication.translate("error_words", source)
