"""The desk's key under a passphrase: a small file that opens on any machine, for whoever knows the words."""

from __future__ import annotations

import json
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from counter_app.errors import SetupError
from counter_app.services.copy_ports import PassphraseTooShort, WrongPassphrase

PASSPHRASE_FILE = "passphrase.key"  # noqa: S105 - a name
LEAST_SIGNS = 14
"""What TCVN 14423 wants of a password that stands alone."""
_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_LONGEST_FILE = 2_000
_MOST = {"memory_kib": 1_048_576, "passes": 20, "lanes": 16}
_USUAL = {"memory_kib": 65_536, "passes": 3, "lanes": 4}
"""The second choice of RFC 9106: about a tenth of a second on a desk's PC."""


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A key under a passphrase (Argon2id, AES-256-GCM), as it lies in its file.

    ``only`` where the desk's key lies nowhere else, and is asked for at each start.
    """

    text: str
    only: bool

    def unwrap(self, passphrase: str, path: Path) -> bytes:
        """Give the key; raises WrongPassphrase, or SetupError where the file is damaged."""
        head, salt, box = _parts(self.text, path)
        nonce, sealed = box[:_NONCE_BYTES], box[_NONCE_BYTES:]
        try:
            return AESGCM(_stretched(passphrase, salt, head)).decrypt(nonce, sealed, _said(head))
        except InvalidTag:
            raise WrongPassphrase from None


def wrap(key: bytes, passphrase: str, *, only: bool) -> WrappedKey:
    """Put a key under a passphrase; raises PassphraseTooShort."""
    if len(_normal(passphrase)) < LEAST_SIGNS:
        raise PassphraseTooShort
    head = {"way": "argon2id", **_USUAL, "only": only}
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    box = nonce + AESGCM(_stretched(passphrase, salt, head)).encrypt(nonce, key, _said(head))
    return WrappedKey(json.dumps({**head, "salt": salt.hex(), "box": box.hex()}) + "\n", only)


def read_wrapped(path: Path) -> WrappedKey | None:
    """Read the file; None where there is none. Raises SetupError where it is not one."""
    try:
        with path.open("rb") as file:
            text = file.read(_LONGEST_FILE).decode("ascii")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except UnicodeDecodeError:
        raise SetupError(path, "key_damaged") from None
    except OSError as error:
        raise SetupError(path, "not_readable") from error
    head, _, _ = _parts(text, path)
    return WrappedKey(text, bool(head["only"]))


def _parts(text: str, path: Path) -> tuple[dict[str, object], bytes, bytes]:
    """Read what the file says, within limits: it may have come on a stick."""
    try:
        read = json.loads(text)
        numbers = {name: int(read[name]) for name in _MOST}
        head: dict[str, object] = {"way": read["way"], **numbers, "only": read["only"] is True}
        salt, box = bytes.fromhex(read["salt"]), bytes.fromhex(read["box"])
    except (ValueError, KeyError, TypeError):
        raise SetupError(path, "key_damaged") from None
    in_bounds = all(1 <= numbers[name] <= most for name, most in _MOST.items())
    if head["way"] != "argon2id" or not in_bounds or len(salt) != _SALT_BYTES:
        raise SetupError(path, "key_damaged")
    return head, salt, box


def _said(head: dict[str, object]) -> bytes:
    """Write what is authenticated along."""
    return json.dumps(head, sort_keys=True).encode()


def _stretched(passphrase: str, salt: bytes, head: dict[str, object]) -> bytes:
    memory, passes, lanes = (int(str(head[name])) for name in ("memory_kib", "passes", "lanes"))
    way = Argon2id(
        salt=salt, length=_KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=max(memory, 8 * lanes)
    )
    return way.derive(_normal(passphrase).encode())


def _normal(passphrase: str) -> str:
    return unicodedata.normalize("NFC", passphrase).strip()
