"""How precedents are found: candidates, alignment word by word, families, and one row for each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.precedents.alignment import Alignment, aligned, same_words
from acquis.precedents.candidates import FEW, MOST, Candidate, candidates
from acquis.precedents.grams import TRIPLE, grams
from acquis.precedents.index import View
from acquis.precedents.ordered import begins
from acquis.precedents.scope import Scope
from acquis.precedents.segment import Segment
from acquis.precedents.words import Words, keys_of, marks_of, plain_of, slotted

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ENOUGH: Final = 8
"""Words in a row, less those between, that make a precedent; of shorter passages three quarters of the words."""

_SHARE: Final = 0.75
_FEWEST: Final = 3

_RUN: Final = 5
_NEAR: Final = 3
_HALF: Final = 0.5
"""Where nothing has enough, the nearest few are given that share at least five words in a row, or half of all words."""

FAMILY: Final = 0.65
"""Two rows are of one family where the words they share, in order, are so much of the longer one."""

_PAGE: Final = 10
_DEEP: Final = 3
"""For each row that is wanted beyond a page so many more texts are compared."""

_SEARCHING: Final = 5
"""A larger answer also looks further into each stretch of the query: ten texts for fifty rows."""

_NEW: Final = 5
"""So many words of the query that no row before answers bring a row to the front."""

_LITTLE: Final = 0.3
"""What shares less than this of the shorter side, and answers nothing new, is a clause among others: it is counted."""

_MANY: Final = 6
"""A family of so many wordings may have more: then all of them are counted, not only those compared word by word."""

_LIKELY: Final = 0.45
_PERHAPS: Final = 0.1
"""Runs of three words that two passages share, of the longer one's: from `_LIKELY` on they are of one family without
further question, under `_PERHAPS` they are not; between the two they are aligned where it matters."""

_ASKED_OF: Final = 48
"""So many runs of a wording say which texts are alike: of longer ones a sample."""

_OFTEN: Final = 0.3
"""The share of those runs, the most frequent ones, that are looked up last."""

_SPARSE: Final = 3
"""Postings that are fewer than a text in so many are counted by sorting them, others by an array of all texts."""

_CELLS: Final = 25_000_000
"""Passages of more words times words than this are told by those runs alone: a whole book in one paragraph."""


@dataclass(slots=True)
class Met:
    """A wording that shares enough words with the query: its words as numbers, and the passages that have them."""

    keys: "NDArray[Any]"
    alignment: Alignment
    same: bool
    enough: bool
    passages: "NDArray[Any]"
    readings: "NDArray[Any]"


class Runs(Struct, frozen=True):
    """Which runs of three words a wording has, of all that an answer has met: a bit for each, and how many."""

    bits: int
    size: int

    def overlap(self, other: "Runs") -> float:
        """The runs that both have, of the larger one's."""
        return (self.bits & other.bits).bit_count() / max(self.size, other.size, 1)


@dataclass(slots=True)
class Family:
    """Wordings of one passage; the first is the one that comes nearest to the query.

    `passages` and `readings` are all its uses, those too whose wordings were not compared with the query.
    """

    met: list[Met]
    runs: "Runs"
    passages: "NDArray[Any] | None" = None
    readings: "NDArray[Any] | None" = None
    wordings: int = 0

    @property
    def best(self) -> Met:
        """The wording that stands for the family."""
        return self.met[0]


@dataclass(frozen=True, slots=True)
class Answer:
    """Families, the best first, and for each run of three words of the query in how many texts it stands.

    `more` counts the families that share no more than a clause which others before them share too.
    """

    families: list[Family]
    more: int
    counts: "NDArray[Any]"


def answer(view: View, scope: Scope, text: str, words: Words, *, limit: int) -> Answer:
    """The families of passages that share words with a text, at most `limit` of them."""
    keys, plain, marks = keys_of(words.texts), plain_of(words.texts), marks_of(text, words)
    found = candidates(
        view.segments,
        plain,
        slotted(plain, marks),
        open_to=scope.open_to,
        most=MOST + _DEEP * max(0, limit - _PAGE),
        few=max(FEW, limit // _SEARCHING),
    )
    # A formula is part of so many texts that those with just its words might not be among the best.
    same = [Candidate(at, text, 0) for at, each in enumerate(view.segments) for text in each.same(keys)]
    asked = _Asked(keys, marks, grain(words))
    met = _distinct(_met(view, scope, asked, [*found.texts, *same]))
    met.sort(key=lambda each: _rank(each, len(words)))
    met = [each for each in met if each.enough] or met[:_NEAR]
    ordered, more = _broad_first(_families(met), asked)
    families = _apart(ordered, limit)
    for family in families:
        _count(family, view, scope)
    return Answer(families, len(more), found.counts)


class _Asked:
    """The words of the query as numbers, as they are and with names aside; `grain` is how many make one of English."""

    def __init__(self, keys: "NDArray[Any]", marks: "NDArray[Any]", grain: float) -> None:
        self.keys: list[int] = keys.tolist()
        self.slots: list[int] = slotted(keys, marks).tolist()
        self.grain = grain


_HAN: Final = 1.64
_KANA: Final = 2.36


def grain(words: Words) -> float:
    """How many words of a text say as much as one of English: where a script has no blanks each character is one.

    Measured on the Universal Declaration of Human Rights: 1.64 in Chinese, 2.36 in Japanese.
    """
    single = sum(len(word) == 1 and word > "\u2e80" for word in words.texts)
    if 2 * single < len(words):
        return 1.0
    return _KANA if any("\u3041" <= word <= "\u30ff" for word in words.texts) else _HAN


def _met(view: View, scope: Scope, asked: _Asked, likely: Sequence[Candidate]) -> Iterator[Met]:
    """The texts that share enough with the query, aligned with it, with the uses that the scope lets pass.

    Names, dates and numbers are aligned as what they are; only words that are the same count as shared.
    """
    chosen = list({(each.segment, each.text): each for each in likely}.values())
    texts = [view.segments[each.segment].keys_at(each.text) for each in chosen]
    marks = [view.segments[each.segment].marks_at(each.text) for each in chosen]
    alignments = aligned(asked.slots, _slotted(texts, marks))
    for keys, alignment, (passages, readings) in zip(texts, alignments, _uses(view, scope, chosen), strict=True):
        least = min(_ENOUGH * asked.grain, max(_FEWEST, _SHARE * min(len(asked.keys), len(keys))))
        enough = alignment.score >= least
        if not enough and not _near(alignment, asked, len(keys)):
            continue
        own = same_words(alignment, asked.keys, keys.tolist())
        if len(passages) and own.words >= _FEWEST:
            same = len(asked.keys) == len(keys) == own.words and not own.moved
            yield Met(keys, own, same, enough, passages, readings)


def _near(alignment: Alignment, asked: _Asked, size: int) -> bool:
    """Whether a text is near enough to be given where nothing has enough."""
    longest = max((block.size for block in alignment.blocks), default=0)
    return longest >= _RUN * asked.grain or alignment.words >= _HALF * max(len(asked.keys), size)


def _uses(view: View, scope: Scope, chosen: Sequence[Candidate]) -> "Iterator[tuple[NDArray[Any], NDArray[Any]]]":
    """The passages that have the words of each text, and their readings: those that the scope lets pass."""
    import numpy as np

    held = [view.segments[each.segment].members(each.text) for each in chosen]
    if not held:
        return
    passages, readings = (np.concatenate(each) for each in zip(*held, strict=True))
    may = scope.may(readings)
    ends = np.cumsum(may)[np.cumsum([len(each) for each, _ in held]) - 1].tolist()
    passages, readings = passages[may], readings[may]
    for start, end in pairwise((0, *ends)):
        yield passages[start:end], readings[start:end]


def _slotted(texts: "Sequence[NDArray[Any]]", marks: "Sequence[NDArray[Any]]") -> "list[NDArray[Any]]":
    """The words of each text with its names aside."""
    import numpy as np

    if not texts:
        return []
    whole = slotted(np.concatenate(texts), np.concatenate(marks))
    ends = list(accumulate(map(len, texts)))
    return [whole[end - len(text) : end] for text, end in zip(texts, ends, strict=True)]


def _distinct(met: Iterable[Met]) -> list[Met]:
    """A wording that stands in several segments is one."""
    import numpy as np

    found: dict[bytes, Met] = {}
    for each in met:
        if (held := found.setdefault(each.keys.tobytes(), each)) is not each:
            held.passages = np.concatenate([held.passages, each.passages])
            held.readings = np.concatenate([held.readings, each.readings])
    return list(found.values())


def _rank(met: Met, asked: int) -> tuple[bool, float, float, bytes]:
    """The same words first, then what covers most of the query, then what is most alike."""
    covered = met.alignment.words / asked
    likeness = 2 * met.alignment.words / (asked + len(met.keys))
    return not met.same, -round(covered, 1), -likeness, met.keys.tobytes()


def _families(met: Sequence[Met]) -> list[Family]:
    """Wordings that share most of their runs of three words are one family; in the order of their best wording."""
    families: list[Family] = []
    for each, own in zip(met, _runs_of(met), strict=True):
        home = next((family for family in families if own.overlap(family.runs) >= _LIKELY), None)
        if home is None:
            families.append(Family([each], own))
        else:
            home.met.append(each)
    return families


def _broad_first(families: Sequence[Family], asked: _Asked) -> tuple[list[Family], list[Family]]:
    """The best family, then those that answer words of the query which none before them does, then the others.

    What shares only a little of the shorter side and answers nothing new is apart.
    """
    answered = bytearray(len(asked.keys))
    first: list[Family] = []
    rest: list[Family] = []
    little: list[Family] = []
    for family in families:
        blocks = (*family.best.alignment.blocks, *family.best.alignment.moved)
        new = sum(block.size - sum(answered[block.a : block.a_end]) for block in blocks)
        shorter = min(len(asked.keys), len(family.best.keys))
        home = first if new >= _NEW * asked.grain else rest
        (home if home is first or family.best.alignment.words >= _LITTLE * shorter else little).append(family)
        for block in blocks:
            answered[block.a : block.a_end] = b"\1" * block.size
    return first + rest, little


def _runs_of(met: Sequence[Met]) -> Iterator[Runs]:
    import numpy as np

    if not met:
        return
    lengths = np.array([len(each.keys) for each in met], np.int64)
    made, owner = grams(np.concatenate([each.keys for each in met]), lengths, TRIPLE)
    distinct, number = np.unique(made, return_inverse=True)
    has = np.zeros((len(met), len(distinct)), bool)
    has[owner, number] = True
    for row, size in zip(np.packbits(has, axis=1), has.sum(axis=1).tolist(), strict=True):
        yield Runs(int.from_bytes(row.tobytes()), size)


def _apart(families: Sequence[Family], limit: int) -> list[Family]:
    """The first families, no two of which are one by their best wordings."""
    found: list[Family] = []
    for family in families:
        home = next((each for each in found if _one(each, family)), None)
        if home is not None:
            home.met += family.met
        elif len(found) < limit:
            found.append(family)
    return found


def _one(family: Family, other: Family) -> bool:
    """Whether the best wordings of both share most words of the longer one, in order."""
    from rapidfuzz.distance import LCSseq

    overlap, one, two = family.runs.overlap(other.runs), family.best.keys, other.best.keys
    if overlap < _PERHAPS or len(one) * len(two) > _CELLS:
        return overlap >= _LIKELY
    least = FAMILY * max(len(one), len(two))
    return min(len(one), len(two)) >= least and LCSseq.similarity(one.tolist(), two.tolist()) >= least


def _count(family: Family, view: View, scope: Scope) -> None:
    """Puts down all uses of a family: where it has many wordings there are more than were compared."""
    import numpy as np

    family.wordings = len(family.met)
    family.passages = np.concatenate([each.passages for each in family.met])
    family.readings = np.concatenate([each.readings for each in family.met])
    if len(family.met) < _MANY:
        return
    texts = [_alike(segment, family.best.keys) for segment in view.segments]
    places = [segment.places_of(own) for segment, own in zip(view.segments, texts, strict=True)]
    passages = np.concatenate([each.passages[at] for each, at in zip(view.segments, places, strict=True)])
    readings = np.concatenate([each.readings[at] for each, at in zip(view.segments, places, strict=True)])
    new = scope.may(readings) & ~np.isin(passages, family.passages)
    family.wordings = max(family.wordings, sum(map(len, texts)))
    family.passages = np.concatenate([family.passages, passages[new]])
    family.readings = np.concatenate([family.readings, readings[new]])


def _alike(segment: Segment, keys: "NDArray[Any]") -> "NDArray[Any]":
    """The texts of a segment that share most of their runs of three words with a wording.

    Of a long wording those runs are asked that have the lowest numbers, a fair sample (Broder, 1997). The most frequent
    of them are looked up only in texts that have enough of the others (Sarawagi and Kirpal, 2004).
    """
    import numpy as np

    whole = np.unique(grams(keys, np.array([len(keys)]), TRIPLE)[0])
    own = whole[:_ASKED_OF]
    starts, ends = segment.found(own)
    order = np.argsort(ends - starts, kind="stable")
    lists = [
        segment.postings[start:end] for start, end in zip(starts[order].tolist(), ends[order].tolist(), strict=True)
    ]
    often = int(_OFTEN * len(own))
    texts, shared = _counted(lists[: len(own) - often], segment.texts, least=_LIKELY * len(own) - often)
    for each in lists[len(own) - often :]:
        if len(each):
            shared = shared + (each[np.minimum(np.searchsorted(each, texts), len(each) - 1)] == texts)
    sizes = np.maximum(segment.lengths_of(texts) - len(TRIPLE) + 1, len(whole))
    alike: NDArray[Any] = texts[shared >= _LIKELY * sizes * len(own) / len(whole)]
    return alike


def _counted(lists: "Sequence[NDArray[Any]]", texts: int, *, least: float) -> "tuple[NDArray[Any], NDArray[Any]]":
    """The texts that stand in so many of some lists of texts at least, and in how many."""
    import numpy as np

    posted = np.concatenate(lists)
    if _SPARSE * len(posted) < texts:
        posted.sort()
        first = begins(posted)
        times = np.diff(np.append(first, len(posted)))
        enough = times >= least
        return posted[first[enough]], times[enough]
    times = np.bincount(posted, minlength=texts)
    own = np.flatnonzero(times >= max(least, 1)).astype(posted.dtype)
    return own, times[own]
