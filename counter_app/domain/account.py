"""Accounts of officials: who they are, what they may do, how they prove it, and the rules for passwords."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.office import Official
from counter_app.domain.rights import Right, Role, rights_of


class FactorKind(StrEnum):
    """What is asked for beside the password; neither needs a clock that is right."""

    CARD = "card"
    """A printed card of numbered codes, each good for one sign-in."""
    COUNTER = "counter"
    """A device or app that counts (HOTP, RFC 4226)."""


@dataclass(frozen=True, slots=True, repr=False)
class SecondFactor:
    """The second thing that proves who signs in; it has no repr, so that no log shows it.

    ``codes`` are hashes in the card's order; ``used`` counts codes of the card, or the device's counter.
    """

    kind: FactorKind
    secret: str = ""
    codes: tuple[str, ...] = ()
    used: int = 0

    @property
    def left(self) -> int:
        """How many codes of a card are left."""
        return max(0, len(self.codes) - self.used)


@dataclass(frozen=True, slots=True, repr=False)
class Account:
    """An official of this desk; without a password only where nobody signs in, on a training desk.

    ``earlier`` are the hashes of passwords of before; ``must_change`` says that somebody else has set the
    password. An account is never deleted, for history names its sign: it is closed.
    """

    sign: str
    full_name: str
    roles: tuple[Role, ...]
    password: str = ""
    earlier: tuple[str, ...] = ()
    factor: SecondFactor | None = None
    must_change: bool = False
    is_active: bool = True

    @property
    def official(self) -> Official:
        """Whom papers and history name."""
        return Official(self.full_name, self.sign)

    @property
    def rights(self) -> frozenset[Right]:
        """What this account may do now."""
        return rights_of(self.roles) if self.is_active else frozenset()


@dataclass(frozen=True, slots=True)
class PasswordRule:
    """How long a password is at least, and how many of before may not come again."""

    since: date
    source: str
    shortest: int
    shortest_with_factor: int
    longest: int
    remembered: int

    def shortest_for(self, *, has_factor: bool) -> int:
        """Give the least number of letters for an account with or without a second factor."""
        return self.shortest_with_factor if has_factor else self.shortest


PASSWORD_RULE = PasswordRule(
    since=date(2026, 1, 1),
    source="TCVN 14423: 14 letters, or 8 beside a second factor; not held against the standard's own words",
    shortest=14,
    shortest_with_factor=8,
    longest=128,
    remembered=5,
)


class PasswordFault(StrEnum):
    """Why a password is not taken."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    OWN_NAME = "own_name"
    ALL_ALIKE = "all_alike"
    USED_BEFORE = "used_before"


_FEWEST_LETTERS = 5
"""How many different letters a password has at least."""


def spelt(password: str) -> str:
    """Bring a password to the one spelling of its letters: input methods type ễ in several ways."""
    return unicodedata.normalize("NFC", password)


def fault_in(password: str, account: Account) -> PasswordFault | None:
    """Say what is wrong with a new password by itself; whether it was used before, hashes tell."""
    least = PASSWORD_RULE.shortest_for(has_factor=account.factor is not None)
    if len(password) < least:
        return PasswordFault.TOO_SHORT
    if len(password) > PASSWORD_RULE.longest:
        return PasswordFault.TOO_LONG
    if len(set(password)) < _FEWEST_LETTERS:
        return PasswordFault.ALL_ALIKE
    plain = _plain(password)
    if plain in (_plain(account.sign), _plain(account.full_name), _plain(account.sign) * 2):
        return PasswordFault.OWN_NAME
    return None


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
