"""Expressions of one work side by side: which part of the one answers to which part of the other."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from acquis.model import Document, Kind, Part
from acquis.model.document import CONTAINERS
from acquis.precedents.beads import MOST, Bead, Scale, Unit, anchors_in, beads
from acquis.structure.numerals import number

BY_NUMBER: Final = 0.99
BY_PLACE: Final = 0.95
"""How sure it is that containers answer to one another: by the same printed number, by their place."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Parts of one expression and the parts of another that say the same, as paths; one side is empty where none does.

    `rule` says what told so: "number" (the same printed number), "place" (the same kind of part, at the same place
    among as many), "length and anchors" (lengths, and figures, days or names that both have), "length", "none"; or
    "what it holds" for a part that is told by those in it, and "too many to pair".
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    confidence: float
    rule: str


def counterparts(a: Document, b: Document) -> tuple[Counterpart, ...]:
    """Which parts of two expressions of one work answer to one another, in reading order; no part is left out.

    Articles, sections and whatever holds parts are paired by kind and printed number, and between these by place. What
    a pair holds is paired in its order, one to one, one to two, two to one, or left alone: by length, by printed
    numbers, and by what is alike in all languages. Where one expression has no chapters or articles, what they hold is
    paired as if the other had none. A container that has no counterpart and no heading is not named.
    """
    one, other = _Side.of(a), _Side.of(b)
    scale = Scale.of(list(one.units.values()), list(other.units.values()))
    return tuple(_paired(one, other, one.held[""], other.held[""], scale))


def counterpart(a: Document, path: str, b: Document) -> Counterpart:
    """What answers in `b` to the part of that path in `a`. Raises `NotHeld` where `a` has no such part."""
    wanted = a.part(path).path
    found = counterparts(a, b)
    if met := next((each for each in found if wanted in each.a), None):
        return met
    below = {part.path for part in a.below(wanted)}
    inner = [each for each in found if below & set(each.a)]
    answers = tuple(dict.fromkeys(answer for each in inner for answer in each.b))
    return Counterpart((wanted,), answers, min((each.confidence for each in inner), default=0.0), "what it holds")


def sentences(a: Document, b: Document, pair: Counterpart) -> tuple[Counterpart, ...]:
    """Which sentences of the parts of a pair answer to one another; their paths end in `.s1`, `.s2` …

    A part that is not divided into sentences, such as a title, is one.
    """
    one, other = list(_sentences(a, pair.a)), list(_sentences(b, pair.b))
    return tuple(_stretch(one, other, Scale.of(one, other)))


# --- what is paired ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Side:
    """An expression: what each container holds, "" being the whole, and its units by their paths."""

    held: dict[str, list[Part]]
    units: dict[str, Unit]

    @classmethod
    def of(cls, document: Document) -> Self:
        """Items and what else stands below a paragraph are held by the container around it."""
        held: dict[str, list[Part]] = {"": []}
        around = {"": ""}
        for part in document.parts:
            home = around.get(part.within, "")
            held[home].append(part)
            around[part.path] = part.path if part.kind in CONTAINERS else home
            if part.kind in CONTAINERS:
                held[part.path] = []
        return cls(held, {part.path: _unit(document, part) for part in document.parts if len(part.span)})

    def of_parts(self, parts: Sequence[Part]) -> list[Unit]:
        """The units of those parts that have words."""
        return [self.units[part.path] for part in parts if part.path in self.units]


def _unit(document: Document, part: Part) -> Unit:
    words = part.span.of(document.text)
    anchors = anchors_in(words, part.language or document.language)
    return Unit(part.path, _size(words), anchors, part.kind, _number(part.number))


def _sentences(document: Document, paths: Sequence[str]) -> Iterator[Unit]:
    for part in map(document.part, paths):
        for n, span in enumerate(part.sentences, 1):
            words = span.of(document.text)
            yield Unit(f"{part.path}.s{n}", _size(words), anchors_in(words, document.language), part.kind)
        if not part.sentences:  # a title
            yield _unit(document, part)


def _size(words: str) -> int:
    return max(1, len("".join(words.split())))


def _number(printed: str | None) -> int | None:
    """A printed number that means the same in all languages: no letters, nor what may be a letter or a numeral."""
    signs = re.sub(r"\W", "", printed or "")
    return number(signs) if _FIGURES.fullmatch(signs) else None


_FIGURES: Final = re.compile(r"[\d一二三四五六七八九十百]+")


# --- by structure ------------------------------------------------------------------------------------------------

_Pin = tuple[int, int, str]


def _paired(a: _Side, b: _Side, ours: list[Part], theirs: list[Part], scale: Scale) -> Iterator[Counterpart]:
    """The containers of two stretches in pairs, what these hold, and what stands between them."""
    ours, theirs, pins = _opened(a, b, ours, theirs)
    from_a = from_b = 0
    for at_a, at_b, rule in pins:
        yield from _stretch(a.of_parts(ours[from_a:at_a]), b.of_parts(theirs[from_b:at_b]), scale)
        one, other = ours[at_a].path, theirs[at_b].path
        yield Counterpart((one,), (other,), BY_NUMBER if rule == "number" else BY_PLACE, rule)
        yield from _paired(a, b, a.held[one], b.held[other], scale)
        from_a, from_b = at_a + 1, at_b + 1
    yield from _stretch(a.of_parts(ours[from_a:]), b.of_parts(theirs[from_b:]), scale)


def _opened(a: _Side, b: _Side, ours: list[Part], theirs: list[Part]) -> tuple[list[Part], list[Part], list[_Pin]]:
    """The two stretches and their pairs of containers; one that has no counterpart is a heading with what it held.

    The outermost are opened first: the other expression may have the articles and not the chapters.
    """
    while True:
        pins = _pins(ours, theirs)
        lone_a, lone_b = _lone(ours, {at for at, _, _ in pins}), _lone(theirs, {at for _, at, _ in pins})
        if not lone_a and not lone_b:
            return ours, theirs, pins
        outer_a, outer_b = _outer(lone_a, a), _outer(lone_b, b)
        if not outer_a and not outer_b:
            outer_a, outer_b = lone_a, lone_b
        ours, theirs = list(_with_contents(ours, outer_a, a)), list(_with_contents(theirs, outer_b, b))


def _lone(parts: Sequence[Part], paired: set[int]) -> set[str]:
    return {part.path for at, part in enumerate(parts) if part.kind in CONTAINERS and at not in paired}


def _outer(paths: set[str], side: _Side) -> set[str]:
    return {path for path in paths if any(part.kind in CONTAINERS for part in side.held[path])}


def _with_contents(parts: Sequence[Part], chosen: set[str], side: _Side) -> Iterator[Part]:
    for part in parts:
        if part.kind in CONTAINERS and part.path in chosen:
            yield replace(part, kind=Kind.HEADING)
            yield from side.held[part.path]
        else:
            yield part


def _pins(ours: Sequence[Part], theirs: Sequence[Part]) -> list[_Pin]:
    """The pairs of containers in their order: by printed number, and between these by place, where kinds are alike."""
    places = _numbered(theirs)
    found = [(at, places[key]) for key, at in _numbered(ours).items() if key in places]
    pins: list[_Pin] = []
    i = j = -1
    for at_a, at_b in [*_longest(found), (len(ours), len(theirs))]:
        one, other = _between(ours, i, at_a), _between(theirs, j, at_b)
        if [ours[at].kind for at in one] == [theirs[at].kind for at in other]:
            pins += [(x, y, "place") for x, y in zip(one, other, strict=True)]
        pins.append((at_a, at_b, "number"))
        i, j = at_a, at_b
    return pins[:-1]


def _between(parts: Sequence[Part], start: int, end: int) -> list[int]:
    return [at for at in range(start + 1, end) if parts[at].kind in CONTAINERS]


def _numbered(parts: Sequence[Part]) -> dict[tuple[Kind, str], int]:
    """Where the containers stand whose printed number stands once."""
    keys = [(part.kind, part.path.rsplit(".", 1)[-1]) if part.number else None for part in parts]
    often = Counter(keys)
    return {key: at for at, key in enumerate(keys) if key and key[0] in CONTAINERS and often[key] == 1}


def _longest(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of the pairs that stand in the same order in both (patience sorting); they come in the order of one."""
    ends: list[int] = []
    chains: list[Any] = []  # the last pair of the best chain of each length, and the chain before it
    for pair in pairs:
        at = bisect_left(ends, pair[1])
        ends[at : at + 1], chains[at : at + 1] = [pair[1]], [(pair, chains[at - 1] if at else None)]
    found: list[tuple[int, int]] = []
    link = chains[-1] if chains else None
    while link:
        found.append(link[0])
        link = link[1]
    return found[::-1]


# --- by length and anchors ---------------------------------------------------------------------------------------


def _stretch(ours: Sequence[Unit], theirs: Sequence[Unit], scale: Scale) -> Iterator[Counterpart]:
    """The units of two stretches without containers in pairs."""
    if not ours or not theirs:
        yield from (Counterpart((unit.path,), (), BY_PLACE, "none") for unit in ours)
        yield from (Counterpart((), (unit.path,), BY_PLACE, "none") for unit in theirs)
    elif len(ours) * len(theirs) > MOST:
        yield Counterpart(_paths(ours), _paths(theirs), 0.0, "too many to pair")
    else:
        found = beads(ours, theirs, scale)
        even = all(bead.p == bead.q == 1 for bead in found)
        yield from (_counterpart(ours, theirs, bead, scale, even=even) for bead in found)


def _counterpart(ours: Sequence[Unit], theirs: Sequence[Unit], bead: Bead, scale: Scale, *, even: bool) -> Counterpart:
    one, other = ours[bead.a : bead.a + bead.p], theirs[bead.b : bead.b + bead.q]
    return Counterpart(_paths(one), _paths(other), bead.confidence, _rule(one, other, scale, even=even))


def _rule(one: Sequence[Unit], other: Sequence[Unit], scale: Scale, *, even: bool) -> str:
    if not one or not other:
        return "none"
    if len(one) == len(other) and one[0].number is not None and one[0].number == other[0].number:
        return "number"
    if even and one[0].kind == other[0].kind:
        return "place"
    ours, theirs = (frozenset[str]().union(*(unit.anchors for unit in units)) for units in (one, other))
    return "length and anchors" if ours & theirs & scale.weights.keys() else "length"


def _paths(units: Sequence[Unit]) -> tuple[str, ...]:
    return tuple(unit.path for unit in units)
