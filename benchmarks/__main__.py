"""Runs the benchmarks, or a part by name: `python -m benchmarks receiving`, `search`, `pairs`, `lookup` …"""

import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks import lookup, mentions, precedents, reading_room, receiving, register, search

_SMALL = 200


def main(chosen: list[str]) -> None:
    """Prints a line a figure; with `full` the search goes to a million paragraphs and every file is received."""
    full = "full" in chosen
    parts = [name for name in chosen if name != "full"] or [
        "start",
        "receiving",
        "search",
        "pairs",
        "lookup",
        "mentions",
        "register",
        "reading-room",
    ]
    load = os.getloadavg()[0]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f}")
    if "start" in parts:
        print(f"acquis --help: {_start():.2f} s by the clock, the best of five")
    shared = Path(os.environ.get("ACQUIS_SHARED", "../shared")).resolve()
    for part in parts:
        if part in _REAL and not (shared / "data").is_dir():
            print(f"{part}: no real documents here: set ACQUIS_SHARED to the folder that holds them")
            continue
        for row in _rows(part, shared, full=full):
            print(row, flush=True)


_REAL = ("receiving", "pairs", "lookup", "mentions", "register", "reading-room")
"""The parts that need real documents."""


def _rows(part: str, shared: Path, *, full: bool) -> Iterable[object]:
    """The lines of a part."""
    match part:
        case "receiving":
            return receiving.run(shared, most=None if full else _SMALL)
        case "search":
            return search.run(search.FULL if full else search.SIZES)
        case "pairs":
            return precedents.run(shared, most=None if full else precedents.SMALL)
        case "lookup":
            return lookup.run(shared, lookup.FULL if full else lookup.SIZES)
        case "mentions":
            return mentions.run(shared)
        case "register":
            return register.run(shared)
        case "reading-room":
            return reading_room.run(shared)
    return ()


def _start() -> float:
    times = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "acquis", "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    return min(times)


if __name__ == "__main__":
    main(sys.argv[1:])
