"""Webcams: found by name, asked for what a card needs, content with what they have, lost when they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from scanning.camera_facts import CameraFacts, FactsGauge
from scanning.camera_names import NamedCamera, named_cameras
from scanning.errors import CameraLost, CameraUnavailable
from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.webcam import Webcam

FULL_HD, HD, VGA = (1920, 1080), (1280, 720), (640, 480)


@dataclass
class Device:
    """A webcam as OpenCV shows one: takes the nearest size it has, and frames take their time."""

    rates: Mapping[tuple[int, int], float]
    now: float = 100.0
    focuses: bool = False
    plugged: bool = True
    breaks: Exception | None = None
    released: bool = False
    properties: dict[int, float] = field(default_factory=dict)

    def __call__(self) -> float:
        """Tell the time, which goes on as frames are waited for."""
        return self.now

    @property
    def size(self) -> tuple[int, int]:
        """What the device makes of the size that was asked for."""
        asked = (self.get(cv2.CAP_PROP_FRAME_WIDTH), self.get(cv2.CAP_PROP_FRAME_HEIGHT))
        return max((size for size in self.rates if size <= asked), default=min(self.rates))

    def get(self, asked: int, /) -> float:
        """Tell a property; -1 for one the device has not."""
        if asked == cv2.CAP_PROP_AUTOFOCUS and not self.focuses:
            return -1.0
        return self.properties.get(asked, 0.0)

    def set(self, asked: int, value: float, /) -> bool:
        """Take a wish."""
        self.properties[asked] = value
        return True

    def read(self) -> tuple[bool, object]:
        """Wait as long as a frame of this size takes; ten seconds, as a driver does, where none comes."""
        if self.breaks:
            raise self.breaks
        rate = self.rates[self.size]
        self.now += 1 / rate if rate else 10.0
        width, height = self.size
        return self.plugged and rate > 0, np.zeros((height, width, 3), np.uint8)

    def release(self) -> None:
        """Remember that it was let go."""
        self.released = True


def opened(device: Device) -> Webcam:
    return Webcam(0, name="HD Webcam", clock=device, opened=lambda _: device)


@pytest.mark.parametrize(
    ("rates", "got"),
    [
        ({FULL_HD: 30, HD: 30}, FULL_HD),
        ({FULL_HD: 5, HD: 30}, HD),  # uncompressed through a slow bus
        ({FULL_HD: 7.5, HD: 7.5}, FULL_HD),  # a dark room: smaller pictures come no faster
        ({HD: 30, VGA: 30}, HD),
        ({VGA: 30}, VGA),
        ({FULL_HD: 0, HD: 30}, HD),  # promised and never sent
    ],
)
def test_the_largest_picture_that_comes_smoothly_is_taken(
    rates: dict[tuple[int, int], float], got: tuple[int, int]
) -> None:
    frame = opened(Device(rates)).read()
    assert frame is not None
    assert (frame.width, frame.height) == got


def test_compressed_pictures_and_focus_are_asked_for_and_what_was_got_is_said() -> None:
    device = Device({FULL_HD: 30}, focuses=True)
    assert opened(device).autofocus
    assert device.properties[cv2.CAP_PROP_FOURCC] == cv2.VideoWriter.fourcc(*"MJPG")
    assert not opened(Device({FULL_HD: 30})).autofocus


def test_a_camera_that_gives_no_picture_is_unavailable_and_let_go() -> None:
    device = Device({FULL_HD: 30}, plugged=False)
    with pytest.raises(CameraUnavailable) as refusal:
        opened(device)
    assert refusal.value.source == "HD Webcam"
    assert device.released


def test_a_loose_plug_is_borne_for_a_few_frames() -> None:
    device = Device({FULL_HD: 30})
    camera = opened(device)
    for _ in range(3):
        device.plugged = False
        assert [camera.read() for _ in range(9)] == [None] * 9
        device.plugged = True
        assert camera.read() is not None


def test_a_camera_that_hangs_is_lost_after_one_wait_of_the_driver() -> None:
    device = Device({FULL_HD: 30})
    camera = opened(device)
    device.rates = {FULL_HD: 0}
    with pytest.raises(CameraLost):
        camera.read()


@pytest.mark.parametrize("fault", [cv2.error(), MemoryError(), OSError()])
def test_a_driver_that_breaks_is_a_lost_camera(fault: Exception) -> None:
    device = Device({FULL_HD: 30})
    camera = opened(device)
    device.breaks = fault
    with pytest.raises(CameraLost):
        camera.read()


def plug_in(devices: Path, number: int, name: str, at: str, index: str = "0") -> None:
    node = devices / f"video{number}"
    node.mkdir(parents=True)
    (node / "name").write_text(f"{name}\n", encoding="utf-8")
    (node / "index").write_text(f"{index}\n")
    place = devices.parent / "devices" / at
    place.mkdir(parents=True, exist_ok=True)
    (node / "device").symlink_to(place)


def test_webcams_are_named_and_the_nodes_that_carry_no_picture_are_left_out(tmp_path: Path) -> None:
    devices = tmp_path / "video4linux"
    plug_in(devices, 10, "Máy quét   bàn\x07", "1-3:1.0")
    plug_in(devices, 2, "HD Pro Webcam C920", "1-2:1.0")
    plug_in(devices, 3, "HD Pro Webcam C920", "1-2:1.0", index="1")
    assert named_cameras(devices) == (
        NamedCamera("HD Pro Webcam C920", "/dev/video2"),
        NamedCamera("Máy quét bàn", "/dev/video10"),
    )


def test_two_webcams_of_one_make_are_told_apart_by_their_plugs_whatever_their_numbers(tmp_path: Path) -> None:
    before, after = tmp_path / "before" / "video4linux", tmp_path / "after" / "video4linux"
    plug_in(before, 0, "HD Webcam", "1-2:1.0")
    plug_in(before, 2, "HD Webcam", "1-4:1.0")
    plug_in(after, 0, "HD Webcam", "1-4:1.0")
    plug_in(after, 2, "HD Webcam", "1-2:1.0")
    found = {camera.name: camera.source for camera in named_cameras(before)}
    again = {camera.name: camera.source for camera in named_cameras(after)}
    assert found == {"HD Webcam (1-2:1.0)": "/dev/video0", "HD Webcam (1-4:1.0)": "/dev/video2"}
    assert again == {"HD Webcam (1-2:1.0)": "/dev/video2", "HD Webcam (1-4:1.0)": "/dev/video0"}


def test_a_machine_without_webcams_names_none(tmp_path: Path) -> None:
    assert named_cameras(tmp_path / "absent") == ()


def frames(size: tuple[int, int], rate: float, *, since: float, seconds: float) -> list[Frame]:
    pixels = np.zeros((size[1], size[0], 3), np.uint8)
    return [Frame(pixels, since + number / rate) for number in range(round(seconds * rate))]


def test_what_a_camera_gives_is_measured_and_said_once() -> None:
    gauge = FactsGauge(autofocus=True)
    nearly_steady = frames((16, 9), 30, since=5, seconds=20) + frames((16, 9), 26, since=25, seconds=20)
    assert [facts for frame in nearly_steady if (facts := gauge.feed(frame))] == [
        CameraFacts(16, 9, 0, autofocus=True),
        CameraFacts(16, 9, 30, autofocus=True),
    ]


def test_a_camera_that_slows_down_or_changes_its_size_is_said_anew() -> None:
    gauge = FactsGauge(autofocus=False)
    row = frames((16, 9), 30, since=0, seconds=3) + frames((16, 9), 10, since=3, seconds=9)
    said = [facts for frame in row if (facts := gauge.feed(frame))]
    assert said[-1] == CameraFacts(16, 9, 10, autofocus=False)
    assert gauge.feed(frames((8, 6), 30, since=20, seconds=1)[0]) == CameraFacts(8, 6, 0, autofocus=False)


@pytest.mark.parametrize(
    ("size", "coarse"), [(FULL_HD, False), (HD, False), (VGA, True), ((1280, 480), True)]
)
def test_a_picture_below_hd_is_coarse(size: tuple[int, int], *, coarse: bool) -> None:
    assert CameraFacts(*size, 30, autofocus=False).is_coarse is coarse
