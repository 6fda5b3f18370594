"""The pinned lists hold all that pyproject.toml asks for, each version once, each file known by its hash."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: dict[str, tuple[str, ...]] = {
    "requirements.txt": ("desktop",),
    "requirements-hub.txt": ("hub",),
    "requirements-dev.txt": ("desktop", "hub", "dev"),
}
NAME = re.compile(r"[A-Za-z0-9._-]+")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)[^#]*?(?=^[A-Za-z]|\Z|^ +#)", re.MULTILINE | re.DOTALL)


def asked_for(extras: tuple[str, ...]) -> set[str]:
    optional = PROJECT["optional-dependencies"]
    lines = [*PROJECT["dependencies"], *(line for extra in extras for line in optional[extra])]
    return {found.group() for line in lines if (found := NAME.match(line))}


def pins(requirements: str) -> dict[str, str]:
    text = (ROOT / requirements).read_text(encoding="utf-8")
    return {found[1]: found[2] for found in PIN.finditer(text) if "--hash=sha256:" in found[0]}


@pytest.mark.parametrize("requirements", EXTRAS)
def test_everything_asked_for_is_pinned_with_a_hash(requirements: str) -> None:
    assert asked_for(EXTRAS[requirements]) <= pins(requirements).keys()


@pytest.mark.parametrize("requirements", EXTRAS)
def test_no_line_is_without_a_hash(requirements: str) -> None:
    lines = (ROOT / requirements).read_text(encoding="utf-8").splitlines()
    named = {line.partition("==")[0] for line in lines if line and not line.startswith((" ", "#"))}
    assert named == pins(requirements).keys()


@pytest.mark.parametrize("requirements", ["requirements.txt", "requirements-hub.txt"])
def test_programs_are_tested_with_the_versions_they_run_on(requirements: str) -> None:
    assert pins(requirements).items() <= pins("requirements-dev.txt").items()
