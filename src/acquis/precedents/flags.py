"""Where a change of wording matters, and which changes may be no more than the translator's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Final, Literal

from acquis.languages import DRAFTING, language
from acquis.model.span import Span
from acquis.precedents.diff import Diff
from acquis.precedents.sides import FEW, STEM, Side
from acquis.precedents.signs import MODAL, NAMED, Kind, Sign
from acquis.precedents.words import words_of
from acquis.wording import counted

Change = Literal["stronger", "weaker", "added", "dropped", "changed"]


@dataclass(frozen=True, slots=True)
class Flag:
    """A change that matters: what it is about (`kind`; "passage" for a whole clause), and where it stands.

    `words` are the older and the newer; the empty words stand for none. `survives` says that no translation accounts
    for it; of other flags the translator may be the author. `rule` names the drafting convention that raised it.
    """

    kind: Kind | Literal["passage"]
    older: Span | None
    newer: Span | None
    words: tuple[str, str]
    change: Change
    survives: bool
    rule: str = DRAFTING


def flags(diff: Diff, *, language: str, translated: bool) -> tuple[Flag, ...]:
    """The changes that matter, in the order of the newer text. `translated` says that a side is a translation.

    Then what a translator neither adds nor leaves out survives: a whole clause, a body, instrument, state, place,
    number or date on one side only, another kind of actor or addressee, and a negation in words that are otherwise
    the same. A verb, modal, qualifier or word of scope may be the translator's. Where neither side is a translation
    every flag survives.
    """
    sides = Side(diff, language, newer=False), Side(diff, language, newer=True)
    left = _unmatched(*sides)
    found = [*_passages(*sides), *_paired(*sides, *left)]
    if not translated:
        found = [_surviving(flag) for flag in found]
    return tuple(sorted(found, key=lambda flag: (_place(flag.newer), _place(flag.older))))


NO_CHANGE: Final = "no change of position"


def position(found: Iterable[Flag]) -> str:
    """What the flags come to, in a line: "no change of position" where none survives.

    >>> position([Flag("body", None, Span(0, 2), ("", "UN"), "added", True)])
    'position changed: body added'
    """
    counts: dict[str, int] = defaultdict(int)
    for flag in found:
        if flag.survives:
            counts[f"{flag.kind} {flag.change}"] += 1
    told = (name if count == 1 else f"{name} ({counted(count, 'place')})" for name, count in counts.items())
    return f"position changed: {', '.join(told)}" if counts else NO_CHANGE


def _surviving(flag: Flag) -> Flag:
    return Flag(flag.kind, flag.older, flag.newer, flag.words, flag.change, True, flag.rule)


def _place(span: Span | None) -> int:
    return span.start if span else -1


def _unmatched(older: Side, newer: Side) -> tuple[list[Sign], list[Sign]]:
    """The signs of each side that the other has not, in words that changed."""
    one, other = _by_key(older), _by_key(newer)
    left: tuple[list[Sign], list[Sign]] = [], []
    for key in {**one, **other}:
        held, there = one.get(key, []), other.get(key, [])
        shared = min(len(held), len(there))
        left[0].extend(sign for sign in held[shared:] if _counts(sign, older, newer))
        left[1].extend(sign for sign in there[shared:] if _counts(sign, newer, older))
    return left


def _by_key(side: Side) -> dict[tuple[str, str], list[Sign]]:
    """The signs by what they say, those in words that did not change first."""
    found: dict[tuple[str, str], list[Sign]] = defaultdict(list)
    for sign in sorted(side.signs, key=lambda sign: (side.region(sign) is not None, sign.start)):
        found[_ROLES.get(sign.kind, sign.kind), sign.key].append(sign)
    return found


_ROLES: Final[dict[str, str]] = {"addressee": "actor", "count": "number"}


def _counts(sign: Sign, side: Side, there: Side) -> bool:
    """Whether a sign that the other side has not is a change: its words changed, and do not stand there as they are."""
    if side.region(sign) is None:
        return sign.kind == "verb"  # beside an adverb that was added it is another verb: "condemn", "firmly condemn"
    stated = words_of(side.text[sign.start : sign.end]).texts
    return sign.kind not in _REPEATED or f" {' '.join(stated)} " not in there.plain


_IN_WORDS: Final = frozenset(("state", "body", "instrument", "mission"))
_REPEATED: Final = NAMED | {"verb"}


def _paired(older: Side, newer: Side, ones: Sequence[Sign], others: Sequence[Sign]) -> Iterator[Flag]:
    """Flags of signs on one side only; two of one kind in one place are a change from the one to the other.

    One place is one region for names, and one replacement for other words, which have to go the same way.
    """
    held: dict[tuple[object, ...], tuple[list[Sign], list[Sign]]] = defaultdict(lambda: ([], []))
    for side, signs in ((older, ones), (newer, others)):
        for sign in sorted(signs, key=lambda sign: sign.start):
            sense = 0 if sign.kind in ("modal", "verb") else sign.degree
            place = None if sign.kind == "verb" else side.region(sign) if sign.kind in NAMED else side.change(sign)[1]
            held[_ROLES.get(sign.kind, sign.kind), sense, place][side.newer].append(sign)
    for before, after in held.values():
        for one, other in zip_longest(before, after):
            if not _related(one, other) and (_stirred(older, one) or _stirred(newer, other)):
                yield _flag(older, newer, one, other)


def _related(one: Sign | None, other: Sign | None) -> bool:
    """Whether two signs differ in no more than words and their order, or one alone says nothing: "both", "shall"."""
    if one and other:
        if {one.kind, other.kind} <= {"actor", "addressee"}:
            return {one.key, other.key} <= {"states", "members"}
        if one.kind == "verb":
            return one.key.startswith(MODAL) and other.key.startswith(MODAL)
        stems = _stems(one), _stems(other)
        return bool(stems[0] & stems[1]) and (stems[0] <= stems[1] or stems[1] <= stems[0])
    alone = one or other
    return alone is not None and (alone.kind == "count" or (alone.kind == "verb" and alone.key.startswith(MODAL)))


def _stirred(side: Side, sign: Sign | None) -> bool:
    return sign is not None and side.region(sign) is not None


def _stems(sign: Sign) -> set[str]:
    """The beginnings of the longer words of a name that is known by its words alone."""
    known = sign.kind not in _IN_WORDS or ":" in sign.key
    return set() if known else {word[:STEM] for word in sign.key.split() if len(word) > 3}


def _flag(older: Side, newer: Side, one: Sign | None, other: Sign | None) -> Flag:
    words = older.text[one.start : one.end] if one else "", newer.text[other.start : other.end] if other else ""
    spans = Span(one.start, one.end) if one else None, Span(other.start, other.end) if other else None
    kind = _kind(one, other)
    told: Kind = "number" if kind == "count" else kind
    return Flag(told, *spans, words, _change(one, other), _survives(older, newer, one, other))


def _kind(one: Sign | None, other: Sign | None) -> Kind:
    return other.kind if other else one.kind if one else "scope"


def _change(one: Sign | None, other: Sign | None) -> Change:
    """Which way a change goes: a strengthening word that is dropped weakens."""
    if one and other:
        if one.kind in ("modal", "verb") and one.degree != other.degree:
            return "stronger" if other.degree > one.degree else "weaker"
        return "changed"
    sign, sense = (other, 1) if other else (one, -1)
    if sign and sign.kind == "qualifier" and sign.degree:
        return "stronger" if sign.degree * sense > 0 else "weaker"
    return "added" if other else "dropped"


def _survives(older: Side, newer: Side, one: Sign | None, other: Sign | None) -> bool:
    """Whether no translation accounts for a change."""
    kind = _kind(one, other)
    region = newer.region(other) if other else older.region(one) if one else None
    if one and other and kind in _IN_WORDS:
        heads = {noun[:STEM] for noun in _nouns(older.language)}
        return not _stems(one) & _stems(other) - heads  # of one kind, and partly in the same words
    if kind in NAMED or kind == "count":
        alone = [(one, newer)] if one and not other else [(other, older)] if other and not one else []
        return not any(_reworded(sign, older if side.newer else newer, side, region) for sign, side in alone if sign)
    if kind == "negation":
        return _alone(older, newer, region)
    return kind in ("actor", "addressee") and bool(one and other and "states" not in (one.key, other.key))


def _alone(older: Side, newer: Side, region: int | None) -> bool:
    """Whether hardly more than the negation itself changed: no other word of substance came or went with it."""
    if region is None:
        return False
    one, other = older.of_region(region), newer.of_region(region)
    return max(len(one), len(other)) <= FEW and not _weighty(set(one) ^ set(other), older.language)


def _weighty(words: Iterable[str], tag: str) -> bool:
    entry = language(tag)
    if entry is None:
        return True
    small = {*entry.stopwords, *entry.drafting.modals, *" ".join(entry.drafting.negations).split(), *_AUXILIARY}
    return any(word not in small for word in words)


_AUXILIARY: Final = ("do", "does", "did")


def _reworded(sign: Sign, side: Side, there: Side, region: int | None) -> bool:
    """Whether the other side says a name in other words or order: "the Organisation", "the flood convention"."""
    if sign.kind not in _IN_WORDS:
        return False
    stated = [word for word in words_of(side.text[sign.start : sign.end]).texts if len(word) > 3]
    if stated and all(word[:STEM] in there.stems for word in stated):
        return True
    if _abbreviated(side.text[sign.start : sign.end], there.text):
        return True
    nouns = _nouns(side.language)
    spans = there.regions.get(region, ()) if region is not None else ()
    words = (word.strip(".,;") for span, _ in spans for word in span.of(there.text).split())
    lone = {word.lower() for word in words if word[:1].isupper() and word.lower() in nouns}
    return bool(lone & set(stated)) or (bool(lone) and sign.key.startswith("org:"))


def _abbreviated(name: str, there: str) -> bool:
    """Whether a name stands there by its initials, or initials by their name: WHO, World Health Organization."""
    if name.isupper():
        return name in _capitals(there)
    initials = _capitals(name)
    return len(initials) > 1 and initials in re.findall(r"\w+", there)


def _capitals(text: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", text) if word[0].isupper() and not word[1:].isupper())


@cache
def _nouns(tag: str) -> frozenset[str]:
    """The nouns that names of bodies and instruments are built on."""
    entry = language(tag)
    return frozenset((*entry.names.body_nouns, *entry.names.instrument_nouns)) if entry else frozenset()


_CLAUSE: Final = 8
_CLAUSE_OF_CHARACTERS: Final = 14


def _passages(older: Side, newer: Side) -> Iterator[Flag]:
    """Whole clauses on one side only, or in whose place another stands: eight words or more.

    A clause is on one side only where the other has less than a third of its words there. One that stands there in
    other words and another place is none: some region shares some of its substance. A clause in the place of another
    survives translation where both are long and share nothing.
    """
    least = _CLAUSE if _spaced(older.language) else _CLAUSE_OF_CHARACTERS
    for region in sorted({*older.regions, *newer.regions}):
        sizes = [side.sizes.get(region, 0) for side in (older, newer)]
        if max(sizes) < least:
            continue
        if 3 * min(sizes) <= max(sizes):
            one, other = (older, newer) if sizes[0] > sizes[1] else (newer, older)
            if not _elsewhere(one, other, region):
                yield _passage(older if one is older else None, newer if one is newer else None, region, survives=True)
        elif min(sizes) >= least and 6 * len(shared := older.substance[region] & newer.substance[region]) < least:
            whole = len(older.regions[region]) == len(newer.regions[region]) == 1  # no word between is the same
            yield _passage(older, newer, region, survives=whole and not shared and 2 * min(sizes) >= 3 * least)


def _passage(older: Side | None, newer: Side | None, region: int, *, survives: bool) -> Flag:
    """What changed in a region of one side or of both, as one flag."""
    spans = [side.whole(region) if side else None for side in (older, newer)]
    told = [
        span.of(side.text).strip() if side and span else "" for side, span in zip((older, newer), spans, strict=True)
    ]
    change: Change = "changed" if older and newer else "added" if newer else "dropped"
    return Flag("passage", spans[0], spans[1], (told[0], told[1]), change, survives)


def _elsewhere(side: Side, there: Side, region: int) -> bool:
    """Whether another region of the other side may say the same: half as long, with a sixth of its substance."""
    own = side.substance[region]
    least = max(6, len(own))
    return any(
        at != region and 2 * size >= side.sizes[region] and 6 * len(own & there.substance[at]) >= least
        for at, size in there.sizes.items()
    )


def _spaced(tag: str) -> bool:
    entry = language(tag)
    return entry is None or entry.spaced
