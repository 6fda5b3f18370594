"""Whatever comes from outside is read, or refused with a foreseen error: the short form of ``make fuzz``."""

import logging
from collections.abc import Callable
from functools import reduce
from pathlib import Path

import pytest
from fuzz.readers import FOUND, names, readers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

_Change = tuple[int, int, bytes]
_SIGNS = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [b"\0", b"\n", b'"', b"[", b"{", b"<", b"|", b"9" * 30, "ễ".encode(), b"\xff\xff\xff\xff"]
    ),
)
_CHANGES = st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 9), _SIGNS), max_size=6)


def changed(content: bytes, change: _Change) -> bytes:
    """Put other bytes into the place of some."""
    at, length, other = change[0] % (len(content) + 1), change[1], change[2]
    return content[:at] + other + content[at + length :]


@pytest.fixture(autouse=True)
def _unheard_libraries(caplog: pytest.LogCaptureFixture) -> None:
    """Let the PDF libraries say what they like about broken files; in the program one of them runs alone."""
    for library in ("pikepdf", "pyhanko"):
        caplog.set_level(logging.CRITICAL, logger=library)


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, bytes], bool]:
    """Give a way to try an input on a reader by its name."""
    by_name = {reader.name: reader for reader in readers(tmp_path_factory.mktemp("given"))}
    return lambda name, content: by_name[name].try_out(content)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("name", names())
def test_a_reader_reads_or_refuses_whatever_comes(
    name: str, tried: Callable[[str, bytes], bool], tmp_path: Path
) -> None:
    sound = tuple(next(one for one in readers(tmp_path) if one.name == name).seeds())

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.sampled_from(sound), _CHANGES)
    def try_one(content: bytes, changes: list[_Change]) -> None:
        tried(name, reduce(changed, changes, content))

    try_one()


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize(
    "path", sorted(FOUND.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_what_broke_a_reader_once_does_so_no_more(path: Path, tried: Callable[[str, bytes], bool]) -> None:
    tried(path.parent.name, path.read_bytes())


def test_every_reader_takes_a_sound_input(tmp_path: Path) -> None:
    deaf = [one.name for one in readers(tmp_path) if not any(map(one.try_out, one.seeds()))]
    assert deaf == []
