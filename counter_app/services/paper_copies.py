"""Copies of digitised papers that leave the desk: for a purpose that is kept, and written on ID papers."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.history import Act, Deed
from counter_app.domain.office import Duty
from counter_app.domain.rights import Right
from counter_app.errors import NoReason, NotFound
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Sealed, Store
from forms.wording import fold
from printing.fonts import Fonts

_IDENTITY = ("can cuoc", "cccd", "chung minh nhan dan", "cmnd", "ho chieu", "giay to tuy than", "dinh danh")
_MOST_LETTERS = 120


@dataclass(frozen=True, slots=True)
class PaperCopy:
    """A copy of a document; one of an ID paper ``is_sensitive`` (Decree 356/2025, Article 4) and marked."""

    pdf: bytes
    name: str
    is_sensitive: bool


class PaperCopies:
    """Gives copies of the papers of received dossiers."""

    def __init__(self, store: Store, sealed: Sealed, fonts: Fonts, clock: Clock) -> None:
        self._store = store
        self._sealed = sealed
        self._fonts = fonts
        self._clock = clock

    def copy(self, code: str, slot: str, purpose: str, duty: Duty) -> PaperCopy:
        """Copy a paper for a purpose in words; raises NoReason, NotFound, SealBroken and UnreadablePdf."""
        said, sign, now = " ".join(purpose.split())[:_MOST_LETTERS], duty.official.sign, self._clock.now()
        if not said:
            raise NoReason
        with self._store.work() as work:
            require(work, sign, Right.COPY_PAPERS)
            dossier = next(iter(work.dossiers_of_code(code)), None)
            papers = {paper.slot: paper for paper in dossier.papers} if dossier else {}
            paper = papers.get(slot)
            if dossier is None or paper is None or paper.document is None:
                raise NotFound(code)
            is_sensitive = shows_identity(f"{paper.slot} {paper.name}")
            what = f"{slot} {'sensitive' if is_sensitive else 'plain'}"
            work.write_history(Act(Deed.EXPORTED_PAPER, dossier.dossier_id, sign, now, what, said))
            work.commit()
        pdf = self._sealed.open(paper.document.sha256)
        if is_sensitive:
            lines = (f"BẢN SAO CHỈ DÙNG ĐỂ: {said}", f"{duty.office.name} · {now:%d/%m/%Y}")
            from printing.purpose_mark import with_purpose  # noqa: PLC0415 - start-up time: seldom asked for

            pdf = with_purpose(pdf, lines, self._fonts)
        return PaperCopy(pdf, paper.name, is_sensitive)


def shows_identity(name: str) -> bool:
    """Say whether a paper is a copy of somebody's ID paper, by what it is called."""
    folded = fold(name).replace("_", " ").replace("-", " ")
    return any(words in folded for words in _IDENTITY)
