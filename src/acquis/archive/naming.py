"""What a document is called: its address, its slug, and its citation for people."""

import re
import unicodedata
from functools import cache
from typing import Final

from acquis.model import Document, Kind, Part, Parted, Pinpoint, Record, Standing
from acquis.model.document import COUNTED
from acquis.model.record import TREATIES
from acquis.structure.numerals import roman
from acquis.structure.statements import KINDS

_SOURCES: Final = {"The World and Japan": "worldjpn", "「世界と日本」": "worldjpn", "世界と日本": "worldjpn"}
"""Databases that are known by a short name, for the address of their expressions."""

_SMALL: Final = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"}
    | {"de", "la", "le", "les", "du", "des", "el", "los", "del"}
)
_NOUNS: Final = re.compile("|".join(KINDS.values()), re.IGNORECASE)
_LONGEST: Final = 6
_OPTIONAL: Final = re.compile(r"[\u00c0-\u03ff\u0590-\u06ff]")
"""Letters of scripts in which marks may be left out: Latin and Greek, Hebrew and Arabic."""


def title_words(title: str) -> frozenset[str]:
    """The words of a title as a slug has them, all of them."""
    return frozenset(_plain(title).split())


def subject_words(title: str) -> frozenset[str]:
    """The words of a title that say what it is about: without figures and the small ones."""
    return frozenset(word for word in title_words(title) if word.isalpha() and word not in _SMALL)


def slug(title: str) -> str:
    """A title's words up to the noun that says what it is; more where that is the noun alone.

    >>> slug("ASTANA DECLARATION On the 10th Anniversary of the Shanghai Cooperation Organization")
    'astana-declaration'
    >>> slug("Treaty on the Non-Proliferation of Nuclear Weapons")
    'treaty-non-proliferation-nuclear-weapons'
    """
    words = _plain(title).split()
    noun = next((at for at, word in enumerate(words) if _NOUNS.fullmatch(word) or _is_noun(word)), None)
    if noun is not None and 0 < noun < _LONGEST:
        chosen = [word for word in words[: noun + 1] if word not in _SMALL]
    else:
        chosen = [word for word in words if word not in _SMALL][:_LONGEST]
    return "-".join(chosen)[:80].strip("-")


def _plain(title: str) -> str:
    """Small letters and blanks. Latin letters lose their marks; in other scripts marks make another letter (й, が)."""
    kept, base = [], ""
    for letter in unicodedata.normalize("NFKD", title.casefold()):
        mark = unicodedata.category(letter).startswith("M")
        base = base if mark else letter
        if mark and (base.isascii() or _OPTIONAL.match(base)):
            continue
        kept.append(letter if letter.isalnum() or (mark and base.isalnum()) else " ")
    return unicodedata.normalize("NFC", "".join(kept))


def _is_noun(word: str) -> bool:
    return word in ("declaration", "communique", "resolution", "treaty", "statement")


def source_tag(record: Record) -> str:
    """The short name of where an unofficial expression comes from: one to eight letters or digits."""
    database = record.value("database")
    if database:
        return _SOURCES.get(database) or _tag(database)
    translator = record.value("translator")
    return _tag(translator) if translator else "unstated"


def _tag(name: str) -> str:
    words = re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", name.casefold()))
    return next((word[:8] for word in words if word not in _SMALL), "named")


def address_of(record: Record, sha256: str) -> Pinpoint:
    """The address of an expression: the organisation's symbol, or date and slug, or its bytes."""
    return Pinpoint(f"{_work(record, sha256)}@{_expression(record)}")


def _work(record: Record, sha256: str) -> str:
    organisation, symbol = record.value("organisation"), record.value("symbol")
    if organisation and symbol:
        return f"{organisation}:{symbol}"
    day, _ = record.day
    name = record.value("slug") or (slug(record.value("title") or ""))
    if day is None or not name:
        return f"file:{sha256[:12]}"
    if organisation:
        return f"{organisation}:{day}/{name}"
    if record.value("kind") in TREATIES:
        return f"treaty:{day}/{name}"
    return f"file:{sha256[:12]}"


def _expression(record: Record) -> str:
    language = record.value("language") or "und"
    if record.value("standing") in (Standing.AUTHENTIC, Standing.OFFICIAL):
        return language
    return f"{language}-x-{source_tag(record)}"


_ORDINALS: Final = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth"),
)


def place_for_people(document: Parted, part: Part) -> str:
    """A part as people cite it; a counted number is never passed off as a printed one.

    "section V, fourth paragraph, unnumbered" · "paragraph 12 (a)" · "article 53, paragraph 1".
    """
    above = _containers(document, part)
    names = [_container_name(document, each) for each in reversed(above)]
    if part.kind is Kind.BULLET:
        names.append(_bullet_name(document, part))
    elif part.kind in COUNTED and part.number is None:
        names.append(f"{_count(document, part)} paragraph, unnumbered")
    elif part.kind in COUNTED:
        names.append(_numbered_name(document, part))
    else:
        names.append(part.kind.value if part.number is None else f"{part.kind.value} {part.number.strip('.')}")
    return ", ".join(name for name in names if name)


def heading_over(document: Document, part: Part) -> str:
    """The words of the heading that a part stands under: the last one before it in the same division; "" for none."""
    before = (each for each in document.parts if each.kind is Kind.HEADING and each.span.start < part.span.start)
    within = [each for each in before if each.within == part.within]
    return " ".join(within[-1].span.of(document.text).split()) if within else ""


def _bullet_name(document: Parted, part: Part) -> str:
    """A bullet under its lead-in: "sixth paragraph, unnumbered, second bullet"."""
    above = next((each for each in document.parts if each.path == part.within and each.kind in COUNTED), None)
    like = [each for each in document.parts if each.within == part.within and each.kind is Kind.BULLET]
    at = like.index(part)
    which = f"{_ordinal(at)} bullet"
    if above is None:
        return which
    lead = _numbered_name(document, above) if above.number else f"{_count(document, above)} paragraph, unnumbered"
    return f"{lead}, {which}"


def _containers(document: Parted, part: Part) -> list[Part]:
    found = []
    path = part.within
    while path:
        above = document.part(path)
        if above.kind not in COUNTED:
            found.append(above)
        path = above.within
    return found


def _container_name(document: Parted, part: Part) -> str:
    if part.number:
        number = re.sub(r"[.:：]+$", "", part.number)
        return number if number[:1].isalpha() and len(number) > 4 else f"{part.kind.value} {number}"
    like = [each for each in document.parts if each.kind is part.kind]
    return f"{part.kind.value} {roman(like.index(part) + 1)}"


def _numbered_name(document: Parted, part: Part) -> str:
    printed = [part.number or ""]
    path = part.within
    while path and document.part(path).kind in COUNTED:
        printed.insert(0, document.part(path).number or "")
        path = document.part(path).within
    return f"paragraph {' '.join(number.rstrip('.') for number in printed if number)}"


def _count(document: Parted, part: Part) -> str:
    within = cache(lambda path: _division(document, path))
    held = [p for p in document.parts if p.kind in COUNTED and within(p.within) == within(part.within)]
    return _ordinal(held.index(part))


def _ordinal(at: int) -> str:
    """The place in a list, counted from 0, as an ordinal.

    >>> _ordinal(1), _ordinal(12), _ordinal(30)
    ('second', '13th', '31st')
    """
    if at < len(_ORDINALS):
        return _ORDINALS[at]
    ending = "th" if (at + 1) % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get((at + 1) % 10, "th")
    return f"{at + 1}{ending}"


def _division(document: Parted, path: str) -> str:
    """The path of the nearest container at a path or above it, "" for none."""
    while path and (above := document.part(path)).kind in COUNTED:
        path = above.within
    return path
