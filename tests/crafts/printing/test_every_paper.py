"""Every paper of the craft: valid for a second reader, its codes read twice over, its look as approved."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from crafts.printing.approved import APPROVED, difference, looks, read, sample
from crafts.printing.long_words import LONG_NAME
from crafts.printing.paper_reading import codes_on, overlapping_letters, read_pages, scanned
from pikepdf import pdfa

from printing.__main__ import PAPERS
from printing.acknowledgement import AcknowledgementWords, DossierLine, draw_acknowledgement
from printing.fonts import Fonts
from printing.preview import page_count
from printing.samples import ACKNOWLEDGEMENT, CLAIM, DRAWN_AT
from printing.sheet import Marks, PaperSize

ROOT = Path(__file__).parents[3]
PRACTICE = {"practice-card", "practice-cards-sheet", "lease", "birth-notice"}
"""What citizens bring and nobody files: drawn to be photographed, and no archive's."""
KEPT = [paper for paper in PAPERS if paper not in PRACTICE]
_MOST_DIFFERENT = 0.01
_NINE = tuple(
    DossierLine(
        f"H26.99-261120-{n:04}",
        "Đăng ký tạm trú theo danh sách",
        "03 ngày làm việc",
        "09 giờ 10 phút, 26/11/2026",
    )
    for n in range(1, 10)
)
_OTHERS = "".join(f"*-{n:04}::4" for n in range(2, 10))
NINE = replace(
    ACKNOWLEDGEMENT,
    applicant=LONG_NAME,
    citizen_signature=LONG_NAME,
    dossiers=_NINE,
    code_payload=CLAIM.replace(":4:", f":4{_OTHERS}:"),
)
SHORTEST = replace(
    ACKNOWLEDGEMENT,
    applicant="Y A",
    citizen_signature="Y A",
    official_name="Ô Ý",
    phone="",
    email="",
    exempted=(),
)


@pytest.fixture(scope="module")
def samples() -> dict[str, bytes]:
    """Draw every paper once."""
    return {paper: sample(paper) for paper in PAPERS}


def _plain(words: AcknowledgementWords, fonts: Fonts, size: PaperSize) -> bytes:
    return draw_acknowledgement(words, size=size, fonts=fonts, marks=Marks(), created_at=DRAWN_AT)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_second_reader_opens_it_finds_no_fault_and_reads_its_words(
    paper: str, samples: dict[str, bytes]
) -> None:
    with pikepdf.open(BytesIO(samples[paper])) as document:
        assert document.check_pdf_syntax() == []
        assert len(document.pages) == page_count(samples[paper])
    read_back = pypdfium2.PdfDocument(samples[paper])
    words = "".join(page.get_textpage().get_text_range() for page in read_back)
    read_back.close()
    assert unicodedata.is_normalized("NFC", words)
    assert len(words.split()) > 5


@pytest.mark.parametrize("paper", KEPT)
def test_what_the_office_keeps_is_fit_for_the_archive(paper: str, samples: dict[str, bytes]) -> None:
    assert pdfa.validate_written(BytesIO(samples[paper]), "2b").findings == []
    assert samples[paper] == sample(paper)


@pytest.mark.parametrize("paper", KEPT)
def test_two_readers_agree_on_every_code_of_a_scan(paper: str, samples: dict[str, bytes]) -> None:
    for page in range(page_count(samples[paper])):
        printed = {code.text for code in codes_on(samples[paper], page)}
        assert scanned(samples[paper], page) == printed


@pytest.mark.parametrize("paper", PAPERS)
def test_it_looks_as_it_was_approved(paper: str, samples: dict[str, bytes]) -> None:
    approved = [read(rows) for rows in json.loads(APPROVED.read_text(encoding="ascii"))[paper]]
    now = looks(samples[paper])
    assert len(now) == len(approved)
    assert max(map(difference, approved, now)) <= _MOST_DIFFERENT


def test_a_line_that_has_moved_is_noticed(fonts: Fonts) -> None:
    moved = replace(ACKNOWLEDGEMENT, on_behalf_of="Lê Thị Ủy")
    before, after = (looks(_plain(words, fonts, PaperSize.A4))[0] for words in (ACKNOWLEDGEMENT, moved))
    assert difference(before, after) > 5 * _MOST_DIFFERENT


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("words", [NINE, SHORTEST], ids=["nine dossiers", "shortest"])
def test_nine_dossiers_and_the_shortest_people_fit_and_their_code_is_read(
    fonts: Fonts, words: AcknowledgementWords, size: PaperSize
) -> None:
    pdf = draw_acknowledgement(words, size=size, fonts=fonts, marks=Marks(training=True), created_at=DRAWN_AT)
    assert scanned(pdf) == {words.code_payload}
    margins = size.value.margins
    for page in read_pages(_plain(words, fonts, size)):
        assert overlapping_letters(page) == 0
        left, right = page.boxes[:, 0].min() / 72 * 25.4, page.boxes[:, 2].max() / 72 * 25.4
        assert left >= margins.left - 0.5
        assert right <= size.value.width - margins.right + 0.5


@pytest.mark.parametrize("paper", PAPERS)
def test_any_paper_may_be_the_first_that_a_program_draws(paper: str, tmp_path: Path) -> None:
    out = tmp_path / "first.pdf"
    command = [sys.executable, "-m", "printing", "sample", paper, "--out", str(out)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 - our own command
    assert page_count(out.read_bytes()) >= 1
