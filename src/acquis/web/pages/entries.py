"""What whoever entered writes down: notes, corrections, markings, and taking one of them back."""

from typing import Any

from litestar import Response
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.params import URLEncodedBody
from litestar.response import Redirect

from acquis.archive.corrections import Edited
from acquis.errors import UnknownName
from acquis.web.pages import form
from acquis.web.reader import Reader
from acquis.web.urls import own


def enter(reader: NamedDependency[Reader], data: URLEncodedBody[dict[str, str]]) -> Response[Any]:
    """Enters what a form says, and leads back to the page that it stood on."""
    if not reader.inside:
        raise PermissionDeniedException("Only whoever entered with the key may correct and annotate.")
    _entered(reader, data)
    return Redirect(own(data.get("then", "/")), status_code=303)


def _entered(reader: Reader, data: dict[str, str]) -> Edited:
    """The verbs of a form: each is one of the archive's."""
    archive, at, because = reader.room.archive, data.get("at", ""), data.get("because", "")
    match data.get("verb", ""):
        case "note":
            return archive.note(at, data.get("text", ""), because=because or "a note")
        case "correct":
            return archive.correct(at, data.get("field", ""), data.get("value", ""), because=because)
        case "mark":
            return archive.mark(at, data.get("value", ""), because=because)
        case "undo" if data.get("number", "").isdigit():
            return archive.undo(int(data["number"]), because=because or "taken back")
        case other:
            raise UnknownName("entry", other, ("note", "correct", "mark", "undo"))


ENTRY = form("/entries", enter)
