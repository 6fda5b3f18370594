"""What a bundle names of its parts is held against both forms and the packs' papers."""

from __future__ import annotations

from pathlib import Path

import pytest
from crafts.forms.broken_packs import WHOLE_PACK
from crafts.forms.forms_samples import SMALL_FORM

from forms.fault_words import fault_line
from forms.folder_check import check_folder

BUNDLE = """\
code = "9.000009"
version = "2026-01-01"
name = "Liên thông mẫu"
name_en = "Linked sample"
short_name = "Liên thông"
field_of_work = "Hộ tịch"
form = "small"
request_words = "Liên thông mẫu"
source = "Luật mẫu"
effective_from = 2026-01-01
checked_on = 2026-11-22
status = "verified"

[[parts]]
procedure = "9.000001"

[[parts]]
procedure = "9.000003"
after = ["9.000001"]
brought = ["lease"]

[parts.answers]
parent_name = "guardian"
"""


def faults(folder: Path, bundle: str) -> list[str]:
    """Check a bundle of two packs and give each fault on its line."""
    second = WHOLE_PACK.replace('code = "9.000001"', 'code = "9.000003"', 1)
    files = {"small.toml": SMALL_FORM, "a.toml": WHOLE_PACK, "b.toml": second, "bundle.toml": bundle}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [fault_line(fault) for fault in check_folder(folder).faults]


def test_a_bundle_that_names_only_what_is_there_is_right(tmp_path: Path) -> None:
    slot = WHOLE_PACK.split('slot = "', 1)[1].split('"', 1)[0]
    assert faults(tmp_path, BUNDLE.replace('"lease"', f'"{slot}"')) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "nearest"),
    [
        ('"guardian"', '"guardain"', 23, "parts[2].answers.parent_name", "guardian"),
        ('"guardian"', '"holder.full_name"', 23, "parts[2].answers.parent_name", ""),
        ("parent_name =", "parent_nam =", 23, "parts[2].answers.parent_nam", "parent_name"),
        ('["9.000001"]', '["9.000002"]', 19, "parts[2].after[1]", "9.000001"),
        ('procedure = "9.000003"', 'procedure = "9.000004"', 18, "parts[2].procedure", "9.000003"),
        ('"lease"', '"leese"', 20, "parts[2].brought[1]", "lease"),
    ],
)
def test_a_wrong_name_is_told_by_line_key_and_nearest_word(
    tmp_path: Path, old: str, new: str, line: int, key: str, nearest: str
) -> None:
    assert old in BUNDLE
    told = faults(tmp_path, BUNDLE.replace(old, new, 1))
    (fault,) = [each for each in told if each.startswith(f"bundle.toml:{line}: {key}:")]
    assert nearest in fault
