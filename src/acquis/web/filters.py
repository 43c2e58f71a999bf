"""The words of a query that narrow what is looked at: the same on every page that lists something."""

from typing import Any, Final

from msgspec import Struct

from acquis.archive.search import Facet, Scope
from acquis.web.reader import Reader
from acquis.web.words import message, own_name

NAMES: Final = {
    "organisation": message("Organisation"),
    "organ": message("Organ"),
    "kind": message("Kind"),
    "year": message("Year"),
    "language": message("Language"),
    "place": message("Place"),
}
_SHOWN: Final = 8


class Choice(Struct, frozen=True):
    """A value that would narrow a list, with how many it would leave, and whether it narrows it now."""

    value: str
    name: str
    count: int
    chosen: bool


class Group(Struct, frozen=True):
    """The values of one field, the most frequent first; years in their order. `more` are those that are folded away."""

    field: str
    title: str
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...]


class Narrowed(Struct, frozen=True):
    """A filter that holds."""

    field: str
    title: str
    value: str


class Scoped(Struct, frozen=True):
    """What an answer holds for, in figures and in a line."""

    documents: int
    passages: int
    at: int
    behind: str
    line: str


def narrowed(reader: Reader) -> dict[str, Any]:
    """The filters of a request."""
    query = reader.request.query_params
    return {name: value for name in NAMES if (value := query.get(name, "").strip())}


def said(filters: dict[str, str]) -> tuple[Narrowed, ...]:
    """The filters that hold, as a page shows them."""
    return tuple(Narrowed(name, NAMES[name], value) for name, value in filters.items())


def scoped(reader: Reader, scope: Scope) -> Scoped:
    """What an answer holds for."""
    reader.behind |= bool(scope.behind)
    return Scoped(scope.documents, scope.passages, scope.at, scope.behind, str(scope))


def groups(facets: tuple[Facet, ...], filters: dict[str, str]) -> tuple[Group, ...]:
    """The facets of an answer as choices; a field with one value that does not narrow is no choice."""
    found = []
    for facet in facets:
        if len(facet.counts) > 1 or facet.name in filters:
            choices = [
                Choice(value, _name(facet.name, value), count, filters.get(facet.name) == value)
                for value, count in facet.counts
            ]
            shown = sorted(choices[:_SHOWN], key=lambda each: each.value) if facet.name == "year" else choices[:_SHOWN]
            rest = sorted(choices[_SHOWN:], key=lambda each: each.value)
            found.append(Group(facet.name, NAMES[facet.name], tuple(shown), tuple(rest)))
    return tuple(found)


def _name(field: str, value: str) -> str:
    return own_name(value) if field == "language" else value
