"""The short names that a document gives: "(hereinafter referred to as the SCO or the Organization)"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from acquis.model import Span


class Definition(Struct, frozen=True):
    """A short name given to what was named just before; valid from `since` on, to the end of the document.

    `meant` is the address of what is so called, None where that is not known; `body` says that something is named there
    all the same. `span` is the short name in the text.
    """

    short: str
    span: Span
    since: int
    meant: str | None = None
    body: bool = False


def definitions_in(text: str, ends: Mapping[int, Sequence[str]] | None = None) -> tuple[Definition, ...]:
    """Every short name that the text defines, in seven languages, in its order.

    `ends` gives the addresses of the names that end at a place of the text, the shortest name first, "" where unknown.

    >>> text = "The Seven Rivers Organization (hereinafter referred to as the SRO or the Organization) met."
    >>> [(each.short, each.meant) for each in definitions_in(text, {29: ["org:osr"]})]
    [('SRO', 'org:osr'), ('Organization', 'org:osr')]
    """
    return tuple(each for found in DEFINES.finditer(text) for each in _given(text, found, ends or {}))


def defined_at(text: str, start: int, ends: Mapping[int, Sequence[str]]) -> Iterator[Definition]:
    """The short names of the bracket or clause in which the defining word at `start` stands."""
    found = DEFINES.search(text, max(0, start - 3), start + 200)
    if found and found.start() <= start:
        yield from _given(text, found, ends)


_CALLED: Final = r"[^\W\d]{0,12}"
DEFINES: Final = re.compile(
    rf"""[(（]?\s?(?:
      (?:hereinafter|hereafter|henceforth)(?:\s(?:collectively\s|jointly\s)?(?:referred\sto|called|known|designated))?
        (?:\s(?:collectively|jointly))?(?:\sas)?
      | далее\s?(?:по\sтексту)?\s?(?:(?:совместно\s)?именуем{_CALLED}|называем{_CALLED}|-|–|—|:)+
        (?:\s(?:как|в\sдальнейшем))?
      | ci-après(?:\s(?:dénomm|désign|appel){_CALLED})?
      | (?:en\sadelante|en\slo\ssucesivo)(?:,?\s(?:denominad|llamad){_CALLED})?
      | 以下(?:简称|簡稱|称)(?:为|為)? | 下称 | 以下、?(?=「)
      | (?:و?يشار\s(?:إليها|إليهم|إليه)|المشار\s(?:إليها|إليهم|إليه))(?:\sفيما\s(?:بعد|يلي))?(?:\s(?:باسم|ب))?
    )\s?[,:–—-]*\s?(?P<names>[^()（）;\n]{{2,120}}?)(?=[)）]|\sand\s[a-z]|,\s[a-zа-яà-ÿ]|[。，；.]|」(?:という|と)|$)""",
    re.VERBOSE | re.IGNORECASE,
)
"""The words that give a short name, as drafters of the seven languages use them."""

_NAME: Final = re.compile(
    r"""[\s"'“”«»„「」『』]*(?:(?:(?:the|les|las|los|la|le|el)\s|l['’]\s?)(?=[\s"'“«A-ZÀ-Þ]))?["“«„「『]*
    (?P<name>[^"“”«»„「」『』\s](?:[^"“”«»„「」『』]*[^"“”«»„「」『』\s,.])?)""",
    re.VERBOSE | re.IGNORECASE,
)
_OR: Final = re.compile(r"\s(?:or|или|ou|o|أو)\s|或(?:者)?|または|又は")


def _given(text: str, found: re.Match[str], ends: Mapping[int, Sequence[str]]) -> Iterator[Definition]:
    before = len(text[: found.start()].rstrip(" ,(（"))
    start, names = found.start("names"), found["names"]
    at = 0
    for part in (*_OR.finditer(names), None):
        stop = part.start() if part else len(names)
        name = _NAME.match(names, at, stop)
        if name and _is_name(name["name"]):
            span = Span(start + name.start("name"), start + name.end("name"))
            named = ends.get(before, ())
            called = bool(named) or _last_word(text, before)[:1].isupper()
            yield Definition(name["name"], span, found.end(), _whom(name["name"], named), called)
        at = part.end() if part else stop


def _last_word(text: str, end: int) -> str:
    return text[max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1 : end]


def _is_name(words: str) -> bool:
    """A name has a capital in scripts that have them, and is short."""
    return len(words.split()) <= _LONGEST and (not words[0].islower() or any(letter.isupper() for letter in words))


_LONGEST: Final = 6
_PLURAL: Final = re.compile(
    r"part(?:y|ies)\b|member|states|countries|сторон|государств|страны|parties|membres|états|partes|estados|方$|国$|الدول|الأطراف",
    re.IGNORECASE,
)


def _whom(short: str, ends: Sequence[str]) -> str | None:
    """A group where the short name is one of states, else the whole name before it."""
    plural = bool(_PLURAL.search(short))
    fitting = [address for address in ends if address.startswith("group:") == plural]
    whom = fitting[-1] if fitting else (ends[-1] if ends and not plural else None)
    return whom or None
