"""What a page mostly is, which decides how it is cleaned and stored."""

from enum import StrEnum


class PageKind(StrEnum):
    """Name one way to clean and store a page."""

    TEXT = "text"
    COLOUR = "colour"
    PHOTO = "photo"
