"""One pass over a text for every name and every noun that mentions are built on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, TypeAlias

from msgspec import Struct

from acquis.languages import languages
from acquis.languages.peoples import PEOPLED
from acquis.register._gazetteer_namesakes import namesakes
from acquis.register._mention_words import Role, roles
from acquis.register.books import Named
from acquis.register.gazetteer import Kind, Names, Sense, is_initials, named
from acquis.structure.phrases import folded, is_dense


class Entry(Struct, frozen=True, gc=False):
    """A pattern and what it stands for.

    `plain` patterns are whole as they are met; others go on with an ending (`form`), or stand anywhere (`dense`).
    `exact` are the spellings of initials, `capital` says that the first letter must be one. `sure` is the one sense of
    a name that is the same in every document; `ours` says that all its senses count at home alone.
    """

    letters: str
    plain: bool
    dense: bool
    capital: bool
    senses: tuple[Sense, ...] = ()
    roles: tuple[Role, ...] = ()
    exact: frozenset[str] | None = None
    form: re.Pattern[str] | None = None
    sure: Sense | None = None
    ours: bool = False

    @property
    def simple(self) -> bool:
        """Whether it counts wherever its letters stand, but for a capital."""
        return self.plain and not self.exact

    def end(self, letters: str, start: int, end: int) -> int:
        """Where the name ends in the text; 0 where other letters go on with it."""
        if self.form is not None:
            met = self.form.match(letters, start)
            return met.end() - 1 if met else 0
        return end - 1 if _stands(letters, start, end) else 0

    def spelled(self, text: str, start: int, end: int) -> bool:
        """Whether initials stand there as they are spelled, and not in a line of capitals that has them as a word."""
        exact = self.exact is not None and text[start:end] in self.exact
        return exact and not (self.letters in _WORDS and _SHOUTED.match(text, end))


class Hit(Struct, frozen=True, gc=False):
    """A name or a noun that stands in a text: code points, end excluded."""

    start: int
    end: int
    entry: Entry


Met: TypeAlias = tuple[int, int, int, Entry]
"""Where an entry starts and, below nought, where it ends; its number; itself: they sort by start, longer ones first."""


class Scan:
    """All names and nouns, found in one pass over the letters (Aho and Corasick, 1975).

    Every mark is read as a blank and every pattern has one at both ends, so that no name is met within a word.
    """

    def __init__(self, names: Names | None = None) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        by: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in _entries(names):
            by[entry.letters].append(entry)
        self.patterns = tuple(by)
        self._entries = [tuple(held) for held in by.values()]
        self._simple = [held[0] if len(held) == 1 and held[0].simple else None for held in self._entries]
        exact = ((at, entry) for at, held in enumerate(self._entries) for entry in held if entry.exact)
        self._initials = {name: (at, entry) for at, entry in exact for name in entry.exact or ()}
        self._automaton = AhoCorasick(
            self.patterns, implementation=Implementation.DFA
        )  # a third faster, 0.1 s more to make

    def met(self, text: str) -> list[Met]:
        """What stands in a text, whole words only, with the capitals that a name must have, in its order."""
        latin = _latin(text)
        letters, entries, simple, found = _padded(text, latin), self._entries, self._simple, list[Met]()
        for at, start, end in self._automaton.find_matches_as_indexes(letters, overlapping=True):
            if entry := simple[at]:
                if not entry.capital or text[start].isupper():
                    found.append((start, 2 - end, at, entry))
                continue
            for number, entry in enumerate(entries[at]):
                first, stop = start, end - 2
                if not entry.plain:
                    first, stop = start - entry.dense, entry.end(letters, start, end)
                    if not stop:
                        continue
                if entry.spelled(text, first, stop) if entry.exact else not entry.capital or text[first].isupper():
                    found.append((first, -stop, at + number * len(entries), entry))
        if latin is None and _UNSPACED.search(text):
            found += self._joined(text, letters)
        found.sort()
        return found

    def _joined(self, text: str, letters: str) -> Iterator[Met]:
        """Initials that stand in a script without blanks, with no blank at one side: "IAEA及びWHO"."""
        for met in _INITIALS.finditer(text):
            start, end = met.span()
            if letters[start] != " " or letters[end + 1] != " ":
                at, entry = self._initials.get(met[0], (0, None))
                if entry:
                    yield start, -end, at, entry


_UNSPACED: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_INITIALS: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]{1,8}(?![A-Za-z0-9])")
_WORDS: Final = (" who ", " au ", " eco ", " un ")
_SHOUTED: Final = re.compile(r" (?!SECURITY|GENERAL|SECRET)[A-ZÀ-Þ]{3}")
"""Initials that are words too mean nothing in a line of capitals: "WHO SHALL ACT"."""


def scan(names: Names | None = None) -> Scan:
    """The names of the shelves and of the CLDR, and those kept by hand; made once for the same names (0.4 s)."""
    if not _LAST or _LAST[0][0] is not names:  # to compare all names would cost more than to read a page
        made = _made(tuple((address, tuple(held)) for address, held in (names or {}).items()))
        _LAST[:] = [(names, made)]
    return _LAST[0][1]


_LAST: Final[list[tuple[Names | None, Scan]]] = []


@lru_cache(maxsize=4)
def _made(names: tuple[tuple[str, tuple[Named, ...]], ...]) -> Scan:
    return Scan(dict(names))


def padded(text: str) -> str:
    """The text in small letters, every mark a blank, with a blank before and after it; letters stay at their places."""
    return _padded(text, _latin(text))


def _padded(text: str, latin: bytes | None) -> str:
    return f" {latin.translate(_LATIN).decode('latin-1')} " if latin else f" {_without_marks(_lowered(text))} "


def _latin(text: str) -> bytes | None:
    """The text in ISO 8859-1, its other marks as blanks: the fast way; None where it has other letters."""
    while True:
        try:
            return text.encode("latin-1")
        except UnicodeEncodeError as met:
            mark = text[met.start]
            if mark.isalnum() or _VARIANT.match(mark):
                return None
            text = text.replace(mark, " ")


_LATIN: Final = bytes(ord(chr(byte).lower()) if chr(byte).isalnum() and chr(byte) != "º" else 32 for byte in range(256))
_VARIANT: Final = re.compile("[ёЁİº\u064b-\u0652\u0640\u0660-\u0669\u06f0-\u06f9\uff10-\uff19\ud800-\udfff]")


def _lowered(text: str) -> str:
    folding = folded(text) if _VARIANT.search(text) else text
    lowered = folding.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower()[0] for letter in folding)  # a letter that small letters spell with two


def _without_marks(text: str) -> str:
    for letter in set(text):
        if not letter.isalnum():
            text = text.replace(letter, " ")
    return text


def _entries(names: Names | None) -> Iterator[Entry]:
    """One for each spelling: initials apart from words, nouns apart from names."""
    senses: defaultdict[tuple[str, bool], list[Sense]] = defaultdict(list)
    exact: defaultdict[str, set[str]] = defaultdict(set)
    for name, sense in named(names):
        if sense.people and sense.language in PEOPLED:
            continue  # found by the noun beside it
        initials = is_initials(name)
        key = _letters(name)
        if initials:
            exact[key].add(name)
        if sense not in senses[key, initials]:
            senses[key, initials].append(sense)
    small = {_letters(name) for name in _of_nobody() if not name[:1].isupper()}
    senses.update(((_letters(name), False), [NOBODY]) for name in _of_nobody())
    nouns: defaultdict[tuple[str, bool], list[Role]] = defaultdict(list)
    for noun, role in roles():
        if role not in nouns[noun_key := (_letters(noun), role in _NAMED)]:
            nouns[noun_key].append(role)
    for (letters, short), held in senses.items():
        spelled = frozenset(exact[letters]) if short else None
        yield _entry(letters, capital=letters not in small, senses=held, exact=spelled)
    for (letters, capital), does in nouns.items():
        yield _entry(letters, capital=capital, roles=does)


def _of_nobody() -> Iterator[str]:
    """Words in which the letters of a name stand and that name none."""
    yield from namesakes()
    for entry in languages():
        yield from entry.names.no_names


NOBODY: Final = Sense(Kind.STATE, "")
"""What words mean in which the letters of a name stand by chance: "developing countries" in Chinese."""

_NAMED: Final = frozenset((Role.BODY, Role.INSTRUMENT, Role.THEY))
"""Nouns that build a name, and pronouns that begin a sentence: with a capital alone."""


def _letters(name: str) -> str:
    """A name as it is looked for; the mark of inflection is kept as a letter meanwhile."""
    letters = padded(name.replace("*", _MARK))[1:-1].lstrip().replace(_MARK, "*")
    return letters if name.endswith(_CLOSING) else letters.rstrip()


_MARK: Final = "ʬ"
_CLOSING: Final = (")", "）")
"""A bracket at the end is part of a name: the blanks of it and of the marks before it are looked for too."""


def _entry(
    letters: str,
    *,
    capital: bool,
    senses: Iterable[Sense] = (),
    roles: Iterable[Role] = (),
    exact: frozenset[str] | None = None,
) -> Entry:
    dense, stem = is_dense(letters), letters.partition("*")[0]
    form = None
    if "*" in letters:
        form = re.compile(r" " + re.escape(letters).replace(r"\*", r"\w{0,5}") + r"(?!\w)")
    spelled = letters if dense else f" {stem}" if form else f" {letters} "
    cased = capital and stem[:1].upper() != stem[:1]
    held = tuple(senses)
    one = len({sense.meant for sense in held}) == 1 and not any(sense.home or sense.people for sense in held)
    sure = held[0] if one else None
    ours = bool(held) and all(sense.home for sense in held)
    return Entry(spelled, not dense and not form, dense, cased, held, tuple(roles), exact, form, sure, ours)


_ARABIC_BEFORE: Final = re.compile(r"[\u0621-\u064a]*$")
_PREFIXES: Final = frozenset(
    ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "ال", "وال", "بال", "لل", "ولل", "كال", "فال")
)


def _stands(letters: str, start: int, end: int) -> bool:
    """Whether an Arabic stretch is a word with its prefixes, or one of katakana a word, and no letters of another."""
    if not "\u0600" <= letters[start] <= "\u06ff":
        return not (_goes_on(letters, start - 1, start) or _goes_on(letters, end - 1, end))
    before = _ARABIC_BEFORE.search(letters, max(0, start - 8), start)
    return (before is None or before[0] in _PREFIXES) and not "\u0621" <= letters[end : end + 1] <= "\u064a"


def _goes_on(letters: str, one: int, next_to_it: int) -> bool:
    """Whether a word of katakana goes on from one place to the next: "タイ" is no word in "タイヤ"."""
    return all("\u30a1" <= letters[at : at + 1] <= "\u30fe" for at in (one, next_to_it))
