"""Where papers lie as bytes: a folder, or a bucket of any S3-compatible store, behind one interface."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, S3Store

from counter_app.errors import SetupError
from counter_app.hub.denial import Denied
from counter_app.hub.settings import PaperSettings
from counter_app.wire.codes import ErrorCode

_PATIENCE = timedelta(seconds=15)


class Blobs(Protocol):
    """Named bytes; every method raises Denied (AWAY) while the store does not answer."""

    def put(self, name: str, pieces: Iterable[bytes], *, lasting: bool = True) -> None:
        """Keep bytes under a name, whole or not at all; what was there before is replaced.

        Those that are not ``lasting`` may be gone or torn after a power cut.
        """

    def read(self, name: str) -> bytes:
        """Give the bytes of a name; raises FileNotFoundError where there is none."""

    def drop(self, names: list[str]) -> None:
        """Forget names, those too that are not there."""


class ObjectBlobs:
    """Bytes in an object store; ``folder`` is its root where it is a folder of this computer."""

    def __init__(self, store: LocalStore | S3Store, folder: Path | None = None) -> None:
        self._store = store
        self._folder = folder

    def put(self, name: str, pieces: Iterable[bytes], *, lasting: bool = True) -> None:
        """Keep bytes under a name; in a folder lasting ones are on the disk when this returns."""
        try:
            writer = obstore.open_writer(self._store, name)
            for piece in pieces:
                writer.write(piece)
            writer.close()
            if self._folder and lasting:
                _onto_the_disk(self._folder / name)
        except (BaseError, OSError) as error:
            raise Denied(ErrorCode.AWAY, "papers") from error

    def read(self, name: str) -> bytes:
        """Give the bytes of a name; raises FileNotFoundError."""
        try:
            return bytes(obstore.get(self._store, name).bytes())
        except FileNotFoundError:
            raise
        except (BaseError, OSError) as error:
            raise Denied(ErrorCode.AWAY, "papers") from error

    def drop(self, names: list[str]) -> None:
        """Forget names: in a bucket all with one request, in a folder one after the other."""
        for some in [[name] for name in names] if self._folder else [names]:
            try:
                obstore.delete(self._store, some)
            except FileNotFoundError:
                continue
            except (BaseError, OSError) as error:
                raise Denied(ErrorCode.AWAY, "papers") from error


def open_blobs(settings: PaperSettings, beside: Path) -> ObjectBlobs:
    """Open the store that the settings name; a folder is made, beside the settings file unless absolute."""
    if settings.bucket:
        return ObjectBlobs(_bucket(settings))
    folder = (beside / settings.folder).resolve()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(folder, "not_writable") from error
    return ObjectBlobs(LocalStore(folder, mkdir=True), folder)


def _bucket(settings: PaperSettings) -> S3Store:
    plain = settings.endpoint.startswith("http://")
    return S3Store(
        settings.bucket,
        endpoint=settings.endpoint or None,
        region=settings.region,
        access_key_id=settings.access_key or None,
        secret_access_key=settings.secret_key or None,
        retry_config={"max_retries": 2, "retry_timeout": _PATIENCE},
        client_options={
            "timeout": _PATIENCE,
            "connect_timeout": timedelta(seconds=5),
            "allow_http": plain,
        },
    )


def _onto_the_disk(path: Path) -> None:
    """Wait until file and folder would survive a power cut."""
    for place in (path, path.parent):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
