"""Fees of the shipped procedures: channel, case, exemption and day decide; cheaper ways are told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from counter_app.domain.fee_rules import Channel
from counter_app.domain.fees import Fee, FeeQuestion, fee_for
from counter_app.domain.procedure import NoRuleThatDay
from counter_app.services.procedure_pack import read_procedure

PACKS = Path(__file__).parents[2] / "resources" / "procedures"
RESIDENCE = read_procedure(PACKS / "1.004194.toml")
BIRTH = read_procedure(PACKS / "1.001193.toml")
EXTRACT = read_procedure(PACKS / "2.000635.toml")
DAY = date(2026, 11, 23)
LAST_DAY_OF_THE_RESOLUTION = date(2027, 2, 28)


def residence(
    channel: Channel, *, waivers: frozenset[str] = frozenset(), day: date = DAY, listed: int = 0
) -> Fee:
    cases = frozenset({"list"} if listed else ())
    return fee_for(RESIDENCE, FeeQuestion(channel, day, max(listed, 1), waivers, cases))


def test_the_channel_decides_the_fee() -> None:
    assert residence(Channel.DIRECT).amount == 15_000
    assert residence(Channel.ONLINE).amount == 7_000


def test_a_list_is_paid_by_the_person_instead_of_the_dossier() -> None:
    assert residence(Channel.DIRECT, listed=4).amount == 40_000
    assert residence(Channel.ONLINE, listed=4).amount == 20_000


def test_the_order_of_the_file_does_not_decide_between_usual_and_special_amounts() -> None:
    backwards = replace(RESIDENCE, fees=RESIDENCE.fees[::-1])
    question = FeeQuestion(Channel.DIRECT, DAY, 4, cases=frozenset({"list"}))
    assert fee_for(backwards, question).amount == 40_000


def test_a_fee_says_its_sum_and_its_reason() -> None:
    assert residence(Channel.DIRECT).words == "15.000 đồng (lệ phí đăng ký tạm trú, nộp trực tiếp)"
    assert residence(Channel.DIRECT, waivers=frozenset({"exempt_residence"})).words == (
        "Không thu (đối tượng miễn lệ phí đăng ký cư trú theo Điều 4 Thông tư 75/2022/TT-BTC)"
    )


def test_a_digital_citizen_pays_nothing_online_and_the_full_fee_at_the_desk() -> None:
    digital = frozenset({"digital_citizen"})
    assert residence(Channel.ONLINE, waivers=digital).amount == 0
    assert residence(Channel.DIRECT, waivers=digital).amount == 15_000


def test_the_digital_citizens_waiver_ends_by_itself() -> None:
    digital = frozenset({"digital_citizen"})
    assert residence(Channel.ONLINE, waivers=digital, day=LAST_DAY_OF_THE_RESOLUTION).amount == 0
    assert residence(Channel.ONLINE, waivers=digital, day=date(2027, 3, 1)).amount == 7_000


def test_the_official_is_told_that_filing_online_is_cheaper_or_free() -> None:
    tip = residence(Channel.DIRECT).tip
    assert tip is not None
    assert (tip.amount, tip.saving) == (7_000, 8_000)
    assert tip.words == (
        "Nộp trực tuyến: 7.000 đồng, ít hơn 8.000 đồng. Nộp trực tuyến được miễn: "
        "“công dân số” đã định danh mức độ 2 và tích hợp đủ 5 loại giấy tờ trên VNeID."
    )


def test_a_waiver_of_only_one_of_the_fees_leaves_the_others_to_pay() -> None:
    question = FeeQuestion(Channel.DIRECT, DAY, 2, cases=frozenset({"late", "copies"}))
    tip = fee_for(BIRTH, question).tip
    assert tip is not None
    assert (tip.amount, tip.waived_amount) == (21_000, 5_000)
    assert tip.words.startswith("Nộp trực tuyến còn 5.000 đồng: “công dân số”")


def test_after_the_resolution_the_tip_speaks_of_the_lower_amount_alone() -> None:
    tip = residence(Channel.DIRECT, day=date(2027, 3, 1)).tip
    assert tip is not None
    assert tip.words == "Nộp trực tuyến: 7.000 đồng, ít hơn 8.000 đồng."


def test_there_is_no_tip_online_or_when_nothing_is_paid() -> None:
    assert residence(Channel.ONLINE).tip is None
    assert residence(Channel.DIRECT, waivers=frozenset({"exempt_residence"})).tip is None


def test_of_several_exemptions_the_highest_applies(tmp_path: Path) -> None:
    text = (PACKS / "1.004194.toml").read_text(encoding="utf-8")
    half = text.replace('key = "exempt_residence"', 'key = "exempt_residence"\npercent = 50')
    (tmp_path / "pack.toml").write_text(half, encoding="utf-8")
    procedure = read_procedure(tmp_path / "pack.toml")
    only_half = FeeQuestion(Channel.ONLINE, DAY, waivers=frozenset({"exempt_residence"}))
    both = FeeQuestion(Channel.ONLINE, DAY, waivers=frozenset({"exempt_residence", "digital_citizen"}))
    assert fee_for(procedure, only_half).amount == 3_500
    assert "giảm 50%" in fee_for(procedure, only_half).words
    assert fee_for(procedure, both).amount == 0


def test_a_birth_registered_in_time_costs_nothing_and_its_copies_do() -> None:
    plain = fee_for(BIRTH, FeeQuestion(Channel.DIRECT, DAY))
    copies = fee_for(BIRTH, FeeQuestion(Channel.DIRECT, DAY, 2, cases=frozenset({"copies"})))
    assert (plain.amount, plain.words) == (0, "Không thu (đăng ký khai sinh đúng hạn được miễn lệ phí)")
    assert copies.amount == 16_000
    assert copies.words == "16.000 đồng (2 × 8.000 đồng, bản sao giấy khai sinh, Thông tư 281/2016/TT-BTC)"


def test_a_late_birth_pays_the_provinces_amount_which_nobody_has_verified() -> None:
    late = fee_for(BIRTH, FeeQuestion(Channel.DIRECT, DAY, cases=frozenset({"late"})))
    assert late.amount == 5_000
    assert not late.is_verified
    assert residence(Channel.DIRECT).is_verified


def test_extracts_are_paid_by_the_copy() -> None:
    assert fee_for(EXTRACT, FeeQuestion(Channel.DIRECT, DAY, 3)).amount == 24_000


def test_a_channel_without_an_amount_is_refused() -> None:
    with pytest.raises(NoRuleThatDay) as refused:
        fee_for(RESIDENCE, FeeQuestion(Channel.POST, DAY))
    assert (refused.value.code, refused.value.what) == ("1.004194", "fee")
