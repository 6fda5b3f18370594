"""A paper to try: its words and what draws them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from printing.fonts import Fonts
from printing.samples import DRAWN_AT
from printing.sheet import Marks, PaperSize


@dataclass(frozen=True)
class Case:
    """A paper, its words, and what draws them; one that is not `sized` has a size of its own."""

    words: object
    draw: Callable[..., bytes]
    sized: bool = True

    @property
    def sizes(self) -> tuple[PaperSize, ...]:
        """List the sizes that the paper comes in; which one does not matter to a paper of its own size."""
        return tuple(PaperSize) if self.sized else (PaperSize.A4,)

    def drawn(
        self,
        fonts: Fonts,
        words: object = None,
        *,
        marks: Marks | None = None,
        size: PaperSize = PaperSize.A4,
    ) -> bytes:
        """Draw the case's own words, or others of their kind."""
        sized = {"size": size} if self.sized else {}
        given = words or self.words
        return self.draw(given, fonts=fonts, marks=marks or Marks(), created_at=DRAWN_AT, **sized)

    def given_words(self) -> set[str]:
        """Collect every word of every text, however deep, without the stops at their ends."""
        return {word.strip(".") for text in _leaves(self.words) for word in text.split()}


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _leaves(each)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _leaves(getattr(value, one.name))
