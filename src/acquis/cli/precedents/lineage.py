"""`acquis precedents lineage`: a passage through the years, or what a series took up and let go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import click

from acquis.cli._files import write_file
from acquis.cli._options import complete_address, filters, forms, opened, release, verb
from acquis.cli._print import Column, as_csv, as_table, document, plain, put, say, styled
from acquis.cli._wording import coloured, paragraph
from acquis.cli.precedents._lineage_reports import Words, of_borrowed, of_chronicle, of_history, reader
from acquis.cli.precedents._reports import write, written
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.precedents.ancestry import Chronicle, History
    from acquis.precedents.base import Base
    from acquis.precedents.borrowing import Borrowing
    from acquis.precedents.desk import Precedents
    from acquis.precedents.graph import Graph
    from acquis.precedents.succession import Edge

NODES: Final = ("passages", "texts", "families")


@dataclass(frozen=True, slots=True)
class _Shown:
    """How an answer is shown: as a form or a file, and how many lines of it."""

    form: str
    kind: str | None
    output: str | None
    limit: int
    words: Words

    @property
    def filed(self) -> bool:
        """Whether it goes to a file."""
        return bool(self.kind or self.output)


@verb(
    "precedents lineage",
    ('acquis precedents lineage "Halmor 2005#p6"', "A paragraph through the years"),
    ('acquis precedents lineage "Halmor 2005#p6" -o line.docx', "The same, as a Word table with footnotes"),
    ("acquis precedents lineage --organ CHS --kind declaration --csv", "What a series took up and let go"),
    ("acquis precedents lineage --borrowed", "What organisations have of one another"),
    ("acquis precedents lineage --organisation osr --graph reuse.graphml", "The graph of reuse, for Gephi or networkx"),
    ("acquis precedents lineage --graph families.graphml --nodes families", "The families, and what they share"),
)
@click.argument("address", required=False, shell_complete=complete_address, help="A passage; without one, a series.")
@filters
@click.option("--borrowed", is_flag=True, help="Only what these texts have of other organisations, or all texts have.")
@click.option(
    "--limit", type=click.IntRange(0), default=20, show_default=True, metavar="NUMBER", help="Lines; 0 shows all."
)
@click.option("--graph", type=click.Path(dir_okay=False), help="Write the graph of reuse to this file, as GraphML.")
@click.option("--nodes", type=click.Choice(NODES), default="passages", show_default=True, help="What the graph is of.")
@release
@written
@forms("json", "csv")
def command(
    *,
    address: str | None,
    borrowed: bool,
    limit: int,
    graph: str | None,
    nodes: str,
    release: str | None,
    form: str,
    file_kind: str | None,
    output: str | None,
    **chosen: Any,
) -> None:
    """Follows a passage through the years: carried, adapted, split, merged; first and last use, wordings.

    The line follows the words asked about, and ends where less than a third of them is left. Without an address: what
    is new in each text that the filters let pass, what no later one of them has, and what is of other organisations.
    Translations, copies and drafts of one document are never told as later use.
    """
    if address and borrowed:
        raise click.UsageError("--borrowed is of whole texts: leave out the address, or narrow it by --organisation …")
    archive = opened()
    archive = archive.at_release(release) if release else archive
    shown = _Shown(form, file_kind, output, limit, reader(archive))
    if address:
        history = archive.precedents.lineage(address)
        if graph:
            _draw(graph, _graph_of_passage(archive.precedents, history, nodes))
        _history(history, shown)
        return
    chronicle = archive.precedents.chronicle(**chosen)
    if graph:
        _draw(graph, _graph_of_texts(archive.precedents, chronicle, nodes, chosen, borrowed=borrowed))
    (_borrowings if borrowed else _chronicle)(chronicle, shown)


# --- the graph -----------------------------------------------------------------------------------------------------


def _draw(path: str, graph: "Graph") -> None:
    from acquis.precedents.graph import graphml

    write_file(path, graphml(graph))
    say(f"The graph is in {path}: {len(graph.nodes):,} nodes, {len(graph.links):,} edges.")


def _graph_of_passage(room: "Precedents", history: "History", nodes: str) -> "Graph":
    from acquis.precedents.graph import of_families

    if nodes == "families":
        return of_families(room.families()).around(history.family.address)
    return _joined(_edges(history), nodes)


def _graph_of_texts(
    room: "Precedents", chronicle: "Chronicle", nodes: str, chosen: dict[str, Any], *, borrowed: bool
) -> "Graph":
    from acquis.precedents.graph import of_families

    if nodes == "families":
        return of_families(room.families(**chosen))
    return _joined([each.edge for each in chronicle.borrowed] if borrowed else chronicle.edges, nodes)


def _joined(edges: Iterable["Edge"], nodes: str) -> "Graph":
    from acquis.precedents.graph import of_passages, of_texts

    held = dict.fromkeys(edges)
    return of_texts(held) if nodes == "texts" else of_passages(held)


def _edges(history: "History") -> "Iterable[Edge]":
    return *history.lineage.parents, *history.lineage.chain, *history.lineage.children


# --- a passage -----------------------------------------------------------------------------------------------------

_EDGE: Final = ("kind", "earlier", "earlier_day", "later", "later_day", "words", "score", "moved", "tied")


def _edge(edge: "Edge") -> dict[str, Any]:
    ends = {"earlier": edge.earlier.address, "earlier_day": edge.earlier.expression.day}
    later = {"later": edge.later.address, "later_day": edge.later.expression.day}
    rest = {"words": edge.words, "score": edge.score, "moved": edge.moved, "tied": edge.tied}
    return {"kind": edge.kind.value, **ends, **later, **rest}


def _history(history: "History", shown: _Shown) -> None:
    if shown.filed:
        write(of_history(history, shown.words), shown.kind, shown.output)
    elif shown.form == "csv":
        put(as_csv([_edge(edge) for edge in history.lineage.chain], _EDGE))
    elif shown.form == "json":
        document(_as_json(history))
    else:
        _people(history, shown)


def _as_json(history: "History") -> dict[str, Any]:
    lineage, family = history.lineage, history.family
    parts = {name: [_edge(edge) for edge in getattr(lineage, name)] for name in ("parents", "children", "chain")}
    line = [
        {"address": each.address, "day": each.expression.day, "words_left": left}
        for each, left in zip(lineage.line, lineage.left, strict=True)
    ]
    told = {"address": family.address, "works": family.works, "wordings": len(family.wordings)}
    years = {"by_year": dict(family.by_year), "by_organ": {str(key): value for key, value in family.by_organ}}
    members = [{"address": each.address, "day": each.expression.day} for each in family.members]
    held = {"family": {**told, **years, "members": members}, "claims": history.claims, "base": history.base}
    asked = {"passage": lineage.passage.address, "words_asked": lineage.asked, "line": line}
    return {**asked, **parts, **plain(held), "scope": "; ".join(filter(None, [str(history.base), history.passed_over]))}


def _people(history: "History", shown: _Shown) -> None:
    lineage, family = history.lineage, history.family
    put(_line(history, shown.words))
    if lineage.chain:
        put(paragraph(f"The line follows the {counted(lineage.asked, 'word')} asked about.", 0))
    beside = [edge for edge in (*lineage.parents, *lineage.children) if edge not in lineage.chain]
    if beside:
        put("\nbeside the line:\n")
    _some([f"  {_told(edge)}  {edge.earlier.address} → {edge.later.address}\n" for edge in beside], shown.limit)
    worded = f"{counted(len(family.wordings), 'wording')} in {counted(family.works, 'text')}"
    put(f"\nfamily  {styled(family.address, 'bold')}  {worded}\n")
    years = (f"{year or 'undated'}: {count}" for year, count in family.by_year)
    put(f"  {', '.join(years)}\n")
    for line in (*history.claims, history.passed_over):
        if line:
            put(paragraph(line, 0))


def _line(history: "History", words: Words) -> str:
    """The line from the first passage to the last: the day, what became of it, where, and what changed."""
    from acquis.precedents.diff import compare

    lineage = history.lineage
    first, here = lineage.line[0], lineage.passage.address
    head = (first.expression.day or "undated", *_left(lineage.left[0], lineage.asked), _at(first.address, here))
    shown = [f"{'  '.join(head)}\n{paragraph(words(first.address))}"]
    for edge, left in zip(lineage.chain, lineage.left[1:], strict=True):
        later = edge.later.address
        told = ", ".join((_told(edge), *_left(left, lineage.asked)))
        shown.append(f"{edge.later.expression.day or 'undated'}  {told}  {_at(later, here)}\n")
        if edge.kind != "carried":
            shown.append(paragraph(coloured(compare(words(edge.earlier.address), words(later)))))
    return "".join(shown)


def _left(left: int, asked: int) -> tuple[str, ...]:
    """How many of the words asked about a text of the line has, where it has not all of them."""
    return (f"{left} of {counted(asked, 'word')}",) if left < asked else ()


def _at(address: str, here: str) -> str:
    return styled(address, "bold") if address == here else address


def _told(edge: "Edge") -> str:
    marks = [name for name in ("moved", "tied") if getattr(edge, name)]
    return ", ".join((edge.kind.value, *marks))


# --- a series ------------------------------------------------------------------------------------------------------

_CHANGE: Final = ("change", "address", "day", "perhaps", "claim")


def _chronicle(chronicle: "Chronicle", shown: _Shown) -> None:
    if shown.filed:
        write(of_chronicle(chronicle, shown.words), shown.kind, shown.output)
    elif shown.form == "csv":
        put(as_csv(_changes(chronicle), _CHANGE))
    elif shown.form == "json":
        document(_series(chronicle))
    else:
        _summary(chronicle)
        claims = [str(each["claim"]) for each in _changes(chronicle)]
        borrowed = [each.claim(chronicle.whole) for each in chronicle.borrowed]
        _some([paragraph(line, 0) for line in (*claims, *borrowed)], shown.limit)


def _changes(chronicle: "Chronicle") -> list[dict[str, Any]]:
    return [
        {
            "change": "gone" if each.gone else "come",
            "address": each.passage.address,
            "day": each.passage.expression.day,
            "perhaps": each.perhaps.address if each.perhaps else None,
            "claim": each.claim(chronicle.base),
        }
        for each in chronicle.changes
    ]


def _series(chronicle: "Chronicle") -> dict[str, Any]:
    texts = [{"address": each.address, "day": each.day, "title": each.title} for each in chronicle.texts]
    edges = [_edge(edge) for edge in chronicle.edges]
    borrowed = [_borrowing(each, chronicle.whole) for each in chronicle.borrowed]
    held = {"texts": texts, "turnover": _numbers(chronicle), "changes": _changes(chronicle), "edges": edges}
    return {**plain({**held, "borrowed": borrowed, "base": chronicle.base}), "scope": str(chronicle.base)}


def _numbers(chronicle: "Chronicle") -> list[dict[str, Any]]:
    names = ("passages", "come", "carried", "adapted", "gone")
    return [
        {"text": each.text.address, "day": each.text.day, **{name: getattr(each, name) for name in names}}
        for each in chronicle.turnover
    ]


_TURNOVER: Final = (
    Column("day", "day", whole=True),
    Column("text", "text"),
    *(Column(name, name, whole=True) for name in ("passages", "come", "carried", "adapted", "gone")),
    Column("base", "in the"),
)


def _summary(chronicle: "Chronicle") -> None:
    """The numbers of each text, what they mean, and the sum of what was borrowed; each line with its base."""
    from acquis.precedents.lineage import no_earlier, no_later

    if not chronicle.texts:
        say("No text that these filters let pass.")
        return
    put(as_table([{**each, "base": chronicle.base.held} for each in _numbers(chronicle)], _TURNOVER))
    put(paragraph(f"come: {no_earlier(chronicle.base)}", 0))
    put(paragraph(f"gone: {no_later(chronicle.base)}", 0))
    borrowed = counted(len(chronicle.borrowed), "passage")
    put(paragraph(f"{borrowed} of other organisations (--borrowed lists them); {chronicle.whole}", 0))
    put(f"{counted(len(chronicle.texts), 'text')}; {chronicle.base}\n\n")


def _some(lines: Sequence[str], limit: int) -> None:
    """As many lines as were asked for, and how many more there are."""
    shown = lines[: limit or None]
    put("".join(shown))
    if len(shown) < len(lines):
        put(f"… and {len(lines) - len(shown):,} more: --limit 0 shows all of them, --csv and --json too\n")


# --- what was borrowed ---------------------------------------------------------------------------------------------

_BORROWING: Final = (
    *("day", "source", "target", "directed", "earlier", "earlier_day", "later", "kind", "words", "claim"),
)


def _borrowings(chronicle: "Chronicle", shown: _Shown) -> None:
    from acquis.precedents.borrowing import flows

    borrowed = [_borrowing(each, chronicle.whole) for each in chronicle.borrowed]
    if shown.filed:
        write(of_borrowed(chronicle, shown.words), shown.kind, shown.output)
    elif shown.form == "csv":
        put(as_csv(borrowed, _BORROWING))
    elif shown.form == "json":
        held = {"borrowed": borrowed, "flows": flows(chronicle.borrowed), "base": chronicle.whole}
        document({**plain(held), "scope": str(chronicle.whole)})
    else:
        put("".join(f"{each}\n" for each in flows(chronicle.borrowed)))
        _some([paragraph(str(each["claim"]), 0) for each in borrowed], shown.limit)
        total = counted(len(borrowed), "passage")
        put(f"{total} of other organisations in {counted(len(chronicle.texts), 'text')}; {chronicle.whole}\n")


def _borrowing(each: "Borrowing", base: "Base") -> dict[str, Any]:
    ends = {"day": each.day, "source": each.source, "target": each.target, "directed": each.directed}
    edge = {name: value for name, value in _edge(each.edge).items() if name in _BORROWING}
    return {**ends, **edge, "claim": each.claim(base)}
