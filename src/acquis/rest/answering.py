"""How an answer of the REST door is given: as JSON, with the pages before and after it, and how long it holds."""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response, route
from litestar.openapi.datastructures import ResponseSpec
from msgspec import Struct
from msgspec.structs import replace

from acquis.rest.asker import Asker
from acquis.rest.documents import Links

T = TypeVar("T", bound=Struct)
Asked = Request[Any, Any, Any]


class Problem(Struct, frozen=True):
    """A refusal (RFC 9457): what was asked for, why it is not given, and what would work."""

    title: str
    status: int
    detail: str
    instance: str
    type: str = "about:blank"
    candidates: tuple[str, ...] = ()


_REFUSALS = {
    400: "What was asked cannot be read; the detail says what would work.",
    404: "Nothing of that address or name is held.",
    409: "Several documents answer to that name; `candidates` has their addresses.",
    414: "The address or the query is too long.",
    429: "Too many requests in a minute.",
    503: "The archive cannot answer now, or not in time.",
}


def verb(path: str, summary: str, tag: str) -> Callable[[Callable[..., Any]], Any]:
    """A verb at its path; its docstring describes it."""
    refusals = {
        status: ResponseSpec(Problem, generate_examples=False, media_type="application/problem+json", description=why)
        for status, why in _REFUSALS.items()
    }

    def made(function: Callable[..., Any]) -> Any:
        described = " ".join((function.__doc__ or "").split())
        choices: dict[str, Any] = {"summary": summary, "description": described, "tags": [tag], "responses": refusals}
        choices |= {"operation_id": _operation, "sync_to_thread": True}
        return route(path, http_method=["GET", "HEAD"], **choices)(function)

    return made


def _operation(handler: Any, method: str, _: Any) -> str:
    """The name of a verb for programs; that of a HEAD is another one, and is not described."""
    return str(handler.handler_name) if method == "GET" else f"{handler.handler_name}_{method.lower()}"


def given(asker: Asker, value: T) -> Response[T]:
    """An answer as JSON."""
    body: Any = encoded(value)
    return Response(body, media_type="application/json", headers=dict(asker.headers))


def encoded(value: Any) -> bytes:
    """A value as JSON. Half a surrogate pair, which a file may hold and UTF-8 may not, becomes a question mark."""
    try:
        return msgspec.json.encode(value, enc_hook=str)
    except UnicodeEncodeError:
        import json

        told = json.dumps(msgspec.to_builtins(value, enc_hook=str), ensure_ascii=False)
        return told.encode("utf-8", "replace")


def paged(request: Asked, value: T, *, total: int, limit: int, offset: int) -> T:
    """A page of a list, with the addresses of the pages beside it."""
    before = max(offset - limit, 0) if offset else None
    after = offset + limit if offset + limit < total else None
    links = Links(*(_page(request, at, limit) for at in (offset, before, after)))  # type: ignore[arg-type]
    return replace(value, links=links)


def _page(request: Asked, offset: int | None, limit: int) -> str | None:
    if offset is None:
        return None
    kept = [pair for pair in request.query_params.multi_items() if pair[0] not in ("limit", "offset")]
    return f"{request.url.path}?{urlencode([*kept, ('limit', limit), ('offset', offset)])}"
