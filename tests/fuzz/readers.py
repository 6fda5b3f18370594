"""Every reader of bytes from outside, with the errors it may answer with; any other is a fault of ours."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

import pikepdf
import pypdfium2
from fuzz import seeds

from counter_app.config import read_settings
from counter_app.domain.card_payload import read_card
from counter_app.domain.claim import looks_like_claim, read_claim
from counter_app.domain.mrz import read_zone
from counter_app.domain.other_codes import recognised
from counter_app.domain.typed_scan import read_sent, read_typed
from counter_app.errors import CounterError
from counter_app.gateways import known_desks
from counter_app.gateways.ipp_message import read_answer
from counter_app.gateways.pades import read_signature
from counter_app.hub import national
from counter_app.hub.denial import Denied
from counter_app.hub.national_record import record_of
from counter_app.services.bundle_pack import read_bundles
from counter_app.services.calendar_data import read_calendar
from counter_app.services.office_fees import read_resolutions
from counter_app.services.procedure_pack import read_procedure
from counter_app.services.slip_sets import read_slip_sets
from counter_app.store.manifest import MANIFEST, proven_manifest, read_manifest
from counter_app.wire.bundles import BadBundle, BundleHead, BundleReceipt, pieces, split
from counter_app.wire.changes import Changes, DecisionTold, PopulationTold, Published, StatusTold
from counter_app.wire.codes import ErrorAnswer
from counter_app.wire.entries import Entries, Receipts
from counter_app.wire.leases import Lease, LeaseAsked
from counter_app.wire.papers import PaperState
from counter_app.wire.reports import REPORTS
from counter_app.wire.text import BadMessage, from_json
from forms.catalogue import FormCatalogue, read_form
from forms.errors import FormsError
from scanning import pdf_child
from scanning.errors import ScanningError
from scanning.frames import decode_picture
from scanning.pnm import read_pnm

FOUND = Path(__file__).with_name("found")
"""Inputs that once broke a reader, in a folder by its name: each must be read or refused for ever."""
_HOLIDAYS = seeds.RESOURCES / "holidays.toml"
_HOURS = seeds.RESOURCES / "office_hours.toml"
_DAY = date(2026, 11, 20)
_NO_FORMS = FormCatalogue(())
_ANSWERS: dict[bytes, type] = {
    b"c": Changes,
    b"r": Receipts,
    b"l": Lease,
    b"a": LeaseAsked,
    b"p": PaperState,
    b"e": ErrorAnswer,
    b"S": StatusTold,
    b"D": DecisionTold,
    b"P": Published,
    b"T": PopulationTold,
}


@dataclass(frozen=True, slots=True)
class Reader:
    """One way in: how it is read, what it may refuse with, where to begin, its share in a thousand inputs."""

    name: str
    read: Callable[[bytes], object]
    refusals: tuple[type[Exception], ...]
    seeds: Callable[[], Iterable[bytes]]
    share: int

    def try_out(self, content: bytes) -> bool:
        """Read an input and say whether it was taken; what is no foreseen refusal comes out."""
        try:
            self.read(content)
        except self.refusals:
            return False
        return True


_REFUSALS = (CounterError, FormsError, ScanningError, BadMessage, BadBundle, Denied)


def readers(folder: Path) -> tuple[Reader, ...]:
    """Give all readers; those that take files are given them in ``folder``."""
    refusing = partial(Reader, refusals=_REFUSALS)
    return (
        refusing("card", _card, seeds=seeds.cards, share=40),
        refusing("zone", _zone, seeds=seeds.zones, share=140),
        refusing("claim", _claim, seeds=seeds.claims, share=130),
        refusing("entries", _entries, seeds=seeds.entries, share=100),
        refusing("answers", _answer, seeds=seeds.answers, share=140),
        refusing("settings", partial(_settings, folder), seeds=seeds.settings_files, share=50),
        refusing("definitions", partial(_definition, folder), seeds=seeds.definition_files, share=15),
        refusing("pictures", decode_picture, seeds=seeds.pictures, share=40),
        refusing("streams", read_pnm, seeds=seeds.streams, share=70),
        Reader("pdfs", _pdf, _PDF_REFUSALS, seeds.pdfs, 15),
        refusing("signatures", read_signature, seeds=seeds.pdfs, share=15),
        refusing("printers", read_answer, seeds=seeds.printer_answers, share=100),
        refusing("records", _record, seeds=seeds.records, share=25),
        refusing("bundles", _bundle, seeds=seeds.bundles, share=60),
        refusing("copies", partial(_copy, folder), seeds=seeds.copies, share=40),
        refusing("keys", partial(_desk_key, folder), seeds=seeds.desk_keys, share=20),
    )


_PDF_REFUSALS = (  # those that the child process answers with a cause
    pdf_child.RefusedFileError,
    MemoryError,
    pikepdf.PdfError,
    pypdfium2.PdfiumError,
    ValueError,
    TypeError,
    KeyError,
    RuntimeError,
)


def _card(content: bytes) -> None:
    text = content.decode(errors="replace")
    recognised(text)
    read_typed(text)
    read_typed(text, input_method=True)
    read_sent(text)
    read_card(text)


def _zone(content: bytes) -> None:
    zone = read_zone(content.decode("latin-1"), doubtful=range(content[0] if content else 0))
    if zone:
        assert len(zone.card.citizen_id.digits) == 12


def _claim(content: bytes) -> None:
    text = content.decode(errors="replace")
    signed = read_claim(text)
    if signed:
        assert looks_like_claim(text)
        assert signed.claim.text.encode() == signed.message


def _entries(content: bytes) -> None:
    for entry in from_json(Entries, content).entries:
        if entry.kind in REPORTS:
            from_json(REPORTS[entry.kind], entry.content)  # type: ignore[index]  # a StrEnum's word


def _answer(content: bytes) -> None:
    kind = _ANSWERS.get(content[:1])
    if kind:
        from_json(kind, content[1:])


def _written(folder: Path, content: bytes) -> Path:
    path = folder / "given.toml"
    path.write_bytes(content)
    return path


def _settings(folder: Path, content: bytes) -> None:
    read_settings(_written(folder, content))


def _definition(folder: Path, content: bytes) -> None:
    path = _written(folder, content[1:])
    match content[:1]:
        case b"f":
            read_form(path)
        case b"p":
            read_procedure(path)
        case b"b":
            read_bundles(folder, _NO_FORMS)
        case b"o":
            read_resolutions([folder])
        case b"h":
            read_calendar(path, _HOURS)
        case b"H":
            read_calendar(_HOLIDAYS, path)
        case b"s":
            read_slip_sets(path)


def _pdf(content: bytes) -> None:
    """Do in this process what the child does with a PDF, drawing small."""
    pdf_child._look_over(content)
    pdf = pypdfium2.PdfDocument(content)
    try:
        for page in list(pdf)[:2]:
            pdf_child._is_vector(page)
            page.render(scale=pdf_child._scale(page, 9)).close()
    finally:
        pdf.close()


def _record(content: bytes) -> None:
    tree = national._parsed(content)
    national._refuse_errors(tree)
    record_of(tree, _DAY)


def _bundle(content: bytes) -> None:
    if content[:1] == b"r":
        from_json(BundleReceipt, content[1:])
        return
    head, box = split(content)
    from_json(BundleHead, head)
    for _ in pieces(box):  # as if it had opened: who knows the hub's public key can seal anything
        pass


def _copy(folder: Path, content: bytes) -> None:
    (folder / MANIFEST).write_bytes(content)
    read_manifest(folder)
    proven_manifest(folder, seeds.COPY_KEY)


def _desk_key(folder: Path, content: bytes) -> None:
    known_desks._public_key(_written(folder, content))


@cache
def names() -> tuple[str, ...]:
    """Name all readers, in order."""
    return tuple(reader.name for reader in readers(Path(sys.prefix)))
