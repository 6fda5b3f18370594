"""What answers for the data of a desk: history inspected, data deleted, citizens told, a breach reported."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.office import Duty
from counter_app.services.breach import BreachDrill, BreachFacts
from counter_app.services.data_protection_words import breach_words, held_data_words
from counter_app.services.held_data import HeldData, RightToKnow
from counter_app.services.inspection import Inspection
from counter_app.services.paper_copies import PaperCopies
from counter_app.services.retention import Retention
from printing.breach_notice import draw_breach_notice
from printing.fonts import Fonts
from printing.held_data_sheet import draw_held_data
from printing.sheet import Marks, PaperSize


@dataclass(frozen=True, slots=True)
class Custody:
    """The use cases of whoever inspects a desk, and their sheets."""

    inspection: Inspection
    retention: Retention
    right_to_know: RightToKnow
    breaches: BreachDrill
    copies: PaperCopies
    fonts: Fonts

    def held_sheet(self, held: HeldData, duty: Duty) -> bytes:
        """Draw what is held about a number, on A4."""
        words = held_data_words(held, duty, self.retention.rules)
        marks = Marks(training=duty.office.training)
        return draw_held_data(words, size=PaperSize.A4, fonts=self.fonts, marks=marks, created_at=held.at)

    def breach_sheet(self, facts: BreachFacts, duty: Duty) -> bytes:
        """Draw the notice of a breach, on A4."""
        words, marks = breach_words(facts, duty), Marks(training=duty.office.training)
        at = facts.breach.found_at
        return draw_breach_notice(words, size=PaperSize.A4, fonts=self.fonts, marks=marks, created_at=at)
