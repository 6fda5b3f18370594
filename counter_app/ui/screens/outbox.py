"""The outbox: what waits for the hub, what lies aside with its reason, and what a person does about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from counter_app.domain.outbox import EntryState
from counter_app.services.outbox_book import LineStanding, OutboxLine
from counter_app.services.publication_book import PublicationLine
from counter_app.services.sync import SyncEnd, SyncReport
from counter_app.ui.outbox_words import (
    clock_words,
    mend_words,
    publication_words,
    reason_words,
    standing_words,
)
from counter_app.ui.widgets.outbox_table import OutboxTable
from counter_app.ui.widgets.page_action import screen_action
from counter_app.ui.widgets.parts import GRID, button, card, label


@dataclass(frozen=True, slots=True)
class LeaveOutWish:
    """Which entry is to be left out for good, and why."""

    entry_id: str
    reason: str


class OutboxScreen(QWidget):
    """Says how the desk stands with its hub; nothing here has to be done for sending to go on."""

    send_now_wanted = Signal()
    send_again_wanted = Signal(str)
    """Carries the entry's id."""
    leave_out_wanted = Signal(object)
    """Carries the LeaveOutWish."""
    dossier_wanted = Signal(str)
    """Carries the id of the dossier in which something may be put right."""
    enrol_wanted = Signal(str)
    """Carries the one-time code."""
    stick_to_write = Signal(object)
    """Carries the folder of a stick onto which what waits is to be sealed."""
    stick_to_read = Signal(object)
    """Carries the folder of a stick from which bundles and receipts are to be taken."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outbox_screen")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._standing: LineStanding | None = None
        self._report: SyncReport | None = None
        self._lines_published: tuple[PublicationLine, ...] = ()
        self.primary = screen_action(self, "outbox_primary", self._on_primary)
        self._open = screen_action(self, "outbox_open", self._on_open, "Ctrl+O")
        self._leave_out = screen_action(self, "outbox_leave_out", self._on_leave_out, "Ctrl+D")
        self._write = screen_action(self, "outbox_write", self._on_write, "Ctrl+S")
        self._read = screen_action(self, "outbox_read", self._on_read, "Ctrl+I")
        self.secondary: tuple[QAction, ...] = (self._open, self._leave_out, self._write, self._read)
        self._title = label(look="title", name="outbox_title", wraps=True)
        self._says = label(name="outbox_standing", wraps=True)
        self._clock = label(look="warning", name="outbox_clock", wraps=True)
        self._refused = label(look="warning", name="outbox_refused", wraps=True)
        self._published = label(look="hint", name="outbox_published", wraps=True)
        self._published.hide()
        self._table = OutboxTable()
        self._table.marked_changed.connect(self._show_marked)
        self._why = label(look="strong", name="outbox_why", wraps=True)
        self._mend = label(look="hint", name="outbox_mend", wraps=True)
        self._reason_label, self._reason = QLabel(), QLineEdit()
        self._reason.setObjectName("outbox_reason")
        self._reason_label.setBuddy(self._reason)
        self._code_label, self._code = QLabel(), QLineEdit()
        self._code.setObjectName("enrolment_code")
        self._code_label.setBuddy(self._code)
        self._code.returnPressed.connect(self._on_enrol)
        self._enrol = button("", "secondary", name="enrol_button")
        self._enrol.clicked.connect(self._on_enrol)
        self._enrolment = self._lay_enrolment()
        self._detail = self._lay_detail()
        self._lay_out()
        self._retranslate()

    def first_focus(self) -> QWidget:
        """Begin with the code while the desk is not enrolled, else with the table."""
        if self._enrolment.isVisibleTo(self):
            return self._code
        return self._table if self._table.isVisibleTo(self) else self

    def show_standing(self, standing: LineStanding) -> None:
        """Say how the desk stands with its hub."""
        self._standing = standing
        self._show_state()

    def show_report(self, report: SyncReport) -> None:
        """Keep what the last run came to: a hub that refuses this desk is said."""
        self._report = report
        self._show_state()

    def show_published(self, lines: tuple[PublicationLine, ...]) -> None:
        """List what the hub has published last."""
        self._lines_published = lines
        said = [self.tr("From the hub:"), *(f"– {publication_words(line)}" for line in lines)]
        self._published.setText("\n".join(said))
        self._published.setVisible(bool(lines))

    def show_lines(self, lines: tuple[OutboxLine, ...]) -> None:
        """List what lies aside and what waits."""
        self._table.show_lines(lines)
        self._table.setVisible(bool(lines))

    def reset(self) -> None:
        """Forget what was typed."""
        self._reason.clear()
        self._code.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc go back."""
        if event.key() == Qt.Key.Key_Escape:
            self.reset()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_enrolment(self) -> QWidget:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._code_label)
        row.addWidget(self._code, stretch=1)
        row.addWidget(self._enrol)
        return card(row)

    def _lay_detail(self) -> QWidget:
        reason = QHBoxLayout()
        reason.setSpacing(GRID)
        reason.addWidget(self._reason_label)
        reason.addWidget(self._reason, stretch=1)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(self._why)
        column.addWidget(self._mend)
        column.addLayout(reason)
        return card(column)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        for part in (self._title, self._says, self._clock, self._refused, self._enrolment):
            column.addWidget(part)
        column.addWidget(self._table, stretch=1)
        column.addWidget(self._published)
        column.addWidget(self._detail)
        column.addStretch(0)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What this desk sends to the hub"))
        self._open.setText(self.tr("Open the dossier"))
        self._leave_out.setText(self.tr("Leave out"))
        self._leave_out.setToolTip(self.tr("Never send this entry: give a reason first (Ctrl+D)"))
        self._write.setText(self.tr("Onto a stick"))
        self._write.setToolTip(
            self.tr("Seal what waits for the hub into files, for days without a line (Ctrl+S)")
        )
        self._read.setText(self.tr("From a stick"))
        self._read.setToolTip(self.tr("Take in receipts, and other desks' files to carry them on (Ctrl+I)"))
        self._reason_label.setText(self.tr("&Reason for leaving it out"))
        self._code_label.setText(self.tr("&One-time code of the hub"))
        self._enrol.setText(self.tr("Enrol this desk"))
        self.show_published(self._lines_published)
        self._show_state()

    def _show_state(self) -> None:
        standing = self._standing
        self._says.setText(standing_words(standing) if standing else "")
        clock = clock_words(standing) if standing else ""
        self._clock.setText(clock)
        self._clock.setVisible(bool(clock))
        refused = self._report is not None and self._report.end is SyncEnd.REFUSED
        words = self.tr("The hub does not accept this desk ({code}): tell whoever looks after it.")
        self._refused.setText(words.format(code=self._report.code if self._report else ""))
        self._refused.setVisible(refused)
        if self._code.hasFocus():  # what follows may hide it, and Esc must still be heard
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        asks = bool(standing and standing.has_hub and not standing.is_enrolled)
        self._enrolment.setVisible(asks)
        if asks and self.isVisible():
            self._code.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_marked()

    def _show_marked(self) -> None:
        line = self._table.marked
        aside = line is not None and line.entry.state is EntryState.ASIDE
        self._detail.setVisible(aside)
        if line and aside:
            self._why.setText(reason_words(line.entry))
            self._mend.setText(mend_words(line.entry))
        self._open.setVisible(bool(line and line.dossier_id))
        self._leave_out.setVisible(aside)
        can_send = bool(self._standing and self._standing.has_hub and self._standing.is_enrolled)
        self._write.setVisible(can_send)
        self._read.setVisible(can_send)
        self.primary.setText(self.tr("Send again") if aside else self.tr("Send now"))
        self.primary.setEnabled(can_send)

    def _on_primary(self) -> None:
        line = self._table.marked
        if line and line.entry.state is EntryState.ASIDE:
            self.send_again_wanted.emit(line.entry.entry_id)
        else:
            self.send_now_wanted.emit()

    def _on_open(self) -> None:
        line = self._table.marked
        if line and line.dossier_id:
            self.dossier_wanted.emit(line.dossier_id)

    def _on_leave_out(self) -> None:
        """Leave the marked entry out once a reason stands there; else ask for the reason."""
        line, reason = self._table.marked, self._reason.text().strip()
        if line is None or line.entry.state is not EntryState.ASIDE:
            return
        if not reason:
            self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._reason.clear()
        self.leave_out_wanted.emit(LeaveOutWish(line.entry.entry_id, reason))

    def _on_write(self) -> None:
        self._ask_for_stick(self.tr("Where the stick is, to write"), self.stick_to_write)

    def _on_read(self) -> None:
        self._ask_for_stick(self.tr("Where the stick is, to read"), self.stick_to_read)

    def _ask_for_stick(self, title: str, wanted: SignalInstance) -> None:
        """Ask for a folder, and pass it on when one was chosen."""
        dialog = QFileDialog(self, title)
        dialog.setObjectName("stick_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: wanted.emit(Path(chosen)))
        dialog.open()

    def _on_enrol(self) -> None:
        code = self._code.text().strip()
        if code:
            self._code.clear()
            self.enrol_wanted.emit(code)
