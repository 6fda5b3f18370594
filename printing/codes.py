"""QR codes drawn as vectors."""

import segno
from reportlab.pdfgen.canvas import Canvas

QUIET_ZONE = 4
"""White modules around the code that a reader needs."""


def draw_code(canvas: Canvas, payload: str, *, x: float, y: float, side: float) -> None:
    """Draw the payload (as UTF-8, weakest correction, largest modules) into a square.

    x, y is the square's lower left corner and `side` its length in points, without quiet zone:
    the caller leaves white around it. Raises segno.DataOverflowError beyond 2,953 bytes.
    """
    rows = segno.make(payload, error="l", boost_error=False, micro=False, encoding="utf-8").matrix
    module = side / len(rows)
    path = canvas.beginPath()
    for number, row in enumerate(rows):
        for start, length in _dark_runs(row):
            path.rect(x + start * module, y + side - (number + 1) * module, length * module, module)
    canvas.saveState()
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


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
