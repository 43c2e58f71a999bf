"""Title and day of signature of treaties, drawn by lot from a collection of raw texts of every quality."""

import csv
import random
import re
import tarfile
from functools import cache
from pathlib import Path

from babel.dates import get_month_names
from rapidfuzz.fuzz import token_set_ratio

from acquis.errors import AcquisError
from evaluation.fields import Tally, same_day
from evaluation.reading import Seen, seen
from evaluation.score import Score, share

_SEED, _DRAWN, _ALIKE, _NEAR = 1648, 300, 85, 60
_LANGUAGES = ("en", "fr", "es", "ru", "de", "pt", "it")
_HEAD = 1500
_NOUNS = frozenset(
    {"agreement", "convention", "protocol", "treaty", "charter", "declaration", "amendment", "amendments"}
)
_ARTICLE = re.compile(r"^[ \t]*(?:article|artículo|статья)[ \t]+(\d{1,3})\b", re.IGNORECASE | re.MULTILINE)


def measure(shared: Path) -> list[Score]:
    """Of three hundred treaties: which can be read, and what of title and day of signature is right.

    The table has errors of its own, nicknames ("Albania Romania"), and English titles for texts in other languages: a
    title counts as known where its words stand at the head of the text, a day where the text states it. What is never
    signed has its day of adoption in the table.
    """
    title = Tally("record of treaties, title", "gold", "where its words stand at the head of the text")
    day = Tally("record of treaties, day", "gold", "of signature, else of adoption, where the text states it")
    drawn, table = sample(shared), _table(shared)
    texts = {name: document for name, document in drawn.items() if document is not None}
    for name, document in texts.items():
        row = table[name]
        if heads(document.extraction.source[:_HEAD], row["Title"]):
            given = document.record.value("title")
            title.take(given, right=token_set_ratio((given or "").casefold(), row["Title"].casefold()) >= _ALIKE)
        if row["Signature"] and states(document.extraction.source, row["Signature"]):
            signed = document.record.value("date.signature") or document.record.value("date.adoption")
            day.take(signed, right=same_day(signed, row["Signature"]))
    read = share("treaties: read without refusal", len(texts), len(drawn), "mechanical")
    return [read, *title.scores(), *day.scores(), _articles(list(texts.values()))]


@cache
def sample(shared: Path) -> dict[str, Seen | None]:
    """The treaties drawn, by their name in the table; None where the file was refused."""
    table = _table(shared)
    with tarfile.open(shared / "data" / "treaties" / "treaty_texts_raw.tar.gz") as archive:
        held = {_name(each.name): each for each in archive.getmembers() if each.isfile() and _name(each.name) in table}
        drawn = random.Random(_SEED).sample(sorted(held), min(_DRAWN, len(held)))
        files = {name: archive.extractfile(held[name]) for name in drawn}
        return {name: _read(file.read()) for name, file in files.items() if file}


def _read(content: bytes) -> Seen | None:
    try:
        return seen(content, "treaty.txt")
    except (AcquisError, ArithmeticError, LookupError, TypeError, ValueError):  # a crash counts as a refusal here
        return None


@cache
def _table(shared: Path) -> dict[str, dict[str, str]]:
    csv.field_size_limit(10**9)
    with (shared / "data" / "treaties" / "agreements_GGO.csv").open(encoding="utf-8", newline="") as file:
        return {row["treatyID"]: row for row in csv.DictReader(file) if row["Title"]}


def _name(path: str) -> str:
    """The table's name of a file: "CAN-IND[PAR]_1956A.txt" is CAN-IND_1956A, "(colon)" is a colon."""
    stem = path.rsplit("/", 1)[-1].removesuffix(".txt").replace("(colon)", ":")
    return re.sub(r"\[[^\]]*\]", "", stem)


def heads(head: str, title: str) -> bool:
    """Whether nearly all longer words of a title stand at the head of a text, a word for a kind of text among them."""
    words = set(re.findall(r"[^\W\d_]{4,}", title.casefold()))
    held = {word for word in words if word in head.casefold()}
    return bool(words & _NOUNS) and len(words) >= 3 and len(held) >= 0.9 * len(words)


def states(text: str, day: str) -> bool:
    """Whether the text states the day: its number, month and year within a few words, in one of seven languages."""
    year, month, number = day.split("-")
    names = "|".join(re.escape(get_month_names("wide", locale=tongue)[int(month)]) for tongue in _LANGUAGES)
    figure = rf"\b0?{int(number)}(?:st|nd|rd|th|er|º|\.)?"
    near = rf"[^\d]{{0,{_NEAR}}}"
    shapes = (rf"{figure}\b{near}?(?:{names}){near}?\b{year}", rf"(?:{names})\s+{figure},?\s+{year}")
    return any(re.search(shape, text, re.IGNORECASE) for shape in shapes)


def _articles(documents: list[Seen]) -> Score:
    """Of the articles that stand at the start of a line, number and all, those that are articles of the reading."""
    wanted = found = 0
    for document in documents:
        printed = {match[1] for match in _ARTICLE.finditer(document.extraction.source)}
        read = {
            part.path.split(".")[-1].removeprefix("art") for part in document.reading.parts if part.kind == "article"
        }
        wanted, found = wanted + len(printed), found + len(printed & read)
    return share("treaties: articles printed at the start of a line", found, wanted, "mechanical")
