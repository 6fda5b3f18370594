"""What is said at the command line of a desk's copies, its key and its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from counter_app.gateways.keys import KEY_FILE, KeyPlace
from counter_app.gateways.passphrase_key import LEAST_SIGNS, PASSPHRASE_FILE
from counter_app.services.copy_ports import (
    AnotherDesk,
    CopyDamaged,
    CopyLocked,
    DeskInUse,
    NoPassphrase,
    NotACopy,
    PassphraseTooShort,
    SafeCopy,
    WrongPassphrase,
)


def key_place(folder: Path, place: KeyPlace) -> str:
    """Say where a desk's key lies."""
    if place is KeyPlace.KEYRING:
        return "the system's keyring"
    if place is KeyPlace.FILE:
        return f"{folder / KEY_FILE} (only you can read it)"
    return f"{folder / PASSPHRASE_FILE} (opens by the passphrase alone)"


def copied(copy: SafeCopy, *, opens_elsewhere: bool) -> str:
    """Say where a copy is, and where it opens."""
    if opens_elsewhere:
        return f"{_copy(copy)}\nit opens on any machine by the desk's passphrase"
    return (
        f"{_copy(copy)}\nit opens on this machine alone; once counter-app passphrase has set some words, the "
        "next ones open elsewhere, too"
    )


def proven(copy: SafeCopy) -> str:
    """Say that a copy is whole."""
    return f"{_copy(copy)}\nwhole: the database and every paper open and are as they were copied"


def restored(copy: SafeCopy, folder: Path) -> str:
    """Say what was put back, and what that means for numbers."""
    return (
        f"the desk in {folder} stands as on {copy.made_at:%Y-%m-%d %H:%M}\n"
        f"the database before lies in {folder / 'aside'}\n"
        "Numbers go on far enough ahead that none is given twice. What was received since then is not in the "
        "register: enter it again from the papers, under its number."
    )


def moved(copy: SafeCopy) -> str:
    """Say what is to be done with a copy on the other machine."""
    return (
        f"{_copy(copy)}\nOn the other machine: counter-app restore COPY\n"
        "This desk is closed and gives no number any more; once the other works, its data can be deleted."
    )


def rekeyed(folder: Path, place: KeyPlace) -> str:
    """Say where the new key is."""
    return f"the desk has a new key\nkey:  {key_place(folder, place)}"


def words_set() -> str:
    """Say what a passphrase is good for, and that it cannot be found again."""
    return (
        "these words open the desk's copies from now on. Keep them where the desk is not: nobody can find "
        "them again"
    )


def _copy(copy: SafeCopy) -> str:
    return f"{copy.folder}: of {copy.made_at:%Y-%m-%d %H:%M}, {copy.papers} papers, {copy.size:,} bytes"


_BACK = "counter-app restore puts the newest copy back"
DESK_PROBLEMS: Mapping[str, str] = {
    "damaged": f"the database is damaged; nothing was changed. {_BACK}",
    "damaged_or_other_key": (
        f"this does not open: it is damaged, or the key is another desk's. Nothing was changed. {_BACK}"
    ),
    "newer_version": "a newer counter-app has worked here. Nothing was changed; install that one",
    "key_missing": (
        "the desk's key is not here. Sign in as the user who made the desk; or put a copy back, by its "
        "passphrase: counter-app restore COPY"
    ),
    "key_damaged": f"this key is damaged. {_BACK}",
    "keyring_locked": "the system's keyring is locked or does not answer. Unlock it and start again",
    "no_keyring": "the system has no keyring that keeps secrets; choose --keep passphrase or --keep file",
    "passphrase_wanted": "the desk's key lies under a passphrase, and nobody can be asked for it here",
    "moved_away": (
        "this desk has moved to another machine and works there. To bring it back: counter-app move there, "
        "counter-app restore COPY here"
    ),
}
"""What is said of a SetupError about the desk itself, by its problem."""

ERRORS: Mapping[type[Exception], Callable[[Any], str]] = {
    DeskInUse: lambda error: f"{error.path}: the desk is open in another program; close it and try again",
    NotACopy: lambda error: f"{error.path}: there is no copy of a desk here that this version can read",
    CopyDamaged: lambda error: (
        f"{error.path}: this part of the copy is missing, damaged or altered; take another copy"
    ),
    CopyLocked: lambda error: f"{error.path}: the key of this copy is not here, and no words open it",
    AnotherDesk: lambda error: f"{error.path}: another desk lives here; name an empty folder with --data",
    WrongPassphrase: lambda _: "these words do not open the desk's key; nothing was changed",
    PassphraseTooShort: lambda _: f"a passphrase has {LEAST_SIGNS} signs at least; nothing was changed",
    NoPassphrase: lambda _: "first set the words by which it opens there: counter-app passphrase",
}
