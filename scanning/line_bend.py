"""How the lines of writing on a page still bend after its borders were made straight."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.polynomial.legendre import legder, legval, legvander
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.ink import ink_of
from scanning.opencv import cv2

_STRIP = 24  # px of a page 1200 px long; a few letters wide
_APART = 2  # strips from one to the other that it is compared with
_WINDOW, _STRIDE = 96, 48  # px of a strip that are compared at a time: three lines
_REACH = 5  # px that a line may climb or fall between the two
_ALIKE = 0.35  # correlation of strips that carry the same lines
_LEAST_INK = 1.0  # mean gray levels of a window that carries writing
_DARK = 80  # gray levels; from here on ink is ink
_LEAST_PLACES = 40  # measures without which a page says nothing about its bend

_ACROSS, _DOWN = 5, 3  # terms: up to an S with another swing across, changing as a bow down the page
_ORDERS = np.meshgrid(np.arange(1, _ACROSS), np.arange(_DOWN), indexing="ij")
_STIFFNESS = 0.0002 * ((_ORDERS[0] * (_ORDERS[0] + 1) / 2) ** 2 * (1 + 3 * _ORDERS[1] ** 2)).ravel()
_ROUNDS, _TIGHT = 5, 0.25  # measures farther off the fit than these pixels hardly count

_BENT = 1.1  # px that the usual measure climbs on bent pages; letters alone make it 0.5, at times 0.9
_EXPLAINED = 0.6  # share of that which a true bend leaves at most

_Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class LineBend:
    """Hold a smooth drop of lines over the page as a share of its width (Legendre terms, across by down)."""

    terms: _Reals

    def drop(self, across: _Reals, down: _Reals) -> _Reals:
        """Give how far below its level each place (0 to 1) is found, as a share of the page's width."""
        x = legvander(np.clip(2 * across - 1, -1, 1), _ACROSS - 1)
        y = legvander(np.clip(2 * down - 1, -1, 1), _DOWN - 1)
        return np.asarray(np.einsum("...i,ij,...j->...", x, self.terms, y), np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class LineRun:
    """Hold how the lines of a page run: how restlessly, and the smooth bend that explains most of it.

    ``unrest`` is by how many pixels of a page 1200 px long lines usually climb or fall between places 48 px
    apart, ``left`` what would remain of it without the bend.
    """

    unrest: float
    left: float
    smooth: LineBend

    @property
    def is_bent(self) -> bool:
        """Tell lines that bend from the ups and downs of letters."""
        return self.unrest > _BENT

    @property
    def bend(self) -> LineBend | None:
        """Give the bend to take out, None where there is none or it is no smooth one."""
        return self.smooth if self.is_bent and self.left < _EXPLAINED * self.unrest else None


def run_of_lines(page: Frame, skew: float) -> LineRun | None:
    """Measure how an upright page's lines run beyond their ``skew`` in degrees; None where it has too few."""
    ink = _levelled(ink_of(page), skew)
    climbs = _Climbs.between(_strips(ink), ink.shape[1])
    return climbs.explained(ink.shape[1]) if climbs.pixels.size >= _LEAST_PLACES else None


@dataclass(frozen=True, slots=True, eq=False)
class _Climbs:
    """Hold by how many pixels lines fall from strip to strip, where on the page (0 to 1), and how surely."""

    across: _Reals
    down: _Reals
    pixels: _Reals
    sure: _Reals

    @classmethod
    def between(cls, strips: NDArray[np.float32], width: int) -> Self:
        """Compare each strip (a column of ``strips``) with the next but one, window by window."""
        left, right = strips[:, :-_APART], strips[:, _APART:]
        power = np.sqrt(_summed(left**2) * _summed(right**2)) + 1e-6
        shifts = range(-_REACH, _REACH + 1)
        alike = np.stack([_summed(left * np.roll(right, -shift, axis=0)) for shift in shifts]) / power
        best = np.clip(alike.argmax(axis=0), 1, 2 * _REACH - 1)
        before, top, after = (np.take_along_axis(alike, (best + d)[None], axis=0)[0] for d in (-1, 0, 1))
        curve = np.minimum(before - 2 * top + after, -1e-6)
        pixels = best - _REACH + 0.5 * (before - after) / curve
        told = (top > _ALIKE) & (power / _WINDOW > _LEAST_INK**2) & (np.abs(pixels) < _REACH - 1)
        row, column = np.nonzero(told)
        across = (column + _APART / 2 + 0.5) * _STRIP / width
        down = (row * _STRIDE + _STRIDE / 2) / len(strips)
        return cls(across, down, pixels[told].astype(np.float64), top[told].astype(np.float64))

    def explained(self, width: int) -> LineRun:
        """Fit the smooth drop whose slope agrees with most measures."""
        x, y = 2 * self.across - 1, 2 * self.down - 1
        steps = np.stack([legval(x, legder(np.eye(_ACROSS)[term])) for term in range(1, _ACROSS)], axis=1)
        steps *= _APART * _STRIP / (width / 2)  # the slope over half a page becomes a climb
        parts = (steps[:, :, None] * legvander(y, _DOWN - 1)[:, None, :]).reshape(x.size, -1)
        stiff = np.diag(_STIFFNESS * x.size * float((steps[:, 0] ** 2).mean()))
        weight = self.sure
        for _ in range(_ROUNDS):
            weighed = (parts * weight[:, None]).T
            found = np.linalg.solve(weighed @ parts + stiff, weighed @ self.pixels)
            away = np.abs(parts @ found - self.pixels)
            weight = self.sure / (1 + (away / _TIGHT) ** 2)
        terms = np.vstack([np.zeros(_DOWN), found.reshape(-1, _DOWN)]) / width
        return LineRun(float(np.median(np.abs(self.pixels))), float(np.median(away)), LineBend(terms))


def _levelled(ink: Pixels, skew: float) -> Pixels:
    height, width = ink.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1)
    return np.asarray(cv2.warpAffine(ink, turn, (width, height), flags=cv2.INTER_LINEAR), np.uint8)


def _strips(ink: Pixels) -> NDArray[np.float32]:
    """Give how much ink each row of each strip of the page bears, rows by strips."""
    height, width = ink.shape
    strips = max(width // _STRIP, _APART + 1)
    whole = np.minimum(ink[:, : strips * _STRIP], _DARK)
    rows = cv2.resize(whole, (strips, height), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.GaussianBlur(rows.astype(np.float32), (1, 9), 0), np.float32)


def _summed(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Sum the values of each window."""
    summed = cv2.boxFilter(values, -1, (1, _WINDOW), normalize=False, borderType=cv2.BORDER_CONSTANT)
    return np.asarray(summed[_STRIDE // 2 :: _STRIDE], np.float32)
