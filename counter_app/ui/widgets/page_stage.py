"""The middle of the papers' screen: the live camera, or one page as taken and as it will be kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.paper import Corners
from counter_app.ui.widgets.page_kept import PageKept
from counter_app.ui.widgets.page_picture import PagePicture
from counter_app.ui.widgets.page_quality import PageQuality
from counter_app.ui.widgets.page_remark import PageRemarkLine
from counter_app.ui.widgets.page_spots import spot_on
from counter_app.ui.widgets.page_values import Doubt, PageShown, Spot
from counter_app.ui.widgets.page_view import PageView
from counter_app.ui.widgets.parts import GRID, Button, button, label

_LETTERS_FOR_BOTH = 110
"""From this width on both sides of a page have room beside each other."""


class PageStage(QWidget):
    """Shows one thing at a time; where there is room, a page's two sides beside each other."""

    corners_moved = Signal(object)
    """Carries the Corners."""
    corners_dragged = Signal(object)
    """Carries the Corners while they are on their way."""
    retake_asked = Signal()
    removal_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page_stage")
        self._has_page = False
        self._shown: PageShown | None = None
        self._doubts: tuple[Doubt, ...] = ()
        self._camera_words = ""
        self.view, self.clean, self._live = PageView(), PagePicture(), PagePicture()
        for part, name in (
            (self.view, "page_view"),
            (self.clean, "clean_page"),
            (self._live, "live_picture"),
        ):
            part.setObjectName(name)
        self.view.corners_moved.connect(self.corners_moved)
        self.view.corners_dragged.connect(self.corners_dragged)
        self.view.corners_left.connect(self._show_clean)
        self.kept, self.remark = PageKept(), PageRemarkLine()
        self.quality = PageQuality()
        self.quality.retake_asked.connect(self.retake_asked)
        self.quality.pointed_at.connect(self._on_pointed_at)
        self._title = label(look="heading", name="page_title", wraps=True)
        self._as_taken = self._side("as_taken_button")
        self._as_kept = self._side("as_kept_button")
        self._sides = QButtonGroup(self)
        for side in (self._as_taken, self._as_kept):
            self._sides.addButton(side)
        self._as_taken.setChecked(True)
        self._sides.buttonToggled.connect(self._arrange)
        self._remove = button("", "quiet", "trash-2", name="remove_page_button")
        self._remove.clicked.connect(self.removal_asked)
        self._lay_out()
        self._retranslate()
        self._arrange()

    @property
    def has_page(self) -> bool:
        """Whether a page is shown, not the camera."""
        return self._has_page

    @property
    def sees(self) -> bool:
        """Whether the camera has given a picture."""
        return not self._live.image.isNull()

    @property
    def room(self) -> QSize:
        """How large a picture of a page is drawn at the most, in pixels of the screen."""
        across = (self.width() - GRID) // 2 if self._shows_both else self.width()
        return QSize(across, self._pictures.geometry().height()) * self.devicePixelRatioF()

    @property
    def corners(self) -> Corners:
        """Where the corners of the page that is shown lie."""
        return self.view.corners

    def set_title(self, words: str) -> None:
        """Say which paper and page this is."""
        self._title.setText(words)

    def show_frame(self, image: QImage) -> None:
        """Keep the camera's newest picture in sight, unless a page is being looked at."""
        self._live.show_image(image)

    def show_camera_words(self, words: str) -> None:
        """Say why there is no live picture."""
        self._camera_words = words
        self._live.show_words(words or self.tr("Waiting for the camera …"))

    def show_page(self, shown: PageShown) -> None:
        """Show a page and what was found wanting in it."""
        self._has_page, self._shown, self._doubts = True, shown, ()
        self.view.show_page(shown.taken, shown.corners, shown.fitted[0])
        self._show_clean()
        self.quality.show_judgement(shown.complaints, has_places=bool(shown.spots))
        self.kept.show_kind(shown.kind, chosen=shown.kind_chosen)
        self._arrange()

    def show_doubts(self, doubts: tuple[Doubt, ...]) -> None:
        """Let the light of the page that is shown say what its own words give reason to say, too."""
        if self._shown and doubts != self._doubts:
            self._doubts = doubts
            has_places = any(doubt.box for doubt in doubts)
            self.quality.show_doubted(tuple(doubt.complaint for doubt in doubts), has_places=has_places)

    def show_preview(self, image: QImage) -> None:
        """Show what the page would be with the corners as they lie on their way."""
        if self.clean.isVisible():
            self.clean.show_image(image)
        else:
            self.view.show_result(image)

    def show_live(self) -> None:
        """Go back to the camera."""
        self._has_page, self._shown, self._doubts = False, None, ()
        self.kept.show_kind("", chosen=False)
        self.view.clear()
        self.clean.clear()
        self.quality.clear()
        self._arrange()

    def clear(self) -> None:
        """Forget every picture."""
        self.show_live()
        self.set_title("")
        self._as_taken.setChecked(True)
        self.show_camera_words("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both sides where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _side(self, name: str) -> Button:
        made = button("", "quiet", name=name)
        made.setCheckable(True)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID // 2)
        head.addWidget(self._title, stretch=1)
        for part in (self._as_taken, self._as_kept, self._remove):
            head.addWidget(part)
        self._pictures = pictures = QHBoxLayout()
        pictures.setSpacing(GRID)
        for picture in (self._live, self.view, self.clean):
            pictures.addWidget(picture, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(pictures, stretch=1)
        for line in (self.kept, self.quality, self.remark):
            column.addWidget(line)

    @property
    def _shows_both(self) -> bool:
        return self.width() >= self.fontMetrics().averageCharWidth() * _LETTERS_FOR_BOTH

    def _arrange(self) -> None:
        both = self._shows_both
        self._live.setVisible(not self._has_page)
        self.view.setVisible(self._has_page and (both or self._as_taken.isChecked()))
        self.clean.setVisible(self._has_page and (both or self._as_kept.isChecked()))
        for side in (self._as_taken, self._as_kept):
            side.setVisible(self._has_page and not both)
        self._remove.setVisible(self._has_page)

    def _show_clean(self) -> None:
        """Show the page as it is kept now."""
        if self._shown:
            self.clean.show_image(self._shown.clean, self._shown.fitted[1])
            self.view.show_result(QImage())

    def _spots(self, shown: PageShown) -> tuple[Spot, ...]:
        page = (shown.clean.width(), shown.clean.height())
        written = (
            spot_on(doubt.box, doubt.complaint.value, page=page, lies=shown.lies)
            for doubt in self._doubts
            if doubt.box
        )
        return (*shown.spots, *written)

    def _on_pointed_at(self, is_pointed_at: bool) -> None:  # noqa: FBT001 - a signal carries it
        spots = self._spots(self._shown) if self._shown and is_pointed_at else ()
        self.view.point_out(tuple(spot.taken for spot in spots))
        self.clean.point_out(tuple(spot.clean for spot in spots))

    def _retranslate(self) -> None:
        self._as_taken.setText(self.tr("As ta&ken"))
        self._as_kept.setText(self.tr("As &kept"))
        self._remove.setText(self.tr("&Remove page"))
        self.clean.setAccessibleName(self.tr("Page as it will be kept"))
        self._live.setAccessibleName(self.tr("Picture of the camera"))
        if not self.sees:
            self.show_camera_words(self._camera_words)
