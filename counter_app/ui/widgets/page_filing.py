"""How a sheet is filed: the way, particular cases, and reasons to pay less, each with its law."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
)

from counter_app.domain.fee_rules import Channel
from counter_app.domain.fees import Fee
from counter_app.services.drafting import Sheet
from counter_app.services.filing import CaseOffer, WaiverOffer, case_offers, waiver_offers
from counter_app.ui.widgets.page_facts import emptied
from counter_app.ui.widgets.page_words import channel_words
from counter_app.ui.widgets.parts import GRID, label
from counter_app.ui.widgets.tick_line import TickLine

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Ticked:
    """A case or a waiver by its name in the pack, and whether it was ticked."""

    name: str
    is_on: bool


class FilingCard(QFrame):
    """Choices stay where they are while only their marks change, so that the keys keep their place."""

    channel_chosen = Signal(object)
    """Carries the Channel."""
    case_ticked = Signal(object)
    """Carries Ticked."""
    waiver_ticked = Signal(object)
    """Carries Ticked."""
    code_given = Signal(str)
    """Carries the code an online dossier came with; empty where it is taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review_filing")
        self.setProperty("look", "card")
        self._made_of: object = None
        self._channels: dict[Channel, QRadioButton] = {}
        self._boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        self._column.setSpacing(GRID // 2)
        self.hide()

    def show_sheet(self, sheet: Sheet, fee: Fee | None) -> None:
        """Show what there is to choose, and nothing at all where there is no choice."""
        cases = case_offers(sheet)
        waivers = waiver_offers(sheet, fee) if fee else ()
        channels, filing = sheet.procedure.channels, sheet.draft.filing
        is_online = filing.channel is Channel.ONLINE
        made_of = (
            self.tr("How it is filed"),
            channels,
            is_online,
            tuple((one.case.name, one.by_itself) for one in cases),
            tuple((one.waiver.key, one.by_itself, one.counts) for one in waivers),
        )
        if made_of != self._made_of:
            self._make_anew(channels, cases, waivers)
            self._made_of = made_of
            if is_online:
                self._add_code(filing.existing_code)
        self._mark(filing.channel, cases, waivers)
        self.setVisible(len(channels) > 1 or is_online or bool(cases or waivers))

    def clear(self) -> None:
        """Forget what there was to choose."""
        self._made_of = None
        self._channels, self._boxes = {}, {}
        emptied(self._column)
        self.hide()

    def _make_anew(
        self, channels: tuple[Channel, ...], cases: tuple[CaseOffer, ...], waivers: tuple[WaiverOffer, ...]
    ) -> None:
        focused = self.focusWidget()
        kept = focused.objectName() if focused and focused.hasFocus() else ""
        self.clear()
        self._column.addWidget(label(self.tr("How it is filed"), "heading"))
        if len(channels) > 1:
            self._add_channels(channels)
        if cases:
            self._column.addWidget(label(self.tr("Particular case"), "label"))
        for offer in cases:
            self._add_case(offer)
        if waivers:
            self._column.addWidget(label(self.tr("Reasons to pay less: tick what was proven"), "label"))
        for waiver in waivers:
            self._add_waiver(waiver)
        choices: dict[str, QAbstractButton] = {one.objectName(): one for one in self._channels.values()}
        if again := (choices | self._boxes).get(kept):
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_channels(self, channels: tuple[Channel, ...]) -> None:
        group = QButtonGroup(self)
        for channel in channels:
            radio = QRadioButton(channel_words(channel))
            radio.setObjectName(f"channel_{channel}")
            radio.clicked.connect(lambda _=False, channel=channel: self.channel_chosen.emit(channel))
            group.addButton(radio)
            self._channels[channel] = radio
            self._column.addWidget(radio)

    def _add_code(self, code: str) -> None:
        """Ask for the code that the portal gave: it stays the dossier's, and no number is taken."""
        words = label(self.tr("&Code it came with, from the portal"), "label")
        line = _CodeLine(code)
        line.setObjectName("existing_code")
        line.setPlaceholderText(self.tr("empty: this office gives one"))
        line.editingFinished.connect(lambda: self.code_given.emit(line.text()))
        words.setBuddy(line)
        self._column.addWidget(words)
        self._column.addWidget(line)

    def _add_case(self, offer: CaseOffer) -> None:
        case = offer.case
        below = _joined(self.tr("by what is known") if offer.by_itself else "", case.provenance.source)
        line = TickLine(f"case_{case.name}", case.words, below)
        line.ticked.connect(lambda on: self.case_ticked.emit(Ticked(case.name, on)))
        self._add_line(line, enabled=not offer.by_itself)

    def _add_waiver(self, offer: WaiverOffer) -> None:
        waiver = offer.waiver
        below = _joined(
            self.tr("by what is known") if offer.by_itself else "",
            self.tr("lowers the fee") if offer.counts else "",
            self.tr("proof: {proof}").format(proof=waiver.proof) if waiver.proof else "",
            waiver.provenance.source,
        )
        line = TickLine(f"waiver_{waiver.key}", f"−{waiver.percent} %: {waiver.words}", below)
        line.ticked.connect(lambda on: self.waiver_ticked.emit(Ticked(waiver.key, on)))
        self._add_line(line, enabled=not offer.by_itself)

    def _add_line(self, line: TickLine, *, enabled: bool) -> None:
        line.box.setEnabled(enabled)
        self._boxes[line.box.objectName()] = line.box
        self._column.addWidget(line)

    def _mark(self, channel: Channel, cases: tuple[CaseOffer, ...], waivers: tuple[WaiverOffer, ...]) -> None:
        for each, radio in self._channels.items():
            radio.setChecked(each is channel)
        for case in cases:
            self._boxes[f"case_{case.case.name}"].setChecked(case.ticked or case.by_itself)
        for offer in waivers:
            self._boxes[f"waiver_{offer.waiver.key}"].setChecked(offer.ticked or offer.by_itself)


class _CodeLine(QLineEdit):
    """Keeps Enter to itself: a code that is just being typed receives nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the code over on Enter."""
        super().keyPressEvent(event)
        if event.key() in _ENTER:
            event.accept()


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
