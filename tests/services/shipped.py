"""What the program ships, read, checked and tried once for all tests of a process."""

from functools import cache
from pathlib import Path

from services.people import RESOURCES

from counter_app.bootstrap.definitions import Definitions, read_definitions


def given_to(folder: Path) -> Definitions | None:
    """Give what every desk ships with; None to a desk with amounts of its own, which has to read them."""
    return None if (folder / "office_fees").exists() else _shipped()


@cache
def _shipped() -> Definitions:
    return read_definitions(RESOURCES)
