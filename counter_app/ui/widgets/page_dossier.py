"""A dossier taken from the register: its facts, its papers, and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from counter_app.domain.dossier import Capacity, Dossier
from counter_app.domain.history import Act
from counter_app.domain.outcome import Outcome
from counter_app.domain.paper import Paper
from counter_app.services.ports import SignatureFacts
from counter_app.ui.icons import Tint
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.page_clock import ClockPage
from counter_app.ui.widgets.page_facts import FactsCard, emptied
from counter_app.ui.widgets.page_history import HistoryLine
from counter_app.ui.widgets.page_slips import SlipsPage
from counter_app.ui.widgets.page_together import ReceivedCard
from counter_app.ui.widgets.page_void import VoidedCard, VoidPage
from counter_app.ui.widgets.page_words import capacity_words, channel_words, code_on_screen, moment_words
from counter_app.ui.widgets.parts import GRID, Chip, chip, label, set_look
from counter_app.ui.widgets.slip_panel import SlipPanel

_HASH_LETTERS = 12
_KILO = 1024


class DossierPage(QScrollArea):
    """Lays a dossier out for reading; keeps nothing of it once it is cleared."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dossier_page")
        self._shown: tuple[Dossier, tuple[Act, ...]] | None = None
        self._together: tuple[Dossier, ...] = ()
        self._signatures: Mapping[str, SignatureFacts] = {}
        self._outcome: Outcome | None = None
        self._awaits_outcome = False
        self._signed_lines: dict[str, QLabel] = {}
        self._code = label(look="name", name="dossier_code")
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.clock = ClockPage()
        self.slips, self.voiding = SlipsPage(), VoidPage()
        self._void_chip = Chip()
        self._void_chip.setObjectName("void_chip")
        self._told, self._asked = QVBoxLayout(), QVBoxLayout()
        self._cards = QGridLayout()
        self._cards.setSpacing(2 * GRID)
        self._cards.setColumnStretch(0, 3)
        self._cards.setColumnStretch(1, 2)
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(self._code)
        head.addWidget(self._void_chip)
        head.addStretch(1)
        column.addLayout(head)
        column.addLayout(self._told)
        column.addWidget(self.clock)
        column.addLayout(self._cards)
        column.addWidget(self.slips)
        column.addLayout(self._asked)
        column.addWidget(self.voiding)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._retranslate()

    @property
    def dossier_id(self) -> str:
        """Which dossier is shown; empty where none is."""
        return self._shown[0].dossier_id if self._shown else ""

    def show_dossier(self, dossier: Dossier, acts: tuple[Act, ...]) -> None:
        """Show a dossier and its history."""
        if dossier.dossier_id != self.dossier_id:
            self.clock.show_standing(None)
            self.slips.show_offered(())
            emptied(self._asked)
        self._shown = (dossier, acts)
        self._awaits_outcome = False
        self._void_chip.say(self.tr("void"), Tone.ERROR, "x")
        self._void_chip.setVisible(dossier.void is not None)
        self.voiding.show_dossier(dossier)
        emptied(self._told)
        if dossier.void:
            self._told.addWidget(VoidedCard(dossier.void))
        self._code.setText(code_on_screen(dossier.code, dossier.final_code))
        emptied(self._cards)
        self._cards.addWidget(self._facts(dossier), 0, 0)
        self._cards.addWidget(self._papers(dossier), 1, 0)
        self._cards.addWidget(self._history(acts), 0, 1, 4, 1)
        self.verticalScrollBar().setValue(0)

    def show_together(self, dossiers: tuple[Dossier, ...]) -> None:
        """List what was received together with the dossier, itself marked; nothing where it came alone."""
        self._together = dossiers
        if dossiers:
            self._cards.addWidget(ReceivedCard(dossiers, shown=self.dossier_id), 2, 0)

    def ask(self, panel: SlipPanel | None) -> None:
        """Ask in place what a slip is to say; None takes the question away."""
        emptied(self._asked)
        if panel is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        panel.dismissed.connect(lambda: self.ask(None))
        self._asked.addWidget(panel)
        panel.begin()
        QTimer.singleShot(0, self, self._show_question)
        longer = self.verticalScrollBar().rangeChanged  # the page grows only after the timer has run
        longer.connect(self._show_question, Qt.ConnectionType.SingleShotConnection)

    def _show_question(self) -> None:
        """Bring the question into sight once it has its place."""
        item = self._asked.itemAt(0)
        panel = item.widget() if item else None
        if panel:
            self.ensureWidgetVisible(panel, 0, 0)
            self.verticalScrollBar().setValue(panel.y() - GRID)

    @property
    def awaits_outcome(self) -> bool:
        """Whether the dossier shown is known to have nothing handed over yet."""
        return self._awaits_outcome and not (self._shown and self._shown[0].void)

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show what was handed over, to whom and when; None while nothing was."""
        self._awaits_outcome, self._outcome = outcome is None, outcome
        if outcome:
            self._cards.addWidget(self._handed_over(outcome), 3, 0)

    def show_signatures(self, found: Mapping[str, SignatureFacts]) -> None:
        """Say below each paper whose signature it carries, and whether it still fits what was signed."""
        self._signatures = found
        for slot, facts in found.items():
            line = self._signed_lines.get(slot)
            if line:
                line.setText(self._signed_words(facts))
                set_look(line, "look", "hint" if facts.is_intact else "warning")
                line.show()

    def clear(self) -> None:
        """Show nothing."""
        self._shown, self._together, self._signatures, self._signed_lines = None, (), {}, {}
        self._outcome, self._awaits_outcome = None, False
        self._code.clear()
        self.clock.show_standing(None)
        self.slips.show_offered(())
        self.voiding.show_dossier(None)
        self._void_chip.hide()
        emptied(self._told)
        emptied(self._asked)
        emptied(self._cards)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The dossier"))
        if self._shown:
            self.show_dossier(*self._shown)
            self.show_together(self._together)
            self.show_outcome(self._outcome)
            self.show_signatures(self._signatures)

    def _facts(self, dossier: Dossier) -> FactsCard:
        facts = FactsCard(dossier.procedure_name, "dossier_facts")
        if dossier.training:
            facts.add_part(chip(self.tr("training"), Tone.TRAINING, "graduation-cap"))
        facts.add_fact(self.tr("Holder"), dossier.holder_name, look="strong", name="dossier_holder")
        if dossier.child_name:
            facts.add_fact(self.tr("Number"), self.tr("no ID number yet"), name="dossier_number")
        else:
            number = dossier.whose.citizen_id.masked
            facts.add_fact(self.tr("Number"), number, look="code", name="dossier_number")
        if dossier.capacity is not Capacity.SELF:
            facts.add_fact(self.tr("Applicant"), dossier.applicant.full_name)
            facts.add_fact(self.tr("Files"), capacity_words(dossier.capacity))
        facts.add_fact(self.tr("Filed"), channel_words(dossier.filing.channel), name="dossier_channel")
        facts.add_fact(self.tr("Received"), moment_words(dossier.received_at))
        facts.add_fact(self.tr("Ready at"), moment_words(dossier.due_at), look="strong", name="dossier_due")
        facts.add_fact(self.tr("Time"), dossier.processing_words)
        facts.add_fact(self.tr("Fee"), dossier.fee_words)
        facts.add_fact(self.tr("Received by"), f"{dossier.official_name} · {dossier.counter}")
        facts.add_fact(self.tr("Prints"), str(dossier.prints), name="dossier_prints")
        return facts

    def _papers(self, dossier: Dossier) -> FactsCard:
        facts = FactsCard(self.tr("Papers"), "dossier_papers")
        self._signed_lines = {}
        for paper in dossier.papers:
            facts.add_mark("file-text", Tint.QUIET, paper.name)
            facts.add_line(self._sealed_words(paper), look="code", name=f"sealed_{paper.slot}")
            self._signed_lines[paper.slot] = facts.add_line("", name=f"signed_{paper.slot}")
            self._signed_lines[paper.slot].hide()
        for excuse in dossier.excuses:
            words = self.tr("{paper} – not handed in: {reason}")
            facts.add_mark("minus", Tint.QUIET, words.format(paper=excuse.name, reason=excuse.reason))
        if not dossier.papers and not dossier.excuses:
            facts.add_line(self.tr("None but the form"))
        return facts

    def _sealed_words(self, paper: Paper) -> str:
        words = self.tr("pages: {count}").format(count=len(paper.pages))
        if paper.reused_from:
            words = self.tr("used again from dossier {code}").format(code=paper.reused_from)
        if paper.document is None:
            return words
        size = max(1, round(paper.document.size / _KILO))
        return f"{words} · {size} KB · sha-256 {paper.document.sha256[:_HASH_LETTERS]}…"

    def _signed_words(self, facts: SignatureFacts) -> str:
        if not facts.is_intact:
            return self.tr("The signature of {name} does not fit what is stored").format(name=facts.holder)
        when = moment_words(facts.signed_at) if facts.signed_at else "–"
        words = self.tr("Signed by {name}, {when}; unchanged since")
        return words.format(name=facts.holder, when=when)

    def _handed_over(self, outcome: Outcome) -> FactsCard:
        facts = FactsCard(self.tr("Outcome"), "dossier_outcome")
        facts.add_mark("badge-check", Tint.VERIFIED, outcome.paper.name)
        when = moment_words(outcome.handed_over_at)
        words = self.tr("handed over to {name}, {when}").format(name=outcome.recipient.full_name, when=when)
        facts.add_line(words, name="handed_over_to")
        facts.add_line(self._sealed_words(outcome.paper), look="code", name="sealed_outcome")
        return facts

    def _history(self, acts: tuple[Act, ...]) -> FactsCard:
        facts = FactsCard(self.tr("History"), "dossier_history")
        facts.add_part(HistoryLine(acts))
        return facts
