"""An office's desk without a line to the population database: every visit goes on with the card alone."""

from __future__ import annotations

from counter_app.services.ports import Found, LookUp, PopulationAway


class NoPopulation:
    """Answers no question; see ``services.ports.Population``."""

    def look_up(self, question: LookUp) -> Found | None:
        """Say that nobody can be asked; raises PopulationAway."""
        raise PopulationAway(question.purpose)
