"""Reads a lesson from its TOML file; a malformed one is refused by file, key and the nearest right word."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from counter_app.domain.dossier import Capacity
from counter_app.domain.lesson import (
    APPLICANT,
    CarriedPaper,
    Condition,
    Drawing,
    Event,
    Fact,
    Goal,
    Guest,
    Hint,
    Lesson,
    Level,
    Mishap,
    Outcome,
    Scoring,
    Stated,
    Step,
    Words,
)
from counter_app.errors import SetupError
from counter_app.services.toml_table import Fault, Table, nearest, read_toml

_CODE = re.compile(r"[0-9]{2}(-[a-z0-9]+)+")
_MOST_MINUTES, _MOST_SECONDS, _MOST_PAGES, _MOST_POINTS = 60, 600, 4, 100


def read_lessons(folder: Path) -> tuple[Lesson, ...]:
    """Read every lesson of a folder, in the order in which they are taught; raises SetupError."""
    lessons = sorted(map(read_lesson, sorted(folder.glob("*.toml"))), key=lambda lesson: lesson.number)
    for before, after in itertools.pairwise(lessons):
        if before.number == after.number:
            raise SetupError(folder / f"{after.code}.toml", Fault.TWICE, key="number")
    return tuple(lessons)


def read_lesson(path: Path) -> Lesson:
    """Read one lesson, whose code is the file's name without its end; raises SetupError."""
    root = read_toml(path)
    code = path.stem
    if not _CODE.fullmatch(code):
        raise root.fault(Fault.NOT_A_CHOICE, "code")
    lesson = Lesson(
        code=code,
        number=int(code[:2]),
        level=root.choice("level", Level),
        minutes=root.number("minutes", least=1, most=_MOST_MINUTES),
        title=_words(root, "title"),
        purpose=_words(root, "purpose"),
        procedure=root.text("procedure"),
        capacity=root.choice("capacity", Capacity, Capacity.SELF),
        guests=tuple(map(_guest, root.tables("guests"))),
        papers=tuple(map(_paper, root.tables("papers"))),
        events=tuple(map(_event, root.tables("events"))),
        steps=tuple(map(_step, root.tables("steps"))),
        answers=tuple(_answers(root)),
        outcomes=tuple(map(_outcome, root.tables("outcomes"))),
        reasons=_pairs(root, "reasons"),
        scoring=_scoring(root),
    )
    root.close()
    _refuse_what_leads_nowhere(lesson, root)
    return lesson


def _guest(table: Table) -> Guest:
    guest = Guest(
        table.text("role", APPLICANT),
        table.text("cast"),
        table.text("kin", ""),
        table.flag("card", default=True),
    )
    table.close()
    return guest


def _paper(table: Table) -> CarriedPaper:
    paper = CarriedPaper(
        table.text("slot"),
        table.choice("drawing", Drawing),
        table.choice("condition", Condition, Condition.GOOD),
        table.text("of", APPLICANT),
        table.number("pages", least=1, most=_MOST_PAGES, default=1),
    )
    table.close()
    return paper


def _event(table: Table) -> Event:
    event = Event(
        table.text("code"),
        table.choice("mishap", Mishap),
        table.text("at"),
        table.number("seconds", least=0, most=_MOST_SECONDS, default=0),
        table.flag("when_done", default=False),
        _words_or_none(table, "says"),
    )
    table.close()
    return event


def _step(table: Table) -> Step:
    step = Step(
        table.text("code"),
        table.choice("goal", Goal),
        table.text("about", ""),
        _words(table, "task"),
        tuple(map(_hint, table.tables("hints"))),
        _words_or_none(table, "says"),
        _words_or_none(table, "answer"),
        table.texts("keys"),
        table.text("value", ""),
    )
    table.close()
    return step


def _hint(table: Table) -> Hint:
    hint = Hint(table.text("control"), Words(table.text("vi"), table.text("en")))
    table.close()
    return hint


def _outcome(table: Table) -> Outcome:
    outcome = Outcome(
        table.choice("fact", Fact),
        table.number("points", least=1, most=_MOST_POINTS),
        _words(table, "why"),
        table.text("about", ""),
        table.text("value", ""),
    )
    table.close()
    return outcome


def _scoring(root: Table) -> Scoring:
    table, usual = root.table_or_none("scoring"), Scoring()
    if table is None:
        return usual
    scoring = Scoring(
        *(
            table.number(key, least=0, most=_MOST_POINTS, default=default)
            for key, default in (("hint", usual.hint), ("error", usual.error), ("minute", usual.minute))
        )
    )
    table.close()
    return scoring


def _answers(root: Table) -> Iterator[Stated]:
    reasons = dict(_pairs(root, "unlock"))
    table = root.table_or_none("answers")
    for field in table.keys if table else ():
        reason = reasons.pop(field, "")
        if table and table.has_rows(field):
            yield Stated(field, rows=tuple(map(_row, table.tables(field))), reason=reason)
        elif table:
            yield Stated(field, table.words(field), reason=reason)
    for field in reasons:
        raise root.fault(
            Fault.UNKNOWN_KEY, f"unlock.{field}", nearest=nearest(field, table.keys if table else ())
        )


def _row(table: Table) -> tuple[tuple[str, str], ...]:
    return tuple((key, table.words(key)) for key in table.keys)


def _pairs(root: Table, key: str) -> tuple[tuple[str, str], ...]:
    table = root.table_or_none(key)
    return tuple((name, table.text(name)) for name in table.keys) if table else ()


def _words(table: Table, key: str) -> Words:
    words = _words_or_none(table, key)
    if words is None:
        raise table.fault(Fault.MISSING, key)
    return words


def _words_or_none(table: Table, key: str) -> Words | None:
    words = table.table_or_none(key)
    if words is None:
        return None
    said = Words(words.text("vi"), words.text("en"))
    words.close()
    return said


def _refuse_what_leads_nowhere(lesson: Lesson, root: Table) -> None:
    """Refuse a lesson without its person or steps, a name given twice, and one that nothing bears."""
    roles, steps = [guest.role for guest in lesson.guests], [step.code for step in lesson.steps]
    for key, names in (
        ("guests", roles),
        ("steps", steps),
        ("outcomes", [one.fact for one in lesson.outcomes]),
    ):
        if not names:
            raise root.fault(Fault.MISSING, key)
    for key, names in (("guests", roles), ("steps", steps), ("events", [one.code for one in lesson.events])):
        if len(set(names)) < len(names):
            raise root.fault(Fault.TWICE, key)
    if APPLICANT not in roles:
        raise root.fault(Fault.MISSING, "guests.role", nearest=APPLICANT)
    _refuse_unknown(root, "events", [event.at for event in lesson.events], steps)
    _refuse_unknown(root, "papers", [paper.of for paper in lesson.papers], roles)


def _refuse_unknown(root: Table, key: str, named: Sequence[str], known: Sequence[str]) -> None:
    for number, name in enumerate(named, start=1):
        if name not in known:
            raise root.fault(Fault.NOT_A_CHOICE, f"{key}[{number}]", nearest=nearest(name, known))
