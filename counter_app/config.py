"""The desk's settings: one TOML file, every key typed, nothing silently corrected."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from platformdirs import user_data_path

from counter_app.errors import SetupError
from counter_app.services.toml_table import Fault, Table, read_toml

SETTINGS_FILE = "counter.toml"


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


class Desk(StrEnum):
    """What stands behind the counter; a desk with a real population database is not there yet."""

    DEMO = "demo"


@dataclass(frozen=True, slots=True)
class SignatureSettings:
    """Where the key is with which officials sign: a PKCS#12 file, or ``label`` on a token.

    ``token`` is the path of the PKCS#11 library that came with the token.
    """

    file: str = ""
    token: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one desk may choose, and what it starts from.

    ``camera`` is ``practice``, the name or number of a webcam, the address of a network camera, or the path
    of a film or a folder of pictures. ``cameras`` are more of these to choose from in the window, where
    webcams are offered by themselves. ``mirror`` shows the picture as a mirror would. ``printer`` is a
    printer's name, empty for the one the system prefers. ``inbox`` is a folder into which a scanner writes
    its pages, empty for none. ``scanner`` is the serial port of a hand scanner (``COM3``, ``usb:0c2e:0901``),
    empty for one that types. ``scale`` enlarges the whole window, in percent. ``signature`` is None where
    papers are not signed.
    """

    language: Language = Language.VIETNAMESE
    camera: str = "practice"
    cameras: tuple[str, ...] = ()
    mirror: bool = False
    printer: str = ""
    inbox: str = ""
    scanner: str = ""
    paper_size: PaperSize = PaperSize.A4
    look: Look = Look.SYSTEM
    sounds: bool = True
    desk: Desk = Desk.DEMO
    scale: int = 100
    signature: SignatureSettings | None = None


def data_folder(override: Path | None = None) -> Path:
    """Give the folder of all that the desk keeps, made for its owner alone; raises SetupError."""
    folder = (override or user_data_path("counter-app", appauthor=False) / Desk.DEMO).resolve()
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
        inbox=table.text("inbox", usual.inbox),
        scanner=table.text("scanner", usual.scanner),
        paper_size=table.choice("paper_size", PaperSize, usual.paper_size),
        look=table.choice("look", Look, usual.look),
        sounds=table.flag("sounds", default=usual.sounds),
        desk=table.choice("desk", Desk, usual.desk),
        scale=table.number("scale", least=75, most=200, default=usual.scale),
        signature=_signature(table.table_or_none("signature")),
    )
    table.close()
    return settings


def _signature(table: Table | None) -> SignatureSettings | None:
    """Read where the key is: either a file, or a token with the key's label."""
    if table is None:
        return None
    read = SignatureSettings(table.text("file", ""), table.text("token", ""), table.text("label", ""))
    table.close()
    if bool(read.file) is bool(read.token):
        raise table.fault(Fault.MISSING, "file")
    if bool(read.token) is not bool(read.label):
        raise table.fault(Fault.MISSING, "label" if read.token else "token")
    return read


def keep_cameras(path: Path, *, camera: str, cameras: tuple[str, ...], mirror: bool) -> None:
    """Write these three into the settings file; every other line, comments too, stays as it stands.

    Raises SetupError where the file is not readable as settings now, or cannot be written.
    """
    present = read_settings(path)
    wanted = replace(present, camera=camera, cameras=cameras, mirror=mirror)
    if wanted == present:
        return
    import tomlkit  # noqa: PLC0415 - its 30 ms would be paid at every start by desks that never change a camera

    text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    document = tomlkit.parse(text)
    for key, value, before in (
        ("camera", camera, present.camera),
        ("cameras", list(cameras), list(present.cameras)),
        ("mirror", mirror, present.mirror),
    ):
        if value != before:
            document[key] = value
    _write_whole(path.resolve(), tomlkit.dumps(document))


def _write_whole(path: Path, text: str) -> None:
    """Put a new text in a file's place at once, so that no power cut leaves half a file."""
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.touch(mode=0o600)
        with beside.open("wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise SetupError(path, "not_writable") from error
