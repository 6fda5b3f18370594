"""What the hub has sent for this desk: publications, and the people who are expected on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.publication import ExpectedPerson, Flaw, Publication
from counter_app.store.codec import from_text, to_text
from counter_app.store.rows import Line
from counter_app.store.tables import expected_numbers, expected_people, publications


class PublicationRows:
    """Publications within one transaction; see ``services.sync_ports.Publications``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, publication: Publication) -> None:
        """Keep a publication in place of what came under its kind, name and version before."""
        row = asdict(publication) | {"flaw": to_text(publication.flaw) if publication.flaw else ""}
        same = (publications.c.kind == publication.kind) & (publications.c.name == publication.name)
        gone = delete(publications).where(same, publications.c.version == publication.version)
        self._connection.execute(gone)
        self._connection.execute(insert(publications).values(row))

    def listed(self) -> tuple[Publication, ...]:
        """List every publication, those too that were refused, the latest first."""
        kept = select(publications).order_by(publications.c.seq.desc())
        return tuple(map(_publication, self._connection.execute(kept)))

    def newest(self, kind: str) -> Publication | None:
        """Give the latest publication of a kind that was not refused."""
        right = select(publications).where(publications.c.kind == kind, publications.c.flaw == "")
        row = self._connection.execute(right.order_by(publications.c.seq.desc()).limit(1)).one_or_none()
        return _publication(row) if row else None


class ExpectedRows:
    """Expected people within one transaction; see ``services.sync_ports.Expected``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, day: date, people: Iterable[ExpectedPerson]) -> None:
        """Keep records of people who are expected on a day."""
        for person in people:
            record = person.record
            row = {"day": day, "citizen_id": record.citizen_id.digits, "content": to_text(person)}
            kept = insert_or_update(expected_people).values(row)
            self._connection.execute(
                kept.on_conflict_do_update(
                    index_elements=["day", "citizen_id"], set_={"content": kept.excluded.content}
                )
            )
            for number in _numbers(record):
                known = insert_or_update(expected_numbers).values(
                    day=day, number=number, citizen_id=record.citizen_id.digits
                )
                self._connection.execute(known.on_conflict_do_nothing())

    def find(self, day: date, number: str) -> ExpectedPerson | None:
        """Give whom a number names among those expected on a day."""
        joined = (expected_numbers.c.day == expected_people.c.day) & (
            expected_numbers.c.citizen_id == expected_people.c.citizen_id
        )
        wanted = (expected_numbers.c.day == day) & (expected_numbers.c.number == number)
        found = select(expected_people.c.content).where(joined, wanted).limit(1)
        content = self._connection.scalar(found)
        return from_text(ExpectedPerson, content) if content else None

    def forget_before(self, day: date) -> bool:
        """Delete everybody who was expected before a day; say whether there was anybody."""
        self._connection.execute(delete(expected_numbers).where(expected_numbers.c.day < day))
        return bool(
            self._connection.execute(delete(expected_people).where(expected_people.c.day < day)).rowcount
        )


def _publication(row: Line) -> Publication:
    flaw = from_text(Flaw, row.flaw) if row.flaw else None
    return Publication(row.kind, row.name, row.version, row.body, row.received_at, flaw)


def _numbers(record: PopulationRecord) -> tuple[str, ...]:
    former = (record.former_id,) if record.former_id else ()
    return (record.citizen_id.digits, *record.cancelled_ids, *former)
