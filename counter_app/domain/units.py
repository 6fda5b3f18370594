"""Administrative units of today and of before 1 July 2025, and which communes followed which ward."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from counter_app.domain.unit_names import UnitKind

_Group = TypeVar("_Group")
_Member = TypeVar("_Member")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by the code of the General Statistics Office, its kind and its bare name."""

    code: str
    kind: UnitKind
    name: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Province(Unit):
    """A province or a city of that rank; a code may have named another province before the reform."""


@dataclass(frozen=True, slots=True)
class Commune(Unit):
    """A commune, ward or special zone of today; it belongs to its province directly."""

    province: Province

    @property
    def with_province(self) -> str:
        """Name both units with their kinds."""
        return f"{self}, {self.province}"


@dataclass(frozen=True, slots=True)
class District(Unit):
    """A district of before the reform; ``also`` has the keys of districts it had taken in."""

    province: Province
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OldWard(Unit):
    """A ward of before the reform and the communes that may have its ground, the likeliest first.

    An island district without wards stands as its own ward. ``also`` has the keys of wards it had taken in.
    """

    district: District
    successors: tuple[Commune, ...]
    also: tuple[str, ...] = ()

    @property
    def is_divided(self) -> bool:
        """Whether only the house or hamlet tells which commune it is now."""
        return len(self.successors) > 1

    @property
    def with_parents(self) -> str:
        """Name the ward, its district and its province with their kinds."""
        units = (self, self.district) if self.code != self.district.code else (self.district,)
        return ", ".join(str(unit) for unit in (*units, self.district.province))


class UnitTable:
    """Every unit of both times; the old wards of a province are read when they are first asked for."""

    def __init__(
        self,
        communes: Iterable[Commune],
        today_of: Mapping[Province, Province],
        read_wards: Callable[[Province], tuple[OldWard, ...]],
    ) -> None:
        self.communes_of = _grouped((commune.province, commune) for commune in communes)
        self.today_of = today_of
        self.former_of = _grouped((today, former) for former, today in today_of.items())
        self._read_wards = read_wards
        self._wards: dict[Province, tuple[OldWard, ...]] = {}

    def wards_in(self, province: Province) -> tuple[OldWard, ...]:
        """Give the wards of an old province, district by district."""
        if province not in self._wards:
            self._wards[province] = self._read_wards(province)
        return self._wards[province]


def _grouped(pairs: Iterable[tuple[_Group, _Member]]) -> Mapping[_Group, tuple[_Member, ...]]:
    found: defaultdict[_Group, list[_Member]] = defaultdict(list)
    for group, member in pairs:
        found[group].append(member)
    return {group: tuple(members) for group, members in found.items()}
