"""A visit whose program is killed at the named step: ``python dying_desk.py FOLDER STEP``."""

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from journeys.driver import DeskDriver, desk_in
from services.people import cast


def visit(desk: DeskDriver, last: str) -> None:
    """Serve as far as the last step, then die without a word."""
    steps = {
        "identified": lambda: desk.show_card(cast().ede),
        "started": lambda: desk.choose("1.004194"),
        "answered": desk.answer_as_in_the_example,
        "page": lambda: desk.add_page("ownership"),
        "received": desk.receive,
        "printed": desk.print,
    }
    for name, take in steps.items():
        take()
        if name == last:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    with desk_in(Path(sys.argv[1])) as driver:
        visit(driver, sys.argv[2])
