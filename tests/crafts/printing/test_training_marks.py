"""Every paper that the craft can draw says in training, on every page, that it is worth nothing."""

from argparse import Namespace

import pytest
from crafts.printing.paper_reading import read_pages, squeezed

from printing.__main__ import PAPERS
from printing.card_art import SPECIMEN
from printing.fonts import Fonts
from printing.sheet import TRAINING_WORDS


@pytest.mark.parametrize("name", PAPERS)
def test_in_training_no_page_comes_without_its_mark(fonts: Fonts, name: str) -> None:
    for side in ("front", "back") if name == "practice-card" else ("front",):
        pdf = PAPERS[name](Namespace(size="A4", side=side, training=True), fonts)
        mark = SPECIMEN if name.startswith("practice-card") else TRAINING_WORDS
        for page in read_pages(pdf):
            assert squeezed(mark) in squeezed(page.words)
