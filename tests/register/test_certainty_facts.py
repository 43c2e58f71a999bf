"""What was not looked up is not called sure, in any file of facts or rules that comes with acquis."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import acquis

FILES = sorted((Path(acquis.__file__).parent / "register").glob("[fr]*s/*.yaml"))
BLIND = "not looked up"
SURE = ["low", "medium", "high"]


def sourced(value: Any) -> Iterator[dict[str, Any]]:
    """Every fact, organ or rule of a file that can say how sure it is."""
    for section in ("facts", "rules", "admissions"):
        yield from value.get(section, [])
    yield from value.get("organs", {}).values()


def most(fact: dict[str, Any], sources: dict[str, str]) -> str:
    """The most that may be said: low of what nobody looked up, medium where one of several sources was looked up."""
    named = fact["source"] if isinstance(fact["source"], list) else [fact["source"]]
    blind = [BLIND in sources.get(each, each) for each in named]
    return "low" if all(blind) else "medium" if any(blind) else "high"


def too_sure(held: dict[str, Any]) -> list[dict[str, Any]]:
    facts = [each for each in sourced(held) if each.get("source")]
    return [
        each
        for each in facts
        if SURE.index(each.get("certainty", "high")) > SURE.index(most(each, held.get("sources", {})))
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_not_looked_up_is_of_low_certainty(path: Path) -> None:
    assert [] == too_sure(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ({"source": "memory"}, 1),
        ({"source": "memory", "certainty": "medium"}, 1),
        ({"source": "memory", "certainty": "low"}, 0),
        ({"source": ["book", "memory"]}, 1),
        ({"source": ["book", "memory"], "certainty": "medium"}, 0),
        ({"source": "book"}, 0),
    ],
)
def test_a_fact_is_as_sure_as_its_sources(fact: dict[str, Any], expected: int) -> None:
    sources = {"book": "a book", "memory": "general knowledge, not looked up"}

    assert expected == len(too_sure({"sources": sources, "facts": [fact]}))


def test_all_files_of_facts_and_rules_are_judged() -> None:
    assert {"facts", "rules"} == {path.parent.name for path in FILES}
    assert len(FILES) > 12
