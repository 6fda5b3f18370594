"""Documents on their way to the hub: in chunks, from where the last try ended, checked before and after."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Protocol

from counter_app.errors import NotFound
from counter_app.services.hub_port import Hub, HubAway, HubFault, HubRefused
from counter_app.services.ports import SealBroken
from counter_app.services.sync_ports import SyncStore
from counter_app.wire.codes import ErrorCode
from counter_app.wire.papers import CHUNK, PaperState, Stretch

_NOTED_EVERY = 8 * CHUNK
"""The ledger says of a long upload that it has begun and about how far it is; the hub says what it has."""
_OF_THIS_ONE = {ErrorCode.MALFORMED, ErrorCode.TOO_LARGE, ErrorCode.CONFLICT, ErrorCode.FORBIDDEN}


class UploadEnd(StrEnum):
    """How an upload ended."""

    THERE = "there"
    UNDER_WAY = "under_way"
    STOPPED = "stopped"
    MISSING = "missing"
    DAMAGED = "damaged"
    REFUSED = "refused"
    FAULT = "fault"


class Opening(Protocol):
    """Where documents lie."""

    def open(self, sha256: str) -> bytes:
        """Give a document; raises NotFound or SealBroken."""


@dataclass(slots=True)
class OnTheWay:
    """What is known of documents that are not yet told of; it outlives a cut line.

    ``whole`` lie at the hub, ``begun`` have begun to go there. ``is_first`` until a document was found of
    which nothing is there: a program that was started anew does not know what the one before had begun.
    """

    whole: set[str] = field(default_factory=set)
    begun: set[str] = field(default_factory=set)
    is_first: bool = True


class PaperUpload:
    """Brings sealed documents to the hub; ``sent`` counts the bytes that went out."""

    def __init__(self, store: SyncStore, sealed: Opening, hub: Hub, way: OnTheWay) -> None:
        self._store = store
        self._sealed = sealed
        self._hub = hub
        self._way = way
        self._under_way: dict[str, None] = {}
        self.sent = 0

    def is_there(self, sha256: str) -> bool:
        """Say whether a document has come as a whole, in this run or in one that was cut off."""
        return sha256 in self._way.whole

    def forget(self, documents: Collection[str]) -> None:
        """Take it no longer for certain that documents lie at the hub."""
        self._way.whole.difference_update(documents)
        self._way.begun.difference_update(documents)

    def bring(self, sha256: str, should_stop: Callable[[], bool]) -> UploadEnd:
        """Have a document lie at the hub as a whole; asked to stop, it goes on at the next try from there.

        Raises as the hub's port does. The sealed file is held against its hash when it is opened.
        """
        end = self.begin(sha256, should_stop)
        return self.settle(should_stop)[sha256] if end is UploadEnd.UNDER_WAY else end

    def begin(self, sha256: str, should_stop: Callable[[], bool]) -> UploadEnd:
        """Have a document go to the hub as ``bring`` does; of what is under way ``settle`` says the end."""
        if sha256 in self._way.whole:
            return UploadEnd.THERE
        if sha256 in self._under_way:
            return UploadEnd.UNDER_WAY
        try:
            end = _sorted(lambda: self._begin(sha256, should_stop))
        except HubAway:
            self._note_what_came()
            raise
        if end is UploadEnd.UNDER_WAY:
            self._under_way[sha256] = None
        elif end is UploadEnd.THERE:
            self._way.whole.add(sha256)
        return end

    def settle(self, should_stop: Callable[[], bool]) -> dict[str, UploadEnd]:
        """Wait for what is under way, and say how each of it ended."""
        ends: dict[str, UploadEnd] = {}
        for sha256 in tuple(self._under_way):
            ends[sha256] = _sorted(partial(self._end, sha256, should_stop))
            del self._under_way[sha256]
            if ends[sha256] is UploadEnd.THERE:
                self._way.whole.add(sha256)
        return ends

    def _note_what_came(self) -> None:
        """Remember of what was under way how much had come before the line was cut."""
        with suppress(HubAway):
            for sha256 in self._under_way:
                with suppress(HubFault, HubRefused):
                    self._hub.ended(sha256)
                    self._way.whole.add(sha256)

    def _begin(self, sha256: str, should_stop: Callable[[], bool]) -> UploadEnd:
        """Send what the hub lacks of a document, and have it checked."""
        try:
            content = self._sealed.open(sha256)
        except NotFound:
            return UploadEnd.MISSING
        except SealBroken:
            return UploadEnd.DAMAGED
        present = self._present(sha256)
        if present and present.complete:
            return UploadEnd.THERE
        self._way.begun.add(sha256)
        if not self._put(sha256, content, present.have if present else (), should_stop):
            return UploadEnd.STOPPED
        self._hub.end(sha256)
        return UploadEnd.UNDER_WAY

    def _end(self, sha256: str, should_stop: Callable[[], bool]) -> UploadEnd:
        """Say whether a document has come; its chunks go once more where the hub dropped them."""
        if self._is_complete(sha256):
            return UploadEnd.THERE
        again = self._begin(sha256, should_stop)
        if again is not UploadEnd.UNDER_WAY:
            return again
        return UploadEnd.THERE if self._is_complete(sha256) else UploadEnd.REFUSED

    def _put(
        self, sha256: str, content: bytes, have: tuple[Stretch, ...], should_stop: Callable[[], bool]
    ) -> bool:
        """Send what the hub lacks; False when asked to stop."""
        size = len(content)
        for offset in range(0, size, CHUNK):
            end = min(offset + CHUNK, size)
            if any(part.start <= offset and end <= part.end for part in have):
                continue
            if should_stop():
                return False
            self._hub.put_chunk(sha256, content[offset:end], offset=offset, size=size)
            self.sent += end - offset
            if end < size and end % _NOTED_EVERY == 0:
                self._note(sha256, end)
        return True

    def _present(self, sha256: str) -> PaperState | None:
        """Ask what is there already, where an earlier try may have begun."""
        way = self._way
        with self._store.work() as work:
            has_begun = sha256 in way.begun or work.uploads.arrived(sha256) > 0
        if not (has_begun or way.is_first):
            return None
        present = self._hub.paper(sha256)
        way.is_first = way.is_first and bool(present.have)
        return present

    def _is_complete(self, sha256: str) -> bool:
        """Have the whole checked; False when its chunks were dropped and have to go again."""
        try:
            self._hub.ended(sha256)
        except HubRefused as refused:
            if refused.code is not ErrorCode.HASH and refused.code is not ErrorCode.INCOMPLETE:
                raise
            self._forget(sha256, begun=refused.code is ErrorCode.INCOMPLETE)
            return False
        self._forget(sha256, begun=False)
        return True

    def _forget(self, sha256: str, *, begun: bool) -> None:
        with self._store.work() as work:
            if begun:
                work.uploads.note(sha256, 1)
            elif work.uploads.arrived(sha256):
                work.uploads.finish(sha256)
            work.commit()

    def _note(self, sha256: str, arrived: int) -> None:
        with self._store.work() as work:
            work.uploads.note(sha256, arrived)
            work.commit()


def _sorted(step: Callable[[], UploadEnd]) -> UploadEnd:
    """Take a step; what the hub says against this one document ends it, and nothing else."""
    try:
        return step()
    except HubFault:
        return UploadEnd.FAULT
    except HubRefused as refused:
        if refused.code not in _OF_THIS_ONE:
            raise
        return UploadEnd.REFUSED
