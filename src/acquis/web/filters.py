"""The words of a query that narrow what is looked at: the same on every page that lists something."""

from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct

from acquis.archive.search import Facet, Scope
from acquis.rest.asker import entries
from acquis.web.placed import body_name
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
_BODIES: Final = ("organisation", "organ")
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
    """A filter that holds; `name` is its value as people name it."""

    field: str
    title: str
    value: str
    name: str


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


def said(reader: Reader, filters: Mapping[str, str], titles: Mapping[str, str] = NAMES) -> tuple[Narrowed, ...]:
    """The filters that hold, as a page shows them."""
    of = filters.get("organisation", "")
    return tuple(Narrowed(name, titles[name], value, named(reader, name, value, of)) for name, value in filters.items())


def named(reader: Reader, field: str, value: str, organisation: str = "") -> str:
    """A value as people name it: a language by its own name, a body by its name and its code.

    An organ is one of that `organisation`; without it, of those of which anything is held.
    """
    if field == "language":
        return own_name(value)
    among = frozenset({organisation}) if organisation else _held(reader)
    name = body_name(value, among) if field in _BODIES else ""
    return f"{name} ({value})" if name else value


def _held(reader: Reader) -> frozenset[str]:
    """The organisations of which anything is held."""
    return reader.once("organisations", lambda: frozenset(each.organisation or "" for each in entries(reader)))


def scoped(reader: Reader, scope: Scope) -> Scoped:
    """What an answer holds for."""
    reader.behind |= bool(scope.behind)
    return Scoped(scope.documents, scope.passages, scope.at, scope.behind, str(scope))


def groups(reader: Reader, facets: tuple[Facet, ...], filters: Mapping[str, str]) -> tuple[Group, ...]:
    """The facets of an answer as choices; a field with one value that does not narrow is no choice."""
    found, of = [], filters.get("organisation", "")
    for facet in facets:
        if len(facet.counts) > 1 or facet.name in filters:
            choices = [
                Choice(value, named(reader, facet.name, value, of), count, filters.get(facet.name) == value)
                for value, count in facet.counts
            ]
            shown = sorted(choices[:_SHOWN], key=lambda each: each.value) if facet.name == "year" else choices[:_SHOWN]
            rest = sorted(choices[_SHOWN:], key=lambda each: each.value)
            found.append(Group(facet.name, NAMES[facet.name], tuple(shown), tuple(rest)))
    return tuple(found)
