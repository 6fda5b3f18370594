"""The first start of an office's desk: which office, which hub, where the key lies; step by step, by keys."""

from __future__ import annotations

from dataclasses import asdict, fields

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from counter_app.errors import CounterError, SetupError
from counter_app.services.set_up import GivenOffice, KeyChoice, SetUpBook
from counter_app.ui.error_words import words_of
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.parts import GRID, button, label
from counter_app.ui.widgets.said_line import SaidLine
from counter_app.ui.widgets.set_up_parts import KeyPage, TypedLines

_WIDE_EMS, _HIGH_EMS = 46, 30
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SetUpDialog(QDialog):
    """Keeps each step as it is left by Enter; Escape leaves, and the next start goes on where this ended."""

    def __init__(self, book: SetUpBook) -> None:
        super().__init__()
        self.setObjectName("set_up")
        self._book = book
        self._choices = book.key_choices()
        self._title = label(look="title", name="set_up_title", wraps=True)
        self._hint = label(look="hint", name="set_up_hint", wraps=True)
        self._said = SaidLine("set_up_said")
        self._office = TypedLines(tuple(each.name for each in fields(GivenOffice)))
        self._hub = TypedLines(("address",))
        self._key = KeyPage(self._choices)
        self._pages = QStackedWidget()
        for page in (self._office, self._hub, *((self._key,) if self._choices else ())):
            self._pages.addWidget(page)
        self._back = button("", "secondary", name="set_up_back")
        self._next = button("", "primary", name="set_up_next")
        for made in (self._back, self._next):
            made.setAutoDefault(False)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._office.fill(asdict(book.office()))
        self._hub.fill({"address": book.hub()})
        self._lay_out()
        self._retranslate()
        self._show_page(1 if book.office().name else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from any field; Escape leaves."""
        if event.key() in _ENTER:
            self._go_on()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _go_on(self) -> None:
        """Keep what this step was given, and go to the next one; what is not taken is said."""
        if not self._key.is_typed_alike:
            self._said.say(self.tr("The two are not the same. Type the passphrase twice."), Tone.ERROR)
            return
        try:
            self._keep()
        except CounterError as error:
            self._said.say(self._words(error), Tone.ERROR)
            self._focus(_key_in(error))
            return
        at = self._pages.currentIndex() + 1
        if at < self._pages.count():
            self._show_page(at)
        else:
            self.accept()

    def _go_back(self) -> None:
        self._show_page(self._pages.currentIndex() - 1)

    def _keep(self) -> None:
        page = self._pages.currentWidget()
        if page is self._office:
            self._book.keep_office(GivenOffice(**self._office.given()))
        elif page is self._hub:
            self._book.keep_hub(self._hub.given()["address"])
        else:
            self._book.make_key(self._key.choice, self._key.passphrase)

    def _show_page(self, at: int) -> None:
        self._pages.setCurrentIndex(at)
        self._said.hide()
        self._retranslate()
        self._focus("")

    def _focus(self, key: str) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, TypedLines):
            page.line(key).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._key.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, error: CounterError) -> str:
        key = _key_in(error)
        if key == "code" and self._office.given()["code"]:
            return self.tr("A code of an office has a letter and figures, such as H26.98.")
        if key in self._office.given():
            return self.tr("This is needed: {what}").format(what=self._office.title(key))
        if key == "address":
            return self.tr("The address of a hub begins with https:// and is given by whoever runs it.")
        words = words_of(error)
        return f"{words.happened} {words.advice}"

    def _retranslate(self) -> None:
        at, count = self._pages.currentIndex(), self._pages.count()
        self.setWindowTitle(self.tr("Set up an office's desk"))
        page = self._pages.currentWidget()
        if page is self._office:
            title, hint = self._office_words()
        elif page is self._hub:
            title, hint = self._hub_words()
        else:
            title, hint = self._key_words()
        self._title.setText(f"{at + 1}/{count} · {title}")
        self._hint.setText(hint)
        self._name_lines()
        self._back.setText(self.tr("&Back"))
        self._back.setVisible(at > 0)
        self._next.setText(self.tr("&Next") if at + 1 < count else self.tr("&Open the desk"))

    def _office_words(self) -> tuple[str, str]:
        return self.tr("Which office is this?"), self.tr(
            "These words stand on every paper. Enter goes on; Escape leaves, and what was kept stays."
        )

    def _hub_words(self) -> tuple[str, str]:
        return self.tr("Is there a hub?"), self.tr(
            "Leave it empty for a desk that works by itself. The desk enrols later, from its opening check."
        )

    def _key_words(self) -> tuple[str, str]:
        return self.tr("Where does the desk's key lie?"), self.tr(
            "Everything at rest is encrypted by this key. The arrows choose. Under a passphrase it is asked "
            "for at each start; beside another place a passphrase opens copies on another machine."
        )

    def _name_lines(self) -> None:
        self._office.name_lines(
            {
                "name": self.tr("Name of the &office"),
                "parent": self.tr("&Authority above it"),
                "commune": self.tr("&Commune"),
                "province": self.tr("&Province"),
                "code": self.tr("Co&de of the office"),
                "phone": self.tr("&Telephone (may be empty)"),
                "counter": self.tr("This co&unter"),
            }
        )
        self._hub.name_lines({"address": self.tr("&Address of the hub")})
        self._key.name_parts(
            {
                KeyChoice.KEYRING: self.tr("In the &keyring of this system"),
                KeyChoice.PASSPHRASE: self.tr("Under a &passphrase alone"),
                KeyChoice.FILE: self.tr("In a &file that only this user can read"),
            },
            {"words": self.tr("Pa&ssphrase"), "again": self.tr("Passphrase a&gain")},
        )

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._next)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        for part in (self._title, self._hint, self._pages, self._said):
            whole.addWidget(part)
        whole.addStretch(1)
        whole.addLayout(foot)
        wanted = QSize(_WIDE_EMS, _HIGH_EMS) * self.fontMetrics().height()
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.95))


def _key_in(error: CounterError) -> str:
    """Name the line that an error is about; empty for every other error."""
    return error.key.rpartition(".")[2] if isinstance(error, SetupError) else ""
