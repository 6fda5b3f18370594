"""Scanning in the real window: a practice stack, faults said in words, and pages kept that were read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import cast as as_type

import numpy as np
import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from services.fakes import FakeSealed, FakeStore, FixedClock
from services.people import MORNING, RESOURCES, at_the_desk, cast
from ui.builders import DUTY, RESIDENCE, drafting_over, sheet_for
from ui.window_driver import window_in

from counter_app.bootstrap.printers import print_room
from counter_app.config import Settings as DeskSettings
from counter_app.domain.paper import UNSORTED, PageSource
from counter_app.services.basket import Baskets
from counter_app.services.desk import Desk
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Drafting
from counter_app.services.page_edits import pages_of
from counter_app.services.stack_intake import StackIntake
from counter_app.services.stack_sheets import StackSheets
from counter_app.ui.error_words import words_of
from counter_app.ui.print_desk import PrintDesk
from counter_app.ui.scanner_desk import ScannerDesk
from counter_app.ui.screens.papers import PapersScreen
from counter_app.ui.tasks import Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.scan_state import ScanState
from printing.fonts import Fonts
from scanning.errors import ScanFailed, ScannerCause
from scanning.frames import Frame
from scanning.scanners import (
    A4_MM,
    Capabilities,
    JoinedScanners,
    Mode,
    ScannedSheet,
    ScannerName,
    Settings,
    Side,
    Source,
)

CTRL = Qt.KeyboardModifier.ControlModifier
SLOT = "lease"


class FaultyFeeder:
    """A feeder of blank sheets that breaks down after some, as often as it is told."""

    def __init__(self, gives: int, cause: ScannerCause) -> None:
        self.gives, self.cause = gives, cause
        self.asked: list[Settings] = []
        self.answers = True
        self.let_go = 0

    def list(self) -> tuple[ScannerName, ...]:
        """Name it, while it answers."""
        if not self.answers:
            raise ScanFailed(ScannerCause.UNPLUGGED)
        return (ScannerName("faulty", "faulty", "Faulty 3000"),)

    def capabilities(self, name: ScannerName) -> Capabilities:
        """Offer glass and feeder, one side at a time."""
        assert name.label == "Faulty 3000"
        return Capabilities(tuple(Source), False, (200, 300), tuple(Mode), A4_MM)

    def scan(
        self, _name: ScannerName, settings: Settings, should_stop: Callable[[], bool]
    ) -> Iterator[ScannedSheet]:
        """Give what it gives, then break down."""
        self.asked.append(settings)
        try:
            for _ in range(self.gives):
                if should_stop():
                    return
                yield ScannedSheet(Frame(np.full((240, 170, 3), 240, np.uint8)), Side.FRONT)
            raise ScanFailed(self.cause, pages=self.gives)
        finally:
            self.let_go += 1


@dataclass
class Counter:
    """The papers' screen and its scanner, over the real services and a store in memory."""

    screen: PapersScreen
    visits: VisitDesk
    drafting: Drafting
    tasks: Tasks
    feeder: FaultyFeeder
    scanners: ScannerDesk
    told: list[str]
    qtbot: QtBot

    @property
    def said(self) -> str:
        """What the panel says."""
        state = self.screen.findChild(ScanState, "scan_state")
        assert isinstance(state, ScanState)
        return state.words

    def count(self, slot: str) -> int:
        """Count the pages of a slot in the draft as it is on the disk."""
        draft = self.drafting.resume("visit-of-a-test", DUTY)
        return len(pages_of(draft, slot))

    def press(self, name: str) -> None:
        """Press a button in sight."""
        button = self.screen.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton)
        assert button.isVisible(), name
        button.click()

    def until(self, condition: Callable[[], bool]) -> None:
        """Turn the event loop until the condition holds and nothing is under way."""
        self.qtbot.waitUntil(condition, timeout=20_000)
        self.tasks.until_idle(20_000)

    def scan(self) -> None:
        """Open the scanner and start."""
        QTest.keyClick(self.screen, Qt.Key.Key_E, CTRL)
        self.until(lambda: self.screen.scanner.is_ready)
        assert self.screen.primary.text() == "Start scanning"
        self.screen.primary.trigger()


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    store, clock, tasks = FakeStore(), FixedClock(MORNING), Tasks()
    drafting = drafting_over(store, clock)
    sheet_for(RESIDENCE, at_the_desk(cast().card_outdated), service=drafting)
    feeder = FaultyFeeder(0, ScannerCause.NO_PAPER)
    desk = SimpleNamespace(
        drafting=drafting,
        store=store,
        baskets=Baskets(drafting, store),
        stacks=StackIntake(Digitising(FakeSealed(), clock)),
        stack_sheets=StackSheets(Fonts(RESOURCES / "fonts"), clock),
        scanners=JoinedScanners({"faulty": feeder}),
        preference=lambda _name: "",
        keep_preference=lambda _name, _value: None,
        hall=None,
    )
    screen = PapersScreen()
    qtbot.addWidget(screen)
    visits = VisitDesk(as_type("Desk", desk), tasks, DUTY)
    room = print_room(tmp_path, DeskSettings(), fonts=Fonts(RESOURCES / "fonts"), clock=clock, queues=None)
    prints = PrintDesk(room, tasks)
    scanners = ScannerDesk(screen, visits, as_type("Desk", desk), tasks, prints=prints)
    told: list[str] = []
    scanners.told.connect(lambda notice: told.append(notice.text))
    visits.sheet_changed.connect(screen.show_sheet)
    visits.citizen_left.connect(screen.reset)
    screen.resize(826, 620)
    screen.show()
    visits.resume("visit-of-a-test")
    qtbot.waitUntil(lambda: visits.sheet is not None)
    yield Counter(screen, visits, drafting, tasks, feeder, scanners, told, qtbot)
    tasks.close()
    scanners.close()


@pytest.mark.parametrize("cause", [ScannerCause.JAMMED, ScannerCause.COVER_OPEN])
def test_a_fault_is_said_in_words_and_the_pages_before_it_are_kept(
    counter: Counter, cause: ScannerCause
) -> None:
    counter.feeder.gives, counter.feeder.cause = 2, cause
    counter.scan()
    words = words_of(ScanFailed(cause))
    counter.until(lambda: words.happened in counter.said)
    assert words.advice in counter.said
    assert "Pages read: 2, papers: 1" in counter.said
    assert (counter.count(SLOT), counter.count(UNSORTED)) == (2, 0)


def test_after_a_fault_it_is_done_again_or_the_other_way(counter: Counter) -> None:
    counter.scan()
    counter.until(lambda: "There is no sheet in the feeder" in counter.said)
    counter.press("scan_again")
    counter.until(lambda: len(counter.feeder.asked) == 2)
    counter.press("scan_other_way")
    counter.until(lambda: len(counter.feeder.asked) == 3)
    assert [asked.source for asked in counter.feeder.asked] == [Source.FEEDER, Source.FEEDER, Source.FLATBED]


def test_a_scan_is_stopped_and_what_was_read_is_kept(counter: Counter) -> None:
    counter.feeder.gives = 500
    counter.scan()
    counter.qtbot.waitUntil(lambda: "Pages read: 2" in counter.said, timeout=20_000)
    counter.press("scan_stop")
    counter.until(lambda: not counter.screen.scanner.is_busy)
    assert 2 <= counter.count(SLOT) < 500
    assert counter.count(UNSORTED) == 0
    assert counter.told


def test_pages_of_a_citizen_who_has_gone_go_to_their_own_dossier_and_not_into_sight(counter: Counter) -> None:
    counter.feeder.gives = 3
    counter.scan()
    counter.visits.leave()
    counter.until(lambda: counter.count(SLOT) == 3)
    assert counter.count(UNSORTED) == 0
    assert counter.said == "" or "Pages read" not in counter.said
    assert counter.screen.slot_in_hand == ""


def test_a_scanner_that_does_not_answer_is_asked_again(counter: Counter) -> None:
    counter.feeder.answers = False
    QTest.keyClick(counter.screen, Qt.Key.Key_E, CTRL)
    counter.until(lambda: words_of(ScanFailed(ScannerCause.UNPLUGGED)).happened in counter.said)
    assert not counter.screen.primary.isEnabled()
    counter.feeder.answers = True
    counter.press("scan_again")
    counter.until(lambda: counter.screen.scanner.is_ready)


def test_the_scanner_is_let_go_when_the_window_is_closed_in_the_middle_of_a_stack(counter: Counter) -> None:
    counter.feeder.gives = 500
    counter.scan()
    counter.qtbot.waitUntil(lambda: "Pages read: 1" in counter.said, timeout=20_000)
    counter.tasks.close()
    counter.scanners.close()
    counter.qtbot.waitUntil(lambda: counter.feeder.let_go == 1, timeout=20_000)


def test_each_page_of_a_scan_can_be_taken_back(counter: Counter) -> None:
    counter.feeder.gives = 1
    counter.scan()
    counter.until(lambda: counter.count(SLOT) == 1)
    for _ in range(2):
        counter.visits.undo()
    counter.until(lambda: counter.count(SLOT) == counter.count(UNSORTED) == 0)


def test_esc_closes_the_panel_and_the_page_is_in_sight_again(counter: Counter) -> None:
    counter.feeder.gives = 1
    counter.scan()
    counter.until(lambda: counter.count(SLOT) == 1)
    QTest.keyClick(QApplication.focusWidget() or counter.screen, Qt.Key.Key_Escape)
    assert not counter.screen.scanner.isVisible()
    assert counter.screen.primary.text() == "Go to reception"


def test_separator_sheets_are_saved_as_a_pdf(counter: Counter, tmp_path: Path) -> None:
    file = tmp_path / "separators.pdf"
    counter.screen.scanner.separators_asked.emit(str(file))
    counter.until(lambda: bool(counter.told))
    assert file.read_bytes().startswith(b"%PDF")
    assert counter.told == ["Saved as separators.pdf."]


def test_every_control_of_the_scanner_has_a_name(counter: Counter) -> None:
    counter.scan()
    counter.until(lambda: not counter.screen.scanner.is_busy)
    nameless = [
        part.objectName()
        for part in counter.screen.scanner.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isVisible()
        and not (part.accessibleName() or getattr(part, "text", str)())
    ]
    assert nameless == []


def test_a_trainee_scans_practice_papers_by_keys_alone(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole way, from the key that opens the scanner to pages on the disk; SANE knows no device here."""
    del qtbot
    (tmp_path / "dll.conf").write_text("")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))
    with window_in(qapp, tmp_path / "desk", FixedClock(MONDAY)) as driver:
        window, desk = driver.window, driver.opened.desk
        driver.scan(cast().ede)
        driver.choose("tam tru")
        driver.key(Qt.Key.Key_F5)
        driver.wait(lambda: window.screen_in_front is window.papers)
        driver.key(Qt.Key.Key_E, CTRL)
        driver.wait(lambda: window.papers.scanner.is_ready, "no scanner was offered")
        slot = window.papers.slot_in_hand
        driver.key(Qt.Key.Key_Return)
        driver.wait(lambda: not window.papers.scanner.is_ready)
        driver.wait(lambda: window.papers.scanner.is_ready, "the scan did not end")
        driver.settle()
        sheet = driver.conductor.visits.sheet
        assert sheet
        kept = pages_of(desk.drafting.resume(sheet.draft.draft_id, sheet.duty), slot)
        assert [page.source for page in kept] == [PageSource.SCANNER] * 2
        assert desk.preference("paper_scanner") == "practice"
