"""The REST door as OpenAPI 3.1: made from the verbs themselves, so that it cannot say anything else than they do."""

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from acquis import __version__

if TYPE_CHECKING:
    from litestar import Router

BASE: Final = "/api"
_ABOUT: Final = (
    "Words that states agreed on, where they were agreed before, and who was what on which day. Every answer says what "
    "was searched, and every quotation has its address. Only public documents are seen, by everybody and without an "
    "account. Refusals are problem details (RFC 9457); answers have an ETag that holds until the archive changes."
)
_RELEASE: Final = {
    "name": "release",
    "in": "query",
    "required": False,
    "description": "The name of a release: the answer is that of the archive as it stood then.",
    "schema": {"type": "string"},
}


def door(*, before: Any = None) -> "Router":
    """The verbs under `/api`, for a room that gives a dependency `reader`: who asks. `before` may answer first."""
    from litestar import Router

    from acquis.rest.params import NARROWED
    from acquis.rest.verbs import VERBS

    return Router(BASE, route_handlers=[*VERBS, _document()], dependencies=NARROWED, before_request=before)


@cache
def openapi() -> dict[str, Any]:
    """The description of all verbs, as plain data."""
    from litestar import Litestar
    from litestar.di import Provide
    from litestar.openapi import OpenAPIConfig

    config = OpenAPIConfig("acquis", __version__, description=_ABOUT, render_plugins=(), path="/described")
    asker = Provide(lambda: None, sync_to_thread=False)
    app = Litestar([door()], openapi_config=config, dependencies={"reader": asker}, logging_config=None)
    made: dict[str, Any] = app.openapi_schema.to_schema()
    for path in made["paths"].values():
        path.pop("head", None)
        path["get"].setdefault("parameters", []).append(_RELEASE)
        path["get"]["responses"]["200"]["description"] = path["get"]["summary"]
        path["get"]["responses"]["304"] = {"description": "What the ETag stands for has not changed."}
    for name, schema in made["components"]["schemas"].items():
        schema["description"] = _meanings()[name]
    return made


def _meanings() -> dict[str, str]:
    """What each value means, by its name."""
    from msgspec import Struct

    from acquis.rest import agreed, answering, asker, briefed, documents, facts, lines, treaties

    rooms = (agreed, answering, asker, briefed, documents, facts, lines, treaties)
    held = (each for room in rooms for each in vars(room).values() if isinstance(each, type))
    return {each.__name__: " ".join((each.__doc__ or "").split()) for each in held if issubclass(each, Struct)}


def _document() -> Any:
    """What gives the description itself."""
    from litestar import Response, get

    from acquis.rest.answering import encoded

    @get("/openapi.json", include_in_schema=False, sync_to_thread=True)
    def described() -> Response[bytes]:
        return Response(encoded(openapi()), media_type="application/json", headers={"cache-control": "no-cache"})

    return described
