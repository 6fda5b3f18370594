"""What was paid for a dossier: what was noted so far, and one more payment."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal

from counter_app.domain.fees import money
from counter_app.domain.payment import Payment, PaymentWay
from counter_app.domain.slip import SlipKind
from counter_app.ui.widgets.page_words import moment_words, slip_words, way_words
from counter_app.ui.widgets.slip_panel import SlipPanel


@dataclass(frozen=True, slots=True)
class PaymentWish:
    """A payment that is to be noted, as it was typed."""

    amount: str
    way: PaymentWay
    receipt: str


class PaymentPanel(SlipPanel):
    """A payment that was noted stays; a mistake is put right by one of the opposite amount."""

    noted = Signal(object)
    """Carries the PaymentWish."""
    print_wanted = Signal(object)
    """Carries the SlipKind."""

    def __init__(self, payments: tuple[Payment, ...], fee: int) -> None:
        super().__init__(slip_words(SlipKind.FEE), "payment")
        for at, one in enumerate(payments):
            parts = (money(one.amount), way_words(one.way), one.receipt, moment_words(one.at))
            self.add_line(" · ".join(part for part in parts if part), look="", name=f"payment_row_{at}")
        left = fee - sum(one.amount for one in payments)
        self.add_fact(self.tr("Due"), money(fee))
        self.add_fact(self.tr("Still open"), money(left) if left else self.tr("nothing"), name="payment_left")
        self._amount = self.add_question("amount", self.tr("Amount in đồng"), str(left) if left else "")
        ways = {way_words(way): way for way in PaymentWay}
        self._way = self.add_choice("way", self.tr("How it was paid"), dict(ways))
        self._receipt = self.add_question("receipt", self.tr("Number of the official e-receipt"))
        self.add_line(self.tr("A mistake is put right by noting the opposite amount, with a minus."))
        self.add_button(self.tr("Note this payment"), self._on_noted, look="primary", key="keep")
        self.add_button(
            self.tr("Print the fee slip"), lambda: self.print_wanted.emit(SlipKind.FEE), key="print"
        )
        self.add_button(self.tr("Leave it"), self.dismissed.emit, look="quiet", key="leave")
        self.finish()

    def _on_noted(self) -> None:
        way = PaymentWay(self._way.currentData())
        self.noted.emit(PaymentWish(self._amount.text(), way, self._receipt.text()))
