"""A paper as PDF: tagged for readers aloud (PDF/UA-1), with bookmarks, footnotes and numbered pages.

Set by Typst, which comes as a wheel and needs no browser. Measured side by side on a busy machine, Typst took 0.8 s for
one page and 7 s for sixty, Chromium printing the same paper from `_paper_html` 8 s and 14 s. The files are as large
(1.8 MB for sixty pages), but Chromium's claim no PDF/UA, and have the notes at the end and not at the foot of the page.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, Final

from acquis.errors import Unreadable
from acquis.formats._paper import Block, Break, Heading, Line, Listing, Note, Paper, Paragraph, Run, Table
from acquis.formats._paper_shown import Calls, footer, is_turned, shown, widths


def pdf(paper: Paper) -> bytes:
    """The paper as PDF, on A4: the same paper gives the same bytes on a machine with the same fonts.

    Latin, Greek and Cyrillic are set in the typeface that Typst brings along, other scripts in what the system has.
    Letters that no font has are empty boxes; as PDF/UA forbids these, such a file is tagged but claims no standard.
    Raises `Unreadable` where Typst is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise Unreadable("A PDF is set by Typst. What would work: pip install 'acquis[pdf]'") from error
    given = {"paper": _data(paper)}
    try:
        return _compiled(given, ["ua-1"])
    except typst.TypstError:
        return _compiled(given, [])


def _compiled(given: dict[str, str], standards: list[Any]) -> bytes:
    import typst

    made = typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=_fonts(),
        sys_inputs=given,
        format="pdf",
        pdf_standards=standards,
        timestamp=0,
    )
    return bytes(made)


@cache
def _fonts() -> Any:
    """The fonts of the system and those that Typst brings; looked for once."""
    import typst

    return typst.Fonts()


def _data(paper: Paper) -> str:
    """The paper as JSON for the template."""
    import msgspec

    paper, calls, across = shown(paper), Calls(), _WIDE if paper.wide else _UPRIGHT
    held = {
        "title": paper.title,
        "footer": footer(paper),
        "spoken": _spoken(paper.language),
        "wide": paper.wide,
        "blocks": [_block(block, calls, across) for block in paper.blocks],
    }
    return msgspec.json.encode(held).decode()


def _block(block: Block, calls: Calls, across: int) -> dict[str, Any]:
    match block:
        case Heading(text=text, level=level):
            return {"kind": "heading", "text": text, "level": level}
        case Paragraph(line=line, quoted=quoted):
            return {"kind": "paragraph", "line": _line(line, calls), "quoted": quoted}
        case Listing(items=items, numbered=numbered):
            return {"kind": "listing", "items": [_line(item, calls) for item in items], "numbered": numbered}
        case Table():
            return _table(block, calls, across)
        case Break():
            return {"kind": "break"}


def _table(table: Table, calls: Calls, across: int) -> dict[str, Any]:
    """A table in parts, each with its heads: one part where it has few notes.

    What Typst 0.15 needs for the footnotes of one table grows with the square of their number (240 of them: 20 seconds
    and 800 MB); in parts it does not.
    """
    rows = [[_line(cell, calls) for cell in row] for row in table.rows]
    noted = sum(bool(run.note) for row in table.rows for cell in row for run in cell)
    step = _PART if noted > _NOTED else max(len(rows), 1)
    parts = [rows[at : at + step] for at in range(0, max(len(rows), 1), step)]
    sizes = [width / 20 for width in widths(table, across)]
    return {"kind": "table", "caption": table.caption, "columns": table.columns, "parts": parts, "widths": sizes}


def _line(line: Line, calls: Calls) -> dict[str, Any]:
    return {"backwards": is_turned(line), "runs": [_run(run, calls) for run in line]}


def _run(run: Run, calls: Calls) -> dict[str, Any]:
    number, time = calls.of(run.note) if run.note else (0, 0)
    return {
        "text": _breakable(run.text),
        "mark": run.mark,
        "strong": run.strong,
        "spoken": _spoken(run.language),
        "number": number,
        "note": _note(run.note) if run.note and time == 1 else None,
    }


def _note(note: Note) -> dict[str, Any]:
    return {"words": _breakable(note.words), "address": note.address or "", "spoken": _spoken(note.language)}


def _breakable(words: str) -> str:
    """The words with places to break lines in those that no column would hold, such as hashes."""
    return _ENDLESS.sub(lambda met: "\u200b".join(re.findall(".{1,20}", met[0])), words)


def _spoken(language: str | None) -> dict[str, str | None] | None:
    """A language as Typst takes it: code, country, and whose typefaces it is set in.

    >>> _spoken("zh-Hant-HK")
    {'lang': 'zh', 'region': 'HK', 'face': 'zh-Hant'}
    """
    if not language:
        return None
    code, *parts = language.split("-")
    region = next((part.upper() for part in parts if len(part) == 2 and part.isalpha()), None)
    old = code == "zh" and ("Hant" in parts or region in ("HK", "MO", "TW"))
    return {"lang": code.lower(), "region": region, "face": "zh-Hant" if old else code.lower()}


_TEMPLATE: Final = Path(__file__).with_name("_paper.typ")

_ENDLESS: Final = re.compile("[0-9A-Za-z_\u00c0-\u04ff]{25,}")
_NOTED: Final = 40
_PART: Final = 20
"""The notes that a table may have to be set in one part, and else the rows of a part."""

_UPRIGHT: Final = 9_638
"""The width between the margins in twentieths of a point: 170 mm."""

_WIDE: Final = 14_570
"""The same with the page across: 257 mm."""
