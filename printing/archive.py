"""PDF made fit to be kept: PDF/A-2b (ISO 19005-2)."""

from datetime import datetime
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from PIL import ImageCms

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <xmp:CreateDate>{created}</xmp:CreateDate>
   <xmp:ModifyDate>{created}</xmp:ModifyDate>
   <xmp:CreatorTool>{creator}</xmp:CreatorTool>
   <pdf:Producer>{producer}</pdf:Producer>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_DATE_BYTES = slice(24, 36)


def to_archive(pdf: bytes) -> bytes:
    """Turn a PDF of this craft into PDF/A-2b: colours declared, metadata doubled as XMP.

    The page content stays as it is; fonts must already be embedded. Same input, same bytes.
    """
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            if "/Trans" in page:
                del page["/Trans"]
        for entry in ("/Subject", "/Keywords", "/Trapped"):
            if entry in document.docinfo:
                del document.docinfo[entry]
        _declare_colours(document)
        _declare_metadata(document)
        kept = BytesIO()
        document.save(kept, deterministic_id=True, min_version="1.7")
    return kept.getvalue()


def _declare_colours(document: pikepdf.Pdf) -> None:
    profile = document.make_stream(_srgb_profile(), N=3)
    document.Root.OutputIntents = [
        pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name.GTS_PDFA1,
            OutputConditionIdentifier="sRGB",
            DestOutputProfile=profile,
        )
    ]


@cache
def _srgb_profile() -> bytes:
    """Return an sRGB profile without the moment at which it was made."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE_BYTES] = bytes.fromhex("07ea 0001 0001 0000 0000 0000")
    return bytes(profile)


def _declare_metadata(document: pikepdf.Pdf) -> None:
    info = document.docinfo
    words = {
        "title": str(info.get("/Title", "")),
        "author": str(info.get("/Author", "")),
        "creator": str(info.get("/Creator", "")),
        "producer": str(info.get("/Producer", "")),
        "created": _xmp_date(str(info["/CreationDate"])),
    }
    packet = _XMP.format_map({name: escape(text) for name, text in words.items()})
    document.Root.Metadata = document.make_stream(
        packet.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )


def _xmp_date(date: str) -> str:
    """Turn D:20261122091000+07'00' into 2026-11-22T09:10:00+07:00."""
    digits = date.removeprefix("D:").replace("'", "")
    form = "%Y%m%d%H%M%S%z" if len(digits) > len("20261122091000") else "%Y%m%d%H%M%S"
    return datetime.strptime(digits, form).isoformat()  # noqa: DTZ007  a date without zone stays without
