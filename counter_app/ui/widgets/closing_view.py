"""Closing the shift in the window: what was counted, what does not agree, and the sheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.fees import money
from counter_app.domain.tally import Mismatch, Tally
from counter_app.ui.closing_words import difference_words, mended_by_words
from counter_app.ui.icons import Tint
from counter_app.ui.widgets.page_facts import FactsCard, emptied
from counter_app.ui.widgets.page_words import way_words
from counter_app.ui.widgets.parts import GRID, button, label, roomy, scrolled
from counter_app.ui.widgets.reason_box import ReasonBox

_WIDE_EMS, _HIGH_EMS = 52, 40
_LETTERS = 26
_USUAL = {
    "power": "Máy mất điện hoặc bị tắt khi đang cấp số",
    "trial": "Cấp số thử khi cài đặt, bảo trì máy",
}
"""In Vietnamese, as they are kept and told."""


class ClosingView(QDialog):
    """Shows a count made anew each time; a shift may be closed with differences, which the sheet names."""

    close_wanted = Signal()
    count_wanted = Signal()
    register_wanted = Signal()
    """The pages of the register (07) of the day are wanted."""
    gap_explained = Signal(int, str)
    """Carries the number and the reason."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("closing_view")
        self.setModal(True)
        self._tally: Tally | None = None
        self._title = label(look="title", name="closing_title", wraps=True)
        self._said = label(look="warning", name="closing_said", wraps=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GRID)
        self._close = button("", "primary", name="closing_done")
        self._again = button("", "secondary", "refresh-cw", name="closing_count")
        self._register = button("", "secondary", "printer", name="closing_register")
        self._leave = button("", "quiet", name="closing_leave")
        self._close.clicked.connect(self.close_wanted)
        self._again.clicked.connect(self.count_wanted)
        self._register.clicked.connect(self.register_wanted)
        self._leave.clicked.connect(self.reject)
        for quiet in (self._again, self._register, self._leave):
            quiet.setAutoDefault(False)
        self._lay_out()
        self._close.setDefault(True)
        self._retranslate()

    def begin(self) -> None:
        """Open, and have everything counted."""
        self._tally = None
        emptied(self._cards)
        self._cards.addWidget(label(self.tr("Counting …"), "hint", name="closing_busy"))
        self.say("")
        self._close.setEnabled(False)
        self.open()
        self.count_wanted.emit()

    def show_tally(self, tally: Tally) -> None:
        """Show what was counted."""
        self._tally = tally
        self._close.setEnabled(True)
        self._show()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say how it went; no words take it back."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        tally = self._tally
        if tally is None:
            return
        emptied(self._cards)
        self._cards.addWidget(self._balance(tally))
        for number in [int(one.about) for one in tally.differences if one.kind is Mismatch.GAP][:1]:
            self._cards.addWidget(self._gap(number))
        self._cards.addWidget(self._counted(tally))
        if tally.voided or tally.gaps:
            self._cards.addWidget(self._unused(tally))
        self._cards.addStretch(1)

    def _balance(self, tally: Tally) -> FactsCard:
        card = FactsCard(self.tr("Does it balance?"), "closing_balance")
        if tally.is_balanced:
            words = self.tr("Yes: numbers, dossiers, acknowledgements, pages and fees agree")
            card.add_mark("circle-check", Tint.VERIFIED, words, look="strong").setObjectName("closing_state")
            return card
        words = self.tr("Not yet, differences: {count}").format(count=len(tally.differences))
        card.add_mark("triangle-alert", Tint.AMBER, words, look="strong").setObjectName("closing_state")
        for at, one in enumerate(tally.differences):
            card.add_line(difference_words(one), look="", name=f"difference_{at}")
            card.add_line(mended_by_words(one.kind))
        return card

    def _gap(self, number: int) -> FactsCard:
        card = FactsCard(self.tr("Number {number} has no dossier").format(number=number), "closing_gap")
        box = ReasonBox("gap_box", _USUAL)
        box.say(self.tr("Why is there no dossier?"), self.tr("Keep the reason"), self.tr("Later"))
        box.confirmed.connect(lambda reason: self.gap_explained.emit(number, reason))
        box.dismissed.connect(card.hide)
        card.add_part(box)
        return card

    def _counted(self, tally: Tally) -> FactsCard:
        card = FactsCard(self.tr("Counted"), "closing_counted", label_letters=_LETTERS)
        numbers = f"{tally.given}"
        if tally.given:
            numbers += f" ({tally.first_number:04} – {tally.last_number:04})"
        card.add_fact(self.tr("Numbers given today"), numbers, name="counted_numbers")
        if tally.left:
            left = ", ".join(f"{one.first:04} – {one.last:04}" for one in tally.left)
            card.add_fact(
                self.tr("Leased by the hub, not used"), f"{tally.left_count} ({left})", name="counted_left"
            )
        card.add_fact(self.tr("Received in this shift"), str(tally.received), name="counted_received")
        card.add_fact(self.tr("By others or with another shift"), str(tally.others))
        card.add_fact(self.tr("Acknowledgements printed"), str(tally.prints))
        card.add_fact(self.tr("Papers digitised"), str(tally.papers))
        whole = self.tr("{whole} of {pages} whole").format(whole=tally.whole, pages=tally.pages)
        card.add_fact(self.tr("Sealed files"), whole, name="counted_pages")
        card.add_fact(self.tr("Fees due"), money(tally.due))
        card.add_fact(self.tr("Fees paid"), money(tally.paid), name="counted_paid")
        for one in tally.takings:
            card.add_fact("", f"{way_words(one.way)}: {money(one.amount)}")
        return card

    def _unused(self, tally: Tally) -> FactsCard:
        card = FactsCard(self.tr("Numbers without a dossier"), "closing_unused", label_letters=_LETTERS)
        for one in (*tally.voided, *tally.gaps):
            card.add_fact(one.code or f"{one.number:04}", one.reason or self.tr("not explained yet"))
        return card

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Close the shift"))
        self._title.setText(self.tr("Close the shift"))
        self._close.setText(self.tr("&Close and print"))
        self._again.setText(self.tr("Count &again"))
        self._register.setText(self.tr("&Register pages (07)"))
        self._leave.setText(self.tr("&Leave it open"))

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setLayout(self._cards)
        self._cards.setContentsMargins(0, 0, GRID, 0)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        for part in (self._again, self._register):
            foot.addWidget(part)
        foot.addStretch(1)
        for part in (self._leave, self._close):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._said)
        column.addWidget(scrolled(inside), stretch=1)
        column.addLayout(foot)
        self.resize(roomy(self, _WIDE_EMS, _HIGH_EMS))
