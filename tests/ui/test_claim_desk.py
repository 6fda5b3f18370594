"""An acknowledgement shown to the window: judged in one line, its dossier opened by its action."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from journeys.driver import MONDAY, DeskDriver
from PySide6.QtWidgets import QApplication, QPushButton
from services.fakes import FixedClock
from services.people import cast, words
from ui.scanner_hands import Hands
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.dossier import Dossier
from counter_app.gateways.specimen.cards import card_of
from counter_app.services.claims import CheckedClaim, ClaimVerdict
from counter_app.ui.claim_words import claim_notice
from counter_app.ui.tokens import Tone
from printing.preview import page_picture
from printing.sheet import PaperSize
from scanning.frames import Frame, encode_jpeg

HANDS = Hands()


@pytest.fixture(scope="module")
def opened(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WindowDriver]:
    """Open one desk for all trials."""
    with window_in(qapp, tmp_path_factory.mktemp("desk"), FixedClock(MONDAY)) as driver:
        yield driver


@pytest.fixture(scope="module")
def dossier(opened: WindowDriver) -> Dossier:
    """Have received a dossier."""
    before = DeskDriver(opened.opened)
    before.show_card(cast().ede)
    before.choose("1.010041")
    before.answer_as_in_the_example()
    return before.receive()


@pytest.fixture
def driver(opened: WindowDriver, dossier: Dossier) -> Iterator[WindowDriver]:
    """Call the next citizen after each trial."""
    del dossier
    yield opened
    opened.window.next_citizen.trigger()
    opened.settle()


def scan(driver: WindowDriver, text: str) -> None:
    driver.conductor.desks.scans._gate.forget()
    HANDS.at_ms += 5_000
    HANDS.press(QApplication.focusWidget() or driver.window, text + "\r")


def said(driver: WindowDriver, tone: Tone) -> str:
    notices = driver.window.actions_bar.notices
    driver.wait(lambda: bool(notices.notice and notices.notice.tone is tone), "nothing was said")
    assert notices.notice
    return notices.notice.text


def test_a_scanned_acknowledgement_is_told_genuine_and_opens_its_dossier(
    driver: WindowDriver, dossier: Dossier
) -> None:
    scan(driver, driver.opened.desk.claims.text_of((dossier,)))
    assert dossier.code in said(driver, Tone.VERIFIED)
    assert driver.conductor.visits.state.visit is None
    driver.find(QPushButton, "notice_action").click()
    driver.wait(lambda: driver.window.register.opened_id == dossier.dossier_id, "it did not open")
    assert driver.window.screen_in_front is driver.window.register


def test_the_camera_sees_an_altered_one_and_the_window_says_so(
    driver: WindowDriver, dossier: Dossier
) -> None:
    text = driver.opened.desk.claims.text_of((dossier,))
    driver.conductor.desks.scans._gate.forget()
    driver.conductor.desks.scans.see(text.replace(f"{dossier.due_at:%y%m%d%H%M}", "2601010900"))
    assert "đã bị sửa" in said(driver, Tone.ERROR)


def test_a_picture_of_a_printed_acknowledgement_is_judged_too(driver: WindowDriver, dossier: Dossier) -> None:
    printout = driver.opened.desk.paperwork.preview(dossier, PaperSize.A5)
    shown = page_picture(printout, dpi=200)
    pixels = np.frombuffer(shown.rgb, np.uint8).reshape(shown.height, shown.width, 3)
    frame = Frame(np.ascontiguousarray(pixels[:, :, ::-1]))
    driver.window.identify.picture_given.emit(encode_jpeg(frame, 85))
    assert dossier.code in said(driver, Tone.VERIFIED)


def test_in_the_middle_of_a_visit_nothing_is_filled_in_and_nobody_leaves(
    driver: WindowDriver, dossier: Dossier
) -> None:
    card = card_of(cast().new_mother, words())
    assert card
    scan(driver, card.payload)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.procedure, "nobody was found")
    visit = driver.conductor.visits.state.visit
    scan(driver, driver.opened.desk.claims.text_of((dossier,)))
    assert dossier.code in said(driver, Tone.VERIFIED)
    assert driver.conductor.visits.state.visit is visit


@pytest.mark.usefixtures("driver")
def test_every_verdict_has_a_sentence_of_its_own(dossier: Dossier) -> None:
    checked = CheckedClaim(ClaimVerdict.GENUINE, dossier.code, due_at=dossier.due_at, desk="Quầy 4")
    notices = [claim_notice(replace(checked, verdict=verdict)) for verdict in ClaimVerdict]
    still = claim_notice(replace(checked, verdict=ClaimVerdict.NEW_DUE, due_at=None, others=2))
    said = {notice.text for notice in (*notices, still)}
    assert len(said) == len(ClaimVerdict) + 1
    assert not any("{" in words for words in said)
    assert f"{dossier.code} và 2 hồ sơ khác" in still.text
