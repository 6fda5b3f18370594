"""Signatures judged: whose, whole or changed since, by an issuer that is known, of one file or of several."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID
from gateways.signing_keys import HOLDER, PASSWORD, key_usage, write_key_file
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journeys.driver import FONTS
from services.people import MORNING

from counter_app.errors import SetupError
from counter_app.gateways.signer import DeskSigner, TrustingJudge
from counter_app.services.signature_ports import Chain, SignatureJudgement, SignedFile, Wholeness
from printing.acknowledgement import draw_acknowledgement
from printing.samples import ACKNOWLEDGEMENT
from printing.sheet import Marks, PaperSize

ISSUER = "CA Mẫu"


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _issued(
    issuer: rsa.RSAPrivateKey, key: rsa.RSAPrivateKey, subject: str, *, until: int, is_ca: bool
) -> x509.Certificate:
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(ISSUER))
        .public_key(key.public_key())
        .serial_number(1 if is_ca else 2)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(until, 1, 1, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(key_usage(is_ca=is_ca), critical=True)
        .sign(issuer, hashes.SHA256())
    )


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay key files of an office into a folder, and the certificate of who issued them into another."""
    folder = tmp_path_factory.mktemp("keys")
    ca, own = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
    root = _issued(ca, ca, ISSUER, until=2099, is_ca=True)
    (folder / "trusted").mkdir()
    (folder / "trusted" / "ca.crt").write_bytes(root.public_bytes(serialization.Encoding.PEM))
    lock = serialization.BestAvailableEncryption(PASSWORD.encode())
    for file, until in (("good.p12", 2099), ("expired.p12", 2021)):
        certificate = _issued(ca, own, HOLDER, until=until, is_ca=False)
        (folder / file).write_bytes(serialize_key_and_certificates(None, own, certificate, None, lock))
    write_key_file(folder / "stranger.p12")
    return folder


@pytest.fixture(scope="module")
def drawn() -> bytes:
    return draw_acknowledgement(
        ACKNOWLEDGEMENT, size=PaperSize.A5, fonts=FONTS, marks=Marks(), created_at=MORNING
    )


def signed_by(keys: Path, file: str, content: bytes) -> bytes:
    signer = DeskSigner(keys / file)
    signer.unlock(PASSWORD)
    return signer.sign(content, reason="Ký", when=MORNING)


@pytest.fixture(scope="module")
def signed(keys: Path, drawn: bytes) -> bytes:
    return signed_by(keys, "good.p12", drawn)


def judge(keys: Path, content: bytes) -> SignedFile:
    return TrustingJudge(keys / "trusted").judge(content)


def test_a_whole_file_by_a_known_issuer_and_the_archive_it_says_to_be(
    keys: Path, drawn: bytes, signed: bytes
) -> None:
    judgement = SignatureJudgement(HOLDER, ISSUER, MORNING, Wholeness.WHOLE, Chain.KNOWN)
    assert judge(keys, signed) == SignedFile((judgement,), archive="2B")
    assert judge(keys, drawn) == SignedFile((), archive="2B")
    assert judge(keys, b"%PDF-1.7 nothing") == SignedFile(())


@pytest.mark.parametrize(
    ("file", "chain"), [("stranger.p12", Chain.UNKNOWN), ("expired.p12", Chain.NOT_VALID)]
)
def test_a_stranger_and_a_certificate_out_of_its_time_are_told_apart(
    keys: Path, drawn: bytes, file: str, chain: Chain
) -> None:
    (judgement,) = judge(keys, signed_by(keys, file, drawn)).signatures
    assert (judgement.wholeness, judgement.chain) == (Wholeness.WHOLE, chain)


def test_what_came_after_a_signature_is_told_from_what_broke_it(keys: Path, signed: bytes) -> None:
    at = signed.index(b"stream") + 40
    (broken,) = judge(keys, signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]).signatures
    assert broken.wholeness is Wholeness.BROKEN
    (covered,) = judge(keys, covered_over(signed)).signatures
    assert covered.wholeness is Wholeness.CHANGED


def covered_over(signed: bytes) -> bytes:
    """Put another page content over a signed file by an update at its end, as an editor of PDF would."""
    with pikepdf.open(BytesIO(signed)) as pdf:
        number, generation = pdf.pages[0].obj.Contents.objgen
        root, size = pdf.trailer.Root.objgen[0], int(pdf.trailer.Size)
    begins = signed.rindex(b"startxref")
    before = int(signed[begins:].split()[1])
    body = b"%d %d obj\n<< /Length 21 >>\nstream\n0 0 500 500 re f %%xx\nendstream\nendobj\n" % (
        number,
        generation,
    )
    offset = len(signed) + 1
    table = b"xref\n%d 1\n%010d %05d n \n" % (number, offset, generation)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\n" % (size, root, before)
    return signed + b"\n" + body + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (offset + len(body))


def test_a_certificate_that_cannot_be_read_is_named(keys: Path, signed: bytes, tmp_path: Path) -> None:
    (tmp_path / "broken.pem").write_text("-----BEGIN CERTIFICATE-----\nxxxx\n-----END CERTIFICATE-----\n")
    with pytest.raises(SetupError) as error:
        TrustingJudge(tmp_path).judge(signed)
    assert error.value.path.name == "broken.pem"
    assert judge(keys / "nowhere", signed).signatures[0].chain is Chain.UNKNOWN


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1), junk=st.binary(min_size=1, max_size=60))
def test_files_that_are_broken_are_no_crash(keys: Path, signed: bytes, at: float, junk: bytes) -> None:
    begins = int(len(signed) * at)
    spoilt = signed[:begins] + junk + signed[begins + len(junk) :]
    for judgement in judge(keys, spoilt).signatures:
        assert spoilt == signed or judgement.wholeness is not Wholeness.WHOLE
