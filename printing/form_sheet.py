"""A declaration as its official sheet: form number, State's name, title, answers, signatures.

Layout of Decree 30/2020/NĐ-CP, annex I, for a form that a citizen signs: no office at the left.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from printing.archive import to_archive
from printing.blocks import Signature, Signatures, StateHeader
from printing.fonts import SERIF_BOLD, Fonts
from printing.form_head import Addressee, FormNumber
from printing.leaders import LabelledLine, ShortLines
from printing.paper_table import PaperTable
from printing.pieces import Block, Gap, Group, TypeScale
from printing.sheet import Imprint, Marks, PaperSize, Sheet
from printing.texts import CentredLines, CentredText, Notes, Paragraph

_BODIES = (13, 12.5, 12, 11.5)
_NOTHING = Signature("", "", "")


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table with a label over it, unless that is empty."""

    label: str
    table: PaperTable


FormEntry = Block | FormTable
"""An answer in its place: a line, boxes, or a table."""


@dataclass(frozen=True, slots=True)
class FormSection:
    """Answers that stand together, under a heading where there is one."""

    heading: str
    entries: tuple[FormEntry, ...]


@dataclass(frozen=True, slots=True)
class FormWords:
    """Every word of a declaration, final.

    `number` and `issued_by` stand at the top right ("Mẫu CT01", "Ban hành kèm theo Thông tư …"); an
    empty `addressed_to` leaves dots, None leaves the line out. `sections` hold the answers as blocks:
    lines, boxes, tables.
    """

    number: str
    issued_by: str
    title: str
    addressed_to: str | None
    sections: tuple[FormSection, ...]
    declaration: str
    signatures: tuple[Signature, ...]
    notes: tuple[str, ...] = ()


def draw_form(words: FormWords, *, fonts: Fonts, marks: Marks, created_at: datetime) -> bytes:
    """Draw the declaration on A4 as PDF/A-2b.

    The type is 13 points, or down to 11.5 where that saves a page: no sheet should hold signatures alone.
    """
    imprint = Imprint(words.title, created_at)
    sheets = []
    for body in _BODIES:
        sheet = Sheet(PaperSize.A4, fonts=fonts, marks=marks, imprint=imprint, type=_type(body))
        _lay(sheet, words)
        sheets.append(sheet)
    return to_archive(min(sheets, key=lambda sheet: sheet.pages).finished())


def _type(body: float) -> TypeScale:
    usual = PaperSize.A4.value.type
    return replace(usual, body=body, head=min(usual.head, body - 0.5), line=1.18 if body > 12.5 else 1.15)


def _lay(sheet: Sheet, words: FormWords) -> None:
    _lay_head(sheet, words)
    close = _close(words, sheet.type)
    for at, section in enumerate(words.sections, 1):
        apart = at == 1 or section.heading
        follower = close if at == len(words.sections) else None
        _lay_section(sheet, section, space=sheet.type.body * 0.7 if apart else 0, follower=follower)
    sheet.lay(close)
    sheet.lay(Notes("Ghi chú:", words.notes), space=sheet.type.body)


def _lay_head(sheet: Sheet, words: FormWords) -> None:
    body = sheet.type.body
    if words.number or words.issued_by:
        sheet.lay(FormNumber(words.number, words.issued_by))
    sheet.lay(StateHeader(), space=body * 0.4)
    title = CentredText(words.title.upper(), SERIF_BOLD, sheet.type.title)
    sheet.lay(CentredLines((title,)), space=body * 0.8)
    if words.addressed_to is not None:
        sheet.lay(Addressee(words.addressed_to), space=body * 0.4)


def _lay_section(sheet: Sheet, section: FormSection, *, space: float, follower: Block | None) -> None:
    if section.heading:
        sheet.keep(sheet.type.body * 5)
        sheet.lay(Paragraph(section.heading, face=SERIF_BOLD), space=space)
        space = 0
    entries = _joined(section.entries)
    for at, entry in enumerate(entries, 1):
        below = follower if at == len(entries) else None
        if isinstance(entry, FormTable):
            _lay_table(sheet, entry, space=space, follower=below)
        else:
            sheet.lay(entry, space=space, follower=below)
        space = 0


def _lay_table(sheet: Sheet, entry: FormTable, *, space: float, follower: Block | None) -> None:
    """Keep the label with the table's head and first row."""
    sheet.keep(sheet.type.body * 7)
    if entry.label:
        sheet.lay(Paragraph(entry.label), space=space)
        space = sheet.type.body * 0.3
    sheet.lay(entry.table, space=space, follower=follower)
    sheet.lay(Gap(sheet.type.body * 0.5))


def _close(words: FormWords, scale: TypeScale) -> Group:
    """Keep the citizen's word and the signatures on one page."""
    blocks: list[Block] = []
    if words.declaration:
        blocks += [Gap(scale.body * 0.5), Paragraph(words.declaration)]
    if words.signatures:
        alone = len(words.signatures) == 1
        columns = (_NOTHING, *words.signatures) if alone else words.signatures
        blocks += [Gap(scale.body * 0.7), Signatures(columns, room=4)]
    return Group(tuple(blocks))


def _joined(entries: tuple[FormEntry, ...]) -> list[FormEntry]:
    """Put short lines that follow each other into one block, which sets them side by side."""
    joined: list[FormEntry] = []
    for entry in entries:
        before = joined[-1] if joined else None
        if not (isinstance(entry, LabelledLine) and entry.short):
            joined.append(entry)
        elif isinstance(before, ShortLines):
            joined[-1] = ShortLines((*before.lines, entry))
        else:
            joined.append(ShortLines((entry,)))
    return joined
