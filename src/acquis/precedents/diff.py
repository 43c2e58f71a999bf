"""What differs between two wordings of a passage, word by word, as a diplomat reads it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from msgspec import Struct

from acquis.languages import languages
from acquis.model.span import Span
from acquis.precedents.alignment import Block, align, common, joined
from acquis.precedents.words import Words, keys_of, words_of

Kind = Literal["same", "spelled", "marks", "replaced", "dropped", "added", "moved"]


class Run(Struct, frozen=True):
    """A stretch of the older text, of the newer, or of both, and what became of it.

    "same" words may stand with other blanks; "spelled" is the same word in another spelling, with another hyphen or
    case; of "marks" only punctuation or quotation marks differ. Words that "moved" are two runs with one number
    `pair`: the one stands where they were, the other where they are.
    """

    kind: Kind
    older: Span | None
    newer: Span | None
    pair: int | None = None


@dataclass(frozen=True, slots=True)
class Diff:
    """Two texts and the runs they are made of: in order, the older spans make the one and the newer the other."""

    older: str
    newer: str
    runs: tuple[Run, ...]

    @property
    def changes(self) -> tuple[Run, ...]:
        """The runs that differ in more than spelling and marks."""
        return tuple(run for run in self.runs if run.kind not in _FOLDED)

    def folded(self) -> "Diff":
        """The same without what makes no difference: other spellings and other marks count as the same."""
        runs = (Run("same", run.older, run.newer) if run.kind in _FOLDED else run for run in self.runs)
        return Diff(self.older, self.newer, tuple(_merged(runs)))


_FOLDED: Final = ("same", "spelled", "marks")

Piece = Literal["same", "dropped", "added", "moved"]

MARKS: Final[dict[Piece, tuple[str, str]]] = {
    "same": ("", ""),
    "dropped": ("[-", "-]"),
    "added": ("{+", "+}"),
    "moved": ("<~", "~>"),
}
"""How a piece is marked where there is nothing but letters: as wdiff does."""


def pieces(diff: Diff) -> Iterator[tuple[str, Piece]]:
    """The later wording as it runs, with what the earlier one had in its place; spelling and marks of the later."""
    for run in diff.folded().runs:
        older = run.older.of(diff.older) if run.older else ""
        newer = run.newer.of(diff.newer) if run.newer else ""
        if run.kind in ("same", "moved"):
            yield newer or older, "same" if run.kind == "same" else "moved"
            continue
        if older:
            yield older, "dropped"
        if newer:
            yield newer, "added"


def marked(words: str, kind: Piece) -> tuple[str, str, str]:
    """A piece between its marks: the blanks before, the words with their marks, the blanks after.

    >>> marked(" at once ", "added")
    (' ', '{+at once+}', ' ')
    """
    bare = words.strip()
    if not bare or kind == "same":
        return "", words, ""
    at = words.index(bare)
    start, end = MARKS[kind]
    return words[:at], f"{start}{bare}{end}", words[at + len(bare) :]


def compare(older: str, newer: str) -> Diff:
    """The runs of an older and a newer wording, with the words that both have in order, and those that moved.

    A small word that both share by chance between two changes belongs to the change. Cost: that of an alignment, and
    at most some seconds for texts of a hundred thousand words that share nothing.

    >>> [(run.kind, run.newer and run.newer.of("shall act at once"))
    ...     for run in compare("should act promptly", "shall act at once").runs]
    [('replaced', 'shall '), ('same', 'act '), ('replaced', 'at once')]
    """
    a, b = words_of(older), words_of(newer)
    blocks, moved = _blocks(a, b)
    sides = _Side(older, a), _Side(newer, b)
    runs = [*_before(*sides), *_runs(*sides, blocks, moved)]
    return Diff(older, newer, tuple(_merged(runs)))


class _Side(Struct, frozen=True):
    """A text with its words; each word has the blanks and marks after it."""

    text: str
    words: Words

    def starts(self, word: int) -> int:
        """Where a word starts; the end of the text after the last."""
        return self.words.places[word][0] if word < len(self.words) else len(self.text)

    def span(self, start: int, end: int) -> Span | None:
        """The stretch of some words with what follows each; None for no words."""
        return Span(self.starts(start), self.starts(end)) if start < end else None


def _blocks(a: Words, b: Words) -> tuple[list[Block], list[Block]]:
    """The words that both have in order, over the whole of both texts, and those that moved."""
    if a.texts == b.texts:
        return [Block(0, 0, len(a))] if len(a) else [], []
    keys = keys_of(a.texts).tolist(), keys_of(b.texts).tolist()
    found = align(*keys)
    chain, moved = _ordered(found.blocks, found.moved)
    one, other = _unmoved(*keys, moved)
    filled = []
    last = Block(0, 0, 0)
    for block in (*chain, Block(len(a), len(b), 0)):
        gap = one[last.a_end : block.a], other[last.b_end : block.b]
        filled += [*common(*gap, last.a_end, last.b_end, most=_MOST_CELLS), block]
        last = block
    return _cleaned((block for block in filled if block.size), a, b), moved


def _ordered(blocks: Iterable[Block], moved: Iterable[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks with those of the moved that stand in their order too, and the rest of the moved, longest first."""
    chain, rest = [block for block in blocks if block.size], []
    for block in moved:
        before = sum(other.a_end <= block.a for other in chain)
        if all(other.b_end <= block.b for other in chain[:before]) and all(
            block.b_end <= other.b and block.a_end <= other.a for other in chain[before:]
        ):
            chain.insert(before, block)
        else:
            rest.append(block)
    return chain, rest


def _unmoved(a: Sequence[int], b: Sequence[int], moved: Iterable[Block]) -> tuple[list[int], list[int]]:
    """The words as numbers, those that moved as numbers that no other word has."""
    one, other = list(a), list(b)
    for block in moved:
        one[block.a : block.a_end] = [-2 * at - 1 for at in range(block.a, block.a_end)]
        other[block.b : block.b_end] = [-2 * at - 2 for at in range(block.b, block.b_end)]
    return one, other


_MOST_CELLS: Final = 100_000_000


def _cleaned(blocks: Iterable[Block], a: Words, b: Words) -> list[Block]:
    """The blocks without those that are shared by chance: small words, or one character, between two changes."""
    kept = joined(blocks)
    while True:
        chance = {at for at in range(len(kept)) if _by_chance(kept, at, a, b)}
        if not chance:
            return kept
        kept = joined(block for at, block in enumerate(kept) if at not in chance)


_SMALL: Final = 2


def _by_chance(blocks: Sequence[Block], at: int, a: Words, b: Words) -> bool:
    """Whether a block has no word of substance, and stands between changes of more words on one side or the other."""
    block = blocks[at]
    if _weight(a.texts[block.a : block.a_end]) >= _SMALL:
        return False
    before = blocks[at - 1] if at else Block(0, 0, 0)
    after = blocks[at + 1] if at + 1 < len(blocks) else Block(len(a), len(b), 0)
    ahead = max(block.a - before.a_end, block.b - before.b_end)
    behind = max(after.a - block.a_end, after.b - block.b_end)
    return min(ahead, behind) >= 1 and ahead + behind > 2 * block.size


def _weight(words: Sequence[str]) -> float:
    """How much words say: a word of substance two, a small word two thirds, a character of a dense script one."""
    return sum(2 / 3 if word in _small_words() else 2 if len(word) > 1 or word.isascii() else 1 for word in words)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for entry in languages() for word in words_of(" ".join(entry.stopwords)).texts)


def _before(a: _Side, b: _Side) -> Iterator[Run]:
    """What stands before the first word of both texts."""
    one, other = a.text[: a.starts(0)], b.text[: b.starts(0)]
    if one or other:
        yield _between(one, other, 0, 0)


def _runs(a: _Side, b: _Side, blocks: Sequence[Block], moved: Sequence[Block]) -> Iterator[Run]:
    last = Block(0, 0, 0)
    for block in (*blocks, Block(len(a.words), len(b.words), 0)):
        yield from _changed(a, b, (last.a_end, block.a), (last.b_end, block.b), moved)
        for at in range(block.size):
            yield from _shared(a, b, block.a + at, block.b + at)
        last = block


def _shared(a: _Side, b: _Side, at: int, other: int) -> Iterator[Run]:
    """A word that both have, and what follows it."""
    (a_start, a_end), (b_start, b_end) = a.words.places[at], b.words.places[other]
    spelled = a.text[a_start:a_end] != b.text[b_start:b_end]
    yield Run("spelled" if spelled else "same", Span(a_start, a_end), Span(b_start, b_end))
    after, beside = a.text[a_end : a.starts(at + 1)], b.text[b_end : b.starts(other + 1)]
    if after or beside:
        yield _between(after, beside, a_end, b_end)


def _between(one: str, other: str, a_start: int, b_start: int) -> Run:
    """What stands between words; other blanks make no difference."""
    kind: Kind = "same" if one.split() == other.split() else "marks"
    return Run(kind, Span(a_start, a_start + len(one)), Span(b_start, b_start + len(other)))


class _Piece(Struct, frozen=True):
    """Some words of one side of a change; `pair` is the number of those that moved."""

    start: int
    end: int
    pair: int | None = None


def _changed(a: _Side, b: _Side, in_a: tuple[int, int], in_b: tuple[int, int], moved: Sequence[Block]) -> Iterator[Run]:
    """The words between two blocks: what replaces what, what was dropped, added or moved."""
    ones = _pieces(*in_a, [(block.a, block.a_end) for block in moved])
    others = _pieces(*in_b, [(block.b, block.b_end) for block in moved])
    while ones or others:
        while ones and ones[0].pair is not None:
            yield Run("moved", a.span(ones[0].start, ones[0].end), None, ones.pop(0).pair)
        while others and others[0].pair is not None:
            yield Run("moved", None, b.span(others[0].start, others[0].end), others.pop(0).pair)
        one = ones.pop(0) if ones else None
        other = others.pop(0) if others else None
        if one or other:
            older = a.span(one.start, one.end) if one else None
            newer = b.span(other.start, other.end) if other else None
            yield Run("replaced" if older and newer else "dropped" if older else "added", older, newer)


def _pieces(start: int, end: int, moved: Sequence[tuple[int, int]]) -> list[_Piece]:
    """The words from `start` to `end`, cut where some of them moved."""
    found: list[_Piece] = []
    for first, last, pair in sorted((first, last, pair) for pair, (first, last) in enumerate(moved)):
        if start <= first and last <= end:
            if start < first:
                found.append(_Piece(start, first))
            found.append(_Piece(first, last, pair))
            start = last
    return [*found, _Piece(start, end)] if start < end else found


def _merged(runs: Iterable[Run]) -> list[Run]:
    """The runs, neighbours that are the same in both made one."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and last.kind == run.kind == "same":
            found[-1] = Run("same", _spanned(last.older, run.older), _spanned(last.newer, run.newer))
        else:
            found.append(run)
    return found


def _spanned(one: Span | None, other: Span | None) -> Span | None:
    return Span(one.start, other.end) if one and other else one or other
