"""The people of a visit without a window: whose card each picture shows, and the role each of them plays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.card_payload import of_one_card, read_card
from counter_app.domain.citizen import CitizenCard, Person
from counter_app.domain.dossier import Capacity
from counter_app.domain.procedure import Procedure
from counter_app.errors import Refusal
from counter_app.services.desk import Desk
from counter_app.services.drafting import Sheet
from counter_app.services.roles import SETTLED
from counter_app.services.visit_facts import roles_in
from scanning.frames import read_picture
from scanning.qr import read_codes

APPLICANT, HOLDER = "applicant", "holder"
_READING_MS = 3_000
_NAMED = re.compile(r"([a-z_]+)=(.+)", re.DOTALL)


class NoCode(Refusal):
    """The picture shows no code that could be read."""


class NoSuchRole(Refusal):
    """Nobody plays this role in the procedure, or a second card came without one; ``known`` are its roles."""

    def __init__(self, role: str, known: tuple[str, ...]) -> None:
        super().__init__(role, known)
        self.role = role
        self.known = known


@dataclass(frozen=True, slots=True)
class ShownCard:
    """The picture of a card; an empty ``role`` is that of whoever stands at the desk."""

    picture: Path
    role: str = ""


def shown_card(text: str) -> ShownCard:
    """Read PICTURE or ROLE=PICTURE; the path of a file that is there is never taken apart."""
    named = _NAMED.fullmatch(text)
    if named and not Path(text).exists():
        return ShownCard(Path(named[2]), named[1])
    return ShownCard(Path(text))


def first_shown(cards: tuple[ShownCard, ...]) -> ShownCard:
    """Tell who stands at the desk: the card without a role or the applicant's, else the first."""
    return next((card for card in cards if card.role in {"", APPLICANT}), cards[0])


def card_on(shown: ShownCard) -> CitizenCard:
    """Read a card from its picture; raises NoCode, TwoCards, NotACitizenCard and PictureError."""
    picture = read_picture(shown.picture)
    texts = [code.text for code in read_codes(picture, budget_ms=_READING_MS) if code.text]
    if not texts:
        raise NoCode
    return read_card(of_one_card(texts))


def capacity_for(procedure: Procedure, applicant: Person, holder: Person | None) -> Capacity:
    """File for oneself where that is possible, for a holder as parent or proxy, else as is usual.

    Raises NoSuchRole where the procedure is filed by nobody but its holder.
    """
    if holder is None:
        return Capacity.SELF if Capacity.SELF in procedure.capacities else procedure.capacities[0]
    others = [capacity for capacity in procedure.capacities if capacity is not Capacity.SELF]
    if not others:
        raise NoSuchRole(HOLDER, ())
    children = applicant.record.children if applicant.record else ()
    is_child = holder.citizen_id in {child.citizen_id for child in children}
    wanted = Capacity.CHILD if is_child else Capacity.PROXY
    return wanted if wanted in others else others[0]


def joined_by(desk: Desk, sheet: Sheet, cards: tuple[ShownCard, ...]) -> Sheet:
    """Give each role to whom its card names; raises NoSuchRole and UnfitForRole."""
    known = tuple(sorted(roles_in(sheet.definition) - SETTLED))
    at_the_desk = first_shown(cards)
    for shown in cards:
        if shown.role in {APPLICANT, HOLDER} or (shown is at_the_desk and not shown.role):
            continue
        if shown.role not in known:
            raise NoSuchRole(shown.role, known)
        newcomer = desk.joining.by_card(sheet, shown.role, card_on(shown))
        player = sheet.cast.get(shown.role)
        if player is None or player.citizen_id != newcomer.person.citizen_id:
            sheet = desk.drafting.join(sheet, newcomer)
    return sheet
