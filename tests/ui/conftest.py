"""A window without a screen, in the fonts, icons and style sheet that the program ships."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.ui.icons import take_icons_from
from counter_app.ui.style import dress, load_fonts, take_style_from
from counter_app.ui.tokens import Look

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Dress the one application as the program does."""
    load_fonts(RESOURCES / "fonts")
    take_icons_from(RESOURCES / "icons")
    take_style_from(RESOURCES / "style")
    dress(qapp, Look.LIGHT, 100)
    return qapp


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass what the platform without a screen says of every window that is shown."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))
