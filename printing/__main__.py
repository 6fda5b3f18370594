"""The craft on the command line: draw a sample of each paper.

`python -m printing list` names the papers; `python -m printing sample PAPER --out FILE.pdf` draws
one with invented words. Exit code 0 when drawn, 2 when the request cannot be met.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path

from printing.acknowledgement import draw_acknowledgement
from printing.apology import draw_apology
from printing.breach_notice import draw_breach_notice
from printing.certificate import draw_certificate
from printing.certificate_samples import CERTIFICATE
from printing.citizen_samples import CITIZEN, FEE, MAIL_LABEL, PAGE_LABELS, TEAR_OFF
from printing.citizen_slip import draw_citizen_slip
from printing.closing_samples import CLOSING
from printing.closing_sheet import draw_closing_sheet
from printing.control_sheet import draw_control_sheet
from printing.data_protection_samples import BREACH, CODE_CARD, HELD_DATA
from printing.errors import MissingFont
from printing.fee_slip import draw_fee_slip
from printing.fonts import Fonts
from printing.form_samples import DECLARATION
from printing.form_sheet import draw_form
from printing.held_data_sheet import draw_held_data
from printing.labels import draw_mail_label, draw_page_labels
from printing.practice_card import draw_card, draw_cards_sheet
from printing.practice_paper import draw_practice_paper
from printing.refusal import draw_refusal
from printing.register_sheet import draw_register
from printing.residence_papers import draw_confirmation, draw_outcome_notice
from printing.residence_samples import CONFIRMATION, OUTCOME_NOTICE
from printing.samples import ACKNOWLEDGEMENT, CARD_2021, CARD_2024, DRAWN_AT, SEPARATORS, STACK_COVER
from printing.secret_sheet import draw_secret_sheet
from printing.separator_sheet import CoverWords, draw_stack_sheets
from printing.sheet import Marks, PaperSize
from printing.slip_samples import APOLOGY, CONTROL, REFUSAL, REGISTER, SUPPLEMENT, SUSPENSION
from printing.supplement_request import draw_supplement_request
from printing.suspension import draw_suspension
from printing.tear_off import draw_tear_off

FONTS_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    if isinstance(sys.stdout, TextIOWrapper):  # Windows would choose an alphabet without Vietnamese letters
        sys.stdout.reconfigure(encoding="utf-8")
    request = _parser().parse_args(arguments)
    if request.command == "list":
        print("\n".join(PAPERS))
        return 0
    try:
        return _draw_sample(request)
    except MissingFont as error:
        return _refuse(f"font file missing or damaged: {error.path}")
    except OSError as error:
        return _refuse(f"cannot write {request.out}: {error.strerror}")


def _draw_sample(request: Namespace) -> int:
    draw = PAPERS.get(request.paper)
    if draw is None:
        near = get_close_matches(request.paper, PAPERS, n=1, cutoff=0)
        return _refuse(f"no paper is called {request.paper!r}; did you mean {near[0]!r}?")
    pdf = draw(request, Fonts(request.fonts))
    request.out.write_bytes(pdf)
    print(f"{request.out}: {len(pdf)} bytes")
    return 0


def _refuse(reason: str) -> int:
    print(f"printing: {reason}", file=sys.stderr)
    return 2


def _slip(draw: Callable[..., bytes], words: object) -> Callable[[Namespace, Fonts], bytes]:
    """Draw a paper that comes in both sizes."""

    def drawn(request: Namespace, fonts: Fonts) -> bytes:
        size, marks = PaperSize[request.size], Marks(training=request.training)
        return draw(words, size=size, fonts=fonts, marks=marks, created_at=DRAWN_AT)

    return drawn


def _fixed(draw: Callable[..., bytes], words: object) -> Callable[[Namespace, Fonts], bytes]:
    """Draw a paper that has a size of its own."""

    def drawn(request: Namespace, fonts: Fonts) -> bytes:
        marks = Marks(training=request.training)
        return draw(words, fonts=fonts, marks=marks, created_at=DRAWN_AT)

    return drawn


def _stack_sheets(request: Namespace, fonts: Fonts, cover: CoverWords | None) -> bytes:
    marks, separators = Marks(training=request.training), () if cover else SEPARATORS
    return draw_stack_sheets(separators, cover=cover, fonts=fonts, marks=marks, created_at=DRAWN_AT)


PAPERS: dict[str, Callable[[Namespace, Fonts], bytes]] = {
    "acknowledgement": _slip(draw_acknowledgement, ACKNOWLEDGEMENT),
    "supplement-request": _slip(draw_supplement_request, SUPPLEMENT),
    "refusal": _slip(draw_refusal, REFUSAL),
    "apology": _slip(draw_apology, APOLOGY),
    "suspension": _slip(draw_suspension, SUSPENSION),
    "control-sheet": _slip(draw_control_sheet, CONTROL),
    "closing-sheet": _slip(draw_closing_sheet, CLOSING),
    "held-data": _slip(draw_held_data, HELD_DATA),
    "code-card": _slip(draw_secret_sheet, CODE_CARD),
    "breach-notice": _slip(draw_breach_notice, BREACH),
    "certificate": _fixed(draw_certificate, CERTIFICATE),
    "register": _fixed(draw_register, REGISTER),
    "residence-confirmation": _slip(draw_confirmation, CONFIRMATION),
    "outcome-notice": _slip(draw_outcome_notice, OUTCOME_NOTICE),
    "fee-slip": _slip(draw_fee_slip, FEE),
    "citizen-slip": _slip(draw_citizen_slip, CITIZEN),
    "tear-off": _fixed(draw_tear_off, TEAR_OFF),
    "page-labels": _fixed(draw_page_labels, PAGE_LABELS),
    "mail-label": _fixed(draw_mail_label, MAIL_LABEL),
    "declaration": _fixed(draw_form, DECLARATION),
    "practice-card": lambda request, fonts: draw_card(CARD_2021, request.side, fonts),
    "practice-cards-sheet": lambda _request, fonts: draw_cards_sheet([CARD_2021, CARD_2024], fonts),
    "lease": lambda _request, fonts: draw_practice_paper("lease", fonts=fonts),
    "stack-cover": lambda request, fonts: _stack_sheets(request, fonts, STACK_COVER),
    "separators": lambda request, fonts: _stack_sheets(request, fonts, None),
    "birth-notice": lambda _request, fonts: draw_practice_paper("birth_notice", fonts=fonts),
}
"""Papers by the name the command line knows them by, each drawn from the request."""


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="python -m printing", description="Draw samples of the papers, with invented words."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="name the papers")
    sample = commands.add_parser("sample", help="draw one paper")
    sample.add_argument("paper", help="one of the names that 'list' shows")
    sample.add_argument("--out", type=Path, required=True, help="the PDF to write")
    sample.add_argument(
        "--size", choices=[size.name for size in PaperSize], default="A4", help="of acknowledgement and slips"
    )
    sample.add_argument("--side", choices=["front", "back"], default="front", help="of the card")
    marks = sample.add_mutually_exclusive_group()
    marks.add_argument(
        "--training", action="store_true", default=True, help="mark the paper as training (default)"
    )
    marks.add_argument("--real", dest="training", action="store_false", help="leave the training mark out")
    sample.add_argument("--fonts", type=Path, default=FONTS_FOLDER, help="folder of the font files")
    return parser


if __name__ == "__main__":
    sys.exit(main())
