"""Other sheets in the picture of a page: found behind the screen, and made pages of their own on demand."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.domain.paper import Corners, Page
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Sheet
from counter_app.services.lately import Lately
from counter_app.services.page_edits import pages_of, with_page
from scanning.quad import Quad

_MOST_PICTURES = 64


class OtherSheets:
    """Looks for sheets that a picture shows besides those that are pages already; not for the GUI thread."""

    def __init__(self, digitising: Digitising) -> None:
        self._digitising = digitising
        self._found = Lately[tuple[str, frozenset[Corners]], tuple[Corners, ...]](_MOST_PICTURES)

    def beside(self, pages: Sequence[Page]) -> tuple[Corners, ...]:
        """Give the corners of what lies beside all the pages of one picture, each a sheet.

        Where a page takes in the whole picture, as from a scanner, there is nothing beside it.
        """
        known = pages[0].picture, frozenset(page.corners for page in pages)
        found = self._found.recall(known)
        if found is None:
            found = self._look(pages)
            self._found.remember(known, found)
        return found

    def as_pages(self, page: Page, found: Sequence[Corners]) -> tuple[Page, ...]:
        """Make pages of sheets that lie beside a page."""
        return tuple(self._digitising.take_beside(page, corners) for corners in found)

    def forget(self) -> None:
        """Remember no picture any more: its citizen has gone."""
        self._found.forget()

    def _look(self, pages: Sequence[Page]) -> tuple[Corners, ...]:
        from scanning.page import sheets_beside, whole  # noqa: PLC0415 - see Digitising.make_ready

        if not all(page.corners for page in pages):
            return ()
        frame = self._digitising.picture(pages[0])
        quads = [Quad(*page.corners) for page in pages]
        if whole(frame) in quads:
            return ()
        return tuple(quad.corners for quad in sheets_beside(frame, quads))


def with_pages_after(sheet: Sheet, slot: str, page: Page, new: Sequence[Page]) -> Sheet:
    """Add pages right behind another one, or at the end where that is gone; each picture's part once."""
    present = pages_of(sheet, slot)
    at = present.index(page) + 1 if page in present else len(present)
    for place, each in enumerate(one for one in new if one not in present):
        sheet = with_page(sheet, slot, each, at=at + place)
    return sheet
