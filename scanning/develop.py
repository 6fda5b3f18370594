"""From a photograph to a page: found, straightened, turned upright, levelled and cleaned."""

from dataclasses import dataclass, field
from time import perf_counter

from scanning.clean import clean
from scanning.frames import Frame
from scanning.orientation import upright_turns
from scanning.page import find_page, whole
from scanning.page_kind import PageKind, kind_of
from scanning.page_lie import Look, lie_of, shapes_of
from scanning.page_view import draw_sheet
from scanning.quad import Quad
from scanning.straighten import FlatSheet

STEPS = ("find", "straighten", "orient", "deskew", "clean")


@dataclass(frozen=True, slots=True, eq=False)
class DevelopedPage:
    """Hold what a photograph of a sheet became.

    ``straight`` is upright and flat but as photographed, ``clean`` made of it; ``quad`` the sheet's corners
    in the photograph, of the whole of it unless ``found``; ``turns`` quarter turns clockwise and ``skew``
    degrees that were taken out; ``steps`` the milliseconds each step took.
    """

    straight: Frame
    clean: Frame
    quad: Quad
    found: bool
    turns: int
    skew: float
    kind: PageKind
    steps: tuple[tuple[str, float], ...]

    @property
    def sheet(self) -> Quad | None:
        """Where the sheet lies in the photograph, from its own top left on; None where none was found."""
        return self.quad.upright(self.turns) if self.found else None


def develop(
    frame: Frame,
    quad: Quad | None = None,
    *,
    turns: int | None = None,
    kind: PageKind | None = None,
    dpi: int = 200,
) -> DevelopedPage:
    """Make a page of the sheet in a picture, or of the whole picture where none is found.

    What the official decided is kept: the corners ``quad``, the quarter ``turns``, the ``kind``; corners of
    the whole picture say that it is nothing but the sheet, as scanners see it.
    """
    watch = _Watch()
    everything = whole(frame)
    sheet = find_page(frame) if quad is None else None if quad == everything else quad
    watch.lap("find")
    shapes = shapes_of(frame, sheet) if sheet else (FlatSheet.at(everything, frame),)
    look = Look.at(frame, shapes[0])
    watch.lap("straighten")
    upright = upright_turns(look.page) if turns is None else turns % 4
    watch.lap("orient")
    lie = lie_of(frame, shapes, look, upright)
    watch.lap("deskew")
    straight = draw_sheet(frame, lie.shape, lie.placing, dpi=dpi)
    watch.lap("straighten")
    chosen = kind or kind_of(straight)
    cleaned = clean(straight, chosen)
    watch.lap("clean")
    corners, angle = sheet or everything, lie.placing.skew
    return DevelopedPage(straight, cleaned, corners, sheet is not None, upright, angle, chosen, watch.steps)


@dataclass(slots=True)
class _Watch:
    """Add up how long each step takes."""

    since: float = field(default_factory=perf_counter)
    spent: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STEPS, 0.0))

    def lap(self, step: str) -> None:
        now = perf_counter()
        self.spent[step] += (now - self.since) * 1000
        self.since = now

    @property
    def steps(self) -> tuple[tuple[str, float], ...]:
        return tuple(self.spent.items())
