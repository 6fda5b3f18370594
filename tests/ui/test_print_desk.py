"""The one way to print: what becomes of a paper is said in one line, and it always ends somewhere."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from ui.builders import RESOURCES
from ui.cups_desk import NoPrintServer, PrintServer, print_server

from counter_app.bootstrap.printers import print_room
from counter_app.config import SETTINGS_FILE, Settings, read_settings
from counter_app.domain.printers import (
    FoundPrinter,
    PaperFormat,
    PaperRole,
    PrinterFault,
    PrinterPlace,
    RolePrinters,
    Stage,
)
from counter_app.services.print_room import PrintRoom, paper_of
from counter_app.services.print_run import Hop, Leftover, Remains, RunState
from counter_app.ui.notices import Notice
from counter_app.ui.print_desk import PrintDesk, PrintNews
from counter_app.ui.print_words import fault_words, leftover_words, run_notice
from counter_app.ui.tasks import Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.translator import VietnameseTranslator
from printing.acknowledgement import draw_acknowledgement
from printing.fonts import Fonts
from printing.preview import page_picture
from printing.samples import ACKNOWLEDGEMENT, DRAWN_AT
from printing.sheet import Marks, PaperSize

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
FONTS = Fonts(RESOURCES / "fonts")
LABELS = {"one": "Máy in quầy", "two": "Máy in tầng 1"}
FOLDER = Path("/du-lieu/printed")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return draw_acknowledgement(
        ACKNOWLEDGEMENT, size=PaperSize.A5, fonts=FONTS, marks=Marks(training=True), created_at=DRAWN_AT
    )


@pytest.fixture
def server(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    try:
        with print_server(pdf) as running:
            monkeypatch.setenv("CUPS_SERVER", running.address)
            yield running
    except NoPrintServer:
        pytest.skip("CUPS is not installed here, or may not run from a folder")


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    assert qapp
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def vietnamese(qapp: QCoreApplication) -> Iterator[None]:
    words = VietnameseTranslator(RESOURCES / "i18n" / "vi")
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)


def room_in(folder: Path) -> PrintRoom:
    settings = read_settings(folder / SETTINGS_FILE)
    return print_room(folder, settings, fonts=FONTS, clock=FixedClock(NOW), queues=None)


def test_a_printer_without_paper_is_left_in_one_calm_line_while_the_desk_goes_on(
    server: PrintServer, tasks: Tasks, pdf: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    counter, floor = server.add_by_hand("counter"), server.add_by_hand("floor")
    server.tell("lpadmin", "-p", "counter", "-D", "Counter 1")
    server.tell("lpadmin", "-p", "floor", "-D", "Floor 1")
    counter.order("say STATE: +media-empty-error")
    floor.order("end 0")
    room = room_in(tmp_path)
    room.keep((RolePrinters(PaperRole.A5, (PrinterPlace("counter"), PrinterPlace("floor"))),))
    prints, owner = PrintDesk(room, tasks), QObject()
    told: list[PrintNews] = []
    with qtbot.waitSignal(prints.printers_found):
        prints.look_for_printers()
    prints.bring_out(
        lambda: paper_of(pdf, PaperSize.A5), owner=owner, told=told.append, failed=lambda _: None
    )
    qtbot.waitUntil(lambda: bool(told) and told[-1].state.is_over, timeout=10_000)
    assert told[0].notice == Notice("Printing on Counter 1…")
    assert told[-1].notice == Notice("Counter 1 has no paper; printed on Floor 1 instead.", Tone.WARNING)
    assert floor.paper == pdf


def test_without_any_printer_the_paper_lies_in_the_folder_and_the_line_says_where(
    tasks: Tasks, pdf: bytes, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    prints, owner = PrintDesk(room_in(tmp_path), tasks), QObject()
    told: list[PrintNews] = []
    prints.bring_out(
        lambda: paper_of(pdf, PaperSize.A4), owner=owner, told=told.append, failed=lambda _: None
    )
    qtbot.waitUntil(lambda: bool(told) and told[-1].state.is_over)
    name = "2026-11-23-093000.pdf"
    assert (tmp_path / "printed" / name).read_bytes() == pdf
    assert told[-1].notice.text.startswith(f"The printer does not answer; the paper lies as {name} in")


def test_a_paper_that_cannot_be_drawn_is_told_and_goes_nowhere(
    tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    def fails() -> None:
        raise ValueError

    told: list[object] = []
    failures: list[Exception] = []
    draw: Callable[[], object] = fails
    prints, owner = PrintDesk(room_in(tmp_path), tasks), QObject()
    prints.bring_out(draw, owner=owner, told=told.append, failed=failures.append)  # type: ignore[arg-type]  # it fails
    qtbot.waitUntil(lambda: bool(failures))
    assert not told
    assert not (tmp_path / "printed").exists()


def test_a_job_left_at_a_printer_that_comes_back_is_called_back_and_that_is_said(
    server: PrintServer,
    tasks: Tasks,
    pdf: bytes,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("counter_app.ui.print_desk._TAKE_BACK_MS", 50)
    server.add_by_hand("far")
    prints, owner = PrintDesk(room_in(tmp_path), tasks), QObject()
    told: list[PrintNews] = []
    prints.bring_out(
        lambda: paper_of(pdf, PaperSize.A4),
        owner=owner,
        told=told.append,
        failed=lambda _: None,
        first="far",
    )
    qtbot.waitUntil(lambda: bool(told) and told[-1].state.stage is Stage.PRINTING, timeout=10_000)
    with monkeypatch.context() as patch:
        patch.setenv("CUPS_SERVER", str(tmp_path / "unplugged"))
        qtbot.waitUntil(lambda: told[-1].state.is_over, timeout=10_000)
    assert "It could not be called back from far" in told[-1].notice.text
    with qtbot.waitSignal(prints.taken_back) as back:
        pass
    assert back.args == [Notice("The print left at far was called back; it will not come out twice.")]
    assert server.waiting("far") == ""


def test_the_printers_of_a_role_are_kept_and_what_has_none_uses_those_of_a4(tmp_path: Path) -> None:
    settings = tmp_path / SETTINGS_FILE
    settings.write_text('# ours\nprinter = "old"\n', encoding="utf-8")
    assert room_in(tmp_path).places(PaperRole.SLIP) == (PrinterPlace("old"),)
    a4 = (PrinterPlace("counter", "top"), PrinterPlace("ipp://192.0.2.9/ipp/print"))
    slip = (PrinterPlace("socket://192.0.2.7:9100"),)
    room_in(tmp_path).keep((RolePrinters(PaperRole.A4, a4), RolePrinters(PaperRole.SLIP, slip)))
    again = room_in(tmp_path)
    assert again.places(PaperRole.A4) == again.places(PaperRole.LABEL) == a4
    assert again.places(PaperRole.SLIP) == slip
    assert settings.read_text(encoding="utf-8").startswith('# ours\nprinter = "old"\n')
    assert read_settings(settings) == Settings(
        printer="old", printers=(RolePrinters(PaperRole.A4, a4), RolePrinters(PaperRole.SLIP, slip))
    )
    again.keep(())
    assert room_in(tmp_path).places(PaperRole.A4) == (PrinterPlace("old"),)


def test_a_printer_that_was_chosen_and_is_not_found_stays_among_those_to_choose_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    room = room_in(tmp_path)
    room.keep((RolePrinters(PaperRole.A4, (PrinterPlace("ipp://192.0.2.9/ipp/print"),)),))
    assert FoundPrinter("ipp://192.0.2.9/ipp/print", "ipp://192.0.2.9/ipp/print") in room.found()


@pytest.mark.parametrize("role", PaperRole)
def test_a_test_page_has_the_size_of_its_role(role: PaperRole, tmp_path: Path) -> None:
    page = room_in(tmp_path).test_page(role)
    assert page.role is role
    picture = page_picture(page.pdf, dpi=254)
    assert (picture.width / 10, picture.height / 10) == pytest.approx(page.size_mm, abs=0.2)


@pytest.mark.usefixtures("vietnamese")
def test_what_is_said_in_vietnamese_is_one_line_however_many_printers_failed() -> None:
    hops = (Hop("one", PrinterFault.JAM, Remains.PAGES), Hop("two", PrinterFault.STUCK, Remains.UNSURE))
    state = RunState("folder:/x", Stage.DONE, hops=hops, file="2026-11-23-093000.pdf")
    said = run_notice(state, LABELS, FOLDER)
    assert said.tone is Tone.WARNING
    assert said.text == (
        "Máy in quầy bị kẹt giấy; Máy in tầng 1 đứng yên; giấy nằm trong tệp 2026-11-23-093000.pdf ở thư mục "
        "/du-lieu/printed: hãy in ở máy khác rồi xóa tệp đi. Trang đã ra ở Máy in quầy không dùng được: hãy "
        "bỏ đi. Không gọi lại được từ Máy in tầng 1: nếu giấy ra ở đó, hãy bỏ đi."
    )
    assert run_notice(RunState("two", Stage.DONE), LABELS, FOLDER).text == "Đã in trên Máy in tầng 1."
    unnamed = run_notice(RunState("two", Stage.DONE, hops=(Hop("q-1", PrinterFault.STUCK),)), {}, FOLDER)
    assert unnamed.text == "q-1 đứng yên; đã in trên two thay vào đó."
    failed = run_notice(RunState("x", Stage.FAILED, hops=hops[:1]), LABELS, FOLDER)
    assert failed.tone is Tone.ERROR
    left = leftover_words((Leftover("one", "7"),), LABELS, is_taken_back=False)
    assert left.tone is Tone.WARNING


def test_every_fault_and_format_has_words(tmp_path: Path) -> None:
    for fault in PrinterFault:
        assert fault_words(fault)
        assert run_notice(RunState("one", Stage.WAITING, hops=(Hop("one", fault),)), LABELS, tmp_path).text
    assert {each.value for each in PaperFormat} >= {"application/pdf"}
