"""Messages survive the way there and back; what is wrong is refused by the name of its field alone."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from contracts.samples import dossier
from gateways.specimen_town import town
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.citizen import PopulationRecord
from counter_app.wire.entries import Entries, Entry
from counter_app.wire.limits import Problem
from counter_app.wire.population import LookUpAnswer, Upstream
from counter_app.wire.reports import REPORTS, DossierReport
from counter_app.wire.schema import schema_of
from counter_app.wire.telling import dossier_report
from counter_app.wire.text import BadMessage, embedded, from_json, to_json

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ENTRY = Entry("entry-1", "dossier", "dossier-1", '{"a":1,"b":"Tạm trú"}', NOON, seq=7, monotonic_ms=90)


def with_changes(**changes: object) -> str:
    plain = json.loads(to_json(Entries((ENTRY,))))
    plain["entries"][0] |= changes
    return json.dumps(plain)


def problem_of(text: str | bytes, kind: type = Entries) -> tuple[Problem, str]:
    with pytest.raises(BadMessage) as refused:
        from_json(kind, text)
    return refused.value.problem, refused.value.field


def test_a_received_dossier_reaches_the_other_side_whole() -> None:
    report = dossier_report(dossier(), "H26.99")
    entry = replace(ENTRY, content=embedded(report))
    (arrived,) = from_json(Entries, to_json(Entries((entry,)))).entries
    assert from_json(DossierReport, arrived.content) == report
    assert report.form == '{"reason":"“thuê nhà”"}'


def test_every_record_of_the_invented_town_reaches_the_other_side_whole() -> None:
    for person in town(people=40):
        answer = LookUpAnswer("look-up-1", Upstream.SPECIMEN, NOON, person)
        assert from_json(LookUpAnswer, to_json(answer)) == answer


def test_content_is_an_object_on_the_wire_and_the_same_text_for_the_same_content() -> None:
    text = to_json(Entries((ENTRY,)))
    assert json.loads(text)["entries"][0]["content"] == {"a": 1, "b": "Tạm trú"}
    turned = with_changes(content={"b": "Tạm trú", "a": 1})
    assert from_json(Entries, turned) == from_json(Entries, text)


def test_unknown_fields_are_passed_over_and_lacking_ones_take_their_default() -> None:
    plain = json.loads(to_json(Entries((ENTRY,))))
    del plain["entries"][0]["seq"]
    plain["entries"][0]["of_tomorrow"] = True
    assert from_json(Entries, json.dumps(plain)).entries[0].seq == 0


@pytest.mark.parametrize(
    ("changes", "problem", "field"),
    [
        ({"entry_id": "Lê Thị Bí Mật"}, Problem.WRONG_SHAPE, "entries[0].entry_id"),
        ({"entry_id": "e" * 81}, Problem.TOO_LONG, "entries[0].entry_id"),
        ({"seq": -1}, Problem.OUT_OF_RANGE, "entries[0].seq"),
        ({"seq": 10**400}, Problem.OUT_OF_RANGE, "entries[0].seq"),
        ({"seq": True}, Problem.WRONG_TYPE, "entries[0].seq"),
        ({"created_at": "2026-11-22T12:00:00"}, Problem.OUT_OF_RANGE, "entries[0].created_at"),
        ({"created_at": "9999-12-31T23:59:59-23:00"}, Problem.OUT_OF_RANGE, "entries[0].created_at"),
        ({"content": "text"}, Problem.WRONG_TYPE, "entries[0].content"),
        ({"content": {"a": "\0"}}, Problem.WRONG_SHAPE, "entries[0].content"),
        ({"content": {"a": "\ud800"}}, Problem.WRONG_SHAPE, "entries[0].content"),
        ({"content": {"a": "x" * 600_000}}, Problem.TOO_LONG, "entries[0].content"),
    ],
)
def test_what_is_wrong_is_refused_by_the_name_of_its_field(
    changes: dict[str, object], problem: Problem, field: str
) -> None:
    assert problem_of(with_changes(**changes)) == (problem, field)


def test_a_refusal_never_repeats_what_stood_in_the_message() -> None:
    with pytest.raises(BadMessage) as refused:
        from_json(Entries, with_changes(subject="Lê Thị Bí Mật"))
    assert "Bí Mật" not in repr(refused.value)


@pytest.mark.parametrize("text", [b"", b"\xff", b"{", b"[" * 100_000, b'{"entries": NaN}', b"9" * 5_000])
def test_what_is_no_json_is_refused_as_such(text: bytes) -> None:
    assert problem_of(text)[0] is Problem.NOT_JSON


def test_a_lacking_field_and_a_list_too_long_or_empty_are_named() -> None:
    assert problem_of("{}") == (Problem.MISSING, "entries")
    assert problem_of('{"entries": []}') == (Problem.WRONG_SHAPE, "entries")
    assert problem_of(to_json(Entries((ENTRY,) * 101))) == (Problem.TOO_MANY, "entries")


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_anything_at_all_is_read_or_refused(anything: object) -> None:
    for kind in (Entries, PopulationRecord, *REPORTS.values()):
        with pytest.raises(BadMessage):
            from_json(kind, json.dumps(anything))


def test_every_report_has_a_schema_that_requires_what_has_no_default() -> None:
    for report in REPORTS.values():
        assert json.dumps(schema_of(report))
    assert "seq" not in str(schema_of(Entry)["required"])
    assert "entry_id" in str(schema_of(Entry)["required"])


def test_a_value_that_no_message_is_made_of_is_not_written() -> None:
    @dataclass(frozen=True)
    class Odd:
        what: object

    with pytest.raises(TypeError, match="set"):
        to_json(Odd({1}))
