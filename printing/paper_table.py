"""A ruled, numbered table that runs on over pages."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from printing.fonts import SERIF, SERIF_BOLD
from printing.pieces import Column, Piece, Run
from printing.wrapping import text_width, wrap

_PADDING = 0.24
_RULE = 0.5
_LONGEST_ROW = 12


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its heading, its share of the width, and whether its cells are centred."""

    heading: str
    share: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class PaperTable:
    """Rule a table whose head is repeated on each page.

    A row longer than twelve lines goes on in a row of its own, so that any page can hold it.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]

    def laid(self, column: Column) -> Run:
        """Come apart into one strip a row."""
        headings = tuple(each.heading for each in self.columns)
        head = self._row(self._wrapped(headings, column, SERIF_BOLD), column, head=True)
        pieces = [piece for row in self.rows for piece in self._row_pieces(row, column)]
        return Run(tuple(pieces), head=head)

    def _widths(self, column: Column) -> list[float]:
        whole = sum(each.share for each in self.columns)
        return [column.width * each.share / whole for each in self.columns]

    def _wrapped(self, texts: tuple[str, ...], column: Column, face: str) -> list[list[str]]:
        size, pad = column.type.head, _padding(column)
        return [
            wrap(text, face, size, width=width - 2 * pad)
            for text, width in zip(texts, self._widths(column), strict=True)
        ]

    def _row_pieces(self, row: tuple[str, ...], column: Column) -> list[Piece]:
        cells = self._wrapped(row, column, SERIF)
        longest = max(len(lines) for lines in cells)
        return [
            self._row([lines[start : start + _LONGEST_ROW] for lines in cells], column)
            for start in range(0, longest, _LONGEST_ROW)
        ]

    def _row(self, cells: list[list[str]], column: Column, *, head: bool = False) -> Piece:
        size, face = column.type.head, SERIF_BOLD if head else SERIF
        leading, pad = column.type.leading(size), _padding(column)
        height = max(len(lines) for lines in cells) * leading + 2 * pad
        widths = self._widths(column)

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.setLineWidth(_RULE)
            for width, lines, each in zip(widths, cells, self.columns, strict=True):
                canvas.rect(x, top - height, width, height)
                canvas.setFont(face, size)
                centred = head or each.centred
                baseline = top - pad - size * 0.92
                if head:
                    baseline -= (height - 2 * pad - len(lines) * leading) / 2
                for line in lines:
                    shift = (width - text_width(line, face, size)) / 2 if centred else pad
                    canvas.drawString(x + shift, baseline, line)
                    baseline -= leading
                x += width

        return Piece(height, draw)


def _padding(column: Column) -> float:
    return column.type.head * _PADDING
