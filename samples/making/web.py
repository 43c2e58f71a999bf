"""A master as a web page, and as the page that a PDF is printed from."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import groupby
from pathlib import Path

from making.master import Block, Kind, Master, Run, runs

SHELLS = Path(__file__).parent / "shells"
TAGS = {Kind.TITLE: "h1", Kind.HEADING: "h2", Kind.ARTICLE: "h3", Kind.ANNEX: "h2"}


def page(master: Master) -> str:
    """The document in the shell its form names: `html-site` is set in `shells/html-site.html`."""
    shell = (SHELLS / f"{master.fields['form']}.html").read_text("utf-8")
    body = _with_lists(master) if master.fields["form"] == "html-ol" else _flat(master)
    values = {"title": master.title, "running": master.fields.get("running", "")}
    for name, value in values.items():
        shell = shell.replace("{{" + name + "}}", escape(value, quote=False))
    return shell.replace("{{body}}", body)


def _flat(master: Master) -> str:
    notes = _notes(master)
    parts: list[str] = []
    body = [block for block in master.blocks if block.kind is not Kind.FOOTNOTE]
    for bulleted, group in groupby(body, key=lambda block: block.label == "-"):
        made = [_element(block, notes=notes) for block in group]
        parts += ["<ul>", *made, "</ul>"] if bulleted else made
    return "\n".join(parts)


def _with_lists(master: Master) -> str:
    """Numbered paragraphs and their items as nested `ol`; the numbers themselves are the browser's."""
    parts: list[str] = []
    for listed, group in groupby(master.blocks, key=lambda block: block.label != ""):
        blocks = list(group)
        parts += [_list(blocks)] if listed else [_element(block, notes={}) for block in blocks]
    return "\n".join(parts)


def _list(blocks: list[Block]) -> str:
    first = blocks[0].label.rstrip(".")
    opening = f'<ol start="{first}">' if first.isdigit() else '<ol type="a">'
    return "\n".join([opening, *(_item(lead, inner) for lead, inner in _leads(blocks)), "</ol>"])


def _item(lead: Block, inner: list[Block]) -> str:
    return f"<li>{_inline(lead.words, notes={})}" + (f"\n{_list(inner)}" if inner else "") + "</li>"


def _leads(blocks: list[Block]) -> list[tuple[Block, list[Block]]]:
    """Each block of the outermost level with the deeper ones that follow it."""
    starts = [at for at, block in enumerate(blocks) if block.level == blocks[0].level]
    return [(blocks[at], blocks[at + 1 : end]) for at, end in zip(starts, [*starts[1:], len(blocks)], strict=True)]


def _element(block: Block, *, notes: dict[str, str]) -> str:
    if block.kind is Kind.TABLE:
        return _table(block.words)
    words = _inline(block.words, notes=notes).replace("\n", "<br>\n")
    if block.kind in TAGS:
        return f"<{TAGS[block.kind]}>{words}</{TAGS[block.kind]}>"
    if block.label == "-":
        return f"<li>{words}</li>"
    label = f"{escape(block.label)} " if block.label else ""
    return f'<p class="{_style(block)}">{label}{words}</p>'


def _style(block: Block) -> str:
    if block.kind is not Kind.PARAGRAPH:
        return block.kind.name.lower()
    return f"level{block.level}" if block.level else "text"


def _table(words: str) -> str:
    rows = [[cell.strip() for cell in line.split("|")] for line in words.splitlines()]
    head, *body = (
        "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
        for tag, row in [("th", rows[0]), *(("td", row) for row in rows[1:])]
    )
    lines = [f"<tr>{head}</tr>", *(f"<tr>{row}</tr>" for row in body)]
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def _inline(words: str, *, notes: dict[str, str]) -> str:
    written: dict[str, Callable[[Run], str]] = {
        "plain": lambda run: escape(run.words, quote=False),
        "ins": lambda run: f"<ins>{escape(run.words)}</ins>",
        "del": lambda run: f"<del>{escape(run.words)}</del>",
        "comment": lambda run: "",
        "note": lambda run: f'<span class="footnote">{escape(notes[run.words], quote=False)}</span>',
    }
    return "".join(written[run.kind](run) for run in runs(words))


def _notes(master: Master) -> dict[str, str]:
    """The words of the footnotes by their printed number."""
    parted = (block.words.partition(" ") for block in master.of(Kind.FOOTNOTE))
    return {number: words for number, _, words in parted}
