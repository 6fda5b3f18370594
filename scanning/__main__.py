"""The scanning craft on the command line: ``read`` codes, find a ``page``, ``digitise`` papers."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path

_FLUSHED = partial(print, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when every file could be read, 1 when one could not."""
    if isinstance(sys.stdout, TextIOWrapper):  # Windows would choose an alphabet without Vietnamese letters
        sys.stdout.reconfigure(encoding="utf-8")
    asked = _parser().parse_args(arguments)
    # Each command loads what it needs: `read` is started once a picture and must not wait for pikepdf.
    if asked.command == "read":
        from scanning.command_read import read_all  # noqa: PLC0415 - start-up time

        return read_all(asked.files, as_json=asked.json, say=_FLUSHED)
    if asked.command == "page" and asked.out is None:
        from scanning.command_page import tell_page  # noqa: PLC0415 - start-up time

        return tell_page(asked.photo, say=_FLUSHED)
    from scanning.command_digitise import digitise  # noqa: PLC0415 - start-up time

    files = [asked.photo] if asked.command == "page" else asked.files
    return digitise(files, asked.out, as_json=asked.json, with_text=asked.text, say=_FLUSHED)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scanning", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    read = commands.add_parser("read", help="print the payloads of the codes in pictures and films")
    read.add_argument("files", nargs="+", metavar="FILE")
    read.add_argument("--json", action="store_true", help="one line of JSON a file")
    page = commands.add_parser("page", help="say where the sheet lies in a photograph")
    page.add_argument("photo", type=Path, metavar="PHOTO")
    page.add_argument(
        "--json", action="store_true", help="its corners in pixels, clockwise from its top left"
    )
    page.add_argument("--out", type=Path, metavar="FILE.pdf", help="write the page as PDF/A, unread, instead")
    page.set_defaults(text=False)
    papers = commands.add_parser("digitise", help="make one PDF/A of photographs and PDFs of sheets")
    papers.add_argument("files", nargs="+", type=Path, metavar="PHOTO")
    papers.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    papers.add_argument("--json", action="store_true", help="one line of JSON about all pages")
    papers.add_argument(
        "--text", action=argparse.BooleanOptionalAction, default=True, help="read the words, to find and copy"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
