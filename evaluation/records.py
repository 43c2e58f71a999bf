"""Record fields of documents of which they are known: symbol, day, sponsors, title, source and the like."""

import csv
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from acquis.organisations._symbols import normal_symbol
from evaluation.fields import Tally, folded, same_day
from evaluation.reading import Seen, seen, un_read
from evaluation.score import Score, share

_HEAD = 3000
_VERDICTS = Path(__file__).parent / "verdicts" / "days.json"


def measure(shared: Path) -> list[Score]:
    """The two seeds, United Nations documents as text, drafts as PDF, and documents as DOCX."""
    return [*seeds(shared), *united_nations(shared), *drafts(shared), *word_files(shared)]


# What the two founding documents say of themselves, as people read them; titles and source are read from the annotation.
_SEEDS = {
    "000_": {
        "place": "Astana",
        "date.adoption": "2011-06-15",
        "database": "The World and Japan",
        "collection": "Database of Japanese Politics and International Relations",
        "organisation": "sco",
        "organ": "CHS",
        "kind": "declaration",
        "language": "en",
    },
    "003_": {
        "place": "Bishkek",
        "date.adoption": "2007-08-16",
        "date.publication": "2007-08-16",
        "organisation": "sco",
        "organ": "CHS",
        "kind": "declaration",
        "language": "en",
    },
}


def seeds(shared: Path) -> list[Score]:
    """Every field of both, and the institutions that keep the first."""
    right = of = 0
    wrong: list[str] = []
    for prefix, known in _SEEDS.items():
        path = next((shared / "seeds").glob(f"{prefix}*.txt"))
        document = _file(path)
        for field, value in (known | _annotated(shared, path)).items():
            given = document.record.value(field)
            right, of = right + (given == value), of + 1
            wrong += [] if given == value else [f"{field}: {given!r}"]
        if prefix == "000_":
            right, of = right + (len(document.record.values("keeper")) == 2), of + 1
    return [share("record of the two founding documents: fields", right, of, "gold", "; ".join(wrong))]


def _annotated(shared: Path, path: Path) -> dict[str, str]:
    """The fields in the words of others: of 2011 from its annotation, of 2007 the line that heads its file."""
    if path.name.startswith("003_"):
        return {"title": path.read_text("utf-8").splitlines()[0].strip()}
    noted = json.loads((shared / "gold" / "structure_sco2011.json").read_text("utf-8"))["metadata"]
    return {"title": noted["title"], "source": noted["source"]}


def united_nations(shared: Path) -> list[Score]:
    """The document's own symbol from its text alone (its file has no name), and its day of adoption."""
    symbol = Tally("record of UN documents, symbol", "mechanical", "from the text alone")
    day = Tally("record of UN documents, day against labels", "silver", "days by a regular expression")
    true = Tally("record of UN documents, day", "judged by hand", "where reader and label disagree, judged by hand")
    days, judged = _days(shared), _judged()
    for text, document in un_read(shared):
        given = document.record.value("symbol")
        if given or _printed(text.symbol, text.text[:_HEAD]):
            symbol.take(given, right=_symbol(given) == _symbol(text.symbol))
        if known := days.get(text.symbol):
            found = _day(document)
            day.take(found, right=same_day(found, known))
            true.take(found, right=same_day(found, judged.get(text.symbol, known)))
    return [*symbol.scores(), *true.scores(), day.scores()[0]]


def _printed(symbol: str, head: str) -> bool:
    """Whether a reader could know the symbol from the head: it stands there, or the resolution's number does."""
    return symbol in head or f"{symbol.rsplit('/RES/', maxsplit=1)[-1]}." in head.replace(" ", "")


def _day(document: Seen) -> str | None:
    given, _ = document.record.day
    return str(given) if given else None


@cache
def _days(shared: Path) -> dict[str, str]:
    with (shared / "data" / "un_documents" / "dates.tsv").open(encoding="utf-8", newline="") as file:
        return {row["symbol"]: row["date"] for row in csv.DictReader(file, delimiter="\t") if row["date"]}


def _judged() -> dict[str, str]:
    return {row["symbol"]: row["truth"] for row in json.loads(_VERDICTS.read_text(encoding="utf-8"))["verdicts"]}


def drafts(shared: Path) -> list[Score]:
    """Symbol, day and sponsors of draft resolutions, read from the PDF."""
    symbol, day = Tally("record of drafts in PDF, symbol", "silver"), Tally("record of drafts in PDF, day", "silver")
    named = wanted = 0
    for path in sorted((shared / "data" / "unsc_drafts_pdf").glob("*.pdf")):
        known = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        document = _nameless(path)
        symbol.take(given := document.record.value("symbol"), right=_symbol(given) == known["ID"])
        found = _day(document)
        day.take(found, right=same_day(found, _iso(known["Date"])))
        sponsors = folded(document.record.value("sponsors"))
        named += sum(folded(state) in sponsors for state in known["Authors"])
        wanted += len(known["Authors"])
    return [*symbol.scores(), *day.scores(), share("record of drafts in PDF, sponsors: found", named, wanted, "silver")]


def word_files(shared: Path) -> list[Score]:
    """Symbols of documents in DOCX, which their file names spell; the reader sees the text alone."""
    tally = Tally("record of documents in DOCX, symbol", "mechanical", "from the text alone")
    for path in sorted((shared / "data" / "mandates_docx").glob("*.docx")):
        given = _nameless(path).record.value("symbol")
        tally.take(given, right=folded(given) == folded(path.stem))
    return tally.scores()


def _symbol(printed: str | None) -> str | None:
    return (normal_symbol(printed) or printed) if printed else None


def _iso(words: str) -> str:
    day, month, year = words.split()
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    return f"{year}-{months.index(month) + 1:02}-{int(day):02}"


def _file(path: Path) -> Seen:
    return seen(path.read_bytes(), path.name)


@cache
def _nameless(path: Path) -> Seen:
    return seen(path.read_bytes(), f"document{path.suffix}")


def files(shared: Path) -> Iterator[Seen]:
    """Every file read here that is no United Nations text."""
    for path in sorted((shared / "seeds").glob("*.txt")):
        yield _file(path)
    for folder, shape in (("unsc_drafts_pdf", "*.pdf"), ("mandates_docx", "*.docx")):
        yield from map(_nameless, sorted((shared / "data" / folder).glob(shape)))
