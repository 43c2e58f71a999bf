"""Shelf: one language, one file (field names, dates, segmentation, verbs)."""

import enum
import re
from dataclasses import dataclass, field
from functools import cache

from acquis import shelf


class Place(enum.StrEnum):
    """Where in a resolution a verb opens a paragraph."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative"


@dataclass(frozen=True, slots=True)
class Verb:
    """An opening verb or phrase as printed, lower case, with its class and strength.

    Strength runs from 1 (neutral) to 5 (strongest). There is no official ranking: it is a drafting convention.
    """

    phrase: str
    act: str
    strength: int
    place: Place


@dataclass(frozen=True, slots=True)
class Names:
    """How names stand in a text: what a language adds to the names of the Unicode CLDR and of the organisations.

    All are in lower case, and a word that ends with `*` stands for its inflected forms. `states` are names of states
    beside those of the CLDR, with their code (ISO 3166-1, for former states 3166-3, of three letters); `bodies` are
    forums of no organisation on the shelf, `places` parts of the world beside those of the CLDR, with a code of ours.
    `realms`, `body_nouns`, `instrument_nouns` and `mission_nouns` are the nouns that names are built on ("republic",
    "committee", "treaty", "mission"), `joins` the words that may stand within them ("of", "on the"). `sessions` are
    the nouns of sessions. `no_names` are words in which the letters of a name stand by chance ("发展中国家").
    `titled` says that every word of a name has a capital, not its first alone.
    """

    states: dict[str, str] = field(default_factory=dict)
    realms: tuple[str, ...] = ()
    bodies: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    body_nouns: tuple[str, ...] = ()
    instrument_nouns: tuple[str, ...] = ()
    mission_nouns: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Drafting:
    """Words that change what a text binds to, in lower case; `*` ends a word that is inflected. A drafting convention.

    `modals` have a strength from 1 ("may") to 5 ("must"); 0 is a word that only looks like one. `negations` turn a
    clause round. `qualifiers` strengthen (1) or weaken (-1) what they stand with, `scopes` widen (1) or narrow (-1) it;
    0 is neither. `actors` are those who act or are addressed, with the kind of actor that they are. `counts` are
    numbers in disguise ("twice").
    """

    modals: dict[str, int] = field(default_factory=dict)
    negations: tuple[str, ...] = ()
    qualifiers: dict[str, int] = field(default_factory=dict)
    scopes: dict[str, int] = field(default_factory=dict)
    actors: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


DRAFTING = "drafting-1"
"""The version of the drafting convention of the language files: a flag says by which it was raised."""


@dataclass(frozen=True, slots=True)
class Language:
    """What reading a text of one language needs to know. All phrases are lower case (`str.casefold`).

    `fields` maps the printed name of a record field ("title", "表題") to ours: a name of `model.record.FIELDS`, or
    "text" for the one that the full text follows. `months` maps every printed form of a month, inflected and
    abbreviated ones too, to its number; `hijri` does so for the months of the Islamic calendar. `eras` maps an era's
    name to the year before its first. `links` are the words that may stand between the day, the month and the year of
    a date ("day of", "in the year"), `ranges` those between two days ("to"). `day_first` says that 05/06/2011 is 5
    June; where it is False that form is ambiguous and refused.
    `ordinals` maps spelled-out numbers ("sixty-first"; "第六十一" is read by its digits) to numbers; `cardinals` maps
    the words that spelled-out years and days are made of.
    `abbreviations` end with a full stop that ends no sentence, and are kept without it. `leading` are those of them
    that lead in to what follows, whatever that is ("Mr.", "cf."). `closing` are those that are mostly a phrase's last
    word ("etc.", "p.m."): a capital letter after them opens a sentence. After the others it does so only with a common
    word ("U.S. The").
    `articles`, `chapters`, `sections`, `divisions`, `annexes` are the words that stand before or after the number of
    such a heading; `preambles` the words that alone on a line head a preamble. `resolved` are the words that end a
    preamble on a line of their own ("hereby", "have agreed as follows"), without the colon or stop after them.
    `verbs` open paragraphs, or close them where the language puts the verb last (`verb_last`). `adverbs` may stand
    before such a verb or within the phrase ("also", "strongly"), with what they add to its strength.
    `anniversaries` are the words by which a title says that it marks one; `*` stands for the rest of a word.
    `names` is how names stand in a text, `drafting` the words that change what it binds to. `examples` are (words,
    ISO day) that the shelf's tests run.
    """

    tag: str
    name: str
    own_name: str
    script: str
    spaced: bool = True
    right_to_left: bool = False
    day_first: bool = True
    verb_last: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    hijri: dict[str, int] = field(default_factory=dict)
    eras: dict[str, int] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    ordinals: dict[str, int] = field(default_factory=dict)
    cardinals: dict[str, int] = field(default_factory=dict)
    abbreviations: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    divisions: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    preambles: tuple[str, ...] = ()
    resolved: tuple[str, ...] = ()
    verbs: tuple[Verb, ...] = ()
    adverbs: dict[str, int] = field(default_factory=dict)
    stopwords: frozenset[str] = frozenset()
    anniversaries: tuple[str, ...] = ()
    names: Names = field(default_factory=Names)
    drafting: Drafting = field(default_factory=Drafting)
    examples: tuple[tuple[str, str], ...] = ()

    def opening(self, paragraph: str) -> Verb | None:
        """The verb that a paragraph opens with, or closes with where the language puts it last; None without one.

        Adverbs are passed over and counted: "Also strongly urges" gives "urges", one degree stronger.
        """
        listed = _listed(self.tag)
        if not self.spaced:
            return _unspaced(self, paragraph, listed)
        opened = _words(paragraph)
        return _longest(opened, listed) or _without_adverbs(self, opened, listed)

    def marks_anniversary(self, title: str) -> bool:
        """Whether a title says that the text marks an anniversary."""
        return bool(self.anniversaries) and _anniversary(self.tag).search(title[:_TITLE].casefold()) is not None


def language(tag: str) -> Language | None:
    """The entry for a BCP 47 tag by its first subtag; None for a language that has no file."""
    found: dict[str, Language] = shelf.entries(__name__)
    return found.get(tag.split("-", 1)[0].lower())


def languages() -> tuple[Language, ...]:
    """Every language on the shelf."""
    return tuple(shelf.entries(__name__).values())


def verbs(place: Place, table: str) -> tuple[Verb, ...]:
    """The verbs of a table with one line for each class and strength: `urge 4: urges; strongly appeals to`."""
    found = []
    for line in table.strip().splitlines():
        head, _, phrases = line.partition(":")
        act, strength = head.split()
        found += [Verb(phrase.strip(), act, int(strength), place) for phrase in phrases.split(";") if phrase.strip()]
    return tuple(found)


def words(text: str) -> tuple[str, ...]:
    """The words of a list with white space between them."""
    return tuple(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a list with semicolons between them."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(";") if phrase.strip())


def keyed(table: str) -> dict[str, str]:
    """The phrases of a table with one key a line, each with its key: `heads: heads of state; leaders`."""
    lines = (line.partition(":") for line in table.strip().splitlines())
    return {phrase: key.strip() for key, _, listed in lines for phrase in phrases(listed)}


def graded(table: str) -> dict[str, int]:
    """The phrases of a table with one degree a line: `4: shall; is to`."""
    return {phrase: int(degree) for phrase, degree in keyed(table).items()}


LONGEST_OPENING = 8
"""How many words the longest opening phrase has, adverbs included."""

_TITLE = 500
"""Letters of a title that are read for what it marks."""

_WORD = re.compile(r"\w[\w'’‑-]*")
_MARKS = str.maketrans(
    {**{"’": "'", "‑": "-", "ё": "е", "Ё": "Е", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ـ": None}}
    | {chr(mark): None for mark in range(0x64B, 0x653)}
)
"""Letters that texts write in several ways, and vowel signs that most leave out."""


def _words(paragraph: str) -> list[str]:
    return _WORD.findall(paragraph[:200].translate(_MARKS).casefold())[: LONGEST_OPENING + 4]


@cache
def _anniversary(tag: str) -> re.Pattern[str]:
    entry = language(tag)
    edge = r"\b" if entry and entry.spaced else ""
    listed = (re.escape(each).replace(r"\*", r"[\w-]*") for each in (entry.anniversaries if entry else ()))
    return re.compile(f"{edge}(?:{'|'.join(listed)}){edge}")


@cache
def _listed(tag: str) -> dict[str, Verb]:
    entry = language(tag)
    return {} if entry is None else {verb.phrase.translate(_MARKS): verb for verb in reversed(entry.verbs)}


def _longest(opened: list[str], listed: dict[str, Verb]) -> Verb | None:
    for length in range(min(len(opened), LONGEST_OPENING), 0, -1):
        if found := listed.get(" ".join(opened[:length])):
            return found
    return None


def _without_adverbs(entry: Language, opened: list[str], listed: dict[str, Verb]) -> Verb | None:
    kept = [word for word in opened if word not in entry.adverbs]
    found = _longest(kept, listed)
    if found is None:
        return None
    # Only adverbs before the phrase's last word belong to it: "urges States to act strongly" is not stronger.
    last = opened.index(found.phrase.translate(_MARKS).rsplit(" ", 1)[-1])
    more = sum(entry.adverbs.get(word, 0) for word in opened[: last + 2])
    return Verb(found.phrase, found.act, max(1, min(5, found.strength + more)), found.place)


def _unspaced(entry: Language, paragraph: str, listed: dict[str, Verb]) -> Verb | None:
    if entry.verb_last:
        end = paragraph[-40:].rstrip(_AFTER_LAST)
        return next((listed[end[at:]] for at in range(len(end)) if end[at:] in listed), None)
    start, more = paragraph[:40].lstrip(" \u3000“「（("), 0
    while (found := _prefix(start, listed)) is None:
        adverb = next((word for word in entry.adverbs if start.startswith(word)), None)
        if adverb is None:
            return None
        start, more = start[len(adverb) :], more + entry.adverbs[adverb]
    place = _PLACE_BY_END.get(paragraph.rstrip()[-1:], found.place)
    return Verb(found.phrase, found.act, min(5, found.strength + more), place)


_AFTER_LAST = "、。，；,. \u3000）)」』\n"
_PLACE_BY_END = {"，": Place.PREAMBLE, "；": Place.OPERATIVE, "。": Place.OPERATIVE}
"""Where one verb serves both kinds of paragraph, the mark at the end tells them apart."""


def _prefix(start: str, listed: dict[str, Verb]) -> Verb | None:
    return next((listed[start[:size]] for size in range(min(20, len(start)), 0, -1) if start[:size] in listed), None)
