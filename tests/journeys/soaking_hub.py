"""A hub that may be killed at any moment; each of its lives is told the place of its settings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from journeys.lives import serve_lives

from counter_app.hub.__main__ import main


def live(words: Sequence[str], _up: Callable[[], None]) -> int:
    """Serve until killed."""
    return main(["--settings", words[0], "serve"])


if __name__ == "__main__":
    serve_lives(live)
