"""How often the sentences found begin and end where people say they do."""

import json
import re
from pathlib import Path
from typing import Any

from acquis.structure.sentences import sentences
from evaluation.score import Score, f1, share

_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[IVX]{1,6})[.)]")


def measure(shared: Path) -> list[Score]:
    """The declaration of 2011, and twenty legal decisions whose lines are broken by hand."""
    return [*declaration(shared), *decisions(shared)]


def declaration(shared: Path) -> list[Score]:
    """Exact spans of the sentences of each paragraph, printed numbers aside."""
    gold = json.loads((shared / "gold" / "structure_sco2011.json").read_text())
    text = next((shared / "seeds").glob("000_*.txt")).read_bytes().decode("utf-8")
    found, wanted = set(), {(s["start"], s["end"]) for s in gold["sentences"]}
    for paragraph in gold["paragraphs"]:
        start = min(s["start"] for s in gold["sentences"] if s["paragraph"] == paragraph["id"])
        found |= {(start + s.start, start + s.end) for s in sentences(text[start : paragraph["end"]], "en")}
    return [f1("sentences: declaration, exact spans", len(found & wanted), len(found), len(wanted), "gold")]


def decisions(shared: Path) -> list[Score]:
    """Boundaries and exact spans in legal decisions.

    The text is read paragraph by paragraph (parted by blank lines), as the reader does. A sentence of the labels that
    spans a blank line is left out; so are the ends of paragraphs, which are no work of this rule.
    """
    exact = wanted = inner_right = inner_found = inner_wanted = 0
    for decision in json.loads((shared / "data" / "sentences" / "bva.json").read_text()).values():
        text, labels = decision["text"], _labels(decision)
        for start, end in _paragraphs(text):
            gold = [label for label in labels if start <= label[0] and label[1] <= end]
            if not gold or any(a < end and b > start for a, b in labels if not (start <= a and b <= end)):
                continue
            numbered = _NUMBER.fullmatch(text[start : gold[0][0]].strip())
            first = gold[0][0] if numbered else start
            mine = [(first + s.start, first + s.end) for s in sentences(text[first:end], "en")]
            exact, wanted = exact + len(set(gold) & set(mine)), wanted + len(gold)
            ends, theirs = {e for _, e in mine if e < gold[-1][1]}, {e for _, e in gold[:-1]}
            inner_right += len(ends & theirs)
            inner_found, inner_wanted = inner_found + len(ends), inner_wanted + len(theirs)
    return [
        f1("sentences: decisions, ends inside paragraphs", inner_right, inner_found, inner_wanted, "gold"),
        share("sentences: decisions, exact spans", exact, wanted, "gold"),
    ]


def _paragraphs(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text.replace("\r", " "))]


def _labels(decision: dict[str, Any]) -> list[tuple[int, int]]:
    """The spans labelled, without the white space around them and without those that are a printed number alone."""
    labels = []
    for label in decision["annotations"]:
        words = decision["text"][label["start"] : label["end"]]
        start = label["start"] + len(words) - len(words.lstrip())
        if words.strip() and not _NUMBER.fullmatch(words.strip()):
            labels.append((start, start + len(words.strip())))
    return labels
