"""The printing craft on the command line."""

from pathlib import Path

import pytest

from printing.__main__ import PAPERS, main
from printing.preview import page_count


@pytest.mark.parametrize("paper", PAPERS)
def test_a_sample_of_each_paper_is_written(paper: str, tmp_path: Path) -> None:
    out = tmp_path / "sample.pdf"
    assert main(["sample", paper, "--out", str(out)]) == 0
    assert page_count(out.read_bytes()) >= 1


def test_list_names_every_paper(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert capsys.readouterr().out.split() == list(PAPERS)


def test_an_unknown_paper_is_refused_with_the_nearest_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["sample", "leese", "--out", str(tmp_path / "x.pdf")]) == 2
    assert "'lease'" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_fonts_is_refused_by_its_path(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["sample", "lease", "--out", str(tmp_path / "x.pdf"), "--fonts", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
