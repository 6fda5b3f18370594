"""Flatbeds and feeders: SANE's test and file backends, an eSCL scanner on loopback, and what goes wrong."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pytest
from crafts.scanning.escl_scanner import EsclScanner, airscan_config, escl_scanner
from hypothesis import given
from hypothesis import strategies as st

from scanning.errors import PictureError, ScanFailed, ScannerCause
from scanning.frames import Frame, encode_jpeg
from scanning.pnm import read_pnm
from scanning.scanner_options import ScannerOptions
from scanning.scanner_process import Patience
from scanning.scanner_sane import SANE, SaneScanners
from scanning.scanners import (
    Capabilities,
    JoinedScanners,
    Mode,
    ScannedSheet,
    ScannerName,
    Settings,
    Side,
    Source,
)

TEST = ScannerName(SANE, "test:0", "")
FEED = Settings(Source.FEEDER, dpi=75)
needs_sane = pytest.mark.skipif(
    not (shutil.which("scanimage") and shutil.which("airscan-discover")),
    reason="needs SANE with its airscan backend, which only Linux machines have",
)


def never() -> bool:
    return False


@pytest.fixture(autouse=True)
def _nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert list(folder.iterdir()) == []


@pytest.fixture
def config(tmp_path: Path) -> Path:
    folder = tmp_path / "sane"
    folder.mkdir()
    return folder


def sane(config: Path, backend: str = "test", *, more: tuple[str, ...] = ()) -> SaneScanners:
    (config / "dll.conf").write_text(f"{backend}\n")
    return SaneScanners(config=config, more=more)


def program(tmp_path: Path, script: str, *, page: float = 60.0) -> SaneScanners:
    """Make a scanner of a shell script that stands in for scanimage: a driver nobody could plug in."""
    made = tmp_path / "scanimage"
    options = 'case "$*" in *--all-options*) echo "    -x 0..200mm [200]"; exit;; esac'
    made.write_text(f"#!/bin/sh\n{options}\n{script}")
    made.chmod(0o700)
    return SaneScanners(program=str(made), patience=Patience(answer=5.0, page=page))


def page(number: int) -> str:
    """Say in shell how a page of 20 × 30 pixels is written and named."""
    head, body = r"printf 'P5\n20 30\n255\n'", "head -c 600 /dev/zero"
    return f"{{ {head}; {body}; }} > page{number}.pnm.part; echo page{number}.pnm\n"


@needs_sane
def test_scanners_are_named_and_tell_what_they_can_do(config: Path) -> None:
    scanners = sane(config)
    first, second = scanners.list()
    assert first.device == "test:0"
    assert first.label != second.label
    assert scanners.capabilities(first) == Capabilities(
        sources=(Source.FLATBED, Source.FEEDER),
        duplex=False,
        resolutions=(75, 100, 150, 200, 300, 400, 600, 1200),
        modes=(Mode.COLOUR, Mode.GRAY),
        largest_mm=(200.0, 200.0),
    )


@needs_sane
def test_a_feeder_gives_its_ten_sheets_and_the_glass_one(config: Path) -> None:
    scanners = sane(config)
    fed = list(scanners.scan(TEST, FEED, never))
    assert len(fed) == 10
    assert {(sheet.frame.width, sheet.side) for sheet in fed} == {(int(200 / 25.4 * 75), Side.FRONT)}
    assert len(list(scanners.scan(TEST, Settings(dpi=75, colour=False), never))) == 1


@needs_sane
def test_what_lies_on_the_glass_comes_out_pixel_by_pixel(config: Path, tmp_path: Path) -> None:
    drawn = np.random.default_rng(1).integers(0, 255, (64, 48, 3), np.uint8)
    picture = tmp_path / "sheet.ppm"
    picture.write_bytes(b"P6\n48 64\n255\n" + drawn.tobytes())
    [sheet] = sane(config, "pnm", more=(f"--filename={picture}",)).scan(
        ScannerName(SANE, "pnm:0", ""), Settings(dpi=75), never
    )
    assert np.array_equal(sheet.frame.pixels[:, :, ::-1], drawn)


@needs_sane
@pytest.mark.parametrize(
    ("status", "cause"),
    [
        ("JAMMED", ScannerCause.JAMMED),
        ("NO_DOCS", ScannerCause.NO_PAPER),
        ("COVER_OPEN", ScannerCause.COVER_OPEN),
        ("DEVICE_BUSY", ScannerCause.BUSY),
        ("IO_ERROR", ScannerCause.UNPLUGGED),
        ("ACCESS_DENIED", ScannerCause.NOT_PERMITTED),
        ("NO_MEM", ScannerCause.BROKEN),
    ],
)
def test_each_fault_of_a_scanner_has_its_cause(config: Path, status: str, cause: ScannerCause) -> None:
    scanners = sane(config, more=(f"--read-return-value=SANE_STATUS_{status}",))
    with pytest.raises(ScanFailed) as failed:
        list(scanners.scan(TEST, FEED, never))
    assert (failed.value.cause, failed.value.pages) == (cause, 0)


@needs_sane
def test_a_scanner_that_was_pulled_out_is_said_to_be_unplugged(config: Path) -> None:
    with pytest.raises(ScanFailed) as failed:
        sane(config).capabilities(ScannerName(SANE, "test:9", ""))
    assert failed.value.cause is ScannerCause.UNPLUGGED


@needs_sane
def test_a_network_scanner_is_asked_for_both_sides(config: Path) -> None:
    sides = [jpeg(40), jpeg(80), jpeg(120), jpeg(160)]
    with escl_scanner(sides) as scanner:
        scanners = SaneScanners(config=airscan_config(config, scanner.port))
        [name] = scanners.list()
        able = scanners.capabilities(name)
        fed = list(scanners.scan(name, Settings(Source.FEEDER, dpi=100, duplex=True), never))
    assert name.label == "eSCL Loop"
    assert able.duplex
    assert able.resolutions == (100, 200, 300)
    assert [sheet.side for sheet in fed] == [Side.FRONT, Side.BACK] * 2
    assert [brightness(sheet) for sheet in fed] == [40, 80, 120, 160]


def jamming_after(count: int, sheets: Iterable[ScannedSheet], scanner: EsclScanner) -> Iterator[ScannedSheet]:
    for taken, sheet in enumerate(sheets, start=1):
        yield sheet
        if taken == count:
            scanner.taken.set()


@needs_sane
def test_pages_read_before_a_jam_are_kept(config: Path) -> None:
    kept: list[ScannedSheet] = []
    with escl_scanner([jpeg(n * 20) for n in range(1, 11)], jams_after=3) as scanner:
        scanners = SaneScanners(config=airscan_config(config, scanner.port))
        [name] = scanners.list()
        with pytest.raises(ScanFailed) as failed:
            kept.extend(
                jamming_after(3, scanners.scan(name, Settings(Source.FEEDER, dpi=100), never), scanner)
            )
    assert (failed.value.cause, failed.value.pages) == (ScannerCause.JAMMED, 3)
    assert [brightness(sheet) for sheet in kept] == [20, 40, 60]


@needs_sane
def test_a_batch_is_stopped_between_two_sheets(config: Path) -> None:
    kept: list[ScannedSheet] = []
    for sheet in sane(config).scan(TEST, FEED, lambda: len(kept) >= 2):
        kept.append(sheet)  # noqa: PERF402 - the loop itself is what is told to stop
    assert 2 <= len(kept) < 10


def test_without_the_program_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(ScanFailed) as failed:
        SaneScanners(program=str(tmp_path / "nothing")).list()
    assert failed.value.cause is ScannerCause.NO_PROGRAM


posix = pytest.mark.skipif(os.name == "nt", reason="SANE and its shell are not on Windows")


@posix
def test_a_driver_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    hanging = program(tmp_path, f"{page(1)}sleep 600 & echo $$ $! > {pids}; wait\n", page=0.5)
    kept: list[ScannedSheet] = []
    with pytest.raises(ScanFailed) as failed:
        kept.extend(hanging.scan(TEST, FEED, never))
    assert (failed.value.cause, len(kept)) == (ScannerCause.SILENT, 1)
    for pid in pids.read_text().split():
        assert not is_running(int(pid))


@posix
def test_a_driver_that_does_not_end_after_its_last_page_is_not_waited_for(tmp_path: Path) -> None:
    script = f'{page(1)}{page(2)}echo "Batch terminated, 2 pages scanned" >&2\nsleep 600\n'
    assert len(list(program(tmp_path, script).scan(TEST, FEED, never))) == 2


@posix
def test_a_page_cut_off_in_its_middle_is_not_given(tmp_path: Path) -> None:
    script = f"{page(1)}printf 'P5\\n20 30\\n255\\n123' > page2.pnm.part\nexit 6\n"
    kept: list[ScannedSheet] = []
    with pytest.raises(ScanFailed) as failed:
        kept.extend(program(tmp_path, script).scan(TEST, FEED, never))
    assert (failed.value.cause, failed.value.pages, len(kept)) == (ScannerCause.JAMMED, 1, 1)


@posix
def test_what_is_no_picture_is_the_scanners_fault(tmp_path: Path) -> None:
    script = f"{page(1)}echo nonsense > page2.pnm.part; echo page2.pnm\n"
    with pytest.raises(ScanFailed) as failed:
        list(program(tmp_path, script).scan(TEST, FEED, never))
    assert (failed.value.cause, failed.value.pages) == (ScannerCause.BROKEN, 1)


@posix
def test_names_from_the_network_are_made_fit_to_be_shown(tmp_path: Path) -> None:
    made = tmp_path / "scanimage"
    made.write_text("#!/bin/sh\nprintf 'net:1\\nBad\\033[31m  Maker\\tM1\\nnet:2\\n%0300d\\n' 7\n")
    made.chmod(0o700)
    first, second = SaneScanners(program=str(made)).list()
    assert (first.device, first.label) == ("net:1", "Bad[31m MakerM1")
    assert len(second.label) == 80


EPSON = """
  Scan Mode:
    --mode Lineart|Gray|Color [Color]
        Selects the scan mode.
    --resolution 75|150|300|600dpi [75]
    --source Document Table|Automatic Document Feeder [Document Table]
    --adf-mode Simplex|Duplex [inactive]
    -x 0..215.9mm [215.9]
    -y 0..355.6mm [355.6]
"""
FUJITSU = """
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
    --mode Lineart|Halftone [Lineart]
    --resolution 50..600dpi (in steps of 1) [600]
    --page-width 2.2..221.1mm (in steps of 0.02) [215.9]
    --page-height 2.2..876.7mm (in steps of 0.02) [279.3]
    -x 0..215.9mm (in steps of 0.02) [215.8]
    -y 0..279.3mm (in steps of 0.02) [279.3]
"""
PANASONIC = """
    --source Flatbed|ADF [ADF]
    --duplex[=(yes|no)] [no]
    --resolution auto||100|200dpi [100]
"""


@pytest.mark.parametrize(
    ("said", "wanted", "switches"),
    [
        (EPSON, Settings(dpi=200), "--source=Document Table|--mode=Color|--resolution=300|-x|210|-y|297"),
        (
            FUJITSU,
            Settings(Source.FEEDER, duplex=True, colour=False),
            "--source=ADF Duplex|--resolution=300|--page-width=210|-x|210|--page-height=297|-y|279.3",
        ),
        (PANASONIC, Settings(Source.FEEDER, duplex=True), "--source=ADF|--duplex=yes|--resolution=200"),
        (PANASONIC, Settings(Source.FEEDER), "--source=ADF|--resolution=200"),
        ("", Settings(), ""),
    ],
)
def test_each_makers_options_are_set_by_their_own_words(said: str, wanted: Settings, switches: str) -> None:
    assert "|".join(ScannerOptions(said).switches(wanted)) == switches


@pytest.mark.parametrize(("said", "able"), [(EPSON, False), (FUJITSU, True), (PANASONIC, True)])
def test_both_sides_are_offered_only_where_the_scanner_has_them_active(said: str, *, able: bool) -> None:
    assert ScannerOptions(said).capabilities().duplex is able


@given(st.text(alphabet=" -[]=|.()aduplexmsorce019\n", max_size=300))
def test_whatever_a_driver_prints_gives_capabilities(said: str) -> None:
    assert ScannerOptions(said).capabilities().sources


@given(st.binary(max_size=60) | st.binary(max_size=60).map(b"P6\n20 20\n255\n".__add__))
def test_whatever_a_driver_sends_is_a_picture_or_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        read_pnm(data)


@pytest.mark.parametrize(
    ("data", "corner"),
    [
        (b"P4\n# scan\n20 16\n" + b"\x7f\xff\xf0" * 16, (255, 255, 255)),
        (b"P5 20 16 255\n" + bytes([7]) * 320, (7, 7, 7)),
        (b"P5 20 16 65535\n" + bytes([7, 1]) * 320, (7, 7, 7)),
        (b"P6\n20 999\n255\n" + bytes([1, 2, 3]) * 20 * 18, (3, 2, 1)),
    ],
)
def test_pictures_of_every_depth_are_read_and_short_ones_keep_their_rows(
    data: bytes, corner: tuple[int, int, int]
) -> None:
    frame = read_pnm(data)
    assert frame.width == 20
    assert frame.height in {16, 18}
    assert tuple(frame.pixels[0, 0]) == corner


def test_a_port_that_fails_does_not_hide_the_scanners_of_another(tmp_path: Path) -> None:
    gone = SaneScanners(program=str(tmp_path / "nothing"))
    joined = JoinedScanners({SANE: gone, "other": _OneScanner()})
    [name] = joined.list()
    assert name.port == "other"
    assert joined.capabilities(name).sources == (Source.FLATBED,)
    with pytest.raises(ScanFailed):
        JoinedScanners({SANE: gone}).list()
    with pytest.raises(ScanFailed):
        joined.capabilities(ScannerName("long ago", "x", ""))


class _OneScanner:
    """A port with one flatbed that holds nothing."""

    def list(self) -> tuple[ScannerName, ...]:
        return (ScannerName("other", "glass", "Glass"),)

    def capabilities(self, name: ScannerName) -> Capabilities:
        assert name.device == "glass"
        return Capabilities((Source.FLATBED,), duplex=False, resolutions=(300,), modes=(), largest_mm=(1, 1))

    def scan(self, *_asked: object) -> Iterator[ScannedSheet]:
        return iter(())


def jpeg(brightness: int) -> bytes:
    return encode_jpeg(Frame(np.full((1169, 827, 3), brightness, np.uint8)), 90)


def brightness(sheet: ScannedSheet) -> int:
    return round(float(sheet.frame.pixels.mean()) / 20) * 20


def is_running(pid: int) -> bool:
    """Tell whether a process still works; one that only waits to be buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
