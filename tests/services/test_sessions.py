"""Officials and a trainer take turns at one desk; none sees what is another's. The long form is a bench."""

from services.session_script import OFFICIALS, TRAINER, Sessions


def test_nobody_sees_anothers_draft_or_what_was_told_in_it() -> None:
    desk = Sessions(seed=8)
    desk.run(40)
    assert desk.leaks == []
    assert desk.seen["refused drafts"]
    assert desk.seen["own drafts"]
    assert desk.seen["told again"]
    assert desk.seen[f"refused {TRAINER}"]
    assert not any(desk.seen[f"refused {sign}"] for sign in OFFICIALS)
