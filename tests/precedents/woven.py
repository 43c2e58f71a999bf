"""Texts of our own making as lineage sees them: passages, and the pairs of those that share words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from acquis.precedents.alignment import align
from acquis.precedents.families import Pair, table
from acquis.precedents.kin import Expression, Judgement, Kin, Member, copies_of, kin_of
from acquis.precedents.lineage import Lines
from acquis.precedents.rare_words import Rarity
from acquis.precedents.reuse import Reuse
from acquis.precedents.words import keys_of, words_of


@dataclass(frozen=True, slots=True)
class Woven:
    """Passages and pairs as plain values, and the words of each text as numbers."""

    members: tuple[Member, ...]
    pairs: Any
    keys: tuple[tuple[int, ...], ...]

    @property
    def expressions(self) -> tuple[Expression, ...]:
        return tuple({member.expression.address: member.expression for member in self.members}.values())

    def kin(self, *judgements: Judgement) -> Kin:
        return kin_of(self.expressions, judgements, copies_of(self.members))

    def lines(self, *judgements: Judgement, **how: Any) -> Lines:
        kin = self.kin(*judgements)
        how = {"judgements": judgements, "rarity": Rarity(self.keys), "keys": self.keys.__getitem__, **how}
        return Lines(Reuse(self.members, self.pairs, kin, **how))

    def member(self, address: str) -> Member:
        return next(member for member in self.members if member.address == address)


Written = tuple[Expression, tuple[str, ...]]


def written(work: str, *paragraphs: str, language: str = "en", **record: Any) -> Written:
    """A text of the sample organisation's heads of State with those paragraphs; its work begins with its day."""
    day = work.partition(":")[2].partition("/")[0]
    known = {"organisation": work.partition(":")[0], "organ": "CHS", "kind": "declaration", "day": day, **record}
    return Expression(f"{work}@{language}", work, language, **known), paragraphs


def woven(*texts: Written) -> Woven:
    """The passages of those texts, p1, p2 …, and every pair that shares enough."""
    numbers: dict[tuple[int, ...], int] = {}
    members = []
    for expression, paragraphs in texts:
        for at, words in enumerate(paragraphs, 1):
            keys = tuple(keys_of(words_of(words).texts).tolist())
            number = numbers.setdefault(keys, len(numbers))
            members.append(Member(f"{expression.address}#p{at}", number, at, len(keys), expression))
    return Woven(tuple(members), table(paired(list(numbers))), tuple(numbers))


def paired(keys: Sequence[Sequence[int]]) -> list[Pair]:
    """The pairs of texts that share eight words, or three quarters of the shorter one."""
    found = []
    for a, b in combinations(range(len(keys)), 2):
        met = align(keys[a], keys[b])
        if met.blocks and met.score >= min(8, 0.75 * min(len(keys[a]), len(keys[b]))):
            first, last = met.blocks[0], met.blocks[-1]
            words = sum(block.size for block in met.blocks)
            spans = (first.a, last.a_end, first.b, last.b_end)
            found.append(Pair(a, b, met.score, words, *spans, len(keys[a]), len(keys[b])))
    return found
