"""What papers to practise with have in common: invented people, titles, parties, signatures with stamps."""

from dataclasses import dataclass
from datetime import date

from printing.blocks import Signature, Signatures
from printing.fonts import SERIF_BOLD, SERIF_ITALIC
from printing.ink import InkedSignatures, Stamp
from printing.leaders import LabelledLine, LinePair
from printing.pieces import Block, Gap
from printing.texts import CentredLines, CentredText, Paragraph

WRITTEN_ON = date(2026, 11, 16)
SIGN_HERE = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class PracticePerson:
    """An invented person as a paper names one; the number starts with 000."""

    full_name: str
    citizen_id: str
    born_on_text: str
    residence: str


LANDLADY = PracticePerson(
    "Lê Thị Mẫu", "000196000031", "02/09/1996", "Số 8, ngõ 12 phố Mẫu, phường Mẫu, Hà Nội"
)
TENANT = PracticePerson("Trần Đức Ví Dụ", "000202000026", "08/07/2002", "Thôn 3, xã Mẫu, tỉnh Hưng Yên")


@dataclass(frozen=True, slots=True)
class Occasion:
    """Between whom a paper was written, on which day; the seed varies numbers and signatures."""

    first: PracticePerson
    second: PracticePerson
    on: date
    seed: int


def in_words(day: date) -> str:
    """Write a day as papers do."""
    return f"ngày {day.day:02} tháng {day.month:02} năm {day.year}"


def title(words: str, below: str) -> CentredLines:
    """Set a paper's title, and what stands below it."""
    return CentredLines((CentredText(words, SERIF_BOLD, 17), CentredText(below, SERIF_ITALIC, 13)))


def heading(words: str) -> Paragraph:
    """Set what begins a part of a paper."""
    return Paragraph(words, face=SERIF_BOLD)


def clause(words: str, text: str) -> list[Block]:
    """Set an article of a contract."""
    return [heading(words), Paragraph(text), Gap(4)]


def party(words: str, person: PracticePerson) -> list[Block]:
    """Name somebody of a paper with all that identifies them."""
    return [
        heading(words),
        LabelledLine("Ông/Bà:", person.full_name, strong=True),
        LinePair(
            LabelledLine("Sinh ngày:", person.born_on_text),
            LabelledLine("Số định danh cá nhân:", person.citizen_id),
            share=0.4,
        ),
        LabelledLine("Nơi thường trú:", person.residence),
        Gap(4),
    ]


def signed(*signers: tuple[str, str], stamp: Stamp, seed: int) -> InkedSignatures:
    """Have the signers sign, each in a capacity, and the stamp set on one of them."""
    columns = [Signature(capacity, SIGN_HERE, name) for capacity, name in signers]
    return InkedSignatures(Signatures(tuple(columns), room=5.0), stamp, seed)
