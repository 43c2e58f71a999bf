"""The annotated seed as acquis reads it."""

from functools import cache
from pathlib import Path

from acquis.archive.keeping import document_of_prepared
from acquis.archive.preparing import prepare
from acquis.model import Document

_FILE = "000_8b0a37607efdb0be.txt"


@cache
def document(shared: Path) -> Document:
    """The document of the declaration of 2011."""
    path = shared / "seeds" / _FILE
    prepared = prepare(path.read_bytes(), path.name)
    return document_of_prepared(prepared, prepared.catalogued.address)
