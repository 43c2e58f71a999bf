"""What whoever entered may correct at a paragraph, and what was entered in a document, each with how it is undone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from acquis.errors import BadEdit
from acquis.model import Document, Part, Pinpoint
from acquis.model.document import CONTAINERS
from acquis.web.words import message

if TYPE_CHECKING:
    from acquis.archive.holdings import Place
    from acquis.web.reader import Reader

_DIGITS: Final = 9
_WORDS: Final = 9
"""So many words tell where a paragraph would be split."""

RELATED: Final = {
    "same": message("is the same as"),
    "different": message("is another than"),
    "translation": message("is a translation of"),
    "copy": message("is a copy of"),
    "draft": message("is a draft of"),
    "amends": message("amends"),
    "supersedes": message("supersedes"),
    "implements": message("implements"),
    "follows": message("continues"),
}
"""How a text may be said to be related to another, by the archive's word for it."""


class Break(Struct, frozen=True):
    """Where a paragraph can be split: the place of the second part's first letter, and the words that begin there.

    `sentence` is the number of the sentence that begins there; None where words were chosen.
    """

    at: int
    words: str
    sentence: int | None


class Mending(Struct, frozen=True):
    """What may be entered at a paragraph. `hash` is that of the text as it was shown.

    `following` is the address of the paragraph that it may be joined with and `continued` its words; without one
    `apart` says why not.
    """

    path: str
    address: str
    hash: str
    breaks: tuple[Break, ...]
    following: str
    continued: str
    apart: str


class Entered(Struct, frozen=True):
    """A correction or note that holds: what it says, where it was entered, and where its words stand now.

    `address` is "" where they are lost.
    """

    number: int
    verb: str
    words: str
    was: str
    address: str
    who: str
    day: str
    because: str


def mending(reader: "Reader", place: "Place") -> Mending | None:
    """What may be entered at a paragraph, or at words of it; nothing where the archive is read as it once stood."""
    held, path = place.document, place.address.part
    if not writes(reader) or path is None:
        return None
    part = held.part(path)
    following, apart = _following(held, part)
    return Mending(
        path=part.path,
        address=str(held.address.at(part.path)),
        hash=held.layers.hash,
        breaks=tuple(_breaks(held, part, place.address)),
        following=str(held.address.at(following.path)) if following else "",
        continued=_begin(following.span.of(held.text)) if following else "",
        apart=apart,
    )


def writes(reader: "Reader") -> bool:
    """Whether whoever reads may enter something: with the key, and in the archive as it stands now."""
    return reader.inside and reader.release is None


def words_from(place: "Place", at: str, shown: str) -> str:
    """The words of a paragraph from a place on, by which the archive is told where to split it.

    `shown` is the hash of the text in which that place was chosen: it means nothing in another one.
    """
    held = place.document
    if shown != held.layers.hash:
        raise BadEdit(f"{held.address} was read again since the page was made. Look at it as it stands now.")
    words, start = held.part(place.address.part or "").span.of(held.text), number_in(at)
    if not 0 < start < len(words):
        raise BadEdit(f"{place.address} cannot be split there: choose the sentence or the words that begin the second.")
    return words[start:]


def number_in(words: str) -> int:
    """The number that a form or an address says; 0 where it says none that could be meant."""
    return int(words) if words.isascii() and words.isdigit() and len(words) <= _DIGITS else 0


def entered_in(reader: "Reader", address: str) -> tuple[Entered, ...]:
    """What was entered in a document and holds, the last one first; it is the house's own."""
    return tuple(map(_entered, reversed(edits(reader, address)))) if reader.inside else ()


def edits(reader: "Reader", address: str) -> Sequence[dict[str, Any]]:
    """The corrections and notes of a document that hold, each followed to where its words stand."""
    text = str(Pinpoint(address).expression)
    return reader.once(("edits", text), lambda: reader.archive.edits(text))


def _entered(edit: dict[str, Any]) -> Entered:
    was, told = edit["address"], said(edit["verb"], edit["body"])
    now = edit["now"] if "#" in was else edit["now"].partition("#")[0]
    return Entered(edit["id"], edit["verb"], told, was, now, edit["who"], edit["at"][:10], edit["because"])


def said(verb: str, body: dict[str, Any]) -> str:
    """What a correction or note says, in words."""
    match verb:
        case "note":
            return str(body["text"])
        case "join":
            return f"{_end(body['first'])} + {_begin(body['second'])}"
        case "split":
            whole, at = body["whole"], body["at"]
            return f"{_end(whole[:at])} ¶ {_begin(whole[at:])}"
    return ": ".join(str(each) for each in body.values())


def _breaks(held: Document, part: Part, address: Pinpoint) -> Sequence[Break]:
    """The words that were chosen first, then every sentence but the first; only after a blank can a paragraph end."""
    words = part.span.of(held.text)
    chosen = address.words.start if address.words else 0
    if address.sentence:
        chosen = part.sentences[address.sentence - 1].start - part.span.start
    starts = [(each.start - part.span.start, number) for number, each in enumerate(part.sentences, 1)]
    found = [(chosen, None)] if chosen not in (start for start, _ in starts) else []
    at = sorted([*found, *starts], key=lambda each: (each[0] != chosen, each[0]))
    return [Break(start, _begin(words[start:]), number) for start, number in at if _parts(words, start)]


def _parts(words: str, at: int) -> bool:
    return 0 < at < len(words) and words[at - 1].isspace() and not words[at].isspace() and bool(words[:at].strip())


def _following(held: Document, part: Part) -> tuple[Part | None, str]:
    """The part that may be joined to another, or why none may."""
    if part.kind in CONTAINERS:
        return None, message("A heading is not joined with what stands under it.")
    at = held.parts.index(part) + 1
    found = held.parts[at] if at < len(held.parts) else None
    if found is None or found.kind in CONTAINERS or held.text[part.span.end : found.span.start] != "\n":
        return None, message("No paragraph follows it directly.")
    if found.number is not None:
        return None, message("The next paragraph has a printed number, and stays by itself.")
    return found, ""


def _begin(words: str) -> str:
    told = words.split()
    return " ".join(told[:_WORDS]) + (" …" if len(told) > _WORDS else "")


def _end(words: str) -> str:
    told = words.split()
    return ("… " if len(told) > _WORDS else "") + " ".join(told[-_WORDS:])
