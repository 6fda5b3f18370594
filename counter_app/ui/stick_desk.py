"""A stick in place of a line: what waits is written onto it, and what comes on one is taken in, in a lane."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter_app.errors import SetupError
from counter_app.services.bundles import Exported, Imported
from counter_app.services.desk import Desk
from counter_app.ui.main_window import MainWindow
from counter_app.ui.notices import Notice
from counter_app.ui.sync_desk import SyncDesk
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone


class StickDesk(QObject):
    """Serves the two actions of the outbox that need no line."""

    refused = Signal(object)

    def __init__(self, window: MainWindow, desk: Desk, tasks: Tasks, *, sync: SyncDesk) -> None:
        super().__init__()
        self._window = window
        self._bundles = desk.bundles
        self._tasks = tasks
        self._sync = sync
        window.outbox.stick_to_write.connect(self._on_to_write)
        window.outbox.stick_to_read.connect(self._on_to_read)

    def _on_to_write(self, folder: Path) -> None:
        def write() -> Exported:
            try:
                return self._bundles.write(folder)
            except OSError as error:
                raise SetupError(folder, "not_writable") from error

        self._tasks.run(Lane.WIRE, write, owner=self, done=self._on_written, failed=self.refused.emit)

    def _on_to_read(self, folder: Path) -> None:
        def read() -> Imported:
            try:
                return self._bundles.take(folder)
            except OSError as error:
                raise SetupError(folder, "not_readable") from error

        self._tasks.run(Lane.WIRE, read, owner=self, done=self._on_read, failed=self.refused.emit)

    def _on_written(self, written: Exported) -> None:
        words = self.tr("On the stick: {entries} entries in {bundles} sealed files, {receipts} receipts.")
        said = words.format(entries=written.entries, bundles=written.bundles, receipts=written.receipts)
        self._say(said, Tone.VERIFIED)

    def _on_read(self, taken: Imported) -> None:
        words = self.tr("From the stick: {acknowledged} entries acknowledged, {carried} bundles to carry on.")
        said = words.format(acknowledged=taken.acknowledged, carried=taken.carried)
        if taken.refused:
            count = len(taken.refused)
            said += " " + self.tr("Files refused: {count} ({name}).").format(
                count=count, name=taken.refused[0][0]
            )
        self._say(said, Tone.WARNING if taken.refused else Tone.VERIFIED)
        self._sync.refresh()
        self._sync.look_now()

    def _say(self, words: str, tone: Tone) -> None:
        self._window.actions_bar.notices.show_notice(Notice(words, tone))
