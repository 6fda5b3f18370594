"""A paper as a printer takes it: as it is, as a picture, or as a thermal printer's bytes; on which sheet."""

from __future__ import annotations

from counter_app.domain.printers import PaperFormat, PrintDocument, PrinterAbility
from printing.raster import draw_raster
from printing.thermal import thermal_bytes

_A4_MM = (210.0, 297.0)
_ROLL_MM = 80.0
_TOLERANCE_MM = 1.5


def document_for(pdf: bytes, size_mm: tuple[float, float], ability: PrinterAbility) -> PrintDocument | None:
    """Give what a printer of that ability can print; None where it takes nothing of the kind.

    Where it has no sheet of the paper's size the paper stands on A4, as large as it is.
    """
    sheet = size_mm if _has(ability, size_mm) else _A4_MM
    if PaperFormat.PDF in ability.formats:
        return PrintDocument(pdf, PaperFormat.PDF, sheet)
    if PaperFormat.THERMAL in ability.formats and size_mm[0] <= _ROLL_MM:
        return PrintDocument(thermal_bytes(pdf), PaperFormat.THERMAL, size_mm)
    if PaperFormat.RASTER in ability.formats:
        picture = draw_raster(pdf, sheet, dpi=ability.raster_dpi, in_colour=ability.in_colour)
        return PrintDocument(picture, PaperFormat.RASTER, sheet)
    return None


def _has(ability: PrinterAbility, size_mm: tuple[float, float]) -> bool:
    near = (
        all(abs(side - wanted) <= _TOLERANCE_MM for side, wanted in zip(size, size_mm, strict=True))
        for size in ability.sizes_mm
    )
    return not ability.sizes_mm or any(near)
