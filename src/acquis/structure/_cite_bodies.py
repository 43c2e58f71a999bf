"""Which organ a text names, and which of them numbers its resolutions in a given way."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from acquis.organisations import Numbering, Organ, Organisation, organisations
from acquis.structure._cite_words import Met, Phrases


@dataclass(frozen=True, slots=True)
class Body:
    """An organ that a text may name: `full` by a name that is its own, else by one that it shares with others.

    `organ` None is a body that the shelf does not know.
    """

    code: str
    organ: Organ | None
    full: bool = True


UNKNOWN: Final = Body("", None)

_HEADS: Final = re.compile(
    r"\b(?:[A-Z][\w'-]+ ){0,4}(?:Board|Committee|Conference|Union|League|Congress|Meeting|Court|Authority|Bureau|"
    r"Tribunal|Forum|Commission|Council|Assembly|Group|Parliament|Parties|Organization|Organisation|Movement)\b"
)
_OPENS: Final = re.compile(r"(?:^|[.;(]\s?)(?:\w+ly )?(?:[A-Z]\w*(?:ing|ed|s) )?(?:also |further )?|\w*ing |and |the ")


@cache
def _named() -> Phrases[tuple[Body, ...]]:
    held = ((org.code, organ) for org in organisations().values() for organ in org.organs)
    return Phrases((name.lower(), (Body(code, organ),)) for code, organ in held for name in organ.names)


@cache
def _shared() -> Phrases[tuple[Body, ...]]:
    shared: dict[str, list[Body]] = {}
    for org in organisations().values():
        for organ in org.organs:
            for name in organ.short:
                shared.setdefault(name.lower(), []).append(Body(org.code, organ, full=False))
    return Phrases((name, tuple(bodies)) for name, bodies in shared.items())


def bodies_in(text: str, lowered: str) -> list[Met[tuple[Body, ...]]]:
    """The bodies that a folded text names, in their order; several for a name that they share."""
    full = _named().find(lowered)
    taken = [(met.start, met.end) for met in full]
    short = [m for m in _shared().find(lowered) if not _within(m, taken) and _capital(text, m)]
    other = [met for met in _unknown(text) if not _within(met, taken)]
    strange = [(met.start, met.end) for met in other]
    return sorted([*full, *other, *(m for m in short if not _within(m, strange))], key=lambda m: m.start)


def _within(met: Met[tuple[Body, ...]], taken: list[tuple[int, int]]) -> bool:
    return any(start < met.end and met.start < end for start, end in taken)


def _capital(text: str, met: Met[tuple[Body, ...]]) -> bool:
    """Whether a short name is written as a name; scripts without capitals pass."""
    return text[met.start] != text[met.start].lower() or not text[met.start].isascii()


def _unknown(text: str) -> list[Met[tuple[Body, ...]]]:
    """Bodies that the shelf does not know: a noun for bodies with capitalised words before it."""
    found = []
    for match in _HEADS.finditer(text):
        words = match[0].split()
        while len(words) > 1 and re.fullmatch(r"\w+ing|The|In|By|Its|This|Pursuant|Under|Of|On|At|And", words[0]):
            words.pop(0)
        if len(words) > 1 or words[0] not in {"Council", "Assembly", "Commission"}:
            start = match.end() - len(" ".join(words))
            found.append(Met(start, match.end(), (UNKNOWN,)))
    return found


def speaking(organ: str | None, scheme: str) -> Body | None:
    """The organ that a document speaks for, by any of its names; of the document's own organisation if it has one."""
    if not organ:
        return None
    held = organisations()
    first = [held[scheme]] if scheme in held else []
    for org in (*first, *held.values()):
        if found := org.organ(organ):
            return Body(org.code, found)
    return None


def by_numbering(numbering: Numbering) -> tuple[Body, ...]:
    """The organs of the United Nations whose resolutions are so numbered: the most likely first."""
    return tuple(Body("un", o) for o in _world().organs if numbering in o.numbering and o.level <= 2)


@cache
def _world() -> Organisation:
    return organisations()["un"]
