"""Regions that are only pointed at, zones, and what happened somewhere."""

import re
from bisect import bisect_left, insort
from functools import cache
from typing import Final

from acquis.languages import language
from acquis.register._mention_page import Draft, Page
from acquis.register._mention_scan import Hit
from acquis.register.gazetteer import Kind

_THIS: Final = re.compile(r"\b(?:(?P<this>[Tt]his|[Tt]hat) |(?:[Tt]he|[Oo]ur|[Ii]ts) )$")


def region(page: Page, hit: Hit) -> None:
    """Finds "the SCO region", "Asia Pacific region", "the region": the last one named, else its own."""
    before = page.ends.get(hit.start - 1)
    if before and page.text[hit.start - 1] == " " and before.kind in (Kind.ORG, Kind.REGION):
        meant = before.meant
        if meant and before.kind is Kind.ORG:
            meant = f"region:{meant.partition(':')[2]}"
        held = _regions(page)
        insort(
            held,
            page.add(before.start, hit.end, Kind.REGION, meant, "name and region", others=before.others),
            key=_start,
        )
        return
    pointed = _THIS.search(page.text, max(0, hit.start - 5), hit.start)
    if pointed and not page.text.startswith(("'s", "’s"), hit.end):
        start = pointed.start() if pointed["this"] else hit.start
        meant, others = _pointed_at(page, hit.start)
        held = _regions(page)
        insort(held, page.add(start, hit.end, Kind.REGION, meant, "region pointed at", others=others), key=_start)


def _pointed_at(page: Page, at: int) -> tuple[str | None, tuple[str, ...]]:
    """The region named last in the paragraph, two that "and" joins together; else that of the organisation."""
    since = page.text.rfind("\n", max(0, at - _FAR), at) + 1 or max(0, at - _FAR)
    held = _regions(page)
    named = held[bisect_left(held, since, key=_start) : bisect_left(held, at, key=_start)]
    last = max(named, key=lambda draft: (draft.end, -draft.start), default=None)
    if last is None:
        return (f"region:{page.setting.home}" if page.setting.home not in _WORLDWIDE else None), ()
    for draft in named:
        if draft.meant and last.meant and _AND_THE.fullmatch(page.text, draft.end, max(draft.end, last.start)):
            return None, (draft.meant, last.meant)
    return last.meant, last.others


_WORLDWIDE: Final = (None, "un", "iaea", "unfccc")
"""Organisations of the whole world have no region of their own."""
_FAR: Final = 4_000
"""How many characters back a region may have been named."""


def _regions(page: Page) -> list[Draft]:
    """The regions of the page in their order."""
    if page.regions is None:
        page.regions = sorted(page.of[Kind.REGION], key=_start)
    return page.regions


def _start(draft: Draft) -> int:
    return draft.start


_AND_THE: Final = re.compile(r" and (?:the )?")
_FREE: Final = re.compile(
    r"(?:nuclear[- ]weapons?[- ]free|nuclear[- ]free|weapons?[- ]free|demilitari[sz]ed|free[- ]trade|buffer|no-fly"
    r"|exclusive economic|security|conservation|special economic) $",
    re.IGNORECASE,
)
_IN: Final = re.compile(r" in (?:the )?")


def zone(page: Page, hit: Hit) -> None:
    """Finds "Nuclear-Weapon-Free Zone in Central Asia": a zone with the place that it is in."""
    kind = _FREE.search(page.text, max(0, hit.start - 24), hit.start)
    if kind is None:
        return
    place = _place(page, _IN.match(page.text, hit.end))
    before = page.ends.get(kind.start() - 1)
    if before and before.kind not in (Kind.REGION, Kind.STATE):
        before = None
    if place or before:
        where = (place or before or Draft(0, 0, Kind.ZONE, None, (), "")).meant
        slug = re.sub(r"\W+", "-", kind[0].lower()).replace("weapons", "weapon").strip("-")
        meant = f"zone:{slug}/{where.partition(':')[2]}" if where else None
        first = before.start if before and not place else kind.start()
        page.add(first, place.end if place else hit.end, Kind.ZONE, meant, "zone and place")


def happening(page: Page, hit: Hit) -> None:
    """Finds "the recent tragic events in Japan": what happened, with the state where it did; it has no address."""
    place = _place(page, _IN.match(page.text, hit.end))
    if place and place.kind is Kind.STATE:
        page.add(_described(page.text, hit.start), place.end, Kind.EVENT, None, "what happened in a state")


_WORD_BEFORE: Final = re.compile(r"([^\W\d_][\w-]*) $")


def _described(text: str, start: int) -> int:
    """Where the adjectives before a noun begin: at most three words that are no common words."""
    for _ in range(3):
        word = _WORD_BEFORE.search(text, max(0, start - 24), start)
        if word is None or word[1].lower() in _common() or word[1].endswith("ing"):
            break
        start = word.start()
    return start


@cache
def _common() -> frozenset[str]:
    english = language("en")
    return (english.stopwords if english else frozenset()) | {"a", "an", "the", "this", "these", "all", "any", "some"}


def _place(page: Page, link: re.Match[str] | None) -> Draft | None:
    draft = page.starts.get(link.end()) if link else None
    return draft if draft and draft.kind in (Kind.REGION, Kind.STATE) else None
