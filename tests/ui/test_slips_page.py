"""Slips offered on a dossier's page in the register."""

from dataclasses import replace

import pytest
from contracts.samples import act, dossier
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from counter_app.domain.history import Deed
from counter_app.domain.slip import SlipKind
from counter_app.ui.screens.register import RegisterScreen

OPENED, OTHER = dossier(1), dossier(2)
PRINTED = replace(act(OPENED.dossier_id, Deed.PRINTED_SLIP), outcome=SlipKind.SUSPENSION.value)


@pytest.fixture
def screen(qtbot: QtBot) -> RegisterScreen:
    made = RegisterScreen()
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    qtbot.waitExposed(made)
    made.show_dossier(OPENED, (PRINTED,))
    return made


def offered(screen: RegisterScreen) -> dict[str, QPushButton]:
    QApplication.processEvents()
    found = screen.findChildren(QPushButton)
    shown = (each for each in found if each.isVisibleTo(screen))
    return {each.objectName(): each for each in shown if each.objectName().startswith("slip_")}


def test_each_slip_that_is_offered_has_a_button_that_asks_for_it(
    screen: RegisterScreen, qtbot: QtBot
) -> None:
    screen.show_slips(tuple(SlipKind))
    buttons = offered(screen)
    assert list(buttons) == [f"slip_{kind}" for kind in SlipKind]
    assert len({each.text() for each in buttons.values()}) == len(SlipKind)
    with qtbot.waitSignal(screen.slip_wanted) as wanted:
        buttons["slip_suspension"].click()
    assert wanted.args == [SlipKind.SUSPENSION]


def test_what_is_not_offered_cannot_be_asked_for(screen: RegisterScreen) -> None:
    screen.show_slips((SlipKind.FEE,))
    assert list(offered(screen)) == ["slip_fee"]


def test_another_dossier_does_not_inherit_the_offers_of_the_last(screen: RegisterScreen) -> None:
    screen.show_slips(tuple(SlipKind))
    screen.show_dossier(OTHER, ())
    assert offered(screen) == {}


def test_history_says_which_slip_was_printed(screen: RegisterScreen) -> None:
    said = [each.text() for each in screen.findChildren(QLabel)]
    assert "Slip printed: Notice of stopping (05)" in said
