"""A training desk put back to a known state within seconds: prepared once, kept beside, copied back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from time import monotonic

from counter_app.bootstrap.desk_keys import DATABASE, PAPERS, DeskKeys
from counter_app.bootstrap.entry import entered_alone
from counter_app.config import SETTINGS_FILE, data_folder, read_settings
from counter_app.gateways.clock import SystemClock
from counter_app.services.enrolment import kept_enrolment
from counter_app.services.ports import Clock
from counter_app.services.register import searchable
from counter_app.services.training_state import BelongsToHub, NotForTraining
from counter_app.store.copying import logs_of, settle
from counter_app.store.work import DeskStore

KNOWN = "known-state"
PRINTED = "printed"
_GONE = "gone-"
_TRAINING = "demo"


@dataclass(frozen=True, slots=True)
class ResetDone:
    """A desk that was put back: to what was kept, or to a desk nobody has served at, and in what time."""

    folder: Path
    was_kept: bool
    seconds: float


def reset_desk(folder: Path | None, clock: Clock | None = None) -> ResetDone:
    """Put a training desk back; its keys and settings stay, everything that was received there goes.

    Raises NotForTraining, and what entering a desk raises: DeskInUse while somebody works there.
    """
    began, kept = monotonic(), _training_folder(folder)
    with entered_alone(kept, clock or SystemClock()) as keys:
        _throw_away(kept)
        known = kept / KNOWN
        if known.exists():
            shutil.copytree(known / PAPERS, kept / PAPERS)
            shutil.copy2(known / DATABASE, kept / DATABASE)
        else:
            _opened(kept, keys, clock or SystemClock()).close()
        for gone in kept.glob(f"{_GONE}*"):
            shutil.rmtree(gone)
    return ResetDone(kept, known.exists(), monotonic() - began)


def keep_desk(folder: Path | None, clock: Clock | None = None) -> Path:
    """Keep a training desk as it is now: from then on it is put back to this.

    Raises NotForTraining, BelongsToHub, and what entering a desk raises.
    """
    kept = _training_folder(folder)
    with entered_alone(kept, clock or SystemClock()) as keys:
        store = _opened(kept, keys, clock or SystemClock())
        try:
            with store.work() as work:
                is_enrolled = kept_enrolment(work) is not None
        finally:
            store.close()
        if is_enrolled:
            raise BelongsToHub
        settle(kept / DATABASE, keys.database)
        beside = kept / f"{_GONE}{token_hex(4)}"
        (kept / PAPERS).mkdir(exist_ok=True)
        shutil.copytree(kept / PAPERS, beside / PAPERS)
        shutil.copy2(kept / DATABASE, beside / DATABASE)
        if (kept / KNOWN).exists():
            shutil.rmtree(kept / KNOWN)
        beside.rename(kept / KNOWN)
    return kept


def _training_folder(folder: Path | None) -> Path:
    kept = data_folder(folder)
    if read_settings(kept / SETTINGS_FILE).desk != _TRAINING:
        raise NotForTraining
    return kept


def _opened(folder: Path, keys: DeskKeys, clock: Clock) -> DeskStore:
    return DeskStore(folder / DATABASE, keys.database, fold=searchable, clock=clock)


def _throw_away(folder: Path) -> None:
    """Move everything that was received out of the way at once, papers first.

    A power cut between leaves a desk that opens, or that is put back once more.
    """
    gone = folder / f"{_GONE}{token_hex(4)}"
    gone.mkdir(mode=0o700)
    for path in _received(folder):
        if path.exists():
            path.rename(gone / path.name)


def _received(folder: Path) -> Iterator[Path]:
    yield folder / PAPERS
    yield folder / PRINTED
    yield from logs_of(folder / DATABASE)
    yield folder / DATABASE
