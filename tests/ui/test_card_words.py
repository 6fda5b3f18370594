"""Each card, and each code shown in its stead, is told in plain words: on the screen, on the command line."""

from datetime import date

import pytest

from counter_app.commands.command_words import words
from counter_app.domain.card_expiry import Basis, Validity
from counter_app.domain.card_kind import CardKind, KindReading
from counter_app.domain.card_payload import NotACitizenCard
from counter_app.domain.other_codes import OtherCode
from counter_app.ui.card_words import kind_words, validity_words
from counter_app.ui.error_words import words_of

EVERY_CODE = tuple(OtherCode)


@pytest.mark.parametrize("code", EVERY_CODE)
def test_a_refused_code_is_named_and_something_can_be_done(code: OtherCode) -> None:
    said = words_of(NotACitizenCard(code))
    assert said.happened.endswith(".")
    assert "card" in said.advice


def test_no_two_codes_are_told_in_the_same_words() -> None:
    assert len({words_of(NotACitizenCard(code)).happened for code in EVERY_CODE}) == len(EVERY_CODE)
    assert len({words(NotACitizenCard(code)) for code in EVERY_CODE}) == len(EVERY_CODE)


@pytest.mark.parametrize("code", EVERY_CODE)
def test_the_command_line_says_in_one_line_what_to_show_instead(code: OtherCode) -> None:
    said = words(NotACitizenCard(code))
    assert said.count("\n") == 0
    assert "QR code of a citizen card" in said


@pytest.mark.parametrize("kind", tuple(CardKind))
def test_a_card_that_is_not_told_for_sure_is_a_perhaps(kind: CardKind) -> None:
    sure, unsure = (kind_words(KindReading(kind, is_sure=is_sure)) for is_sure in (True, False))
    assert unsure == f"Perhaps: {sure}"


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        (date(2024, 3, 15), date(2024, 3, 15), "holds until 15/03/2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "ends between 01/01/2024 and 31/12/2024"),
        (date(2024, 7, 1), None, "ends on 01/07/2024 or later, or never"),
        (None, None, "holds without end"),
    ],
)
def test_what_was_reckoned_by_age_says_so(earliest: date | None, latest: date | None, said: str) -> None:
    assert validity_words(Validity(earliest, latest, Basis.RECORD)) == said
    assert validity_words(Validity(earliest, latest, Basis.AGES)) == f"{said} (reckoned by age)"
