"""From the lines of a file to a document: the reading, told as one story."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from acquis.formats import Extraction, Role
from acquis.model import Citation, Claim, Kind, Layers, Part, Span
from acquis.structure.assemble import assemble, left_out
from acquis.structure.blocks import blocks
from acquis.structure.furniture import furniture, noted
from acquis.structure.markup import headed
from acquis.structure.outline import outline
from acquis.structure.paths import aliases, paths
from acquis.structure.records import records
from acquis.structure.sentences import sentences
from acquis.structure.statements import masthead_statements, statements
from acquis.structure.tongue import language_of

VERSION = "1"
"""The version of the reading rules; a document says which one read it."""

_SAMPLE = 4000
_MASTHEAD = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says of itself and how it is built, before it has an address.

    `masthead` are the lines that a format sets apart from the text: they may hold the symbol.
    """

    layers: Layers
    parts: tuple[Part, ...]
    claims: tuple[Claim, ...]
    doubts: tuple[str, ...]
    language: str | None
    citations: tuple[Citation, ...] = ()
    masthead: tuple[str, ...] = ()
    aliases: dict[str, str] | None = None


def read(extraction: Extraction, *, language: str | None = None) -> Reading:
    """Reads the lines of a file: record, furniture, paragraphs, their order, their sentences, what they state.

    The same lines give the same reading. Every character of the source is in the text or in a listed omission.
    """
    gone = furniture(extraction)
    lines = noted(extraction, gone)
    kept = [line for at, line in enumerate(lines) if at not in gone]
    record = records(replace(extraction, lines=tuple(kept)))
    body, marks = headed(record.lines, extraction.source)
    tongue, basis = (language, "asked for") if language else language_of(_sample(extraction, record.lines))
    made = outline(list(blocks(extraction, body)), tongue)
    omitted = left_out(extraction.lines, gone) | record.left_out | marks
    parts, layers = assemble(
        extraction.source, made.drafts, paths(made.drafts), omitted, lambda words: sentences(words, tongue)
    )
    apart = [line for line in extraction.lines if line.role is Role.RECORD]
    mastheads = masthead_statements(apart, extraction.source, tongue)
    claims = (*record.claims, *mastheads, *statements(parts, layers, tongue))
    return Reading(
        layers=layers,
        parts=parts,
        claims=(*claims, *_language_claim(tongue, basis)),
        doubts=(*extraction.doubts, *made.doubts, *_doubts(parts)),
        language=tongue,
        masthead=tuple(line.span.of(extraction.source) for line in apart[:_MASTHEAD]),
        aliases=aliases(parts),
    )


def _sample(extraction: Extraction, lines: Sequence[object]) -> str:
    """Words from the middle of the text, where a masthead in another language does not reach."""
    spans: list[Span] = [line.span for line in lines]  # type: ignore[attr-defined]
    words = "\n".join(span.of(extraction.source) for span in spans if span)
    start = min(len(words) // 3, 2000)
    return words[start : start + _SAMPLE]


def _language_claim(tongue: str | None, basis: str) -> tuple[Claim, ...]:
    from acquis.model import Basis

    if tongue is None:
        return (Claim("language", None, Basis.RULE, why=basis),)
    return (Claim("language", tongue, Basis.RULE, why=basis),)


def _doubts(parts: Sequence[Part]) -> list[str]:
    found = []
    if not any(part.kind is Kind.TITLE for part in parts):
        found.append("no title was found")
    twice = [part.path for part in parts if "!" in part.path]
    if twice:
        found.append(f"{len(twice)} numbers are printed twice, the first of them at {twice[0]}")
    return found
