"""Bundles of other desks on their way to the hub, and the receipts on their way back: files in one folder.

A bundle is sealed for the hub, and a receipt names nobody; so they lie as they came.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from counter_app.errors import NotFound
from counter_app.services.bundle_port import BundleRefused
from counter_app.store.durable import sorted_out, write_whole

_BUNDLE, _RECEIPT = ".bundle", ".receipt"
_MOST, _MOST_BYTES = 200, 4 * 1024**3
_KEPT_RECEIPTS = 500


class CarriedFolder:
    """See ``services.bundle_port.Carried``; the folder is made when the first file comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, sha256: str, content: bytes) -> None:
        """Keep a bundle; the same, and one that the hub has already, is kept once."""
        path = self._path(sha256, _BUNDLE)
        if path.exists() or self._path(sha256, _RECEIPT).exists():
            return
        lying = [one.stat().st_size for one in self._folder.glob(f"*{_BUNDLE}")]
        if len(lying) >= _MOST or sum(lying) + len(content) > _MOST_BYTES:
            raise BundleRefused("too_many")
        self._write(path, content)

    def names(self) -> tuple[str, ...]:
        """List the bundles that the hub has not got yet, the oldest first."""
        found = sorted(self._folder.glob(f"*{_BUNDLE}"), key=lambda path: path.stat().st_mtime)
        return tuple(path.stem for path in found)

    def open(self, sha256: str) -> bytes:
        """Give a bundle; raises NotFound."""
        try:
            return self._path(sha256, _BUNDLE).read_bytes()
        except FileNotFoundError:
            raise NotFound(sha256) from None

    def finish(self, sha256: str, receipt: bytes) -> None:
        """Keep the receipt in the bundle's place; of many receipts the newest."""
        self._write(self._path(sha256, _RECEIPT), receipt)
        self._path(sha256, _BUNDLE).unlink(missing_ok=True)
        kept = sorted(self._folder.glob(f"*{_RECEIPT}"), key=lambda path: path.stat().st_mtime)
        for old in kept[:-_KEPT_RECEIPTS]:
            old.unlink(missing_ok=True)

    def receipts(self) -> Iterator[tuple[str, bytes]]:
        """List the receipts."""
        for path in sorted(self._folder.glob(f"*{_RECEIPT}")):
            yield path.stem, path.read_bytes()

    def _write(self, path: Path, content: bytes) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, content)
        except OSError as error:
            raise sorted_out(error, path) from error

    def _path(self, sha256: str, ending: str) -> Path:
        return self._folder / f"{sha256}{ending}"
