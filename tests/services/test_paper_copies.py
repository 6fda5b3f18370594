"""Copies of ID papers leave the desk for a purpose alone, which is kept and written on every page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from contracts.samples import dossier, paper
from services.counter import DUTY
from services.people import RESOURCES
from services.test_retention import Kept, kept

from counter_app.domain.history import Deed
from counter_app.domain.paper import Document
from counter_app.errors import NoReason, NotFound
from counter_app.services.paper_copies import PaperCopies, shows_identity
from printing.fonts import Fonts

__all__ = ["kept"]
CODE = dossier(1).code


@pytest.fixture
def copies(kept: Kept) -> PaperCopies:
    pdf, file = pikepdf.Pdf.new(), BytesIO()
    for size in ((595, 842), (842, 595)):
        pdf.add_blank_page(page_size=size)
    pdf.save(file)
    document = Document(kept.sealed.seal(file.getvalue()), len(file.getvalue()))
    card = replace(paper(), slot="id_card", name="Bản sao thẻ căn cước", document=document)
    plain = replace(paper(), slot="lease", name="Hợp đồng thuê nhà", document=document)
    with kept.store.work() as work:
        work.add_dossier(replace(dossier(1), papers=(card, plain)))
        work.commit()
    return PaperCopies(kept.store, kept.sealed, Fonts(RESOURCES / "fonts"), kept.clock)


def words_on(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def test_the_copy_of_an_id_paper_says_on_every_page_what_it_is_for(copies: PaperCopies, kept: Kept) -> None:
    copy = copies.copy(CODE, "id_card", "  xác minh  theo yêu cầu", DUTY)
    assert copy.is_sensitive
    pages = words_on(copy.pdf)
    assert len(pages) == 2
    assert all("BẢN SAO CHỈ DÙNG ĐỂ: xác minh theo yêu cầu" in words for words in pages)
    assert kept.deeds("dossier-1") == [(Deed.EXPORTED_PAPER, "id_card sensitive")]


def test_another_paper_is_given_as_it_is_and_kept_all_the_same(copies: PaperCopies, kept: Kept) -> None:
    copy = copies.copy(CODE, "lease", "cấp lại cho công dân", DUTY)
    assert not copy.is_sensitive
    assert words_on(copy.pdf) == ["", ""]
    assert kept.deeds("dossier-1") == [(Deed.EXPORTED_PAPER, "lease plain")]


def test_without_a_purpose_or_a_paper_nothing_is_given(copies: PaperCopies, kept: Kept) -> None:
    with pytest.raises(NoReason):
        copies.copy(CODE, "id_card", " ", DUTY)
    with pytest.raises(NotFound):
        copies.copy(CODE, "passport", "xác minh", DUTY)
    assert kept.deeds("dossier-1") == []


@pytest.mark.parametrize("name", ["Thẻ Căn cước", "CCCD", "Chứng minh nhân dân", "Hộ chiếu", "cmnd_cu"])
def test_an_id_paper_is_known_by_its_name(name: str) -> None:
    assert shows_identity(name)
    assert not shows_identity("Giấy chứng nhận quyền sử dụng đất")
