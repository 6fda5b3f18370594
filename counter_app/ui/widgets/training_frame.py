"""The amber frame around everything, so that nobody takes practice for service."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counter_app.ui.widgets.parts import set_look


class TrainingFrame(QFrame):
    """Holds the whole window; while training it draws a frame 6 px wide (at 100 %) around it."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setObjectName("training_frame")
        self.setProperty("look", "plain")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(content)

    def show_training(self, *, training: bool) -> None:
        """Put the frame on, or take it off."""
        set_look(self, "look", "training" if training else "plain")
