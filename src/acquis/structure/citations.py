"""What does a text cite: resolutions, documents, treaties, and its own paragraphs?"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from acquis.languages import language as tongue
from acquis.model import Citation, CitationKind, Part, Pinpoint, Span
from acquis.organisations import Organisation, organisations
from acquis.organisations._symbols import pattern
from acquis.structure import _cite_numbers, _cite_places, _cite_resolve, _cite_titles
from acquis.structure._cite_bodies import bodies_in, speaking
from acquis.structure._cite_found import Found, Setting
from acquis.structure._cite_indirect import indirect_in
from acquis.structure._cite_words import Phrases, folded

_DIGIT: Final = re.compile(r"\d")


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


def _in_part(
    words: str, part: Part, named: dict[str, str], defined: dict[str, str], setting: Setting
) -> list[Found]:
    """The citations of one part; short names that it defines are added to `defined`."""
    text = folded(words)
    lowered = text.lower()
    titles = _cite_titles.titles_in(text, lowered)
    titles += _apart(_cite_titles.short_in(text, defined), titles)
    defined.update(_cite_titles.defined_in(text, titles))
    if not _DIGIT.search(text) and not titles:
        return list(indirect_in(text, lowered))
    symbols = [*_symbols_in(words)]
    taken = [(found.start, found.end) for found in symbols]
    numbers = _numbers_in(text, lowered, taken, setting) if _cite_numbers.KEYWORD.search(text) else []
    cited = [*symbols, *numbers, *_apart(titles, [*symbols, *numbers])]
    places = _cite_places.places_in(text)
    whole = list(_cite_places.placed(text, places, cited))
    own = _cite_places.own_in(text, places, part, named, setting)
    whole += _apart(own, whole)
    whole += _apart(indirect_in(text, lowered), whole)
    return sorted(whole, key=lambda f: (f.start, f.end))


def _apart(found: Iterator[Found] | Sequence[Found], taken: Sequence[Found]) -> list[Found]:
    """Those that share no character with what was found before."""
    return [f for f in found if not any(f.meets(other) for other in taken)]


def _numbers_in(text: str, lowered: str, taken: list[tuple[int, int]], setting: Setting) -> list[Found]:
    bodies = bodies_in(text, lowered)
    return [
        found
        for keyword, listed in _cite_numbers.lists(text, bodies, taken)
        for found in _cite_resolve.resolved(text, keyword, listed, bodies, setting)
    ]


@cache
def _printed() -> tuple[re.Pattern[str], dict[str, Organisation]]:
    """The pattern of every symbol on the shelf, and the organisation that each first word belongs to."""
    held = organisations()
    owners = {prefix: org for org in reversed(list(held.values())) for prefix in org.prefixes}
    own_forms = [org.printed for org in held.values() if org.printed]
    return re.compile("|".join([pattern(tuple(owners)), *own_forms])), owners


def _symbols_in(words: str) -> Iterator[Found]:
    """Every document symbol, in its normal form."""
    form, owners = _printed()
    for match in form.finditer(words):
        if not _DIGIT.search(match[0]):
            continue
        org = owners.get(re.split(r"[/.\d]", match[0], maxsplit=1)[0]) or _owner(match[0])
        symbol = org.normal(match[0]) if org and org.normal else re.sub(r"\s", "", match[0])
        if org and symbol:
            yield Found(match.start(), match.end(), CitationKind.SYMBOL, f"{org.code}:{symbol}", "symbol")


def _owner(symbol: str) -> Organisation | None:
    return next((o for o in organisations().values() if o.printed and re.fullmatch(o.printed, symbol)), None)


@cache
def _verbs(tag: str) -> Phrases[str] | None:
    spoken = tongue(tag)
    return Phrases((verb.phrase, verb.phrase) for verb in spoken.verbs) if spoken and spoken.verbs else None


def _with_verbs(words: str, found: Sequence[Found], part: Part, tag: str | None) -> Iterator[Citation]:
    """The citations of a part, each with the nearest verb before it."""
    if not found:
        return
    verbs = _verbs(part.language or tag) if part.language or tag else None
    said = verbs.find(folded(words).lower()) if verbs else []
    for f in found:
        verb = next((met.meaning for met in reversed(said) if met.start < f.start), None)
        span = Span(f.start, f.end)
        yield Citation(
            span.moved(part.span.start), span.of(words), f.kind, f.target, verb or _opening(words, part, tag), f.inferred, f.rule
        )


def _opening(words: str, part: Part, tag: str | None) -> str | None:
    spoken = tongue(part.language or tag) if part.language or tag else None
    verb = spoken.opening(words) if spoken and spoken.verbs else None
    return verb.phrase if verb else None
