"""One address for everything."""

import re
from functools import lru_cache
from typing import Final, Self
from urllib.parse import quote, unquote

from acquis.errors import BadAddress
from acquis.model.span import Span

UNITS: Final = (
    *("title", "pre", "sec", "ch", "part", "art", "pp", "op", "p", "item"),
    *("b", "h", "note", "sig", "tbl", "annex"),
)
"""The units that a part may be named by; the number that is printed (or counted) follows."""

_NUMBER = r"[^\W_]+(?:-[^\W_]+)*(?:!\d+)?"
_NAMED = (
    rf"(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})(?:\d[^\W_]*(?:-[^\W_]+)*(?:!\d+)?|-{_NUMBER}|(?:!\d+))?"
)
_PART = rf"{_NAMED}(?:\.(?!s\d){_NUMBER})*"  # below the first, a unit with its number is a number like any other
_UNSEEN = "\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff"
_ADDRESS: Final = re.compile(
    rf"(?P<work>(?P<scheme>[a-z][a-z0-9-]*):(?P<local>[^\s#@~!?%&<>\"'`\\|;^{{}}\[\]${_UNSEEN}]+))"
    rf"(?:@(?P<language>[A-Za-z0-9]{{1,8}}(?:-[A-Za-z0-9]{{1,8}})*))?"
    rf"(?:#(?P<part>{_PART})(?:\.\.(?P<last>{_PART})|\.s(?P<sentence>[1-9][0-9]{{0,8}})|~(?P<start>[0-9]{{1,12}})-(?P<end>[0-9]{{1,12}}))?)?"
)
_EVENT: Final = re.compile(r"ev-[a-z0-9]{12,}")


@lru_cache(maxsize=4_096)
def _parsed(value: str) -> re.Match[str] | None:
    """What an address says of itself: each of its properties asks, and a page names one address several times."""
    return _ADDRESS.fullmatch(value)


class Pinpoint(str):
    """A checked address of a work, an expression, a part, a sentence, some words, or a range of parts.

    Printed the same in SQL, JSON, logs and exports; in URLs the part after `#` is a path segment.

    >>> here = Pinpoint("un:A/RES/70/1@en#op12.a~14-63")
    >>> here.work, here.language, here.part, here.words
    ('un:A/RES/70/1', 'en', 'op12.a', Span(start=14, end=63))
    >>> Pinpoint("un:A/RES/70/1@en#op12.s2").sentence
    2

    Raises `BadAddress` for anything else.
    """

    __slots__ = ()

    def __new__(cls, value: str) -> Self:
        """The checked address; the error says which forms would work."""
        if not _parsed(value) and not _EVENT.fullmatch(value):
            raise BadAddress(
                f"{value!r} is no address. An address looks like sco:2011-06-15/astana-declaration, "
                "un:A/RES/70/1@en or un:A/RES/70/1@en#op12.a~14-63."
            )
        here = super().__new__(cls, value)
        start, end = here._group("start"), here._group("end")
        if start is not None and end is not None and int(start) >= int(end):
            raise BadAddress(f"{value!r} points at no words: after ~ the second number must be the larger.")
        return here

    def _group(self, name: str) -> str | None:
        found = _parsed(self)
        return found[name] if found else None

    @property
    def work(self) -> "Pinpoint":
        """The work, whatever its language."""
        return Pinpoint(self._group("work") or self)

    @property
    def scheme(self) -> str:
        """What stands before the colon: an organisation, `treaty`, `file`, `state` …; `ev` for an event."""
        return self._group("scheme") or "ev"

    @property
    def local(self) -> str:
        """What stands after the colon: the symbol, or date and slug."""
        return self._group("local") or str(self)

    @property
    def language(self) -> str | None:
        """The BCP 47 tag of the expression; None where the best expression is meant."""
        return self._group("language")

    @property
    def expression(self) -> "Pinpoint":
        """The work in its language, without part; the work itself where no language is named."""
        return Pinpoint(self.split("#", 1)[0])

    @property
    def part(self) -> str | None:
        """The part, without sentence and words; the first one of a range."""
        return self._group("part")

    @property
    def last(self) -> str | None:
        """The last part of a range; None for a single part."""
        return self._group("last")

    @property
    def sentence(self) -> int | None:
        """The sentence of the part, counted from 1."""
        number = self._group("sentence")
        return int(number) if number else None

    @property
    def words(self) -> Span | None:
        """The stretch of the part's text, without its printed number, in code points."""
        start, end = self._group("start"), self._group("end")
        return None if start is None or end is None else Span(int(start), int(end))

    def at(self, part: str | None = None, *, sentence: int | None = None, words: Span | None = None) -> "Pinpoint":
        """The same expression at that part, or at a sentence or words of it.

        >>> Pinpoint("sco:2007-08-16/bishkek-declaration@en").at("p14", sentence=2)
        'sco:2007-08-16/bishkek-declaration@en#p14.s2'
        """
        tail = f"#{part}" if part else ""
        tail += f".s{sentence}" if sentence else ""
        tail += f"~{words.start}-{words.end}" if words else ""
        return Pinpoint(self.expression + tail)

    def to(self, last: str) -> "Pinpoint":
        """The range from this part to `last`."""
        return Pinpoint(f"{self.expression}#{self.part}..{last}")

    def speaking(self, language: str) -> "Pinpoint":
        """The same place in the expression of that language."""
        head, mark, tail = self.partition("#")
        return Pinpoint(f"{Pinpoint(head).work}@{language}{mark}{tail}")

    @property
    def url(self) -> str:
        """The address as the path of a URL; `Pinpoint.from_url` reads it back.

        >>> Pinpoint("un:A/RES/70/1@en#op12.a").url
        '/d/un/A/RES/70/1/@en/op12.a'
        """
        head, _, tail = self.partition("#")
        language = f"/@{self.language or ''}" if self.language or tail else ""
        path = f"/d/{self.scheme}/{quote(Pinpoint(head).local, safe='/().+*:,=')}{language}"
        return path + (f"/{quote(tail, safe='.!~')}" if tail else "")

    @classmethod
    def from_url(cls, path: str) -> "Pinpoint":
        """The address that `url` printed."""
        found = re.fullmatch(
            r"/d/(?P<scheme>[^/]+)/(?P<local>.+?)(?:/@(?P<language>[^/]*)(?:/(?P<tail>[^/]+))?)?", path
        )
        if not found:
            raise BadAddress(f"{path!r} is no path of a document: they look like /d/un/A/RES/70/1/@en/op12.a.")
        language = f"@{found['language']}" if found["language"] else ""
        tail = f"#{unquote(found['tail'])}" if found["tail"] else ""
        return cls(f"{found['scheme']}:{unquote(found['local'])}{language}{tail}")
