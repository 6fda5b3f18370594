"""What closing a shift without a window tells: a few lines, or one JSON object."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from counter_app.services.closing import ClosedShift
from counter_app.services.closing_words import difference_words


@dataclass(frozen=True, slots=True)
class ClosingReport:
    """A shift that was closed, or a copy of its closing."""

    closed: ClosedShift

    def as_text(self) -> str:
        """Say it in lines."""
        tally = self.closed.closing.tally
        state = "balanced" if tally.is_balanced else "NOT balanced"
        copy = f", copy {self.closed.copy_number}" if self.closed.copy_number else ""
        head = f"shift {self.closed.closing.subject}: closing {self.closed.closing.number}{copy}, {state}"
        counts = (
            f"numbers {tally.given}, received {tally.received}, void {len(tally.voided)}, "
            f"gaps {len(tally.gaps)}, leased and unused {tally.left_count}, "
            f"sealed {tally.whole} of {tally.pages}, paid {tally.paid} of {tally.due}"
        )
        return "\n".join((head, counts, *map(difference_words, tally.differences)))

    def as_json(self) -> str:
        """Write it as one JSON object."""
        closing = self.closed.closing
        said = {
            "shift": closing.subject,
            "closing": closing.number,
            "copy": self.closed.copy_number,
            "is_balanced": closing.tally.is_balanced,
            "digest": closing.digest,
            "key": closing.key_id,
            "signature": closing.signature,
            "tally": asdict(closing.tally),
        }
        return json.dumps(said, ensure_ascii=False, indent=2, default=str)
