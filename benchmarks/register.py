"""How fast the register answers: who held what on a day, who assented to a passage, what documents tell."""

import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from typing import Any, Final

import acquis
from acquis.model import Day, Document
from acquis.register.events import Act, Event, Source, known_on, numbered
from acquis.register.log import Log
from acquis.register.mentions import mentions_in
from acquis.register.spells import held_on
from acquis.register.told import events_in
from benchmarks.tree import Tree
from evaluation.reading import seen
from evaluation.register.mentions import document
from evaluation.un_texts import assembled, un_documents
from tests.archive.filled import vocabulary

SIZES: Final = (100_000, 1_000_000)
_ORGANISATIONS: Final = 100
_STATES: Final = 200
_DAYS: Final = 30_000
_QUERIES: Final = 100
_OF: Final = 20
"""So many of the organisations are asked about."""
_CARRIERS: Final = 1_000
_DOCUMENTS: Final = 40
_ROUNDS: Final = 2

Told = dict[str, Any]
Query = tuple[str, str]
"""An organisation and a day."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing and its figures in words."""

    what: str
    figures: str

    def __str__(self) -> str:
        return f"{self.what:<46}{self.figures}"


def run(shared: Path, sizes: Sequence[int] = SIZES) -> Iterator[Row]:
    """Each part in processes of its own, so that the memory of one is not counted to another."""
    for size in sizes:
        yield from _asked(size)
    yield from _assented()
    yield from _read(shared)


def _job(*what: str) -> Told:
    """Runs a part in a process of its own: its figures, and its peak memory in MB."""
    command = [sys.executable, "-m", "benchmarks.register", *what]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process, Tree(process.pid) as tree:
        told, _ = process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return {**json.loads(told), "peak": tree.peak}


# --- who held what on a day -------------------------------------------------------------------------------------------


def _asked(size: int) -> Iterator[Row]:
    ours, peer = _job("ask", str(size)), _job("sqlite", str(size))
    if ours["answers"] != peer["answers"]:
        raise AssertionError("the register and the plain table answer differently")
    name = f"{size:,} events"
    yield Row(f"{name}: who, on a day", f"{_times(ours)}   made ready in {ours['made']:.2f} s")
    yield Row(f"{name}: asked of one the first time", f"p50 {ours['first']:7.2f} ms")
    yield Row(f"{name}: the same of an SQLite table", f"{_times(peer)}   made ready in {peer['made']:.2f} s")
    ratios = "   ".join(f"{each} {ours[each] / peer[each]:.2f}" for each in ("p50", "p99"))
    yield Row(f"{name}: times what SQLite takes", f"{ratios}   (which gives no reasons and no proofs)")


def _times(told: Told) -> str:
    return f"p50 {told['p50']:7.2f} ms   p99 {told['p99']:7.2f} ms   peak {told['peak']:.0f} MB"


def _made(size: int) -> Iterator[Event]:
    """Events of a hundred organisations with two hundred states each, which join, are seen and leave by turns."""
    rng, proof, days = random.Random(size), Source("made up"), [Day.parse(_iso(n)) for n in range(_DAYS)]
    times = size // (len(_TURN) * _ORGANISATIONS * _STATES)
    slot = _DAYS // (times + 2)
    spells = ((nth, state, of) for nth in count(1) for state in range(_STATES) for of in range(_ORGANISATIONS))
    for nth, state, of in spells:
        acts = _TURN if nth <= times or rng.random() < 0.5 else _TURN[:-1]
        drawn = sorted(rng.sample(range((nth - 1) * slot, nth * slot), len(acts)))
        own: Told = {"actor": f"state:{state}", "object": f"org:o{of}", "role": "member", "nth": nth}
        yield from (Event(act=act, on=days[at], proof=proof, **own) for act, at in zip(acts, drawn, strict=True))


_TURN: Final = (Act.JOINED, Act.OBSERVED, Act.LEFT)


def _iso(day: int) -> str:
    return (date(1940, 1, 1) + timedelta(days=day)).isoformat()


def _queries() -> list[Query]:
    rng = random.Random(7)
    return [(f"org:o{rng.randrange(_OF)}", _iso(rng.randrange(_DAYS))) for _ in range(_QUERIES)]


def _ask(size: int) -> Told:
    """As the desk does: the events as they were known, by whom they are about, then the spells of one on a day."""
    events = list(islice(_made(size), size))
    began = time.perf_counter()
    log = Log(known_on(numbered(events), None))
    made = time.perf_counter() - began
    first = sorted(_clocked(log.spells, f"org:o{of}")[0] for of in range(_OF))
    told = _answered(
        lambda of, on: held_on(log.spells(of), Day.parse(on)),
        lambda held: (each.actor for each in held if each.sure),
    )
    return {**told, "made": made, "first": first[len(first) // 2]}


_TABLE: Final = "create table event (act text, actor text, object text, role text, nth integer, day text)"
_INDEXES: Final = (
    "create index began on event (object, act, day)",
    "create index ended on event (object, actor, role, nth, act, day)",
)
_HELD: Final = """
select distinct b.actor from event b where b.object = ? and b.act = 'joined' and b.day <= ? and not exists (
  select 1 from event e where e.object = b.object and e.actor = b.actor and e.role = b.role and e.nth = b.nth
  and e.act = 'left' and e.day <= ?)
"""


def _sqlite(size: int) -> Told:
    """The peer: the same events in a plain table with indexes made for this question."""
    events = list(islice(_made(size), size))
    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(f"{folder}/events.sqlite")
        began = time.perf_counter()
        db.execute(_TABLE)
        rows = ((e.act.value, e.actor, e.object, e.role, e.nth, str(e.on)) for e in events)
        db.executemany("insert into event values (?, ?, ?, ?, ?, ?)", rows)
        for index in (*_INDEXES, "analyze"):
            db.execute(index)
        db.commit()
        made = time.perf_counter() - began
        told = _answered(
            lambda of, on: db.execute(_HELD, (of, on, on)).fetchall(), lambda rows: (row[0] for row in rows)
        )
        db.close()
    return {**told, "made": made}


def _answered(answer: Callable[[str, str], Any], actors: Callable[[Any], Iterable[str]]) -> Told:
    """Milliseconds of every query, and one number over all answers, which is the same for the same answers."""
    asked = [_clocked(answer, *query) for query in _queries()]
    times = sorted(took for took, _ in asked)
    same = zlib.crc32("\n".join(" ".join(sorted(actors(found))) for _, found in asked).encode())
    return {"p50": times[_QUERIES // 2], "p99": times[_QUERIES * 99 // 100], "answers": same}


def _clocked(do: Callable[..., Any], *asked: str) -> tuple[float, Any]:
    """Milliseconds by the clock, and the answer."""
    began = time.perf_counter()
    found = do(*asked)
    return (time.perf_counter() - began) * 1_000, found


# --- who assented to a passage ----------------------------------------------------------------------------------------


def _assented() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        built, asked = _job("build", folder), _job("assent", folder)
    texts = asked["carriers"]
    yield Row(
        f"assent to a passage of {texts:,} texts",
        f"{asked['again']:.2f} s   {asked['again'] / texts * 1_000:.2f} ms a text   {asked['marks']:,} marks   "
        f"peak {asked['peak']:.0f} MB",
    )
    yield Row(
        "of that, to find the texts", f"{asked['uses']:.2f} s   the first time in a process {asked['first']:.2f} s"
    )
    yield Row(
        "before: texts received, events read, indexed",
        f"{built['receive']:.1f} s, {built['events']:.1f} s, {built['index']:.1f} s   peak {built['peak']:.0f} MB",
    )


_ORGANS: Final = (
    ("General Assembly", "A/RES/{session}/{number}"),
    ("Security Council", "S/RES/{number} ({year})"),
    ("Economic and Social Council", "E/RES/{year}/{number}"),
    ("Human Rights Council", "A/HRC/RES/{session}/{number}"),
)
_SHARED: Final = (
    "Calls upon all States that share a river to announce in good time every release of water which may raise its "
    "level below a dam, and to keep open by night and by day the telephone of the office that receives such notices"
)


def _texts(folder: Path) -> None:
    """A thousand made-up resolutions of four organs in ten years, each with the shared paragraph among its own."""
    rng = random.Random(5)
    words = vocabulary(2_000, rng)
    for number in range(_CARRIERS):
        (organ, symbol), year = _ORGANS[number % len(_ORGANS)], 2007 + number // len(_ORGANS) % 10
        own = symbol.format(session=year - 1945, year=year, number=number + 1)
        paragraphs = [" ".join(rng.choices(words, k=30)).capitalize() for _ in range(3)]
        body = "\n\n".join(f"{n}. {each};" for n, each in enumerate((*paragraphs, _SHARED), 1))
        day = f"{1 + number % 28} March {year}"
        head = f"UNITED NATIONS\n\n{organ}\n\n{own}\n\n{day}\n\nRivers and their banks\n\nThe {organ},"
        foot = f"5. Decides to return to the matter.\n\nAdopted without a vote on {day}.\n"
        (folder / f"{number}.txt").write_text(f"{head}\n\n{body}\n\n{foot}", "utf-8")


def _build(place: str) -> Told:
    """Receives the texts; then what documents tell and the index of words, each brought up to date."""
    (Path(place) / "texts").mkdir()
    _texts(Path(place) / "texts")
    archive = acquis.open(f"{place}/made.acquis", who="benchmark")
    received = _clocked(lambda: archive.receive([f"{place}/texts"], workers=2))[0]
    events = _clocked(archive.register.events)[0]
    index = _clocked(archive.precedents.rebuild)[0]
    archive.store.close()
    return {"receive": received / 1_000, "events": events / 1_000, "index": index / 1_000}


def _assent(place: str) -> Told:
    """The table of one passage: first in a process that knows nothing yet, then again."""
    archive = acquis.open(f"{place}/made.acquis", who="benchmark")
    address = next(
        str(found.document.address.at(part.path))
        for found in (archive.get(entry.address) for entry in archive.list())
        for part in found.document.paragraphs
        if _SHARED[:40] in part.span.of(found.document.text)
    )
    first, _ = _clocked(archive.assent, address)
    again, ledger = min((_clocked(archive.assent, address) for _ in range(_ROUNDS)), key=lambda each: each[0])
    uses = min(_clocked(archive.precedents.uses, address)[0] for _ in range(_ROUNDS))
    archive.store.close()
    told = {"first": first / 1_000, "again": again / 1_000, "uses": uses / 1_000}
    marks = sum(len(carrier.marks) for carrier in ledger.carriers)
    return {**told, "carriers": len(ledger.carriers), "marks": marks}


# --- what documents tell ----------------------------------------------------------------------------------------------


def _read(shared: Path) -> Iterator[Row]:
    told = _job("events", str(shared))
    yield Row(
        f"events read from {_DOCUMENTS} documents",
        f"{told['size'] / told['events']:.2f} MB/s   {told['found']:,} events   peak {told['peak']:.0f} MB",
    )
    yield Row(
        "of that, their mentions",
        f"{told['size'] / told['mentions']:.2f} MB/s   {told['mentions'] / told['events']:.0%} of the time",
    )


def _events(shared: str) -> Told:
    """Both by turns, the best of some rounds, by the time of the processor."""
    held = [document(seen(text.encode(), "document.txt")) for text in _drawn(Path(shared))]
    ways: dict[str, Callable[[Document], Iterable[object]]] = {"events": events_in, "mentions": mentions_in}
    best, found = dict.fromkeys(ways, float("inf")), dict.fromkeys(ways, 0)
    for way in [*ways] * _ROUNDS:
        began = time.process_time()
        found[way] = sum(len(list(ways[way](each))) for each in held)
        best[way] = min(best[way], time.process_time() - began)
    return {**best, "found": found["events"], "size": sum(len(each.text.encode()) for each in held) / 1e6}


def _drawn(shared: Path) -> Iterator[str]:
    yield from (assembled(held).text for held in islice(un_documents(shared, "dev"), _DOCUMENTS))


_JOBS: Final[dict[str, Callable[[str], Told]]] = {
    "ask": lambda size: _ask(int(size)),
    "sqlite": lambda size: _sqlite(int(size)),
    "build": _build,
    "assent": _assent,
    "events": _events,
}

if __name__ == "__main__":
    _, job, given = sys.argv
    print(json.dumps(_JOBS[job](given)))
