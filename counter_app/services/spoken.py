"""What is said at once in place of a dossier, where the law forbids to ask for one."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.citizen import Person
from counter_app.domain.procedure import Procedure
from counter_app.errors import Refusal

_SHOWN = 3


class NotReceived(Refusal):
    """Nobody may be asked for this procedure any more: it is answered at once and never received."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """The sentence with its law, and the former numbers of whom it is about.

    ``from_card`` says that ``former_id`` was read from the card itself, which goes before the record (Decree
    58/2026, Article 12 of Decree 70/2024 as amended). ``cancelled_ids`` are twelve digits that hold no more.
    """

    procedure_name: str
    words: str
    law: str
    full_name: str
    former_id: str
    from_card: bool
    cancelled_ids: tuple[str, ...]

    @property
    def masked(self) -> str:
        """The former number as anybody near the desk may see it."""
        return "•" * (len(self.former_id) - _SHOWN) + self.former_id[-_SHOWN:]


def spoken_answer(procedure: Procedure, person: Person) -> SpokenAnswer | None:
    """Give the answer to this person, or None where the procedure is received like any other."""
    if not procedure.not_received:
        return None
    record = person.record
    return SpokenAnswer(
        procedure.name,
        procedure.not_received,
        procedure.provenance.source,
        person.full_name,
        person.card.former_id or (record.former_id if record else ""),
        bool(person.card.former_id),
        record.cancelled_ids if record else (),
    )
