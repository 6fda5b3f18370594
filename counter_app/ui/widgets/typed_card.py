"""Number, full name and birth date, typed where no card can be read, or where it could be read in part."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from counter_app.domain.citizen import CitizenCard
from counter_app.domain.citizen_id import FORMER_DIGITS, grouped_digits
from counter_app.domain.mrz import MachineReadableZone
from counter_app.domain.mrz_check import fits_letters
from counter_app.domain.typed_scan import TypedScan
from counter_app.services.identify import FormerCard, NotEnoughTyped, typed_card, typed_former_card
from counter_app.ui.widgets.number_check import NumberCheck, ProposedNumber
from counter_app.ui.widgets.parts import GRID, button, label, set_look
from forms.wording import short_date

_PARTS = ("citizen_id", "full_name", "born_on")
_MOST_LETTERS = 120


class TypedCardForm(QWidget):
    """Asks for what the national look-up demands together, and says of each part what it lacks."""

    card_typed = Signal(object)
    """Carries the CitizenCard, or the FormerCard where the nine digits of before were typed."""
    cursor_put = Signal()
    """Says that the cursor was put where something is to be typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("typed_card")
        self._zone: MachineReadableZone | None = None
        self._check = NumberCheck()
        self._labels = {part: label(look="label") for part in _PARTS}
        self._hints = {part: label(look="hint", name=f"hint_{part}", wraps=True) for part in _PARTS}
        self._fields = {part: self._field(part) for part in _PARTS}
        self._fields["citizen_id"].setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._fields["citizen_id"].setProperty("look", "code")
        self._fields["full_name"].editingFinished.connect(self._on_name_left)
        self._submit = button("", "primary", "search", name="typed_submit")
        self._submit.clicked.connect(self._on_submitted)
        self._lay_out()
        self._retranslate()

    def clear(self) -> None:
        """Empty every field; nothing typed stays."""
        self._zone = None
        self._check.clear()
        for part in _PARTS:
            self._fields[part].clear()
        self._show_missing(())

    def fill_in(self, scan: TypedScan) -> None:
        """Put in what of a scan is certain; the cursor goes where the rest is typed."""
        self.clear()
        self._fields["citizen_id"].setText(str(scan.citizen_id or ""))
        self._fields["born_on"].setText(short_date(str(scan.born_on)) if scan.born_on else "")
        self._ask_for_name()

    def fill_in_zone(self, zone: MachineReadableZone) -> None:
        """Put in what a card's lines say; a name that is being typed for this number stays."""
        if self._fields["citizen_id"].text() != zone.citizen_id.digits:
            self.clear()
        self._check.clear()
        self._zone = zone
        self._fields["citizen_id"].setText(zone.citizen_id.digits)
        self._fields["born_on"].setText(short_date(str(zone.born_on)))
        self._show_missing(())
        self._ask_for_name()

    def propose_number(self, number: ProposedNumber) -> None:
        """Put in a number that a machine read, and ask for it to be compared; the rest stays as typed."""
        self._zone = None
        self._fields["citizen_id"].setText(number.digits)
        self._show_missing(())
        self._check.show_picture(number.picture)
        self.cursor_put.emit()

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self._fields["citizen_id"].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.cursor_put.emit()

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
            if part == "citizen_id":
                column.addWidget(self._check)
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

    @property
    def _is_former(self) -> bool:
        return len(grouped_digits(self._fields["citizen_id"].text())) == FORMER_DIGITS

    def _ask_for_name(self) -> None:
        self._fields["full_name"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.cursor_put.emit()

    def _mark(self, part: str, *, missing: bool) -> None:
        set_look(self._fields[part], "state", "wrong" if missing else "")
        set_look(self._hints[part], "look", "error" if missing else "hint")
        self._hints[part].setText(self._lack(part) if missing else self._hint(part))

    def _lack(self, part: str) -> str:
        if part == "citizen_id" and self._check.is_open:
            return self.tr("Compare the digits with the picture and tick that they agree")
        if part == "citizen_id":
            return self.tr("Exactly twelve digits are needed")
        if part == "full_name":
            return self.tr("The full name is needed")
        return self.tr("This is no date: write 15/03/1999, or the year alone")

    def _hint(self, part: str) -> str:
        if part == "citizen_id" and self._is_former:
            return self.tr(
                "Nine digits: a former card's number, no longer asked for (Decree 58/2026/NĐ-CP); "
                "it can still be looked up."
            )
        if part == "citizen_id":
            return self.tr("Twelve digits")
        if part == "born_on":
            return self.tr("15/03/1999, or the year alone")
        if self._zone and self._zone.name_letters:
            words = self.tr("With all its marks; the card's lines say: {letters}")
            return words.format(letters=self._zone.name_letters)
        return self.tr("With all its marks, as on the card")

    def _show_missing(self, missing: tuple[str, ...]) -> None:
        for part in _PARTS:
            self._mark(part, missing=part in missing)
        if missing == ("citizen_id",) and self._check.is_open:
            self._check.ask()
        elif missing:
            self._fields[missing[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        if missing:
            self.cursor_put.emit()

    def _on_name_left(self) -> None:
        """Warn where the typed name is not the one in the card's lines; it is taken as it is all the same."""
        zone, name = self._zone, self._fields["full_name"].text()
        if zone is None or not zone.name_letters or not name.strip():
            return
        if not fits_letters(name, zone.name_letters, cut=zone.name_is_cut):
            set_look(self._hints["full_name"], "look", "warning")
            words = self.tr("Not the name in the card's lines: {letters}")
            self._hints["full_name"].setText(words.format(letters=zone.name_letters))

    def _on_submitted(self) -> None:
        try:
            read = typed_former_card if self._is_former else typed_card
            card = read(*(self._fields[part].text() for part in _PARTS))
        except NotEnoughTyped as error:
            self._show_missing(error.missing)
            return
        if self._check.is_open:
            self._show_missing(("citizen_id",))
            return
        self._show_missing(())
        self.card_typed.emit(_as_in_zone(card, self._zone))


def _as_in_zone(
    typed: CitizenCard | FormerCard, zone: MachineReadableZone | None
) -> CitizenCard | FormerCard:
    """Give the card of the zone with the typed name, where number and birth date were left as it has them."""
    if isinstance(typed, FormerCard) or zone is None:
        return typed
    if (typed.citizen_id, typed.born_on) != (zone.citizen_id, zone.born_on):
        return typed
    return replace(zone.card, full_name=typed.full_name)
