"""The life-event packs that ship: linked procedures hang together, and ages are counted on the day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from counter_app.domain.bundle import Bundle, BundlePart
from counter_app.services.bundle_pack import read_bundles
from counter_app.services.catalogue import read_procedures
from forms.catalogue import read_forms

RESOURCES = Path(__file__).parents[2] / "resources"
FORMS = read_forms(RESOURCES / "forms")
PACKS = read_procedures(RESOURCES / "procedures", FORMS)
BUNDLES, PROBLEMS = read_bundles(RESOURCES / "bundles", FORMS)
BIRTH, DEATH, MARRIAGE = "3.000722", "2.002913", "1.000894"
STEPS = (date(2026, 9, 1), date(2026, 12, 31), date(2027, 1, 1), date(2027, 2, 28), date(2027, 3, 1))
"""First and last days of the versions of Decree 301/2026."""


def bundle_on(code: str, day: date) -> Bundle:
    """Give the one version of a bundle that holds on the day."""
    (found,) = (one for one in BUNDLES if one.code == code and one.provenance.holds_on(day))
    return found


def fields_of(code: str, day: date) -> set[str]:
    return {field.name for field in FORMS.on(code, day).fields()}


@pytest.mark.parametrize("day", STEPS, ids=str)
@pytest.mark.parametrize("code", [BIRTH, DEATH])
def test_a_linked_group_holds_on_every_day_with_a_pack_for_each_part(code: str, day: date) -> None:
    assert PROBLEMS == ()
    for part in bundle_on(code, day).parts:
        assert PACKS.on(part.procedure, day).provenance.holds_on(day)


@pytest.mark.parametrize(
    ("bundle", "part"),
    [(bundle, part) for bundle in BUNDLES for part in bundle.parts],
    ids=lambda one: one.procedure if isinstance(one, BundlePart) else f"{one.code} {one.version}",
)
def test_an_answer_of_the_declaration_goes_into_a_field_that_the_part_has(
    bundle: Bundle, part: BundlePart
) -> None:
    day = bundle.provenance.effective_from
    own = fields_of(PACKS.on(part.procedure, day).form, day)
    assert set(part.answers) <= own
    assert set(part.answers.values()) <= fields_of(bundle.form, day)


def test_what_the_declaration_asks_for_decides_which_dossiers_there_are() -> None:
    day = STEPS[0]
    birth = bundle_on(BIRTH, day)
    wishes = {"wants_residence": "yes", "wants_insurance": "no", "wants_card": "yes"}
    assert [part.procedure for part in birth.parts_on(day, wishes)] == ["1.001193", "1.004222", "1.116410"]
    death = bundle_on(DEATH, day)
    insured = {"wants_removal": "yes", "wants_funeral": "yes", "funeral_benefit": "social_insurance"}
    assert [part.procedure for part in death.parts_on(day, insured)] == ["1.000656", "1.003197"]


@pytest.mark.parametrize(
    ("bride", "groom", "broken"),
    [
        ("2008-11-23", "2006-11-23", 0),
        ("2008-11-24", "2006-11-23", 1),
        ("2008-11-23", "2006-11-24", 1),
        ("2008", "2006", 0),
        ("2009", "2006", 1),
        ("2008", "2007", 1),
        ("2008-02-29", "2004-02-29", 0),
    ],
    ids=["today", "bride tomorrow", "groom tomorrow", "years", "bride's year", "groom's year", "leap days"],
)
def test_a_couple_is_of_age_from_the_very_birthday(bride: str, groom: str, broken: int) -> None:
    day = date(2026, 11, 23)
    values = {"bride_born_on": bride, "groom_born_on": groom}
    strict = [one for one in PACKS.on(MARRIAGE, day).broken_on(day, values) if one.strict]
    assert len(strict) == broken


def test_the_bride_stands_before_the_groom() -> None:
    names = [section.name for section in FORMS.on("ket_hon", STEPS[0]).sections]
    assert names.index("bride") + 1 == names.index("groom")
    assert [signer.title for signer in FORMS.on("ket_hon", STEPS[0]).signers] == ["Bên nữ", "Bên nam"]
    assert [party.role for party in PACKS.on(MARRIAGE, STEPS[0]).parties] == ["bride", "groom"]


@pytest.mark.parametrize(("day", "words"), [(STEPS[3], "Trích lục khai tử"), (STEPS[4], "Giấy chứng tử")])
def test_from_march_a_death_brings_another_paper(day: date, words: str) -> None:
    assert PACKS.on("1.000656", day).outcome.startswith(words)
