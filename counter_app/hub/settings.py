"""The hub's settings: one TOML file and the environment, every key typed, nothing silently corrected."""

from __future__ import annotations

import difflib
import ipaddress
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, get_type_hints

from counter_app.errors import SetupError

PREFIX = "COUNTER_HUB_"
"""``COUNTER_HUB_DATABASE_URL`` goes before ``url`` in ``[database]``, and so on."""
SETTINGS_VARIABLE = "COUNTER_HUB_SETTINGS"


class Upstream(StrEnum):
    """Where look-ups in the population go."""

    NONE = "none"
    SPECIMEN = "specimen"
    NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class ListenSettings:
    """Where the hub listens; beyond loopback only with a certificate. ``workers`` are processes."""

    address: str = "127.0.0.1"
    port: int = 8766
    certificate: str = ""
    key: str = ""
    workers: int = 1


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """``postgresql+psycopg://…``, or ``sqlite:///file`` to try the hub out; ``connections`` a process."""

    url: str = ""
    connections: int = 10


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """Where papers lie: in ``folder``, or in ``bucket`` of an S3-compatible store."""

    folder: str = ""
    bucket: str = ""
    endpoint: str = ""
    region: str = "us-east-1"
    access_key: str = ""
    secret_key: str = ""


@dataclass(frozen=True, slots=True)
class PopulationSettings:
    """Who answers look-ups: nobody, a ``file`` of invented people, or the national service behind ``url``."""

    upstream: Upstream = Upstream.NONE
    file: str = ""
    url: str = ""
    username: str = ""
    secret: str = ""
    api_key: str = ""
    client: str = ""
    integration_code: str = "037"
    unit_code: str = ""
    seconds: int = 10


@dataclass(frozen=True, slots=True)
class ProvinceSettings:
    """The provincial system that is told of dossiers; an empty ``url`` tells nobody."""

    url: str = ""
    token: str = ""


@dataclass(frozen=True, slots=True)
class LimitSettings:
    """How long a request may take to arrive, and how many are served at once before others are put off."""

    seconds: int = 30
    at_once: int = 200
    shutdown_seconds: int = 20


@dataclass(frozen=True, slots=True)
class Settings:
    """All of it. ``secret`` is a file with the hub's key, made at the first start and never to be lost.

    A hub for ``training`` is the only one that training desks speak to, and no other desk speaks to it.
    """

    secret: str = "hub.key"  # noqa: S105 - the name of a file
    training: bool = False
    listen: ListenSettings = field(default_factory=ListenSettings)
    database: DatabaseSettings = field(default_factory=DatabaseSettings)
    papers: PaperSettings = field(default_factory=PaperSettings)
    population: PopulationSettings = field(default_factory=PopulationSettings)
    province: ProvinceSettings = field(default_factory=ProvinceSettings)
    limits: LimitSettings = field(default_factory=LimitSettings)


def read_settings(path: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """Read file and environment; raises SetupError naming the key, and the nearest known one."""
    told = _read_toml(path)
    _add_environment(path, told, os.environ if environment is None else environment)
    settings: Settings = _built(Settings, told, path, "")
    _refuse_open_air(path, settings)
    if not settings.database.url:
        raise SetupError(path, "missing", key="database.url")
    if bool(settings.papers.folder) is bool(settings.papers.bucket):
        raise SetupError(path, "missing", key="papers.folder")
    return settings


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SetupError(path, "unreadable") from error
    except ValueError as error:
        raise SetupError(path, "not_toml") from error


def _add_environment(path: Path, told: dict[str, Any], environment: Mapping[str, str]) -> None:
    sections = {one.name for one in fields(Settings)}
    for name, value in environment.items():
        if not name.startswith(PREFIX) or name == SETTINGS_VARIABLE:
            continue
        section, _, key = name.removeprefix(PREFIX).lower().partition("_")
        if section not in sections:
            raise SetupError(path, "unknown_key", key=name)
        number = value.isdecimal() and key in {"port", "workers", "connections", "seconds", "at_once"}
        given: object = int(value) if number else value
        if key:
            told.setdefault(section, {})[key] = given
        else:
            told[section] = given


def _built(kind: Any, told: object, path: Path, where: str) -> Any:  # noqa: ANN401 - any of the dataclasses above
    if not isinstance(told, dict):
        raise SetupError(path, "wrong_kind", key=where)
    types = get_type_hints(kind)
    for key in told:
        if key not in types:
            nearest = difflib.get_close_matches(key, types, n=1)
            raise SetupError(path, "unknown_key", key=_dotted(where, key), nearest="".join(nearest))
    values = {key: _value(types[key], given, path, _dotted(where, key)) for key, given in told.items()}
    return kind(**values)


def _value(kind: Any, given: object, path: Path, where: str) -> object:  # noqa: ANN401 - a class
    if kind in (str, int, bool):
        if type(given) is not kind:
            raise SetupError(path, "wrong_kind", key=where)
        return given
    if issubclass(kind, StrEnum):
        words = [str(one) for one in kind]
        if given not in words:
            nearest = difflib.get_close_matches(str(given), words, n=1)
            raise SetupError(path, "not_a_choice", key=where, nearest="".join(nearest))
        return kind(given)
    return _built(kind, given, path, where)


def _dotted(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


def _refuse_open_air(path: Path, settings: Settings) -> None:
    """Refuse to listen where others can listen in, unless the line is sealed."""
    listen = settings.listen
    if bool(listen.certificate) is not bool(listen.key):
        raise SetupError(path, "missing", key="listen.key" if listen.certificate else "listen.certificate")
    if listen.certificate or is_loopback(listen.address):
        return
    raise SetupError(path, "no_certificate", key="listen.certificate")


def is_loopback(address: str) -> bool:
    """Say whether only this computer can reach an address."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"
