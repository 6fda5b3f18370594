"""What can be done with the page looked at: turn, move, replace, keep it otherwise, or hand it over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from counter_app.ui.widgets.parts import GRID, Button, button
from scanning.page_kind import PageKind

_COLUMNS = 4


class PageTools(QWidget):
    """Two rows of buttons beside the film strip; each says its key where it is pointed at."""

    turn_asked = Signal(int)
    """Carries quarter turns, clockwise."""
    move_asked = Signal(int)
    """Carries 1 for later, -1 for earlier."""
    replace_asked = Signal()
    insert_asked = Signal()
    hand_over_asked = Signal(str)
    """Carries the slot of the paper to which the page is to go."""
    keeping_asked = Signal(str)
    """Carries how the page is to be kept; nothing leaves it to the page's content."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page_tools")
        self._left = self._tool("turn_left", "rotate-ccw", "Ctrl+Shift+R")
        self._right = self._tool("turn_right", "rotate-cw", "Ctrl+R")
        self._replace = self._tool("replace_page", "refresh-cw", "Ctrl+T")
        self._insert = self._tool("insert_page", "plus", "Ctrl+I")
        self._earlier = self._tool("move_earlier", "arrow-left", "Ctrl+Left")
        self._later = self._tool("move_later", "arrow-right", "Ctrl+Right")
        self._hand_over = self._tool("hand_over_page", "files", "Ctrl+M")
        self._keep = self._tool("keep_page_as", "wand-sparkles", "Ctrl+K")
        self._kinds = QMenu(self)
        self._kinds.setObjectName("keep_as_menu")
        self._menu = QMenu(self)
        self._menu.setObjectName("hand_over_menu")
        self._left.clicked.connect(lambda: self.turn_asked.emit(-1))
        self._right.clicked.connect(lambda: self.turn_asked.emit(1))
        self._earlier.clicked.connect(lambda: self.move_asked.emit(-1))
        self._later.clicked.connect(lambda: self.move_asked.emit(1))
        self._replace.clicked.connect(self.replace_asked)
        self._insert.clicked.connect(self.insert_asked)
        self._hand_over.clicked.connect(lambda: _open(self._menu, self._hand_over))
        self._keep.clicked.connect(lambda: _open(self._kinds, self._keep))
        self._lay_out()
        self._retranslate()
        self.show_page(None, 0, may_take=False)

    def show_page(self, index: int | None, count: int, *, may_take: bool) -> None:
        """Offer what can be done with the page of this index among ``count``; no index is the camera.

        ``may_take`` is whether pages may be added to its paper.
        """
        has_page = index is not None
        for part in (self._left, self._right, self._hand_over, self._keep):
            part.setEnabled(has_page)
        for part in (self._replace, self._insert):
            part.setEnabled(has_page and may_take)
        self._earlier.setEnabled(index is not None and index > 0)
        self._later.setEnabled(index is not None and index < count - 1)

    def offer_papers(self, papers: tuple[tuple[str, str], ...]) -> None:
        """Offer the papers to which a page may go, each a slot and its name."""
        self._menu.clear()
        for number, (slot, name) in enumerate(papers, start=1):
            shown = name.replace("&", "&&")
            words = f"&{number}  {shown}" if number < 10 else shown
            action = self._menu.addAction(words)
            action.setObjectName(f"hand_over_to_{slot}")
            action.triggered.connect(lambda _=False, slot=slot: self.hand_over_asked.emit(slot))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _tool(self, name: str, shape: str, keys: str) -> Button:
        return button("", "icon", shape, keys, name=name)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID // 2)
        tools = (
            *(self._left, self._right, self._replace, self._insert),
            *(self._earlier, self._later, self._hand_over, self._keep),
        )
        for at, tool in enumerate(tools):
            grid.addWidget(tool, at // _COLUMNS, at % _COLUMNS)

    def _offer_kinds(self) -> None:
        self._kinds.clear()
        kinds = {
            "": self.tr("&1  By what is on it"),
            PageKind.TEXT: self.tr("&2  Black and white"),
            PageKind.COLOUR: self.tr("&3  In colour"),
            PageKind.PHOTO: self.tr("&4  As a photograph"),
        }
        for kind, words in kinds.items():
            action = self._kinds.addAction(words)
            action.setObjectName(f"keep_as_{kind or 'found'}")
            action.triggered.connect(lambda _=False, kind=kind: self.keeping_asked.emit(kind))

    def _retranslate(self) -> None:
        self._offer_kinds()
        for tool, words in (
            (self._left, self.tr("Turn to the left")),
            (self._right, self.tr("Turn to the right")),
            (self._replace, self.tr("Take this page again, in its place")),
            (self._insert, self.tr("Take a page before this one")),
            (self._earlier, self.tr("Move the page forward")),
            (self._later, self.tr("Move the page back")),
            (self._hand_over, self.tr("Move the page to another paper…")),
            (self._keep, self.tr("Keep the page otherwise…")),
        ):
            keys = tool.shortcut().toString()
            tool.setToolTip(f"{words} ({keys})" if keys else words)
            tool.setAccessibleName(words)


def _open(menu: QMenu, over: Button) -> None:
    """Open a menu above its button, the first of its lines picked for the keys."""
    menu.popup(over.mapToGlobal(over.rect().topLeft()))
    first = next(iter(menu.actions()), None)
    if first:
        menu.setActiveAction(first)
