"""For whom the person at the desk files: oneself, a child, or somebody else; asked before anything else."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from counter_app.domain.citizen import Kinship, Relative
from counter_app.domain.dossier import Capacity
from counter_app.ui.icons import Tint
from counter_app.ui.translator import to_say
from counter_app.ui.widgets.parts import GRID, Button, Glyph, button, label, set_look
from forms.wording import short_date

_ROOMY_EMS = 36
_ICONS = {Capacity.SELF: "user", Capacity.CHILD: "baby", Capacity.PROXY: "users"}
_KINSHIPS = {
    Kinship.FATHER: to_say("CapacityQuestion", "father"),
    Kinship.MOTHER: to_say("CapacityQuestion", "mother"),
    Kinship.SPOUSE: to_say("CapacityQuestion", "husband or wife"),
    Kinship.CHILD: to_say("CapacityQuestion", "child"),
    Kinship.HEAD: to_say("CapacityQuestion", "head of household"),
    Kinship.SIBLING: to_say("CapacityQuestion", "brother or sister"),
    Kinship.GRANDCHILD: to_say("CapacityQuestion", "grandchild"),
    Kinship.PARENT: to_say("CapacityQuestion", "father or mother"),
    Kinship.OTHER: to_say("CapacityQuestion", "other relative"),
}


@dataclass(frozen=True, slots=True)
class Whom:
    """The answer: in what capacity, and whom the household names; None is oneself or somebody with a card.

    ``new_born`` is a child without a number yet, of whom there is nothing to look up or to show.
    """

    capacity: Capacity
    relative: Relative | None = None
    new_born: bool = False


def kinship_name(kinship: Kinship) -> str:
    """Say what a relative is."""
    return QCoreApplication.translate("CapacityQuestion", _KINSHIPS[kinship])


class CapacityTile(QPushButton):
    """One of the three large answers, with the key that gives it."""

    def __init__(self, capacity: Capacity, key: str) -> None:
        super().__init__()
        self.capacity = capacity
        self.setObjectName(f"capacity_{capacity}")
        self.setProperty("look", "choice")
        self.setShortcut(f"Alt+{key}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._name = label(look="strong", wraps=True)
        self._hint = label(look="hint", wraps=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GRID, GRID, GRID + 4, GRID)
        self._row.setSpacing(GRID + 4)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._hint)
        self._row.addWidget(Glyph(_ICONS[capacity], Tint.ACCENT, lines=1.5))
        self._row.addLayout(words, stretch=1)
        self._row.addWidget(label(key, "key"), alignment=Qt.AlignmentFlag.AlignTop)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Be as wide as the words inside."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Give way down to the longest word."""
        return self._row.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need at this width."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._row.totalHeightForWidth(self.width()))

    def show_hint(self, *, roomy: bool) -> None:
        """Explain the answer where there is room for it."""
        self._hint.setVisible(roomy)

    def say(self, name: str, hint: str) -> None:
        """Show the answer's words."""
        self._name.setText(name)
        self._hint.setText(hint)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)


class CapacityQuestion(QWidget):
    """Three tiles, and for a child or a proxy the household's members; nothing is chosen beforehand."""

    answered = Signal(object)
    """Carries the Whom, or None when an answer was taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("capacity_question")
        self.answer: Whom | None = None
        self._capacity: Capacity | None = None
        self._members: tuple[Relative, ...] = ()
        self._rows: dict[Button, Whom] = {}
        self._tiles = tuple(CapacityTile(capacity, str(key)) for key, capacity in enumerate(Capacity, 1))
        self._whose = label(look="label", name="whose_label")
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID // 2)
        tiles = QHBoxLayout()
        tiles.setSpacing(GRID)
        for tile in self._tiles:
            tile.clicked.connect(lambda _=False, capacity=tile.capacity: self.choose(capacity))
            tiles.addWidget(tile, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(tiles)
        column.addWidget(self._whose)
        column.addLayout(self._list)
        self._show()
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the explanations where large letters leave no room for three of them side by side."""
        roomy = self.width() >= _ROOMY_EMS * self.fontMetrics().height()
        for tile in self._tiles:
            tile.show_hint(roomy=roomy)
        super().resizeEvent(event)

    @property
    def is_choosing(self) -> bool:
        """Whether another person's dossier it is, and nobody has been chosen from the rows yet."""
        return self.answer is None and self._capacity not in {None, Capacity.SELF}

    @property
    def offers(self) -> tuple[Whom, ...]:
        """Whom the dossier may be about, row by row, once it is about somebody else."""
        return tuple(self._rows.values())

    def ask(self, members: tuple[Relative, ...]) -> None:
        """Begin anew with the members of a household."""
        self._members = members
        self._capacity = None
        self._settle(None)
        self._show()

    def choose(self, capacity: Capacity) -> None:
        """Answer with a tile; for another person the household is offered next."""
        self._capacity = capacity
        self._settle(Whom(capacity) if capacity is Capacity.SELF else None)
        self._show()
        if self._rows:
            next(iter(self._rows)).setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_by_key(self, key: int) -> bool:
        """Answer with 1, 2 or 3, and say whether the key was one of them."""
        at = key - Qt.Key.Key_1
        if 0 <= at < len(self._tiles):
            self.choose(self._tiles[at].capacity)
            return True
        return False

    def take_focused(self) -> bool:
        """Answer with the tile or row that has the focus, and say whether one had."""
        focused = self.focusWidget()
        if not isinstance(focused, QPushButton) or not focused.hasFocus():
            return False
        focused.click()
        return True

    def first_focus(self) -> QWidget:
        """Give the place where the question begins."""
        unchosen = [row for row in self._rows if not row.isHidden()]
        return unchosen[0] if unchosen else self._tiles[0]

    def retranslate(self) -> None:
        """Say everything in the language that is worn."""
        words = (
            (self.tr("For oneself"), self.tr("The citizen at the desk is the holder")),
            (self.tr("For a child"), self.tr("As father, mother or guardian")),
            (self.tr("On behalf of another"), self.tr("With an authorisation, or as a relative")),
        )
        for tile, (name, hint) in zip(self._tiles, words, strict=True):
            tile.say(name, hint)
        self._whose.setText(self.tr("Who is the holder? ↑ ↓ to move, Enter to choose"))
        for row, whom in self._rows.items():
            self._say_row(row, whom)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        for tile in self._tiles:
            set_look(tile, "chosen", tile.capacity is self._capacity)
        for row in self._rows:
            self._list.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        offers = self._offers()
        self._rows = {self._row(at): whom for at, whom in enumerate(offers)}
        for row, whom in self._rows.items():
            self._say_row(row, whom)
            self._list.addWidget(row)
            row.show()
        self._whose.setVisible(bool(offers))

    def _offers(self) -> tuple[Whom, ...]:
        """List whom the dossier may be about: members, children first for a child; a new-born; a card."""
        capacity = self._capacity
        if capacity is None or capacity is Capacity.SELF:
            return ()
        first = Kinship.CHILD if capacity is Capacity.CHILD else None
        members = sorted(self._members, key=lambda one: one.kinship is not first)
        new_born = (Whom(capacity, new_born=True),) if capacity is Capacity.CHILD else ()
        return (*(Whom(capacity, member) for member in members), *new_born, Whom(capacity))

    def _row(self, at: int) -> Button:
        row = button("", "row", name=f"relative_{at}")
        row.setCheckable(True)
        row.clicked.connect(lambda: self._on_row_clicked(row))
        return row

    def _say_row(self, row: Button, whom: Whom) -> None:
        relative = whom.relative
        if whom.new_born:
            row.take_icon("baby")
            row.setText(self.tr("New-born child without an ID number yet"))
            return
        if relative is None:
            row.take_icon("id-card")
            row.setText(self.tr("Somebody else: show their card …"))
            return
        row.take_icon("user")
        parts = [relative.full_name, kinship_name(relative.kinship)]
        parts += [short_date(str(relative.born_on))] if relative.born_on else []
        parts += [] if relative.citizen_id else [self.tr("no ID number yet")]
        row.setText("  ·  ".join(parts).replace("&", "&&"))

    def _on_row_clicked(self, chosen: Button) -> None:
        """Choose a row and fold the others away, or unfold them again to choose anew."""
        for row in self._rows:
            row.setVisible(row is chosen or not chosen.isChecked())
        self._whose.setVisible(not chosen.isChecked())
        self._settle(self._rows[chosen] if chosen.isChecked() else None)

    def _settle(self, answer: Whom | None) -> None:
        self.answer = answer
        self.answered.emit(answer)
