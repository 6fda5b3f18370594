"""Papers lie in a folder or in an S3-compatible store, and nobody but the settings can tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub.object_store import ObjectStore, object_store

from counter_app.errors import SetupError
from counter_app.hub.blobs import ObjectBlobs, open_blobs
from counter_app.hub.denial import Denied
from counter_app.hub.settings import PaperSettings
from counter_app.wire.codes import ErrorCode


@pytest.fixture
def store() -> Iterator[ObjectStore]:
    """Run a stub of an object store."""
    with object_store() as stub:
        yield stub


def in_bucket(store: ObjectStore, folder: Path) -> ObjectBlobs:
    settings = PaperSettings(bucket="papers", endpoint=store.url, access_key="key", secret_key="secret")  # noqa: S106 - invented
    return open_blobs(settings, folder)


@pytest.fixture(params=["folder", "bucket"])
def blobs(request: pytest.FixtureRequest, store: ObjectStore, tmp_path: Path) -> ObjectBlobs:
    """Give both places, one after the other."""
    if request.param == "folder":
        return open_blobs(PaperSettings(folder="papers"), tmp_path)
    return in_bucket(store, tmp_path)


def test_what_is_put_is_read_replaced_and_dropped(blobs: ObjectBlobs) -> None:
    blobs.put("papers/ab/cd", (b"one", b"two"))
    assert blobs.read("papers/ab/cd") == b"onetwo"
    blobs.put("papers/ab/cd", (b"three",))
    assert blobs.read("papers/ab/cd") == b"three"
    blobs.drop(["papers/ab/cd", "papers/ab/never"])
    with pytest.raises(FileNotFoundError):
        blobs.read("papers/ab/cd")


def test_requests_to_a_bucket_are_signed_with_its_keys(store: ObjectStore, tmp_path: Path) -> None:
    in_bucket(store, tmp_path).put("papers/a", (b"x",))
    assert store.objects == {"/papers/papers/a": b"x"}
    assert store.signed[0].startswith("AWS4-HMAC-SHA256 Credential=key/")


def test_a_bucket_that_refuses_is_away_for_desks(store: ObjectStore, tmp_path: Path) -> None:
    store.refuses = True
    with pytest.raises(Denied) as denied:
        in_bucket(store, tmp_path).put("papers/a", (b"x",))
    assert denied.value.code is ErrorCode.AWAY


def test_a_folder_that_cannot_be_made_is_refused_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("a file", encoding="utf-8")
    with pytest.raises(SetupError):
        open_blobs(PaperSettings(folder="papers/inside"), tmp_path)
