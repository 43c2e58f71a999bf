"""What the room refuses, and what every answer tells the browser to refuse."""

import asyncio
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from litestar.config.csrf import CSRFConfig
from litestar.datastructures import Cookie
from litestar.exceptions import HTTPException
from litestar.middleware import ASGIMiddleware, DefineMiddleware
from litestar.middleware.rate_limit import RateLimitConfig

from acquis.web.portions import MOST

if TYPE_CHECKING:
    from litestar.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}
"""What every answer says. What is shown may come from this room alone, and nobody may frame it."""

FRAMED: Final = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
"""What the one page says that any site may frame: it has no script, no picture and no form."""

SESSION: Final = "acquis"
"""The name of the cookie of whoever entered with the key."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request, and one client, may ask for: letters, bytes, seconds, requests a minute (None for any).

    `parts` are those of a text that stand on one page, None for all.
    """

    path: int = 2_048
    query: int = 16_384
    body: int = 1_000_000
    seconds: float = 30.0
    requests: int | None = 1_200
    parts: int | None = MOST


_AGAIN: Final = 60
"""So many seconds later an answer that took too long is asked for again: what makes it is not stopped, and is kept."""


async def seal(message: "Message", _: "Scope") -> None:
    """Puts the headers on an answer, whatever made it; one that says more itself keeps it."""
    if message["type"] == "http.response.start":
        said = {name.lower() for name, _ in message["headers"]}
        told = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
        message["headers"] = [*message["headers"], *(each for each in told if each[0] not in said)]


class Bounded(ASGIMiddleware):
    """Refuses an address that is too long, and gives up on an answer that takes too long."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    async def handle(self, scope: "Scope", receive: "Receive", send: "Send", next_app: "ASGIApp") -> None:
        """One request: whatever has begun to be sent is sent to its end."""
        if len(scope["path"]) > self.limits.path or len(scope["query_string"]) > self.limits.query:
            raise HTTPException(
                status_code=414,
                detail=f"The address is too long: up to {self.limits.path:,} letters of a path "
                f"and {self.limits.query:,} of a query are read. A text is asked about paragraph by paragraph.",
            )
        try:
            async with asyncio.timeout(self.limits.seconds):
                await next_app(scope, receive, send)
        except TimeoutError as error:
            raise HTTPException(
                status_code=503,
                detail=f"The answer takes longer than {self.limits.seconds:g} seconds, and is worked out meanwhile: "
                f"ask again in {_AGAIN} seconds, or ask for less.",
                headers={"retry-after": str(_AGAIN)},
            ) from error


def throttle(limits: Limits) -> Sequence[DefineMiddleware]:
    """Counts the requests of each client, but for those of the stylesheet and the script."""
    if limits.requests is None:
        return ()
    return (RateLimitConfig(rate_limit=("minute", limits.requests), exclude=["^/static/"]).middleware,)


def new_key() -> str:
    """A key that nobody guesses; whoever has it enters as the archive's own people."""
    return secrets.token_urlsafe(24)


def csrf(key: str | None) -> CSRFConfig:
    """Every form proves that this room wrote it. All processes of one key prove it alike."""
    secret = _derived(key, "forms") if key else secrets.token_hex(32)
    return CSRFConfig(secret, cookie_httponly=True, cookie_samesite="strict", exclude=["^/static/"])


def session(key: str, *, secure: bool) -> Cookie:
    """The cookie of whoever entered: it proves the key and does not hold it."""
    return Cookie(SESSION, value=_derived(key, "session"), httponly=True, samesite="strict", secure=secure)


def left(*, secure: bool) -> Cookie:
    """The cookie that takes the other one away."""
    return Cookie(SESSION, value="", max_age=0, httponly=True, samesite="strict", secure=secure)


def entered(key: str | None, cookies: Any) -> bool:
    """Whether a request comes from somebody who entered with the key."""
    shown = cookies.get(SESSION, "")
    return key is not None and secrets.compare_digest(shown.encode(), _derived(key, "session").encode())


def is_key(key: str | None, shown: str) -> bool:
    """Whether what was shown is the key; how long it takes says nothing of how much of it was right."""
    return key is not None and secrets.compare_digest(shown.encode("utf-8", "replace"), key.encode())


def _derived(key: str, purpose: str) -> str:
    return hmac.new(key.encode(), f"acquis {purpose}".encode(), hashlib.sha256).hexdigest()
