"""The words of the citizen's page, Vietnamese and English."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.wire.changes import DossierState


class Language(StrEnum):
    """The languages of the page."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that stands on the page."""

    title: str
    code: str
    received: str
    due: str
    state: str
    overdue: str
    training: str
    other_language: str
    unknown: str
    not_ours: str
    advice: str
    as_of: str
    states: dict[str, str]


def state_words(words: Words, state: DossierState, reason: str) -> str:
    """Say where a dossier stands; for a wait, what is waited for."""
    return words.states.get(f"{state.value}.{reason}") or words.states[state.value]


WORDS = {
    Language.VIETNAMESE: Words(
        title="Tình trạng hồ sơ",
        code="Mã hồ sơ",
        received="Ngày tiếp nhận",
        due="Ngày hẹn trả",
        state="Tình trạng",
        overdue="Đã quá ngày hẹn. Mời ông/bà liên hệ nơi tiếp nhận.",
        training="Hồ sơ tập huấn, không có giá trị",
        other_language="English",
        unknown="Giấy hẹn đúng là của nơi tiếp nhận. Hồ sơ chưa được chuyển về hệ thống; xin xem lại sau.",
        not_ours="Không đọc được mã này, hoặc mã không do nơi tiếp nhận cấp.",
        advice="Xin quét lại mã trên giấy hẹn, hoặc hỏi nơi tiếp nhận và đọc mã hồ sơ in trên giấy.",
        as_of="Tra cứu lúc",
        states={
            "received": "Đã tiếp nhận, đang giải quyết",
            "waiting": "Đang tạm dừng",
            "waiting.supplement": "Chờ ông/bà bổ sung giấy tờ",
            "waiting.fee": "Chờ ông/bà nộp phí, lệ phí",
            "waiting.other_body": "Chờ ý kiến của cơ quan khác",
            "in_work": "Đang giải quyết",
            "ready": "Đã có kết quả, mời ông/bà đến nhận",
            "handed_over": "Đã trả kết quả",
            "refused": "Hồ sơ bị từ chối",
            "stopped": "Đã dừng giải quyết",
            "voided": "Hồ sơ đã hủy, giấy hẹn này không còn giá trị",
        },
    ),
    Language.ENGLISH: Words(
        title="State of the dossier",
        code="Dossier code",
        received="Received on",
        due="Due on",
        state="State",
        overdue="The due time has passed. Please ask where you filed it.",
        training="Training dossier, not valid",
        other_language="Tiếng Việt",
        unknown="The paper is genuine. The dossier has not reached this system yet; look again later.",
        not_ours="This code cannot be read, or no office has issued it.",
        advice="Please scan the code on the paper again, or ask where you filed, by its dossier code.",
        as_of="Looked up at",
        states={
            "received": "Received, in work",
            "waiting": "On hold",
            "waiting.supplement": "Waiting for further papers from you",
            "waiting.fee": "Waiting for your fee",
            "waiting.other_body": "Waiting for another authority",
            "in_work": "In work",
            "ready": "The outcome is ready to be collected",
            "handed_over": "The outcome was handed over",
            "refused": "Refused",
            "stopped": "Stopped",
            "voided": "Voided; this paper is no longer valid",
        },
    ),
}
