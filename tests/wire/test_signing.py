"""What is signed names everything that a request does."""

from counter_app.wire.signing import published_text, signed_text

NONCE = "00112233445566778899aabbccddeeff"


def test_the_signed_text_is_the_one_that_the_contract_spells_out() -> None:
    text = signed_text("post", "/v1/entries?a=1", time_ms=1_795_000_000_000, nonce=NONCE, body=b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert text.decode().split("\n") == ["POST", "/v1/entries?a=1", "1795000000000", NONCE, empty]


def test_any_other_body_name_or_version_is_another_text() -> None:
    told = published_text("pack", "1.004194", "2026-07-01", "a = 1")
    assert told != published_text("pack", "1.004194", "2026-07-01", "a = 2")
    assert told != published_text("pack", "1.004194", "2026-07-02", "a = 1")
