"""What is known of a digitised paper besides its pictures: name, code, form, when, where and by whom."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class PaperForm(StrEnum):
    """Say what was laid under the camera."""

    ORIGINAL = "original"
    COPY = "copy"
    CERTIFIED_COPY = "certified_copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperMetadata:
    """Hold the metadata of a digitised paper (Circular 01/2023/TT-VPCP, Decree 107/2021/ND-CP).

    ``owner_id`` is the ID number of the person the paper belongs to; it stands in the document only as the
    head of the paper's code. ``taken_at`` knows its time zone; ``pictures`` are the sha-256 of the pages as
    they were taken, one a page.
    """

    name: str
    form: PaperForm | None = None
    owner_id: str = ""
    kind_code: str = ""
    number: str = ""
    dossier_code: str = ""
    office: str = ""
    taken_by: str = ""
    taken_at: datetime | None = None
    valid_until: date | None = None
    pictures: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.taken_at is not None and self.taken_at.tzinfo is None:
            raise ValueError(self.taken_at)

    @property
    def code(self) -> str:
        """Give the paper's code, owner.kind.number; empty while a part is unknown."""
        parts = (self.owner_id, self.kind_code, self.number)
        return ".".join(parts) if all(parts) else ""
