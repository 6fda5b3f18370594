"""What a file of rules may hold, key by key: the one source of checks, editors' schemas and readers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """What may stand behind a key."""

    TEXT = "text"
    NAME = "name"  # small ASCII letters, digits and "_"
    CODE = "code"  # the national code of a procedure
    WHOLE = "whole"  # a whole number
    FLAG = "flag"
    DAY = "day"
    HOUR = "hour"
    MOMENT = "moment"  # a day and an hour, without a time zone
    RULE = "rule"  # an expression
    TABLE = "table"
    SCALAR = "scalar"  # a text, whole number, date, true or false, or rows of them: an answer


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a table: its meaning in a sentence, and what may stand there.

    ``many`` asks for a list. ``words`` are the only texts allowed, empty for any. ``least`` and ``most``
    bound a number, ``longest`` a text. ``table`` is the shape of a TABLE's content; ``bare`` is the key
    of that table for which a bare text may stand.
    """

    name: str
    about: str
    kind: Kind = Kind.TEXT
    required: bool = False
    many: bool = False
    words: tuple[str, ...] = ()
    least: int = 0
    most: int = 1_000_000_000_000
    longest: int = 2000
    table: Shape | None = None
    bare: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: its keys in the order in which they are best written.

    ``other`` says what stands behind any key that is not listed; without it such keys are refused.
    """

    name: str
    about: str
    keys: tuple[Key, ...] = ()
    other: Key | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every key's name."""
        return tuple(key.name for key in self.keys)


def in_two_languages(name: str, about: str, *, required: bool = True) -> tuple[Key, Key]:
    """Give a key for Vietnamese words and the one beside it for the same in English."""
    english = f"{about.rstrip('.')}; bằng tiếng Anh."
    return Key(name, about, required=required), Key(f"{name}_en", english, required=required)


PROVENANCE = (
    Key("source", "Văn bản, điều, khoản mà quy định này dựa vào; chưa đối chiếu thì nói rõ."),
    Key("effective_from", "Ngày đầu tiên quy định có hiệu lực.", Kind.DAY),
    Key("effective_to", "Ngày cuối cùng quy định còn hiệu lực; bỏ trống khi chưa biết.", Kind.DAY),
    Key("checked_on", "Ngày có người đối chiếu quy định với nguồn.", Kind.DAY),
    Key(
        "status",
        "verified: đã đối chiếu với nguồn; unverified: chưa, chương trình báo cho cán bộ.",
        words=("verified", "unverified"),
    ),
)
"""Where a rule comes from; in a row of a pack each key left out is that of the pack itself."""

OWN_PROVENANCE = tuple(replace(key, required=key.name != "effective_to") for key in PROVENANCE)
"""The same at the head of a file, where all but the end must be told."""
