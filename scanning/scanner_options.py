"""What ``scanimage --all-options`` prints about a scanner, and the switches that ask for what is wanted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scanning.scanners import A4_MM, Capabilities, Mode, Settings, Source

_LINE = re.compile(
    r"^ {4}(?P<name>-[a-z]|--[A-Za-z0-9][\w-]*)"
    r"(?P<values>\[?[ =].*?)? \[(?P<now>[^\[\]]*)\](?: \[[a-z, -]+\])*$",
    re.MULTILINE,
)
_RANGE = re.compile(r"^(-?[\d.]+)\.\.(-?[\d.]+)")
_STEPS = re.compile(r" \(in steps of [\d.]+\)$")
_UNIT = re.compile(r"(?<=\d)(dpi|mm)$")
_OFFERED = (75, 100, 150, 200, 300, 400, 600, 1200)
_MOST_WORDS = 200_000  # letters; a real scanner prints some thousand

_GLASS = ("flatbed", "platen", "document table", "glass", "normal")
_FEED = ("feeder", "adf")
_BOTH = ("duplex", "both sides", "double sided")
_COLOUR = ("color", "colour")
_GRAY = ("gray", "grey")


@dataclass(frozen=True, slots=True)
class Choices:
    """Hold one option: the words or numbers it may be set to, or a range of numbers."""

    words: tuple[str, ...] = ()
    range: tuple[float, float] | None = None

    def find(self, *fragments: str, but: Sequence[str] = ()) -> str | None:
        """Give the first word that holds a fragment and none of ``but``, whatever its case."""
        for word in self.words:
            low = word.casefold()
            if any(part in low for part in fragments) and not any(part in low for part in but):
                return word
        return None

    @property
    def numbers(self) -> tuple[float, ...]:
        """Give the words that are numbers."""
        return tuple(float(word) for word in self.words if re.fullmatch(r"\d+(\.\d+)?", word))


class ScannerOptions:
    """Knows the options that one scanner has active, by their switches."""

    def __init__(self, said: str) -> None:
        self._options = dict(_options(said[:_MOST_WORDS]))

    def capabilities(self) -> Capabilities:
        """Say what the scanner can do; without a choice of sources it is a flatbed."""
        modes = [mode for mode in Mode if self._mode(colour=mode is Mode.COLOUR)]
        return Capabilities(
            sources=self._sources(),
            duplex=bool(self._duplex_switches()),
            resolutions=self._resolutions(),
            modes=tuple(modes) or (Mode.COLOUR,),
            largest_mm=(self._most("-x", A4_MM[0]), self._most("-y", A4_MM[1])),
        )

    def switches(self, wanted: Settings) -> tuple[str, ...]:
        """Give the switches for a scan, the source first: others depend on it."""
        mode, dpi = self._mode(colour=wanted.colour), self._nearest_dpi(wanted.dpi)
        made = [*self._source_switches(wanted)]
        made += [f"--mode={mode}"] if mode else []
        made += [f"--resolution={dpi:g}"] if dpi else []
        made += self._size_switches(wanted.page_mm)
        return tuple(made)

    def _sources(self) -> tuple[Source, ...]:
        source = self._options.get("--source", Choices())
        there = {Source.FLATBED: source.find(*_GLASS), Source.FEEDER: source.find(*_FEED, *_BOTH)}
        return tuple(each for each, word in there.items() if word) or (Source.FLATBED,)

    def _source_switches(self, wanted: Settings) -> tuple[str, ...]:
        source = self._options.get("--source", Choices())
        if wanted.source is Source.FLATBED:
            word = source.find(*_GLASS)
            return (f"--source={word}",) if word else ()
        duplex = self._duplex_switches() if wanted.duplex else ()
        if any(switch.startswith("--source=") for switch in duplex):
            return duplex
        word = source.find(*_FEED, but=(*_BOTH, "back")) or source.find(*_FEED, *_BOTH)
        return (*((f"--source={word}",) if word else ()), *duplex)

    def _duplex_switches(self) -> tuple[str, ...]:
        """Give what makes a feeder read both sides: makers have three ways to say it."""
        for name in ("--source", "--adf-mode"):
            word = self._options.get(name, Choices()).find(*_BOTH, but=("manual",))
            if word:
                return (f"{name}={word}",)
        return ("--duplex=yes",) if "yes" in self._options.get("--duplex", Choices()).words else ()

    def _mode(self, *, colour: bool) -> str | None:
        return self._options.get("--mode", Choices()).find(*(_COLOUR if colour else _GRAY))

    def _resolutions(self) -> tuple[int, ...]:
        choices = self._options.get("--resolution", Choices())
        if choices.range:
            low, high = choices.range
            return tuple(dpi for dpi in _OFFERED if low <= dpi <= high)
        return tuple(int(dpi) for dpi in choices.numbers)

    def _nearest_dpi(self, wanted: int) -> float | None:
        """Give the lowest resolution that suffices, else the highest there is."""
        choices = self._options.get("--resolution", Choices())
        if choices.range:
            low, high = choices.range
            return min(max(float(wanted), low), high)
        enough = [dpi for dpi in choices.numbers if dpi >= wanted]
        return min(enough, default=max(choices.numbers, default=None))

    def _size_switches(self, page_mm: tuple[float, float]) -> Iterator[str]:
        """Ask for the sheet's size; feeders of some makers want to know it before the window on it."""
        for axis, paper, size in (("-x", "--page-width", page_mm[0]), ("-y", "--page-height", page_mm[1])):
            if self._options.get(paper, Choices()).range:
                yield f"{paper}={min(size, self._most(paper, size)):g}"
            if self._options.get(axis, Choices()).range:
                yield axis
                yield f"{min(size, self._most(axis, size)):g}"

    def _most(self, name: str, usual: float) -> float:
        reach = self._options.get(name, Choices()).range
        return reach[1] if reach else usual


def _options(said: str) -> Iterator[tuple[str, Choices]]:
    for line in _LINE.finditer(said):
        if line["now"] != "inactive":
            yield line["name"], _choices(line["values"] or "")


def _choices(values: str) -> Choices:
    values = values.strip()
    if "(yes|no)" in values:
        return Choices(("yes", "no"))
    values = _UNIT.sub("", _STEPS.sub("", values.lstrip("[= ")).rstrip("]"))
    ends = _RANGE.match(values)
    if ends:
        return Choices(range=(float(ends[1]), float(ends[2])))
    return Choices(tuple(word for word in values.split("|") if word))
