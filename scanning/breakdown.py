"""What a driver, a decoder or the memory breaks down with, told as the loss of the camera that it is."""

from collections.abc import Iterator
from contextlib import contextmanager

from scanning.errors import CameraLost
from scanning.opencv import cv2


@contextmanager
def breakdown_is_loss(source: str) -> Iterator[None]:
    """Raise CameraLost of ``source`` for what may go wrong while a frame is fetched and made."""
    try:
        yield
    except (cv2.error, MemoryError, TypeError, ValueError, OSError) as error:
        raise CameraLost(source) from error
