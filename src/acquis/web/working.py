"""How many long workings go on at once: briefs, looms and the like; whoever comes beyond is told when to come again."""

import threading
from collections.abc import Callable, Hashable
from typing import Final, TypeVar

from litestar.exceptions import HTTPException

T = TypeVar("T")

LONG: Final = frozenset({"assent", "before", "brief", "certificate", "colours", "compared", "lineage", "series"})
"""What may take seconds: the first words of the keys that such an answer is kept by (`Reader.once`)."""


def is_long(key: Hashable) -> bool:
    """Whether what is kept by that key takes long to make."""
    return isinstance(key, tuple) and key[0] in LONG


class Working:
    """At most so many at once in a process; as many as may wait do so for some seconds, the others are refused at once.

    Two share the processor well enough for short answers to pass between them. Those who wait hold a thread each, of
    which the room has forty: most are left to the pages that are made at once.
    """

    def __init__(self, *, at_once: int = 2, waiting: int = 8, seconds: float = 15.0) -> None:
        self._places = threading.BoundedSemaphore(at_once)
        self._line = threading.BoundedSemaphore(at_once + waiting)
        self._seconds = seconds

    def __call__(self, make: Callable[[], T]) -> T:
        """What it makes, once there is a place. Raises 503 with the seconds after which to ask again."""
        if not self._line.acquire(blocking=False):
            raise _busy(2 * self._seconds)
        try:
            if not self._places.acquire(timeout=self._seconds):
                raise _busy(self._seconds)
            try:
                return make()
            finally:
                self._places.release()
        finally:
            self._line.release()


def _busy(seconds: float) -> HTTPException:
    return HTTPException(
        status_code=503,
        detail="Others are waiting for answers that take long to work out, and this one would be one more. "
        f"Ask again in {max(1, round(seconds))} seconds; pages that are short to make are answered meanwhile.",
        headers={"retry-after": str(max(1, round(seconds)))},
    )
