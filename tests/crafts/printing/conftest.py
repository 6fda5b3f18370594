"""What the tests of the printing craft share."""

import pytest
from crafts.printing.paper_reading import FONTS_FOLDER

from printing.fonts import Fonts


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    fonts = Fonts(FONTS_FOLDER)
    fonts.load()
    return fonts
