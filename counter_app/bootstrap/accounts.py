"""What accounts and signing in stand on: Argon2id, counting devices, the computer's own clock."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.gateways.counted_codes import HotpCodes
from counter_app.gateways.passwords import Argon2Passwords
from counter_app.gateways.running import ComputerRunning
from counter_app.services.account_recovery import Recovery
from counter_app.services.accounts import Accounts
from counter_app.services.ports import Clock, Store
from counter_app.services.sign_in import SignIn


@dataclass(frozen=True, slots=True)
class Doors:
    """The accounts of a desk, the way in, and the way back."""

    accounts: Accounts
    sign_in: SignIn
    recovery: Recovery


def doors_of(store: Store, clock: Clock) -> Doors:
    """Set both up over the same hashes."""
    passwords, codes, running = Argon2Passwords(), HotpCodes(), ComputerRunning()
    accounts = Accounts(store, passwords, codes, clock=clock)
    return Doors(
        accounts,
        SignIn(store, passwords, codes, clock=clock, running=running),
        Recovery(store, passwords, accounts, clock=clock, running=running),
    )
