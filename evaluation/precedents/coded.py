"""Clauses whose parent people coded: whether the parent is found, the six of them listed."""

import json
from pathlib import Path
from typing import Any

from evaluation.precedents.corpus import Text, loaded
from evaluation.score import Score, share

_FIRST = 10


def measure(shared: Path) -> list[Score]:
    """The share of the coded parents among the first ten rows; links that nobody coded say nothing."""
    clauses = _read(shared, "clauses")
    by_number = {clause["clause_id"]: clause for clause in clauses}
    corpus = loaded(tuple(_texts(clauses, _read(shared, "documents"))), "coded")
    told = []
    for clause in clauses:
        parent = by_number.get(clause["parent_clause_id"])
        if parent is not None:
            found = corpus.found(clause["text"], _FIRST)
            told.append((clause["clause_id"], any(_address(parent, clauses) in row.addresses for row in found)))
    note = ", ".join(f"clause {number} {'found' if right else 'missed'}" for number, right in told)
    return [share("coded parents in the first ten", sum(right for _, right in told), len(told), "gold", note)]


def _texts(clauses: list[dict[str, Any]], documents: list[dict[str, Any]]) -> list[Text]:
    return [Text(_work(each["id"]), tuple(_of(each["id"], clauses)), day=each["adoption_date"]) for each in documents]


def _of(document: int, clauses: list[dict[str, Any]]) -> list[str]:
    return [clause["text"] for clause in clauses if clause["document_id"] == document]


def _address(clause: dict[str, Any], clauses: list[dict[str, Any]]) -> str:
    own = _of(clause["document_id"], clauses)
    return Text(_work(clause["document_id"]), ()).at(own.index(clause["text"]))


def _work(document: int) -> str:
    return f"coded:{document}"


def _read(shared: Path, name: str) -> list[dict[str, Any]]:
    lines = (shared / f"data/resolutionfinder/{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
