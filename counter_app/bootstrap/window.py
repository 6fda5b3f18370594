"""The desk in its window: opens the desk, starts the log, and says how the window is to look."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.bootstrap.desk import OpenDesk, opened_desk, shipped
from counter_app.bootstrap.desk_keys import copies_folder
from counter_app.bootstrap.entry import entered
from counter_app.config import SETTINGS_FILE, DeskKind, Settings, data_folder, read_settings
from counter_app.errors import SetupError
from counter_app.gateways.clock import SystemClock
from counter_app.gateways.keys import Ask, KeyPlace
from counter_app.logs import start_log
from counter_app.services.copy_ports import WrongPassphrase
from counter_app.ui.app import Appearance, run
from counter_app.ui.desks import Devices
from counter_app.ui.printer import QtPrinters
from counter_app.ui.tokens import Look
from printing.sheet import PaperSize

if TYPE_CHECKING:
    from counter_app.ui.opening import Opening


_DAMAGED = {"damaged", "damaged_or_other_key"}
_LEFT = 2


def run_window(folder: Path | None) -> int:
    """Open the desk and serve until the window is closed; gives the program's exit code.

    A passphrase is asked for until it is right or nobody wants to give it; for a damaged database the newest
    good copy is offered.
    """
    words = _Words(data_folder(folder))
    while True:
        try:
            return _serve(folder, words.ask)
        except WrongPassphrase:
            if words.are_kept_back:
                return _LEFT
        except SetupError as error:
            if error.problem not in _DAMAGED or not _put_back(words):
                raise


def run_office(folder: Path | None) -> int:
    """Open an office's desk, set up on its first start; gives the program's exit code."""
    from counter_app.bootstrap.set_up import DeskSetUp  # noqa: PLC0415 - a training desk never needs it

    place = data_folder(folder, DeskKind.OFFICE)
    book = DeskSetUp(place)
    if not book.is_over and not _Words(place).opening().set_up(book):
        return _LEFT
    return run_window(place)


class _Words:
    """The passphrase of a desk, asked for in a dialog."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.are_kept_back = False
        self._asked = 0

    def ask(self) -> str:
        """Ask once more; nothing opens by what is given where nobody wants to give it."""
        self._asked += 1
        words = self.opening().ask_words(again=self._asked > 1)
        self.are_kept_back = words is None
        return words or ""

    def opening(self) -> Opening:
        """Give what asks before there is a window; it is loaded only where something is to be asked."""
        from counter_app.ui.opening import Opening  # noqa: PLC0415 - see above

        settings = read_settings(self.folder / SETTINGS_FILE)
        return Opening(looks(settings, key_in_file=False))


def _put_back(words: _Words) -> bool:
    """Offer the newest good copy of a damaged desk, and put it in place where it is wanted."""
    from counter_app.bootstrap.copies import CopyOrder, newest_good_copy, restore  # noqa: PLC0415 - seldom needed

    folder, clock = words.folder, SystemClock()
    with entered(folder, clock, words.ask) as keys:
        place = copies_folder(folder, read_settings(folder / SETTINGS_FILE))
        copy = newest_good_copy(folder, place, keys, clock)
    if not words.opening().offer(copy) or copy is None:
        return False
    restore(CopyOrder(copy.folder, folder, ask=words.ask), clock)
    return True


def _serve(folder: Path | None, ask: Ask) -> int:
    queues = QtPrinters() if sys.platform == "win32" else None
    with opened_desk(folder, queues=queues, ask=ask) as opened:
        log = start_log(opened.folder)
        try:
            return run(opened.desk, appearance(opened))
        finally:
            logging.getLogger().removeHandler(log)
            log.close()


def appearance(opened: OpenDesk) -> Appearance:
    """Say how this desk wants its window."""
    return looks(opened.settings, key_in_file=opened.key_place is KeyPlace.FILE)


def looks(settings: Settings, *, key_in_file: bool) -> Appearance:
    """Say how a desk of these settings wants its window."""
    return Appearance(
        fonts=shipped("fonts"),
        icons=shipped("icons"),
        style=shipped("style"),
        words=shipped("i18n", "vi"),
        look=Look(settings.look),
        scale=settings.scale,
        language=settings.language,
        sounds=settings.sounds,
        devices=Devices(
            paper_size=PaperSize[settings.paper_size],
            inbox=Path(settings.inbox) if settings.inbox else None,
            scanner=settings.scanner,
            lock_minutes=settings.lock_after,
        ),
        key_in_file=key_in_file,
    )
