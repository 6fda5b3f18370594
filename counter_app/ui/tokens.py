"""The colours of the desk, in light and in dark, each named after what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QGuiApplication, QPalette


class Look(StrEnum):
    """How bright the desk is; ``SYSTEM`` follows the machine."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Tone(StrEnum):
    """What a chip or notice says by its colour; a word or shape always says it too."""

    VERIFIED = "verified"
    DECLARED = "declared"
    CARD = "card"
    COMPUTED = "computed"
    MISSING = "missing"
    TRAINING = "training"
    NEUTRAL = "neutral"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours as ``#rrggbb``.

    Words in ``text``, ``quiet``, ``accent``, ``verified``, ``amber`` and ``error`` reach 4.5 : 1 on every
    ground they stand on (WCAG 2.1 AA); ``edge`` and ``ring`` reach 3 : 1.
    """

    window: str
    surface: str
    panel: str
    line: str
    edge: str
    text: str
    quiet: str
    faint: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    ring: str
    verified: str
    verified_soft: str
    amber: str
    amber_soft: str
    amber_frame: str
    on_amber: str
    error: str
    error_soft: str


LIGHT = Colours(
    window="#f4f6f6",
    surface="#ffffff",
    panel="#ebefef",
    line="#d5dcdc",
    edge="#7d898b",
    text="#17211f",
    quiet="#51605f",
    faint="#9aa6a6",
    accent="#0b5a5e",
    accent_strong="#074246",
    accent_soft="#dcebea",
    on_accent="#ffffff",
    ring="#12888d",
    verified="#17683a",
    verified_soft="#def1e4",
    amber="#784700",
    amber_soft="#fcefcf",
    amber_frame="#f0a500",
    on_amber="#2a1a00",
    error="#a3161c",
    error_soft="#fbe4e2",
)

DARK = Colours(
    window="#141a1a",
    surface="#1d2525",
    panel="#182020",
    line="#334040",
    edge="#7c8c8c",
    text="#e7eeed",
    quiet="#a6b5b4",
    faint="#677575",
    accent="#66c5c4",
    accent_strong="#8fdbd9",
    accent_soft="#173a3b",
    on_accent="#04201f",
    ring="#66c5c4",
    verified="#84d4a0",
    verified_soft="#153724",
    amber="#f2bd57",
    amber_soft="#3a2c0c",
    amber_frame="#d99a1b",
    on_amber="#201500",
    error="#ffa099",
    error_soft="#47201e",
)


def colours_of(look: Look, *, system_is_dark: bool = False) -> Colours:
    """Give the set for a look; ``SYSTEM`` is what the machine says."""
    dark = look is Look.DARK or (look is Look.SYSTEM and system_is_dark)
    return DARK if dark else LIGHT


def colours_now() -> Colours:
    """Give the set that the application's palette wears at this moment."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if ground.lightness() < 128 else LIGHT
