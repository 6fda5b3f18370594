"""Codes of a device that counts (HOTP, RFC 4226): they need no clock on either side."""

from __future__ import annotations

_WINDOW = 20
"""How many codes a device may be ahead: a button pressed in a pocket is no reason to stand outside."""
_ISSUER = "Quay mot cua"


class HotpCodes:
    """See ``services.sign_in_port.CountedCodes``; six digits, as every app shows them."""

    def new_secret(self) -> str:
        """Give a secret of 160 bits in base 32."""
        import pyotp  # noqa: PLC0415 - a desk without such devices starts without it

        return pyotp.random_base32()

    def address(self, secret: str, sign: str) -> str:
        """Give the otpauth address of the secret."""
        import pyotp  # noqa: PLC0415 - see above

        return pyotp.HOTP(secret).provisioning_uri(name=sign, initial_count=0, issuer_name=_ISSUER)

    def place_of(self, secret: str, code: str, *, used: int) -> int | None:
        """Look for the code among the next ones; what was used before is never found again."""
        import pyotp  # noqa: PLC0415 - see above

        hotp = pyotp.HOTP(secret)
        places = range(used, used + _WINDOW)
        return next((place for place in places if hotp.verify(code, place)), None)
