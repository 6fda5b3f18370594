"""The words for cameras: what one is called, and what it gives."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.services.camera_port import PRACTICE_CAMERA
from counter_app.ui.translator import to_say
from scanning.camera_facts import CameraFacts

_PRACTICE = to_say("camera_words", "Practice")
_NUMBERED = to_say("camera_words", "Number {number}")
_SIZE = to_say("camera_words", "{width} × {height}")
_RATE = to_say("camera_words", "{rate} frames a second")
_AUTOFOCUS = to_say("camera_words", "focuses by itself")
_COARSE = to_say("camera_words", "a coarse picture: hold the card nearer")


def camera_words(name: str) -> str:
    """Give a camera's name as the official reads it."""
    if name == PRACTICE_CAMERA:
        return _said(_PRACTICE)
    return _said(_NUMBERED).format(number=name) if name.isdecimal() else name


def facts_words(facts: CameraFacts) -> str:
    """Say in one line what a camera gives, and what that asks of the official."""
    parts = [_said(_SIZE).format(width=facts.width, height=facts.height)]
    if facts.rate:
        parts.append(_said(_RATE).format(rate=facts.rate))
    if facts.autofocus:
        parts.append(_said(_AUTOFOCUS))
    if facts.is_coarse:
        parts.append(_said(_COARSE))
    return ", ".join(parts)


def _said(source: str) -> str:
    return QCoreApplication.translate("camera_words", source)
