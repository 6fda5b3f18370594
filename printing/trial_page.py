"""A page to try a printer with: true rulers, the paper's edge, letters that spoiled fonts lose, a code."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.codes import draw_code
from printing.fonts import SANS, SANS_BOLD, SERIF, Fonts
from printing.pieces import Column, Piece, Run, TypeScale
from printing.sheet import Format, Imprint, Margins, Marks, Sheet
from printing.wrapping import fitting_size, wrap

_EDGE, _RULER = 5.0, 10.0
_LETTERS = (
    "Nguyễn Thị Ánh Đặng, Trần Hữu Lượng, Phạm Ngọc Uyển",
    "ắ ằ ẳ ẵ ặ ấ ầ ẩ ẫ ậ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ứ ừ ử ữ ự ỳ ý ỷ ỹ ỵ đ",
    "Ắ Ằ Ẳ Ẵ Ặ Ấ Ầ Ẩ Ẫ Ậ Ế Ề Ể Ễ Ệ Ố Ồ Ổ Ỗ Ộ Ớ Ờ Ở Ỡ Ợ Ứ Ừ Ử Ữ Ự Đ ₫ 0123456789",
)
_GRAYS = 11
_LETTER = 11.0
_PAYLOAD = "MC-TRIAL"
_SMALL_MM = 60.0
_SCALE = TypeScale(body=10, head=10, title=14, small=8)


@dataclass(frozen=True, slots=True)
class TrialPageWords:
    """What the page is for, and when it was drawn."""

    role: str
    moment: str


def draw_trial_page(
    words: TrialPageWords, size_mm: tuple[float, float], *, fonts: Fonts, created_at: datetime
) -> bytes:
    """Draw one page of the size as PDF/A-2b, the same bytes for the same words."""
    page = Format(*size_mm, Margins(0, 0, 0, 0), _SCALE)
    sheet = Sheet(page, fonts=fonts, marks=Marks(), imprint=Imprint("Trang in thử", created_at))
    sheet.start_copy()
    sheet.lay(_TrialPage(words, size_mm))
    from printing.archive import to_archive  # noqa: PLC0415 - start-up time: no desk prints before it stands

    return to_archive(sheet.finished())


@dataclass(frozen=True, slots=True)
class _TrialPage:
    words: TrialPageWords
    size_mm: tuple[float, float]

    def laid(self, _column: Column) -> Run:
        width, height = self.size_mm

        def draw(canvas: Canvas, _x: float, _top: float) -> None:
            canvas.saveState()
            canvas.setLineWidth(0.3)
            canvas.rect(_EDGE * mm, _EDGE * mm, (width - 2 * _EDGE) * mm, (height - 2 * _EDGE) * mm)
            if height < _SMALL_MM:
                _draw_small(canvas, self.words, width, height)
            else:
                _draw_rulers(canvas, width, height)
                _draw_words(canvas, self.words, width, height)
            canvas.restoreState()

        return Run((Piece(0, draw),))


def _draw_small(canvas: Canvas, words: TrialPageWords, width: float, height: float) -> None:
    """Fill a label: what it is for, letters, a code, and a bar of true length."""
    side = height - 2 * _EDGE - 12
    left, room = _EDGE + 3, width - 2 * _EDGE - side - 9
    texts = ((f"In thử · {words.role}", SANS_BOLD), (words.moment, SANS), ("ắ ằ ẳ ẵ ặ ế ề ể ễ ệ đ ₫", SANS))
    for row, (text, face) in enumerate(texts):
        canvas.setFont(face, fitting_size(text, face, width=room * mm, largest=9))
        canvas.drawString(left * mm, (height - _EDGE - 5 - row * 4.5) * mm, text)
    draw_code(canvas, _PAYLOAD, x=(width - _EDGE - 3 - side) * mm, y=(_EDGE + 9) * mm, side=side * mm)
    _draw_scale(canvas, left, _EDGE + 2, length=int((width - 2 * left) // 10) * 10)


def _draw_rulers(canvas: Canvas, width: float, height: float) -> None:
    """Draw millimetres from the page's own corner along its top and its left edge."""
    canvas.setFont(SANS, 6)
    for at in range(round(_RULER + 5), round(width - _RULER) + 1):
        tick = _tick(at)
        canvas.line(at * mm, (height - _EDGE) * mm, at * mm, (height - _EDGE - tick) * mm)
        if at % 10 == 0:
            canvas.drawCentredString(at * mm, (height - _EDGE - tick - 2.5) * mm, str(at))
    for at in range(round(_RULER + 5), round(height - _RULER) + 1):
        tick, y = _tick(at), (height - at) * mm
        canvas.line(_EDGE * mm, y, (_EDGE + tick) * mm, y)
        if at % 10 == 0:
            canvas.drawString((_EDGE + tick + 0.7) * mm, y - 2, str(at))


def _draw_words(canvas: Canvas, words: TrialPageWords, width: float, height: float) -> None:
    left, top = _EDGE + 13, height - _EDGE - 20
    room = width - left - _EDGE - 6
    head = "Trang in thử"
    canvas.setFont(SANS_BOLD, fitting_size(head, SANS_BOLD, width=room * mm, largest=22))
    canvas.drawString(left * mm, top * mm, head)
    canvas.setFont(SANS, fitting_size(f"{words.role} · {words.moment}", SANS, width=room * mm, largest=11))
    canvas.drawString(left * mm, (top - 7) * mm, f"{words.role} · {words.moment}")
    top -= 18
    for face in (SERIF, SANS):
        canvas.setFont(face, _LETTER)
        for line in (part for text in _LETTERS for part in wrap(text, face, _LETTER, width=room * mm)):
            canvas.drawString(left * mm, top * mm, line)
            top -= 0.55 * _LETTER
        top -= 3
    _draw_grays(canvas, left, top - 8, room)
    length = min(100, int(room // 10) * 10)
    _draw_scale(canvas, left, top - 24, length=length)
    note = f"Vạch trên dài đúng {length} mm khi in đúng cỡ; khung cách mép giấy {_EDGE:g} mm."
    canvas.setFont(SANS, 9)
    top -= 25
    for line in wrap(note, SANS, 9, width=room * mm):
        top -= 5
        canvas.drawString(left * mm, top * mm, line)
    side = min(28.0, room)
    draw_code(canvas, _PAYLOAD, x=left * mm, y=(top - 8 - side) * mm, side=side * mm)


def _draw_grays(canvas: Canvas, left: float, bottom: float, room: float) -> None:
    """Draw steps from black to white."""
    wide = room / _GRAYS
    for step in range(_GRAYS):
        canvas.setFillGray(step / (_GRAYS - 1))
        canvas.rect((left + step * wide) * mm, bottom * mm, wide * mm, 8 * mm, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.rect(left * mm, bottom * mm, room * mm, 8 * mm)


def _draw_scale(canvas: Canvas, left: float, bottom: float, *, length: int) -> None:
    """Draw a bar of a true length, with a tick each millimetre and its figures."""
    canvas.setFont(SANS, 6)
    canvas.line(left * mm, bottom * mm, (left + length) * mm, bottom * mm)
    for at in range(length + 1):
        canvas.line((left + at) * mm, bottom * mm, (left + at) * mm, (bottom + _tick(at)) * mm)
        if at % 10 == 0:
            canvas.drawCentredString((left + at) * mm, (bottom + 4.2) * mm, str(at))


def _tick(at: int) -> float:
    return 3.5 if at % 10 == 0 else 2.2 if at % 5 == 0 else 1.2
