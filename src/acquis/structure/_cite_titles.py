"""Treaties and declarations cited by name, or by the short name that the document gives them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from acquis.model import CitationKind
from acquis.organisations import treaties
from acquis.structure._cite_found import Found
from acquis.structure.phrases import Phrases

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


_CHARTER: Final = re.compile(r"\b(?:(?P<the>[Tt]he)|(?P<its>its)) (?P<name>Charter)\b")
_UNITED_NATIONS: Final = re.compile(r"\b(?:the UN|United Nations)\b(?!.*\bOrgani[sz]ation\b)[^.;]*$")
_CHARTER_AT: Final = "un:1945-06-26/charter"


@cache
def _titles() -> Phrases[str]:
    return Phrases(treaties().items(), names=True)


def titles_in(text: str, lowered: str) -> list[Found]:
    """Every text of the shelf that a folded paragraph calls by a name of its own."""
    named = (met for met in _titles().find(text, lowered) if _is_name(text[met.start : met.end]))
    return [_protocol(text, Found(m.start, m.end, CitationKind.TITLE, m.meaning, "title")) for m in named]


_PROTOCOL: Final = re.compile(
    r"(?:(?:[Oo]ptional|[Aa]dditional|[Ff]irst|[Ss]econd|[Tt]hird) ){1,2}[Pp]rotocols? to (?:the )?$"
)


def _protocol(text: str, title: Found) -> Found:
    """A protocol that the shelf does not know, named by the treaty it adds to: cited without an address."""
    before = _PROTOCOL.search(text[max(0, title.start - 60) : title.start])
    if before is None:
        return title
    return Found(title.start - len(before[0]), title.end, title.kind, None, "protocol to a treaty")


def _is_name(words: str) -> bool:
    """Whether words are written as a name: an abbreviation in capitals."""
    return len(words) > _INITIALS or words.isupper() or not words.isascii()


_INITIALS: Final = 7
"""A name as short as this is an abbreviation and stands in capitals."""


def defined_in(text: str, found: Sequence[Found]) -> Iterator[tuple[str, str, int]]:
    """The short names that a folded paragraph gives to what it has just named: "(hereinafter the Convention)".

    Each with the address of what is so called, and with the place from which on it is.
    """
    for title in found:
        defines = _DEFINES.match(text, title.end)
        if defines and title.target and _KIND.search(defines["name"]):
            yield defines["name"], title.target, defines.end()


def short_in(text: str, name: str, target: str, start: int) -> Iterator[Found]:
    """Every place from `start` on where a folded paragraph calls a text by the short name that was given to it."""
    called = re.compile(rf"(?<=[Tt]he ){re.escape(name)}\b")
    for match in called.finditer(text, start):
        if not _GOES_ON.match(text, match.end()):
            yield Found(match.start(), match.end(), CitationKind.TITLE, target, "defined name")


def charter_in(text: str, *, home: bool) -> Iterator[Found]:
    """The Charter of the United Nations, called "its Charter" after them, or in their own texts "the Charter"."""
    for match in _CHARTER.finditer(text):
        theirs = match["its"] and _UNITED_NATIONS.search(text, max(0, match.start() - 80), match.start())
        if (theirs or (home and match["the"])) and not _GOES_ON.match(text, match.end()):
            yield Found(match.start("name"), match.end(), CitationKind.TITLE, _CHARTER_AT, "the Charter", inferred=True)
