"""Whoever helps at the desk never stands in the fields of whom the dossier is about, in any procedure."""

from collections.abc import Iterator

import pytest
from services.counter import DUTY, Counter, packs
from services.people import MORNING, at_the_desk, cast

from counter_app.domain.dossier import Capacity
from counter_app.domain.procedure import Procedure
from counter_app.services.drafting import Sheet
from counter_app.services.identify import Visit

HELPERS_ROLES = {"applicant", "proxy", "office"}
BY_PROXY = [each for each in packs()[0].all(MORNING.date()) if Capacity.PROXY in each.capacities]


def names_the_helper(sheet: Sheet) -> Iterator[str]:
    """Name the fields about somebody else in which the helper's name, number or birth date stands."""
    helper = sheet.draft.applicant
    own = (helper.full_name, str(helper.citizen_id), str(helper.born_on))
    for field in sheet.definition.fields():
        roles = {source.fact.partition(".")[0] for source in field.facts}
        value = sheet.filled.value(field.name)
        if roles - HELPERS_ROLES and isinstance(value, str) and any(each in value for each in own):
            yield field.name


@pytest.mark.parametrize("procedure", BY_PROXY, ids=lambda each: f"{each.code}-{each.version}")
def test_a_helper_leaves_the_fields_of_the_holder_alone(procedure: Procedure) -> None:
    helper, holder = at_the_desk(cast().new_mother), at_the_desk(cast().ede)
    counter = Counter()
    visit = Visit("by-proxy", helper, (), ())
    sheet = counter.drafting.start(visit, procedure, DUTY, capacity=Capacity.PROXY, holder=holder)
    assert list(names_the_helper(sheet)) == []
