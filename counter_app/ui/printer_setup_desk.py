"""Setting printers up in the window: what is there, what is kept, and a test page on its way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage

from counter_app.domain.printers import (
    FoundPrinter,
    PaperRole,
    PrinterPlace,
    PrinterSearch,
    RolePrinters,
)
from counter_app.domain.rights import Right
from counter_app.services.desk import Desk
from counter_app.services.ports import PrinterAway
from counter_app.services.print_room import PrintRoom
from counter_app.services.print_run import PaperToPrint, PrintRun
from counter_app.ui.main_window import MainWindow
from counter_app.ui.pictures import image_of_picture
from counter_app.ui.print_desk import PrintDesk
from counter_app.ui.print_words import search_words
from counter_app.ui.screens.printer_setup import PrinterSetup, TrialAsked
from counter_app.ui.tasks import Lane, Tasks
from printing.preview import page_picture

Found = TypeVar("Found")

SCREEN_SCALE = "screen_scale"
"""The name under which the desk remembers what a ruler said about the screen."""
_MM_PER_INCH = 25.4


class PrinterSetupDesk(QObject):
    """Serves the printers' dialog; every other desk prints as before while it is open."""

    def __init__(self, window: MainWindow, desk: Desk, tasks: Tasks, *, prints: PrintDesk) -> None:
        super().__init__()
        self._window = window
        self._desk = desk
        self._room: PrintRoom = desk.prints
        self._tasks = tasks
        self._prints = prints
        self._own: dict[PaperRole, tuple[PrinterPlace, ...]] = {}
        window.printers.triggered.connect(self.open)
        window.top_bar.printers_asked.connect(self.open)

    def open(self) -> None:
        """Open the dialog, and look for printers while it stands there already."""
        setup = PrinterSetup(self._window)
        setup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._own = {role: self._room.own_places(role) for role in PaperRole}
        setup.role_chosen.connect(lambda _: self._show_role(setup))
        setup.places_changed.connect(lambda places: self._on_changed(setup, places))
        setup.place_chosen.connect(lambda place: self._ask_for_trays(setup, place))
        setup.trial_asked.connect(lambda asked: self._on_trial_asked(setup, asked))
        setup.bar_measured.connect(lambda scale: self._on_measured(setup, scale))
        self._run(setup, Lane.STORE, self._scale, lambda scale: self._on_scale_known(setup, scale))
        folder = str(self._room.folder)
        setup.show_found((), folder)
        self._run(setup, Lane.WIRE, self._room.found, lambda found: self._on_found(setup, found))
        setup.open()

    def _on_found(self, setup: PrinterSetup, found: tuple[FoundPrinter, ...]) -> None:
        """Show what the system knows at once, and look further: that takes some seconds."""
        folder = str(self._room.folder)
        setup.show_found(found, folder)
        setup.show_search(self.tr("Looking for printers on the network…"))

        def show(search: PrinterSearch) -> None:
            known = {printer.address for printer in found}
            setup.show_more(tuple(each for each in search.found if each.address not in known))
            setup.show_search(search_words(search))

        self._run(setup, Lane.WIRE, self._room.search, show)

    def _scale(self) -> float:
        kept = self._desk.preference(SCREEN_SCALE)
        return float(kept) if kept else 1.0

    def _on_scale_known(self, setup: PrinterSetup, scale: float) -> None:
        setup.show_scale(scale)
        self._show_role(setup)

    def _show_role(self, setup: PrinterSetup) -> None:
        role = setup.role
        setup.show_role(self._own[role], () if self._own[role] else self._room.places(role))
        self._show_page(setup)

    def _show_page(self, setup: PrinterSetup) -> None:
        role, dpi = setup.role, round(setup.view.dots_per_mm * _MM_PER_INCH * setup.devicePixelRatioF())

        def draw() -> tuple[QImage, PaperToPrint]:
            page = self._room.test_page(role)
            return image_of_picture(page_picture(page.pdf, dpi=dpi)), page

        def show(drawn: tuple[QImage, PaperToPrint]) -> None:
            if setup.role is role:
                setup.show_page(drawn[0], drawn[1].size_mm)

        self._run(setup, Lane.CRAFT, draw, show)

    def _on_changed(self, setup: PrinterSetup, places: tuple[PrinterPlace, ...]) -> None:
        self._own[setup.role] = places
        kept = tuple(RolePrinters(role, each) for role, each in self._own.items() if each)
        role, desk = setup.role, self._desk

        def keep() -> None:
            desk.accounts.demand(desk.duty_book.now().official.sign, Right.CHOOSE_PRINTERS)
            desk.prints.keep(kept)

        def show(_kept: object) -> None:
            if not places and setup.role is role:
                self._show_role(setup)
            self._prints.look_for_printers()

        self._run(setup, Lane.STORE, keep, show)

    def _ask_for_trays(self, setup: PrinterSetup, place: PrinterPlace) -> None:
        def trays() -> tuple[str, ...]:
            try:
                return self._room.ability(place.address).trays
            except PrinterAway:  # it can be chosen all the same: it may be back tomorrow
                return ()

        self._run(setup, Lane.WIRE, trays, lambda found: setup.order.show_trays(place, found))

    def _on_trial_asked(self, setup: PrinterSetup, asked: TrialAsked) -> None:
        def follow(run: PrintRun) -> None:
            self._prints.follow(run, owner=setup, told=lambda news: setup.show_news(news.notice))

        self._run(setup, Lane.CRAFT, lambda: self._room.begin_test(asked.role, asked.place), follow)

    def _on_measured(self, setup: PrinterSetup, scale: float) -> None:
        keep = self._desk.keep_preference
        self._run(
            setup, Lane.STORE, lambda: keep(SCREEN_SCALE, repr(scale)), lambda _: self._show_page(setup)
        )

    def _run(
        self, setup: PrinterSetup, lane: Lane, work: Callable[[], Found], done: Callable[[Found], None]
    ) -> None:
        self._tasks.run(lane, work, owner=setup, done=done, failed=self._tasks.untaken_failure.emit)
