"""Memory of a camera that looks all day: twenty thousand frames of a film, each shown. Linux only."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from counter_app.ui.pictures import image_of_frame
from scanning.films import VideoFile
from scanning.frames import fit
from scanning.opencv import cv2

FRAMES = 20_000
SIZE = (640, 360)


class _Hand:
    """A clock that goes on by one frame whenever it is asked."""

    now = 0.0

    def __call__(self) -> float:
        """Tell the time."""
        self.now += 0.04
        return self.now


def resident_mib() -> float:
    """Give the memory this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def film(folder: Path) -> Path:
    """Make a short film that is shown over and over."""
    path = folder / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25, SIZE)
    for number in range(100):
        writer.write(np.full((SIZE[1], SIZE[0], 3), number * 2, np.uint8))
    writer.release()
    return path


def main() -> int:
    """Read, shrink and show without a screen; print memory after a twentieth and at the end."""
    begun, count, early = time.perf_counter(), 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        camera = VideoFile(film(Path(folder)), loop=True, clock=_Hand())
        while count < FRAMES:
            frame = camera.read()
            if frame is None:
                continue
            image_of_frame(fit(frame, 320))
            count += 1
            early = early or (resident_mib() if count == FRAMES // 20 else 0.0)
        camera.close()
    late, spent = resident_mib(), time.perf_counter() - begun
    print(f"{count} frames: {early:.0f} MiB, then {late:.0f} MiB (x {late / early:.2f})")
    print(f"{1000 * spent / count:.2f} ms each")
    return 0 if late < 1.1 * early else 1


if __name__ == "__main__":
    sys.exit(main())
