"""Invented signing keys: in a PKCS#12 file, and on a token in software (SoftHSM)."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pkcs11
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID
from pkcs11.util.x509 import decode_x509_certificate

HOLDER = "Nguyễn Thị Mẫu"
PASSWORD, PIN = "mật khẩu mẫu", "2468"
LABEL = "official"
TOKEN_LIBRARY = Path("/usr/lib/softhsm/libsofthsm2.so")
"""Where Debian and Ubuntu keep it; the set-up installs the package for the tests."""
_KEY_ID = "01"


def key_usage(*, is_ca: bool) -> x509.KeyUsage:
    """Say what a key is for: signing, and issuing too where it is an authority's."""
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_ca,
        crl_sign=is_ca,
        encipher_only=False,
        decipher_only=False,
    )


def key_and_certificate() -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    """Make a key and the certificate it has issued to itself."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.COMMON_NAME, HOLDER),
        ]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2099, 1, 1, tzinfo=UTC))
        .add_extension(key_usage(is_ca=False), critical=True)
        .sign(key, hashes.SHA256())
    )
    return key, certificate


def write_key_file(path: Path) -> None:
    """Write a PKCS#12 file that opens with ``PASSWORD``."""
    key, certificate = key_and_certificate()
    lock = serialization.BestAvailableEncryption(PASSWORD.encode())
    path.write_bytes(serialize_key_and_certificates(LABEL.encode(), key, certificate, None, lock))


def fill_token(folder: Path) -> None:
    """Lay a key and its certificate on a fresh token, which ``SOFTHSM2_CONF`` in ``folder`` leads to."""
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'tokens'}\n", encoding="utf-8")
    _softhsm("--init-token", "--free", "--label", "desk", "--so-pin", PIN, "--pin", PIN)
    key, certificate = key_and_certificate()
    content = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(content)
    wanted = ("--token", "desk", "--pin", PIN, "--label", LABEL, "--id", _KEY_ID)
    _softhsm("--import", str(folder / "key.pem"), *wanted)
    token = next(pkcs11.lib(str(TOKEN_LIBRARY)).get_tokens())
    with token.open(user_pin=PIN, rw=True) as session:
        shown = decode_x509_certificate(certificate.public_bytes(serialization.Encoding.DER))
        attributes = {pkcs11.Attribute.LABEL: LABEL, pkcs11.Attribute.ID: bytes.fromhex(_KEY_ID)}
        session.create_object({**shown, **attributes, pkcs11.Attribute.TOKEN: True})


def _softhsm(*arguments: str) -> None:
    subprocess.run(["softhsm2-util", *arguments], check=True, capture_output=True)  # noqa: S603, S607 - the test's own words
