"""A visit without a window: the same services, from the picture of a card to the acknowledgement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.commands.visit_people import HOLDER, ShownCard, capacity_for, card_on, first_shown, joined_by
from counter_app.commands.visit_report import Advice, SpokenReport, VisitReport, report
from counter_app.domain.checklist import PaperState
from counter_app.domain.dossier import Dossier
from counter_app.domain.fee_rules import Channel
from counter_app.domain.paper import PageSource
from counter_app.errors import Outage
from counter_app.services.desk import Desk
from counter_app.services.digitise import file_content
from counter_app.services.drafting import NoSuchPaper, Sheet
from counter_app.services.filing import file_by, grant, name_case
from counter_app.services.page_edits import with_page
from counter_app.services.paperwork import write_whole
from counter_app.services.spoken import spoken_answer
from forms.example import Given, read_example
from printing.sheet import PaperSize

_ACKNOWLEDGEMENT = "giay-tiep-nhan-{code}.pdf"


class PaperNotWritten(Outage):
    """The dossier was received under ``code``, but its paper could not be written; print it again."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class TermsOrder:
    """How the dossier is filed; an empty channel is that of the answers file, the others add to it."""

    channel: str = ""
    waivers: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitOrder:
    """What the command line asked for; a page is a path, or ``slot=path`` to name its paper.

    ``cards`` holds one at least.
    """

    cards: tuple[ShownCard, ...]
    procedure: str
    answers: Path
    pages: tuple[str, ...]
    out: Path
    size: PaperSize
    terms: TermsOrder = field(default_factory=TermsOrder)


def serve(desk: Desk, order: VisitOrder) -> VisitReport | SpokenReport:
    """Serve one citizen, and who shows a card beside them.

    Raises what the services and crafts raise when something is missing or wrong.

    What the law forbids to ask for is answered at once; then nothing is begun, received or written.
    """
    duty = desk.duty_book.now()
    desk.signing.put_off()  # nobody is there to type the key's password
    procedure = desk.procedures.on(order.procedure, desk.clock.now().date())
    sign = duty.official.sign
    visit = desk.identification.begin(card_on(first_shown(order.cards)), sign)
    held = next((card for card in order.cards if card.role == HOLDER), None)
    holder = desk.identification.person(card_on(held), visit.visit_id, sign) if held else None
    whose = holder or visit.person
    spoken = spoken_answer(procedure, whose)
    if spoken:
        return SpokenReport(str(whose.citizen_id), spoken)
    capacity = capacity_for(procedure, visit.person, holder)
    sheet = desk.drafting.start(visit, procedure, duty, capacity=capacity, holder=holder)
    dossiers: tuple[Dossier, ...] = ()
    try:
        sheet = _filled(desk, order, joined_by(desk, sheet, order.cards))
        advice = _advice(desk, sheet)
        _make_ready(order.out)
        dossiers = desk.reception.receive_all((sheet,))
    finally:
        if not dossiers:
            desk.drafting.drop(sheet)
    dossier = dossiers[0]
    printout = desk.paperwork.acknowledgement(dossier.dossier_id, sign, order.size)
    path = order.out / _ACKNOWLEDGEMENT.format(code=dossier.code)
    _write(path, printout.pdf, dossier)
    return report(sheet, advice, dossiers, path)


def _make_ready(out: Path) -> None:
    """See that the folder takes a file, before a dossier is received whose paper could not be written."""
    out.mkdir(parents=True, exist_ok=True)
    probe = out / ".counter-app"
    probe.touch()
    probe.unlink()


def _write(path: Path, pdf: bytes, dossier: Dossier) -> None:
    """Write the paper whole or not at all; raises PaperNotWritten with the code that was given already."""
    try:
        write_whole(path, pdf)
    except OSError as error:
        raise PaperNotWritten(dossier.code) from error


def _filled(desk: Desk, order: VisitOrder, sheet: Sheet) -> Sheet:
    example = read_example(order.answers, sheet.definition, today=sheet.today)
    sheet = _filed(sheet, order.terms, example.given)
    sheet = desk.drafting.answer_all(sheet, example.answers, example.unlock)
    sheet = desk.joining.read_family(sheet, desk.drafting)
    for slot, reason in example.excuses.items():
        sheet = desk.drafting.excuse(sheet, slot, reason)
    for page in order.pages:
        sheet = _add_page(desk, sheet, page)
    return desk.drafting.save(sheet)


def _filed(sheet: Sheet, terms: TermsOrder, given: Given | None) -> Sheet:
    """File the sheet as the command line says, else as the answers file does; raises NotOffered."""
    channel = terms.channel or (given.channel if given else "")
    sheet = file_by(sheet, Channel(channel)) if channel else sheet
    for key in (*sorted(given.waivers if given else ()), *terms.waivers):
        sheet = grant(sheet, key, granted=True)
    for name in (*sorted(given.cases if given else ()), *terms.cases):
        sheet = name_case(sheet, name, met=True)
    return sheet


def _add_page(desk: Desk, sheet: Sheet, page: str) -> Sheet:
    """Seal a page; one without a name answers the first paper that lacks, was excused, or may be needed."""
    slot, path = _slot_and_path(sheet, page)
    for taken in desk.digitising.take_file(file_content(path), PageSource.FILE):
        sheet = with_page(sheet, slot, taken)
    return sheet


def _slot_and_path(sheet: Sheet, page: str) -> tuple[str, Path]:
    slots = tuple(line.paper.slot for line in sheet.checklist)
    named, _, path = page.rpartition("=")
    if named in slots:
        return named, Path(path)
    if named and not Path(page).exists():
        raise NoSuchPaper(named, slots)
    unnamed = _unnamed_slots(sheet)
    if not unnamed:
        raise NoSuchPaper(page, slots)
    return unnamed[0], Path(page)


def _unnamed_slots(sheet: Sheet) -> Sequence[str]:
    """Order the papers that a page without a name may answer."""
    missing = [line.paper.slot for line in sheet.missing_papers]
    begun = [paper.slot for paper in sheet.draft.papers]
    excused = [excuse.slot for excuse in sheet.draft.excuses]
    open_slots = [line.paper.slot for line in sheet.checklist if line.state is not PaperState.HELD]
    ordered = dict.fromkeys([*missing, *begun, *excused, *open_slots])
    return [slot for slot in ordered if slot in open_slots]


def _advice(desk: Desk, sheet: Sheet) -> Advice:
    tips = (promise.terms.fee.tip for promise in desk.reception.promises((sheet,)))
    return Advice(
        tuple(one.words for one in sheet.broken if not one.strict),
        sheet.procedure.notes_on(sheet.today, sheet.values),
        " ".join(dict.fromkeys(tip.words for tip in tips if tip)),
    )
