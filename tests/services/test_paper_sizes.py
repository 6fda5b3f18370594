"""What a paper will take, estimated page by page, against the document that is bound in the end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from services.counter import DUTY
from services.test_page_reading import LEASE, Desk

from counter_app.domain.paper import Document, Paper
from counter_app.services.binding import Binding
from counter_app.services.page_edits import with_page
from counter_app.services.paper_sizes import PaperSize, PaperSizes


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk()


def sizes_of(desk: Desk) -> PaperSizes:
    return PaperSizes(Binding(desk.sealed, desk.digitising))


def test_the_estimate_comes_close_to_the_document_that_is_filed(desk: Desk) -> None:
    sheet = desk.with_page(LEASE, "HỢP ĐỒNG THUÊ NHÀ", *["Điều khoản của hợp đồng này"] * 12)
    sheet = with_page(sheet, LEASE, desk.read("PHỤ LỤC", *["Bên thuê trả tiền vào ngày năm"] * 9))
    (paper,) = sheet.draft.papers
    (bound,) = Binding(desk.sealed, desk.digitising).bind(sheet.draft, DUTY)
    assert bound.document
    size = sizes_of(desk).of(paper, should_stop=lambda: False)
    assert size
    assert size.pages == 2
    assert size.size == pytest.approx(bound.document.size, rel=0.1)


def test_a_page_kept_as_a_photograph_weighs_more_and_a_stopped_estimate_nothing(desk: Desk) -> None:
    sizes, page = sizes_of(desk), desk.read("GIẤY XÁC NHẬN")
    weights = []
    for kind in ("", "photo"):
        size = sizes.of(Paper(LEASE, "", (replace(page, kind=kind),)), should_stop=lambda: False)
        assert size
        weights.append(size.size)
    assert weights[1] > 2 * weights[0]
    assert sizes.of(Paper(LEASE, "", (page,)), should_stop=lambda: True) is None


def test_a_paper_that_stands_in_from_an_earlier_dossier_weighs_what_it_did(desk: Desk) -> None:
    earlier = Paper(LEASE, "", (), Document("0" * 64, 12_345), reused_from="TH-H26.99-261101-0001")
    size = sizes_of(desk).of(earlier, should_stop=lambda: False)
    assert size == PaperSize(0, 12_345)
    assert not size.is_large


@pytest.mark.parametrize(("size", "is_large"), [(300_000, False), (300_001, True)])
def test_a_paper_is_large_by_the_bytes_of_a_page(size: int, *, is_large: bool) -> None:
    assert PaperSize(2, size).is_large is is_large
