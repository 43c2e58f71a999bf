"""What whoever entered writes down: notes, corrections, relations, markings, and taking one of them back."""

from typing import Any
from urllib.parse import quote, urlsplit

from litestar import Response
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.params import URLEncodedBody
from litestar.response import Redirect

from acquis.archive.corrections import Edited
from acquis.errors import AcquisError, UnknownName
from acquis.model import Pinpoint
from acquis.web.mending import number_in, words_from
from acquis.web.pages import form
from acquis.web.reader import Reader
from acquis.web.urls import Url, own

VERBS = ("note", "correct", "join", "split", "relate", "rename", "mark", "undo")
"""What a form may enter. To withdraw a document is left to the terminal: no page could take it back."""


def enter(reader: NamedDependency[Reader], data: URLEncodedBody[dict[str, str]]) -> Response[Any]:
    """Enters what a form says, and leads back to the page that it stood on.

    With `show` it leads to the document, to where the words stand now, and the page says what was entered.
    """
    if not reader.inside:
        raise PermissionDeniedException("Only whoever entered with the key may correct and annotate.")
    done, then = _entered(reader, data), own(data.get("then", "/"))
    there = _shown(reader, data, done, then) if data.get("show") else then
    return Redirect(there, status_code=303)


def _entered(reader: Reader, data: dict[str, str]) -> Edited:
    """The verbs of a form: each is one of the archive's."""
    archive, at, because = reader.room.archive, data.get("at", ""), data.get("because", "").strip()
    value = data.get("value", "").strip()
    match data.get("verb", ""):
        case "note":
            return archive.note(at, data.get("text", ""), because=because or "a note")
        case "correct":
            return archive.correct(at, data.get("field", ""), value, because=because)
        case "join":
            return archive.join(at, data.get("second", ""), because=because)
        case "split":
            words = words_from(archive.get(at), data.get("from", ""), data.get("hash", ""))
            return archive.split(at, at=words, because=because)
        case "relate":
            return archive.relate(at, data.get("other", "").strip(), relation=value, because=because)
        case "rename":
            return archive.rename(at, value, because=because)
        case "mark":
            return archive.mark(at, value, rights=data.get("rights", "").strip(), because=because)
        case "undo":
            return archive.undo(number_in(data.get("number", "")), because=because or "taken back")
        case other:
            raise UnknownName("entry", other, VERBS)


def _shown(reader: Reader, data: dict[str, str], done: Edited, then: str) -> str:
    """The document after a change, as it was read before it, at the place that the change was about."""
    try:
        place = reader.room.archive.get(data.get("at") or str(done.address))
    except AcquisError:
        return then
    parts = urlsplit(then)
    told = {"undone" if data.get("verb") == "undo" else "entered": done.number}
    forget = {"correct": None, "entered": None, "undone": None}
    now = Pinpoint(str(place.document.address))
    part = place.address.part
    there = Url.of(now.url, parts.query).to(**{**forget, **told, "at": part})
    return f"{there}#{quote(part)}" if part else there


ENTRY = form("/entries", enter)
