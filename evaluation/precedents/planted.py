"""Planted edits: real paragraphs changed by lot in a known way, and whether their source is found again."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from babel.dates import get_month_names
from msgspec import Struct

from evaluation.precedents.corpus import Corpus, Text, english
from evaluation.precedents.judging import Base, Planted, Tally
from evaluation.precedents.verbs import VERBS
from evaluation.score import Score

_SEED = 2011
_LIMIT = 50
_SHORT, _LONG = 20, 120
_READ = 20_000
_PIECE = re.compile(r"(?<=[.;。；])\s*(?=\S)")
_CLAUSE = re.compile(r"(?<=[.;,:。；，：、])\s*(?=\S)")
_FIGURES = re.compile(r"\d+")
_OFTEN_TAKEN = {"l": "1", "o": "0", "e": "c", "h": "b", "i": "l", "t": "f", "n": "u", "m": "rn", "a": "o", "s": "5"}


class Bench(Struct, frozen=True):
    """What queries are made from: paragraphs in one language, its words, how long a word of English is in it.

    `scale` is 1 where blanks part the words; elsewhere characters are counted, and it says how many make a word.
    """

    language: str
    bases: tuple[Base, ...]
    vocabulary: tuple[str, ...]
    spaced: bool = True
    scale: float = 1.0

    def units(self, words: str) -> list[str]:
        """The words of a text, where blanks do not part them its characters."""
        return words.split() if self.spaced else list("".join(words.split()))

    def joined(self, units: Iterable[str]) -> str:
        """The text of such words."""
        return (" " if self.spaced else "").join(units)

    def long(self, words: float) -> int:
        """So many words of English, in its own units."""
        return max(1, round(words * self.scale))


def measure(shared: Path, *, each: int = 200) -> list[Score]:
    """Every kind of edit in the UN documents and the treaties: recall in the first fifty rows, and precision."""
    corpus = english(shared)
    return scores(corpus, bench(corpus.texts), "planted", each=each)


def scores(corpus: Corpus, of: Bench, task: str, *, each: int) -> list[Score]:
    """Recall by kind and over all, and precision; one query in eleven has no base."""
    queries = [made for kind in KINDS for made in planted(of, kind, each)]
    queries += invented(of, len(queries) // 10)
    tally = Tally()
    for query in queries:
        tally.take(query, corpus.found(query.query, _LIMIT))
    return tally.scores(task)


# --- what queries are made from ---------------------------------------------------------------------------------


def bench(texts: Sequence[Text], language: str = "en", *, spaced: bool = True, scale: float = 1.0) -> Bench:
    """The paragraphs of some texts, and the words of twenty thousand of them."""
    bases = tuple(Base(text.at(at), words) for text in texts for at, words in enumerate(text.paragraphs))
    empty = Bench(language, bases, (), spaced, scale)
    drawn = random.Random(_SEED).sample(bases, min(_READ, len(bases)))
    known = {unit for base in drawn for unit in empty.units(base.words) if unit.isalpha()}
    return Bench(language, bases, tuple(sorted(known)), spaced, scale)


def _usual(of: Bench, rng: random.Random) -> Base:
    """A paragraph of a usual length, most of whose words are words."""
    while True:
        base = rng.choice(of.bases)
        units = of.units(base.words)
        lettered = sum(any(sign.isalpha() for sign in unit) for unit in units)
        if of.long(_SHORT) <= len(units) <= of.long(_LONG) and lettered >= 0.8 * len(units):
            return base


def planted(of: Bench, kind: str, each: int, seed: int = _SEED) -> list[Planted]:
    """So many queries of a kind, the same for the same seed; fewer where no paragraph can be changed so."""
    rng = random.Random(f"{seed} {of.language} {kind}")
    return list(_first(each, (_made(of, kind, rng) for _ in range(60 * each))))


def _first(many: int, made: Iterator[Planted | None]) -> Iterator[Planted]:
    kept = 0
    for each in made:
        if each is not None:
            yield each
            kept += 1
            if kept == many:
                return


def _made(of: Bench, kind: str, rng: random.Random) -> Planted | None:
    base = _usual(of, rng)
    made = KINDS[kind](of, base, rng)
    if made is None or isinstance(made, Planted):
        return made
    return Planted(kind, made, (base,), (base.words,)) if made != base.words else None


def invented(of: Bench, many: int, seed: int = _SEED) -> list[Planted]:
    """Queries without a base: words drawn by lot, and pairs of words of unrelated paragraphs joined."""
    rng = random.Random(f"{seed} {of.language} none")
    return [Planted("none", (_drawn if at % 2 else _joined)(of, rng)) for at in range(many)]


def _drawn(of: Bench, rng: random.Random) -> str:
    return of.joined(rng.choices(of.vocabulary, k=of.long(rng.randint(_SHORT, 60))))


def _joined(of: Bench, rng: random.Random) -> str:
    pairs = (_run(of, _usual(of, rng), 2, rng) for _ in range(rng.randint(10, 30)))
    return of.joined(unit for pair in pairs for unit in pair)


def _run(of: Bench, base: Base, words: float, rng: random.Random) -> list[str]:
    """So many words of a paragraph that follow one another."""
    units, size = of.units(base.words), of.long(words)
    start = rng.randrange(max(1, len(units) - size))
    return units[start : start + size]


# --- the edits --------------------------------------------------------------------------------------------------

Edit = Callable[[Bench, Base, random.Random], "str | Planted | None"]


def _verb(of: Bench, base: Base, rng: random.Random) -> str | None:
    """One verb becomes another one."""
    verbs = VERBS[of.language]
    edge = r"\b" if of.spaced else ""
    met = list(re.finditer(edge + "(" + "|".join(sorted(verbs, key=len, reverse=True)) + ")" + edge, base.words))
    if not met:
        return None
    place = rng.choice(met)
    other = rng.choice([verb for verb in verbs if verb != place.group()])
    return base.words[: place.start()] + other + base.words[place.end() :]


def _insert(of: Bench, base: Base, rng: random.Random) -> str:
    """Four to twelve words of another paragraph are put in."""
    units, more = of.units(base.words), _run(of, _usual(of, rng), rng.randint(4, 12), rng)
    at = rng.randrange(1, len(units))
    return of.joined([*units[:at], *more, *units[at:]])


def _delete(of: Bench, base: Base, rng: random.Random) -> str:
    """A stretch of 15 to 35 per cent is taken out."""
    units = of.units(base.words)
    gone = max(1, round(rng.uniform(0.15, 0.35) * len(units)))
    at = rng.randrange(len(units) - gone)
    return of.joined([*units[:at], *units[at + gone :]])


def _substitute(part: float) -> Edit:
    def edit(of: Bench, base: Base, rng: random.Random) -> str:
        """That part of the words becomes other words of the corpus."""
        units, size = of.units(base.words), of.long(1)
        places = range(0, len(units), size)
        for at in rng.sample(places, round(part * len(places))):
            units[at : at + size] = (rng.choice(of.vocabulary) for _ in units[at : at + size])
        return of.joined(units)

    return edit


def _numbers(of: Bench, base: Base, rng: random.Random) -> str | None:
    """Every figure becomes another of as many digits, every month another month."""
    if not _FIGURES.search(base.words):
        return None
    months = _months(of.language)
    words = _FIGURES.sub(lambda met: _other(met.group(), rng), base.words)
    return re.sub("|".join(months), lambda _: rng.choice(months), words) if months else words


def _months(language: str) -> list[str]:
    """The names of the months as texts print them, where they are words of their own."""
    names = get_month_names("wide", "format", language).values()
    return [name for name in names if name.isalpha()]


def _other(figure: str, rng: random.Random) -> str:
    made = "".join(rng.choice("123456789") for _ in figure)
    return made if made != figure else _other(figure, rng)


def _ocr(_: Bench, base: Base, rng: random.Random) -> str:
    """Four letters in a hundred are misread, lost, or parted from the next."""
    return "".join(_misread(sign, rng) if sign.isalpha() and rng.random() < 0.04 else sign for sign in base.words)


def _misread(sign: str, rng: random.Random) -> str:
    if (lot := rng.random()) < 0.2:
        return ""
    if lot < 0.35:
        return f"{sign} "
    taken = _OFTEN_TAKEN.get(sign)
    return taken if taken else chr(ord(sign) + rng.choice((-2, -1, 1, 2)))


def _clause(words: int) -> Edit:
    def edit(of: Bench, base: Base, rng: random.Random) -> Planted | None:
        """That many words of the paragraph stand inside a paragraph of another document."""
        host = _usual(of, rng)
        if _document(host) == _document(base) or len(of.units(base.words)) < of.long(words):
            return None
        clause, units = _run(of, base, words, rng), of.units(host.words)
        at = len(units) // 2
        query = of.joined([*units[:at], *clause, *units[at:]])
        return Planted(f"clause of {words} words", query, (base,), (of.joined(clause),))

    return edit


def _document(base: Base) -> str:
    return base.address.partition("#")[0]


def _reorder(of: Bench, base: Base, rng: random.Random) -> str | None:
    """The sentences stand in another order."""
    pieces = [piece.strip() for piece in _PIECE.split(base.words)]
    if len(pieces) < 2 or min(len(of.units(piece)) for piece in pieces) < of.long(4):
        return None
    turned = rng.sample(pieces, len(pieces))
    return of.joined(turned if turned != pieces else pieces[::-1])


def _merge(of: Bench, base: Base, rng: random.Random) -> Planted | None:
    """Two paragraphs are made one: both are to be found."""
    other = _usual(of, rng)
    if other.words == base.words:
        return None
    query = of.joined((base.words, other.words))
    return Planted("two merged", query, (base, other), (base.words, other.words))


def _split(of: Bench, base: Base, rng: random.Random) -> Planted | None:
    """A paragraph is parted at the mark nearest its middle: one of the parts is asked about."""
    cuts = [met.end() for met in _CLAUSE.finditer(base.words)]
    at = min(cuts, key=lambda cut: abs(2 * cut - len(base.words)), default=0)
    halves = base.words[:at].strip(), base.words[at:].strip()
    if min(len(of.units(half)) for half in halves) < of.long(8):
        return None
    half = rng.choice(halves)
    return Planted("one split", half, (base,), (half,))


KINDS: dict[str, Edit] = {
    "verb changed": _verb,
    "words inserted": _insert,
    "words deleted": _delete,
    "15 % substituted": _substitute(0.15),
    "25 % substituted": _substitute(0.25),
    "35 % substituted": _substitute(0.35),
    "numbers and dates": _numbers,
    "OCR noise": _ocr,
    "clause of 9 words": _clause(9),
    "clause of 12 words": _clause(12),
    "clause of 20 words": _clause(20),
    "sentences reordered": _reorder,
    "two merged": _merge,
    "one split": _split,
}
"""Every kind of edit, by its name."""
