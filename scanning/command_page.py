"""The command ``page``: where the sheet lies in a photograph."""

from collections.abc import Callable
from pathlib import Path

from scanning.develop import develop
from scanning.errors import PictureError
from scanning.frames import read_picture
from scanning.page_report import Refused, SheetPlace, as_line


def tell_page(photo: Path, *, say: Callable[[str], None]) -> int:
    """Say in one line of JSON where the sheet lies; 0 when the photograph could be read, else 1."""
    try:
        frame = read_picture(photo)
    except PictureError as error:
        say(as_line(Refused(photo, error.cause).as_json()))
        return 1
    say(as_line(SheetPlace.of(photo, develop(frame)).as_json()))
    return 0
