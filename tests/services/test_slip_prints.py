"""Slips printed from the register: counted, kept in history, and never a copy of what was not said."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from gateways.signing_keys import HOLDER, PASSWORD, write_key_file
from services.counter import DUTY, Counter, binding, packs
from services.fakes import FakeSealed, FixedClock
from services.people import MORNING, RESOURCES, at_the_desk, cast

from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Deed
from counter_app.domain.processing import Wait
from counter_app.domain.slip import LABELS, SlipKind
from counter_app.gateways.desk_key import DerivedDeskKey
from counter_app.gateways.known_desks import DeskKeyFolder
from counter_app.gateways.signer import DeskSigner, PdfSignatures
from counter_app.services.calendar_data import read_calendar
from counter_app.services.catalogue import Catalogue, NoSuchProcedure
from counter_app.services.claims import Claims
from counter_app.services.paperwork import PaperWays
from counter_app.services.reception import Reception
from counter_app.services.signing import Signing, Unsigned, Wanted
from counter_app.services.slip_prints import SlipPrints
from counter_app.services.slip_sets import read_slip_sets
from counter_app.services.timekeeping import Timekeeping
from forms.example import read_example
from printing.fonts import Fonts
from printing.sheet import PaperSize

CALENDAR = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")
WAYS = PaperWays(read_slip_sets(RESOURCES / "slips.toml"))
FONTS = Fonts(RESOURCES / "fonts")


class Office:
    """A counter that has received one dossier, and its slips."""

    def __init__(self, ways: PaperWays = WAYS) -> None:
        self.counter = Counter()
        store, clock = self.counter.store, self.counter.clock
        sheet = self.counter.begin(at_the_desk(cast().ede), "1.004194", "a")
        path = RESOURCES / "examples" / "1.004194.toml"
        example = read_example(path, sheet.definition, today=sheet.today)
        sheet = self.counter.drafting.answer_all(sheet, example.answers, example.unlock)
        for line in sheet.missing_papers:
            sheet = self.counter.drafting.excuse(sheet, line.paper.slot, "Đã tra cứu")
        self.dossier: Dossier = Reception(store, binding(clock), CALENDAR, clock).receive(sheet)
        self.times = Timekeeping(store, packs()[0], CALENDAR, clock)
        key = DerivedDeskKey(bytes(32))
        self.claims = Claims(key, DeskKeyFolder(Path("nowhere"), key), store, self.times)
        self.slips = SlipPrints(
            store, packs()[0], self.times, self.claims, fonts=FONTS, clock=clock, ways=ways
        )

    def print(self, kind: SlipKind) -> str:
        """Print a slip and read its words."""
        return words_of(self.slips.print("a", kind, DUTY, PaperSize.A4).pdf)


def words_of(pdf: bytes) -> str:
    """Read the words of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return words


_OF_DOSSIERS = [kind for kind in SlipKind if kind not in LABELS]
"""Any may be drawn of a dossier that has been received; which are offered is another question."""


@pytest.mark.parametrize("kind", _OF_DOSSIERS)
def test_a_second_print_is_marked_and_otherwise_the_first(kind: SlipKind) -> None:
    office = Office()
    first = office.print(kind)
    office.counter.clock.move(timedelta(days=1))
    second = office.print(kind)
    assert "BẢN IN LẠI" not in first
    assert "BẢN IN LẠI, LẦN 1" in second
    assert second.replace("BẢN IN LẠI, LẦN 1", "").split() == first.split()
    names_the_person = kind is not SlipKind.TEAR_OFF
    assert (office.dossier.applicant.full_name in first) is names_the_person
    assert office.dossier.code in first
    kept = [(Deed.PRINTED_SLIP, kind.value), (Deed.PRINTED_SLIP_AGAIN, kind.value)]
    assert office.counter.deeds("a")[-2:] == kept


def test_prints_of_one_slip_do_not_count_for_another() -> None:
    office = Office()
    office.print(SlipKind.FEE)
    assert "BẢN IN LẠI" not in office.print(SlipKind.CITIZEN)


def test_a_slip_after_the_clock_has_moved_is_a_new_one() -> None:
    office = Office()
    office.print(SlipKind.SUPPLEMENT)
    office.times.begin_wait("a", Wait.SUPPLEMENT, DUTY.official.sign)
    assert "BẢN IN LẠI" not in office.print(SlipKind.SUPPLEMENT)
    assert "BẢN IN LẠI, LẦN 1" in office.print(SlipKind.SUPPLEMENT)


def test_nobody_apologises_before_the_promised_time_is_over() -> None:
    office = Office()
    assert SlipKind.APOLOGY not in office.slips.offered(office.dossier)
    office.counter.clock.move(timedelta(days=30))
    others = {SlipKind.PAGE_LABELS, SlipKind.RESIDENCE_CONFIRMATION}  # no pages; another procedure's outcome
    without_pages = tuple(kind for kind in SlipKind if kind not in others)
    assert office.slips.offered(office.dossier) == without_pages


def test_the_household_on_record_is_confirmed_and_its_outcome_told_on_the_polices_forms() -> None:
    office = Office()
    confirmed, record = office.print(SlipKind.RESIDENCE_CONFIRMATION), office.dossier.applicant.record
    assert record
    for said in ("Mẫu CT07", str(record.permanent_residence), record.household.head.full_name):
        assert " ".join(said.split()) in " ".join(confirmed.split())
    for member in record.household.members:
        assert member.full_name.split()[-1] in confirmed
    assert "Mẫu CT08" in office.print(SlipKind.OUTCOME_NOTICE)


def test_what_bears_the_name_of_the_offices_head_is_signed_where_the_key_may(tmp_path: Path) -> None:
    key = tmp_path / "key.p12"
    write_key_file(key)
    signatures = PdfSignatures()
    signing = Signing(
        DeskSigner(key), signatures, FakeSealed(), FixedClock(MORNING), wanted=Wanted(notices=True)
    )
    office = Office(replace(WAYS, signing=signing))
    headed = (
        SlipKind.APOLOGY,
        SlipKind.SUSPENSION,
        SlipKind.RESIDENCE_CONFIRMATION,
        SlipKind.OUTCOME_NOTICE,
    )
    for kind in headed:
        printout = office.slips.print("a", kind, DUTY, PaperSize.A4)
        assert (printout.unsigned, signatures.verify(printout.pdf)) == (Unsigned.LOCKED, None)
    signing.unlock(PASSWORD)
    for kind in headed:
        printout = office.slips.print("a", kind, DUTY, PaperSize.A4)
        facts = signatures.verify(printout.pdf)
        assert facts
        assert (facts.holder, facts.is_intact, printout.unsigned) == (HOLDER, True, None)
        assert f"Ký số bởi: {HOLDER}" in words_of(printout.pdf)
    official = office.slips.print("a", SlipKind.SUPPLEMENT, DUTY, PaperSize.A4)
    assert (official.unsigned, signatures.verify(official.pdf)) == (None, None)


def test_a_slip_whose_pack_is_gone_is_not_counted() -> None:
    office = Office()
    before = office.counter.deeds("a")
    store, clock = office.counter.store, office.counter.clock
    without = SlipPrints(store, Catalogue(()), office.times, office.claims, fonts=FONTS, clock=clock)
    with pytest.raises(NoSuchProcedure):
        without.print("a", SlipKind.FEE, DUTY, PaperSize.A4)
    assert office.counter.deeds("a") == before
