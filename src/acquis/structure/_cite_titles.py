"""Treaties and declarations cited by name, or by the short name that the document gives them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from acquis.model import CitationKind
from acquis.organisations import treaties
from acquis.structure._cite_found import Found
from acquis.structure._cite_words import Phrases

_DEFINES: Final = re.compile(
    r"[^;]{0,60}?\((?:hereinafter|hereafter|henceforth|ci-après|en adelante|далее|以下)?[ ,:-]*"
    r"(?:referred to as|called|dénommée?s?|denominad[ao]|именуем\w+)?[ :-]*[\"']?(?:the |la |le |l'|el )?"
    r"(?P<name>[A-ZА-ЯÀ-Þ][\w-]{2,20}(?: [A-ZА-Я][\w-]{2,20}){0,3})[\"']?\)"
)
_KIND: Final = re.compile(
    r"(?:Convention|Treaty|Charter|Covenant|Protocol|Agreement|Statute|Declaration|Agenda|Programme|Constitution|Pact|"
    r"Accord|Traité|Charte|Pacte|Protocole|Tratado|Convención|Carta|Устав|Договор|Конвенция|Хартия|Пакт|Протокол)"
)
_GOES_ON: Final = re.compile(r" (?:on|against|for|to|of the|of|relating|concerning|and its) [A-Za-z]")
_ALONE: Final = re.compile(r"\b(?:the|The|la|La|du|el|этот) $")


@cache
def _titles() -> Phrases[str]:
    return Phrases(treaties().items())


def titles_in(text: str, lowered: str) -> list[Found]:
    """Every text of the shelf that a folded paragraph calls by a name of its own."""
    return [
        Found(met.start, met.end, CitationKind.TITLE, met.meaning, "title")
        for met in _titles().find(lowered)
        if _is_name(text[met.start : met.end])
    ]


def _is_name(words: str) -> bool:
    """Whether words are written as a name: an abbreviation in capitals, longer ones with a capital somewhere."""
    if not words.isascii():
        return True
    return words.isupper() or (len(words) > _INITIALS and words != words.lower())


_INITIALS: Final = 7
"""A name as short as this is an abbreviation and stands in capitals."""


def defined_in(text: str, found: Sequence[Found]) -> Iterator[tuple[str, str]]:
    """The short names that a folded paragraph gives to what it has just named: "(hereinafter the Convention)"."""
    for title in found:
        defines = _DEFINES.match(text, title.end)
        if defines and title.target and title.kind is CitationKind.TITLE and _KIND.search(defines["name"]):
            yield defines["name"], title.target


def short_in(text: str, defined: Mapping[str, str]) -> Iterator[Found]:
    """Every place where a folded paragraph calls a text by the short name that was given to it."""
    for name, target in defined.items():
        for match in re.finditer(rf"(?<=[Tt]he ){re.escape(name)}\b|(?<!\w){re.escape(name)}(?=\))", text):
            if not _GOES_ON.match(text, match.end()):
                yield Found(match.start(), match.end(), CitationKind.TITLE, target, "defined name")
