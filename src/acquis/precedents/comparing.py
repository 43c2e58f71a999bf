"""Two passages held against one another: what changed, what that comes to, and what the original has to say of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from acquis.archive import queries
from acquis.archive.holdings import Holdings
from acquis.errors import BadQuery
from acquis.model import Pinpoint
from acquis.precedents.asked import Asked, asked
from acquis.precedents.diff import Diff, compare
from acquis.precedents.flags import Flag, flags, position
from acquis.precedents.original import LookUp, is_translation, look_up, settled
from acquis.precedents.translated import answering
from acquis.precedents.words import words_of
from acquis.store import Store


@dataclass(frozen=True, slots=True)
class Text:
    """What has to be known of the text that a passage is of; `language` is without where it comes from."""

    address: str
    work: str
    language: str | None
    standing: str
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Original:
    """The same passages in a language in which both texts are authentic."""

    older: str
    newer: str
    language: str
    diff: Diff
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """An older and a newer passage: their diff, and the changes that matter.

    A flag that `survives` stands whoever translated; the others may be the translator's. `originals` are the same
    places in the authentic languages, where the archive holds them: the flags say what those show. `look_up` lists what
    is to be looked up, and where; None where it is not known what texts the words are of.
    """

    older: Asked
    newer: Asked
    diff: Diff
    flags: tuple[Flag, ...]
    originals: tuple[Original, ...] = ()
    look_up: LookUp | None = None

    @property
    def position(self) -> str:
        """What the changes come to, in a line."""
        return position(self.flags)


def compared(store: Store, at: int | None, older: str, newer: str) -> Comparison:
    """Two passages, each an address or words. Where the originals are held they are compared first."""
    one, other = (_worded(asked(store, at, each)) for each in (older, newer))
    diff = compare(one.text, other.text)
    placed = [each.address for each in (one, other) if each.address]
    texts = _texts(store, at, *placed)
    known = [texts[address.expression] for address in placed]
    tags = list(dict.fromkeys(text.language for text in known if text.language))
    if len(tags) > 1:
        raise BadQuery(
            f"{placed[0]} and {placed[1]} are in two languages ({', '.join(tags)}). Compare within one language; "
            "`acquis precedents find ADDRESS --translations` gives the passage in the others."
        )
    tag = tags[0] if tags else "en"
    found = flags(diff, language=tag, translated=any(map(is_translation, known)))
    if not known:
        return Comparison(one, other, diff, found)
    # Words that were typed are of no text: what is authentic follows from the other side.
    listed = look_up(found, known[0], known[-1], texts.values())
    originals = tuple(_originals(store, at, *placed, listed=listed)) if len(placed) == _BOTH else ()
    if originals:
        shown = [flag for each in originals for flag in each.flags]
        found = settled(found, shown, compared={each.language for each in originals})
    return Comparison(one, other, diff, found, originals, look_up(found, known[0], known[-1], texts.values()))


def _worded(side: Asked) -> Asked:
    """A side that has words enough to be compared; a name of a text has not."""
    if side.address is None and len(words_of(side.text)) < _FEWEST:
        raise BadQuery(
            f"{side.text.strip()[:60]!r} is no passage. Give an address (ADDRESS#p3), or at least {_FEWEST} words."
        )
    return side


_FEWEST: Final = 3
_BOTH: Final = 2


def _texts(store: Store, at: int | None, *addresses: Pinpoint) -> dict[str, Text]:
    """Every expression held of the works of those passages, by its address."""
    with store.reading() as db:
        rows = [row for work in dict.fromkeys(each.work for each in addresses) for row in queries.by_work(db, work, at)]
    return {
        row.address: Text(row.address, row.work, row.language.partition("-x-")[0], row.standing, row.organisation)
        for row in rows
    }


def _originals(store: Store, at: int | None, older: Pinpoint, newer: Pinpoint, *, listed: LookUp) -> Iterator[Original]:
    """The passages that answer to these in the authentic expressions, where both are found."""
    held = Holdings(store, at)
    for one, other in (pair for pair in listed.held if pair != (older.expression, newer.expression)):
        pair = [answering(held, place, text) for place, text in ((older, one), (newer, other))]
        words = [each for each in pair if each is not None]
        if len(words) == 2:
            (first, before), (second, after) = words
            diff = compare(before, after)
            tag = (Pinpoint(one).language or "").partition("-x-")[0]
            yield Original(first, second, tag, diff, flags(diff, language=tag, translated=False))
