"""Changes that are ready only after their draft was set aside: a page read to its end, a paper bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from counter_app.domain.office import Duty
from counter_app.services.drafting import Drafting, Sheet
from counter_app.services.ports import Store

Change = Callable[[Sheet], Sheet]


class LateChanges:
    """Changes drafts that are not at hand, as whoever began them: another official may serve by now."""

    def __init__(self, drafting: Drafting, store: Store) -> None:
        self._drafting = drafting
        self._store = store

    def make(self, draft_id: str, change: Change, duty: Duty) -> Sheet:
        """Put a change on disk; raises NotFound, and whatever the change itself raises."""
        with self._store.work() as work:
            sign = work.draft(draft_id).official_sign
        own = replace(duty, official=replace(duty.official, sign=sign))
        return self._drafting.save(change(self._drafting.resume(draft_id, own)))
