"""Accounts from the command line: listed, added, given roles, reset and closed by an administrator."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path

from counter_app.domain.account import Account, FactorKind
from counter_app.domain.rights import Role
from counter_app.services.account_recovery import Recovered, Recovery
from counter_app.services.accounts import Accounts, GivenFactor, NewAccount
from counter_app.services.sign_in import CodeWanted, Proof, SignIn

ACTING, FRESH, CODE = "password of {sign}: ", "new password of {sign}: ", "code of {sign}, number {number}: "
RECOVERY = "recovery code: "
_NO_FACTOR = "none"


@dataclass(frozen=True, slots=True)
class AccountsDoor:
    """The accounts of a desk, the way in, and how a secret is asked for."""

    accounts: Accounts
    sign_in: SignIn
    recovery: Recovery
    ask: Callable[[str], str]


def asked_secret(prompt: str) -> str:
    """Ask for a secret: at a terminal unseen, else the next line of what is piped in."""
    return getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be asked about accounts."""
    parser.set_defaults(what="list")
    steps = parser.add_subparsers(title="what to do", metavar="STEP")
    steps.add_parser("list", help="list who works at this desk").set_defaults(what="list")
    add = steps.add_parser("add", help="add an account; the first one founds an office's desk")
    add.add_argument("name", metavar="NAME", help="full name, as papers print it")
    add.add_argument("--sign", default="", help="by which history knows them; else made from the name")
    _add_roles(add)
    role = steps.add_parser("role", help="give an account these roles in place of its own")
    _add_roles(role)
    reset = steps.add_parser("reset", help="set a password, which its owner changes at the next sign-in")
    close = steps.add_parser("close", help="let nobody sign in with an account any more")
    factor = steps.add_parser("factor", help="give an account a second factor, or take it away")
    kinds = (*(kind.value for kind in FactorKind), _NO_FACTOR)
    factor.add_argument(
        "--kind", choices=kinds, required=True, help="a printed card, a counting device, none"
    )
    factor.add_argument("--out", type=Path, metavar="FILE.txt", help="where the card's codes are written")
    made = steps.add_parser(
        "recovery", help="make the code by which administrators who are locked out return"
    )
    recover = steps.add_parser("recover", help="set an administrator's password by that code")
    recover.add_argument("sign", metavar="SIGN", help="whose account")
    recover.set_defaults(what="recover", by="")
    made.set_defaults(what="recovery")
    made.add_argument("--as", dest="by", default="", metavar="SIGN", help="the administrator who does it")
    for step, name in ((add, "add"), (role, "role"), (reset, "reset"), (close, "close"), (factor, "factor")):
        step.set_defaults(what=name)
        step.add_argument("--as", dest="by", default="", metavar="SIGN", help="the administrator who does it")
        if step is not add:
            step.add_argument("sign", metavar="SIGN", help="whose account")


def carry_out(asked: argparse.Namespace, door: AccountsDoor) -> str:
    """Do what was asked and say what came of it; raises as the services do."""
    accounts = door.accounts
    if asked.what == "list":
        return "\n".join(map(_line, accounts.all()))
    if asked.what == "add" and not accounts.is_founded():
        return _line(accounts.found(asked.name, door.ask(FRESH.format(sign=asked.name))))
    if asked.what == "recover":
        return _recovered(asked, door)
    let_in(door, asked.by)
    steps: dict[str, Callable[[], str]] = {
        "add": lambda: _line(_added(asked, door)),
        "role": lambda: _line(accounts.give_roles(asked.sign, _roles(asked), asked.by)),
        "reset": lambda: _reset(asked, door),
        "close": lambda: _closed(asked, accounts),
        "factor": lambda: _factor(asked, accounts),
        "recovery": lambda: f"{door.recovery.make(asked.by)}\nprint it, seal it, keep it away from this desk",
    }
    return steps[asked.what]()


def let_in(door: AccountsDoor, sign: str) -> Account:
    """Sign somebody in, asking for a code where one is wanted, and for a new password where one is due."""
    password = door.ask(ACTING.format(sign=sign))
    try:
        account = door.sign_in.sign_in(Proof(sign, password))
    except CodeWanted as wanted:
        code = door.ask(CODE.format(sign=sign, number=wanted.number))
        account = door.sign_in.sign_in(Proof(sign, password, code))
    if account.must_change:
        door.accounts.change_password(sign, door.ask(FRESH.format(sign=sign)))
    return account


def _add_roles(parser: argparse.ArgumentParser) -> None:
    roles = [role.value for role in Role]
    parser.add_argument(
        "--role", action="append", choices=roles, default=[], help="again for each further one"
    )


def _roles(asked: argparse.Namespace) -> tuple[Role, ...]:
    return tuple(map(Role, asked.role))


def _added(asked: argparse.Namespace, door: AccountsDoor) -> Account:
    new = NewAccount(asked.name, _roles(asked) or (Role.OFFICIAL,), asked.sign)
    return door.accounts.add(new, door.ask(FRESH.format(sign=asked.name)), asked.by)


def _reset(asked: argparse.Namespace, door: AccountsDoor) -> str:
    door.accounts.reset(asked.sign, door.ask(FRESH.format(sign=asked.sign)), asked.by)
    return f"{asked.sign}: the password is set; its owner changes it at the next sign-in"


def _recovered(asked: argparse.Namespace, door: AccountsDoor) -> str:
    code, password = door.ask(RECOVERY), door.ask(FRESH.format(sign=asked.sign))
    door.recovery.use(Recovered(asked.sign, code, password))
    return f"{asked.sign}: the password is set, and the code is used up; make another one"


def _closed(asked: argparse.Namespace, accounts: Accounts) -> str:
    accounts.close(asked.sign, asked.by)
    return f"{asked.sign}: nobody signs in with this account any more"


def _factor(asked: argparse.Namespace, accounts: Accounts) -> str:
    if asked.kind == _NO_FACTOR:
        accounts.take_factor(asked.sign, asked.by)
        return f"{asked.sign}: the password alone is asked for, and has to be changed for a long one"
    given = accounts.give_factor(asked.sign, FactorKind(asked.kind), asked.by)
    text = given.address or card_text(given)
    if asked.out is None:
        return text
    asked.out.touch(mode=0o600)
    asked.out.write_text(f"{text}\n", encoding="utf-8")
    return f"{asked.sign}: {asked.out} holds what to hand out; print it and delete the file"


def card_text(given: GivenFactor) -> str:
    """Write a card's codes under their numbers, four to a line."""
    numbered = [f"{at:>3}  {code[:4]} {code[4:]}" for at, code in enumerate(given.codes, start=1)]
    return "\n".join("    ".join(numbered[at : at + 4]) for at in range(0, len(numbered), 4))


def _line(account: Account) -> str:
    proof = f" + {account.factor.kind}" if account.factor else ""
    return f"{account.sign}  {account.full_name}  {', '.join(account.roles)}{proof}"
