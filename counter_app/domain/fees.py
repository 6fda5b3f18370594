"""What a dossier costs, line by line, and whether filing it online would cost less."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from counter_app.domain.procedure import Channel, FeeRule, FeeUnit, NoRuleThatDay, Procedure, Waiver


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee: the rule, how many times it is paid, and the waiver that lowered it."""

    rule: FeeRule
    quantity: int
    waiver: Waiver | None

    @property
    def amount(self) -> int:
        """What is paid, in đồng."""
        full = self.rule.amount * self.quantity
        return full - full * self.waiver.percent // 100 if self.waiver else full


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
        if not self.amount:
            reasons = [line.waiver.words if line.waiver else line.rule.words for line in self.lines]
            return _with_reasons("Không thu", reasons)
        return _with_reasons(money(self.amount), [_reason(line) for line in self.lines if line.amount])

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

    ``cases`` are what is special about the dossier ("late", "list", "copies"), ``waivers`` the keys whose
    proof the official has seen.
    """

    channel: Channel
    day: date
    quantity: int = 1
    waivers: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()


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
    """Choose one rule for each fee name, the rule of a case that is met before the usual one."""
    chosen: dict[str, FeeRule] = {}
    for rule in procedure.fees:
        fits = rule.channel is question.channel and rule.provenance.holds_on(question.day)
        if fits and (rule.case in question.cases or (not rule.case and rule.name not in chosen)):
            chosen[rule.name] = rule
    return tuple(chosen.values())


def _line(procedure: Procedure, rule: FeeRule, question: FeeQuestion) -> FeeLine:
    quantity = 1 if rule.unit is FeeUnit.DOSSIER else question.quantity
    claimed = [waiver for waiver in _waivers(procedure, rule, question) if waiver.key in question.waivers]
    return FeeLine(rule, quantity, max(claimed, key=lambda waiver: waiver.percent, default=None))


def _waivers(procedure: Procedure, rule: FeeRule, question: FeeQuestion) -> list[Waiver]:
    """List the waivers that touch a fee and hold on the day."""
    return [
        waiver
        for waiver in procedure.waivers
        if waiver.key in rule.waivers and waiver.provenance.holds_on(question.day)
    ]


def _tip(procedure: Procedure, question: FeeQuestion, amount: int) -> OnlineTip | None:
    online = replace(question, channel=Channel.ONLINE)
    if question.channel is Channel.ONLINE or not amount or not _rules(procedure, online):
        return None
    online_amount = _sum(procedure, online)
    saving = max(amount - online_amount, 0)
    offered_here = {key for rule in _rules(procedure, question) for key in rule.waivers}
    waived_amount, waiver = online_amount, None
    for offer in procedure.waivers:
        lowered = _sum(procedure, replace(online, waivers=online.waivers | {offer.key}))
        if offer.key not in offered_here and lowered < waived_amount:
            waived_amount, waiver = lowered, offer
    return OnlineTip(online_amount, saving, waiver, waived_amount) if saving or waiver else None


def _sum(procedure: Procedure, question: FeeQuestion) -> int:
    return sum(line.amount for line in _lines(procedure, question))


def _reason(line: FeeLine) -> str:
    times = f"{line.quantity} × {money(line.rule.amount)}, " if line.quantity > 1 else ""
    lowered = f", giảm {line.waiver.percent}%: {line.waiver.words}" if line.waiver else ""
    return f"{times}{line.rule.words}{lowered}"


def _with_reasons(said: str, reasons: list[str]) -> str:
    unique = dict.fromkeys(reason for reason in reasons if reason)
    return f"{said} ({'; '.join(unique)})" if unique else said
