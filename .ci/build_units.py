"""Writes resources/units/today.tsv and former.tsv from three published tables of the reform of July 2025.

No network: fetch the three packages first, then name the folder they lie in.

    pip download --no-deps -d FOLDER vietnamadminunits==1.0.4 vietnam-address-converter==1.0.5
    pip download --no-deps -d FOLDER --python-version 3.12 --only-binary=:all: vietnam-provinces==2026.9.0
    python .ci/build_units.py FOLDER

Names, kinds and codes come from vietnamadminunits (MIT). Which commune follows which ward is a vote of all
three: what two of them name stands first; what only one names stands after it, as a candidate the official
may still choose, except for the known faults of each (see `successors`).
"""

from __future__ import annotations

import importlib
import json
import sqlite3
import sys
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
unit_names = importlib.import_module("counter_app.domain.unit_names")
key: Callable[[str], str] = unit_names.key

Codes = Mapping[str, tuple[str, ...]]
"""The codes of communes, by the code of the old ward they follow."""

HEADER = """\
# {title}
# Sources: vietnamadminunits 1.0.4 (MIT; names, kinds, codes of the General Statistics Office); who follows
# whom by a vote of that table, vietnam-address-converter 1.0.5 (Apache-2.0) and vietnam-provinces 2026.9.0
# (witness only).
# Law: Resolution 202/2025/QH15, the 34 resolutions of the Standing Committee of 16 June 2025, and Resolution
# 30/2026/QH16 and its like for provinces that became cities in 2026. Units are facts of law (IP Law,
# Article 15).
# Checked 2026-11; written by .ci/build_units.py: do not edit by hand.
# Columns (tab): {columns}
"""


@dataclass(frozen=True)
class OldRow:
    """One old ward as the first table has it; without a name, the district itself had no wards."""

    code: str
    name: str
    district_code: str
    district: str
    province_code: str
    province: str
    place_key: str
    also: frozenset[str]
    district_also: frozenset[str]


def main() -> int:
    """Build both files from the packages in the folder that is named."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    packages = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as scratch:
        for wheel in sorted(packages.glob("*.whl")):
            zipfile.ZipFile(wheel).extractall(scratch)
        write_tables(Path(scratch), ROOT / "resources" / "units")
    return 0


def write_tables(source: Path, target: Path) -> None:
    """Write the two tables."""
    sys.path.insert(0, str(source))
    database = sqlite3.connect(source / "vietnamadminunits" / "data" / "dataset.db")
    kinds = importlib.import_module("vietnam_provinces._lookup").PROVINCE_MAPPING
    provinces = {f"{code:02}": clean(province.name) for code, province in kinds.items()}
    new_keys = dict(read_new_keys(database))
    old = list(read_old(database))
    first = converter_of_the_first(source, old, new_keys)
    second = converter_of_the_second(old, database)
    third = converter_of_the_third()
    followed = {row.code: successors(row.code, first, second, third) for row in old}
    province_of = dict(database.execute("select wardCode, provinceCode from admin_units"))
    (target / "today.tsv").write_text(today_table(database, provinces), encoding="utf-8")
    (target / "former.tsv").write_text(former_table(old, followed, province_of), encoding="utf-8")


def clean(name: str) -> str:
    """Bring a name to NFC with single spaces and a capital kind."""
    text = " ".join(unicodedata.normalize("NFC", name).split())
    return text[0].upper() + text[1:]


def read_new_keys(database: sqlite3.Connection) -> Iterator[tuple[tuple[str, str], str]]:
    """Give every commune's code by the keys of its province and itself."""
    for province, ward, code in database.execute("select provinceKey, wardKey, wardCode from admin_units"):
        yield (province, ward), code


def read_old(database: sqlite3.Connection) -> Iterator[OldRow]:
    """Give every ward of before the reform; an island district without wards is one row with its own code."""
    columns = (
        "wardCode, ward, districtCode, district, provinceCode, province, provinceKey, districtKey, wardKey,"
        " wardAlias, districtAlias"
    )
    query = f"select {columns} from admin_units_legacy order by provinceCode, districtCode, wardCode"  # noqa: S608 - columns stand above
    for row in database.execute(query):
        code, ward, district_code, district, province_code, province, *keys, also, district_also = row
        yield OldRow(
            code or f"D{district_code}",
            clean(ward) if ward else "",
            district_code,
            clean(district),
            province_code,
            clean(province),
            "_".join(part or "" for part in keys),
            also_keys(also, clean(ward) if ward else ""),
            also_keys(district_also, clean(district)),
        )


def also_keys(listed: str | None, name: str) -> frozenset[str]:
    """Give the bare keys of other names, kinds cut off; the name's own key is not among them."""
    found = {bare_key(other) for other in json.loads(listed or "[]")}
    return frozenset(
        found - {bare_key(name.replace(" ", "")), key(unit_names.split_kind(name)[1]) if name else ""}
    )


def bare_key(joined: str) -> str:
    """Cut the kind off a name that is written without spaces."""
    text: str = unit_names.unmarked(joined)
    for kind in (
        "thanhpho",
        "thitran",
        "thixa",
        "phuong",
        "huyen",
        "quan",
        "district",
        "xa",
        "tp",
        "tx",
        "q",
    ):
        rest = text.removeprefix(kind)
        if rest != text and (len(rest) > 2 or rest.isdigit()):
            return key(rest)
    return key(text)


def converter_of_the_first(source: Path, old: list[OldRow], new_keys: Mapping[tuple[str, str], str]) -> Codes:
    """Read vietnamadminunits' converter: places and communes are named by keys."""
    text = (source / "vietnamadminunits" / "data" / "converter_2025.json").read_text(encoding="utf-8")
    data = json.loads(text)
    found = defaultdict(list)
    for province, communes in data["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, places in communes.items():
            for place in places:
                found[place].append(new_keys[province, commune])
    for province, places in data["DICT_PROVINCE_WARD_DIVIDED"].items():
        for place, communes in places.items():
            ranked = sorted(communes, key=lambda commune: not commune["isDefaultNewWard"])
            found[place].extend(new_keys[province, commune["newWardKey"]] for commune in ranked)
    return {row.code: tuple(dict.fromkeys(found[row.place_key])) for row in old}


def converter_of_the_second(old: list[OldRow], database: sqlite3.Connection) -> Codes:
    """Read vietnam-address-converter's rows, which name units by words; unknown spellings stay out."""
    data = importlib.import_module("vietnam_address_converter.data").DEFAULT_DATA
    ours = defaultdict(list)
    for row in old:
        ours[place(row.province, row.district, row.name)].append(row.code)
    communes = {
        place(province, "", ward): code
        for province, ward, code in database.execute("select province, ward, wardCode from admin_units")
    }
    found = defaultdict(list)
    for row in data["mapping"]["rows"]:
        before, after = row["old"], row["new"]
        codes = ours[place(before["province_name"], before["district_name"], before["ward_name"])]
        commune = communes.get(place(after["province_name"], "", after["ward_name"]))
        if len(codes) == 1 and commune:
            found[codes[0]].append(commune)
    return {code: tuple(dict.fromkeys(names)) for code, names in found.items()}


def place(province: str, district: str, ward: str) -> tuple[str, str, str]:
    """Give what a place is joined by: bare province and district, the ward with its kind."""
    return bare_key(province.removeprefix("Tỉnh ")), bare_key(district), key(ward)


def converter_of_the_third() -> Codes:
    """Read vietnam-provinces' conversion, which goes by code."""
    table = importlib.import_module("vietnam_provinces._ward_conversion_2025").OLD_TO_NEW
    return {f"{code:05}": tuple(f"{new.code:05}" for new in row.new_wards) for code, row in table.items()}


def successors(code: str, first: Codes, second: Codes, third: Codes) -> tuple[str, ...]:
    """Vote: what two tables name stands, then what the second or third adds to a list it shares.

    The first table mixes up wards of one name in two districts, so what it alone names is dropped where the
    others speak. The second misreads names that differ by a mark, so its word counts only beside a name it
    shares.
    """
    tables = [table.get(code, ()) for table in (first, second, third)]
    named = list(dict.fromkeys(code for table in (tables[0], tables[2], tables[1]) for code in table))
    agreed = [name for name in named if sum(name in table for table in tables) > 1]
    if not agreed:
        return tuple(named)
    added = [name for table in tables[1:] if set(table) & set(agreed) for name in table if name not in agreed]
    return tuple(dict.fromkeys(agreed + added))


def today_table(database: sqlite3.Connection, provinces: Mapping[str, str]) -> str:
    """Write the 34 provinces, each followed by its communes."""
    lines = [
        HEADER.format(
            title="Units since 1 July 2025: 34 provinces, 3,321 communes", columns="level, code, name"
        )
    ]
    query = "select provinceCode, wardCode, ward from admin_units order by provinceCode, wardCode"
    seen = ""
    for province, code, name in database.execute(query):
        if province != seen:
            lines.append(f"P\t{province}\t{provinces[province]}\n")
            seen = province
        lines.append(f"C\t{code}\t{clean(name)}\n")
    return "".join(lines)


def former_table(old: list[OldRow], followed: Codes, provinces: Mapping[str, str]) -> str:
    """Write the 63 provinces, their districts, and the wards of each with who followed them.

    ``provinces`` gives the code of today's province by that of a commune.
    """
    columns = "level, code, name; of P, its code today; of D and W, communes that followed, older names"
    lines = [
        HEADER.format(
            title="Units until 30 June 2025: 63 provinces, 696 districts, 10,035 wards", columns=columns
        )
    ]
    province, district = "", ""
    for row in old:
        if row.province_code != province:
            today = provinces[followed[row.code][0]]
            lines.append(f"P\t{row.province_code}\t{row.province}\t{today}\n")
            province = row.province_code
        codes, also = " ".join(followed[row.code]), " ".join(sorted(row.also))
        if row.district_code != district:
            own = codes if not row.name else ""
            lines.append(
                f"D\t{row.district_code}\t{row.district}\t{own}\t{' '.join(sorted(row.district_also))}\n"
            )
            district = row.district_code
        if row.name:
            lines.append(f"W\t{row.code}\t{row.name}\t{codes}\t{also}\n")
    return "".join(lines)


if __name__ == "__main__":
    sys.exit(main())
