"""Scores as a table, as JSON, and as the page of the documentation."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from evaluation.score import Score

_TRUTHS = {
    "gold": ("Gold: labels made by people", ("gold", "judged by hand")),
    "silver": ("Silver: labels made by a rule or a model", ("silver", "near-gold")),
    "mechanical": ("Mechanical: true by construction", ("mechanical",)),
}


def table(scores: Sequence[Score], floors: Mapping[str, float]) -> str:
    """For a terminal: task, value, right of how many, floor, and what kind of truth it is measured against."""
    wide = max((len(score.task) for score in scores), default=0)
    lines: list[str] = []
    for title, group in _grouped(scores):
        lines += ["", title]
        lines += [
            f"  {s.task:<{wide}}  {s.value:6.4f}  {_count(s):>15}  {_floor(s, floors):>6}  {s.truth}" for s in group
        ]
    return "\n".join(lines).strip("\n")


def as_json(scores: Sequence[Score], floors: Mapping[str, float]) -> str:
    """One object: every score with its floor."""
    rows = [asdict(score) | {"floor": floors.get(score.task)} for score in scores]
    return json.dumps({"schema": "acquis-scores/1", "scores": rows}, ensure_ascii=False, indent=1)


def page(scores: Sequence[Score], floors: Mapping[str, float]) -> str:
    """The page for people, one sentence a line."""
    lines = [_OPENING]
    for title, group in _grouped(scores):
        lines += [
            f"\n## {title}\n",
            "| task | value | right / of | floor | truth | note |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        lines += [
            f"| {s.task} | {s.value:.4f} | {_count(s)} | {_floor(s, floors)} | {s.truth} | {s.note} |" for s in group
        ]
    return "\n".join([*lines, _CLOSING])


def _grouped(scores: Sequence[Score]) -> Iterator[tuple[str, list[Score]]]:
    for title, kinds in _TRUTHS.values():
        if group := [score for score in scores if score.truth in kinds]:
            yield title, group
    listed = {kind for _, kinds in _TRUTHS.values() for kind in kinds}
    if rest := [score for score in scores if score.truth not in listed]:
        yield "Other", rest


def _count(score: Score) -> str:
    return f"{score.right} / {score.of}"


def _floor(score: Score, floors: Mapping[str, float]) -> str:
    return f"{floors[score.task]:.4f}" if score.task in floors else "–"


_OPENING = """# Accuracy

How well acquis reads labelled texts.
This page is written by `python -m evaluation --write docs/accuracy.md`; `make score` prints the same table.
A score may rise and not fall: `evaluation/floors.json` holds the floor of every task, and a change that sinks one fails.
`python -m evaluation --raise` raises the floors to what was reached.

All figures are development scores: the rules were written with these documents at hand.
Three kinds of truth are kept apart, because a rule that agrees with another rule proves little.
"Right of the given" and "given of the known" are two figures because a wrong answer is worse than none."""

_CLOSING = """
## How the judged figures came about

Preambular and operative: the paragraphs outside annexes on which reader and label disagreed were counted, 100 of them drawn by lot (seed 2011), and judged by one reader with the text before and after each; `evaluation/verdicts/roles.json` holds the verdicts.
What was judged of the hundred stands for all disagreements; what was no paragraph of the text (a title, a meeting, a running line) counts for nobody; where reader and label agree, the label counts as right, though about one label in fifty is wrong.
The rules were mended after the draw with these documents at hand, so the figure is a development score too.
The interval covers the draw alone, and the disagreements stand in few documents, most of them scans in two columns.

Days: every day on which reader and label disagreed was judged from the text; `evaluation/verdicts/days.json` holds them.
Most were labels that took the last day of the session.

Treaties: 300 of the treaties that stand in the table of titles and days, drawn by lot (seed 1648).
The table has nicknames, English titles for texts in other languages, and some wrong days.
So a title counts as known where its words stand at the head of the text, and a day where the text states it.
"""
