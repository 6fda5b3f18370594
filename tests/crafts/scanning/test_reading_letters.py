"""What a card says is read letter by letter, whichever letters they are and however long it is."""

import pytest
from letters import LETTERS, MadeUp, made_up

from counter_app.domain.card_payload import read_card
from scanning.qr import read_codes

CARDS = tuple(made_up(60))


def test_the_made_up_cards_say_every_letter_there_is() -> None:
    assert set(LETTERS) <= set("".join(card.text for card in CARDS))


@pytest.mark.parametrize("card", CARDS, ids=[f"{number}" for number in range(len(CARDS))])
def test_each_letter_of_a_card_comes_back(card: MadeUp) -> None:
    (payload,) = read_codes(card.frame())
    assert (payload.raw, payload.text) == (card.raw, card.text)


@pytest.mark.parametrize("card", CARDS[:12], ids=[f"{number}" for number in range(12)])
def test_each_part_comes_to_its_place(card: MadeUp) -> None:
    (payload,) = read_codes(card.frame())
    read, said = read_card(payload.text or ""), card.text.split("|")
    assert [str(read.citizen_id), read.former_id, read.full_name, read.residence] == [*said[:3], said[5]]
    assert read.extra == tuple(said[7:])
