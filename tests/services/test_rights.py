"""Rights: each is asked for by the services, each role has its own, and work stays with who began it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from contracts.samples import dossier, draft
from services.counter import DUTY, Counter
from services.fakes import FakeStore
from services.people import at_the_desk, cast

from counter_app.domain.account import Account
from counter_app.domain.history import Act, Deed
from counter_app.domain.office import Duty, Official
from counter_app.domain.rights import RIGHTS_OF, Right, Role
from counter_app.services import permits
from counter_app.services.drafting import Sheet
from counter_app.services.late_changes import LateChanges
from counter_app.services.permits import KIND, OFFICE, NotPermitted, NotYours, require
from counter_app.services.register import Register
from counter_app.services.voiding import Voiding

SERVICES = Path(permits.__file__).parent
ASKING = {"require", "require_own", "has_right", "demand"}
NEEDS_NO_RIGHT = {
    "Accounts.found": "gives a desk where nobody has an account its first one",
    "Accounts.change_password": "one's own, by who has just proved the one of before",
    "SignIn.sign_in": "is how somebody gets their rights",
    "SignIn.note_locked": "says what the window has done",
    "SignIn.note_left": "says what the window has done",
    "Recovery.use": "is proved by the sealed code",
    "DutyBook.take_over": "a training desk has no accounts; an office's begins a duty by signing in",
    "Drafting.save": "one's own draft, begun by right; another one's is not found",
    "Drafting.drop": "as save",
    "Desk.keep_preference": "how the window looks",
    "Inspection.keep_inspected": "says that somebody inspected, after the right was asked for",
    "Inspection.seal": "the desk does so by itself whenever it is closed",
    "Retention.sweep": "the desk follows its dated rules by itself",
    "Retention.steps": "the desk follows its dated rules by itself",
    "OutboxBook.standing": "the desk remembers the latest moment it has seen",
    "HistoryReporting.report": "the desk sends its history by itself",
    "Incoming.take": "the desk takes in what the hub has signed",
    "Incoming.forget_past": "the desk forgets by itself who was expected",
    "PaperUpload.bring": "the desk sends by itself what was received by right",
    "PaperUpload.begin": "the desk sends by itself what was received by right",
    "PaperUpload.settle": "the desk sends by itself what was received by right",
    "Relaying.go_round": "carries sealed bundles that nobody here can open",
    "Bundles.take": "takes in what is signed, from a stick or a neighbour",
    "Bundles.acknowledge": "takes in what is signed",
    "Sync.run": "the desk sends by itself what was received by right",
}
DESKS = SERVICES.parent / "ui", SERVICES.parent / "__main__.py"


def duty_of(sign: str) -> Duty:
    return replace(DUTY, official=Official(f"Cán bộ {sign}", sign))


def guard(store: FakeStore, **roles: Role) -> None:
    """Make an office's desk of a store, with an account for each name."""
    with store.work() as work:
        work.keep_preference(KIND, OFFICE)
        for sign, role in roles.items():
            work.save_account(Account(sign, f"Cán bộ {sign}", (role,)))
        work.commit()


@pytest.fixture
def counter() -> Counter:
    made = Counter()
    guard(made.store, lan=Role.OFFICIAL, mai=Role.OFFICIAL, phu_trach=Role.SUPERVISOR, tra=Role.INSPECTOR)
    return made


def begun(counter: Counter, sign: str, draft_id: str = "one") -> Sheet:
    person = at_the_desk(cast().ede)
    sheet = counter.begin(person, "1.004194", draft_id, duty=duty_of(sign))
    return counter.drafting.save(sheet)


def test_every_right_is_asked_for_and_by_no_screen() -> None:
    asked = "\n".join(path.read_text(encoding="utf-8") for path in SERVICES.glob("*.py"))
    elsewhere = DESKS[1].read_text(encoding="utf-8")
    elsewhere += (DESKS[0] / "printer_setup_desk.py").read_text(encoding="utf-8")
    unasked = [right for right in Right if f"Right.{right.name})" not in asked + elsewhere]
    assert unasked == []
    screens = "\n".join(path.read_text(encoding="utf-8") for path in DESKS[0].rglob("screens/*.py"))
    assert "Right." not in screens


def called_in(function: ast.AST) -> set[str]:
    """Name what a function calls, and what of its own it hands on."""
    called = {node.func for node in ast.walk(function) if isinstance(node, ast.Call)}
    names = {one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in called}
    return names | {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}


def reached_from(name: str, functions: dict[str, ast.FunctionDef]) -> set[str]:
    """Name all that is called by a function and by those of its module that it calls."""
    seen: set[str] = set()
    waiting, reached = [name], set[str]()
    while waiting:
        one = waiting.pop()
        if one not in seen and one in functions:
            seen.add(one)
            called = called_in(functions[one])
            reached |= called
            waiting += called
    return reached


def writing_without_a_right(module: Path) -> Iterator[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    plain = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for made in tree.body:
        if not isinstance(made, ast.ClassDef) or made.name.startswith("_"):
            continue
        own = {node.name: node for node in made.body if isinstance(node, ast.FunctionDef)}
        for name in own:
            reached = reached_from(name, plain | own)
            if not name.startswith("_") and "commit" in reached and not reached & ASKING:
                yield f"{made.name}.{name}"


def test_whatever_writes_asks_for_a_right_or_is_named_as_needing_none() -> None:
    found = {name for module in SERVICES.glob("*.py") for name in writing_without_a_right(module)}
    assert found == set(NEEDS_NO_RIGHT)


def test_every_right_belongs_to_some_role_and_accounts_see_no_citizen() -> None:
    assert frozenset[Right]().union(*RIGHTS_OF.values()) == set(Right)
    sees = {Right.SERVE, Right.READ_REGISTER, Right.RECEIVE}
    for role in (Role.ADMINISTRATOR, Role.INSPECTOR, Role.TRAINER):
        assert not RIGHTS_OF[role] & sees


def test_a_stranger_does_anything_on_a_training_desk_and_nothing_in_an_office(counter: Counter) -> None:
    with FakeStore().work() as work:
        require(work, "ai.do", Right.VOID)
    with counter.store.work() as work, pytest.raises(NotPermitted) as refusal:
        require(work, "ai.do", Right.SERVE)
    assert refusal.value.right is Right.SERVE


def test_an_inspector_serves_nobody_and_opens_no_dossier(counter: Counter) -> None:
    with counter.store.work() as work:
        work.add_dossier(dossier())
        work.commit()
    refused: tuple[Callable[[], object], ...] = (
        lambda: begun(counter, "tra"),
        lambda: Register(counter.store, counter.clock).open("dossier-1", "tra"),
        lambda: Voiding(counter.store, counter.clock).void("dossier-1", "nhầm", "tra"),
    )
    for act in refused:
        with pytest.raises(NotPermitted):
            act()


def test_a_draft_is_its_officials_own(counter: Counter) -> None:
    mine = begun(counter, "lan")
    assert [each.draft_id for each in counter.drafting.waiting("lan")] == ["one"]
    assert counter.drafting.waiting("mai") == ()
    for other in ("mai", "phu_trach"):
        with pytest.raises(NotYours):
            counter.drafting.resume("one", duty_of(other))
    assert counter.drafting.resume("one", duty_of("lan")).draft == mine.draft


def test_a_page_that_is_late_comes_to_its_own_draft_while_another_official_serves(counter: Counter) -> None:
    begun(counter, "lan")
    late = LateChanges(counter.drafting, counter.store)
    late.make(
        "one",
        lambda sheet: counter.drafting.excuse(sheet, sheet.checklist[0].paper.slot, "mang sau"),
        duty_of("mai"),
    )
    kept = counter.drafting.resume("one", duty_of("lan"))
    assert [excuse.reason for excuse in kept.draft.excuses] == ["mang sau"]


def test_what_was_told_in_an_open_draft_is_told_to_its_own_official_alone(counter: Counter) -> None:
    sheet = begun(counter, "lan")
    phone = next(field.name for field in sheet.definition.fields() if field.name == "phone")
    counter.drafting.save(counter.drafting.declare(sheet, phone, "0912345678"))
    told = {sign: begun(counter, sign, sign).filled.value(phone) for sign in ("mai", "lan")}
    assert told["lan"] == "0912345678"
    assert told["mai"] != "0912345678"


def test_a_reception_is_taken_back_by_who_received_it_and_voided_by_a_supervisor_too(
    counter: Counter,
) -> None:
    voiding = Voiding(counter.store, counter.clock)
    with counter.store.work() as work:
        mine = replace(dossier(received_at=counter.clock.now()), official_sign="lan")
        work.add_dossier(mine)
        work.keep_undoable("dossier-1", (draft(),))
        work.write_history(Act(Deed.RECEIVED, "dossier-1", "lan", counter.clock.now()))
        work.commit()
    with pytest.raises(NotYours):
        voiding.reopen("dossier-1", "phu_trach")
    with pytest.raises(NotYours):
        voiding.void("dossier-1", "nhầm", "mai")
    assert voiding.void("dossier-1", "nhầm", "phu_trach").voids
