"""The citizen's status page behind the code on an acknowledgement: state and due time, and nobody's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

import sqlalchemy as sa

from counter_app.domain.calendar import VIETNAM
from counter_app.domain.claim import Claim, ClaimedDossier, read_claim, whole_minute
from counter_app.hub.clock import Clock
from counter_app.hub.database import Database
from counter_app.hub.devices import Devices
from counter_app.hub.keys import is_signed_by
from counter_app.hub.status_words import WORDS, Language, Words, state_words
from counter_app.hub.tables import dossiers
from counter_app.wire.changes import DossierState

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "X-Content-Type-Options": "nosniff",
}
_Row = sa.Row[*tuple[Any, ...]]
_ENDED = frozenset(
    {DossierState.HANDED_OVER, DossierState.REFUSED, DossierState.STOPPED, DossierState.VOIDED}
)
_STYLE = (
    "*{box-sizing:border-box}body{margin:0;padding:16px;font:18px/1.5 system-ui,sans-serif;color:#1b1f24;"
    "background:#f4f5f7}main{max-width:34rem;margin:0 auto}h1{font-size:1.3rem;margin:.5rem 0 1rem}"
    "section{background:#fff;border:1px solid #d5d9de;border-radius:10px;padding:16px;margin:0 0 16px}"
    "dt{font-size:.85rem;color:#57606a}dd{margin:0 0 .8rem;overflow-wrap:anywhere}dd.s{font-size:1.2rem;"
    "font-weight:600}dl{margin:0}dl dd:last-child{margin-bottom:0}p.w{background:#fff3d6;color:#5c3d00;"
    "border-radius:8px;padding:10px 12px;margin:0 0 12px}p.f{font-size:.85rem;color:#57606a}"
    "a{color:#0b57d0;display:inline-block;padding:8px 0}"
    "@media(prefers-color-scheme:dark){body{background:#16191d;color:#e8eaed}section{background:#1f2328;"
    "border-color:#3a4048}dt,p.f{color:#a8b0b9}a{color:#8ab4f8}p.w{background:#4a3500;color:#ffe2a8}}"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as HTML, and the status with which it is answered."""

    html: str
    status: int


@dataclass(frozen=True, slots=True)
class _Line:
    """One dossier as the page shows it; ``state`` is None where it has not arrived yet."""

    code: str
    received_at: datetime
    due_at: datetime
    state: DossierState | None
    reason: str
    training: bool


class StatusPages:
    """Makes the page of one acknowledgement, for whoever holds the paper."""

    def __init__(self, database: Database, devices: Devices, clock: Clock) -> None:
        self._database = database
        self._devices = devices
        self._clock = clock

    def page(self, token: str, language: Language) -> Page:
        """Show where the dossiers of a claim stand; a claim that no known desk has signed shows nothing."""
        words = WORDS[language]
        now = self._clock.now()
        signed = read_claim(token)
        key = self._devices.public_key(signed.claim.key_id) if signed else b""
        if signed is None or not is_signed_by(key, signed.message, signed.signature):
            said = f'<p class="w">{escape(words.not_ours)}</p><p>{escape(words.advice)}</p>'
            return Page(_whole(words, language, f"<section>{said}</section>", now), 404)
        sections = "".join(_section(line, words, now) for line in self._lines(signed.claim))
        return Page(_whole(words, language, sections, now), 200)

    def _lines(self, claim: Claim) -> Sequence[_Line]:
        codes = [one.code for one in claim.dossiers]
        columns = dossiers.c
        named = columns.code.in_(codes) | columns.provisional_code.in_(codes)
        with self._database.work() as connection:
            rows = connection.execute(sa.select(dossiers).where(named)).all()
        return [_line(one, claim, _meant(rows, one.code, claim)) for one in claim.dossiers]


def _meant(rows: Sequence[_Row], code: str, claim: Claim) -> _Row | None:
    """Give the dossier of a code that a claim tells of; others were voided before it or received after."""
    named = [row for row in rows if code in (row.code, row.provisional_code)]

    def is_another(row: _Row) -> tuple[bool, bool]:
        return whole_minute(row.received_at) != claim.received_at, row.state == DossierState.VOIDED

    return min(named, key=is_another, default=None)


def _line(one: ClaimedDossier, claim: Claim, row: _Row | None) -> _Line:
    if row is None:
        return _Line(one.code, claim.received_at, one.due_at, None, "", training=False)
    state = DossierState(row.state)
    return _Line(row.code, row.received_at, row.due_at, state, row.reason, training=row.training)


def _section(line: _Line, words: Words, now: datetime) -> str:
    warnings = []
    if line.training:
        warnings.append(words.training)
    if line.state is None:
        warnings.append(words.unknown)
    elif line.state not in _ENDED and line.state is not DossierState.WAITING and line.due_at < now:
        warnings.append(words.overdue)
    facts = [(words.code, line.code), (words.received, _moment(line.received_at))]
    facts.append((words.due, _moment(line.due_at)))
    said = "".join(f'<p class="w">{escape(one)}</p>' for one in warnings)
    state = ""
    if line.state:
        stands = escape(state_words(words, line.state, line.reason))
        state = f'<dt>{escape(words.state)}</dt><dd class="s">{stands}</dd>'
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts)
    return f"<section>{said}<dl>{state}{listed}</dl></section>"


def _whole(words: Words, language: Language, inside: str, now: datetime) -> str:
    other = Language.ENGLISH if language is Language.VIETNAMESE else Language.VIETNAMESE
    as_of = f"{words.as_of} {_moment(now)}"
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(words.title)}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{escape(words.title)}</h1>{inside}"
        f'<p class="f">{escape(as_of)}</p><a href="?lang={other}" lang="{other}">'
        f"{escape(words.other_language)}</a></main></body></html>"
    )


def _moment(moment: datetime) -> str:
    """Write a moment in Vietnam's time, as the paper does."""
    return moment.astimezone(VIETNAM).strftime("%H:%M, %d/%m/%Y")
