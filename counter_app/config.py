"""The desk's settings: one TOML file, every key typed, nothing silently corrected."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from counter_app.domain.payment_code import PaymentOrder
from counter_app.domain.printers import PaperRole, PrinterPlace, RolePrinters
from counter_app.errors import SetupError
from counter_app.services.toml_table import Fault, Table, read_toml

SETTINGS_FILE = "counter.toml"
_OFFICE_KEYS = ("name", "parent", "commune", "province", "code", "phone", "counter")
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


class Language(StrEnum):
    """The language of the screens; papers are always Vietnamese."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


class PaperSize(StrEnum):
    """The sheet in the printer."""

    A4 = "A4"
    A5 = "A5"


class Look(StrEnum):
    """Whether the screens are light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class DeskKind(StrEnum):
    """What stands behind the counter: an invented town to train in, or an office."""

    DEMO = "demo"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class SignatureSettings:
    """Where the key is with which officials sign: a PKCS#12 file, or ``label`` on a token.

    ``token`` is the path of the PKCS#11 library that came with the token. ``scans`` are digitised papers,
    ``papers`` those that are handed out over the official's name, ``notices`` those over the name of the head
    of the office: the key must then be that of whoever may sign these.
    """

    file: str = ""
    token: str = ""
    label: str = ""
    scans: bool = True
    papers: bool = False
    notices: bool = False


@dataclass(frozen=True, slots=True)
class AccountSettings:
    """The account into which fees are paid by transfer; ``bank`` are the six digits of its bank (BIN)."""

    bank: str
    bank_name: str
    number: str
    holder: str


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """The office of a desk that does not train: names as papers print them, and the code of its numbers."""

    name: str
    parent: str
    commune: str
    province: str
    code: str
    phone: str
    counter: str


@dataclass(frozen=True, slots=True)
class HubSettings:
    """Where the hub is: its address, and a file of certificates to trust in place of the system's.

    Without HTTPS only a hub on this very machine is spoken to. ``neighbour`` is the address of a desk in the
    office that carries sealed bundles while there is no line; empty for none.
    """

    address: str
    certificate: str = ""
    neighbour: str = ""


@dataclass(frozen=True, slots=True)
class CopySettings:
    """Where the daily copy of the desk goes (empty: a folder beside its data), and how many are kept."""

    folder: str = ""
    keep: int = 7


@dataclass(frozen=True, slots=True)
class Settings:
    """What one desk may choose, and what it starts from.

    ``camera`` is ``practice``, the name or number of a webcam, the address of a network camera, or the path
    of a film or a folder of pictures. ``cameras`` are more of these to choose from in the window, where
    webcams are offered by themselves. ``mirror`` shows the picture as a mirror would. ``printer`` is a
    printer's name, empty for the one the system prefers; ``printers`` are those of each role that has its
    own, in the order in which they are tried, and ``print_folder`` takes what none of them took (empty for
    one beside the desk's data). ``inbox`` is a folder into which a scanner writes
    its pages, empty for none. ``scanner`` is the serial port of a hand scanner (``COM3``, ``usb:0c2e:0901``),
    empty for one that types. ``two_up`` prints the two A5 copies of an acknowledgement on one A4 sheet.
    ``scale`` enlarges the whole window, in percent. ``signature`` is None where papers are not signed,
    ``account`` where fee slips carry no code to pay by, ``hub`` where the desk works alone, ``office`` on a
    training desk; ``lock_after`` are the minutes without a touch after which an office's desk locks;
    ``copies`` says where copies of the whole desk go.
    """

    language: Language = Language.VIETNAMESE
    camera: str = "practice"
    cameras: tuple[str, ...] = ()
    mirror: bool = False
    printer: str = ""
    printers: tuple[RolePrinters, ...] = ()
    print_folder: str = ""
    inbox: str = ""
    scanner: str = ""
    paper_size: PaperSize = PaperSize.A4
    two_up: bool = False
    look: Look = Look.SYSTEM
    sounds: bool = True
    desk: DeskKind = DeskKind.DEMO
    scale: int = 100
    signature: SignatureSettings | None = None
    account: AccountSettings | None = None
    hub: HubSettings | None = None
    copies: CopySettings = CopySettings()
    office: OfficeSettings | None = None
    lock_after: int = 5


def data_folder(override: Path | None = None, kind: DeskKind = DeskKind.DEMO) -> Path:
    """Give the folder of all that a desk keeps, made for its owner alone; raises SetupError."""
    folder = (override or user_data_path("counter-app", appauthor=False) / kind).resolve()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(folder, "not_writable") from error
    return folder


def read_settings(path: Path) -> Settings:
    """Read the settings; without a file every setting is what it starts from.

    Raises SetupError, naming the key and the nearest known word, for whatever the file has wrong.
    """
    usual = Settings()
    if not path.exists():
        return usual
    table = read_toml(path)
    settings = Settings(
        language=table.choice("language", Language, usual.language),
        camera=table.text("camera", usual.camera),
        cameras=table.texts("cameras"),
        mirror=table.flag("mirror", default=usual.mirror),
        printer=table.text("printer", usual.printer),
        printers=_printers(table.table_or_none("printers")),
        print_folder=table.text("print_folder", usual.print_folder),
        inbox=table.text("inbox", usual.inbox),
        scanner=table.text("scanner", usual.scanner),
        paper_size=table.choice("paper_size", PaperSize, usual.paper_size),
        two_up=table.flag("two_up", default=usual.two_up),
        look=table.choice("look", Look, usual.look),
        sounds=table.flag("sounds", default=usual.sounds),
        desk=table.choice("desk", DeskKind, usual.desk),
        scale=table.number("scale", least=75, most=200, default=usual.scale),
        signature=_signature(table.table_or_none("signature")),
        account=_account(table.table_or_none("account")),
        hub=_hub(table.table_or_none("hub")),
        copies=_copies(table.table_or_none("copies")),
        office=_office(table.table_or_none("office")),
        lock_after=table.number("lock_after", least=1, most=60, default=usual.lock_after),
    )
    table.close()
    return settings


def _signature(table: Table | None) -> SignatureSettings | None:
    """Read where the key is: either a file, or a token with the key's label."""
    if table is None:
        return None
    usual = SignatureSettings()
    read = SignatureSettings(
        file=table.text("file", ""),
        token=table.text("token", ""),
        label=table.text("label", ""),
        scans=table.flag("scans", default=usual.scans),
        papers=table.flag("papers", default=usual.papers),
        notices=table.flag("notices", default=usual.notices),
    )
    table.close()
    if bool(read.file) is bool(read.token):
        raise table.fault(Fault.MISSING, "file")
    if bool(read.token) is not bool(read.label):
        raise table.fault(Fault.MISSING, "label" if read.token else "token")
    return read


def _copies(table: Table | None) -> CopySettings:
    if table is None:
        return CopySettings()
    usual = CopySettings()
    keep = table.number("keep", least=1, most=400, default=usual.keep)
    read = CopySettings(table.text("folder", usual.folder), keep)
    table.close()
    return read


def _printers(table: Table | None) -> tuple[RolePrinters, ...]:
    """Read the printers of each role: an array of tables, each with a printer and perhaps a tray."""
    if table is None:
        return ()
    read = [RolePrinters(role, tuple(map(_place, table.tables(role)))) for role in PaperRole]
    table.close()
    return tuple(each for each in read if each.places)


def _place(table: Table) -> PrinterPlace:
    place = PrinterPlace(table.text("printer"), table.text("tray", ""))
    table.close()
    return place


def _account(table: Table | None) -> AccountSettings | None:
    """Read the collecting account, which a payment code must be able to hold."""
    if table is None:
        return None
    read = AccountSettings(
        table.text("bank", ""),
        table.text("bank_name", ""),
        table.text("number", ""),
        table.text("holder", ""),
    )
    table.close()
    for key in ("bank", "bank_name", "number", "holder"):
        if not getattr(read, key):
            raise table.fault(Fault.MISSING, key)
    try:
        PaymentOrder(read.bank, read.number, 0, "")
    except ValueError as error:
        raise table.fault(Fault.WRONG_KIND, "number" if str(error) == "account" else "bank") from error
    return read


def _hub(table: Table | None) -> HubSettings | None:
    """Read where the hub is; raises SetupError for an address over which others could listen."""
    if table is None:
        return None
    read = HubSettings(table.text("address"), table.text("certificate", ""), table.text("neighbour", ""))
    table.close()
    try:
        place = urlsplit(read.address)
    except ValueError as error:  # brackets that hold no address
        raise table.fault(Fault.NOT_A_CHOICE, "address", nearest="https://…") from error
    near = place.hostname in _THIS_MACHINE
    if not place.hostname or place.scheme not in ({"https", "http"} if near else {"https"}):
        raise table.fault(Fault.NOT_A_CHOICE, "address", nearest="https://…")
    if read.neighbour and urlsplit(read.neighbour).scheme not in {"http", "https"}:
        raise table.fault(Fault.NOT_A_CHOICE, "neighbour", nearest="http://192.168.1.7:8767")
    return read


def _office(table: Table | None) -> OfficeSettings | None:
    """Read what the office is called; all but the telephone has to be there."""
    if table is None:
        return None
    read = {key: table.text(key, "") for key in _OFFICE_KEYS}
    table.close()
    missing = next((key for key in _OFFICE_KEYS if not read[key] and key != "phone"), "")
    if missing:
        raise table.fault(Fault.MISSING, missing)
    return OfficeSettings(**read)


def keep_office(path: Path, office: OfficeSettings) -> None:
    """Write into the settings file that this is an office's desk, and which; raises SetupError."""
    told = {key: getattr(office, key) for key in _OFFICE_KEYS if getattr(office, key)}
    _keep(path, {"desk": DeskKind.OFFICE.value, "office": told})


def keep_hub(path: Path, address: str) -> None:
    """Write the hub's address into the settings file, or take it out where it is empty; raises SetupError."""
    present = read_settings(path).hub
    if address == (present.address if present else ""):
        return
    kept = {"certificate": present.certificate, "neighbour": present.neighbour} if present else {}
    told = {"address": address, **{key: value for key, value in kept.items() if value}}
    _keep(path, {"hub": told if address else None})


def keep_cameras(path: Path, *, camera: str, cameras: tuple[str, ...], mirror: bool) -> None:
    """Write these three into the settings file; every other line, comments too, stays as it stands.

    Raises SetupError where the file is not readable as settings now, or cannot be written.
    """
    present = read_settings(path)
    kept = (
        ("camera", camera, present.camera),
        ("cameras", list(cameras), list(present.cameras)),
        ("mirror", mirror, present.mirror),
    )
    _keep(path, {key: value for key, value, before in kept if value != before})


def keep_printers(path: Path, printers: tuple[RolePrinters, ...]) -> None:
    """Write the printers of each role into the settings file, as ``keep_cameras`` does; raises SetupError."""
    if printers != read_settings(path).printers:
        roles = {each.role.value: [_told(place) for place in each.places] for each in printers}
        _keep(path, {"printers": roles})


def _told(place: PrinterPlace) -> dict[str, str]:
    tray = {"tray": place.tray} if place.tray else {}
    return {"printer": place.address, **tray}


def _keep(path: Path, changed: Mapping[str, object]) -> None:
    if not changed:
        return
    import tomlkit  # noqa: PLC0415 - its 30 ms would be paid at every start by desks that never change a device

    text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    document = tomlkit.parse(text)
    for key, value in changed.items():
        if value is None:
            document.pop(key, None)
        else:
            document[key] = value
    _write_whole(path.resolve(), tomlkit.dumps(document))


def _write_whole(path: Path, text: str) -> None:
    """Put a new text in a file's place at once, so that no power cut leaves half a file.

    Raises SetupError where it cannot be written, and where it would not be read: then the file stays.
    """
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.touch(mode=0o600)
        with beside.open("wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        _prove(beside, path)
        beside.replace(path)
    except OSError as error:
        raise SetupError(path, "not_writable") from error


def _prove(beside: Path, path: Path) -> None:
    """Read new settings before they count; raises SetupError in the name of the file that they are for."""
    try:
        read_settings(beside)
    except SetupError as fault:
        beside.unlink()
        raise SetupError(path, fault.problem, key=fault.key, nearest=fault.nearest) from fault
