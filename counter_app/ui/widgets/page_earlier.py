"""What a row of the checklist says of an earlier paper: that there is one, and that it is used again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.services.paper_reuse import EarlierPaper
from counter_app.ui.widgets.page_standing import PaperStanding, Standing
from counter_app.ui.widgets.parts import GRID, button, label, set_look

_WANTING = {Standing.MISSING, Standing.IF_NEEDED, Standing.EXCUSED}


class EarlierOffer(QWidget):
    """Offers the latest earlier paper of a slot that wants one; its button is there in the chosen row."""

    wanted = Signal(object)
    """Carries the EarlierPaper that is to be looked at and used."""
    put_back = Signal()
    """Says that the paper is not to be used again after all."""

    def __init__(self, slot: str) -> None:
        super().__init__()
        self._standing: PaperStanding | None = None
        self._offers: tuple[EarlierPaper, ...] = ()
        self._is_chosen = False
        self._words = label(name=f"earlier_{slot}", wraps=True)
        self._use = button("", "secondary", name=f"use_earlier_{slot}")
        self._use.clicked.connect(self._on_use_clicked)
        self._put_back = button("", "quiet", name=f"put_back_{slot}")
        self._put_back.clicked.connect(self.put_back)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._words)
        for offer in (self._use, self._put_back):
            column.addWidget(offer, alignment=Qt.AlignmentFlag.AlignLeft)
        self._retranslate()

    def show_offers(self, offers: tuple[EarlierPaper, ...]) -> None:
        """Offer these, the latest first."""
        self._offers = offers
        self._show_state()

    def show_standing(self, standing: PaperStanding, *, chosen: bool) -> None:
        """Follow how the paper stands and whether its row is chosen."""
        self._standing, self._is_chosen = standing, chosen
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @property
    def _offered(self) -> EarlierPaper | None:
        """The latest that can be used, else the latest, to say that it is broken."""
        intact = [each for each in self._offers if each.is_intact]
        return next(iter((*intact, *self._offers)), None)

    def _retranslate(self) -> None:
        self._use.setText(self.tr("Look at it and &use it again"))
        self._put_back.setText(self.tr("Do not &use it again"))
        self._show_state()

    def _show_state(self) -> None:
        standing = self._standing
        offered = self._offered if standing and standing.standing in _WANTING else None
        is_reused = standing is not None and standing.standing is Standing.REUSED
        self._words.setVisible(offered is not None)
        self._use.setVisible(self._is_chosen and offered is not None and offered.is_intact)
        self._put_back.setVisible(self._is_chosen and is_reused)
        self.setVisible(offered is not None or (is_reused and self._is_chosen))
        if offered and standing:
            self._words.setText(self._said(offered, standing.name))
            set_look(self._words, "look", "strong" if offered.is_intact else "warning")
        self._column.invalidate()  # a new look changes the height of wrapped words without a word to the row
        self.updateGeometry()

    def _said(self, earlier: EarlierPaper, name: str) -> str:
        day = f"{earlier.taken_on:%d/%m/%Y}"
        if not earlier.is_intact:
            words = self.tr("The scan of dossier {code} ({day}) is damaged and cannot be used")
            return words.format(code=earlier.dossier_code, day=day)
        words = self.tr("On file: from dossier {code}, digitised {day}")
        said = words.format(code=earlier.dossier_code, day=day)
        if earlier.name != name:
            said = f"{said} ({earlier.name})"
        if earlier.valid_until is None:
            return said
        until = self.tr("valid until {day} at the latest").format(day=f"{earlier.valid_until:%d/%m/%Y}")
        return f"{said}, {until}"

    def _on_use_clicked(self) -> None:
        offered = self._offered
        if offered:
            self.wanted.emit(offered)
