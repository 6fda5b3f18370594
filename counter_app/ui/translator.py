"""Vietnamese words for the window: every ``*.ts`` file of a folder, Qt's own buttons among them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QTranslator

EVERYWHERE = "everywhere"
"""The context of messages that are said alike in several places, and written down once."""

_LARGEST_FILE = 2 * 2**20


def to_say(_context: str, source: str) -> str:
    """Mark a text of a table for translation; whoever reads the table has it translated in that context."""
    return source


class BrokenTranslation(Exception):  # noqa: N818 - named after what happened, as all errors of the house
    """A ``.ts`` file cannot be read; ``path`` names it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Message:
    """One source text in its context, with its translation; empty or ``finished`` false means work left."""

    context: str
    source: str
    words: str
    finished: bool


class VietnameseTranslator(QTranslator):
    """Translates from the messages in memory; what it does not know stays as it is written in the source."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        messages = read_messages(folder)
        self._words = {
            (message.context, message.source): message.words for message in messages if message.words
        }
        self._unfinished = tuple(message for message in messages if not (message.words and message.finished))

    def unfinished(self) -> tuple[Message, ...]:
        """List the messages that still want a translation."""
        return self._unfinished

    def isEmpty(self) -> bool:
        """Say whether there is anything to translate with; Qt does not install an empty one."""
        return not self._words

    def translate(
        self,
        context: str,
        source: str,
        _disambiguation: str | None = None,
        _number: int = -1,
    ) -> str | None:
        """Give the Vietnamese words, or None (Qt's null text), which lets the next translator try.

        What a context does not say itself is looked for among what is said alike everywhere.
        """
        return self._words.get((context, source)) or self._words.get((EVERYWHERE, source))


def read_messages(folder: Path, pattern: str = "*.ts") -> tuple[Message, ...]:
    """Read all messages of the folder's files whose name fits the pattern; raises BrokenTranslation."""
    return tuple(message for path in sorted(folder.glob(pattern)) for message in _messages_in(path))


def _messages_in(path: Path) -> tuple[Message, ...]:
    content = path.read_bytes()
    # Entities are what makes XML dangerous, and translations need none: a file that declares any is refused.
    if len(content) > _LARGEST_FILE or b"<!ENTITY" in content:
        raise BrokenTranslation(path)
    try:
        root = ET.fromstring(content)  # noqa: S314 - no entity can be declared in it, see above
    except ET.ParseError as error:
        raise BrokenTranslation(path) from error
    return tuple(
        _message(context.findtext("name", ""), entry)
        for context in root.iter("context")
        for entry in context.iter("message")
    )


def _message(context: str, entry: ET.Element) -> Message:
    translation = entry.find("translation")
    words = "" if translation is None else translation.text or ""
    finished = translation is not None and translation.get("type") is None
    return Message(context, entry.findtext("source", ""), words, finished)
