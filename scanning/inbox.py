"""A watched folder: scanners and phones drop files here, and each is taken once, when it is complete."""

from pathlib import Path

from scanning.films import PICTURE_SUFFIXES

_WANTED = (*PICTURE_SUFFIXES, ".pdf")

_Stamp = tuple[int, int]


class Inbox:
    """Report each picture or PDF of a folder once it has stopped growing.

    Complete is: same size and time of change in two polls. A file written anew under an old name is reported
    again. A folder that is away (a network drive) counts as empty.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last_seen: dict[Path, _Stamp] = {}
        self._reported: dict[Path, _Stamp] = {}

    def new_files(self) -> tuple[Path, ...]:
        """Poll the folder; give the files that are complete and were not reported before, by name."""
        seen = self._look()
        ready = [
            path
            for path, stamp in seen.items()
            if self._last_seen.get(path) == stamp and self._reported.get(path) != stamp
        ]
        self._last_seen = seen
        self._reported.update({path: seen[path] for path in ready})
        return tuple(sorted(ready))

    def _look(self) -> dict[Path, _Stamp]:
        try:
            files = list(self._folder.iterdir())
        except OSError:
            return {}
        stamps = {path: _stamp(path) for path in files if _is_wanted(path)}
        return {path: stamp for path, stamp in stamps.items() if stamp is not None}


def _is_wanted(path: Path) -> bool:
    return path.suffix.lower() in _WANTED and not path.name.startswith((".", "~"))


def _stamp(path: Path) -> _Stamp | None:
    """Give size and time of change, or None for what is empty, gone or no file."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return (facts.st_size, facts.st_mtime_ns) if path.is_file() and facts.st_size else None
