"""Families: the wordings of one passage, by the likeness of the whole; a shared clause alone makes no family."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from msgspec.structs import astuple

from acquis.precedents.base import Base
from acquis.precedents.kin import Judgement, Kin, Member, first_use, joined

if TYPE_CHECKING:
    from numpy.typing import NDArray


WHOLE: Final = 0.6
"""From which share of the longer text on the score makes two texts wordings of one passage: at less, formulae link half
of a corpus."""


class Pair(Struct, frozen=True):
    """Two texts that share words, told by their numbers, the lower first.

    `score` counts one for each shared word of the best stretch, less one for each between that is not; `words` are
    the shared ones. The stretch is counted in words, its end excluded; the sizes are the words of both.
    """

    a: int
    b: int
    score: int
    words: int
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a_size: int
    b_size: int


def table(pairs: Iterable[Pair]) -> "NDArray[Any]":
    """Pairs as an array with a column for each of their fields, in the order of both texts, each once."""
    import numpy as np

    columns = [(name, np.int32) for name in Pair.__struct_fields__]
    return np.unique(np.array([astuple(pair) for pair in pairs], columns))


def share(pairs: "NDArray[Any]") -> "NDArray[Any]":
    """How much of the longer text the score of each pair is."""
    import numpy as np

    shares: NDArray[Any] = pairs["score"] / np.maximum(pairs["a_size"], pairs["b_size"])
    return shares


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a family: its text, the passages that have it in the order of their days, and in how many works.

    Translations, copies and drafts of one document count as one work.
    """

    text: int
    members: tuple[Member, ...]
    works: int


@dataclass(frozen=True, slots=True)
class Family:
    """The wordings of one passage, the one that stands for it first; `members` in the order of their days.

    The wording that most works use stands for the family; of several the one that was used last, since it is what is
    agreed now. `by_year` and `by_organ` count works; None is what is not known.
    """

    address: str
    members: tuple[Member, ...]
    wordings: tuple[Wording, ...]
    works: int
    by_year: tuple[tuple[str | None, int], ...]
    by_organ: tuple[tuple[str | None, int], ...]

    @property
    def first(self) -> Member:
        """The first use held; its address is the family's."""
        return self.members[0]

    @property
    def last(self) -> Member:
        """The last dated use held; the first where none has a day."""
        return max((each for each in self.members if each.expression.day), key=_day, default=self.first)

    def claims(self, base: Base) -> tuple[str, str]:
        """Its first and its last use, each with what was searched in the same line."""
        first, last = (f"{_day(each) or 'undated'}  {each.address}" for each in (self.first, self.last))
        words = ("earliest wording held", "latest wording held") if base.few else ("first use", "last use")
        return f"{first}  {base.claim(words[0])}", f"{last}  {base.claim(words[1])}"


class Families:
    """All families, in the order of their first use; the address of any member leads to its family.

    `pairs` are those of the texts that they were made from (`table`): some share a clause over the borders of families.
    """

    def __init__(self, families: Sequence[Family], pairs: "NDArray[Any] | None" = None) -> None:
        self.all, self.pairs = tuple(families), table(()) if pairs is None else pairs
        self._by = {member.address: family for family in self.all for member in family.members}

    def of(self, address: str) -> Family | None:
        """The family of a passage; None for one that is not compared."""
        return self._by.get(address)

    def of_texts(self, addresses: Collection[str]) -> "Families":
        """Those that have a passage in one of these texts, each with all of its uses."""
        kept = (each for each in self.all if any(member.expression.address in addresses for member in each.members))
        return Families(tuple(kept), self.pairs)


def families(
    members: Iterable[Member], pairs: "NDArray[Any]", kin: Kin, judgements: Sequence[Judgement] = ()
) -> Families:
    """The families of passages; passages with the same words are always one, save where a person said otherwise.

    The same whatever the order in which members and pairs come, and whatever numbers the texts have.
    """
    held = sorted(members, key=_order)
    nodes = _nodes(held, judgements)
    labels = _labels(held, nodes, pairs[share(pairs) >= WHOLE], judgements)
    groups: defaultdict[int, list[Member]] = defaultdict(list)
    for member in held:
        groups[labels[nodes[member.address]]].append(member)
    return Families([_family(group, kin) for group in groups.values()], pairs)


def components(
    count: int, a: "NDArray[Any]", b: "NDArray[Any]", before: "NDArray[Any] | None" = None
) -> "NDArray[Any]":
    """For each of `count` numbers the lowest one that it is linked to, by whatever way round (int64).

    `before` is what held before these links came: more of them may be given at any time, with the same result as all
    at once. Cost: a few passes over the links.
    """
    import numpy as np

    found = np.arange(count)
    if before is not None:
        found[: len(before)] = before
    while True:
        one, other = found[a], found[b]
        apart = one != other
        if not apart.any():
            return found
        a, b, one, other = a[apart], b[apart], one[apart], other[apart]
        np.minimum.at(found, np.maximum(one, other), np.minimum(one, other))
        while (found != (further := found[found])).any():
            found = further


def without(found: "NDArray[Any]", gone: "NDArray[Any]", a: "NDArray[Any]", b: "NDArray[Any]") -> "NDArray[Any]":
    """What `components` gives when some numbers are gone, each then alone: only what they touched is made anew."""
    import numpy as np

    touched = np.isin(found, found[gone])
    again = found.copy()
    again[touched] = np.flatnonzero(touched)
    left = touched.copy()
    left[gone] = False
    kept = left[a] & left[b]
    return components(len(found), a[kept], b[kept], again)


def _order(member: Member) -> tuple[tuple[bool, str, str], int, str]:
    return first_use(member.expression), member.place, member.address


def _day(member: Member) -> str:
    return member.expression.day or ""


def _nodes(held: Sequence[Member], judgements: Sequence[Judgement]) -> dict[str, int]:
    """What is grouped: texts; a passage with the same words as one that it is said to differ from stands alone."""
    nodes = {member.address: member.text for member in held}
    rank = {member.address: at for at, member in enumerate(held)}
    alone = max(nodes.values(), default=0)
    for each in judgements:
        if each.relation == "different" and nodes.get(each.first, -1) == nodes.get(each.second, -2):
            alone += 1
            nodes[max(each.first, each.second, key=rank.__getitem__)] = alone
    return nodes


def _labels(
    held: Sequence[Member], nodes: Mapping[str, int], whole: "NDArray[Any]", judgements: Sequence[Judgement]
) -> dict[int, int]:
    """The group of each node: what is linked is one, save that what a person said is different is never joined."""
    import numpy as np

    said = [(j.relation, nodes[j.first], nodes[j.second]) for j in judgements if j.first in nodes and j.second in nodes]
    given = [(a, b) for relation, a, b in said if relation == "same"]
    apart = [(a, b) for relation, a, b in said if relation == "different"]
    known = np.zeros(max(nodes.values(), default=-1) + 1, bool)
    known[list(nodes.values())] = True
    inner = whole[(whole["b"] < len(known))]
    inner = inner[known[inner["a"]] & known[inner["b"]]]
    ends = np.array(given, np.int64).reshape(-1, 2)
    found = components(len(known), np.append(inner["a"], ends[:, 0]), np.append(inner["b"], ends[:, 1]))
    labels = {node: int(found[node]) for node in nodes.values()}
    split = {labels[a] for a, b in apart if labels[a] == labels[b]}
    if split:
        ranks = {nodes[member.address]: at for at, member in reversed(list(enumerate(held)))}
        groups = _parted(ranks, given, inner[np.isin(found[inner["a"]], list(split))], apart)
        labels |= {node: min(groups.get(node, {node})) for node, label in labels.items() if label in split}
    return labels


def _parted(
    ranks: Mapping[int, int],
    given: Sequence[tuple[int, int]],
    links: "NDArray[Any]",
    apart: Sequence[tuple[int, int]],
) -> dict[int, set[int]]:
    """The groups of what would be one but for a person's word: theirs first, then the most alike, by first use."""

    def places(a: int, b: int) -> list[int]:
        return sorted((ranks[a], ranks[b]))

    ends = zip(share(links).tolist(), links["a"].tolist(), links["b"].tolist(), strict=True)
    ranked = sorted(ends, key=lambda each: (-each[0], places(each[1], each[2])))
    return joined([*sorted(given, key=lambda each: places(*each)), *((a, b) for _, a, b in ranked)], apart)


def _family(members: Sequence[Member], kin: Kin) -> Family:
    def works(of: Iterable[Member]) -> int:
        return len({kin.name(member.expression) for member in of})

    by_text = {text: tuple(of) for text, of in groupby(sorted(members, key=_text), key=_text)}
    wordings = [Wording(text, tuple(sorted(of, key=_order)), works(of)) for text, of in by_text.items()]
    wordings.sort(key=lambda wording: _order(wording.members[0]))
    firsts = {kin.name(member.expression): member for member in reversed(members)}
    return Family(
        address=members[0].address,
        members=tuple(members),
        wordings=tuple(sorted(wordings, key=_stands, reverse=True)),
        works=len(firsts),
        by_year=tuple(_counted(_day(member)[:4] or None for member in firsts.values())),
        by_organ=tuple(_counted(member.expression.organ for member in firsts.values())),
    )


def _text(member: Member) -> int:
    return member.text


def _stands(wording: Wording) -> tuple[int, str]:
    return wording.works, max(map(_day, wording.members))


def _counted(values: Iterable[str | None]) -> Iterator[tuple[str | None, int]]:
    yield from sorted(Counter(values).items(), key=lambda each: (each[0] is None, each[0] or ""))
