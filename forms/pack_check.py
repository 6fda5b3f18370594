"""What in a procedure pack does not hang together, once every single key of it is right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from forms.definition import Field, FieldKind, FormDefinition
from forms.errors import DefinitionError, nearest
from forms.facts import FACTS
from forms.field_file import Vocabulary, read_rule
from forms.pack_shape import CAPACITIES, CHANNELS, PACK
from forms.shape import Kind, Shape
from forms.shape_check import faults_of
from forms.toml_table import TomlTable

PROVISIONAL = "0."
"""How a code begins that stands for a national one which nobody here knows."""

_MOST_DAYS = 2000
_ANY: frozenset[str] = frozenset()
_ALWAYS = dict.fromkeys(FACTS, _ANY) | {
    "channel": frozenset(CHANNELS),
    "capacity": frozenset(CAPACITIES),
    "in_time_from": _ANY,
}


def pack_words(forms: Iterable[FormDefinition]) -> Vocabulary:
    """List what a pack's expressions may read: facts, and the fields of every version of its form."""
    words = dict(_ALWAYS)
    for form in forms:
        for field in form.fields():
            words[field.name] = words.get(field.name, _ANY) | _answers(field)
            words |= {f"{field.name}.{column.name}": _answers(column) for column in field.columns}
    return words


def faults_of_pack(pack: TomlTable, forms: Collection[FormDefinition] | None) -> tuple[DefinitionError, ...]:
    """List the faults of a pack; what hangs together is looked at once every key is right.

    Its expressions may read the fields of its form in ``forms``; without forms names are taken on trust.
    """
    faults = tuple(faults_of(pack, PACK))
    if faults:
        return faults
    code = pack.text("form")
    own = [form for form in forms or () if form.code == code]
    if forms is not None and not own:
        return (pack.refuse("form", "unknown_form", nearest(code, {form.code for form in forms})),)
    words = None if forms is None else pack_words(own)
    return (*rule_faults(pack, PACK, words), *provenance_faults(pack, PACK), *_loose_ends(pack))


def rule_faults(table: TomlTable, shape: Shape, words: Vocabulary | None) -> Iterator[DefinitionError]:
    """List the expressions, at any depth, that cannot be right."""
    for key in shape.keys:
        if key.kind is Kind.RULE:
            try:
                read_rule(table, key.name, words)
            except DefinitionError as fault:
                yield fault
        elif key.table and key.name in table.content:
            for row in table.tables(key.name) if key.many else (table.table(key.name),):
                yield from rule_faults(row, key.table, words)


def provenance_faults(head: TomlTable, shape: Shape) -> Iterator[DefinitionError]:
    """List rules that end before they start, and rows that name a source without saying if it was checked."""
    start: date = head.day("effective_from")
    yield from _ends_first(head, start)
    for row in _rows_below(head, shape):
        yield from _ends_first(row, row.day("effective_from") if "effective_from" in row.content else start)
        if "source" in row.content and "status" not in row.content:
            yield row.refuse("status", "missing_key")


def twice(rows: Iterable[TomlTable], key: str) -> Iterator[DefinitionError]:
    """List the rows whose name another row before them has."""
    seen: set[str] = set()
    for row in rows:
        name = row.text(key)
        if name in seen:
            yield row.refuse(key, "duplicate_name", name)
        seen.add(name)


def unknown(row: TomlTable, key: str, known: Collection[str]) -> Iterator[DefinitionError]:
    """List the names under a key, one or many, that nothing answers to."""
    value = row.content.get(key, [])
    names = [value] if isinstance(value, str) else value
    for at, name in enumerate(names, start=1):
        if name not in known:
            place = key if isinstance(value, str) else f"{key}[{at}]"
            yield row.refuse(place, "unknown_name", nearest(name, known))


def _answers(field: Field) -> frozenset[str]:
    if field.kind is FieldKind.YES_NO:
        return frozenset({"yes", "no"})
    return frozenset(choice.value for choice in field.choices)


def _rows_below(table: TomlTable, shape: Shape) -> Iterator[TomlTable]:
    for key in shape.keys:
        if key.table and key.many:
            for row in table.tables(key.name):
                yield row
                yield from _rows_below(row, key.table)


def _ends_first(table: TomlTable, start: date) -> Iterator[DefinitionError]:
    if "effective_to" in table.content and table.day("effective_to") < start:
        yield table.refuse("effective_to", "ends_before_it_starts", start.isoformat())


def _loose_ends(pack: TomlTable) -> Iterator[DefinitionError]:
    if pack.text("code").startswith(PROVISIONAL) and pack.text("status") == "verified":
        yield pack.refuse("status", "provisional_code", "unverified")
    papers, fees, waivers = pack.tables("papers"), pack.tables("fees"), pack.tables("waivers")
    cases, times = pack.tables("cases"), pack.tables("processing")
    for rows, key in ((papers, "slot"), (waivers, "key"), (cases, "name"), (pack.tables("roles"), "role")):
        yield from twice(rows, key)
    yield from _of_papers(papers)
    names = [case.text("name") for case in cases]
    for row in (*times, *fees):
        yield from unknown(row, "case", names)
    for time in times:
        yield from _of_time(time)
    if all("case" in time.content for time in times):
        yield pack.refuse("processing", "no_usual_row")
    yield from _overlaps(pack, times, "unit", by=("case",))
    yield from _overlaps(pack, fees, "key", by=("key", "case"))
    for row in (*fees, *waivers):
        yield from unknown(row, "channels", pack.texts("channels"))
    yield from _of_fees(pack, fees, [waiver.text("key") for waiver in waivers])


def _overlaps(
    pack: TomlTable, rows: tuple[TomlTable, ...], key: str, *, by: tuple[str, ...]
) -> Iterator[DefinitionError]:
    """List the rows that say another thing than one before them, of the same matter, channel and day."""
    for at, row in enumerate(rows):
        for other in rows[:at]:
            alike = all(row.content.get(name) == other.content.get(name) for name in by)
            if alike and _share_a_channel(row, other) and _share_a_day(row, other, pack):
                yield row.refuse(key, "overlapping_rows", other.place)
                break


def _share_a_channel(row: TomlTable, other: TomlTable) -> bool:
    one, two = set(row.texts("channels")), set(other.texts("channels"))
    return not one or not two or bool(one & two)


def _share_a_day(row: TomlTable, other: TomlTable, pack: TomlTable) -> bool:
    first, second = _window(row, pack), _window(other, pack)
    return first[0] <= second[1] and second[0] <= first[1]


def _window(row: TomlTable, pack: TomlTable) -> tuple[date, date]:
    starts = (row if "effective_from" in row.content else pack).day("effective_from")
    return starts, row.day("effective_to") if "effective_to" in row.content else date.max


def _of_papers(papers: tuple[TomlTable, ...]) -> Iterator[DefinitionError]:
    slots = [paper.text("slot") for paper in papers]
    for paper in papers:
        others = [slot for slot in slots if slot != paper.text("slot")]
        yield from unknown(paper, "instead_of", others)
        asked = paper.flag("required", default=True) or "needed_if" in paper.content
        if not asked and "condition" not in paper.content:
            yield paper.refuse("condition", "missing_key")


def _of_time(time: TomlTable) -> Iterator[DefinitionError]:
    same_day = time.text("unit") == "same_day"
    if not same_day and not time.number("amount"):
        yield time.refuse("amount", "out_of_range" if "amount" in time.content else "missing_key")
    if time.text("unit").endswith("_days") and (time.number("amount") or 0) > _MOST_DAYS:
        yield time.refuse("amount", "out_of_range", f"1-{_MOST_DAYS}")
    if same_day and "amount" in time.content:
        yield time.refuse("amount", "not_for_this_unit")
    if not same_day and "cut_off" in time.content:
        yield time.refuse("cut_off", "not_for_this_unit")


def _of_fees(
    pack: TomlTable, fees: tuple[TomlTable, ...], waivers: Collection[str]
) -> Iterator[DefinitionError]:
    for fee in fees:
        yield from unknown(fee, "waivers", waivers)
        if "amount" in fee.content and "formula" in fee.content:
            yield fee.refuse("formula", "one_of_two", "amount")
        if "amount" not in fee.content and "formula" not in fee.content:
            yield fee.refuse("amount", "missing_key", "formula")
    served = {way for fee in fees for way in fee.texts("channels") or pack.texts("channels")}
    for at, channel in enumerate(pack.texts("channels"), start=1):
        if channel not in served:
            yield pack.refuse(f"channels[{at}]", "no_fee_for_channel", channel)
