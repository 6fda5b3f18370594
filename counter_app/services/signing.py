"""The official's signature on what is digitised or handed out: opened once a shift, or put off."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from counter_app.domain.paper import Paper
from counter_app.errors import Refusal
from counter_app.services.ports import (
    Clock,
    Sealed,
    SignatureFacts,
    SignatureReader,
    Signer,
    SignerAway,
)

_REASON = "Xác nhận bản số hóa đúng với giấy tờ đã nộp"
"""Circular 01/2023/TT-VPCP: who digitises a paper compares it with the original and signs it."""


class SignatureLocked(Refusal):
    """The office wants papers signed, and the key's password has not been given in this shift."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A document ready to be kept; ``by`` is empty where nobody signed it."""

    content: bytes
    by: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which papers the office wants signed: those digitised, those its officials hand out, and its head."""

    scans: bool = True
    papers: bool = False
    notices: bool = False


class Over(StrEnum):
    """Over whose name a paper is handed out, with what a signature on it says it is for."""

    OFFICIAL = "Người tiếp nhận ký giấy tờ giao cho người nộp hồ sơ"
    HEAD = "Thủ trưởng cơ quan, hoặc người được giao ký thay, ký giấy tờ giao cho người nộp hồ sơ"


class Unsigned(StrEnum):
    """Why a paper that the office wants signed came out without a signature."""

    LOCKED = "locked"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class SignMark:
    """Who signs a paper, by the certificate, and when: what its signature block says."""

    holder: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Issued:
    """A paper ready to be handed out; ``unsigned`` is None where it is as the office wants it."""

    content: bytes
    unsigned: Unsigned | None = None


class Signing:
    """Signs documents while a shift lasts; the password itself is kept by nobody."""

    def __init__(
        self,
        signer: Signer | None,
        reader: SignatureReader,
        sealed: Sealed,
        clock: Clock,
        *,
        wanted: Wanted | None = None,
    ) -> None:
        """Take the office's key; without one nothing is signed."""
        self._signer = signer
        self._reader = reader
        self._sealed = sealed
        self._clock = clock
        self._wanted = wanted or Wanted()
        self._is_put_off = False

    @property
    def must_ask(self) -> bool:
        """Whether the password is still wanted before papers can be signed."""
        return self._signer is not None and not self._is_put_off and not self._signer.holder

    def unlock(self, password: str) -> None:
        """Open the key for this shift; raises WrongPassword, and SignerAway where it is not there."""
        if self._signer:
            self._signer.unlock(password)
            self._is_put_off = False

    def put_off(self) -> None:
        """Go on without signatures until the next shift: a lost key must not send a citizen home."""
        self._is_put_off = True

    def forget(self) -> None:
        """End the shift: whoever serves next gives their own password."""
        self._is_put_off = False
        if self._signer:
            self._signer.lock()

    def signed(self, content: bytes, *, reason: str = _REASON) -> Signed:
        """Sign a PDF where the office wants it; raises SignatureLocked and SignerAway."""
        if self.must_ask:
            raise SignatureLocked
        if self._signer is None or self._is_put_off:
            return Signed(content)
        return Signed(self._signer.sign(content, reason=reason, when=self._clock.now()), self._signer.holder)

    def digitised(self, content: bytes) -> Signed:
        """Sign a paper that was digitised, where the office wants these signed; raises as ``signed`` does."""
        return self.signed(content) if self._wanted.scans else Signed(content)

    def issued(self, draw: Callable[[SignMark | None], bytes], over: Over = Over.OFFICIAL) -> Issued:
        """Draw a paper with its signature block and sign it, where the office wants that.

        A key that is locked or away holds no paper back: it is drawn without a block, and that is told.
        """
        is_wanted = self._wanted.notices if over is Over.HEAD else self._wanted.papers
        if self._signer is None or not is_wanted:
            return Issued(draw(None))
        mark = SignMark(self._signer.holder, self._clock.now())
        if not mark.holder:
            return Issued(draw(None), Unsigned.LOCKED)
        try:
            return Issued(self._signer.sign(draw(mark), reason=over.value, when=mark.at))
        except SignerAway:
            return Issued(draw(None), Unsigned.AWAY)

    def checked(self, papers: Iterable[Paper]) -> dict[str, SignatureFacts]:
        """Check the signatures in filed papers, by slot: the office's, and those on files that came signed.

        Raises NotFound and SealBroken where a document is not as it was sealed.
        """
        documents = {paper.slot: paper.document for paper in papers if paper.document}
        found = {
            slot: self._reader.verify(self._sealed.open(document.sha256))
            for slot, document in documents.items()
            if document.signed_by or document.as_it_came
        }
        return {slot: facts for slot, facts in found.items() if facts}
