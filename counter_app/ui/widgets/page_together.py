"""Several dossiers that are received together: each with its time and fee, and what is paid for all."""

from __future__ import annotations

from counter_app.domain.dossier import Dossier
from counter_app.domain.fees import money
from counter_app.services.reception import Promise
from counter_app.ui.widgets.page_facts import FactsCard
from counter_app.ui.widgets.page_words import moment_words
from counter_app.ui.widgets.parts import GRID

_CODE_END = 4
"""Letters at the end of a code by which dossiers received together are told apart."""


class PromisedCard(FactsCard):
    """What is promised of each dossier before it is received."""

    def __init__(self, promises: tuple[Promise, ...]) -> None:
        super().__init__("", "review_together")
        self.entitle(self.tr("Dossiers: {count}").format(count=len(promises)))
        for at, promise in enumerate(promises):
            terms = promise.terms
            name = self.add_line(
                promise.part.sheet.procedure.short_name, look="strong", name=f"together_{at}"
            )
            name.setContentsMargins(0, GRID if at else 0, 0, 0)
            self.add_fact(self.tr("Ready at"), moment_words(terms.due.moment), name=f"together_due_{at}")
            self.add_fact(self.tr("Time"), terms.due.words)
            self.add_fact(self.tr("Fee"), terms.fee.words, name=f"together_fee_{at}")
        total = sum(promise.terms.fee.amount for promise in promises)
        self.add_fact(self.tr("To be paid"), money(total), look="figures", name="together_total")
        for words in dict.fromkeys(one.terms.fee.tip.words for one in promises if one.terms.fee.tip):
            self.add_line(words, name="together_tip")


class ReceivedCard(FactsCard):
    """The codes of dossiers that were received together; ``shown`` is the one whose page this is."""

    def __init__(self, dossiers: tuple[Dossier, ...], *, shown: str = "") -> None:
        super().__init__("", "filed_together")
        self.entitle(self.tr("Received together: {count}").format(count=len(dossiers)))
        for at, dossier in enumerate(dossiers):
            look = "" if shown and dossier.dossier_id != shown else "strong"
            code = self.add_line(dossier.code, look=look, name=f"together_code_{at}")
            code.setContentsMargins(0, GRID if at else 0, 0, 0)
            self.add_line(dossier.procedure_name, look="")
            due = self.tr("Ready at {moment}").format(moment=moment_words(dossier.due_at))
            self.add_line(due, name=f"together_due_{at}")
            if dossier.waits_for:
                codes = ", ".join(code[-_CODE_END:] for code in dossier.waits_for)
                words = self.tr("counted from the outcome of dossier …{codes}").format(codes=codes)
                self.add_line(words, name=f"together_waits_{at}")
