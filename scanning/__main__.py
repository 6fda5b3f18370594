"""The scanning craft on the command line: ``read`` codes in pictures and films, or make a clean ``page``."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from time import perf_counter

from scanning.errors import PictureError
from scanning.films import VIDEO_SUFFIXES, film_frames
from scanning.frames import read_picture
from scanning.page_kind import PageKind
from scanning.paper_metadata import PaperMetadata
from scanning.qr import Payload, read_codes
from scanning.steady import SteadyReader

_PATIENCE_MS = 1000  # a picture on disk does not move on, so more passes are worth their time than live


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what one file gave: its texts, or why it was refused, and how long it took."""

    file: str
    texts: tuple[str, ...]
    ms: float
    error: str | None = None

    def as_json(self) -> str:
        """Write one line of JSON, Vietnamese letters as they are."""
        line: dict[str, object] = {"file": self.file, "payloads": list(self.texts), "ms": round(self.ms, 1)}
        if self.error is not None:
            line["error"] = self.error
        return json.dumps(line, ensure_ascii=False)

    def as_words(self) -> str:
        """Write one line for people."""
        said = f"refused: {self.error}" if self.error else "  ".join(self.texts) or "no code"
        return f"{self.file}: {said} ({self.ms:.0f} ms)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when every file could be read as a picture, 1 when one could not."""
    if isinstance(sys.stdout, TextIOWrapper):  # Windows would choose an alphabet without Vietnamese letters
        sys.stdout.reconfigure(encoding="utf-8")
    asked = _parser().parse_args(arguments)
    if asked.command == "page":
        return _make_page(asked.photo, asked.out)
    return _read_all(asked.files, as_json=asked.json)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scanning", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    read = commands.add_parser("read", help="print the payloads of the codes in pictures and films")
    read.add_argument("files", nargs="+", metavar="FILE")
    read.add_argument("--json", action="store_true", help="one line of JSON a file")
    page = commands.add_parser("page", help="find the sheet in a photograph and write it as PDF/A")
    page.add_argument("photo", type=Path, metavar="PHOTO")
    page.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    return parser


def _read_all(files: Sequence[str], *, as_json: bool) -> int:
    refused = False
    for file in files:
        reading = _read(file)
        refused = refused or reading.error is not None
        print(reading.as_json() if as_json else reading.as_words(), flush=True)
    return int(refused)


def _read(file: str) -> Reading:
    begun = perf_counter()
    path = Path(file)
    try:
        is_film = path.suffix.lower() in VIDEO_SUFFIXES
        texts = tuple(_texts_in_film(path) if is_film else _texts_in_picture(path))
    except PictureError as error:
        return Reading(file, (), _ms_since(begun), error.cause.value)
    return Reading(file, tuple(dict.fromkeys(texts)), _ms_since(begun))


def _texts_in_picture(path: Path) -> Iterator[str]:
    for payload in read_codes(read_picture(path), budget_ms=_PATIENCE_MS):
        yield _text(payload)


def _texts_in_film(path: Path) -> Iterator[str]:
    reader = SteadyReader(plausible=_has_card_structure)
    for frame in film_frames(path):
        text = reader.feed(read_codes(frame), frame.taken_at)
        if text is not None:
            yield text


def _has_card_structure(text: str) -> bool:
    """Tell a citizen card's payload: twelve digits, then at least six more parts."""
    number, *others = text.split("|")
    return len(number) == 12 and number.isdecimal() and len(others) >= 6


def _text(payload: Payload) -> str:
    """Give the text, or for a code that holds none its bytes, escaped."""
    return payload.text if payload.text is not None else payload.raw.decode("ascii", "backslashreplace")


def _ms_since(begun: float) -> float:
    return (perf_counter() - begun) * 1000


def _make_page(photo: Path, out: Path) -> int:
    # Only this command writes PDFs; `read` is started once a picture and must not wait for pikepdf.
    from scanning.clean import clean  # noqa: PLC0415 - start-up time
    from scanning.document import ScannedPage, build_document  # noqa: PLC0415 - start-up time
    from scanning.page import find_page, whole  # noqa: PLC0415 - start-up time
    from scanning.straighten import straighten  # noqa: PLC0415 - start-up time

    try:
        frame = read_picture(photo)
    except PictureError as error:
        print(f"{photo}: refused: {error.cause.value}", file=sys.stderr)
        return 1
    quad = find_page(frame)
    page = clean(straighten(frame, quad or whole(frame)))
    metadata = PaperMetadata(name=photo.stem)
    out.write_bytes(build_document([ScannedPage(page, PageKind.COLOUR)], metadata=metadata))
    print(f"{out}: {page.width}x{page.height}{'' if quad else ', no sheet found: the whole picture'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
