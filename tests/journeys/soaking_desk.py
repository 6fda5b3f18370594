"""A desk that may be killed at any moment: ``python soaking_desk.py FOLDER VISITS``.

It serves until so many dossiers are received and the hub has acknowledged all. What each visit has done it
writes into ``told.txt`` beside the desk's data, synced, as a clerk keeps a list:
``begun ID`` once a draft is on disk, ``received ID CODE`` after the dossier is, before its paper is printed.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from journeys.driver import DeskDriver
from services.people import cast, words

from counter_app.bootstrap.desk import OpenDesk, opened_desk
from counter_app.domain.card_payload import read_card
from counter_app.gateways.specimen.cards import card_of
from counter_app.services.paperwork import write_whole
from counter_app.services.sync import SyncEnd
from printing.sheet import PaperSize

TOLD, RECEIPTS = "told.txt", "receipts"
EXTRACT, RESIDENCE, SLOT = "2.000635", "1.004194", "ownership"
_EVERY_FOURTH = 4
_MOST = 1_000_000
_PAUSE_S = 0.2


def tell(folder: Path, line: str) -> None:
    """Write a line that no power cut takes back."""
    with (folder / TOLD).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
        file.flush()
        os.fsync(file.fileno())


def received_so_far(opened: OpenDesk) -> int:
    """Count the dossiers in the register."""
    with opened.desk.store.work() as work:
        return len(work.register("", None, limit=_MOST))


def visit(opened: OpenDesk, folder: Path, number: int) -> None:
    """Go on with the draft that a killed program left, or begin a visit; then receive it and print."""
    desk = DeskDriver(opened)
    drafting, duty = opened.desk.drafting, opened.desk.duty_book.now()
    left = drafting.waiting(duty.official.sign)
    if left:
        desk.sheet = drafting.resume(left[0].draft_id, duty)
    else:
        card = card_of(cast().ede, words())
        assert card
        desk.visit = opened.desk.identification.begin(read_card(card.payload), duty.official.sign)
        desk.choose(RESIDENCE if number % _EVERY_FOURTH == 0 else EXTRACT)
    assert desk.sheet
    tell(folder, f"begun {desk.sheet.draft.draft_id}")
    desk.answer_as_in_the_example()
    if desk.sheet.procedure.code == RESIDENCE and not desk.sheet.draft.papers:
        desk.add_page(SLOT)
    dossier = desk.receive()
    tell(folder, f"received {dossier.dossier_id} {dossier.code}")
    sign = duty.official.sign
    printed = opened.desk.paperwork.acknowledgement(dossier.dossier_id, sign, PaperSize.A4)
    write_whole(folder / RECEIPTS / f"{dossier.dossier_id}.pdf", printed.pdf)


def serve(folder: Path, visits: int) -> None:
    """Serve visits, sending after each, until all are received and nothing waits."""
    (folder / RECEIPTS).mkdir(exist_ok=True)
    with opened_desk(folder) as opened:
        while (number := received_so_far(opened)) < visits:
            visit(opened, folder, number)
            opened.desk.sync.run()
        while opened.desk.outbox.standing().waiting:
            if opened.desk.sync.run().end is not SyncEnd.DONE:
                time.sleep(_PAUSE_S)  # as the window's timer does


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]))
