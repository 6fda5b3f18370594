"""What is typed on a page is read, also where it is bent, stamped or dotted, with the place of each word."""

import itertools

import numpy as np
import pytest
from crafts.scanning.text_scenes import ROWS, bent, form

from scanning.frames import Frame
from scanning.line_doubt import doubtful
from scanning.page_text import Box, Line, PageText, Word
from scanning.text import TextReader
from scanning.text_line import TextLine
from scanning.text_strip import Strip, StripWord


@pytest.fixture(scope="module")
def reader() -> TextReader:
    return TextReader()


def lines_of(text: PageText) -> list[str]:
    return [line.text for line in text.lines]


def overlap(one: Box, other: Box) -> float:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, across) * max(0.0, down) / ((other.right - other.left) * (other.bottom - other.top))


def test_typed_vietnamese_is_read_letter_for_letter(reader: TextReader) -> None:
    assert lines_of(reader.read(form().page)) == list(ROWS)


def test_each_line_has_its_box_on_the_page(reader: TextReader) -> None:
    scene = form()
    read = reader.read(scene.page)
    assert [
        overlap(line.box, box) > 0.8 for line, (_, box) in zip(read.lines, scene.places, strict=True)
    ] == [True] * len(ROWS)


def test_boxes_are_in_pixels_of_the_page_whatever_its_resolution(reader: TextReader) -> None:
    scene = form(dpi=300)
    read = reader.read(scene.page, dpi=300)
    assert (read.width, read.height) == (scene.page.width, scene.page.height)
    assert lines_of(read)[2] == ROWS[2]
    assert overlap(read.lines[2].box, scene.places[2][1]) > 0.8


def test_bent_lines_are_read_in_their_order(reader: TextReader) -> None:
    assert lines_of(reader.read(bent(form()).page)) == list(ROWS)


def test_a_red_stamp_is_not_read_and_hides_nothing_printed_under_it(reader: TextReader) -> None:
    assert lines_of(reader.read(form(stamp=True).page)) == list(ROWS)


def test_dots_to_write_on_are_not_read(reader: TextReader) -> None:
    assert lines_of(reader.read(form(leaders=True).page)) == list(ROWS)


def test_columns_of_one_row_are_lines_of_their_own_from_the_left(reader: TextReader) -> None:
    left, right = form(("ỦY BAN NHÂN DÂN",)), form(("Độc lập - Tự do - Hạnh phúc",))
    page = Frame(np.hstack([left.page.pixels[:, :640], right.page.pixels[:, :700]]))
    assert lines_of(reader.read(page)) == ["ỦY BAN NHÂN DÂN", "Độc lập - Tự do - Hạnh phúc"]


def test_a_table_is_read_row_by_row_however_far_apart_its_columns_stand(reader: TextReader) -> None:
    """A short entry's own slope says little about where its row goes on at the other end of the page."""
    entries = (
        (("1", "2", "3"), 850),
        (("Võ Thùy Cường", "Hồ Anh Nam", "Trần Gia Khánh"), 1000),
        (("02/07/1999", "28/02/1980", "05/11/2009"), 900),
    )
    columns = [form(column).page.pixels[:, 100:wide] for column, wide in entries]
    assert lines_of(reader.read(Frame(np.hstack(columns)))) == [
        *("1", "Võ Thùy Cường", "02/07/1999"),
        *("2", "Hồ Anh Nam", "28/02/1980"),
        *("3", "Trần Gia Khánh", "05/11/2009"),
    ]


def test_asked_to_stop_it_gives_what_it_has_read(reader: TextReader) -> None:
    asked = itertools.count()
    read = reader.read(form().page, should_stop=lambda: next(asked) >= 2)
    assert lines_of(read) == list(ROWS[:2])


def test_a_closed_reader_opens_again(reader: TextReader) -> None:
    page = form(ROWS[:1]).page
    reader.read(page)
    reader.close()
    assert lines_of(reader.read(page)) == [ROWS[0]]


@pytest.mark.parametrize(
    "shape", [(1, 1), (1, 3000), (40, 20000), (9000, 12)], ids=["dot", "thread", "ribbon", "sliver"]
)
def test_pages_of_no_sensible_shape_hold_no_text(shape: tuple[int, int], reader: TextReader) -> None:
    black = Frame(np.zeros((*shape, 3), np.uint8))
    assert reader.read(black) == PageText((), shape[1], shape[0])


def test_noise_is_not_taken_for_writing(reader: TextReader) -> None:
    noise = np.random.default_rng(5).integers(0, 256, (400, 900, 3), np.uint8)
    assert reader.read(Frame(noise)).lines == ()


def test_a_line_is_as_wide_and_high_as_its_words() -> None:
    line = Line((Word("Tự", Box(10, 20, 30, 40), 0.9), Word("do", Box(36, 18, 60, 39), 0.8)))
    assert (line.text, line.box) == ("Tự do", Box(10, 18, 60, 40))


def read_words(*sure: float) -> list[StripWord]:
    return [StripWord("giấy", 100.0 * at, 100.0 * at + 80, each) for at, each in enumerate(sure)]


def strip_of(words: list[StripWord]) -> Strip:
    wide = 100 * max(1, len(words)) - 20
    line = TextLine(1, 0.0, float(wide), (0.0,), 15.0, 15.0)
    return Strip(np.full((30, wide), 255, np.uint8), np.zeros((30, wide), np.bool_), line)


def test_only_the_word_in_doubt_is_read_again_with_a_neighbour_on_either_side() -> None:
    words = read_words(0.9, 0.95, 0.9, 0.4, 0.9, 0.9, 0.9)
    (stretch,) = doubtful(words, strip_of(words))
    assert [stretch.holds(word) for word in words] == [False, False, False, True, False, False, False]
    assert 190 < stretch.left < 200
    assert 480 < stretch.right < 490


def test_a_line_of_sure_words_is_not_read_again() -> None:
    words = read_words(0.9, 0.8, 0.99)
    assert doubtful(words, strip_of(words)) == ()


def test_a_line_in_doubt_for_the_most_part_is_read_again_as_a_whole() -> None:
    for words in ([], read_words(0.5), read_words(0.5, 0.9, 0.3, 0.9)):
        strip = strip_of(words)
        assert [(each.left, each.right) for each in doubtful(words, strip)] == [(0, strip.gray.shape[1])]


def test_a_blank_so_wide_that_a_word_may_be_missing_is_in_doubt() -> None:
    sure = read_words(*[0.9] * 12)
    words = [*sure[:4], *sure[5:-1], StripWord("giấy", 1100, 1180, 0.7)]
    first, last = doubtful(words, strip_of(sure))
    assert first.start <= sure[4].start <= sure[4].end <= first.end
    assert last.holds(words[-1])
