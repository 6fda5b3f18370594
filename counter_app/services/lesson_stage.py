"""The stage of a lesson: whom the desk sees and what goes wrong there, as far as no real device is needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from counter_app.domain.citizen import CitizenCard
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.lesson import Condition, Lesson, Mishap


class Stage(Protocol):
    """What of a training desk a lesson plays with; each call may take a moment, so not for the GUI thread."""

    @property
    def people(self) -> Mapping[str, CitizenId]:
        """The guests of the lesson by their roles."""

    def set_up(self, lesson: Lesson) -> None:
        """Put everything in order, and have the lesson's guests stand ready with their papers."""

    def show_card(self, role: str) -> None:
        """Have somebody lay their card under the camera."""

    def card_text(self, role: str) -> str:
        """Give what a hand scanner reads from somebody's card; empty for one who came without."""

    def typed_card(self, role: str) -> CitizenCard | None:
        """Give what somebody says of themselves who came without a card: number, name and birth date."""

    def laid(self, slot: str) -> Condition:
        """Say how the paper is that was laid under the lamp last for this slot."""

    def happen(self, mishap: Mishap) -> None:
        """Let something go wrong, or come right again."""

    def clear(self) -> None:
        """Put everything in order again, and go."""
