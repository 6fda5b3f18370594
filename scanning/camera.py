"""Frames from a camera: the one interface every source of frames keeps, and which source a text names."""

import sys
from pathlib import Path
from typing import Protocol

from scanning.errors import CameraUnavailable
from scanning.films import VIDEO_SUFFIXES, PictureFolder, VideoFile
from scanning.frames import Frame
from scanning.webcam import Webcam

__all__ = ["Camera", "PictureFolder", "VideoFile", "Webcam", "list_cameras", "open_camera"]

_STREAMS = ("http://", "https://", "rtsp://")
_DEVICES = Path("/sys/class/video4linux")


class Camera(Protocol):
    """Give frames one by one, whatever they come from."""

    @property
    def name(self) -> str:
        """Say what the official would call this camera."""
        ...

    def read(self) -> Frame | None:
        """Give the newest frame, or None when there is no new one right now; CameraLost when it is gone."""
        ...

    def close(self) -> None:
        """Let the device go; a closed camera is not read again."""
        ...


def open_camera(source: str) -> Camera:
    """Open what ``source`` names: a number, a device, an http or rtsp address, a film, a picture, a folder.

    CameraUnavailable when nothing answers there.
    """
    if source.isdecimal():
        return Webcam(int(source))
    if source.startswith(_STREAMS):
        return Webcam(source)
    path = Path(source)
    if path.is_char_device():
        return Webcam(source)
    if path.suffix.lower() in VIDEO_SUFFIXES and path.is_file():
        return VideoFile(path)
    if path.exists():
        return PictureFolder(path)
    raise CameraUnavailable(source)


def list_cameras() -> tuple[str, ...]:
    """Name the sources of the webcams of this machine, without opening any.

    Only Linux tells without opening; elsewhere the first two numbers are offered.
    """
    if sys.platform != "linux":
        return ("0", "1")
    if not _DEVICES.is_dir():
        return ()
    return tuple(f"/dev/{node.name}" for node in sorted(_DEVICES.iterdir()) if _takes_pictures(node))


def _takes_pictures(node: Path) -> bool:
    """Tell a webcam's picture device from its second one, which carries only metadata."""
    index = node / "index"
    return not index.is_file() or index.read_text().strip() == "0"
