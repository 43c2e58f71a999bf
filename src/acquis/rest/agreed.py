"""Agreed language as a program gets it: earlier wordings, diffs, and certificates that there are none."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from acquis.rest.asker import Asker, Quote, entry_of, quotable, quoted, searched

if TYPE_CHECKING:
    from acquis.precedents.certificate import Certificate
    from acquis.precedents.comparing import Comparison
    from acquis.precedents.diff import Diff
    from acquis.precedents.flags import Flag
    from acquis.precedents.found import Found, Use
    from acquis.precedents.found import Precedent as Row


class Place(Struct, frozen=True):
    """One place where words stand: its address, and the day, the title and the organ of its text."""

    address: str
    day: str | None
    title: str | None
    organisation: str | None
    organ: str | None


class Precedent(Struct, frozen=True):
    """An earlier wording: how it is related to what was asked (`kind`), its words, and how much the two share.

    `same` is whether it has just the words that were asked. `covered` is the share of the asked words that stand in
    it, `covers` the share of its words that were asked; `spans` are the shared stretches of its words (code points, end
    excluded). `repetition` counts its uses in words, `reasons` say why it stands where it does.
    """

    kind: str
    quote: Quote
    same: bool
    covered: float
    covers: float
    spans: tuple[tuple[int, int], ...]
    uses: int
    works: int
    wordings: int
    repetition: str
    reasons: tuple[str, ...]
    first: Place | None
    last: Place | None
    earliest: Place | None
    nearest: Place | None
    translations: tuple[Quote, ...] = ()


class Across(Struct, frozen=True):
    """What is held in another language, found through a work that has the passage in both."""

    through: str
    by: Quote
    precedents: tuple[Precedent, ...]


class Precedents(Struct, frozen=True):
    """Where words were agreed before, the strongest first. Each claim names in its line what was searched.

    `apart` are passages that a person said are not the one asked about.
    """

    asked: str | None
    address: str | None
    precedents: tuple[Precedent, ...]
    across: tuple[Across, ...]
    claims: tuple[str, ...]
    more: int
    apart: tuple[str, ...]
    searched: str


class Change(Struct, frozen=True):
    """A change that matters. `survives` says that no translation accounts for it; else the translator may have made it.

    `older` and `newer` are the words; null where they may not be passed on, empty where nothing stands.
    """

    kind: str
    change: str
    older: str | None
    newer: str | None
    survives: bool
    rule: str


class Run(Struct, frozen=True):
    """Words of a diff: `same`, `moved`, `dropped` or `added`."""

    words: str
    kind: str


class Side(Struct, frozen=True):
    """A side of a comparison; without an address its words were typed."""

    words: str | None
    address: str | None = None
    day: str | None = None


class Compared(Struct, frozen=True):
    """What changed from an older wording to a newer one, word by word, and what of it matters.

    `runs` are the newer words as they run, with what the older ones had in their place; they are empty where either
    side may not be passed on. `look_up` says what is to be looked up in the original.
    """

    older: Side
    newer: Side
    position: str | None
    changes: tuple[Change, ...]
    runs: tuple[Run, ...]
    look_up: str | None
    originals: tuple[tuple[str, str], ...]


class Miss(Struct, frozen=True):
    """A passage that comes near a formula: it has `shared` of its `of` words, and `missing` not."""

    quote: Quote
    shared: int
    of: int
    missing: tuple[str, ...]


class Certified(Struct, frozen=True):
    """What an exhaustive search found of a formula: `present`, `absent` or `not searched`, and in what scope.

    `record` is the certificate itself, canonical JSON, and `hash` its SHA-256: `acquis precedents certificate --verify`
    makes it again. It is null where it has words that may not be passed on.
    """

    outcome: str
    line: str | None
    level: str | None
    uses: int
    found: tuple[Place, ...]
    nearest: tuple[Miss, ...]
    uncovered: tuple[str, ...]
    searched: str
    hash: str
    record: str | None


def precedents(asker: Asker, of: str, *, limit: int, **choices: Any) -> Precedents:
    """Where the words of a passage were agreed before: the same, adapted, or a clause of it."""
    found = asker.archive.precedents.find(of, limit=limit, **choices)
    address = str(found.address) if found.address else None
    return Precedents(
        asked=found.query if quotable(asker, address) else None,
        address=address,
        precedents=tuple(_precedent(asker, each) for each in found.precedents),
        across=tuple(_across(asker, found)),
        claims=found.claims,
        more=found.more,
        apart=tuple(map(str, found.apart)),
        searched=searched(asker, found.base),
    )


def diff(asker: Asker, older: str, newer: str) -> Compared:
    """What changed from one passage to another, each an address or words, and what of it matters."""
    return compared(asker, asker.archive.precedents.diff(older, newer))


def compared(asker: Asker, found: "Comparison") -> Compared:
    """A comparison, as far as the words of both sides may be passed on."""
    placed = [str(each.address) if each.address else None for each in (found.older, found.newer)]
    may = all(quotable(asker, each) for each in placed)
    sides = (
        Side(side.text if quotable(asker, address) else None, address, side.day)
        for side, address in zip((found.older, found.newer), placed, strict=True)
    )
    older, newer = sides
    return Compared(
        older=older,
        newer=newer,
        position=found.position if may else None,
        changes=tuple(changes(found.flags, may=may)),
        runs=tuple(_runs(found.diff)) if may else (),
        look_up=str(found.look_up) if may and found.look_up and found.look_up.flags else None,
        originals=tuple((str(each.older), str(each.newer)) for each in found.originals) if may else (),
    )


def changes(flags: "Iterable[Flag]", *, may: bool) -> Iterator[Change]:
    """Changes that matter; without their words where these may not be passed on."""
    for flag in flags:
        older, newer = flag.words if may else (None, None)
        yield Change(str(flag.kind), str(flag.change), older, newer, flag.survives, flag.rule)


def certificate(asker: Asker, of: str, **choices: Any) -> Certified:
    """Whether words stand anywhere in what is held: every passage searched, the scope and the nearest misses told."""
    found = asker.archive.precedents.certificate(of, **choices)
    own = str(found.address) if found.address else None
    may = all(quotable(asker, each) for each in (own, *(str(miss.address) for miss in found.nearest)))
    return Certified(
        outcome=found.outcome,
        line=found.line if quotable(asker, own) else None,
        level=found.level,
        uses=found.uses,
        found=tuple(_standing(asker, str(each.address)) for each in found.found),
        nearest=tuple(_misses(asker, found, own)),
        uncovered=found.uncovered,
        searched=searched(asker, found.base),
        hash=found.hash,
        record=found.record.decode() if may else None,
    )


def place(use: "Use | None") -> Place | None:
    """A use of some words, without them."""
    return Place(str(use.address), use.day, use.title, use.organisation, use.organ) if use else None


def _precedent(asker: Asker, found: "Row") -> Precedent:
    address = str(found.address)
    return Precedent(
        kind=found.kind.value,
        quote=quoted(asker, address, found.words),
        same=found.same,
        covered=round(found.covered, 3),
        covers=round(found.covers, 3),
        spans=found.spans if quotable(asker, address) else (),
        uses=found.uses,
        works=found.works,
        wordings=found.wordings,
        repetition=found.repetition,
        reasons=found.strength,
        first=place(found.first),
        last=place(found.last),
        earliest=place(found.earliest),
        nearest=place(found.nearest),
        translations=tuple(quoted(asker, str(each.address), each.words) for each in found.translations),
    )


def _across(asker: Asker, found: "Found") -> Iterator[Across]:
    for each in found.across:
        rows = tuple(_precedent(asker, row) for row in each.precedents)
        yield Across(str(each.through), quoted(asker, str(each.by.address), each.by.words), rows)


def _runs(diff: "Diff") -> Iterator[Run]:
    from acquis.precedents.diff import pieces

    return (Run(words, kind) for words, kind in pieces(diff))


def _standing(asker: Asker, address: str) -> Place:
    entry = entry_of(asker, address)
    told = (entry.day, entry.title, entry.organisation, entry.organ) if entry else (None, None, None, None)
    return Place(address, *told)


def _misses(asker: Asker, found: "Certificate", own: str | None) -> Iterator[Miss]:
    may = quotable(asker, own)
    for each in found.nearest:
        missing = each.missing if may else ()
        yield Miss(quoted(asker, str(each.address), each.stretch), each.shared, each.of, missing)
