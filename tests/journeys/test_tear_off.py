"""A tear-off, from the register to the roll of a thermal printer, and back to a desk that judges its code."""

from pathlib import Path

import numpy as np
import zxingcpp
from crafts.printing.paper_roll import PaperRoll
from journeys.driver import desk_in
from services.counter import DUTY
from services.people import cast

from counter_app.domain.slip import SlipKind
from counter_app.services.claims import ClaimVerdict
from counter_app.services.print_room import slip_of
from printing.sheet import PaperSize

_MOST_STEPS = 50


def test_what_comes_off_the_roll_is_known_as_genuine(tmp_path: Path) -> None:
    roll = tmp_path / "roll"
    roll.touch()
    (tmp_path / "counter.toml").write_text(
        f'[printers]\nslip = [{{ printer = "device:{roll}" }}]\n', encoding="utf-8"
    )
    with desk_in(tmp_path) as driver:
        driver.show_card(cast().ede)
        driver.choose("1.004194")
        driver.answer_as_in_the_example()
        driver.add("1.010041")
        driver.answer_as_in_the_example()
        first, second = driver.receive_all()
        desk = driver.opened.desk
        printout = desk.slip_prints.print(second.dossier_id, SlipKind.TEAR_OFF, DUTY, PaperSize.A4)
        run = desk.prints.begin(slip_of(printout.pdf))
        assert any(run.step().is_over for _ in range(_MOST_STEPS))
        (paper,) = PaperRoll.of(roll.read_bytes()).pieces
        (code,) = zxingcpp.read_barcodes(np.ascontiguousarray((1 - paper) * 255))
        checked = desk.claims.check(code.text)
    assert (checked.verdict, checked.code, checked.others) == (ClaimVerdict.GENUINE, first.code, 1)
