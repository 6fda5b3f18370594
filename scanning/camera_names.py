"""Which webcams this machine has, by the names their makers gave them."""

import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_DEVICES = Path("/sys/class/video4linux")
_LONGEST = 80  # letters; a device may claim any name


@dataclass(frozen=True, slots=True)
class NamedCamera:
    """Hold a webcam's ``name``, unique on this machine, and the ``source`` that opens it for now."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class _Found:
    """Hold what the system says of a webcam; ``plug`` is where it is plugged in."""

    name: str
    plug: str
    source: str


def named_cameras(devices: Path = _DEVICES) -> tuple[NamedCamera, ...]:
    """List the webcams of this machine without opening any; none where the system does not tell.

    Two of one make are told apart by the plugs they are in, so that each is found again at its own.
    """
    if sys.platform == "win32":
        found = tuple(_of_windows())
    else:
        found = tuple(_of_linux(devices))
    makes = Counter(each.name for each in found)
    return tuple(NamedCamera(_full_name(each, alone=makes[each.name] == 1), each.source) for each in found)


def _full_name(found: _Found, *, alone: bool) -> str:
    return found.name if alone else f"{found.name} ({found.plug})"


def _of_linux(devices: Path) -> Iterator[_Found]:
    if not devices.is_dir():
        return
    for node in sorted(devices.iterdir(), key=_in_counting_order):
        if _takes_pictures(node):
            plug = (node / "device").resolve().name
            yield _Found(_printable(_said(node / "name")) or node.name, plug, f"/dev/{node.name}")


def _in_counting_order(node: Path) -> tuple[int, str]:
    return len(node.name), node.name


def _takes_pictures(node: Path) -> bool:
    """Tell a webcam's picture device from its second one, which carries only metadata."""
    return _said(node / "index") in {"", "0"}


def _said(file: Path) -> str:
    """Read one line of the system's; empty when the camera has just been pulled out."""
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _printable(name: str) -> str:
    clean = "".join(letter for letter in unicodedata.normalize("NFC", name) if letter.isprintable())
    return " ".join(clean.split())[:_LONGEST]


if sys.platform == "win32":
    from cv2_enumerate_cameras import enumerate_cameras

    from scanning.opencv import cv2

    def _of_windows() -> Iterable[_Found]:
        # DirectShow opens at once where Media Foundation takes seconds, and lets the focus be asked for.
        for each in enumerate_cameras(cv2.CAP_DSHOW):
            plug = next(iter(each.path.split("#")[2:3]), "")
            yield _Found(_printable(each.name) or plug, plug, str(cv2.CAP_DSHOW + each.index))
