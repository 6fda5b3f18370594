"""Proposes which of the awaited papers a page is, and points out a paper that is somebody else's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from scanning.text_facts import FoundName, FoundNumber, PaperFacts
from scanning.text_rows import unmarked

_ALIKE = 0.75  # two spellings of one word, one of them read from paper, are at least so alike
_SHORT = 3  # letters; of words so short too many differ in one letter
_LEAST_SHARE = 0.35
_SAME_NAME = 0.8
_OTHER_NAME = 0.6  # names less alike are two persons'
_FEWEST_WRONG = 3  # figures in which two numbers differ that are not one number misread
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class SlotHint:
    """Name a slot of the checklist, and all names its paper may go by."""

    slot: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlotGuess:
    """Say how well a paper fits a slot, 0 to 1."""

    slot: str
    share: float


@dataclass(frozen=True, slots=True)
class AnotherPerson:
    """Hold what stands in the holder's place of a paper on which the expected person is nowhere."""

    name: FoundName | None
    number: FoundNumber | None


def rank_slots(facts: PaperFacts, wanted: Sequence[SlotHint]) -> tuple[SlotGuess, ...]:
    """Rank the slots a paper fits by its title and form number, best first; none where it has no title.

    Words that many of the awaited papers share say little and count less.
    """
    title = _words(facts.title.text if facts.title else "")
    codes = {_words(code.text) for code in facts.form_codes}
    rarity = _Rarity([words for hint in wanted for words in map(_words, hint.names)])
    guesses = [
        SlotGuess(
            hint.slot, max((_fit(title, codes, _words(name), rarity) for name in hint.names), default=0.0)
        )
        for hint in wanted
    ]
    return tuple(
        sorted((guess for guess in guesses if guess.share >= _LEAST_SHARE), key=lambda guess: -guess.share)
    )


def best_slot(facts: PaperFacts, slot: str, wanted: Sequence[SlotHint]) -> tuple[SlotGuess, float] | None:
    """Give the slot a paper fits best, and by how much better than its own one; None if it fits none."""
    ranked = rank_slots(facts, wanted)
    if not ranked:
        return None
    own = next((guess.share for guess in ranked if guess.slot == slot), 0.0)
    return ranked[0], ranked[0].share - own


def names_another(facts: PaperFacts, full_name: str, numbers: Sequence[str]) -> AnotherPerson | None:
    """Tell who a paper is about when it is not the expected person; None while that may be so.

    A paper may name many people: it is somebody else's only when neither the name nor one of the numbers
    stands anywhere on it, also misread, and another name or number stands in the holder's place.
    """
    if _is_named(facts, _words(full_name)) or _is_numbered(facts, numbers):
        return None
    name = next((found for found in facts.names if _is_other_name(found, full_name)), None)
    number = next((found for found in _all_numbers(facts) if _is_other_number(found, numbers)), None)
    return AnotherPerson(name, number) if name or number else None


class _Rarity:
    """Hold how much each word tells the awaited papers apart."""

    def __init__(self, names: Sequence[tuple[str, ...]]) -> None:
        self._names = names

    def of(self, word: str) -> float:
        """Weigh a word: 1 where one name has it, less the more have it."""
        return 1 / max(1, sum(word in name for name in self._names))


def _fit(
    title: tuple[str, ...], codes: set[tuple[str, ...]], name: tuple[str, ...], rarity: _Rarity
) -> float:
    if any(code and _contains(name, code) for code in codes):
        return 1.0
    if not title or not name:
        return 0.0
    found = sum(rarity.of(word) for word in name if _has(title, word))
    covered = found / sum(rarity.of(word) for word in name)
    explained = sum(_has(name, word) for word in title) / len(title)
    return 2 * covered * explained / (covered + explained) if covered + explained else 0.0


def _has(words: tuple[str, ...], word: str) -> bool:
    if len(word) <= _SHORT:
        return word in words
    return any(_alike(other, word) >= _ALIKE for other in words)


def _contains(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[start : start + len(part)] == part for start in range(len(words) - len(part) + 1))


def _is_named(facts: PaperFacts, name: tuple[str, ...]) -> bool:
    wanted = " ".join(name)
    return bool(name) and any(
        _alike(" ".join(part), wanted) >= _SAME_NAME
        for row in facts.rows
        for part in _parts(_words(row), len(name))
    )


def _is_numbered(facts: PaperFacts, numbers: Sequence[str]) -> bool:
    return any(
        _differ(found.text, number) < _FEWEST_WRONG for found in _all_numbers(facts) for number in numbers
    )


def _is_other_name(found: FoundName, full_name: str) -> bool:
    alike = _alike(" ".join(_words(found.text)), " ".join(_words(full_name)))
    return found.of_holder and found.sure >= _SURE and alike < _OTHER_NAME


def _is_other_number(found: FoundNumber, numbers: Sequence[str]) -> bool:
    comparable = any(len(number) == len(found.text) for number in numbers)
    return found.of_holder and found.sure >= _SURE and comparable


def _all_numbers(facts: PaperFacts) -> tuple[FoundNumber, ...]:
    return facts.numbers + facts.former_numbers


def _differ(one: str, other: str) -> int:
    if len(one) != len(other):
        return max(len(one), len(other))
    return sum(a != b for a, b in zip(one, other, strict=True))


def _parts(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    return (words[start : start + length] for start in range(len(words) - length + 1))


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _words(text: str) -> tuple[str, ...]:
    """Give the words of a text in small letters without marks and stops."""
    spaced = "".join(letter if letter.isalnum() else " " for letter in unmarked(text))
    return tuple(spaced.split())
