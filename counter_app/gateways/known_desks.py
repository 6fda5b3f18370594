"""The public keys of the office's other desks: one small file each, in a folder beside the database."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path

from counter_app.domain.claim import key_id_of
from counter_app.errors import SetupError
from counter_app.gateways.desk_key import PUBLIC_KEY_BYTES, is_signed_by
from counter_app.services.ports import DeskKey

FOLDER = "desk_keys"
_ENDING = "*.pub"
_LONGEST_FILE = 200


class DeskKeyFolder:
    """Reads ``NAME.pub`` files whenever it is asked, so that a new one counts at once."""

    def __init__(self, folder: Path, own: DeskKey | None = None) -> None:
        """Take the folder, and this desk's own key where it is to be known, too."""
        self._folder = folder
        self._own = own

    def name_of(self, key_id: str) -> str | None:
        """Name the desk by its file; raises SetupError where a file that cannot be read may be the one."""
        if self._own and key_id == self._own.key_id:
            return ""
        damaged: SetupError | None = None
        for path in sorted(self._folder.glob(_ENDING)):
            try:
                key = _public_key(path)
            except SetupError as error:
                damaged = error
                continue
            if key_id_of(key) == key_id:
                return path.stem
        if damaged:
            raise damaged
        return None

    def has_signed(self, key_id: str, message: bytes, signature: bytes) -> bool:
        """Say whether the desk of this key has signed the message."""
        if self._own and key_id == self._own.key_id:
            return is_signed_by(self._own.public_key, message, signature)
        name = self.name_of(key_id)
        return name is not None and is_signed_by(
            _public_key(self._folder / f"{name}.pub"), message, signature
        )


def spelt_key(key: DeskKey) -> str:
    """Write a desk's public key as other desks keep it: the one line of a ``.pub`` file."""
    return base64.b64encode(key.public_key).decode()


def _public_key(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            text = file.read(_LONGEST_FILE)
        key = base64.b64decode(text.strip(), validate=True)
    except (OSError, binascii.Error) as error:
        raise SetupError(path, "desk_key_damaged") from error
    if len(key) != PUBLIC_KEY_BYTES:
        raise SetupError(path, "desk_key_damaged")
    return key
