"""What has been done to a draft since it was last saved, in the words of history: never a citizen's data."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.domain.dossier import Draft
from counter_app.domain.filing import Filing
from counter_app.domain.history import Deed
from counter_app.domain.paper import Paper
from forms.answers import FilledForm

Doing = tuple[Deed, str, str]
"""A deed, what it was done to, and the reason that was given."""


def unlocked_since(before: FilledForm, after: FilledForm) -> Iterator[Doing]:
    """Name each verified answer that was changed, by its field and reason."""
    for name, answer in after.answers.items():
        known = name in before.answers
        if answer.reason and not (known and before.answers[name].reason == answer.reason):
            yield Deed.UNLOCKED_FIELD, name, answer.reason


def doings_since(before: Draft, after: Draft) -> Iterator[Doing]:
    """Name who has joined, look-ups for papers, how it is filed, each page that came or went, each reuse."""
    for player in after.players:
        if player not in before.players:
            yield Deed.JOINED, player.role, ""
    for look_up in after.look_ups:
        if look_up not in before.look_ups:
            yield Deed.LOOKED_UP_PAPER, f"{look_up.slot} {look_up.database} {look_up.outcome}", ""
    yield from ((Deed.CHANGED_TERMS, change, "") for change in _terms_changed(before.filing, after.filing))
    old, new = _pages(before.papers), _pages(after.papers)
    yield from ((Deed.ADDED_PAPER, page[0], "") for page in new if page not in old)
    yield from ((Deed.REMOVED_PAPER, page[0], "") for page in old if page not in new)
    reused, reused_by_now = _reused(before.papers), _reused(after.papers)
    yield from ((Deed.REUSED_PAPER, slot, code) for slot, code in reused_by_now if (slot, code) not in reused)
    yield from ((Deed.REMOVED_PAPER, slot, "") for slot, code in reused if (slot, code) not in reused_by_now)


def _terms_changed(before: Filing, after: Filing) -> Iterator[str]:
    if before.channel is not after.channel:
        yield f"channel {after.channel}"
    for what, old, new in (
        ("case", before.cases, after.cases),
        ("waiver", before.waivers, after.waivers),
    ):
        yield from (f"+{what} {name}" for name in new if name not in old)
        yield from (f"-{what} {name}" for name in old if name not in new)


def _pages(papers: tuple[Paper, ...]) -> list[tuple[str, str]]:
    return [(paper.slot, page.picture) for paper in papers for page in paper.pages]


def _reused(papers: tuple[Paper, ...]) -> list[tuple[str, str]]:
    return [(paper.slot, paper.reused_from) for paper in papers if paper.reused_from]
