"""Network cameras: read, lost, found again; and whatever else answers there, it ends soon and harmlessly."""

from pathlib import Path

import pytest
from crafts.scanning.network_scenes import (
    SHADES,
    Talk,
    a_web_page,
    camera_at,
    drop_by_drop,
    endless_garbage,
    far_too_large_pictures,
    film_over_rtsp,
    five_pictures_then_breaks_off,
    picture_then_silence,
    silence,
)

from scanning.camera import open_camera
from scanning.errors import CameraLost, CameraUnavailable
from scanning.frames import Frame
from scanning.network_camera import NetworkCamera, without_password

PATIENCE_S = 0.4


def _shade(frame: Frame) -> int:
    return min(SHADES, key=lambda shade: abs(shade - float(frame.pixels.mean())))


def _read_until_lost(camera: NetworkCamera, most: int = 1000) -> int:
    for count in range(most):
        try:
            camera.read()
        except CameraLost:
            camera.close()
            return count
    pytest.fail("never lost")


def test_a_network_camera_gives_frames_until_its_stream_breaks_off_and_is_found_again() -> None:
    with camera_at(five_pictures_then_breaks_off) as address:
        for _ in range(2):
            camera = open_camera(address)
            assert isinstance(camera, NetworkCamera)
            assert camera.size == (160, 120)
            assert [_shade(camera.read()) for _ in SHADES] == list(SHADES)
            with pytest.raises(CameraLost) as loss:
                camera.read()
            camera.close()
            assert "secret" not in camera.name + loss.value.source


def test_an_rtsp_camera_gives_frames(tmp_path: Path) -> None:
    with camera_at(film_over_rtsp(tmp_path), "rtsp") as address:
        camera = NetworkCamera(address)
        frames = [camera.read() for _ in range(5)]
        camera.close()
    assert {(frame.width, frame.height) for frame in frames} == {(160, 128)}
    means = [float(frame.pixels.mean()) for frame in frames]
    assert means == sorted(means)


@pytest.mark.parametrize("scheme", ["http", "rtsp"])
@pytest.mark.parametrize("talk", [silence, a_web_page, endless_garbage, drop_by_drop])
def test_what_is_no_camera_is_unavailable_soon(talk: Talk, scheme: str) -> None:
    with camera_at(talk, scheme) as address, pytest.raises(CameraUnavailable) as refusal:
        NetworkCamera(address, patience_s=PATIENCE_S)
    assert "secret" not in refusal.value.source


def test_a_camera_that_falls_silent_is_lost() -> None:
    with camera_at(picture_then_silence) as address:
        assert 0 < _read_until_lost(NetworkCamera(address, patience_s=PATIENCE_S)) <= 8


def test_pictures_of_a_hundred_megapixels_are_refused() -> None:
    with camera_at(far_too_large_pictures) as address, pytest.raises(CameraUnavailable):
        NetworkCamera(address)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("http://official:secret@127.0.0.1:8080/video?x=1", "http://127.0.0.1:8080/video?x=1"),
        ("rtsp://10.0.0.7/1", "rtsp://10.0.0.7/1"),
        ("http://10.0.0.7/video?channel=2&usr=official&pwd=secret", "http://10.0.0.7/video?channel=2"),
        ("rtsp://10.0.0.7/1?loginPas=secret", "rtsp://10.0.0.7/1"),
        ("rtsp://a:b@[bad/1", "[bad/1"),
        ("HP Wide Vision HD", "HP Wide Vision HD"),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, shown: str) -> None:
    assert without_password(address) == shown
