"""Pages read behind the window: words kept quietly, remarks that never block, sizes; held at gates here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Event  # noqa: TID251 - work is held at gates here
from types import SimpleNamespace
from typing import cast as as_type

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from services.fakes import FakeStore, FixedClock
from services.people import MORNING, at_the_desk, cast
from ui.builders import DUTY, RESIDENCE, drafting_over, sheet_for
from ui.test_visit_by_keys import serve
from ui.window_driver import window_in

from counter_app.domain.paper import UNSORTED, Corners, Document, Page, PageSource, Paper
from counter_app.services.basket import Baskets
from counter_app.services.desk import Desk
from counter_app.services.drafting import Drafting, Sheet
from counter_app.services.page_edits import (
    pages_of,
    with_page,
    with_page_handed_over,
    with_page_turned,
    without_page,
)
from counter_app.services.page_reading import PageReading, PageRemark
from counter_app.services.paper_reuse import EarlierPaper, with_earlier
from counter_app.services.paper_sizes import PaperSize
from counter_app.ui.page_edit_desk import PageEditDesk
from counter_app.ui.reading_desk import ReadingDesk
from counter_app.ui.screens.papers import PapersScreen
from counter_app.ui.size_desk import SizeDesk
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.page_remark import PageRemarkLine
from counter_app.ui.widgets.page_values import Doubt
from scanning.guard_findings import Complaint

CTRL = Qt.KeyboardModifier.ControlModifier
SLOT, OTHER = "lease", "ownership"


def page(number: int) -> Page:
    return Page(f"{number:064}", (), PageSource.FILE, MORNING)


@dataclass
class Reader:
    """Stands in for whoever reads: held at its gate, it then finds the same words on every page."""

    gate: Event = field(default_factory=Event)
    begun: list[Page] = field(default_factory=list)
    stopped: list[Page] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    about: Complaint | None = None
    other: str = OTHER
    beside: tuple[Corners, ...] = ()
    forgotten: int = 0

    def read(self, page: Page, *, should_stop: Callable[[], bool]) -> Page:
        """Give the page words once the gate opens."""
        self.begun.append(page)
        assert self.gate.wait(20)
        if should_stop():
            self.stopped.append(page)
            return page
        if page.picture in self.unreadable:
            raise OSError(page.picture)
        return replace(page, words=f"words of {page.picture}")

    def remarks(self, sheet: Sheet) -> tuple[PageRemark, ...]:
        """Remark the same thing about each page that was read and lies in the first slot."""
        pages = enumerate(pages_of(sheet, SLOT))
        about = self.about
        if self.beside:
            return (PageRemark(SLOT, 0, Complaint.OTHER_SHEETS, beside=self.beside),)
        return tuple(PageRemark(SLOT, at, about, self.other) for at, page in pages if about and page.words)

    def forget(self) -> None:
        """Count it."""
        self.forgotten += 1

    def of(self, paper: Paper, *, should_stop: Callable[[], bool]) -> PaperSize:
        """Weigh a paper: 100 kB the first page, 300 kB each that follows."""
        assert not should_stop()
        return PaperSize(len(paper.pages), 300_000 * len(paper.pages) - 200_000)


@dataclass
class Counter:
    """The papers' screen and what reads its pages, over a store in memory."""

    screen: PapersScreen
    visits: VisitDesk
    reading: ReadingDesk
    drafting: Drafting
    tasks: Tasks
    reader: Reader
    refused: list[Exception]
    qtbot: QtBot

    def change(self, change: Callable[[Sheet], Sheet]) -> None:
        """Change the sheet as an official does."""
        self.visits.change(change)

    def add(self, number: int, slot: str = SLOT) -> Page:
        """Take a page."""
        self.change(lambda sheet: with_page(sheet, slot, page(number)))
        return page(number)

    def pages(self, slot: str = SLOT) -> tuple[Page, ...]:
        """Give the pages of a slot as the window has them."""
        assert self.visits.sheet
        return pages_of(self.visits.sheet, slot)

    def are_read(self, slot: str = SLOT) -> bool:
        """Tell whether there are pages in a slot and all of them have words."""
        return bool(self.pages(slot)) and all(each.words for each in self.pages(slot))

    def until(self, condition: Callable[[], bool]) -> None:
        """Turn the event loop until the condition holds and nothing is under way."""
        self.qtbot.waitUntil(condition, timeout=20_000)
        self.tasks.until_idle(20_000)

    def until_read_out(self) -> None:
        """Wait until the readers' lane has done what waits in it, twice: an outcome may bring an errand."""
        for _ in range(2):
            done: list[int] = []
            self.tasks.run(Lane.READING, int, owner=self.screen, done=done.append)
            self.qtbot.waitUntil(partial(bool, done), timeout=20_000)

    def said(self, name: str) -> str:
        """Read a label in sight."""
        label = self.screen.findChild(QLabel, name)
        assert label
        return label.text() if label.isVisible() else ""

    def press(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        QTest.keyClick(self.screen, key, CTRL)


@pytest.fixture
def counter(qtbot: QtBot) -> Iterator[Counter]:
    store, tasks, reader = FakeStore(), Tasks(), Reader()
    drafting = drafting_over(store, FixedClock(MORNING))
    sheet_for(RESIDENCE, at_the_desk(cast().card_outdated), service=drafting)
    desk = as_type(
        "Desk",
        SimpleNamespace(
            drafting=drafting,
            baskets=Baskets(drafting, store),
            reading=reader,
            digitising=reader,
            sizes=reader,
        ),
    )
    screen = PapersScreen()
    qtbot.addWidget(screen)
    visits = VisitDesk(desk, tasks, DUTY)
    edits = PageEditDesk(screen, visits)
    reading = ReadingDesk(screen, visits, desk, tasks)
    sizes = SizeDesk(screen, visits, desk, tasks, reading=reading)
    refused: list[Exception] = []
    reading.refused.connect(refused.append)
    visits.sheet_changed.connect(screen.show_sheet)
    visits.citizen_left.connect(screen.reset)
    screen.resize(826, 620)
    screen.show()
    screen.activateWindow()
    visits.resume("visit-of-a-test")
    qtbot.waitUntil(lambda: visits.sheet is not None)
    screen.show_paper(SLOT)
    yield Counter(screen, visits, reading, drafting, tasks, reader, refused, qtbot)
    reader.gate.set()
    tasks.close()
    del edits, sizes


def test_words_come_quietly_and_are_no_step_to_take_back(counter: Counter) -> None:
    counter.add(1)
    changed: list[Sheet] = []
    counter.visits.sheet_changed.connect(changed.append)
    counter.reader.gate.set()
    counter.until(counter.are_read)
    assert changed == []
    kept = pages_of(counter.drafting.resume("visit-of-a-test", DUTY), SLOT)
    assert [each.words for each in kept] == [f"words of {page(1).picture}"]
    counter.visits.undo()
    assert counter.pages() == ()


def test_what_is_undone_keeps_the_words_that_were_read_before(counter: Counter) -> None:
    counter.reader.gate.set()
    counter.add(1)
    counter.add(2)
    counter.until(counter.are_read)
    counter.visits.undo()
    assert counter.are_read()
    counter.until_read_out()
    assert counter.reader.begun == [page(1), page(2)]


def test_a_page_that_was_moved_while_it_was_read_has_its_words_where_it_lies(counter: Counter) -> None:
    counter.add(1)
    counter.until(lambda: bool(counter.reader.begun))
    counter.change(lambda sheet: with_page_handed_over(sheet, SLOT, 0, OTHER))
    counter.reader.gate.set()
    counter.until(lambda: counter.are_read(OTHER))
    assert len(counter.reader.begun) == 1


def test_a_page_that_was_turned_while_it_was_read_is_read_anew(counter: Counter) -> None:
    counter.add(1)
    counter.until(lambda: bool(counter.reader.begun))
    counter.change(lambda sheet: with_page_turned(sheet, SLOT, 0, 1))
    counter.reader.gate.set()
    counter.until(counter.are_read)
    assert counter.reader.stopped == [page(1)]
    assert [each.turns for each in counter.reader.begun] == [0, 1]


def test_reading_a_page_that_was_thrown_away_is_stopped_and_leaves_nothing(counter: Counter) -> None:
    counter.add(1)
    counter.until(lambda: bool(counter.reader.begun))
    counter.change(lambda sheet: without_page(sheet, SLOT, 0))
    counter.reader.gate.set()
    counter.qtbot.waitUntil(lambda: bool(counter.reader.stopped))
    counter.until_read_out()
    assert counter.pages() == ()


def test_when_the_citizen_leaves_reading_stops_and_all_is_forgotten(counter: Counter) -> None:
    counter.reader.about = Complaint.ANOTHER_PERSON
    counter.add(1)
    counter.until(lambda: bool(counter.reader.begun))
    counter.visits.leave()
    counter.reader.gate.set()
    counter.qtbot.waitUntil(lambda: counter.reader.forgotten >= 4)
    assert counter.reader.stopped == [page(1)]
    assert counter.said("remark_words") == ""
    counter.visits.resume("visit-of-a-test")
    counter.until(lambda: counter.visits.sheet is not None and counter.are_read())


def test_a_page_that_cannot_be_read_is_said_once_and_the_next_one_read(counter: Counter) -> None:
    counter.reader.unreadable.add(page(1).picture)
    counter.reader.gate.set()
    counter.add(1)
    counter.add(2)
    counter.until(lambda: bool(counter.pages()[1].words))
    counter.add(3)
    counter.until(lambda: bool(counter.pages()[2].words))
    assert [type(error) for error in counter.refused] == [OSError]
    assert counter.reader.begun.count(page(1)) == 1


def test_a_page_that_looks_like_another_paper_is_moved_there_by_a_key_and_back_again(
    counter: Counter,
) -> None:
    counter.reader.about = Complaint.WRONG_PAPER
    counter.reader.gate.set()
    counter.add(1)
    counter.screen.show_paper(SLOT)
    counter.until(lambda: "This looks like: Giấy tờ chứng minh" in counter.said("remark_words"))
    counter.press(Qt.Key.Key_G)
    counter.until(lambda: len(counter.pages(OTHER)) == 1)
    counter.qtbot.waitUntil(lambda: counter.said("remark_words") == "")
    counter.visits.undo()
    assert len(counter.pages(SLOT)) == 1


def test_a_paper_about_somebody_else_is_pointed_out_until_the_official_sends_it_away(
    counter: Counter,
) -> None:
    counter.reader.about, counter.reader.other = Complaint.ANOTHER_PERSON, "ĐOÀN QUỐC KHÁNH"
    counter.reader.gate.set()
    counter.add(1)
    counter.screen.show_paper(SLOT)
    words = "This paper is about somebody else: ĐOÀN QUỐC KHÁNH"
    counter.until(lambda: counter.said("remark_words") == words)
    line = counter.screen.findChild(PageRemarkLine, "page_remark")
    assert line
    assert line.accessibleName() == words
    assert counter.screen.primary.isEnabled()
    counter.press(Qt.Key.Key_H)
    counter.until(lambda: not line.isVisible())
    counter.add(2, OTHER)
    counter.until(lambda: counter.are_read(OTHER))
    counter.until_read_out()
    assert not line.isVisible()


def test_other_sheets_in_a_picture_are_offered_as_pages_by_a_key(counter: Counter) -> None:
    counter.reader.beside = (((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)),)
    asked: list[Doubt] = []
    counter.screen.pages.sheets_wanted.connect(asked.append)
    counter.reader.gate.set()
    counter.add(1)
    counter.screen.show_paper(SLOT)
    words = "Sheets not taken yet: 1"
    counter.until(lambda: counter.said("remark_words") == words)
    counter.press(Qt.Key.Key_G)
    counter.qtbot.waitUntil(lambda: bool(asked))
    assert [(doubt.page, doubt.beside) for doubt in asked] == [(page(1), counter.reader.beside)]


def test_a_remark_about_a_page_out_of_sight_leads_to_it(counter: Counter) -> None:
    counter.reader.about, counter.reader.other = Complaint.ANOTHER_PERSON, "ĐOÀN QUỐC KHÁNH"
    counter.reader.gate.set()
    counter.add(1)
    counter.screen.show_paper(OTHER)
    counter.until(lambda: counter.said("remark_words").startswith("Hợp đồng, văn bản thuê"))
    counter.press(Qt.Key.Key_G)
    counter.qtbot.waitUntil(lambda: counter.screen.slot_in_hand == SLOT)
    assert counter.said("remark_words").startswith("This paper is about somebody else")


def test_the_size_of_a_paper_is_told_and_turns_amber_when_it_is_large(counter: Counter) -> None:
    counter.reader.gate.set()
    counter.add(1)
    counter.screen.show_paper(SLOT)
    counter.until(lambda: counter.said("kept_size") == "1 page, 100 kB")
    counter.add(2)
    counter.until(lambda: counter.said("kept_size") == "2 pages, 400 kB: over 150 kB a page")
    label = counter.screen.findChild(QWidget, "kept_size")
    assert label
    assert label.property("look") == "warning"


def test_no_size_is_told_of_a_paper_that_is_used_again(counter: Counter) -> None:
    """It has no pages of its own, and takes no room a second time."""
    counter.reader.gate.set()
    document = Document("d" * 64, 12_000)
    earlier = EarlierPaper(OTHER, "Giấy tờ", "H26.99-261101-0001", MORNING.date(), None, document, 2)
    counter.change(lambda sheet: with_earlier(sheet, earlier))
    counter.screen.show_paper(OTHER)
    counter.add(1)
    counter.until(counter.are_read)
    counter.until_read_out()
    assert counter.screen.slot_in_hand == OTHER
    assert counter.said("kept_size") == ""
    counter.screen.show_paper(SLOT)
    counter.until(lambda: counter.said("kept_size") == "1 page, 100 kB")


def test_pages_that_lie_aside_are_read_too(counter: Counter) -> None:
    counter.reader.gate.set()
    counter.add(1, UNSORTED)
    counter.until(lambda: counter.are_read(UNSORTED))


def test_a_dossier_is_received_while_its_page_is_still_being_read(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole way by keys, the reader held at its gate; the page is filed without its words."""
    del qtbot
    reader = Reader()
    monkeypatch.setattr(PageReading, "read", lambda _self, page, **asked: reader.read(page, **asked))
    with window_in(qapp, tmp_path / "desk", FixedClock(MONDAY)) as driver:
        visits = driver.conductor.visits
        serve(driver, cast().ede)
        assert len(reader.begun) == 1
        reader.gate.set()
        driver.wait(lambda: bool(reader.stopped), "the reader was not stopped")
        assert visits.state.dossier
        assert [each.words for paper in visits.state.dossier.papers for each in paper.pages] == [""]
