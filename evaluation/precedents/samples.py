"""The sample organisation's planted lineage: what was carried on, changed, split, merged and dropped."""

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

import acquis
from acquis.archive.preparing import prepare
from acquis.precedents.desk import Precedents
from evaluation.precedents.corpus import Row, addresses, rows, words_at
from evaluation.precedents.judging import holds, shares
from evaluation.samples import HOME, known
from evaluation.score import Score, share

_FIRST = 10
_SAME = 0.5
_KINDS = {
    "verbatim": {
        "identical",
        "quotation",
        "formula",
        "partial",
    },  # of a longer paragraph one sentence may be carried on
    "strengthened": {"adapted", "mixed", "partial", "quotation"},
    "weakened": {"adapted", "mixed", "partial"},
    "reworded": {"adapted", "mixed"},
    "split": {"partial", "mixed"},
    "merged": {"partial", "mixed"},
}
"""The kinds that tell each planted relation rightly; how strong a verb is, a search does not say."""


class Answer(Struct, frozen=True):
    """A planted relation, whether the earlier words are among the first ten rows, and the kinds of rows that show them.

    Where the same words stand in a third text too, a row may show that one, and says nothing of the relation.
    """

    id: str
    relation: str
    found: bool
    kinds: tuple[str, ...] = ()

    @property
    def told(self) -> bool:
        """Whether the kind fits the relation."""
        return any(kind in _KINDS[self.relation] for kind in self.kinds)


def measure() -> list[Score]:
    """Earlier words found for each later one, by relation, and what was dropped not found where it is not."""
    answers = list(judged())
    kept = [each for each in answers if each.relation != "dropped"]
    asked, right = Counter(each.relation for each in kept), Counter(each.relation for each in kept if each.found)
    by = ", ".join(f"{relation} {right[relation]}/{count}" for relation, count in asked.items())
    told = [each for each in kept if each.kinds]
    dropped = [each for each in answers if each.relation == "dropped"]
    return [
        share("samples: earlier wording in the first ten", right.total(), len(kept), "mechanical", by),
        share("samples: kind of relation", sum(each.told for each in told), len(told), "mechanical", "of those shown"),
        share("samples: dropped, and not found again", sum(each.found for each in dropped), len(dropped), "mechanical"),
    ]


def judged() -> Iterator[Answer]:
    """Every planted relation with what a search says of it."""
    with tempfile.TemporaryDirectory() as folder:
        archive = acquis.open(str(Path(folder) / "samples.acquis"), who="evaluation")
        kept = archive.keep([prepare(path.read_bytes(), path.name) for path in sorted((HOME / "osr").iterdir())])
        files = {Path(each.name).name: str(each.address) for each in kept if each.address}
        held = _Held(archive.precedents, files, addresses(archive.store), words_at(archive.store))
        for planted in json.loads((HOME / "truth.json").read_text("utf-8"))["lineage"]:
            yield from (held.dropped(planted),) if planted["relation"] == "dropped" else held.carried(planted)
        archive.store.close()


class _Held(Struct, frozen=True):
    """The sample archive: its room, the address of each file, and address and words of each passage."""

    precedents: Precedents
    files: dict[str, str]
    addresses: dict[int, str]
    words: dict[str, str]

    def carried(self, planted: dict[str, Any]) -> Iterator[Answer]:
        """Every later passage against every earlier one that it comes from."""
        for later in planted["later"]:
            day = known()[later["file"]]["date"]
            found = self.precedents.find(later["quote"], limit=_FIRST, on=day, earlier=True)
            told = list(zip(found.precedents, rows(found, self.addresses), strict=True))
            for earlier in planted["earlier"]:
                met = [(each, row) for each, row in told if self._is_of(row, earlier)]
                shown = (each for each, row in met if row.address.startswith(f"{self.files[earlier['file']]}#"))
                kinds = tuple(str(each.kind) for each in shown)
                yield Answer(planted["id"], planted["relation"], bool(met), kinds)

    def dropped(self, planted: dict[str, Any]) -> Answer:
        """Whether half of the words are nowhere found in the document that dropped them."""
        quote = planted["earlier"][0]["quote"]
        found = rows(self.precedents.find(quote, limit=_FIRST), self.addresses)
        inside = [address for row in found for address in self._in(row, planted["absent_from"])]
        again = any(shares(quote, self.words[address]) >= _SAME for address in inside)
        return Answer(planted["id"], planted["relation"], not again)

    def _is_of(self, row: Row, earlier: dict[str, Any]) -> bool:
        """Whether a row stands for a passage of the earlier document that holds the quotation."""
        return any(holds(self.words[address], earlier["quote"]) for address in self._in(row, earlier["file"]))

    def _in(self, row: Row, file: str) -> list[str]:
        return [address for address in row.addresses if address.startswith(f"{self.files[file]}#")]
