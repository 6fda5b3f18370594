"""Signing at the desk: the password once a shift, unsigned only knowingly, checked when it is opened."""

from __future__ import annotations

from datetime import datetime

import pytest
from services.fakes import FakeSealed, FixedClock
from services.people import MORNING

from counter_app.domain.paper import Document, Paper
from counter_app.services.ports import SignatureFacts, SignerAway, WrongPassword
from counter_app.services.signing import Issued, Over, SignatureLocked, Signing, SignMark, Unsigned, Wanted


class FakeSigner:
    """Signs by writing behind a text who has signed it; ``plugged_in`` is a token's plug."""

    def __init__(self) -> None:
        self.holder, self.plugged_in = "", True

    def unlock(self, password: str) -> None:
        """Open with the one right password."""
        if password != "right":  # noqa: S105 - a test's own
            raise WrongPassword
        self.holder = "Mẫu"

    def lock(self) -> None:
        """Lock."""
        self.holder = ""

    def sign(self, content: bytes, *, reason: str, when: datetime) -> bytes:
        """Sign, while the key is there."""
        if not self.plugged_in:
            raise SignerAway
        assert reason
        return content + f"|{self.holder}|{when.isoformat()}".encode()

    def verify(self, content: bytes) -> SignatureFacts | None:
        """Read the signature back."""
        _, *found = content.decode().split("|")
        return SignatureFacts(found[0], datetime.fromisoformat(found[1]), is_intact=True) if found else None


@pytest.fixture
def signer() -> FakeSigner:
    return FakeSigner()


@pytest.fixture
def sealed() -> FakeSealed:
    return FakeSealed()


@pytest.fixture
def signing(signer: FakeSigner, sealed: FakeSealed) -> Signing:
    return Signing(signer, signer, sealed, FixedClock(MORNING))


def test_nothing_is_filed_before_the_password_was_given(signing: Signing) -> None:
    assert signing.must_ask
    with pytest.raises(SignatureLocked):
        signing.signed(b"paper")
    with pytest.raises(WrongPassword):
        signing.unlock("wrong")
    signing.unlock("right")
    signed = signing.signed(b"paper")
    assert (signed.by, signed.content) == ("Mẫu", b"paper|M\xe1\xba\xabu|" + MORNING.isoformat().encode())


def test_whoever_serves_next_gives_their_own_password(signing: Signing) -> None:
    signing.unlock("right")
    signing.forget()
    assert signing.must_ask


def test_put_off_papers_go_unsigned_until_the_next_shift(signing: Signing) -> None:
    signing.put_off()
    assert not signing.must_ask
    assert (signing.signed(b"paper").content, signing.signed(b"paper").by) == (b"paper", "")
    signing.forget()
    assert signing.must_ask


def test_a_token_that_was_pulled_out_is_told_of(signing: Signing, signer: FakeSigner) -> None:
    signing.unlock("right")
    signer.plugged_in = False
    with pytest.raises(SignerAway):
        signing.signed(b"paper")


def test_an_office_without_a_key_is_asked_nothing(signer: FakeSigner, sealed: FakeSealed) -> None:
    without = Signing(None, signer, sealed, FixedClock(MORNING))
    assert not without.must_ask
    assert without.signed(b"paper").content == b"paper"


def test_signatures_are_checked_where_there_may_be_some(signing: Signing, sealed: FakeSealed) -> None:
    signing.unlock("right")
    content = signing.signed(b"paper").content
    papers = (
        Paper("signed", "", (), Document(sealed.seal(content), 1, signed_by="Mẫu")),
        Paper("came_signed", "", (), Document(sealed.seal(content + b"|"), 1, as_it_came=True)),
        Paper("came", "", (), Document(sealed.seal(b"came"), 1, as_it_came=True)),
        Paper("scanned", "", (), Document(sealed.seal(b"x|a"), 1)),
    )
    found = signing.checked(papers)
    assert found.keys() == {"signed", "came_signed"}
    assert found["signed"].holder == "Mẫu"


def block(mark: SignMark | None) -> bytes:
    """Draw a paper as its signature block alone."""
    return f"[{mark.holder} {mark.at:%H:%M}]".encode() if mark else b"[]"


def test_a_paper_handed_out_bears_its_block_only_where_it_is_signed(
    signer: FakeSigner, sealed: FakeSealed
) -> None:
    wanted = Wanted(scans=False, papers=True)
    signing = Signing(signer, signer, sealed, FixedClock(MORNING), wanted=wanted)
    assert signing.issued(block) == Issued(b"[]", Unsigned.LOCKED)
    signing.unlock("right")
    signed = signing.issued(block)
    assert signed.unsigned is None
    assert signed.content.startswith(f"[Mẫu {MORNING:%H:%M}]|Mẫu|".encode())
    assert signing.digitised(b"scan").content == b"scan"
    signer.plugged_in = False
    assert signing.issued(block) == Issued(b"[]", Unsigned.AWAY)
    assert signing.issued(block, Over.HEAD) == Issued(b"[]")


def test_an_office_that_signs_scans_alone_hands_its_papers_out_unsigned_and_says_nothing(
    signing: Signing,
) -> None:
    signing.unlock("right")
    assert signing.issued(block) == Issued(b"[]")
    assert signing.digitised(b"scan").by == "Mẫu"
