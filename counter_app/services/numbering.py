"""Numbering: which code a dossier gets at this desk, with a hub behind it or without one."""

from __future__ import annotations

import hashlib
from datetime import datetime

from counter_app.domain.dossier_code import AnyCode, DossierCode, ExistingCode, ProvisionalCode
from counter_app.domain.office import Office
from counter_app.services.ports import Work

DEVICE = "hub.device"
"""The preference that names this desk as its hub knows it; empty while it belongs to none."""
_PROVISIONAL = "TAM-"
_COUNTER_LETTERS = 4


def next_code(work: Work, office: Office, now: datetime, *, existing: str = "") -> AnyCode:
    """Take the next code of the office's day within a transaction; raises NumbersUsedUp.

    A code that the dossier came with, as from the national portal, stays; raises NotADossierCode. A desk that
    belongs to no hub numbers by itself. With a hub it takes what the hub leased, and where that is used up a
    provisional code, in whose place the hub gives a lasting one later.
    """
    if existing:
        return ExistingCode(existing)
    day, training = now.date(), office.training
    device = work.preference(DEVICE)
    if not device:
        return DossierCode(office.code, day, work.next_number(office.code, day), training=training)
    leased = work.take_leased(office.code, day)
    if leased is not None:
        return DossierCode(office.code, day, leased, training=training)
    number = work.next_number(f"{_PROVISIONAL}{office.code}", day)
    return ProvisionalCode(office.code, day, counter_letters(device), number, training=training)


def counter_letters(device: str) -> str:
    """Give the letters that keep the provisional codes of two desks apart, made of the hub's name for one."""
    return hashlib.sha256(device.encode()).hexdigest()[:_COUNTER_LETTERS].upper()
