"""Voiding a dossier from its page: asked with a reason, and told where it was done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.dossier import Dossier
from counter_app.domain.void import Void
from counter_app.ui.icons import Tint
from counter_app.ui.widgets.page_facts import FactsCard, emptied
from counter_app.ui.widgets.page_words import moment_words
from counter_app.ui.widgets.parts import GRID, button
from counter_app.ui.widgets.reason_box import ReasonBox

_USUAL = {
    "wrong_procedure": "Nhập nhầm thủ tục",
    "wrong_person": "Nhập nhầm người nộp hoặc chủ hồ sơ",
    "twice": "Tiếp nhận trùng với hồ sơ khác",
    "withdrawn": "Công dân đề nghị không nộp nữa",
}
"""In Vietnamese, as they are kept and told."""


class VoidedCard(FactsCard):
    """Tells when, why and by whom a dossier was voided, and what has to be torn up."""

    def __init__(self, void: Void) -> None:
        super().__init__("", "dossier_void")
        self.entitle(self.tr("Voided"))
        self.add_fact(self.tr("When"), moment_words(void.at))
        self.add_fact(self.tr("Reason"), void.reason, name="void_reason")
        self.add_fact(self.tr("By"), void.official_sign)
        if void.reopened_as:
            self.add_line(self.tr("It became a draft again, to be received under another number"))
        if void.prints:
            words = self.tr("To be destroyed, papers printed of it: {count}").format(count=void.prints)
            self.add_mark("triangle-alert", Tint.AMBER, words)


class VoidPage(QWidget):
    """Made anew for each dossier; what destroys is asked for twice: with a reason, and by its button."""

    void_wanted = Signal(str)
    """Carries the reason."""

    def __init__(self) -> None:
        super().__init__()
        self._dossier: Dossier | None = None
        self._is_asking = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, GRID)
        self.hide()

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Offer to void this dossier, unless it was voided."""
        self._dossier = dossier
        self._is_asking = False
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._lay_out()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        emptied(self._column)
        dossier = self._dossier
        self.setVisible(dossier is not None and dossier.void is None)
        if dossier is None or dossier.void:
            return
        if self._is_asking:
            self._column.addWidget(self._question())
        else:
            offer = button(self.tr("&Void this dossier …"), "quiet", "trash-2", name="void_offer")
            offer.clicked.connect(lambda: self._ask(asking=True))
            row = QVBoxLayout()
            row.addWidget(offer)
            self._column.addLayout(row)

    def _question(self) -> FactsCard:
        card = FactsCard(self.tr("Void this dossier"), "void_question")
        words = self.tr("Its number stays in the register, crossed out. This cannot be taken back.")
        card.add_line(words)
        box = ReasonBox("void_box", _USUAL, look="danger")
        box.say(self.tr("Why is it voided?"), self.tr("Void for good"), self.tr("Leave it as it is"))
        box.confirmed.connect(self.void_wanted)
        box.dismissed.connect(lambda: self._ask(asking=False))
        card.add_part(box)
        return card

    def _ask(self, *, asking: bool) -> None:
        self._is_asking = asking
        self._lay_out()
        box = self.findChildren(ReasonBox, "void_box")
        if asking and box:
            box[-1].begin()
