"""One paper of the checklist: its name, how it stands and why, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from counter_app.domain.look_up import LookUpOutcome
from counter_app.services.paper_reuse import EarlierPaper
from counter_app.ui.icons import Tint
from counter_app.ui.widgets.page_earlier import EarlierOffer
from counter_app.ui.widgets.page_excuse import ExcuseBox
from counter_app.ui.widgets.page_standing import PaperStanding, Standing
from counter_app.ui.widgets.page_values import PaperLookedUp
from counter_app.ui.widgets.parts import GRID, Glyph, button, label, set_look

_SHAPES = {
    Standing.TAKEN: ("circle-check", Tint.VERIFIED),
    Standing.MISSING: ("circle-alert", Tint.AMBER),
    Standing.EXCUSED: ("minus", Tint.QUIET),
    Standing.HELD: ("shield-check", Tint.QUIET),
    Standing.REUSED: ("history", Tint.VERIFIED),
    Standing.REPLACED: ("check-check", Tint.QUIET),
    Standing.IF_NEEDED: ("circle-dashed", Tint.QUIET),
    Standing.ASIDE: ("inbox", Tint.AMBER),
}
_STRUCK_OUT = {Standing.EXCUSED, Standing.HELD, Standing.REPLACED}


class PaperRow(QFrame):
    """Shows a paper; the chosen one unfolds its reason, its law and its excuse."""

    chosen = Signal(str)
    """Carries the slot."""
    moved_on = Signal(int)
    """Says that an arrow key asked for the next (1) or the previous (-1) paper."""
    excused = Signal(str, str)
    """Carries the slot and the reason; no reason asks for the paper again."""
    looked_up = Signal(object)
    """Carries PaperLookedUp."""
    earlier_wanted = Signal(object)
    """Carries the EarlierPaper that is to be looked at and used."""
    earlier_put_back = Signal(str)
    """Carries the slot whose earlier paper is not to be used again."""

    def __init__(self, standing: PaperStanding) -> None:
        super().__init__()
        self._shown = standing
        self._is_chosen = False
        self.setObjectName(f"paper_{standing.slot}")
        self.setProperty("look", "choice")
        self._head = _RowHead()
        self._head.setObjectName(f"choose_{standing.slot}")
        self._head.clicked.connect(lambda: self.chosen.emit(self._shown.slot))
        self._head.moved_on.connect(self.moved_on)
        self._law = label(look="hint", name=f"law_{standing.slot}", wraps=True)
        self._excuse = button("", "quiet", name=f"excuse_{standing.slot}")
        self._excuse.clicked.connect(self._on_excuse_clicked)
        self._found = button("", "quiet", name=f"found_{standing.slot}")
        self._found.clicked.connect(lambda: self._on_looked_up(LookUpOutcome.FOUND))
        self._nothing = button("", "quiet", name=f"nothing_{standing.slot}")
        self._nothing.clicked.connect(lambda: self._on_looked_up(LookUpOutcome.NOTHING))
        self._earlier = EarlierOffer(standing.slot)
        self._earlier.wanted.connect(self.earlier_wanted)
        self._earlier.put_back.connect(self._on_put_back)
        self._box = ExcuseBox(standing.slot)
        self._box.reason_given.connect(self._on_reason_given)
        self._box.dismissed.connect(self._on_dismissed)
        self.setFocusProxy(self._head)
        self._lay_out()
        self.show_standing(standing)

    @property
    def shown(self) -> PaperStanding:
        """What the row shows."""
        return self._shown

    def show_standing(self, standing: PaperStanding) -> None:
        """Show how the paper stands now; a question for a reason that is no longer open goes away."""
        self._shown = standing
        self._head.show_standing(standing)
        self._head.set_open(open_=standing.may_be_taken)
        if not standing.may_be_excused:
            self._box.hide()
        self._unfold()

    def show_earlier(self, offers: tuple[EarlierPaper, ...]) -> None:
        """Offer earlier papers for this slot, the latest first."""
        self._earlier.show_offers(offers)

    def set_chosen(self, *, chosen: bool) -> None:
        """Mark the paper to which pages are added now."""
        self._is_chosen = chosen
        if not chosen:
            self._box.hide()
        set_look(self, "chosen", "true" if chosen else "false")
        self._unfold()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._head.show_standing(self._shown)
            self._unfold()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        more = QVBoxLayout()
        more.setContentsMargins(4 * GRID + 4, 0, GRID, 0)
        more.setSpacing(GRID // 2)
        more.addWidget(self._law)
        more.addWidget(self._earlier)
        for offer in (self._found, self._nothing, self._excuse):
            more.addWidget(offer, alignment=Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 4)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(more)
        column.addWidget(self._box)
        self._box.setContentsMargins(GRID // 2, 0, GRID // 2, GRID // 2)
        self._box.hide()

    def _unfold(self) -> None:
        shown = self._shown
        asks_again = shown.standing is Standing.EXCUSED
        held = shown.standing is Standing.HELD
        self._earlier.show_standing(shown, chosen=self._is_chosen)
        self._law.setText(self.tr("By: {law}").format(law=shown.law))
        self._law.setVisible(bool(shown.law) and (held or self._is_chosen))
        self._excuse.setText(self.tr("Ask for it &again") if asks_again else self.tr("&Not asked for …"))
        self._found.setText(self.tr("Looked up: the State &has it"))
        self._nothing.setText(self.tr("Looked up: &nothing there"))
        for offer in (self._found, self._nothing):
            offer.setVisible(self._is_chosen and shown.to_look_up and self._box.isHidden())
        able = self._is_chosen and (asks_again or shown.may_be_excused)
        self._excuse.setVisible(able and self._box.isHidden())

    def _on_excuse_clicked(self) -> None:
        if self._shown.standing is Standing.EXCUSED:
            self.excused.emit(self._shown.slot, "")
            return
        self._box.show()
        self._box.begin()
        self._unfold()

    def _on_looked_up(self, outcome: LookUpOutcome) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.looked_up.emit(PaperLookedUp(self._shown.slot, outcome))

    def _on_put_back(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.earlier_put_back.emit(self._shown.slot)

    def _on_reason_given(self, reason: str) -> None:
        self._box.hide()
        self._unfold()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.excused.emit(self._shown.slot, reason)

    def _on_dismissed(self) -> None:
        self._box.hide()
        self._unfold()
        self._excuse.setFocus(Qt.FocusReason.OtherFocusReason)


class _RowHead(QPushButton):
    """The part of a row that is pressed: shape, name, and a line of words."""

    moved_on = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "quiet")
        self._glyph = Glyph()
        self._name = label(look="strong", wraps=True)
        self._words = label(wraps=True)
        inside = QVBoxLayout()
        inside.setSpacing(0)
        inside.addWidget(self._name)
        inside.addWidget(self._words)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._row.setSpacing(GRID)
        self._row.addWidget(self._glyph, alignment=Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(inside, stretch=1)
        for part in (self._glyph, self._name, self._words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_standing(self, standing: PaperStanding) -> None:
        """Say how the paper stands."""
        self._glyph.show_icon(*_SHAPES[standing.standing])
        font = self._name.font()
        font.setStrikeOut(standing.standing in _STRUCK_OUT)
        self._name.setFont(font)
        name = standing.name or self.tr("Pages of no paper yet")
        self._name.setText(name)
        words = self._said(standing)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        waits = standing.standing in {Standing.MISSING, Standing.ASIDE}
        set_look(self._words, "look", "warning" if waits else "hint")
        self.setAccessibleName(f"{name}. {words}")

    def set_open(self, *, open_: bool) -> None:
        """Let the row be chosen, or only be read; what is only read keeps its full colours."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if open_ else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not open_)

    def sizeHint(self) -> QSize:
        """Be as large as what is laid inside asks for."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Give way in width, for the words wrap."""
        return QSize(self.fontMetrics().averageCharWidth() * 16, self._row.minimumSize().height())

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Be as high as the wrapped words."""
        return self._row.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows go from paper to paper."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step:
            self.moved_on.emit(step)
        else:
            super().keyPressEvent(event)

    def _said(self, standing: PaperStanding) -> str:
        match standing.standing:
            case Standing.TAKEN:
                return self.tr("Pages: {count}").format(count=standing.pages)
            case Standing.MISSING | Standing.IF_NEEDED:
                is_missing = standing.standing is Standing.MISSING
                what = self.tr("Still missing") if is_missing else self.tr("Only if needed")
                return _joined(what, self._ground(standing) or standing.reason)
            case Standing.EXCUSED | Standing.HELD:
                is_held = standing.standing is Standing.HELD
                what = self.tr("Must not be asked for") if is_held else self.tr("Not handed in")
                return _joined(what, standing.reason)
            case Standing.REUSED:
                return self.tr("Used again from dossier {code}").format(code=standing.reused_from)
            case Standing.REPLACED:
                return self.tr("Another paper stands in for it")
            case Standing.ASIDE:
                return self.tr("Lying aside: {count}; move each to its paper").format(count=standing.pages)

    def _ground(self, standing: PaperStanding) -> str:
        """Say which look-up gives the ground for asking."""
        done = standing.look_up
        if done is None:
            return ""
        if done.outcome is LookUpOutcome.AWAY:
            words = self.tr("Looked up at {time}: the database did not answer")
        else:
            words = self.tr("Looked up at {time}: nothing there")
        return words.format(time=f"{done.at:%H:%M %d/%m}")


def _joined(what: str, why: str) -> str:
    return f"{what}: {why[:1].lower()}{why[1:]}" if why else what
