"""Archives filled below the parser: rows as the front desk would write them, with words of our own making."""

import hashlib
import itertools
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from acquis.archive import queries
from acquis.archive.packing import to_json
from acquis.archive.search import Results, Search
from acquis.archive.tables import METADATA
from acquis.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Text:
    """A document to be: its work, language and record, and its paragraphs as (path, kind, words)."""

    work: str
    paragraphs: tuple[tuple[str, str, str], ...]
    language: str = "en"
    title: str = ""
    day: str | None = None
    organisation: str | None = None
    organ: str | None = None
    kind: str | None = None
    place: str | None = None
    symbol: str | None = None
    marking: str = "internal"
    state: str = "kept"

    @property
    def address(self) -> str:
        return f"{self.work}@{self.language}"


def text(work: str, *words: str, **record: Any) -> Text:
    """A document with those paragraphs, counted p1, p2 …"""
    return Text(work, tuple((f"p{n}", "operative", each) for n, each in enumerate(words, 1)), **record)


def archive(folder: Any, *texts: Text) -> Store:
    """A store in that folder that keeps the texts, one change each."""
    store = open_store(str(folder), METADATA)
    for each in texts:
        keep(store, each)
    return store


def keep(store: Store, each: Text) -> int:
    """Keeps a text; a row that its address has already ends. Gives the change's number."""
    with store.writing() as db:
        seq = queries.add_change(db, "add", each.address, who="test")
        if held := queries.by_address(db, each.address):
            queries.end_expression(db, held.id, seq)
        _enter(db, each, seq, _reading(db, each, seq))
    return seq


def end(store: Store, address: str) -> int:
    """Ends the row of an address, as a withdrawal does."""
    with store.writing() as db:
        seq = queries.add_change(db, "withdraw", address, who="test")
        queries.end_expression(db, queries.by_address(db, address).id, seq)
    return seq


def retitled(store: Store, address: str, **values: Any) -> int:
    """A new row of the catalogue for the same reading: what a correction of the record does."""
    with store.writing() as db:
        seq = queries.add_change(db, "correct", address, who="test")
        row = dict(queries.by_address(db, address)._mapping)
        queries.end_expression(db, row.pop("id"), seq)
        queries.add_expression(db, **{**row, "since": seq, **values})
    return seq


def _reading(db: Any, each: Text, seq: int) -> int:
    content = "\n".join((each.address, each.title, *(words for _, _, words in each.paragraphs), str(seq)))
    sha256 = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    queries.add_file(db, sha256=sha256, name="made", size=0, media_type="text/plain", content=b"", seq=seq)
    return queries.add_reading(
        db, _passages(each.paragraphs), sha256=sha256, text_hash=sha256, words_hash=sha256, reader="made/1", body=b""
    )


def _passages(paragraphs: Sequence[tuple[str, str, str]]) -> Iterator[dict[str, Any]]:
    start = 0
    for n, (path, kind, words) in enumerate(paragraphs):
        yield {
            **{"n": n, "path": path, "kind": kind, "number": None, "level": 1, "words": words},
            **{"start": start, "end": start + len(words)},
        }
        start += len(words) + 1


def _enter(db: Any, each: Text, seq: int, reading: int) -> None:
    named = ("work", "language", "organisation", "organ", "kind", "title", "symbol", "place", "day", "marking", "state")
    values = {name: getattr(each, name) for name in named}
    queries.add_expression(
        db, address=each.address, standing="official", reading=reading, record=json.dumps({}), since=seq, **values
    )


# --- a few in every language -------------------------------------------------------------------------------------

TEXTS = (
    text(
        "un:A/RES/61/88",
        "Urges all States to recognize the need for co-operation against terrorism.",
        "Decides that member States shall organise training, and that training be free.",
        "Recalls its resolution 1973 (2011) and document A/61/29.",
        title="Measures to eliminate terrorism",
        day="2006-12-06",
        organisation="un",
        organ="GA",
        kind="resolution",
        symbol="A/RES/61/88",
    ),
    text(
        "sco:2007-08-16/bishkek-declaration",
        "The Member States stand for cooperation in the region.",
        "States of the region fight terrorism; each member fights it with the others.",
        title="Bishkek Declaration",
        day="2007-08-16",
        organisation="sco",
        organ="CHS",
        kind="declaration",
        place="Bishkek",
        marking="public",
    ),
    text(
        "sco:2007-08-16/bishkek-declaration",
        "Государства-члены поддерживают всеобъемлющую безопасность и всё ещё ведут её обсуждение.",
        language="ru",
        title="Бишкекская декларация",
        day="2007-08-16",
        organisation="sco",
    ),
    text(
        "sco:2011-06-15/astana",
        "成员国重申恪守《不扩散核武器条约》。",
        language="zh",
        day="2011-06-15",
        organisation="sco",
    ),
    text("sco:2011-06-15/astana", "テロ対策における協力を強化する。", language="ja-x-worldjpn", day="2011-06-15"),
    text("un:S/RES/242(1967)", "قَرَّرَ مجلسُ الأمن والسلام الدولي", language="ar", day="1967-11-22", organisation="un"),
    text("eu:2003-12-12/strategie", "L’Union européenne réaffirme son attachement à la sécurité.", language="fr"),
)


def found(search: Search, query: str, **how: Any) -> list[str]:
    """The paths of the hits, with the start of the work."""
    return [f"{hit.address.work[:6]}#{hit.address.part}" for hit in search.find(query, **how).hits]


def as_bytes(results: Results) -> bytes:
    """A result as it is printed for a program."""
    return to_json(results).encode()


# --- many -------------------------------------------------------------------------------------------------------


def vocabulary(size: int, rng: random.Random) -> list[str]:
    """Words of two to four made-up syllables, no two the same; the frequent ones come first and are short."""
    starts = ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "pr", "st", "tr", "gr"]
    vowels, ends = "aeiou", ["", "n", "r", "s", "l"]
    syllables = ["".join(parts) for parts in itertools.product(starts, vowels, ends)]
    made: dict[str, None] = {}
    while len(made) < size:
        length = 1 + (len(made) > 100) + (len(made) > 5_000) + (rng.random() < 0.5)
        made["".join(rng.choices(syllables, k=length))] = None
    return list(made)


def zipf(size: int) -> list[float]:
    """The running totals of how often the words of a vocabulary stand: the nth as often as 1/(n + 2.7)."""
    return list(itertools.accumulate(1 / (rank + 2.7) for rank in range(1, size + 1)))


def many(
    passages: int, *, words: int = 40, apiece: int = 30, vocabulary_size: int = 200_000, seed: int = 7
) -> Iterator[Text]:
    """Documents of `apiece` paragraphs of about `words` words, drawn from a made-up vocabulary by Zipf's law."""
    rng = random.Random(seed)
    known, totals = vocabulary(vocabulary_size, rng), zipf(vocabulary_size)
    for number in range(-(-passages // apiece)):
        held = min(apiece, passages - number * apiece)
        drawn = [rng.choices(known, cum_weights=totals, k=rng.randint(words // 2, words * 3 // 2)) for _ in range(held)]
        symbol = f"A/RES/{number // 300}/{number % 300}"
        yield Text(
            f"un:{symbol}",
            tuple(
                (f"op{n}", "operative" if n > 5 else "preambular", " ".join(each)) for n, each in enumerate(drawn, 1)
            ),
            title=" ".join(rng.choices(known, cum_weights=totals, k=8)),
            day=f"{rng.randint(1946, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
            language=rng.choice(("en", "fr", "ru", "zh")),
            organisation=rng.choice(("un", "sco", "eu", "osce")),
            organ=rng.choice(("GA", "SC", "CHS", "CFM", "HRC", "ECOSOC")),
            kind=rng.choice(("resolution", "declaration", "statement", "treaty")),
            symbol=symbol,
        )


def fill(store: Store, texts: Iterable[Text], *, apart: int = 200) -> None:
    """Keeps many texts, `apart` to a transaction, each with a change of its own."""
    waiting = iter(texts)
    while batch := list(itertools.islice(waiting, apart)):
        with store.writing() as db:
            for each in batch:
                seq = queries.add_change(db, "add", each.address, who="test")
                _enter(db, each, seq, _reading(db, each, seq))
