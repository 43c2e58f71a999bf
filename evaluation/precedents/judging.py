"""Whether what was planted is found: what a right row is, what a wrong one."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from acquis.precedents.words import words_of
from evaluation.precedents.corpus import Row
from evaluation.score import Score, share

_HOLDS, _SHARES, _KIN = 0.8, 0.3, 0.6


class Base(Struct, frozen=True):
    """A real paragraph: its address and its words."""

    address: str
    words: str


class Planted(Struct, frozen=True):
    """A query that was made from `bases`; each of the `clauses` is to be found. Without bases nothing is."""

    kind: str
    query: str
    bases: tuple[Base, ...] = ()
    clauses: tuple[str, ...] = ()


class Tally:
    """What was found of what was planted."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.rows = self.wrong = self.answered = 0
        self.missed: list[Planted] = []

    def take(self, query: Planted, rows: Sequence[Row]) -> None:
        """Counts one query and its answer."""
        self.rows += len(rows)
        self.wrong += sum(wrong(query, row) for row in rows)
        if not query.bases:
            self.answered += bool(rows)
            return
        self.asked[query.kind] += 1
        if right(query, rows):
            self.right[query.kind] += 1
        else:
            self.missed.append(query)

    def scores(self, task: str) -> list[Score]:
        """One score for every kind, one over all, one of precision."""
        kinds = [
            share(f"{task}: {kind}", self.right[kind], asked, "mechanical", "source in the first 50 rows")
            for kind, asked in self.asked.items()
        ]
        total = share(f"{task}: overall", self.right.total(), self.asked.total(), "mechanical", "all kinds alike")
        note = f"rows that share 0.3 of the shorter side or are kin of the base; {self.answered} answers without base"
        return [*kinds, total, share(f"{task}: precision", self.rows - self.wrong, self.rows, "mechanical", note)]


# --- what is right and what is wrong ----------------------------------------------------------------------------


def right(query: Planted, rows: Sequence[Row]) -> bool:
    """Whether every clause is found: a row stands for its base, or has four fifths of its words in order."""
    return all(
        any(base.address in row.addresses or _any_holds(row, clause) for row in rows)
        for base, clause in zip(query.bases, query.clauses, strict=True)
    )


def wrong(query: Planted, row: Row) -> bool:
    """Whether a row has less than 0.3 of the shorter side and is no kin of the base."""
    if shares(query.query, row.wordings[0]) >= _SHARES:
        return False
    kin = any(base.address in row.addresses or shares(base.words, row.wordings[0]) >= _KIN for base in query.bases)
    return not kin and not any(_any_holds(row, clause) for clause in query.clauses)


def _any_holds(row: Row, clause: str) -> bool:
    return any(holds(words, clause) for words in row.wordings)


def holds(words: str, clause: str) -> bool:
    """Whether a text has four fifths of a clause's words in order, within a stretch twice as long."""
    from rapidfuzz.distance import LCSseq

    wanted, own = _words(clause), _words(words)
    size = max(1, len(wanted))
    stretches = (own[at : at + 2 * size] for at in range(0, max(1, len(own) - size), max(1, size // 2)))
    return any(LCSseq.similarity(wanted, stretch) >= _HOLDS * size for stretch in stretches)


def shares(one: str, other: str) -> float:
    """The share of the shorter text's words that stand in runs of three words which the other has too."""
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    runs = set(zip(longer, longer[1:], longer[2:], strict=False))
    held = {at + step for at in range(len(shorter) - 2) if shorter[at : at + 3] in runs for step in range(3)}
    return len(held) / max(1, len(shorter))


@lru_cache(maxsize=50_000)
def _words(text: str) -> tuple[str, ...]:
    return words_of(text).texts
