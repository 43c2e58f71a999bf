"""The number of each piece of text between two blanks, for millions of them at a time."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Lookup:
    """What a function gives for every piece, which is asked for each new one, and mostly not for one met before.

    A piece of up to 24 bytes is three numbers. Its place in a table is worked out from them; where the table holds just
    these three and the same size, it holds the piece. Whatever is not found so is asked for, and told to the table
    where that place is free: what the table holds makes a difference to speed and to nothing else.
    """

    def __init__(self, numbers: Callable[[Sequence[str]], Sequence[int]]) -> None:
        import numpy as np

        self._asked = numbers
        self._held = np.zeros((_LANES + 1, _PLACES), np.uint64)
        self._numbers = np.zeros(_PLACES, np.int32)

    def numbers(self, texts: Sequence[str]) -> "tuple[NDArray[Any], NDArray[Any]]":
        """The number of every piece of the texts (int32), and where those of each text end."""
        import numpy as np

        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        letters = b"".join((b" ", b" ".join(encoded), b" " * (1 + 8 * _LANES)))
        starts, ends = _pieces(np.frombuffer(letters, np.uint8))
        keys = _keys(letters, starts, ends - starts)
        places = _places(keys)
        made, same = self._numbers[places], self._same(places, keys)
        new = np.flatnonzero(~same)
        first = new[np.unique(places[new], return_index=True)[1]]
        made[first] = self._ask(letters, starts, ends, first)
        self._tell(places[first], keys[:, first], made[first])
        made[new] = self._numbers[places[new]]
        left = new[~self._same(places[new], keys[:, new])]
        made[left] = self._ask(letters, starts, ends, left)
        return made, starts.searchsorted(np.cumsum([len(each) + 1 for each in encoded], dtype=np.int64))

    def _same(self, places: "NDArray[Any]", keys: "NDArray[Any]") -> "NDArray[Any]":
        """Whether the table holds each piece at its place."""
        import numpy as np

        told: NDArray[Any] = self._held[_LANES][places] == keys[_LANES]
        for lane in range(_LANES):
            np.logical_and(told, self._held[lane][places] == keys[lane], out=told)
        return told

    def _ask(self, letters: bytes, starts: "NDArray[Any]", ends: "NDArray[Any]", some: "NDArray[Any]") -> Sequence[int]:
        """The numbers of some pieces."""
        places = zip(starts[some].tolist(), ends[some].tolist(), strict=True)
        return self._asked([letters[start:end].decode("utf-8", "surrogatepass") for start, end in places])

    def _tell(self, places: "NDArray[Any]", keys: "NDArray[Any]", numbers: "NDArray[Any]") -> None:
        """Enters pieces in the table where their places are free, and three numbers are all of them."""
        free = (self._held[_LANES, places] == 0) & (keys[_LANES] <= 8 * _LANES)
        self._held[:, places[free]] = keys[:, free]
        self._numbers[places[free]] = numbers[free]


_LANES: Final = 3
_PLACES: Final = 1 << 20
_FACTORS: Final = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
_BLANK: Final = 0x20
"""Bytes up to this one, the blank and signs that are not printed, are between pieces."""


def _pieces(letters: "NDArray[Any]") -> "tuple[NDArray[Any], NDArray[Any]]":
    """Where each piece starts and ends; there is a blank before the first and after the last."""
    import numpy as np

    told = letters > _BLANK
    edges = np.flatnonzero(told[1:] != told[:-1]) + 1
    return edges[::2].copy(), edges[1::2].copy()


def _keys(letters: bytes, starts: "NDArray[Any]", sizes: "NDArray[Any]") -> "NDArray[Any]":
    """The first bytes of each piece, eight to a number and noughts after its end, and its size."""
    import numpy as np

    eights = np.ndarray((len(letters) - 7,), "<u8", letters, strides=(1,))
    masks = np.array([(1 << 8 * size) - 1 for size in range(9)], np.uint64)
    told = np.zeros((_LANES + 1, len(starts)), np.uint64)
    told[0], told[_LANES] = eights[starts] & masks[np.minimum(sizes, 8)], sizes
    some = np.arange(len(starts))
    for lane in range(1, _LANES):
        some = some[sizes[some] > 8 * lane]
        told[lane, some] = eights[starts[some] + 8 * lane] & masks[np.minimum(sizes[some] - 8 * lane, 8)]
    return told


def _places(keys: "NDArray[Any]") -> "NDArray[Any]":
    """The place of each piece in the table."""
    import numpy as np

    mixed = keys[0] * np.uint64(_FACTORS[0])
    for key, factor in zip(keys[1:], _FACTORS[1:], strict=True):
        mixed ^= key * np.uint64(factor)
    mixed ^= mixed >> np.uint64(32)
    places: NDArray[Any] = ((mixed * np.uint64(_FACTORS[0])) >> np.uint64(64 - _PLACES.bit_length() + 1)).astype(
        np.int64
    )
    return places
