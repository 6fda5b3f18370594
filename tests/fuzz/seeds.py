"""Sound inputs from which mutations begin: one small one of each kind that the readers know."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
from hub.upstream import FOUND, fault
from PIL import Image

from counter_app.domain.claim import Claim, ClaimedDossier
from counter_app.gateways.ipp_message import Attribute, Group, Operation, Tag, question
from counter_app.store.manifest import CopiedFile, Manifest
from counter_app.wire.bundles import ENTRIES, MAGIC, PAPER, BundleHead, BundleReceipt, piece
from counter_app.wire.changes import Change, ChangeKind, Changes
from counter_app.wire.entries import Entries, Entry, EntryOutcome, Receipt, Receipts
from counter_app.wire.leases import Lease, LeaseAsked
from counter_app.wire.papers import PaperState, Stretch
from counter_app.wire.reports import ActLine, HistoryReport
from counter_app.wire.text import embedded, to_json

RESOURCES = Path(__file__).parents[2] / "resources"
_NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
_SMALL = 6_000
COPY_KEY = b"k" * 32


def cards() -> Iterator[bytes]:
    """Give payloads of both makes of card, a spoilt one, and codes that are none."""
    yield "000199000017||Nguyễn Thị Thu Hà|15031999|Nữ|Thôn Mẫu, xã Ví Dụ, tỉnh Thử|01072021".encode()
    yield "000202000026|012345678|Trần Đức Minh|08072002|Nam|Phường Mẫu|02072024||||".encode()
    yield "000199000017~~NGUYá»…N THá»Š HÃ€~15031999~Ná»¯~x~01072021\r\n".encode()
    yield b"https://vneid.gov.vn/verify?q=1"
    yield b"8934563138164"
    yield from zones()


def zones() -> Iterator[bytes]:
    """Give machine-readable zones."""
    yield b"IDVNM1990000173000199000017<<3\n9903159F3903157VNM<<<<<<<<<<<6\nNGUYEN<<THI<<THU<HA<<<<<<<<<<<<"
    yield b"IDVNM0580000128000058000012<<8\n58<<<<9M9912315VNM<<<<<<<<<<<2\nNGUYENPHUC<<BAOLONGTHIENKIMDUC"


def claims() -> Iterator[bytes]:
    """Give signed claims, alone and in an address."""
    dossiers = tuple(ClaimedDossier(f"H26.99-261120-{n:04}", _NOON, n) for n in (1, 2))
    token = Claim("ABCDEFGH", _NOON, dossiers).signed(bytes(range(64)))
    yield token.encode()
    yield f"https://hub.example/s/{token}".encode()


def entries() -> Iterator[bytes]:
    """Give what a desk sends to its hub."""
    act = ActLine("received", "d1", "lan", _NOON.isoformat())
    report = embedded(HistoryReport("0" * 64, (act,), "1" * 64))
    yield to_json(Entries((Entry("e1", "history", "d1", report, _NOON, 1, 1),))).encode()
    yield to_json(Entries((Entry("e2", "paper", "d1", "{}", _NOON),))).encode()


def answers() -> Iterator[bytes]:
    """Give what a hub answers; the first letter names the kind."""
    changes = Changes(1, (Change(1, ChangeKind.STATUS, "d1", _NOON, "{}"),))
    yield b"c" + to_json(changes).encode()
    yield b"r" + to_json(Receipts((Receipt("e1", EntryOutcome.ACCEPTED),))).encode()
    yield b"l" + to_json(Lease("H26.99", _NOON.date(), 1, 50)).encode()
    yield b"a" + to_json(LeaseAsked("r1", "H26.99", _NOON.date(), 50)).encode()
    yield b"p" + to_json(PaperState("0" * 64, 9, (Stretch(0, 3),), complete=False)).encode()
    yield b"e" + b'{"error":"busy","detail":""}'


def settings_files() -> Iterator[bytes]:
    """Give settings of a desk."""
    yield b'language = "vi"\nscale = 150\ncameras = ["a"]\n[printers]\nA4 = [{ printer = "q", tray = "t" }]\n'
    yield b'[hub]\naddress = "https://hub.example"\n[account]\nbank = "970436"\nnumber = "1"\n'


@cache
def definition_files() -> tuple[bytes, ...]:
    """Give the smallest shipped definitions of every kind, each behind the letter of its kind."""
    kinds = {b"f": "forms", b"p": "procedures", b"b": "bundles", b"o": "office_fees"}
    found: list[bytes] = []
    for letter, folder in kinds.items():
        files = sorted((RESOURCES / folder).rglob("*.toml"), key=lambda path: path.stat().st_size)[:3]
        found += [letter + path.read_bytes()[:_SMALL] for path in files]
    found += [b"h" + (RESOURCES / "holidays.toml").read_bytes()[:_SMALL]]
    found += [b"s" + (RESOURCES / "slips.toml").read_bytes()[:_SMALL]]
    return tuple(found)


def pictures() -> Iterator[bytes]:
    """Give one small picture in each format that is read, and as scanners stream them."""
    light = np.linspace(0, 255, 24 * 20).astype(np.uint8).reshape(20, 24)
    picture = Image.fromarray(light)
    for how in ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF"):
        file = BytesIO()
        picture.save(file, how)
        yield file.getvalue()


def streams() -> Iterator[bytes]:
    """Give pictures as ``scanimage`` streams them."""
    yield b"P4\n# SANE data follows\n24 20\n" + bytes(60)
    yield b"P5\n24 20\n255\n" + bytes(480)
    yield b"P6\n24 20\n65535\n" + bytes(2_880)


@cache
def pdfs() -> tuple[bytes, ...]:
    """Give a PDF of a page with words, and one that acts."""
    made: list[bytes] = []
    for has_script in (False, True):
        pdf, file = pikepdf.Pdf.new(), BytesIO()
        pdf.add_blank_page(page_size=(90, 90))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        pdf.pages[0].Contents = pdf.make_stream(b"BT /F 12 Tf 9 9 Td (Mau) Tj ET 0 0 m 9 9 l S")
        if has_script:
            pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("1"))
        pdf.save(file, compress_streams=has_script)
        made.append(file.getvalue())
    return tuple(made)


def printer_answers() -> Iterator[bytes]:
    """Give messages of a printer in the network."""
    told = (Attribute("printer-state", Tag.ENUM, (3,)), Attribute("printer-name", Tag.NAME, ("q",)))
    yield question(Operation.GET_PRINTER_ATTRIBUTES, ((Group.PRINTER, told),))


def records() -> Iterator[bytes]:
    """Give answers of the national service, one in another alphabet."""
    yield FOUND.encode()
    yield fault("1001").encode()
    yield f'<?xml version="1.0" encoding="utf-16"?>{fault("1001")}'.encode("utf-16")


def desk_keys() -> Iterator[bytes]:
    """Give another desk's public key as its file holds it."""
    yield base64.b64encode(bytes(range(32))) + b"\n"


def bundles() -> Iterator[bytes]:
    """Give what is carried on a stick, its box lying open, and the hub's receipt for it."""
    key, signature = base64.b64encode(bytes(32)).decode(), base64.b64encode(bytes(64)).decode()
    head = to_json(BundleHead("d1", key, key, _NOON)).encode()
    yield MAGIC + head + b"\n" + piece(ENTRIES, b"{}") + piece(PAPER, b"%PDF-1.7")
    receipts = (Receipt("e1", EntryOutcome.ACCEPTED),)
    yield b"r" + to_json(BundleReceipt("0" * 64, "d1", _NOON, receipts, signature)).encode()


def copies() -> Iterator[bytes]:
    """Give what a copy of a desk says of itself, under its seal."""
    paper = CopiedFile(f"papers/00/{'1' * 64}", "1" * 64, 9, is_paper=True)
    files = (CopiedFile("desk.db", "0" * 64, 4096), paper)
    yield Manifest(_NOON, 9, "0" * 16, files).sealed(COPY_KEY)
