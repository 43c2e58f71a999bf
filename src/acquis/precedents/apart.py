"""What a person told apart: such passages are no precedents of one another, however alike they are."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from acquis.model import Pinpoint
from acquis.precedents import tables
from acquis.precedents.finding import Family, Met
from acquis.precedents.kin import judgements_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sqlalchemy import Connection

    from acquis.precedents.scope import Scope


class Apart:
    """Which passages a person said are not the same, in whatever expressions of their works.

    A place is a work and the path of a part: "un:A/RES/70/1#op3". `forwards` lead from addresses that were corrected.
    """

    def __init__(self, edits: Iterable[Any] = (), forwards: Mapping[str, str] | None = None) -> None:
        self._from: defaultdict[str, set[str]] = defaultdict(set)
        for each in judgements_of(edits, forwards or {}):
            if each.relation == "different" and each.passages:
                one, other = (place_of(Pinpoint(address)) for address in (each.first, each.second))
                if one != other:  # two expressions of one passage are never precedents of one another
                    self._from[one].add(other)
                    self._from[other].add(one)

    def __bool__(self) -> bool:
        return bool(self._from)

    def others(self, place: str | None) -> frozenset[str]:
        """The places that are told apart from one."""
        return frozenset(self._from.get(place or "", ()))


def place_of(address: Pinpoint) -> str:
    """A passage without the expression that it is of: translations of one work have the same parts.

    >>> place_of(Pinpoint("un:A/RES/70/1@en-x-archive#op3"))
    'un:A/RES/70/1#op3'
    """
    return f"{address.work}#{address.part or ''}"


@dataclass(frozen=True, slots=True)
class Parted:
    """A family without what was told apart from its head; `said` are the addresses of heads that it was parted from."""

    family: Family
    said: tuple[Pinpoint, ...] = ()


class Parting:
    """Parts families of passages by what a person said, within what may be found."""

    def __init__(self, db: "Connection", scope: "Scope") -> None:
        self._db, self._scope = db, scope

    def numbers(self, place: str | None) -> Mapping[int, Pinpoint]:
        """The passages in scope that are told apart from a place: their numbers in the store, and their addresses."""
        apart = self._scope.texts.apart
        return dict(self._held(apart.others(place))) if apart else {}

    def parted(self, families: Iterable[Family], place: str | None, head: Callable[[Family], int]) -> Iterator[Parted]:
        """The families without what is told apart from `place`, and each without what is told apart from its head.

        What was taken from a family so is a family of its own, which stands behind it.
        """
        if not self._scope.texts.apart:
            yield from map(Parted, families)
            return
        own = [*self.numbers(place)]
        for family in families:
            if (left := _only(family, own, keep=False)) is not None:
                yield from self._split(left, head, ())

    def _split(self, family: Family, head: Callable[[Family], int], said: tuple[Pinpoint, ...]) -> Iterator[Parted]:
        address = self._address(head(family))
        others = [*self.numbers(place_of(address))]
        left, rest = _only(family, others, keep=False), _only(family, others, keep=True)
        yield Parted(left or family, said)
        if left is not None and rest is not None:
            yield from self._split(rest, head, (*said, address))

    def _address(self, number: int) -> Pinpoint:
        passage = tables.passages(self._db, [number])[number]
        return Pinpoint(self._scope.texts.rows[passage.reading].address).at(passage.path)

    def _held(self, places: Iterable[str]) -> Iterator[tuple[int, Pinpoint]]:
        for place in places:
            work, _, path = place.partition("#")
            for reading in self._scope.readings_of(work):
                found = (number for number, own, _ in tables.paths(self._db, [reading]) if own == path)
                yield from ((number, Pinpoint(self._scope.texts.rows[reading].address).at(path)) for number in found)


def _only(family: Family, numbers: Sequence[int], *, keep: bool) -> Family | None:
    """A family with those passages alone, or without them; None where no wording that was compared is left."""
    import numpy as np

    if not len(numbers) and not keep:
        return family
    assert family.passages is not None
    assert family.readings is not None
    met = [own for each in family.met if (own := _some(each, numbers, keep=keep)) is not None]
    if not met:
        return None
    kept = np.isin(family.passages, numbers, invert=not keep)
    wordings = len(met) if keep else family.wordings - (len(family.met) - len(met))
    return Family(met, family.runs, family.passages[kept], family.readings[kept], wordings)


def _some(met: Met, numbers: "Sequence[int] | NDArray[Any]", *, keep: bool) -> Met | None:
    import numpy as np

    kept = np.isin(met.passages, numbers, invert=not keep)
    return replace(met, passages=met.passages[kept], readings=met.readings[kept]) if kept.any() else None
