"""Practice cards and papers as pictures and to print, and invented people as a file for a hub."""

import json
from pathlib import Path

from counter_app.bootstrap.desk import RESOURCES
from counter_app.bootstrap.hall import CardPictures, HeldCard, held_cards, photograph_of, words_on
from counter_app.bootstrap.lesson_papers import LessonPapers
from counter_app.errors import NotFound
from counter_app.gateways.clock import SystemClock
from counter_app.gateways.specimen.guests import Guests
from counter_app.gateways.specimen.people import invent_households, invent_population
from counter_app.gateways.specimen.words_files import read_words
from counter_app.services.lesson_file import read_lessons
from counter_app.wire.text import to_json
from printing.fonts import Fonts
from printing.practice_card import draw_cards_sheet
from printing.practice_set import LaidPaper, draw_practice_set
from scanning.frames import encode_jpeg
from scanning.practice import card_still
from scanning.practice_film import write_film

_QUALITY = 92


def write_cards(out: Path, count: int) -> int:
    """Write up to ``count`` card pictures and ``cards.json`` into the folder; give how many."""
    words = read_words(RESOURCES / "specimen")
    records = invent_population(words, today=SystemClock().now().date())
    held = held_cards(records, words)[: max(count, 0)]
    pictures = CardPictures(held, Fonts(RESOURCES / "fonts"))
    out.mkdir(parents=True, exist_ok=True)
    for index in range(len(held)):
        still = card_still(pictures[index], seed=index)
        (out / _name(index)).write_bytes(encode_jpeg(still, _QUALITY))
    listed = [_entry(index, card) for index, card in enumerate(held)]
    (out / "cards.json").write_text(json.dumps(listed, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(held)


def write_cards_sheet(file: Path, count: int) -> int:
    """Write up to ``count`` cards, both sides, as A4 pages to print on both sides and cut; give how many."""
    words = read_words(RESOURCES / "specimen")
    records = invent_population(words, today=SystemClock().now().date())
    held = held_cards(records, words)[: max(count, 0)]
    cards = [words_on(card, index) for index, card in enumerate(held)]
    file.write_bytes(draw_cards_sheet(cards, Fonts(RESOURCES / "fonts")))
    return len(held)


def write_cards_film(file: Path, count: int) -> int:
    """Film up to ``count`` cards as the practice camera shows them; give how many."""
    words = read_words(RESOURCES / "specimen")
    records = invent_population(words, today=SystemClock().now().date())
    held = held_cards(records, words)[: max(count, 0)]
    write_film(file, CardPictures(held, Fonts(RESOURCES / "fonts")))
    return len(held)


def write_papers(out: Path, code: str = "") -> int:
    """Write the papers of a lesson, or of all, as photographs and as ``papers.pdf`` to print; give how many.

    Raises NotFound where there is no such lesson.
    """
    words, fonts = read_words(RESOURCES / "specimen"), Fonts(RESOURCES / "fonts")
    today = SystemClock().now().date()
    guests = Guests(invent_population(words, today=today), words, today)
    wanted = [one for one in read_lessons(RESOURCES / "lessons") if code in {"", one.code}]
    if not wanted:
        raise NotFound
    out.mkdir(parents=True, exist_ok=True)
    laid: list[LaidPaper] = []
    for lesson in wanted:
        for number, paper in enumerate(LessonPapers(lesson, guests.find, today).all(), start=1):
            name = f"{lesson.code}-{number}-{paper.kind}.jpg"
            photograph = photograph_of(paper, fonts, seed=len(laid))
            (out / name).write_bytes(encode_jpeg(photograph, _QUALITY))
            laid.append(paper)
    if laid:
        (out / "papers.pdf").write_bytes(draw_practice_set(laid, fonts))
    return len(laid)


def write_people(file: Path, *, count: int, seed: int) -> int:
    """Write ``count`` invented people or a few more as a hub reads them, one record a line; give how many.

    They are written household by household, so that any number of them takes the same room.
    """
    words, today, written = read_words(RESOURCES / "specimen"), SystemClock().now().date(), 0
    with file.open("w", encoding="utf-8", newline="\n") as lines:
        for household in invent_households(words, seed=seed, today=today, people=count):
            lines.writelines(f"{to_json(record)}\n" for record in household)
            written += len(household)
    return written


def _name(index: int) -> str:
    return f"card-{index + 1:03}.jpg"


def _entry(index: int, held: HeldCard) -> dict[str, str]:
    card = held.card
    return {
        "file": _name(index),
        "layout": card.layout,
        "payload": card.payload,
        "citizen_id": card.citizen_id.digits,
        "full_name": card.payload.split("|")[2],
        "born_on": str(held.record.born_on),
    }
