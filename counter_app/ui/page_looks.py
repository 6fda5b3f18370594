"""What a page looks like in the window, made ready away from the GUI thread."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QTransform

from counter_app.domain.paper import Corners, Page
from counter_app.services.digitise import Digitising
from counter_app.ui.pictures import image_of_frame
from counter_app.ui.widgets.page_corners import corners_turned
from counter_app.ui.widgets.page_spots import spot_on
from counter_app.ui.widgets.page_values import PageRef, PageShown, Spot

_SMOOTH = Qt.TransformationMode.SmoothTransformation


def look_of(digitising: Digitising, page: Page, ref: PageRef, room: QSize) -> PageShown:
    """Give a page as taken and as kept, each also as small as there is ``room`` for it on the screen."""
    taken = image_of_frame(digitising.picture(page))
    size = (taken.width(), taken.height())
    developed = digitising.developed(page)
    if page.turns:
        taken = taken.transformed(QTransform().rotate(90 * page.turns))
    clean = image_of_frame(developed.clean)
    lies = corners_turned(developed.quad.upright(developed.turns).corners, size, page.turns)
    return PageShown(
        slot=ref.slot,
        index=ref.index,
        taken=taken,
        clean=clean,
        corners=corners_turned(page.corners, size, page.turns),
        complaints=page.complaints,
        fitted=(_fitted(taken, room), _fitted(clean, room)),
        kind=developed.kind.value,
        kind_chosen=bool(page.kind),
        spots=tuple(_spots(digitising, page, lies)),
        lies=lies,
    )


def _spots(digitising: Digitising, page: Page, lies: Corners) -> Iterator[Spot]:
    developed = digitising.developed(page)
    for found in digitising.findings(page):
        if found.box is not None:
            clean = (developed.clean.width, developed.clean.height)
            yield spot_on(found.box, found.complaint.value, page=clean, lies=lies)


def _fitted(image: QImage, room: QSize) -> QImage:
    return image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, _SMOOTH)
