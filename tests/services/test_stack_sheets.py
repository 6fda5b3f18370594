"""The separators that a desk prints are the ones that its scanner knows."""

import zxingcpp
from services.counter import Counter
from services.people import RESOURCES, at_the_desk, cast

from counter_app.services.stack_sheets import StackSheets
from printing.fonts import Fonts
from printing.preview import page_count, page_picture
from scanning.frames import Frame
from scanning.separators import Cover, Separator, mark_on

RESIDENCE = "1.004194"


def test_a_cover_and_one_separator_for_each_paper_that_may_be_asked_for() -> None:
    counter = Counter()
    sheet = counter.begin(at_the_desk(cast().ede), RESIDENCE, "draft-1")
    pdf = StackSheets(Fonts(RESOURCES / "fonts"), counter.clock).draw(sheet)
    marks = [mark_on(picture(pdf, page)) for page in range(page_count(pdf))]
    assert marks[0] == Cover("draft-1")
    asked = [line.paper.slot for line in sheet.checklist]
    assert "identity_card" in asked
    assert marks[1:] == [Separator(slot) for slot in asked if slot != "identity_card"]


def test_no_sheet_names_the_citizen() -> None:
    counter, person = Counter(), at_the_desk(cast().ede)
    pdf = StackSheets(Fonts(RESOURCES / "fonts"), counter.clock).draw(
        counter.begin(person, RESIDENCE, "draft-1")
    )
    said = [code.text for page in range(page_count(pdf)) for code in codes(picture(pdf, page))]
    assert not [text for text in said if str(person.citizen_id) in text]


def picture(pdf: bytes, page: int) -> Frame:
    drawn = page_picture(pdf, page, dpi=60)
    return Frame.from_rgb(drawn.width, drawn.height, drawn.rgb)


def codes(frame: Frame) -> list[zxingcpp.Barcode]:
    return zxingcpp.read_barcodes(frame.gray())
