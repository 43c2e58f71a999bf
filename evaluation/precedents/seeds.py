"""Two declarations four years apart: what a search says of each earlier paragraph, against a careful reading."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import acquis
from acquis.archive.preparing import prepare
from acquis.model import Pinpoint
from evaluation.precedents.corpus import addresses, rows, words_at
from evaluation.score import Score, share

_VERDICTS = Path(__file__).parents[1] / "verdicts" / "sco_2007_2011.json"


def measure(shared: Path) -> list[Score]:
    """How many subjects are found where they are taken up, and how many are rightly not found."""
    told = list(judged(shared))
    taken = [(wanted, named) for verdict, wanted, named in told if verdict != "not repeated"]
    found = sum(bool(wanted & named) for wanted, named in taken)
    silent = sum(not named for verdict, _, named in told if verdict == "not repeated")
    gone = len(told) - len(taken)
    rows_named = sum(len(named) for _, _, named in told)
    rows_right = sum(len(wanted & named) for _, wanted, named in told)
    return [
        share("2007 in 2011: taken up, and found there", found, len(taken), "gold", "all of them in other words"),
        share("2007 in 2011: not repeated, and not found", silent, gone, "gold"),
        share("2007 in 2011: paragraphs rightly named", rows_right, rows_named, "gold"),
    ]


def judged(shared: Path) -> Iterator[tuple[str, set[str], set[str]]]:
    """Each verdict with the paths where the subject stands, and the paths that a search names."""
    verdicts = json.loads(_VERDICTS.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        archive = acquis.open(str(Path(folder) / "seeds.acquis"), who="evaluation")
        archive.keep([prepare(path.read_bytes(), path.name) for path in sorted((shared / "seeds").glob("*.txt"))])
        known, held = addresses(archive.store), words_at(archive.store)
        earlier = str(archive.get(verdicts["earlier"]).document.address)
        for row in verdicts["verdicts"]:
            words = held[f"{earlier}#{row['paragraph']}"]
            found = rows(archive.precedents.find(words, limit=10, year=verdicts["later"][4:8]), known)
            named = {Pinpoint(address).part for each in found for address in each.addresses}
            yield row["verdict"], {*row["where"], *row["also"]}, {part for part in named if part}
        archive.store.close()
