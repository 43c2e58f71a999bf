"""HTML: the main text of a page as a browser prints it; menus and margins are listed after it as furniture."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from acquis.errors import Unreadable
from acquis.formats import Extraction, Format, Line, Role
from acquis.formats._blocks import Block, Blocks, written
from acquis.formats._encoding import decoded
from acquis.formats._sheet import Sheet, Words
from acquis.model.span import Span

if TYPE_CHECKING:
    from lxml import etree

_OPENING = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:p|div|table|h[1-6]|title|meta|article|br)[\s/>]",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{1,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{1,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_XML = re.compile(rb"<\?xml\s")
_XHTML = re.compile(rb"<(?:!doctype\s+)?html", re.IGNORECASE)
_NAMES = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx")
_HEAD = 4096
_FURNITURE = 20_000
_TELLING = 20
_LINKED = 0.5
_FEW_LINKS = 0.2
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_COMMON = ("description", "keywords", "author", "date", "language", "title", "publisher")


def read(content: bytes, reading: str = "accepted") -> Extraction:
    """The main text of a page, furniture after it; tracked changes are `<ins>` and `<del>`."""
    found = _CHARSET.search(content[:_HEAD]) or _XML_ENCODING.search(content[:_HEAD])
    file = decoded(content, found[1].decode("ascii", "replace") if found else None)
    root = _parsed(file.text)
    body = next(root.iter("body"), root)
    blocks = Blocks(body, reading)
    main = _main(blocks.found, root, body)
    sheet = _sheet(blocks.found, main)
    if not sheet.source:
        raise Unreadable("the page has no text in it (made by scripts or of pictures?); save it as shown, or as PDF")
    return Extraction(
        source=sheet.source,
        lines=tuple(sheet.lines),
        media_type="text/html",
        encoding=file.encoding,
        wrapped=False,
        metadata=tuple(_metadata(root, found[1].decode("ascii", "replace") if found else "")),
        links=tuple(sheet.links),
        marks=tuple(sheet.marks),
        revised=blocks.revised,
        reading=reading if blocks.revised else "",
        doubts=(*file.doubts, *_doubts(blocks, main)),
    )


def _parsed(text: str) -> "etree._Element":
    import lxml.html
    from lxml import etree

    # characters that XML does not know, and the mark that would make lxml decode again
    clean = _FORBIDDEN.sub("", text.removeprefix("\ufeff"))
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(clean.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as fault:
        raise Unreadable(f"the page cannot be parsed ({str(fault)[:120]})") from fault
    if any("depth" in entry.message for entry in parser.error_log):
        raise Unreadable("elements lie thousands deep in one another, which an honest page does not need")
    if root is None:
        raise Unreadable("the page has nothing in it")
    return root


def _main(blocks: list[Block], root: "etree._Element", body: "etree._Element") -> set[int]:
    """Which blocks are the text: what trafilatura finds, grown to the whole of the element that holds it."""
    near = _near_text(blocks)
    located = _located(blocks, root)
    if not located:
        return near or set(range(len(blocks)))
    held = _held(blocks, located)
    return (near & set(held)) | located | _titles(blocks[: held.start], root)


def _titles(blocks: list[Block], root: "etree._Element") -> set[int]:
    """The top heading before the text, where the page's own title begins with it: so it is no name of a site."""
    title = "".join(written(element) for element in list(root.iter("title"))[:1])
    heads = (
        (at, _folded(block.words.text))
        for at, block in enumerate(blocks)
        if (block.role, block.level) == (Role.HEADING, 1)
    )
    return {at for at, words in heads if len(words) > 3 and _folded(title).startswith(words)}


def _near_text(blocks: list[Block]) -> set[int]:
    """The blocks that are not in a menu or margin and are no mere links; all, if a page is nothing else."""
    total = sum(block.words.length for block in blocks)
    kept = {at for at, block in enumerate(blocks) if not block.around}
    if sum(blocks[at].words.length for at in kept) * 4 < total:
        kept = set(range(len(blocks)))  # names of classes deceive: the whole page hangs in a "menu"
    return {at for at in kept if blocks[at].linked < _LINKED or blocks[at].role in (Role.CELL, Role.NOTE)}


def _located(blocks: list[Block], root: "etree._Element") -> set[int]:
    """The blocks that stand in what trafilatura extracts, told by how their lines begin."""
    import copy

    import trafilatura

    try:
        found = trafilatura.bare_extraction(copy.deepcopy(root), fast=True, include_comments=False, with_metadata=False)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):  # it was not written for hostile pages
        return set()
    text = getattr(found, "text", None) or ""
    starts = {_beginning(line) for line in text.splitlines()}
    starts = {start for start in starts if len(start) == _TELLING}
    return {at for at, block in enumerate(blocks) if _begins_in(block, starts)}


def _begins_in(block: Block, starts: set[str]) -> bool:
    lines = block.words.text.split("\n")
    cells = block.words.text.split("\t") if block.role is Role.CELL else []
    return any(_beginning(line) in starts for line in (*lines, *cells))


def _beginning(line: str) -> str:
    """How a line begins, blanks aside; only so much of it is looked at as may hold that."""
    return _folded(line[: 4 * _TELLING])[:_TELLING]


def _folded(line: str) -> str:
    return "".join(line.replace("|", " ").lstrip("-– ").split())


def _held(blocks: list[Block], located: set[int]) -> range:
    """The blocks of the smallest element that holds all located ones, grown while what it gains is no menu.

    What an element holds is one stretch of the page, so growing only looks at the blocks next to that stretch.
    """
    first, last = min(located), max(located)
    above = set(blocks[last].within.iterancestors()) | {blocks[last].within}
    holder = next(each for each in (blocks[first].within, *blocks[first].within.iterancestors()) if each in above)
    held = _grown(blocks, range(first, last + 1), holder)
    while (parent := holder.getparent()) is not None and parent.tag != "html":
        wider = _grown(blocks, held, parent)
        gained = [blocks[at] for at in (*range(wider.start, held.start), *range(held.stop, wider.stop))]
        if any(block.around for block in gained) or _links_in(gained) > _FEW_LINKS:
            break
        holder, held = parent, wider
    return held


def _grown(blocks: list[Block], held: range, holder: "etree._Element") -> range:
    start, stop = held.start, held.stop
    while start > 0 and _is_in(blocks[start - 1].within, holder):
        start -= 1
    while stop < len(blocks) and _is_in(blocks[stop].within, holder):
        stop += 1
    return range(start, stop)


def _links_in(blocks: list[Block]) -> float:
    total = sum(block.words.length for block in blocks)
    return sum(block.linked * block.words.length for block in blocks) / max(total, 1)


def _is_in(element: "etree._Element", holder: "etree._Element") -> bool:
    return element is holder or any(parent is holder for parent in element.iterancestors())


def _sheet(blocks: list[Block], main: set[int]) -> Sheet:
    sheet, last = Sheet(), None
    for at in sorted(main):
        block = blocks[at]
        row_follows = block.role is Role.CELL and last is not None and last.role is Role.CELL
        sheet.write(_led(block), _line(block, block.role), "\n" if row_follows else "\n\n")
        last = block
    length = len(sheet)
    for at, block in enumerate(blocks):
        if at not in main and len(sheet) - length < _FURNITURE:
            sheet.write(block.words, _line(block, Role.FURNITURE))
    return sheet


def _line(block: Block, role: Role) -> Line:
    furniture = role is Role.FURNITURE
    return Line(
        Span(0, 0),
        role,
        0 if furniture else block.level,
        language=block.language,
        note="" if furniture else block.note,
        bold=block.bold,
    )


def _led(block: Block) -> Words:
    if not block.marker:
        return block.words
    led = Words()
    led.add(f"{block.marker}\t")
    led.append(block.words)
    return led


def _metadata(root: "etree._Element", charset: str) -> Iterator[tuple[str, str]]:
    """What the page's head states, by the names that it uses there; dates in it are stamps of the page."""
    for name in ("lang", "dir"):
        if value := root.get(name):
            yield f"html {name}", value
    if charset:
        yield "charset", charset
    for title in list(root.iter("title"))[:1]:
        if words := " ".join(written(title).split()):
            yield "title", words
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip()
        value = (meta.get("content") or "").strip()
        if value and _is_telling(name.lower()):
            yield name, value[:2000]
    for stamp in list(root.iter("time"))[:5]:
        if value := stamp.get("datetime"):
            yield "time", value[:100]
    for link in root.iter("link"):
        if "canonical" in link.get("rel", "") and link.get("href"):
            yield "canonical", link.get("href", "")[:2000]


def _is_telling(name: str) -> bool:
    return name in _COMMON or name.startswith(
        ("dc.", "dcterms.", "citation_", "article:", "og:title", "og:locale", "eprints.")
    )


def _doubts(blocks: Blocks, main: set[int]) -> Iterator[str]:
    if blocks.hidden:
        yield f"{blocks.hidden} characters are hidden on the page and were left out."
    left = sum(block.words.length for at, block in enumerate(blocks.found) if at not in main)
    if left > _FURNITURE:
        yield f"{left} characters of menus and margins stand around the text; the first {_FURNITURE} are kept."
    if blocks.revised:
        yield "The page marks insertions and deletions; only one reading of them is given."


def _tells(content: bytes, name: str) -> bool:
    head = content[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head[:64]:
        head = head.replace(b"\0", b"")
    opening = _OPENING.search(head)
    if opening is None:
        return False
    first = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _XML.match(first) and not _XHTML.search(first):
        return False
    return first.startswith(b"<") or name.lower().endswith(_NAMES)


ENTRY = Format("html", "text/html", (".html", ".htm", ".xhtml"), _tells, read)
