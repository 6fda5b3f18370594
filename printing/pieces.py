"""What a paper is laid from: blocks, which come apart into strips that are never cut."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas, float, float], None]
"""Draws on the canvas at x and top, in points from the page's lower left corner."""


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes of type on a paper, in points, and the line height as a multiple of the size."""

    body: float
    head: float
    title: float
    small: float
    line: float = 1.18

    def leading(self, size: float) -> float:
        """Return the distance between two baselines, in points."""
        return size * self.line


@dataclass(frozen=True, slots=True)
class Column:
    """The room a block is laid into: its width in points and the type to set it in."""

    width: float
    type: TypeScale


@dataclass(frozen=True, slots=True)
class Piece:
    """A strip of a page that is never cut: its height in points and how to draw it."""

    height: float
    draw: Draw


@dataclass(frozen=True, slots=True)
class Run:
    """A block come apart: its strips from top to bottom.

    `head` is drawn again on each page that the strips run on to; strips laid `together` move to
    the next page as one, if a page can hold them at all.
    """

    pieces: tuple[Piece, ...]
    head: Piece | None = None
    together: bool = False


class Block(Protocol):
    """A part of a paper that can be laid into a column."""

    def laid(self, column: Column) -> Run:
        """Come apart into strips as wide as the column."""
        ...


@dataclass(frozen=True, slots=True)
class Gap:
    """Leave white space, in points."""

    height: float

    def laid(self, column: Column) -> Run:  # noqa: ARG002  a gap is as high in any column
        """Come apart into one empty strip."""
        return Run((Piece(self.height, lambda _canvas, _x, _top: None),))


@dataclass(frozen=True, slots=True)
class Group:
    """Keep several blocks on one page."""

    blocks: tuple[Block, ...]

    def laid(self, column: Column) -> Run:
        """Come apart into the strips of all blocks, to be laid together."""
        pieces = [piece for block in self.blocks for piece in block.laid(column).pieces]
        return Run(tuple(pieces), together=True)
