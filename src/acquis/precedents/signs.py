"""The words of a passage that change what it binds to: names, modals, negations, qualifiers, scope, actors, verbs."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, Literal

from msgspec import Struct

from acquis.archive.tokens import words
from acquis.languages import Language, Verb, language
from acquis.precedents.names import Name, names_in, stands_alone
from acquis.structure.dates import day_in
from acquis.structure.numerals import cardinal, number, ordinal
from acquis.structure.phrases import Phrases, folded

Kind = Literal[
    "modal",
    "negation",
    "qualifier",
    "scope",
    "place",
    "actor",
    "addressee",
    "verb",
    "state",
    "body",
    "instrument",
    "mission",
    "date",
    "number",
    "session",
    "count",
]
NAMED: Final = frozenset(("state", "body", "instrument", "mission", "date", "number", "session", "place"))
"""What a translator neither adds nor leaves out."""


class Sign(Struct, frozen=True):
    """A word or name that changes what a text binds to. Two signs of one `kind` and `key` say the same.

    `degree` is the strength of a modal or verb, 1 or -1 for what strengthens or weakens, widens or narrows.
    """

    kind: Kind
    key: str
    start: int
    end: int
    degree: int = 0


@lru_cache(maxsize=256)
def signs_in(text: str, tag: str) -> tuple[Sign, ...]:
    """The signs of a text in a language, in reading order. Of a language without a file only names are found.

    Those of the last texts are kept: in a row of wordings each is compared with the one before it and the one after.

    >>> text = "All States recommend, as appropriate, a report by 3 June 2011."
    >>> [(sign.kind, sign.key) for sign in signs_in(text, "en")]
    [('scope', 'all'), ('actor', 'states'), ('verb', 'encourage 2'), ('qualifier', 'as a'), ('date', '2011-06-03')]
    """
    entry = language(tag)
    listed = list(_listed(text, tag, entry)) if entry else []
    actors = [sign for sign in listed if sign.kind == "actor"]
    named = [_named(text, name, tag) for name in names_in(text) if not _of_actor(text, name, actors)]
    other = [sign for sign in _roled(text, listed) if not any(_meet(sign, name) for name in named)]
    verbs = list(_verbs(text, entry, actors)) if entry else []
    return tuple(sorted([*named, *other, *verbs], key=lambda sign: (sign.start, sign.end)))


def _meet(one: Sign, other: Sign) -> bool:
    return one.start < other.end and other.start < one.end


class _Meaning(Struct, frozen=True):
    kind: Kind
    key: str
    degree: int = 0


def _listed(text: str, tag: str, entry: Language) -> Iterator[Sign]:
    """What the drafting convention of the language lists, and the parts of the world."""
    flat = folded(text)
    for met in _vocabulary(tag).find(flat, _lowered(flat)):
        if met.meaning and (entry.script != "Arab" or stands_alone(flat, met.start, met.end)):
            yield Sign(met.meaning.kind, met.meaning.key, met.start, met.end, met.meaning.degree)


def _lowered(flat: str) -> str:
    lowered = flat.lower()
    return lowered if len(lowered) == len(flat) else "".join(letter.lower()[0] for letter in flat)


@cache
def _vocabulary(tag: str) -> Phrases[_Meaning | None]:
    entry = language(tag)
    known: dict[str, _Meaning | None] = {}
    for phrase, meaning in _phrases(entry) if entry else ():
        known.setdefault(folded(phrase), meaning)
    return Phrases(known.items())


def _phrases(entry: Language) -> Iterator[tuple[str, _Meaning | None]]:
    held = entry.drafting
    for phrase, degree in held.modals.items():
        yield phrase, _Meaning("modal", phrase, degree) if degree else None
    yield from ((phrase, _Meaning("negation", "")) for phrase in held.negations)
    for phrase, degree in held.qualifiers.items():
        # An adjective and its adverb are one: the letters that they share.
        yield phrase, _Meaning("qualifier", phrase[:4] if entry.spaced else phrase, degree)
    yield from ((phrase, _Meaning("scope", phrase, degree)) for phrase, degree in held.scopes.items())
    yield from ((phrase, _Meaning("actor", who)) for phrase, who in held.actors.items())
    yield from ((phrase, _Meaning("count", str(value))) for phrase, value in held.counts.items())
    yield from _places(entry)


_WORLD: Final = "001"


def _places(entry: Language) -> Iterator[tuple[str, _Meaning]]:
    """The parts of the world (UN M49, named by the CLDR), and those that the language adds."""
    from babel import Locale

    yield from ((phrase, _Meaning("place", code)) for phrase, code in entry.names.places.items())
    for code, name in Locale.parse(entry.tag).territories.items():
        if code.isdecimal() and code != _WORLD:
            lowered = name.lower()
            inflected = " ".join(word[:-1] + "*" if len(word) > 3 else word for word in lowered.split())
            yield inflected if entry.tag == "ru" else lowered, _Meaning("place", code)


def _roled(text: str, listed: Sequence[Sign]) -> Iterator[Sign]:
    """The first actor of each sentence acts, the others are addressed."""
    last = -1
    for sign in listed:
        if sign.kind == "actor" and last >= 0 and not set(".;。；") & set(text[last : sign.start]):
            yield Sign("addressee", sign.key, sign.start, sign.end)
        else:
            yield sign
        last = sign.start if sign.kind == "actor" else last


_NEAR: Final = 12


def _of_actor(text: str, name: Name, actors: Sequence[Sign]) -> bool:
    """Whether an organisation only says whose members act: "SCO member states", "member States of the OSR"."""
    if not (name.meant or "").startswith("org:"):
        return False
    return any(
        0 <= actor.start - name.end <= 2 or (0 <= name.start - actor.end <= _NEAR and _linked(text, actor, name))
        for actor in actors
        if actor.key == "members"
    )


def _linked(text: str, actor: Sign, name: Name) -> bool:
    """Whether nothing but small words stand between: "of the"."""
    return not any(len(word) > 3 for word in words(text[actor.end : name.start]))


def _named(text: str, name: Name, tag: str) -> Sign:
    stated = text[name.start : name.end]
    vague = name.kind == "number" and stated.isalpha() and (cardinal(stated, tag) or 0) >= _HUNDRED
    return Sign("count" if vague else name.kind, name.meant or _value(name.kind, stated, tag), name.start, name.end)


_HUNDRED: Final = 100
"""From here on a word alone may say no more than "many": hundreds of people."""


def _value(kind: str, stated: str, tag: str) -> str:
    """What a number or a date comes to, however it is written; of other names their words."""
    plain = stated.replace("-", " ").replace(",", "").removeprefix("百分之")
    value: object = None
    if kind == "number":
        value = number(plain) or cardinal(plain, tag) or ordinal(stated, tag)
    elif kind == "date":
        value = day_in(stated, tag)
    elif kind == "session":
        value = _nth(stated, tag)
    return " ".join(words(stated)) if value is None else str(value)


def _nth(stated: str, tag: str) -> int | None:
    parts = folded(stated).lower().split()
    ways = (" ".join(parts[:size]) for size in range(len(parts), 0, -1))
    digits = "".join(letter for letter in stated if letter.isdecimal())
    return next((found for way in ways if (found := ordinal(way, tag))), int(digits) if digits else None)


def _verbs(text: str, entry: Language, actors: Sequence[Sign]) -> Iterator[Sign]:
    """The verb that the text opens with, and those that follow who acts."""
    held: set[str] = set()
    lowered = _lowered(folded(text))
    for start in (0, *(actor.end for actor in actors)):
        verb = entry.opening(text[start : start + 200])
        if verb is None:
            continue
        at = lowered.find(verb.phrase.split(" ")[0], start, start + 200)
        sign = Sign("verb", _way(verb, entry), at, min(len(text), at + len(verb.phrase)), verb.strength)
        named = any(_meet(sign, actor) for actor in actors)  # States, that state nothing
        if at >= 0 and sign.key not in held and not named:
            held.add(sign.key)
            yield sign


def _way(verb: Verb, entry: Language) -> str:
    """What a verb does and how strongly; a modal alone is a verb only beside another."""
    modal = f"{MODAL} " if verb.phrase in entry.drafting.modals else ""
    return f"{modal}{verb.act} {verb.strength}"


MODAL: Final = "modal"
