"""Which stretches of a line the quick reader doubted, so that the slow one reads these alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scanning.text_strip import Strip, StripWord

SURE = 0.8  # words of which the quick reader is surer are left to it
_GAP = 1.3  # heights of a strip: in a wider one a word may have been missed
_TOGETHER = 1.0  # heights: stretches that are nearer are one
_WHOLE = 0.4  # of a line in doubt: the rest is read with it
_ROOM = 0.15  # heights of paper beside the neighbouring words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold the columns that are in doubt, and those to read: a neighbouring word more at either end."""

    start: float
    end: float
    left: int
    right: int

    def holds(self, word: StripWord) -> bool:
        """Tell whether a word stands in doubt."""
        return self.start <= (word.start + word.end) / 2 <= self.end


def doubtful(words: Sequence[StripWord], strip: Strip) -> tuple[Stretch, ...]:
    """Give the stretches of a line in doubt, none where every word is sure; one where nothing was read."""
    tall, wide = strip.gray.shape
    if words and min(word.sure for word in words) >= SURE:
        return ()
    ordered = sorted(words, key=lambda word: word.start)
    parts = list(_joined(_parts(ordered, tall, wide), tall))
    if not words or sum(end - start for start, end in parts) > _WHOLE * wide:
        return (Stretch(0, wide, 0, wide),)
    return tuple(_with_neighbours(part, ordered, tall, wide) for part in parts)


def _parts(words: Sequence[StripWord], tall: int, wide: int) -> Iterator[tuple[float, float]]:
    """Give each word in doubt with half the blank on either side, all of it where a word may be missing."""
    ends = [0.0, *(word.end for word in words)]
    starts = [*(word.start for word in words), float(wide)]
    for word, before, after in zip(words, ends, starts[1:], strict=False):
        is_wide = word.start - before > _GAP * tall, after - word.end > _GAP * tall
        if word.sure < SURE or any(is_wide):
            start = before if is_wide[0] or before == 0 else (before + word.start) / 2
            yield start, after if is_wide[1] or after == wide else (word.end + after) / 2


def _joined(parts: Iterator[tuple[float, float]], tall: int) -> Iterator[tuple[float, float]]:
    start, end = next(parts, (0.0, 0.0))
    for begin, stop in parts:
        if begin - end < _TOGETHER * tall:
            end = max(end, stop)
        else:
            yield start, end
            start, end = begin, stop
    yield start, end


def _with_neighbours(part: tuple[float, float], words: Sequence[StripWord], tall: int, wide: int) -> Stretch:
    start, end = part
    before = [word.start for word in words if word.end <= start + 2]
    after = [word.end for word in words if word.start >= end - 2]
    left = max(before) - _ROOM * tall if before else 0
    right = min(after) + _ROOM * tall if after else wide
    return Stretch(start, end, max(0, int(left)), min(wide, int(right) + 1))
