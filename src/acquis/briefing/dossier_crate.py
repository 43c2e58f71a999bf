"""A dossier as an RO-Crate: one JSON-LD file that tells programs and libraries what each file is.

Written here and not by the library `rocrate`, which takes the time and a number by chance into each crate, so that no
two are alike, and needs an HTTP client for what is a page of JSON; the tests read what is written with it.
The form is RO-Crate 1.2: https://www.researchobject.org/ro-crate/specification/1.2/
"""

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

import msgspec

from acquis.model import fingerprint
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.briefing.dossier import Dossier
    from acquis.briefing.dossier_sources import Text

VERSION: Final = "https://w3id.org/ro/crate/1.2"


def crate(dossier: "Dossier", files: Mapping[str, bytes]) -> bytes:
    """The metadata of a dossier with these files; the list of hashes, which is made last, is told without its own."""
    graph = [_metadata(), _root(dossier, [*files, _SUMS]), *_files(dossier, files), *_around(dossier)]
    told = {"@context": f"{VERSION}/context", "@graph": [{k: v for k, v in each.items() if v} for each in graph]}
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


_SUMS: Final = "SHA256SUMS"
_RIGHTS: Final = "#rights"

_MEDIA: Final = {
    "html": ("text/html", "The dossier for a browser"),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "The dossier for a word processor, with footnotes",
    ),
    "pdf": ("application/pdf", "The dossier for print"),
    "md": ("text/markdown", "The dossier as plain text"),
    "json": ("application/json", "Data"),
    "csv": ("text/csv", "A table"),
    "yaml": ("application/yaml", "The selection, from which the dossier can be made again"),
}


def _metadata() -> dict[str, Any]:
    about = {"conformsTo": {"@id": VERSION}, "about": {"@id": "./"}}
    return {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "encodingFormat": "application/ld+json", **about}


def _root(dossier: "Dossier", files: list[str]) -> dict[str, Any]:
    public = ", of public documents alone" if dossier.public else ""
    made = f"made of {dossier.stands}{public} by acquis {version('acquis')}; {dossier.marking}"
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": dossier.title,
        "description": f"{counted(len(dossier.items), 'item')} from {counted(len(dossier.texts), 'text')}, {made}.",
        "datePublished": dossier.day,
        "version": dossier.stands,
        "license": {"@id": _RIGHTS},
        "mainEntity": {"@id": "dossier.html"},
        "isBasedOn": _one([{"@id": _text_id(each)} for each in dossier.texts]),
        "hasPart": [{"@id": name} for name in sorted(files)],
    }


def _files(dossier: "Dossier", files: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    headings = {f"items/{each.number:03}": each for each in dossier.items}
    for name in sorted(files):
        media, words = _MEDIA[name.rpartition(".")[2]]
        item = headings.get(name[: len("items/000")])
        told = f"{words}: {item.number}. {item.made.heading}" if item else _SAID.get(name.partition("/")[0], words)
        size = {"contentSize": str(len(files[name])), "sha256": fingerprint(files[name])}
        yield {"@id": name, "@type": "File", "name": name, "description": told, "encodingFormat": media, **size}
    yield {
        "@id": _SUMS,
        "@type": "File",
        "name": _SUMS,
        "description": "The SHA-256 of every other file, as sha256sum -c reads it",
        "encodingFormat": "text/plain",
    }


_SAID: Final = {
    "certificates": "The record of a certificate of search",
    "dossier.json": "What is quoted and certified, for verification",
}


def _around(dossier: "Dossier") -> Iterator[dict[str, Any]]:
    """The texts, and what may be done with the whole."""
    yield from map(_text, dossier.texts)
    yield {
        "@id": _RIGHTS,
        "@type": "CreativeWork",
        "name": "Rights of the texts",
        "description": "Each text keeps its own rights statement, which stands with it here. "
        f"The marking of the dossier is: {dossier.marking}.",
    }


def _text(text: "Text") -> dict[str, Any]:
    return {
        "@id": _text_id(text),
        "@type": "CreativeWork",
        "identifier": text.address,
        "name": text.title,
        "description": text.citation,
        "dateCreated": text.day,
        "inLanguage": text.language,
        "license": text.rights,
        "sha256": text.text,
        "provider": text.source if text.source != "not stated" else None,
    }


def _one(values: list[dict[str, str]]) -> Any:
    """Several values as a list, a single one as itself: so the form wants it."""
    return values[0] if len(values) == 1 else values


def _text_id(text: "Text") -> str:
    """A name inside the crate: the address of a text has signs that an identifier may not have."""
    from urllib.parse import quote

    return f"#text-{quote(text.address, safe='')}"
