"""The store's text form of values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta, timezone

import pytest
from contracts.samples import dossier, draft
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.dates import PartialDate
from counter_app.domain.dossier import Dossier, Draft
from counter_app.domain.paper import Document
from counter_app.store.codec import Undecodable, from_text, to_text

st.register_type_strategy(CitizenId, st.from_regex(r"[0-9]{12}", fullmatch=True).map(CitizenId))
st.register_type_strategy(
    PartialDate,
    st.integers(1850, 9999).map(PartialDate)
    | st.dates(min_value=PartialDate(1850).latest()).map(PartialDate.from_date),
)
OFFSETS = st.integers(-720, 720).map(lambda minutes: timezone(timedelta(minutes=minutes)))
st.register_type_strategy(type(draft().saved_at), st.datetimes(timezones=OFFSETS))
st.register_type_strategy(float, st.floats(allow_nan=False))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=15)
@given(value=st.from_type(Draft) | st.from_type(Dossier) | st.from_type(PopulationRecord))
def test_a_value_comes_back_as_it_was_with_its_offsets(value: Draft | Dossier | PopulationRecord) -> None:
    back = from_text(type(value), to_text(value))
    assert back == value
    assert to_text(back) == to_text(value)


def test_text_of_an_older_program_takes_the_defaults_of_what_it_lacks() -> None:
    older = json.loads(to_text(draft()))
    del older["excuses"]
    del older["applicant"]["card"]["extra"]
    del older["papers"][0]["pages"][0]["turns"]
    back = from_text(Draft, json.dumps(older))
    assert back.papers[0].pages[0].turns == 0
    assert back.excuses == ()
    assert back.applicant.card.extra == ()


def test_text_of_a_newer_program_is_read_without_what_is_new() -> None:
    newer = json.loads(to_text(draft())) | {"colour": "blue"}
    assert from_text(Draft, json.dumps(newer)) == draft()


@pytest.mark.parametrize(
    ("change", "kind", "field"),
    [
        ({"code": None}, "Dossier", "code"),
        ({"fee": "15000"}, "Dossier", "fee"),
        ({"fee": True}, "Dossier", "fee"),
        ({"capacity": "uncle"}, "Dossier", "capacity"),
        ({"received_at": "yesterday"}, "Dossier", "received_at"),
        ({"papers": {}}, "Dossier", "papers"),
        ({"papers": [{"slot": "a", "name": "b"}]}, "Paper", "pages"),
        ({"applicant": 1}, "Dossier", "applicant"),
    ],
)
def test_text_of_another_shape_is_refused_by_its_field_and_without_its_content(
    change: dict[str, object], kind: str, field: str
) -> None:
    text = json.dumps(json.loads(to_text(dossier())) | change)
    with pytest.raises(Undecodable) as refusal:
        from_text(Dossier, text)
    assert (refusal.value.kind, refusal.value.field) == (kind, field)
    assert refusal.value.args == (kind, field)


@given(text=st.text(max_size=20))
def test_whatever_stands_there_is_read_or_refused(text: str) -> None:
    with pytest.raises(Undecodable):
        from_text(Document, text)


def test_a_type_that_has_no_text_is_a_mistake_of_the_program() -> None:
    @dataclass(frozen=True, slots=True)
    class Odd:
        content: bytes

    with pytest.raises(TypeError):
        to_text(Odd(b"x"))
