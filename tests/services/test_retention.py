"""What is over is deleted to the last byte and on record; what is held, or not yet delivered, stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from contracts.samples import HUONG, MORNING, dossier, draft, outcome, paper, person
from services.fakes import FixedClock, bare
from services.people import RESOURCES
from services.raw_database import plain_bytes

from counter_app.domain.history import Deed
from counter_app.domain.keeping import DataKind
from counter_app.domain.paper import Document
from counter_app.errors import NoReason
from counter_app.services.keeping_rules import read_keeping_rules
from counter_app.services.retention import SWEPT_BY, Retention, Swept
from counter_app.store.key_chest import KeyChest
from counter_app.store.sealed import SealedFolder
from counter_app.store.work import DeskStore

KEY = b"k" * 32
HIDDEN_NAME = "Nguyễn Thị Bí Mật"


@dataclass
class Kept:
    """A desk's database and sealed files, and what sweeps them."""

    folder: Path
    store: DeskStore
    sealed: SealedFolder
    clock: FixedClock
    retention: Retention

    def deeds(self, subject: str) -> list[tuple[Deed, str]]:
        """Tell what history says about something."""
        with self.store.work() as work:
            return [(act.deed, act.outcome) for act in work.history_of(subject)]

    def bytes_on_disk(self) -> bytes:
        """Give what a reader with the key finds in the database's files."""
        return plain_bytes(self.folder / "desk.db", KEY)

    def sealed_paths(self) -> set[str]:
        """Name the sealed files that lie on the disk."""
        return {path.name for path in (self.folder / "papers").rglob("*") if path.is_file()}

    def keep_dossier(self) -> tuple[str, str]:
        """Keep a received dossier with one page and its document; give both names."""
        picture, document = self.sealed.seal(b"the picture of a page"), self.sealed.seal(b"%PDF the document")
        bound = replace(paper(picture), document=Document(document, 17))
        with self.store.work() as work:
            work.add_dossier(replace(dossier(1), papers=(bound,)))
            work.put_outbox("dossier", "dossier-1", "{}")
            work.commit()
        return picture, document

    def deliver(self) -> None:
        """Have the hub acknowledge everything."""
        with self.store.work() as work:
            for entry in work.outbox.waiting(limit=9):
                work.outbox.acknowledge(entry.entry_id, self.clock.now())
            work.commit()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    clock = FixedClock(MORNING)
    store = DeskStore(tmp_path / "desk.db", KEY, fold=bare, clock=clock)
    sealed = SealedFolder(tmp_path / "papers", KeyChest(tmp_path / "keys", KEY, lambda: clock.now().date()))
    rules = read_keeping_rules(RESOURCES / "retention.toml")
    yield Kept(tmp_path, store, sealed, clock, Retention(store, sealed, rules, clock))
    store.close()


def with_a_draft(kept: Kept) -> str:
    picture = kept.sealed.seal(b"a page of the draft")
    mine = replace(draft(1), applicant=person(HIDDEN_NAME), papers=(replace(paper(picture), document=None),))
    with kept.store.work() as work:
        work.save_draft(mine)
        work.commit()
    return picture


def test_a_draft_that_is_over_is_gone_to_the_last_byte_and_its_pages_with_it(kept: Kept) -> None:
    picture = with_a_draft(kept)
    assert HIDDEN_NAME.encode() in kept.bytes_on_disk()
    kept.clock.move(timedelta(days=29))
    assert kept.retention.sweep() == ()
    kept.clock.move(timedelta(days=720))
    swept = kept.retention.sweep()
    assert swept == (Swept(DataKind.DRAFTS, 1), Swept(DataKind.LOOSE_FILES, 1))
    assert HIDDEN_NAME.encode() not in kept.bytes_on_disk()
    assert picture not in kept.sealed_paths()
    assert kept.deeds("draft-1") == [(Deed.DELETED, "drafts")]
    assert kept.deeds(SWEPT_BY) == [(Deed.DELETED, "loose_files 1")]


@pytest.mark.parametrize("about", [HUONG, "*"])
def test_a_legal_hold_stops_every_deletion_until_it_is_lifted(kept: Kept, about: str) -> None:
    picture = with_a_draft(kept)
    with pytest.raises(NoReason):
        kept.retention.hold(about, " ", "cb.01")
    kept.retention.hold(about, "theo yêu cầu của thanh tra", "cb.01")
    kept.clock.move(timedelta(days=720))
    assert kept.retention.sweep() == ()
    assert picture in kept.sealed_paths()
    kept.retention.hold(about, "thanh tra đã xong", "cb.01", lifted=True)
    assert {one.kind for one in kept.retention.sweep()} == {DataKind.DRAFTS, DataKind.LOOSE_FILES}
    assert kept.deeds("legal_hold") == [(Deed.HELD, ""), (Deed.LIFTED_HOLD, "")]


def test_pictures_of_pages_go_once_the_hub_has_their_document_which_stays(kept: Kept) -> None:
    picture, document = kept.keep_dossier()
    kept.clock.move(timedelta(days=720))
    assert kept.retention.sweep() == ()
    assert {picture, document} <= kept.sealed_paths()
    kept.deliver()
    assert kept.retention.sweep() == (Swept(DataKind.DELIVERED_PAGES, 1),)
    assert kept.sealed_paths() & {picture, document} == {document}
    assert kept.retention.sweep() == ()


def test_pictures_of_pages_stay_where_their_document_is_not_what_it_was(kept: Kept) -> None:
    picture, document = kept.keep_dossier()
    kept.deliver()
    (kept.folder / "papers" / document[:2] / document).write_bytes(b"damaged")
    kept.clock.move(timedelta(days=720))
    assert kept.retention.sweep() == ()
    assert picture in kept.sealed_paths()


def test_pictures_of_an_outcome_go_once_the_hub_has_it_also_long_after_its_dossier(kept: Kept) -> None:
    kept.keep_dossier()
    kept.deliver()
    kept.clock.move(timedelta(days=40))
    assert kept.retention.sweep() == (Swept(DataKind.DELIVERED_PAGES, 1),)
    picture, document = kept.sealed.seal(b"a page of the outcome"), kept.sealed.seal(b"%PDF the outcome")
    bound = replace(paper(picture), document=Document(document, 16))
    with kept.store.work() as work:
        work.add_outcome(replace(outcome(1, document), paper=bound, handed_over_at=kept.clock.now()))
        work.put_outbox("outcome", "dossier-1", "{}")
        work.commit()
    kept.clock.move(timedelta(days=40))
    assert kept.retention.sweep() == ()
    kept.deliver()
    assert kept.retention.sweep() == (Swept(DataKind.DELIVERED_PAGES, 1),)
    assert kept.sealed_paths() >= {document}
    assert picture not in kept.sealed_paths()


def test_the_drafts_for_taking_a_reception_back_are_forgotten_after_the_day(kept: Kept) -> None:
    with kept.store.work() as work:
        work.keep_undoable("group", [replace(draft(1), applicant=person(HIDDEN_NAME))])
        work.commit()
    kept.clock.move(timedelta(days=2))
    assert kept.retention.sweep() == (Swept(DataKind.TAKEN_BACK, 1),)
    assert HIDDEN_NAME.encode() not in kept.bytes_on_disk()
