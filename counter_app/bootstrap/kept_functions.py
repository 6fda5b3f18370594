"""What dataclasses write for each class is compiled once and kept, as Python keeps what modules say."""

from __future__ import annotations

import atexit
import dataclasses
import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

_MOST = 8_000
"""More than all rooms together have; beyond it, what this run did not need is of an older program."""


class KeptFunctions:
    """Runs text as ``exec`` does; what a run before has compiled is taken from the file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known = _read(file)
        self._used: dict[str, CodeType] = {}

    def run(self, text: str, names: dict[str, Any], into: dict[str, Any]) -> None:
        """Run text with these names; what it defines goes into the other ones."""
        code = self._used.get(text) or self._known.get(text)
        if code is None:
            code = compile(text, "<string>", "exec", dont_inherit=True)
        self._used[text] = code
        exec(code, names, into)  # noqa: S102 - the text is that of dataclasses, which would run it itself

    def keep(self) -> None:
        """Write down what was not known; where nothing may be written, the next run compiles anew."""
        if self._used.keys() <= self._known.keys():
            return
        whole = self._known | self._used
        beside = self._file.with_suffix(f".{os.getpid()}")
        try:
            self._file.parent.mkdir(exist_ok=True)
            beside.write_bytes(marshal.dumps(whole if len(whole) <= _MOST else self._used))
            beside.replace(self._file)
        except OSError:
            with suppress(OSError):
                beside.unlink()


def take_kept_functions() -> None:
    """Have dataclasses use them: six functions for each of 600 classes are a fifth of a start."""
    kept = KeptFunctions(Path(cache_from_source(__file__)).with_suffix(".kept"))
    vars(dataclasses)["exec"] = kept.run
    if not sys.dont_write_bytecode:
        atexit.register(kept.keep)


def _read(file: Path) -> dict[str, CodeType]:
    try:
        known = marshal.loads(file.read_bytes())  # noqa: S302 - as trusted as the compiled modules beside it
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return known if isinstance(known, dict) else {}
