"""The cameras of a desk as its use cases see them: named, opened, and the choice remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from scanning.camera import Camera

PRACTICE_CAMERA = "practice"
"""The name of the camera for training."""


@dataclass(frozen=True, slots=True)
class CameraChoice:
    """Which camera this desk looks through, by name, and whether its picture is shown as a mirror would."""

    name: str
    mirrored: bool


class Cameras(Protocol):
    """The cameras of this desk; ``PRACTICE_CAMERA`` names the one for training."""

    @property
    def choice(self) -> CameraChoice:
        """What was chosen last."""

    def offered(self) -> tuple[str, ...]:
        """Name the cameras that can be chosen now; asks the system, so not for the GUI thread."""

    def open(self, name: str) -> Camera:
        """Open a camera by its name; raises CameraUnavailable."""

    def keep(self, choice: CameraChoice) -> None:
        """Remember a choice for the next start; raises SetupError where the settings cannot be written."""
