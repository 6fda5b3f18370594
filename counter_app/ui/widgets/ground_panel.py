"""What an official states for a supplement request, a refusal, an apology or a notice of stopping."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDateTime, QTime, Signal
from PySide6.QtWidgets import QDateTimeEdit

from counter_app.domain.calendar import VIETNAM
from counter_app.domain.procedure import UsualReason
from counter_app.domain.processing import Wait
from counter_app.domain.slip import SlipGround, SlipKind
from counter_app.services.slip_grounds import GroundWish, PaperChoice
from counter_app.services.timekeeping import ClockStanding
from counter_app.ui.icons import Tint
from counter_app.ui.widgets.page_words import moment_words, slip_words, wait_words
from counter_app.ui.widgets.slip_panel import SlipPanel
from counter_app.ui.widgets.tick_line import TickLine

_CLOSES_AT = time(17)
_USUAL = {
    SlipKind.SUPPLEMENT: (
        "Hồ sơ chưa đủ thành phần theo quy định",
        "Nội dung kê khai chưa chính xác, chưa thống nhất",
    ),
    SlipKind.REFUSAL: (
        "Không thuộc phạm vi, thẩm quyền giải quyết của cơ quan",
        "Không đáp ứng yêu cầu, điều kiện của thủ tục",
    ),
    SlipKind.APOLOGY: (
        "Cơ quan phối hợp chưa có ý kiến trả lời",
        "Khối lượng hồ sơ tiếp nhận tăng đột biến",
    ),
    SlipKind.SUSPENSION: (
        "Người nộp hồ sơ đề nghị dừng giải quyết",
        "Có văn bản của cơ quan có thẩm quyền yêu cầu dừng giải quyết",
    ),
    SlipKind.OUTCOME_NOTICE: (),
}
"""In Vietnamese, as they are kept and printed; those of the procedure's pack go before them."""
_MOST_USUAL = 4
_DECIDED = {SlipKind.SUSPENSION, SlipKind.OUTCOME_NOTICE}


@dataclass(frozen=True, slots=True)
class GroundFacts:
    """What is known when a ground is asked for: the papers to tick, the clock, what was stated before.

    ``reason`` and ``law`` are what the procedure's own rules say already, ``usual`` what its slips often say.
    """

    choices: tuple[PaperChoice, ...]
    standing: ClockStanding
    last: SlipGround | None
    today: date
    reason: str = ""
    law: str = ""
    usual: tuple[UsualReason, ...] = ()


class GroundPanel(SlipPanel):
    """Asks for the parts of one kind of slip; the official's words go on paper as they are typed."""

    stated = Signal(object)
    """Carries the GroundWish."""
    print_wanted = Signal(object)
    """Carries the SlipKind that is to be printed as it stands: as stated before, or left to the pen."""

    def __init__(self, kind: SlipKind, facts: GroundFacts) -> None:
        super().__init__(slip_words(kind), "ground")
        self._kind = kind
        self._facts = facts
        self._ticks: list[tuple[TickLine, PaperChoice]] = []
        if facts.last:
            words = self.tr("Stated last under number {number}, {at}: {reason}").format(
                number=facts.last.number, at=moment_words(facts.last.at), reason=facts.last.reason or "–"
            )
            self.add_line(words, name="ground_last")
        if kind is SlipKind.SUPPLEMENT:
            self._add_papers()
        self._reason = self.add_question("reason", self.tr("Reason, as it will be printed"), facts.reason)
        laws = {one.words: one.law for one in facts.usual}
        usual = tuple(dict.fromkeys((*laws, *_USUAL[kind])))[:_MOST_USUAL]
        grounds = (laws.get(words, "") for words in usual)
        for made, law in zip(self.add_usual(self._reason, usual), grounds, strict=True):
            made.clicked.connect(lambda _=False, law=law: self._take_law(law))
        self._law = self.add_question("law", self.tr("Legal ground"), facts.law)
        self.ask_for(self._law, asked=kind is not SlipKind.APOLOGY)
        self._asked_by, self._stage, self._decision = (
            self.add_question("asked_by", self.tr("Who asks for it")),
            self.add_question("stage", self.tr("How far the dossier has come")),
            self.add_question("decision", self.tr("What was decided")),
        )
        for line in (self._asked_by, self._stage, self._decision):
            self.ask_for(line, asked=kind is SlipKind.SUSPENSION)
        self.ask_for(self._decision, asked=kind in _DECIDED)
        self._until = self._new_time()
        self._wait = self.add_choice("wait", self.tr("The clock"), self._waits())
        self.ask_for(self._wait, asked=self._wait.count() > 1)
        self._warn()
        self.add_button(self.tr("Keep and print"), self._on_stated, look="primary", key="keep")
        again = self.tr("Print it again") if facts.last else self.tr("Print it, left to the pen")
        self.add_button(again, lambda: self.print_wanted.emit(kind), key="print")
        self.add_button(self.tr("Leave it"), self.dismissed.emit, look="quiet", key="leave")
        self.finish()

    def _take_law(self, law: str) -> None:
        """Put the law of a usual reason on its line; one without leaves what stands there."""
        if law:
            self._law.setText(law)

    def _add_papers(self) -> None:
        self.add_line(self.tr("What is asked for"), look="label")
        for at, choice in enumerate(self._facts.choices):
            tick = TickLine(f"ground_paper_{at}", choice.paper.name, choice.paper.reason)
            tick.box.setChecked(choice.is_lacking)
            self._ticks.append((tick, choice))
            self.add_part(tick)

    def _new_time(self) -> QDateTimeEdit | None:
        """Ask for the new time of an apology: what the clock counts, else two working days' distance."""
        if self._kind is not SlipKind.APOLOGY:
            return None
        due = self._facts.standing.due_at
        day = due.date() if due and due.date() > self._facts.today else self._facts.today + timedelta(days=3)
        edit = QDateTimeEdit(QDateTime(day, QTime(_CLOSES_AT.hour, _CLOSES_AT.minute)))  # type: ignore[call-overload]  # takes a date
        edit.setObjectName("ground_until")
        edit.setDisplayFormat("HH:mm dd/MM/yyyy")
        edit.setButtonSymbols(QDateTimeEdit.ButtonSymbols.NoButtons)
        edit.setAccessibleName(self.tr("New time for the outcome"))
        self.add_line(self.tr("New time for the outcome"), look="label")
        self.add_part(edit)
        return edit

    def _waits(self) -> dict[str, object]:
        """Offer what this slip may stop the clock for; to leave it alone comes last."""
        standing, offered = self._facts.standing, dict[str, object]()
        own = {SlipKind.SUPPLEMENT: {Wait.SUPPLEMENT}, SlipKind.SUSPENSION: {Wait.OTHER_BODY, Wait.FEE}}
        for wait in reversed(standing.may_wait_for):
            if wait in own.get(self._kind, set()):
                words = self.tr("Stop: wait for {wait}").format(wait=wait_words(wait))
                offered[words] = wait
        offered[self.tr("Leave the clock as it is")] = None
        return offered

    def _warn(self) -> None:
        if self._kind is SlipKind.SUPPLEMENT and self._facts.standing.was_supplemented:
            words = self.tr("Only one supplement may be asked for: a second counts as overdue.")
            self.add_mark("triangle-alert", Tint.AMBER, words)
        if self._kind is SlipKind.APOLOGY and self._facts.standing.was_extended:
            words = self.tr("A new time was promised once already: it should stay the only one.")
            self.add_mark("triangle-alert", Tint.AMBER, words)

    def _on_stated(self) -> None:
        papers = tuple(choice.paper for tick, choice in self._ticks if tick.box.isChecked())
        wait = self._wait.currentData()
        wish = GroundWish(
            self._kind,
            " ".join(self._reason.text().split()),
            " ".join(self._law.text().split()),
            papers,
            wait=Wait(wait) if wait else None,
        )
        if self._kind in _DECIDED:
            asked_by, stage, decision = self._asked_by.text(), self._stage.text(), self._decision.text()
            wish = replace(wish, asked_by=asked_by, stage=stage, decision=decision)
        if self._until:
            moment = self._until.dateTime().toPython()
            if isinstance(moment, datetime):
                wish = replace(wish, new_due_at=moment.replace(tzinfo=VIETNAM))
        self.stated.emit(wish)
