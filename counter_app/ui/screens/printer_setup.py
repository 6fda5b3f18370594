"""Setting the printers up: which one each kind of paper goes to, a page to try them, and its true size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QIntValidator
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.printers import FoundPrinter, PaperRole, PrinterPlace
from counter_app.ui.notices import Notice
from counter_app.ui.translator import to_say
from counter_app.ui.widgets.parts import GRID, button, label, roomy
from counter_app.ui.widgets.printer_order import PrinterOrder
from counter_app.ui.widgets.said_line import SaidLine
from counter_app.ui.widgets.true_size_view import TrueSizeView

_WIDEST_EMS, _HIGHEST_EMS = 66, 44
_BAR_MM = 100
_MEASURED_MM = (30, 300)
_ROLES = {
    PaperRole.A4: to_say("printer_setup", "&A4"),
    PaperRole.A5: to_say("printer_setup", "A&5"),
    PaperRole.SLIP: to_say("printer_setup", "&Slip, 80 mm"),
    PaperRole.LABEL: to_say("printer_setup", "La&bel"),
}


@dataclass(frozen=True, slots=True)
class TrialAsked:
    """A test page is wanted: of which role, on which printer."""

    role: PaperRole
    place: PrinterPlace


class PrinterSetup(QDialog):
    """What is changed here is kept at once; closing loses nothing."""

    role_chosen = Signal(object)
    """Carries the PaperRole."""
    places_changed = Signal(object)
    """Carries the PrinterPlaces of the role at hand."""
    place_chosen = Signal(object)
    """Carries the PrinterPlace whose trays are wanted."""
    trial_asked = Signal(object)
    """Carries TrialAsked."""
    bar_measured = Signal(float)
    """Carries by how much the screen's own word of its size is to be multiplied."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("printer_setup")
        self.role = PaperRole.A4
        self._scale = 1.0
        self._title = label(look="title", name="printers_title", wraps=True)
        self._roles = QButtonGroup(self)
        self._role_row = self._make_roles()
        self.order = PrinterOrder()
        self.order.changed.connect(self.places_changed)
        self.order.chosen.connect(self._on_place_chosen)
        self._add_label, self._address = label(look="label", name="address_label"), QComboBox()
        self._address.setObjectName("printer_address")
        self._address.setEditable(True)
        self._address.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._add_label.setBuddy(self._address)
        self._address_hint = label(look="hint", name="address_hint", wraps=True)
        self._search = label(look="hint", name="printer_search", wraps=True)
        self._add = button("", "secondary", "plus", name="printer_add")
        self._add.clicked.connect(self._on_add)
        self._try = button("", "secondary", "printer", name="print_trial")
        self._try.clicked.connect(self._on_try)
        self._outcome = SaidLine("trial")
        self._view_heading = label(look="heading", name="true_size_heading")
        self._bar_label, self._bar = label(look="label", name="bar_label"), QLineEdit(str(_BAR_MM))
        self._bar.setObjectName("bar_length")
        self._bar.setValidator(QIntValidator(*_MEASURED_MM, self))
        self._bar.setFixedWidth(4 * self.fontMetrics().height())
        self._bar.editingFinished.connect(self._on_bar_measured)
        self._bar_label.setBuddy(self._bar)
        self.view = TrueSizeView()
        self._close = button("", "primary", name="printers_close")
        self._close.clicked.connect(self.accept)
        self._lay_out()
        self._retranslate()

    def show_scale(self, scale: float) -> None:
        """Know what the screen's own word of its size is to be multiplied by."""
        self._scale = scale

    def show_found(self, found: tuple[FoundPrinter, ...], folder: str) -> None:
        """Offer the printers that are there; any other can be typed by its address."""
        self.order.show_found(found, folder)
        self._address.clear()
        self.show_more(found)

    def show_more(self, found: tuple[FoundPrinter, ...]) -> None:
        """Offer further printers; what is being typed stays."""
        typed = self._address.currentText()
        for printer in found:
            words = (
                printer.label if printer.label == printer.address else f"{printer.label} ({printer.address})"
            )
            self._address.addItem(words, printer.address)
        self._address.setCurrentIndex(-1)
        self._address.setEditText(typed)

    def show_search(self, words: str) -> None:
        """Say how the search of the network for printers goes."""
        self._search.setText(words)

    def show_role(self, places: tuple[PrinterPlace, ...], borrowed: tuple[PrinterPlace, ...]) -> None:
        """Show the printers of the role at hand."""
        self._outcome.hide()
        self.order.show_places(places, borrowed)

    def show_page(self, picture: QImage, size_mm: tuple[float, float]) -> None:
        """Show the role's test page at its true size."""
        self.view.show_page(picture, size_mm, self._scale)

    def show_news(self, notice: Notice) -> None:
        """Say how the test page fares."""
        self._outcome.say(notice.text, notice.tone)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make_roles(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for role in PaperRole:
            made = button("", "quiet", name=f"role_{role.value.lower()}")
            made.setCheckable(True)
            made.setChecked(role is self.role)
            made.clicked.connect(lambda _=False, role=role: self._on_role_chosen(role))
            self._roles.addButton(made)
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(3 * GRID)
        columns.addLayout(self._left(), stretch=5)
        columns.addLayout(self._right(), stretch=6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(self._title)
        whole.addLayout(self._role_row)
        whole.addLayout(columns, stretch=1)
        whole.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(self._fitting())

    def _left(self) -> QVBoxLayout:
        adding = QHBoxLayout()
        adding.setSpacing(GRID)
        adding.addWidget(self._address, stretch=1)
        adding.addWidget(self._add)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(self.order, stretch=1)
        column.addSpacing(GRID)
        column.addWidget(self._add_label)
        column.addLayout(adding)
        column.addWidget(self._address_hint)
        column.addWidget(self._search)
        column.addSpacing(GRID)
        column.addWidget(self._try, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._outcome)
        return column

    def _right(self) -> QVBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(GRID)
        bar.addWidget(self._bar_label, stretch=1)
        bar.addWidget(self._bar)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(self._view_heading)
        column.addLayout(bar)
        column.addWidget(self.view, stretch=1)
        return column

    def _fitting(self) -> QSize:
        return roomy(self, _WIDEST_EMS, _HIGHEST_EMS)

    def _on_role_chosen(self, role: PaperRole) -> None:
        self.role = role
        self.role_chosen.emit(role)

    def _on_place_chosen(self, place: PrinterPlace | None) -> None:
        self._try.setEnabled(place is not None)
        if place:
            self.place_chosen.emit(place)

    def _on_add(self) -> None:
        at = self._address.findText(self._address.currentText())
        address = self._address.itemData(at) if at >= 0 else self._address.currentText().strip()
        if address:
            self.order.add(address)
            self._address.setCurrentIndex(-1)
            self._address.clearEditText()

    def _on_try(self) -> None:
        place = self.order.place
        if place:
            self.trial_asked.emit(TrialAsked(self.role, place))

    def _on_bar_measured(self) -> None:
        """Take the word of a ruler: what is shown as 100 mm is so long in truth."""
        measured = int(self._bar.text())
        if measured != _BAR_MM:
            self._scale *= _BAR_MM / measured
            self._bar.setText(str(_BAR_MM))
            self.bar_measured.emit(self._scale)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Printers"))
        self._title.setText(self.tr("Printers: which paper goes where"))
        for choice, role in zip(self._roles.buttons(), PaperRole, strict=True):
            choice.setText(QCoreApplication.translate("printer_setup", _ROLES[role]))
        self._add_label.setText(self.tr("Add a prin&ter, from the list or by its address"))
        self._address.setAccessibleName(self._add_label.text().replace("&", ""))
        self._address_hint.setText(
            self.tr(
                "ipps://… (encrypted) or ipp://… for a network printer; socket://…:9100 or "
                "device:/dev/usb/lp0 for a thermal one"
            )
        )
        self._add.setText(self.tr("A&dd"))
        self._try.setText(self.tr("Print a test &page"))
        self._view_heading.setText(self.tr("The test page at its true size"))
        self._bar_label.setText(self.tr("Hold a ruler to the screen: from 0 to 100 it &measures, in mm"))
        self._bar.setAccessibleName(self._bar_label.text().replace("&", ""))
        self._close.setText(self.tr("&Close"))
