"""One text of two that are compared: its signs, and what changed in it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from acquis.model.span import Span
from acquis.precedents.diff import Diff, Run
from acquis.precedents.signs import NAMED, Sign, signs_in
from acquis.precedents.words import words_of

FEW: Final = 3
"""Changes with fewer words between them that are the same are one region."""

STEM: Final = 5
"""How many letters of a word are compared where its ending may be another."""


class Side:
    """One text of the two: its signs, and the stretches that changed, each with the region it is part of.

    A region is a run of changes with no more than a few shared words between them.
    """

    def __init__(self, diff: Diff, tag: str, *, newer: bool) -> None:
        self.text = diff.newer if newer else diff.older
        self.language, self.newer = tag, newer
        self.signs = signs_in(self.text, tag)
        self.words = words_of(self.text).texts
        self.stems = {word[:STEM] for word in self.words}
        self.plain = f" {' '.join(self.words)} "
        self._changed = list(_changed(diff, newer=newer))
        self._starts = [span.start for span, _, _ in self._changed]
        self.regions: dict[int, list[tuple[Span, Run]]] = defaultdict(list)
        for span, region, run in self._changed:
            self.regions[region].append((span, run))

    def change(self, sign: Sign) -> tuple[int | None, Run | None]:
        """The region and the change that a sign stands in; None where its words did not change."""
        at = max(0, bisect_right(self._starts, sign.start) - 1)
        for span, region, run in self._changed[at : at + 2]:
            if span.start < sign.end and sign.start < span.end:
                return region, run
        return None, None

    def region(self, sign: Sign) -> int | None:
        """The region that a sign stands in; None where its words did not change."""
        return self.change(sign)[0]

    @cached_property
    def sizes(self) -> dict[int, int]:
        """How many words of each region changed, those that only moved left out."""
        return {
            region: sum(len(words_of(span.of(self.text))) for span, run in changed if run.kind != "moved")
            for region, changed in self.regions.items()
        }

    @cached_property
    def substance(self) -> dict[int, set[str]]:
        """What each region is about: the stems of its longer words, and what its names and numbers mean."""
        found = {
            region: {word[:STEM] for word in self.of_region(region) if len(word) > 3 or not word.isascii()}
            for region in self.regions
        }
        for sign in self.signs:
            if sign.kind in NAMED and (region := self.region(sign)) is not None:
                found[region].add(sign.key)
        return found

    def whole(self, region: int) -> Span:
        """From the first word of a region that changed to the last, those that only moved left out."""
        spans = [span for span, run in self.regions[region] if run.kind != "moved"]
        return Span(spans[0].start, spans[-1].end)

    def of_region(self, region: int) -> tuple[str, ...]:
        """The words that changed in a region."""
        return tuple(word for span, _ in self.regions.get(region, ()) for word in words_of(span.of(self.text)).texts)


def _changed(diff: Diff, *, newer: bool) -> Iterator[tuple[Span, int, Run]]:
    region = 0
    for run in diff.folded().runs:
        span = run.newer if newer else run.older
        if run.kind == "same":
            region += run.newer is not None and len(words_of(run.newer.of(diff.newer))) >= FEW
        elif span:
            yield span, region, run
