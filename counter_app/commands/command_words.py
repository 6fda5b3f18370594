"""The command line's words: each foreseen error in one line that says what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from counter_app.commands import safety_words
from counter_app.commands.visit import PaperNotWritten
from counter_app.commands.visit_people import NoCode, NoSuchRole
from counter_app.domain.account import PasswordFault
from counter_app.domain.card_payload import NotACitizenCard, TwoCards
from counter_app.domain.lesson import Lesson
from counter_app.domain.other_codes import OtherCode
from counter_app.errors import DiskFull, NoReason, NotFound, SetupError
from counter_app.gateways.keys import KeyPlace
from counter_app.services.accounts import (
    AccountExists,
    AlreadyFounded,
    LastAdministrator,
    NoRole,
    WeakPassword,
)
from counter_app.services.bundle_port import BundleRefused, NotYetKnown
from counter_app.services.bundles import Exported, Imported
from counter_app.services.catalogue import NoSuchProcedure
from counter_app.services.drafting import NoSuchPaper
from counter_app.services.enrolment import AlreadyEnrolled, NoHub
from counter_app.services.filing import NotOffered
from counter_app.services.held_data import NoNumberGiven
from counter_app.services.hub_port import HubAway, HubBusy, HubFault, HubNotUnderstood, HubRefused
from counter_app.services.joining import UnfitForRole
from counter_app.services.lesson_score import Score
from counter_app.services.outbox_book import LineStanding
from counter_app.services.permits import NotPermitted, NotYours
from counter_app.services.ports import CodeTaken, SealBroken
from counter_app.services.realm import InventedPaper, InventedPerson, RealPerson
from counter_app.services.reception import Incomplete
from counter_app.services.sign_in import CodeWanted, SignInLocked, WrongSignIn
from counter_app.services.spoken import NotReceived
from counter_app.services.sync import SyncReport
from counter_app.services.training_refusals import ClassNotOpened, LessonStuck, NoSuchLesson, NotInClass
from counter_app.services.training_state import BelongsToHub, NotForTraining
from counter_app.wire.codes import ErrorCode
from forms.errors import DefinitionError, LockedField, UnknownField
from forms.fault_words import fault_words
from scanning.errors import PictureError

NO_DISPLAY = (
    "counter-app: there is no display here. Open the desk where there is a screen, or serve a visit without "
    "a window: counter-app visit --help"
)


def cards_written(count: int, out: Path) -> str:
    """Say where the practice cards are."""
    return f"{count} practice cards and cards.json are in {out}"


WHERE_TO_CARDS = "counter-app cards: say where to, with --out FOLDER, --pdf FILE.pdf or --film FILE.avi"


def cards_filmed(count: int, file: Path) -> str:
    """Say where the film of practice cards is, and how a desk looks at it."""
    return f"{count} practice cards are filmed in {file}; a desk takes it as camera = {str(file)!r}"


def cards_to_cut(count: int, file: Path) -> str:
    """Say where the cards to cut out are, and how they are printed."""
    return f"{count} practice cards are in {file}; print at 100 % on both sides, turned over the long edge"


def papers_written(count: int, out: Path) -> str:
    """Say where the practice papers are."""
    return f"{count} practice papers and papers.pdf, to print, are in {out}"


def people_written(count: int, out: Path) -> str:
    """Say where the invented people are."""
    return f"{count} invented people are in {out}; name it as file in [population] of the hub's settings"


def where(folder: Path, key_place: KeyPlace) -> str:
    """Say where data and key lie."""
    return f"data: {folder}\nkey:  {safety_words.key_place(folder, key_place)}"


def checked(versions: int, bundles: int, problems: int) -> str:
    """Say how many definitions were read and how many left out."""
    return f"{versions} versions of procedures and {bundles} bundles are right; {problems} files are left out"


def lesson_line(lesson: Lesson) -> str:
    """Tell of a lesson on one line: its code, what it asks, its time, its title in both languages."""
    title = f"{lesson.title.vi} · {lesson.title.en}"
    return f"{lesson.code:<32} {lesson.level:<6} {lesson.minutes:>3} min  {title}"


def lessons_checked(lessons: int, wrong: int) -> str:
    """Say how many lessons can be taught and how many not."""
    return f"{lessons - wrong} lessons are right; {wrong} cannot be taught"


def enrolled(device_id: str, counter: str) -> str:
    """Say under what name the hub knows this desk."""
    return f"this desk belongs to the hub as {device_id}; its provisional codes carry {counter}"


def exported(written: Exported, folder: Path) -> str:
    """Say what lies on a stick now."""
    said = f"{written.entries} entries in {written.bundles} sealed files are in {folder}"
    return f"{said}; {written.receipts} receipts for other desks" if written.receipts else said


def imported(taken: Imported) -> str:
    """Say what came from a stick, and which file was refused."""
    lines = [f"{taken.acknowledged} entries acknowledged, {taken.carried} bundles to carry on"]
    lines += [f"refused: {name} ({why})" for name, why in taken.refused]
    return "\n".join(lines)


def synced(report: SyncReport, standing: LineStanding) -> str:
    """Tell what a run of sync came to, as one JSON object."""
    told: dict[str, object] = {"end": report.end, "acknowledged": report.acknowledged}
    told |= {"laid_aside": report.aside, "bytes": report.uploaded, "refused": report.code or ""}
    outbox = standing.outbox
    told |= {"waiting": outbox.waiting, "aside": outbox.aside}
    return json.dumps(told | {"since": outbox.since.isoformat() if outbox.since else ""})


def seat_of(address: str, code: str, name: str) -> tuple[str, int, str, str]:
    """Read where a class is, as HOST:PORT; raises ClassNotOpened."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65_535:
        raise ClassNotOpened(address)
    return host, int(port), code, name


def desk_reset(folder: Path, seconds: float, *, was_kept: bool) -> str:
    """Say to what a training desk was put back."""
    state = "as it was kept" if was_kept else "a desk at which nobody has served yet"
    return f"{folder} is {state} again, after {seconds:.1f} s"


def desk_kept(folder: Path) -> str:
    """Say that a training desk was kept as it is."""
    return f"{folder} is kept as it is now; counter-app training reset comes back to this"


def scored(score: Score) -> str:
    """Tell what a lesson came to, as one JSON object."""
    told = {"points": score.points, "most": score.most, "seconds": round(score.seconds, 1)}
    told |= {"keys": score.keys, "hints": score.hints, "errors": score.errors, "caught": score.caught}
    missed = [str(one.outcome.fact) for one in score.verdicts if not one.is_held]
    return json.dumps({**told, "unlawful": score.unlawful, "missed": missed})


def words(error: Exception) -> str:
    """Put an error into one line: what happened, and what to do."""
    for kind, say in _WORDS.items():
        if isinstance(error, kind):
            return say(error)
    return f"{type(error).__name__}: {error}"


def _setup(error: SetupError) -> str:
    if error.problem in safety_words.DESK_PROBLEMS:
        return f"{error.path}: {safety_words.DESK_PROBLEMS[error.problem]}"
    line = f", line {error.line}" if error.line else ""
    where = f"{error.path}{line}, key {error.key!r}" if error.key else f"{error.path}{line}"
    return (
        f"{where}: {fault_words(error.problem, error.nearest)}. Mend it and start again; nothing was changed."
    )


def _incomplete(error: Incomplete) -> str:
    fields = [f"{found.field} ({found.code})" for found in error.findings]
    said = []
    if fields:
        said.append(f"answer these fields in the answers file: {', '.join(fields)}")
    if error.slots:
        said.append(f"add these papers with --page SLOT=PHOTO, or excuse them: {', '.join(error.slots)}")
    said.extend(f"the law wants: {one.words}" for one in error.broken)
    return f"the dossier is not complete: {'; '.join(said)}"


def _role(error: NoSuchRole) -> str:
    known = ", ".join(error.known) or "none"
    if not error.role:
        return f"say whose each further card is with --card ROLE=PICTURE; the procedure's roles: {known}"
    return f"the procedure has no role {error.role!r} beside the applicant's; it knows: {known}"


def _definition(error: DefinitionError) -> str:
    file = f"{error.file}, line {error.line}" if error.line else error.file
    where = ": ".join(part for part in (file, error.key) if part)
    return f"{where}: {fault_words(error.problem, error.nearest)}. Mend the file and try again."


def _hub_refused(error: HubRefused) -> str:
    if error.code is ErrorCode.ENROLMENT:
        return "the hub does not know this code, or it was used or is too old; have the hub print another one"
    if error.code is ErrorCode.TRAINING:
        return (
            "this desk and its hub are not both for training: nothing was told. A training desk speaks only "
            "to a hub whose settings say training = true; mend [hub] in counter.toml"
        )
    detail = f" ({error.detail})" if error.detail else ""
    return f"the hub refused: {error.code}{detail}; tell whoever looks after it"


def _os_error(error: OSError) -> str:
    return f"{error.filename or 'file'}: {error.strerror}. Check the path and its rights."


def _weak(error: WeakPassword) -> str:
    said = {
        PasswordFault.TOO_SHORT: f"it needs {error.shortest} letters or more",
        PasswordFault.TOO_LONG: "it is longer than anybody can type twice",
        PasswordFault.ALL_ALIKE: "it has too few different letters",
        PasswordFault.OWN_NAME: "it is the name of its owner",
        PasswordFault.USED_BEFORE: "it was used before",
    }
    return f"the password is not taken: {said[error.fault]}; think of another one"


def _wrong_sign_in(error: WrongSignIn) -> str:
    wait = f"; the next try is in {error.seconds} seconds" if error.seconds else ""
    return f"sign, password or code do not fit{wait}; give the sign with --as and type the password"


_SHOWN = {
    OtherCode.EMPTY: "a code that says nothing",
    OtherCode.WEB_ADDRESS: "a web address",
    OtherCode.PAYMENT: "a payment code (VietQR)",
    OtherCode.BROKEN_PAYMENT: "a payment code that is cut off or altered",
    OtherCode.HEALTH_CARD: "the code of a health insurance card",
    OtherCode.ACKNOWLEDGEMENT: "the code of an acknowledgement",
    OtherCode.DOSSIER_CODE: "a dossier code, as slips carry it",
    OtherCode.CIVIL_STATUS_PAPER: "the code of a civil status paper",
    OtherCode.VEHICLE_PAPER: "the code of a driving or vehicle paper",
    OtherCode.VACCINATION: "the code of a vaccination certificate",
    OtherCode.POSTAL_ITEM: "the number of a postal item",
    OtherCode.PROTECTED: "a protected code, perhaps of VNeID, which cannot be read here",
    OtherCode.MACHINE_READABLE_ZONE: "a part of the lines on a card's back",
    OtherCode.PASSPORT: "the lines of a passport",
    OtherCode.CONTACT: "the code of a business card",
    OtherCode.TELEPHONE: "a telephone number",
    OtherCode.EMAIL: "an e-mail address",
    OtherCode.WIFI: "the code of a Wi-Fi network",
    OtherCode.PLACE: "a place on a map",
    OtherCode.ID_NUMBER: "an ID number without a name and a birth date",
    OtherCode.FORMER_NUMBER: "nine digits, as on the old ID cards",
    OtherCode.PRODUCT: "the barcode of goods",
    OtherCode.NUMBER: "a number",
    OtherCode.HALF_A_CARD: "only a part of a citizen card's code",
    OtherCode.UNKNOWN: "a code that is not of a citizen card",
}

_WORDS: dict[type[Exception], Callable[[Any], str]] = {
    SetupError: _setup,
    Incomplete: _incomplete,
    NoSuchProcedure: lambda error: (
        f"no procedure {error.args[0]} is in force today; see resources/procedures"
    ),
    NoCode: lambda _: (
        "no QR code could be read in the card's picture; take it closer, sharp and without glare"
    ),
    NoSuchRole: _role,
    InventedPerson: lambda _: "the card is for training: nobody has this number; take the citizen's own card",
    InventedPaper: lambda _: "a paper is marked as made for training; give a picture of the real paper",
    RealPerson: lambda _: (
        "this is a training desk and takes no real person's card; use a practice card (counter-app cards)"
    ),
    UnfitForRole: lambda error: (
        f"the person on the card for {error.role} is of the other sex; give the right card"
    ),
    TwoCards: lambda _: "the picture shows more than one citizen card; give one that shows a single card",
    NotACitizenCard: lambda error: (
        f"the picture shows {_SHOWN[error.shown]}; give one that shows the QR code of a citizen card: "
        "on the front of cards of 2021, on the back of cards since July 2024"
    ),
    NoSuchPaper: lambda error: (
        f"the procedure has no paper {error.slot!r}; it knows: {', '.join(error.known)}"
    ),
    NoNumberGiven: lambda _: "give one whole ID number: twelve digits, or the nine of before",
    NoReason: lambda _: "a reason is missing; it is kept in history",
    NotReceived: lambda error: f"procedure {error.code} may not be asked for any more; nothing was received",
    NotOffered: lambda error: (
        f"the procedure has no {error.what} {error.asked!r}; it knows: {', '.join(error.offered) or 'none'}"
    ),
    NoSuchLesson: lambda error: (
        f"there is no lesson {error.asked!r}; counter-app lessons list names them: {', '.join(error.known)}"
    ),
    LessonStuck: lambda error: f"the lesson did not go on: {error.what}; the desk is as it was left",
    NotForTraining: lambda _: "this desk is not for training: nothing of it is put back; nothing was changed",
    BelongsToHub: lambda _: (
        "this desk belongs to a hub, which would get its numbers twice; keep one that belongs to none"
    ),
    ClassNotOpened: lambda error: f"no class can be held at {error.address}; give another HOST:PORT",
    NotInClass: lambda _: "the class does not let this desk in: look at the code, or choose another --name",
    NoHub: lambda _: "no hub is set: write its address into counter.toml, under [hub] address = …",
    AlreadyEnrolled: lambda _: "this desk belongs to a hub already; nothing is to be done",
    HubAway: lambda _: "the hub does not answer; look at the address in counter.toml and at the line",
    HubBusy: lambda _: "the hub has too much to do; try again in a minute",
    HubFault: lambda _: "the hub has a fault of its own; tell whoever looks after it",
    HubNotUnderstood: lambda _: "what answers at the hub's address is no hub of this version",
    HubRefused: _hub_refused,
    BundleRefused: lambda error: f"this is no bundle for this desk ({error.why}); nothing of it was taken",
    NotYetKnown: lambda _: (
        "the hub's key is not known yet: enrol, and sync once over a line, before days without"
    ),
    PaperNotWritten: lambda error: (
        f"received as {error.code}, but its paper could not be written; print it again from the register"
    ),
    NotPermitted: lambda error: (
        f"this account may not do that; it lacks the right {error.right}; ask an administrator of the desk"
    ),
    NotYours: lambda _: "another official began this; only they go on with it",
    WeakPassword: _weak,
    AccountExists: lambda error: f"there is an account {error.args[0]!r} already; give another --sign",
    LastAdministrator: lambda _: "nobody else keeps the accounts; give another one the role first",
    NoRole: lambda _: "an account needs a role; name it with --role",
    AlreadyFounded: lambda _: (
        'a training desk has invented accounts of its own; for an office write desk = "office" and [office] '
        "into the counter.toml of a fresh folder"
    ),
    WrongSignIn: _wrong_sign_in,
    SignInLocked: lambda error: f"too many tries have failed; the next one is in {error.seconds} seconds",
    CodeWanted: lambda error: f"the code of number {error.number} is missing; it stands on the card",
    DiskFull: lambda _: "the disk is full; make room and try again, nothing was received",
    SealBroken: lambda _: "a sealed page is damaged; take the page again",
    **safety_words.ERRORS,
    CodeTaken: lambda _: "the dossier's code is already given; try again",
    NotFound: lambda _: "what was asked for is not kept here",
    DefinitionError: _definition,
    LockedField: lambda error: (
        f"field {error.field} is verified; give a reason for changing it under [unlock]"
    ),
    UnknownField: lambda error: f"the form has no field {error.args[0]}",
    PictureError: lambda error: (
        f"the picture cannot be read ({error.cause}); give a jpg, png, webp, bmp or PDF file"
    ),
    OSError: _os_error,
}
