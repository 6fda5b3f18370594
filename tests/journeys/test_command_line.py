"""The command line: one JSON object or one line that says what to do."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import segno
from journeys.driver import card_picture, text_of
from services.people import cast

from counter_app.__main__ import main
from counter_app.bootstrap.desk import RESOURCES
from counter_app.domain.citizen import PopulationRecord
from scanning.frames import Frame, encode_jpeg

EXAMPLES = RESOURCES / "examples"


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Photograph one card for all tests."""
    path = tmp_path_factory.mktemp("cards") / "card.jpg"
    path.write_bytes(encode_jpeg(card_picture(cast().ede), 92))
    return path


def visit(folder: Path, card: Path, *more: str, code: str = "2.000635", answers: Path | None = None) -> int:
    """Serve one visit on the command line."""
    given = answers or EXAMPLES / f"{code}.toml"
    words = ["visit", "--data", str(folder / "desk"), "--card", str(card), "--procedure", code]
    return main([*words, "--answers", str(given), "--out", str(folder / "out"), *more])


@pytest.mark.parametrize("code", ["1.004194", "1.001193", "2.000635"])
def test_each_example_is_received_and_printed(
    tmp_path: Path, card: Path, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert visit(tmp_path, card, code=code) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["citizen_id"] == str(cast().ede.citizen_id)
    assert said["source"] == "live"
    assert "citizen_id" in said["prefilled"] or "applicant_full_name" in said["prefilled"]
    assert not set(said["prefilled"]) & set(said["asked"])
    assert set(said["answered"]) <= set(said["asked"])
    assert said["code"] in text_of(Path(said["acknowledgement"]).read_bytes())


def test_pages_are_bound_into_the_paper_that_lacks(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = np.full((1400, 1000, 3), 60, np.uint8)
    sheet[100:1300, 100:900] = 245
    for line in range(200, 1200, 40):
        sheet[line : line + 8, 180:820] = 40
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(encode_jpeg(Frame(sheet), 90))
    pages = ["--page", f"ownership={photo}", str(photo), "--page", str(photo)]
    assert visit(tmp_path, card, *pages, code="1.004194") == 0
    papers = json.loads(capsys.readouterr().out)["papers"]
    assert [(paper["name"], paper["pages"]) for paper in papers] == [("ownership", 3)]
    assert all(paper["bytes"] > 0 and len(paper["sha256"]) == 64 for paper in papers)


def photographed(folder: Path, record: PopulationRecord) -> Path:
    """Photograph somebody's card into a folder whose name has the mark that parts a role from a path."""
    path = folder / "a=b" / f"{record.citizen_id}.jpg"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(encode_jpeg(card_picture(record), 92))
    return path


def test_bride_and_groom_each_show_a_card_and_neither_is_asked_for_what_the_state_knows(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    groom = photographed(tmp_path, cast().mong)
    answers = tmp_path / "answers.toml"
    shipped = (EXAMPLES / "1.000894-two-cards.toml").read_text(encoding="utf-8")
    answers.write_text(f"{shipped}groom_marriage_number = 2\nbride_marriage_number = 2\n", encoding="utf-8")
    assert visit(tmp_path, card, "--card", f"groom={groom}", code="1.000894", answers=answers) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["citizen_id"] == str(cast().ede.citizen_id)
    assert said["roles"] == {"groom": str(cast().mong.citizen_id)}
    assert {"bride_full_name", "groom_full_name", "groom_born_on"} <= set(said["prefilled"])


def test_whose_dossier_it_is_may_be_told_by_the_holders_own_card(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    holder = photographed(tmp_path, cast().mong)
    paper = ["--page", f"authorisation={card}"]
    assert visit(tmp_path, card, "--card", f"holder={holder}", *paper) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["citizen_id"] == str(cast().mong.citizen_id)


@pytest.mark.parametrize(
    ("role", "advice"),
    [
        ("goom=", "no role 'goom' beside the applicant's; it knows: bride, groom"),
        ("", "say whose each further card is with --card ROLE=PICTURE"),
        ("groom=", "the person on the card for groom is of the other sex"),
    ],
)
def test_a_card_for_a_wrong_role_is_refused_with_what_is_right(
    tmp_path: Path, card: Path, role: str, advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert visit(tmp_path, card, "--card", f"{role}{card}", code="1.000894") == 2
    assert advice in capsys.readouterr().err


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("https://example.invalid/x", "a web address"),
        (
            "00020101021138570010A00000072701270006970436011300110099999990208QRIBFTTA53037045802VN630465AA",
            "a payment code (VietQR)",
        ),
        ("000199000017|012345678|Nguy", "only a part of a citizen card's code"),
    ],
)
def test_another_code_is_refused_in_one_line_and_nothing_is_begun(
    tmp_path: Path, shown: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "code.png"
    segno.make(shown).save(str(picture), scale=8, border=6)
    assert visit(tmp_path, picture) == 2
    heard = capsys.readouterr()
    assert heard.out == ""
    assert said in heard.err
    assert len(heard.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_missing_answer_is_named(tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text('[answers]\naddress = "Số 1, phố Mẫu"\n', encoding="utf-8")
    assert visit(tmp_path, card, code="1.004194", answers=answers) == 2
    heard = capsys.readouterr().err
    assert "to_date" in heard
    assert "lease" in heard


def test_a_misspelt_field_is_named_with_the_nearest_right_word(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text('[answers]\nadress = "Số 1, phố Mẫu"\n', encoding="utf-8")
    assert visit(tmp_path, card, code="1.004194", answers=answers) == 2
    heard = capsys.readouterr().err
    assert "adress" in heard
    assert "address" in heard


def test_a_damaged_settings_file_is_refused_by_name(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "counter.toml").write_text('langauge = "vi"\n', encoding="utf-8")
    assert visit(tmp_path, card) == 2
    heard = capsys.readouterr().err
    assert "counter.toml" in heard
    assert "“language”" in heard


def test_a_paper_that_could_not_be_written_is_known_before_anything_is_received(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_text("a file where the folder should be", encoding="utf-8")
    assert visit(tmp_path, card) == 2
    (tmp_path / "out").unlink()
    assert visit(tmp_path, card) == 0
    assert json.loads(capsys.readouterr().out)["code"].endswith("-0001")


def test_a_register_whose_database_is_gone_is_not_begun_anew(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert visit(tmp_path, card) == 0
    for file in (tmp_path / "desk").glob("desk.db*"):
        file.unlink()
    assert visit(tmp_path, card) == 2
    assert "desk.db: missing" in capsys.readouterr().err


def test_an_unknown_paper_is_refused_with_those_there_are(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = tmp_path / "answers.toml"
    example = (EXAMPLES / "2.000635.toml").read_text(encoding="utf-8")
    answers.write_text(f'{example}nosuch = "x"\n', encoding="utf-8")
    assert visit(tmp_path, card, answers=answers) == 2
    assert "it knows: identity_card" in capsys.readouterr().err


def test_a_death_in_the_record_reaches_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = tmp_path / "card.jpg"
    picture.write_bytes(encode_jpeg(card_picture(cast().deceased), 92))
    assert visit(tmp_path, picture) == 0
    assert "person_died" in json.loads(capsys.readouterr().out)["remarks"]


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "desk").write_text("a file where the folder should be", encoding="utf-8")
    assert visit(tmp_path, card) == 2
    assert str(tmp_path / "desk") in capsys.readouterr().err


def test_the_desk_says_where_its_data_and_its_key_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["where", "--data", str(tmp_path)]) == 0
    assert f"{tmp_path / 'desk.key'} (only you can read it)" in capsys.readouterr().out


def test_practice_cards_are_readable_and_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cards", "--out", str(tmp_path), "--count", "2"]) == 0
    listed = json.loads((tmp_path / "cards.json").read_text(encoding="utf-8"))
    assert [entry["file"] for entry in listed] == ["card-001.jpg", "card-002.jpg"]
    assert all(entry["payload"].startswith(entry["citizen_id"]) for entry in listed)
    assert visit(tmp_path, tmp_path / listed[1]["file"]) == 0
    assert listed[1]["citizen_id"] in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a display")
def test_without_a_display_the_way_without_a_window_is_named() -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    told = subprocess.run(
        [sys.executable, "-m", "counter_app"], env=bare, check=False, capture_output=True, text=True
    )
    assert told.returncode == 2
    assert "counter-app visit" in told.stderr


def test_a_visit_loads_no_qt() -> None:
    asked = """import sys, counter_app.__main__, counter_app.bootstrap.desk
print([name for name in sys.modules if "PySide6" in name])"""
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    assert told.stdout.strip() == "[]"


FULL_DISK = """import resource, signal, sys
from counter_app.__main__ import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.exit(main(sys.argv[2:]))"""


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no limit on file sizes to stand in for a full disk"
)
def test_a_full_disk_is_said_and_nothing_is_received(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert visit(tmp_path, card) == 0
    capsys.readouterr()
    desk, out = tmp_path / "desk", tmp_path / "out"
    words = ["visit", "--data", desk, "--card", card, "--procedure", "2.000635"]
    order = [*words, "--answers", EXAMPLES / "2.000635.toml", "--out", out]
    room = str(sum(file.stat().st_size for file in desk.glob("desk.db*")) // 2)
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", FULL_DISK, room, *map(str, order)], check=False, capture_output=True, text=True
    )
    assert (told.returncode, told.stdout) == (2, "")
    assert "disk is full" in told.stderr
    assert len(list(out.iterdir())) == 1
    assert visit(tmp_path, card) == 0
    assert json.loads(capsys.readouterr().out)["code"].endswith("-0002")


def test_definitions_are_tried_and_what_is_left_out_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    copy = tmp_path / "resources"
    ignored = shutil.ignore_patterns("fonts", "icons", "units", "*.ts")
    shutil.copytree(RESOURCES, copy, ignore=ignored)
    assert main(["check", str(copy)]) == 0
    pack = copy / "procedures" / "1.004194.toml"
    text = pack.read_text(encoding="utf-8").replace("amount = 15_000", "amount = 16_000")
    pack.write_text(text, encoding="utf-8")
    with caplog.at_level("ERROR"):
        assert main(["check", str(copy)]) == 1
    said = capsys.readouterr().out
    assert "1.004194.toml, line" in said
    assert "expect.fee" in said
    assert "the example does not come out as it says; 16000" in said


def test_the_way_of_filing_and_an_exemption_come_from_the_command_line(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert visit(tmp_path, card, code="1.004194") == 0
    at_the_desk = json.loads(capsys.readouterr().out)
    assert "Nộp trực tuyến" in at_the_desk["cheaper"]
    assert (at_the_desk["channel"], at_the_desk["fee"]) == ("direct", 15_000)
    more = ["--channel", "online", "--waiver", "digital_citizen"]
    assert visit(tmp_path, card, *more, code="1.004194") == 0
    online = json.loads(capsys.readouterr().out)
    assert (online["channel"], online["waivers"], online["fee"]) == ("online", ["digital_citizen"], 0)
    assert "công dân số" in online["fee_words"]
    assert online["cheaper"] == ""


def test_what_the_procedure_does_not_offer_is_refused_in_one_line(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert visit(tmp_path, card, "--case", "moonlight", code="1.004194") == 2
    heard = capsys.readouterr().err
    assert "moonlight" in heard
    assert "list" in heard
    assert len(heard.splitlines()) == 1


def test_what_the_rules_only_warn_of_is_said_and_the_dossier_received(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = (EXAMPLES / "1.003197-late.toml").read_text(encoding="utf-8")
    answers = tmp_path / "answers.toml"
    answers.write_text(f'{example}\n[excuses]\nremoval_proof = "Đã tra cứu"\n', encoding="utf-8")
    assert visit(tmp_path, card, code="1.003197", answers=answers) == 0
    said = json.loads(capsys.readouterr().out)
    assert any("07 ngày" in warning for warning in said["warnings"])
    assert any("trực tuyến" in note for note in said["notes"])


def test_the_former_number_is_told_and_nothing_is_received(
    tmp_path: Path, card: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert visit(tmp_path, card, code="0.000001") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["former_id"] == cast().ede.former_id
    assert "không được yêu cầu" in said["not_received"]
    assert "58/2026" in said["law"]
    assert "code" not in said
    assert not (tmp_path / "out").exists()
