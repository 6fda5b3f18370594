"""Secrets that are handed out once: what they are, and every word of the sheet they are printed on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.account import Account
from counter_app.domain.office import Duty
from counter_app.services.ports import Clock
from counter_app.services.slip_subject import slip_head
from forms.wording import moment
from printing.fonts import Fonts
from printing.secret_sheet import SecretSheetWords, draw_secret_sheet
from printing.sheet import Marks, PaperSize

_SERIES = "TK"


class SecretKind(StrEnum):
    """What is handed out."""

    FIRST_PASSWORD = "first_password"  # noqa: S105 - a name
    CODE_CARD = "code_card"
    RECOVERY_CODE = "recovery_code"


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A secret and whose it is; it has no repr, so that no log shows it."""

    kind: SecretKind
    account: Account | None
    text: str = ""
    codes: tuple[str, ...] = ()


_TITLES = {
    SecretKind.FIRST_PASSWORD: ("MẬT KHẨU DÙNG LẦN ĐẦU",),
    SecretKind.CODE_CARD: ("THẺ MÃ XÁC THỰC",),
    SecretKind.RECOVERY_CODE: ("MÃ KHÔI PHỤC QUYỀN QUẢN TRỊ", "CỦA MÁY QUẦY"),
}
_NOTES = {
    SecretKind.FIRST_PASSWORD: (
        "Giao tận tay người có tên trên. Lần đăng nhập đầu tiên máy sẽ yêu cầu đặt mật khẩu khác.",
        "Hủy giấy này sau khi đã đặt mật khẩu.",
    ),
    SecretKind.CODE_CARD: (
        "Mỗi lần đăng nhập dùng một mã, theo đúng số máy hỏi; mã đã dùng không dùng lại.",
        "Giữ thẻ riêng, không để cùng mật khẩu. Mất thẻ: báo ngay người quản trị máy quầy.",
    ),
    SecretKind.RECOVERY_CODE: (
        "Cho vào phong bì, niêm phong, lãnh đạo cơ quan giữ; không để cạnh máy quầy.",
        "Dùng một lần, khi không còn người quản trị nào đăng nhập được. Việc dùng mã được ghi vào nhật ký.",
    ),
}
_WHOLE_DESK = "Máy quầy {counter}"


class SecretSheets:
    """Draws the sheets; nothing of them is kept."""

    def __init__(self, fonts: Fonts, clock: Clock) -> None:
        self._fonts = fonts
        self._clock = clock

    def draw(self, secret: Secret, duty: Duty) -> bytes:
        """Draw a secret on A4."""
        now, account = self._clock.now(), secret.account
        whose = (
            f"{account.full_name} ({account.sign})" if account else _WHOLE_DESK.format(counter=duty.counter)
        )
        words = SecretSheetWords(
            slip_head(duty.office, "", now, _SERIES),
            _TITLES[secret.kind],
            whose,
            moment(now),
            secret.text,
            tuple(f"{code[:4]} {code[4:]}" for code in secret.codes),
            _NOTES[secret.kind],
        )
        marks = Marks(training=duty.office.training)
        return draw_secret_sheet(words, size=PaperSize.A4, fonts=self._fonts, marks=marks, created_at=now)
