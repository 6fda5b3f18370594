"""A life event whose program is killed at the named step: ``python dying_bundle.py FOLDER STEP``."""

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from journeys.driver import DeskDriver, desk_in
from services.people import cast

from counter_app.domain.dossier import Capacity


def visit(desk: DeskDriver, last: str) -> None:
    """Serve as far as the last step, then die without a word."""
    steps = {
        "started": lambda: (desk.show_card(cast().ede), desk.choose("3.000722", Capacity.CHILD)),
        "answered": lambda: (desk.answer_as_in_the_example("3.000722-mother"), desk.read_family()),
        "received": desk.receive_all,
    }
    for name, take in steps.items():
        take()
        if name == last:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    with desk_in(Path(sys.argv[1])) as driver:
        visit(driver, sys.argv[2])
