"""Invented people and small forms that the tests of the forms craft share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from forms.catalogue import FormCatalogue, read_form, read_forms
from forms.definition import FormDefinition
from forms.prefill import KnownFact

RESOURCES = Path(__file__).parents[3] / "resources"
TODAY = date(2026, 11, 22)

SMALL_FORM = """
[form]
code = "small"
version = "1"
title = "Tờ khai nhỏ"
title_en = "Small form"
effective_from = 2026-01-01
source = "Thông tư mẫu"
checked_on = 2026-11-22
status = "verified"

[[sections]]
name = "all"
title = "Tất cả"
title_en = "All"

[[sections.fields]]
name = "relation"
label = "Quan hệ"
label_en = "Relation"
kind = "choice"
choices = [
    { value = "mother", label = "Mẹ", label_en = "Mother" },
    { value = "father", label = "Cha", label_en = "Father" },
]
required = true

[[sections.fields]]
name = "parent_name"
label = "Họ tên"
label_en = "Name"
kind = "text"
facts = [
    { fact = "mother.full_name", when = 'relation == "mother"' },
    { fact = "father.full_name", when = 'relation == "father"' },
]
required = true

[[sections.fields]]
name = "born_on"
label = "Ngày sinh"
label_en = "Born"
kind = "date"
facts = ["holder.born_on", "holder.birth_year"]
not_after = "today()"

[[sections.fields]]
name = "sex"
label = "Giới tính"
label_en = "Sex"
kind = "choice"
choices = [
    { value = "male", label = "Nam", label_en = "Male" },
    { value = "female", label = "Nữ", label_en = "Female" },
]
facts = ["holder.sex"]

[[sections.fields]]
name = "citizen_id"
label = "Số định danh"
label_en = "ID"
kind = "citizen_id"
facts = ["holder.citizen_id"]

[[sections.fields]]
name = "guardian"
label = "Người giám hộ"
label_en = "Guardian"
kind = "text"
required = true
show_if = "age(born_on) < 18"

[[sections.fields]]
name = "sentence"
label = "Đề nghị"
label_en = "Request"
kind = "long_text"
compose = "Tôi là {parent_name}, {relation}."
required = true

[[sections.fields]]
name = "people"
label = "Những người"
label_en = "People"
kind = "table"
roster = "holder.household"

[[sections.fields.columns]]
name = "full_name"
label = "Họ tên"
label_en = "Name"
kind = "text"
required = true

[[sections.fields.columns]]
name = "born_on"
label = "Ngày sinh"
label_en = "Born"
kind = "date"
not_after = "today()"
"""


def known(value: str, *, verified: bool = True, source: str = "population") -> KnownFact:
    """Make a fact of the day of the tests."""
    return KnownFact(value, source, TODAY, verified)


def small_form(folder: Path, text: str = SMALL_FORM) -> FormDefinition:
    """Read the small form, or a variant of it, from a file in this folder."""
    path = folder / "small.toml"
    path.write_text(text, encoding="utf-8")
    return read_form(path)


@cache
def shipped_forms() -> FormCatalogue:
    """Read the forms that ship with the program."""
    return read_forms(RESOURCES / "forms")


def card_facts(*, born_on: str = "1999-03-15", sex: str = "female") -> Mapping[str, KnownFact]:
    """Give what the card of an invented citizen says, as applicant and holder, and the office's name."""
    digit = {"male": 0, "female": 1}[sex] + (2 if born_on >= "2000" else 0)
    said = {
        "full_name": "Nguyễn Thị Thu Hà",
        "born_on": born_on,
        "birth_year": born_on[:4],
        "sex": sex,
        "citizen_id": f"000{digit}{born_on[2:4]}000017",
        "permanent_residence": "Số 8, phố Mẫu, phường Thí Điểm, thành phố Hà Nội",
        "card_issued_on": "2022-05-10",
        "identity_paper": "Thẻ căn cước số 000199000017, cấp ngày 10/05/2022",
    }
    facts = {
        f"{role}.{name}": known(value, verified=False, source="card")
        for role in ("applicant", "holder")
        for name, value in said.items()
    }
    return {**facts, "office.name": known("Công an phường Thí Điểm", verified=False, source="office")}
