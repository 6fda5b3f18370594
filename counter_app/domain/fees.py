"""What a dossier costs, line by line, and whether filing it online would cost less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from counter_app.domain.condition import Values, amount_of
from counter_app.domain.fee_rules import Channel, FeeRule, FeeUnit, Waiver
from counter_app.domain.procedure import NoRuleThatDay, Procedure

_MOST_UNITS = 10_000
"""No dossier is for more copies or people; a formula that says so is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee: the rule, what one unit costs in đồng, how many are paid, and the waiver that lowered it.

    ``each`` is None as long as the form does not tell what the amount is reckoned from.
    """

    rule: FeeRule
    each: int | None
    quantity: int
    waiver: Waiver | None

    @property
    def full(self) -> int:
        """What would be paid without a waiver, in đồng; later units may cost a smaller part of the first."""
        each = self.each or 0
        if not self.rule.steps:
            return each * self.quantity
        return sum(each * step // 100 for step in self._steps())

    @property
    def amount(self) -> int:
        """What is paid, in đồng."""
        return self.full - self.full * self.waiver.percent // 100 if self.waiver else self.full

    def _steps(self) -> Iterator[int]:
        steps = self.rule.steps
        return (steps[min(unit, len(steps) - 1)] for unit in range(self.quantity))


@dataclass(frozen=True, slots=True)
class OnlineTip:
    """What the same dossier would cost online, in đồng, and with a waiver that holds there alone."""

    amount: int
    saving: int
    waiver: Waiver | None
    waived_amount: int

    @property
    def words(self) -> str:
        """Say it to the official, who tells the citizen before taking money (Resolution 66.22/2026)."""
        said = []
        if self.saving:
            said.append(f"Nộp trực tuyến: {money(self.amount)}, ít hơn {money(self.saving)}.")
        if self.waiver:
            left = f"còn {money(self.waived_amount)}" if self.waived_amount else "được miễn"
            said.append(f"Nộp trực tuyến {left}: {self.waiver.words}.")
        return " ".join(said)


@dataclass(frozen=True, slots=True)
class Fee:
    """What is paid in đồng, the lines it is made of, and a tip when another way is cheaper."""

    amount: int
    lines: tuple[FeeLine, ...]
    tip: OnlineTip | None

    @property
    def words(self) -> str:
        """Say the sum and its reasons as papers print them."""
        if not self.is_known:
            return _with_reasons(
                "Chưa tính được", [line.rule.words for line in self.lines if line.each is None]
            )
        if not self.amount:
            reasons = [line.waiver.words if line.waiver else line.rule.words for line in self.lines]
            return _with_reasons("Không thu", reasons)
        return _with_reasons(money(self.amount), [_reason(line) for line in self.lines if line.amount])

    @property
    def is_known(self) -> bool:
        """Whether the form tells all that the amount is reckoned from."""
        return all(line.each is not None for line in self.lines)

    @property
    def is_verified(self) -> bool:
        """Whether every amount and waiver has been held against its source."""
        return all(
            line.rule.provenance.is_verified and (line.waiver is None or line.waiver.provenance.is_verified)
            for line in self.lines
        )


@dataclass(frozen=True, slots=True)
class FeeQuestion:
    """What the fee depends on besides the procedure: ``quantity`` counts copies or persons.

    ``cases`` are what the official says is special about the dossier ("list"), ``waivers`` the keys whose
    proof the official has seen; ``values``, answers and facts, bring those that need nobody's word.
    """

    channel: Channel
    day: date
    quantity: int = 1
    waivers: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    values: Values = field(default_factory=lambda: MappingProxyType({}))


def fee_for(procedure: Procedure, question: FeeQuestion) -> Fee:
    """Work out the fee; raises NoRuleThatDay when no amount holds for the channel on the day.

    Where several exemptions meet, the one worth most applies (Resolution 66.22/2026, Article 5.2).
    """
    lines = _lines(procedure, question)
    amount = sum(line.amount for line in lines)
    return Fee(amount, lines, _tip(procedure, question, amount))


def money(amount: int) -> str:
    """Write an amount of đồng with dots between thousands."""
    return f"{amount:,} đồng".replace(",", ".")


def _lines(procedure: Procedure, question: FeeQuestion) -> tuple[FeeLine, ...]:
    rules = _rules(procedure, question)
    if not rules:
        raise NoRuleThatDay(procedure.code, "fee", question.day)
    return tuple(_line(procedure, rule, question) for rule in rules)


def _rules(procedure: Procedure, question: FeeQuestion) -> tuple[FeeRule, ...]:
    """Choose one rule for each fee, the rule of a case that is met before the usual one."""
    cases = question.cases | procedure.cases_on(question.day, question.values)
    chosen: dict[str, FeeRule] = {}
    for rule in procedure.fees:
        fits = question.channel in rule.channels and rule.provenance.holds_on(question.day)
        if fits and (rule.case in cases or (not rule.case and rule.key not in chosen)):
            chosen[rule.key] = rule
    return tuple(chosen.values())


def _line(procedure: Procedure, rule: FeeRule, question: FeeQuestion) -> FeeLine:
    values, day = question.values, question.day
    each = amount_of(rule.formula, values, day) if rule.formula else rule.amount
    counted = amount_of(rule.quantity, values, day) if rule.quantity else None
    asked = 1 if rule.unit is FeeUnit.DOSSIER else question.quantity
    quantity = asked if counted is None else min(counted, _MOST_UNITS)
    granted = [waiver for waiver in procedure.waivers if _is_granted(waiver, rule, question)]
    return FeeLine(rule, each, quantity, max(granted, key=lambda waiver: waiver.percent, default=None))


def _is_granted(waiver: Waiver, rule: FeeRule, question: FeeQuestion) -> bool:
    """Say whether a waiver lowers a fee: by the proof that was seen, or by what the answers tell."""
    if not _is_offered(waiver, rule, question):
        return False
    by_itself = waiver.applies_if is not None and waiver.applies_if.holds(question.values, question.day)
    return waiver.key in question.waivers or by_itself


def _is_offered(waiver: Waiver, rule: FeeRule, question: FeeQuestion) -> bool:
    return (
        waiver.key in rule.waivers
        and question.channel in waiver.channels
        and waiver.provenance.holds_on(question.day)
    )


def _tip(procedure: Procedure, question: FeeQuestion, amount: int) -> OnlineTip | None:
    online = replace(question, channel=Channel.ONLINE)
    is_there = Channel.ONLINE in procedure.channels and _rules(procedure, online)
    if question.channel is Channel.ONLINE or not amount or not is_there:
        return None
    online_amount = _sum(procedure, online)
    saving = max(amount - online_amount, 0)
    rules_here = _rules(procedure, question)
    waived_amount, waiver = online_amount, None
    for offer in procedure.waivers:
        lowered = _sum(procedure, replace(online, waivers=online.waivers | {offer.key}))
        here = any(_is_offered(offer, rule, question) for rule in rules_here)
        if not here and lowered < waived_amount:
            waived_amount, waiver = lowered, offer
    return OnlineTip(online_amount, saving, waiver, waived_amount) if saving or waiver else None


def _sum(procedure: Procedure, question: FeeQuestion) -> int:
    return sum(line.amount for line in _lines(procedure, question))


def _reason(line: FeeLine) -> str:
    times = f"{line.quantity} × {money(line.each or 0)}, " if line.quantity > 1 else ""
    lowered = f", giảm {line.waiver.percent}%: {line.waiver.words}" if line.waiver else ""
    return f"{times}{line.rule.words}{lowered}"


def _with_reasons(said: str, reasons: list[str]) -> str:
    unique = dict.fromkeys(reason for reason in reasons if reason)
    return f"{said} ({'; '.join(unique)})" if unique else said
