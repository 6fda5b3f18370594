"""Enrolment: a desk becomes known to its hub by a one-time code, and keeps by what name it is known."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from counter_app.domain.office import Duty
from counter_app.domain.rights import Right
from counter_app.errors import Refusal
from counter_app.services.hub_port import Hub
from counter_app.services.permits import require
from counter_app.services.ports import DeskKey, Store, Work
from counter_app.wire.devices import Enrolment as EnrolmentAsked

DEVICE = "hub.device"
_HUB_KEY = "hub.key"
_COUNTER = "hub.counter"


class NoHub(Refusal):
    """This desk has no hub: its settings name no address."""


class AlreadyEnrolled(Refusal):
    """The desk belongs to a hub already."""


@dataclass(frozen=True, slots=True)
class KeptEnrolment:
    """By what id the hub knows this desk, the key it signs with, and the letters of provisional codes."""

    device_id: str
    hub_key: bytes
    counter: str


def kept_enrolment(work: Work) -> KeptEnrolment | None:
    """Say to which hub a desk belongs; None for a desk that numbers by itself."""
    device_id = work.preference(DEVICE)
    if not device_id:
        return None
    hub_key = base64.b64decode(work.preference(_HUB_KEY))
    return KeptEnrolment(device_id, hub_key, work.preference(_COUNTER))


class Enrolling:
    """Makes a desk known to the hub that its settings name."""

    def __init__(self, store: Store, hub: Hub | None, key: DeskKey) -> None:
        self._store = store
        self._hub = hub
        self._key = key

    def is_enrolled(self) -> bool:
        """Whether the desk belongs to a hub."""
        with self._store.work() as work:
            return kept_enrolment(work) is not None

    def enrol(self, code: str, duty: Duty) -> KeptEnrolment:
        """Enrol by the code that the hub gave out once; from then on the hub gives the numbers.

        Raises NoHub, AlreadyEnrolled, and as the hub's port does.
        """
        with self._store.work() as work:
            require(work, duty.official.sign, Right.ENROL)
        if self._hub is None:
            raise NoHub
        if self.is_enrolled():
            raise AlreadyEnrolled
        public_key = base64.b64encode(self._key.public_key).decode()
        enrolled = self._hub.enrol(EnrolmentAsked(code, duty.counter, duty.office.code, public_key))
        with self._store.work() as work:
            work.keep_preference(DEVICE, enrolled.device_id)
            work.keep_preference(_HUB_KEY, enrolled.hub_key)
            work.keep_preference(_COUNTER, enrolled.counter)
            work.commit()
        return KeptEnrolment(enrolled.device_id, base64.b64decode(enrolled.hub_key), enrolled.counter)
