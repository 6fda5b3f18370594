"""Accounts and signing in: who gets in, who does not, for how long, and what history keeps of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from services.fakes import FakeStore, FixedClock
from services.people import MORNING

from counter_app.domain.account import FactorKind, PasswordFault
from counter_app.domain.history import Deed
from counter_app.domain.rights import Role
from counter_app.domain.sign_in_lock import FREE_FAILURES
from counter_app.errors import NotFound
from counter_app.gateways.counted_codes import HotpCodes
from counter_app.gateways.passwords import Argon2Parameters, Argon2Passwords
from counter_app.services.account_recovery import Recovered, Recovery
from counter_app.services.accounts import (
    AccountExists,
    Accounts,
    AlreadyFounded,
    LastAdministrator,
    NewAccount,
    NoRole,
    WeakPassword,
    first_password,
    subject_of,
)
from counter_app.services.duty import NoName
from counter_app.services.permits import KIND, OFFICE, NotPermitted
from counter_app.services.sign_in import CodeWanted, LockCause, Proof, SignIn, SignInLocked, WrongSignIn

CHEAP = Argon2Parameters(rounds=1, memory_kib=8, lanes=1)
FIRST, SECOND, THIRD = "bốn mùa hoa nở 1", "mưa rơi ngoài hiên 2", "đường về nhà xa 3"
ADMINISTRATOR, OFFICIAL = "le.thi.quan.tri", "tran.van.can.bo"


class Computer:
    """How long a computer has been running, to be moved by hand."""

    def __init__(self) -> None:
        self.ran = 1_000

    def seconds(self) -> int:
        """Say it."""
        return self.ran


class Door:
    """An office's desk with an administrator and an official."""

    def __init__(self) -> None:
        self.store, self.clock, self.computer = FakeStore(), FixedClock(MORNING), Computer()
        with self.store.work() as work:
            work.keep_preference(KIND, OFFICE)
            work.commit()
        self.accounts = Accounts(self.store, Argon2Passwords(CHEAP), HotpCodes(), clock=self.clock)
        self.sign_in = self.door_with(CHEAP)
        self.accounts.found("Lê Thị Quản Trị", FIRST)
        self.accounts.add(NewAccount("Trần Văn Cán Bộ", (Role.OFFICIAL,)), SECOND, ADMINISTRATOR)

    def door_with(self, parameters: Argon2Parameters) -> SignIn:
        """Give the way in of a program with these parameters."""
        passwords = Argon2Passwords(parameters)
        return SignIn(self.store, passwords, HotpCodes(), clock=self.clock, running=self.computer)

    def enter(self, password: str = SECOND, code: str = "", sign: str = OFFICIAL) -> str:
        """Sign in, and say who got in."""
        return self.sign_in.sign_in(Proof(sign, password, code)).full_name

    def fail(self, times: int) -> None:
        """Sign in with a wrong password, waiting for the lock each time."""
        for _ in range(times):
            with pytest.raises(WrongSignIn) as refusal:
                self.enter("sai mật khẩu rồi")
            self.computer.ran += refusal.value.seconds

    def deeds(self, sign: str = OFFICIAL) -> list[tuple[Deed, str, str]]:
        """Read what history says about an account."""
        with self.store.work() as work:
            acts = work.history_of(subject_of(sign))
        return [(act.deed, act.official_sign, act.outcome) for act in acts]


@pytest.fixture
def door() -> Door:
    return Door()


def test_a_name_and_its_password_lead_in_and_each_try_is_an_act(door: Door) -> None:
    with pytest.raises(WrongSignIn):
        door.enter(FIRST)
    assert door.enter() == "Trần Văn Cán Bộ"
    door.sign_in.note_locked(OFFICIAL, LockCause.IDLE)
    door.sign_in.note_left(OFFICIAL)
    assert door.deeds() == [
        (Deed.ACCOUNT_ADDED, ADMINISTRATOR, "official"),
        (Deed.SIGN_IN_FAILED, OFFICIAL, "1000"),
        (Deed.SIGNED_IN, OFFICIAL, ""),
        (Deed.SCREEN_LOCKED, OFFICIAL, "idle"),
        (Deed.SIGNED_OUT, OFFICIAL, ""),
    ]


def test_a_password_fits_in_every_spelling_of_its_letters_and_is_kept_in_none(door: Door) -> None:
    assert door.enter("mu\u031ba ro\u031bi ngoa\u0300i hie\u0302n 2") == "Trần Văn Cán Bộ"
    with door.store.work() as work:
        account = work.account(OFFICIAL)
    assert account
    assert account.password.startswith("$argon2id$")
    assert SECOND not in repr(account) + account.password


def test_an_unknown_sign_is_refused_like_a_wrong_password_and_is_not_written_down(door: Door) -> None:
    with pytest.raises(WrongSignIn):
        door.enter(sign="mật khẩu gõ nhầm ô")
    with door.store.work() as work:
        written = [line.subject for line in work.history_lines(0, limit=99)]
    assert written[-1] == "account:"
    assert not any("nhầm" in subject for subject in written)


def test_the_lock_grows_and_opens_after_its_time_or_by_a_new_password(door: Door) -> None:
    waits = []
    for _ in range(FREE_FAILURES + 4):
        with pytest.raises(WrongSignIn) as refusal:
            door.enter("sai mật khẩu rồi")
        waits.append(refusal.value.seconds)
        door.computer.ran += refusal.value.seconds
    assert waits == [0, 0, 0, 0, 30, 60, 120, 240]
    door.computer.ran -= 1
    with pytest.raises(SignInLocked) as locked:
        door.enter()
    assert locked.value.seconds == 1
    door.accounts.reset(OFFICIAL, THIRD, ADMINISTRATOR)
    assert door.enter(THIRD) == "Trần Văn Cán Bộ"
    door.fail(1)
    assert door.enter(THIRD) == "Trần Văn Cán Bộ"


@pytest.mark.parametrize("years", [-3, 3])
def test_no_hand_on_the_wall_clock_shortens_the_lock(door: Door, years: int) -> None:
    door.fail(FREE_FAILURES)
    with pytest.raises(WrongSignIn):
        door.enter("sai mật khẩu rồi")
    door.clock.moment = door.clock.moment.replace(year=door.clock.moment.year + years)
    with pytest.raises(SignInLocked) as locked:
        door.enter()
    assert locked.value.seconds == 30


def test_starting_the_computer_anew_counts_only_what_it_has_run_since(door: Door) -> None:
    door.fail(FREE_FAILURES)
    with pytest.raises(WrongSignIn):
        door.enter("sai mật khẩu rồi")
    door.computer.ran = 10
    with pytest.raises(SignInLocked) as locked:
        door.enter()
    assert locked.value.seconds == 20
    door.computer.ran = 30
    assert door.enter() == "Trần Văn Cán Bộ"


def test_a_card_of_codes_is_asked_for_in_order_and_each_code_is_good_once(door: Door) -> None:
    given = door.accounts.give_factor(OFFICIAL, FactorKind.CARD, ADMINISTRATOR)
    with pytest.raises(CodeWanted) as wanted:
        door.enter()
    assert (wanted.value.kind, wanted.value.number) == (FactorKind.CARD, 1)
    with pytest.raises(WrongSignIn):
        door.enter(code=given.codes[1])
    assert door.enter(code=f" {given.codes[0][:4].lower()} {given.codes[0][4:].lower()}") == "Trần Văn Cán Bộ"
    with pytest.raises(WrongSignIn):
        door.enter(code=given.codes[0])
    assert door.enter(code=given.codes[1]) == "Trần Văn Cán Bộ"


def test_a_counting_device_may_run_ahead_and_its_codes_never_come_again(door: Door) -> None:
    pyotp = pytest.importorskip("pyotp", reason="pinned with the desk's own libraries")
    given = door.accounts.give_factor(OFFICIAL, FactorKind.COUNTER, ADMINISTRATOR)
    device = pyotp.parse_uri(given.address)
    assert door.enter(code=device.at(7)) == "Trần Văn Cán Bộ"
    for place in (7, 3):
        with pytest.raises(WrongSignIn):
            door.enter(code=device.at(place))
    assert door.enter(code=device.at(8)) == "Trần Văn Cán Bộ"


def test_a_password_is_long_new_and_not_its_owners_name(door: Door) -> None:
    faults = {
        "ngắn quá 12345": None,
        "ngắn quá 1234": PasswordFault.TOO_SHORT,
        "trần văn cán bộ": PasswordFault.OWN_NAME,
        "aaaabbbbaaaabbbb": PasswordFault.ALL_ALIKE,
        "dài " * 40: PasswordFault.TOO_LONG,
        SECOND: PasswordFault.USED_BEFORE,
    }
    for password, fault in faults.items():
        if fault is None:
            door.accounts.change_password(OFFICIAL, password)
            continue
        with pytest.raises(WeakPassword) as refusal:
            door.accounts.change_password(OFFICIAL, password)
        assert refusal.value.fault is fault, password
    door.accounts.give_factor(OFFICIAL, FactorKind.CARD, ADMINISTRATOR)
    door.accounts.change_password(OFFICIAL, "8 chữ cái")


def test_only_an_administrator_keeps_accounts_and_the_last_one_stays(door: Door) -> None:
    new = NewAccount("Ai Đó", (Role.OFFICIAL,))
    for refused in (
        lambda: door.accounts.add(new, THIRD, OFFICIAL),
        lambda: door.accounts.give_roles(OFFICIAL, (Role.ADMINISTRATOR,), OFFICIAL),
        lambda: door.accounts.reset(ADMINISTRATOR, THIRD, OFFICIAL),
        lambda: door.accounts.close(ADMINISTRATOR, OFFICIAL),
        lambda: door.accounts.give_factor(ADMINISTRATOR, FactorKind.CARD, OFFICIAL),
        lambda: door.accounts.add(new, THIRD, "khong.co"),
    ):
        with pytest.raises(NotPermitted):
            refused()
    for last in (
        lambda: door.accounts.close(ADMINISTRATOR, ADMINISTRATOR),
        lambda: door.accounts.give_roles(ADMINISTRATOR, (Role.OFFICIAL,), ADMINISTRATOR),
    ):
        with pytest.raises(LastAdministrator):
            last()
    with pytest.raises(NoRole):
        door.accounts.give_roles(OFFICIAL, (), ADMINISTRATOR)
    with pytest.raises(NotFound):
        door.accounts.give_roles("khong.co", (Role.OFFICIAL,), ADMINISTRATOR)
    with pytest.raises(AccountExists):
        door.accounts.add(replace(new, sign=OFFICIAL), THIRD, ADMINISTRATOR)
    with pytest.raises(NoName):
        door.accounts.add(replace(new, full_name=" "), THIRD, ADMINISTRATOR)
    with pytest.raises(AlreadyFounded):
        door.accounts.found("Ai Đó", THIRD)


def test_roles_count_from_the_moment_they_are_given_and_a_closed_account_lets_nobody_in(door: Door) -> None:
    door.accounts.give_roles(OFFICIAL, (Role.ADMINISTRATOR,), ADMINISTRATOR)
    door.accounts.close(ADMINISTRATOR, OFFICIAL)
    with pytest.raises(WrongSignIn):
        door.enter(FIRST, sign=ADMINISTRATOR)
    with pytest.raises(NotPermitted):
        door.accounts.give_roles(OFFICIAL, (Role.OFFICIAL,), ADMINISTRATOR)
    assert [account.sign for account in door.accounts.all()] == [OFFICIAL]


def test_two_people_of_one_name_have_signs_of_their_own(door: Door) -> None:
    second = door.accounts.add(NewAccount("Trần Văn Cán Bộ", (Role.OFFICIAL,)), THIRD, ADMINISTRATOR)
    assert second.sign == f"{OFFICIAL}.2"
    assert second.must_change


def test_a_password_is_hashed_anew_when_the_parameters_have_changed(door: Door) -> None:
    dearer = door.door_with(Argon2Parameters(rounds=2, memory_kib=16, lanes=1))
    dearer.sign_in(Proof(OFFICIAL, SECOND))
    with door.store.work() as work:
        account = work.account(OFFICIAL)
    assert account
    assert "m=16,t=2" in account.password
    assert dearer.sign_in(Proof(OFFICIAL, SECOND)).full_name == "Trần Văn Cán Bộ"


def test_the_sealed_code_lets_a_locked_out_administrator_back_in_once_and_on_record(door: Door) -> None:
    passwords, computer = Argon2Passwords(CHEAP), door.computer
    recovery = Recovery(door.store, passwords, door.accounts, clock=door.clock, running=computer)
    with pytest.raises(NotPermitted):
        recovery.make(OFFICIAL)
    with pytest.raises(WrongSignIn):
        recovery.use(Recovered(ADMINISTRATOR, "", THIRD))
    recovery.make(ADMINISTRATOR)
    code = recovery.make(ADMINISTRATOR)
    door.accounts.give_factor(ADMINISTRATOR, FactorKind.CARD, ADMINISTRATOR)
    with pytest.raises(WrongSignIn):
        recovery.use(Recovered(OFFICIAL, code, THIRD))
    with pytest.raises(WeakPassword):
        recovery.use(Recovered(ADMINISTRATOR, code, "ngắn"))
    recovery.use(Recovered(ADMINISTRATOR, code.lower().replace("-", " "), THIRD))
    assert door.enter(THIRD, sign=ADMINISTRATOR) == "Lê Thị Quản Trị"
    with door.store.work() as work:
        deeds = [act.deed for act in work.history_of("recovery")]
        assert work.history_of(subject_of(ADMINISTRATOR))[-2].deed is Deed.RECOVERED
    assert deeds.count(Deed.SIGN_IN_FAILED) == 2
    assert deeds[-1] is Deed.RECOVERED
    for _ in range(FREE_FAILURES + 1):
        with pytest.raises(WrongSignIn):
            recovery.use(Recovered(ADMINISTRATOR, code, SECOND))
    with pytest.raises(SignInLocked):
        recovery.use(Recovered(ADMINISTRATOR, code, SECOND))


def test_a_first_password_is_one_that_the_rules_take(door: Door) -> None:
    password = first_password()
    door.accounts.reset(OFFICIAL, password, ADMINISTRATOR)
    assert door.sign_in.sign_in(Proof(OFFICIAL, password)).must_change
