"""How the desk looks: readable colours, sizes that follow the scale, icons in the look's colour."""

from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit

from counter_app.ui.icons import Tint, icon, pixmap
from counter_app.ui.style import body_font, dress, palette, style_sheet, tabular
from counter_app.ui.tokens import DARK, LIGHT, Colours, Look, colours_now

pytestmark = pytest.mark.usefixtures("qapp")
BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
WORDS_ON = (
    ("text", ("window", "surface", "panel", "accent_soft", "verified_soft", "amber_soft", "error_soft")),
    ("quiet", ("window", "surface", "panel")),
    ("accent", ("window", "surface", "panel", "accent_soft")),
    ("verified", ("surface", "panel", "verified_soft")),
    ("amber", ("window", "surface", "panel", "amber_soft")),
    ("error", ("window", "surface", "panel", "error_soft")),
    ("on_accent", ("accent", "accent_strong")),
    ("on_amber", ("amber_frame",)),
)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    shares = [part / 255 for part in QColor(colour).getRgb()[:3]]  # type: ignore[index]
    red, green, blue = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    ]
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@BOTH
def test_words_can_be_read_on_every_ground_they_stand_on(colours: Colours) -> None:
    named = asdict(colours)
    too_weak = [
        f"{ink} on {ground}: {contrast(named[ink], named[ground]):.2f}"
        for ink, grounds in WORDS_ON
        for ground in grounds
        if contrast(named[ink], named[ground]) < 4.5
    ]
    assert too_weak == []


@BOTH
def test_edges_of_fields_and_focus_rings_can_be_seen(colours: Colours) -> None:
    for ground in (colours.window, colours.surface, colours.panel):
        assert contrast(colours.edge, ground) >= 3
        assert contrast(colours.ring, ground) >= 3


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_the_style_sheet_names_no_colour_that_does_not_exist(look: Look) -> None:
    assert "@" not in style_sheet(look, 100)


def test_lengths_follow_the_scale_and_hairlines_stay_hairlines() -> None:
    sheet = style_sheet(Look.LIGHT, 200)
    assert "min-height: 68px" in sheet
    assert "border: 1px solid" in sheet
    assert "font-size: 28.00pt" in sheet


def test_a_scale_beyond_the_bounds_is_brought_within() -> None:
    assert style_sheet(Look.LIGHT, 900) == style_sheet(Look.LIGHT, 200)
    assert body_font(20) == body_font(100)


def test_a_field_is_36_pixels_high(qapp: QApplication) -> None:
    field = QLineEdit()
    field.ensurePolished()
    assert field.sizeHint().height() == 36
    dress(qapp, Look.LIGHT, 150)
    try:
        taller = QLineEdit()
        taller.ensurePolished()
        assert taller.sizeHint().height() == pytest.approx(54, abs=2)
    finally:
        dress(qapp, Look.LIGHT, 100)


def test_running_words_are_set_in_the_shipped_font() -> None:
    assert QFontInfo(body_font(100)).family() == "Be Vietnam Pro"


def test_figures_below_each_other_are_of_one_width() -> None:
    widths = {QFontMetrics(tabular(body_font(100))).horizontalAdvance(digit) for digit in "0123456789"}
    assert len(widths) == 1


def test_an_icon_wears_the_colour_of_the_look(qapp: QApplication) -> None:
    assert ink_of(Tint.TEXT) == LIGHT.text
    qapp.setPalette(palette(Look.DARK))
    try:
        assert colours_now() is DARK
        assert ink_of(Tint.TEXT) == DARK.text
    finally:
        qapp.setPalette(palette(Look.LIGHT))


def ink_of(tint: Tint) -> str:
    """Give the colour of an icon where it covers its ground wholly."""
    picture = pixmap("circle-dot", 48, tint).toImage()
    dots = (picture.pixelColor(x, y) for x in range(48) for y in range(48))
    return next(dot.name() for dot in dots if dot.alpha() == 255)


def test_an_icon_that_does_not_exist_is_told_at_once() -> None:
    with pytest.raises(LookupError):
        icon("no-such-icon")
    with pytest.raises(LookupError):
        icon("../fonts/x")
