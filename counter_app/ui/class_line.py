"""A line of a class over a socket: whole lines out, whole lines in, and an end to whoever says too much."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QAbstractSocket, QTcpSocket

from counter_app.domain.class_room import MOST_BYTES, BadLine, ClassLine, read_line, written


class SocketLine(QObject):
    """Speaks in lines over one socket; what is no line of a class ends it."""

    heard = Signal(object)
    """Carries the ClassLine."""
    opened = Signal()
    ended = Signal()

    def __init__(self, socket: QTcpSocket) -> None:
        super().__init__(socket)
        self._socket = socket
        socket.setReadBufferSize(4 * MOST_BYTES)
        socket.readyRead.connect(self._on_ready)
        socket.connected.connect(self.opened)
        socket.disconnected.connect(self.ended)
        socket.errorOccurred.connect(lambda _: self.ended.emit())

    def say(self, line: ClassLine) -> None:
        """Send a line, where somebody listens."""
        if self._socket.state() is QAbstractSocket.SocketState.ConnectedState:
            self._socket.write(written(line))

    def close(self) -> None:
        """Send what is left, and end."""
        self._socket.disconnectFromHost()

    def _on_ready(self) -> None:
        while self._socket.canReadLine():
            text = bytes(self._socket.readLine(MOST_BYTES + 1).data())
            try:
                self.heard.emit(read_line(text))
            except BadLine:
                self._socket.abort()
                return
        if self._socket.bytesAvailable() > MOST_BYTES:
            self._socket.abort()
