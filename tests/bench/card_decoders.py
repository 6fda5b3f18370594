"""Every reader of codes under one signature: ours, and each engine as a program would use it by itself."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from time import process_time

import zxingcpp
from pyzbar import pyzbar

from scanning.engines import zbar_binary
from scanning.frames import Frame
from scanning.payload import Payload
from scanning.qr import CodeReader, read_codes

_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
_ALPHABETS = ("utf-8", "shift_jis", "latin-1")


@dataclass(frozen=True, slots=True)
class Said:
    """Hold one text a reader gave, and the middle of its code in pixels."""

    text: str
    middle: tuple[float, float]


Decoder = Callable[[Frame], tuple[Said, ...]]


class Single:
    """Reads each frame by itself, as the program does, within a budget counted in processor time."""

    def __init__(self, budget_ms: float) -> None:
        self._budget_ms = budget_ms

    def __call__(self, frame: Frame) -> tuple[Said, ...]:
        """Read a frame."""
        return _of_payloads(read_codes(frame, budget_ms=self._budget_ms, clock=process_time))


class Following:
    """Reads the frames of one film with one reader that follows the card."""

    def __init__(self, budget_ms: float) -> None:
        self._reader = CodeReader(clock=process_time)
        self._budget_ms = budget_ms

    def __call__(self, frame: Frame) -> tuple[Said, ...]:
        """Read the next frame."""
        return _of_payloads(self._reader.look(frame, budget_ms=self._budget_ms).payloads)


def pyzbar_stock(frame: Frame) -> tuple[Said, ...]:
    """Read with pyzbar as it comes."""
    found = pyzbar.decode(frame.gray(), symbols=[pyzbar.ZBarSymbol.QRCODE])
    return tuple(
        Said(
            comparable(code.data.decode("utf-8", "replace")),
            (code.rect.left + code.rect.width / 2, code.rect.top + code.rect.height / 2),
        )
        for code in found
    )


def pyzbar_binary(frame: Frame) -> tuple[Said, ...]:
    """Read with pyzbar's library asked for exact bytes."""
    return _of_payloads(zbar_binary(frame.gray()))


def zxing_stock(frame: Frame) -> tuple[Said, ...]:
    """Read with zxing-cpp as it comes, told that codes are QR codes."""
    found = zxingcpp.read_barcodes(frame.gray(), formats=_QR, text_mode=zxingcpp.TextMode.Plain)
    return tuple(
        Said(
            comparable(code.text),
            (
                (code.position.top_left.x + code.position.bottom_right.x) / 2,
                (code.position.top_left.y + code.position.bottom_right.y) / 2,
            ),
        )
        for code in found
    )


OURS = "ours"
ENGINES: dict[str, Decoder] = {
    "pyzbar": pyzbar_stock,
    "zbar, exact": pyzbar_binary,
    "zxing-cpp": zxing_stock,
}


def decoders(budget_ms: float) -> dict[str, Decoder]:
    """Give all readers by name, ours first and with so much time for a frame."""
    return {OURS: Single(budget_ms), **ENGINES}


def comparable(text: str) -> str:
    """Bring a text to the form in which a truth and a reading are compared: NFC, plain line ends, no tail."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").rstrip("\n\0")


def _of_payloads(payloads: tuple[Payload, ...]) -> tuple[Said, ...]:
    return tuple(
        Said(
            comparable(_text(payload.raw)),
            (sum(x for x, _ in payload.corners) / 4, sum(y for _, y in payload.corners) / 4),
        )
        for payload in payloads
    )


def _text(raw: bytes) -> str:
    """Read bytes as sets of other makers hold them; the last alphabet takes any byte."""
    for alphabet in _ALPHABETS:
        try:
            return raw.decode(alphabet)
        except UnicodeDecodeError:
            continue
    return ""
