"""How large a document is, page by page, against what a page of its kind may take."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from scanning.page_kind import PageKind

# Bytes a page: forty thousand dossiers a year of ten pages each have to fit a commune's store and its line.
BUDGETS = {PageKind.TEXT: 40_000, PageKind.COLOUR: 150_000, PageKind.PHOTO: 400_000}


@dataclass(frozen=True, slots=True)
class DocumentSize:
    """Hold the bytes of each page, pictures and words, and of the whole file with all that pages share."""

    pages: tuple[int, ...]
    total: int

    def is_within(self, kinds: Sequence[PageKind]) -> bool:
        """Tell whether the file takes no more than pages of these kinds may take together."""
        return self.total <= sum(BUDGETS[kind] for kind in kinds)


def document_size(document: bytes) -> DocumentSize:
    """Measure a document of ours."""
    with pikepdf.open(BytesIO(document)) as pdf:
        return DocumentSize(tuple(_page_bytes(page) for page in pdf.pages), len(document))


def _page_bytes(page: pikepdf.Page) -> int:
    pictures = page.Resources.get("/XObject", pikepdf.Dictionary()).values()
    return sum(len(stream.read_raw_bytes()) for stream in (page.Contents, *pictures))
