"""Every Vietnamese letter is in every face that sets text, on the screen and on paper."""

import unicodedata
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
TEXT_FACES = sorted([*FONTS.glob("BeVietnamPro-*.ttf"), *FONTS.glob("Liberation*.ttf")])
TONES = (
    "",
    "\u0300",
    "\u0301",
    "\u0309",
    "\u0303",
    "\u0323",
)  # level, and the five marks as Unicode has them
VOWELS = "aăâeêioôơuưy"
TONED = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
LOWER = TONED | set("abcdefghijklmnopqrstuvwxyzđ")
SIGNS = set("0123456789₫%.,;:!?()[]/-–—…“”‘’\"'&@+=<>*#°§")


def missing(face: Path, letters: set[str]) -> list[str]:
    glyphs: dict[int, int] = TTFontFile(str(face)).charToGlyph
    return sorted(letter for letter in letters if not glyphs.get(ord(letter)))


@pytest.mark.parametrize("face", TEXT_FACES, ids=lambda face: face.stem)
def test_a_text_face_holds_every_vietnamese_letter(face: Path) -> None:
    letters = LOWER | {letter.upper() for letter in LOWER} | SIGNS
    assert len(TONED) == 72
    assert missing(face, letters) == []


def test_boxes_and_ticks_are_in_the_face_that_sets_them() -> None:
    assert missing(FONTS / "DejaVuSans.ttf", set("☐☑☒✓")) == []


def test_every_letter_of_a_machine_readable_zone_is_in_the_face_that_sets_it() -> None:
    assert missing(FONTS / "OCRB.ttf", set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<")) == []


def test_every_face_is_watched() -> None:
    assert {*TEXT_FACES, FONTS / "DejaVuSans.ttf", FONTS / "OCRB.ttf"} == set(FONTS.glob("*.ttf"))
