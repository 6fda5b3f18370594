"""Makes up what cards say, over every Vietnamese letter and every length a card's text can have."""

import itertools
import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import segno

from scanning.frames import Frame

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_TONED = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES)
_SMALL = _TONED + "bcdđghklmnpqrstvxfjwz"
LETTERS = _SMALL + _SMALL.upper()
"""Every letter of Vietnamese and the four it borrows, small and large."""

_NAMES = (
    "Nguyễn Thị Thùy Hương",
    "ĐỖ ĐỨC ĐẠT",
    "Tươi",
    "H'Rưm Niê Kdăm",
    "Y Bhăm Êban",
    "Nguyễn Lê Hoàng Trần Phương Thảo Nguyên Khánh Huyền Trân Công Tằng Tôn Nữ Thị",
    "Trần-Lê O’Đạt",
    "Kpă Y Čưm Ñĭ Ŏh",
)
_HOMES = (
    "",
    "Xã Ỷ Tý, Bát Xát, Lào Cai",
    "Số 12/4/7 Bis, ngõ 8, Tổ 3, Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh",
    "Buôn Ea H'leo, Xã Ea H'leo, Đắk Lắk",
    "Thôn 3 (khu tái định cư), Xã Mẫu, Bà Rịa - Vũng Tàu",
)
_BIRTHS = ("15031999", "29022000", "1943", "00001949", "00031951")
_ENDS = ("", "||||", "|Nguyễn Văn Mẫu|Trần Thị Mẫu||000099000001")
_LONGEST_HOME = 260
_LETTERS_A_NAME = 4


@dataclass(frozen=True, slots=True)
class MadeUp:
    """What a card says, in NFC, and the bytes in its code, whose letters may stand taken apart (NFD)."""

    text: str
    raw: bytes
    error: str
    eci: bool

    def frame(self, scale: int = 3) -> Frame:
        """Draw the code, ``scale`` pixels a module."""
        text = self.raw.decode()
        code = (
            segno.make(text, error=self.error, boost_error=False, micro=False, encoding="utf-8", eci=True)
            if self.eci
            else segno.make(self.raw, error=self.error, boost_error=False, micro=False)
        )
        dark = np.array([list(row) for row in code.matrix_iter(scale=scale, border=4)], np.uint8)
        return Frame(np.repeat(((1 - dark) * 255)[:, :, None], 3, axis=2))


def made_up(count: int, seed: int = 1) -> Iterator[MadeUp]:
    """Make up so many cards, the same ones again for the same seed."""
    draw, letters = random.Random(seed), itertools.cycle(LETTERS)  # noqa: S311 - invented people, no secret
    for number in range(count):
        spelt = "".join(itertools.islice(letters, _LETTERS_A_NAME))
        text = (
            "|".join(
                (
                    f"000{draw.randrange(10**9):09}",
                    ("", "012345678", "", "000199000025")[number % 4],
                    f"{_NAMES[number % len(_NAMES)]} {spelt}",
                    _BIRTHS[number % len(_BIRTHS)],
                    ("Nam", "Nữ")[number % 2],
                    _home(number, draw),
                    "22082024" if number % 7 else "",
                )
            )
            + _ENDS[number % len(_ENDS)]
        )
        drawn = unicodedata.normalize("NFD" if number % 5 == 4 else "NFC", text)
        yield MadeUp(text, drawn.encode(), error="LMQ"[number % 3], eci=number % 4 == 3)


def _home(number: int, draw: random.Random) -> str:
    """Give a residence of any length up to far more than a card has room for."""
    home = _HOMES[number % len(_HOMES)]
    more = "".join(draw.choices(LETTERS + "0123456789 ,./-'", k=number * 37 % _LONGEST_HOME))
    return unicodedata.normalize("NFC", f"{home} {more}".strip())
