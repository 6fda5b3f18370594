"""What is known of one person, from the name down to what was filed before."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.address import AddressToday
from counter_app.domain.card_expiry import Basis, Validity, validity_of
from counter_app.domain.card_kind import kind_of
from counter_app.domain.citizen import Person
from counter_app.domain.mrz import MachineReadableZone
from counter_app.services.compare import Remark, differences, remarks
from counter_app.services.correction import Correction, Remedy, correction_of
from counter_app.services.identify import Visit
from counter_app.ui.card_words import kind_words, validity_words
from counter_app.ui.icons import Tint
from counter_app.ui.widgets.difference_list import DifferenceList
from counter_app.ui.widgets.parts import GRID, Glyph, button, label, rule, surface
from counter_app.ui.widgets.person_badges import PersonBadges
from counter_app.ui.widgets.zone_lines import ZoneLines
from counter_app.ui.words import doubt_words, remark_words, sex_words
from forms.wording import short_date

_MOST_UNITS = 5
_GRAVE = {Remark.PERSON_DIED}


class PersonSheet(QWidget):
    """Lays one visit's person out for reading; made anew for each visit, so nothing can be left over."""

    correction_asked = Signal(object)
    """Carries the Correction that was accepted."""

    def __init__(self, visit: Visit, today: date, zone: MachineReadableZone | None = None) -> None:
        super().__init__()
        self._person = visit.person
        self._zone = zone
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._column.setSpacing(GRID)
        self._add_head(today)
        self._add_remarks(today)
        self._add_residence()
        self._add_differences()
        self._add_past(visit)
        self._column.addStretch(1)

    def _add_head(self, today: date) -> None:
        person = self._person
        name = person.full_name or self.tr("Name not readable")
        self._column.addWidget(label(name, "name", name="person_name", wraps=True))
        self._column.addLayout(self._number_row())
        self._column.addWidget(label(self._line(person, today), name="person_line", wraps=True))
        self._add_card()
        badges = PersonBadges()
        badges.show_person(person)
        self._column.addWidget(badges)
        if self._zone:
            self._column.addWidget(ZoneLines(person.card, self._zone))

    def _add_card(self) -> None:
        """Say which card it is and until when it holds, as far as that is known."""
        card, record = self._person.card, self._person.record
        kind, validity = (
            kind_of(card),
            validity_of(card, record.card if record else None, zone=self._stated()),
        )
        said = [kind_words(kind)] if kind else []
        if validity:
            said.append(validity_words(validity))
        if said:
            self._column.addWidget(label("\n".join(said), "hint", name="card_line", wraps=True))

    def _stated(self) -> Validity | None:
        """Until when the card holds by its machine-readable lines, where they are of this very card."""
        zone = self._zone
        if zone is None or zone.citizen_id != self._person.citizen_id:
            return None
        return Validity.stated(zone.expires_on, Basis.ZONE)

    def _number_row(self) -> QHBoxLayout:
        """Show the number masked; whoever wants it whole holds the eye in view of the desk alone."""
        self._number = label(self._person.citizen_id.masked, "code", name="person_id")
        self._eye = button("", "icon", "eye", name="reveal_id")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._on_eye_toggled)
        self._on_eye_toggled(False)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self._number)
        row.addWidget(self._eye)
        row.addStretch(1)
        return row

    def _line(self, person: Person, today: date) -> str:
        parts = [sex_words(person.sex)] if person.sex else []
        if person.born_on:
            age = self.tr("{age} years old").format(age=person.born_on.age_on(today))
            parts += [age, short_date(str(person.born_on))]
        place = person.citizen_id.birth_place
        if place:
            parts.append(self.tr("birth registered in {place}").format(place=place))
        return " · ".join(parts)

    def _add_remarks(self, today: date) -> None:
        for remark in remarks(self._person, today, zone=self._stated()):
            text = remark_words(remark)
            if remark is Remark.ID_DISAGREES:
                text += ": " + "; ".join(doubt_words(doubt) for doubt in self._person.card.doubts)
            self._column.addWidget(_remark_row(text, f"remark_{remark}", grave=remark in _GRAVE))

    def _add_residence(self) -> None:
        record = self._person.record
        now = str(record.permanent_residence) if record else self._person.card.residence
        if not now:
            return
        heading = self.tr("Permanent residence") if record else self.tr("Residence as the card prints it")
        self._add_heading(heading)
        self._column.addWidget(label(now, name="residence_now", wraps=True))
        if self._person.residence_today:
            self._add_today(self._person.residence_today)
        if record and record.permanent_residence.formerly:
            before = self.tr("Before July 2025: {address}")
            before = before.format(address=record.permanent_residence.formerly)
            self._column.addWidget(label(before, "hint", name="residence_before", wraps=True))

    def _add_today(self, today: AddressToday) -> None:
        """Show the older address in today's units: the one it is, or those to ask the citizen about."""
        if today.is_found:
            self._column.addWidget(label(self.tr("In today's units"), "hint"))
            self._column.addWidget(label(today.found, name="residence_today", wraps=True))
            return
        text = self.tr("Divided or unclear since July 2025. Ask which it is today:")
        self._column.addWidget(label(text, "hint", name="residence_today", wraps=True))
        for units in today.units[:_MOST_UNITS]:
            self._column.addWidget(label(f"• {units}", name="residence_choice", wraps=True))
        left = len(today.units) - _MOST_UNITS
        if left > 0:
            more = self.tr("and {count} more").format(count=left)
            self._column.addWidget(label(more, "hint", name="residence_more", wraps=True))

    def _add_differences(self) -> None:
        found = differences(self._person)
        if found:
            self._add_heading(self.tr("Card and record differ: {count}").format(count=len(found)))
            self._column.addWidget(DifferenceList(found))
            self._offer_correction(correction_of(self._person))

    def _offer_correction(self, correction: Correction | None) -> None:
        if correction is None:
            return
        words = {
            Remedy.RECORD: self.tr("Correct the record …"),
            Remedy.CARD: self.tr("Change the card …"),
        }
        offer = button(words[correction.remedy], "secondary", "pencil", name="correct_difference")
        offer.setToolTip(self.tr("Begins that procedure, already filled"))
        offer.clicked.connect(lambda: self.correction_asked.emit(correction))
        self._column.addWidget(offer, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add_past(self, visit: Visit) -> None:
        lines = (
            (self.tr("Open drafts: {count}"), len(visit.open_drafts), "open_drafts"),
            (self.tr("Dossiers received before: {count}"), len(visit.earlier), "earlier_dossiers"),
        )
        if any(count for _, count, _ in lines):
            self._column.addWidget(rule())
        for words, count, name in lines:
            if count:
                self._column.addWidget(label(words.format(count=count), name=name, wraps=True))

    def _add_heading(self, text: str) -> None:
        self._column.addWidget(rule())
        self._column.addWidget(label(text, "label", wraps=True))

    def _on_eye_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's own signal
        number = self._person.citizen_id
        self._number.setText(number.digits if shown else number.masked)
        self._eye.take_icon("eye-off" if shown else "eye")
        words = self.tr("Hide the ID number") if shown else self.tr("Show the whole ID number")
        self._eye.setAccessibleName(words)
        self._eye.setToolTip(words)


def _remark_row(text: str, name: str, *, grave: bool) -> QFrame:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    tint = Tint.ERROR if grave else Tint.AMBER
    row.addWidget(
        Glyph("circle-alert" if grave else "triangle-alert", tint), alignment=Qt.AlignmentFlag.AlignTop
    )
    row.addWidget(label(text, name=name, wraps=True), stretch=1)
    made = surface("notice", row, margin=GRID)
    made.setProperty("tone", "error" if grave else "warning")
    return made
