"""Earlier papers of the same people: offered while they hold, used by hash, counted, uploaded once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from services.counter import Counter
from services.fakes import FakeSealed
from services.people import MORNING, RESOURCES, at_the_desk, cast

from counter_app.domain.citizen import Person
from counter_app.domain.dates import months_after
from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Deed
from counter_app.domain.paper import Document, Page, PageSource, Paper
from counter_app.domain.service_index import paper_counts
from counter_app.errors import NotFound
from counter_app.services.binding import Binding
from counter_app.services.calendar_data import read_calendar
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Sheet
from counter_app.services.page_edits import pages_of, with_page
from counter_app.services.paper_reuse import EarlierPaper, PaperReuse, with_earlier, without_earlier
from counter_app.services.reception import Reception

RESIDENCE, MARRIAGE, LEASE = "1.004194", "1.000894", "lease"
CERTIFICATE = "marital_status_certificate"
PAGE = Page("aa" * 32, (), PageSource.CAMERA, MORNING - timedelta(days=40))


class Office:
    """A counter with sealed files and the search for earlier papers."""

    def __init__(self) -> None:
        self.counter, self.sealed = Counter(), FakeSealed()
        self.reuse = PaperReuse(self.counter.store, self.sealed, self.counter.clock)
        self._received = 0

    def file(self, person: Person, *papers: Paper) -> Dossier:
        """Keep a dossier of somebody with these papers, as if it had been received before."""
        self._received += 1
        kept = replace(dossier_of(person, self._received), papers=papers)
        with self.counter.store.work() as work:
            work.add_dossier(kept)
            work.commit()
        return kept

    def paper(self, slot: str, name: str, content: bytes = b"a scan", page: Page = PAGE) -> Paper:
        """Make a paper of one page and seal its document."""
        return Paper(slot, name, (page,), Document(self.sealed.seal(content), len(content)))

    def offers(self, sheet: Sheet, slot: str = LEASE) -> tuple[EarlierPaper, ...]:
        """Say what is offered for a slot."""
        return self.reuse.offered(sheet).get(slot, ())


def dossier_of(person: Person, number: int) -> Dossier:
    """Make a received dossier without papers."""
    return Dossier(
        dossier_id=f"dossier-{number}",
        code=f"H26.99.10-261001-{number:04}",
        provisional=False,
        number_of_day=number,
        procedure_code="1.003197",
        procedure_version="2026-01",
        procedure_name="",
        capacity=Counter().begin(person, RESIDENCE, "x").draft.capacity,
        applicant=person,
        holder=None,
        form="{}",
        papers=(),
        excuses=(),
        official_name="",
        official_sign="cb.01",
        office_name="",
        counter="",
        received_at=MORNING - timedelta(days=40 - number),
        due_at=MORNING,
        processing_words="",
        fee=0,
        fee_words="",
        training=True,
    )


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def person() -> Person:
    return at_the_desk(cast().ede)


def sheet_of(office: Office, person: Person, code: str = RESIDENCE) -> Sheet:
    return office.counter.begin(person, code, "draft")


def test_a_paper_of_the_same_person_is_offered_in_its_slot_with_where_it_came_from(
    office: Office, person: Person
) -> None:
    filed = office.file(person, office.paper(LEASE, "Hợp đồng thuê nhà"))
    office.file(at_the_desk(cast().mong), office.paper(LEASE, "Hợp đồng của người khác", b"another"))
    (offer,) = office.offers(sheet_of(office, person))
    assert (offer.dossier_code, offer.taken_on, offer.valid_until) == (
        filed.code,
        PAGE.taken_at.date(),
        None,
    )
    assert offer.is_intact
    assert office.reuse.content(offer) == b"a scan"


def test_a_paper_of_the_same_name_is_offered_whatever_its_slot_and_marks(
    office: Office, person: Person
) -> None:
    name = sheet_of(office, person).line(LEASE).paper.name
    office.file(person, office.paper("contract", name.upper()))
    assert [offer.slot for offer in office.offers(sheet_of(office, person))] == [LEASE]


def test_the_latest_comes_first_and_each_document_once(office: Office, person: Person) -> None:
    office.file(person, office.paper(LEASE, "cũ"))
    office.file(person, office.paper(LEASE, "mới", b"a newer scan"), office.paper("other", "Khác"))
    office.file(person, replace(office.paper(LEASE, "cũ"), pages=(), reused_from="H26.99.10-261001-0001"))
    assert [offer.name for offer in office.offers(sheet_of(office, person))] == ["mới", "cũ"]


def test_what_the_state_holds_is_not_offered(office: Office, person: Person) -> None:
    office.file(person, office.paper("identity_card", "Bản sao thẻ"))
    assert office.offers(sheet_of(office, person), "identity_card") == ()


def test_a_paper_that_holds_for_six_months_is_offered_up_to_its_last_day(
    office: Office, person: Person
) -> None:
    office.file(person, office.paper(CERTIFICATE, "Giấy xác nhận tình trạng hôn nhân"))
    sheet = sheet_of(office, person, MARRIAGE)
    last_day = months_after(PAGE.taken_at.date(), 6)
    (offer,) = office.offers(sheet, CERTIFICATE)
    assert offer.valid_until == last_day
    office.counter.clock.move(last_day - MORNING.date())
    assert office.offers(sheet, CERTIFICATE)
    office.counter.clock.move(timedelta(days=1))
    assert office.offers(sheet, CERTIFICATE) == ()


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 23), 1, date(2026, 12, 23)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_end_on_the_same_day_or_on_the_last_one_there_is(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


def test_a_scan_that_is_gone_or_broken_is_told_of_and_not_filed(office: Office, person: Person) -> None:
    paper = office.paper(LEASE, "Hợp đồng")
    office.file(person, paper)
    sheet = sheet_of(office, person)
    (whole,) = office.offers(sheet)
    assert paper.document
    office.sealed.remove(paper.document.sha256)
    (broken,) = office.offers(sheet)
    assert not broken.is_intact
    with pytest.raises(NotFound):
        bound(office, with_earlier(sheet, whole))


def test_a_used_paper_settles_its_slot_and_pages_taken_now_take_its_place(
    office: Office, person: Person
) -> None:
    office.file(person, office.paper(LEASE, "Hợp đồng"))
    sheet = office.counter.drafting.excuse(sheet_of(office, person), LEASE, "quên ở nhà")
    (offer,) = office.offers(sheet)
    used = with_earlier(sheet, offer)
    assert LEASE not in {line.paper.slot for line in used.missing_papers}
    assert used.draft.excuses == ()
    assert LEASE in {line.paper.slot for line in without_earlier(used, LEASE).missing_papers}
    taken = with_page(used, LEASE, PAGE)
    assert pages_of(taken, LEASE) == (PAGE,)
    assert [paper.reused_from for paper in taken.draft.papers] == [""]
    assert without_earlier(taken, LEASE) == taken


def test_history_tells_from_which_dossier_and_that_it_was_taken_back(office: Office, person: Person) -> None:
    filed = office.file(person, office.paper(LEASE, "Hợp đồng"))
    sheet = sheet_of(office, person)
    drafting = office.counter.drafting
    used = drafting.save(with_earlier(sheet, office.offers(sheet)[0]))
    drafting.save(without_earlier(used, LEASE))
    with office.counter.store.work() as work:
        told = [(act.deed, act.outcome, act.reason) for act in work.history_of("draft")][-2:]
    assert told == [(Deed.REUSED_PAPER, LEASE, filed.code), (Deed.REMOVED_PAPER, LEASE, "")]


def test_a_received_dossier_names_it_without_an_upload_and_counts_it(office: Office, person: Person) -> None:
    filed = office.file(person, office.paper(LEASE, "Hợp đồng"))
    sheet = sheet_of(office, person)
    answers = {
        "address": "Số 12, phố Mẫu",
        "to_date": "23/11/2027",
        "residence_basis": "rented",
        "owner_consent": "sign",
    }
    complete = office.counter.drafting.answer_all(sheet, answers, {})
    used = with_earlier(complete, office.offers(complete)[0])
    dossier = reception(office).receive(used)
    (paper,) = dossier.papers
    assert paper.document
    kinds = {
        kind: (subject, json.loads(content)) for kind, subject, content in office.counter.store.kept.outbox
    }
    assert kinds["reused_paper"] == (
        paper.document.sha256,
        {"dossier_id": dossier.dossier_id, "slot": LEASE, "reused_from": filed.code},
    )
    assert "paper" not in kinds
    (told,) = kinds["dossier"][1]["papers"]
    assert (told["digitised"], told["reused_from"], told["pages"]) == (False, filed.code, 1)
    assert paper_counts(dossier.papers).reused == 1


def reception(office: Office) -> Reception:
    """Receive over the same store and sealed files."""
    counter = office.counter
    binding = Binding(office.sealed, Digitising(office.sealed, counter.clock))
    calendar = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")
    return Reception(counter.store, binding, calendar, counter.clock)


def bound(office: Office, sheet: Sheet) -> tuple[Paper, ...]:
    """Bind the papers of a sheet."""
    return Binding(office.sealed, Digitising(office.sealed, office.counter.clock)).bind(
        sheet.draft, sheet.duty
    )
