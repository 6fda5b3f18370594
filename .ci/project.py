"""Set up, run and test the project with nothing but a bare Python: the whole of what `make` does."""

from __future__ import annotations  # lets a Python that is too old read this far and be told so

import argparse
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import venv
from collections.abc import Sequence
from pathlib import Path

import postgres
import system_packages
from system_packages import (
    HUB_PROGRAMS,
    TEST_PROGRAMS,
    NotInstalledError,
    provide_system_packages,
    say,
)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
AUDIT_VENV = ROOT / ".venv-audit"
OLDEST_PYTHON = (3, 11)
RUN_REQUIREMENTS = ROOT / "requirements.txt"
HUB_REQUIREMENTS = ROOT / "requirements-hub.txt"
DEV_REQUIREMENTS = ROOT / "requirements-dev.txt"
AUDIT_REQUIREMENTS = ROOT / "requirements-audit.txt"

CHECKS = {
    "format": ("-m", "ruff", "format", "--check", "--quiet", "."),
    "lint": ("-m", "ruff", "check", "--quiet", "."),
    "types": ("-m", "mypy"),
    "imports": ("-c", "from importlinter.cli import lint_imports_command as check; check()"),
    "forms": ("-m", "forms", "check", "resources"),
    "lessons": ("-m", "counter_app", "lessons", "check"),
}


class NotReadyError(Exception):
    """Something is missing that only the person at the keyboard can bring."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; return the exit code."""
    command, rest = read_command(arguments)
    try:
        return COMMANDS[command](rest)
    except (NotReadyError, NotInstalledError) as missing:
        print(missing, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as failure:
        print(f"This step failed: {' '.join(map(str, failure.cmd))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def read_command(arguments: Sequence[str] | None) -> tuple[str, list[str]]:
    """Split the command line into a command and what is passed on to it."""
    parser = argparse.ArgumentParser(prog="project.py", description=__doc__)
    parser.add_argument("command", choices=sorted(COMMANDS))
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="…")
    asked = parser.parse_args(arguments)
    return asked.command, asked.rest


# --- commands ---


def setup(rest: list[str]) -> int:
    """Make the environment ready; `--dev` adds what the tests need."""
    prepare(DEV_REQUIREMENTS if "--dev" in rest else RUN_REQUIREMENTS)
    say("ready")
    return 0


def run(rest: list[str]) -> int:
    """Start the program with the given arguments."""
    prepare(RUN_REQUIREMENTS)
    return python("-m", "counter_app", *rest)


def hub(rest: list[str]) -> int:
    """Start the hub and a PostgreSQL on loopback, both with their data in one folder; print how to enrol."""
    asked = read_hub_options(rest)
    prepare(HUB_REQUIREMENTS)
    folder = asked.data.resolve()
    try:
        server = postgres.Server(folder / "postgresql", asked.database_port)
        server.start()
    except postgres.NoPostgresError as error:
        raise NotReadyError(str(error)) from error
    try:
        return serve_hub(folder, server, asked)
    finally:
        server.stop()


def read_hub_options(rest: list[str]) -> argparse.Namespace:
    """Read what follows `hub`."""
    parser = argparse.ArgumentParser(prog="project.py hub")
    parser.add_argument("--data", type=Path, default=usual_hub_folder(), metavar="FOLDER")
    parser.add_argument("--port", type=int, default=8766)
    parser.add_argument("--database-port", type=int, default=54321)
    parser.add_argument("--office", default="000.00.01.H99", help="the office whose first desk may enrol")
    return parser.parse_args(rest)


def usual_hub_folder() -> Path:
    """Return where the hub's data stand; root's home is closed to the user under whom PostgreSQL runs."""
    if os.name == "posix" and os.geteuid() == 0:
        return Path("/var/lib/counter-app-hub")
    return Path.home() / ".local" / "share" / "counter-app" / "hub"


def serve_hub(folder: Path, server: postgres.Server, asked: argparse.Namespace) -> int:
    """Write the hub's settings where there are none, print a one-time code, and serve until Ctrl+C."""
    settings = folder / "hub.toml"
    if not settings.exists():
        server.create("counter_hub")
        settings.touch(mode=0o600)
        settings.write_text(
            "training = true\n\n"
            f'[listen]\nport = {asked.port}\n\n[database]\nurl = "{server.url("counter_hub")}"\n\n'
            '[papers]\nfolder = "papers"\n',
            encoding="utf-8",
        )
    command = ("-m", "counter_app.hub", "--settings", str(settings))
    if python(*command, "migrate"):
        return 1
    say(f"settings: {settings}")
    say(f"address:  http://127.0.0.1:{asked.port}")
    print(f"== one-time code for {asked.office}: ", end="", flush=True)
    return python(*command, "code", asked.office) or until_stopped(*command, "serve")


def until_stopped(*arguments: str) -> int:
    """Run the environment's Python until it ends; Ctrl+C and a request to end let it finish first."""
    process = subprocess.Popen([environment_python(), *arguments], cwd=ROOT, env=surroundings())
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    while True:
        try:
            process.wait()
        except KeyboardInterrupt:
            process.terminate()
        else:
            return 0


def test(rest: list[str]) -> int:
    """Run every check and then the tests; stop at the first that fails. Arguments go to pytest."""
    prepare(DEV_REQUIREMENTS)
    for name, command in CHECKS.items():
        started = time.monotonic()
        say(name)
        if python(*command):
            say(f"{name} FAILED")
            return 1
        say(f"{name} passed in {time.monotonic() - started:.1f} s")
    say("tests")
    if hasattr(os, "sync"):  # what was installed just now is on its way to the disk, and tests wait for it
        os.sync()
    return python("-m", "pytest", "-q", "-n", "2", *rest)


def bench(rest: list[str]) -> int:
    """Run every benchmark in tests/bench, one after another."""
    prepare(DEV_REQUIREMENTS)
    scripts = sorted((ROOT / "tests" / "bench").glob("bench_*.py"))
    return max((python(str(script), *rest) for script in scripts), default=0)


def bench_cards(rest: list[str]) -> int:
    """Compare the card reader with each engine by itself; arguments go to the benchmark."""
    prepare(DEV_REQUIREMENTS)
    return python("tests/bench/bench_cards.py", *rest)


def lessons(rest: list[str]) -> int:
    """Play every lesson through the window, offscreen."""
    prepare(DEV_REQUIREMENTS)
    return python("tests/bench/bench_lessons.py", *rest)


def pictures(rest: list[str]) -> int:
    """Draw the screens and papers of one visit into pictures/."""
    prepare(DEV_REQUIREMENTS)
    return python("tests/pictures.py", "--out", "pictures", *rest)


def soak(rest: list[str]) -> int:
    """Kill desk, hub and line at random instants while visits run, and count what was lost or doubled."""
    prepare(DEV_REQUIREMENTS)
    return python("tests/journeys/soak.py", *rest)


def fuzz(rest: list[str]) -> int:
    """Throw a million made-up inputs at every reader of bytes from outside; on Linux."""
    prepare(AUDIT_REQUIREMENTS, AUDIT_VENV)
    return python("tests/fuzz/run.py", *rest, venv=AUDIT_VENV)


def sbom(rest: list[str]) -> int:
    """Write what the desk and the hub are made of as CycloneDX into build/, from the pinned lists."""
    prepare(AUDIT_REQUIREMENTS, AUDIT_VENV)
    (ROOT / "build").mkdir(exist_ok=True)
    for pinned, written in ((RUN_REQUIREMENTS, "sbom-desk.json"), (HUB_REQUIREMENTS, "sbom-hub.json")):
        command = ("-m", "cyclonedx_py", "requirements", str(pinned), "--pyproject", "pyproject.toml")
        place = f"build/{written}"
        if python(*command, "--output-reproducible", "--output-file", place, *rest, venv=AUDIT_VENV):
            return 1
        say(f"written: {place}")
    return 0


def audit(_rest: list[str]) -> int:
    """Ask the advisory database for known faults of every pinned library; 2 where it could not be asked."""
    prepare(AUDIT_REQUIREMENTS, AUDIT_VENV)
    return python(".ci/audit.py", str(RUN_REQUIREMENTS), str(HUB_REQUIREMENTS), venv=AUDIT_VENV)


def clean(_rest: list[str]) -> int:
    """Delete what these commands made; sources and the citizens' data stay."""
    made = ("pictures", "build", "dist", "*.egg-info", ".*_cache", ".hypothesis", VENV.name, AUDIT_VENV.name)
    for folder in (path for pattern in made for path in ROOT.glob(pattern)):
        shutil.rmtree(folder)
    return 0


COMMANDS = {
    "setup": setup,
    "run": run,
    "hub": hub,
    "test": test,
    "bench": bench,
    "bench-cards": bench_cards,
    "lessons": lessons,
    "pictures": pictures,
    "soak": soak,
    "fuzz": fuzz,
    "sbom": sbom,
    "audit": audit,
    "clean": clean,
}


# --- the environment ---


def environment_python(venv: Path = VENV) -> Path:
    """Return where an environment's own Python stands."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def python(*arguments: str, venv: Path = VENV) -> int:
    """Run an environment's Python in the project folder and return its exit code."""
    command: list[str | Path] = [environment_python(venv), *arguments]
    return subprocess.run(command, cwd=ROOT, check=False, env=surroundings()).returncode


def surroundings() -> dict[str, str]:
    """Return the caller's variables, save one: a start that may not keep what it compiles takes seconds."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def prepare(requirements: Path, place: Path = VENV) -> None:
    """Bring an environment in step with a pinned list; do nothing when it already is."""
    check_python()
    stamp = place / f"installed-{requirements.stem}"
    wanted = fingerprint(requirements)
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    programs = {DEV_REQUIREMENTS: TEST_PROGRAMS, HUB_REQUIREMENTS: HUB_PROGRAMS}
    provide_system_packages(programs.get(requirements, {}))
    make_environment(place)
    say(f"installing {requirements.name} (once; a minute or two)")
    install(requirements, place)
    stamp.write_text(wanted, encoding="ascii")


def fingerprint(requirements: Path) -> str:
    """Return what changes whenever the environment must: the list, these files and the Python version."""
    files = (requirements, Path(__file__), Path(system_packages.__file__))
    parts = [*(file.read_bytes() for file in files), repr(sys.version_info[:2]).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def check_python() -> None:
    """Refuse a Python older than the program's libraries work on."""
    if sys.version_info < OLDEST_PYTHON:
        have, need = (".".join(map(str, version[:2])) for version in (sys.version_info, OLDEST_PYTHON))
        raise NotReadyError(f"Python {need} or newer is needed; {sys.executable} is {have}.")


def make_environment(place: Path) -> None:
    """Create an environment in which the project is importable, unless one of this Python version stands."""
    same_version = f"sys.version_info[:2] == {sys.version_info[:2]}"
    probe = f"import sys, importlib.util as i; sys.exit(not (i.find_spec('pip') and {same_version}))"
    if not environment_python(place).exists() or python("-c", probe, venv=place):
        say(f"making {place.name}")
        venv.create(place, clear=True, with_pip=True)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(subprocess.check_output([environment_python(place), "-c", where], text=True).strip())
    (packages / "counter_app.pth").write_text(f"{os.path.relpath(ROOT, packages)}\n", encoding="utf-8")


def install(requirements: Path, place: Path) -> None:
    """Install exactly the pinned wheels, each checked against its hash."""
    pip = [str(environment_python(place)), "-m", "pip", "install", "--quiet", "--no-input"]
    pip += ["--disable-pip-version-check", "--only-binary=:all:", "--require-hashes", "-r", str(requirements)]
    subprocess.run(pip, cwd=ROOT, check=True, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
