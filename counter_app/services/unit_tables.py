"""Reads the tables of administrative units from the files that the program ships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from counter_app.domain.unit_names import UnitKind, split_kind
from counter_app.domain.units import Commune, District, OldWard, Province, UnitTable
from counter_app.errors import SetupError


def read_units(folder: Path) -> UnitTable:
    """Read ``today.tsv``, and ``former.tsv`` province by province as it is asked for.

    Raises SetupError naming the file and what is wrong there, for an old province when it is first asked for.
    """
    communes = tuple(_communes(folder / "today.tsv"))
    former = _FormerUnits(folder / "former.tsv", communes)
    return UnitTable(communes, former.today_of, former.wards)


def _communes(path: Path) -> Iterator[Commune]:
    province: Province | None = None
    for row in _rows(path, _text(path), columns=3):
        level, code, (kind, name) = row[0], row[1], _split(path, row[2])
        if level == "P":
            province = Province(code, kind, name)
        elif province:
            yield Commune(code, kind, name, province)
        else:
            raise SetupError(path, code)


class _FormerUnits:
    """The old units' file, cut into provinces, whose lines are read one province at a time."""

    def __init__(self, path: Path, communes: Iterable[Commune]) -> None:
        self._path = path
        self._communes = {commune.code: commune for commune in communes}
        provinces = {commune.province.code: commune.province for commune in communes}
        self._sections: dict[Province, str] = {}
        self.today_of: dict[Province, Province] = {}
        for section in _text(path).split("\nP\t")[1:]:
            head, _, lines = section.partition("\n")
            code, written, today = _row(path, head, columns=3)
            former = Province(code, *_split(path, written))
            if today not in provinces:
                raise SetupError(path, today)
            self._sections[former] = lines
            self.today_of[former] = provinces[today]

    def wards(self, province: Province) -> tuple[OldWard, ...]:
        return tuple(self._wards(province))

    def _wards(self, province: Province) -> Iterator[OldWard]:
        district: District | None = None
        for row in _rows(self._path, self._sections[province], columns=5):
            level, code, (kind, name) = row[0], row[1], _split(self._path, row[2])
            followed = self._known(row[3].split())
            also = tuple(row[4].split())
            if level == "D":
                district = District(code, kind, name, province, also)
                if followed:
                    yield OldWard(code, kind, name, district, followed)
            elif district and followed:
                yield OldWard(code, kind, name, district, followed, also)
            else:
                raise SetupError(self._path, code)

    def _known(self, codes: list[str]) -> tuple[Commune, ...]:
        try:
            return tuple(self._communes[code] for code in codes)
        except KeyError as error:
            raise SetupError(self._path, str(error.args[0])) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(path, "unreadable") from error


def _rows(path: Path, text: str, *, columns: int) -> Iterator[list[str]]:
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield _row(path, line, columns=columns)


def _row(path: Path, line: str, *, columns: int) -> list[str]:
    row = line.split("\t")
    if len(row) != columns:
        raise SetupError(path, line)
    return row


def _split(path: Path, written: str) -> tuple[UnitKind, str]:
    try:
        return split_kind(written)
    except ValueError as error:
        raise SetupError(path, written) from error
