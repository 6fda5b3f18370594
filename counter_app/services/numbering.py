"""Numbering: which code a dossier gets at this desk, with a hub behind it or without one."""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.dossier_code import AnyCode, DossierCode, ExistingCode, ProvisionalCode
from counter_app.domain.office import Office
from counter_app.services.enrolment import kept_enrolment
from counter_app.services.ports import Work

_PROVISIONAL = "TAM-"


def series_of(office: Office) -> tuple[str, str]:
    """Name the series of an office's day: that of its own numbers, and that of provisional ones."""
    return office.code, f"{_PROVISIONAL}{office.code}"


def next_code(work: Work, office: Office, now: datetime, *, existing: str = "") -> AnyCode:
    """Take the next code of the office's day within a transaction; raises NumbersUsedUp.

    A code that the dossier came with, as from the national portal, stays; raises NotADossierCode. A desk that
    belongs to no hub numbers by itself. With a hub it takes what the hub leased, and where that is used up a
    provisional code, in whose place the hub gives a lasting one later.
    """
    if existing:
        return ExistingCode(existing)
    day, training = now.date(), office.training
    enrolment = kept_enrolment(work)
    if enrolment is None:
        return DossierCode(office.code, day, work.next_number(office.code, day), training=training)
    while (leased := work.take_leased(office.code, day)) is not None:
        code = DossierCode(office.code, day, leased, training=training)
        if not work.is_code_given(str(code)):  # by this desk itself, before it belonged to a hub
            return code
    number = work.next_number(series_of(office)[1], day)
    return ProvisionalCode(office.code, day, enrolment.counter, number, training=training)
