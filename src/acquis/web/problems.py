"""What the room says when it refuses: a plain page, or problem details (RFC 9457) for a program."""

import logging
from http import HTTPStatus
from typing import Any, ClassVar, Final

from litestar import Response
from litestar.exceptions import HTTPException

from acquis import errors
from acquis.web.answers import HTML, Page, as_json
from acquis.web.for_readers import for_readers
from acquis.web.reader import Asked, Reader
from acquis.web.words import message

_LOG: Final = logging.getLogger("acquis.web")

STATUS: Final[dict[type[errors.AcquisError], int]] = {
    errors.NotHeld: 404,
    errors.BadAddress: 404,
    errors.Ambiguous: 409,
    errors.ArchiveBusy: 503,
    errors.ArchiveDamaged: 503,
    errors.TooNew: 503,
    errors.AcquisError: 400,
}
"""What a refusal is in the web's terms; the nearest class answers."""

TITLES: Final = {
    404: message("Not held here"),
    409: message("Several documents answer to that"),
    400: message("This cannot be read"),
    403: message("Not allowed"),
    405: message("Not done here"),
    413: message("Too much at once"),
    414: message("Too much at once"),
    429: message("Too many requests"),
    503: message("Not now"),
    500: message("A fault of ours"),
}


class Problem(Page, frozen=True, kw_only=True):
    """A refusal: what was asked for, why it is not given, and what would work."""

    template: ClassVar[str] = "problem.html"
    status: int
    detail: str
    asked: str
    candidates: tuple[str, ...] = ()


def refused(request: Asked, error: errors.AcquisError) -> Response[bytes]:
    """A refusal of the archive, in its own words as far as they help on a page."""
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    candidates = getattr(error, "candidates", ())
    detail = for_readers(str(error).partition("\n")[0] if candidates else str(error))
    return _answered(request, status, detail, candidates)


def failed(request: Asked, error: HTTPException) -> Response[bytes]:
    """A refusal of the room: no such page, a form without its proof, too many requests."""
    return _answered(request, error.status_code, " ".join([error.detail, *_faults(error.extra)]), headers=error.headers)


def fault(request: Asked, error: Exception) -> Response[bytes]:
    """Something failed that nobody foresaw: what it was stands in the log, and not on the page."""
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _answered(request, 500, "Something failed that acquis did not foresee. It is written in the log.")


def _faults(extra: Any) -> list[str]:
    """What is wrong with each word of a query, where that was found."""
    told = extra if isinstance(extra, list) else []
    return [f"{each.get('key')}: {each.get('message')}." for each in told if isinstance(each, dict)]


def _answered(
    request: Asked, status: int, detail: str, candidates: tuple[str, ...] = (), headers: Any = None
) -> Response[bytes]:
    title = TITLES.get(status) or HTTPStatus(status).phrase
    problem = Problem(title=title, status=status, detail=detail, asked=request.url.path, candidates=tuple(candidates))
    kept = {"cache-control": "no-store", **(headers or {})}
    reader = Reader(request)
    if reader.form != "html":
        told = {"type": "about:blank", "title": title, "status": status, "detail": detail, "instance": problem.asked}
        told |= {"candidates": problem.candidates} if candidates else {}
        return Response(as_json(told), status_code=status, media_type="application/problem+json", headers=kept)
    from acquis.web.showing import shown

    return Response(
        shown(reader, problem).encode("utf-8", "replace"), status_code=status, media_type=HTML, headers=kept
    )
