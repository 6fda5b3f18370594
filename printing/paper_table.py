"""A ruled, numbered table that runs on over pages."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from printing.fonts import SERIF, SERIF_BOLD
from printing.pieces import Column, Piece, Run
from printing.wrapping import text_width, wrap, wrap_evenly

_PADDING = 0.24
_RULE = 0.5
_LONGEST_ROW = 12
_SIZES = (1, 0.92, 0.84, 0.76, 0.68)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its heading, its share of the width, and whether its cells are centred or flush right."""

    heading: str
    share: float
    centred: bool = False
    flush_right: bool = False


@dataclass(frozen=True, slots=True)
class PaperTable:
    """Rule a table whose head is repeated on each page.

    A column is never narrower than its longest word, as far as there is room: where there is none the
    type gets smaller, down to two thirds. A row longer than twelve lines goes on in a row of its own,
    so that any page can hold it. An empty cell has room for `blank_lines` lines of handwriting; a line
    break in a cell breaks its line. `scale` is that of its type to
    the heads' of the paper.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    blank_lines: int = 1
    scale: float = 1

    def laid(self, column: Column) -> Run:
        """Come apart into one strip a row."""
        grid = self._grid(column)
        headings = tuple(each.heading for each in self.columns)
        head = self._row(grid.wrapped(headings, SERIF_BOLD, evenly=True), grid, head=True)
        pieces = [piece for row in self.rows for piece in self._row_pieces(row, grid)]
        return Run(tuple(pieces), head=head)

    def _grid(self, column: Column) -> _Grid:
        """Choose the largest type in which every word fits into its column, and the columns' widths."""
        whole = sum(each.share for each in self.columns)
        shares = [column.width * each.share / whole for each in self.columns]
        for smaller in _SIZES:
            size = column.type.head * self.scale * smaller
            words = [self._longest_word(at, size) for at in range(len(self.columns))]
            if sum(words) <= column.width:
                return _Grid(_widened(shares, words), size, column.type.leading(size))
        return _Grid(shares, size, column.type.leading(size))

    def _longest_word(self, at: int, size: float) -> float:
        heading = max(text_width(word, SERIF_BOLD, size) for word in self.columns[at].heading.split(" "))
        cells = [text_width(word, SERIF, size) for row in self.rows for word in _words(row[at])]
        return max([heading, *cells]) + 2 * size * _PADDING + 0.1

    def _row_pieces(self, row: tuple[str, ...], grid: _Grid) -> list[Piece]:
        blank = [""] * self.blank_lines
        cells = [lines if any(lines) else blank for lines in grid.wrapped(row, SERIF)]
        longest = max(len(lines) for lines in cells)
        return [
            self._row([lines[start : start + _LONGEST_ROW] for lines in cells], grid)
            for start in range(0, longest, _LONGEST_ROW)
        ]

    def _row(self, cells: list[list[str]], grid: _Grid, *, head: bool = False) -> Piece:
        face, pad = SERIF_BOLD if head else SERIF, grid.padding
        height = max(len(lines) for lines in cells) * grid.leading + 2 * pad

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.setLineWidth(_RULE)
            for width, lines, each in zip(grid.widths, cells, self.columns, strict=True):
                canvas.rect(x, top - height, width, height)
                canvas.setFont(face, grid.size)
                centred = head or each.centred
                baseline = top - pad - grid.size * 0.92
                if head:
                    baseline -= (height - 2 * pad - len(lines) * grid.leading) / 2
                for line in lines:
                    white = width - text_width(line, face, grid.size)
                    shift = white / 2 if centred else white - pad if each.flush_right else pad
                    canvas.drawString(x + shift, baseline, line)
                    baseline -= grid.leading
                x += width

        return Piece(height, draw)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The widths of a table's columns, and the size and leading of its type, all in points."""

    widths: list[float]
    size: float
    leading: float

    @property
    def padding(self) -> float:
        return self.size * _PADDING

    def wrapped(self, texts: tuple[str, ...], face: str, *, evenly: bool = False) -> list[list[str]]:
        wrapping = wrap_evenly if evenly else wrap
        return [
            [
                line
                for part in text.split("\n")
                for line in wrapping(part, face, self.size, width=width - 2 * self.padding)
            ]
            for text, width in zip(texts, self.widths, strict=True)
        ]


def _words(text: str) -> list[str]:
    """Take a text apart where it may be broken; a non-breaking space is no such place."""
    return text.replace("\n", " ").split(" ")


def _widened(shares: list[float], words: list[float]) -> list[float]:
    """Give each column its share, and where a word needs more, take it from those with room to spare."""
    widths = [max(share, word) for share, word in zip(shares, words, strict=True)]
    spare = [width - word for width, word in zip(widths, words, strict=True)]
    over = (sum(widths) - sum(shares)) / (sum(spare) or 1)
    return [width - over * each for width, each in zip(widths, spare, strict=True)]
