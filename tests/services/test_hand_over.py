"""An outcome is digitised when it is handed over, once, and offered to its owner from then on."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from contracts.samples import dossier
from crafts.scanning.scanning_scenes import sheet
from services.counter import DUTY, Counter
from services.fakes import FakeSealed
from services.people import MORNING, at_the_desk, cast, shown_card

from counter_app.domain.history import Deed
from counter_app.domain.outcome import Recipient
from counter_app.domain.paper import Page, PageSource
from counter_app.errors import NotFound
from counter_app.services.binding import Binding
from counter_app.services.digitise import Digitising
from counter_app.services.hand_over import (
    AlreadyHandedOver,
    GivenOutcome,
    HandOver,
    NothingToHandOver,
    outcome_name,
    recipients_of,
)
from counter_app.services.paper_reuse import PaperReuse

MARRIAGE, CERTIFICATE = "1.000894", "Giấy xác nhận tình trạng hôn nhân"
HOLDER = at_the_desk(cast().ede)


class Desk:
    """A counter that has received one dossier of the holder, and what hands its outcome over."""

    def __init__(self) -> None:
        self.counter, self.sealed = Counter(), FakeSealed()
        self.digitising = Digitising(self.sealed, self.counter.clock)
        binding = Binding(self.sealed, self.digitising)
        self.hand_over = HandOver(self.counter.store, binding, self.counter.clock)
        self.dossier = dossier(whose=HOLDER)
        with self.counter.store.work() as work:
            work.add_dossier(self.dossier)
            work.commit()

    def page(self) -> Page:
        """Take a page of an outcome."""
        return self.digitising.take_frame(sheet(coloured=True), PageSource.CAMERA)

    def given(self, *pages: Page, name: str = CERTIFICATE) -> GivenOutcome:
        """Lay an outcome on the desk for its holder."""
        return GivenOutcome(name, pages, recipients_of(self.dossier)[0])


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_it_is_digitised_kept_sent_and_told_to_history_at_once(desk: Desk) -> None:
    outcome = desk.hand_over.hand_over(desk.dossier.dossier_id, desk.given(desk.page()), DUTY)
    document = outcome.paper.document
    assert document
    with pikepdf.open(BytesIO(desk.sealed.open(document.sha256))) as pdf, pdf.open_metadata() as known:
        taken = f"{outcome.paper.pages[0].taken_at:%Y%m%d%H%M%S}"
        code = f"{HOLDER.citizen_id}.{desk.dossier.procedure_code}.{taken}"
        assert (known["dc:identifier"], known["dc:source"]) == (code, desk.dossier.code)
    assert desk.hand_over.outcome(desk.dossier.dossier_id) == outcome
    (paper, told) = desk.counter.store.kept.outbox
    assert paper[:2] == ("paper", document.sha256)
    assert told[:2] == ("outcome", desk.dossier.dossier_id)
    said = json.loads(told[2])
    assert (said["sha256"], said["holder_number"]) == (document.sha256, HOLDER.citizen_id.digits)
    assert desk.counter.deeds(desk.dossier.dossier_id) == [(Deed.HANDED_OVER, "holder")]


def test_it_is_handed_over_once_and_never_without_a_page_or_name(desk: Desk) -> None:
    number = desk.dossier.dossier_id
    with pytest.raises(NothingToHandOver):
        desk.hand_over.hand_over(number, desk.given(), DUTY)
    with pytest.raises(NothingToHandOver):
        desk.hand_over.hand_over(number, desk.given(desk.page(), name=" "), DUTY)
    with pytest.raises(NotFound):
        desk.hand_over.hand_over("another", desk.given(desk.page()), DUTY)
    desk.hand_over.hand_over(number, desk.given(desk.page()), DUTY)
    with pytest.raises(AlreadyHandedOver):
        desk.hand_over.hand_over(number, desk.given(desk.page()), DUTY)
    assert len(desk.counter.store.kept.outbox) == 2


@pytest.mark.parametrize(
    ("procedure", "name"),
    [
        ("Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", CERTIFICATE),
        ("Cấp lại giấy phép lái xe", "Giấy phép lái xe"),
        ("Đăng ký kết hôn", "Đăng ký kết hôn"),
    ],
)
def test_an_outcome_is_called_by_what_the_procedure_issues(procedure: str, name: str) -> None:
    assert outcome_name(replace(dossier(), procedure_name=procedure)) == name


def test_history_says_when_somebody_else_took_it_away(desk: Desk) -> None:
    card = shown_card(cast().mong)
    given = GivenOutcome(CERTIFICATE, (desk.page(),), Recipient(card.citizen_id, card.full_name))
    outcome = desk.hand_over.hand_over(desk.dossier.dossier_id, given, DUTY)
    assert outcome.recipient.full_name == card.full_name
    assert desk.counter.deeds(desk.dossier.dossier_id) == [(Deed.HANDED_OVER, "proxy")]


def test_an_outcome_is_offered_to_its_owner_while_it_holds(desk: Desk) -> None:
    desk.hand_over.hand_over(desk.dossier.dossier_id, desk.given(desk.page()), DUTY)
    reuse = PaperReuse(desk.counter.store, desk.sealed, desk.counter.clock)
    wedding = desk.counter.begin(HOLDER, MARRIAGE, "wedding")
    (offer,) = reuse.offered(wedding)["marital_status_certificate"]
    assert (offer.dossier_code, offer.taken_on) == (desk.dossier.code, MORNING.date())
    desk.counter.clock.move(timedelta(days=200))
    assert "marital_status_certificate" not in reuse.offered(wedding)
