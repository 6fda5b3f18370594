"""Fees of any pack: exemptions, cases, steps, a province's amounts; and the dearest way to look them up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.condition import Values
from counter_app.domain.fee_rules import Channel, FeeRule, FeeUnit, Waiver
from counter_app.domain.fees import FeeQuestion, fee_for
from counter_app.domain.procedure import Case, NoRuleThatDay, Procedure
from counter_app.domain.provenance import Provenance, Status
from counter_app.domain.resolution import Resolution, SetAmount, with_resolution
from counter_app.services.procedure_pack import read_procedure
from forms.expressions import compile_rule

PACKS = Path(__file__).parents[2] / "resources" / "procedures"
BIRTH = read_procedure(PACKS / "1.001193.toml")
DAY = date(2026, 11, 23)


def holding(first: date = date(2020, 1, 1), last: date | None = None) -> Provenance:
    return Provenance("Luật mẫu", first, DAY, Status.VERIFIED, last)


def fee(key: str = "fee", amount: int = 10_000, **more: object) -> FeeRule:
    plain = FeeRule(key, "Lệ phí", tuple(Channel), amount, FeeUnit.DOSSIER, "", holding())
    return replace(plain, **more)  # type: ignore[arg-type] # each test names fields of the rule


def procedure(*fees: FeeRule, waivers: tuple[Waiver, ...] = (), cases: tuple[Case, ...] = ()) -> Procedure:
    return replace(BIRTH, fees=fees, waivers=waivers, cases=cases)


def paid(one: Procedure, values: Values | None = None, **more: object) -> int:
    plain = FeeQuestion(Channel.DIRECT, DAY, values=values or {})
    return fee_for(one, replace(plain, **more)).amount  # type: ignore[arg-type] # the same


def test_later_members_of_a_household_pay_a_smaller_part() -> None:
    insurance = fee(
        amount=113_850,
        unit=FeeUnit.PERSON,
        quantity=compile_rule("count(members)", None),
        steps=(100, 70, 60, 50, 40),
    )
    members = tuple({"full_name": str(number)} for number in range(6))
    assert paid(procedure(insurance), {"members": members[:1]}) == 113_850
    assert paid(procedure(insurance), {"members": members}) == 113_850 * (100 + 70 + 60 + 50 + 40 + 40) // 100


def test_an_exemption_that_the_record_proves_needs_nobodys_word() -> None:
    young = Waiver(
        "young", "trẻ em", 100, holding(), applies_if=compile_rule("age(holder.born_on) < 16", None)
    )
    one = procedure(fee(waivers=("young",)), waivers=(young,))
    assert paid(one, {"holder.born_on": "2015-01-01"}) == 0
    assert paid(one, {"holder.born_on": "1990-01-01"}) == 10_000
    assert paid(one) == 10_000


def test_an_exemption_of_one_channel_lowers_nothing_elsewhere_but_is_told() -> None:
    digital = Waiver("digital", "công dân số", 100, holding(), channels=(Channel.ONLINE,))
    one = procedure(fee(waivers=("digital",)), waivers=(digital,))
    claimed = FeeQuestion(Channel.DIRECT, DAY, waivers=frozenset({"digital"}))
    asked = fee_for(one, claimed)
    assert asked.amount == 10_000
    assert asked.tip is not None
    assert asked.tip.amount == 0
    assert paid(one, channel=Channel.ONLINE, waivers=frozenset({"digital"})) == 0


def test_an_amount_reckoned_from_the_form_waits_until_the_form_tells() -> None:
    land = fee(amount=0, formula=compile_rule("least(share(value, 15, 10000), 5000000)", None))
    one = procedure(land)
    assert not fee_for(one, FeeQuestion(Channel.DIRECT, DAY)).is_known
    assert paid(one, {"value": "200000000"}) == 300_000
    assert paid(one, {"value": "90000000000"}) == 5_000_000


def test_a_case_that_the_answers_make_changes_the_fee() -> None:
    late = Case("late", "", holding(), compile_rule("days_between(born_on, today()) > 60", None))
    one = procedure(fee(amount=0), fee(amount=8_000, case="late"), cases=(late,))
    assert paid(one, {"born_on": "2026-11-01"}) == 0
    assert paid(one, {"born_on": "2026-09-01"}) == 8_000
    assert paid(one, {"born_on": ""}) == 0


def test_half_price_ends_by_itself() -> None:
    half = fee(amount=25_000, provenance=holding(last=date(2026, 12, 31)))
    full = fee(amount=50_000, provenance=holding(first=date(2027, 1, 1)))
    assert paid(procedure(half, full), day=date(2026, 12, 31)) == 25_000
    assert paid(procedure(half, full), day=date(2027, 1, 1)) == 50_000


@pytest.mark.parametrize(
    ("day", "channel", "amount"),
    [
        (date(2025, 12, 31), Channel.DIRECT, 10_000),
        (date(2026, 1, 1), Channel.DIRECT, 3_000),
        (date(2026, 6, 30), Channel.DIRECT, 3_000),
        (date(2026, 7, 1), Channel.DIRECT, 10_000),
        (date(2026, 3, 1), Channel.ONLINE, 10_000),
    ],
)
def test_a_provinces_amount_counts_while_it_holds_and_where_it_says(
    day: date, channel: Channel, amount: int
) -> None:
    province = Resolution(
        "Tỉnh mẫu",
        holding(date(2026, 1, 1), date(2026, 6, 30)),
        (
            SetAmount(BIRTH.code, "fee", "", frozenset({Channel.DIRECT}), 3_000),
            SetAmount("9.999999", "fee", "", frozenset(Channel), 1),
        ),
    )
    assert paid(with_resolution(procedure(fee()), province), day=day, channel=channel) == amount


# --- the slow, obvious cashier ---

DAYS = st.sampled_from([date(2026, month, 1) for month in range(1, 13)])
WINDOWS = st.tuples(DAYS, DAYS | st.none()).map(lambda days: holding(*days))
KEYS = ("student", "merit", "digital")
RULES = st.builds(
    FeeRule,
    key=st.sampled_from(["registration", "copy"]),
    name=st.just("Phí"),
    channels=st.lists(st.sampled_from(Channel), min_size=1, unique=True).map(tuple),
    amount=st.integers(0, 300).map(lambda hundreds: hundreds * 100),
    unit=st.sampled_from(FeeUnit),
    words=st.just(""),
    provenance=WINDOWS,
    case=st.sampled_from(["", "", "late"]),
    waivers=st.lists(st.sampled_from(KEYS), unique=True).map(tuple),
)
WAIVERS = st.lists(
    st.builds(
        Waiver,
        key=st.sampled_from(KEYS),
        words=st.just(""),
        percent=st.integers(1, 100),
        provenance=WINDOWS,
        channels=st.lists(st.sampled_from(Channel), min_size=1, unique=True).map(tuple),
    ),
    max_size=4,
    unique_by=lambda waiver: waiver.key,
).map(tuple)
QUESTIONS = st.builds(
    FeeQuestion,
    channel=st.sampled_from(Channel),
    day=DAYS,
    quantity=st.integers(1, 4),
    waivers=st.frozensets(st.sampled_from(KEYS)),
    cases=st.frozensets(st.just("late")),
)


def is_current(window: Provenance, day: date) -> bool:
    return window.effective_from <= day <= (window.effective_to or date.max)


def cashier(one: Procedure, question: FeeQuestion) -> int | None:
    """Try every row against every exemption by hand; None where nothing says what is to be paid."""
    open_rows = [
        row
        for row in one.fees
        if question.channel in row.channels and is_current(row.provenance, question.day)
    ]
    total, found = 0, False
    for key in ("registration", "copy"):
        usual = [row for row in open_rows if row.key == key and row.case == ""]
        special = [row for row in open_rows if row.key == key and row.case in question.cases]
        # Several special rows: the last counts; several usual ones: the first. No pack holds two.
        row = special[-1] if special else (usual[0] if usual else None)
        if row is None:
            continue
        found = True
        full = row.amount * (1 if row.unit is FeeUnit.DOSSIER else question.quantity)
        prices = [full]
        for waiver, claimed in product(one.waivers, question.waivers):
            fits = waiver.key == claimed and claimed in row.waivers and question.channel in waiver.channels
            if fits and is_current(waiver.provenance, question.day):
                prices.append(full - full * waiver.percent // 100)
        total += min(prices)
    return total if found else None


@given(rules=st.lists(RULES, min_size=1, max_size=5), waivers=WAIVERS, question=QUESTIONS)
def test_any_fee_comes_out_as_at_a_cashier_who_tries_everything(
    rules: list[FeeRule], waivers: tuple[Waiver, ...], question: FeeQuestion
) -> None:
    one = procedure(*rules, waivers=waivers)
    by_hand = cashier(one, question)
    if by_hand is None:
        with pytest.raises(NoRuleThatDay):
            fee_for(one, question)
        return
    asked = fee_for(one, question)
    assert asked.amount == by_hand
    online = cashier(one, replace(question, channel=Channel.ONLINE))
    if asked.tip and asked.tip.saving:
        assert asked.tip.saving == by_hand - (online or 0)
    elif question.channel is not Channel.ONLINE and online is not None:
        assert online >= by_hand
