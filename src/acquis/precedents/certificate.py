"""The certificate of search: these words stand there, or they stand nowhere in what was searched, and what was."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from acquis.errors import BadQuery
from acquis.languages import languages
from acquis.model import Pinpoint
from acquis.precedents.base import Base
from acquis.precedents.met import MOST, Met, Near, Place
from acquis.precedents.normal import LEVELS, normal, plain_places, unnumbered
from acquis.precedents.scan import FEWEST
from acquis.precedents.searched import ALL, LONGEST, PUBLIC, Searched, compared, searched, uncovered
from acquis.precedents.stretches import fullest, missing
from acquis.precedents.words import words_of
from acquis.store import Store
from acquis.wording import counted

FORMAT: Final = "acquis-certificate/1"
PRESENT, ABSENT, UNSEARCHED = "present", "absent", "not searched"
"""What a certificate says. Where no document is in scope it certifies nothing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A place where a formula stands: its address, a range where it runs over several passages, and its day."""

    address: Pinpoint
    day: str | None


@dataclass(frozen=True, slots=True)
class Miss:
    """A passage that comes near: `shared` of `of` words, figures aside, in the stretch that is quoted as printed.

    `missing` are the formula's words that the stretch does not have, `figures` counts the formula's figures in it. Of
    passages that differ in figures alone it is the one that has most of the formula's, then the earliest.
    """

    address: Pinpoint
    day: str | None
    shared: int
    of: int
    figures: int
    missing: tuple[str, ...]
    stretch: str

    @property
    def likeness(self) -> float:
        """The share of the formula's words in a stretch as long as the formula."""
        return self.shared / self.of


@dataclass(frozen=True, slots=True)
class Certificate:
    """What an exhaustive search found. `outcome` is "present", "absent" or "not searched".

    `address` is the passage that the formula is of, where one was asked about: the text it stands in is left out.
    `texts` says which texts of the archive it was made over, "all" or the "public" ones.

    `level` is the strictest way in which the formula stands anywhere, `uses` how often it does so, `found` the first
    ten places; `nearest` are the ten nearest misses where it stands nowhere. `uncovered` says in sentences what was
    not searched. `record` is canonical JSON, the same bytes for the same release wherever it is held.
    """

    text: str
    outcome: str
    level: str | None
    uses: int
    found: tuple[Standing, ...]
    nearest: tuple[Miss, ...]
    uncovered: tuple[str, ...]
    base: Base
    record: bytes
    address: Pinpoint | None = None
    texts: str = ALL

    @property
    def hash(self) -> str:
        """The SHA-256 of the record, in hexadecimal."""
        return sha256(self.record).hexdigest()

    @property
    def line(self) -> str:
        """The certificate in one line for people: what it says, of what, and its hash."""
        return f"{self._told(str)}{_near(self.nearest, str)}{self._narrowed}; certificate {self.hash[:12]}"

    def note(self, named: Callable[[Pinpoint], str], *, stands: str = "") -> str:
        """The same as a sentence to put into a note, with places by the names that `named` gives them.

        `stands` is the release or the change that it was made of.
        """
        held = f"{self._narrowed}{f', as of {stands}' if stands else ''}"
        return f"{self._told(named)}{held}{_near(self.nearest, named)}. Certificate {self.hash[:12]}."

    def _told(self, named: Callable[[Pinpoint], str]) -> str:
        of = f" ({named(self.address)}, whose own text is left out)" if self.address else ""
        return f"“{shortened(self.text)}”{of}: {self._says(named)}"

    @property
    def _narrowed(self) -> str:
        narrowed = "".join(f", {name} {value}" for name, value in self.base.filters)
        return f"{narrowed}, of its public texts alone" if self.texts == PUBLIC else narrowed

    def _says(self, named: Callable[[Pinpoint], str]) -> str:
        if self.outcome == UNSEARCHED:
            return "not searched, for no document is in scope"
        if self.outcome == ABSENT:
            alike = "" if self.nearest else "; nothing shares a word with it"
            return f"{self.base.absent}, spelling, figures and order aside{alike}"
        stands = f"stands in {counted(self.uses, 'place')}, {self.level}"
        where = f"{named(self.found[0].address)} ({self.found[0].day or 'undated'})"
        if self.base.few or self.found[0].day is None:
            return f"{stands}, as in {where}; no earlier wording held in the {self.base.held}"
        return f"{stands}; {self.base.claim('earliest')}: {where}"


_SHOWN: Final = 80


def shortened(words: str) -> str:
    """Words in one line, cut between two words where they are too long for it.

    >>> shortened("word " * 30)[-11:]
    'word word …'
    """
    line = " ".join(words.split())
    if len(line) <= _SHOWN:
        return line
    whole, _, _ = line[: _SHOWN + 1].rpartition(" ")
    return f"{whole or line[:_SHOWN]} …"


def _near(nearest: Sequence[Miss], named: Callable[[Pinpoint], str]) -> str:
    if not nearest:
        return ""
    best = nearest[0]
    return f"; nearest {named(best.address)} ({best.day or 'undated'}) with {best.shared} of {counted(best.of, 'word')}"


def certify(store: Store, text: str, **choices: Any) -> Certificate:
    """The certificate for one formula; `certify_many` says how and with which choices."""
    return certify_many(store, [text], **choices)[0]


def certify_many(
    store: Store,
    texts: Sequence[str],
    *,
    release: str | None = None,
    at: int | None = None,
    since: str | None = None,
    until: str | None = None,
    address: Pinpoint | None = None,
    **filters: str | None,
) -> list[Certificate]:
    """The certificates for several formulae, from one pass over every passage in scope, without an index.

    The archive is taken as of a release, else as of change `at`, else as it stands. `since` is in and `until` is not;
    both leave undated documents out. `organisation`, `organ`, `kind`, `language`, … narrow it. `address` is the passage
    that the words are of: its work is left out in every expression, for the words stand there of course.

    Raises `BadQuery` for fewer than three words that are no figures and for more than two thousand words, `UnknownName`
    for a release or filter that does not exist. Cost: about 0.8 µs for each word in scope, and up to
    12 ns for each word and each formula that stands nowhere; memory some 200 MB, however many words there are.
    """
    asked = [_asked(text) for text in texts]
    with store.reading() as db:
        own = str(address.work) if address else None
        narrowed = {**filters, "since": since, "until": until}
        scope = searched(db, release, at, narrowed, own=own, public=store.window is not None)
        met = compared(db, scope, [each.rest for each in asked])
    declared = scope.declared
    return [_certificate(scope, declared, each, of, address) for each, of in zip(asked, met, strict=True)]


# --- what is asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Asked:
    """A formula as given, the printed number left out of it, and the rest."""

    text: str
    number: str
    rest: str


def _asked(text: str) -> _Asked:
    number, rest = unnumbered(text)
    made = normal(rest, None)
    fewest = min((len(normal(rest, each.tag).plain) for each in languages()), default=0)
    if fewest < FEWEST:
        raise BadQuery(
            f"{text.strip()[:60]!r} has {counted(fewest, 'word')} that are no figures; a certificate needs at "
            f"least {FEWEST}. `acquis find` looks for single words and numbers."
        )
    if len(made.words) > LONGEST:
        raise BadQuery(f"The text has {len(made.words):,} words, more than {LONGEST:,}; certify its paragraphs.")
    return _Asked(text, number, rest)


# --- what is said -----------------------------------------------------------------------------------------------


def _certificate(
    scope: Searched,
    declared: Mapping[str, Any],
    asked: _Asked,
    met: Sequence[tuple[str, Met]],
    address: Pinpoint | None,
) -> Certificate:
    level = next((level for level in LEVELS if any(own.counts[level] for _, own in met)), None)
    uses = sum(own.counts[level] for _, own in met) if level else 0
    places = sorted((place for _, own in met for place in own.places.get(level or "", ())), key=_order)[:MOST]
    found = tuple(_found(scope.rows, place) for place in places)
    nearest = () if level else tuple(_nearest(scope, asked, met))
    outcome = PRESENT if level else ABSENT if scope.rows else UNSEARCHED
    strange = outcome == ABSENT and not any(miss.likeness > _KIN for miss in nearest)
    beyond = uncovered(scope, asked.rest, strange=strange)
    own = {"address": str(address)} if address else {}
    record = {
        "format": FORMAT,
        "query": {**own, "text": asked.text, "number left out": asked.number, "words": words_of(asked.rest).texts},
        "scope": declared,
        "outcome": outcome,
        "level": level,
        "uses": uses,
        "found": [_plain(each) for each in found],
        "nearest": [_plain(each) for each in nearest],
        "uncovered": beyond,
    }
    said = (outcome, level, uses, found, nearest, beyond)
    texts = PUBLIC if scope.public else ALL
    return Certificate(asked.text, *said, scope.base, _canonical(record), address, texts)


_KIN: Final = 0.5
"""Where half of the words stand together somewhere, the language is that of the archive and need not be asked for."""


def _order(place: Place) -> tuple[int, int]:
    return place.first.text, place.first.n


def _found(rows: Sequence[Any], place: Place) -> Standing:
    row = rows[place.first.text]
    address = Pinpoint(row.address).at(place.first.path)
    return Standing(address if place.first == place.last else address.to(place.last.path), row.day)


def _nearest(scope: Searched, asked: _Asked, met: Sequence[tuple[str, Met]]) -> Iterator[Miss]:
    """The ten nearest of all languages: the greatest share of the formula's words first, then the earliest."""
    made: list[tuple[tuple[float, ...], Near, str]] = []
    for tag, own in met:
        length = len(normal(asked.rest, tag).plain)
        made += (((-near.shared / length, *near.rank[1:]), near, tag) for near in own.nearest)
    for _, near, tag in sorted(made, key=lambda each: each[0])[:MOST]:
        yield _miss(scope.rows[near.passage.text], near, normal(asked.rest, tag).plain, tag)


def _miss(row: Any, near: Near, plain: Sequence[str], tag: str) -> Miss:
    start, end = fullest(plain, near.plain)
    places = plain_places(near.passage.words, tag)
    return Miss(
        address=Pinpoint(row.address).at(near.passage.path),
        day=row.day,
        shared=near.shared,
        of=len(plain),
        figures=near.figures,
        missing=missing(plain, near.plain[start:end]),
        stretch=near.passage.words[places[start][0] : places[end - 1][1]],
    )


def _plain(each: Standing | Miss) -> dict[str, Any]:
    return {name: getattr(each, name) for name in each.__slots__}


def _canonical(record: Mapping[str, Any]) -> bytes:
    """JSON with sorted keys, without blanks, in ASCII: one way to write it."""
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
