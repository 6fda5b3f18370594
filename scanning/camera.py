"""Frames from a camera: the one interface every source of frames keeps, and which source a text names."""

from pathlib import Path
from typing import Protocol

from scanning.camera_names import named_cameras
from scanning.errors import CameraUnavailable
from scanning.films import VIDEO_SUFFIXES, PictureFolder, VideoFile
from scanning.frames import Frame
from scanning.network_camera import STREAM_SCHEMES, NetworkCamera, without_password
from scanning.webcam import Webcam

__all__ = ["Camera", "NetworkCamera", "PictureFolder", "VideoFile", "Webcam", "is_address", "open_camera"]


class Camera(Protocol):
    """Give frames one by one, whatever they come from."""

    @property
    def name(self) -> str:
        """Say what the official would call this camera."""
        ...

    @property
    def autofocus(self) -> bool:
        """Say whether it is known to focus by itself."""
        ...

    def read(self) -> Frame | None:
        """Give the newest frame, or None when there is no new one right now; CameraLost when it is gone."""
        ...

    def close(self) -> None:
        """Let the device go; a closed camera is not read again."""
        ...


def open_camera(source: str) -> Camera:
    """Open what ``source`` names: a webcam (name, number, device), an http or rtsp address, a film, a folder.

    A film begins again when it is over, as a camera never is. CameraUnavailable when nothing answers there.
    """
    if source.isdecimal():
        return Webcam(int(source))
    if source.startswith(STREAM_SCHEMES):
        return NetworkCamera(source)
    return _at(Path(source)) or _named(source)


def is_address(source: str) -> bool:
    """Tell where a camera is found (number, network address, path) from the name of a webcam."""
    return source.isdecimal() or source.startswith(STREAM_SCHEMES) or _is_there(Path(source))


def _at(path: Path) -> Camera | None:
    if not _is_there(path):
        return None
    if path.is_char_device():
        return Webcam(str(path))
    if path.suffix.lower() in VIDEO_SUFFIXES and path.is_file():
        return VideoFile(path, loop=True)
    return PictureFolder(path)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a camera's name may be longer than a file's
        return False


def _named(name: str) -> Camera:
    for camera in named_cameras():
        if camera.name == name:
            source = camera.source
            return Webcam(int(source) if source.isdecimal() else source, name=name)
    raise CameraUnavailable(without_password(name))  # it may be an address of a kind that is not known
