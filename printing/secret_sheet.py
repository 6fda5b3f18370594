"""A secret handed out once on paper: a first password, a card of codes, the code that recovers a desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from printing.fonts import SERIF_BOLD, Fonts
from printing.leaders import LabelledLine
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import Block, Gap
from printing.sheet import Marks, PaperSize
from printing.slip import Slip, SlipHead, draw_slip
from printing.texts import CentredLines, CentredText

_ACROSS = 4
_LARGE = 22.0
_COLUMNS = tuple(
    TableColumn(heading, share, centred=True) for heading, share in (("Số", 7), ("Mã", 18)) * _ACROSS
)


@dataclass(frozen=True, slots=True)
class SecretSheetWords:
    """Every word of the sheet, final; ``secret`` stands alone, ``codes`` in numbered columns."""

    head: SlipHead
    title: tuple[str, ...]
    whose: str
    made_at: str
    secret: str
    codes: tuple[str, ...]
    notes: tuple[str, ...]


def draw_secret_sheet(
    words: SecretSheetWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw the sheet as PDF/A-2b."""
    slip = Slip(words.title, words.head, _body(words), Gap(6), words.notes)
    return draw_slip(slip, size=size, fonts=fonts, marks=marks, created_at=created_at)


def _body(words: SecretSheetWords) -> tuple[Block, ...]:
    head = (LabelledLine("Cấp cho:", words.whose), LabelledLine("Lúc:", words.made_at), Gap(8))
    if words.codes:
        return (*head, PaperTable(_COLUMNS, _rows(words.codes)))
    return (*head, CentredLines((CentredText(words.secret, SERIF_BOLD, _LARGE),)))


def _rows(codes: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Lay numbered codes downwards, in as many columns as there are across."""
    high = -(-len(codes) // _ACROSS)
    cells = [(str(at), code) for at, code in enumerate(codes, start=1)]
    cells += [("", "")] * (high * _ACROSS - len(cells))
    return tuple(
        tuple(part for column in range(_ACROSS) for part in cells[column * high + row]) for row in range(high)
    )
