"""Every passage is compared with every formula: where its words stand, and which passages come nearest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from acquis.precedents.met import Met, Passage, Place
from acquis.precedents.normal import FIGURES, SAME, Normal
from acquis.precedents.pieces import Batch, Pieces
from acquis.precedents.spotting import Spotter
from acquis.precedents.stretches import Asked, Table, figures_of

FEWEST: Final = 3
"""A formula of fewer words that are no figures is not looked for with its figures or its order aside."""

AT_ONCE: Final = 1_500_000
"""Characters that are held in memory at a time: some 250,000 words. It makes no difference to what is found."""

_MOST_READ: Final = 2_000_000
"""Words of pieces that are remembered; beyond them reading starts anew, so that no archive is too large."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """What was met of each formula, and how many passages and words were compared."""

    met: tuple[Met, ...]
    passages: int
    words: int


def scan(
    texts: Iterable[Sequence[Passage]],
    formulae: Sequence[Normal],
    tag: str | None,
    *,
    at_once: int = AT_ONCE,
    sift: bool = True,
) -> Scanned:
    """Compares the passages of texts, which come in the order of days, with formulae of one language.

    Every passage is compared with every formula; nothing is chosen beforehand. What stands between two blanks is read
    once however often it is printed, and words are numbers from then on. A formula that stands nowhere in its order is
    counted against every stretch of its own length: where all its words are in one, it stands with its order aside;
    else the fullest stretches are the nearest misses. With `sift` a passage is counted only where the words that it
    shares, wherever they stand in it, are enough to be told. Results depend neither on `sift` nor on `at_once`.

    Cost: about 0.7 µs a word of the texts, and for every formula that stands nowhere up to 12 ns a word.
    """
    met = tuple(Met() for _ in formulae)
    desk = _Desk(formulae, tag)
    passages = words = 0
    for some in _batches(texts, at_once):
        desk = _Desk(formulae, tag) if len(desk.pieces.words.flat) > _MOST_READ else desk
        batch = desk.pieces.batch(some)
        passages, words = passages + len(batch.passages), words + len(batch.words)
        for level, formula, place in desk.standing(batch):
            met[formula].enter(level, [place])
        table = None
        for asked, own in zip(desk.asked, met, strict=True):
            if not (own.counts[SAME] or own.counts[FIGURES]) and asked.length >= FEWEST:
                table = table or Table(batch, desk.pieces)
                table.enter(asked, own, sift=sift)
    for own in met:
        own.settle()
    return Scanned(met, passages, words)


def _batches(texts: Iterable[Sequence[Passage]], at_once: int) -> Iterator[list[Sequence[Passage]]]:
    held: list[Sequence[Passage]] = []
    size = 0
    for passages in texts:
        held.append(passages)
        size += sum(len(passage.words) for passage in passages)
        if size >= at_once:
            yield held
            held, size = [], 0
    if held:
        yield held


class _Desk:
    """The formulae of a scan in the numbers of their words, and what has been read so far."""

    def __init__(self, formulae: Sequence[Normal], tag: str | None) -> None:
        self.pieces = Pieces(tag, chain.from_iterable((*each.plain, *figures_of(each)) for each in formulae))
        self.asked = [Asked.of(each, self.pieces.numbers) for each in formulae]
        plain = [each.plain if len(each.plain) >= FEWEST else () for each in formulae]
        rows = {"words": [each.words for each in formulae], "folded": [each.folded for each in formulae]}
        texts = self.pieces.numbers.texts
        self._spotters = {form: Spotter(each, texts) for form, each in {**rows, "plain": plain}.items()}

    def standing(self, batch: Batch) -> Iterator[tuple[str, int, Place]]:
        """Each formula that stands in a text with its level; before spelling is folded only where it does not after."""
        found = {form: list(self._spotted(form, batch)) for form in self._spotters}
        same = {(formula, text) for formula, text, _ in found["words"]}
        other = [each for each in found["folded"] if each[:2] not in same]
        for level, some in ((SAME, [*found["words"], *other]), (FIGURES, found["plain"])):
            yield from ((level, formula, place) for formula, _, place in sorted(some, key=lambda each: each[1]))

    def _spotted(self, form: str, batch: Batch) -> Iterator[tuple[int, int, Place]]:
        """Each formula whose words stand in their order in one text, the text's number and the place."""
        ends = batch.ends[form]
        for formula, start, end in self._spotters[form].spotted(getattr(batch, form)):
            first, last = ends.searchsorted((start, end - 1), "right").tolist()
            if batch.of[first] == batch.of[last]:
                yield formula, batch.of[first], Place(batch.passages[first], batch.passages[last])
