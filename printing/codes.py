"""QR codes drawn as vectors."""

from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas

from printing.errors import CodeTooLong

_KEPT = 4


def draw_code(canvas: Canvas, payload: str, *, x: float, y: float, side: float) -> None:
    """Draw the payload (as UTF-8, weakest correction, largest modules) into a square.

    x, y is the square's lower left corner and `side` its length in points, without quiet zone:
    the caller leaves white around it. Raises CodeTooLong beyond 2,953 bytes.
    """
    rows = code_rows(payload)
    module = side / len(rows)
    # Whole modules in a scale of their own: the drawing library would write each corner as a long fraction.
    runs = (
        f"{start} {len(rows) - 1 - number} {length} 1 re"
        for number, row in enumerate(rows)
        for start, length in _dark_runs(row)
    )
    canvas.saveState()
    canvas.setFillGray(0)
    canvas.transform(module, 0, 0, module, x, y)
    canvas.addLiteral(f"{' '.join(runs)} f")
    canvas.restoreState()


@lru_cache(maxsize=_KEPT)
def code_rows(payload: str) -> tuple[bytearray, ...]:
    """Give the code's modules row by row, 1 for dark, without quiet zone; raises CodeTooLong.

    The last few are kept: copies of one paper carry one code, and to make it takes a third of the drawing.
    """
    import segno  # noqa: PLC0415 - start-up time: no desk prints before it stands

    try:
        code = segno.make(payload, error="l", boost_error=False, micro=False, encoding="utf-8")
    except segno.DataOverflowError as error:
        raise CodeTooLong(len(payload.encode())) from error
    return tuple(code.matrix)


def _dark_runs(row: bytearray) -> list[tuple[int, int]]:
    """Find the runs of dark modules in a row, as (start, length)."""
    runs: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((at, 1))
    return runs
