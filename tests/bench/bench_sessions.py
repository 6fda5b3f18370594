"""Lets officials and a trainer take turns at one desk, 10,000 sessions, and counts who saw another's work.

``--sessions N --seed N``; the short form runs with the tests (``tests/services/test_sessions.py``).
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from services.session_script import Sessions


def main() -> int:
    """Run the sessions and say what was seen; 1 where anything leaked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=8)
    asked = parser.parse_args()
    desk = Sessions(asked.seed)
    began = time.perf_counter()
    desk.run(asked.sessions)
    print(f"{asked.sessions} sessions in {time.perf_counter() - began:.0f} s: {len(desk.leaks)} leaks")
    print(", ".join(f"{what}: {count}" for what, count in sorted(desk.seen.items())))
    return 1 if desk.leaks else 0


if __name__ == "__main__":
    sys.exit(main())
