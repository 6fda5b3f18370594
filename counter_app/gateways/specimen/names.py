"""Invents full names after each people's own pattern."""

from __future__ import annotations

from counter_app.domain.citizen_id import Sex
from counter_app.gateways.specimen.draw import Draw
from counter_app.gateways.specimen.words import Ethnicity


def invent_surname(ethnicity: Ethnicity, draw: Draw) -> str:
    """Draw a family name, as frequent as it is; empty where a people has none."""
    return draw.weighted(ethnicity.surnames)


def invent_name(ethnicity: Ethnicity, sex: Sex, *, surname: str, draw: Draw, avoid: str = "") -> str:
    """Put a full name together around the family name; no given name that stands in ``avoid``."""
    style = ethnicity.styles[sex]
    middle = draw.weighted(style.middles) if style.middles else ""
    given = draw.one([given for given in style.givens if given not in middle and given not in avoid])
    return style.pattern.format(surname=surname, middle=middle, given=given)
