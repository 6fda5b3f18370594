"""What the citizens of a lesson lay down for each slot: good, blurred, expired, somebody else's, nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.citizen_id import Sex
from counter_app.domain.lesson import APPLICANT, CarriedPaper, Condition, Drawing, Guest, Lesson
from counter_app.services.desk import NotCarried
from printing.practice_paper import PracticeKind
from printing.practice_set import LaidPaper
from printing.practice_words import LANDLADY, TENANT, PracticePerson

_LATELY, _LONG_AGO = timedelta(days=7), timedelta(days=400)
_SEEDS_APART = 4
"""Seeds so far apart name the same child on a birth notice."""
_KINDS: dict[Drawing, PracticeKind] = {
    Drawing.LEASE: "lease",
    Drawing.BIRTH_NOTICE: "birth_notice",
    Drawing.MARRIAGE_CERTIFICATE: "marriage_certificate",
    Drawing.SINGLE_STATUS: "single_status",
    Drawing.HOUSEHOLD_CONFIRMATION: "household_confirmation",
    Drawing.HOUSE_TITLE: "house_title",
    Drawing.CONSENT: "consent",
    Drawing.DEATH_NOTICE: "death_notice",
    Drawing.AUTHORISATION: "authorisation",
}
_OF_A_COUPLE = {Drawing.BIRTH_NOTICE, Drawing.MARRIAGE_CERTIFICATE}
_TO_THE_APPLICANT = {Drawing.DEATH_NOTICE, Drawing.AUTHORISATION}


class LessonPapers:
    """The papers of a lesson; ``find`` gives the record of a guest."""

    def __init__(self, lesson: Lesson, find: Callable[[Guest], PopulationRecord | None], today: date) -> None:
        self._lesson = lesson
        self._find = find
        self._today = today
        self._laid: Counter[str] = Counter()

    def lay(self, slot: str) -> LaidPaper:
        """Lay the next paper down for a slot, the last of them as often as it is asked for.

        Raises NotCarried where the citizen has none, or left it at home.
        """
        carried = self._lesson.papers_for(slot)
        if not carried:
            raise NotCarried(slot)
        paper = carried[min(self._laid[slot], len(carried) - 1)]
        self._laid[slot] += 1
        if paper.condition is Condition.MISSING:
            raise NotCarried(slot)
        return self._drawn(paper)

    def last(self, slot: str) -> Condition:
        """Say how the paper is that was laid down last for a slot."""
        carried = self._lesson.papers_for(slot)
        laid = min(self._laid[slot], len(carried))
        return carried[laid - 1].condition if laid else Condition.GOOD

    def all(self) -> Iterator[LaidPaper]:
        """Lay every paper down that the citizens of the lesson have with them, in the order of the lesson."""
        for paper in self._lesson.papers:
            if paper.condition is not Condition.MISSING:
                yield self._drawn(paper)

    def _drawn(self, paper: CarriedPaper) -> LaidPaper:
        is_old = paper.condition is Condition.EXPIRED
        first, second = self._parties(paper)
        return LaidPaper(
            _KINDS[paper.drawing],
            first,
            second,
            self._today - (_LONG_AGO if is_old else _LATELY),
            seed=self._laid[paper.slot] * _SEEDS_APART,
            is_blurred=paper.condition is Condition.BLURRED,
        )

    def _parties(self, paper: CarriedPaper) -> tuple[PracticePerson, PracticePerson]:
        record = self._record(paper.of)
        if record is None or paper.condition is Condition.OF_SOMEBODY_ELSE:
            return LANDLADY, TENANT
        person = named(record)
        if paper.drawing in _OF_A_COUPLE:
            spouse = _spouse(record, record.sex)
            return (person, spouse) if record.sex is Sex.FEMALE else (spouse, person)
        if paper.drawing in _TO_THE_APPLICANT:
            applicant = self._record(APPLICANT)
            return person, named(applicant) if applicant else TENANT
        return LANDLADY, person

    def _record(self, role: str) -> PopulationRecord | None:
        guest = self._lesson.guest(role)
        return self._find(guest) if guest else None


def named(record: PopulationRecord) -> PracticePerson:
    """Name somebody as papers do."""
    born = "/".join(reversed(str(record.born_on).split("-")))
    return PracticePerson(record.full_name, record.citizen_id.digits, born, str(record.permanent_residence))


def _spouse(record: PopulationRecord, sex: Sex) -> PracticePerson:
    spouse = record.spouse
    if spouse is None or spouse.citizen_id is None or spouse.born_on is None:
        return TENANT if sex is Sex.FEMALE else LANDLADY
    born = "/".join(reversed(str(spouse.born_on).split("-")))
    return PracticePerson(spouse.full_name, spouse.citizen_id.digits, born, str(record.permanent_residence))
