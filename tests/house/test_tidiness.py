"""What keeps the house easy to walk through: short modules, one version, no addresses of registries."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = ("counter_app", "forms", "scanning", "printing", "resources")
LONGEST_MODULE = 400
# One letter of each name stands in a class, so that this file is searched like all others and names none.
REGISTRY = re.compile(r"pypi[.](org|python)|python[h]osted|--(extra-)?index[-]url|--find[-]links|[/]simple/")


def files_of_the_project() -> Iterator[Path]:
    yield from (path for path in ROOT.iterdir() if path.suffix in {".md", ".toml", ".txt"})
    yield ROOT / "Makefile"
    for folder in (*PROGRAM, "tests", ".ci"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file() and not is_binary(path))


def is_binary(path: Path) -> bool:
    content = path.read_bytes()
    try:
        content.decode()
    except UnicodeDecodeError:
        return True
    return b"\0" in content[:4096]


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    modules = (path for folder in PROGRAM for path in (ROOT / folder).rglob("*.py"))
    long = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert not {name: lines for name, lines in long.items() if lines > LONGEST_MODULE}


def test_no_file_names_a_package_registry() -> None:
    assert not [p for p in files_of_the_project() if REGISTRY.search(p.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    "parts", [("pypi", ".org"), ("python", "hosted"), ("--extra-index", "-url"), ("/", "simple/")]
)
def test_the_search_for_registries_knows_one_when_it_sees_it(parts: tuple[str, str]) -> None:
    assert REGISTRY.search("".join(parts))


def test_the_version_stands_in_one_place_only() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    sources = [path for path in files_of_the_project() if path.suffix in {".py", ".qss", ".ts"}]
    assert not [path for path in sources if f'"{version}"' in path.read_text(encoding="utf-8")]


def test_the_licence_is_here_and_is_the_one_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert project["license"] == "Apache-2.0"
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text


@pytest.mark.parametrize("path", sorted((ROOT / "resources").rglob("*.toml")), ids=lambda path: path.name)
def test_every_resource_table_can_be_read(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))
