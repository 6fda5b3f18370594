"""Every word of what the citizen takes home or gets by post: fee slip, large-type slip, labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.dossier import Dossier
from counter_app.domain.office import Duty, Office
from counter_app.domain.payment_code import PaymentOrder, payment_code, transfer_words
from counter_app.domain.procedure import Procedure
from counter_app.services.slip_subject import SlipSubject, slip_head
from forms.wording import long_date, money, money_in_words
from printing.citizen_slip import CitizenWords
from printing.fee_slip import FeeItem, FeeWords, TransferWords
from printing.labels import MailLabelWords, PageLabelWords
from printing.tear_off import TearOffLine, TearOffWords

_DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_BRING = ("Giấy tiếp nhận hồ sơ và hẹn trả kết quả",)


@dataclass(frozen=True, slots=True)
class CollectingAccount:
    """The account of the body that collects fees, never a person's; ``bank`` are its bank's six digits."""

    bank_name: str
    bank: str
    account: str
    holder: str


def fee_words(
    subject: SlipSubject,
    dossier: Dossier,
    *,
    duty: Duty,
    when: datetime,
    account: CollectingAccount | None = None,
    receipt: str = "",
) -> FeeWords:
    """Say what a dossier costs; the code to pay by stands there where something is due and an account known.

    ``receipt`` is the number of the official e-receipt with its series, once there is one.
    """
    total = money(dossier.fee)
    return FeeWords(
        head=slip_head(duty.office, subject.code, when, "TTNP"),
        concerned=subject.concerned,
        items=(FeeItem(f"{dossier.procedure_name}: {dossier.fee_words}", total),),
        total=total,
        total_in_words=money_in_words(dossier.fee),
        receipt=receipt,
        official_name=duty.official.full_name,
        transfer=_transfer(dossier, account) if account and dossier.fee else None,
    )


def citizen_words(subject: SlipSubject, dossier: Dossier, pack: Procedure, office: Office) -> CitizenWords:
    """Say in few words when the citizen comes back, where, and with what."""
    due = dossier.due_at
    return CitizenWords(
        office=office.name,
        citizen=subject.concerned.applicant,
        request=subject.concerned.request,
        dossier_code=dossier.known_code,
        due_hour=f"{due:%H} giờ {due:%M} phút, {_DAYS[due.weekday()]}",
        due_day=long_date(due.date()),
        place=pack.outcome_place,
        phone=office.phone,
        fee=money(dossier.fee) if dossier.fee else "",
        bring=_BRING,
    )


def tear_off_words(
    together: Sequence[Dossier], pack: Procedure, office: Office, *, claim: str
) -> TearOffWords:
    """Say on a small slip when to come back for one dossier, or for all that were received together.

    ``pack`` is that of the dossier asked about; ``claim`` is what the slip's code says.
    """
    first, several = together[0], len(together) > 1
    due = max(one.due_at for one in together)
    more = f" (cùng {len(together) - 1} hồ sơ)" if several else ""
    return TearOffWords(
        office=office.name,
        counter=first.counter,
        dossier_code=f"{first.known_code}{more}",
        request="" if several else pack.request_words,
        received_at=f"{first.received_at:%H} giờ {first.received_at:%M} phút, {first.received_at:%d/%m/%Y}",
        due_hour=f"{due:%H} giờ {due:%M} phút, {_DAYS[due.weekday()]}",
        due_day=f"{due:%d/%m/%Y}",
        place=pack.outcome_place,
        phone=office.phone,
        code_payload=claim,
        lines=tuple(map(_tear_off_line, together)) if several else (),
    )


def _tear_off_line(dossier: Dossier) -> TearOffLine:
    return TearOffLine(dossier.known_code, f"{dossier.due_at:%H giờ %M, %d/%m/%Y}")


def page_label_words(dossier: Dossier) -> tuple[PageLabelWords, ...]:
    """Name every page that was handed in; a paper found among earlier ones has none here."""
    papers = [paper for paper in dossier.papers if paper.pages]
    return tuple(
        PageLabelWords(
            dossier.known_code, paper.name, f"Giấy tờ {at}/{len(papers)} · Trang {page}/{len(paper.pages)}"
        )
        for at, paper in enumerate(papers, 1)
        for page in range(1, len(paper.pages) + 1)
    )


def mail_label_words(subject: SlipSubject, office: Office) -> MailLabelWords:
    """Address a letter with the outcome to who filed the dossier."""
    return MailLabelWords(
        sender=office.name,
        sender_place=f"{office.commune}, {office.province}",
        sender_phone=office.phone,
        addressee=subject.concerned.applicant,
        address=subject.concerned.address,
        phone=subject.concerned.phone,
        dossier_code=subject.code,
    )


def _transfer(dossier: Dossier, account: CollectingAccount) -> TransferWords:
    content = transfer_words(f"LP {dossier.known_code}")
    order = PaymentOrder(account.bank, account.account, dossier.fee, content)
    return TransferWords(
        bank=f"{account.bank_name} (BIN {account.bank})",
        account=account.account,
        account_holder=account.holder,
        amount=money(dossier.fee),
        content=content,
        payload=payment_code(order),
    )
