"""How fast the reading room answers at three thousand documents, beside Datasette; first paint and weight of a page.

Cold is the first visit of each address in a process that has read its indexes; warm is a further visit.
"""

import gzip
import os
import random
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from acquis.model.document import COUNTED
from acquis.web.urls import place, went
from benchmarks.asking import Asked, asked
from benchmarks.room_archive import room_archive
from benchmarks.tree import Tree

WORKERS: Final = (1, 2)
_CONNECTIONS: Final = 8
_DRAWN: Final = {"document": 400, "paragraph": 400, "search": 400, "loom": 400, "any loom": 100, "compare": 100}
"""How many addresses of each kind. All but the loom of any passage are drawn as people come: a document first, then a
paragraph of it; else most would be of the few treaties of thousands of paragraphs."""
_WORDS: Final = range(8, 2_001)
"""So many words a paragraph has, for a search or a loom of it; longer ones are asked about by their sentences."""
_PATIENCE: Final = 900
_PAINTS: Final = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of page, asked for by so many connections at a time."""

    what: str
    connections: int
    cold: Asked
    warm: Asked

    def __str__(self) -> str:
        head = f"{self.what:<24}{self.connections} at a time"
        return f"{head}   cold {self.cold}\n{'':<{len(head)}}   warm {self.warm}   {_weight(self.cold):6.1f} kB a page"


def _weight(of: Asked) -> float:
    return of.bytes / len(of.times) / 1_000


def run(shared: Path) -> Iterator[Row | str]:
    """The room with one process and with two, then Datasette, asked by the same generator; then a browser."""
    for told in room_archive(shared):
        if isinstance(told, str):
            yield told
    folder = Path(told)
    drawn = _drawn(folder)
    rows: dict[tuple[str, int], Row] = {}
    for workers in WORKERS:
        yield f"the room, {workers} process{'es' * (workers > 1)}"
        with _room(folder, workers) as (port, tree):
            for what, paths in drawn.items():
                if what != "datasette":
                    rows[what, workers] = Row(f"  {what}", workers, *asked(port, paths, connections=workers))
                    yield rows[what, workers]
            for what in ("document", "search", "loom"):
                further = _drawn(folder, seed=workers + 1)[what]
                yield Row(f"  {what}", _CONNECTIONS, *asked(port, further, connections=_CONNECTIONS))
            yield f"  peak memory of all processes {tree.peak:,.0f} MB"
            if workers == 1:
                yield from _painted(port, drawn)
    with _datasette(folder) as (port, tree):
        peer = Row("Datasette, its row page", 1, *asked(port, drawn["datasette"]))
        yield peer
        yield f"  peak memory {tree.peak:,.0f} MB"
    mine = rows["paragraph", 1]
    ratios = ((name, getattr(mine, name), getattr(peer, name)) for name in ("cold", "warm"))
    told = (f"{n} p50 {a.at(0.5) / b.at(0.5):.2f}, p99 {a.at(0.99) / b.at(0.99):.2f}" for n, a, b in ratios)
    yield f"a paragraph's page, times what Datasette's row page takes: {'; '.join(told)}"


# --- what is asked for ------------------------------------------------------------------------------------------------

_HELD: Final = """
SELECT address, organisation, organ, kind, language, day FROM expressions
WHERE until IS NULL AND state = 'kept' AND day IS NOT NULL ORDER BY day, address
"""
_PARAGRAPHS: Final = f"""
SELECT p.id, e.address, p.path, p.words FROM passages p JOIN expressions e ON e.reading = p.reading
WHERE e.until IS NULL AND e.state = 'kept' AND p.kind IN ({", ".join(f"'{each.value}'" for each in COUNTED)})
{{}} ORDER BY p.id
"""
_OF_ONE, _OF_ANY = _PARAGRAPHS.format("AND e.address = ?"), _PARAGRAPHS.format("AND p.id % 97 = ?")


def _drawn(folder: Path, seed: int = 1) -> dict[str, list[str]]:
    """The addresses of each kind, drawn by seed; Datasette is asked for the rows of the same paragraphs."""
    rng = random.Random(seed)
    with closing(sqlite3.connect(f"file:{folder / 'archive.sqlite'}?mode=ro", uri=True)) as db:
        held = db.execute(_HELD).fetchall()
        any_ = [each for each in db.execute(_OF_ANY, (seed,)) if len(each[3].split()) in _WORDS]

        def paragraphs(what: str) -> list[Any]:
            found: list[Any] = []
            while len(found) < _DRAWN[what]:
                known = db.execute(_OF_ONE, rng.choice(held)[:1]).fetchall()
                found += rng.sample(
                    [each for each in known if len(each[3].split()) in _WORDS] or known, min(1, len(known))
                )
            return found

        rows, sought, looms = (paragraphs(what) for what in ("paragraph", "search", "loom"))
    return {
        "document": [place(each[0]) for each in rng.sample(held, _DRAWN["document"])],
        "paragraph": [place(f"{address}#{path}") for _, address, path, _ in rows],
        "datasette": [f"/archive/passages/{number}" for number, *_ in rows],
        "search": [went("/search", q=_query(rng, words)) for *_, words in sought],
        "loom": [went("/lineage", of=f"{of}#{path}") for _, of, path, _ in looms],
        "any loom": [went("/lineage", of=f"{of}#{path}") for _, of, path, _ in rng.sample(any_, _DRAWN["any loom"])],
        "compare": [went("/compare", a=a, b=b) for a, b in rng.sample(_successive(held), _DRAWN["compare"])],
    }


def _query(rng: random.Random, words: str) -> str:
    """A word, two words or a phrase of three, of what stands in the texts."""
    plain = [word.lower() for word in words.split() if word.isalpha()] or ["water"]
    at = rng.randrange(len(plain))
    return rng.choice([plain[at], " ".join(rng.sample(plain, min(2, len(plain)))), f'"{" ".join(plain[at : at + 3])}"'])


def _successive(held: Sequence[Any]) -> list[tuple[str, str]]:
    """Texts of one organ, kind and language that follow one another in time."""
    series: dict[tuple[str, ...], list[str]] = {}
    for address, *what, _ in held:
        if all(what):
            series.setdefault(tuple(what), []).append(address)
    return [pair for each in series.values() for pair in pairwise(each)]


# --- who is asked -----------------------------------------------------------------------------------------------------


@contextmanager
def _room(folder: Path, workers: int) -> Iterator[tuple[int, Tree]]:
    with tempfile.TemporaryDirectory() as scratch:
        port = _free()
        command = [sys.executable, "-m", "benchmarks.room_served", str(folder), str(port), str(workers), scratch]
        with _served(command, lambda: len(list(Path(scratch).iterdir())) >= workers and _listens(port)) as tree:
            yield port, tree


@contextmanager
def _datasette(folder: Path) -> Iterator[tuple[int, Tree]]:
    """The same file, told that nobody writes to it: then Datasette is at its best."""
    port = _free()
    file = str(folder / "archive.sqlite")
    command = [sys.executable, "-m", "datasette", "serve", "-i", file, "--host", "127.0.0.1", "--port", str(port)]
    with _served(command, lambda: _listens(port)) as tree:
        yield port, tree


@contextmanager
def _served(command: Sequence[str], ready: Any) -> Iterator[Tree]:
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=Path.cwd(), env=os.environ | {"PYTHONPATH": "."}, **quiet) as process:
        try:
            until = time.monotonic() + _PATIENCE
            while not ready():
                if process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"{' '.join(command)} does not listen")
                time.sleep(0.2)
            with Tree(process.pid) as tree:
                yield tree
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=30)
            process.kill()


def _free() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


# --- a browser --------------------------------------------------------------------------------------------------------


def _painted(port: int, drawn: dict[str, list[str]]) -> Iterator[str]:
    """First contentful paint in Chromium with nothing kept, and what is sent for a page: its HTML, style and script."""
    from playwright.sync_api import sync_playwright

    if (chromium := shutil.which("chromium")) is None:
        yield "  no Chromium here: first paint and weight were not measured"
        return
    pages = {"home": "/", **{what: drawn[what][0] for what in _DRAWN}}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for what, path in pages.items():
            seen = [_seen(browser, f"http://127.0.0.1:{port}{path}") for _ in range(_PAINTS)]
            paint, sent, words = (statistics.median(each) for each in zip(*seen, strict=True))
            yield (
                f"  {what:<12} first paint {paint:5.0f} ms   {sent / 1_000:6.1f} kB sent   "
                f"{(sent - words) / 1_000:6.1f} kB without its text"
            )
        browser.close()


def _seen(browser: Any, url: str) -> tuple[float, int, int]:
    """Milliseconds to the first paint; bytes sent; bytes of the words of the page when compressed alone."""
    context = browser.new_context()
    page, answers = context.new_page(), list[Any]()
    page.on("requestfinished", partial(list.append, answers))
    page.goto(quote(url, safe=":/?&=%@+!~"), wait_until="load")
    paint = page.evaluate(_PAINT)
    words = page.locator("main").text_content() or ""
    sent = sum(each.sizes()["responseBodySize"] for each in answers if "/margin" not in each.url)
    context.close()
    return paint, sent, len(gzip.compress(" ".join(words.split()).encode(), 5))


_PAINT: Final = """() => new Promise(told => new PerformanceObserver(seen => {
  const found = seen.getEntriesByName('first-contentful-paint')[0]; if (found) told(found.startTime)
}).observe({type: 'paint', buffered: true}))"""
