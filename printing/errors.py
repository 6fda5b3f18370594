"""What can go wrong on the way to a paper."""

from pathlib import Path


class PrintingError(Exception):
    """A paper could not be drawn."""


class MissingFont(PrintingError):  # noqa: N818  named after what happened, as all errors of the house
    """A font file that papers are set in is not there, or is no font.

    Attributes: path, the file that was expected.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class CodeTooLong(PrintingError):  # noqa: N818  the same
    """A text does not fit into a QR code. Attributes: length, in bytes of UTF-8."""

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length


class TooWideForSlip(PrintingError):  # noqa: N818  the same
    """A page is wider than an 80 mm printer's roll. Attributes: dots, its width in the printer's dots."""

    def __init__(self, dots: int) -> None:
        super().__init__(dots)
        self.dots = dots


class UnreadablePdf(PrintingError):  # noqa: N818  the same
    """Bytes that should be a PDF cannot be opened, or have no such page."""
