"""Work on hostile files in processes of their own: one that hangs, bursts or falls is replaced, the rest goes on."""

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from types import ModuleType, TracebackType
from typing import Any, Generic, Self, TypeVar

from acquis.cycles import collect_seldom
from acquis.errors import AcquisError, TooLarge, Unreadable
from acquis.formats._limits import Limits

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 6
_STARTING = 60.0
_READY = b"ready"
_PRELOADED = ("acquis.formats._worker", "acquis.formats.text", "lxml.etree", "pypdfium2", "chardet")


@dataclass(slots=True)
class _Worker:
    """A process, the line to it, and what it is busy with: the place of the item, and when that must be done.

    `ready` says that it has started up: an item's time counts from then on, however busy the machine is.
    """

    process: Any
    line: Connection
    at: int | None = None
    deadline: float = 0.0
    ready: bool = False


class Workers:
    """A few processes that are used again and again.

    `initializer` runs once in each of them. A worker that passes the limits, or falls, is the only one that is ended.

        with Workers(2, limits) as workers:
            for result in workers.map_in_order(read, files):
                ...
    """

    def __init__(
        self,
        n: int,
        limits: Limits | None = None,
        initializer: Callable[[], object] | None = None,
        *,
        preload: Sequence[str] = _PRELOADED,
    ) -> None:
        self._n, self._limits, self._initializer = max(n, 1), limits or Limits(), initializer
        self._context = _context(preload)
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all processes."""
        for worker in self._workers:
            _end(worker)
        self._workers.clear()

    def map_in_order(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | AcquisError]:
        """What the function gives for each item, in the order of the items; where it failed, the error as a value.

        Only a few items are taken ahead of the one that is awaited, so an endless or a heavy series is no harm.
        """
        run = _Run(self, function, iter(items))
        try:
            yield from run.results()
        finally:
            for worker in [worker for worker in self._workers if worker.at is not None]:
                self._drop(worker)  # whoever stopped listening does not wait for what is still being worked on

    def _idle(self) -> _Worker | None:
        """A worker that is free; a new one is started while there are fewer than asked for."""
        for worker in self._workers:
            if worker.at is None:
                return worker
        return self._start() if len(self._workers) < self._n else None

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._limits, self._initializer), daemon=True)
        with _without_main():
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _drop(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        _end(worker)


class _Run(Generic[Item, Result]):
    """One series of items on its way through the workers."""

    def __init__(self, pool: Workers, function: Callable[[Item], Result], items: Iterator[Item]) -> None:
        self._pool, self._function, self._items = pool, function, items
        self._done: dict[int, Result | AcquisError] = {}
        self._taken = self._given = 0
        self._more = True

    def results(self) -> Iterator[Result | AcquisError]:
        """The results in order; work goes on while they are taken."""
        while True:
            self._hand_out()
            while self._given in self._done:
                yield self._done.pop(self._given)
                self._given += 1
                self._hand_out()
            if not self._more and self._given == self._taken:
                return
            if self._given not in self._done:
                self._await()

    def _hand_out(self) -> None:
        while self._more and self._taken < self._given + self._pool._n * _AHEAD:
            worker = self._pool._idle()
            if worker is None:
                return
            try:
                item = next(self._items)
            except StopIteration:
                self._more = False
                return
            self._send(worker, item)
            self._taken += 1

    def _send(self, worker: _Worker, item: Item) -> None:
        try:
            task = pickle.dumps((self._function, item), pickle.HIGHEST_PROTOCOL)
        except (pickle.PicklingError, TypeError, AttributeError) as fault:
            self._done[self._taken] = Unreadable(f"this cannot be handed to a worker process ({fault})")
            return
        try:
            worker.line.send_bytes(task)
        except (BrokenPipeError, OSError):  # it fell while it was idle: another one gets the item
            self._pool._drop(worker)
            worker = self._pool._start()
            worker.line.send_bytes(task)
        worker.at = self._taken
        worker.deadline = time.monotonic() + self._pool._limits.seconds + (0 if worker.ready else _STARTING)

    def _await(self) -> None:
        """Wait until a worker reports, falls, or has had its time."""
        busy = [worker for worker in self._pool._workers if worker.at is not None]
        patience = max(min(worker.deadline for worker in busy) - time.monotonic(), 0)
        ready = set(wait([worker.line for worker in busy], patience))
        for worker in busy:
            if worker.line in ready:
                self._receive(worker)
            elif time.monotonic() >= worker.deadline:
                self._give_up(worker, _too_slow(self._pool._limits))

    def _receive(self, worker: _Worker) -> None:
        try:
            answer = worker.line.recv_bytes()
        except (EOFError, OSError):
            worker.process.join(1)
            self._give_up(worker, _fallen(worker.process.exitcode, self._pool._limits))
            return
        if answer == _READY:
            worker.ready, worker.deadline = True, time.monotonic() + self._pool._limits.seconds
            return
        result, fit = pickle.loads(answer)  # noqa: S301 - it comes from our own process
        if worker.at is not None:
            self._done[worker.at] = result
        worker.at = None
        if not fit:
            self._pool._drop(worker)

    def _give_up(self, worker: _Worker, error: AcquisError) -> None:
        if worker.at is not None:
            self._done[worker.at] = error
        self._pool._drop(worker)


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """Hides the program from the new process, which would run it again: a script needs no guard of its own."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def run_limited(function: Callable[..., Result], *args: object, limits: Limits | None = None) -> Result:
    """What the function gives, worked out in a process of its own; raises what it raised, or the limit it passed."""
    with Workers(1, limits) as workers:
        for result in workers.map_in_order(_Applied(function), [args]):
            if isinstance(result, AcquisError):
                raise result
            return result
    raise Unreadable("the worker process gave nothing")


@dataclass(frozen=True, slots=True)
class _Applied(Generic[Result]):
    """A function of several arguments as a function of one."""

    function: Callable[..., Result]

    def __call__(self, args: tuple[object, ...]) -> Result:
        return self.function(*args)


def _context(preload: Sequence[str]) -> Any:
    """A server that has loaded the heavy libraries once and forks from there, where the system has such a thing."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context


def _end(worker: _Worker) -> None:
    worker.line.close()
    worker.process.kill()
    worker.process.join()
    worker.process.close()


def _too_slow(limits: Limits) -> TooLarge:
    return TooLarge(
        f"it took longer than {limits.seconds:g} seconds. If you trust it, raise the limit with --limit seconds=…"
    )


def _too_heavy(limits: Limits) -> TooLarge:
    return TooLarge(
        f"it needs more memory than {limits.memory_bytes:,} bytes. "
        f"If you trust it, raise the limit with --limit memory_bytes={limits.memory_bytes * 2}"
    )


def _fallen(code: int | None, limits: Limits) -> AcquisError:
    if code == -signal.SIGKILL:
        return _too_heavy(limits)  # nobody else ends our processes but the system when it runs out of memory
    return Unreadable(f"it made the reader fall (exit code {code}); the file is damaged or hostile")


# in the worker process


def _serve(line: Connection, limits: Limits, initializer: Callable[[], object] | None) -> None:
    """Take tasks and give results until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who was interrupted ends us
    if initializer:
        initializer()
    _bound_memory(limits)
    collect_seldom()
    line.send_bytes(_READY)
    while True:
        try:
            task = line.recv_bytes()
        except (EOFError, OSError):
            return
        line.send_bytes(_answer(task, limits))


def _answer(task: bytes, limits: Limits) -> bytes:
    """The pickled result or error, and whether this process is fit to go on."""
    try:
        function, item = pickle.loads(task)  # noqa: S301 - it comes from our own process
        return pickle.dumps((function(item), True), pickle.HIGHEST_PROTOCOL)
    except AcquisError as refusal:
        return pickle.dumps((_sendable(refusal), True))
    except MemoryError:
        return pickle.dumps((_too_heavy(limits), False))
    except Exception as fault:
        return pickle.dumps((Unreadable(f"{type(fault).__name__}: {str(fault)[:200]}"), True))


def _sendable(refusal: AcquisError) -> AcquisError:
    """The error itself where it survives the journey, else one of the same kind with the same words."""
    with contextlib.suppress(Exception):
        if str(pickle.loads(pickle.dumps(refusal))) == str(refusal):  # noqa: S301 - our own bytes
            return refusal
    kind = type(refusal) if type(refusal) in (Unreadable, TooLarge) else AcquisError
    return kind(str(refusal))


def _bound_memory(limits: Limits) -> None:
    """Let the process grow by the limit and no further, where the system can see to that."""
    if sys.platform == "win32":
        return
    import resource

    allowed = _address_space() + limits.memory_bytes
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        allowed = min(allowed, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))


def _address_space() -> int:
    """What the process has taken so far, libraries and all."""
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:  # noqa: PTH123
            return int(stream.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
