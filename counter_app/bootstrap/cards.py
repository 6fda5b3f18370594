"""Practice cards as picture files, and their holders as a file from which a hub answers look-ups."""

import json
from pathlib import Path

from counter_app.bootstrap.desk import RESOURCES
from counter_app.bootstrap.hall import CardPictures, HeldCard, held_cards
from counter_app.gateways.clock import SystemClock
from counter_app.gateways.specimen.people import invent_population
from counter_app.gateways.specimen.words_files import read_words
from counter_app.wire.text import to_json
from printing.fonts import Fonts
from scanning.frames import encode_jpeg
from scanning.practice import card_still

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


def write_people(file: Path) -> int:
    """Write the invented people as a hub reads them, one record a line; give how many."""
    records = invent_population(read_words(RESOURCES / "specimen"), today=SystemClock().now().date())
    file.write_text("".join(f"{to_json(record)}\n" for record in records), encoding="utf-8")
    return len(records)


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
