"""The faces papers are set in."""

import shutil
from pathlib import Path

import pytest
from crafts.printing.paper_reading import FONTS_FOLDER, vietnamese_letters
from reportlab.pdfbase import pdfmetrics

from printing.errors import MissingFont
from printing.fonts import FILES, MACHINE, Fonts


@pytest.mark.parametrize("face", [face for face in FILES if face != MACHINE])
def test_a_face_has_every_vietnamese_letter(fonts: Fonts, face: str) -> None:
    assert fonts.folder == FONTS_FOLDER
    known = pdfmetrics.getFont(face).face.charToGlyph
    assert [letter for letter in vietnamese_letters() if ord(letter) not in known] == []


def test_a_missing_file_is_refused_by_its_path(tmp_path: Path) -> None:
    for name in FILES.values():
        shutil.copy(FONTS_FOLDER / name, tmp_path)
    (tmp_path / "LiberationSerif-Bold.ttf").unlink()
    with pytest.raises(MissingFont) as refusal:
        Fonts(tmp_path)
    assert refusal.value.path == tmp_path / "LiberationSerif-Bold.ttf"
