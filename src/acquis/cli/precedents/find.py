"""`acquis precedents find`: what was agreed before in these words, word by word."""

import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from acquis.cli._options import filters, forms, opened, release, verb
from acquis.cli._print import as_csv, document, plain, put, say, styled, visible
from acquis.cli._wording import LEGEND, coloured, paragraph
from acquis.cli.precedents._reports import of_found, write, written
from acquis.cli.precedents.diff import as_json as comparison
from acquis.errors import BadQuery
from acquis.model import Span
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.precedents.comparing import Comparison
    from acquis.precedents.desk import Precedents
    from acquis.precedents.found import Across, Found, Precedent


@verb(
    "precedents find",
    ('acquis precedents find "a fair and reasonable share in the benefits"', "A phrase, wherever it was agreed"),
    ('acquis precedents find "Halmor 2005#p6" --earlier', "A paragraph of a text, in texts of an earlier day"),
    ('acquis precedents find "Halmor 2005#p6" --translations', "And in the other languages that are held"),
    ('acquis precedents find "warning of a flood within six hours" -o precedents.docx', "A Word table with footnotes"),
    ('acquis precedents find "exchange information on water levels" --organ CHS --json', "One organ; for a program"),
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...", help="Words, or the address of a paragraph.")
@filters
@click.option("--on", metavar="DAY", help="The day of the words: the nearest use is one of an earlier day.")
@click.option("--earlier", is_flag=True, help="Only texts of an earlier day than that one.")
@click.option("--translations", is_flag=True, help="Each row in the other languages held, and what they lead to.")
@click.option("--limit", type=click.IntRange(1, 200), default=10, show_default=True, metavar="NUMBER", help="Rows.")
@click.option("--unfold", is_flag=True, help="Show formulae in full too; else they are a line each, with their count.")
@release
@written
@forms("json", "csv")
def command(
    *,
    words: tuple[str, ...],
    release: str | None,
    form: str,
    unfold: bool,
    file_kind: str | None,
    output: str | None,
    **asked: Any,
) -> None:
    """Finds what was agreed before in these words: the same, adapted, or a clause of it.

    One row for each passage with all its uses and wordings; what was searched stands in every claim.
    """
    archive = opened()
    room = (archive.at_release(release) if release else archive).precedents
    found = room.find(" ".join(words), **asked)
    if form == "csv":
        rows = [*found.precedents, *(row for each in found.across for row in each.precedents)]
        put(as_csv([{**_cells(row), "base": found.scope} for row in rows], _FIELDS))
        return
    changed = [None if row.same else _change(room, found, row) for row in found.precedents]
    if file_kind or output:
        write(of_found(found, changed), file_kind, output)
    elif form == "json":
        document(as_json(found, changed))
    else:
        _people(found, changed, unfold=unfold)


def _change(room: "Precedents", found: "Found", row: "Precedent") -> "Comparison | None":
    """The row and the query held against one another, the earlier first; of unknown days the row is.

    None where they cannot be compared: they are in two languages, and share no more than figures and names.

    Words that were typed are held against the words that answer to them: what else the passage says is not dropped.
    """
    with contextlib.suppress(BadQuery):
        return _compared(room, found, row)
    return None


def _compared(room: "Precedents", found: "Found", row: "Precedent") -> "Comparison":
    if found.address is None:
        stretch = Span(min(start for start, _ in row.spans), max(end for _, end in row.spans))
        return room.diff(row.address.at(row.address.part, words=stretch), found.query)
    later = bool(found.on and row.day and row.day > found.on)
    return room.diff(found.address, row.address) if later else room.diff(row.address, found.address)


_FIELDS = (
    *("kind", "address", "day", "organisation", "organ", "title", "covered", "covers", "likeness", "uses", "works"),
    *("wordings", "first", "last", "earliest", "nearest", "strength", "translations", "words"),
)
_ENDS = ("first", "last", "earliest", "nearest")


def _cells(row: "Precedent") -> dict[str, Any]:
    held = {name: plain(getattr(row, name, None)) for name in _FIELDS}
    ends = {name: use["address"] if (use := held[name]) else None for name in _ENDS}
    others = [each.address for each in row.translations]
    return {**held, "organisation": row.use.organisation, **ends, "translations": others}


def as_json(found: "Found", changed: "Sequence[Comparison | None]") -> dict[str, Any]:
    """An answer for a program: every claim beside what was searched."""
    rows = []
    for row, change in zip(found.precedents, changed, strict=True):
        rows.append({**_told(row), "change": comparison(change) if change else None})
    names = ("query", "on", "earliest", "within", "nearest", "claims", "more", "apart", "base", "scope")
    across = [
        {"through": each.through, "by": plain(each.by), "precedents": [_told(row) for row in each.precedents]}
        for each in found.across
    ]
    return {"precedents": rows, "across": across, **{name: plain(getattr(found, name)) for name in names}}


def _told(row: "Precedent") -> dict[str, Any]:
    told = {"address": str(row.address), "day": row.day, **plain(row), "repetition": row.repetition}
    told.pop("passages")
    return told


def _people(found: "Found", changed: "Sequence[Comparison | None]", *, unfold: bool) -> None:
    folded = [row for row in found.precedents if row.kind == "formula" and not unfold]
    shown = [each for each in zip(found.precedents, changed, strict=True) if each[0] not in folded]
    for number, (row, change) in enumerate(shown, 1):
        put(_row(number, row, change, found))
    _formulae(folded)
    for each in found.across:
        put(_across(each))
    for address in found.apart:
        put(f"{address}  a person told it apart from this passage: left out\n")
    if any(change for _, change in shown):
        say(LEGEND)
    for line in found.claims:
        put(f"{visible(line)}\n")
    more = f", {found.more:,} more share a clause that these have too" if found.more else ""
    put(f"{counted(len(found.precedents), 'passage')} shown{more}; {found.scope}\n")


def _row(number: int, row: "Precedent", change: "Comparison | None", found: "Found") -> str:
    head = f"{number}  {row.kind}  {row.day or 'undated'}  {styled(str(row.address), 'bold')}\n"
    title = f"   {visible(' '.join((row.title or '').split()))}\n" if row.title else ""
    words = paragraph(coloured(change.diff) if change else row.words, 3)
    measure = f"{row.covered:.0%} of these words stand there, {row.covers:.0%} of its words here"
    reasons = "; ".join((measure, row.repetition, *(each for each in row.strength if not each.startswith("used"))))
    return f"{head}{title}{words}{paragraph(reasons, 3)}{_changes(change)}{_ends(row, found)}{_others(row)}\n"


def _changes(change: "Comparison | None") -> str:
    """What changed and matters, what may be the translator's, and where to look it up; a line each."""
    if change is None:
        return ""
    lines = [change.position]
    if folded := [f"{flag.kind} {flag.change}" for flag in change.flags if not flag.survives]:
        lines.append(f"may be the translator's: {', '.join(dict.fromkeys(folded))}")
    if change.look_up and change.look_up.flags:
        lines.append(str(change.look_up))
    return "".join(paragraph(line, 3) for line in lines)


def _ends(row: "Precedent", found: "Found") -> str:
    """The first use of about this wording, and the last before the day of the query: where another text stands for it.

    The strongest use says with what weight it was agreed, the earliest where it was said first, the nearest whence it
    was taken.
    """
    before = f"nearest use before {found.on}" if found.on else "latest use"
    named = (("earliest use of about this wording", row.earliest), (before, row.nearest))
    told = (
        f"{use.day}  {use.address}  {found.base.claim(word)}" for word, use in named if use and use.work != row.use.work
    )
    return "".join(paragraph(each, 3) for each in dict.fromkeys(told))


def _others(row: "Precedent") -> str:
    also = (
        f"   also  {each.use.day or 'undated'}  {each.use.address}  {each.likeness:.0%} alike\n" for each in row.others
    )
    beside = (f"   {each.language}  {each.address}\n{paragraph(each.words, 6)}" for each in row.translations)
    return "".join((*also, *beside))


def _across(found: "Across") -> str:
    """What was found in another language, and by what way."""
    lines = [f"in {found.by.language}, through {found.through} = {found.by.address}\n"]
    for row in found.precedents:
        lines.append(f"   {row.kind}  {row.day or 'undated'}  {styled(str(row.address), 'bold')}\n")
        lines.append(f"{paragraph(row.words, 6)}{paragraph(row.repetition, 6)}")
    return "".join((*lines, "\n"))


def _formulae(folded: Sequence["Precedent"]) -> None:
    """Formulae in a line each: never hidden, and never in the way."""
    if folded:
        put(f"{len(folded)} {'formula' if len(folded) == 1 else 'formulae'}, folded (--unfold shows all):\n")
    for row in folded:
        words = " ".join(row.words.split())
        short = words if len(words) <= _SHORT else f"{words[:_SHORT].rsplit(' ', 1)[0]} …"
        put(f"   {row.repetition}: {visible(short)}\n      {row.address}\n")
    if folded:
        put("\n")


_SHORT = 90
