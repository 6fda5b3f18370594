"""The procedures this desk serves: read from a folder, found by day, and by what an official types."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from counter_app.domain.bundle import Bundle
from counter_app.domain.procedure import Procedure
from counter_app.domain.resolution import Resolution, with_resolution
from counter_app.errors import NotFound, SetupError
from counter_app.services.pack_examples import PackExamples
from counter_app.services.procedure_pack import read_procedure
from forms.catalogue import FormCatalogue
from forms.wording import fold

_MOST_FILES = 2000
_WORD = re.compile(r"\w+")


class NoSuchProcedure(NotFound):
    """No version of the procedure holds on the day, or the version is not in the folder."""

    def __init__(self, code: str, asked: str) -> None:
        super().__init__(code, asked)
        self.code = code
        self.asked = asked


class Catalogue:
    """All versions of all procedures, and the faults of the files that could not be read.

    ``bundles`` are what those procedures stand for that are the declaration of a life event.
    """

    def __init__(
        self,
        procedures: Sequence[Procedure],
        problems: Sequence[SetupError] = (),
        bundles: Sequence[Bundle] = (),
    ) -> None:
        self._entries = _newest_first(map(_Entry.of, procedures))
        self.problems = tuple(problems)
        self._bundles = {(bundle.code, bundle.version): bundle for bundle in bundles}

    @property
    def versions(self) -> tuple[Procedure, ...]:
        """Every version of every procedure, the newest first."""
        return tuple(entry.procedure for entry in self._entries)

    def on(self, code: str, day: date) -> Procedure:
        """Give the newest version that holds on the day; raises NoSuchProcedure."""
        for procedure in self._holding(day):
            if procedure.code == code:
                return procedure
        raise NoSuchProcedure(code, day.isoformat())

    def version(self, code: str, version: str) -> Procedure:
        """Give the version a dossier was received under; raises NoSuchProcedure."""
        for entry in self._entries:
            if (entry.procedure.code, entry.procedure.version) == (code, version):
                return entry.procedure
        raise NoSuchProcedure(code, version)

    def bundle(self, procedure: Procedure) -> Bundle | None:
        """Give the life event that a procedure stands for, None where it stands for itself."""
        return self._bundles.get((procedure.code, procedure.version))

    def all(self, day: date) -> tuple[Procedure, ...]:
        """List one version of each procedure that holds on the day, by field of work and name."""
        held = {procedure.code: procedure for procedure in reversed(self._holding(day))}
        return tuple(sorted(held.values(), key=lambda one: (one.field_of_work, one.short_name)))

    def search(self, text: str, day: date, recent: Sequence[str] = ()) -> tuple[Procedure, ...]:
        """List the procedures that fit what was typed, the best first, and all of them when nothing was.

        Diacritics and case do not matter; a code may be given in part and without its dots, a name by its
        first letters ("dktt"). ``recent`` are codes, the latest first; they lead among equals.
        """
        current = set(self.all(day))
        query = _Query.of(text)
        found = [
            (rank, _place(entry.procedure.code, recent), entry.procedure.short_name, entry.procedure)
            for entry in self._entries
            if entry.procedure in current and (rank := entry.rank(query)) is not None
        ]
        found.sort(key=lambda hit: hit[:3])
        return tuple(hit[3] for hit in found)

    def apart(self) -> Catalogue:
        """Give a catalogue of its own that serves the same."""
        own = Catalogue((), self.problems)
        own._entries, own._bundles = self._entries, dict(self._bundles)
        return own

    def take_up(self, procedure: Procedure) -> None:
        """Serve one more version from its day on, in place of one of the same code and version."""
        same = (procedure.code, procedure.version)
        others = [one for one in self._entries if (one.procedure.code, one.procedure.version) != same]
        self._entries = _newest_first([*others, _Entry.of(procedure)])

    def with_resolutions(
        self, resolutions: Sequence[Resolution], problems: Sequence[SetupError] = ()
    ) -> Catalogue:
        """Give the same catalogue with the amounts that a province has set."""
        procedures = list(self.versions)
        for resolution in resolutions:
            procedures = [with_resolution(procedure, resolution) for procedure in procedures]
        return Catalogue(procedures, (*self.problems, *problems))

    def _holding(self, day: date) -> list[Procedure]:
        return [entry.procedure for entry in self._entries if entry.procedure.provenance.holds_on(day)]


def read_procedures(
    folder: Path, forms: FormCatalogue | None = None, examples: PackExamples | None = None
) -> Catalogue:
    """Read every ``*.toml`` of a folder; a file that is refused becomes a problem and the others go on.

    With ``forms`` the expressions of each pack are held against the fields of its form; with ``examples``
    a pack is refused whose example does not come out as it says.
    """
    procedures: dict[tuple[str, str], Procedure] = {}
    problems: list[SetupError] = []
    for path in itertools.islice(sorted(folder.glob("*.toml")), _MOST_FILES):
        try:
            procedure = read_procedure(path, forms.forms if forms else None)
        except SetupError as problem:
            problems.append(problem)
            continue
        broken = examples.problem(procedure) if examples else None
        if broken:
            problems.append(broken)
        elif procedures.setdefault((procedure.code, procedure.version), procedure) is not procedure:
            problems.append(SetupError(path, "duplicate_version", key="version", nearest=procedure.version))
    return Catalogue(tuple(procedures.values()), problems)


@dataclass(frozen=True, slots=True)
class _Query:
    """What was typed: its folded words, and all of it without blanks and dots."""

    words: tuple[str, ...]
    joined: str

    @classmethod
    def of(cls, text: str) -> _Query:
        words = tuple(_WORD.findall(fold(text)))
        return cls(words, "".join(words))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A procedure with everything it can be found by, folded; ``codes`` without dots, its own first."""

    procedure: Procedure
    codes: tuple[str, ...]
    short: tuple[str, ...]
    words: tuple[str, ...]
    initials: tuple[str, ...]
    joined: str

    @classmethod
    def of(cls, procedure: Procedure) -> _Entry:
        names = (procedure.short_name, procedure.name, procedure.name_en, *procedure.search_words)
        folded = [tuple(_WORD.findall(fold(name))) for name in names]
        return cls(
            procedure,
            tuple(code.replace(".", "") for code in (procedure.code, *procedure.other_codes)),
            folded[0],
            tuple(itertools.chain.from_iterable(folded)),
            tuple("".join(word[0] for word in words) for words in folded),
            " ".join("".join(words) for words in folded),
        )

    def rank(self, query: _Query) -> int | None:
        """Say how well the procedure fits, 0 best; None when it does not."""
        if not query.words:
            return 0
        tests = (
            query.joined in self.codes,
            _begin(query.words, self.short),
            query.joined in self.initials,
            _begin(query.words, self.words),
            query.joined.isdigit() and any(query.joined in code for code in self.codes),
            query.joined in self.joined,
            any(query.joined in initials for initials in self.initials),
        )
        return next((rank for rank, fits in enumerate(tests) if fits), None)


def _newest_first(entries: Iterable[_Entry]) -> tuple[_Entry, ...]:
    return tuple(sorted(entries, key=lambda one: one.procedure.provenance.effective_from, reverse=True))


def _begin(typed: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Say whether every typed word begins one of the words."""
    return all(any(word.startswith(part) for word in words) for part in typed)


def _place(code: str, recent: Sequence[str]) -> int:
    return recent.index(code) if code in recent else len(recent)
