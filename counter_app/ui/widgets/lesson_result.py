"""What a lesson came to: each right outcome with its points and why, what was taken off, what was done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.services.lesson_play import Play
from counter_app.services.lesson_score import Score, Verdict
from counter_app.ui.icons import Tint
from counter_app.ui.widgets.lesson_words import in_language, line_words, minutes_words
from counter_app.ui.widgets.page_facts import FactsCard, emptied
from counter_app.ui.widgets.parts import GRID, button, label, scrolled

_WIDE_EMS, _HIGH_EMS = 56, 44


class LessonResult(QDialog):
    """Opens when a lesson is over; the certificate is for the trainee to take home."""

    certificate_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("lesson_result")
        self.setModal(True)
        self._shown: tuple[Play, Score] | None = None
        self._title = label(look="title", name="result_title", wraps=True)
        self._points = label(look="name", name="result_points")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GRID)
        self._print = button("", "secondary", "printer", name="result_certificate")
        self._again = button("", "secondary", "refresh-cw", name="result_again")
        self._done = button("", "primary", name="result_done")
        self._print.clicked.connect(self.certificate_wanted)
        self._again.clicked.connect(self.again_wanted)
        self._done.clicked.connect(self.accept)
        for quiet in (self._print, self._again):
            quiet.setAutoDefault(False)
        self._lay_out()
        self._done.setDefault(True)
        self._retranslate()

    def show_result(self, play: Play, score: Score) -> None:
        """Show how a lesson went."""
        self._shown = (play, score)
        self._show()
        self.resize(self.sizeHint())
        self.open()
        self._done.setFocus()

    def sizeHint(self) -> QSize:
        """Be wide enough for a sentence on one line, and no higher than the window."""
        em = self.fontMetrics().height()
        behind = self.parentWidget()
        room = behind.height() - 4 * GRID if behind else _HIGH_EMS * em
        return QSize(_WIDE_EMS * em, min(_HIGH_EMS * em, room))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        if self._shown is None:
            return
        play, score = self._shown
        self._title.setText(in_language(play.lesson.title))
        self._points.setText(
            self.tr("{points} of {most} points").format(points=score.points, most=score.most)
        )
        self._print.setEnabled(score.is_passed)
        emptied(self._cards)
        self._cards.addWidget(self._outcomes(score))
        self._cards.addWidget(self._counted(score))
        self._cards.addWidget(_replay(self.tr("What you did, and when"), play))
        self._cards.addStretch(1)

    def _outcomes(self, score: Score) -> FactsCard:
        card = FactsCard(self.tr("What a right visit leaves behind"), "result_outcomes")
        for verdict in score.verdicts:
            shape, tint = _shape(verdict)
            card.add_mark(
                shape, tint, f"{verdict.outcome.points}  ·  {in_language(verdict.outcome.why)}", look=""
            )
        return card

    def _counted(self, score: Score) -> FactsCard:
        card = FactsCard(self.tr("What was counted"), "result_counted")
        card.add_fact(self.tr("Time taken"), minutes_words(score.seconds))
        card.add_fact(self.tr("Keys pressed"), str(score.keys))
        card.add_fact(self.tr("Hints"), str(score.hints))
        card.add_fact(self.tr("Errors, of them caught"), f"{score.errors}, {score.caught}")
        card.add_fact(self.tr("Papers asked for against the law"), str(score.unlawful))
        card.add_fact(self.tr("Points taken off"), str(score.off))
        return card

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setLayout(self._cards)
        self._cards.setContentsMargins(0, 0, GRID, 0)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        for each in (self._print, self._again):
            foot.addWidget(each)
        foot.addStretch(1)
        foot.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._points)
        column.addWidget(scrolled(inside), 1)
        column.addLayout(foot)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Lesson"))
        self._print.setText(self.tr("Print the certificate"))
        self._again.setText(self.tr("Once more"))
        self._done.setText(self.tr("Close"))


def _replay(title: str, play: Play) -> FactsCard:
    card = FactsCard(title, "result_replay")
    for line in play.log:
        since = (line.at - play.began_at).total_seconds()
        card.add_fact(minutes_words(since), line_words(line, play.lesson))
    return card


def _shape(verdict: Verdict) -> tuple[str, Tint]:
    return ("circle-check", Tint.VERIFIED) if verdict.is_held else ("circle-alert", Tint.ERROR)
