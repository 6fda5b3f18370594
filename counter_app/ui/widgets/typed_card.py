"""Number, full name and birth date, typed where no card can be read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from counter_app.domain.typed_scan import TypedScan
from counter_app.services.identify import NotEnoughTyped, typed_card
from counter_app.ui.widgets.parts import GRID, button, label, set_look
from forms.wording import short_date

_PARTS = ("citizen_id", "full_name", "born_on")
_MOST_LETTERS = 120


class TypedCardForm(QWidget):
    """Asks for what the national look-up demands together, and says of each part what it lacks."""

    card_typed = Signal(object)
    """Carries the CitizenCard."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("typed_card")
        self._labels = {part: label(look="label") for part in _PARTS}
        self._hints = {part: label(look="hint", name=f"hint_{part}", wraps=True) for part in _PARTS}
        self._fields = {part: self._field(part) for part in _PARTS}
        self._fields["citizen_id"].setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._fields["citizen_id"].setProperty("look", "code")
        self._submit = button("", "primary", "search", name="typed_submit")
        self._submit.clicked.connect(self._on_submitted)
        self._lay_out()
        self._retranslate()

    def clear(self) -> None:
        """Empty every field; nothing typed stays."""
        for part in _PARTS:
            self._fields[part].clear()
        self._show_missing(())

    def fill_in(self, scan: TypedScan) -> None:
        """Put in what of a scan is certain; the cursor goes where the rest is typed."""
        self.clear()
        self._fields["citizen_id"].setText(str(scan.citizen_id or ""))
        self._fields["born_on"].setText(short_date(str(scan.born_on)) if scan.born_on else "")
        self._fields["full_name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self._fields["citizen_id"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _field(self, part: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(f"typed_{part}")
        field.setMaxLength(_MOST_LETTERS)
        field.returnPressed.connect(self._on_submitted)
        field.textEdited.connect(lambda _: self._mark(part, missing=False))
        self._labels[part].setBuddy(field)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in _PARTS:
            parts: tuple[QLabel | QLineEdit, ...] = (
                self._labels[part],
                self._fields[part],
                self._hints[part],
            )
            for piece in parts:
                column.addWidget(piece)
            column.addSpacing(GRID // 2)
        column.addWidget(self._submit)

    def _retranslate(self) -> None:
        self._labels["citizen_id"].setText(self.tr("ID &number"))
        self._labels["full_name"].setText(self.tr("&Full name"))
        self._labels["born_on"].setText(self.tr("&Birth date"))
        self._submit.setText(self.tr("&Look up"))
        for part in _PARTS:
            self._fields[part].setAccessibleName(self._labels[part].text().replace("&", ""))
            self._mark(part, missing=self._fields[part].property("state") == "wrong")

    def _mark(self, part: str, *, missing: bool) -> None:
        set_look(self._fields[part], "state", "wrong" if missing else "")
        set_look(self._hints[part], "look", "error" if missing else "hint")
        self._hints[part].setText(self._hint(part, missing=missing))

    def _hint(self, part: str, *, missing: bool) -> str:
        if part == "citizen_id":
            return self.tr("Exactly twelve digits are needed") if missing else self.tr("Twelve digits")
        if part == "full_name":
            return (
                self.tr("The full name is needed")
                if missing
                else self.tr("With all its marks, as on the card")
            )
        if missing:
            return self.tr("This is no date: write 15/03/1999, or the year alone")
        return self.tr("15/03/1999, or the year alone")

    def _show_missing(self, missing: tuple[str, ...]) -> None:
        for part in _PARTS:
            self._mark(part, missing=part in missing)
        if missing:
            self._fields[missing[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_submitted(self) -> None:
        try:
            card = typed_card(*(self._fields[part].text() for part in _PARTS))
        except NotEnoughTyped as error:
            self._show_missing(error.missing)
            return
        self._show_missing(())
        self.card_typed.emit(card)
