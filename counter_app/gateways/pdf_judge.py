"""Signatures in a PDF, judged: whose they are, what came after them, and who issued the certificate.

Nothing is fetched: whose certificates may be trusted is said by the files in one folder beside the database.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError

from counter_app.errors import SetupError
from counter_app.gateways.pades import LET_OUT
from counter_app.services.signature_ports import Chain, SignatureJudgement, SignedFile, Wholeness

Certificate = Any
"""One of pyHanko's; its library for ASN.1 has no types."""
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).setLevel(logging.CRITICAL + 1)  # it would write signers' names into the log
_ENDINGS = {".pem", ".crt", ".cer"}
_LARGEST_CERTIFICATE = 2**16
_ARCHIVE_PART = re.compile(rb"pdfaid:part\s*(?:>|=\s*[\"'])\s*([1-4])")
_ARCHIVE_LEVEL = re.compile(rb"pdfaid:conformance\s*(?:>|=\s*[\"'])\s*([A-Z])")
_LARGEST_METADATA = 2**20
_UNREADABLE = (*LET_OUT, SigningError, PathError)


def judged(content: bytes, trusted: tuple[Certificate, ...]) -> SignedFile:
    """Judge every signature of a PDF, in the order they were made."""
    try:
        reader = PdfFileReader(BytesIO(content), strict=False)
        found = reader.embedded_regular_signatures
    except _UNREADABLE:
        return SignedFile((), has_unreadable=b"/ByteRange" in content)
    read: list[SignatureJudgement] = []
    for each in found:
        try:
            read.append(_judgement(each, trusted))
        except _UNREADABLE:
            continue
    return SignedFile(tuple(read), _archive(reader), has_unreadable=len(read) < len(found))


def trusted_in(folder: Path) -> tuple[Certificate, ...]:
    """Read the certificates that the office trusts, PEM or DER; raises SetupError naming a damaged file."""
    paths = sorted(path for path in folder.glob("*") if path.suffix.lower() in _ENDINGS)
    return tuple(certificate for path in paths for certificate in _certificates(path))


def _certificates(path: Path) -> tuple[Certificate, ...]:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_CERTIFICATE)
        certificates = tuple(load_certs_from_pemder_data(content))
        for certificate in certificates:
            certificate.subject.native, certificate.public_key  # noqa: B018 - read now: damage is to be named
    except (OSError, ValueError) as error:
        raise SetupError(path, "certificate_damaged") from error
    return certificates


def _judgement(signature: EmbeddedPdfSignature, trusted: tuple[Certificate, ...]) -> SignatureJudgement:
    when = signature.self_reported_timestamp
    context = ValidationContext(trust_roots=trusted, moment=when, allow_fetching=False)
    status = validate_pdf_signature(signature, signer_validation_context=context)
    certificate = signature.signer_cert
    return SignatureJudgement(
        holder=_name(certificate.subject.native),
        issuer=_name(certificate.issuer.native),
        signed_at=when,
        wholeness=_wholeness(status),
        chain=_chain(status, certificate, trusted),
    )


def _wholeness(status: PdfSignatureStatus) -> Wholeness:
    if not (status.intact and status.valid):
        return Wholeness.BROKEN
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return Wholeness.WHOLE
    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return Wholeness.CHANGED
    level = status.modification_level
    allowed = level is not None and level <= ModificationLevel.FORM_FILLING
    return Wholeness.ADDED_TO if allowed else Wholeness.CHANGED


def _chain(status: PdfSignatureStatus, certificate: Certificate, trusted: tuple[Certificate, ...]) -> Chain:
    if status.trusted:
        return Chain.KNOWN
    issuers = {each.subject.hashable for each in trusted}
    return Chain.NOT_VALID if certificate.issuer.hashable in issuers else Chain.UNKNOWN


def _name(parts: Mapping[str, object]) -> str:
    return str(parts.get("common_name") or parts.get("organization_name") or "")


def _archive(reader: PdfFileReader) -> str:
    """Give the PDF/A part and level that a file says of itself; whether it keeps to it is not looked into."""
    try:
        told = reader.root["/Metadata"].data[:_LARGEST_METADATA]
    except _UNREADABLE:
        return ""
    part, level = _ARCHIVE_PART.search(told), _ARCHIVE_LEVEL.search(told)
    return (part[1] + (level[1] if level else b"")).decode() if part else ""
