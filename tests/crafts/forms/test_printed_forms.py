"""What a form's file says of its printed sheet: who signs, what stands on paper, room for the pen."""

from __future__ import annotations

from pathlib import Path

import pytest
from crafts.forms.forms_samples import SMALL_FORM, shipped_forms, small_form

from forms.definition import FieldKind, OnPaper, Photo, Signer
from forms.errors import DefinitionError

HEAD = 'status = "verified"'
SIGNED = f"""{HEAD}
printed_number = "Mẫu 01"
issued_by = "Ban hành kèm theo Thông tư mẫu"
photo = "3x4"
notes = ["(1) Nơi gửi."]

[[form.signatures]]
title = "Ý kiến của cha, mẹ"
agreed_if = 'relation == "mother"'
agreed_note = "(Đã đồng ý)"
agreed_by = "{{parent_name}}"

[[form.signatures]]
title = "Người khai"
note = "(Ký)"
declares = true
"""
SIDE_BY_SIDE = """
[[form.signatures]]
title = "Một"
section = "all"

[[form.signatures]]
title = "Hai"
section = "others"
"""
OTHERS = """
[[sections]]
name = "others"
title = "Khác"
title_en = "Others"

[[sections.fields]]
name = "other"
label = "Khác"
label_en = "Other"
kind = "text"
"""


def test_the_head_tells_what_is_printed_and_who_signs(tmp_path: Path) -> None:
    form = small_form(tmp_path, SMALL_FORM.replace(HEAD, SIGNED, 1))
    assert (form.printed_number, form.issued_by) == ("Mẫu 01", "Ban hành kèm theo Thông tư mẫu")
    assert (form.photo, form.notes) == (Photo.SMALL, ("(1) Nơi gửi.",))
    parent, declarant = form.signers
    assert declarant == Signer("Người khai", "(Ký)", declares=True)
    assert (parent.agreed_note, parent.agreed_by) == ("(Đã đồng ý)", "{parent_name}")
    assert parent.agreed_if
    assert parent.agreed_if.holds({"relation": "mother"}, form.effective_from)


@pytest.mark.parametrize(
    ("old", "new", "key", "problem", "nearest"),
    [
        ('photo = "3x4"', 'photo = "3x5"', "form.photo", "unknown_word", "3x4"),
        ("printed_number", "printed_nummer", "form.printed_nummer", "unknown_key", "printed_number"),
        ("{parent_name}", "{parent_nam}", "form.signatures[1].agreed_by", "unknown_field", "parent_name"),
        ("relation ==", "relatoin ==", "form.signatures[1].agreed_if", "unknown_field", "relation"),
        ("declares = true", 'section = "al"', "form.signatures[2].section", "unknown_name", "all"),
        ("declares = true", "declare = true", "form.signatures[2].declare", "unknown_key", "declares"),
        ('kind = "date"', 'kind = "date"\nlines = 2', "sections[1].fields[3].lines", "not_for_this_kind", ""),
        (
            'kind = "date"',
            'kind = "date"\nticked = true',
            "sections[1].fields[3].ticked",
            "not_for_this_kind",
            "",
        ),
        (
            'kind = "date"',
            'kind = "date"\non_paper = "allways"',
            "sections[1].fields[3].on_paper",
            "unknown_word",
            "always",
        ),
    ],
)
def test_a_fault_in_what_is_printed_is_named(
    tmp_path: Path, old: str, new: str, key: str, problem: str, nearest: str
) -> None:
    whole = SMALL_FORM.replace(HEAD, SIGNED, 1)
    assert old in whole
    with pytest.raises(DefinitionError) as refused:
        small_form(tmp_path, whole.replace(old, new, 1))
    error = refused.value
    assert (error.key, error.problem, error.nearest) == (key, problem, nearest)


def test_sections_that_ask_something_else_cannot_stand_side_by_side(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as refused:
        small_form(tmp_path, SMALL_FORM.replace(HEAD, HEAD + SIDE_BY_SIDE, 1) + OTHERS)
    error = refused.value
    assert (error.key, error.problem, error.nearest) == (
        "form.signatures[2].section",
        "asks_something_else",
        "all",
    )
    assert error.line == SMALL_FORM[: SMALL_FORM.index(HEAD)].count("\n") + 8


def test_every_shipped_table_and_long_answer_says_how_much_room_the_pen_has() -> None:
    for form in shipped_forms().forms:
        printed = [field for field in form.fields() if field.on_paper is not OnPaper.NEVER]
        assert all(field.rows for field in printed if field.kind is FieldKind.TABLE), form.code
        assert form.signers or form.code == "dc02_xac_nhan_so"
        assert sum(signer.declares for signer in form.signers) <= 1, form.code


def test_the_residence_form_is_laid_out_as_its_circular_has_it() -> None:
    form = shipped_forms().version("ct01", "116-2026")
    assert (form.printed_number, form.issued_by) == (
        "Mẫu CT01",
        "Ban hành kèm theo Thông tư số 116/2026/TT-BCA",
    )
    assert form.field("members").rows == 9
    assert [field.mark for field in form.fields() if field.mark] == ["(1)", "(2)", "(3)"]
    assert len(form.notes) == 8
    assert form.signers[-1].declares
