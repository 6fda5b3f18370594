"""Measure filed pages: bytes, validity, time, and how much of stamps and ink keeps its colour, beside JPEG.

    python tests/bench/bench_documents.py --set DIR [--inks DIR] [--limit N] [--first N]

``--set`` holds pictures and their truth, `gt.json`, as the papers' generator writes them. ``--inks`` holds,
under their names as PNG, what was stamped (red channel) and signed (blue channel) on the upright page: what
the generator's `render_page` gives besides the page. Colours are compared on flat sheets only, where this
truth lies over the page pixel by pixel. Times are processor time of one thread.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import mean, median
from time import process_time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from pikepdf import pdfa

from scanning.develop import develop
from scanning.document import ScannedPage, build_document
from scanning.frames import Frame, Pixels, decode_picture, encode_jpeg, read_picture
from scanning.opencv import cv2
from scanning.page_kind import PageKind
from scanning.paper_metadata import PaperMetadata
from scanning.quad import Quad

_LEAST = 1000  # pixels of an ink that are worth comparing
_RED, _BLUE = 25, 15  # by how much the channel leads in what people still call red and blue
_JPEG_QUALITY = 75
_FLAT = 0.005  # a lens that bends lines less is as good as straight


@dataclass(frozen=True, slots=True)
class Filed:
    """Hold one way to file one page: its bytes, its time, and the shares of red and blue that were kept."""

    size: int
    ms: float
    red: float | None
    blue: float | None


@dataclass(frozen=True, slots=True)
class Measure:
    """Hold one page: as a document of ours and as JPEG, as photographed and cleaned."""

    name: str
    kind: PageKind
    valid: bool
    ways: dict[str, Filed]


@dataclass(frozen=True, slots=True, eq=False)
class Inks:
    """Hold where a page was truly stamped and signed."""

    stamped: NDArray[np.bool_]
    signed: NDArray[np.bool_]

    def kept(self, shown: Pixels) -> tuple[float | None, float | None]:
        """Give the shares of both that are still red and blue in a picture of the page."""
        blue, green, red = (channel.astype(np.int16) for channel in cv2.split(shown))
        is_red, is_blue = red - np.maximum(green, blue) > _RED, blue - red > _BLUE
        return _share(is_red, self.stamped), _share(is_blue, self.signed)


def _share(right: NDArray[np.bool_], where: NDArray[np.bool_]) -> float | None:
    return float(right[where].mean()) if np.count_nonzero(where) >= _LEAST else None


def measures(folder: Path, inks: Path | None, wanted: slice) -> Iterator[Measure]:
    """File the pictures of a folder one by one, cut out at their true corners."""
    truth = json.loads((folder / "gt.json").read_text(encoding="utf-8"))
    for name in sorted(truth)[wanted]:
        frame = read_picture(folder / name)
        corners = np.array(truth[name]["corners"], np.float64)
        quad = Quad.of(corners)
        away = np.linalg.norm(quad.array() - corners[0], axis=1)
        page = develop(frame, quad, turns=-int(np.argmin(away)) % 4)
        tags = truth[name]["tags"]
        flat = not tags.get("curl") and abs(tags.get("lens", 0.0)) < _FLAT
        known = _inks(inks / Path(name).with_suffix(".png").name, page.clean) if inks and flat else None
        yield _measured(name, page.straight, ScannedPage(page.clean, page.kind), known)


def _inks(file: Path, page: Frame) -> Inks | None:
    if not file.is_file():
        return None
    drawn = cv2.resize(read_picture(file).pixels, (page.width, page.height), interpolation=cv2.INTER_AREA)
    stamped = drawn[..., 2] > 128
    return Inks(stamped, (drawn[..., 0] > 128) & ~stamped)


def _measured(name: str, straight: Frame, page: ScannedPage, inks: Inks | None) -> Measure:
    begun = process_time()
    document = build_document([page], metadata=PaperMetadata(name=name))
    ms = (process_time() - begun) * 1000
    ways = {"document": _filed(len(document), ms, _shown(document), inks)}
    for way, picture in (("JPEG as photographed", straight), ("JPEG cleaned", page.clean)):
        begun = process_time()
        data = encode_jpeg(picture, _JPEG_QUALITY)
        ms = (process_time() - begun) * 1000
        ways[way] = _filed(len(data), ms, decode_picture(data).pixels, inks)
    return Measure(name, page.kind, pdfa.validate_written(BytesIO(document), "2b").passed, ways)


def _filed(size: int, ms: float, shown: Pixels, inks: Inks | None) -> Filed:
    red, blue = inks.kept(shown) if inks else (None, None)
    return Filed(size, ms, red, blue)


def _shown(document: bytes) -> Pixels:
    with pypdfium2.PdfDocument(document) as pdf:
        return np.asarray(pdf[0].render(scale=200 / 72 * (1 - 1e-6)).to_numpy(), np.uint8)[..., :3]


def report(measured: list[Measure]) -> None:
    """Print a line a way of filing, and what the documents of each kind take."""
    print(f"{len(measured)} pages, {sum(measure.valid for measure in measured)} valid PDF/A-2b")
    for way in measured[0].ways:
        filed = [measure.ways[way] for measure in measured]
        red, blue = _mean([one.red for one in filed]), _mean([one.blue for one in filed])
        kilobytes, ms = median(one.size for one in filed) / 1000, median(one.ms for one in filed)
        print(f"{way:22} {kilobytes:7.1f} kB {ms:6.0f} ms   stamp red {red}   ink blue {blue}")
    for kind in PageKind:
        sizes = sorted(measure.ways["document"].size for measure in measured if measure.kind is kind)
        if sizes:
            middle, largest = median(sizes) / 1000, sizes[-1] / 1000
            print(f"{kind.value:7} {len(sizes):4} pages, median {middle:.1f} kB, largest {largest:.1f} kB")


def _mean(shares: list[float | None]) -> str:
    known = [share for share in shares if share is not None]
    return f"{mean(known):5.1%} of {len(known)}" if known else "–"


def main() -> int:
    """Measure a set and report; the document's validity decides the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", type=Path, metavar="DIR")
    parser.add_argument("--inks", type=Path, metavar="DIR")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--limit", type=int, default=40)
    asked = parser.parse_args()
    if asked.set is None:
        print("no set of papers given: see --help")
        return 0
    cv2.setNumThreads(1)
    measured = list(measures(asked.set, asked.inks, slice(asked.first, asked.first + asked.limit)))
    report(measured)
    return int(not all(measure.valid for measure in measured))


if __name__ == "__main__":
    sys.exit(main())
