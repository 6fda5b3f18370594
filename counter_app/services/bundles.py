"""Days without any line: what waits is sealed onto a stick, and what comes back on one is taken in."""

from __future__ import annotations

import base64
import hashlib
import os
import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from counter_app.domain.outbox import Entry as Kept
from counter_app.errors import NotFound
from counter_app.services.bundle_port import BundleFor, BundleRefused, Carried, NotYetKnown, Sealer
from counter_app.services.enrolment import kept_enrolment
from counter_app.services.history_report import HistoryReporting
from counter_app.services.incoming import SEALING_KEY, IsSigned
from counter_app.services.outgoing import Unreadable, outgoing
from counter_app.services.ports import Clock, SealBroken, Sealed
from counter_app.services.sync_answers import Now, Tally, settle
from counter_app.services.sync_ports import SyncStore, SyncWork
from counter_app.wire.bundles import (
    BUNDLE_BYTES,
    ENDING,
    ENTRIES,
    MOST_BUNDLED,
    MOST_RECEIPT,
    PAPER,
    RECEIPT_ENDING,
    BadBundle,
    BundleHead,
    BundleReceipt,
    piece,
    receipt_text,
    split,
)
from counter_app.wire.entries import MOST_ENTRIES, Entries, Entry, EntryKind
from counter_app.wire.text import BadMessage, from_json, to_json

_GOOD_SIZE = 48_000_000
"""A bundle is ended at so many bytes, so that a stick that fails costs little."""
_MOST_WAITING = 100_000
_MOST_FILES = 500
_NEWEST, _OLDEST = timedelta(days=1), timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Exported:
    """What went onto a stick: how many files with how many entries, and receipts for other desks."""

    bundles: int
    entries: int
    receipts: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What came from a stick: entries acknowledged, bundles to carry on, files refused and why."""

    acknowledged: int = 0
    carried: int = 0
    refused: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BundleWays:
    """Who seals bundles, where those of other desks lie, and who knows the hub's signature."""

    sealer: Sealer
    carried: Carried
    is_signed: IsSigned


@dataclass(slots=True)
class _Load:
    """One bundle being filled."""

    entries: list[Entry]
    papers: list[bytes]
    size: int = 0

    def content(self) -> bytes:
        """Write its pieces: papers first, then entries, a request's worth at a time."""
        told = [
            Entries(tuple(self.entries[at : at + MOST_ENTRIES]))
            for at in range(0, len(self.entries), MOST_ENTRIES)
        ]
        return b"".join(
            [piece(PAPER, one) for one in self.papers]
            + [piece(ENTRIES, to_json(one).encode()) for one in told]
        )


class Bundles:
    """Writes and reads sticks; an entry stays in the outbox until a receipt of the hub comes back."""

    def __init__(
        self,
        store: SyncStore,
        sealed: Sealed,
        clock: Clock,
        *,
        history: HistoryReporting,
        ways: BundleWays,
        office_code: str,
    ) -> None:
        self._store = store
        self._sealed = sealed
        self._clock = clock
        self._history = history
        self._sealer = ways.sealer
        self._carried = ways.carried
        self._is_signed = ways.is_signed
        self._office_code = office_code

    def write(self, folder: Path) -> Exported:
        """Seal everything that waits into files of a folder, with the receipts that are carried back.

        Raises NotYetKnown before the hub was ever spoken to, and OSError where nothing can be written there.
        """
        to = self._to()
        bundles = entries = receipts = 0
        for bundle, count in self.sealed():
            bundles += 1
            entries += count
            name = f"{to.device_id}-{to.made_at:%Y%m%d-%H%M%S}-{bundles:03}{ENDING}"
            _write(folder / name, bundle)
        for sha256, receipt in self._carried.receipts():
            if not receipt:
                continue
            _write(folder / f"{sha256[:16]}{RECEIPT_ENDING}", receipt)
            receipts += 1
        return Exported(bundles, entries, receipts)

    def sealed(self) -> Iterator[tuple[bytes, int]]:
        """Seal everything that waits, history too, bundle by bundle with how many entries each has.

        Raises NotYetKnown.
        """
        to = self._to()
        while self._history.report(at_once=True):
            pass
        for load in self._loads():
            yield self._sealer.seal(load.content(), to), len(load.entries)

    def take(self, folder: Path) -> Imported:
        """Take in every bundle and receipt in a folder; what is wrong with one stops no other."""
        acknowledged = carried = 0
        refused: list[tuple[str, str]] = []
        found = [path for path in sorted(folder.iterdir()) if path.suffix in (ENDING, RECEIPT_ENDING)]
        for path in found[:_MOST_FILES]:
            try:
                if path.suffix == RECEIPT_ENDING:
                    acknowledged += self.acknowledge(_read(path, MOST_RECEIPT))
                else:
                    carried += self.carry(_read(path, BUNDLE_BYTES))
            except BundleRefused as refusal:
                refused.append((path.name, refusal.why))
        return Imported(acknowledged, carried, tuple(refused))

    def carry(self, content: bytes) -> bool:
        """Keep another desk's bundle to bring it to the hub; False for an own one. Raises BundleRefused."""
        head = _head(content)
        with self._store.work() as work:
            mine = kept_enrolment(work)
        now = self._clock.now()
        if mine is None or head.hub != base64.b64encode(mine.hub_key).decode():
            raise BundleRefused("other_hub")
        if not now - _OLDEST <= head.made_at <= now + _NEWEST:
            raise BundleRefused("made_at")
        if head.device_id == mine.device_id:
            return False
        self._carried.keep(hashlib.sha256(content).hexdigest(), content)
        return True

    def acknowledge(self, content: bytes) -> int:
        """Take in what the hub says of this desk's bundle; say how many entries it acknowledges.

        Another desk's receipt is passed over. Raises BundleRefused for one that the hub has not signed.
        """
        try:
            told = from_json(BundleReceipt, content)
        except BadMessage as bad:
            raise BundleRefused("no_receipt") from bad
        now, tally = self._clock.now(), Tally()
        with self._store.work() as work:
            mine = kept_enrolment(work)
            said = receipt_text(told.bundle, told.device_id, told.taken_at, told.receipts)
            if mine is None or not self._is_signed(mine.hub_key, said, base64.b64decode(told.signature)):
                raise BundleRefused("signature")
            if told.device_id != mine.device_id:
                return 0
            entries = self._open_ones(work, told)
            moment = Now(now, told.taken_at, random.random())  # noqa: S311 - spreads desks, hides nothing
            settle(work, entries, told.receipts, now=moment, tally=tally)
            work.commit()
        return tally.acknowledged

    def _open_ones(self, work: SyncWork, told: BundleReceipt) -> list[Entry]:
        """Give the entries of a receipt that are not over yet."""
        entries: list[Entry] = []
        for one in told.receipts:
            kept = work.outbox.entry(one.entry_id)
            with suppress(Unreadable):
                entries.extend([outgoing(work, kept, self._office_code)] if kept else [])
        return entries

    def _to(self) -> BundleFor:
        with self._store.work() as work:
            mine, sealing = kept_enrolment(work), work.preference(SEALING_KEY)
        if mine is None or not sealing:
            raise NotYetKnown
        return BundleFor(mine.device_id, base64.b64encode(mine.hub_key).decode(), sealing, self._clock.now())

    def _loads(self) -> Iterator[_Load]:
        """Part what waits into bundles, the oldest first; what cannot be said or is not whole stays."""
        load = _Load([], [])
        with self._store.work() as work:
            waiting = work.outbox.waiting(limit=_MOST_WAITING)
        for kept in waiting:
            told = self._told(kept)
            if told is None:
                continue
            entry, paper = told
            size = len(entry.content) + len(paper)
            if load.entries and (load.size + size > _GOOD_SIZE or len(load.entries) >= MOST_BUNDLED):
                yield load
                load = _Load([], [])
            load.entries.append(entry)
            load.papers.extend([paper] if paper else [])
            load.size += size
        if load.entries:
            yield load

    def _told(self, kept: Kept) -> tuple[Entry, bytes] | None:
        """Give an entry with the paper that it brings, if it brings one."""
        try:
            with self._store.work() as work:
                entry = outgoing(work, kept, self._office_code)
            return entry, self._sealed.open(kept.subject) if kept.kind == EntryKind.PAPER else b""
        except (Unreadable, NotFound, SealBroken):
            return None


def _write(path: Path, content: bytes) -> None:
    """Write a file onto a stick: whole under its name, and on it before this returns. Raises OSError."""
    beside = path.with_name(f"{path.name}.part")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _head(content: bytes) -> BundleHead:
    try:
        return from_json(BundleHead, split(content)[0])
    except BadBundle as bad:
        raise BundleRefused(str(bad)) from bad
    except BadMessage as bad:
        raise BundleRefused("head") from bad


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise BundleRefused("unreadable") from error
    if len(content) > most:
        raise BundleRefused("too_large")
    return content
