"""Read drawn papers back: their words, their letters' places, their codes."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import zxingcpp
from numpy.typing import NDArray
from pyzbar import pyzbar

from printing.preview import page_picture

FONTS_FOLDER = Path(__file__).resolve().parents[3] / "resources" / "fonts"

VOWELS = "aăâeêioôơuưy"
TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Grave, acute, tilde, hook, dot below."""


def vietnamese_letters() -> str:
    """Compose every letter of the language with every tone, small and capital, and the đồng."""
    toned = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
    small = "bcdđghklmnpqrstvx" + VOWELS + "".join(toned)
    return small + small.upper() + "₫"


@dataclass(frozen=True)
class PageText:
    """A page as read back: its words, its size in points, the boxes of its inked letters."""

    words: str
    size: tuple[float, float]
    boxes: NDArray[np.float64]


def read_pages(pdf: bytes) -> list[PageText]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [_read_page(document[at]) for at in range(len(document))]
    document.close()
    return pages


def _read_page(page: pypdfium2.PdfPage) -> PageText:
    text = page.get_textpage()
    words = text.get_text_range()
    inked = [at for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
    boxes = np.array([text.get_charbox(at) for at in inked], dtype=np.float64).reshape(-1, 4)
    return PageText(words, page.get_size(), boxes)


def all_words(pdf: bytes) -> str:
    """Return the words of all pages with every white space left out."""
    return squeezed("".join(page.words for page in read_pages(pdf)))


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\ufffe", "-")


def overlapping_letters(page: PageText) -> int:
    """Count letters whose middle lies in another letter's box."""
    left, bottom, right, top = page.boxes.T
    x, y = (left + right) / 2, (bottom + top) / 2
    inside = (x[:, None] > left) & (x[:, None] < right) & (y[:, None] > bottom) & (y[:, None] < top)
    return int(inside.sum()) - len(x)


def codes_on(pdf: bytes, page: int = 0, *, dpi: int = 300) -> list[zxingcpp.Barcode]:
    picture = page_picture(pdf, page, dpi=dpi)
    pixels = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
    return list(
        zxingcpp.read_barcodes(pixels, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    )


def zbar_reads(pdf: bytes, *, dpi: int) -> set[str]:
    """Read the codes of the first page with a second reader."""
    picture = page_picture(pdf, 0, dpi=dpi)
    pixels = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
    grey = np.ascontiguousarray(pixels.mean(axis=2).astype(np.uint8))
    return {code.data.decode() for code in pyzbar.decode(grey, symbols=[pyzbar.ZBarSymbol.QRCODE])}


def scanned(pdf: bytes, page: int = 0, *, seed: int = 1) -> set[str]:
    """Read the codes that both readers find alike after a scan of 150 dpi: askew, blurred, grey, noisy."""
    picture = page_picture(pdf, page, dpi=600)
    pixels = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    middle = (picture.width / 2, picture.height / 2)
    askew = cv2.warpAffine(
        grey, cv2.getRotationMatrix2D(middle, 0.8, 1), grey.shape[::-1], borderValue=(255, 255, 255)
    )
    small = cv2.resize(askew, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    blurred = cv2.GaussianBlur(small, (0, 0), 0.6).astype(np.float64)
    noisy = 25 + blurred * 0.85 + np.random.default_rng(seed).normal(0, 6, blurred.shape)
    scan = np.ascontiguousarray(np.clip(noisy, 0, 255).astype(np.uint8))
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    first = {code.text for code in zxingcpp.read_barcodes(scan, formats=formats)}
    assert first == _zbar_codes(scan)
    return first


def _zbar_codes(scan: NDArray[np.uint8]) -> set[str]:
    """Read with the second reader, also from farther away: very large modules it takes for noise."""
    looks = (
        cv2.resize(scan, None, fx=part, fy=part, interpolation=cv2.INTER_AREA) for part in (1, 0.5, 0.25)
    )
    found = (pyzbar.decode(look, symbols=[pyzbar.ZBarSymbol.QRCODE]) for look in looks)
    return {code.data.decode() for codes in found for code in codes}
