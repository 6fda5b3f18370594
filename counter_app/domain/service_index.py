"""What a dossier counts for in the service index of the Government (Decision 766/QĐ-TTg, 2022)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counter_app.domain.paper import Paper


@dataclass(frozen=True, slots=True)
class PaperCounts:
    """How many of a dossier's papers were digitised for it, and how many were used again unasked."""

    digitised: int
    reused: int


def paper_counts(papers: Iterable[Paper]) -> PaperCounts:
    """Count the papers of a dossier; each is one or the other, or nothing while it has no document."""
    filed = [paper for paper in papers if paper.document]
    reused = sum(1 for paper in filed if paper.reused_from)
    return PaperCounts(len(filed) - reused, reused)
