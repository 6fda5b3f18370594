"""A real desk takes nothing that was made for training, and a training desk nobody real."""

import pytest
from services.fakes import FakeSealed, FakeStore, FixedClock
from services.people import MORNING, RESOURCES, cast, population, shown_card

from counter_app.domain.paper import PageSource
from counter_app.gateways.specimen.population import SpecimenPopulation
from counter_app.services.digitise import Digitising
from counter_app.services.identify import FormerCard, Identification, typed_card
from counter_app.services.realm import InventedPaper, InventedPerson, Realm, RealPerson, is_for_training
from counter_app.services.whereabouts import Whereabouts
from printing.fonts import Fonts
from printing.practice_paper import draw_practice_paper
from printing.preview import page_picture
from scanning.frames import Frame
from scanning.practice_paper import page_still

REAL, TRAINING = Realm(training=False), Realm(training=True)
BIRTH = cast().ede.born_on


def desk(realm: Realm) -> tuple[Identification, FakeStore]:
    clock, store = FixedClock(MORNING), FakeStore()
    people = SpecimenPopulation(population(), clock)
    return Identification(people, store, clock, Whereabouts(RESOURCES / "units"), realm=realm), store


def test_a_real_desk_refuses_a_practice_card_before_anything_is_asked_or_kept() -> None:
    identification, store = desk(REAL)
    with pytest.raises(InventedPerson):
        identification.begin(shown_card(cast().ede), "cb.01")
    with pytest.raises(InventedPerson):
        identification.card_of_former(FormerCard("000123456", "H'Wen", BIRTH), "cb.01")
    assert store.kept.acts == ()


def test_a_training_desk_refuses_a_number_of_somebody_real_and_keeps_none_of_it() -> None:
    identification, store = desk(TRAINING)
    with pytest.raises(RealPerson) as refused:
        identification.begin(typed_card("001199000017", "Nguyễn Văn Thật", "02/03/1999"), "cb.01")
    assert refused.value.args == ()
    with pytest.raises(RealPerson):
        identification.card_of_former(FormerCard("012345678", "Nguyễn Văn Thật", BIRTH), "cb.01")
    assert store.kept.acts == ()


def test_a_real_desk_refuses_a_practice_paper_before_it_is_sealed() -> None:
    drawn = page_picture(draw_practice_paper("lease", fonts=Fonts(RESOURCES / "fonts")), dpi=150)
    photograph = page_still(Frame.from_rgb(drawn.width, drawn.height, drawn.rgb), seed=3)
    sealed = FakeSealed()
    with pytest.raises(InventedPaper):
        Digitising(sealed, FixedClock(MORNING), REAL).take_frame(photograph, PageSource.CAMERA)
    assert not sealed.kept
    TRAINING.admit_page(photograph)


@pytest.mark.parametrize(
    ("code", "invented"),
    [
        ("MAU|v1|TAP-HUAN", True),
        ("000199000017|000345678|Nguyễn Thị Mẫu|02031999|Nữ|Phường Mẫu|01012024", True),
        ("001199000017|012345678|Nguyễn Thị Thật|02031999|Nữ|Phường Ba Đình|01012024", False),
        ("https://example.vn/000", False),
    ],
)
def test_a_paper_is_for_training_by_the_codes_it_bears(code: str, invented: bool) -> None:  # noqa: FBT001
    assert is_for_training([code]) is invented
