"""The practice hall: invented people with drawn cards and papers, before a practice camera."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Literal, overload

from counter_app.bootstrap.lent_camera import LentCamera
from counter_app.bootstrap.lesson_papers import LessonPapers
from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.citizen_id import Sex
from counter_app.domain.lesson import Condition, Guest, Lesson
from counter_app.gateways.specimen.cards import SpecimenCard, card_of
from counter_app.gateways.specimen.guests import Guests
from counter_app.gateways.specimen.population import SpecimenPopulation
from counter_app.gateways.specimen.words import SpecimenWords
from counter_app.services.camera_port import PRACTICE_CAMERA
from counter_app.services.desk import PracticePerson
from printing.card_faces import PracticeCard
from printing.fonts import Fonts
from printing.mrz_lines import mrz_lines
from printing.practice_card import Side, draw_card
from printing.practice_paper import PracticeKind
from printing.practice_set import LaidPaper, draw_laid
from printing.practice_words import LANDLADY, TENANT, WRITTEN_ON
from printing.practice_words import PracticePerson as NamedPerson
from printing.preview import page_picture
from printing.separator_sheet import SeparatorWords, draw_stack_sheets
from printing.sheet import Marks
from scanning.camera import Camera
from scanning.errors import CameraUnavailable
from scanning.frames import Frame
from scanning.practice import PracticeCamera, PracticeCardPicture
from scanning.practice_feeder import PracticeFeeder
from scanning.practice_paper import page_still
from scanning.separators import separator_payload

_CARD_DPI = 600
_PAPER_DPI = 150
_SCANNED_DPI = 200
_PAGES_OF_ONE = 2
_OUTCOME = "outcome"
"""What the office itself has made and hands over: no citizen of a lesson brings it."""
_OUT_OF_FOCUS = 7.0
_SHEETS: dict[str, PracticeKind] = {
    "birth_notice": "birth_notice",
    "death_notice": "death_notice",
    "ownership": "house_title",
    "owner_consent": "consent",
    "authorisation": "authorisation",
    "marital_status": "single_status",
    "marriage_certificate": "marriage_certificate",
}
_DRAWN_AT = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class HeldCard:
    """A card and the record of who holds it."""

    card: SpecimenCard
    record: PopulationRecord


def held_cards(records: Sequence[PopulationRecord], words: SpecimenWords) -> tuple[HeldCard, ...]:
    """List the people who hold a card, in the population's order."""
    cards = ((card_of(record, words), record) for record in records)
    return tuple(HeldCard(card, record) for card, record in cards if card)


class CardPictures(Sequence[PracticeCardPicture]):
    """Draws a card when it is asked for; the last few stay drawn."""

    def __init__(self, held: Sequence[HeldCard], fonts: Fonts) -> None:
        self._held = held
        self._fonts = fonts
        self._drawn = lru_cache(maxsize=8)(self._draw)

    def __len__(self) -> int:
        return len(self._held)

    @overload
    def __getitem__(self, index: int) -> PracticeCardPicture: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[PracticeCardPicture]: ...
    def __getitem__(self, index: int | slice) -> PracticeCardPicture | Sequence[PracticeCardPicture]:
        if isinstance(index, slice):
            return [self._drawn(at) for at in range(*index.indices(len(self)))]
        return self._drawn(range(len(self))[index])

    def replace(self, index: int, held: HeldCard) -> None:
        """Have somebody hold another card from now on."""
        self._held = (*self._held[:index], held, *self._held[index + 1 :])
        self._drawn.cache_clear()

    def _draw(self, index: int) -> PracticeCardPicture:
        held = self._held[index]
        card = words_on(held, index)
        qr_side: Literal["front", "back"] = "front" if held.card.layout == "2021" else "back"
        return PracticeCardPicture(self._side(card, "front"), self._side(card, "back"), qr_side, str(index))

    def _side(self, card: PracticeCard, side: Side) -> Frame:
        return _picture(draw_card(card, side, self._fonts), _CARD_DPI)


class SpecimenHall:
    """A hall of invented people; see ``services.desk.PracticeHall``."""

    def __init__(
        self, held: Sequence[HeldCard], population: SpecimenPopulation, guests: Guests, fonts: Fonts
    ) -> None:
        self._held = held
        self._guests = guests
        self._papers: LessonPapers | None = None
        self._population = population
        self._fonts = fonts
        self._pictures = CardPictures(held, fonts)
        self._is_camera_away = False
        self._made: dict[str, PracticeCamera] = {}
        self._lent: dict[str, LentCamera] = {}
        self._sheets = 0
        self._called: HeldCard | None = None
        self._feeder = PracticeFeeder()

    def people(self) -> tuple[PracticePerson, ...]:
        """List the people who can be called."""
        return tuple(_listed(index, held.record) for index, held in enumerate(self._held))

    def carry(self, lesson: Lesson | None) -> None:
        """Let those who come carry the papers of a lesson from now on, or any paper again."""
        self._papers = LessonPapers(lesson, self._guests.find, self._guests.today) if lesson else None

    def guest(self, guest: Guest) -> PracticePerson | None:
        """Give who is meant by a guest of a lesson; None for somebody without a card."""
        record = self._guests.find(guest)
        holding = (index for index, held in enumerate(self._held) if held.record == record)
        index = next(holding, None)
        return _listed(index, self._held[index].record) if index is not None else None

    def camera(self) -> Camera:
        """Give the camera above the practice desk; it is set up by whoever looks through it first.

        Raises CameraUnavailable while a lesson has taken it away.
        """
        if self._is_camera_away:
            raise CameraUnavailable(PRACTICE_CAMERA)
        lent = LentCamera(self._practice_camera(), lambda: self._is_camera_away)
        return self._lent.setdefault(PRACTICE_CAMERA, lent)

    def set_camera_away(self, *, away: bool) -> None:
        """Take the practice camera away, or bring it back."""
        self._is_camera_away = away

    @property
    def held(self) -> Sequence[HeldCard]:
        """Everybody with the card they hold, in the order of ``people``."""
        return self._held

    def find(self, guest: Guest) -> PopulationRecord | None:
        """Give the record of a guest of a lesson."""
        return self._guests.find(guest)

    def hold(self, index: int, card: SpecimenCard) -> None:
        """Have somebody hold another card from now on."""
        held = HeldCard(card, self._held[index].record)
        self._held = (*self._held[:index], held, *self._held[index + 1 :])
        self._pictures.replace(index, held)

    def laid(self, slot: str) -> Condition:
        """Say how the paper of a lesson is that was laid down last for a slot."""
        return self._papers.last(slot) if self._papers else Condition.GOOD

    def call(self, index: int) -> None:
        """Have somebody lay their card under the camera; draws it first, so not for the GUI thread."""
        self._called = self._held[index]
        self._practice_camera().show(index)

    def sheet(self, slot: str) -> Frame:
        """Give a practice paper as a camera sees it lying on the desk, another one each time.

        Raises NotCarried for a paper that the citizen of a lesson does not carry.
        """
        laid = self._laid(slot)
        return photograph_of(laid, self._fonts, seed=self._sheets)

    def feeder(self) -> PracticeFeeder:
        """Give the scanner of the practice desk."""
        return self._feeder

    def lay_in_feeder(self, slots: Sequence[str]) -> None:
        """Lay two pages of the one paper into the scanner, or of each of several one behind its separator."""
        if len(slots) == 1:
            stack = [self._paper(self._laid(slots[0]), _SCANNED_DPI) for _ in range(_PAGES_OF_ONE)]
        else:
            pairs = ((self._separator(slot), self._paper(self._laid(slot), _SCANNED_DPI)) for slot in slots)
            stack = [sheet for pair in pairs for sheet in pair]
        self._feeder.lay_in(stack)

    def _laid(self, slot: str) -> LaidPaper:
        """Have the next paper for a slot laid down: that of the lesson, or any of the slot's kind."""
        self._sheets += 1
        if self._papers and slot != _OUTCOME:
            return self._papers.lay(slot)
        kind = _SHEETS.get(slot, "lease")
        first, second = _parties(kind, self._called)
        return LaidPaper(kind, first, second, WRITTEN_ON, self._sheets)

    def _paper(self, laid: LaidPaper, dpi: int) -> Frame:
        return _picture(draw_laid(laid, self._fonts), dpi)

    def _separator(self, slot: str) -> Frame:
        words = SeparatorWords("", slot, "", separator_payload(slot))
        drawn = draw_stack_sheets(
            [words], fonts=self._fonts, marks=Marks(training=True), created_at=_DRAWN_AT
        )
        return _picture(drawn, _SCANNED_DPI)

    def _practice_camera(self) -> PracticeCamera:
        """Set the camera up once; two threads that ask at once get the same one, which setdefault sees to."""
        made = self._made.get(PRACTICE_CAMERA)
        return made or self._made.setdefault(PRACTICE_CAMERA, PracticeCamera(self._pictures))

    def set_population_away(self, *, away: bool) -> None:
        """Take the population database away, or bring it back."""
        self._population.set_away(away=away)


def photograph_of(paper: LaidPaper, fonts: Fonts, *, seed: int) -> Frame:
    """Give a paper as a camera over the desk sees it, out of focus where it is a blurred one."""
    blur = _OUT_OF_FOCUS if paper.is_blurred else 0
    return page_still(_picture(draw_laid(paper, fonts), _PAPER_DPI), seed=seed, blur=blur)


def _listed(index: int, record: PopulationRecord) -> PracticePerson:
    return PracticePerson(index, f"{record.full_name} · {record.born_on.year}")


def _parties(kind: PracticeKind, called: HeldCard | None) -> tuple[NamedPerson, NamedPerson]:
    """Name on a paper who was called last: as the tenant, or as the mother or father of a child."""
    if called is None:
        return LANDLADY, TENANT
    card = called.card
    person = NamedPerson(card.full_name, card.citizen_id.digits, card.born, card.residence)
    is_mother = kind == "birth_notice" and called.record.sex is Sex.FEMALE
    return (person, TENANT) if is_mother else (LANDLADY, person)


def _picture(pdf: bytes, dpi: int) -> Frame:
    picture = page_picture(pdf, dpi=dpi)
    return Frame.from_rgb(picture.width, picture.height, picture.rgb)


def words_on(held: HeldCard, seed: int) -> PracticeCard:
    """Put down every word that a card bears; the seed varies the portrait."""
    card, record = held.card, held.record
    issue = record.card
    zone = mrz_lines(
        card.citizen_id.digits,
        record.born_on.whole,
        sex="M" if card.sex == "Nam" else "F",
        expires_on=issue.expires_on if issue else None,
        full_name=card.full_name,
    )
    return PracticeCard(
        layout=card.layout,
        payload=card.payload,
        full_name=card.full_name,
        citizen_id=card.citizen_id.digits,
        born_on_text=card.born,
        sex_text=card.sex,
        nationality=card.nationality,
        place_of_origin=card.origin,
        residence=card.residence,
        birth_registered_at=card.origin,
        expires_text=card.expires,
        issued_text=card.issued,
        issued_by=card.issuer,
        mrz=zone,
        seed=seed,
    )
