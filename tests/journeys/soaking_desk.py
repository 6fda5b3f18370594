"""A desk that may be killed at any moment; each of its lives is told its folder and how many visits to serve.

It serves whoever has come, as ``people.txt`` says, until all are served and the hub has acknowledged all;
while nobody answers it seals what waits onto a stick. What each visit has done it writes into ``told.txt``,
synced, as a clerk keeps a list: ``begun ID`` once a draft is on disk, ``received ID CODE`` after the dossier
is, before its paper is printed, and ``stick N`` where receipts came back for so many entries.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from journeys.driver import DeskDriver
from journeys.lives import serve_lives
from services.people import cast, words

from counter_app.bootstrap.desk import OpenDesk, opened_desk
from counter_app.domain.card_payload import read_card
from counter_app.gateways.specimen.cards import card_of
from counter_app.services.bundle_port import NotYetKnown
from counter_app.services.paperwork import write_whole
from counter_app.services.sync import SyncEnd
from counter_app.wire.bundles import ENDING, RECEIPT_ENDING
from printing.sheet import PaperSize

TOLD, PEOPLE, RECEIPTS, STICK = "told.txt", "people.txt", "receipts", "stick"
EXTRACT, RESIDENCE, SLOT = "2.000635", "1.004194", "ownership"
_EVERY_FOURTH = 4
_MOST = 1_000_000
_PAUSE_S = 0.05


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


def carry(opened: OpenDesk, folder: Path) -> None:
    """Take in the receipts on the stick, and seal what waits onto it where no bundle lies there."""
    stick = folder / STICK
    receipts = sorted(stick.glob(f"*{RECEIPT_ENDING}"))
    acknowledged = opened.desk.bundles.take(stick).acknowledged
    if acknowledged:
        tell(folder, f"stick {acknowledged}")
    for receipt in receipts:
        receipt.unlink()
    if not any(stick.glob(f"*{ENDING}")):
        with suppress(NotYetKnown):
            opened.desk.bundles.write(stick)


def serve(folder: Path, visits: int, up: Callable[[], None]) -> None:
    """Serve visits, sending after each, until all are received and nothing waits."""
    with opened_desk(folder) as opened:
        up()
        while (number := received_so_far(opened)) < visits or opened.desk.outbox.standing().waiting:
            is_somebody_there = number < int((folder / PEOPLE).read_text(encoding="ascii"))
            if is_somebody_there:
                visit(opened, folder, number)
            end = opened.desk.sync.run().end
            if end is SyncEnd.AWAY:
                carry(opened, folder)
            if not is_somebody_there:
                time.sleep(_PAUSE_S)  # as the window's timer does


def live(words: Sequence[str], up: Callable[[], None]) -> int:
    """Serve until killed, or until all is done."""
    serve(Path(words[0]), int(words[1]), up)
    return 0


if __name__ == "__main__":
    serve_lives(live)
