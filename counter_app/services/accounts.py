"""Accounts: who works at this desk, added and changed by its administrators; each change is an act."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counter_app.domain.account import (
    PASSWORD_RULE,
    Account,
    FactorKind,
    PasswordFault,
    SecondFactor,
    fault_in,
    spelt,
)
from counter_app.domain.history import Act, Deed
from counter_app.domain.rights import Right, Role
from counter_app.errors import NotFound, Refusal
from counter_app.services.duty import NoName
from counter_app.services.permits import is_guarded, require
from counter_app.services.ports import Clock, Store, Work
from counter_app.services.sign_in_port import CountedCodes, Passwords
from forms.wording import fold

CARD_CODES = 40
"""Codes on a printed card: two months of a sign-in each working day."""
_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 8


class WeakPassword(Refusal):
    """A new password is not taken; ``fault`` says why, ``shortest`` how long it has to be."""

    def __init__(self, fault: PasswordFault, shortest: int) -> None:
        super().__init__(fault, shortest)
        self.fault = fault
        self.shortest = shortest


class AccountExists(Refusal):
    """The sign is taken: history names somebody by it."""


class LastAdministrator(Refusal):
    """Without this account nobody could keep the accounts."""


class NoRole(Refusal):
    """An account needs at least one role."""


class AlreadyFounded(Refusal):
    """This desk has accounts, to which administrators add; or it is a training desk, which has its own."""


@dataclass(frozen=True, slots=True)
class NewAccount:
    """Who is to have an account; without a sign it is made from the name."""

    full_name: str
    roles: tuple[Role, ...]
    sign: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class GivenFactor:
    """A second factor as it is handed out, once: the card's codes, or the address a device reads."""

    kind: FactorKind
    codes: tuple[str, ...] = ()
    address: str = ""


def subject_of(sign: str) -> str:
    """Name an account in history."""
    return f"account:{sign}"


class Accounts:
    """Keeps accounts; whoever changes one needs the right to."""

    def __init__(self, store: Store, passwords: Passwords, codes: CountedCodes, *, clock: Clock) -> None:
        self._store = store
        self._passwords = passwords
        self._codes = codes
        self._clock = clock

    def is_guarded(self) -> bool:
        """Say whether people sign in at this desk."""
        with self._store.work() as work:
            return is_guarded(work)

    def is_founded(self) -> bool:
        """Say whether anybody has an account here."""
        with self._store.work() as work:
            return bool(work.accounts())

    def demand(self, sign: str, right: Right) -> None:
        """Go on where somebody may do what no other use case asks for; raises NotPermitted."""
        with self._store.work() as work:
            require(work, sign, right)

    def all(self) -> tuple[Account, ...]:
        """List the accounts in use by their names."""
        with self._store.work() as work:
            active = [account for account in work.accounts() if account.is_active]
        return tuple(sorted(active, key=lambda account: fold(account.full_name)))

    def practise(self, sign: str) -> Account:
        """Give somebody to practise as, without a password; raises NotFound, in an office for everybody."""
        with self._store.work() as work:
            if is_guarded(work):
                raise NotFound(sign)
            return _found(work, sign)

    def found(self, full_name: str, password: str) -> Account:
        """Give an office's desk its first administrator, who serves as well.

        Raises AlreadyFounded, NoName, WeakPassword.
        """
        with self._store.work() as work:
            if work.accounts() or not is_guarded(work):
                raise AlreadyFounded
            new = NewAccount(full_name, (Role.OFFICIAL, Role.ADMINISTRATOR))
            account = self._made(work, new, password)
            account = replace(account, must_change=False)
            self._keep(work, account, Deed.ACCOUNT_ADDED, by=account.sign, outcome=" ".join(account.roles))
            work.commit()
        return account

    def add(self, new: NewAccount, password: str, by: str) -> Account:
        """Add an account with a password that its owner changes at the first sign-in.

        Raises NotPermitted, NoName, NoRole, AccountExists, WeakPassword.
        """
        with self._store.work() as work:
            require(work, by, Right.MANAGE_ACCOUNTS)
            account = self._made(work, new, password)
            self._keep(work, account, Deed.ACCOUNT_ADDED, by=by, outcome=" ".join(account.roles))
            work.commit()
        return account

    def give_roles(self, sign: str, roles: Sequence[Role], by: str) -> Account:
        """Give an account these roles in place of its own; in force at once.

        Raises NotPermitted, NotFound, NoRole, LastAdministrator.
        """
        if not roles:
            raise NoRole
        with self._store.work() as work:
            require(work, by, Right.MANAGE_ACCOUNTS)
            account = replace(_found(work, sign), roles=tuple(dict.fromkeys(roles)))
            _leave_an_administrator(work, account)
            self._keep(work, account, Deed.ROLES_GIVEN, by=by, outcome=" ".join(account.roles))
            work.commit()
        return account

    def close(self, sign: str, by: str) -> None:
        """Let nobody sign in with an account any more; raises NotPermitted, NotFound, LastAdministrator."""
        with self._store.work() as work:
            require(work, by, Right.MANAGE_ACCOUNTS)
            account = replace(_found(work, sign), is_active=False)
            _leave_an_administrator(work, account)
            self._keep(work, account, Deed.ACCOUNT_CLOSED, by=by)
            work.commit()

    def reset(self, sign: str, password: str, by: str) -> None:
        """Set a password that its owner changes at the next sign-in; opens a closed or locked account.

        Raises NotPermitted, NotFound, WeakPassword.
        """
        with self._store.work() as work:
            require(work, by, Right.MANAGE_ACCOUNTS)
            account = replace(self.with_password(_found(work, sign), password), is_active=True)
            self._keep(work, replace(account, must_change=by != sign), Deed.PASSWORD_SET, by=by)
            work.commit()

    def change_password(self, sign: str, password: str) -> None:
        """Set one's own password, by who has just proved the one of before; raises NotFound, WeakPassword."""
        with self._store.work() as work:
            account = replace(self.with_password(_found(work, sign), password), must_change=False)
            self._keep(work, account, Deed.PASSWORD_SET, by=sign)
            work.commit()

    def give_factor(self, sign: str, kind: FactorKind, by: str) -> GivenFactor:
        """Give an account a second factor, in place of the one it has; shown once and kept sealed.

        Raises NotPermitted, NotFound.
        """
        if kind is FactorKind.COUNTER:
            secret = self._codes.new_secret()
            factor = SecondFactor(kind, secret=secret)
            given = GivenFactor(kind, address=self._codes.address(secret, sign))
        else:
            given = GivenFactor(kind, codes=tuple(_new_code() for _ in range(CARD_CODES)))
            factor = SecondFactor(kind, codes=tuple(map(self._passwords.hashed, given.codes)))
        self._set_factor(sign, factor, by)
        return given

    def take_factor(self, sign: str, by: str) -> None:
        """Ask for the password alone from now on, which then has to be a long one."""
        self._set_factor(sign, None, by)

    def _set_factor(self, sign: str, factor: SecondFactor | None, by: str) -> None:
        with self._store.work() as work:
            if by != sign:
                require(work, by, Right.MANAGE_ACCOUNTS)
            account = _found(work, sign)
            account = replace(account, factor=factor, must_change=account.must_change or factor is None)
            outcome = factor.kind if factor else "none"
            self._keep(work, account, Deed.FACTOR_SET, by=by, outcome=outcome)
            work.commit()

    def _made(self, work: Work, new: NewAccount, password: str) -> Account:
        full_name = " ".join(unicodedata.normalize("NFC", new.full_name).split())
        if not full_name:
            raise NoName
        if not new.roles:
            raise NoRole
        sign = new.sign or _free_sign(work, full_name)
        if work.account(sign):
            raise AccountExists(sign)
        blank = Account(sign, full_name, tuple(dict.fromkeys(new.roles)), must_change=True)
        return self.with_password(blank, password)

    def with_password(self, account: Account, password: str) -> Account:
        """Give an account with a new password, not kept yet; raises WeakPassword."""
        password = spelt(password)
        fault = fault_in(password, account)
        kept = tuple(hash_ for hash_ in (account.password, *account.earlier) if hash_)
        if fault is None and any(self._passwords.fits(hash_, password) for hash_ in kept):
            fault = PasswordFault.USED_BEFORE
        if fault:
            shortest = PASSWORD_RULE.shortest_for(has_factor=account.factor is not None)
            raise WeakPassword(fault, shortest)
        remembered = kept[: PASSWORD_RULE.remembered]
        return replace(account, password=self._passwords.hashed(password), earlier=remembered)

    def _keep(self, work: Work, account: Account, deed: Deed, *, by: str, outcome: str = "") -> None:
        work.save_account(account)
        work.write_history(Act(deed, subject_of(account.sign), by, self._clock.now(), outcome))


def first_password() -> str:
    """Think of a password that somebody is given on paper, and changes at the first sign-in."""
    return "-".join(_new_code()[:4].lower() for _ in range(4))


def _new_code() -> str:
    return "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))


def _found(work: Work, sign: str) -> Account:
    account = work.account(sign)
    if account is None:
        raise NotFound(sign)
    return account


def _free_sign(work: Work, full_name: str) -> str:
    """Make a sign from a name; of two people with the same name the second has a 2."""
    usual = ".".join(fold(full_name).split())
    taken = {account.sign for account in work.accounts()}
    numbered = (f"{usual}.{number}" for number in range(2, len(taken) + 3))
    return next(sign for sign in (usual, *numbered) if sign not in taken)


def _leave_an_administrator(work: Work, changed: Account) -> None:
    after = [changed if account.sign == changed.sign else account for account in work.accounts()]
    if not any(Right.MANAGE_ACCOUNTS in account.rights for account in after):
        raise LastAdministrator(changed.sign)
