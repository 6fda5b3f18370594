"""The bytes in the data codewords of a QR symbol: segment after segment, then padding."""

from collections.abc import Iterator, Sequence

_ALPHANUMERIC = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_END, _NUMERIC, _LETTERS, _APPEND, _BYTES, _ECI = 0, 1, 2, 3, 4, 7
_PADDING = (0xEC, 0x11)
_COUNT_BITS = {_NUMERIC: (10, 12, 14), _LETTERS: (9, 11, 13), _BYTES: (8, 16, 16)}
_DIGITS = {3: 10, 2: 7, 1: 4}


class BadSegments(ValueError):  # noqa: N818 - says what is bad
    """Say that the codewords hold no segments a reader can follow."""


class _Bits:
    """Hand out bits from the front."""

    def __init__(self, codewords: Sequence[int]) -> None:
        self._value = int.from_bytes(bytes(codewords), "big")
        self._left = 8 * len(codewords)

    @property
    def left(self) -> int:
        return self._left

    def take(self, count: int) -> int:
        if count > self._left:
            raise BadSegments
        self._left -= count
        return self._value >> self._left & ((1 << count) - 1)


def segment_bytes(codewords: Sequence[int], version: int) -> bytes:
    """Give the bytes of all segments; BadSegments for kinds no citizen card uses, and for wrong padding.

    What follows the last segment is padding of two known bytes in turn: a check that costs nothing.
    """
    bits = _Bits(codewords)
    said = bytearray()
    while bits.left >= 4:
        mode = bits.take(4)
        if mode == _END:
            break
        said += b"".join(_segment(bits, mode, version))
    _check_padding(codewords[len(codewords) - bits.left // 8 :])
    return bytes(said)


def _segment(bits: _Bits, mode: int, version: int) -> Iterator[bytes]:
    if mode == _ECI:
        if bits.take(8) != 26:  # UTF-8, the only alphabet that needs no guessing
            raise BadSegments
        return
    if mode not in _COUNT_BITS:
        raise BadSegments
    width = _COUNT_BITS[mode][0 if version < 10 else 1 if version < 27 else 2]
    count = bits.take(width)
    if mode == _BYTES:
        for _ in range(count):
            yield bytes([bits.take(8)])
    elif mode == _NUMERIC:
        for done in range(0, count, 3):
            digits = min(3, count - done)
            value = bits.take(_DIGITS[digits])
            if value >= 10**digits:
                raise BadSegments
            yield b"%0*d" % (digits, value)
    else:
        yield from _alphanumeric(bits, count)


def _alphanumeric(bits: _Bits, count: int) -> Iterator[bytes]:
    for _ in range(count // 2):
        high, low = divmod(bits.take(11), 45)
        if high >= 45:
            raise BadSegments
        yield bytes((_ALPHANUMERIC[high], _ALPHANUMERIC[low]))
    if count % 2:
        last = bits.take(6)
        if last >= 45:
            raise BadSegments
        yield bytes((_ALPHANUMERIC[last],))


def _check_padding(rest: Sequence[int]) -> None:
    padding = list(rest)
    while padding and padding[0] == 0:  # some writers begin the padding with a zero byte
        padding.pop(0)
    if any(value != _PADDING[turn % 2] for turn, value in enumerate(padding)):
        raise BadSegments
