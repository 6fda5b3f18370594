"""The craft of forms on the command line: ``check`` definitions, write their ``schema``, count ``coverage``.

Exit code 0: all right; 1: a definition has a fault; 2: nothing could be done.
"""

from __future__ import annotations

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path

from forms.coverage import coverage
from forms.errors import DefinitionError, FormsError
from forms.fault_words import fault_line
from forms.folder_check import SHAPES, check_folder
from forms.schema import schema_text


def main(arguments: list[str] | None = None) -> int:
    """Run the command and give its exit code."""
    if isinstance(sys.stdout, TextIOWrapper):  # Windows would choose an alphabet without Vietnamese letters
        sys.stdout.reconfigure(encoding="utf-8")
    parser = argparse.ArgumentParser(
        prog="python -m forms", description="Definitions of forms and procedures."
    )
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="explain every fault of the definitions below a folder")
    check.add_argument("folder", type=Path, help="a folder with TOML files")
    check.set_defaults(run=_check)
    schema = commands.add_parser("schema", help="write the JSON Schema of each kind of file")
    schema.add_argument("folder", type=Path, help="where to write, such as resources/schema")
    schema.set_defaults(run=_schema)
    covered = commands.add_parser("coverage", help="count what citizens are still asked at each procedure")
    covered.add_argument("folder", type=Path, nargs="?", default=Path("resources"), help="the resources")
    covered.set_defaults(run=_coverage)
    asked = parser.parse_args(arguments)
    return int(asked.run(asked.folder))


def _check(folder: Path) -> int:
    if not folder.is_dir():
        print(f"{folder}: not a folder", file=sys.stderr)
        return 2
    report = check_folder(folder)
    for fault in report.faults:
        print(fault_line(fault))
    right = ", ".join(f"{count} {kind}" for kind, count in sorted(report.right.items()) if count)
    print(f"right: {right or 'nothing'}; faults: {len(report.faults)}")
    if report.faults:
        return 1
    return 0 if right else 2


def _schema(folder: Path) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind, shape in SHAPES.items():
            (folder / f"{kind}.json").write_text(schema_text(shape), encoding="utf-8")
    except OSError as error:
        print(f"{folder}: {error.strerror}", file=sys.stderr)
        return 2
    print(f"{len(SHAPES)} schemas written to {folder}")
    return 0


def _coverage(folder: Path) -> int:
    try:
        found = tuple(coverage(folder))
    except FormsError as error:
        print(fault_line(error) if isinstance(error, DefinitionError) else repr(error), file=sys.stderr)
        return 2
    print(f"{'code':9} fields known assumed asked optional  untyped  papers struck-out  procedure")
    for one in found:
        counts = f"{one.fields:6} {one.known:5} {one.assumed:7} {one.asked:5} {one.optional:8}"
        share = f"{one.untyped:3}/{one.told:<3}"
        print(f"{one.code:9} {counts}  {share}  {one.papers:6} {one.struck_out:10}  {one.name}")
        for name, fact in one.asked_again:
            print(f"{'':9} {name} is asked although {fact} says the same")
    untyped, told = sum(one.untyped for one in found), sum(one.told for one in found)
    again = sum(len(one.asked_again) for one in found)
    share = f"{100 * untyped / told:.0f} %" if told else "none"
    print(
        f"{len(found)} procedures; {share} of the citizen's facts never typed; asked although known: {again}"
    )
    return 1 if again else 0


if __name__ == "__main__":
    sys.exit(main())
