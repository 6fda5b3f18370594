"""A declaration as its official sheet: form number, State's name, title, answers, signatures.

Layout of Decree 30/2020/NĐ-CP, annex I, for a form that a citizen signs: no office at the left.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from printing.blocks import Signature, Signatures, StateHeader
from printing.fitting import fitted
from printing.fonts import SERIF_BOLD, Fonts
from printing.form_head import Addressee, BesidePhoto, FormNumber
from printing.leaders import LabelledLine, ShortLines
from printing.paper_table import PaperTable
from printing.pieces import Block, Gap, Group, TypeScale
from printing.sheet import Imprint, Marks, PaperSize, Sheet
from printing.texts import CentredLines, CentredText, Notes, Paragraph

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
    empty `addressed_to` leaves dots, None leaves the line out, `addressed_mark` is that of its footnote.
    `sections` hold the answers as blocks: lines, boxes, tables. `photo` is the size of a frame for a
    photograph in centimetres, width by height ("4x6").
    """

    number: str
    issued_by: str
    title: str
    addressed_to: str | None
    sections: tuple[FormSection, ...]
    declaration: str
    signatures: tuple[Signature, ...]
    notes: tuple[str, ...] = ()
    addressed_mark: str = ""
    photo: str = ""


def draw_form(words: FormWords, *, fonts: Fonts, marks: Marks, created_at: datetime) -> bytes:
    """Draw the declaration on A4 as PDF/A-2b, typed smaller where no sheet then holds signatures alone."""
    opened = partial(Sheet, PaperSize.A4, fonts=fonts, marks=marks, imprint=Imprint(words.title, created_at))
    sheet = fitted(PaperSize.A4, opened, partial(_lay, words))
    from printing.archive import to_archive  # noqa: PLC0415 - start-up time: no desk prints before it stands

    return to_archive(sheet.finished())


def _lay(words: FormWords, sheet: Sheet) -> None:
    _lay_head(sheet, words)
    close = _close(words, sheet.type)
    for at, section in enumerate(words.sections, 1):
        apart = at == 1 or section.heading
        follower = close if at == len(words.sections) else None
        _lay_section(sheet, section, space=sheet.type.body * 0.7 if apart else 0, follower=follower)
    sheet.lay(close)
    sheet.lay(Notes("Chú thích:", words.notes, dash=False, together=True), space=sheet.type.body)


def _lay_head(sheet: Sheet, words: FormWords) -> None:
    if words.photo:
        sheet.lay(BesidePhoto(words.photo, _head(words, sheet.type)))
    else:
        for block in _head(words, sheet.type):
            sheet.lay(block)


def _head(words: FormWords, scale: TypeScale) -> tuple[Block, ...]:
    body = scale.body
    number: tuple[Block, ...] = ()
    if words.number or words.issued_by:
        number = (FormNumber(words.number, words.issued_by), Gap(body * 0.4))
    title = CentredLines((CentredText(words.title.upper(), SERIF_BOLD, scale.title),))
    to: tuple[Block, ...] = ()
    if words.addressed_to is not None:
        to = (Gap(body * 0.4), Addressee(words.addressed_to, words.addressed_mark))
    return (*number, StateHeader(), Gap(body * 0.8), title, *to)


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
