"""Instruments and documents: those that are cited, those that are built on a noun, and several together."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from acquis.languages import language, languages, words
from acquis.model import Citation, CitationKind
from acquis.register._mention_page import Draft, Page, inside
from acquis.register._mention_scan import Hit
from acquis.register.gazetteer import Kind, kind_of, meant

_DETERMINER: Final = re.compile(r"(?:the|its|their|this|that) ", re.IGNORECASE)
_LED_BY: Final = "TtIi"
_SYMBOL: Final = re.compile(r"un:(?:[A-Z]+/RES/|S/PRST|[A-Z]+/DEC)")


def cited(page: Page, citations: Iterable[Citation]) -> list[tuple[int, int]]:
    """Mentions of what is cited, with the address that the citation has; gives their stretches in order."""
    text = page.text
    for citation in citations:
        if citation.kind is CitationKind.OWN:
            continue
        start, target = citation.span.start, citation.target
        if text[start] in _LED_BY and (determiner := _DETERMINER.match(text, start)):
            start = determiner.end()
        named = citation.kind is CitationKind.TITLE and not _SYMBOL.match(target or "")
        before = page.ends.get(start - 1)
        if not named and before and before.kind is Kind.ORGAN and text[start - 1] == " ":
            start = before.start
        kind = Kind.INSTRUMENT if named else Kind.UN_DOC
        page.add(start, citation.span.end, kind, target, f"citation: {citation.rule}")
    return sorted([(d.start, d.end) for kind in (Kind.INSTRUMENT, Kind.UN_DOC) for d in page.of[kind]])


_AMONG: Final = re.compile(r" (?:among|between|of) (?:the |all )?")


def lengthened(page: Page) -> None:
    """A title goes on with those whose instrument it is: "… among the SCO member states"."""
    for draft in tuple(page.of[Kind.INSTRUMENT]):
        link = _AMONG.match(page.text, draft.end)
        group = page.starts.get(link.end()) if link else None
        if group and group.kind is Kind.STATE_GROUP:
            page.drop(draft)
            page.add(draft.start, group.end, Kind.INSTRUMENT, draft.meant, draft.rule)


_CAPITAL: Final = r"[A-ZÀ-ÞА-Я]"
_LED_IN: Final = frozenset(
    words("""
        The In By Its This That These Each Pursuant Under Of On At And To For With As All Our Any No Such Recalls
        Welcomes Urges Invites Requests Decides Notes Stresses Supports Encourages Reaffirms States Parties Heads We
        New Old Former A An Other Both
    """)
)
"""Words with a capital before a name that are no part of it, as participles are none."""
_ON: Final = re.compile(
    r" (?:on|for|of|to|under)(?: the)?(?: (?:implementation|realization|realisation|execution) of)? (?:the )?"
)


def instrument(page: Page, hit: Hit, taken: list[tuple[int, int]]) -> None:
    """A title that no list has: a noun with a capital, and what it is on; "Plan of Actions on … the Programme"."""
    if stretch := inside(taken, hit.start):
        if stretch[0] < hit.start and (known := _known(page.text[hit.start : stretch[1]])):
            page.add(hit.start, stretch[1], kind_of(known[0]), known[0], "title within a title")
        return
    if not _titled(page, hit) or _alone(page.text, hit):
        return
    right = _right(page.text, hit.end)
    left = capitals_from(page.text, hit.start)
    link = _ON.match(page.text, right)
    whole = page.starts.get(link.end()) if link else None
    if whole and whole.kind is Kind.INSTRUMENT:
        page.add(left, whole.end, Kind.INSTRUMENT, None, "instrument on an instrument")
    elif right > hit.end or left < hit.start:
        page.add(left, right, Kind.INSTRUMENT, None, "title by its capitals")


@lru_cache(maxsize=1_000)
def _known(name: str) -> tuple[str, ...]:
    return meant(name)


def body(page: Page, hit: Hit) -> bool:
    """A body that no list has, by its capitals: "League of Highland States"; whether there was one."""
    if not _titled(page, hit) or _alone(page.text, hit):
        return False
    left, right = capitals_from(page.text, hit.start), _right(page.text, hit.end)
    if left == hit.start and right == hit.end:
        return False
    organ = _ORGANS.fullmatch(page.text, hit.start, hit.end)
    page.add(left, right, Kind.ORGAN if organ else Kind.ORG, None, "body by its capitals")
    return True


_ORGANS: Final = re.compile(
    r"(?:sub)?committees?|councils?|commissions?|assembly|boards?|secretariat|bureau|conference|court|tribunal"
    r"|(?:под)?комите\w+|совет\w*|комисси\w+|ассамбле\w+|секретариат\w*|comité|conseil|commission|assemblée|secrétariat"
    r"|consejo|comisión|asamblea|secretaría",
    re.IGNORECASE,
)


def _titled(page: Page, hit: Hit) -> bool:
    """Whether every word of a name has a capital, as in English: else nothing tells where a name ends."""
    return _capitals(page.setting.language or "en") and page.text[hit.start : hit.end].isascii()


@cache
def _capitals(tag: str) -> bool:
    entry = language(tag)
    return entry is None or entry.names.titled


def _alone(text: str, hit: Hit) -> bool:
    """Whether no name can go on from a noun: neither a capital nor a word that joins stands beside it."""
    before = text[text.rfind(" ", max(0, hit.start - _FAR), hit.start - 1) + 1 : hit.start]
    after = text[hit.end + 1 : hit.end + 16].partition(" ")[0]
    return not (before[:1].isupper() or "\n" in before or after[:1].isupper() or after in _joining())


_FAR: Final = 70
"""No name begins further before the noun that it is built on."""


@cache
def _joining() -> frozenset[str]:
    """The words that a name may go on with after its noun."""
    joins = (join for entry in languages() for join in entry.names.joins if entry.names.titled)
    return frozenset(join.partition(" ")[0] for join in joins) | frozenset(("on", "for", "of", "to", "under"))


def capitals_from(text: str, start: int) -> int:
    """Where the words with a capital begin that stand before a place in its line."""
    words: list[str] = []
    low = max(0, start - _FAR)
    low = text.rfind("\n", low, start) + 1 or low
    at = start
    while at > low and text[at - 1] == " ":
        begin = text.rfind(" ", low, at - 1) + 1 or low
        if not (text[begin].isupper() and text[at - 2].isalnum()):
            break
        words.append(text[begin : at - 1])
        at = begin
    while words and (words[-1] in _LED_IN or words[-1].endswith("ing")):
        at += len(words.pop()) + 1
    return at


def _right(text: str, end: int) -> int:
    after = _after().match(text, end)
    return after.end() if after else end


@cache
def _after() -> re.Pattern[str]:
    """What may follow a noun that names are built on: words with a capital, and what joins them."""
    joins = {join for entry in languages() for join in entry.names.joins if entry.names.titled}
    join = "|".join(map(re.escape, sorted(joins, key=len, reverse=True)))
    word = rf"{_CAPITAL}[\w'’-]*"
    listed = rf"(?: (?:on|for)(?: the)? {word}(?:(?:,| and|, and)? {word})*)"
    return re.compile(rf"(?:{listed}|(?: (?:{join})){{0,3}} {word}){{1,12}}")


_DESCRIBING: Final = frozenset(
    words("""
        universal international regional bilateral multilateral relevant national basic existing applicable fundamental
        constituent statutory legal long-term medium-term economic trade development programme policy counterterrorism
        counter-terrorism anti-terrorism antiterrorism human rights disarmament environmental core main key joint social
        cultural
    """)
)
"""What instruments are called where several are meant. A drafting convention."""


def _described(text: str, start: int) -> int:
    """Where the describing words before a place begin; "and" may stand between two of them."""
    joined = start
    while (end := joined - 1) > 0 and text[end] == " ":
        begin = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1
        word = text[begin:end].lower()
        if word in _DESCRIBING:
            start = begin
        elif word != "and" or joined != start:
            break
        joined = begin
    return start


_MORE: Final = re.compile(r"(?: and (?:programs|programmes|plans|projects|protocols|agreements|treaties|conventions"
                          r"|instruments|strategies|documents))?")  # fmt: skip
_MADE_IN: Final = re.compile(
    r" (?:(?:adopted|signed|concluded|executed|reached)"
    r"(?: and (?:[a-z]+ )?(?:adopted|signed|concluded|executed|reached))?"
    r" )?(?:and agreements (?:reached|concluded) )?(?:within|by|in the framework of|of|under) (?:the )?"
)


def instruments(page: Page, hit: Hit, taken: list[tuple[int, int]]) -> None:
    """Finds "relevant UN SC resolutions", "universal counter-terrorism conventions": several together."""
    text = page.text
    if text[hit.start].isupper() or inside(taken, hit.start):
        return
    first = start = _described(text, hit.start)
    owner = page.ends.get(start - 1)
    owned = owner is not None and owner.kind in _OWNERS and text[start - 1] == " "
    if owned and owner:
        start = _described(text, owner.start)
    made = None if owned else _MADE_IN.match(text, hit.end)
    whose = page.starts.get(made.end()) if made else None
    made_by = whose if whose and whose.kind in _OWNERS else None
    described = owned or " " in text[first : hit.start - 1] or _TELLING.match(text, first)
    if not (made_by or described) or (first == hit.start and _LOOSE.fullmatch(text, first, hit.end)):
        return
    if made_by:
        page.add(start, made_by.end, Kind.INSTRUMENT_GROUP, None, "instruments of an organisation")
    else:
        more = _MORE.match(text, hit.end)
        page.add(start, more.end() if more else hit.end, Kind.INSTRUMENT_GROUP, None, "described instruments")


_LOOSE: Final = re.compile(r"program(?:me)?s|plans|documents|statements|strategies")
"""Nouns of much that is no instrument: "funds and programmes of the United Nations"."""
_OWNERS: Final = frozenset((Kind.ORG, Kind.ORGAN))
_TELLING: Final = re.compile(r"universal |[\w-]*terrorism |disarmament ", re.IGNORECASE)


def whole(page: Page, start: int, end: int) -> Draft:
    """The document itself, where its title stands."""
    return page.add(start, end, Kind.DOCUMENT, None, "the title")
