"""What a window needs to play a lesson: the lesson, its stage, and who judges what it came to."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.lesson import Lesson
from counter_app.services.lesson_play import Play
from counter_app.services.lesson_score import LessonJudge
from counter_app.services.lesson_stage import Stage
from printing.fonts import Fonts


@dataclass(frozen=True, slots=True)
class LessonRoom:
    """What a window needs to play a lesson; ``play`` is there where a power cut broke into it."""

    lesson: Lesson
    stage: Stage
    judge: LessonJudge
    fonts: Fonts
    play: Play | None = None
