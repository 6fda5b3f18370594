"""Check form definitions on the command line: ``python -m forms check FOLDER``.

Exit code 0: all right; 1: a definition has a fault; 2: nothing could be checked.
"""

from __future__ import annotations

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path

from forms.catalogue import read_forms


def main(arguments: list[str] | None = None) -> int:
    """Run the command and give its exit code."""
    if isinstance(sys.stdout, TextIOWrapper):  # Windows would choose an alphabet without Vietnamese letters
        sys.stdout.reconfigure(encoding="utf-8")
    parser = argparse.ArgumentParser(prog="python -m forms", description="Check form definitions.")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="read every form definition below a folder")
    check.add_argument("folder", type=Path, help="a folder with TOML files")
    return _check(parser.parse_args(arguments).folder)


def _check(folder: Path) -> int:
    if not folder.is_dir():
        print(f"{folder}: not a folder", file=sys.stderr)
        return 2
    catalogue = read_forms(folder)
    for problem in catalogue.problems:
        print(problem)
    print(f"{len(catalogue.forms)} forms read, {len(catalogue.problems)} refused")
    if catalogue.problems:
        return 1
    return 0 if catalogue.forms else 2


if __name__ == "__main__":
    sys.exit(main())
