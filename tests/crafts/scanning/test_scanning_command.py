"""The craft on the command line reads what it can and says what it cannot."""

import json
import subprocess
import sys
from pathlib import Path
from typing import cast

import numpy as np
import pikepdf
import pytest
from crafts.scanning.scanning_scenes import HUONG, MINH, card, code, framed, lying, on_desk
from pikepdf import pdfa
from PIL import Image, ImageDraw, ImageFont
from pypdfium2 import PdfDocument

from scanning.__main__ import main
from scanning.document import ScannedPage, build_document
from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.page_kind import PageKind
from scanning.paper_metadata import PaperMetadata
from scanning.practice import card_still
from scanning.quad import Points

FONT = Path(__file__).parents[3] / "resources" / "fonts" / "LiberationSerif-Regular.ttf"


def _film(path: Path, texts: list[str | None]) -> Path:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, (640, 480))
    for text in texts:
        writer.write(framed(code(text or "", module=3) * (text is not None), (640, 480)).pixels)
    writer.release()
    return path


def _lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "bmp"])
def test_a_picture_of_any_kind_gives_its_payload(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    picture = tmp_path / f"card.{suffix}"
    cv2.imwrite(str(picture), card_still(card(HUONG), seed=1).pixels)
    assert main(["read", "--json", str(picture)]) == 0
    (line,) = _lines(capsys)
    assert (line["file"], line["payloads"]) == (str(picture), [HUONG])
    assert isinstance(line["ms"], float)


def test_a_film_gives_each_card_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    film = _film(tmp_path / "visit.avi", [None, HUONG, HUONG, None, MINH, "https://a.vn", HUONG])
    assert main(["read", str(film), "--json"]) == 0
    assert _lines(capsys)[0]["payloads"] == [HUONG, MINH]


def test_a_damaged_file_is_named_and_the_others_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cut.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "film.mp4").write_bytes(b"no film")
    cv2.imwrite(str(tmp_path / "card.png"), framed(code(HUONG)).pixels)
    names = ["cut.jpg", "absent.jpg", "film.mp4", "card.png"]
    assert main(["read", "--json", *(str(tmp_path / name) for name in names)]) == 1
    lines = _lines(capsys)
    assert [line.get("error") for line in lines] == ["damaged", "missing", "damaged", None]
    assert lines[3]["payloads"] == [HUONG]


def test_without_json_the_lines_are_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cv2.imwrite(str(tmp_path / "card.png"), framed(code(HUONG)).pixels)
    assert main(["read", str(tmp_path / "card.png")]) == 0
    assert HUONG in capsys.readouterr().out


def _photo(path: Path, page: Frame, *, turns: int = 0) -> Points:
    """Photograph a page lying on a desk, and give its corners clockwise from its own top left."""
    lies = lying(3, (5, 4))
    corners = np.roll(lies, -turns, axis=0)
    cv2.imwrite(str(path), on_desk(page, corners, (70, 110, 150)).pixels)
    return corners


def _written(lines: int = 24) -> Frame:
    """Draw a page whose letters tell which way is up."""
    picture = Image.new("RGB", (1654, 2339), "white")
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(FONT), 44)
    for line in range(lines):
        pen.text(
            (190, 230 + 72 * line), "Kính gửi Ủy ban nhân dân phường Đống Đa", fill=(20, 20, 20), font=font
        )
    return Frame(np.asarray(picture)[..., ::-1])


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out two photographs of one page, one upright and one lying on its side, and a file that is none."""
    folder = tmp_path_factory.mktemp("papers")
    _photo(folder / "upright.png", _written())
    _photo(folder / "lying.png", _written(), turns=1)
    (folder / "cut.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


@pytest.mark.parametrize(("name", "turns"), [("upright.png", 0), ("lying.png", 1)])
def test_corners_begin_at_the_sheet_s_own_top_left(
    table: Path, capsys: pytest.CaptureFixture[str], name: str, turns: int
) -> None:
    assert main(["page", str(table / name), "--json"]) == 0
    (told,) = _lines(capsys)
    assert set(told) == {"file", "found", "corners", "orientation", "angle"}
    assert told["corners"] == pytest.approx(np.roll(lying(3, (5, 4)), -turns, axis=0), abs=6)
    assert told["orientation"] == -turns * 90 % 360


def test_papers_become_one_document_and_a_file_that_is_none_is_named(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, files = table / "papers.pdf", ["upright.png", "cut.jpg", "lying.png"]
    asked = ["digitise", *(str(table / name) for name in files), "--out", str(out), "--json", "--no-text"]
    assert main(asked) == 1
    (told,) = _lines(capsys)
    upright, lies, cut = cast("list[dict[str, object]]", told["pages"])
    assert cut == {"file": str(table / "cut.jpg"), "error": "damaged"}
    assert [page["orientation"] for page in (upright, lies)] == [0, 270]
    assert (upright["kind"], upright["light"], upright["findings"]) == ("text", "green", [])
    assert (upright["beside"], lies["beside"]) == (0, 0)
    assert {"find", "straighten", "orient", "clean", "judge"} <= set(cast("dict[str, float]", upright["ms"]))
    assert told["bytes"] == out.stat().st_size
    with pikepdf.open(out) as pdf:
        assert len(pdf.pages) == 2
        assert pdfa.check(pdf, "2b").verdict == "pass"


def test_the_words_of_a_paper_go_into_its_document(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = table / "read.pdf"
    _photo(table / "short.png", _written(lines=6))
    assert main(["digitise", str(table / "short.png"), "--out", str(out)]) == 0
    assert "short.png: 1654x2339 text, good" in capsys.readouterr().out
    with PdfDocument(out) as pdf:
        assert "Ủy ban nhân dân" in pdf[0].get_textpage().get_text_range()


def test_a_pdf_of_scans_is_digitised_page_by_page(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    received = table / "received.pdf"
    page = ScannedPage(_written(), PageKind.TEXT)
    received.write_bytes(build_document([page, page], metadata=PaperMetadata(name="Đơn")))
    asked = ["digitise", str(received), "--out", str(table / "again.pdf"), "--no-text"]
    assert main(asked) == 0
    assert capsys.readouterr().out.count("received.pdf: 1654x2339") == 2


def test_a_photographed_page_becomes_a_document(table: Path) -> None:
    out = table / "page.pdf"
    assert main(["page", str(table / "upright.png"), "--out", str(out)]) == 0
    with pikepdf.open(out) as pdf:
        assert [round(float(edge) / 72 * 25.4) for edge in pdf.pages[0].mediabox] == [0, 0, 210, 297]


@pytest.mark.parametrize("more", [["--json"], ["--out", "page.pdf"]])
def test_a_page_that_cannot_be_read_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, more: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["page", "absent.jpg", *more]) == 1
    assert "missing" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


_STARTED = """
import os, sys
before = dict(os.environ)
import scanning.__main__, scanning.command_read, scanning.practice, scanning.page
changed = {name for name in before | dict(os.environ) if before.get(name) != os.environ.get(name)}
print(sorted(changed), {"pikepdf", "pypdfium2", "onnxruntime", "tesserocr"} & set(sys.modules))
"""


def test_reading_leaves_the_environment_alone_and_loads_no_heavy_library() -> None:
    said = subprocess.run([sys.executable, "-c", _STARTED], capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert said.stdout.strip() == "[] set()"
