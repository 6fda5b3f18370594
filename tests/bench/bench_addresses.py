"""How often addresses lead to today's commune: ours and two published converters, in one run.

    python tests/bench/bench_addresses.py [--all] [--seed N] [--wrong N]

Made addresses are old wards and today's communes written as people write: kinds long, short or left out,
marks lost, one typing slip, parts turned round, commas missing, provinces shortened or said twice. The truth
is the table the program ships: for a divided ward, every commune that has a part of it. With ``--all``, every
old ward is asked for plainly as well. Converters that are not installed are left out with a word; nothing may
reach a network.
"""

from __future__ import annotations

import argparse
import importlib
import random
import socket
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from counter_app.domain.address_completion import AddressCompleter  # noqa: E402 - the path above comes first
from counter_app.domain.address_match import AddressMatcher  # noqa: E402 - the path above comes first
from counter_app.domain.letters import unmarked  # noqa: E402 - the same
from counter_app.domain.unit_names import UnitKind, key  # noqa: E402 - the same
from counter_app.domain.units import Commune, Unit, UnitTable  # noqa: E402 - the same
from counter_app.services.unit_tables import read_units  # noqa: E402 - the same

_SHORT = {
    UnitKind.CITY: "TP.", UnitKind.PROVINCE: "T.", UnitKind.URBAN_DISTRICT: "Q.",
    UnitKind.RURAL_DISTRICT: "H.",
    UnitKind.TOWN: "TX.", UnitKind.TOWNSHIP: "TT.", UnitKind.WARD: "P.", UnitKind.COMMUNE: "X.",
    UnitKind.SPECIAL_ZONE: "Đặc khu",
}  # fmt: skip
_SHORT_PROVINCES = {
    "Hồ Chí Minh": ("TP.HCM", "TPHCM", "Sài Gòn"),
    "Hà Nội": ("HN", "TP. Hà Nội"),
    "Bà Rịa - Vũng Tàu": ("BR-VT",),
}
_DETAILS = ("Số 12 phố Mẫu", "Tổ 5", "45/7 Hàng Me Mẫu", "Thôn Đình Mẫu", "Khu phố Mẫu 3", "")
_MADE = 1200
_TYPED = 400
_ASKED_THE_NETWORK = "asked the network"

Answer = Callable[["Made"], tuple[str, ...]]
"""A converter: the keys "commune|province" it gives, the first one alone where it decides by itself."""


@dataclass(frozen=True)
class Made:
    """A made address, what it should lead to, and how it was written."""

    text: str
    truth: frozenset[str]
    manner: str

    @property
    def is_of_today(self) -> bool:
        """Whether it was written in today's two levels."""
        return self.manner.startswith("new")


class AddressMaker:
    """Writes units as people do; the same again for the same seed."""

    def __init__(self, table: UnitTable, seed: int) -> None:
        self._draw = random.Random(seed)  # noqa: S311 - made addresses, no secrets
        self._wards = [ward for province in table.today_of for ward in table.wards_in(province)]
        self._communes = [commune for communes in table.communes_of.values() for commune in communes]

    def every_ward(self) -> Iterator[Made]:
        """Write every old ward in full."""
        for ward in self._wards:
            yield Made(_capital(ward.with_parents), _truth(ward.successors), "in full")

    def some(self, count: int) -> Iterator[Made]:
        """Write that many addresses, one in five in today's two levels."""
        for _ in range(count):
            yield self._today() if self._draw.random() < 0.2 else self._before()

    def _before(self) -> Made:
        ward = self._draw.choice(self._wards)
        units: list[Unit] = [ward, ward.district, ward.district.province]
        if ward.code == ward.district.code:
            del units[0]
        return self._written(units, _truth(ward.successors), "old")

    def _today(self) -> Made:
        commune = self._draw.choice(self._communes)
        return self._written([commune, commune.province], _truth((commune,)), "new")

    def _written(self, units: Sequence[Unit], truth: frozenset[str], times: str) -> Made:
        manner = self._draw.choice(
            (
                "in full",
                "short kinds",
                "bare",
                "no marks",
                "some marks",
                "slip",
                "slip, no marks",
                "turned",
                "no commas",
                "said twice",
            )
        )
        bare = manner == "bare" and times == "old"
        slipped = self._draw.randrange(len(units)) if "slip" in manner else -1
        parts = [self._unit(unit, manner, bare=bare, slip=at == slipped) for at, unit in enumerate(units)]
        if manner == "said twice":
            parts.append(parts[-1])
        detail = self._draw.choice(_DETAILS)
        if detail:
            parts.insert(0, detail)
        if manner == "turned":
            parts.reverse()
        text = (" " if manner == "no commas" else ", ").join(parts)
        return Made(self._marked(text, manner), truth, f"{times}: {manner}")

    def _unit(self, unit: Unit, manner: str, *, bare: bool, slip: bool) -> str:
        short = _SHORT_PROVINCES.get(unit.name)
        if short and manner in {"short kinds", "no commas", "said twice"}:
            return self._draw.choice(short)
        name = self._slipped(unit.name) if slip else unit.name
        if bare and not name[0].isdigit():
            return name
        gap = self._draw.choice(("", " "))
        return (
            f"{_SHORT[unit.kind]}{gap}{name}" if manner == "short kinds" else _capital(f"{unit.kind} {name}")
        )

    def _slipped(self, name: str) -> str:
        places = [at for at in range(1, len(name)) if name[at].isalpha() and name[at - 1].isalpha()]
        if len(key(name)) < 4 or not places:
            return name
        at = self._draw.choice(places)
        return self._draw.choice(
            (
                name[:at] + name[at + 1 :],
                name[:at] + name[at] + name[at:],
                name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
                name[:at] + self._draw.choice("aeiounmtghlr") + name[at + 1 :],
            )
        )

    def _marked(self, text: str, manner: str) -> str:
        if "no marks" in manner:
            return unmarked(text)
        if manner == "some marks":
            return " ".join(unmarked(word) if self._draw.random() < 0.4 else word for word in text.split(" "))
        return text


def main() -> int:
    """Print what each converter makes of the same addresses."""
    arguments = _arguments()
    began = time.perf_counter()
    table = read_units(ROOT / "resources" / "units")
    print(f"tables read in {(time.perf_counter() - began) * 1000:.0f} ms")
    maker = AddressMaker(table, arguments.seed)
    sets = {"made": list(maker.some(_MADE))}
    if arguments.all:
        sets["every old ward"] = list(maker.every_ward())
    socket.socket.connect = _no_network  # type: ignore[method-assign]
    for name, answer in _converters(table):
        for title, addresses in sets.items():
            _judge(f"{name}: {title}", answer, addresses, wrong=arguments.wrong)
    _judge_completion(table, random.Random(arguments.seed))  # noqa: S311 - made addresses, no secrets
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare address converters on one set of addresses")
    parser.add_argument("--all", action="store_true", help="every old ward as well")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--wrong", type=int, default=0, help="print this many wrong answers of each")
    return parser.parse_args()


def _converters(table: UnitTable) -> Iterator[tuple[str, Answer]]:
    matcher = AddressMatcher(table)
    yield "ours", lambda made: _ours(matcher, made.text)
    for name, make in (("vietnamadminunits", _adminunits), ("vietnam_address_converter", _address_converter)):
        try:
            yield name, make(importlib.import_module(name))
        except ImportError:
            print(f"{name}: not installed, left out")


def _ours(matcher: AddressMatcher, text: str) -> tuple[str, ...]:
    found = matcher.resolve(text)
    names = tuple(_name(str(one.commune), one.commune.province.name) for one in found.candidates)
    return names if found.commune or len(names) != 1 else (*names, "or another")


def _adminunits(package: ModuleType) -> Answer:
    """Tell it which of its two questions to answer: it does not tell old addresses from new ones itself."""

    def answer(made: Made) -> tuple[str, ...]:
        unit = (package.parse_address if made.is_of_today else package.convert_address)(made.text)
        return (_name(unit.ward, unit.short_province),) if unit.ward else ()

    return answer


def _address_converter(package: ModuleType) -> Answer:
    converter = package.VietnamAdministrativeAddressConverter()

    def answer(made: Made) -> tuple[str, ...]:
        found = converter.auto_convert_address(made.text)
        conversion = found.get("conversion") or {}
        if conversion.get("candidates"):
            return tuple(_of_one(one) for one in conversion["candidates"])
        one = conversion.get("result") or found
        return (_of_one(one),) if one.get("new_ward") else ()

    return answer


def _of_one(found: Mapping[str, Mapping[str, str]]) -> str:
    return _name(found["new_ward"]["name_with_type"], found["new_province"]["name"])


def _judge(title: str, answer: Answer, addresses: Sequence[Made], *, wrong: int) -> None:
    verdicts: Counter[str] = Counter()
    began = time.perf_counter()
    examples = []
    for made in addresses:
        try:
            given = answer(made)
            verdict = _verdict(given, made.truth)
        except Exception as error:  # noqa: BLE001 - a converter that falls over is one of the findings
            given, verdict = (), _ASKED_THE_NETWORK if "Geocoder" in type(error).__name__ else "fell over"
        verdicts[verdict] += 1
        if verdict in {"wrong", "not found", "ambiguous without it"}:
            examples.append((verdict, made, given))
    spent = (time.perf_counter() - began) * 1000 / len(addresses)
    print(f"\n{title} ({len(addresses)} addresses, {spent:.2f} ms each)")
    for verdict, count in verdicts.most_common():
        print(f"  {verdict:24} {count:6}  {count / len(addresses):6.1%}")
    for verdict, made, given in examples[:wrong]:
        print(f"    {verdict} [{made.manner}] {made.text!r}: {given[:4]} instead of {sorted(made.truth)}")


def _judge_completion(table: UnitTable, draw: random.Random) -> None:
    """Type today's communes key by key, without marks, and count the keys until the right one is offered."""
    communes = [commune for of in table.communes_of.values() for commune in of]
    completer = AddressCompleter(communes)
    took, keys = [], []
    for commune in draw.sample(communes, _TYPED):
        name, home = unmarked(commune.name), str(commune.province)
        for count in range(1, len(name) + 1):
            began = time.process_time()
            offered = completer.complete(f"So 12 pho Mau, {name[:count]}", home=home).units
            took.append((time.process_time() - began) * 1000)
            if commune.with_province in offered:
                keys.append(count)
                break
    took.sort()
    p50, p95 = took[len(took) // 2], took[len(took) * 95 // 100]
    print(f"\ncompletion: {p50:.2f} ms of the processor a key, p95 {p95:.2f} ms, longest {took[-1]:.2f} ms;")
    print(f"{len(keys)} of {_TYPED} communes offered, after {sum(keys) / len(keys):.1f} keys")


def _verdict(given: tuple[str, ...], truth: frozenset[str]) -> str:
    if not given:
        return "not found"
    if len(given) == 1:
        return "wrong" if given[0] not in truth else "found" if len(truth) == 1 else "chose in silence"
    if not truth <= set(given):
        return "ambiguous without it"
    return "divided, all kept" if len(truth) > 1 else "ambiguous"


def _truth(communes: Sequence[Commune]) -> frozenset[str]:
    return frozenset(_name(str(commune), commune.province.name) for commune in communes)


def _name(commune: str, province: str) -> str:
    return f"{key(commune)}|{key(province).removeprefix('thanhpho').removeprefix('tinh')}"


def _capital(text: str) -> str:
    return ", ".join(part[0].upper() + part[1:] for part in text.split(", "))


def _no_network(*_: object) -> None:
    raise OSError(_ASKED_THE_NETWORK)


if __name__ == "__main__":
    sys.exit(main())
