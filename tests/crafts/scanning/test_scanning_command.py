"""The craft on the command line reads what it can and says what it cannot."""

import json
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from crafts.scanning.scanning_scenes import HUONG, MINH, card, code, framed, sheet

from scanning.__main__ import main
from scanning.opencv import cv2
from scanning.practice import card_still, page_still


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


def test_a_photographed_page_becomes_a_document(tmp_path: Path) -> None:
    photo, out = tmp_path / "photo.jpg", tmp_path / "page.pdf"
    cv2.imwrite(str(photo), page_still(sheet(), seed=1, size=(900, 1200)).pixels)
    assert main(["page", str(photo), "--out", str(out)]) == 0
    with pikepdf.open(out) as pdf:
        assert [round(float(edge) / 72 * 25.4) for edge in pdf.pages[0].mediabox] == [0, 0, 210, 297]


def test_a_page_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    assert main(["page", str(tmp_path / "absent.jpg"), "--out", str(out)]) == 1
    assert not out.exists()


_STARTED = """
import os, sys
before = dict(os.environ)
import scanning.__main__, scanning.practice, scanning.page
changed = {name for name in before | dict(os.environ) if before.get(name) != os.environ.get(name)}
print(sorted(changed), "pikepdf" in sys.modules, "pypdfium2" in sys.modules)
"""


def test_reading_leaves_the_environment_alone_and_loads_no_pdf_library() -> None:
    said = subprocess.run([sys.executable, "-c", _STARTED], capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert said.stdout.strip() == "[] False False"
