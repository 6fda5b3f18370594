"""The way back into a desk whose administrators cannot sign in: a sealed code, good for once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from counter_app.domain.history import Act, Deed
from counter_app.domain.rights import Right, rights_of
from counter_app.domain.sign_in_lock import seconds_left
from counter_app.services.accounts import Accounts, subject_of
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Store
from counter_app.services.sign_in import NOBODY, SignInLocked, WrongSignIn
from counter_app.services.sign_in_port import Passwords, Running

_KEPT = "accounts.recovery"
_SUBJECT = "recovery"
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_GROUPS, _IN_GROUP = 5, 5
"""25 of 32 letters: 125 bits, which nobody guesses."""


@dataclass(frozen=True, slots=True, repr=False)
class Recovered:
    """Whose account, the code, and a new password; it has no repr, so that no log shows it."""

    sign: str
    code: str
    password: str


class Recovery:
    """Keeps the hash of one code; making and using it are acts, and so is every code that does not fit."""

    def __init__(
        self, store: Store, passwords: Passwords, accounts: Accounts, *, clock: Clock, running: Running
    ) -> None:
        self._store = store
        self._passwords = passwords
        self._accounts = accounts
        self._clock = clock
        self._running = running

    def make(self, by: str) -> str:
        """Make a new code in place of the one before, and give it, once; raises NotPermitted."""
        groups = ("".join(secrets.choice(_LETTERS) for _ in range(_IN_GROUP)) for _ in range(_GROUPS))
        code = "-".join(groups)
        with self._store.work() as work:
            require(work, by, Right.MANAGE_ACCOUNTS)
            work.keep_preference(_KEPT, self._passwords.hashed(_bare(code)))
            work.write_history(Act(Deed.RECOVERY_MADE, _SUBJECT, by, self._clock.now()))
            work.commit()
        return code

    def use(self, given: Recovered) -> None:
        """Set an administrator's password by the code, which is used up; a second factor of theirs goes.

        Raises SignInLocked, WrongSignIn, WeakPassword.
        """
        running = self._running.seconds()
        with self._store.work() as work:
            left = seconds_left(work.history_of(_SUBJECT), running)
            if left:
                raise SignInLocked(left)
            account = work.account(given.sign)
            fits = self._passwords.fits(work.preference(_KEPT) or NOBODY, _bare(given.code))
            if not fits or account is None or Right.MANAGE_ACCOUNTS not in rights_of(account.roles):
                now = self._clock.now()
                work.write_history(Act(Deed.SIGN_IN_FAILED, _SUBJECT, "", now, str(running)))
                work.commit()
                raise WrongSignIn(seconds_left(work.history_of(_SUBJECT), running))
            bare = replace(account, factor=None)
            changed = self._accounts.with_password(bare, given.password)
            work.save_account(replace(changed, must_change=False, is_active=True))
            work.keep_preference(_KEPT, "")
            for subject in (_SUBJECT, subject_of(account.sign)):
                work.write_history(Act(Deed.RECOVERED, subject, account.sign, self._clock.now()))
            work.commit()


def _bare(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())
