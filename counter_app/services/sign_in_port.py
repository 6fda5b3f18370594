"""What proves who signs in, as the services see it: password hashes, counted codes, how long we have run."""

from __future__ import annotations

from typing import Protocol


class Passwords(Protocol):
    """Turns passwords into hashes from which nobody gets them back; both steps take a tenth of a second."""

    def hashed(self, password: str) -> str:
        """Give a hash with its own salt and parameters."""

    def fits(self, kept: str, password: str) -> bool:
        """Say whether the password is the one of the hash; an empty or damaged hash fits nothing."""

    def is_stale(self, kept: str) -> bool:
        """Say whether a hash was made with other parameters than the ones of today."""


class CountedCodes(Protocol):
    """Codes of a device that counts (HOTP)."""

    def new_secret(self) -> str:
        """Give a secret that device and desk share."""

    def address(self, secret: str, sign: str) -> str:
        """Give what a device reads as a QR code to take the secret."""

    def place_of(self, secret: str, code: str, *, used: int) -> int | None:
        """Say which of the next codes after ``used`` this is; None where it is none of them."""


class Running(Protocol):
    """How long the computer has been running: what no hand on the wall clock changes."""

    def seconds(self) -> int:
        """Count the whole seconds since the computer was started, as far as it knows."""
