"""The record and the omissions of a document, as the reading form prints them."""

from collections.abc import Iterator
from typing import Final

from acquis.formats._escape import shown
from acquis.model import Claim, Document, Layers, Record

_FIRST: Final = ("title", "day", "place", "organisation", "organ", "kind", "symbol", "language", "standing", "source")
"""What the head begins with, stated or not; the other fields follow in the order in which they were met."""

_LONGEST: Final = 60


def head(document: Document) -> list[str]:
    """The address, then each field with what it rests on, or the reason why it is not known; conflicts and doubts."""
    record = document.record
    dated = f"date.{record.day[1]}" if record.day[0] else ""
    fields = [*_FIRST, *dict.fromkeys(c.field for c in record.claims if c.field not in (*_FIRST, dated))]
    lines = [str(document.address), ""]
    for field in fields:
        lines += _day(record) if field == "day" else _field(record, field)
    lines += [_line("refused", f"{each.field} {_value(each)}  [{_basis(each)}]") for each in record.conflicts]
    lines += [_line("doubt", doubt) for doubt in document.doubts]
    return lines


def _field(record: Record, field: str) -> Iterator[str]:
    """The answer for a field, then every other value that was stated for it."""
    answer = record.claim(field)
    if answer is None or answer.value is None:
        yield _line(field, f"none: {record.why(field)}")
        return
    yield _line(field, f"{answer.value}  [{_basis(answer)}]")
    yield from _others(record, answer)


def _others(record: Record, answer: Claim) -> Iterator[str]:
    """What else was stated for a field and not refused."""
    told = {answer.value, None}
    for each in record.all(answer.field):
        if each.value not in told and not each.refused:
            told.add(each.value)
            yield _line("", f"also {each.value}  [{_basis(each)}]")


def _day(record: Record) -> Iterator[str]:
    """The day that the document is ordered by, and which of its dates that is."""
    day, which = record.day
    if day is None:
        yield _line("day", f"none: {which}")
        return
    claim = record.claim(f"date.{which}")
    yield _line("day", f"{day}, {which}" + (f"  [{_basis(claim)}]" if claim else ""))
    yield from _others(record, claim) if claim else ()


def _value(claim: Claim) -> str:
    return "none" if claim.value is None else claim.value


def _basis(claim: Claim) -> str:
    return f"{claim.basis.value}: {claim.why}" if claim.why else claim.basis.value


def _line(name: str, words: str) -> str:
    return f"{shown(name):<12}  {shown(words)}".replace("\n", " / ").rstrip(" ")


def left_out(layers: Layers) -> list[str]:
    """What of the source is not in the text: each reason, how often, how many characters, and the first example."""
    found: dict[str, list[str]] = {}
    for piece in layers.omissions:
        found.setdefault(piece.reason, []).append(piece.source.of(layers.source))
    return ["left out", *(_omitted(reason, stretches) for reason, stretches in sorted(found.items()))] if found else []


def _omitted(reason: str, stretches: list[str]) -> str:
    count, characters = len(stretches), sum(map(len, stretches))
    example = next((" ".join(each.split()) for each in stretches if each.strip()), "")
    short = example if len(example) <= _LONGEST else example[:_LONGEST].rstrip() + " …"
    return _line(
        reason,
        f"{count} {'time' if count == 1 else 'times'}, {characters} characters" + (f": {short}" if short else ""),
    )
