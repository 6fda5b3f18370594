"""Ask pip-audit about pinned lists: 1 where a library has a known fault, 2 where nobody could tell."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

WELL, FAULTY, NOT_ASKED = 0, 1, 2
_PATIENCE_S = 600


def main(lists: Sequence[str]) -> int:
    """Judge each list by itself; the worst of them is the exit code, and a known fault is worst."""
    states = [judge(Path(pinned)) for pinned in lists]
    return FAULTY if FAULTY in states else max(states, default=WELL)


def judge(pinned: Path) -> int:
    """Say of one list what is known of its libraries."""
    options = ["--disable-pip", "--require-hashes", "--progress-spinner", "off", "--format", "json"]
    command = [sys.executable, "-m", "pip_audit", *options, "--requirement", str(pinned)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE_S)
        libraries = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        print(f"{pinned.name}: NOT audited. The advisory database could not be reached; a network is needed.")
        return NOT_ASKED
    return told(pinned.name, libraries)


def told(name: str, libraries: list[dict[str, Any]]) -> int:
    """Print what an answer of pip-audit comes to, and give its exit code."""
    faults = [(one, fault) for one in libraries for fault in one.get("vulns", ())]
    unknown = [one["name"] for one in libraries if "skip_reason" in one]
    for library, fault in faults:
        mended = ", ".join(fault["fix_versions"]) or "no version yet"
        print(f"{name}: {library['name']} {library['version']}: {fault['id']}, mended in {mended}")
    judged = len(libraries) - len(unknown)
    print(f"{name}: {judged} of {len(libraries)} libraries judged, {len(faults)} known faults")
    if unknown:
        print(
            f"{name}: NOT audited, the advisory database did not know them or did not answer: {len(unknown)}"
        )
    return FAULTY if faults else NOT_ASKED if unknown else WELL


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
