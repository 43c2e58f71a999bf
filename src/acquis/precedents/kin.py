"""Which texts are one document: its translations, copies, drafts and corrections. None is a later use of another."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any, Final, TypeAlias, TypeVar

from msgspec import Struct

from acquis.archive.naming import title_words
from acquis.model import Pinpoint

Name = TypeVar("Name", bound=Hashable)

Cites: TypeAlias = Callable[[str, str], bool]
"""Whether the text at the one address cites the work at the other: the evidence that texts of one day need."""

_JOINED: Final = frozenset({"same", "translation", "copy", "draft"})
"""What a person may say of two documents that makes them one."""

_CHANGED: Final = re.compile(r"(?:/(?:Rev|Add|Corr|Amend|Mod)\.\d+)+$")
_LIMITED: Final = re.compile(r"(?:^|/)L\.\d+")
"""Drafts have a symbol of the limited series: A/C.3/78/L.49, FCCC/CP/2015/L.9."""

_YEAR: Final = 400
"""Days that a draft may come before the text it became: sessions are a year apart, and some run over."""

_TITLE: Final = 3
_COPIED: Final = 0.9
_OFTEN: Final = 50
"""A passage that stands in more texts than this says nothing of which of them are copies."""


class Expression(Struct, frozen=True, gc=False):
    """A text as the catalogue has it; `day` is an ISO date as far as it is known."""

    address: str
    work: str
    language: str
    standing: str = ""
    organisation: str | None = None
    organ: str | None = None
    kind: str | None = None
    title: str | None = None
    symbol: str | None = None
    day: str | None = None

    @property
    def draft(self) -> bool:
        """Whether it was put forward and not yet agreed."""
        return self.kind == "draft" or _LIMITED.search(self.symbol or "") is not None

    @property
    def series(self) -> tuple[str, ...] | None:
        """What it continues: texts of one organ and kind, with a symbol also of one subject; None where not known.

        A title that says no more than its kind ("Resolution 1250 (1999)") names no subject.

        >>> symbol = "A/RES/61/88"
        >>> Expression(f"un:{symbol}@en", f"un:{symbol}", "en", "", "un", "GA", "resolution", "Oceans", symbol).series
        ('un', 'GA', 'resolution', 'oceans')
        """
        return _series(self.organisation, self.organ, self.kind, self.title if self.symbol else None, bool(self.symbol))


@lru_cache(maxsize=100_000)
def _series(
    organisation: str | None, organ: str | None, kind: str | None, title: str | None, symbol: bool
) -> tuple[str, ...] | None:
    subject = tuple(word for word in _subject(title or "") if word != kind) if symbol else ()
    if organisation is None or kind is None or (symbol and not subject):
        return None
    return organisation, organ or "", kind, *subject


@lru_cache(maxsize=100_000)
def _subject(title: str) -> tuple[str, ...]:
    """The words of a title in order of the alphabet, without figures: what recurs from year to year."""
    return tuple(sorted(word for word in title_words(title) if word.isalpha()))


class Member(Struct, frozen=True, gc=False):
    """A passage and the words it has: `text` numbers them, `size` counts them, `place` is its place in the text."""

    address: str
    text: int
    place: int
    size: int
    expression: Expression


class Judgement(Struct, frozen=True):
    """What a person said of two texts or passages; it holds for ever, against any likeness."""

    first: str
    second: str
    relation: str

    @property
    def passages(self) -> bool:
        """Whether it is about passages and not about whole texts."""
        return "#" in self.first and "#" in self.second


class Kin:
    """Which texts are one document, by the work that names it."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def name(self, expression: Expression) -> str:
        """The document's name: the work of its first text."""
        return self._names.get(expression.work, expression.work)

    def one(self, first: Expression, second: Expression) -> bool:
        """Whether two texts are one document."""
        return self.name(first) == self.name(second)


def expression_of(row: Any) -> Expression:
    """A row of the catalogue as a plain value."""
    return Expression(*(getattr(row, name) for name in Expression.__struct_fields__))


def judgements_of(edits: Iterable[Any], forwards: Mapping[str, str]) -> tuple[Judgement, ...]:
    """What people said of two texts or passages, from the rows of what was entered.

    `forwards` lead from addresses that were corrected since: what was said of those holds for ever.
    """
    related = [(edit.address, json.loads(edit.body)) for edit in edits if edit.verb == "relate"]
    return tuple(
        Judgement(_now(address, forwards), _now(body["other"], forwards), body["relation"]) for address, body in related
    )


def _now(address: str, forwards: Mapping[str, str]) -> str:
    """Where an address leads now, of a text or of a passage."""
    given = Pinpoint(address)
    rest = given.removeprefix(given.expression)
    if (text := forwards.get(given.expression)) is not None:
        return text + rest
    return forwards.get(given.work, given.work) + given.removeprefix(given.work)


def before(first: str | None, second: str | None) -> bool:
    """Whether a day is known to come before another: not where the one is the other's month or year.

    >>> before("2007", "2007-08"), before("2007", "2008-01-31"), before(None, "2008")
    (False, True, False)
    """
    return first is not None and second is not None and first < second and not second.startswith(first)


def source(first: Expression, second: Expression, kin: Kin, cites: Cites) -> bool:
    """Whether the one may be where the other has its words from.

    It is another document and comes before it; of one day, or where a day is not known, only what the other cites.
    """
    if kin.one(first, second):
        return False
    if before(first.day, second.day):
        return True
    return not before(second.day, first.day) and cites(second.address, first.work)


def kin_of(
    expressions: Sequence[Expression],
    judgements: Sequence[Judgement] = (),
    copies: Iterable[tuple[str, str]] = (),
) -> Kin:
    """The documents that texts belong to. `copies` are works that have the same words (`copies_of`).

    What a person said is joined first; what a person said is different is never joined, by whatever way round.
    """
    order = {each.work: at for at, each in enumerate(sorted(expressions, key=first_use))}
    said = [(_work(j.first), _work(j.second), j.relation) for j in judgements if not j.passages]
    apart = [(a, b) for a, b, relation in said if relation == "different"]
    given = sorted((a, b) for a, b, relation in said if relation in _JOINED)
    found = sorted({*_changes(expressions), *_drafts(expressions), *copies})
    groups = joined([*given, *found], apart)

    def rank(work: str) -> tuple[int, str]:
        return order.get(work, len(order)), work

    return Kin({work: min(group, key=rank) for work, group in groups.items()})


def joined(edges: Iterable[tuple[Name, Name]], apart: Iterable[tuple[Name, Name]]) -> dict[Name, set[Name]]:
    """The group of each name: edges are followed in their order, save one that would join two that are apart."""
    groups: dict[Name, set[Name]] = {}
    barred: defaultdict[Name, set[Name]] = defaultdict(set)
    for a, b in apart:
        barred[a].add(b)
        barred[b].add(a)
    for a, b in edges:
        one, other = groups.setdefault(a, {a}), groups.setdefault(b, {b})
        if one is other or any(barred[each] & other for each in one):
            continue
        one |= other
        groups |= dict.fromkeys(other, one)
    return groups


def copies_of(members: Iterable[Member]) -> Iterator[tuple[str, str]]:
    """Works of one day that share nine tenths of their words both ways: one document, kept under two names.

    Works of different days are not: a resolution that is adopted again word for word is a later use.
    """
    texts: defaultdict[int, dict[str, Expression]] = defaultdict(dict)
    sizes: defaultdict[str, int] = defaultdict(int)
    words: dict[int, int] = {}
    for each in members:
        if each.expression.address not in texts[each.text]:
            sizes[each.expression.address] += each.size
        texts[each.text][each.expression.address] = each.expression
        words[each.text] = each.size
    shared: defaultdict[tuple[str, str], int] = defaultdict(int)
    works: dict[tuple[str, str], tuple[str, str]] = {}
    for text, held in texts.items():
        for one, other in combinations(sorted(held.values(), key=lambda each: each.address), 2) if _few(held) else ():
            if one.work != other.work and one.day == other.day:
                shared[one.address, other.address] += words[text]
                works[one.address, other.address] = one.work, other.work
    for (a, b), count in shared.items():
        if count >= _COPIED * max(sizes[a], sizes[b]):
            yield works[a, b]


def first_use(expression: Expression) -> tuple[bool, str, str]:
    """What to sort by for the first: the day, undated ones last, then the address."""
    return expression.day is None, expression.day or "", expression.address


def _few(held: Mapping[str, Expression]) -> bool:
    return len(held) <= _OFTEN


def _work(address: str) -> str:
    return str(Pinpoint(address).work)


def _changes(expressions: Iterable[Expression]) -> Iterator[tuple[str, str]]:
    """Revisions, corrections and addenda with what they change, by their symbols."""
    by: defaultdict[tuple[str | None, str], set[str]] = defaultdict(set)
    for each in expressions:
        if each.symbol:
            by[each.organisation, _CHANGED.sub("", each.symbol)].add(each.work)
    for works in by.values():
        yield from pairwise(sorted(works))


def _drafts(expressions: Iterable[Expression]) -> Iterator[tuple[str, str]]:
    """Drafts with the text of the same organ and subject that was adopted within a year after."""
    agreed: defaultdict[tuple[str, str | None, str], list[tuple[Expression, frozenset[str]]]] = defaultdict(list)
    for each in expressions:
        title = title_words(each.title or "")
        if each.organisation and not each.draft and len(title) >= _TITLE:
            agreed[each.organisation, each.organ, min(title)].append((each, title))
    for draft in (each for each in expressions if each.draft and each.organisation):
        title = title_words(draft.title or "")
        for word in title:
            held = agreed.get((draft.organisation or "", draft.organ, word), ())
            yield from ((draft.work, each.work) for each, own in held if own <= title and _soon(draft, each))


def _soon(draft: Expression, agreed: Expression) -> bool:
    """Whether a text was adopted after a draft, at its session; of partial and unknown days nothing is said."""
    from acquis.model import Day

    if draft.day is None or agreed.day is None:
        return False
    return 0 <= (Day.parse(agreed.day).first - Day.parse(draft.day).first).days <= _YEAR
