"""Papers that come up in chunks: which are there, which are whole, and that a whole one is what it says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counter_app.hub.blobs import Blobs
from counter_app.hub.clock import Clock
from counter_app.hub.database import Database
from counter_app.hub.denial import Denied
from counter_app.hub.devices import Device
from counter_app.hub.tables import chunks, papers
from counter_app.wire.codes import ErrorCode
from counter_app.wire.limits import SHA256
from counter_app.wire.papers import CHUNK, MOST_BYTES, PaperState, Stretch

_HASH = re.compile(SHA256, re.ASCII)


class Papers:
    """Keeps chunks until a paper is whole, then the paper."""

    def __init__(self, database: Database, blobs: Blobs, clock: Clock) -> None:
        self._database = database
        self._blobs = blobs
        self._clock = clock

    def state(self, sha256: str) -> PaperState:
        """Say what is there of a paper."""
        _check_hash(sha256)
        with self._database.work() as connection:
            return _state(connection, sha256)

    def put_chunk(self, device: Device, sha256: str, start: int, size: int, body: bytes) -> PaperState:
        """Keep one chunk; one that is there already, or of a whole paper, changes nothing. Raises Denied."""
        _check_hash(sha256)
        if not 0 < size <= MOST_BYTES or start % CHUNK or not 0 <= start < size:
            raise Denied(ErrorCode.MALFORMED, "offset")
        if len(body) != min(CHUNK, size - start):
            raise Denied(ErrorCode.MALFORMED, "body")
        with self._database.work() as connection:
            self._begin(connection, device, sha256, size)
            present = _state(connection, sha256)
        if present.complete or any(one.start <= start < one.end for one in present.have):
            return present
        self._blobs.put(_chunk_name(sha256, start), (body,), lasting=False)  # the whole is checked in the end
        with self._database.work() as connection:
            row = {"sha256": sha256, "start": start, "size": len(body)}
            connection.execute(self._database.insert_once(chunks).values(row))
            return _state(connection, sha256)

    def _begin(self, connection: Connection, device: Device, sha256: str, size: int) -> None:
        """Note how long a paper is; another length than before begins it anew."""
        row = {"sha256": sha256, "size": size, "device_id": device.device_id, "begun_at": self._clock.now()}
        connection.execute(self._database.insert_once(papers).values(row))
        unlike = (papers.c.sha256 == sha256) & (papers.c.size != size) & papers.c.completed_at.is_(None)
        if connection.execute(sa.update(papers).where(unlike).values(size=size)).rowcount:
            connection.execute(sa.delete(chunks).where(chunks.c.sha256 == sha256))

    def complete(self, sha256: str) -> PaperState:
        """Put a paper together and keep it, if it is the one named; raises Denied (INCOMPLETE, HASH)."""
        _check_hash(sha256)
        with self._database.work() as connection:
            row = connection.execute(
                sa.select(papers).where(papers.c.sha256 == sha256).with_for_update()
            ).one_or_none()
            if row is None:
                raise Denied(ErrorCode.NOT_FOUND)
            present = _state(connection, sha256)
            if present.complete:
                return present
            if present.have != (Stretch(0, present.size),):
                raise Denied(ErrorCode.INCOMPLETE)
            digest = self._digest(present)
            if digest == sha256:
                self._blobs.put(paper_name(sha256), self._whole(present))
                now = self._clock.now()
                connection.execute(
                    sa.update(papers).where(papers.c.sha256 == sha256).values(completed_at=now)
                )
            elif digest:
                connection.execute(sa.delete(papers).where(papers.c.sha256 == sha256))
            connection.execute(sa.delete(chunks).where(chunks.c.sha256 == sha256))
        self._blobs.drop([_chunk_name(sha256, start) for start in range(0, present.size, CHUNK)])
        if digest != sha256:
            raise Denied(ErrorCode.HASH if digest else ErrorCode.INCOMPLETE)
        return PaperState(sha256, present.size, (Stretch(0, present.size),), complete=True)

    def put_whole(self, device: Device, content: bytes) -> str:
        """Keep a paper that came in one piece, and give its sha-256; one that is there stays as it is."""
        sha256, now = hashlib.sha256(content).hexdigest(), self._clock.now()
        if self.state(sha256).complete or not 0 < len(content) <= MOST_BYTES:
            return sha256
        self._blobs.put(paper_name(sha256), (content,))
        row = {"sha256": sha256, "size": len(content), "device_id": device.device_id, "begun_at": now}
        with self._database.work() as connection:
            connection.execute(self._database.insert_once(papers).values(row))
            whole = sa.update(papers).where(papers.c.sha256 == sha256)
            connection.execute(whole.values(completed_at=now, size=len(content)))
            connection.execute(sa.delete(chunks).where(chunks.c.sha256 == sha256))
        return sha256

    def forget(self, sha256: str) -> None:
        """Forget something that came as a paper and is none."""
        with self._database.work() as connection:
            connection.execute(sa.delete(papers).where(papers.c.sha256 == sha256))
        self._blobs.drop([paper_name(sha256)])

    def sweep(self, before: datetime) -> int:
        """Forget what began to come before a moment and never became whole; say how many papers that were."""
        begun = papers.c.completed_at.is_(None) & (papers.c.begun_at < before)
        with self._database.work() as connection:
            left = connection.execute(sa.select(papers.c.sha256, papers.c.size).where(begun)).all()
            names = [row.sha256 for row in left]
            connection.execute(sa.delete(chunks).where(chunks.c.sha256.in_(names)))
            connection.execute(sa.delete(papers).where(papers.c.sha256.in_(names) & begun))
        for row in left:
            self._blobs.drop([_chunk_name(row.sha256, start) for start in range(0, row.size, CHUNK)])
        return len(left)

    def _digest(self, present: PaperState) -> str:
        """Hash the chunks; empty where one was dropped while it came a second time from another desk."""
        digest = hashlib.sha256()
        try:
            for piece in self._whole(present):
                digest.update(piece)
        except FileNotFoundError:
            return ""
        return digest.hexdigest()

    def _whole(self, present: PaperState) -> Iterator[bytes]:
        for start in range(0, present.size, CHUNK):
            yield self._blobs.read(_chunk_name(present.sha256, start))

    def content(self, sha256: str) -> bytes:
        """Give a whole paper's bytes; raises Denied where it is not there."""
        if not self.state(sha256).complete:
            raise Denied(ErrorCode.NOT_FOUND)
        return self._blobs.read(paper_name(sha256))


def whole_among(connection: Connection, hashes: Iterable[str]) -> frozenset[str]:
    """Say which of these papers are there, whole."""
    named = sorted(set(hashes))
    if not named:
        return frozenset()
    whole = sa.select(papers.c.sha256).where(papers.c.sha256.in_(named) & papers.c.completed_at.is_not(None))
    return frozenset(connection.execute(whole).scalars())


def paper_name(sha256: str) -> str:
    """Name the place of a whole paper."""
    return f"papers/{sha256[:2]}/{sha256[2:4]}/{sha256}"


def _chunk_name(sha256: str, start: int) -> str:
    return f"chunks/{sha256[:2]}/{sha256}/{start}"


def _check_hash(sha256: str) -> None:
    if not _HASH.fullmatch(sha256):
        raise Denied(ErrorCode.MALFORMED, "sha256")


def _state(connection: Connection, sha256: str) -> PaperState:
    row = connection.execute(sa.select(papers).where(papers.c.sha256 == sha256)).one_or_none()
    if row is None:
        return PaperState(sha256, 0, (), complete=False)
    if row.completed_at:
        return PaperState(sha256, row.size, (Stretch(0, row.size),), complete=True)
    there = sa.select(chunks.c.start, chunks.c.size).where(chunks.c.sha256 == sha256)
    parts = connection.execute(there.order_by(chunks.c.start)).all()
    return PaperState(sha256, row.size, _joined((one.start, one.start + one.size) for one in parts), False)


def _joined(parts: Iterable[tuple[int, int]]) -> tuple[Stretch, ...]:
    joined: list[Stretch] = []
    for start, end in parts:
        if joined and joined[-1].end == start:
            joined[-1] = Stretch(joined[-1].start, end)
        else:
            joined.append(Stretch(start, end))
    return tuple(joined)
