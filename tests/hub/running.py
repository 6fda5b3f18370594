"""A hub to talk to: PostgreSQL of its own, desks that sign, and a clock that the test sets."""

from __future__ import annotations

import importlib.util
import json
import secrets
import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol, TypeVar

from contracts.samples import dossier, paper
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from counter_app.domain.dossier import Dossier
from counter_app.hub.clock import unix_ms
from counter_app.hub.keys import to_base64
from counter_app.wire import signing
from counter_app.wire.devices import Enrolled, Enrolment
from counter_app.wire.entries import Entries, Entry, Receipt, Receipts
from counter_app.wire.papers import CHUNK
from counter_app.wire.telling import dossier_report
from counter_app.wire.text import embedded, from_json, to_json

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[2]
OFFICE = "H26.99.10"
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def postgres_module() -> ModuleType:
    """Load .ci/postgres.py, which is no package."""
    spec = importlib.util.spec_from_file_location("ci_postgres", ROOT / ".ci" / "postgres.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["ci_postgres"] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


@dataclass(slots=True)
class SetClock:
    """A clock that stands until the test moves it."""

    moment: datetime = NOON

    def now(self) -> datetime:
        """Say the moment."""
        return self.moment

    def pass_(self, **time: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**time)


class Answer(Protocol):
    """What is used of an answer, be it over a socket or not."""

    status_code: int
    content: bytes
    text: str
    headers: Any


@dataclass(slots=True)
class Desk:
    """A desk that signs its requests."""

    line: Any
    """A client, be it over a socket or not."""
    clock: Any
    office: str = OFFICE
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    device_id: str = ""
    counter: str = ""

    def enrol(self, code: str, name: str = "Quầy 1") -> Desk:
        """Become known."""
        public = to_base64(self.key.public_key().public_bytes_raw())
        asked = Enrolment(code, name, self.office, public)
        answer = self.line.request("POST", "/v1/devices", content=to_json(asked))
        assert answer.status_code == 200, answer.text
        enrolled = from_json(Enrolled, answer.content)
        self.device_id, self.counter = enrolled.device_id, enrolled.counter
        return self

    def headers(self, method: str, target: str, body: bytes = b"", **other: str) -> dict[str, str]:
        """Sign a request."""
        time_ms = int(other.get("time_ms", unix_ms(self.clock.now())))
        nonce = other.get("nonce", secrets.token_hex(16))
        text = signing.signed_text(method, target, time_ms=time_ms, nonce=nonce, body=body)
        return {
            signing.DEVICE: self.device_id,
            signing.TIME: str(time_ms),
            signing.NONCE: nonce,
            signing.SIGNATURE: to_base64(self.key.sign(text)),
        }

    def ask(self, method: str, target: str, body: object = b"") -> Answer:
        """Send a signed request: bytes, or a message."""
        content = body if isinstance(body, bytes) else to_json(body).encode()
        headers = self.headers(method, target, content)
        answer: Answer = self.line.request(method, target, content=content, headers=headers)
        return answer

    def told(self, kind: type[T], method: str, target: str, body: object = b"") -> T:
        """Send a signed request and read the answer, which must be a success."""
        answer = self.ask(method, target, body)
        assert answer.status_code == 200, answer.text
        return from_json(kind, answer.content)

    def report(self, *entries: Entry) -> tuple[Receipt, ...]:
        """Report entries."""
        return self.told(Receipts, "POST", "/v1/entries", Entries(entries)).receipts

    def upload(self, content: bytes, sha256: str) -> None:
        """Send a paper whole."""
        for start in range(0, len(content), CHUNK):
            target = f"/v1/papers/{sha256}?offset={start}&size={len(content)}"
            answer = self.ask("PUT", target, content[start : start + CHUNK])
            assert answer.status_code == 200, answer.text
        answer = self.ask("POST", f"/v1/papers/{sha256}/complete")
        assert answer.status_code == 200, answer.text


def error_of(answer: Answer) -> str:
    """Give the code of an answer that is no success."""
    assert answer.status_code != 200, answer.text
    code: str = json.loads(answer.content)["error"]
    return code


def received(number: int = 1, *, sha256: str = "", **changes: Any) -> Dossier:  # noqa: ANN401 - any field
    """Make a received dossier of the office, with a paper where its hash is given."""
    one = dossier(number, received_at=NOON)
    papers = (paper(sha256),) if sha256 else ()
    return replace(one, papers=papers, training=False, **changes)


def entry_of(one: Dossier, entry_id: str = "", office: str = OFFICE) -> Entry:
    """Make the entry that reports a dossier."""
    content = embedded(dossier_report(one, office))
    return Entry(entry_id or f"e-{one.dossier_id}", "dossier", one.dossier_id, content, NOON)


def event_of(kind: str, report: Any, entry_id: str) -> Entry:  # noqa: ANN401 - any report about a dossier
    """Make the entry that reports something that happened to a dossier."""
    return Entry(entry_id, kind, report.dossier_id, embedded(report), NOON)
