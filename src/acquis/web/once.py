"""What is worked out once for a change of the archive, and kept for those who ask next."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Once:
    """A small memory: answers that weigh at most so much together; the one asked for longest ago goes first.

    A key says everything that its answer hangs on; the number of the change is part of it. Where nothing says what an
    answer weighs it is one.
    """

    def __init__(self, most: int = 1_000, weigh: Callable[[Any], int] = lambda _: 1) -> None:
        self._most, self._weigh, self._weight = most, weigh, 0
        self._held: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def __contains__(self, key: Hashable) -> bool:
        """Whether the answer is held."""
        return key in self._held

    def __call__(self, key: Hashable, make: Callable[[], T], keep: Callable[[], bool] = lambda: True) -> T:
        """The answer that is held; else it is made, and kept where `keep` says so once it is.

        Two who ask at the same moment may both make it.
        """
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return cast(T, self._held[key])
        made = make()
        if not keep():
            return made
        with self._lock:
            if key not in self._held:
                self._held[key] = made
                self._weight += self._weigh(made)
            while self._weight > self._most and len(self._held) > 1:
                _, gone = self._held.popitem(last=False)
                self._weight -= self._weigh(gone)
        return made
