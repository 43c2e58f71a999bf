"""Runs the benchmarks, or a part by name: `python -m benchmarks receiving`, `search`, `start`."""

import os
import platform
import subprocess
import sys
import time
from pathlib import Path

from benchmarks import receiving, search

_SMALL = 200


def main(chosen: list[str]) -> None:
    """Prints a line a figure; with `full` the search goes to a million paragraphs and every file is received."""
    full = "full" in chosen
    parts = [name for name in chosen if name != "full"] or ["start", "receiving", "search"]
    load = os.getloadavg()[0]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f}")
    if "start" in parts:
        print(f"acquis --help: {_start():.2f} s by the clock, the best of five")
    if "receiving" in parts:
        shared = Path(os.environ.get("ACQUIS_SHARED", "../shared"))
        if (shared / "data").is_dir():
            for row in receiving.run(shared, most=None if full else _SMALL):
                print(row, flush=True)
        else:
            print("no real documents here: set ACQUIS_SHARED to the folder that holds them")
    if "search" in parts:
        for found in search.run(search.FULL if full else search.SIZES):
            print(found, flush=True)


def _start() -> float:
    times = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "acquis", "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    return min(times)


if __name__ == "__main__":
    main(sys.argv[1:])
