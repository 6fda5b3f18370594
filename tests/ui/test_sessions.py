"""Sessions in the window: locked over a live draft, and nothing of one official is seen by the next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast, shown_card
from ui.window_driver import WindowDriver, window_in

from counter_app.bootstrap.desk import opened_desk
from counter_app.domain.history import Deed
from counter_app.domain.rights import Role
from counter_app.services.accounts import NewAccount, subject_of
from counter_app.services.sign_in import LockCause
from counter_app.ui.widgets.accounts_view import AccountsView
from counter_app.ui.widgets.readiness_view import ReadinessView

CONTROL = Qt.KeyboardModifier.ControlModifier
OFFICE = """desk = "office"
[office]
name = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG THỬ"
parent = "ỦY BAN NHÂN DÂN PHƯỜNG THỬ"
commune = "phường Thử"
province = "thành phố Thử"
code = "H26.98"
counter = "Quầy 1"
"""
FIRST, SECOND, THIRD = "bốn mùa hoa nở 1", "mưa rơi ngoài hiên 2", "đường về nhà xa 3"


@pytest.fixture
def training(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    del qtbot
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as opened:
        yield opened


def is_locked(driver: WindowDriver) -> bool:
    """Look at the window anew."""
    return driver.window.is_locked


def lock(driver: WindowDriver) -> None:
    driver.key(Qt.Key.Key_L, CONTROL)
    driver.settle()
    assert is_locked(driver)


def enter_as(driver: WindowDriver, sign: str, password: str = "") -> None:
    """Choose somebody in the lock, give a password where one is asked for, and press Enter."""
    people = driver.find(QComboBox, "lock_people")
    people.setCurrentIndex(people.findData(sign))
    if password:
        driver.find(QLineEdit, "lock_password").setText(password)
    driver.key(Qt.Key.Key_Return)
    driver.settle()


def test_a_draft_lives_on_behind_the_lock_and_nobody_else_sees_it(training: WindowDriver) -> None:
    driver, window, visits = training, training.window, training.conductor.visits
    visits.use_card(shown_card(cast().ede))
    driver.wait(lambda: window.screen_in_front is window.procedure, "the person was not found")
    driver.choose("tạm trú")
    driver.settle()
    before, focus = visits.state, QApplication.focusWidget()
    lock(driver)
    assert not any(part.isVisible() for part in (window.form, window.person, window.rail, window.top_bar))
    driver.key(Qt.Key.Key_N, CONTROL)
    driver.key(Qt.Key.Key_B, CONTROL)
    driver.settle()
    assert is_locked(driver)
    assert visits.state == before
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    assert not is_locked(driver)
    assert QApplication.focusWidget() is focus
    (mine,) = driver.drafts()
    QGuiApplication.clipboard().setText(mine.applicant.full_name)
    lock(driver)
    enter_as(driver, "tran.van.vi.du")
    assert visits.duty.official.full_name == "Trần Văn Ví Dụ"
    assert visits.state.visit is None
    assert window.screen_in_front is window.identify
    assert QGuiApplication.clipboard().text() == ""
    assert driver.drafts() == ()
    name = mine.applicant.full_name
    seen = [each.text() for each in window.findChildren(QLabel)]
    assert not any(name in text for text in seen)
    visits.resume(mine.draft_id)
    driver.settle()
    assert visits.sheet is None
    lock(driver)
    enter_as(driver, "nguyen.thi.mau")
    assert [draft.draft_id for draft in driver.drafts()] == [mine.draft_id]
    visits.resume(mine.draft_id)
    driver.settle()
    assert visits.sheet is not None


def leave_the_opening_check(driver: WindowDriver) -> None:
    driver.wait(lambda: driver.window.findChild(ReadinessView) is not None, "no opening check")
    check = driver.find(ReadinessView, "readiness_view")
    driver.key(Qt.Key.Key_Return)
    assert not check.isVisible()


def take_the_code_and_add_somebody(driver: WindowDriver) -> str:
    """Keep the accounts as the first administrator does, and give the recovery code."""
    driver.wait(lambda: driver.window.findChild(AccountsView) is not None, "no accounts")
    accounts = driver.find(AccountsView, "accounts_view")
    driver.wait(lambda: bool(driver.find(QLabel, "accounts_secret").text()), "no recovery code")
    shown = driver.find(QLabel, "accounts_secret")
    code = shown.text()
    driver.find(QLineEdit, "accounts_name").setText("Phạm Thị Mới")
    driver.find(QPushButton, "accounts_do_add").click()
    driver.settle()
    signs = [account.sign for account in driver.opened.desk.accounts.all()]
    assert signs == ["le.thi.quan.tri", "pham.thi.moi"]
    assert shown.text() != code
    accounts.accept()
    assert shown.text() == ""
    driver.opened.desk.accounts.close("pham.thi.moi", "le.thi.quan.tri")
    return code


def come_back_by(driver: WindowDriver, code: str) -> None:
    """Lock the window, and open it by the recovery code with another password."""
    driver.conductor.desks.sessions.lock(LockCause.KEY)
    driver.settle()
    driver.find(QPushButton, "lock_recover").click()
    driver.find(QLineEdit, "lock_code").setText(code)
    for name in ("lock_fresh", "lock_again"):
        driver.find(QLineEdit, name).setText(THIRD)
    driver.find(QPushButton, "lock_enter").click()
    driver.settle()
    assert not is_locked(driver)


def test_an_office_opens_locked_and_lets_in_who_proves_who_they_are(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    del qtbot
    (tmp_path / "counter.toml").write_text(OFFICE, encoding="utf-8")
    with window_in(qapp, tmp_path, FixedClock(MONDAY), duty_kept=False) as driver:
        driver.settle()
        assert is_locked(driver)
        driver.find(QLineEdit, "lock_name").setText("Lê Thị Quản Trị")
        for name in ("lock_fresh", "lock_again"):
            driver.find(QLineEdit, name).setText(FIRST)
        driver.key(Qt.Key.Key_Return)
        driver.settle()
        assert not is_locked(driver)
        leave_the_opening_check(driver)
        come_back_by(driver, take_the_code_and_add_somebody(driver))
    with opened_desk(tmp_path, clock=FixedClock(MONDAY)) as opened:
        new = NewAccount("Trần Văn Cán Bộ", (Role.OFFICIAL,))
        opened.desk.accounts.add(new, SECOND, "le.thi.quan.tri")
    with window_in(qapp, tmp_path, FixedClock(MONDAY), duty_kept=False) as driver:
        driver.settle()
        assert is_locked(driver)
        enter_as(driver, "tran.van.can.bo", FIRST)
        assert is_locked(driver)
        assert driver.find(QLabel, "lock_said").text()
        enter_as(driver, "tran.van.can.bo", SECOND)
        for name in ("lock_fresh", "lock_again"):
            driver.find(QLineEdit, name).setText(THIRD)
        driver.key(Qt.Key.Key_Return)
        driver.settle()
        assert not is_locked(driver)
        assert driver.conductor.visits.duty.official.sign == "tran.van.can.bo"
        assert driver.window.findChild(ReadinessView) is None
        driver.conductor.desks.sessions.lock(LockCause.IDLE)
        driver.settle()
        assert is_locked(driver)
        with driver.opened.desk.store.work() as work:
            acts = work.history_of(subject_of("tran.van.can.bo"))
        assert [act.deed for act in acts[1:]] == [
            Deed.SIGN_IN_FAILED,
            Deed.SIGNED_IN,
            Deed.PASSWORD_SET,
            Deed.SCREEN_LOCKED,
        ]
        assert acts[-1].outcome == "idle"
