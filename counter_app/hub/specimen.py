"""Invented people from a file, for offices that train: found as the national service finds people."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from counter_app.domain.citizen import PopulationRecord
from counter_app.errors import SetupError
from counter_app.wire.population import LookUpAsked, Upstream
from counter_app.wire.text import BadMessage, from_json


class SpecimenRegistry:
    """Knows invented people alone."""

    def __init__(self, records: Iterable[PopulationRecord]) -> None:
        self._by_number: dict[str, PopulationRecord] = {}
        for record in records:
            for number in (record.former_id, *record.cancelled_ids, record.citizen_id.digits):
                if number:
                    self._by_number[number] = record

    @property
    def upstream(self) -> Upstream:
        """Say that they are invented."""
        return Upstream.SPECIMEN

    def look_up(self, asked: LookUpAsked, request_id: str) -> PopulationRecord | None:
        """Give the record of whom number, name and birth date all fit."""
        del request_id
        record = self._by_number.get(asked.number)
        fits = record and (_bare(record.full_name), record.born_on) == (_bare(asked.full_name), asked.born_on)
        return record if fits else None


def read_specimen(path: Path) -> SpecimenRegistry:
    """Read a file with one record a line, as ``counter-app people`` writes it; raises SetupError.

    Whoever is not declared as invented by the number is refused.
    """
    records = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise SetupError(path, "unreadable") from error
    for number, line in enumerate(lines, start=1):
        try:
            record = from_json(PopulationRecord, line)
        except BadMessage as bad:
            raise SetupError(path, "wrong_kind", key=bad.field, line=number) from bad
        if not record.citizen_id.is_training:
            raise SetupError(path, "out_of_range", key="citizen_id", line=number)
        records.append(record)
    return SpecimenRegistry(records)


def _bare(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()
