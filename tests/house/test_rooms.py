"""Each room sees only what the house plan lets it see: other rooms, the crafts, outside libraries."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CRAFTS = ("forms", "scanning", "printing")
PLAIN = ("counter_app.domain", "counter_app.errors")

# A room, and what its modules may import besides the standard library and their own room.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "forms": (),
    "scanning": (
        "cv2",
        "cv2_enumerate_cameras",
        "numpy",
        "onnxruntime",
        "PIL",
        "pikepdf",
        "pypdfium2",
        "pyzbar",
        "serial",
        "tesserocr",
        "zxingcpp",
    ),
    "printing": ("escpos", "PIL", "pikepdf", "pypdfium2", "reportlab", "segno"),
    "resources": (),
    "counter_app": ("counter_app", *CRAFTS, "platformdirs", "tomlkit"),
    "counter_app.bootstrap": ("counter_app", *CRAFTS, "resources"),
    "counter_app.commands": ("counter_app", *CRAFTS),
    "counter_app.domain": ("counter_app.errors",),
    "counter_app.services": (*PLAIN, "counter_app.wire", *CRAFTS),
    "counter_app.store": (
        *PLAIN,
        "counter_app.services.bundle_port",
        "counter_app.services.ports",
        "counter_app.services.sync_ports",
        "counter_app.services.copy_ports",
        "cryptography",
        "sqlalchemy",
        "sqlcipher3",
    ),
    "counter_app.gateways": (
        *PLAIN,
        "counter_app.services.bundle_port",
        "counter_app.services.copy_ports",
        "counter_app.services.hub_port",
        "counter_app.services.ports",
        "counter_app.services.signature_ports",
        "counter_app.services.sign_in_port",
        "counter_app.wire",
        "argon2",
        "cryptography",
        "httpx",
        "keyring",
        "pkcs11",
        "pyhanko",
        "pyhanko_certvalidator",
        "pyotp",
    ),
    "counter_app.wire": PLAIN,
    "counter_app.hub": (
        *PLAIN,
        "counter_app.wire",
        "alembic",
        "cryptography",
        "fastapi",
        "httpx",
        "obstore",
        "prometheus_client",
        "psycopg",
        "psycopg_pool",
        "pydantic",
        "sqlalchemy",
        "starlette",
        "uvicorn",
    ),
    "counter_app.ui": (*PLAIN, "counter_app.services", *CRAFTS, "PySide6", "shiboken6"),
}


def modules() -> Iterator[Path]:
    for top in (*CRAFTS, "resources", "counter_app"):
        yield from sorted((ROOT / top).rglob("*.py"))


def room_of(module: Path) -> str:
    parts = module.relative_to(ROOT).with_suffix("").parts
    inside_a_room = parts[0] == "counter_app" and (ROOT / parts[0] / parts[1]).is_dir()
    return ".".join(parts[:2]) if inside_a_room or parts[:2] == ("counter_app", "wire") else parts[0]


def imports_of(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def is_inside(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def strangers_in(module: Path) -> list[str]:
    room = room_of(module)
    allowed = (room, *MAY_IMPORT[room], *sys.stdlib_module_names)
    names = imports_of(module.read_text(encoding="utf-8"))
    return [f"{module.relative_to(ROOT)}: {name}" for name in names if not is_inside(name, allowed)]


def test_every_module_imports_only_what_its_room_may_see() -> None:
    assert [line for module in modules() for line in strangers_in(module)] == []
