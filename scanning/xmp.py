"""The metadata of a paper as the XMP packet of a PDF/A-2b file."""

import unicodedata
from collections.abc import Sequence
from html import escape

from scanning.paper_metadata import PaperMetadata

LANGUAGE = "vi-VN"
PRODUCER = "counter assistant"
# Only what XMP itself defines: an own namespace needs an extension schema, and the checker of the archive
# standard that every document passes through refuses those unseen.
_SPACES = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}


def xmp_packet(metadata: PaperMetadata) -> bytes:
    """Write the packet; the same metadata give the same bytes.

    dc:identifier is the paper's code, dc:subject its kind's, dc:type its form, dc:source the dossier,
    dc:relation the sha-256 of each picture, dc:publisher the office, dc:creator the official, dc:date when it
    was taken, dc:coverage until when it holds (a DCMI period).
    """
    taken = metadata.taken_at.isoformat(timespec="seconds") if metadata.taken_at else ""
    valid = f"end={metadata.valid_until.isoformat()}; scheme=W3C-DTF" if metadata.valid_until else ""
    core = [
        _element("dc:title", _alternatives(metadata.name)),
        _element("dc:format", "application/pdf"),
        _element("dc:language", _many("Bag", [LANGUAGE])),
        _element("dc:identifier", _text(metadata.code)),
        _element("dc:type", _many("Bag", [metadata.form or ""])),
        _element("dc:subject", _many("Bag", [metadata.kind_code])),
        _element("dc:source", _text(metadata.dossier_code)),
        _element("dc:relation", _many("Bag", [f"sha256:{picture}" for picture in metadata.pictures])),
        _element("dc:publisher", _many("Bag", [metadata.office])),
        _element("dc:creator", _many("Seq", [metadata.taken_by])),
        _element("dc:date", _many("Seq", [taken])),
        _element("dc:coverage", _text(valid)),
    ]
    own = [_element("xmp:CreatorTool", PRODUCER), _element("xmp:CreateDate", taken)]
    own.append(_element("xmp:ModifyDate", taken))
    standard = [_element("pdfaid:part", "2"), _element("pdfaid:conformance", "B")]
    described = [
        _described("pdfaid", standard),
        _described("dc", core),
        _described("xmp", own),
        _described("pdf", [_element("pdf:Producer", PRODUCER)]),
    ]
    return _PACKET.format("".join(described)).encode()


def plain(text: str) -> str:
    """Give a text composed (NFC) and without characters that XML cannot hold."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(letter for letter in composed if unicodedata.category(letter) not in _NO_TEXT)


_NO_TEXT = {"Cc", "Cs", "Cn", "Co"}
_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    "{}"
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


def _described(prefix: str, elements: Sequence[str]) -> str:
    """Write one description a namespace: some readers take no more than one namespace in each."""
    space = _SPACES[prefix]
    return f'<rdf:Description rdf:about="" xmlns:{prefix}="{space}">{"".join(elements)}</rdf:Description>'


def _element(name: str, content: str) -> str:
    return f"<{name}>{content}</{name}>" if content else ""


def _text(text: str) -> str:
    return escape(plain(text), quote=False)


def _many(kind: str, texts: Sequence[str]) -> str:
    items = "".join(f"<rdf:li>{_text(text)}</rdf:li>" for text in texts if plain(text))
    return f"<rdf:{kind}>{items}</rdf:{kind}>" if items else ""


def _alternatives(text: str) -> str:
    shown = _text(text)
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{shown}</rdf:li></rdf:Alt>' if shown else ""
