"""A document as Akoma Ntoso, and back without loss."""

from typing import TYPE_CHECKING

from acquis.errors import Unreadable
from acquis.formats._akn_body import Body, markup
from acquis.formats._akn_inline import fill
from acquis.formats._akn_meta import meta
from acquis.formats._akn_names import Names, names_of
from acquis.formats._akn_parts import found, part_of, spans_of
from acquis.formats._akn_private import Private, private
from acquis.formats._akn_tree import Node, Zones, zones
from acquis.formats._akn_xml import element, own, parsed, written
from acquis.formats._stretches import laid_out
from acquis.model import Document

if TYPE_CHECKING:
    from lxml.etree import _Element


def write(document: Document) -> bytes:
    """The file for a document; `akn.write` says what stands where."""
    text, spans = laid_out([part.span.of(document.text) for part in document.parts])
    plain = text == document.text and spans == [part.span for part in document.parts]
    names, made = names_of(document), zones(document.parts)
    body = markup(document, made, plain=plain)
    root = element("akomaNtoso", children=[_main(document, names, made, body, private(document, plain=plain))])
    return written(root)


def read(content: bytes) -> Document:
    """The document that `write` was given. Raises `Unreadable` for words that were changed, and for files of others."""
    root = parsed(content)
    if root.find(f".//{own('document')}") is None:
        raise Unreadable("this Akoma Ntoso file is not from acquis; it can be added as a file like any other")
    try:
        return _document(root)
    except (ValueError, TypeError, KeyError, IndexError, OverflowError) as error:
        raise Unreadable(f"what acquis wrote into this file is damaged ({error}); export the document again") from error


def _document(root: "_Element") -> Document:
    kept, met = Private(root), found(root)
    laid, spans = laid_out([each.words for each in met])
    text = kept.restored(laid if kept.whole_text is None else kept.whole_text)
    parts = (part_of(each, span, len(text)) for each, span in zip(met, spans_of(met, spans), strict=True))
    return kept.document(kept.layers(text), tuple(parts))


def _main(document: Document, names: Names, made: Zones, body: Body, kept: "_Element") -> "_Element":
    held = [meta(document, names, "main", [kept])]
    preface = [*_symbol(document), *body.preface(made.preface)]
    for tag, inner in (("preface", preface), ("preamble", body.preamble(made.preamble))):
        held += [element(tag, children=inner)] if inner else []
    holder = "body" if names.type.element == "act" else "mainBody"
    held.append(element(holder, children=body.body(made.body)))
    if made.conclusions:
        held.append(element("conclusions", children=body.conclusions(made.conclusions)))
    if made.attachments:
        annexes = [_annex(document, names, body, node, at) for at, node in enumerate(made.attachments, 1)]
        held.append(element("attachments", children=annexes))
    return element(names.type.element, {"name": names.type.name}, held)


def _symbol(document: Document) -> "list[_Element]":
    """The symbol as the record has it: it stands in the masthead, which is no part of the text."""
    symbol = document.record.value("symbol")
    if not symbol:
        return []
    return [element("p", children=[fill(element("docNumber"), symbol)])]


def _annex(document: Document, names: Names, body: Body, node: Node, count: int) -> "_Element":
    made, inner = body.attachment(node)
    head = meta(document, names, f"annex_{count}", [])
    made.append(element("doc", {"name": "annex"}, [head, element("mainBody", children=inner)]))
    return made
