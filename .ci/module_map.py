"""Write the README's module map: every package and module with the first line of its docstring."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BEGIN, END = "<!-- module map: begin -->", "<!-- module map: end -->"
TOP_LEVEL = ("counter_app", "forms", "scanning", "printing", "resources")


def main() -> int:
    """Print the map, or write it into the README with ``--write``."""
    if "--write" in sys.argv[1:]:
        README.write_text(with_map(README.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        print(module_map())
    return 0


def with_map(readme: str) -> str:
    """Return the README's text with a fresh map between the markers; ValueError without markers."""
    before, rest = readme.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{module_map()}\n{END}{after}"


def module_map() -> str:
    """Return the map as Markdown, a list for each package."""
    return "\n\n".join("\n".join(package_lines(package)) for package in packages())


def packages() -> Iterator[Path]:
    """Give every folder with an ``__init__.py``, parents before children."""
    for top in TOP_LEVEL:
        yield from sorted(init.parent for init in (ROOT / top).rglob("__init__.py"))


def package_lines(package: Path) -> Iterator[str]:
    """Give a heading for the package and a line for each of its modules."""
    name = ".".join(package.relative_to(ROOT).parts)
    yield f"**`{name}`** — {first_line(package / '__init__.py')}"
    modules = sorted(path for path in package.glob("*.py") if path.name != "__init__.py")
    if modules:
        yield ""
    for path in modules:
        yield f"- `{path.stem}` — {first_line(path)}"


def first_line(source: Path) -> str:
    """Return the first line of a module's docstring without its full stop; empty when there is none."""
    text = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    return text.partition("\n")[0].removesuffix(".")


if __name__ == "__main__":
    sys.exit(main())
