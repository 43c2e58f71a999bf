"""Random documents for properties: sound ones as a reader would make them, and wild ones that the types just allow."""

import itertools
from collections.abc import Iterator
from pathlib import Path

from hypothesis import strategies as st

from acquis.archive.catalogue import catalogue
from acquis.formats import extract
from acquis.model import (
    Basis,
    Citation,
    CitationKind,
    Claim,
    Document,
    File,
    Kind,
    Layers,
    Part,
    Piece,
    Pinpoint,
    Record,
    Span,
    fingerprint,
)
from acquis.model.document import CONTAINERS, COUNTED
from acquis.model.record import FIELDS
from acquis.structure.citations import citations_in
from acquis.structure.read import VERSION, read
from evaluation.un_texts import assembled, un_documents

ODD = (
    "\0\x01\x0b\x0c\r\x1b\x7f\x85\u2028\u2029\ufeff\ufffd\ufffe\uffff\\\t\n"
    " <>&'\"]│⟨{}~$=+-@\u3000\u00a0\u200f\U0001f54a"
)
"""Characters that some form cannot hold as they are."""

ADDRESSES = (
    "un:A/RES/70/1@en",
    "sco:2011-06-15/astana-declaration@en-x-worldjpn",
    "treaty:1968/x@fr",
    "file:0123456789ab",
)
UNITS = {
    Kind.CHAPTER: "ch",
    Kind.DIVISION: "part",
    Kind.ARTICLE: "art",
    Kind.OPERATIVE: "op",
    Kind.PREAMBULAR: "pp",
} | {
    Kind.ENACTING: "pre",
    Kind.SECTION: "sec",
    Kind.BULLET: "b",
    Kind.HEADING: "h",
    Kind.SIGNATURE: "sig",
    Kind.TABLE: "tbl",
}

letters = st.characters(codec="utf-8") | st.sampled_from(ODD)
words = st.text(letters, max_size=30)
line = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=30)
numbers = st.none() | st.sampled_from(("1.", "(a)", "一、", "-", "Article 12", "IV", "")) | st.text(letters, max_size=3)
days = st.sampled_from(("2011-06-15", "2007-08", "1945"))


def spans(size: int) -> st.SearchStrategy[Span]:
    """A stretch of a text of that many characters."""
    return st.tuples(st.integers(0, size), st.integers(0, size)).map(lambda ends: Span(min(ends), max(ends)))


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim about any field; dates are dates."""
    field = draw(st.sampled_from((*FIELDS, "something-new")))
    value: str | None
    if field == "kind":
        value = draw(st.sampled_from(("treaty", "resolution", "declaration", "communique", "draft", "report", "odd")))
    elif field.startswith("date."):
        value = draw(st.none() | days)
    else:
        value = draw(st.none() | words)
    span = draw(st.none() | spans(50))
    basis, refused = draw(st.sampled_from(Basis)), draw(st.booleans())
    return Claim(field, value, basis, draw(st.none() | words), span, draw(words), refused)


@st.composite
def sentences(draw: st.DrawFn, part: Span) -> tuple[Span, ...]:
    """Sentences of a part, in order and apart."""
    ends = sorted(draw(st.lists(st.integers(part.start, part.end), max_size=6, unique=True)))
    return tuple(Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False))


@st.composite
def trees(draw: st.DrawFn) -> list[Part]:
    """Parts without words, each under one that stands before it; no two have the same path."""
    parts: list[Part] = []
    open_paths = [""]
    for count in range(draw(st.integers(0, 9))):
        kind = draw(st.sampled_from(Kind))
        depth = draw(st.integers(1, len(open_paths)))
        del open_paths[depth:]
        path = ".".join(filter(None, (open_paths[-1], f"{UNITS.get(kind, kind.value)}{count}")))
        holds = kind in CONTAINERS or kind in COUNTED
        level = draw(st.integers(1, 3))
        language = draw(st.sampled_from((None, None, "ru", "zh-Hans", "not a tag")))
        parts.append(
            Part(path, kind, Span(0, 0), draw(numbers), open_paths[-1], level, (), language, draw(st.booleans()))
        )
        open_paths += [path] if holds else []
    return parts


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document as a reader makes it: parts laid one after the other, a sound map, citations within the text."""
    drawn = [(part, draw(words)) for part in draw(trees())]
    parts, pieces, at, sourced, source, text = [], [], 0, 0, "", ""
    for part, own in drawn:
        before = draw(words)
        reason = draw(st.sampled_from(("marker", "blank", "page number")))
        if before:
            pieces.append(Piece(Span(sourced, sourced + len(before)), Span(at, at), reason))
            sourced += len(before)
        if own:
            pieces.append(Piece(Span(sourced, sourced + len(own)), Span(at, at + len(own))))
            sourced += len(own)
        span = Span(at, at + len(own))
        parts.append(_with(part, span, draw(sentences(span))))
        source += before + own
        text += f"{own}\n" if own else ""
        at = len(text)
    return draw(_document(Layers(source, text, tuple(pieces)), tuple(parts)))


@st.composite
def wild_documents(draw: st.DrawFn) -> Document:
    """Whatever the types allow: parts anywhere in the text, out of order, under holders that do not exist."""
    text, source = draw(words), draw(words)
    some_path = st.sampled_from(("p1", "sec1", "art1.2", "", "odd path", "p\0")) | words
    parts = []
    for _ in range(draw(st.integers(0, 5))):
        own = tuple(draw(st.lists(spans(len(text)), max_size=3)))
        kind, span, number = draw(st.sampled_from(Kind)), draw(spans(len(text))), draw(numbers)
        level, language = draw(st.integers(-1, 9)), draw(st.none() | words)
        parts.append(
            Part(draw(some_path), kind, span, number, draw(some_path), level, own, language, draw(st.booleans()))
        )
    pieces = draw(st.lists(st.builds(Piece, spans(len(source)), spans(len(text)), words), max_size=4))
    return draw(_document(Layers(source, text, tuple(pieces)), tuple(parts)))


@st.composite
def _document(draw: st.DrawFn, layers: Layers, parts: tuple[Part, ...]) -> Document:
    names = st.sampled_from([part.path for part in parts] or ["p1"])
    return Document(
        address=Pinpoint(draw(st.sampled_from(ADDRESSES))),
        record=Record(tuple(draw(st.lists(claims(), max_size=4)))),
        file=File(draw(line), draw(st.integers(0, 10**9)), draw(words), "text/plain", draw(st.none() | line)),
        layers=layers,
        parts=parts,
        citations=tuple(draw(st.lists(_citations(layers.text), max_size=3))),
        doubts=tuple(draw(st.lists(words, max_size=2))),
        reader=draw(line),
        language=draw(st.sampled_from((None, "en", "fr", "zh-Hans", "gsw"))),
        aliases=draw(st.dictionaries(words, names, max_size=3)),
    )


@st.composite
def _citations(draw: st.DrawFn, text: str) -> Citation:
    span = draw(spans(len(text)))
    own = draw(st.sampled_from((span.of(text), "other words")))
    target = draw(st.sampled_from((None, "un:A/RES/61/88#op3", "un:S/RES/1973 (2011)", "état:a b%&")))
    return Citation(
        span, own, draw(st.sampled_from(CitationKind)), target, draw(st.none() | words), draw(st.booleans())
    )


def _with(part: Part, span: Span, own: tuple[Span, ...]) -> Part:
    return Part(part.path, part.kind, span, part.number, part.within, part.level, own, part.language, part.recovered)


# --- documents of the reader ----------------------------------------------------------------------------------


def catalogued(content: str | bytes, name: str = "paper.txt") -> Document:
    """The document that the reader and the catalogue make of a file."""
    held = content.encode() if isinstance(content, str) else content
    found = extract(held, name)
    reading = read(found)
    known = catalogue(reading, name=name, sha256=fingerprint(held))
    cited = citations_in(reading.layers.text, reading.parts, own=known.address, language=reading.language)
    return Document(
        address=known.address,
        record=known.record,
        file=File(fingerprint(held), len(held), name, found.media_type, found.encoding),
        layers=reading.layers,
        parts=reading.parts,
        citations=cited,
        doubts=(*reading.doubts, *known.doubts),
        reader=VERSION,
        language=reading.language,
        aliases=reading.aliases or {},
    )


def seeds(shared: Path) -> Iterator[Document]:
    """The two documents that the project was founded on."""
    return (catalogued(file.read_bytes(), file.name) for file in sorted((shared / "seeds").iterdir()))


def charters(shared: Path) -> Iterator[Document]:
    """One founding treaty in six languages."""
    return (catalogued(file.read_bytes(), file.name) for file in sorted((shared / "data" / "charter").iterdir()))


def un_texts(shared: Path, count: int) -> Iterator[Document]:
    """Resolutions and reports of the United Nations, put together from their paragraphs."""
    for held in itertools.islice(un_documents(shared, "dev"), count):
        text = assembled(held)
        yield catalogued(text.text, f"{text.symbol.replace('/', '_')}.txt")
