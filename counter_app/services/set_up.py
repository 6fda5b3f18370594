"""Setting an office's desk up before there is one: which office, which hub, and where the desk's key lies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class KeyChoice(StrEnum):
    """Where the key of a new desk is to lie."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - a name
    FILE = "file"


@dataclass(frozen=True, slots=True)
class GivenOffice:
    """The office and its counter, as papers print them; ``code`` begins the numbers of its dossiers."""

    name: str = ""
    parent: str = ""
    commune: str = ""
    province: str = ""
    code: str = ""
    phone: str = ""
    counter: str = ""


class SetUpBook(Protocol):
    """What has been given so far, kept step by step; a step that was left is taken up at the next start."""

    def office(self) -> GivenOffice:
        """Give the office as it is kept; empty before the first time."""

    def keep_office(self, office: GivenOffice) -> None:
        """Keep the office; raises SetupError, naming the key that is missing or wrong."""

    def hub(self) -> str:
        """Give the hub's address; empty for a desk that works by itself."""

    def keep_hub(self, address: str) -> None:
        """Keep the hub's address, or that there is none; raises SetupError where others could listen."""

    def key_choices(self) -> tuple[KeyChoice, ...]:
        """List where a key can lie here, the best place first; none where the desk has its key already."""

    def make_key(self, choice: KeyChoice, passphrase: str) -> None:
        """Make the desk's key; raises SetupError and PassphraseTooShort."""
