"""`acquis precedents lineage`: a passage through the years, or what a series took up and let go."""

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from acquis.cli._files import write_file
from acquis.cli._options import complete_address, filters, forms, opened, release, verb
from acquis.cli._print import as_csv, document, plain, put, say, styled
from acquis.cli._wording import coloured, paragraph
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.precedents.ancestry import Chronicle, History
    from acquis.precedents.desk import Precedents
    from acquis.precedents.succession import Edge


@verb(
    "precedents lineage",
    ('acquis precedents lineage "Halmor 2005#p6"', "A paragraph through the years"),
    ("acquis precedents lineage --organ CHS --kind declaration --csv", "What a series took up and let go"),
    ("acquis precedents lineage --organisation osr --graph reuse.graphml", "The graph of reuse, for Gephi or networkx"),
)
@click.argument("address", required=False, shell_complete=complete_address, help="A passage; without one, a series.")
@filters
@click.option("--graph", type=click.Path(dir_okay=False), help="Write the graph of reuse to this file, as GraphML.")
@release
@forms("json", "csv")
def command(address: str | None, graph: str | None, release: str | None, form: str, **chosen: Any) -> None:
    """Follows a passage through the years: carried, adapted, split, merged; its first and last use, and its wordings.

    Without an address: what is new in each text that the filters let pass, what no later one of them has, and what is
    of other organisations. Translations, copies and drafts of one document are never told as later use.
    """
    from acquis.precedents.graph import graphml, of_passages

    archive = opened()
    room = (archive.at_release(release) if release else archive).precedents
    if address:
        history = room.lineage(address)
        edges = (*history.lineage.parents, *history.lineage.chain, *history.lineage.children)
        tell = partial(_history, room, history, form)
    else:
        chronicle = room.chronicle(**chosen)
        edges = chronicle.edges
        tell = partial(_chronicle, chronicle, form)
    if graph:
        write_file(graph, graphml(of_passages(dict.fromkeys(edges))))
        say(f"The graph is in {graph}.")
    tell()


_EDGE = ("kind", "earlier", "earlier_day", "later", "later_day", "words", "score", "moved", "tied")


def _edge(edge: "Edge") -> dict[str, Any]:
    ends = {"earlier": edge.earlier.address, "earlier_day": edge.earlier.expression.day}
    later = {"later": edge.later.address, "later_day": edge.later.expression.day}
    rest = {"words": edge.words, "score": edge.score, "moved": edge.moved, "tied": edge.tied}
    return {"kind": edge.kind.value, **ends, **later, **rest}


def _history(room: "Precedents", history: "History", form: str) -> None:
    lineage, family = history.lineage, history.family
    if form == "csv":
        put(as_csv([_edge(edge) for edge in lineage.chain], _EDGE))
    elif form == "json":
        parts = {name: [_edge(edge) for edge in getattr(lineage, name)] for name in ("parents", "children", "chain")}
        told = {"address": family.address, "works": family.works, "wordings": len(family.wordings)}
        years = {"by_year": dict(family.by_year), "by_organ": {str(key): value for key, value in family.by_organ}}
        members = [{"address": each.address, "day": each.expression.day} for each in family.members]
        held = {"family": {**told, **years, "members": members}, "claims": history.claims, "base": history.base}
        document({"passage": lineage.passage.address, **parts, **plain(held), "scope": str(history.base)})
    else:
        _people(room, history)


def _people(room: "Precedents", history: "History") -> None:
    lineage, family = history.lineage, history.family
    put(_line(room, history))
    beside = [edge for edge in (*lineage.parents, *lineage.children) if edge not in lineage.chain]
    if beside:
        put("\nbeside the line:\n")
    for edge in beside:
        put(f"  {_told(edge)}  {edge.earlier.address} → {edge.later.address}\n")
    worded = f"{counted(len(family.wordings), 'wording')} in {counted(family.works, 'text')}"
    put(f"\nfamily  {styled(family.address, 'bold')}  {worded}\n")
    years = (f"{year or 'undated'}: {count}" for year, count in family.by_year)
    put(f"  {', '.join(years)}\n")
    for line in history.claims:
        put(paragraph(line, 0))


def _line(room: "Precedents", history: "History") -> str:
    """The line from the first passage to the last: the day, what became of it, where, and what changed."""
    from acquis.precedents.diff import compare

    first, here = history.lineage.line[0].address, history.lineage.passage.address
    words = {each.address: room.words(each.address) for each in history.lineage.line}
    shown = [f"{history.lineage.line[0].expression.day or 'undated'}  {_at(first, here)}\n{paragraph(words[first])}"]
    for edge in history.lineage.chain:
        later = edge.later.address
        shown.append(f"{edge.later.expression.day or 'undated'}  {_told(edge)}  {_at(later, here)}\n")
        if edge.kind != "carried":
            shown.append(paragraph(coloured(compare(words[edge.earlier.address], words[later]))))
    return "".join(shown)


def _at(address: str, here: str) -> str:
    return styled(address, "bold") if address == here else address


def _told(edge: "Edge") -> str:
    marks = [name for name in ("moved", "tied") if getattr(edge, name)]
    return ", ".join((edge.kind.value, *marks))


_CHANGE = ("change", "address", "day", "perhaps", "claim")


def _chronicle(chronicle: "Chronicle", form: str) -> None:
    changes = [
        {
            "change": "gone" if each.gone else "come",
            "address": each.passage.address,
            "day": each.passage.expression.day,
            "perhaps": each.perhaps.address if each.perhaps else None,
            "claim": each.claim(chronicle.base),
        }
        for each in chronicle.changes
    ]
    borrowed = [each.claim(chronicle.base) for each in chronicle.borrowed]
    if form == "csv":
        put(as_csv(changes, _CHANGE))
    elif form == "json":
        texts = [{"address": each.address, "day": each.day, "title": each.title} for each in chronicle.texts]
        edges = [_edge(edge) for edge in chronicle.edges]
        held = {"texts": texts, "changes": changes, "edges": edges, "borrowed": borrowed, "base": chronicle.base}
        document({**plain(held), "scope": str(chronicle.base)})
    else:
        for line in (*(str(each["claim"]) for each in changes), *borrowed):
            put(paragraph(line, 0))
        put(f"{counted(len(chronicle.texts), 'text')}; {chronicle.base}\n")
