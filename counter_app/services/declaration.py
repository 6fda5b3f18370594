"""Declarations on paper: of a visit under way, of a received dossier, or empty for the pen."""

from __future__ import annotations

from datetime import date, datetime, time

from counter_app.domain.calendar import VIETNAM
from counter_app.domain.citizen import Person
from counter_app.domain.dossier import Capacity, Dossier
from counter_app.domain.office import Office
from counter_app.services.declaration_signers import Signing
from counter_app.services.declaration_words import blank_words, declaration_words
from counter_app.services.drafting import Sheet
from forms.answers import FilledForm
from forms.catalogue import FormCatalogue
from forms.definition import FormDefinition
from forms.wording import long_date, short_date
from printing.fonts import Fonts
from printing.form_sheet import FormWords, draw_form
from printing.sheet import Marks


class Declarations:
    """Draws forms as their official sheets; the same answers on the same day give the same bytes."""

    def __init__(self, forms: FormCatalogue, *, office: Office, fonts: Fonts) -> None:
        self._forms = forms
        self._office = office
        self._fonts = fonts

    def of_sheet(self, sheet: Sheet) -> bytes:
        """Draw the declaration of a visit as its answers stand now."""
        draft, day = sheet.draft, sheet.today
        signing = self._signing(draft.applicant, draft.capacity, day)
        words = declaration_words(sheet.definition, sheet.filled, day, signing=signing)
        return self._drawn(words, day, Marks(training=self._office.training))

    def of_dossier(self, dossier: Dossier, *, copy_number: int = 0) -> bytes:
        """Draw what a dossier was received with, of a life event the one declaration it came from.

        ``copy_number`` is 0 for the first print. Raises UnknownForm where its form is gone.
        """
        kept = dossier.declaration.form if dossier.declaration else dossier.form
        filled, day = FilledForm.from_json(kept), dossier.received_at.date()
        definition = self._forms.version(filled.form_code, filled.form_version)
        signing = self._signing(dossier.applicant, dossier.capacity, day)
        words = declaration_words(definition, filled, day, signing=signing)
        marks = Marks(training=dossier.training, copy_number=copy_number, is_void=dossier.void is not None)
        return self._drawn(words, day, marks)

    def blank(self, definition: FormDefinition) -> bytes:
        """Draw a form with nothing filled in."""
        words = blank_words(definition)
        return self._drawn(words, definition.effective_from, Marks(training=self._office.training))

    def _signing(self, applicant: Person, capacity: Capacity, day: date) -> Signing:
        """Say who signs: the citizen at the desk where they declare for themselves, else the pen says it."""
        name = applicant.full_name if capacity is Capacity.SELF else ""
        place = self._office.commune
        return Signing(f"{place}, {long_date(day)}", f"{place}, ngày\u00a0{short_date(day)}", name)

    def _drawn(self, words: FormWords, day: date, marks: Marks) -> bytes:
        made = datetime.combine(day, time(), VIETNAM)
        return draw_form(words, fonts=self._fonts, marks=marks, created_at=made)
