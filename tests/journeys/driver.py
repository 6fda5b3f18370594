"""One way to speak about visits: a desk with its real database, cards as pictures, and papers as PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path

from pypdfium2 import PdfDocument
from services.fakes import FixedClock
from services.people import population, words
from services.shipped import given_to

from counter_app.bootstrap.desk import RESOURCES, OpenDesk, opened_desk
from counter_app.bootstrap.hall import CardPictures, SpecimenHall, held_cards
from counter_app.domain.calendar import VIETNAM
from counter_app.domain.card_payload import read_card
from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.dossier import Capacity, Dossier, Draft
from counter_app.domain.paper import PageSource
from counter_app.gateways.specimen.guests import Guests
from counter_app.gateways.specimen.population import SpecimenPopulation
from counter_app.services.drafting import Sheet
from counter_app.services.identify import Visit
from counter_app.services.page_edits import with_page
from counter_app.services.paperwork import Printout
from counter_app.services.ports import Clock
from forms.answers import Value
from forms.example import read_example
from printing.fonts import Fonts
from printing.sheet import PaperSize
from scanning.frames import Frame, encode_jpeg
from scanning.practice import card_still
from scanning.qr import read_codes

MONDAY = datetime(2026, 11, 23, 9, 10, tzinfo=VIETNAM)
FONTS = Fonts(RESOURCES / "fonts")


def card_picture(record: PopulationRecord) -> Frame:
    """Photograph somebody's card."""
    held = held_cards(population(), words())
    index = next(at for at, each in enumerate(held) if each.record.citizen_id == record.citizen_id)
    return card_still(CardPictures(held, FONTS)[index], seed=index)


@cache
def card_text(record: PopulationRecord) -> str:
    """Read somebody's card from its photograph, once for all tests of a process."""
    (code,) = read_codes(card_picture(record), budget_ms=2_000)
    assert code.text is not None
    return code.text


@cache
def photograph(slot: str, number: int) -> bytes:  # noqa: ARG001 - tells the kept pictures apart
    """Photograph the practice paper for a slot that a desk lays down as its ``number``-th, once as well."""
    return encode_jpeg(_hall().sheet(slot), 80)


@cache
def _hall() -> SpecimenHall:
    people = SpecimenPopulation(population(), FixedClock(MONDAY))
    return SpecimenHall((), people, Guests((), words(), MONDAY.date()), FONTS)


@dataclass
class DeskDriver:
    """A counter at work; each step is what an official does."""

    opened: OpenDesk
    visit: Visit | None = None
    sheet: Sheet | None = None
    dossier: Dossier | None = None
    printouts: list[Printout] = field(default_factory=list)
    laid: int = 0

    def show_card(self, record: PopulationRecord) -> Visit:
        """Show a card to the camera."""
        sign = self.opened.desk.duty_book.now().official.sign
        self.visit = self.opened.desk.identification.begin(read_card(card_text(record)), sign)
        return self.visit

    def choose(self, words: str, capacity: Capacity = Capacity.SELF) -> Sheet:
        """Search for a procedure and take the first that is found."""
        assert self.visit is not None
        desk = self.opened.desk
        procedure = desk.procedures.search(words, desk.clock.now().date())[0]
        duty = desk.duty_book.now()
        self.sheet = desk.drafting.start(self.visit, procedure, duty, capacity=capacity, holder=None)
        return self.sheet

    def answer(self, answers: Mapping[str, Value], unlock: Mapping[str, str] | None = None) -> Sheet:
        """Write what the citizen says, and put it on disk."""
        assert self.sheet is not None
        drafting = self.opened.desk.drafting
        self.sheet = drafting.save(drafting.answer_all(self.sheet, answers, unlock or {}))
        return self.sheet

    def answer_as_in_the_example(self, name: str = "") -> Sheet:
        """Write the answers that ship with the procedure, excuses too; ``name`` is another example's."""
        assert self.sheet is not None
        path = RESOURCES / "examples" / f"{name or self.sheet.procedure.code}.toml"
        example = read_example(path, self.sheet.definition, today=self.sheet.today)
        for slot, reason in example.excuses.items():
            self.sheet = self.opened.desk.drafting.excuse(self.sheet, slot, reason)
        return self.answer(example.answers, example.unlock)

    def read_family(self) -> Sheet:
        """Look up whom the records name and the form still needs, and put it on disk."""
        assert self.sheet is not None
        desk = self.opened.desk
        self.sheet = desk.drafting.save(desk.joining.read_family(self.sheet, desk.drafting))
        return self.sheet

    def add_page(self, slot: str) -> Sheet:
        """Lay a practice paper under the camera and take it."""
        assert self.sheet is not None
        desk = self.opened.desk
        self.laid += 1
        (taken,) = desk.digitising.take_file(photograph(slot, self.laid), PageSource.FILE)
        self.sheet = desk.drafting.save(with_page(self.sheet, slot, taken))
        return self.sheet

    def add(self, words: str) -> Sheet:
        """Put another procedure into the citizen's basket, beside the form at hand."""
        assert self.visit is not None
        assert self.sheet is not None
        desk = self.opened.desk
        procedure = desk.procedures.search(words, desk.clock.now().date())[0]
        capacity = self.sheet.draft.capacity
        self.sheet = desk.baskets.add(self.sheet, self.visit, procedure, capacity=capacity, holder=None)
        return self.sheet

    def receive_all(self) -> tuple[Dossier, ...]:
        """Receive all that the citizen hands in together."""
        assert self.sheet is not None
        desk = self.opened.desk
        dossiers = desk.reception.receive_all(desk.baskets.of(self.sheet).sheets)
        self.dossier = dossiers[0]
        return dossiers

    def receive(self) -> Dossier:
        """Press the primary action of the last step."""
        assert self.sheet is not None
        self.dossier = self.opened.desk.reception.receive(self.sheet)
        return self.dossier

    def drafts(self) -> tuple[Draft, ...]:
        """List the drafts of whoever serves."""
        desk = self.opened.desk
        return desk.drafting.waiting(desk.duty_book.now().official.sign)

    def print(self) -> str:
        """Print the acknowledgement and read what stands on it."""
        assert self.dossier is not None
        desk = self.opened.desk
        printout = desk.paperwork.acknowledgement(self.dossier.dossier_id, "cb.01", PaperSize.A4)
        self.printouts.append(printout)
        return text_of(printout.pdf)


def text_of(pdf: bytes) -> str:
    """Read every word of a PDF."""
    document = PdfDocument(pdf)
    try:
        pages = (document[at].get_textpage().get_text_range() for at in range(len(document)))
        return " ".join(" ".join(pages).split())
    finally:
        document.close()


@contextmanager
def desk_in(folder: Path, clock: Clock | None = None) -> Iterator[DeskDriver]:
    """Open the desk that keeps its data in the folder."""
    with opened_desk(folder, clock=clock or FixedClock(MONDAY), given=given_to(folder)) as opened:
        yield DeskDriver(opened)
