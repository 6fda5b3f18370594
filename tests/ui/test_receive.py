"""The reception: what is read out to the citizen, what stands in the way, and the paper afterwards."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QFrame, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from services.counter import binding
from services.fakes import FakeStore, FixedClock
from services.people import MORNING, at_the_desk, cast
from ui.builders import RESIDENCE, RESOURCES, drafting, sheet_for

from counter_app.domain.dossier import Dossier
from counter_app.domain.printers import FoundPrinter
from counter_app.services.calendar_data import read_calendar
from counter_app.services.drafting import Sheet
from counter_app.services.reception import Reception
from counter_app.ui.screens.receive import PrintWanted, ReceiveScreen
from counter_app.ui.tokens import Tone
from counter_app.ui.translator import VietnameseTranslator
from counter_app.ui.widgets.pdf_view import PdfView
from printing.sheet import PaperSize

Kind = TypeVar("Kind", bound=QWidget)
ANSWERS = {
    "address": "Phòng 3, số 8, ngõ 12 phố Mẫu, phường Mẫu, thành phố Mẫu",
    "to_date": "2027-11-09",
    "residence_basis": "rented",
    "owner_consent": "sign",
}
PRINTERS = (FoundPrinter("floor-1", "Tầng 1", is_default=True), FoundPrinter("floor-2", "Tầng 2"))


@pytest.fixture
def screen(qtbot: QtBot) -> ReceiveScreen:
    made = ReceiveScreen()
    qtbot.addWidget(made)
    made.resize(826, 620)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def begun() -> Sheet:
    return sheet_for(RESIDENCE, at_the_desk(cast().long_name))


@pytest.fixture
def whole(begun: Sheet) -> Sheet:
    service = drafting()
    answered = service.answer_all(begun, ANSWERS, {})
    return service.excuse(answered, "lease", "Xem bản chính, không lưu")


@pytest.fixture
def reception() -> Reception:
    clock = FixedClock(MORNING)
    calendar = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")
    return Reception(FakeStore(), binding(clock), calendar, clock)


@pytest.fixture
def dossier(reception: Reception, whole: Sheet) -> Dossier:
    return reception.receive(whole)


def find(screen: ReceiveScreen, kind: type[Kind], name: str) -> Kind:
    found = [each for each in screen.findChildren(kind, name) if each.isVisible()]
    assert found, name
    return found[0]


def action(screen: ReceiveScreen, name: str) -> QAction:
    return next(each for each in screen.secondary if each.objectName() == name)


def pages(count: int = 2) -> tuple[QImage, ...]:
    made = QImage(210, 297, QImage.Format.Format_RGB888)
    made.fill(Qt.GlobalColor.white)
    return (made,) * count


def words_in(screen: QWidget) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def test_the_review_says_who_wants_what_when_it_is_ready_and_what_it_costs(
    screen: ReceiveScreen, whole: Sheet, reception: Reception
) -> None:
    screen.show_review(whole, reception.terms(whole))
    QApplication.processEvents()
    assert find(screen, QLabel, "review_applicant").text() == cast().long_name.full_name
    assert find(screen, QLabel, "review_request").text() == "Đăng ký tạm trú"
    assert find(screen, QLabel, "review_due_at").text() == "17:00, Friday 27/11/2026"
    assert find(screen, QLabel, "review_due_reason").text().startswith("03 ngày làm việc; counted")
    assert find(screen, QLabel, "review_fee_amount").text() == "15.000 đồng"
    assert find(screen, QLabel, "review_fee_reason").text() == "lệ phí đăng ký tạm trú, nộp trực tiếp"
    assert "không nộp" not in words_in(screen)
    assert "not handed in: Xem bản chính, không lưu" in words_in(screen)
    assert "not handed in: Đã có trong Cơ sở dữ liệu quốc gia về dân cư" in words_in(screen)


def test_only_what_the_citizen_said_is_read_out(screen: ReceiveScreen, whole: Sheet) -> None:
    screen.show_review(whole, None)
    QApplication.processEvents()
    assert find(screen, QLabel, "review_to_date").text() == "09/11/2027"
    assert find(screen, QLabel, "review_residence_basis").text() == "Thuê, mượn, ở nhờ"
    assert not screen.findChildren(QLabel, "review_born_on")
    assert "more answers come from the population database" in find(screen, QLabel, "review_known").text()


def test_what_is_missing_stands_in_the_way_and_leads_to_its_place(
    screen: ReceiveScreen, begun: Sheet, qtbot: QtBot
) -> None:
    screen.show_review(begun, None)
    QApplication.processEvents()
    assert screen.primary.text().startswith("Missing: ")
    assert screen.primary.text().endswith(" and 3 more")
    assert screen.primary.toolTip() == "Still to be put right before it can be received: 4"
    assert find(screen, QLabel, "why_not").text() == screen.primary.toolTip()
    with qtbot.waitSignal(screen.field_asked) as field:
        find(screen, QPushButton, "ask_field_address").click()
    with qtbot.waitSignal(screen.paper_asked) as paper:
        find(screen, QPushButton, "ask_paper_lease").click()
    assert (field.args, paper.args) == (["address"], ["lease"])
    with qtbot.waitSignal(screen.field_asked) as first, qtbot.assertNotEmitted(screen.receive_wanted):
        screen.primary.trigger()
    assert first.args == [begun.blocking[0].field]


def test_another_form_of_the_basket_that_lacks_something_stands_in_the_way_by_name(
    screen: ReceiveScreen, whole: Sheet, begun: Sheet, qtbot: QtBot
) -> None:
    other = replace(begun, draft=replace(begun.draft, draft_id="the other"))
    screen.show_review(whole, None, mates=(other,))
    QApplication.processEvents()
    line = find(screen, QPushButton, "ask_form_0")
    assert line.text().startswith(f"{begun.procedure.short_name}: missing ")
    with qtbot.waitSignal(screen.form_asked) as asked:
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_Return)
    with qtbot.waitSignal(screen.form_asked), qtbot.assertNotEmitted(screen.receive_wanted):
        screen.primary.trigger()
    assert asked.args == ["the other"]


def test_enter_receives_what_is_whole(screen: ReceiveScreen, whole: Sheet, qtbot: QtBot) -> None:
    screen.show_review(whole, None)
    assert screen.primary.text() == "Receive"
    with qtbot.waitSignal(screen.receive_wanted):
        screen.primary.trigger()


def test_changes_made_out_of_sight_are_shown_when_the_screen_comes_back(
    screen: ReceiveScreen, begun: Sheet, whole: Sheet, qtbot: QtBot
) -> None:
    screen.show_review(begun, None)
    screen.hide()
    screen.show_review(whole, None)
    assert screen.primary.isEnabled()
    screen.show()
    qtbot.waitUntil(lambda: screen.findChild(QLabel, "review_address") is not None)
    assert find(screen, QLabel, "review_address").text() == ANSWERS["address"]


def test_the_received_dossier_shows_its_code_and_only_true_ticks(
    screen: ReceiveScreen, dossier: Dossier
) -> None:
    screen.show_dossier(dossier, pages())
    QApplication.processEvents()
    assert find(screen, QLabel, "filed_code").text() == dossier.code
    assert find(screen, QLabel, "filed_due").text() == "17:00, Friday 27/11/2026"
    ticks = {
        name: find(screen, QLabel, f"tick_{name}").text()
        for name in ("saved", "sealed", "sent", "acknowledged")
    }
    assert ticks == {
        "saved": "Saved on this desk",
        "sealed": "Sealed, papers: 0",
        "sent": "Not sent yet",
        "acknowledged": "Not acknowledged yet",
    }
    assert find(screen, PdfView, "paper_preview").page_count == 2


def test_the_paper_is_printed_on_the_chosen_printer_by_ctrl_p(
    screen: ReceiveScreen, dossier: Dossier, qtbot: QtBot
) -> None:
    screen.show_printers(PRINTERS)
    screen.show_dossier(dossier, pages())
    QApplication.processEvents()
    find(screen, QComboBox, "printer_choice").setCurrentIndex(2)
    with qtbot.waitSignal(screen.print_wanted) as wanted:
        QTest.keyClick(screen, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [PrintWanted("floor-2")]


def test_printers_that_come_and_go_leave_the_chosen_one(screen: ReceiveScreen, dossier: Dossier) -> None:
    screen.show_dossier(dossier, pages())
    screen.show_printers(PRINTERS)
    QApplication.processEvents()
    box = find(screen, QComboBox, "printer_choice")
    assert box.currentText() == "As set up (F10)"
    box.setCurrentIndex(2)
    screen.show_printers(PRINTERS[::-1])
    assert box.currentText() == "Tầng 2"
    screen.show_printers(PRINTERS[:1])
    assert box.currentText() == "As set up (F10)"


def test_without_a_printer_saving_is_offered_in_its_place(
    screen: ReceiveScreen, dossier: Dossier, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.show_printers(())
    screen.show_dossier(dossier, pages())
    QApplication.processEvents()
    assert "no printer" in find(screen, QLabel, "no_printer").text()
    assert not action(screen, "print_paper").isVisible()
    action(screen, "save_paper").trigger()
    dialog = screen.findChild(QFileDialog, "save_dialog")
    assert dialog
    assert dialog.selectedFiles()[0].endswith(f"giay-tiep-nhan-{dossier.code}.pdf")
    with qtbot.waitSignal(screen.save_wanted) as wanted:
        dialog.fileSelected.emit(str(tmp_path / "paper.pdf"))
    assert wanted.args == [str(tmp_path / "paper.pdf")]
    dialog.close()


def test_another_paper_size_is_announced(screen: ReceiveScreen, dossier: Dossier, qtbot: QtBot) -> None:
    screen.show_dossier(dossier, pages())
    QApplication.processEvents()
    with qtbot.waitSignal(screen.size_chosen) as chosen:
        find(screen, QPushButton, "size_a5").click()
    assert chosen.args == [PaperSize.A5]


def test_a_print_that_failed_keeps_nobody_from_going_on(
    screen: ReceiveScreen, dossier: Dossier, qtbot: QtBot
) -> None:
    screen.show_dossier(dossier, pages())
    screen.show_print_outcome("The printer is away", Tone.ERROR)
    QApplication.processEvents()
    assert find(screen, QFrame, "print_outcome").accessibleName() == "The printer is away"
    assert screen.primary.text() == "Next citizen"
    with qtbot.waitSignal(screen.next_wanted):
        screen.primary.trigger()


def test_the_outcome_of_one_dossiers_print_is_not_said_of_the_next(
    screen: ReceiveScreen, dossier: Dossier
) -> None:
    screen.show_dossier(dossier, pages())
    screen.show_print_outcome("Printed", Tone.VERIFIED)
    screen.show_dossier(dossier, pages(1))
    QApplication.processEvents()
    assert find(screen, QFrame, "print_outcome").isVisible()
    screen.reset()
    assert not screen.findChild(QFrame, "print_outcome").isVisible()  # type: ignore[union-attr]


def test_nothing_of_the_citizen_is_left_after_a_reset(
    screen: ReceiveScreen, dossier: Dossier, whole: Sheet
) -> None:
    screen.show_review(whole, None)
    QApplication.processEvents()
    screen.show_dossier(dossier, pages())
    QApplication.processEvents()
    screen.reset()
    QApplication.processEvents()
    everything = "\n".join(label.text() for label in screen.findChildren(QLabel) if not label.isHidden())
    assert dossier.code not in everything
    assert cast().long_name.full_name not in words_in(screen)
    assert screen.findChild(PdfView).verticalScrollBar().maximum() == 0  # type: ignore[union-attr]
    assert not screen.primary.isEnabled()
    assert not action(screen, "save_paper").isVisible()


def test_the_language_changes_in_the_middle_of_a_review(screen: ReceiveScreen, whole: Sheet) -> None:
    screen.show_review(whole, None)
    vietnamese = VietnameseTranslator(RESOURCES / "i18n" / "vi")
    QApplication.installTranslator(vietnamese)
    QApplication.processEvents()
    QApplication.processEvents()
    try:
        assert screen.primary.text() == "Tiếp nhận"
        assert "Người nộp" in words_in(screen)
    finally:
        QApplication.removeTranslator(vietnamese)
        QApplication.processEvents()
