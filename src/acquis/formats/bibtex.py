"""BibTeX: the reference for LaTeX."""

import re
from collections.abc import Iterable
from typing import Final

from acquis.formats._citing import Cited, cited
from acquis.formats._writing import Writer
from acquis.model import Document, Pinpoint

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ESCAPES: Final = {
    **{"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}"},
    **{"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"},
    **{sign: f"\\{sign}" for sign in "$&#_%"},
}
"""What LaTeX takes for commands; braces become names because BibTeX counts them even behind a backslash."""


def entry(document: Document, *, at: Pinpoint | None = None, author: str = "") -> str:
    """One entry: `@techreport` for strategies, plans and reports, else `@misc`, which has no type for treaties.

    `year` and `month` as far as they are known; `note` is the address, down to the place cited where one is given.
    """
    reference = cited(document, at=at, author=author)
    kind = "techreport" if reference.type == "report" else "misc"
    lines = [f"  {name} = {value}," for name, value in _fields(reference).items() if value]
    return "\n".join([f"@{kind}{{{_key(reference.address)},", *lines, "}"])


def write(document: Document) -> bytes:
    """The entry as UTF-8, which biber reads as it is."""
    return write_many([document])


def write_many(documents: Iterable[Document]) -> bytes:
    """An entry for each document, an empty line between them."""
    return "\n".join(f"{entry(each)}\n" for each in documents).encode("utf-8", "replace")


def _fields(reference: Cited) -> dict[str, str]:
    day = reference.day
    return {
        "title": _braced(reference.title, twice=True),
        "author": _braced(reference.author, twice=True),
        "institution": _braced(reference.author) if reference.type == "report" else "",
        "year": f"{{{day.year}}}" if day else "",
        "month": _MONTHS[day.month - 1] if day and day.month else "",
        "date": f"{{{day}}}" if day else "",
        "address": _braced(reference.place),
        "number": _braced(reference.symbol),
        "type": _braced(reference.kind),
        "translator": _braced(reference.translator, twice=True),
        "language": _braced(reference.language),
        "url": f"{{{reference.url}}}" if reference.url and not re.search(r"[{}\s\\]", reference.url) else "",
        "note": _braced(reference.address),
    }


def _braced(words: str | None, *, twice: bool = False) -> str:
    """The words between braces; a name of an organisation and a title between two, so that they stay as they are."""
    if not words:
        return ""
    plain = "".join(_ESCAPES.get(sign, sign) for sign in " ".join(words.split()))
    return f"{{{{{plain}}}}}" if twice else f"{{{plain}}}"


def _key(address: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", address).strip("-")


WRITER = Writer("bibtex", "application/x-bibtex", ".bib", write, write_many=write_many)
