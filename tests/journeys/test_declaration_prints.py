"""Declarations printed before and after reception: each stands in history, and a later one is a copy."""

from pathlib import Path

from journeys.driver import DeskDriver, desk_in, text_of
from services.people import cast

from counter_app.domain.dossier import Capacity
from counter_app.domain.history import Deed

AGAIN = "BẢN IN LẠI"
PRINTS = {Deed.PRINTED_DECLARATION, Deed.PRINTED_DECLARATION_AGAIN}


def printed(desk: DeskDriver, dossier_id: str) -> list[Deed]:
    with desk.opened.desk.store.work() as work:
        return [act.deed for act in work.history_of(dossier_id) if act.deed in PRINTS]


def test_what_was_printed_for_signing_makes_the_next_print_a_copy(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        sheet = desk.choose("1.010041")
        desk.answer_as_in_the_example()
        prints = desk.opened.desk.declaration_prints
        prints.note_draft(sheet.draft.draft_id, "cb.01")
        dossier = desk.receive()
        shown = text_of(prints.preview(dossier))
        assert printed(desk, dossier.dossier_id) == [Deed.PRINTED_DECLARATION]
        first, second = (prints.again(dossier.dossier_id, "cb.01") for _ in range(2))
        assert f"{AGAIN}, LẦN 1" in shown
        assert text_of(first.pdf) == shown
        assert f"{AGAIN}, LẦN 2" in text_of(second.pdf)
        assert printed(desk, dossier.dossier_id) == [
            Deed.PRINTED_DECLARATION,
            Deed.PRINTED_DECLARATION_AGAIN,
            Deed.PRINTED_DECLARATION_AGAIN,
        ]


def test_the_joint_declaration_of_a_life_event_is_printed_from_any_of_its_dossiers(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().new_mother)
        desk.choose("3.000722", Capacity.CHILD)
        desk.answer_as_in_the_example("3.000722-mother")
        desk.read_family()
        first, *others = desk.receive_all()
        prints = desk.opened.desk.declaration_prints
        paper = text_of(prints.again(others[-1].dossier_id, "cb.01").pdf)
        title = desk.opened.desk.procedures.search("3.000722", first.received_at.date())[0]
        assert AGAIN not in paper
        assert first.child_name in paper
        assert first.declaration is not None
        assert title.code == first.declaration.procedure_code
        for each in (first, *others):
            assert printed(desk, each.dossier_id) == [Deed.PRINTED_DECLARATION]
        assert AGAIN in text_of(prints.preview(first))
