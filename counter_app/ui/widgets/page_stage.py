"""The middle of the papers' screen: the live camera, or one page as taken and as it will be kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.ui.widgets.page_picture import PagePicture
from counter_app.ui.widgets.page_quality import PageQuality
from counter_app.ui.widgets.page_values import Corners, PageShown
from counter_app.ui.widgets.page_view import PageView
from counter_app.ui.widgets.parts import GRID, Button, button, label

_LETTERS_FOR_BOTH = 110
"""From this width on both sides of a page have room beside each other."""


class PageStage(QWidget):
    """Shows one thing at a time; where there is room, a page's two sides beside each other."""

    corners_moved = Signal(object)
    """Carries the Corners."""
    retake_asked = Signal()
    removal_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page_stage")
        self._has_page = False
        self._camera_words = ""
        self.view, self.clean, self._live = PageView(), PagePicture(), PagePicture()
        for part, name in (
            (self.view, "page_view"),
            (self.clean, "clean_page"),
            (self._live, "live_picture"),
        ):
            part.setObjectName(name)
        self.view.corners_moved.connect(self.corners_moved)
        self.quality = PageQuality()
        self.quality.retake_asked.connect(self.retake_asked)
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
        self._has_page = True
        self.view.show_page(shown.taken, shown.corners)
        self.clean.show_image(shown.clean)
        self.quality.show_judgement(shown.complaints)
        self._arrange()

    def show_live(self) -> None:
        """Go back to the camera."""
        self._has_page = False
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
        pictures = QHBoxLayout()
        pictures.setSpacing(GRID)
        for picture in (self._live, self.view, self.clean):
            pictures.addWidget(picture, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(pictures, stretch=1)
        column.addWidget(self.quality)

    def _arrange(self) -> None:
        both = self.width() >= self.fontMetrics().averageCharWidth() * _LETTERS_FOR_BOTH
        self._live.setVisible(not self._has_page)
        self.view.setVisible(self._has_page and (both or self._as_taken.isChecked()))
        self.clean.setVisible(self._has_page and (both or self._as_kept.isChecked()))
        for side in (self._as_taken, self._as_kept):
            side.setVisible(self._has_page and not both)
        self._remove.setVisible(self._has_page)

    def _retranslate(self) -> None:
        self._as_taken.setText(self.tr("As ta&ken"))
        self._as_kept.setText(self.tr("As &kept"))
        self._remove.setText(self.tr("&Remove page"))
        self.clean.setAccessibleName(self.tr("Page as it will be kept"))
        self._live.setAccessibleName(self.tr("Picture of the camera"))
        if not self.sees:
            self.show_camera_words(self._camera_words)
