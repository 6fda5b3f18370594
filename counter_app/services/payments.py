"""Payments as officials note them: how much, by which way, under which e-receipt; put right by adding."""

from __future__ import annotations

from counter_app.domain.history import Act, Deed
from counter_app.domain.office import Duty
from counter_app.domain.payment import Payment, PaymentWay
from counter_app.domain.rights import Right
from counter_app.errors import Refusal
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Store
from counter_app.services.timekeeping import Timekeeping


class NoAmount(Refusal):
    """A payment is of some đồng, and never takes back more than was paid."""


class Payments:
    """Keeps what was paid for dossiers; where a clock awaits the fee it begins with the payment."""

    def __init__(self, store: Store, times: Timekeeping, clock: Clock) -> None:
        self._store = store
        self._times = times
        self._clock = clock

    def of(self, dossier_id: str) -> tuple[Payment, ...]:
        """List what was noted for a dossier, the first payment first."""
        with self._store.work() as work:
            return work.records_of(Payment, dossier_id)

    def note(
        self, dossier_id: str, amount: int, way: PaymentWay, *, duty: Duty, receipt: str = ""
    ) -> Payment:
        """Append a payment, or with a negative amount what corrects one; raises NotFound and NoAmount."""
        now, sign = self._clock.now(), duty.official.sign
        payment = Payment(dossier_id, now, sign, amount, way, " ".join(receipt.split()))
        with self._store.work() as work:
            require(work, sign, Right.TAKE_FEE)
            dossier = work.dossier(dossier_id)
            paid = sum(one.amount for one in work.records_of(Payment, dossier_id))
            if not amount or paid + amount < 0:
                raise NoAmount
            work.add_record(payment)
            work.write_history(Act(Deed.PAID, dossier_id, sign, now, f"{way} {amount}"))
            work.commit()
        if paid + amount >= dossier.fee and self._times.standing(dossier_id).awaits_fee:
            self._times.pay_fee(dossier_id, sign)
        return payment
