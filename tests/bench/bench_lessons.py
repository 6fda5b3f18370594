"""Plays every lesson through the real window, offscreen, by the scripted trainee: ``--only 1 2``.

Each lesson has a process and a desk of its own. Prints what each came to, and fails where one stuck.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LONGEST_S = 300


def played(number: str) -> tuple[float, str]:
    """Play one lesson; give the seconds it took and what it said."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    command = [sys.executable, "-m", "counter_app", "demo", "--play", number, "--beat", "0", "--json"]
    began = time.monotonic()
    ended = subprocess.run(  # noqa: S603 - this project, on this Python
        command, capture_output=True, text=True, timeout=_LONGEST_S, cwd=ROOT, env=environment, check=False
    )
    said = ended.stdout.strip() or (ended.stderr.strip().splitlines() or ["nothing was said"])[-1]
    return time.monotonic() - began, said


def main() -> int:
    """Play what was asked for; without a choice, everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", default=[], metavar="NUMBER")
    asked = parser.parse_args()
    lessons = sorted(path.stem for path in (ROOT / "resources" / "lessons").glob("*.toml"))
    wrong = 0
    for code in lessons:
        number = str(int(code.partition("-")[0]))
        if asked.only and number not in asked.only:
            continue
        seconds, said = played(number)
        is_right = said.startswith("{") and json.loads(said)["points"] == json.loads(said)["most"]
        wrong += not is_right
        print(f"{'ok   ' if is_right else 'WRONG'} {seconds:6.1f} s  {code:<34} {said}", flush=True)
    print(f"{wrong} of the lessons did not come to all their points")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
