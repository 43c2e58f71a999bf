"""Scores the reader on labelled texts and compares with the floors: `python -m evaluation`."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from evaluation import (
    certificates,
    citations,
    founding,
    not_repeated,
    numbering,
    predecessors,
    records,
    roles,
    samples,
    segmentation,
    sentences,
    soundness,
    treaties,
)
from evaluation.floors import FLOORS, Fallen, below, held, raised, save
from evaluation.precedents import bills, coded, drafts, planted, recurrences, seeds, tongues
from evaluation.precedents import samples as lineages
from evaluation.register import facts as register_facts
from evaluation.register import igo
from evaluation.register import mentions as register_mentions
from evaluation.register import samples as register_samples
from evaluation.register import treaties as register_treaties
from evaluation.score import Score
from evaluation.table import as_json, page, table

ROOT = Path(__file__).resolve().parents[1]
_READING: tuple[Callable[[Path], list[Score]], ...] = (
    segmentation.measure,
    sentences.measure,
    numbering.measure,
    roles.measure,
    founding.measure,
    citations.measure,
    records.measure,
)

_AGREED: tuple[Callable[[Path], list[Score]], ...] = (
    planted.measure,
    tongues.measure,
    recurrences.measure,
    coded.measure,
    bills.measure,
    drafts.measure,
    seeds.measure,
    certificates.measure,
    not_repeated.measure,
    predecessors.measure,
)

_REGISTER: tuple[Callable[[Path], list[Score]], ...] = (
    register_mentions.measure,
    register_facts.measure,
    igo.measure,
    register_treaties.measure,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints, and says what fell: 1 where a score is under its floor, else 0."""
    asked = _asked(arguments)
    shared = folder()
    if shared is None:
        print(_MISSING, file=sys.stderr)
    began = time.monotonic()
    scores = measured(shared)
    floors = held(FLOORS)
    if asked.up:
        floors = raised(floors, scores)
        save(FLOORS, floors)
    print(as_json(scores, floors) if asked.json else table(scores, floors))
    if asked.write:
        asked.write.write_text(page(scores, floors), encoding="utf-8")
    fallen = below(scores, floors, complete=shared is not None)
    print(_closing(scores, fallen, time.monotonic() - began), file=sys.stderr)
    return 1 if fallen else 0


_MISSING = (
    "The real texts are not here: set ACQUIS_SHARED to their folder, or put it beside this one as ../shared.\n"
    "Only the project's own samples are scored; the floors of everything else are not checked."
)


def folder() -> Path | None:
    """The folder of real documents: named by ACQUIS_SHARED, or beside the checkout; None where there is none."""
    found = Path(os.environ.get("ACQUIS_SHARED") or ROOT.parent / "shared")
    return found if (found / "seeds").is_dir() else None


def measured(shared: Path | None) -> list[Score]:
    """All scores: of the samples always, of the real texts where they are."""
    own = soundness.of_samples()
    mine = [*samples.measure(), *lineages.measure(), *register_samples.measure(), *_apart(soundness.scores(own))]
    if shared is None:
        return mine
    with ProcessPoolExecutor(max_workers=2) as pool:
        agreed = pool.submit(_agreed, shared)
        known = pool.submit(_registered, shared)
        drawn, read = pool.submit(_treaties, shared), pool.submit(_documents, shared)
        (found, promises), (others, more) = read.result(), drawn.result()
        found += [*agreed.result(), *known.result()]
    return [*found, *others, *mine, *soundness.scores(own.plus(promises).plus(more))]


def _agreed(shared: Path) -> list[Score]:
    return [score for measure in _AGREED for score in measure(shared)]


def _registered(shared: Path) -> list[Score]:
    return [score for measure in _REGISTER for score in measure(shared)]


def _documents(shared: Path) -> tuple[list[Score], soundness.Held]:
    return [score for measure in _READING for score in measure(shared)], soundness.of_documents(shared)


def _treaties(shared: Path) -> tuple[list[Score], soundness.Held]:
    return treaties.measure(shared), soundness.of_treaties(shared)


def _apart(scores: Sequence[Score]) -> list[Score]:
    """What was measured on fewer texts has another name, so that it is not held against the same floor."""
    return [Score(f"samples: {s.task}", s.value, s.right, s.of, s.truth, s.note) for s in scores]


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    parser.add_argument(
        "--raise", dest="up", action="store_true", help="raise the floors to what was reached; none falls"
    )
    parser.add_argument("--write", type=Path, metavar="PAGE", help="also write the page for people (docs/accuracy.md)")
    return parser.parse_args(arguments)


def _closing(scores: Sequence[Score], fallen: Sequence[Fallen], seconds: float) -> str:
    return "\n".join([*map(str, fallen), f"{len(scores)} scores in {seconds:.0f} s; {len(fallen)} under their floor."])


if __name__ == "__main__":
    sys.exit(main())
