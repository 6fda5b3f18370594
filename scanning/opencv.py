"""OpenCV as this program uses it: the one place that imports cv2, with the environment left as it was.

The wheel of opencv-python points Qt and the dynamic linker at its own libraries through the environment;
every child process would inherit that, and a PySide6 child would load OpenCV's Qt plugins and die.
"""

import os
from collections.abc import MutableMapping
from pathlib import Path

import cv2

_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_LINKER_PATH = "LD_LIBRARY_PATH"


def forget_opencv(environment: MutableMapping[str, str], home: str) -> None:
    """Take out of ``environment`` what the cv2 package in the folder ``home`` put there, and nothing else."""
    homes = (home, os.path.realpath(home))  # an environment may be reached by a link
    for name in _QT_VARIABLES:
        if environment.get(name, "").startswith(homes):
            del environment[name]
    folders = environment.get(_LINKER_PATH, "").split(os.pathsep)
    kept = [folder for folder in folders if not folder.startswith(homes)]
    if len(kept) == len(folders):
        return
    if any(kept):
        environment[_LINKER_PATH] = os.pathsep.join(kept)
    else:
        del environment[_LINKER_PATH]


forget_opencv(os.environ, str(Path(cv2.__file__).parent))

__all__ = ["cv2", "forget_opencv"]
