"""What became of the passages of one text in another: carried, adapted, split, merged, moved."""

import enum
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from acquis.precedents.families import WHOLE
from acquis.precedents.kin import Member
from acquis.precedents.rare_words import Rarity
from acquis.precedents.reuse import Reuse, Shared
from acquis.precedents.succession_likely import likely

_NEARLY: Final = 0.9
"""A passage that has so much of its words from another has hardly any of its own."""

PART: Final = 1 / 3
"""A passage that is less of a longer one is a clause of it."""

_ALIKE: Final = 0.5


class Kind(enum.StrEnum):
    """What became of an earlier passage in a later text."""

    CARRIED = "carried"  # the same words
    ADAPTED = "adapted"  # the same passage in changed words
    SHORTENED = "shortened"  # what is left has the earlier words
    EXTENDED = "extended"  # the earlier words, and more
    SPLIT = "split"  # its words stand in several passages of the later text
    MERGED = "merged"  # several passages of the earlier text stand in it
    CLAUSE = "clause"  # a part of a passage in a part of another
    REWORDED = "reworded"  # nearly no run of words, but the same rare ones: perhaps the same subject


class Edge(Struct, frozen=True, gc=False):
    """An earlier passage and a later one that has words of it. The spans are words, end excluded.

    `moved` is whether it stands in another order than what was carried with it. `tied` is whether another text of the
    same day has as good a claim to be the source.
    """

    earlier: Member
    later: Member
    kind: Kind
    score: int
    words: int
    earlier_span: tuple[int, int]
    later_span: tuple[int, int]
    moved: bool = False
    tied: bool = False


def succession(earlier: Sequence[Member], later: Sequence[Member], reuse: Reuse) -> tuple[Edge, ...]:
    """What became of the passages of one text in another, in the order of the later one.

    Of passages that share words the most alike are taken first; each word has one source and one successor. What is
    left is compared by rare words, where the reuse knows how rare they are. A later passage may say in its own words
    what several earlier ones said: those that are less like it than the first stand at the end.
    """
    chosen = _chosen(_shared(earlier, later, reuse))
    if reuse.rarity is None:
        return tuple(_told(chosen))
    first, further = (
        [found for found in of if not reuse.parted(found[0], found[1])]
        for of in _reworded(earlier, later, chosen, reuse.rarity)
    )
    return *_told([*chosen, *first]), *(edge_of(*each) for each in further)


_Found: TypeAlias = tuple[Member, Member, Shared]
"""An earlier passage, a later one, and what they share: `own` is of the later one."""


def _shared(earlier: Sequence[Member], later: Sequence[Member], reuse: Reuse) -> Iterator[_Found]:
    by_text: defaultdict[int, list[Member]] = defaultdict(list)
    for each in earlier:
        by_text[each.text].append(each)
    for each, shared in reuse.met(later, by_text):
        yield from ((one, each, shared) for one in by_text[shared.text] if not reuse.parted(one, each))


def _chosen(found: Iterable[_Found]) -> list[_Found]:
    """The most alike first, as long as at least half of the words on both sides are not taken."""
    chosen: list[_Found] = []
    taken: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for one, other, shared in sorted(found, key=_alike):
        if _open(taken[one.address], shared.other) and _open(taken[other.address], shared.own):
            taken[one.address].append(shared.other)
            taken[other.address].append(shared.own)
            chosen.append((one, other, shared))
    return chosen


def _alike(found: _Found) -> tuple[bool, float, int, int, int, int]:
    one, other, shared = found
    return (one.text != other.text, -shared.share, -shared.score, abs(one.place - other.place), other.place, one.place)


def _open(taken: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether at least half of the words of a stretch are in none of those."""
    if not taken:
        return True
    words = set(range(*span))
    return 2 * len(words.difference(*(range(*each) for each in taken))) >= len(words)


def _reworded(
    earlier: Sequence[Member], later: Sequence[Member], chosen: Sequence[_Found], rarity: Rarity
) -> tuple[list[_Found], list[_Found]]:
    """Passages with the same rare words: of what no chosen one accounts for, the most alike (cosine of the weights).

    Each earlier passage has one successor. The first are those that no earlier one had yet; the others come apart.
    """
    import numpy as np

    sides = [{each.address: at for at, each in enumerate(of)} for of in (earlier, later)]
    links = [(sides[0][one.address], sides[1][other.address]) for one, other, _ in chosen]
    linked = [{pair[side] for pair in links} for side in (0, 1)]
    alone = [np.array([at not in linked[side] for at in range(len(sides[side]))], bool) for side in (0, 1)]
    one, other = (rarity.passages([each.text for each in of]) for of in (earlier, later))
    left = one.less(other, links), other.less(one, [(b, a) for a, b in links])
    first: list[_Found] = []
    further: list[_Found] = []
    taken: set[str] = set()
    alike = [(likeness, earlier[a], later[b], common) for likeness, a, b, common in likely(*left, (alone[0], alone[1]))]
    for _, old, new, common in sorted(alike, key=lambda each: (-each[0], each[1].place, each[2].place)):
        if old.address not in taken:
            shared = Shared(old.text, 0, common, (0, new.size), (0, old.size), new.size, old.size)
            (further if new.address in taken else first).append((old, new, shared))
            taken |= {old.address, new.address}
    return first, further


def _told(chosen: Sequence[_Found]) -> Iterator[Edge]:
    """Each with its kind, and whether it moved."""
    sources = Counter(other.address for _, other, _ in chosen)
    successors = Counter(one.address for one, _, _ in chosen)
    ordered = sorted(chosen, key=lambda found: (found[1].place, found[0].place))
    stayed = _in_order([one.place for one, _, _ in ordered])
    for at, (one, other, shared) in enumerate(ordered):
        kind = kind_of(one, other, shared)
        if successors[one.address] > 1 and kind is not Kind.CARRIED:
            kind = Kind.SPLIT
        elif sources[other.address] > 1 and kind is not Kind.CARRIED:
            kind = Kind.MERGED
        yield Edge(one, other, kind, shared.score, shared.words, shared.other, shared.own, moved=at not in stayed)


def edge_of(one: Member, other: Member, shared: Shared) -> Edge:
    """An earlier passage and a later one, told without the rest of their texts."""
    return Edge(one, other, kind_of(one, other, shared), shared.score, shared.words, shared.other, shared.own)


def kind_of(one: Member, other: Member, shared: Shared) -> Kind:
    """What two passages are to one another, whatever else stands in their texts."""
    of_one, of_other = shared.words / one.size, shared.words / other.size
    if one.text == other.text:
        return Kind.CARRIED
    if not shared.score:
        return Kind.REWORDED
    if of_other >= _NEARLY > of_one >= PART:
        return Kind.SHORTENED
    if of_one >= _NEARLY > of_other >= PART:
        return Kind.EXTENDED
    alike = shared.share >= WHOLE or 2 * shared.words >= _ALIKE * (one.size + other.size)
    return Kind.ADAPTED if alike else Kind.CLAUSE


def _in_order(places: Sequence[int]) -> set[int]:
    """Which of them stay when the fewest are taken out for the rest to rise (patience sorting)."""
    tails: list[int] = []
    last: list[int] = []
    link: list[int] = []
    for at, place in enumerate(places):
        pile = bisect_right(tails, place)
        link.append(last[pile - 1] if pile else -1)
        tails[pile : pile + 1] = [place]
        last[pile : pile + 1] = [at]
    at, kept = (last[-1] if last else -1), set()
    while at >= 0:
        kept.add(at)
        at = link[at]
    return kept
