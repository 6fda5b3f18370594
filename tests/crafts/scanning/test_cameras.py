"""Every source of frames keeps the camera's promise, and says when it is lost."""

from pathlib import Path

import numpy as np
import pytest

from scanning.camera import Camera, PictureFolder, VideoFile, open_camera
from scanning.errors import CameraLost, CameraUnavailable, PictureCause, PictureError
from scanning.films import film_frames
from scanning.frames import Frame, encode_jpeg
from scanning.opencv import cv2

_SHADES = (20, 70, 120, 170, 220)


class _Hand:
    """Turn a clock by hand."""

    now = 50.0

    def __call__(self) -> float:
        return self.now


def _plain(shade: int) -> Frame:
    return Frame(np.full((120, 160, 3), shade, np.uint8))


def _shade(frame: Frame | None) -> int | None:
    """Tell which of the five shades a frame shows, whatever compression did to it."""
    if frame is None:
        return None
    return min(_SHADES, key=lambda shade: abs(shade - float(frame.pixels.mean())))


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, (160, 120))
    for shade in _SHADES:
        writer.write(_plain(shade).pixels)
    writer.release()
    return path


def _seen(camera: Camera, clock: _Hand, steps: list[float]) -> list[int | None]:
    seen = []
    for step in steps:
        clock.now += step
        seen.append(_shade(camera.read()))
    return seen


def test_a_film_is_shown_at_its_own_pace(film: Path) -> None:
    clock = _Hand()
    camera = VideoFile(film, clock=clock)
    assert _seen(camera, clock, [0, 0.01, 0.1, 0.01, 0.1]) == [20, None, 70, None, 120]
    camera.close()


def test_a_late_reader_gets_the_newest_frame(film: Path) -> None:
    clock = _Hand()
    camera = VideoFile(film, clock=clock)
    assert _seen(camera, clock, [0, 0.31]) == [20, 170]
    camera.close()


def test_a_film_that_is_over_is_a_lost_camera(film: Path) -> None:
    clock = _Hand()
    camera = VideoFile(film, clock=clock)
    with pytest.raises(CameraLost):
        _seen(camera, clock, [0, 0.6])


def test_a_film_whose_next_frame_is_nothing_is_a_lost_camera(film: Path) -> None:
    class Damaged:
        def grab(self) -> bool:
            return True

        def retrieve(self) -> tuple[bool, None]:
            return False, None

        def release(self) -> None:
            pass

    camera = VideoFile(film)
    camera.close()
    camera._capture = Damaged()  # type: ignore[assignment]
    with pytest.raises(CameraLost):
        camera.read()


def test_a_looping_film_begins_again(film: Path) -> None:
    clock = _Hand()
    camera = VideoFile(film, loop=True, clock=clock)
    assert _seen(camera, clock, [0, 0.6, 0, 0.11]) == [20, None, 20, 70]
    camera.close()


def test_every_frame_of_a_film_can_be_read_at_once(film: Path) -> None:
    frames = list(film_frames(film))
    assert [_shade(frame) for frame in frames] == list(_SHADES)
    assert frames[4].taken_at == pytest.approx(0.4)


def test_a_film_that_takes_too_long_to_read_is_given_up(film: Path) -> None:
    clock = iter([0.0, 1.0, 601.0])
    frames = film_frames(film, clock=lambda: next(clock))
    next(frames)
    with pytest.raises(PictureError) as refused:
        next(frames)
    assert refused.value.cause is PictureCause.TOO_SLOW


@pytest.mark.parametrize("content", [b"", b"no film", bytes(5000)])
def test_a_file_that_is_no_film_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(content)
    with pytest.raises(CameraUnavailable):
        VideoFile(path)
    with pytest.raises(PictureError):
        list(film_frames(path))


def test_a_folder_shows_its_pictures_in_turn_and_passes_over_damaged_ones(tmp_path: Path) -> None:
    for name, shade in (("a.jpg", 20), ("c.jpg", 120)):
        (tmp_path / name).write_bytes(encode_jpeg(_plain(shade), 90))
    (tmp_path / "b.jpg").write_bytes(b"damaged")
    (tmp_path / "letter.txt").write_text("no picture")
    clock = _Hand()
    camera = PictureFolder(tmp_path, seconds=1.0, clock=clock)
    assert _seen(camera, clock, [0, 0.5, 0.6, 1, 1]) == [20, 20, None, 120, 20]


def test_the_source_says_which_camera_is_opened(tmp_path: Path, film: Path) -> None:
    picture = tmp_path / "card.png"
    cv2.imwrite(str(picture), _plain(120).pixels)
    assert isinstance(open_camera(str(film)), VideoFile)
    assert isinstance(open_camera(str(picture)), PictureFolder)
    assert isinstance(open_camera(str(tmp_path)), PictureFolder)


@pytest.mark.parametrize(
    "source", ["97", "/absent/film.mp4", "http://127.0.0.1:9/stream", "HD Webcam", "n" * 400, ""]
)
def test_a_camera_that_does_not_answer_is_unavailable(source: str, tmp_path: Path) -> None:
    with pytest.raises(CameraUnavailable):
        open_camera(source or str(tmp_path))


@pytest.mark.parametrize("scheme", ["RTSP", "rtsps"])
def test_an_address_of_a_kind_that_is_not_known_is_refused_without_its_password(scheme: str) -> None:
    with pytest.raises(CameraUnavailable) as refusal:
        open_camera(f"{scheme}://official:secret@127.0.0.1/1")
    assert "secret" not in refusal.value.source


def test_a_film_that_is_the_camera_never_ends(film: Path) -> None:
    camera = open_camera(str(film))
    assert isinstance(camera, VideoFile)
    clock = _Hand()
    camera._clock = clock
    shades = [shade for shade in _seen(camera, clock, [0.1] * 20) if shade]
    camera.close()
    assert shades.count(20) > 1


def test_a_picture_that_stands_still_is_given_ten_times_a_second(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(encode_jpeg(_plain(120), 90))
    clock = _Hand()
    camera = PictureFolder(tmp_path, clock=clock)
    given = [shade for shade in _seen(camera, clock, [0.01] * 100) if shade]
    assert 9 <= len(given) <= 11
