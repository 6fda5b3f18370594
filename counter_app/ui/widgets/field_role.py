"""Beside a section's heading: whose card may be shown for it, and whom the family names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from counter_app.domain.citizen import Relative
from counter_app.services.joining import OpenRole
from counter_app.ui.widgets.capacity_question import kinship_name
from counter_app.ui.widgets.field_words import in_english
from counter_app.ui.widgets.parts import GRID, button
from forms.wording import short_date


@dataclass(frozen=True, slots=True)
class RoleGiven:
    """Whom the official has named for a role; None leaves it open again."""

    role: str
    relative: Relative | None


class RoleLine(QWidget):
    """Two buttons: one asks for a card, the other lists the family; unseen while no role is open."""

    card_wanted = Signal(object)
    """Carries the OpenRole."""
    given = Signal(object)
    """Carries the RoleGiven."""

    def __init__(self, section: str) -> None:
        super().__init__()
        self._open: OpenRole | None = None
        self._card = button("", "secondary", "id-card", name=f"role_card_{section}")
        self._card.clicked.connect(self._on_card_clicked)
        self._names = button("", "secondary", "users", name=f"role_names_{section}")
        self._menu = QMenu(self)
        self._menu.setObjectName(f"role_menu_{section}")
        self._names.setMenu(self._menu)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._row.addWidget(self._card)
        self._row.addWidget(self._names)
        self.hide()

    @property
    def open_role(self) -> OpenRole | None:
        """The role that is offered now."""
        return self._open

    def stops(self) -> tuple[QWidget, ...]:
        """List the parts that Tab stops at."""
        return () if self.isHidden() else (self._card, self._names)

    def width_beside(self) -> int:
        """Say how wide both buttons are beside each other, in pixels."""
        shown = [part.sizeHint().width() for part in (self._card, self._names) if not part.isHidden()]
        return sum(shown) + GRID * (len(shown) - 1)

    def fit(self, width: int) -> None:
        """Put the buttons below each other where the width is too small for both."""
        direction = QBoxLayout.Direction
        narrow = self.width_beside() > width
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        """Give way to the width of the wider button."""
        widest = max(part.sizeHint().width() for part in (self._card, self._names))
        return QSize(widest, super().minimumSizeHint().height())

    def show_role(self, role: OpenRole | None, *, title: str) -> None:
        """Offer a role, called by its own name or else by its section's title; or nothing."""
        self._open = role
        self.setVisible(role is not None)
        if role is not None:
            self._say(role, (role.name_en if in_english() else role.name) or title)

    def _say(self, role: OpenRole, name: str) -> None:
        self._card.setText(self.tr("Show the card: {name}").format(name=name.replace("&", "&&")))
        self._card.setAccessibleName(self._card.text())
        self._names.setText(self.tr("Choose by name"))
        self._names.setAccessibleName(self.tr("Choose by name: {name}").format(name=name))
        self._menu.clear()
        for at, relative in enumerate(role.offered):
            chosen = self._menu.addAction(_called(relative))
            chosen.setObjectName(f"role_{role.role}_{at}")
            chosen.triggered.connect(lambda _=False, one=relative: self._give(role, one))
        if role.player:
            self._menu.addSeparator()
            taken_back = self._menu.addAction(self.tr("Not {name}: leave it open").format(name=role.player))
            taken_back.setObjectName(f"role_{role.role}_open")
            taken_back.triggered.connect(lambda: self._give(role, None))
        self._names.setVisible(not self._menu.isEmpty())

    def _on_card_clicked(self) -> None:
        if self._open is not None:
            self.card_wanted.emit(self._open)

    def _give(self, role: OpenRole, relative: Relative | None) -> None:
        self.given.emit(RoleGiven(role.role, relative))


def _called(relative: Relative) -> str:
    born = [short_date(str(relative.born_on))] if relative.born_on else []
    words = [relative.full_name, kinship_name(relative.kinship), *born]
    return "  ·  ".join(words).replace("&", "&&")
