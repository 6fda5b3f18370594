"""What has been done to a draft since it was last saved, in the words of history: never a citizen's data."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.domain.dossier import Draft
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
    """Name who has joined by role, each look-up for a paper, and each page that came or went by its paper."""
    for player in after.players:
        if player not in before.players:
            yield Deed.JOINED, player.role, ""
    for look_up in after.look_ups:
        if look_up not in before.look_ups:
            yield Deed.LOOKED_UP_PAPER, f"{look_up.slot} {look_up.database} {look_up.outcome}", ""
    old, new = _pages(before.papers), _pages(after.papers)
    yield from ((Deed.ADDED_PAPER, page[0], "") for page in new if page not in old)
    yield from ((Deed.REMOVED_PAPER, page[0], "") for page in old if page not in new)


def _pages(papers: tuple[Paper, ...]) -> list[tuple[str, str]]:
    return [(paper.slot, page.picture) for paper in papers for page in paper.pages]
