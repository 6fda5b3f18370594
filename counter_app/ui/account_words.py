"""What is said of accounts, rights, passwords and locks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.account import Account, FactorKind, PasswordFault
from counter_app.domain.rights import Role
from counter_app.services.accounts import (
    AccountExists,
    AlreadyFounded,
    LastAdministrator,
    NoRole,
    WeakPassword,
)
from counter_app.services.permits import NotPermitted, NotYours
from counter_app.services.sign_in import CodeWanted, SignInLocked, WrongSignIn
from counter_app.ui.translator import to_say

_OTHER_PASSWORD = to_say("error_words", "Think of another password.")

ACCOUNT_SAID: dict[type[Exception], tuple[str, str]] = {
    NotPermitted: (
        to_say("error_words", "The account that is signed in may not do this."),
        to_say("error_words", "Ask a colleague who may, or the administrator of this desk."),
    ),
    NotYours: (
        to_say("error_words", "Another official began this."),
        to_say("error_words", "Only they go on with it; they find it when they sign in."),
    ),
    WrongSignIn: (
        to_say("error_words", "Name, password or code do not fit."),
        to_say("error_words", "Look at Caps Lock and at the input method, then type it again."),
    ),
    SignInLocked: (
        to_say("error_words", "Too many tries have failed."),
        to_say("error_words", "Wait, or ask the administrator to set a new password."),
    ),
    CodeWanted: (
        to_say("error_words", "A code is needed beside the password."),
        to_say("error_words", "Type the code of the number that is asked for."),
    ),
    WeakPassword: (to_say("error_words", "This password is not taken."), _OTHER_PASSWORD),
    AccountExists: (
        to_say("error_words", "There is an account with this sign already."),
        to_say("error_words", "Give another sign."),
    ),
    LastAdministrator: (
        to_say("error_words", "Nobody else keeps the accounts of this desk."),
        to_say("error_words", "Make somebody else an administrator first."),
    ),
    NoRole: (
        to_say("error_words", "An account needs a role."),
        to_say("error_words", "Choose at least one."),
    ),
    AlreadyFounded: (
        to_say("error_words", "This desk has accounts already."),
        to_say("error_words", "Sign in; its administrator adds more."),
    ),
}

_FAULTS = {
    PasswordFault.TOO_SHORT: to_say("error_words", "A password has {count} letters or more."),
    PasswordFault.TOO_LONG: to_say("error_words", "This password is too long."),
    PasswordFault.ALL_ALIKE: to_say("error_words", "This password has too few different letters."),
    PasswordFault.OWN_NAME: to_say("error_words", "A password is not the name of its owner."),
    PasswordFault.USED_BEFORE: to_say("error_words", "This password was used before."),
}
_SECONDS = to_say("error_words", "Too many tries have failed. The next one is in {count} seconds.")
_MINUTES = to_say("error_words", "Too many tries have failed. The next one is in {count} minutes.")
_LONG_S = 120

_ROLES = {
    Role.OFFICIAL: to_say("account_words", "Official"),
    Role.SUPERVISOR: to_say("account_words", "Supervisor"),
    Role.TRAINER: to_say("account_words", "Trainer"),
    Role.ADMINISTRATOR: to_say("account_words", "Administrator"),
    Role.INSPECTOR: to_say("account_words", "Inspector"),
}
_FACTORS = {
    FactorKind.CARD: to_say("account_words", "card of codes"),
    FactorKind.COUNTER: to_say("account_words", "counting device"),
}


def role_words(role: Role) -> str:
    """Name a role."""
    return QCoreApplication.translate("account_words", _ROLES[role])


def account_line(account: Account) -> str:
    """Tell of an account on one line: whose it is, its sign, what it may do, and whether it has a card."""
    said = (account.full_name, account.sign, ", ".join(map(role_words, account.roles)))
    factor = (_factor_words(account.factor.kind),) if account.factor else ()
    return " · ".join((*said, *factor))


def _factor_words(kind: FactorKind) -> str:
    return QCoreApplication.translate("account_words", _FACTORS[kind])


def account_happened(error: BaseException) -> str:
    """Say what happened where the error's own facts decide it; empty for every other error."""
    if isinstance(error, WeakPassword):
        return _say(_FAULTS[error.fault]).format(count=error.shortest)
    if isinstance(error, SignInLocked | WrongSignIn) and error.seconds:
        return waiting_words(error.seconds)
    return ""


def waiting_words(seconds: int) -> str:
    """Say how long nobody may try."""
    if seconds < _LONG_S:
        return _say(_SECONDS).format(count=seconds)
    return _say(_MINUTES).format(count=-(-seconds // 60))


def _say(source: str) -> str:
    return QCoreApplication.translate("error_words", source)
