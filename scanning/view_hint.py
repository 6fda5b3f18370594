"""What measurements of a code or a card mean for whoever holds it: one hint, the cause that comes first."""

from enum import StrEnum
from math import atan2, degrees

from scanning.card_condition import CardCondition
from scanning.card_layout import CODE_MM
from scanning.code_condition import USUAL_MODULES, CodeCondition
from scanning.payload import Corners

# A code: half of it is black, evenly so, but for what glare has eaten.
_EVEN = 0.075  # in blocks of a whole code; smaller ones hold fewer modules and differ more
_EVEN_BUT_BURNT = 0.24  # glare is one spot: a little of an even page is burnt everywhere
_ALL_WAYS = 0.75  # direction of what is left of it
_BALANCE = (0.33, 0.6)  # of writing it is 0.65 and more
_LEAST_CONTRAST = 0.25  # of its white; worn print out of focus

_DARK_WHITE = 70
_GRAINY = 0.045  # noise over contrast: the sensor's gain is high because there is no light
_BURNT_CODE = 0.1  # share of the code; error correction gives up a little above it
_ONE_WAY = 0.4  # direction of a code that moved by two modules and more
_SMEARED = 2.0  # modules that go by while the shutter is open
_FAR_PX = 1.5  # pixels a module below which a single picture no longer holds the code
_FAR_IF_SOFT_PX = 2.2  # here what looks out of focus is but the lens, and nearer helps in any case
_SOFT = 0.53  # sharpness of a code of usual size; denser ones, of 57 modules, look softer than they are
_CLOSE_PX = 6.5  # on a picture 1920 px wide the card is wider than the view: most lenses cannot focus so near
_WIDE = 1920
_ON_ITS_HEAD = 30  # degrees around half a turn

_CARD_PRINTED = 0.5  # share of its blocks with writing; plain slips of paper have none
_CARD_EDGE = 8  # gray levels between the card and what it lies on
_CARD_PALE = 0.6  # of the brightest in view
_CARD_BURNT, _CARD_PAPER = 0.03, 230
_CARD_SOFT = 0.58


class ViewHint(StrEnum):
    """Name what hinders the camera from reading a card."""

    TOO_FAR = "too_far"
    TOO_CLOSE = "too_close"
    TOO_DARK = "too_dark"
    GLARE = "glare"
    OUT_OF_FOCUS = "out_of_focus"
    MOVING = "moving"
    UPSIDE_DOWN = "upside_down"
    WRONG_SIDE = "wrong_side"
    TWO_CARDS = "two_cards"
    NO_CODE = "no_code"


def is_code(seen: CodeCondition) -> bool:
    """Tell a code, however spoiled, from other things full of edges."""
    if seen.contrast < _LEAST_CONTRAST * seen.white:
        return False
    if seen.burnt > _BURNT_CODE:
        return _EVEN < seen.evenness < _EVEN_BUT_BURNT and seen.direction > _ALL_WAYS
    return seen.evenness < _EVEN * USUAL_MODULES / seen.modules and _BALANCE[0] < seen.balance < _BALANCE[1]


def hint_of_code(seen: CodeCondition, *, width: int, smear: float) -> ViewHint | None:
    """Say why a code that stands in the view is not read.

    ``width`` of the frame in pixels; ``smear`` in modules that go by while the shutter is open. The first
    cause counts: what is dark is also grainy and slow, what moves also looks soft.
    """
    soft = seen.sharpness < _SOFT
    causes = (
        (ViewHint.TOO_FAR, seen.module_px < _FAR_PX),
        (ViewHint.TOO_DARK, seen.white < _DARK_WHITE or seen.grain > _GRAINY),
        (ViewHint.GLARE, seen.burnt > _BURNT_CODE),
        (ViewHint.MOVING, seen.direction < _ONE_WAY or smear > _SMEARED),
        (ViewHint.TOO_FAR, soft and seen.module_px < _FAR_IF_SOFT_PX),
        (ViewHint.TOO_CLOSE, soft and seen.module_px > _CLOSE_PX * width / _WIDE),
        (ViewHint.OUT_OF_FOCUS, soft),
    )
    return next((hint for hint, found in causes if found), None)


def is_card(seen: CardCondition, brightest: float) -> bool:
    """Tell a citizen card, which is pale and printed all over, from other things of its shape."""
    outlined = seen.outlined > _CARD_EDGE
    return outlined and seen.printed >= _CARD_PRINTED and seen.white > _CARD_PALE * brightest


def hint_of_card(seen: CardCondition, *, smear: float) -> ViewHint:
    """Say why no code is found on a card that stands in the view; where nothing hides it, there is none."""
    causes = (
        (ViewHint.TOO_FAR, seen.px_per_mm * CODE_MM / USUAL_MODULES < _FAR_PX),
        (ViewHint.TOO_DARK, seen.white < _DARK_WHITE or seen.grain > _GRAINY),
        (ViewHint.GLARE, seen.burnt > _CARD_BURNT and seen.paper < _CARD_PAPER),
        (ViewHint.MOVING, smear > _SMEARED),
        (ViewHint.OUT_OF_FOCUS, seen.sharpness < _CARD_SOFT),
    )
    return next((hint for hint, found in causes if found), ViewHint.WRONG_SIDE)


def is_on_its_head(corners: Corners) -> bool:
    """Tell whether a code, its corners given from its own top left one on, stands about upside down."""
    (left, top), (right, down) = corners[0], corners[1]
    turn = abs(degrees(atan2(down - top, right - left)))
    return turn > 180 - _ON_ITS_HEAD
