"""Who has the words of whom: what lineage is worked out from, as plain values."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from msgspec import Struct

from acquis.precedents.alignment import align
from acquis.precedents.kin import Cites, Expression, Judgement, Kin, Member, before, first_use, source
from acquis.precedents.rare_words import Rarity, stretches

if TYPE_CHECKING:
    from numpy.typing import NDArray

Keys: TypeAlias = Callable[[int], Sequence[int]]
"""The words of a text in their order, as numbers; equal numbers are equal words."""

Within: TypeAlias = tuple[str, ...] | str | None
"""A series, an organisation, or None for all."""


MOST: Final = 300
"""So many uses are asked whether one comes from the other, those next in time first: a formula has thousands."""


_Used: TypeAlias = tuple[Sequence[Member], Sequence[tuple[bool, str]]]
"""Passages in the order of their first use, and what they are sorted by."""

_NONE: Final[_Used] = ((), ())


class Shared(Struct, frozen=True, gc=False):
    """A text that shares words with one that was asked about: the stretch in the one, and in the other."""

    text: int
    score: int
    words: int
    own: tuple[int, int]
    other: tuple[int, int]
    size: int
    other_size: int

    @property
    def share(self) -> float:
        """How much of the longer text the score is."""
        return self.score / max(self.size, self.other_size)

    def turned(self, text: int) -> "Shared":
        """The same as the other one sees it: `text` is the one that was asked about."""
        return Shared(text, self.score, self.words, self.other, self.own, self.other_size, self.size)


class Carried(Struct, frozen=True, gc=False):
    """What a text has of the words that were asked about in another one, `asked`: the places of words in both.

    `places` has for each of them that is left its place among the words of `asked`, and where it stands in `text`.
    """

    asked: int
    text: int
    places: Mapping[int, int]

    def __len__(self) -> int:
        return len(self.places)


def _nothing_cited(_address: str, _work: str) -> bool:
    return False


class Reuse:
    """Who has the words of whom: passages, the pairs of their texts, which texts are one document, what people said.

    `keys` gives the words of a text.
    """

    def __init__(
        self,
        members: Iterable[Member],
        pairs: "NDArray[Any]",
        kin: Kin,
        *,
        keys: Keys,
        cites: Cites = _nothing_cited,
        judgements: Sequence[Judgement] = (),
        rarity: Rarity | None = None,
    ) -> None:
        self.kin, self.cites, self.rarity, self.keys = kin, cites, rarity, keys
        self._members: defaultdict[int, list[Member]] = defaultdict(list)
        self._passages: defaultdict[str, list[Member]] = defaultdict(list)
        for each in sorted(members, key=lambda each: (first_use(each.expression), each.place)):
            self._members[each.text].append(each)
            self._passages[each.expression.address].append(each)
        self._pairs, self._by_b = pairs, pairs["b"].argsort(kind="stable")
        self._ends = [_ends(pairs["a"]), _ends(pairs["b"][self._by_b])]
        texts = (each.expression for of in self._members.values() for each in of)
        self._texts = {each.address: each for each in sorted(texts, key=first_use)}
        self._series = _by_series(self._texts.values())
        self._grouped: dict[int, Mapping[Within, _Used]] = {}
        self._weighed: tuple[int, Sequence[float]] | None = None
        self._stands: dict[str, tuple[Sequence[Within], tuple[bool, str]]] = {}
        told = (judgement for judgement in judgements if judgement.relation == "different")
        self._different = {frozenset((_place(each.first), _place(each.second))) for each in told}

    @property
    def texts(self) -> Sequence[Expression]:
        """All texts that have passages, in the order of their days."""
        return tuple(self._texts.values())

    def passages(self, address: str) -> Sequence[Member]:
        """The passages of a text in reading order."""
        return self._passages.get(address, ())

    def members(self, text: int, within: Within = None) -> Sequence[Member]:
        """The passages that have just these words, the first use first: all, or those of a series or organisation."""
        return self._within(text).get(within, _NONE)[0]

    def until(self, text: int, own: Expression) -> Iterator[Iterator[Member]]:
        """Of these the last few that are no later than another text, the last use first; undated ones are the latest.

        Those of its series, then those of its organisation, then all; a scope without any is passed over.
        """
        scopes, end = self._standing(own)
        used = self._within(text)
        for members, days in (used[within] for within in scopes if within in used):
            if last := bisect_right(days, end):
                yield (members[at] for at in range(last - 1, max(-1, last - 1 - MOST), -1))

    def since(self, text: int, day: str | None) -> Sequence[Member]:
        """Of all of them the first few of that day or a later one."""
        members = self._members.get(text, ())
        first = bisect_left(members, _by_day(day), key=lambda each: _by_day(each.expression.day))
        return members[first : first + MOST]

    def previous(self, expression: Expression) -> Sequence[Expression]:
        """The text of its series that came before it, as far as it is one: in its language, whatever its versions."""
        return self._neighbours(expression, later=False)

    def following(self, expression: Expression) -> Sequence[Expression]:
        """The text of its series that came after it, in the same way."""
        return self._neighbours(expression, later=True)

    def near(self, member: Member) -> Iterator[Shared]:
        """The texts that share words with a passage, its own first."""
        yield _itself(member)
        yield from (_shared(row, member.text) for row in self._pairs_of(member.text))

    def above(self, member: Member, score: int) -> Iterator[Shared]:
        """Of these the texts that share more than that, what shares most first; the others cost nothing."""
        if member.size > score:
            yield _itself(member)
        found = (row for of in self._stretches(member.text) for row in of[of["score"] > score].tolist())
        yield from sorted((_shared(row, member.text) for row in found), key=lambda each: (-each.score, each.text))

    def met(self, members: Sequence[Member], texts: Collection[int]) -> Iterator[tuple[Member, Shared]]:
        """Of what `near` gives for each of some passages the texts that are among these; the others cost nothing."""
        rows: defaultdict[int, list[tuple[int, ...]]] = defaultdict(list)
        for own, found in enumerate(self._pairs_among({each.text for each in members}, texts)):
            for row in found:
                rows[row[own]].append(row)
        for each in members:
            if each.text in texts:
                yield each, _itself(each)
            yield from ((each, _shared(row, each.text)) for row in rows[each.text])

    def carried(self, held: Carried, text: int) -> Carried:
        """What another text has of the words asked about that this one still has: word by word, and what moved."""
        if text == held.text:
            return held
        found = align(list(self.keys(held.text)), list(self.keys(text)))
        blocks = (*found.blocks, *found.moved)
        there = {block.a + at: block.b + at for block in blocks for at in range(block.size)}
        return Carried(held.asked, text, {at: there[here] for at, here in held.places.items() if here in there})

    def at_most(self, held: Carried, text: int) -> Carried:
        """No less than what is carried: the words that the other text has anywhere. A fortieth of the cost."""
        own, there = self.keys(held.text), set(self.keys(text))
        return Carried(held.asked, text, {at: here for at, here in held.places.items() if own[here] in there})

    def weight(self, text: int, places: Iterable[int]) -> float:
        """What the words of a text at those places weigh together; one each where nothing is known of rarity."""
        weights = self._weights(text)
        return sum(weights[at] for at in places)

    def _weights(self, text: int) -> Sequence[float]:
        """What each word of a text weighs; that of the last text is kept, for a line asks for the same all the way."""
        if self._weighed is None or self._weighed[0] != text:
            keys = self.keys(text)
            self._weighed = text, self.rarity.at(keys) if self.rarity else [1.0] * len(keys)
        return self._weighed[1]

    def parted(self, first: Member, second: Member) -> bool:
        """Whether a person said that the two are not the same passage, of whatever expressions of their works."""
        return bool(self._different) and frozenset((_place(first.address), _place(second.address))) in self._different

    def may(self, first: Member, second: Member) -> bool:
        """Whether the one may be where the other comes from, as far as documents, days and people's word go."""
        return not self.parted(first, second) and source(first.expression, second.expression, self.kin, self.cites)

    def _pairs_of(self, text: int) -> Iterator[tuple[int, ...]]:
        for found in self._stretches(text):
            yield from found.tolist()

    def _stretches(self, text: int) -> "Iterator[NDArray[Any]]":
        """The pairs in which a text stands first, and those in which it stands second."""
        for of, ends in zip((None, self._by_b), self._ends, strict=True):
            first, last = ends[text : text + 2].tolist() if text < len(ends) - 1 else (0, 0)
            yield self._pairs[slice(first, last) if of is None else of[first:last]]

    def _pairs_among(self, texts: Collection[int], others: Collection[int]) -> Iterator[list[tuple[int, ...]]]:
        """The pairs of some texts with some others: those that stand first in them, and those that stand second."""
        import numpy as np

        own = np.array(sorted(texts), np.int64)
        wanted = np.zeros(max(*texts, *others, *(len(ends) for ends in self._ends), 0) + 1, bool)
        wanted[list(others)] = True
        for of, ends, other in zip((None, self._by_b), self._ends, ("b", "a"), strict=True):
            known = own[own < len(ends) - 1]
            at = stretches(ends[known], ends[known + 1])
            at = at if of is None else of[at]
            yield self._pairs[at[wanted[self._pairs[other][at]]]].tolist()

    def _standing(self, own: Expression) -> tuple[Sequence[Within], tuple[bool, str]]:
        """The scopes of a text, the nearest first, and what passages until its day are sorted before."""
        if (held := self._stands.get(own.address)) is None:
            known: list[Within] = [own.series, own.organisation]
            scopes = (*(each for each in known if each), None)
            end = (own.day is None, f"{own.day or ''}~")  # a month is behind all of its days
            held = self._stands[own.address] = scopes, end
        return held

    def _within(self, text: int) -> Mapping[Within, _Used]:
        if (held := self._grouped.get(text)) is None:
            held = self._grouped[text] = _by_scope(self._members.get(text, ()))
        return held

    def _neighbours(self, expression: Expression, *, later: bool) -> Sequence[Expression]:
        held = self._series.get((expression.series, base_language(expression.language)), ())
        ordered = held if later else held[::-1]
        beside = [(expression.day, each.day) if later else (each.day, expression.day) for each in ordered]
        first = next((at for at, days in enumerate(beside) if before(*days)), len(ordered))
        next_day = [each for each in ordered[first:] if each.day == ordered[first].day]
        return next_day if len({self.kin.name(each) for each in next_day}) == 1 else ()


def _itself(member: Member) -> Shared:
    whole = (0, member.size)
    return Shared(member.text, member.size, member.size, whole, whole, member.size, member.size)


def _shared(row: tuple[int, ...], text: int) -> Shared:
    """A pair as one of its texts sees it."""
    a, b, score, words, a_start, a_end, b_start, b_end, a_size, b_size = row
    one, other = (a_start, a_end), (b_start, b_end)
    if a == text:
        return Shared(b, score, words, one, other, a_size, b_size)
    return Shared(a, score, words, other, one, b_size, a_size)


def _place(address: str) -> str:
    """A passage without the expression that it is of: translations of one work have the same parts.

    >>> _place("un:A/RES/70/1@en-x-archive#op3")
    'un:A/RES/70/1#op3'
    """
    text, mark, part = address.partition("#")
    return f"{text.partition('@')[0]}{mark}{part}"


def _ends(texts: "NDArray[Any]") -> "NDArray[Any]":
    """Where the pairs of each text begin, in order; the last one is where the last text's end."""
    import numpy as np

    return np.searchsorted(texts, np.arange(int(texts[-1]) + 2 if len(texts) else 1, dtype=texts.dtype))


def _by_day(day: str | None) -> tuple[bool, str]:
    return day is None, day or ""


def _by_scope(members: Sequence[Member]) -> Mapping[Within, _Used]:
    found: defaultdict[Within, list[Member]] = defaultdict(list)
    for each in members:
        series, organisation = each.expression.series, each.expression.organisation
        for within in (None, organisation, series) if series else (None, organisation) if organisation else (None,):
            found[within].append(each)
    return {within: (held, [_by_day(each.expression.day) for each in held]) for within, held in found.items()}


def _by_series(texts: Iterable[Expression]) -> Mapping[tuple[object, ...], Sequence[Expression]]:
    """The agreed texts of each series in a language, in the order of their days; they are given in that order."""
    found: defaultdict[tuple[object, ...], list[Expression]] = defaultdict(list)
    for each in texts:
        if each.series is not None and each.day is not None and not each.draft:
            found[each.series, base_language(each.language)].append(each)
    return found


def base_language(tag: str) -> str:
    """The language of a tag, without what stands behind it: translations of one text into it are compared with it.

    >>> base_language("en-x-archive")
    'en'
    """
    return tag.partition("-")[0]
