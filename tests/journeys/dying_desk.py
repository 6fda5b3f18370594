"""A visit whose program is killed at the named step: ``python dying_desk.py FOLDER STEP``."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from journeys.driver import DeskDriver, desk_in
from services.people import cast

from counter_app.store.work import DeskWork


def visit(desk: DeskDriver, last: str) -> None:
    """Serve as far as the last step, then die without a word."""
    steps: dict[str, Callable[[], object]] = {
        "identified": lambda: desk.show_card(cast().ede),
        "started": lambda: desk.choose("1.004194"),
        "answered": desk.answer_as_in_the_example,
        "page": lambda: desk.add_page("ownership"),
        "received": desk.receive,
        "printed": desk.print,
        "half_reopened": lambda: reopen(desk, dies_on_the_way=last == "half_reopened"),
        "reopened": lambda: reopen(desk),
    }
    for name, take in steps.items():
        take()
        if name == last:
            die()


def reopen(desk: DeskDriver, *, dies_on_the_way: bool = False) -> None:
    """Take the reception back, or die with all of it written and nothing committed."""
    if dies_on_the_way:
        DeskWork.commit = die  # type: ignore[assignment,method-assign]
    elif desk.drafts():
        return
    assert desk.dossier is not None
    sign = desk.opened.desk.duty_book.now().official.sign
    desk.opened.desk.voiding.reopen(desk.dossier.dossier_id, sign)


def die(*_: object) -> None:
    """End the program without a word."""
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    with desk_in(Path(sys.argv[1])) as driver:
        visit(driver, sys.argv[2])
