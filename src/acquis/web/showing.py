"""A page as HTML: its template, in the language of the interface."""

from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from litestar.template.base import csrf_token

from acquis import __version__
from acquis.model.record import FIELDS
from acquis.web.placed import bodies
from acquis.web.text import plain
from acquis.web.urls import anchored, below, place, went
from acquis.web.words import Tongue, bcp47, direction, message, own_name, tongues

if TYPE_CHECKING:
    from jinja2 import Environment

    from acquis.web.answers import Page
    from acquis.web.reader import Reader


class Verb(NamedTuple):
    """A page that takes an address: its path, the word of its query that names the address, and what it is called."""

    path: str
    name: str
    title: str


VERBS: Final = (
    Verb("/agreed", "of", message("Agreed language")),
    Verb("/lineage", "of", message("Lineage")),
    Verb("/assent", "of", message("Assent")),
    Verb("/cite", "of", message("Cite")),
    Verb("/pinboard", "add", message("Pin")),
)
"""What can be asked of words that a reader chooses; each is offered once its page is served."""

TEMPLATES: Final = Path(__file__).parent / "templates"


def shown(reader: "Reader", page: "Page") -> str:
    """The page of a reader as HTML."""
    return (
        _environment(reader.tongue)
        .get_template(page.template)
        .render(
            page=page,
            reader=reader,
            url=reader.url,
            tongue=reader.tongue,
            tongues=tongues(),
            csrf=csrf_token({"request": reader.request}),
            go=partial(_kept, reader.release, went),
            place=partial(_released, reader.release, place),
            anchored=partial(anchored, release=reader.release),
            served=frozenset(reader.request.app.state.served),
            nav=reader.request.app.state.nav,
            build=reader.room.build,
            version=__version__,
            verbs=VERBS,
            fields=FIELDS,
        )
    )


def compiled() -> None:
    """Reads every template, in each language of the interface, so that the first page of a kind is no slower."""
    for tongue in tongues().values():
        for each in sorted(TEMPLATES.glob("*.html")):
            _environment(tongue).get_template(each.name)


def _kept(release: str | None, make: Any, path: str, **query: Any) -> str:
    """A page of the room, as of the release that is read."""
    return str(make(path, **query, release=release))


def _released(release: str | None, make: Any, address: str) -> str:
    return str(make(address)) + (went("", release=release) if release else "")


@cache
def _environment(tongue: Tongue) -> "Environment":
    """What makes pages in one language.

    `_` is for words of the interface alone: it takes them for sound HTML. `said` is for whatever else may have a
    translation: what it gives is escaped like any other words.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.install_gettext_translations(tongue.catalogue, newstyle=True)  # type: ignore[attr-defined]
    made.policies["ext.i18n.trimmed"] = True
    made.filters |= {"number": partial(_number, tongue.tag), "plain": plain}
    made.filters |= {f"{what}_of": partial(below, what=what) for what in ("margin", "file", "source", "compare")}
    made.globals |= {"bodies_of": bodies}
    made.globals |= {"said": partial(_said, tongue), "bcp47": bcp47, "direction": direction, "own_name": own_name}
    return made


def _said(tongue: Tongue, words: str) -> str:
    """Words that may stand in the catalogue; those that do not stay as they are."""
    return tongue.catalogue.gettext(words) if words else ""


@lru_cache(maxsize=4_096)
def _number(tag: str, value: int) -> str:
    """A number as that language writes it."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=tag))
