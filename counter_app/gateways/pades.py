"""PAdES signatures in PDF files: written with a key of a PKCS#12 file or PKCS#11 token, and checked."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from threading import Lock  # noqa: TID251 - no thread: two lanes may sign at once, a token takes one at a time

import pkcs11
from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.pkcs11 import PKCS11Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from counter_app.services.ports import SignatureFacts, SignerAway, WrongPassword

_LARGEST_KEY_FILE = 2**20
_WRONG_PIN = (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange)


class OpenKey:
    """A key that signs until it is let go, and the name of whom its certificate was issued to."""

    def __init__(self, signer: signers.Signer, session: pkcs11.Session | None = None) -> None:
        self._signer = signer
        self._session = session
        self._one_at_a_time = Lock()
        certificate = signer.signing_cert
        self.holder = _common_name(certificate.subject.native) if certificate else ""

    def sign(self, content: bytes, *, reason: str, when: datetime) -> bytes:
        """Sign a whole PDF as PAdES B-B (ETSI EN 319 142-1) by an update at its end; raises SignerAway.

        The signature is invisible, so that the page and its PDF/A stay what they are.
        """
        meta = signers.PdfSignatureMetadata(
            field_name="CounterSignature",
            reason=reason,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
        )
        signed = BytesIO()
        with self._one_at_a_time, _away_unless_there():
            _DatedSigner(meta, self._signer, when).sign_pdf(
                IncrementalPdfFileWriter(BytesIO(content)), output=signed
            )
        return signed.getvalue()

    def close(self) -> None:
        """Let the token go."""
        if self._session:
            with _away_unless_there():
                self._session.close()


class _DatedSigner(signers.PdfSigner):
    """Signs at the desk's own moment; pyHanko would ask the system's clock."""

    def __init__(self, meta: signers.PdfSignatureMetadata, signer: signers.Signer, when: datetime) -> None:
        super().__init__(meta, signer)
        self._when = when

    def init_signing_session(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002 - pyHanko's signature
    ) -> PdfSigningSession:
        """Begin to sign at that moment."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._when
        return session


def open_key_file(path: Path, password: str) -> OpenKey:
    """Open a PKCS#12 file; raises SignerAway where it is not there, and WrongPassword."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_KEY_FILE)
    except OSError as error:
        raise SignerAway(path) from error
    try:
        load_key_and_certificates(content, password.encode())
    except ValueError as error:
        raise WrongPassword from error
    signer = signers.SimpleSigner.load_pkcs12_data(content, (), password.encode())
    if signer is None:
        raise SignerAway(path)
    return OpenKey(signer)


def open_token(library: Path, label: str, pin: str) -> OpenKey:
    """Open the token that the PKCS#11 library finds; ``label`` names key and certificate on it.

    Raises SignerAway where no token or key is there, and WrongPassword: some tokens lock after a few.
    """
    try:
        with _away_unless_there(library):
            session = _token_with(library, label).open(user_pin=pin)
            return OpenKey(PKCS11Signer(session, cert_label=label, key_label=label), session)
    except SignerAway as away:
        if isinstance(away.__cause__, _WRONG_PIN):
            raise WrongPassword from away.__cause__
        raise


def _token_with(library: Path, label: str) -> pkcs11.Token:
    """Find the token by the certificate on it, which needs no PIN: a wrong one counts on the right token."""
    wanted = {pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE, pkcs11.Attribute.LABEL: label}
    for token in pkcs11.lib(str(library)).get_tokens(token_flags=pkcs11.TokenFlag.TOKEN_INITIALIZED):
        with token.open() as session:
            if any(session.get_objects(wanted)):
                return token
    raise SignerAway(library)


# What pyHanko's parsers let out on bytes made to hurt them, beside its own errors.
LET_OUT = (
    PdfError,
    SignatureValidationError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    AssertionError,
    ArithmeticError,
    RuntimeError,
    OSError,
    zlib.error,
)


def read_signature(content: bytes) -> SignatureFacts | None:
    """Check the last signature of a PDF; None where there is none, or where the file cannot be read.

    Its issuer is not: no list of trusted ones is kept here, and none is fetched.
    """
    try:
        signatures = PdfFileReader(BytesIO(content), strict=False).embedded_regular_signatures
        return _facts(signatures[-1]) if signatures else None
    except LET_OUT:
        return None


def _facts(signature: EmbeddedPdfSignature) -> SignatureFacts:
    fits, is_valid = validate_sig_integrity(
        signature.signer_info, signature.signer_cert, "data", signature.compute_digest()
    )
    covers_all = signature.evaluate_signature_coverage() is SignatureCoverageLevel.ENTIRE_FILE
    return SignatureFacts(
        holder=_common_name(signature.signer_cert.subject.native),
        signed_at=signature.self_reported_timestamp,
        is_intact=fits and is_valid and covers_all,
    )


def _common_name(subject: dict[str, object]) -> str:
    return str(subject.get("common_name", ""))


@contextmanager
def _away_unless_there(path: Path | None = None) -> Iterator[None]:
    """Tell whatever a token or its library meets as SignerAway."""
    try:
        yield
    except (pkcs11.PKCS11Error, SigningError, OSError) as error:
        raise SignerAway(path) from error
