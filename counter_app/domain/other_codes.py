"""What else is shown to a desk in a citizen card's stead, told by its shape alone; nothing of it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from counter_app.domain.birth_places import BIRTH_PROVINCES
from counter_app.domain.citizen_id import SEX_WORDS, TRAINING_PREFIX
from counter_app.domain.claim import looks_like_claim
from counter_app.domain.dates import PartialDate
from counter_app.domain.dossier_code import DossierCode, NotADossierCode, NumbersUsedUp, ProvisionalCode
from counter_app.domain.letters import unmarked
from counter_app.domain.payment_code import is_broken_payment, is_payment


class OtherCode(StrEnum):
    """What was shown."""

    EMPTY = "empty"
    WEB_ADDRESS = "web_address"
    PAYMENT = "payment"
    BROKEN_PAYMENT = "broken_payment"
    """Opens as a payment code, but is cut off or its check digits are wrong."""
    HEALTH_CARD = "health_card"
    ACKNOWLEDGEMENT = "acknowledgement"
    """A desk's signed claim about dossiers it received."""
    DOSSIER_CODE = "dossier_code"
    """On slips: ours, the portal's, another office's."""
    CIVIL_STATUS_PAPER = "civil_status_paper"
    VEHICLE_PAPER = "vehicle_paper"
    VACCINATION = "vaccination"
    POSTAL_ITEM = "postal_item"
    PROTECTED = "protected"
    """Letters without meaning, as a protected code is: VNeID's may be one, its shape is not published."""
    MACHINE_READABLE_ZONE = "machine_readable_zone"
    PASSPORT = "passport"
    CONTACT = "contact"
    TELEPHONE = "telephone"
    EMAIL = "email"
    WIFI = "wifi"
    PLACE = "place"
    ID_NUMBER = "id_number"
    """Twelve digits that can be a personal ID number, and nothing with them."""
    FORMER_NUMBER = "former_number"
    PRODUCT = "product"
    NUMBER = "number"
    HALF_A_CARD = "half_a_card"
    UNKNOWN = "unknown"


def recognised(text: str) -> OtherCode:
    """Say what a text looks like that is no citizen card; the first likeness that fits is taken."""
    return next((code for fits, code in _LOOKS if fits(text)), OtherCode.UNKNOWN)


def _like(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Callable[[str], object]:
    """Make a question of a pattern that must fit from the beginning on."""
    return re.compile(pattern, flags | re.ASCII).match


def _is_dossier_code(text: str) -> bool:
    bare = _CODE_LABEL.sub("", text).upper()
    for kind in (DossierCode, ProvisionalCode):
        try:
            kind.parse(bare)
        except (NotADossierCode, NumbersUsedUp):
            continue
        return True
    return False


def _is_id_number(text: str) -> bool:
    """Whether twelve digits open with a province, and are no product's number besides being a country's."""
    if not _TWELVE(text):
        return False
    return text[:3] in {*BIRTH_PROVINCES, TRAINING_PREFIX} or not _is_product(text)


def _is_product(text: str) -> bool:
    """Whether the digits are a GTIN of 8, 12, 13 or 14 with a right check digit (GS1)."""
    if not _GTIN(text):
        return False
    weighted = (int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(text)))
    return sum(weighted) % 10 == 0


def _is_half_a_card(text: str) -> bool:
    """Whether a card's number opens it, or at least two of its parts can only be a card's."""
    if _CARD_BEGINS(text):
        return True
    parts = [part.strip() for part in text.split("|")]
    return len(parts) > 2 and any(map(_is_sex, parts)) and any(map(_is_day, parts))


def _is_sex(part: str) -> bool:
    return part.casefold() in SEX_WORDS


def _is_day(part: str) -> bool:
    try:
        return len(part) == 8 and PartialDate.from_digits(part).whole is not None
    except ValueError:
        return False


def _speaks_of(pattern: str) -> Callable[[str], bool]:
    """Make a question after words anywhere in the text, marks and case aside."""
    words = re.compile(pattern)
    return lambda text: words.search(unmarked(text)) is not None


def _is_protected(text: str) -> bool:
    return _OPAQUE(text) is not None and any(map(str.isdigit, text)) and any(map(str.isalpha, text))


_CODE_LABEL = re.compile(r"^(?:mã (?:số )?hồ sơ|ma (?:so )?ho so)\s*[:=]?\s*", re.IGNORECASE)
_TWELVE = re.compile(r"[0-9]{12}\Z").match
_GTIN = re.compile(r"(?:[0-9]{8}|[0-9]{12,14})\Z").match
_CARD_BEGINS = re.compile(r"[0-9]{12}\s*[|~}>¦]").match
_OPAQUE = re.compile(r"[A-Za-z0-9_+/=.:-]{24,}\Z").match

_LOOKS: tuple[tuple[Callable[[str], object], OtherCode], ...] = (
    (_like(r"\s*\Z"), OtherCode.EMPTY),
    (_like(r"WIFI:", re.IGNORECASE), OtherCode.WIFI),
    (_like(r"BEGIN:VCARD|MECARD:|BIZCARD:", re.IGNORECASE), OtherCode.CONTACT),
    (_like(r"geo:", re.IGNORECASE), OtherCode.PLACE),
    (
        _like(r"(?:mailto:|matmsg:|smtp:)|[^\s@|]{1,64}@[^\s@|]{1,190}\.[a-z]{2,}\Z", re.IGNORECASE),
        OtherCode.EMAIL,
    ),
    (_like(r"(?:tel|sms|smsto):|(?:\+84|0)[35789][0-9]{8}\Z", re.IGNORECASE), OtherCode.TELEPHONE),
    (_like(r"HC1:|shc:/"), OtherCode.VACCINATION),
    (looks_like_claim, OtherCode.ACKNOWLEDGEMENT),
    (
        _like(
            r"[a-z][a-z0-9+.-]{1,20}://|www\.|(?:[a-z0-9-]{1,63}\.){1,5}(?:vn|com|net|org)(?:[/?#:]|\Z)",
            re.IGNORECASE,
        ),
        OtherCode.WEB_ADDRESS,
    ),
    (is_payment, OtherCode.PAYMENT),
    (is_broken_payment, OtherCode.BROKEN_PAYMENT),
    (_like(r"I[D<]VNM"), OtherCode.MACHINE_READABLE_ZONE),
    (_like(r"P[A-Z<][A-Z]{3}[A-Z<]{20}"), OtherCode.PASSPORT),
    (
        # Code, name (older: in hex), birth date or year, sex: paper cards of before and since 2021.
        _like(r"(?:[A-Za-z]{2}[1-5][0-9]{12}|[0-9]{10})\|[^|]+\|(?:[0-9]{2}/){0,2}[0-9]{4}\|"),
        OtherCode.HEALTH_CARD,
    ),
    (_is_dossier_code, OtherCode.DOSSIER_CODE),
    (_like(r"[A-Z]{2}[0-9]{9}[A-Z]{2}\Z"), OtherCode.POSTAL_ITEM),
    (_is_id_number, OtherCode.ID_NUMBER),
    (_like(r"[0-9]{9}\Z"), OtherCode.FORMER_NUMBER),
    (_is_product, OtherCode.PRODUCT),
    (_like(r"[0-9][0-9 .-]*\Z"), OtherCode.NUMBER),
    (_is_half_a_card, OtherCode.HALF_A_CARD),
    (
        _speaks_of(r"khai sinh|ho tich|trich luc|giay chung tu|khai tu|ket hon|tinh trang hon nhan"),
        OtherCode.CIVIL_STATUS_PAPER,
    ),
    (
        _speaks_of(r"giay phep lai xe|gplx|dang ky xe|bien so|bien kiem soat|dang kiem"),
        OtherCode.VEHICLE_PAPER,
    ),
    (_speaks_of(r"tiem chung|vac ?xin|vaccin"), OtherCode.VACCINATION),
    (_is_protected, OtherCode.PROTECTED),
)
