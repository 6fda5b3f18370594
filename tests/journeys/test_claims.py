"""An acknowledgement's code, from the printed paper back to a desk that judges it."""

from pathlib import Path

from crafts.printing.paper_reading import codes_on, scanned, zbar_reads
from journeys.driver import desk_in
from services.people import cast

from counter_app.services.claims import ClaimVerdict
from counter_app.services.signature_ports import SignedFile
from printing.preview import page_count
from printing.sheet import PaperSize


def test_two_readers_read_the_code_off_the_paper_and_a_scan_and_the_desk_knows_it(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        desk.choose("1.010041")
        desk.answer_as_in_the_example()
        dossier = desk.receive()
        paperwork, claims = desk.opened.desk.paperwork, desk.opened.desk.claims
        first = paperwork.acknowledgement(dossier.dossier_id, "cb.01", PaperSize.A4).pdf
        again = paperwork.acknowledgement(dossier.dossier_id, "cb.01", PaperSize.A5).pdf
    text = claims.text_of((dossier,))
    for pdf in (first, again):
        assert {code.text for code in codes_on(pdf)} == {text}
        assert zbar_reads(pdf, dpi=300) == {text}
        assert scanned(pdf) == {text}
    with desk_in(tmp_path) as desk:
        checked = desk.opened.desk.claims.check(text)
        assert (checked.verdict, checked.dossier_id) == (ClaimVerdict.GENUINE, dossier.dossier_id)
        brought = tmp_path / "brought.pdf"
        brought.write_bytes(first)
        looked_at = desk.opened.desk.file_checks.check(brought)
        assert (looked_at.claim, looked_at.signed) == (checked, SignedFile((), archive="2B"))


def test_where_there_is_a_hub_the_code_opens_the_citizens_page(tmp_path: Path) -> None:
    (tmp_path / "counter.toml").write_text(
        '[hub]\naddress = "https://hub.example.invalid"\n', encoding="utf-8"
    )
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        desk.choose("1.010041")
        desk.answer_as_in_the_example()
        dossier = desk.receive()
        desk.print()
        (text,) = scanned(desk.printouts[0].pdf)
        checked = desk.opened.desk.claims.check(text)
    assert text.startswith("HTTPS://HUB.EXAMPLE.INVALID/S/MC1:")
    assert (checked.verdict, checked.dossier_id) == (ClaimVerdict.GENUINE, dossier.dossier_id)


def test_the_police_acknowledge_on_their_own_form(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        desk.choose("1.010041")
        desk.answer_as_in_the_example()
        desk.receive()
        words = desk.print()
    assert "Mẫu CT04" in words
    assert "PHIẾU TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ" in words


def test_where_the_desk_wants_it_both_copies_come_out_on_one_sheet(tmp_path: Path) -> None:
    (tmp_path / "counter.toml").write_text("two_up = true\n", encoding="utf-8")
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        desk.choose("1.010041")
        desk.answer_as_in_the_example()
        number = desk.receive().dossier_id
        paperwork = desk.opened.desk.paperwork
        together = paperwork.acknowledgement(number, "cb.01", PaperSize.A5)
        apart = paperwork.acknowledgement(number, "cb.01", PaperSize.A4)
    assert (page_count(together.pdf), together.sheet) == (1, PaperSize.A4)
    assert (page_count(apart.pdf), apart.sheet) == (2, PaperSize.A4)


def test_one_code_covers_everything_in_a_basket(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        desk.choose("1.004194")
        desk.answer_as_in_the_example()
        desk.add("1.010041")
        desk.answer_as_in_the_example()
        dossiers = desk.receive_all()
        assert len(dossiers) == 2
        pdf = desk.opened.desk.paperwork.acknowledgement(dossiers[1].dossier_id, "cb.01", PaperSize.A5).pdf
        (text,) = scanned(pdf)
        checked = desk.opened.desk.claims.check(text)
    assert (checked.verdict, checked.code, checked.others) == (ClaimVerdict.GENUINE, dossiers[0].code, 1)
