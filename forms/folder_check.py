"""Checks every file of definitions below a folder, each by its kind, and what they say of one another."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from forms.annex import Annex, annex_faults, read_annex
from forms.bundle_check import faults_of_bundle, linkable, unknown_procedure
from forms.bundle_shape import BUNDLE, RESOLUTION
from forms.catalogue import form_from
from forms.definition import FormDefinition
from forms.errors import DefinitionError
from forms.example_check import example_faults
from forms.form_shape import EXAMPLE, FORM, PEOPLE
from forms.pack_check import faults_of_pack, provenance_faults, unknown
from forms.pack_shape import PACK
from forms.shape import Shape
from forms.shape_check import faults_of
from forms.toml_table import TomlTable, read_toml

_MOST_FILES = 5000


class FileKind(StrEnum):
    """What a file defines."""

    FORM = "form"
    PACK = "procedure"
    BUNDLE = "bundle"
    RESOLUTION = "office_fees"
    PEOPLE = "people"
    EXAMPLE = "example"


SHAPES: Mapping[FileKind, Shape] = {
    FileKind.FORM: FORM,
    FileKind.PACK: PACK,
    FileKind.BUNDLE: BUNDLE,
    FileKind.RESOLUTION: RESOLUTION,
    FileKind.PEOPLE: PEOPLE,
    FileKind.EXAMPLE: EXAMPLE,
}
"""The shape of each kind of file."""

_FOLDERS = {
    "forms": FileKind.FORM,
    "procedures": FileKind.PACK,
    "bundles": FileKind.BUNDLE,
    "office_fees": FileKind.RESOLUTION,
    "examples": FileKind.EXAMPLE,
}
_READ_ELSEWHERE = {"lessons"}
"""Folders of files that share words with ours, and have a check of their own."""
_TELLING_KEYS = {
    "form": FileKind.FORM,
    "parts": FileKind.BUNDLE,
    "amounts": FileKind.RESOLUTION,
    "people": FileKind.PEOPLE,
    "answers": FileKind.EXAMPLE,
    "processing": FileKind.PACK,
    "papers": FileKind.PACK,
    "fees": FileKind.PACK,
}


@dataclass(frozen=True, slots=True)
class Report:
    """What was found below a folder: how many files of each kind are right, and every fault."""

    right: Mapping[FileKind, int]
    faults: tuple[DefinitionError, ...]


@dataclass(frozen=True, slots=True)
class _File:
    kind: FileKind
    root: TomlTable

    @property
    def stem(self) -> str:
        return Path(self.root.file).stem


def check_folder(folder: Path) -> Report:
    """Check every definition below a folder; files of other kinds are left alone."""
    files, faults = _read(folder)
    right: Counter[FileKind] = Counter()
    check = _Checks(files, read_annex(folder / "laws" / "nq667.tsv"))
    for file in files:
        found = check.faults_in(file)
        right[file.kind] += not found
        faults.extend(found)
    return Report(right, tuple(faults))


def kind_of(path: Path, root: TomlTable) -> FileKind | None:
    """Say what a file defines: by the keys that only one kind has, else by its folder; None for any other."""
    if path.parent.name in _READ_ELSEWHERE:
        return None
    if isinstance(root.content.get("form"), dict):
        return FileKind.FORM
    told = [_TELLING_KEYS[key] for key in root.content if key in _TELLING_KEYS and key != "form"]
    return told[0] if told else _FOLDERS.get(path.parent.name)


def _read(folder: Path) -> tuple[list[_File], list[DefinitionError]]:
    files: list[_File] = []
    faults: list[DefinitionError] = []
    for path in itertools.islice(sorted(folder.rglob("*.toml")), _MOST_FILES):
        try:
            root = read_toml(path, path.relative_to(folder).as_posix())
        except DefinitionError as fault:
            faults.append(fault)
            continue
        kind = kind_of(path, root)
        if kind:
            files.append(_File(kind, root))
    return files, faults


class _Checks:
    """Knows all the files that were read, so that each can be held against the others."""

    def __init__(self, files: list[_File], annex: Annex) -> None:
        self._annex = annex
        self._forms: dict[tuple[str, str], FormDefinition] = {}
        self._form_faults: dict[str, DefinitionError] = {}
        self._packs = [file.root for file in files if file.kind is FileKind.PACK]
        self._bundles = [file.root for file in files if file.kind is FileKind.BUNDLE]
        self._people: dict[str, TomlTable] = {}
        self._seen: set[tuple[str, str]] = set()
        for file in files:
            if file.kind is FileKind.FORM:
                self._take_form(file.root)
            elif file.kind is FileKind.PEOPLE and not tuple(faults_of(file.root, PEOPLE)):
                everyone = file.root.table("people")
                self._people |= {name: everyone.table(name) for name in everyone.content}

    def faults_in(self, file: _File) -> tuple[DefinitionError, ...]:
        """List the faults of one file."""
        match file.kind:
            case FileKind.FORM:
                return self._of_form(file.root)
            case FileKind.PACK:
                return self._of_pack(file.root)
            case FileKind.BUNDLE:
                return self._of_bundle(file.root)
            case FileKind.PEOPLE:
                return tuple(faults_of(file.root, PEOPLE))
            case _:
                faults = tuple(faults_of(file.root, SHAPES[file.kind]))
                return faults or tuple(self._of_linked(file))

    def _take_form(self, root: TomlTable) -> None:
        try:
            form = form_from(root)
            if (form.code, form.version) in self._forms:
                raise root.table("form").refuse("version", "duplicate_version", form.version)
            self._forms[form.code, form.version] = form
        except DefinitionError as fault:
            self._form_faults[root.file] = fault

    def _of_form(self, root: TomlTable) -> tuple[DefinitionError, ...]:
        faults = tuple(faults_of(root, FORM))
        first = self._form_faults.get(root.file)
        return faults or ((first,) if first else ())

    def _of_pack(self, root: TomlTable) -> tuple[DefinitionError, ...]:
        faults = faults_of_pack(root, tuple(self._forms.values()))
        return faults or (*self._twice(root), *annex_faults(root, self._annex))

    def _twice(self, root: TomlTable) -> Iterator[DefinitionError]:
        code, version = root.content.get("code"), root.content.get("version")
        if isinstance(code, str) and isinstance(version, str):
            if (code, version) in self._seen:
                yield root.refuse("version", "duplicate_version", version)
            self._seen.add((code, version))

    def _of_linked(self, file: _File) -> Iterator[DefinitionError]:
        if file.kind is FileKind.RESOLUTION:
            yield from self._of_resolution(file.root)
        else:
            forms = self._forms_of(file.stem.partition("-")[0])
            yield from example_faults(file.root, file.stem, forms, self._people)

    def _of_bundle(self, root: TomlTable) -> tuple[DefinitionError, ...]:
        served = {code: linkable(self._forms_of(code), self._slots_of(code)) for code in self._codes()}
        return faults_of_bundle(root, tuple(self._forms.values()), served)

    def _of_resolution(self, root: TomlTable) -> Iterator[DefinitionError]:
        yield from provenance_faults(root, RESOLUTION)
        for row in root.tables("amounts"):
            unknown_code = tuple(unknown_procedure(row, self._codes()))
            yield from unknown_code
            packs = [pack for pack in self._packs if pack.content.get("code") == row.text("procedure")]
            fees = [fee for pack in packs for fee in _rows(pack, "fees")]
            if not unknown_code:
                yield from unknown(row, "fee", [str(fee.get("key")) for fee in fees])
                yield from unknown(row, "case", [str(fee.get("case")) for fee in fees])

    def _codes(self) -> set[str]:
        return {str(pack.content.get("code")) for pack in self._packs}

    def _slots_of(self, code: str) -> set[str]:
        own = (pack for pack in self._packs if pack.content.get("code") == code)
        return {str(paper.get("slot")) for pack in own for paper in _rows(pack, "papers")}

    def _forms_of(self, code: str) -> tuple[FormDefinition, ...]:
        filed = (*self._packs, *self._bundles)
        wanted = {pack.content.get("form") for pack in filed if pack.content.get("code") == code}
        return tuple(form for form in self._forms.values() if form.code in wanted)


def _rows(pack: TomlTable, key: str) -> tuple[Mapping[str, object], ...]:
    """Give the rows of a pack that may itself be faulty."""
    rows = pack.content.get(key)
    return tuple(row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else ()
