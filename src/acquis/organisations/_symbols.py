"""The grammar of United Nations document symbols: what is one, its normal form, and the years it can be of."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from acquis.organisations import _sessions

_SPACE = r"[ \u00a0\u202f]"
_ROMAN = r"(?:E?S-)?[IVXLC]{1,7}"
_SEGMENT = (
    r"(?:E?S-\d{1,3}"  # special sessions
    r"|[A-Z][A-Za-z]{0,11}\.(?:\d{1,5}(?:\.\d{1,3})?|[IVX]{1,5}\b)[A-Z]?"  # Add.1, CONF.183, C.I
    r"|\d{1,6}[A-Z]?(?:-[A-Z](?![/A-Za-z]))?(?![A-Za-z])"  # 88, 270B, 270A-C
    r"|[A-Z]{1,10}(?:\.[A-Z]{2,8})?(?![a-z.]))"  # RES, PRST, EB.AIR
)
_TAIL = (
    rf"(?:{_SPACE}?[A-Z]{{0,2}}{_SPACE}?\((?:\d{{4}}|{_ROMAN})\)"  # (2011), A (III)
    rf"|{_SPACE}?\((?:Sects?\.|Parts?|Vols?\.){_SPACE}?[0-9IVX]{{1,4}}[A-Z]?\))"  # (Sect. 29C), (Part I)
)
_LOOSE = r"(?:Add|Rev|Corr|CRP)\.\d{1,4}"
_CHANGE = rf"(?:/(?:(?:Rev|Add|Corr|Amend)\.{_SPACE}?\d{{1,3}}|Summary))"
_LETTER = rf"(?:{_SPACE}[A-HJ-Z](?=[,;.:)\]]|{_SPACE}(?:of|and|to|or|adopted)\b|\s*$))"


def pattern(prefixes: tuple[str, ...]) -> str:
    """The regular expression of the symbols that begin with one of these words."""
    bodies = "|".join(sorted(map(re.escape, prefixes), key=len, reverse=True))
    return (
        rf"(?<![0-9A-Za-z/.-])(?:{bodies})(?:\.\d{{1,4}}|\.[A-Z]{{2,5}})?(?://?{_SEGMENT}|/ {_LOOSE}){{1,9}}"
        rf"(?:{_TAIL})?{_CHANGE}{{0,3}}{_LETTER}?"
    )


PREFIXES: Final = (
    *("A", "S", "E", "T", "ST", "CD", "TD", "DP", "CAC", "CTOC", "CAT", "CCPR", "CEDAW", "CERD", "CED", "CMW", "CRC"),
    *(
        "CRPD",
        "HRI",
        "ECE",
        "ESCAP",
        "FCCC",
        "CBD",
        "UNEP",
        "HSP",
        "SPLOS",
        "ISBA",
        "CLCS",
        "NPT",
        "BWC",
        "CCW",
        "APLC",
    ),
    *("PBC", "UNW", "UNICEF", "UNFPA", "ID", "IDB", "LC", "TRANS", "ICCD", "CTBT", "GC", "ICEF", "HS", "ATT", "MEPC"),
)
"""The bodies with which symbols of the United Nations, its programmes and treaty bodies begin."""

HEALTH: Final = r"(?<![0-9A-Za-z/.-])WHA\d{1,2}\.\d{1,3}(?!\d)"
SYMBOL: Final = re.compile(rf"{pattern(PREFIXES)}|{HEALTH}")

_SMALL = (
    "Add",
    "Rev",
    "Corr",
    "Amend",
    "Summary",
    "Sub",
    "Res",
    "Dec",
    "Sect",
    "Sects",
    "Part",
    "Parts",
    "Vol",
    "Vols",
)
_MIXED = {word.upper(): word for word in _SMALL}
_SPLIT = re.compile(r"(?<=^A/RES/)(.+)/(?=[A-Z](?:-[A-Z])?$)")
_CHANGED = re.compile(r"/(?:(?:Rev|Add|Corr|Amend)\.\d+|Summary)$")
_TYPED = re.compile(
    r"(?:(?:ga|sc|hrc|un)\s+)?(?P<kind>res(?:olution|\.)?|dec(?:ision|\.)?)\s+(?P<number>\S.*)", re.IGNORECASE
)
_PAGE: Final = re.compile(rf"(?P<n>\d+){_SPACE}?(?P<letter>[A-Z]{{0,2}}){_SPACE}?\((?P<session>{_ROMAN})\)")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol taken apart: the body that it begins with, what follows, and the marks of later changes.

    >>> parse("A/C.3/78/L.49/Rev.1")
    Symbol(body='A', segments=('C.3', '78', 'L.49'), changes=('Rev.1',))
    """

    body: str
    segments: tuple[str, ...]
    changes: tuple[str, ...] = ()

    @property
    def base(self) -> str:
        """The symbol of the document that the changes are made to."""
        return "/".join((self.body, *self.segments))


def normal_symbol(text: str) -> str | None:
    """The normal form of a printed or typed symbol, fit to stand after `un:`; None for what is no symbol.

    >>> [normal_symbol(t) for t in ("S/RES/1970 (2011)", "A/RES/57/270 B", "a/81/6 (sect. 29c)", "res 1973 (2011)")]
    ['S/RES/1970(2011)', 'A/RES/57/270B', 'A/81/6(Sect.29C)', 'S/RES/1973(2011)']
    """
    bare = " ".join(text.strip().strip("*").split())[:120]
    if typed := _TYPED.fullmatch(bare):
        return _numbered(typed["kind"], typed["number"])
    cased = "/".join(_cased(segment) for segment in re.split(r"//?(?!\()|/(?=\()", bare))
    cased = _SPLIT.sub(r"\1", cased.replace("/(", "("))
    if not SYMBOL.fullmatch(cased) or not re.search(r"\d", cased):
        return None
    known = cased.replace(" ", "")
    return council_symbol(known[6:]) or known if re.fullmatch(r"S/RES/\d+", known) else known


def _cased(segment: str) -> str:
    """A segment in capitals, save the words that are printed in small letters: Rev.1, Sub.2, (Part I)."""
    words = re.sub(
        r"[A-Z]{3,}(?=\.)|SUMMARY|(?<=\()(?:SECTS?|PARTS?)(?=[ .\dIVX])", lambda m: _small(m[0]), segment.upper()
    )
    return re.sub(r"(?<=[a-z]\.) (?=\d)", "", words)


def _small(word: str) -> str:
    return _MIXED.get(word, word)


def _numbered(kind: str, number: str) -> str | None:
    """The symbol of a typed "resolution 61/88": of the General Assembly, or of the Security Council with a year."""
    bare = re.sub(r"\s", "", number).upper()
    word = "DEC" if kind.lower().startswith("d") else "RES"
    if re.fullmatch(r"\d{1,4}\(\d{4}\)", bare) or (word == "RES" and re.fullmatch(r"\d{1,4}", bare)):
        return council_symbol(bare)
    if re.fullmatch(r"(?:19|20)\d\d/\d{1,4}[A-Z]?", bare):
        return f"E/{word}/{bare}"
    if re.fullmatch(rf"(?:E?S-)?\d{{1,3}}/\d{{1,4}}[A-Z]?|\d{{1,4}}[A-Z]?\({_ROMAN}\)", bare):
        return f"A/{word}/{bare}"
    return None


def council_symbol(number: str) -> str | None:
    """The symbol of a Security Council resolution by its number; numbers run on, so the year follows from it.

    >>> council_symbol("1973"), council_symbol("1973(2011)"), council_symbol("99999")
    ('S/RES/1973(2011)', 'S/RES/1973(2011)', None)
    """
    if found := re.fullmatch(r"(\d{1,4})\((\d{4})\)", number):
        return f"S/RES/{found[1]}({found[2]})"
    year = council_year(int(number)) if number.isdecimal() else None
    return f"S/RES/{number}({year})" if year else None


def council_year(number: int) -> int | None:
    """The year in which the Security Council adopted the resolution of that number; None for one not yet known."""
    if not 1 <= number <= _sessions.COUNCIL_LAST[-1]:
        return None
    return _sessions.COUNCIL_FIRST_YEAR + bisect_left(_sessions.COUNCIL_LAST, number)


def parse(symbol: str) -> Symbol | None:
    """A symbol taken apart; None for what is no symbol."""
    known = normal_symbol(symbol)
    if known is None:
        return None
    changes: list[str] = []
    while found := _CHANGED.search(known):
        changes.insert(0, found[0][1:])
        known = known[: found.start()]
    body, *segments = known.split("/")
    return Symbol(body, tuple(segments), tuple(changes))


def related(symbol: str) -> str | None:
    """The symbol of the document that this one revises, corrects or adds to; None for one that stands alone.

    >>> related("A/C.3/78/L.49/Rev.1"), related("A/RES/61/88")
    ('A/C.3/78/L.49', None)
    """
    taken = parse(symbol)
    return taken.base if taken and taken.changes else None


def session_years(symbol: str) -> tuple[int, int] | None:
    """The years in which a document of that symbol can have been adopted: first and last; None where it does not say.

    >>> session_years("A/RES/61/88"), session_years("S/RES/1973(2011)"), session_years("A/HRC/RES/16/15")
    ((2006, 2007), (2011, 2011), (2011, 2011))
    """
    known = normal_symbol(symbol)
    if known is None:
        return None
    if known.startswith("WHA"):
        return _same(1947 + int(known[3:].split(".")[0]))
    segments = known.split("/")
    if stated := _stated_year(known, segments):
        return stated
    if roman := _PAGE.search(known):
        return _roman_years(segments[0], roman["session"])
    return _session_years(segments)


def _same(year: int | None) -> tuple[int, int] | None:
    return None if year is None else (year, year)


def _stated_year(known: str, segments: list[str]) -> tuple[int, int] | None:
    """The year that is printed in the symbol: S/RES/1973(2011), E/RES/2024/13, FCCC/CP/2015/L.9."""
    if found := re.search(r"\(((?:19|20)\d\d)\)", known):
        return _same(int(found[1]))
    years = (int(s) for s in segments[1:-1] if re.fullmatch(r"(?:19[4-9]|20[0-9])\d", s))
    year = next(years, None)
    early = segments[0] == "E" and (segments[1] != "RES" or (year or 0) >= _sessions.ECONOMIC_SUMMER)
    return (year - 1, year) if year and early else _same(year)


def _roman_years(body: str, session: str) -> tuple[int, int] | None:
    if session.startswith(("S-", "ES-")):
        kind, _, number = session.partition("-")
        return _sessions.SPECIAL.get(f"{kind}-{_arabic(number)}")
    count = _arabic(session)
    if body == "E":
        return _same(_sessions.economic_year(count))
    return (1945 + count, 1946 + count) if 1 <= count <= _sessions.LAST_ROMAN else None


def _session_years(segments: list[str]) -> tuple[int, int] | None:
    """The years of a session that the symbol names by its number."""
    if segments[:2] == ["A", "HRC"]:
        return _human_rights_years(segments[2:])
    if segments[0] == "A":
        return _assembly_years(segments[1:])
    for mark, sessions in (("EA.", _sessions.ENVIRONMENT), ("HA.", _sessions.HABITAT)):
        if len(segments) > 1 and segments[1].startswith(mark):
            return sessions.get(segments[1].removeprefix(mark))
    return None


def _assembly_years(segments: list[str]) -> tuple[int, int] | None:
    """A session runs from September to September. Adopted texts carry its number in figures since the 31st."""
    adopted = segments[0] in {"RES", "DEC"}
    session = next((s for s in segments if re.fullmatch(r"\d{1,3}|E?S-\d{1,2}", s)), None)
    if session is None:
        return None
    if not session.isdecimal():
        return _sessions.SPECIAL.get(session)
    number = int(session)
    first = _sessions.LAST_ROMAN + 1 if adopted else 1
    return (1945 + number, 1946 + number) if first <= number <= _sessions.MOST else None


def _human_rights_years(segments: list[str]) -> tuple[int, int] | None:
    if "OS" in segments[:-1]:
        cycle = segments[segments.index("OS") + 1]
        return _same(2006 + int(cycle)) if cycle.isdecimal() else None
    session = next((s for s in segments if re.fullmatch(r"\d{1,3}|S-\d{1,2}", s)), "")
    if session.startswith("S-"):
        return _same(_sessions.HUMAN_RIGHTS_SPECIAL.get(int(session[2:])))
    return _same(_sessions.human_rights_year(int(session))) if session else None


_NUMERALS: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _arabic(roman: str) -> int:
    values = [_NUMERALS[letter] for letter in roman]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
