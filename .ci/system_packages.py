"""What the system itself must bring on Linux: found by trying it, installed where nobody has to be asked."""

from __future__ import annotations  # as in project.py

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

import postgres

# What the wheels expect of a Linux desktop: a library, and the Debian or Ubuntu package that holds it.
# Where Ubuntu 24.04 and Debian 13 renamed a package to …t64, the name here still leads apt-get to it.
SYSTEM_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libcups.so.2": "libcups2",
    "libzbar.so.0": "libzbar0",
}

# What the hub keeps its data in.
HUB_PROGRAMS = {"initdb": "postgresql"}

# What tests start: an X server without a screen and hands to type with; scanners, the network's among them;
# a signing token in software; a print server, a printer of the network; the hub's database.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "scanimage": "sane-utils",
    "airscan-discover": "sane-airscan",
    "softhsm2-util": "softhsm2",
    "cupsd": "cups-daemon",
    "lpadmin": "cups-client",
    "ippeveprinter": "cups-ipp-utils",
    "avahi-daemon": "avahi-daemon",
    **HUB_PROGRAMS,
}


class NotInstalledError(Exception):
    """Packages are missing that only the person at the keyboard can install."""


def say(line: str) -> None:
    """Name a step on a line of its own, in order with what the steps themselves print."""
    print(f"== {line}", flush=True)


def provide_system_packages(programs: dict[str, str]) -> None:
    """Install missing system packages, or refuse with the line to type where that needs a password.

    Without apt-get the packages are only named: other systems call them differently.
    """
    missing = missing_packages(programs)
    if missing and not shutil.which("apt-get"):
        say(f"not found on this system, install them if a window does not open: {', '.join(missing)}")
    elif missing:
        apt_install(missing)


def apt_install(missing: list[str]) -> None:
    """Install Debian packages without asking anything."""
    apt_get = [*administrator(missing), "apt-get", "-q", "-o", "Dpkg::Use-Pty=0"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    say(f"installing system packages: {' '.join(missing)}")
    for step in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
        subprocess.run([*apt_get, *step], check="install" in step, stdin=subprocess.DEVNULL, env=quiet)


def missing_packages(programs: dict[str, str]) -> list[str]:
    """Return the Debian packages this machine lacks, found by trying what they hold."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in SYSTEM_LIBRARIES.items() if not loads(library)]
    missing += [package for program, package in programs.items() if not is_there(program)]
    if not importlib.util.find_spec("ensurepip"):
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return missing


def is_there(program: str) -> bool:
    """Tell whether a program can be started; Debian keeps PostgreSQL's and CUPS's outside a user's path."""
    places = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
    try:
        return bool(
            shutil.which(program, path=places) or (program in HUB_PROGRAMS and postgres.program(program))
        )
    except postgres.NoPostgresError:
        return False


def loads(library: str) -> bool:
    """Tell whether the dynamic loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def administrator(missing: list[str]) -> list[str]:
    """Return what to put before apt-get: nothing for root, sudo where it asks for no password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], check=False).returncode == 0:
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    raise NotInstalledError(
        f"Install these system packages first:\nsudo apt-get install -y {' '.join(missing)}"
    )
