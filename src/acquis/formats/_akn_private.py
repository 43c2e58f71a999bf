"""What Akoma Ntoso has no place for: claims, citations, doubts, other names, and the source beside the text."""

import dataclasses
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from acquis.errors import Unreadable
from acquis.formats._akn_xml import OWN, element, own
from acquis.formats._escape import XML, escaped, unescaped, unheld
from acquis.formats._fields import NIL, attributes, value_of
from acquis.formats._stretches import Differences, Stretch, differences, layers_of
from acquis.model import Citation, Claim, Document, File, Layers, Part, Piece, Record, fingerprint

if TYPE_CHECKING:
    from lxml.etree import _Element

VERSION: Final = "1"
_APART: Final = frozenset({"record", "file", "layers", "parts", "citations", "doubts", "aliases"})
_WORDS: Final = frozenset({"words"})
_OWN_TEXT: Final = re.compile(rf"{XML.pattern}|[\t\n\r]")
"""In our own elements line breaks are escaped too, so that each of them stands on one line."""


def private(document: Document, *, plain: bool) -> "_Element":
    """Everything of a document but its parts. `plain` leaves out the text, which the parts then hold whole."""
    from lxml import etree

    made = element("proprietary", {"source": "#acquis"})
    for child in _children(document, plain=plain):
        made.append(child)
    etree.cleanup_namespaces(made)
    return made


def _children(document: Document, *, plain: bool) -> "Iterator[_Element]":
    yield _own("document", {"version": VERSION, **attributes(document, leave=_APART)})
    yield _own("file", attributes(document.file))
    for claim in document.record.claims:
        yield _own("claim", attributes(claim))
    for citation in document.citations:
        same = citation.words == citation.span.of(document.text)
        yield _own("citation", attributes(citation, leave=_WORDS if same else frozenset()))
    for doubt in document.doubts:
        yield _own("doubt", {}, doubt)
    for name, path in document.aliases.items():
        yield _own("alias", {"name": escaped(name), "path": escaped(path)})
    yield from _layers(document.layers, plain=plain)


def _layers(layers: Layers, *, plain: bool) -> "Iterator[_Element]":
    yield _own("text", {"sha256": layers.hash}, None if plain else layers.text)
    for at, character in unheld(layers.text) if plain else ():
        yield _own("character", {"at": str(at), "code": f"{ord(character):x}"})
    kept = differences(layers)
    yield _own("source", {"sha256": fingerprint(layers.source)}, kept.source)
    for stretch in kept.stretches:
        yield _own("piece", attributes(stretch.piece), stretch.characters)


def _own(tag: str, given: dict[str, str], words: str | None = None) -> "_Element":
    from lxml import etree

    made = etree.Element(own(tag), given, nsmap={"acquis": OWN})
    if words:
        made.text = escaped(words, _OWN_TEXT)
    elif words is not None:
        made.set("empty", "true")
    return made


class Private:
    """What `private` wrote, read again."""

    def __init__(self, root: "_Element") -> None:
        self._held: dict[str, list[_Element]] = {}
        for child in root.iter(own("*")):
            self._held.setdefault(child.tag.rsplit("}", 1)[-1], []).append(child)

    @property
    def whole_text(self) -> str | None:
        """The text, where the parts do not hold it whole."""
        return _words(self._one("text"))

    def restored(self, text: str) -> str:
        """The text with the characters that XML cannot hold, checked against its hash."""
        if held := self._held.get("character"):
            characters = list(text)
            for each in held:
                characters[int(each.get("at", ""))] = chr(int(each.get("code", ""), 16))
            text = "".join(characters)
        if fingerprint(text) != self._one("text").get("sha256"):
            raise Unreadable(
                "the words were changed after acquis wrote this file; as a new file it can still be added and read anew"
            )
        return text

    def layers(self, text: str) -> Layers:
        """The layers, checked against the hash of the source."""
        stretches = (Stretch(value_of(Piece, _given(each)), _words(each)) for each in self._held.get("piece", ()))
        layers = layers_of(Differences(tuple(stretches), _words(self._one("source"))), text)
        if fingerprint(layers.source) != self._one("source").get("sha256"):
            raise Unreadable("the source text in this file is damaged; export the document again")
        return layers

    def document(self, layers: Layers, parts: tuple[Part, ...]) -> Document:
        """The document, with its layers and parts."""
        head = self._one("document")
        if head.get("version") != VERSION:
            raise Unreadable(f"written as version {head.get('version')}; this acquis reads version {VERSION}")
        claims = tuple(value_of(Claim, _given(each)) for each in self._held.get("claim", ()))
        return value_of(
            Document,
            _given(head),
            record=Record(claims),
            file=value_of(File, _given(self._one("file"))),
            layers=layers,
            parts=parts,
            citations=tuple(_citation(each, layers.text) for each in self._held.get("citation", ())),
            doubts=tuple(_words(each) or "" for each in self._held.get("doubt", ())),
            aliases=dict(_alias(each) for each in self._held.get("alias", ())),
        )

    def _one(self, tag: str) -> "_Element":
        held = self._held.get(tag)
        if not held:
            raise Unreadable(f"no acquis:{tag} stands in it; acquis did not write this file whole")
        return held[0]


def _given(each: "_Element") -> dict[str, str]:
    return {str(name): str(value) for name, value in each.attrib.items()}


def _words(each: "_Element") -> str | None:
    if each.get("empty"):
        return ""
    return None if each.text is None else unescaped(each.text)


def _citation(each: "_Element", text: str) -> Citation:
    given = _given(each)
    if "words" in given or "words" in given.get(NIL, "").split():
        return value_of(Citation, given)
    bare = value_of(Citation, given, words="")
    return dataclasses.replace(bare, words=bare.span.of(text))


def _alias(each: "_Element") -> tuple[str, str]:
    return unescaped(each.get("name", "")), unescaped(each.get("path", ""))
