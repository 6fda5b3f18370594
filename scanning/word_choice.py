"""Chooses between two readings of one line, and tells writing from what only looked like it."""

from collections.abc import Iterator, Sequence

from scanning.text_strip import StripWord

_TOO_SURE = 0.15  # by which the slow reader overrates itself beside the quick one
_JOINED = 0.35  # of the shorter word's width: words that share more stand in the same place
_LEAST_SURE, _LEAST_SURE_OF_FEW = 0.62, 0.84
_FEW = 3  # letters; a signature is read as so many, with little certainty


def choose_words(quick: Sequence[StripWord], slow: Sequence[StripWord]) -> tuple[StripWord, ...]:
    """Take place by place along the line what the surer of both readers read there."""
    return tuple(word for ours, others in _places(quick, slow) for word in _surer(ours, others))


def likely(words: Sequence[StripWord]) -> tuple[StripWord, ...]:
    """Leave out strokes taken for signs at both ends, and all where a line is hardly writing."""
    written = [index for index, word in enumerate(words) if any(map(str.isalnum, word.text))]
    if not written:
        return ()
    kept = tuple(words[written[0] : written[-1] + 1])
    signs = [sign for word in kept for sign in word.text if sign.isalnum()]
    if len(set(signs)) == 1 and not signs[0].isdigit():
        return ()
    return kept if _sure(kept) >= (_LEAST_SURE_OF_FEW if len(signs) <= _FEW else _LEAST_SURE) else ()


def _sure(words: Sequence[StripWord]) -> float:
    """Say how sure words are on the whole, long words more than short ones."""
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 0.0


def _surer(ours: Sequence[StripWord], others: Sequence[StripWord]) -> Sequence[StripWord]:
    return others if _sure(others) - _TOO_SURE > _sure(ours) else ours


def _places(
    quick: Sequence[StripWord], slow: Sequence[StripWord]
) -> Iterator[tuple[list[StripWord], list[StripWord]]]:
    """Group the words of both readings that stand in the same place, from left to right."""
    tagged = sorted([(word, True) for word in quick] + [(word, False) for word in slow], key=_start)
    groups: list[list[tuple[StripWord, bool]]] = []
    for word, is_quick in tagged:
        if groups and any(_same_place(word, other) for other, _ in groups[-1]):
            groups[-1].append((word, is_quick))
        else:
            groups.append([(word, is_quick)])
    for group in groups:
        yield (
            [word for word, is_quick in group if is_quick],
            [word for word, is_quick in group if not is_quick],
        )


def _start(tagged: tuple[StripWord, bool]) -> float:
    return tagged[0].start


def _same_place(one: StripWord, other: StripWord) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > _JOINED * min(one.end - one.start, other.end - other.start)
