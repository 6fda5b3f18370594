"""Every module says what it is for, and the README's map says the same."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOP_LEVEL = ("counter_app", "forms", "scanning", "printing", "resources", "tests", ".ci")


def test_every_module_has_a_docstring() -> None:
    modules = [path for top in TOP_LEVEL for path in (ROOT / top).rglob("*.py")]
    silent = [m for m in modules if not ast.get_docstring(ast.parse(m.read_text(encoding="utf-8")))]
    assert not silent


def test_the_readme_holds_the_newest_module_map() -> None:
    command = [sys.executable, "-X", "utf8", str(ROOT / ".ci" / "module_map.py")]
    newest = subprocess.check_output(command, encoding="utf-8").strip()  # noqa: S603 - our own script
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    written = readme.partition("<!-- module map: begin -->")[2].partition("<!-- module map: end -->")[0]
    assert written.strip() == newest, "run: python3 .ci/module_map.py --write"
