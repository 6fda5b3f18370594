"""A field out of its TOML table: its words, its kind, its sources and its rules, each name checked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from forms.dates import resolve_day
from forms.definition import Choice, FactSource, Field, FieldKind, OnPaper, Wording
from forms.errors import RuleError, nearest
from forms.expressions import Rule, compile_rule
from forms.facts import FACTS, ROSTER_KEYS, ROSTERS
from forms.kinds import fits
from forms.template import check_template
from forms.toml_table import TomlTable

Vocabulary = Mapping[str, frozenset[str]]
"""The field names an expression may read, each with the words it may be compared with (empty: any)."""

_KEYS_OF_KINDS: Mapping[str, Collection[FieldKind]] = {
    "choices": (FieldKind.CHOICE,),
    "columns": (FieldKind.TABLE,),
    "roster": (FieldKind.TABLE,),
    "minimum": (FieldKind.NUMBER,),
    "maximum": (FieldKind.NUMBER,),
    "not_before": (FieldKind.DATE,),
    "not_after": (FieldKind.DATE,),
    "full_date": (FieldKind.DATE,),
    "compose": (FieldKind.TEXT, FieldKind.LONG_TEXT),
    "lines": (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.ADDRESS),
    "rows": (FieldKind.TABLE,),
    "ticked": (FieldKind.CHOICE,),
    "capitals": (FieldKind.TEXT,),
}
_LENGTHS = {FieldKind.LONG_TEXT: 2000, FieldKind.ADDRESS: 500, FieldKind.TEXT: 250, FieldKind.EMAIL: 254}
_ANY_DAY = date(2000, 1, 1)
_RESERVED = ("and", "or", "not", "in")


def vocabulary(tables: Collection[TomlTable]) -> Vocabulary:
    """List the names that fields or columns bring to expressions; raises DefinitionError on a double one."""
    words: dict[str, frozenset[str]] = {}
    for table in tables:
        name = table.text("name")
        if name in _RESERVED:
            raise table.refuse("name", "not_a_name")
        if name in words:
            raise table.refuse("name", "duplicate_name", name)
        words[name] = _comparable(table)
    return words


def read_field(table: TomlTable, words: Vocabulary, *, facts: Collection[str] = FACTS) -> Field:
    """Build a field; ``words`` are what its expressions may name. Raises DefinitionError."""
    kind = FieldKind(table.text("kind"))
    _check_keys(table, kind)
    field = Field(
        name=table.text("name"),
        label=table.text("label"),
        label_en=table.text("label_en"),
        kind=kind,
        help=table.text("help", ""),
        help_en=table.text("help_en", ""),
        number=table.text("number", ""),
        choices=_choices(table),
        facts=_facts(table, words, facts),
        defaults=_wordings(table, "default", words),
        compose=_wordings(table, "compose", words),
        roster=_roster(table),
        columns=_columns(table, words),
        required=table.flag("required", default=False),
        required_if=read_rule(table, "required_if", words),
        show_if=read_rule(table, "show_if", words),
        max_length=table.number("max_length") or _LENGTHS.get(kind, 0),
        minimum=table.number("minimum"),
        maximum=table.number("maximum"),
        not_before=read_rule(table, "not_before", words),
        not_after=read_rule(table, "not_after", words),
        full_date=table.flag("full_date", default=False),
        citizen=table.flag("citizen", default=_tells_of_a_citizen(table)),
        on_paper=OnPaper(table.text("on_paper", OnPaper.ASKED)),
        mark=table.text("mark", ""),
        lines=table.number("lines") or 1,
        rows=table.number("rows") or 0,
        ticked=table.flag("ticked", default=False),
        capitals=table.flag("capitals", default=False),
        half_line=table.flag("half_line", default=False),
    )
    return _checked(table, field, words)


def read_rule(table: TomlTable, key: str, words: Vocabulary | None) -> Rule | None:
    """Compile the expression under a key, None when it is absent; raises DefinitionError.

    ``words`` are what it may read; None takes its names on trust.
    """
    if key not in table.content:
        return None
    try:
        rule = compile_rule(table.text(key), words)
    except RuleError as error:
        raise table.refuse(key, error.problem, error.nearest) from error
    for name, word in rule.compared:
        known = words[name] if words else frozenset()
        if known and word and word not in known:
            raise table.refuse(key, "not_a_choice", nearest(word, known))
    return rule


def _comparable(table: TomlTable) -> frozenset[str]:
    if table.content.get("kind") == FieldKind.YES_NO:
        return frozenset({"yes", "no"})
    return frozenset(choice.text("value") for choice in table.tables("choices"))


def _check_keys(table: TomlTable, kind: FieldKind) -> None:
    for key, kinds in _KEYS_OF_KINDS.items():
        if key in table.content and kind not in kinds:
            raise table.refuse(key, "not_for_this_kind")
    for key, wanted in (("choices", FieldKind.CHOICE), ("columns", FieldKind.TABLE)):
        if kind is wanted and not table.tables(key):
            raise table.refuse(key, "missing_key")


def _choices(table: TomlTable) -> tuple[Choice, ...]:
    choices = tuple(
        Choice(row.text("value"), row.text("label"), row.text("label_en")) for row in table.tables("choices")
    )
    if len({choice.value for choice in choices}) < len(choices):
        raise table.refuse("choices", "duplicate_name")
    return choices


def _facts(table: TomlTable, words: Vocabulary, known: Collection[str]) -> tuple[FactSource, ...]:
    sources = []
    for row in table.texts_or_tables("facts", "fact"):
        name = row.text("fact")
        if name not in known:
            raise row.refuse("fact", "unknown_fact", nearest(name, known))
        sources.append(FactSource(name, read_rule(row, "when", words)))
    return tuple(sources)


def _wordings(table: TomlTable, key: str, words: Vocabulary) -> tuple[Wording, ...]:
    return tuple(
        Wording(row.text("text"), read_rule(row, "when", words)) for row in table.texts_or_tables(key, "text")
    )


def _roster(table: TomlTable) -> str:
    roster = table.text("roster", "")
    if roster and roster not in ROSTERS:
        raise table.refuse("roster", "unknown_fact", nearest(roster, ROSTERS))
    return roster


def _columns(table: TomlTable, words: Vocabulary) -> tuple[Field, ...]:
    """Read the columns of a table; in their expressions a column goes before a field of the same name."""
    rows = table.tables("columns")
    scope = {**words, **vocabulary(rows)}
    for row in rows:
        for key in ("columns", "compose", "default", "show_if"):
            if key in row.content:
                raise row.refuse(key, "not_in_a_column")
    return tuple(read_field(row, scope, facts=ROSTER_KEYS) for row in rows)


def _tells_of_a_citizen(table: TomlTable) -> bool:
    names = [row.text("fact", "") for row in table.texts_or_tables("facts", "fact")]
    return any(not name.startswith("office.") for name in names)


def _checked(table: TomlTable, field: Field, words: Vocabulary) -> Field:
    """Refuse what contradicts itself: a composed field with other sources, a default that does not fit."""
    if field.compose and (field.facts or field.defaults):
        raise table.refuse("compose", "composed_field_has_other_sources")
    for wording in field.compose:
        try:
            check_template(wording.text, words)
        except RuleError as error:
            raise table.refuse("compose", error.problem, error.nearest) from error
    for default in field.defaults:
        if not fits(field, resolve_day(default.text, _ANY_DAY)):
            raise table.refuse("default", "does_not_fit")
    return field
