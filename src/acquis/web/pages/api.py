"""The door for programs: the verbs of the REST door under `/api`, and a page that says what each of them takes."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from litestar import Response
from litestar.di import NamedDependency
from msgspec import Struct

from acquis.rest.described import BASE, door, openapi
from acquis.web.answers import Page
from acquis.web.pages import Served, page
from acquis.web.reader import Reader, unchanged
from acquis.web.words import message


class Taken(Struct, frozen=True):
    """A word of a query: what it means, what it is, and what it is where it is left out."""

    name: str
    kind: str
    required: bool
    otherwise: str
    meaning: str


class Verb(Struct, frozen=True):
    """A verb: its path, what it tells, an address that shows it, what it takes, and the name of what it gives."""

    path: str
    name: str
    summary: str
    meaning: str
    example: str
    takes: tuple[Taken, ...]
    gives: str


class Field(Struct, frozen=True):
    """A field of a value: its name and its kind; `of` is the value that it holds, where it is one."""

    name: str
    kind: str
    of: str


class Shape(Struct, frozen=True):
    """A value that a verb gives: what it means, and its fields."""

    name: str
    meaning: str
    fields: tuple[Field, ...]


class ApiPage(Page, frozen=True, kw_only=True):
    """The verbs by what they are about, and the values that they give."""

    template: ClassVar[str] = "api.html"
    about: str
    groups: tuple[tuple[str, tuple[Verb, ...]], ...]
    shapes: tuple[Shape, ...]

    def rows(self) -> Sequence[Struct]:
        """A line for each word that a verb takes."""
        return [
            _Row(verb.path, verb.summary, each.name, each.kind, each.required, each.otherwise, each.meaning)
            for _, verbs in self.groups
            for verb in verbs
            for each in verb.takes
        ]


class _Row(Struct, frozen=True):
    path: str
    summary: str
    takes: str
    kind: str
    required: bool
    otherwise: str
    meaning: str


def api(reader: NamedDependency[Reader]) -> Response[Any]:
    """What programs can ask for, and how."""
    return reader.answer(told())


def told() -> ApiPage:
    """The description of the verbs as a page."""
    described = openapi()
    verbs = [(call["get"]["tags"][0], _verb(path, call["get"])) for path, call in described["paths"].items()]
    tags = dict.fromkeys(tag for tag, _ in verbs)
    return ApiPage(
        title=message("For programs"),
        about=described["info"]["description"],
        groups=tuple((tag, tuple(verb for other, verb in verbs if other == tag)) for tag in tags),
        shapes=tuple(_shape(*each) for each in sorted(described["components"]["schemas"].items())),
    )


def _verb(path: str, call: dict[str, Any]) -> Verb:
    gives = call["responses"]["200"]["content"]["application/json"]["schema"]
    return Verb(
        path=path,
        name=call["operationId"],
        summary=call["summary"],
        meaning=_plain(call["description"]),
        example=path + _EXAMPLES.get(path.removeprefix(BASE), ""),
        takes=tuple(sorted((_taken(each) for each in call["parameters"]), key=lambda each: not each.required)),
        gives=_named(gives),
    )


def _taken(word: dict[str, Any]) -> Taken:
    schema = word["schema"]
    default = schema.get("default")
    otherwise = "" if default is None else str(default).lower() if isinstance(default, bool) else str(default)
    kind = _kind(schema).removesuffix(" or null")
    return Taken(word["name"], kind, word.get("required", False), otherwise, word.get("description", ""))


def _shape(name: str, schema: dict[str, Any]) -> Shape:
    fields = schema.get("properties", {}).items()
    told = tuple(Field(field, _kind(each), _named(each)) for field, each in fields)
    return Shape(name, _plain(schema.get("description", "")), told)


def _plain(words: str) -> str:
    """Words without the signs that set off names in code."""
    return words.replace("`", "")


def _kind(schema: dict[str, Any]) -> str:
    """What a schema lets pass, in a word or two."""
    kinds = list(dict.fromkeys(_kinds(schema)))
    return " or ".join([each for each in kinds if each != "null"] + ["null"] * ("null" in kinds))


def _kinds(schema: dict[str, Any]) -> Iterator[str]:
    if "$ref" in schema:
        yield _named(schema)
    elif "enum" in schema:
        yield ", ".join(map(str, schema["enum"]))
    elif "oneOf" in schema:
        for each in schema["oneOf"]:
            yield from _kinds(each)
    elif schema.get("type") == "array":
        yield f"list of {_kind(schema.get('items', {}))}".removesuffix(" of ")
    else:
        yield str(schema.get("type", "any"))


def _named(schema: dict[str, Any]) -> str:
    """The name of the value in a schema, however deep; "" where it holds none."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    inner = [*schema.get("oneOf", ()), schema.get("items") or {}]
    return next((name for each in inner if each and (name := _named(each))), "")


_PASSAGE = "osr%3A2005-06-09%2Fhalmor-declaration%23p5"
_TEXT = "osr%3A2005-06-09%2Fhalmor-declaration"
_EXAMPLES = {
    "/documents": "?organisation=osr&year=2007..2011",
    "/document": f"?at={_TEXT}",
    "/passage": f"?at={_PASSAGE}",
    "/find": "?q=water+levels",
    "/concordance": "?q=water&order=right",
    "/precedents": f"?of={_PASSAGE}",
    "/precedents/diff": "?older=States+may+share+water&newer=States+shall+share+water",
    "/precedents/variants": f"?of={_PASSAGE}",
    "/precedents/lineage": f"?of={_PASSAGE}",
    "/precedents/certificate": "?of=the+seven+rivers+belong+to+all",
    "/precedents/provenance": f"?of={_PASSAGE}",
    "/brief": f"?at={_TEXT}",
    "/who": "?of=osr&on=2007-08-16",
    "/events": "?of=osr",
    "/organs": "?of=osr&on=2007-08-16",
    "/instruments": "?on=2011-06-15",
    "/instrument": "?name=treaty%3A2007-09-18%2Fconvention-notification-floods-water-releases&on=2011-06-15",
    "/cited": f"?at={_TEXT}",
    "/assent": f"?of={_PASSAGE}",
}
"""What shows a verb, on the sample organisation."""


def _served() -> Served:
    shown = page(BASE, api)
    return Served(BASE, (*shown.handlers, door(before=unchanged)))


ENTRY = _served()
