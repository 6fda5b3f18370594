"""The desk's signing key: one a desk, the same every day, checked by whoever has its public half."""

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.claim import key_id_of
from counter_app.gateways.desk_key import DerivedDeskKey, is_signed_by

MAIN_KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))


def test_the_same_desk_has_the_same_key_after_every_start() -> None:
    first, second = DerivedDeskKey(MAIN_KEY), DerivedDeskKey(MAIN_KEY)
    assert first.public_key == second.public_key
    assert first.sign(b"a claim") == second.sign(b"a claim")


def test_another_desk_has_another_key_and_another_name_for_it() -> None:
    ours, theirs = DerivedDeskKey(MAIN_KEY), DerivedDeskKey(OTHER_KEY)
    assert ours.public_key != theirs.public_key
    assert ours.key_id != theirs.key_id


def test_a_key_is_named_by_eight_signs_that_a_qr_code_keeps_short() -> None:
    key = DerivedDeskKey(MAIN_KEY)
    assert key.key_id == key_id_of(key.public_key)
    assert len(key.key_id) == 8
    assert set(key.key_id) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


@given(message=st.binary(max_size=300))
def test_what_a_desk_signed_is_known_as_its_own_and_nobody_elses(message: bytes) -> None:
    ours, theirs = DerivedDeskKey(MAIN_KEY), DerivedDeskKey(OTHER_KEY)
    signature = ours.sign(message)
    assert is_signed_by(ours.public_key, message, signature)
    assert not is_signed_by(theirs.public_key, message, signature)
    assert not is_signed_by(ours.public_key, message + b".", signature)


def test_signatures_and_keys_of_a_wrong_length_sign_nothing() -> None:
    key = DerivedDeskKey(MAIN_KEY)
    assert not is_signed_by(key.public_key, b"a claim", b"")
    assert not is_signed_by(key.public_key[:31], b"a claim", key.sign(b"a claim"))


def test_the_public_key_does_not_give_the_seed_away() -> None:
    assert DerivedDeskKey(MAIN_KEY).public_key != MAIN_KEY
