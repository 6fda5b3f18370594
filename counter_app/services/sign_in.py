"""Signing in, without any network: a password, a second factor where there is one, a lock that grows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from counter_app.domain.account import Account, FactorKind, SecondFactor, spelt
from counter_app.domain.history import Act, Deed
from counter_app.domain.sign_in_lock import seconds_left
from counter_app.errors import Refusal
from counter_app.services.accounts import subject_of
from counter_app.services.ports import Clock, Store, Work
from counter_app.services.sign_in_port import CountedCodes, Passwords, Running

NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
"""A hash that no password has: an unknown sign takes as long to be refused as a wrong password."""


class WrongSignIn(Refusal):
    """Sign, password or code do not fit; which of them is not said. ``seconds`` is the lock that follows."""

    def __init__(self, seconds: int = 0) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class SignInLocked(Refusal):
    """Too many sign-ins have failed; ``seconds`` are left."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class CodeWanted(Refusal):
    """The password fits, and a code is needed: of a card the one of this ``number``, counted from 1."""

    def __init__(self, kind: FactorKind, number: int) -> None:
        super().__init__(kind, number)
        self.kind = kind
        self.number = number


class LockCause(StrEnum):
    """Why a screen was locked."""

    KEY = "key"
    IDLE = "idle"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, repr=False)
class Proof:
    """What somebody gives to sign in; it has no repr, so that no log shows it."""

    sign: str
    password: str
    code: str = ""


class SignIn:
    """Lets officials in; every try, good or not, is an act, and so is every lock."""

    def __init__(
        self, store: Store, passwords: Passwords, codes: CountedCodes, *, clock: Clock, running: Running
    ) -> None:
        self._store = store
        self._passwords = passwords
        self._codes = codes
        self._clock = clock
        self._running = running

    def sign_in(self, proof: Proof) -> Account:
        """Let an official in; raises SignInLocked, WrongSignIn, CodeWanted.

        A password whose hash has other parameters than today's is hashed anew.
        """
        with self._store.work() as work:
            account = work.account(proof.sign)
            self._refuse_while_locked(work, proof.sign)
            kept = account.password if account and account.is_active else ""
            fits = self._passwords.fits(kept or NOBODY, spelt(proof.password))
            if account is None or not kept or not fits:
                raise self._failed(work, account)
            account = self._past_second_factor(work, account, proof.code)
            if self._passwords.is_stale(kept):
                account = replace(account, password=self._passwords.hashed(spelt(proof.password)))
            work.save_account(account)
            self._write(work, Deed.SIGNED_IN, account.sign)
            work.commit()
        return account

    def note_locked(self, sign: str, cause: LockCause) -> None:
        """Keep that the screen was locked over an official's session."""
        self._note(Deed.SCREEN_LOCKED, sign, cause)

    def note_left(self, sign: str) -> None:
        """Keep that an official's session is over: another one has signed in."""
        self._note(Deed.SIGNED_OUT, sign)

    def _note(self, deed: Deed, sign: str, outcome: str = "") -> None:
        with self._store.work() as work:
            self._write(work, deed, sign, outcome)
            work.commit()

    def _refuse_while_locked(self, work: Work, sign: str) -> None:
        left = seconds_left(work.history_of(subject_of(sign)), self._running.seconds())
        if left:
            raise SignInLocked(left)

    def _failed(self, work: Work, account: Account | None) -> WrongSignIn:
        """Count a failure; an unknown sign is not written down, for it may be a password."""
        sign, running = account.sign if account else "", self._running.seconds()
        self._write(work, Deed.SIGN_IN_FAILED, sign, str(running))
        work.commit()
        return WrongSignIn(seconds_left(work.history_of(subject_of(sign)), running) if sign else 0)

    def _past_second_factor(self, work: Work, account: Account, code: str) -> Account:
        factor = account.factor
        if factor is None:
            return account
        if not code.strip():
            raise CodeWanted(factor.kind, factor.used + 1)
        used = self._used_by(factor, code)
        if used is None:
            raise self._failed(work, account)
        return replace(account, factor=replace(factor, used=used))

    def _used_by(self, factor: SecondFactor, code: str) -> int | None:
        """Say how far the factor is used after this code; None where it is not the one that is wanted."""
        letters = "".join(letter for letter in code.upper() if letter.isalnum())
        if factor.kind is FactorKind.COUNTER:
            place = self._codes.place_of(factor.secret, letters, used=factor.used)
            return None if place is None else place + 1
        wanted = factor.codes[factor.used : factor.used + 1]
        fits = any(self._passwords.fits(each, letters) for each in wanted)
        return factor.used + 1 if fits else None

    def _write(self, work: Work, deed: Deed, sign: str, outcome: str = "") -> None:
        work.write_history(Act(deed, subject_of(sign), sign, self._clock.now(), outcome))
