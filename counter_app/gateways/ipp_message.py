"""Messages of the Internet Printing Protocol (RFC 8010): asked in bytes, answered in plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from counter_app.errors import Outage

IppValue = int | bool | str | tuple[int, int]
"""A number, a truth, a text, or a resolution in dots per inch across and along the feed."""

_VERSION = b"\x02\x00"
_END_OF_ATTRIBUTES = 0x03
_FIRST_VALUE_TAG = 0x10
_BEGIN_COLLECTION, _END_COLLECTION, _MEMBER_NAME = 0x34, 0x37, 0x4A
_DOTS_PER_CM = 4
_LARGEST = 4_000_000


class Operation(IntEnum):
    """What can be asked of a printer or of a print server."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B
    CUPS_GET_DEFAULT = 0x4001
    CUPS_GET_PRINTERS = 0x4002


class Group(IntEnum):
    """The groups of attributes that a message is made of."""

    OPERATION = 0x01
    JOB = 0x02
    PRINTER = 0x04


class Tag(IntEnum):
    """The kinds of values that are asked with."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RESOLUTION = 0x32
    TEXT_IN_LANGUAGE = 0x35
    NAME_IN_LANGUAGE = 0x36
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


class UnreadableAnswer(Outage):
    """What answered does not speak the Internet Printing Protocol."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A name with its values, or with the attributes of a collection."""

    name: str
    tag: Tag
    values: tuple[str | int, ...] = ()
    members: tuple[Attribute, ...] = ()


Attributes = Mapping[str, tuple[IppValue, ...]]


@dataclass(frozen=True, slots=True)
class Answer:
    """The status, and what was told of each thing, group after group."""

    status: int
    groups: tuple[tuple[int, Attributes], ...]

    @property
    def is_refusal(self) -> bool:
        """Whether the printer did not do what it was asked."""
        return self.status >= 0x0400

    def of(self, group: Group) -> tuple[Attributes, ...]:
        """Give the attributes of each thing that was told of."""
        return tuple(attributes for tag, attributes in self.groups if tag == group)


def question(operation: Operation, groups: Sequence[tuple[Group, Sequence[Attribute]]]) -> bytes:
    """Write a request; what a document holds is sent after it."""
    parts = [_VERSION, operation.to_bytes(2, "big"), (1).to_bytes(4, "big")]
    for group, attributes in groups:
        parts.append(bytes([group]))
        parts.extend(_written(attribute) for attribute in attributes)
    return b"".join((*parts, bytes([_END_OF_ATTRIBUTES])))


def read_answer(message: bytes) -> Answer:
    """Read an answer; collections are passed over. Raises UnreadableAnswer."""
    if len(message) < 9 or message[0] not in {1, 2} or len(message) > _LARGEST:
        raise UnreadableAnswer
    groups: list[tuple[int, dict[str, tuple[IppValue, ...]]]] = []
    try:
        for group, name, value in _fields(message):
            if not name:
                groups.append((group, {}))
            elif value is not None:
                told = groups[-1][1]
                told[name] = (*told.get(name, ()), value)
    except (IndexError, UnicodeDecodeError) as error:
        raise UnreadableAnswer from error
    return Answer(int.from_bytes(message[2:4], "big"), tuple(groups))


def _written(attribute: Attribute) -> bytes:
    if attribute.members:
        return _field(_BEGIN_COLLECTION, attribute.name, b"") + _collection(attribute.members)
    names = (attribute.name, *("" for _ in attribute.values[1:]))
    return b"".join(
        _field(attribute.tag, name, _bytes(attribute.tag, value))
        for name, value in zip(names, attribute.values, strict=True)
    )


def _collection(members: Sequence[Attribute]) -> bytes:
    parts: list[bytes] = []
    for member in members:
        parts.append(_field(_MEMBER_NAME, "", member.name.encode()))
        if member.members:
            parts.append(_field(_BEGIN_COLLECTION, "", b"") + _collection(member.members))
        else:
            parts.extend(_field(member.tag, "", _bytes(member.tag, value)) for value in member.values)
    return b"".join((*parts, _field(_END_COLLECTION, "", b"")))


def _field(tag: int, name: str, value: bytes) -> bytes:
    word = name.encode()
    return b"".join((bytes([tag]), len(word).to_bytes(2, "big"), word, len(value).to_bytes(2, "big"), value))


def _bytes(tag: Tag, value: str | int) -> bytes:
    if tag in {Tag.INTEGER, Tag.ENUM}:
        return int(value).to_bytes(4, "big", signed=True)
    if tag is Tag.BOOLEAN:
        return bytes([bool(value)])
    return str(value).encode()


def _fields(message: bytes) -> Iterator[tuple[int, str, IppValue | None]]:
    """Go through groups (without a name) and their values; a value that is passed over is None."""
    at, group, name, depth = 8, 0, "", 0
    while (tag := message[at]) != _END_OF_ATTRIBUTES:
        at += 1
        if tag < _FIRST_VALUE_TAG:
            group = tag
            yield group, "", None
            continue
        word, at = _cut(message, at)
        value, at = _cut(message, at)
        name = word.decode() if word and not depth else name
        depth += (tag == _BEGIN_COLLECTION) - (tag == _END_COLLECTION)
        if not depth and tag != _END_COLLECTION:
            yield group, name, _read(tag, value)


def _cut(message: bytes, at: int) -> tuple[bytes, int]:
    end = at + 2 + int.from_bytes(message[at : at + 2], "big")
    if end > len(message):
        raise UnreadableAnswer
    return message[at + 2 : end], end


def _read(tag: int, value: bytes) -> IppValue | None:
    match tag:
        case Tag.INTEGER | Tag.ENUM:
            return int.from_bytes(value, "big", signed=True)
        case Tag.BOOLEAN:
            return value != b"\0"
        case Tag.RESOLUTION if len(value) == 9:
            scale = 2.54 if value[8] == _DOTS_PER_CM else 1
            across, along = (int.from_bytes(value[part : part + 4], "big") for part in (0, 4))
            return round(across * scale), round(along * scale)
        case Tag.TEXT_IN_LANGUAGE | Tag.NAME_IN_LANGUAGE:
            return _cut(value, 2 + int.from_bytes(value[:2], "big"))[0].decode(errors="replace")
        case _ if tag >= 0x40:
            return value.decode(errors="replace")
    return None
