"""Whether the text that a resolution is compared with is the one that a reader would take."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from msgspec import Struct

import acquis
from acquis.archive.preparing import Prepared, prepare
from acquis.briefing.predecessor import predecessor
from acquis.secretariat import Secretariat
from evaluation.score import Score, share
from evaluation.un_texts import assembled, un_documents

VERDICTS = Path(__file__).parent / "verdicts" / "un_predecessors.json"
_AT_ONCE = 200


class Answer(Struct, frozen=True):
    """A resolution, the texts that are right to compare it with, the one that is chosen, and its grounds.

    Where none is right no predecessor is held, and none is to be chosen.
    """

    text: str
    right: frozenset[str]
    chosen: str | None
    because: str

    @property
    def is_right(self) -> bool:
        """Whether the choice is a reader's."""
        return self.chosen in self.right if self.right else self.chosen is None

    def __str__(self) -> str:
        return f"{self.text}: {self.chosen or 'none'} ({self.because}), not {', '.join(sorted(self.right)) or 'any'}"


def measure(shared: Path) -> list[Score]:
    """How many predecessors that are held are chosen, and how often none is chosen where none is held."""
    told = tuple(judged(shared))
    return [
        _right("predecessor held", [each for each in told if each.right]),
        _right("no predecessor held", [each for each in told if not each.right]),
    ]


def _right(task: str, answers: Sequence[Answer]) -> Score:
    right = sum(each.is_right for each in answers)
    return share(task, right, len(answers), "gold", "resolutions drawn by lot, judged by one reader")


def judged(shared: Path) -> Iterator[Answer]:
    """Each resolution of the verdicts with what is chosen for it among all United Nations documents at hand."""
    verdicts = json.loads(VERDICTS.read_text("utf-8"))["verdicts"]
    with tempfile.TemporaryDirectory() as folder:
        archive = acquis.open(str(Path(folder) / "un.acquis"), who="evaluation")
        try:
            _fill(archive, shared)
            for row in verdicts:
                yield _answer(archive, row["text"], frozenset(row["predecessors"]))
        finally:
            archive.store.close()


def _fill(archive: Secretariat, shared: Path) -> None:
    """Every document is there to be chosen wrongly."""
    waiting = _prepared(shared)
    while lot := list(islice(waiting, _AT_ONCE)):
        archive.keep(lot)


def _prepared(shared: Path) -> Iterator[Prepared]:
    for part in ("dev", "scale"):
        for document in un_documents(shared, part):
            yield prepare(assembled(document).text.encode(), Path(document["file"]).with_suffix(".txt").name)


def _answer(archive: Secretariat, text: str, right: frozenset[str]) -> Answer:
    choice = predecessor(archive, archive.get(text).document)
    if choice.first is None:
        return Answer(text, right, None, choice.why_none)
    return Answer(text, right, choice.first.text.work, choice.first.because)


if __name__ == "__main__":  # what is chosen otherwise than a reader would
    from evaluation.__main__ import folder

    if held := folder():
        print(*(each for each in judged(held) if not each.is_right), sep="\n")
