"""The office's signature: PAdES by a key file or a token, at the desk's own moment, its PDF/A kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from crafts.scanning.scanning_scenes import sheet
from gateways.signing_keys import HOLDER, LABEL, PASSWORD, PIN, TOKEN_LIBRARY, fill_token, write_key_file
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journeys.driver import FONTS, text_of
from pikepdf import pdfa
from services.people import MORNING

from counter_app.gateways.signer import DeskSigner, PdfSignatures
from counter_app.services.paperwork import certified_lines
from counter_app.services.ports import SignerAway, WrongPassword
from counter_app.services.signing import SignMark
from printing.acknowledgement import draw_acknowledgement
from printing.samples import ACKNOWLEDGEMENT
from printing.sheet import Marks, PaperSize
from scanning.document import ScannedPage, build_document
from scanning.page_kind import PageKind
from scanning.paper_metadata import PaperMetadata

PRINTED = 4
"""The flag of an annotation that comes out on paper: each has it in PDF/A-2 (ISO 19005-2, 6.3.2)."""
VERIFY = PdfSignatures().verify


@pytest.fixture(scope="module")
def document() -> bytes:
    metadata = PaperMetadata(
        name="Giấy mẫu",
        owner_id="000192000017",
        office="UBND phường Mẫu",
        taken_by=HOLDER,
        taken_at=MORNING,
        pictures=("ab" * 32,),
    )
    return build_document([ScannedPage(sheet(coloured=True), PageKind.TEXT)], metadata=metadata)


@pytest.fixture(scope="module")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("key") / "key.p12"
    write_key_file(path)
    return path


@pytest.fixture(scope="module")
def signed(document: bytes, key_file: Path) -> bytes:
    signer = DeskSigner(key_file)
    signer.unlock(PASSWORD)
    return signer.sign(document, reason="Đã đối chiếu", when=MORNING)


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("token")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        fill_token(folder)
        yield TOKEN_LIBRARY


def test_a_signed_document_says_by_whom_and_when_and_begins_as_it_was(document: bytes, signed: bytes) -> None:
    facts = VERIFY(signed)
    assert facts
    assert (facts.holder, facts.signed_at, facts.is_intact) == (HOLDER, MORNING, True)
    assert signed.startswith(document)
    assert VERIFY(document) is None


def test_it_is_pades_and_still_the_same_pdf_a(signed: bytes) -> None:
    with pikepdf.open(BytesIO(signed)) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert field.V.SubFilter == "/ETSI.CAdES.detached"
        assert str(field.V.Reason) == "Đã đối chiếu"
        assert pdf.check_pdf_syntax() == []
        (mark,) = pdf.pages[0].Annots
        assert int(mark.F) & PRINTED
        assert [float(side) for side in mark.Rect.as_list()] == [0, 0, 0, 0]
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        # The checker knows neither forms nor PAdES: it is asked about all the rest of what the update left.
        assert {found.kind for found in pdfa.check(pdf, "2b").findings} == {"unsupported"}
        del pdf.Root.AcroForm, pdf.Root.Extensions, pdf.pages[0].obj.Annots
        assert pdfa.check(pdf, "2b").verdict == "pass"


def test_a_changed_byte_or_a_page_added_later_is_seen(signed: bytes) -> None:
    at = signed.index(b"stream") + 40
    changed = VERIFY(signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :])
    assert changed
    assert not changed.is_intact
    longer = VERIFY(signed + b"\n%% something more\n")
    assert longer is None or not longer.is_intact


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.floats(0, 1), junk=st.binary(max_size=60))
def test_files_that_are_broken_are_no_crash(signed: bytes, cut: float, junk: bytes) -> None:
    facts = VERIFY(signed[: int(len(signed) * cut)] + junk)
    assert facts is None or not facts.is_intact or (cut == 1 and not junk.strip())


def test_a_wrong_password_and_a_key_that_is_not_there_are_told_apart(key_file: Path) -> None:
    signer = DeskSigner(key_file)
    with pytest.raises(WrongPassword):
        signer.unlock("something else")
    with pytest.raises(SignerAway) as away:
        DeskSigner(key_file.with_name("gone.p12")).unlock(PASSWORD)
    assert away.value.path == key_file.with_name("gone.p12")
    assert signer.holder == ""


def test_a_key_that_was_let_go_signs_no_longer(document: bytes, key_file: Path) -> None:
    signer = DeskSigner(key_file)
    signer.unlock(PASSWORD)
    assert signer.holder == HOLDER
    signer.lock()
    assert signer.holder == ""
    with pytest.raises(SignerAway):
        signer.sign(document, reason="", when=MORNING)


def test_a_token_signs_like_a_file_and_refuses_a_wrong_pin(document: bytes, token: Path) -> None:
    signer = DeskSigner(token, LABEL)
    with pytest.raises(WrongPassword):
        signer.unlock("1357")
    signer.unlock(PIN)
    assert signer.holder == HOLDER
    when = MORNING + timedelta(hours=1)
    facts = VERIFY(signer.sign(document, reason="Đã đối chiếu", when=when))
    assert facts
    assert (facts.holder, facts.signed_at, facts.is_intact) == (HOLDER, when, True)
    signer.lock()


def test_an_acknowledgement_is_signed_by_the_token_and_says_so_on_both_copies(token: Path) -> None:
    signer = DeskSigner(token, LABEL)
    signer.unlock(PIN)
    lines = certified_lines(SignMark(signer.holder, MORNING))
    drawn = draw_acknowledgement(
        replace(ACKNOWLEDGEMENT, certified=lines),
        size=PaperSize.A4,
        fonts=FONTS,
        marks=Marks(),
        created_at=MORNING,
    )
    signed = signer.sign(drawn, reason="Người tiếp nhận ký", when=MORNING)
    facts = VERIFY(signed)
    assert facts
    assert (facts.holder, facts.signed_at, facts.is_intact) == (HOLDER, MORNING, True)
    assert signed.startswith(drawn)
    words = " ".join(text_of(signed).split())
    assert words.count(f"Ký số bởi: {HOLDER} Thời gian ký: {MORNING:%d/%m/%Y %H:%M:%S} +07:00") == 2
    with pikepdf.open(BytesIO(signed)) as pdf:
        del pdf.Root.AcroForm, pdf.Root.Extensions, pdf.pages[0].obj.Annots
        assert pdfa.check(pdf, "2b").verdict == "pass"
    signer.lock()


def test_a_token_without_the_key_or_without_its_library_is_away(token: Path, tmp_path: Path) -> None:
    with pytest.raises(SignerAway):
        DeskSigner(token, "nobody").unlock(PIN)
    with pytest.raises(SignerAway):
        DeskSigner(tmp_path / "no_library.so", LABEL).unlock(PIN)
