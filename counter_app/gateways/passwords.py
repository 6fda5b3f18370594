"""Passwords as Argon2id hashes; the parameters stand here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher


@dataclass(frozen=True, slots=True)
class Argon2Parameters:
    """What a hash costs: rounds, memory in KiB, lanes."""

    rounds: int
    memory_kib: int
    lanes: int


PARAMETERS = Argon2Parameters(rounds=3, memory_kib=64 * 1024, lanes=4)
"""RFC 9106, second recommended choice: 64 MiB, three rounds, four lanes."""


class Argon2Passwords:
    """See ``services.sign_in_port.Passwords``."""

    def __init__(self, parameters: Argon2Parameters = PARAMETERS) -> None:
        self._parameters = parameters

    def hashed(self, password: str) -> str:
        """Give a hash with its own salt and parameters."""
        return self._hasher().hash(password)

    def fits(self, kept: str, password: str) -> bool:
        """Say whether the password is the one of the hash."""
        from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - see _hasher

        try:
            return self._hasher().verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False

    def is_stale(self, kept: str) -> bool:
        """Say whether a hash was made with other parameters than the ones of today."""
        return self._hasher().check_needs_rehash(kept)

    def _hasher(self) -> PasswordHasher:
        from argon2 import PasswordHasher  # noqa: PLC0415 - a training desk starts without it

        chosen = self._parameters
        return PasswordHasher(chosen.rounds, chosen.memory_kib, chosen.lanes)
