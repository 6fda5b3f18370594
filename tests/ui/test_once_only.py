"""A look-up is told on the papers' screen; where card and record differ, putting it right is offered."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from services.people import TODAY, at_the_desk, cast
from ui.builders import BIRTH, drafting, sheet_for, visit

from counter_app.domain.dossier import Capacity
from counter_app.domain.look_up import LookUpOutcome
from counter_app.services.correction import Correction
from counter_app.ui.lacking import lacks_of
from counter_app.ui.screens.form import FormScreen
from counter_app.ui.screens.papers import PapersScreen
from counter_app.ui.widgets.page_review import ReviewPage
from counter_app.ui.widgets.page_standing import Standing, paper_standings
from counter_app.ui.widgets.page_values import PaperLookedUp
from counter_app.ui.widgets.person_panel import PersonPanel

MARRIAGE, NOTICE = "1.000894", "birth_notice"


def test_a_look_up_that_failed_is_told_in_place_and_stands_beside_the_paper(qtbot: QtBot) -> None:
    screen, service = PapersScreen(), drafting()
    qtbot.addWidget(screen)
    sheet = sheet_for(BIRTH, at_the_desk(cast().new_mother), capacity=Capacity.CHILD, service=service)
    screen.show_sheet(sheet)
    screen.show_paper(NOTICE)
    told: list[PaperLookedUp] = []
    screen.paper_looked_up.connect(told.append)
    (nothing,) = screen.findChildren(QPushButton, f"nothing_{NOTICE}")
    assert not nothing.isHidden()
    nothing.click()
    assert told == [PaperLookedUp(NOTICE, LookUpOutcome.NOTHING)]
    screen.show_sheet(service.looked_up(sheet, NOTICE, LookUpOutcome.NOTHING))
    (row,) = screen.findChildren(QPushButton, f"choose_{NOTICE}")
    assert "looked up at 09:10 23/11: nothing there" in row.accessibleName()
    assert nothing.isHidden()


def test_what_the_look_up_found_must_not_be_asked_for_any_more() -> None:
    service = drafting()
    sheet = sheet_for(BIRTH, at_the_desk(cast().new_mother), capacity=Capacity.CHILD, service=service)
    found = service.looked_up(sheet, NOTICE, LookUpOutcome.FOUND)
    standings = {each.slot: each.standing for each in paper_standings(found)}
    assert standings[NOTICE] is Standing.HELD


def test_a_difference_offers_the_procedure_that_puts_it_right(qtbot: QtBot) -> None:
    panel = PersonPanel()
    qtbot.addWidget(panel)
    shown = at_the_desk(cast().ede)
    asked: list[Correction] = []
    panel.correction_asked.connect(asked.append)
    panel.show_visit(visit(replace(shown, card=replace(shown.card, full_name="Một Tên Cũ"))), TODAY)
    (offer,) = panel.findChildren(QPushButton, "correct_difference")
    offer.click()
    assert [each.procedure_code for each in asked] == ["1.116410"]
    assert panel.findChildren(QLabel, "difference_full_name_record")
    panel.show_visit(visit(shown), TODAY)
    assert not panel.findChildren(QPushButton, "correct_difference")


def test_a_groom_under_twenty_is_refused_in_words_on_the_form_and_before_reception(qtbot: QtBot) -> None:
    form, review, service = FormScreen(), ReviewPage(), drafting()
    qtbot.addWidget(form)
    qtbot.addWidget(review)
    sheet = sheet_for(MARRIAGE, at_the_desk(cast().ede), service=service)
    form.show_sheet(sheet)
    (forbidden,) = form.findChildren(QLabel, "form_forbidden")
    assert forbidden.isHidden()
    born = TODAY.replace(year=TODAY.year - 20, day=TODAY.day + 1)
    young = service.declare(sheet, "groom_born_on", born.isoformat())
    form.show_sheet(young)
    review.lacking.show_lacks(young, lacks_of(young), ())
    assert "20" in forbidden.text()
    assert [line.text() for line in review.findChildren(QLabel, "forbidden_0")] == [forbidden.text()]
    of_age = service.declare(sheet, "groom_born_on", born.replace(day=TODAY.day).isoformat())
    form.show_sheet(of_age)
    assert forbidden.isHidden()
