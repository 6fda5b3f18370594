"""A PDF is checked in the window: dropped or chosen, told line by line in both languages, forgotten after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from gateways.signing_keys import HOLDER, PASSWORD, write_key_file
from journeys.driver import FONTS, MONDAY
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from ui.window_driver import WindowDriver, window_in

from counter_app.gateways.signer import DeskSigner
from counter_app.services.claims import CheckedClaim, ClaimVerdict
from counter_app.services.file_checks import CheckedFile
from counter_app.services.signature_ports import Chain, SignatureJudgement, SignedFile, Wholeness
from counter_app.ui.app import Appearance
from counter_app.ui.file_check_words import file_lines
from counter_app.ui.screens.file_check import FileCheckScreen
from counter_app.ui.tokens import Tone
from printing.acknowledgement import draw_acknowledgement
from printing.samples import ACKNOWLEDGEMENT
from printing.sheet import Marks, PaperSize


def in_english(usual: Appearance) -> Appearance:
    return replace(usual, language="en")


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a desk, with an acknowledgement that is signed and a file that is no PDF beside it."""
    del qtbot
    write_key_file(tmp_path / "key.p12")
    signer = DeskSigner(tmp_path / "key.p12")
    signer.unlock(PASSWORD)
    words = replace(ACKNOWLEDGEMENT, code_payload=f"MC1:{'0' * 40}")
    pdf = draw_acknowledgement(words, size=PaperSize.A5, fonts=FONTS, marks=Marks(), created_at=MONDAY)
    (tmp_path / "signed.pdf").write_bytes(signer.sign(pdf, reason="Ký", when=MONDAY))
    (tmp_path / "no.pdf").write_bytes(b"no PDF at all")
    with window_in(qapp, tmp_path / "data", FixedClock(MONDAY), looks=in_english) as opened:
        yield opened


def lines_after_dropping(driver: WindowDriver, path: Path) -> list[str]:
    screen = next(iter(driver.window.findChildren(FileCheckScreen)))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    screen.dropEvent(QDropEvent(QPointF(), copy, dropped, left, plain))
    driver.wait(lambda: bool(shown(screen)), "nothing was said")
    return shown(screen)


def shown(screen: FileCheckScreen) -> list[str]:
    lines = screen.findChildren(QLabel)
    return [
        each.text() for each in lines if each.objectName().startswith("file_check_line_") and each.isVisible()
    ]


def test_a_signed_acknowledgement_is_told_by_signature_and_by_code(
    driver: WindowDriver, tmp_path: Path
) -> None:
    driver.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    driver.wait(lambda: bool(driver.window.findChildren(FileCheckScreen)), "no dialog")
    signature, claim, archive = lines_after_dropping(driver, tmp_path / "signed.pdf")
    assert signature.startswith(f"Signed by {HOLDER}, ")
    assert "Nothing was changed since. Who issued the certificate" in signature
    assert claim.startswith("This is the code of an acknowledgement, but it did not come through whole.")
    assert archive == "It says of itself to be fit to be kept: PDF/A-2B."
    (refused,) = lines_after_dropping(driver, tmp_path / "no.pdf")
    assert "Choose another file" in refused
    driver.window.cover.trigger()
    driver.wait(lambda: not driver.window.findChildren(FileCheckScreen), "a veil leaves it open")


def test_a_file_is_green_only_where_it_is_whole_and_by_a_known_issuer() -> None:
    for wholeness in Wholeness:
        for chain in Chain:
            judgement = SignatureJudgement(HOLDER, "", None, wholeness, chain)
            first = next(iter(file_lines(CheckedFile("x.pdf", 1, SignedFile((judgement,))))))
            whole = wholeness in {Wholeness.WHOLE, Wholeness.ADDED_TO}
            assert (first.tone is Tone.VERIFIED) is (whole and chain is Chain.KNOWN)
            assert (first.tone is Tone.ERROR) is not whole
    forged = CheckedClaim(ClaimVerdict.FORGED, "H26.99-261123-0001")
    lines = list(file_lines(CheckedFile("x.pdf", 1, SignedFile((), has_unreadable=True), forged)))
    assert [line.tone for line in lines] == [Tone.ERROR, Tone.ERROR, Tone.NEUTRAL]
