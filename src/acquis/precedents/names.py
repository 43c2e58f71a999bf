"""What a passage names: states, bodies, instruments, missions, dates, numbers and sessions."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, Literal, get_args

from msgspec import Struct

from acquis.languages import languages, words
from acquis.organisations import organisations
from acquis.precedents.figures import figures_in
from acquis.register.gazetteer import territories
from acquis.structure.phrases import Met, Phrases, folded, longest

Kind = Literal["state", "body", "instrument", "mission", "date", "number", "session"]


class Name(Struct, frozen=True):
    """What is named between two places of a text: code points, end excluded.

    `meant` is the same for all names of one state ("state:KAZ"), organisation or organ ("org:un", "organ:un/SC"),
    forum ("body:cd") or treaty (its address), in every language; None where only the words are known.
    """

    kind: Kind
    start: int
    end: int
    meant: str | None = None


def names_in(text: str) -> tuple[Name, ...]:
    """The names that stand in a text of any language of the shelf, in reading order, none over another.

    Known names come from the CLDR (states and territories), the organisations and the treaties of the shelf; others
    are seen by their capitals beside a noun that such names are built on ("Republic of", "Committee", "Treaty on").
    A noun alone ("the Organisation", "the Treaty") is no name. Cost: about one millisecond for twenty paragraphs.

    >>> text = "Kazakhstan signed the Treaty on Clean Rivers on 3 June 2011 at the sixty-first session."
    >>> [(name.kind, text[name.start:name.end]) for name in names_in(text)][:3]
    [('state', 'Kazakhstan'), ('instrument', 'Treaty on Clean Rivers'), ('date', '3 June 2011')]
    """
    flat = folded(text)
    lowered = flat.lower()
    if len(lowered) != len(flat):  # a letter that small letters spell with two
        lowered = "".join(letter.lower()[0] for letter in flat)
    found = longest([*_named(flat, lowered), *_counted(flat, lowered)])
    named = ((met.meaning, met.start, met.end) for met in _joined(found, lowered))
    return tuple(Name(sense.kind, start, end, sense.meant) for sense, start, end in named if sense)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether an Arabic stretch is a word with its prefixes, and not some letters of another."""
    before = _ARABIC_BEFORE.search(text, max(0, start - 8), start)
    return (before is None or before[0] in _PREFIXES) and not "\u0621" <= text[end : end + 1] <= "\u064a"


class _Sense(Struct, frozen=True):
    """What kind of thing a name is of, and which."""

    kind: Kind
    meant: str | None = None


_SENSES: Final[dict[Kind, _Sense]] = {kind: _Sense(kind) for kind in get_args(Kind)}


class _Noun(Struct, frozen=True):
    """A noun that names are built on, and whether all words of such a name have capitals."""

    kind: Kind
    titled: bool
    dense: bool


_Meant = _Sense | _Noun | None


def _named(flat: str, lowered: str) -> Iterator[Met[_Sense | None]]:
    """States, bodies, instruments and missions: by their names, else by the nouns that they are built on."""
    for met in _listed().find(flat, lowered):
        if not _stands(flat, lowered, met):
            continue
        if not isinstance(met.meaning, _Noun):
            yield Met(met.start, met.end, met.meaning)
        elif built := _built(flat, met.start, met.end, met.meaning):
            yield built
    if not flat.isascii():
        for found in _QUOTED.finditer(flat):
            yield Met(*found.span(), _SENSES["instrument"])


def _counted(flat: str, lowered: str) -> Iterator[Met[_Sense | None]]:
    """Dates, sessions, numbers, symbols of resolutions, and what initials stand for."""
    for met in figures_in(flat, lowered):
        if met.meaning != "initials":
            yield Met(met.start, met.end, _SENSES[met.meaning])
        elif sense := _initials(flat, met.start, flat[met.start : met.end]):
            yield Met(met.start, met.end, sense)


_SWALLOWED: Final = None
_ROMAN: Final = re.compile(r"[IVXLCM]+")
_QUOTED: Final = re.compile("《[^《》]{2,60}》")
_MISSIONS: Final = frozenset(
    words("""
        AMIS AMISOM ATMIS BINUH ECOMOG MINUCI MINUGUA MINUJUSTH MINURCA MINURCAT MINURSO MINUSCA MINUSMA MINUSTAH MONUA
        MONUC MONUSCO ONUB ONUCA ONUMOZ ONUSAL UNAMA UNAMI UNAMID UNAMIR UNAMSIL UNAVEM UNDOF UNEF UNFICYP UNIFIL UNIKOM
        UNISFA UNITAMS UNMEE UNMIBH UNMIK UNMIL UNMIN UNMIS UNMISET UNMISS UNMIT UNMOGIP UNOCI UNOMIG UNOMIL UNOSOM
        UNPROFOR UNSMIL UNSMIS UNTAC UNTAES UNTAET UNTAG UNTSO
    """)
)
"""Field missions by their initials, as the United Nations and the African Union list them."""


def _initials(flat: str, start: int, letters: str) -> _Sense | None:
    """What initials stand for: a mission or a body; None within a word, a symbol or a line of capitals."""
    before = flat[max(0, start - 2) : start]
    if before and (before[-1] in "/.-" or before[-1].isalnum() or (before[-1] == " " and before[0].isupper())):
        return None
    if letters in _MISSIONS:
        return _SENSES["mission"]
    if known := _known_initials().get(letters):
        return known
    return _SENSES["body"] if len(letters) > 3 and not _ROMAN.fullmatch(letters) else None


@cache
def _known_initials() -> dict[str, _Sense]:
    listed = ((name, org.code) for org in organisations().values() for name in org.names)
    known = {name: _Sense("body", f"org:{code}") for name, code in listed if _IS_INITIALS.fullmatch(name)}
    for entry in languages():
        short = ((name.upper(), code) for name, code in entry.names.bodies.items() if len(name) < 6 and name.isalpha())
        known |= {name: _Sense("body", f"body:{code}") for name, code in short if name.isascii()}
    return known


_IS_INITIALS: Final = re.compile("[A-Z]{2,10}")


@cache
def _listed() -> Phrases[_Meant]:
    """Every name that is known, and every noun that names are built on; the first meaning of a name counts."""
    known: dict[str, _Meant] = {}
    for name, meaning in (*_known(), *_nouns()):
        known.setdefault(folded(name).lower(), meaning)
    return Phrases(known.items(), names=True)


def _known() -> Iterator[tuple[str, _Meant]]:
    for entry in languages():
        yield from ((name, _SWALLOWED) for name in entry.names.no_names)
        states = (*entry.names.states.items(), *territories(entry.tag))
        yield from ((name, _Sense("state", f"state:{code}")) for name, code in states)
        yield from ((name, _Sense("body", f"body:{code}")) for name, code in entry.names.bodies.items())
    for held in organisations().values():
        yield from ((name, _Sense("instrument", address)) for name, address in held.treaties)
        own = (name for name in held.names if not _IS_INITIALS.fullmatch(name))
        yield from ((name, _Sense("body", f"org:{held.code}")) for name in own)
        for organ in held.organs:
            meant = _Sense("body", f"organ:{held.code}/{organ.code}")
            yield from ((name, meant) for name in organ.names if _is_body(name))


def _nouns() -> Iterator[tuple[str, _Meant]]:
    for entry in languages():
        names = entry.names
        kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = (
            ("state", names.realms),
            ("body", names.body_nouns),
            ("instrument", names.instrument_nouns),
            ("mission", names.mission_nouns),
        )
        for kind, nouns in kinds:
            yield from ((noun, _Noun(kind, names.titled, not entry.spaced)) for noun in nouns)


def _is_body(name: str) -> bool:
    """An organ that its people are named for ("Heads of State") is who acts, not where."""
    return len(name) > 2 and not re.match(r"heads? of|глав|chefs? d|元首$|首脳$", name.lower())


def _stands(flat: str, lowered: str, met: Met[_Meant]) -> bool:
    """Whether a name has its capital, and in Arabic no other letters before and after it than its prefixes."""
    letter = flat[met.start]
    if "\u0600" <= letter <= "\u06ff":
        return stands_alone(flat, met.start, met.end)
    return letter != lowered[met.start] or letter.upper() == letter


_ARABIC_BEFORE: Final = re.compile(r"[\u0621-\u064a]*$")
_PREFIXES: Final = frozenset(
    ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "ال", "وال", "بال", "لل", "ولل", "كال", "فال")
)

_CAPITAL: Final = r"[A-ZÀ-ÞА-Я]"
_LED_IN: Final = frozenset(
    words("""
        The In By Its This That These Each Pursuant Under Of On At And To For With As All Our Any No Recalls Welcomes
        Urges Invites Requests Decides Notes Stresses Supports Encourages Reaffirms States Parties Heads New Old Former
        We
    """)
)
"""Words with a capital before a name that are no part of it, as participles are none."""
_HAN_BEFORE: Final = re.compile(r"[\u4e00-\u9fff\u30a0-\u30ff]{2,12}$")
_HAN_GENERIC: Final = re.compile(
    "(?:国际|國際|国際|多边|双边|多国間|二国間|有关|相关|关联|法律|法的|国家|区域|地域|新的?|各种)+"
)
_HAN_APART: Final = re.compile(
    r".*[在由与與和及的对向为经于將将把被给从至是请請求等该本各届第次回出席参加加强支持欢迎呼吁]"
)


def _built(flat: str, start: int, end: int, noun: _Noun) -> Met[_Sense | None] | None:
    """The name that is built on a noun there; None where the noun stands alone."""
    if noun.dense:
        before = _HAN_BEFORE.search(flat, max(0, start - 12), start)
        own = _HAN_APART.sub("", before[0]) if before else ""
        named = len(own) > 1 and not _HAN_GENERIC.fullmatch(own)
        return Met(start - len(own), end, _SENSES[noun.kind]) if named else None
    left = start - _capitals_before(flat, start)
    after = _after(noun.kind, titled=noun.titled).match(flat, end)
    right = after.end() if after else end
    if left == start and right == end:
        return None
    return Met(left, right, _state(flat, end, right) if noun.kind == "state" else _SENSES[noun.kind])


def _state(flat: str, end: int, right: int) -> _Sense:
    """Which state a name ends with: the Republic of Kazakhstan is Kazakhstan."""
    after = flat[end:right].split()
    names = (" ".join(after[at:]).lower() for at in range(len(after)))
    return next((_states()[name] for name in names if name in _states()), _SENSES["state"])


@cache
def _states() -> dict[str, _Sense]:
    return {
        folded(name).lower(): sense for name, sense in _known() if isinstance(sense, _Sense) and sense.kind == "state"
    }


def _capitals_before(flat: str, start: int) -> int:
    """How many characters the words with a capital take that stand before a place."""
    before = flat[max(0, start - 70) : start].split(" ")
    if before.pop():
        return 0
    first = len(before)
    while first and (before[first - 1][:1].isupper() and before[first - 1][-1].isalnum()):
        first -= 1
    while first < len(before) and (before[first] in _LED_IN or before[first].endswith("ing")):
        first += 1
    return sum(len(word) + 1 for word in before[first:])


@cache
def _after(kind: Kind, *, titled: bool) -> re.Pattern[str]:
    """What may follow a noun that names are built on; `titled` where every word of a name has a capital."""
    word = rf"\s{_CAPITAL}[\w'-]*"
    if kind in ("state", "mission"):
        link = "of(?: the)?|in|for|to" if kind == "mission" else "of|de|du|del|de la"
        return re.compile(rf"(?:\s(?:{link}))?(?:{word}){{1,3}}")
    joins = {join for entry in languages() if entry.names.titled == titled for join in entry.names.joins}
    join = "|".join(map(re.escape, sorted(joins, key=len, reverse=True)))
    if titled:
        return re.compile(rf"(?:(?:\s(?:{join})){{0,3}}{word}){{1,12}}")
    return re.compile(rf"(?:\s(?:{join})(?:\s|(?<='))[\w-]+(?:{word})*){{1,3}}|(?:{word})+")


_BETWEEN: Final = frozenset((" ", "-", " and ", " et ", " y ", " и "))


def _joined(found: Sequence[Met[_Sense | None]], lowered: str) -> Iterator[Met[_Sense | None]]:
    """Numbers that stand side by side are one: two hundred and forty."""
    held: Met[_Sense | None] | None = None
    for met in found:
        if held and held.meaning is met.meaning is _SENSES["number"] and lowered[held.end : met.start] in _BETWEEN:
            held = Met(held.start, met.end, met.meaning)
            continue
        if held:
            yield held
        held = met
    if held:
        yield held
