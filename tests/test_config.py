"""The desk's settings file: read as it is meant, or refused by key."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.config import (
    AccountSettings,
    HubSettings,
    Look,
    PaperSize,
    Settings,
    data_folder,
    keep_cameras,
    read_settings,
)
from counter_app.errors import SetupError

ACCOUNT = """bank = "970436"
bank_name = "Ngân hàng mẫu"
number = "0011009999999"
holder = "Kho bạc mẫu"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "counter.toml"


def refusal_of(path: Path, text: str) -> SetupError:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SetupError) as refusal:
        read_settings(path)
    return refusal.value


def test_without_a_file_every_setting_is_what_it_starts_from(path: Path) -> None:
    assert read_settings(path) == Settings()


def test_an_empty_file_changes_nothing(path: Path) -> None:
    path.touch()
    assert read_settings(path) == Settings()


def test_what_the_file_says_is_taken_and_the_rest_stays(path: Path) -> None:
    path.write_text(
        'camera = "rtsp://127.0.0.1/1"\npaper_size = "A5"\ntwo_up = true\n'
        'look = "dark"\nsounds = false\nscale = 125\n',
        encoding="utf-8",
    )
    assert read_settings(path) == Settings(
        camera="rtsp://127.0.0.1/1",
        paper_size=PaperSize.A5,
        two_up=True,
        look=Look.DARK,
        sounds=False,
        scale=125,
    )


@pytest.mark.parametrize(
    ("text", "problem", "key", "nearest"),
    [
        ('printr = "HP"', "unknown_key", "printr", "printer"),
        ('look = "drak"', "not_a_choice", "look", "dark"),
        ('language = "fr"', "not_a_choice", "language", ""),
        ('sounds = "yes"', "wrong_kind", "sounds", ""),
        ("camera = 0", "wrong_kind", "camera", ""),
        ("scale = true", "wrong_kind", "scale", ""),
        ("scale = 5000", "out_of_range", "scale", ""),
        ('[signature]\nfil = "key.p12"', "unknown_key", "signature.fil", "file"),
        ("[signature]", "missing", "signature.file", ""),
        ('[signature]\nfile = "a.p12"\ntoken = "b.so"\nlabel = "c"', "missing", "signature.file", ""),
        ('[signature]\ntoken = "b.so"', "missing", "signature.label", ""),
        ('signature = "key.p12"', "wrong_kind", "signature", ""),
        ('[account]\nbnk = "970436"', "unknown_key", "account.bnk", "bank"),
        (f"[account]\n{ACCOUNT.replace('970436', '97043')}", "wrong_kind", "account.bank", ""),
        (f"[account]\n{ACCOUNT.replace('0011009999999', '0011 009')}", "wrong_kind", "account.number", ""),
        (f"[account]\n{ACCOUNT.splitlines()[0]}", "missing", "account.bank_name", ""),
        ('camera = "a"\ncamera = "b"', "not_toml", "", ""),
        ("look = dark", "not_toml", "", ""),
    ],
)
def test_a_wrong_line_is_refused_by_its_key_with_the_nearest_right_word(
    path: Path, text: str, problem: str, key: str, nearest: str
) -> None:
    refusal = refusal_of(path, text)
    assert (refusal.path, refusal.problem) == (path, problem)
    assert (refusal.key, refusal.nearest) == (key, nearest)


def test_the_account_into_which_fees_are_paid_is_taken_whole(path: Path) -> None:
    path.write_text(f"[account]\n{ACCOUNT}", encoding="utf-8")
    account = AccountSettings("970436", "Ngân hàng mẫu", "0011009999999", "Kho bạc mẫu")
    assert read_settings(path).account == account


def test_a_folder_in_the_files_place_is_refused(path: Path) -> None:
    path.mkdir()
    with pytest.raises(SetupError):
        read_settings(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=60))
def test_whatever_stands_in_the_file_it_is_read_or_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    try:
        assert isinstance(read_settings(path), Settings)
    except SetupError as refusal:
        assert refusal.path == path  # noqa: PT017 - either outcome is right


def test_keeping_a_camera_leaves_every_other_line_as_the_official_wrote_it(path: Path) -> None:
    text = '# Quầy 3\r\ncamera = "0"  # máy cũ\r\n\r\nscale = 125 # chữ to\r\n'
    path.write_bytes(text.encode())
    keep_cameras(path, camera="Máy quét bàn", cameras=("0",), mirror=True)
    kept = path.read_bytes().decode()
    assert kept.startswith('# Quầy 3\r\ncamera = "Máy quét bàn"  # máy cũ\r\n\r\nscale = 125 # chữ to\r\n')
    assert read_settings(path) == Settings(camera="Máy quét bàn", cameras=("0",), mirror=True, scale=125)


def test_the_first_camera_kept_makes_the_file_and_an_unchanged_one_leaves_it_alone(path: Path) -> None:
    keep_cameras(path, camera="practice", cameras=(), mirror=False)
    assert not path.exists()
    keep_cameras(path, camera="HD Webcam", cameras=(), mirror=False)
    assert path.read_text() == 'camera = "HD Webcam"\n'
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_that_was_broken_meanwhile_is_not_written_over(path: Path) -> None:
    path.write_text("look = dark")
    with pytest.raises(SetupError):
        keep_cameras(path, camera="HD Webcam", cameras=(), mirror=False)
    assert path.read_text() == "look = dark"


def test_a_camera_that_cannot_be_kept_is_told(path: Path) -> None:
    (path.parent / f"{path.name}.new").mkdir()
    with pytest.raises(SetupError) as refusal:
        keep_cameras(path, camera="HD Webcam", cameras=(), mirror=False)
    assert refusal.value.problem == "not_writable"


name_texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
    str.strip
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    name=name_texts, before=st.sampled_from(["", "# ghi chú", 'look = "dark"', 'cameras = ["a",\n "b"]\n'])
)
def test_any_name_a_camera_may_have_is_read_back_as_it_was_kept(path: Path, name: str, before: str) -> None:
    path.write_text(before, encoding="utf-8")
    keep_cameras(path, camera=name, cameras=("x", "y"), mirror=True)
    assert read_settings(path).camera == unicodedata.normalize("NFC", name).strip()


def test_the_data_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = data_folder(tmp_path / "deep" / "desk")
    assert folder.is_dir()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_data_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "desk").touch()
    with pytest.raises(SetupError):
        data_folder(tmp_path / "desk")


def test_the_usual_data_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder() == tmp_path / "counter-app" / "demo"


def test_a_hub_is_spoken_to_over_https_or_on_this_very_machine(path: Path) -> None:
    for address in ("https://hub.example.vn", "http://127.0.0.1:8766", "http://localhost:8766"):
        path.write_text(f'[hub]\naddress = "{address}"\ncertificate = "hub.pem"\n', encoding="utf-8")
        assert read_settings(path).hub == HubSettings(address, "hub.pem")


@pytest.mark.parametrize("address", ["http://hub.example.vn", "hub.example.vn", "ftp://127.0.0.1", ""])
def test_an_address_over_which_others_could_listen_is_refused_by_its_key(path: Path, address: str) -> None:
    assert refusal_of(path, f'[hub]\naddress = "{address}"\n').key == "hub.address"
