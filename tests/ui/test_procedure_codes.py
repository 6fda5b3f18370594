"""Codes in the list of procedures: one that is not the State's own says that it is provisional."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.ui.widgets.procedure_list import ProcedureList, ProcedureRow, code_words


def test_a_provisional_code_is_named_as_such_to_eye_and_ear(qtbot: QtBot) -> None:
    shown = ProcedureList()
    qtbot.addWidget(shown)
    rows = (
        ProcedureRow("0.000024", "Điện", "Cấp điện mới", ("3 ngày",)),
        ProcedureRow("1.004194", "Tạm trú", "Đăng ký tạm trú", ("3 ngày",)),
    )
    shown.show_rows(rows, keep="1.004194")
    spoken = [shown.item(at).data(Qt.ItemDataRole.DisplayRole) for at in range(2)]
    assert spoken == ["Điện, 0.000024, provisional, 3 ngày", "Tạm trú, 1.004194, 3 ngày"]
    assert [code_words(row.code) for row in rows] == ["0.000024, provisional", "1.004194"]
    assert shown.marked() == rows[1]
