"""Copies of a whole desk, each a folder: the database, its keys, its papers, its settings, and their list."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from counter_app.errors import NotFound, SetupError
from counter_app.services.copy_ports import CopyDamaged, NotACopy, SafeCopy
from counter_app.services.ports import SealBroken
from counter_app.store.copying import check_database, copy_database, shape_of, sorting_out
from counter_app.store.durable import UNFINISHED, sync_folder, write_new, write_whole
from counter_app.store.key_chest import KeyChest
from counter_app.store.manifest import MANIFEST, CopiedFile, Manifest, proven_manifest, read_manifest
from counter_app.store.sealed import SealedFolder

_STAMP = "%Y-%m-%dT%H%M%S"
_SHA256 = "sha256"
_SURELY_LEFT_S = 86_400


@dataclass(frozen=True, slots=True, repr=False)
class CopyKeys:
    """What a copy is made and read with: the database's key, that of the list's seal, and their name."""

    database: bytes
    seal: bytes
    name: str


@dataclass(frozen=True, slots=True)
class DeskFiles:
    """Where a desk keeps what; ``others`` are files and folders beside that are copied as they are."""

    folder: Path
    database: Path
    chest: Path
    papers: Path
    others: tuple[Path, ...] = ()

    def below(self, folder: Path) -> DeskFiles:
        """Name the same files below another folder."""

        def there(path: Path) -> Path:
            return folder / path.relative_to(self.folder)

        others = tuple(map(there, self.others))
        return DeskFiles(folder, there(self.database), there(self.chest), there(self.papers), others)


def make_copy(desk: DeskFiles, keys: CopyKeys, into: Path, at: datetime) -> SafeCopy:
    """Copy a desk while it works; a copy is there whole, under its moment's name, or not at all.

    The database comes first, as it stands at one moment; papers are sealed before they are named, so that
    none it names is missing. Papers that the latest copy has are linked from there where the disk can.
    Raises DiskFull and SetupError.
    """
    unfinished = into / f"{at:{_STAMP}}.{secrets.token_hex(4)}{UNFINISHED}"
    former = latest_copy(into)
    with sorting_out(into):
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(into)
        target = desk.below(unfinished)
        for path in (target.folder, target.chest, target.papers):
            path.mkdir(mode=0o700)
    try:
        copy_database(desk.database, keys.database, target.database, keys.database)
        with sorting_out(into):
            files = [_listed(target.database, unfinished), *_copied(desk, unfinished)]
            files += _papers(desk.papers, target, former)
            manifest = Manifest(at, shape_of(target.database, keys.database), keys.name, tuple(files))
            write_new(unfinished / MANIFEST, manifest.sealed(keys.seal))
            folder = _named(unfinished, into / f"{at:{_STAMP}}")
            sync_folder(into)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return _told(folder, manifest)


def copies_in(folder: Path) -> list[SafeCopy]:
    """List the copies below a folder, the newest first; whether they are whole is not asked."""
    found: list[SafeCopy] = []
    for below in folder.iterdir() if folder.is_dir() else ():
        with suppress(NotACopy):
            if below.suffix != UNFINISHED:
                found.append(copy_at(below))
    return sorted(found, key=lambda copy: copy.made_at, reverse=True)


def copy_at(folder: Path) -> SafeCopy:
    """Say what a copy says of itself; raises NotACopy."""
    return _told(folder, read_manifest(folder))


def latest_copy(folder: Path) -> SafeCopy | None:
    """Give the newest copy below a folder; None where there is none."""
    return next(iter(copies_in(folder)), None)


def keep_newest(folder: Path, count: int) -> None:
    """Delete all but the newest copies; raises SetupError."""
    with sorting_out(folder):
        for copy in copies_in(folder)[count:]:
            going = copy.folder.with_name(f"{copy.folder.name}{UNFINISHED}")
            copy.folder.rename(going)  # so that half a copy is never taken for one
            shutil.rmtree(going)


def prove_copy(desk: DeskFiles, keys: CopyKeys) -> Manifest:
    """Hold the copy in ``desk.folder`` against its list, papers aside; raises NotACopy or CopyDamaged."""
    manifest = proven_manifest(desk.folder, keys.seal)
    for file in manifest.files:
        path = desk.folder / file.path
        if not path.is_file() or path.stat().st_size != file.size:
            raise CopyDamaged(path)
        if not file.is_paper and _digest(path) != file.sha256:
            raise CopyDamaged(path)
    try:
        check_database(desk.database, keys.database)
    except SetupError as error:
        raise CopyDamaged(desk.database) from error
    return manifest


def prove_papers(desk: DeskFiles, manifest: Manifest, chest: KeyChest) -> None:
    """Open every paper of a copy; raises CopyDamaged."""
    sealed = SealedFolder(desk.papers, chest)
    for file in manifest.files:
        if file.is_paper:
            try:
                sealed.open(file.sha256)
            except (NotFound, SealBroken) as error:
                raise CopyDamaged(desk.folder / file.path) from error


def put_back(
    copy: DeskFiles, manifest: Manifest, desk: DeskFiles, *, chests: tuple[KeyChest, KeyChest]
) -> None:
    """Put keys, papers and settings of a copy where they are missing or damaged; the database is not one.

    ``chests`` are the copy's and the desk's. Done again after a power cut it goes on where it was.
    """
    old, new = chests
    for name in old.names():
        key = old.of(name)
        if key:
            new.keep(name, key)
    sealed = SealedFolder(desk.papers, new)
    apart = {copy.database, *(copy.chest / name for name in old.names())}
    with sorting_out(desk.folder):
        for file in manifest.files:
            source, target = copy.folder / file.path, desk.folder / file.path
            if source in apart or _is_there(file, target, sealed):
                continue
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(target, source.read_bytes())


def _is_there(file: CopiedFile, target: Path, sealed: SealedFolder) -> bool:
    if not file.is_paper:
        return target.exists()
    try:
        sealed.open(file.sha256)
    except (NotFound, SealBroken):
        return False
    return True


def _copied(desk: DeskFiles, into: Path) -> Iterator[CopiedFile]:
    """Copy keys and the files beside; they are small."""
    for source in (desk.chest, *desk.others):
        for path in sorted(source.iterdir()) if source.is_dir() else [source]:
            if path.is_file() and path.suffix != UNFINISHED:
                target = into / path.relative_to(desk.folder)
                target.parent.mkdir(mode=0o700, exist_ok=True)
                write_new(target, path.read_bytes())
                yield _listed(target, into)


def _papers(papers: Path, target: DeskFiles, former: SafeCopy | None) -> Iterator[CopiedFile]:
    """Copy sealed files as they lie; one that a copy has already is the same file there."""
    before = target.below(former.folder).papers if former else None
    for path in sorted(papers.glob("??/*")):
        if path.suffix == UNFINISHED:
            continue
        place = Path(path.parent.name) / path.name
        copied = target.papers / place
        copied.parent.mkdir(mode=0o700, exist_ok=True)
        if not (before and _linked(before / place, path, copied)):
            try:
                write_new(copied, path.read_bytes())
            except FileNotFoundError:
                continue  # removed just now, and so named by nothing
        relative = copied.relative_to(target.folder).as_posix()
        yield CopiedFile(relative, path.name, copied.stat().st_size, is_paper=True)


def _linked(earlier: Path, path: Path, copied: Path) -> bool:
    """Link an earlier copy of a paper, unless the paper was sealed anew since."""
    try:
        if earlier.stat().st_size != path.stat().st_size:
            return False
        os.link(earlier, copied)
    except OSError:
        return False
    return True


def _listed(path: Path, folder: Path) -> CopiedFile:
    return CopiedFile(path.relative_to(folder).as_posix(), _digest(path), path.stat().st_size)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, _SHA256).hexdigest()


def _told(folder: Path, manifest: Manifest) -> SafeCopy:
    papers = sum(file.is_paper for file in manifest.files)
    return SafeCopy(
        folder, manifest.made_at, manifest.shape, papers, sum(file.size for file in manifest.files)
    )


def _named(unfinished: Path, folder: Path) -> Path:
    """Give a finished copy its name: that of its moment, with a number where there is one of that second."""
    while folder.exists():
        stem, _, number = folder.name.partition("_")
        folder = folder.with_name(f"{stem}_{int(number or 1) + 1}")
    return unfinished.rename(folder)


def _sweep(folder: Path) -> None:
    """Delete what a power cut left of copies; a younger one may be on its way just now."""
    for path in folder.glob(f"*{UNFINISHED}"):
        if path.stat().st_mtime < time.time() - _SURELY_LEFT_S:
            shutil.rmtree(path)
