"""The reading form: a document as people check it, every part on its own lines with its address in the margin."""

from acquis.errors import Unreadable
from acquis.formats._escape import shown, unescaped
from acquis.formats._printed import depths, lead
from acquis.formats._reading_head import head, left_out
from acquis.formats._reading_tail import Tail, tail
from acquis.formats._writing import Writer
from acquis.model import Document, Kind, Part
from acquis.model.document import CONTAINERS

FOOT = "-- layers --"
"""The line after which the machine's part stands."""

_MARGIN = 14
_MORE = " " * _MARGIN + "│"
_MARKS = {Kind.TITLE: "# ", **dict.fromkeys(CONTAINERS, "## "), Kind.HEADING: "### "}
_TIGHT = frozenset({Kind.ITEM, Kind.BULLET, Kind.SIGNATURE})


def show(document: Document, *, sentences: bool = False) -> str:
    """The part for people: record, text, what was left out. `sentences` puts the number of each before it.

    Each part stands on a line of its own, with the part of its address after `#` in the margin; a line with `│` goes
    on with the part above. `[recovered]` marks a section that blank lines alone told.
    """
    lines = [*head(document), "", "text", *_text(document, sentences=sentences), "", *left_out(document.layers)]
    return "\n".join(lines).rstrip("\n") + "\n"


def write(document: Document) -> bytes:
    """The part for people, then what the machine needs to have the same document back: one thing on a line."""
    return f"{show(document)}\n{FOOT}\n{tail(document)}\n".encode()


def read(content: bytes) -> Document:
    """The document that `write` was given: the words from the part for people, all else from below.

    Raises `Unreadable` where either was changed: the words are checked by their hash, the rest by writing it again.
    """
    try:
        upper, mark, lower = content.decode().partition(f"\n\n{FOOT}\n")
    except UnicodeDecodeError as error:
        raise Unreadable("the reading form is UTF-8 text, and this is not") from error
    if not mark:
        raise Unreadable(
            f"no line {FOOT!r} stands in it; what `show` prints cannot be read back, what `write` gives can"
        )
    try:
        kept = Tail(lower)
        document = kept.document(_words(upper, kept.bare_parts()))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise Unreadable(f"what stands below the text is damaged ({error}); export the document again") from error
    if write(document) != content:
        raise Unreadable("the record or the margin was changed after acquis wrote this; export the document again")
    return document


def _text(document: Document, *, sentences: bool) -> list[str]:
    lines = []
    for part, depth in zip(document.parts, depths(document.parts), strict=True):
        words = _with_sentences(document, part) if sentences else part.span.of(document.text)
        first, *more = shown(words).split("\n")
        lines += [] if part.kind in _TIGHT else [""]
        lines += [(_prefix(part, depth) + first).rstrip(" "), *(_MORE + line for line in more)]
    return lines


def _prefix(part: Part, depth: int) -> str:
    """What stands before the words: address, indentation, heading mark, language, number."""
    path = _on_line(part.path) or "-"
    language = f"[{_on_line(part.language)}] " if part.language else ""
    recovered = "[recovered] " if part.recovered else ""
    before = f"{_MARKS.get(part.kind, '')}{recovered}{language}{lead(_on_line(part.number or ''))}"
    return f"{path:<{_MARGIN - 2}}  {'  ' * min(depth, 8)}{before}"


def _on_line(words: str) -> str:
    return shown(words).replace("\n", " ")


def _with_sentences(document: Document, part: Part) -> str:
    words, at = [], part.span.start
    for count, sentence in enumerate(part.sentences, 1):
        words.append(document.text[at : sentence.start] + f"⟨{count}⟩ ")
        at = max(at, sentence.start)
    return "".join(words) + document.text[at : part.span.end]


def _words(upper: str, parts: "list[tuple[Part, int]]") -> list[str]:
    """The words of each part, from the lines that begin with what is known to stand before them."""
    lines = upper.split("\n")
    at = lines.index("text") + 1 if "text" in lines else len(lines)
    found = []
    for part, depth in parts:
        prefix = _prefix(part, depth)
        while at < len(lines) and not lines[at]:
            at += 1
        if at == len(lines) or not (lines[at] + " ").startswith(prefix.rstrip(" ")):
            raise Unreadable(f"the lines of part {part.path!r} are not where they were; export the document again")
        taken = [lines[at][len(prefix) :]]
        at += 1
        while at < len(lines) and lines[at].startswith(_MORE):
            taken.append(lines[at][len(_MORE) :])
            at += 1
        found.append(unescaped("\n".join(taken)))
    return found


WRITER = Writer("reading", "text/plain", ".reading.txt", write, read)
