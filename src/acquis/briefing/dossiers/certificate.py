"""A certificate: what an exhaustive search found of a formula, or that it found nothing, with its record."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from acquis.briefing.dossiers import Kind, Made
from acquis.briefing.dossiers._told import here, worded
from acquis.briefing.quoting import said
from acquis.formats._paper import Block, Line, Listing, Note, Paragraph, Run, Table, line
from acquis.precedents.certificate import shortened

if TYPE_CHECKING:
    from acquis.briefing.dossier_sources import Sources
    from acquis.precedents.certificate import Certificate, Miss


def _make(sources: "Sources", formula: str) -> Made:
    release = sources.release.name if sources.release else None
    made = sources.archive.precedents.certificate(formula, release=release)
    own = sources.may(made.address)
    may = _may(sources, made)
    rows = tuple(_rows(sources, made))
    data: dict[str, Any] = {
        "formula": made.text if own else None,
        "address": str(made.address) if made.address else None,
        "outcome": made.outcome,
        "level": made.level,
        "uses": made.uses,
        "line": made.line if own else None,
        "found": [each for each in rows if each["what"] == _STANDS],
        "nearest": [each for each in rows if each["what"] == _NEAR],
        "not_covered": list(made.uncovered),
        "searched": str(made.base),
        "hash": made.hash,
    }
    heading = f"Certificate of search: {f'“{shortened(made.text)}”' if own else made.address}"
    return Made(
        heading,
        printed(sources, made, f"{made.line}."),
        data,
        rows,
        made.record if may else None,
        made.hash,
        searched=True,
    )


def printed(sources: "Sources", made: "Certificate", told: str) -> "tuple[Block, ...]":
    """A certificate as it is printed; `told` is what it says in a sentence."""
    return tuple(_blocks(sources, made, told, sources.may(made.address), _may(sources, made)))


def _may(sources: "Sources", made: "Certificate") -> bool:
    """Whether the record may be passed on: it quotes the formula and what comes near."""
    return all(sources.may(str(each) if each else None) for each in (made.address, *(m.address for m in made.nearest)))


_STANDS, _NEAR = "stands", "near miss"


def _rows(sources: "Sources", made: "Certificate") -> Iterator[dict[str, Any]]:
    own = sources.may(made.address)
    for place in made.found:
        yield {"what": _STANDS, "day": place.day, "address": str(place.address), "words": None, "shared": None} | _OF
    for miss in made.nearest:
        told = {"what": _NEAR, "day": miss.day, "address": str(miss.address), "shared": miss.shared, "of": miss.of}
        words = sources.given(str(miss.address), miss.stretch)
        yield {**told, "words": words, "missing": ", ".join(miss.missing) if own else None}


_OF: dict[str, Any] = {"of": None, "missing": None}


def _blocks(sources: "Sources", made: "Certificate", told: str, own: bool, may: bool) -> Iterator[Block]:
    yield Paragraph((Run(f"{made.outcome.upper()}. ", strong=True), Run(told if own else "")))
    if made.address:
        yield Paragraph(line("The formula is the passage ", here(str(made.address)), ", whose own text is left out."))
    if made.found:
        rows = tuple((said(each.day or "undated"), (here(str(each.address)),)) for each in made.found)
        yield Table(f"Where it stands ({made.level})", ("day", "address"), rows)
    if made.nearest:
        columns = ("shared", "day", "words", "without")
        yield Table("Nearest misses", columns, tuple(_near(sources, each, own) for each in made.nearest))
    yield Paragraph(said(f"{_sentence(str(made.base))} Not covered:"))
    yield Listing(tuple(said(each) for each in made.uncovered))
    left = "" if may else " The record has words that may not be passed on, and is left out: it can be made again."
    yield Paragraph(said(f"SHA-256 of the record: {made.hash}.{left}"))


def _near(sources: "Sources", miss: "Miss", own: bool) -> tuple[Line, ...]:
    address = str(miss.address)
    text = sources.known(address)
    words = Run(miss.stretch, language=text.language, address=address, note=Note("", address))
    missing = ", ".join(miss.missing) if own else ""
    return said(f"{miss.shared} of {miss.of} words"), said(miss.day or "undated"), (words,), said(missing)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


ENTRY = Kind(('"FORMULA"',), worded, _make)
