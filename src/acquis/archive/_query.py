"""What was asked for: the language of search, read into a tree of what must stand in a passage."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from acquis.archive._asked import (
    HELP,
    TEXTS,
    Every,
    Near,
    Node,
    Not,
    Some,
    Way,
    Words,
    field_named,
    joined,
    schemes,
    valued,
)
from acquis.archive.forms import forms, spellings, split
from acquis.archive.tokens import folded
from acquis.errors import BadQuery

LONGEST: Final = 20_000
"""A query of more characters than this is refused, as is one that nests deeper or names more words than these."""
_DEEPEST: Final = 40
_MOST_WORDS: Final = 500
_MOST_WAYS: Final = 32
_FARTHEST: Final = 100


@dataclass(frozen=True, slots=True)
class Widened:
    """What else was looked for: the typed words, and their other spellings and forms."""

    typed: str
    forms: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.typed}: {', '.join(self.forms)}"


def parsed(words: str, filters: Mapping[str, str | Sequence[str]] | None = None) -> Node:
    """The tree of what was asked. Words that nothing stands between must all be in the passage.

    AND, OR and NOT in capitals; NOT binds closest, then AND, then OR. `filters` are fields, each one of whose values
    must hold. `BadQuery` says what cannot be read, where, and what would work.

    >>> parsed('"member States" year:2007..2011').parts[1]
    Between(first=20070101, last=20111231)
    """
    if len(words) > LONGEST:
        raise BadQuery(f"The query has {len(words):,} characters; up to {LONGEST:,} can be searched for at once.")
    parts = _Reader(words).whole() if words.strip() else ()
    parts += tuple(filtered(filters or {}))
    if not parts:
        raise BadQuery(f"Nothing was asked for. {HELP}.")
    return parts[0] if len(parts) == 1 else Every(parts)


def filtered(filters: Mapping[str, str | Sequence[str]]) -> Iterator[Node]:
    """What a form or a facet narrows a search to: fields by name, each with a value or several of which one holds."""
    for name, given in sorted(filters.items()):
        values = [given] if isinstance(given, str) else list(given)
        yield joined(Some, [valued(field_named(name, 0), value, f"{name}: {value}") for value in values])


def widened(node: Node, languages: tuple[str, ...] = ()) -> tuple[Node, tuple[Widened, ...]]:
    """The tree with the other spellings and forms of its words, and what these are, in the order of the query.

    What stands in quotation marks is taken as typed but for its spelling; what must not be there is taken as typed.
    """
    found: list[Widened] = []
    return _widen(node, languages, found), tuple(dict.fromkeys(found))


def side_by_side(node: Node) -> Node | None:
    """The same search with its plain words as one phrase; None where there are not two of them."""
    if not isinstance(node, Every):
        return None
    plain = [part for part in node.parts if isinstance(part, Words) and part.field == "words" and not part.quoted]
    if len(plain) < 2:
        return None
    phrase = Words((tuple(word for part in plain for word in part.ways[0]),), " ".join(part.typed for part in plain))
    return Every((phrase, *(part for part in node.parts if part not in plain)))


def sought(node: Node) -> tuple[Words | Near, ...]:
    """What may be shown in the words of a passage: everything looked for in them and not excluded."""
    if isinstance(node, (Words, Near)):
        return (node,) if node.field == "words" else ()
    if isinstance(node, (Every, Some)):
        return tuple(leaf for part in node.parts for leaf in sought(part))
    return ()


# --- widening ---------------------------------------------------------------------------------------------------


def _widen(node: Node, languages: tuple[str, ...], found: list[Widened]) -> Node:
    if isinstance(node, Words):
        ways = tuple(dict.fromkeys((*node.ways, *(_quoted_ways if node.quoted else _ways)(node, languages))))
        if len(ways) > len(node.ways):
            found.append(Widened(node.typed, tuple(" ".join(way) for way in ways if way not in node.ways)))
        return replace(node, ways=ways)
    if isinstance(node, Near):
        places = tuple((*place, *spellings(place[0], languages)) for place in node.places)
        found += [Widened(place[0], place[1:]) for place in places if len(place) > 1]
        return replace(node, places=places)
    if isinstance(node, (Every, Some)):
        return replace(node, parts=tuple(_widen(part, languages, found) for part in node.parts))
    return node


def _forms(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    return () if word.endswith("*") else forms(word, languages)


def _ways(node: Words, languages: tuple[str, ...]) -> Iterator[Way]:
    """Of a plain word its other spellings and forms; of one with a hyphen the word without, and the other way round."""
    for way in node.ways:
        if len(way) == 1:
            others = _forms(way[0], languages)
            yield from ((other,) for other in others)
            yield from (pair for word in (way[0], *others) if (pair := split(word)))
        elif _HYPHEN.fullmatch(node.typed):
            whole = "".join(way)
            yield from ((word,) for word in (whole, *_forms(whole, languages)))
            yield from ((*way[:-1], other) for other in _forms(way[-1], languages))


def _quoted_ways(node: Words, languages: tuple[str, ...]) -> Iterator[Way]:
    """A phrase is taken as typed but for its spelling: -ise and -ize, and the hyphen of co-operation."""
    for way in node.ways:
        places = [[(word,), *_spelt(word, languages)] for word in way]
        for chosen in _some(product(*places)):
            yield tuple(word for part in chosen for word in part)
    joined = folded(_HYPHENS.sub(lambda found: found[1] + found[2], node.typed))
    if joined and not any("*" in word for way in node.ways for word in way):
        yield tuple(joined.split())


def _spelt(word: str, languages: tuple[str, ...]) -> list[Way]:
    pair = split(word)
    return [*((other,) for other in spellings(word, languages)), *([pair] if pair else [])]


def _some(ways: Iterator[tuple[Way, ...]]) -> Iterator[tuple[Way, ...]]:
    """The first ways of a product: a long phrase has more spellings than are worth a look."""
    return (way for way, _ in zip(ways, range(_MOST_WAYS), strict=False))


_HYPHEN: Final = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+")
_HYPHENS: Final = re.compile(r"([^\W\d_])[-‐‑]([^\W\d_])")


# --- reading ----------------------------------------------------------------------------------------------------

_QUOTES: Final = {'"': '"', "“": "”", "„": "“", "«": "»", "”": "”"}
_FIELD: Final = re.compile(r"([^\W\d_]+):(?=\S|$)")
_NEARNESS: Final = re.compile(r"~(\d{1,6})?")
_STOPS: Final = frozenset("()") | frozenset(_QUOTES)


class _Reader:
    """Reads a query from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.words = 0
        self.field = "words"

    def whole(self) -> tuple[Node, ...]:
        """The parts of the whole query that must all hold."""
        node = self._either(0)
        if not self._done():
            raise self._bad("no '(' for this ')'", "Leave it out or open it before")
        if node is None:
            raise BadQuery(f"{_short(self.text)} has no letters or digits to look for. {HELP}.")
        return node.parts if isinstance(node, Every) else (node,)

    def _either(self, depth: int) -> Node | None:
        """What OR joins."""
        self._not_too_deep(depth)
        parts = [self._both(depth)]
        while self._word("OR"):
            self._needs(parts[-1], "OR", "before")
            parts.append(self._both(depth))
            self._needs(parts[-1], "OR", "after")
        found = [part for part in parts if part is not None]
        return joined(Some, found) if found else None

    def _both(self, depth: int) -> Node | None:
        """What AND joins, written or not."""
        parts: list[Node] = []
        while not self._done() and self.text[self.at] != ")" and not self._next("OR"):
            linked = self._word("AND")
            if linked:
                self._needs(parts[-1] if parts else None, "AND", "before")
            part = self._one(depth)
            if linked:
                self._needs(part, "AND", "after")
            parts += [part] if part is not None else []
        return joined(Every, parts) if parts else None

    def _one(self, depth: int) -> Node | None:
        """A word, a phrase, a field, a group, or the exclusion of one; None for a sign that says nothing."""
        self._not_too_deep(depth)
        if self._done() or self.text[self.at] == ")" or self._next("OR", "AND"):
            return None
        if self._word("NOT") or self._sign("-"):
            if (part := self._one(depth + 1)) is None:
                raise self._bad("nothing stands after NOT", "Name what must not be there: peace NOT draft")
            return Not(part)
        if self._sign("+"):
            return self._one(depth + 1)
        letter = self.text[self.at]
        if letter == "(":
            return self._group(depth)
        if letter in _QUOTES:
            return self._phrase()
        if self.field == "words" and (found := _FIELD.match(self.text, self.at)):
            return self._in_field(found, depth)
        return self._plain()

    def _group(self, depth: int) -> Node | None:
        start = self.at
        self.at += 1
        node = self._either(depth + 1)
        if self._done():
            raise self._bad("no ')' for this '('", "Close it", start)
        self.at += 1
        return node

    def _phrase(self) -> Node | None:
        start, close = self.at, _QUOTES[self.text[self.at]]
        end = self.text.find(close, start + 1)
        end = end if end >= 0 or close == '"' else self.text.find('"', start + 1)
        if end < 0:
            raise self._bad("no closing quotation mark for this one", "Close it", start)
        inner = self.text[start + 1 : end]
        self.at = end + 1
        near = _NEARNESS.match(self.text, self.at)
        if near is None:
            return self._words(inner, f'"{inner}"', quoted=True)
        return self._near(inner, near)

    def _near(self, inner: str, near: re.Match[str]) -> Node | None:
        if not near[1] or int(near[1]) > _FARTHEST:
            raise self._bad(
                "no number of words after the ~",
                f'Say how many other words may stand between, up to {_FARTHEST}: "arms race"~5',
            )
        self.at = near.end()
        way = self._way(inner)
        if len(way) < 2:
            raise self._bad("~ needs two words at least within the quotation marks", '"arms race"~5 works')
        return Near(tuple((word,) for word in way), int(near[1]), f'"{inner}"~{near[1]}', self.field)

    def _plain(self) -> Node | None:
        chunk = self._chunk(_STOPS)
        return self._words(chunk, chunk, quoted=False)

    def _words(self, text: str, typed: str, *, quoted: bool) -> Node | None:
        way = self._way(text)
        return Words((way,), typed, self.field, quoted) if way else None

    def _way(self, text: str) -> Way:
        """The words of what was typed; a * stands after the beginning of a word."""
        way: list[str] = []
        pieces = text.split("*")
        for number, piece in enumerate(pieces):
            found = folded(piece).split()
            if number < len(pieces) - 1:
                self._begins(piece, found)
                found[-1] += "*"
            if number and piece[:1].isalnum():
                raise self._bad(f"a * within a word: {_short(text)}", "It stands at the end: secur*")
            way += found
        if len(way) > 1 and any(word.endswith("*") and len(word) < 4 and word.isascii() for word in way):
            raise self._bad("too little before a * within a phrase", 'Three letters at least: "secur* council"')
        self.words += len(way)
        if self.words > _MOST_WORDS:
            raise BadQuery(f"The query names more than {_MOST_WORDS} words. Ask for fewer, or for a part of them.")
        return tuple(way)

    def _begins(self, piece: str, found: list[str]) -> None:
        if not found or not piece[-1:].isalnum() or (len(found[-1]) < 2 and found[-1].isascii()):
            raise self._bad("too little before the *", "Two letters at least: secur*")

    def _in_field(self, found: re.Match[str], depth: int) -> Node | None:
        start = self.at
        if found[1].casefold() in schemes():
            chunk = self._chunk(frozenset())
            return valued("address", chunk, chunk)
        name = field_named(found[1], start + 1)
        self.at = found.end()
        if name in TEXTS:
            self.field = name
            node = self._one(depth + 1)
            self.field = "words"
            return node if node is not None else valued(name, "", f"{name}:")
        if self.text[self.at : self.at + 1] in _QUOTES:
            close = self.text.find(_QUOTES[self.text[self.at]], self.at + 1)
            if close < 0:
                raise self._bad("no closing quotation mark for this one", "Close it")
            value, self.at = self.text[self.at + 1 : close], close + 1
            return valued(name, value, value)
        chunk = self._chunk(frozenset() if name in ("address", "symbol") else frozenset(")"))
        values = [value for value in chunk.split(",") if value] if name not in ("address", "symbol") else [chunk]
        return joined(Some, [valued(name, value, f"{name}:{value}") for value in values or [""]])

    def _chunk(self, stops: frozenset[str]) -> str:
        """What stands up to the next blank, or the next of these signs; a closing one that was opened within stays."""
        start, opened = self.at, 0
        while self.at < len(self.text) and not self.text[self.at].isspace() and self.text[self.at] not in stops:
            opened += (self.text[self.at] == "(") - (self.text[self.at] == ")")
            if opened < 0:
                break
            self.at += 1
        return self.text[start : self.at]

    def _not_too_deep(self, depth: int) -> None:
        if depth > _DEEPEST:
            raise self._bad(f"more than {_DEEPEST} parentheses or NOTs within each other", "Ask in several searches")

    def _done(self) -> bool:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.at >= len(self.text)

    def _next(self, *words: str) -> bool:
        """Whether one of these words comes next, in capitals and alone."""
        ends = (
            self.text[self.at + len(word) : self.at + len(word) + 1]
            for word in words
            if self.text.startswith(word, self.at)
        )
        return any(end in ("", "(", ")", *_QUOTES) or end.isspace() for end in ends)

    def _word(self, word: str) -> bool:
        if self._done() or not self._next(word):
            return False
        self.at += len(word)
        return True

    def _sign(self, sign: str) -> bool:
        """A sign that stands right before what it is about."""
        if not self.text.startswith(sign, self.at) or not self.text[self.at + 1 : self.at + 2].strip(" \t\r\n)-+"):
            return False
        self.at += 1
        return True

    def _needs(self, part: Node | None, word: str, side: str) -> None:
        if part is None:
            raise self._bad(
                f"nothing stands {side} {word}", f"In small letters, '{word.lower()}' is looked for as a word"
            )

    def _bad(self, what: str, works: str, at: int | None = None) -> BadQuery:
        return BadQuery(f"{_short(self.text)}: {what}, at character {(self.at if at is None else at) + 1}. {works}.")


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}…")
