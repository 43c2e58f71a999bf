"""Which organ a text names, and which of them numbers its resolutions in a given way."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from acquis.organisations import Numbering, Organ, Organisation, organisations
from acquis.structure.phrases import Met, Phrases


@dataclass(frozen=True, slots=True)
class Body:
    """An organ that a text may name: `full` by a name that is its own, else by one that it shares with others.

    `organ` None is a body that the shelf does not know.
    """

    code: str
    organ: Organ | None
    full: bool = True


UNKNOWN: Final = Body("", None)
_WORLD: Final = "un"

_HEADS: Final = re.compile(
    r"\b(?:[A-Z][\w'-]+ ){0,4}(?:Board|Committee|Conference|Union|League|Congress|Meeting|Court|Authority|Bureau|"
    r"Tribunal|Forum|Commission|Council|Assembly|Group|Parliament|Parties|Organization|Organisation|Movement)\b"
)


@cache
def _named() -> Phrases[tuple[Body, ...]]:
    return _listed(
        (name, Body(org.code, o)) for org in organisations().values() for o in org.organs for name in o.names
    )


@cache
def _shared() -> Phrases[tuple[Body, ...]]:
    held = ((org.code, organ) for org in organisations().values() for organ in org.organs)
    return _listed((name, Body(code, organ, full=False)) for code, organ in held for name in organ.short)


def _listed(names: Iterable[tuple[str, Body]]) -> Phrases[tuple[Body, ...]]:
    grouped: dict[str, list[Body]] = {}
    for name, body in names:
        grouped.setdefault(name.lower(), []).append(body)
    return Phrases(((name, tuple(bodies)) for name, bodies in grouped.items()), names=True)


@cache
def _owners() -> Phrases[str]:
    held = ((name.lower(), org.code) for org in organisations().values() for name in org.names)
    return Phrases(held, names=True)


def bodies_in(text: str, lowered: str, home: str) -> list[Met[tuple[Body, ...]]]:
    """The bodies that a folded paragraph names, in their order; several for a name that they share.

    Organs of the United Nations are named anywhere. Those of other organisations, whose names are often alike, count
    in the documents of their `home` and where the organisation is named beside them.
    """
    owners = _owners().find(text, lowered)
    known = {_WORLD, home, *(met.meaning for met in owners)}
    full = [_of(met, known, home) for met in _named().find(text, lowered)]
    foreign = [_strange(met.start, met.end) for met in owners if met.meaning != _WORLD]
    named = [*full, *_outside(foreign, full)]
    strange = [*named, *_outside(_unknown(text), named)]
    short = (_of(met, {_WORLD, home}, home) for met in _shared().find(text, lowered))
    return sorted([*strange, *_outside(short, strange)], key=lambda met: met.start)


def _strange(start: int, end: int) -> Met[tuple[Body, ...]]:
    """A body that is named there and not known."""
    return Met(start, end, (UNKNOWN,))


def _of(met: Met[tuple[Body, ...]], known: set[str], home: str) -> Met[tuple[Body, ...]]:
    """The bodies of a name that can be meant, those of the document's own organisation first."""
    meant = sorted((b for b in met.meaning if b.code in known), key=lambda b: b.code != home)
    return Met(met.start, met.end, tuple(meant) or (UNKNOWN,))


def _outside(
    found: Iterable[Met[tuple[Body, ...]]], taken: Sequence[Met[tuple[Body, ...]]]
) -> list[Met[tuple[Body, ...]]]:
    """Those that share no character with what was found before."""
    held = sorted((met.start, met.end) for met in taken)
    ends = [end for _, end in held]
    after = ((met, bisect_right(ends, met.start)) for met in found)
    return [met for met, at in after if at == len(held) or held[at][0] >= met.end]


def _unknown(text: str) -> list[Met[tuple[Body, ...]]]:
    """Bodies that the shelf does not know: a noun for bodies with capitalised words before it."""
    found = []
    for match in _HEADS.finditer(text):
        words = match[0].split()
        while len(words) > 1 and re.fullmatch(r"\w+ing|The|In|By|Its|This|Pursuant|Under|Of|On|At|And", words[0]):
            words.pop(0)
        if len(words) > 1 or words[0] not in {"Council", "Assembly", "Commission"}:
            start = match.end() - len(" ".join(words))
            found.append(_strange(start, match.end()))
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
    return tuple(Body(_WORLD, o) for o in _world().organs if numbering in o.numbering and o.level <= 2)


@cache
def _world() -> Organisation:
    return organisations()[_WORLD]
