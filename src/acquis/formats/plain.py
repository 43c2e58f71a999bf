"""The text alone: the words in reading order with their printed numbers, an empty line between paragraphs."""

from acquis.formats._printed import printed
from acquis.formats._writing import Writer
from acquis.model import Document


def write(document: Document) -> bytes:
    """The text layer as UTF-8. Page furniture and mastheads are not in it; sections without words leave no trace."""
    words = (printed(document, part) for part in document.parts)
    return "".join(f"{each}\n\n" for each in words if each).removesuffix("\n").encode("utf-8", "replace")


WRITER = Writer("text", "text/plain", ".txt", write)
