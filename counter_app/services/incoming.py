"""What the hub has for this desk, taken in: states, decisions, publications, and who is expected."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Protocol

from counter_app.domain.history import Act, Deed
from counter_app.domain.publication import ExpectedPerson, Flaw, Publication
from counter_app.errors import NotFound, SetupError
from counter_app.services.enrolment import kept_enrolment
from counter_app.services.hub_port import Hub
from counter_app.services.pack_intake import flaw_of
from counter_app.services.ports import Clock
from counter_app.services.sync_ports import SyncStore, SyncWork
from counter_app.wire.bundles import sealing_text
from counter_app.wire.changes import (
    PUBLISHED_KINDS,
    Change,
    ChangeKind,
    DecisionTold,
    PopulationTold,
    Published,
    StatusTold,
)
from counter_app.wire.signing import published_text
from counter_app.wire.text import BadMessage, from_json

FORGED = "forged"
"""The flaw of what the hub has not signed."""
IsSigned = Callable[[bytes, bytes, bytes], bool]
"""Says whether the owner of a public key has signed a message."""
SEALING_KEY = "hub.sealing_key"
_CURSOR = "hub.cursor"
_AT_ONCE = 100
_HUB = "hub"


class Intake(Protocol):
    """Where publications are tried, and served from."""

    def check(self, publication: Publication) -> None:
        """Read and try a publication; raises SetupError for one that cannot be used."""

    def take_up(self, publication: Publication) -> None:
        """Serve a publication that was checked."""


class Incoming:
    """Takes in what is new since the last time; what this program does not understand is passed over."""

    def __init__(self, store: SyncStore, clock: Clock, intake: Intake, is_signed: IsSigned) -> None:
        self._store = store
        self._clock = clock
        self._intake = intake
        self._is_signed = is_signed

    def take(self, hub: Hub) -> tuple[Publication, ...]:
        """Ask for what is new and keep it; list what was published. Raises as the hub's port does."""
        published: list[Publication] = []
        self.forget_past()
        self._learn_sealing_key(hub)
        more = True
        while more:
            with self._store.work() as work:
                after = int(work.preference(_CURSOR) or 0)
            answer = hub.changes(after, limit=_AT_ONCE)
            if answer.cursor > after:
                new = tuple(self._published(answer.changes))
                with self._store.work() as work:
                    _keep(work, answer.changes, self._clock.now().date())
                    for publication in new:
                        work.publications.put(publication)
                    work.keep_preference(_CURSOR, str(answer.cursor))
                    work.commit()
                for publication in new:
                    if publication.flaw is None:
                        self._intake.take_up(publication)
                published += new
            more = answer.more and answer.cursor > after
        return tuple(published)

    def _learn_sealing_key(self, hub: Hub) -> None:
        """Ask once by which key bundles are sealed, for days without a line; what is forged is not kept."""
        with self._store.work() as work:
            enrolled, known = kept_enrolment(work), work.preference(SEALING_KEY)
        if known or enrolled is None:
            return
        told = hub.sealing_key()
        if self._is_signed(enrolled.hub_key, sealing_text(told.key), base64.b64decode(told.signature)):
            with self._store.work() as work:
                work.keep_preference(SEALING_KEY, told.key)
                work.commit()

    def forget_past(self) -> None:
        """Delete whoever was expected on a day that is over."""
        with self._store.work() as work:
            if work.expected.forget_before(self._clock.now().date()):
                work.commit()

    def _published(self, changes: Iterable[Change]) -> Iterator[Publication]:
        with self._store.work() as work:
            enrolled = kept_enrolment(work)
        for change in changes:
            if change.kind not in PUBLISHED_KINDS or enrolled is None:
                continue
            try:
                told = from_json(Published, change.content)
            except BadMessage:
                continue
            yield self._judged(change, told, enrolled.hub_key)

    def _judged(self, change: Change, told: Published, hub_key: bytes) -> Publication:
        said = published_text(change.kind, told.name, told.version, told.body)
        new = Publication(change.kind, told.name, told.version, told.body, self._clock.now())
        if not self._is_signed(hub_key, said, base64.b64decode(told.signature)):
            return _with(new, Flaw(FORGED))
        try:
            self._intake.check(new)
        except SetupError as error:
            return _with(new, flaw_of(error))
        return new


def _with(new: Publication, flaw: Flaw) -> Publication:
    return Publication(new.kind, new.name, new.version, new.body, new.received_at, flaw)


def _keep(work: SyncWork, changes: Iterable[Change], today: date) -> None:
    for change in changes:
        try:
            if change.kind == ChangeKind.STATUS:
                _take_status(work, from_json(StatusTold, change.content))
            elif change.kind == ChangeKind.DECISION:
                _take_decision(work, from_json(DecisionTold, change.content))
            elif change.kind == ChangeKind.POPULATION:
                _take_people(work, change, today)
        except (BadMessage, NotFound):
            continue  # of another desk's dossier, or in words of a later version


def _take_status(work: SyncWork, told: StatusTold) -> None:
    """Put where a dossier stands into its history, and a moved due time onto its line of the register."""
    dossier = work.dossier(told.dossier_id)
    if told.due_at:
        work.set_due(dossier.dossier_id, told.due_at)
    work.write_history(Act(Deed.STATUS_TOLD, dossier.dossier_id, _HUB, told.at, told.state, told.reason))


def _take_decision(work: SyncWork, told: DecisionTold) -> None:
    """Put into history whose version of a dossier holds that two desks had told of."""
    dossier = work.dossier(told.dossier_id)
    said = f"{told.kept_device} {told.kept_entry}"
    work.write_history(Act(Deed.DECIDED, dossier.dossier_id, told.decided_by, told.at, said, told.reason))


def _take_people(work: SyncWork, change: Change, today: date) -> None:
    """Keep who is expected on a day that is not over."""
    told = from_json(PopulationTold, change.content)
    if told.day >= today:
        work.expected.put(told.day, [ExpectedPerson(record, change.at) for record in told.records])
