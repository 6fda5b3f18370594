"""How a sheet lies in its picture: flat or curled, and what still has to be turned and levelled."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from scanning.deskew import skew
from scanning.flatten import shape_within
from scanning.frames import Frame
from scanning.line_bend import LineRun, run_of_lines
from scanning.page_view import Placing, SheetShape, draw_sheet
from scanning.quad import Quad
from scanning.sheet_outline import Outline, trace_outline
from scanning.straighten import FlatSheet

_FIRST_LOOK = 1170  # px of the longer side; A4 at 100 dpi, enough to tell lines of writing
_ASTRAY = 0.02  # of the sheet's mean side; traced corners farther off belong to something else
_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """Hold a small page, drawn as it lies under the supposition that its sheet has this shape."""

    shape: SheetShape
    page: Frame

    @classmethod
    def at(cls, frame: Frame, shape: SheetShape) -> Self:
        """Draw the small page."""
        dpi = round(_FIRST_LOOK / max(shape.size_mm) * _MM_PER_INCH)
        return cls(shape, draw_sheet(frame, shape, dpi=dpi))

    def laid(self, turns: int) -> "Lie":
        """Level the page after ``turns`` quarter turns clockwise."""
        upright = Frame(np.rot90(self.page.pixels, -turns))
        angle = skew(upright)
        run = run_of_lines(upright, angle)
        return Lie(self.shape, Placing(turns, angle, run.bend if run else None), run)


@dataclass(frozen=True, slots=True, eq=False)
class Lie:
    """Hold the shape of a sheet, how it is laid upright, and how its lines ran before they were levelled."""

    shape: SheetShape
    placing: Placing
    run: LineRun | None

    @property
    def is_bent(self) -> bool:
        """Tell a page whose lines do not fit the supposed shape of the sheet."""
        return self.run is not None and self.run.is_bent

    @property
    def unrest(self) -> float:
        """Give how restlessly the lines ran, 0 without lines."""
        return self.run.unrest if self.run else 0.0


def shapes_of(frame: Frame, quad: Quad) -> tuple[SheetShape, ...]:
    """Give the shapes that a sheet with its corners at ``quad`` may have, the likeliest first."""
    flat = FlatSheet.at(quad, frame)
    outline = trace_outline(frame, quad)
    if _strays(outline, quad):
        return (flat,)
    shape = shape_within(outline, frame)
    return (flat,) if isinstance(shape, FlatSheet) else (shape, flat)


def lie_of(frame: Frame, shapes: tuple[SheetShape, ...], first: Look, turns: int) -> Lie:
    """Tell how a sheet lies: where its writing does not fit the likeliest shape (``first``), that decides."""
    lies = [first.laid(turns)]
    if lies[0].is_bent:
        lies += [Look.at(frame, shape).laid(turns) for shape in shapes[1:]]
    return min(lies, key=lambda lie: lie.unrest)


def _strays(outline: Outline, quad: Quad) -> bool:
    away = np.linalg.norm(outline.quad.array() - quad.array(), axis=1)
    return bool(away.max() > _ASTRAY * np.mean(quad.sides))
