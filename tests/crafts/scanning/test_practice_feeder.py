"""The practice scanner gives what was laid in, once, as a real one would: a little askew, backs and all."""

import numpy as np
import pytest

from scanning.errors import ScanFailed, ScannerCause
from scanning.frames import Frame
from scanning.practice_feeder import PracticeFeeder
from scanning.scanners import ScannedSheet, Settings, Side, Source

FEED = Settings(Source.FEEDER, dpi=150)


def sheet(ink: int) -> Frame:
    page = np.full((877, 620, 3), 255, np.uint8)
    page[400:480, 100:500] = ink
    return Frame(page)


def scan(feeder: PracticeFeeder, settings: Settings) -> list[ScannedSheet]:
    [name] = feeder.list()
    return list(feeder.scan(name, settings, lambda: False))


def test_what_was_laid_in_comes_out_once_in_its_order() -> None:
    feeder = PracticeFeeder()
    feeder.lay_in([sheet(20), sheet(120)])
    fed = scan(feeder, FEED)
    assert [round(float(each.frame.pixels[880, 600].mean()) / 20) for each in fed] == [1, 6]
    assert {(each.frame.width, each.frame.height) for each in fed} == {(1240, 1754)}
    with pytest.raises(ScanFailed) as failed:
        scan(feeder, FEED)
    assert failed.value.cause is ScannerCause.NO_PAPER


def test_the_glass_holds_the_first_sheet_alone() -> None:
    feeder = PracticeFeeder()
    feeder.lay_in([sheet(20), sheet(120)])
    assert len(scan(feeder, Settings(dpi=150))) == 1


def test_both_sides_come_alternately_and_a_back_shows_little_of_its_front() -> None:
    feeder = PracticeFeeder()
    feeder.lay_in([sheet(20)] * 2)
    fed = scan(feeder, Settings(Source.FEEDER, dpi=150, duplex=True))
    assert [each.side for each in fed] == [Side.FRONT, Side.BACK] * 2
    assert fed[1].frame.pixels.min() > 200


def test_gray_is_gray_and_two_scans_of_one_sheet_are_not_the_same() -> None:
    feeder = PracticeFeeder()
    scans = []
    for _ in range(2):
        feeder.lay_in([sheet(20)])
        scans += scan(feeder, Settings(dpi=150, colour=False))
    pixels = scans[0].frame.pixels
    assert np.array_equal(pixels[:, :, 0], pixels[:, :, 2])
    assert not np.array_equal(pixels, scans[1].frame.pixels)
