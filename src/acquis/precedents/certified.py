"""A certificate made again from its record: whether it is the same to the byte, and what differs."""

import json
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, Final

from acquis.archive.public import public_store
from acquis.errors import BadQuery
from acquis.model import Pinpoint
from acquis.precedents.certificate import FORMAT, Certificate, certify, shortened
from acquis.precedents.searched import ALL, PUBLIC
from acquis.store import Store


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of making a record again: over which `texts` it was made ("public" or "all"), and what differs.

    `again` is the certificate as it was made again. What differs is told field by field, what was asked first.
    """

    texts: str
    differs: tuple[str, ...]
    again: Certificate

    def __str__(self) -> str:
        return f"made over {'the public texts' if self.texts == PUBLIC else 'all texts that were held'}"


def verify(store: Store, record: bytes, *, at: int | None = None) -> Verified:
    """Makes the certificate again from this archive; what differs is nothing where it is the same to the byte.

    A record that was made over the public texts is made again over these. One that was made over all that is held can
    be made again only where all of it is seen: `BadQuery` says so where it is not. The record's release is looked for
    by name; a record without one is compared with the archive as of change `at`, or as it stands.
    """
    try:
        old = json.loads(record)
        scope, text = old["scope"], old["query"]["text"]
        release, chosen = scope["release"], {name: value for name, value in scope["filters"].items() if value}
        texts = scope.get("texts", ALL)
        address = Pinpoint(old["query"]["address"]) if "address" in old["query"] else None
        if {*chosen} & {"store", "text", "release", "at", "address"} or not all(map(_is_word, chosen.values())):
            raise ValueError("filters that there are not")
        if texts not in (PUBLIC, ALL):
            raise ValueError("texts that there are not")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadQuery(f"This is no record of a certificate. One is JSON that names its format, {FORMAT!r}.") from error
    if texts == ALL and store.window:
        raise BadQuery(
            "This record was made over all texts that the archive holds. Here only the public ones are seen: whoever "
            "enters with the key can verify it."
        )
    with _seen(store, texts) as over:
        again = certify(over, text, release=release, at=at, address=address, **chosen)
    if again.record == record:
        return Verified(texts, (), again)
    differs = tuple(_differing("", old, json.loads(again.record)))
    return Verified(texts, differs or ("the bytes: the same content, written otherwise",), again)


@contextmanager
def _seen(store: Store, texts: str) -> Iterator[Store]:
    """The archive as whoever made the record saw it."""
    if texts == ALL or store.window:
        yield store
        return
    with closing(public_store(store)) as public:
        yield public


def _is_word(value: object) -> bool:
    return isinstance(value, str)


def _differing(where: str, old: Any, new: Any) -> Iterator[str]:
    """The places where two records differ, each with what stands there and here; of lists what only one of them has."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in sorted(old.keys() | new.keys(), key=_first):
            yield from _differing(f"{where}.{name}".lstrip("."), old.get(name), new.get(name))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _listed(where, old, new)
    elif old != new:
        yield f"{_NAMES.get(where, where)}: {_shown(old)} in the record, {_shown(new)} here"


def _first(name: str) -> tuple[bool, bool, str]:
    """What was asked stands first, then where it was looked for: the rest follows from these."""
    return name != "query", name != "scope", name


def _listed(where: str, old: list[Any], new: list[Any]) -> Iterator[str]:
    name = _NAMES.get(where, where)
    gone, come = [each for each in old if each not in new], [each for each in new if each not in old]
    yield from (f"{name}: in the record and not here: {_shown(each)}" for each in gone)
    yield from (f"{name}: here and not in the record: {_shown(each)}" for each in come)
    if old != new and not gone and not come:
        yield f"{name}: the same in another order or number, {len(old)} in the record, {len(new)} here"


def _shown(value: Any) -> str:
    """A value of a record for people: a place or a miss by its address and day, a fingerprint by its beginning."""
    if isinstance(value, dict) and "address" in value:
        words = f" {shortened(value['stretch'])!r}" if "stretch" in value else ""
        return f"{value['address']} ({value.get('day') or 'undated'}){words}"
    if isinstance(value, str) and _HASH.fullmatch(value):
        return f"{value[:12]}…"
    return "nothing" if value is None else shortened(value if isinstance(value, str) else json.dumps(value))


_NAMES: Final = {
    "found": "where it stands",
    "nearest": "nearest misses",
    "uncovered": "not covered",
    "uses": "places where it stands",
    "level": "how it stands there",
    "scope.state": "hash of all that is held",
    "scope.documents": "documents searched",
    "scope.works": "texts searched",
    "scope.passages": "passages searched",
    "scope.words": "words searched",
    "scope.period": "years of the texts searched",
    "scope.held and known": "held of what is known",
    "query.text": "the words asked",
    "query.words": "the words asked",
    "query.address": "the passage asked about",
    "query.number left out": "the number before the words asked",
}
"""What the fields of a record are called for people; the others go by their own names."""

_HASH: Final = re.compile("[0-9a-f]{64}")
