"""A paper as one page for a browser: nothing is loaded, nothing runs, and it prints on A4."""

import base64
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeAlias

from markupsafe import Markup

from acquis.formats._paper import Block, Break, Heading, Line, Listing, Note, Paper, Paragraph, Run, Table
from acquis.formats._paper_shown import Calls, backwards, footer, is_turned, shown
from acquis.formats._report import Change

Leads: TypeAlias = Callable[[str], str | None]
"""Where an address leads on the page's own site; None where it leads nowhere."""


def html(paper: Paper) -> str:
    """The paper as a page that stands alone, with its style in it. Addresses are kept as values and lead nowhere.

    Light and dark; marks are told by `ins`, `del` and lines under words, and only besides by colour. Marking and
    release stand at the foot of each printed page with its number.
    """
    paper = shown(paper)
    told = footer(paper)
    style = _style(told, wide=paper.wide)
    return _PAGE.format(
        language=paper.language,
        policy=_policy(style),
        title=paper.title,
        style=style,
        wide=Markup(' class="wide"') if paper.wide else "",
        blocks=_inside(paper, lambda _: None),
        footer=_FOOTER.format(told) if told else "",
    )


def inside(paper: Paper, leads: Leads) -> Markup:
    """The headings, blocks and notes of a paper for a page of a site, whose style is its own."""
    return _inside(shown(paper), leads)


def _inside(paper: Paper, leads: Leads) -> Markup:
    calls = Calls()
    blocks = _joined(_block(block, calls, leads) for block in paper.blocks)
    notes = _joined(_note(note, number, leads) for note, (number, _) in calls.met.items())
    return Markup("<h1>{}</h1>\n{}{}").format(paper.title, blocks, _NOTES.format(notes) if notes else "")


def _block(block: Block, calls: Calls, leads: Leads) -> Markup:
    match block:
        case Heading(text=text, level=level):
            return Markup("<h{0}>{1}</h{0}>\n").format(level + 1, text)
        case Paragraph(line=line, quoted=quoted):
            words = _element("blockquote" if quoted else "p", line, calls, leads)
            return words + Markup("\n")
        case Listing(items=items, numbered=numbered):
            lines = _joined(_element("li", item, calls, leads) for item in items)
            return Markup("<{0}>{1}</{0}>\n").format("ol" if numbered else "ul", lines)
        case Table():
            return _table(block, calls, leads)
        case Break():
            return Markup("<hr>\n")


def _table(table: Table, calls: Calls, leads: Leads) -> Markup:
    """A table in a box of its own, which a narrow screen moves sideways: by keyboard too, so it has a name."""
    caption = Markup("<caption>{}</caption>").format(table.caption) if table.caption else ""
    heads = _joined(map(_column, table.columns))
    cells = (_joined(_element("td", cell, calls, leads) for cell in row) for row in table.rows)
    rows = _joined(Markup("<tr>{}</tr>\n").format(row) for row in cells)
    return _TABLE.format(name=table.caption or "Table", caption=caption, heads=heads, rows=rows)


def _column(name: str) -> Markup:
    return Markup('<th scope="col">{}</th>').format(name) if name else Markup("<td></td>")


def _element(name: str, line: Line, calls: Calls, leads: Leads) -> Markup:
    turned = Markup(' dir="rtl"') if is_turned(line) else ""
    return Markup("<{0}{1}>{2}</{0}>").format(name, turned, _joined(_run(run, calls, leads) for run in line))


def _run(run: Run, calls: Calls, leads: Leads) -> Markup:
    """Words in their marks, language and address, and the call of their note."""
    words = Markup("{}").format(run.text)
    if run.strong:
        words = Markup("<strong>{}</strong>").format(words)
    if run.mark in _MARKS:
        words = _MARKS[run.mark].format(words)
    if run.address:
        words = _address(run.address, words, leads)
    if run.language:
        words = Markup('<span lang="{}" dir="{}">{}</span>').format(run.language, _way(run.text), words)
    return words + _call(*calls.of(run.note)) if run.note else words


def _address(address: str, words: str, leads: Leads) -> Markup:
    if place := leads(address):
        return Markup('<a href="{}">{}</a>').format(place, words)
    return Markup('<data value="{}">{}</data>').format(address, words)


def _call(number: int, time: int) -> Markup:
    again = f"-{time}" if time > 1 else ""
    return _CALL.format(number=number, again=again)


def _note(note: Note, number: int, leads: Leads) -> Markup:
    spoken = Markup(' lang="{}"').format(note.language) if note.language else ""
    words = Markup('<span dir="auto"{}>{}</span>').format(spoken, note.words) if note.words else Markup("")
    where = _address(note.address, note.address, leads) if note.address else Markup("")
    return _NOTE.format(number=number, words=words, joint=" — " if note.words and note.address else "", where=where)


def _way(text: str) -> str:
    return "rtl" if backwards(text) else "ltr"


def _joined(pieces: Iterable[Markup]) -> Markup:
    return Markup("").join(pieces)


def _style(told: str, *, wide: bool) -> Markup:
    """Our style, with what stands at the foot of a printed page."""
    foot = "".join(char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in told)
    page = "@page { size: A4 landscape; }\n" if wide else ""
    ours = Markup(_CSS.read_text("utf-8"))  # noqa: S704 - a file of this package, and no document's
    return ours + Markup('{}:root {{ --foot: "{}"; }}\n').format(page, foot)


def _policy(style: str) -> str:
    """What the page may do: be shown, in this very style."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


_CSS: Final = Path(__file__).with_name("_paper.css")

_MARKS: Final = {
    Change.ADDED: Markup("<ins>{}</ins>"),
    Change.DROPPED: Markup("<del>{}</del>"),
    Change.CHANGED: Markup('<mark class="changed">{}</mark>'),
    Change.MOVED: Markup('<mark class="moved">{}</mark>'),
}
_CALL: Final = Markup(
    '<sup><a id="call-{number}{again}" href="#note-{number}" role="doc-noteref" aria-label="Note {number}">'
    "{number}</a></sup>"
)
_NOTE: Final = Markup(
    '<li id="note-{number}">{words}{joint}{where} '
    '<a class="back" href="#call-{number}" role="doc-backlink" aria-label="Back to the call of note {number}">↩</a>'
    "</li>\n"
)
_NOTES: Final = Markup(
    '<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">Notes</h2>\n'
    "<ol>\n{}</ol>\n</section>\n"
)
_TABLE: Final = Markup(
    '<div class="table" role="group" aria-label="{name}" tabindex="0"><table>{caption}\n'
    "<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
)
_FOOTER: Final = Markup("<footer>{}</footer>\n")
_PAGE: Final = Markup("""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body{wide}>
<a class="skip" href="#text">Skip to the text</a>
<main id="text" tabindex="-1">
{blocks}</main>
{footer}</body>
</html>
""")
