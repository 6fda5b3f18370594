"""Addresses in today's two levels (commune, province) and in the three levels of before 1 July 2025."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody lives: house and street, then units from small to large.

    ``district`` is empty in addresses of today's two levels. ``formerly`` keeps the same place as papers of
    before 1 July 2025 name it.
    """

    detail: str
    commune: str
    province: str
    district: str = ""
    formerly: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.detail, self.commune, self.district, self.province) if part)
