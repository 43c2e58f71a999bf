"""A load generator: connections that stay open, each asking for the next page when it has the last (a closed loop).

A process of its own, on the standard library: what a client in Python costs is the same for whoever is asked, some
0.2 ms a request, and less than what asynchronous clients cost. Answers are taken compressed, as a browser takes them.
"""

import json
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from typing import Final

_HEADERS: Final = {"accept": "text/html", "accept-encoding": "gzip", "accept-language": "en"}
_PATIENCE: Final = 120
_TRIES: Final = 64


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of some requests: milliseconds of each by the clock in their order of size, seconds of them all."""

    times: tuple[float, ...]
    seconds: float
    failed: int
    bytes: int

    @property
    def rate(self) -> float:
        """Pages a second."""
        return len(self.times) / self.seconds

    def at(self, share: float) -> float:
        """The time that so many of them keep."""
        return self.times[min(len(self.times) - 1, int(len(self.times) * share))]

    def __str__(self) -> str:
        failed = f"   {self.failed} FAILED" if self.failed else ""
        return f"{self.rate:7.1f} pages/s   p50 {self.at(0.5):7.1f} ms   p99 {self.at(0.99):7.1f} ms{failed}"


def asked(port: int, paths: Sequence[str], *, connections: int = 1) -> tuple[Asked, Asked]:
    """What the first visit of each path costs, shared among the connections; then one where each has been to all."""
    command = [sys.executable, "-m", "benchmarks.asking", str(port), str(connections)]
    done = subprocess.run(command, input=json.dumps(list(paths)), check=True, stdout=subprocess.PIPE, text=True)
    cold, warm = (Asked(tuple(sorted(each["times"])), each["seconds"], each["failed"], each["bytes"])
                  for each in json.loads(done.stdout))  # fmt: skip
    return cold, warm


class _Connection(threading.Thread):
    """One connection, which asks for what it is given."""

    def __init__(self, connection: HTTPConnection, paths: Iterator[str], lock: threading.Lock) -> None:
        super().__init__()
        self.connection, self.paths, self.lock = connection, paths, lock
        self.times: list[float] = []
        self.failed = self.bytes = 0

    def run(self) -> None:
        while (path := self._next()) is not None:
            began = time.perf_counter()
            answer = self._answer(path)
            self.bytes += len(answer.read())
            self.times.append((time.perf_counter() - began) * 1_000)
            self.failed += answer.status != 200
            if answer.status != 200:
                print(answer.status, path, file=sys.stderr)

    def _answer(self, path: str) -> HTTPResponse:
        """What comes back; a connection that the server closed, since it waited for the others, is opened again."""
        try:
            self.connection.request("GET", path, headers=_HEADERS)
            return self.connection.getresponse()
        except ConnectionError:
            self.connection.close()
            self.connection.request("GET", path, headers=_HEADERS)
            return self.connection.getresponse()

    def _next(self) -> str | None:
        with self.lock:
            return next(self.paths, None)


def _round(held: Sequence[HTTPConnection], lists: Sequence[Iterator[str]]) -> dict[str, object]:
    lock, began = threading.Lock(), time.perf_counter()
    threads = [_Connection(each, paths, lock) for each, paths in zip(held, lists, strict=True)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return {
        "times": [took for each in threads for took in each.times],
        "seconds": time.perf_counter() - began,
        "failed": sum(each.failed for each in threads),
        "bytes": sum(each.bytes for each in threads),
    }


def _shared_out(port: int, connections: int) -> list[HTTPConnection]:
    """Connections of which each process of the server has as many: which one takes a new one is left to chance."""
    by: defaultdict[str | None, list[HTTPConnection]] = defaultdict(list)
    for _ in range(_TRIES):
        connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        connection.request("GET", "/static/room.css", headers=_HEADERS)
        answer = connection.getresponse()
        answer.read()
        by[answer.headers["x-process"]].append(connection)
    most = -(-connections // len(by))
    chosen = [each for of in by.values() for each in of[:most]][:connections]
    for of in by.values():
        for each in of:
            if each not in chosen:
                each.close()
    return chosen


def _main(port: int, connections: int, paths: Sequence[str]) -> None:
    held = _shared_out(port, connections)
    shared = iter(paths)
    cold = _round(held, [shared for _ in held])
    few = paths[:_AGAIN]
    _round(held, [iter(few) for _ in held])
    print(json.dumps([cold, _round(held, [iter(few * 2) for _ in held])]))


_AGAIN: Final = 50
"""So many pages are asked for again: as many as fit into what the room remembers."""

if __name__ == "__main__":
    _main(int(sys.argv[1]), int(sys.argv[2]), json.loads(sys.stdin.read()))
