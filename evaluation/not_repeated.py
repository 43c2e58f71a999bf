"""What a brief says is not repeated from the text before, against a reader who laid the two texts side by side."""

import json
import tempfile
from pathlib import Path

import acquis
from acquis.archive.preparing import prepare
from acquis.model import Pinpoint
from evaluation.score import Score, share

_VERDICTS = Path(__file__).parent / "verdicts" / "sco_2007_2011_wording.json"


def measure(shared: Path) -> list[Score]:
    """Precision and recall of "wording not repeated": the reader found no clause of it again in the same words."""
    verdicts = json.loads(_VERDICTS.read_text("utf-8"))
    read = {each["paragraph"] for each in verdicts["verdicts"] if each["verdict"] != "wording"}
    said = _said(shared, verdicts["later"]) & {each["paragraph"] for each in verdicts["verdicts"]}
    return [
        share("2007 in 2011: said not to be repeated, rightly", len(said & read), len(said), "gold", "a second reader"),
        share("2007 in 2011: not repeated, and said so", len(said & read), len(read), "gold", "a second reader"),
    ]


def _said(shared: Path, later: str) -> set[str]:
    """The paths that the brief of the later seed says not to be repeated."""
    with tempfile.TemporaryDirectory() as folder:
        archive = acquis.open(str(Path(folder) / "seeds.acquis"), who="evaluation")
        archive.keep([prepare(path.read_bytes(), path.name) for path in sorted((shared / "seeds").glob("*.txt"))])
        gone = archive.brief(later).gone
        archive.store.close()
    return {part for each in gone if (part := Pinpoint(each.address).part)}
