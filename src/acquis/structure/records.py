"""Catalogue records: masthead lines, bracketed fields and web stamps, told from the text they describe."""

import re
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from acquis.formats import Extraction, Line, Role
from acquis.languages import languages
from acquis.model import Basis, Claim, Span
from acquis.structure.dates import dates_in
from acquis.structure.markup import front_matter

_FIELD: Final = re.compile(r"\s*[\[［【〔](?P<name>[^\]］】〕]{1,40})[\]］】〕][ \t\u3000]*(?P<value>.*)$", re.DOTALL)
_TIME: Final = re.compile(r"[\s,;|\-–—]*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*$", re.IGNORECASE)
_STAMP_LINES: Final = 12
_FULL_TEXT: Final = "text"
_MULTIPLE: Final = ("keeper", "notes")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is left for the text once the record is taken out.

    `lines` are the lines of the text, `claims` what the record states, `left_out` the stretches that were the
    record's, each with its reason.
    """

    lines: tuple[Line, ...]
    claims: tuple[Claim, ...] = ()
    left_out: dict[Span, str] = field(default_factory=dict)


def records(extraction: Extraction) -> Reading:
    """The record that stands before a text, if any: bracketed fields with their masthead, else a web stamp."""
    if matter := front_matter(extraction.lines, extraction.source):
        return _fenced(extraction, matter)
    fields = _fields(extraction)
    if fields and ("title" in fields or _FULL_TEXT in fields or len(fields) > 1):
        return _bracketed(extraction, fields)
    return _stamped(extraction)


def _fenced(extraction: Extraction, matter: dict[str, tuple[int, Span]]) -> Reading:
    """A record between fences at the head of a file; keys that are no fields of a record are left out all the same."""
    last = matter["end"][0]
    claims: list[Claim] = []
    title: list[Line] = []
    left_out = {line.span: "record" for line in extraction.lines[: last + 1] if len(line.span)}
    for key, (at, value) in matter.items():
        name = next((tongue.fields[key] for tongue in languages() if key in tongue.fields), None)
        if name is None or name == _FULL_TEXT:
            continue
        claims.append(_claim(extraction.source, name, [value] if value else []))
        if name == "title" and value:
            title.append(replace(extraction.lines[at], span=value, role=Role.TITLE))
            del left_out[extraction.lines[at].span]
            left_out[Span(extraction.lines[at].span.start, value.start)] = "record label"
    return Reading((*title, *extraction.lines[last + 1 :]), tuple(claims), left_out)


def _fields(extraction: Extraction) -> dict[str, int]:
    """The record fields by name, with the place of their line; the first of each, and none after the text starts."""
    found: dict[str, int] = {}
    for at, line in enumerate(extraction.lines):
        name = _name(line.span.of(extraction.source))
        if name and name not in found:
            found[name] = at
        if name == _FULL_TEXT:
            break
    return found


def _name(words: str) -> str | None:
    """Our name of the field that a line opens with, in any language of the shelf."""
    match = _FIELD.match(words)
    if not match:
        return None
    printed = " ".join(match["name"].split()).casefold()
    return next((tongue.fields[printed] for tongue in languages() if printed in tongue.fields), None)


def _bracketed(extraction: Extraction, fields: dict[str, int]) -> Reading:
    first, last = min(fields.values()), max(fields.values())
    body = fields.get(_FULL_TEXT, _end(extraction, last)) + 1
    claims = list(_masthead(extraction, first))
    left_out: dict[Span, str] = {line.span: "masthead" for line in extraction.lines[:first] if len(line.span)}
    title: list[Line] = []
    for name, at in sorted(fields.items(), key=lambda held: held[1]):
        value = (
            [] if name == _FULL_TEXT else _value(extraction, at, min([n for n in fields.values() if n > at] or [body]))
        )
        left_out |= _omitted(extraction, at, value, keep=name == "title")
        if name == "title" and value:
            title = [replace(extraction.lines[at], span=span, role=Role.TITLE) for span in value]
        if name != _FULL_TEXT:
            claims.append(_claim(extraction.source, name, value))
    rest = [*_text_after_label(extraction, fields), *extraction.lines[body:]]
    return Reading((*title, *rest), tuple(claims), left_out)


def _end(extraction: Extraction, last: int) -> int:
    """The last line of the record where no field says that the text starts: values run on until an empty line."""
    at = last
    while at + 1 < len(extraction.lines) and extraction.lines[at].span and extraction.lines[at + 1].span:
        at += 1
    return at


def _value(extraction: Extraction, at: int, until: int) -> list[Span]:
    """Where the value of a field stands: the rest of its line, and following lines up to an empty one."""
    found = []
    for place in range(at, until):
        line = extraction.lines[place]
        words = line.span.of(extraction.source)
        start = 0
        if place == at and (match := _FIELD.match(words)):
            start = match.start("value")
        if place > at and (not words.strip() or _FIELD.match(words)):
            break
        if words[start:].strip():
            found.append(Span(line.span.start + start, line.span.start + len(words.rstrip())))
    return found


def _omitted(extraction: Extraction, at: int, value: list[Span], *, keep: bool) -> dict[Span, str]:
    line = extraction.lines[at].span
    match = _FIELD.match(line.of(extraction.source))
    if match and not value and match["value"].strip():
        return {Span(line.start, line.start + match.start("value")): "record label"}
    if keep and value:
        return {Span(line.start, value[0].start): "record label"} if value[0].start > line.start else {}
    return {line: "record"} | {span: "record" for span in value if not line.holds(span)}


def _text_after_label(extraction: Extraction, fields: dict[str, int]) -> list[Line]:
    """Text that starts on the line of its label: "[Full text] The heads of state …"."""
    if _FULL_TEXT not in fields:
        return []
    line = extraction.lines[fields[_FULL_TEXT]]
    match = _FIELD.match(line.span.of(extraction.source))
    if not match or not match["value"].strip():
        return []
    return [replace(line, span=Span(line.span.start + match.start("value"), line.span.end))]


def _claim(source: str, name: str, value: list[Span]) -> Claim:
    target = {"date": "date.adoption"}.get(name, name)
    if not value:
        return Claim(target, None, Basis.RECORD, stated="", why="the record's field is empty")
    span = Span(value[0].start, value[-1].end)
    stated = span.of(source)
    words = " ".join(stated.split())
    if target != "date.adoption":
        return Claim(target, words, Basis.RECORD, stated, span)
    dated = dates_in(words, None)
    if not dated:
        return Claim(target, None, Basis.RECORD, stated, span, why=f"no date could be read in {words!r}")
    return Claim(target, str(dated[0].until or dated[0].day), Basis.RECORD, stated, span)


_DATABASE: Final = re.compile(r"[\"“「『](?P<name>[^\"”」』]+)[\"”」』]")


def _masthead(extraction: Extraction, first: int) -> list[Claim]:
    """Database, collection, and the institutions that keep it: the lines before the first field, in this order."""
    lines = [line for line in extraction.lines[:first] if line.span.of(extraction.source).strip()]
    claims = []
    for name, line in zip(("database", "collection", *("keeper",) * len(lines)), lines, strict=False):
        words = line.span.of(extraction.source).strip()
        quoted = _DATABASE.search(words) if name == "database" else None
        values = (
            [part.strip() for part in words.split(";")] if name == "keeper" else [quoted["name"] if quoted else words]
        )
        claims += [Claim(name, value, Basis.RECORD, words, line.span) for value in values if value]
    return claims


def _stamped(extraction: Extraction) -> Reading:
    """A line with no more than a date and a time near the head is the page's, not the text's."""
    lines = list(extraction.lines)
    claims: list[Claim] = []
    left_out: dict[Span, str] = {}
    for line in [each for each in lines if each.span][:_STAMP_LINES]:
        if claim := _stamp(line.span, line.span.of(extraction.source)):
            claims.append(claim)
            left_out[line.span] = "web stamp"
            lines.remove(line)
            break
    return Reading(tuple(lines), tuple(claims), left_out)


def _stamp(span: Span, words: str) -> Claim | None:
    time = _TIME.search(words)
    if not time or len(words) > 60:
        return None
    dated = dates_in(words[: time.start()], None)
    rest = words[: dated[0].span.start] + words[dated[0].span.end : time.start()] if len(dated) == 1 else words
    if len(dated) != 1 or sum(letter.isalpha() for letter in rest) > 14:
        return None
    return Claim("date.publication", str(dated[0].day), Basis.STAMP, words.strip(), span, why="when the page appeared")
