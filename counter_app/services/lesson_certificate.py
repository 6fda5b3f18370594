"""Every word of the certificate that somebody has practised a lesson, and the paper drawn from them."""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.office import Duty
from counter_app.services.lesson_play import Play
from counter_app.services.lesson_score import Score
from printing.certificate import CertificateStep, CertificateWords, draw_certificate
from printing.fonts import Fonts
from printing.sheet import Marks


def certificate_words(play: Play, score: Score, duty: Duty, when: datetime) -> CertificateWords:
    """Say in Vietnamese, as papers do, what was practised and how it went."""
    lesson = play.lesson
    minutes, seconds = divmod(int(score.seconds), 60)
    tasks = {step.code: step.task.vi for step in lesson.steps}
    return CertificateWords(
        office_parent=duty.office.parent,
        office=duty.office.name,
        place_and_date=f"{duty.office.commune.capitalize()}, ngày {when:%d} tháng {when:%m} năm {when:%Y}",
        trainee=duty.official.full_name,
        lesson=f"Bài {lesson.number}: {lesson.title.vi}",
        purpose=lesson.purpose.vi,
        points=f"{score.points}/{score.most}",
        counted=(
            f"{minutes} phút {seconds:02} giây; {score.keys} lần gõ phím; {score.hints} gợi ý; "
            f"{score.errors} lỗi, tự sửa {score.caught}; giấy tờ đòi sai luật: {score.unlawful}"
        ),
        steps=tuple(
            CertificateStep(tasks[run.code], _time(run.seconds(when)), str(run.hints)) for run in play.runs
        ),
    )


def draw_lesson_certificate(play: Play, score: Score, duty: Duty, *, fonts: Fonts, when: datetime) -> bytes:
    """Draw the certificate; it is a training paper, wherever it is drawn."""
    words = certificate_words(play, score, duty, when)
    return draw_certificate(words, fonts=fonts, marks=Marks(training=True), created_at=when)


def _time(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
