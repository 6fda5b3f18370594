"""How a lesson or a class is refused; apart from both, so that their words are no reason to load them."""

from __future__ import annotations

from counter_app.errors import Outage, Refusal


class NoSuchLesson(Refusal):
    """No lesson has this code or number; ``known`` lists the codes."""

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        super().__init__(asked, known)
        self.asked = asked
        self.known = known


class LessonStuck(Refusal):
    """A lesson that played by itself did not go on; ``what`` was waited for in vain."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class ClassNotOpened(Outage):
    """Nothing can listen at this address now; perhaps another program does."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class NotInClass(Refusal):
    """The class does not let this desk in: another code, or a desk of that name is there already."""
