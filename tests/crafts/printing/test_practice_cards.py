"""Practice cards: legible codes, true size, marked as specimens."""

from dataclasses import replace

import pytest
from crafts.printing.paper_reading import all_words, codes_on, read_pages, squeezed

from printing.card_art import SPECIMEN
from printing.errors import CodeTooLong
from printing.fonts import Fonts
from printing.practice_card import CARD_HEIGHT, CARD_WIDTH, PracticeCard, Side, draw_card, draw_cards_sheet
from printing.preview import page_count
from printing.samples import CARD_2021, CARD_2024

MILLIMETRE = 72 / 25.4
LONG_NAME = "Nguyễn Hoàng Thục Trinh Công Tằng Tôn Nữ Huyền"
LONG_ADDRESS = (
    "Số 120/48/16, ngách 12, ngõ 345 đường Nguyễn Thị Minh Khai, tổ dân phố 17, phường Mẫu, thành phố Mẫu"
)
LONG_2021 = replace(
    CARD_2021,
    full_name=LONG_NAME,
    residence=LONG_ADDRESS,
    place_of_origin=LONG_ADDRESS,
    payload=f"000199000017|000345678|{LONG_NAME}|15031999|Nữ|{LONG_ADDRESS}|10052022",
)
LONG_2024 = replace(
    CARD_2024,
    full_name=LONG_NAME,
    residence=LONG_ADDRESS,
    birth_registered_at=LONG_ADDRESS,
    payload=f"000202000026||{LONG_NAME}|2002|Nam|{LONG_ADDRESS}|22082024||||",
)


@pytest.mark.parametrize(
    ("card", "side"),
    [(CARD_2021, "front"), (LONG_2021, "front"), (CARD_2024, "back"), (LONG_2024, "back")],
)
def test_the_code_reads_as_the_payload_letter_by_letter(fonts: Fonts, card: PracticeCard, side: Side) -> None:
    (code,) = codes_on(draw_card(card, side, fonts))
    assert code.text == card.payload


@pytest.mark.parametrize(("card", "side"), [(CARD_2021, "back"), (CARD_2024, "front")])
def test_the_other_side_has_no_code(fonts: Fonts, card: PracticeCard, side: Side) -> None:
    assert codes_on(draw_card(card, side, fonts)) == []


@pytest.mark.parametrize("side", ["front", "back"])
@pytest.mark.parametrize("card", [CARD_2021, CARD_2024, LONG_2021, LONG_2024])
def test_each_side_is_true_size_holds_its_words_inside_and_says_specimen(
    fonts: Fonts, card: PracticeCard, side: Side
) -> None:
    (page,) = read_pages(draw_card(card, side, fonts))
    assert page.size == pytest.approx((CARD_WIDTH * MILLIMETRE, CARD_HEIGHT * MILLIMETRE), abs=0.1)
    left, bottom, right, top = page.boxes.T
    assert min(left.min(), bottom.min()) >= 0
    assert right.max() <= page.size[0]
    assert top.max() <= page.size[1]
    assert squeezed(SPECIMEN) in squeezed(page.words)


def test_the_2021_front_shows_the_address_and_the_2024_front_does_not(fonts: Fonts) -> None:
    assert squeezed(CARD_2021.residence) in all_words(draw_card(CARD_2021, "front", fonts))
    assert squeezed(CARD_2024.residence) not in all_words(draw_card(CARD_2024, "front", fonts))
    back = all_words(draw_card(CARD_2024, "back", fonts))
    for words in (CARD_2024.residence, CARD_2024.birth_registered_at, CARD_2024.expires_text, *CARD_2024.mrz):
        assert squeezed(words) in back


def test_another_seed_draws_another_portrait_and_the_same_card_the_same_bytes(fonts: Fonts) -> None:
    card = draw_card(CARD_2021, "front", fonts)
    assert card == draw_card(CARD_2021, "front", fonts)
    assert card != draw_card(replace(CARD_2021, seed=2), "front", fonts)


def test_backs_meet_their_fronts_when_the_sheet_is_turned_over_its_long_edge(fonts: Fonts) -> None:
    fronts_and_backs = draw_cards_sheet([CARD_2021, CARD_2024], fonts)
    (front,) = codes_on(fronts_and_backs, 0)
    (back,) = codes_on(fronts_and_backs, 1)
    middle = 210 / 25.4 * 300 / 2
    assert (front.text, back.text) == (CARD_2021.payload, CARD_2024.payload)
    assert front.position.top_left.x < middle, "the first card lies left on the page of fronts"
    assert back.position.top_left.x < middle, "the second card's back lies left on the page of backs"


def test_every_code_of_a_full_sheet_is_legible_and_an_eleventh_card_takes_a_new_one(fonts: Fonts) -> None:
    cards = [replace(CARD_2021, payload=f"{CARD_2021.payload}|{number}") for number in range(11)]
    pdf = draw_cards_sheet(cards, fonts)
    assert page_count(pdf) == 4
    assert sorted(code.text for code in codes_on(pdf, 0)) == sorted(card.payload for card in cards[:10])


def test_a_payload_too_long_for_a_code_is_refused_without_showing_it(fonts: Fonts) -> None:
    with pytest.raises(CodeTooLong) as refusal:
        draw_card(replace(CARD_2021, payload="ư" * 1500), "front", fonts)
    assert refusal.value.length == 3000
