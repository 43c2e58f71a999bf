"""`acquis find` and `acquis concordance`: where words stand in what is held."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from acquis.cli._options import filters, forms, opened, release, verb
from acquis.cli._print import as_csv, document, plain, put, rendered, say, styled, visible, width
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.archive.search import Concordance, Hit, Results
    from acquis.secretariat import Secretariat

F = TypeVar("F", bound=Callable[..., Any])


def _narrowed(function: F) -> F:
    """Adds what narrows a search: the filters of the catalogue, a release, the forms of the answer."""
    exact = click.option("--exact", is_flag=True, help="These words only, without other spellings and forms.")
    return filters(exact(release(forms("json", "csv")(function))))


def _ordered(*orders: str, default: str, about: str) -> Callable[[F], F]:
    return click.option("--order", type=click.Choice(orders), default=default, show_default=True, help=about)


def _paged(most: int) -> Callable[[F], F]:
    """Adds how many passages are shown, and how many passed over."""

    def decorate(function: F) -> F:
        count: dict[str, Any] = {"metavar": "NUMBER", "show_default": True}
        limit = click.option("--limit", type=click.IntRange(1, 1000), default=most, help="How many passages.", **count)
        over = click.option("--offset", type=click.IntRange(0), default=0, help="How many to pass over.", **count)
        return limit(over(function))

    return decorate


@verb(
    "find",
    ("acquis find water security", "Passages with these words, in all their spellings and forms"),
    ('acquis find "early warning" flood* --year 2007..2012', "A phrase, the beginning of a word, some years"),
    ("acquis find 'gauge AND NOT toll' --json", "The same for a program"),
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...", help='Words, "a phrase", AND, OR, NOT, secur*.')
@_narrowed
@_ordered("closest", "newest", "oldest", default="closest", about="Which passages come first.")
@_paged(10)
def command(*, words: tuple[str, ...], release: str | None, form: str, **asked: Any) -> None:
    """Finds passages by their words, and says what was searched.

    An answer without passages says how many were searched for them; the exit code is 0.
    """
    found = _archive(release).find(_query(words), expand=not asked.pop("exact"), **asked)
    if form == "json":
        document(_as_json(found))
    elif form == "csv":
        put(as_csv([_row(hit) for hit in found.hits], _FIELDS))
    else:
        _people(found, asked["offset"])


@verb(
    "concordance",
    ("acquis concordance sovereignty", "Every place of a word, with what stands around it"),
    ('acquis concordance "mutual trust" --order right --csv', "Sorted by what follows, as a spreadsheet"),
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...", help="A word or a phrase.")
@_narrowed
@_ordered("closest", "newest", "oldest", "left", "right", default="oldest", about="left, right: by that side's words.")
@_paged(100)
def concordance(*, words: tuple[str, ...], release: str | None, form: str, **asked: Any) -> None:
    """Shows every place of the words in one line, the words under one another."""
    found = _archive(release).concordance(_query(words), expand=not asked.pop("exact"), **asked)
    if form == "json":
        told = {"query": found.query, "passages": found.total, "lines": found.lines, "expansion": found.expansion}
        document({**told, "scope": _scope(found)})
    elif form == "csv":
        put(as_csv([plain(line) for line in found.lines], ("left", "node", "right", "address", "day")))
    else:
        _lines(found, asked["offset"])


def _archive(release: str | None) -> "Secretariat":
    archive = opened()
    return archive.at_release(release) if release else archive


def _query(words: tuple[str, ...]) -> str:
    """What was typed as one query: beside others, words that the shell kept together are a phrase."""
    if len(words) == 1:
        return words[0]
    return " ".join(f'"{each}"' if " " in each and '"' not in each else each for each in words)


_FIELDS = ("address", "match", "day", "title", "snippet", "words", "reason")


def _row(hit: "Hit") -> dict[str, Any]:
    return {**{name: plain(getattr(hit, name)) for name in _FIELDS}, "snippet": str(hit.snippet)}


def _as_json(found: "Results") -> dict[str, Any]:
    return {
        "query": found.query,
        "total": found.total,
        "hits": [{**_row(hit), "highlights": hit.highlights} for hit in found.hits],
        "facets": {each.name: [{"value": v, "count": n} for v, n in each.counts] for each in found.facets},
        "expansion": found.expansion,
        "scope": _scope(found),
    }


def _scope(found: "Results | Concordance") -> dict[str, Any]:
    return {**plain({name: getattr(found.scope, name) for name in _SCOPE}), "line": str(found.scope)}


_SCOPE = ("documents", "passages", "at", "filters", "behind")


def _people(found: "Results", offset: int) -> None:
    reason = ""
    for hit in found.hits:
        if hit.reason != reason:
            put(f"{styled(visible(hit.reason), 'dim')}\n")
            reason = hit.reason
        put(_hit(hit))
    for facet in found.facets:
        if facet.counts:
            put(f"{facet.name}: {', '.join(f'{visible(value)} {count}' for value, count in facet.counts[:8])}\n")
    _answer(found, "passage", len(found.hits), offset)


def _hit(hit: "Hit") -> str:
    """The address to copy, the day and title, and the words with what was looked for marked."""
    head = styled(str(hit.match or hit.address), "bold")
    named = "  ".join(filter(None, [hit.day, visible(" ".join((hit.title or "").split()))]))
    return f"{head}\n  {named}\n{_marked(hit)}\n"


def _marked(hit: "Hit") -> str:
    from rich.padding import Padding
    from rich.text import Text

    shown = Text(visible(hit.snippet.words.replace("\n", " ")))
    for mark in hit.snippet.marks:
        shown.stylize("bold yellow", mark.start, mark.end)
    whole = Text.assemble("… " * hit.snippet.cut_before, shown, " …" * hit.snippet.cut_after)
    return rendered(Padding(whole, (0, 0, 0, 2)), width())


def _answer(found: "Results | Concordance", what: str, shown: int, offset: int = 0) -> None:
    """What else was looked for, and what the answer holds for: it belongs to the answer."""
    if found.expansion:
        put(f"also looked for: {visible('; '.join(map(str, found.expansion)))}\n")
    put(f"{counted(found.total, what)} found; {found.scope}\n")
    if offset + shown < found.total:
        say(f"Shown: {offset + 1} to {offset + shown}. --offset {offset + shown} goes on, --limit shows more.")


def _lines(found: "Concordance", offset: int) -> None:
    """Each place in one line, the words under one another; the address beside it, or below where there is no room."""
    from rich.cells import cell_len, set_cell_size

    space = width() or 200
    longest = max((cell_len(line.address) for line in found.lines), default=0)
    beside = space - longest >= _READABLE
    room = space - (longest + 2 if beside else 0) - max((cell_len(line.node) for line in found.lines), default=0) - 2
    side = max(room // 2, 10)
    for line in found.lines:
        before, after = visible(line.left), visible(line.right)
        left = _last(before if before.endswith(_CLINGS_LEFT) else f"{before} ", side)
        right = set_cell_size(after if after.startswith(_CLINGS_RIGHT) else f" {after}", side)
        words = f"{left}{styled(visible(line.node), 'bold yellow')}{right}"
        put(f"{words}  {line.address}\n" if beside else f"{words.rstrip()}\n{styled(str(line.address), 'dim')}\n")
    _answer(found, "passage", len({line.address.split("~")[0] for line in found.lines}), offset)


_CLINGS_LEFT = ("-", "(", "[", "“", "‘", "«", '"', "/", "'")
_CLINGS_RIGHT = (",", ".", ";", ":", "!", "?", ")", "]", "”", "’", "»", '"', "-", "/", "'")
"""What stands next to a word without a blank."""

_READABLE = 70
"""Letters that a line of a concordance needs for its words."""


def _last(words: str, size: int) -> str:
    """The end of some words in exactly that many columns."""
    from rich.cells import cell_len

    while cell_len(words) > size:
        words = words[1:]
    return " " * (size - cell_len(words)) + words
