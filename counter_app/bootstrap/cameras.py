"""The cameras of this desk: those the settings name, those the system knows, and the one for practice."""

from __future__ import annotations

from pathlib import Path

from counter_app.config import Settings, keep_cameras
from counter_app.services.camera_port import PRACTICE_CAMERA, CameraChoice
from counter_app.services.desk import PracticeHall
from scanning.camera import Camera, is_address, open_camera
from scanning.camera_names import named_cameras
from scanning.errors import CameraUnavailable
from scanning.network_camera import without_password


class DeskCameras:
    """See ``services.desk.Cameras``; what the settings name is shown without the password in its address."""

    def __init__(self, path: Path, settings: Settings, hall: PracticeHall | None) -> None:
        self._path = path
        self._hall = hall
        self._listed = settings.cameras
        self._choice = CameraChoice(without_password(settings.camera), settings.mirror)
        more = (settings.camera,) if is_address(settings.camera) else ()
        self._addresses = {without_password(source): source for source in (*settings.cameras, *more)}

    @property
    def choice(self) -> CameraChoice:
        """What was chosen last."""
        return self._choice

    def offered(self) -> tuple[str, ...]:
        """Name the webcams that are plugged in, what the settings name, in training the practice camera."""
        plugged = (camera.name for camera in named_cameras())
        practice = (PRACTICE_CAMERA,) if self._hall else ()
        return tuple(dict.fromkeys((*plugged, *self._addresses, *practice)))

    def open(self, name: str) -> Camera:
        """Open a camera by its name; raises CameraUnavailable."""
        if name == PRACTICE_CAMERA:
            if self._hall is None:
                raise CameraUnavailable(name)
            return self._hall.camera()
        return open_camera(self._addresses.get(name, name))

    def keep(self, choice: CameraChoice) -> None:
        """Remember a choice; an address that was chosen before stays among the cameras to choose from."""
        self._choice = choice
        chosen = self._addresses.get(choice.name, choice.name)
        others = (source for source in self._addresses.values() if source != chosen or source in self._listed)
        keep_cameras(self._path, camera=chosen, cameras=tuple(others), mirror=choice.mirrored)
