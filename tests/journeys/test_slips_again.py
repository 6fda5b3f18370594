"""Slips of a received dossier, printed by the desk itself: each in history, a later one a copy."""

from pathlib import Path

from journeys.driver import desk_in, text_of
from services.counter import DUTY
from services.people import cast

from counter_app.domain.history import Deed
from counter_app.domain.slip import SlipKind
from printing.sheet import TRAINING_WORDS, PaperSize


def test_a_slip_is_printed_of_what_was_received_and_then_again_as_a_copy(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        desk.choose("1.010041")
        desk.answer_as_in_the_example()
        dossier = desk.receive()
        prints = desk.opened.desk.slip_prints
        first, second = (
            text_of(prints.print(dossier.dossier_id, SlipKind.SUPPLEMENT, DUTY, PaperSize.A4).pdf)
            for _ in range(2)
        )
        assert dossier.code in first
        assert TRAINING_WORDS in first
        assert "BẢN IN LẠI" not in first
        assert "BẢN IN LẠI, LẦN 1" in second
        with desk.opened.desk.store.work() as work:
            kept = [(act.deed, act.outcome) for act in work.history_of(dossier.dossier_id)][-2:]
        assert kept == [(Deed.PRINTED_SLIP, "supplement"), (Deed.PRINTED_SLIP_AGAIN, "supplement")]
