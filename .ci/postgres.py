"""A PostgreSQL of one's own on loopback: made in a folder, started and stopped there."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

USER = "counter"
_DEBIAN = Path("/usr/lib/postgresql")
_SYSTEM_USER = "postgres"
_PASSWORD_FILE = "password"  # noqa: S105 - the name of a file


class NoPostgresError(Exception):
    """There is no PostgreSQL on this computer, or it does not start; the words say what to do."""


@dataclass(frozen=True)
class Server:
    """A server that listens on loopback; ``durable`` is off for tests, which may lose all."""

    folder: Path
    port: int
    durable: bool = True

    def url(self, database: str = "postgres") -> str:
        """Give the address by which SQLAlchemy reaches a database of it."""
        password = (self.folder / _PASSWORD_FILE).read_text(encoding="ascii")
        return f"postgresql+psycopg://{USER}:{password}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Make the server's files where there are none, and start it."""
        cluster = self.folder / "cluster"
        if not (cluster / "PG_VERSION").exists():
            self._make(cluster)
        said = f"-p {self.port} -k '' -c listen_addresses=127.0.0.1"
        said += "" if self.durable else " -c fsync=off -c full_page_writes=off"
        log = self.folder / "postgres.log"
        self._control("-o", said, "-l", str(log), "-w", "-t", "60", "start")

    def stop(self) -> None:
        """Stop the server, whoever is still connected."""
        self._control("-m", "fast", "-w", "-t", "60", "stop")

    def create(self, database: str, template: str = "template0") -> None:
        """Make a database."""
        self._query(f'CREATE DATABASE "{database}" TEMPLATE "{template}" ENCODING \'UTF8\'')

    def drop(self, database: str) -> None:
        """Delete a database, whoever is still connected."""
        self._query(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def _query(self, statement: str) -> None:
        address = self.url().replace("+psycopg", "")
        subprocess.run([program("psql"), "-qXd", address, "-c", statement], check=True)

    def _make(self, cluster: Path) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(self.folder, _SYSTEM_USER)
        secret = self.folder / _PASSWORD_FILE
        secret.write_text(secrets.token_hex(16), encoding="ascii")
        secret.chmod(0o600)
        if os.geteuid() == 0:
            shutil.chown(secret, _SYSTEM_USER)
        text = ("-E", "UTF8", "--locale=C.UTF-8")
        door = ("-U", USER, "-A", "scram-sha-256", f"--pwfile={secret}")
        _run("initdb", "-N", "-D", cluster, *text, *door)

    def _control(self, *arguments: str) -> None:
        _run("pg_ctl", "-D", self.folder / "cluster", *arguments)


def program(name: str) -> str:
    """Find a program of PostgreSQL, also where Debian keeps it outside the path; raises NoPostgresError."""
    newest = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    found = shutil.which(name) or (str(newest[-1]) if newest else None)
    if not found:
        raise NoPostgresError("PostgreSQL 15 or newer is needed: sudo apt-get install postgresql")
    return found


def free_port() -> int:
    """Give a port of loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _run(name: str, *arguments: str | Path) -> None:
    who = ["runuser", "-u", _SYSTEM_USER, "--"] if os.geteuid() == 0 else []
    command = [*who, program(name), *map(str, arguments)]
    done = subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd="/",
    )
    if done.returncode:
        raise NoPostgresError(f"{name} failed:\n{done.stdout.decode(errors='replace')}")
