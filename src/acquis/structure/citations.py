"""What a text cites: resolutions, documents, treaties, and its own paragraphs."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from acquis.languages import language as tongue
from acquis.model import Citation, CitationKind, Part, Pinpoint, Span
from acquis.organisations import Organisation, organisations
from acquis.organisations._symbols import pattern
from acquis.structure._cite_bodies import bodies_in, speaking
from acquis.structure._cite_found import Found, Setting
from acquis.structure._cite_indirect import indirect_in
from acquis.structure._cite_numbers import lists
from acquis.structure._cite_places import own_in, placed, places_in
from acquis.structure._cite_resolve import resolved
from acquis.structure._cite_titles import charter_in, defined_in, short_in, titles_in
from acquis.structure.phrases import Phrases, folded

_DIGIT: Final = re.compile(r"\d")
_HINTS: Final = ("esol", "écis", "ecis", "ésol", "езол", "ешен", "قرار", "مقرر", "决", "決", "ESOL", "ECIS")


def citations_in(
    text: str, parts: Sequence[Part], *, own: Pinpoint, organ: str | None = None, language: str | None = None
) -> tuple[Citation, ...]:
    """Every citation in the words of the parts, in reading order; none crosses the end of a part.

    `own` is the citing document's address, `organ` the organ that speaks in it (any of its names): "its resolution"
    means that organ's. `language` chooses the verbs; citations are found in every language of the shelf.
    """
    setting = Setting(own.work, speaking(organ, own.scheme), _last_year(own), language)
    named = {part.path: part.path for part in parts}
    defined: dict[str, str] = {}
    found: list[Citation] = []
    for part in parts:
        words = part.span.of(text)
        if words:
            met = _in_part(words, part, named, defined, setting)
            found += _with_verbs(words, met, part, language)
    return tuple(found)


def _last_year(own: Pinpoint) -> int | None:
    """The last year that the citing document can be of; it cites nothing that is younger."""
    org = organisations().get(own.scheme)
    years = org.session_years(own.local) if org and org.session_years else None
    return years[1] if years else None


def _in_part(words: str, part: Part, named: dict[str, str], defined: dict[str, str], setting: Setting) -> list[Found]:
    """The citations of one part; short names that it defines are added to `defined`."""
    text = folded(words)
    lowered = text.lower()
    claimed = bytearray(len(text))
    figures = bool(_DIGIT.search(text))
    symbols = _claim(_symbols_in(words, setting) if figures else (), claimed)
    numbers = list(_numbers_in(text, lowered, claimed, setting)) if figures and any(h in text for h in _HINTS) else []
    titles = _claim(titles_in(text, lowered), claimed)
    for name, target, start in _short_names(text, titles, defined):
        titles += _claim(short_in(text, name, target, start), claimed)
    if "Charter" in text:
        titles += _claim(charter_in(text, home=setting.own.scheme == "un"), claimed)
    places = places_in(text)
    if not (symbols or numbers or titles or places):
        return _claim(indirect_in(text, lowered), claimed)
    cited = sorted([*symbols, *numbers, *titles], key=lambda f: (f.start, f.end))
    whole = list(placed(text, places, cited))
    for found in whole:
        _mark(found, claimed)
    whole += _claim(own_in(text, places, part, named, setting), claimed)
    whole += _claim(indirect_in(text, lowered), claimed)
    return sorted(whole, key=lambda f: (f.start, f.end))


_MOST: Final = 40
"""A text gives no more short names than this."""


def _short_names(text: str, titles: list[Found], defined: dict[str, str]) -> list[tuple[str, str, int]]:
    """The short names in use in a paragraph: what they stand for, and from where on; new ones join `defined`."""
    given = {name: (name, target, 0) for name, target in defined.items()}
    for name, target, start in defined_in(text, titles):
        if len(given) < _MOST and defined.get(name) != target:
            given[name] = (name, target, start)
            defined[name] = target
    return list(given.values())


def _claim(found: Iterable[Found], claimed: bytearray) -> list[Found]:
    """Those that share no character with what was found before; their characters are marked."""
    kept = []
    for each in found:
        if not any(claimed[each.start : each.end]):
            _mark(each, claimed)
            kept.append(each)
    return kept


def _mark(found: Found, claimed: bytearray) -> None:
    claimed[found.start : found.end] = b"\1" * (found.end - found.start)


def _numbers_in(text: str, lowered: str, claimed: bytearray, setting: Setting) -> Iterator[Found]:
    bodies = bodies_in(text, lowered, setting.own.scheme)
    for keyword, listed in lists(text, bodies, claimed):
        yield from resolved(text, keyword, listed, bodies, setting)


@cache
def _printed() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Organisation]]:
    """The pattern of symbols that begin with a word of the shelf, that of the others, and whose each word is."""
    held = organisations()
    owners = {prefix: org for org in reversed(list(held.values())) for prefix in org.prefixes}
    others = "|".join(org.printed for org in held.values() if org.printed)
    return re.compile(pattern(tuple(owners))), re.compile(others), owners


_BEGINS: Final = re.compile(r"[A-Z]{1,8}(?:\.\w{1,5})?/")


def _symbols_in(words: str, setting: Setting) -> Iterator[Found]:
    """Every document symbol, in its normal form, save the text's own: a masthead cites nothing."""
    yield from (found for found in _all_symbols(words) if found.target != setting.own)


def _all_symbols(words: str) -> Iterator[Found]:
    form, others, owners = _printed()
    reached = 0
    if "/" not in words and "WHA" not in words:
        return
    for begins in _BEGINS.finditer(words):
        match = form.match(words, begins.start()) if begins.start() >= reached else None
        if match and _DIGIT.search(match[0]):
            reached = match.end()
            yield from _symbol(match, owners[re.split(r"[/.]", match[0], maxsplit=1)[0]])
    for match in others.finditer(words):
        yield from _symbol(match, _owner(match[0]))


def _symbol(match: re.Match[str], org: Organisation | None) -> Iterator[Found]:
    symbol = org.normal(match[0]) if org and org.normal else re.sub(r"\s", "", match[0])
    if org and symbol:
        yield Found(match.start(), match.end(), CitationKind.SYMBOL, f"{org.code}:{symbol}", "symbol")


def _owner(symbol: str) -> Organisation | None:
    return next((o for o in organisations().values() if o.printed and re.fullmatch(o.printed, symbol)), None)


@cache
def _verbs(tag: str) -> Phrases[str] | None:
    spoken = tongue(tag)
    if spoken is None or not spoken.spaced:
        return None
    return Phrases((verb.phrase, verb.phrase) for verb in spoken.verbs)


def _with_verbs(words: str, found: Sequence[Found], part: Part, tag: str | None) -> Iterator[Citation]:
    """The citations of a part, each with the nearest verb before it."""
    if not found:
        return
    verbs = _verbs(part.language or tag or "")
    said = verbs.find(text := folded(words), text.lower()) if verbs else []
    starts = [met.start for met in said]
    opening = _opening(words, part, tag)
    for f in found:
        before = bisect_left(starts, f.start)
        verb = said[before - 1].meaning if before else opening
        span = Span(f.start, f.end)
        yield Citation(span.moved(part.span.start), span.of(words), f.kind, f.target, verb, f.inferred, f.rule)


def _opening(words: str, part: Part, tag: str | None) -> str | None:
    spoken = tongue(part.language or tag or "")
    verb = spoken.opening(words) if spoken and spoken.verbs else None
    return verb.phrase if verb else None
