"""A page as it would be with other corners, quickly and small, while these are still on their way."""

from __future__ import annotations

from counter_app.domain.paper import Page
from counter_app.services.digitise import Digitising
from scanning.frames import Frame, fit
from scanning.page_kind import PageKind
from scanning.quad import Quad

_SEEN_SIDE = 1_200
"""Pixels of the picture's longer side that is cut out of."""
_DRAWN_SIDE = 700
_MM_PER_INCH = 25.4


class PagePreview:
    """Keeps the small picture of the page whose corners were moved last; for one lane."""

    def __init__(self, digitising: Digitising) -> None:
        self._digitising = digitising
        self._seen: tuple[str, Frame, float] | None = None

    def draw(self, page: Page, corners: tuple[tuple[float, float], ...]) -> Frame:
        """Draw the page with these corners, given in pixels of its picture: flat, and not levelled."""
        from scanning.clean import clean  # noqa: PLC0415 - see Digitising.make_ready
        from scanning.page_view import Placing, draw_sheet  # noqa: PLC0415 - the same
        from scanning.straighten import FlatSheet  # noqa: PLC0415 - the same

        small, scale = self._small(page)
        shape = FlatSheet.at(Quad(*((x * scale, y * scale) for x, y in corners)), small)
        dpi = max(1, round(_DRAWN_SIDE / max(shape.size_mm) * _MM_PER_INCH))
        straight = draw_sheet(small, shape, Placing(page.turns), dpi=dpi)
        is_photo = page.kind == PageKind.PHOTO
        return straight if is_photo else clean(straight, PageKind.COLOUR)

    def forget(self) -> None:
        """Keep no picture any more: its citizen has gone."""
        self._seen = None

    def _small(self, page: Page) -> tuple[Frame, float]:
        if self._seen is None or self._seen[0] != page.picture:
            picture = self._digitising.picture(page)
            small = fit(picture, _SEEN_SIDE)
            self._seen = page.picture, small, small.width / picture.width
        return self._seen[1:]
