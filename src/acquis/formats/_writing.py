"""What a document is written as: one form, one file with a `WRITER`."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from acquis.errors import UnknownName
from acquis.model import Document


@dataclass(frozen=True, slots=True)
class Writer:
    """A form that a document can be given.

    `write` gives its bytes; the same document gives the same bytes. `read` gives the same document back, equal in
    every field, and raises `Unreadable` for bytes that were changed or are not of that form; None where the form
    leaves something out. `write_many` puts several documents into one file, where the form can hold them.
    """

    name: str
    media_type: str
    suffix: str
    write: Callable[[Document], bytes]
    read: Callable[[bytes], Document] | None = None
    write_many: Callable[[Iterable[Document]], bytes] | None = None


@cache
def writers() -> dict[str, Writer]:
    """Every form on the shelf, by its name; adding a file is the registration.

    >>> sorted(name for name, each in writers().items() if each.read)
    ['akn', 'json', 'reading']
    """
    shelf = importlib.import_module("acquis.formats")
    names = sorted(module.name for module in pkgutil.iter_modules(shelf.__path__) if not module.name.startswith("_"))
    loaded = [importlib.import_module(f"acquis.formats.{name}") for name in names]
    found: list[Writer] = [module.WRITER for module in loaded if hasattr(module, "WRITER")]
    return {each.name: each for each in found}


def writer(name: str) -> Writer:
    """One form; `UnknownName` lists those there are."""
    known = writers()
    if name not in known:
        raise UnknownName("form", name, known)
    return known[name]
