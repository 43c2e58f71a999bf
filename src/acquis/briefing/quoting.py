"""Words as a brief quotes them: cut to a number of words, with the note that says where they stand."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from acquis.formats._paper import Line, Note, Run, line
from acquis.formats._report import Change
from acquis.model import Evidence
from acquis.precedents.diff import Diff, Piece, pieces
from acquis.register.events import Source

if TYPE_CHECKING:
    from acquis.precedents.kin import Expression
    from acquis.register.events import Proof


def short(words: str, most: int) -> str:
    """The first words of a text, and … where there are more.

    >>> short("the use of outer space solely for peaceful purposes", 4)
    'the use of outer …'
    """
    told = words.split()
    return " ".join(told) if len(told) <= most else f"{' '.join(told[:most])} …"


def quoted(words: str, most: int, *, address: str, language: str | None = None, whole: str | None = None) -> Run:
    """Words between quotation marks; the note has all of them (or the `whole` they stand in), and where they stand."""
    return Run(f"“{short(words, most)}”", language=language, address=address, note=Note(whole or words, address))


def proved(words: str, proof: "Proof | None") -> Run:
    """What is said of something, with the note of what proves it."""
    return Run(words, note=note_of(proof) if proof else None)


def note_of(proof: "Proof") -> Note:
    """A proof as a note: the words of a text, or a source that facts kept by hand name."""
    if isinstance(proof, Evidence):
        return Note(proof.quotation, str(proof.address))
    assert isinstance(proof, Source)
    return Note(f"{proof.cited} ({proof.file}, line {proof.line})" if proof.line else f"{proof.cited} ({proof.file})")


def joined(runs: Iterable[Run], between: str = "; ") -> Line:
    """Runs with something between them."""
    return tuple(_joined(runs, between))


def _joined(runs: Iterable[Run], between: str) -> Iterator[Run]:
    for at, run in enumerate(runs):
        if at:
            yield Run(between)
        yield run


def changes(diff: Diff, *, language: str | None = None) -> Line:
    """The later wording as it runs, with what the earlier one had in its place."""
    return tuple(Run(words, _MARKS.get(piece), language=language) for words, piece in pieces(diff))


_MARKS: dict[Piece, Change] = {"added": Change.ADDED, "dropped": Change.DROPPED, "moved": Change.MOVED}


def called(text: "Expression", most: int = 10) -> str:
    """A text as people call it: its symbol, else its title, and its day."""
    name = text.symbol or short(text.title or text.work, most)
    return f"{name} ({text.day})" if text.day else name


def place(address: str) -> str:
    """The place in a text, without the text."""
    return address.partition("#")[2].partition("~")[0]


def said(words: str) -> Line:
    """Plain words as a line."""
    return line(words)
