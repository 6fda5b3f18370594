"""Linked procedures: one declaration and one receipt, but a dossier with its own code and time for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from counter_app.domain.condition import Condition, Values
from counter_app.domain.procedure import Note, Party, Requirement
from counter_app.domain.provenance import Provenance


@dataclass(frozen=True, slots=True)
class BundlePart:
    """One of the linked procedures.

    ``after`` are the codes of those whose outcome it needs; ``answers`` maps fields of its own form to
    fields of the declaration, where their names differ. ``processing_words`` replace the pack's where given.
    ``brought`` are slots of its papers that the outcome of one before brings: nobody is asked for them.
    """

    procedure: str
    after: tuple[str, ...]
    answers: Mapping[str, str]
    processing_words: str = ""
    when: Condition | None = None
    brought: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """One version of a group of linked procedures; ``form`` is the code of the one declaration."""

    code: str
    version: str
    name: str
    name_en: str
    short_name: str
    field_of_work: str
    form: str
    request_words: str
    provenance: Provenance
    parts: tuple[BundlePart, ...]
    parties: tuple[Party, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    notes: tuple[Note, ...] = ()
    search_words: tuple[str, ...] = ()
    other_codes: tuple[str, ...] = ()
    essential: int = 0
    supported_by: str = ""

    def parts_on(self, day: date, values: Values) -> tuple[BundlePart, ...]:
        """List the procedures that this declaration asks for, in the order in which they can be settled."""
        wanted = [part for part in self.parts if part.when is None or part.when.holds(values, day)]
        codes = {part.procedure for part in wanted}
        settled: list[BundlePart] = []
        while wanted:
            done = {part.procedure for part in settled}
            ready = [part for part in wanted if codes.intersection(part.after) <= done]
            settled += ready or wanted
            wanted = [part for part in wanted if part not in settled]
        return tuple(settled)
