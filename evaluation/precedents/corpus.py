"""Archives of real paragraphs to search in, loaded below the parser: one document is one reading."""

import hashlib
import json
import re
import shutil
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from lxml import etree
from msgspec import Struct
from sqlalchemy import select

from acquis.archive import queries
from acquis.archive.tables import EXPRESSIONS, METADATA, PASSAGES
from acquis.model import Pinpoint
from acquis.precedents.desk import Precedents
from acquis.precedents.found import Found
from acquis.store import Store, open_store
from evaluation.un_texts import un_documents

_VERSION = "1"
_FEW, _LONG = 6, 150
_BLANK = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"(?<=[.;:。；])\s*(?=\S)")
_AT_ONCE = 200

DAYS: dict[str, tuple[str, str]] = {
    "E/RES/1988/13": ("1988-05-25", "the meeting over and under the text; the label is a day that it cites"),
    "E/RES/1990/52": ("1990-07-24", "the meeting under the text; the label is a day that it cites"),
    "E/RES/1992/29": ("1992-07-30", "the meeting under the text; the label is a day that it cites"),
}
"""Days of dates.tsv that were read again and found wrong, each with the reason; more are in verdicts/days.json."""


class Text(Struct, frozen=True):
    """A document to be loaded: its work, language and day, and its paragraphs."""

    work: str
    paragraphs: tuple[str, ...]
    language: str = "en"
    day: str | None = None

    @property
    def address(self) -> str:
        """Its address, without a part."""
        return f"{self.work}@{self.language}"

    def at(self, paragraph: int) -> str:
        """The address of a paragraph, counted from 0."""
        return f"{self.address}#p{paragraph + 1}"


class Row(Struct, frozen=True):
    """One row of an answer: the address that it shows, those of all it stands for, the wordings, the nearest first."""

    address: str
    addresses: frozenset[str]
    wordings: tuple[str, ...]


class Corpus(Struct, frozen=True):
    """The texts of an archive, the room that finds their words again, and the address of every passage."""

    texts: tuple[Text, ...]
    precedents: Precedents
    addresses: dict[int, str]

    def found(self, words: str, limit: int = 50, **filters: str) -> list[Row]:
        """What `find` answers, row by row."""
        return rows(self.precedents.find(words, limit=limit, **filters), self.addresses)


def rows(found: Found, addresses: Mapping[int, str]) -> list[Row]:
    """The rows of an answer: the only place that knows how an answer is built."""
    return [
        Row(
            str(each.address),
            frozenset(addresses[number] for number in each.passages),
            (each.words, *(other.words for other in each.others)),
        )
        for each in found.precedents
    ]


def earliest(found: Found) -> str | None:
    """The address of the earliest use that an answer names: the only place that knows how it does."""
    return str(found.earliest.address) if found.earliest else None


def addresses(store: Store) -> dict[int, str]:
    """The address of every passage of an archive, by its number in the store."""
    with store.reading() as db:
        return {row.id: f"{row.address}#{row.path}" for row in db.execute(_passages_of(PASSAGES.c.id))}


def words_at(store: Store) -> dict[str, str]:
    """The words of every passage of an archive, by its address."""
    with store.reading() as db:
        return {f"{row.address}#{row.path}": row.words for row in db.execute(_passages_of(PASSAGES.c.words))}


def _passages_of(column: Any) -> Any:
    query = select(column, PASSAGES.c.path, EXPRESSIONS.c.address)
    return query.join(EXPRESSIONS, EXPRESSIONS.c.reading == PASSAGES.c.reading)


@cache
def english(shared: Path) -> Corpus:
    """The United Nations documents, and the treaties with them."""
    return loaded((*united_nations(shared), *_treaties(shared)), "english")


@cache
def tongue(shared: Path, language: str) -> Corpus:
    """What is at hand in another language: the declaration of human rights, the charter, our own samples."""
    texts = (*_declaration(shared, language), *_charter(shared, language), *_samples(language))
    return loaded(texts, language)


def loaded(texts: Sequence[Text], name: str) -> Corpus:
    """An archive with those texts, made once and kept in the temporary folder under the hash of its words."""
    folder = Path(tempfile.gettempdir()) / "acquis-evaluation" / f"{name}-{_hash(texts)}"
    if not folder.is_dir():
        _made(folder, texts)
    store = open_store(str(folder), METADATA)
    return Corpus(tuple(texts), Precedents(store), addresses(store))


def _hash(texts: Iterable[Text]) -> str:
    made = hashlib.sha256(_VERSION.encode())
    for each in texts:
        made.update("\0".join((each.address, each.day or "", *each.paragraphs)).encode("utf-8", "surrogatepass"))
    return made.hexdigest()[:16]


def _made(folder: Path, texts: Iterable[Text]) -> None:
    """Written beside its place and moved there whole: a folder of that name is complete."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=folder.parent))
    store, waiting = open_store(str(beside), METADATA), iter(texts)
    while lot := list(islice(waiting, _AT_ONCE)):
        with store.writing() as db:
            for each in lot:
                keep(db, each)
    store.close()
    try:
        beside.rename(folder)
    except OSError:  # another run was first
        shutil.rmtree(beside)


def keep(db: Any, each: Text) -> None:
    """One document, as the archive would write it."""
    seq = queries.add_change(db, "add", each.address, who="evaluation")
    sha256 = hashlib.sha256("\n".join((each.address, *each.paragraphs)).encode("utf-8", "surrogatepass")).hexdigest()
    queries.add_file(db, sha256=sha256, name="made", size=0, media_type="text/plain", content=b"", seq=seq)
    own = {"sha256": sha256, "text_hash": sha256, "words_hash": sha256, "reader": "evaluation/1", "body": b""}
    reading = queries.add_reading(db, _passages(each.paragraphs), **own)
    held = {"work": each.work, "language": each.language, "day": each.day, "title": each.work, "state": "kept"}
    more = {"organisation": each.work.partition(":")[0], "marking": "public", "standing": "official"}
    queries.add_expression(db, address=each.address, reading=reading, record=json.dumps({}), since=seq, **held, **more)


def _passages(paragraphs: Sequence[str]) -> Iterator[dict[str, Any]]:
    start = 0
    for n, words in enumerate(paragraphs):
        own = {"n": n, "path": f"p{n + 1}", "kind": "paragraph", "number": None, "level": 1, "words": words}
        yield {**own, "start": start, "end": start + len(words)}
        start += len(words) + 1


# --- where the texts come from ----------------------------------------------------------------------------------


def days(shared: Path) -> dict[str, str]:
    """The day of every United Nations document that has one, corrected where the list is wrong."""
    lines = (shared / "data/un_documents/dates.tsv").read_text("utf-8").splitlines()[1:]
    stated = {symbol: day for symbol, day, *_ in (line.split("\t") for line in lines) if day}
    return stated | {symbol: day for symbol, day in _corrected() if symbol in stated}


def _corrected() -> Iterator[tuple[str, str]]:
    verdicts = json.loads((Path(__file__).parents[1] / "verdicts" / "days.json").read_text("utf-8"))["verdicts"]
    yield from ((row["symbol"], row["truth"]) for row in verdicts)
    yield from ((symbol, day) for symbol, (day, _) in DAYS.items())


def united_nations(shared: Path) -> Iterator[Text]:
    """The United Nations documents, those of the development set first."""
    stated = days(shared)
    for part in ("dev", "scale"):
        for held in un_documents(shared, part):
            words = tuple(each["text"] for each in held["paragraphs"])
            yield Text(_work("un", held["symbol"]), words, day=stated.get(held["symbol"]))


def _work(scheme: str, name: str) -> str:
    """An address that is well formed, whatever stands in a symbol."""
    return str(Pinpoint(f"{scheme}:{re.sub(r'[^A-Za-z0-9/().-]', '-', name)}"))


def _treaties(shared: Path) -> Iterator[Text]:
    with tarfile.open(shared / "data/treaties/treaty_texts_raw.tar.gz") as archive:
        for each in archive:
            file = archive.extractfile(each) if each.isfile() else None
            if file and (words := tuple(_pieces(_decoded(file.read())))):
                yield Text(_work("treaty", Path(each.name).stem), words)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _pieces(text: str) -> Iterator[str]:
    """The paragraphs of a raw text: blank lines part them, and one without any is parted at the ends of sentences."""
    for block in _BLANK.split(text):
        words = " ".join(block.split())
        yield from (each for each in _cut(words) if len(each.split()) >= _FEW)


def _cut(words: str) -> Iterator[str]:
    held: list[str] = []
    for sentence in _SENTENCE.split(words):
        held.append(sentence)
        if sum(len(each.split()) for each in held) >= _LONG:
            yield " ".join(held)
            held = []
    yield " ".join(held)


_UDHR = {"en": "eng", "fr": "fra", "ru": "rus", "zh": "cmn_hans", "ja": "jpn"}


def _declaration(shared: Path, language: str) -> Iterator[Text]:
    root = etree.parse(str(shared / f"data/udhr/udhr_{_UDHR[language]}.xml")).getroot()
    words = tuple(" ".join("".join(map(str, each.itertext())).split()) for each in root.iter("{*}para"))
    yield Text("un:A/RES/217(III)", words, language, "1948-12-10")


def _charter(shared: Path, language: str) -> Iterator[Text]:
    path = shared / f"data/charter/raw_un_charter_{language}.txt"
    if path.is_file():
        pieces = (" ".join(each.split()) for each in path.read_text("utf-8").splitlines())
        yield Text(
            "treaty:1945-06-26/charter", tuple(each for each in pieces if len(each) > _FEW), language, "1945-06-26"
        )


def _samples(language: str) -> Iterator[Text]:
    """The samples in that language, as the reader reads them."""
    from evaluation.reading import seen
    from evaluation.samples import HOME, known

    for name, held in known().items():
        if held["language"].partition("-")[0] == language:
            reading = seen((HOME / "osr" / name).read_bytes(), name).reading
            words = (part.span.of(reading.layers.text) for part in reading.parts)
            yield Text(
                f"osr:{name.partition('.')[0]}", tuple(each for each in words if each.strip()), language, held["date"]
            )
