"""The hub's addresses: what each takes, what it answers, and which piece does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counter_app.hub.assembly import Hub
from counter_app.hub.calls import Call
from counter_app.hub.clock import unix_ms
from counter_app.hub.denial import Denied
from counter_app.hub.keys import to_base64
from counter_app.hub.migrations import is_up_to_date
from counter_app.wire.bundles import BundleReceipt, SealingKey, sealing_text
from counter_app.wire.changes import MOST_CHANGES, Changes, Conflicts, Decide, DecisionTold
from counter_app.wire.codes import ErrorCode
from counter_app.wire.devices import Enrolled, Enrolment, HubTime, KnownDesks
from counter_app.wire.entries import MOST_BODY, Entries, Receipts
from counter_app.wire.leases import Lease, LeaseAsked
from counter_app.wire.limits import WHOLE
from counter_app.wire.papers import CHUNK, MOST_BYTES, PaperState
from counter_app.wire.population import LookUpAnswer, LookUpAsked
from counter_app.wire.text import from_json

SMALL = 64 * 1024


@dataclass(frozen=True, slots=True)
class Health:
    """That the hub runs, or is ready to work."""

    status: str


@dataclass(frozen=True, slots=True)
class Route:
    """One address. ``asks`` is the message in its body, ``answers`` that of its answer.

    ``query`` names the numbers it takes, with ``?`` those that may be left out; ``most`` is how many bytes of
    body it takes.
    """

    method: str
    path: str
    work: Callable[[Hub, Call], object]
    answers: type
    asks: type | None = None
    signed: bool = True
    most: int = SMALL
    query: tuple[str, ...] = ()
    summary: str = ""


def _enrol(hub: Hub, call: Call) -> Enrolled:
    device = hub.devices.enrol(from_json(Enrolment, call.body))
    return Enrolled(device.device_id, to_base64(hub.key.public_key), device.counter)


def _desks(hub: Hub, call: Call) -> KnownDesks:
    return hub.devices.of_office(call.device.office_code)


def _take(hub: Hub, call: Call) -> Receipts:
    receipts = hub.ledger.take(call.device, from_json(Entries, call.body).entries)
    hub.metrics.receipts(receipts.receipts)
    return receipts


def _paper(hub: Hub, call: Call) -> PaperState:
    return hub.papers.state(call.path["sha256"])


def _put_chunk(hub: Hub, call: Call) -> PaperState:
    start, size = call.number("offset", most=MOST_BYTES), call.number("size", most=MOST_BYTES)
    return hub.papers.put_chunk(call.device, call.path["sha256"], start, size, call.body)


def _complete(hub: Hub, call: Call) -> PaperState:
    return hub.papers.complete(call.path["sha256"])


def _lease(hub: Hub, call: Call) -> Lease:
    return hub.numbers.lease(call.device, from_json(LeaseAsked, call.body))


def _changes(hub: Hub, call: Call) -> Changes:
    limit = call.number("limit", most=MOST_CHANGES, default=MOST_CHANGES)
    return hub.news.after(call.device, call.number("after", most=WHOLE, default=0), max(limit, 1))


def _conflicts(hub: Hub, call: Call) -> Conflicts:
    return hub.decisions.open_ones(call.device)


def _decide(hub: Hub, call: Call) -> DecisionTold:
    return hub.decisions.decide(call.device, call.path["conflict_id"], from_json(Decide, call.body))


def _look_up(hub: Hub, call: Call) -> LookUpAnswer:
    asked = from_json(LookUpAsked, call.body)
    try:
        answer = hub.population.look_up(call.device, asked)
    except Denied as denied:
        hub.metrics.looked_up(denied.code.value)
        raise
    hub.metrics.looked_up("found" if answer.record else "none")
    return answer


def _sealing_key(hub: Hub, _call: Call) -> SealingKey:
    key = to_base64(hub.key.sealing_key)
    return SealingKey(key, to_base64(hub.key.sign(sealing_text(key))))


def _take_bundle(hub: Hub, call: Call) -> BundleReceipt:
    receipt = hub.bundles.take_carried(call.path["sha256"])
    hub.metrics.receipts(receipt.receipts)
    return receipt


def _time(hub: Hub, _call: Call) -> HubTime:
    now = hub.clock.now()
    return HubTime(now, unix_ms(now), hub.training)


def _health(_hub: Hub, _call: Call) -> Health:
    return Health("ok")


def _ready(hub: Hub, _call: Call) -> Health:
    if not is_up_to_date(hub.database):
        raise Denied(ErrorCode.AWAY, "migrations")
    return Health("ready")


_PAPER = "/v1/papers/{sha256}"
ROUTES = (
    Route("POST", "/v1/devices", _enrol, Enrolled, Enrolment, signed=False, summary="Enrol a desk"),
    Route("GET", "/v1/devices", _desks, KnownDesks, summary="List the office's desks and their keys"),
    Route("POST", "/v1/entries", _take, Receipts, Entries, most=MOST_BODY, summary="Report entries"),
    Route("GET", _PAPER, _paper, PaperState, summary="Say what is there of a paper"),
    Route(
        "PUT", _PAPER, _put_chunk, PaperState, most=CHUNK, query=("offset", "size"), summary="Send a chunk"
    ),
    Route("POST", f"{_PAPER}/complete", _complete, PaperState, summary="Check and keep a whole paper"),
    Route("GET", "/v1/sealing-key", _sealing_key, SealingKey, summary="Say by which key bundles are sealed"),
    Route("POST", "/v1/bundles/{sha256}", _take_bundle, BundleReceipt, summary="Take in a bundle that came"),
    Route("POST", "/v1/leases", _lease, Lease, LeaseAsked, summary="Lease dossier numbers"),
    Route("GET", "/v1/changes", _changes, Changes, query=("after?", "limit?"), summary="Read what is new"),
    Route("GET", "/v1/conflicts", _conflicts, Conflicts, summary="List what an official has to decide"),
    Route("POST", "/v1/conflicts/{conflict_id}/decision", _decide, DecisionTold, Decide, summary="Decide"),
    Route(
        "POST", "/v1/population/look-ups", _look_up, LookUpAnswer, LookUpAsked, summary="Look a citizen up"
    ),
    Route("GET", "/v1/time", _time, HubTime, signed=False, summary="Tell the hub's time"),
    Route("GET", "/health", _health, Health, signed=False, summary="Say that the hub runs"),
    Route("GET", "/ready", _ready, Health, signed=False, summary="Say that the hub can work"),
)
