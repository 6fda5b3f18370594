"""Papers of received dossiers, drawn and counted; one paper tells of all that were received together."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Act, Deed
from counter_app.domain.office import Office
from counter_app.domain.rights import Right
from counter_app.services.acknowledgement_words import acknowledgement_words
from counter_app.services.catalogue import Catalogue
from counter_app.services.citizen_words import CollectingAccount
from counter_app.services.claims import Claims
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Store, Work
from counter_app.services.signing import Issued, Over, Signing, SignMark, Unsigned
from counter_app.services.slip_sets import SlipSets
from printing.acknowledgement import draw_acknowledgement
from printing.fonts import Fonts
from printing.sheet import Marks, PaperSize


@dataclass(frozen=True, slots=True)
class Printout:
    """A paper ready for a printer, which print of it this is (0 is the first), and the sheet it wants.

    ``unsigned`` tells why it bears no signature though the office wants one.
    """

    pdf: bytes
    copy_number: int
    sheet: PaperSize = PaperSize.A4
    unsigned: Unsigned | None = None


@dataclass(frozen=True, slots=True)
class PaperWays:
    """How papers come out at this desk.

    ``sets`` are the forms of each set of slips; ``two_up`` prints both A5 copies on one A4 sheet; fee slips
    carry a code to pay by where there is a collecting ``account``. ``signing`` signs what is handed out where
    the office wants it.
    """

    sets: SlipSets = field(default_factory=SlipSets)
    two_up: bool = False
    account: CollectingAccount | None = None
    signing: Signing | None = None

    def issued(self, draw: Callable[[SignMark | None], bytes], over: Over = Over.OFFICIAL) -> Issued:
        """Draw a paper over somebody's name, signed where the office wants it and the key is there."""
        return self.signing.issued(draw, over) if self.signing else Issued(draw(None))


class Paperwork:
    """Draws acknowledgements of received dossiers, and of nothing else."""

    def __init__(
        self,
        store: Store,
        procedures: Catalogue,
        claims: Claims,
        *,
        office: Office,
        fonts: Fonts,
        clock: Clock,
        ways: PaperWays | None = None,
    ) -> None:
        self._store = store
        self._procedures = procedures
        self._claims = claims
        self._office = office
        self._fonts = fonts
        self._clock = clock
        self._ways = ways or PaperWays()

    def preview(self, dossier: Dossier, size: PaperSize) -> bytes:
        """Draw the acknowledgement as its next print would look, without counting it."""
        with self._store.work() as work:
            together = _together(work, dossier)
        return self._draw(together, size, dossier.prints)

    def acknowledgement(self, dossier_id: str, official_sign: str, size: PaperSize) -> Printout:
        """Count a print, then draw it; from the second on it is marked as a copy. Raises NotFound.

        One paper tells of all dossiers that were received together, and counts as a print of each.
        """
        with self._store.work() as work:
            require(work, official_sign, Right.PRINT)
            together = _together(work, work.dossier(dossier_id))
            now = self._clock.now()
            for each in together:
                deed = Deed.PRINTED_AGAIN if each.prints else Deed.PRINTED
                before = work.count_print(each.dossier_id)
                work.write_history(Act(deed, each.dossier_id, official_sign, now, str(before)))
            work.commit()
        copy_number = next(each.prints for each in together if each.dossier_id == dossier_id)
        on_one_sheet = self._ways.two_up and size is PaperSize.A5

        def draw(mark: SignMark | None) -> bytes:
            pdf = self._draw(together, size, copy_number, mark)
            if not on_one_sheet:
                return pdf
            from printing.two_up import two_up  # noqa: PLC0415 - start-up time: no desk prints before it stands

            return two_up(pdf)

        issued = self._ways.issued(draw)
        sheet = PaperSize.A4 if on_one_sheet else size
        return Printout(issued.content, copy_number, sheet, issued.unsigned)

    def _draw(
        self, dossiers: tuple[Dossier, ...], size: PaperSize, copy_number: int, mark: SignMark | None = None
    ) -> bytes:
        first = dossiers[0]
        claim = self._claims.text_of(dossiers)
        sets = self._ways.sets
        words = acknowledgement_words(dossiers, self._procedures, self._office, claim=claim, sets=sets)
        words = replace(words, certified=certified_lines(mark))
        marks = Marks(training=first.training, copy_number=copy_number, is_void=first.void is not None)
        return draw_acknowledgement(
            words, size=size, fonts=self._fonts, marks=marks, created_at=first.received_at
        )


def certified_lines(mark: SignMark | None) -> tuple[str, ...]:
    """Say who has signed and when, to the second and with the zone (Decree 30/2020/NĐ-CP, annex I)."""
    if mark is None:
        return ()
    zone = mark.at.strftime("%z")
    moment = f"{mark.at:%d/%m/%Y %H:%M:%S} {zone[:3]}:{zone[3:]}" if zone else f"{mark.at:%d/%m/%Y %H:%M:%S}"
    return (f"Ký số bởi: {mark.holder}", f"Thời gian ký: {moment}")


def write_whole(path: Path, pdf: bytes) -> None:
    """Write a paper beside its place and move it there: whole or not at all; raises OSError."""
    beside = path.with_suffix(".part")
    try:
        beside.write_bytes(pdf)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _together(work: Work, dossier: Dossier) -> tuple[Dossier, ...]:
    return work.linked(dossier.linked) if dossier.linked else (dossier,)
