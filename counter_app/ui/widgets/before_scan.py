"""How a field stood before a scan ran into it, to be put back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget


def put_back(widget: QWidget) -> Callable[[], None]:
    """Give what puts a widget back to how it stands now; widgets that keys do not fill stay as they are."""
    if isinstance(widget, QLineEdit):
        return _line(widget)
    if isinstance(widget, QPlainTextEdit):
        return _text(widget)
    if isinstance(widget, QComboBox):
        return _choice(widget)
    return _nothing


def _line(field: QLineEdit) -> Callable[[], None]:
    text, cursor = field.text(), field.cursorPosition()

    def restore() -> None:
        if field.text() != text:
            field.setText(text)
            field.setCursorPosition(cursor)
            field.textEdited.emit(text)  # whoever follows the typing must hear that it was taken back

    return restore


def _text(field: QPlainTextEdit) -> Callable[[], None]:
    text, at = field.toPlainText(), field.textCursor().position()

    def restore() -> None:
        if field.toPlainText() != text:
            field.setPlainText(text)
            cursor = field.textCursor()
            cursor.setPosition(at)
            field.setTextCursor(cursor)

    return restore


def _choice(field: QComboBox) -> Callable[[], None]:
    index = field.currentIndex()
    return lambda: field.setCurrentIndex(index)


def _nothing() -> None:
    """Leave the widget as it is."""
