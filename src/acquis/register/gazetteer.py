"""Whom a name means, on a day."""

import enum
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, TypeAlias

from msgspec import Struct

from acquis.languages import languages, words
from acquis.languages.cases_ru import cases
from acquis.languages.peoples import peoples
from acquis.model import Day
from acquis.model.days import Interval
from acquis.organisations import Organisation, organisations
from acquis.register._gazetteer_bodies import BODIES, GROUPS
from acquis.register._gazetteer_cities import CITIES
from acquis.register._gazetteer_tables import DEMONYMS, FORMER, INITIALS, MORE, REGIONAL, REGIONS, SEVERAL
from acquis.register.books import Named
from acquis.structure.phrases import folded

Names: TypeAlias = Mapping[str, Sequence[Named]]
"""Names kept by hand, by the address of whom they name; they come before all others."""


class Kind(enum.StrEnum):
    """What kind of thing a name or a mention is of."""

    STATE = "state"
    STATE_GROUP = "state group"
    ORG = "organisation"
    ORGAN = "organ"
    ORGAN_GROUP = "organ group"
    MECHANISM = "mechanism"  # a meeting of ministers or heads of services that is no organ by its charter
    ACTOR = "actor"  # those who speak or act: heads of state, the meeting
    REGION = "region"
    CITY = "city"
    ZONE = "zone"
    INSTRUMENT = "instrument"
    INSTRUMENT_GROUP = "instrument group"
    UN_DOC = "document of the United Nations"
    DOCUMENT = "document"
    MEETING = "meeting"
    SESSION = "session"
    EVENT = "event"
    DATE = "date"
    PERSON = "person"
    DATABASE = "database"


class Sense(Struct, frozen=True):
    """One meaning of a name: the kind of thing, its address, and when it was so called in which language.

    `home` is the organisation in whose own texts alone the name means this ("the Secretariat"); None for everywhere.
    `people` marks what is said of a people ("Afghan"), and names a state only before a noun like "nation".
    """

    kind: Kind
    meant: str
    language: str | None = None
    since: Day | None = None
    until: Day | None = None
    home: str | None = None
    people: bool = False

    def held(self, on: Day) -> bool:
        """Whether the name may have been borne on a day."""
        return (self.since is None and self.until is None) or Interval(self.since, self.until).possible(on)


def meant(
    name: str, *, language: str | None = None, on: Day | None = None, names: Names | None = None
) -> tuple[str, ...]:
    """The addresses that a name means, in any case of letters; several where it is ambiguous, none where not known.

    A name that one had before and another has now means who bore it on the day; one that nobody bore that day still
    means who bore it before.

    An article before it counts as nothing, and so do the particles that Arabic writes in one with a name.

    >>> meant("Kyrgyz Republic"), meant("Кыргызская Республика"), meant("Afghan"), meant("Mars")
    (('state:KGZ',), ('state:KGZ',), ('state:AFG',), ())
    >>> meant("the United Kingdom"), meant("للبنان")
    (('state:GBR',), ('state:LBN',))
    """
    senses = next((known for spelled in _spellings(plain(name)) if (known := _senses(spelled, names))), [])
    found = [each for each in senses if language in (None, each.language) or not each.language]
    borne = [each for each in found if on is None or each.held(on)]
    return tuple(dict.fromkeys(each.meant for each in borne or found))


def codes() -> frozenset[str]:
    """The codes of states and territories: ISO 3166-1 of three letters, and those of former states (ISO 3166-3)."""
    former = (code for entry in languages() for code in entry.names.states.values())
    return frozenset((*_codes().values(), *former))


def former_codes() -> frozenset[str]:
    """The codes of states that are no more (ISO 3166-3)."""
    return _FORMER | _ENDED.keys()


def named(names: Names | None = None) -> Iterator[tuple[str, Sense]]:
    """Every name and what it means, as printed or in small letters; a word that ends with `*` is inflected.

    Sources: names kept by hand, the Unicode CLDR, the shelves of languages and of organisations. A name of a state that
    is kept by hand means whom it is kept for, and a city that has the name of a state is not meant by it.
    """
    kept = list(_by_hand(names or {}))
    own = {plain(name) for name, sense in kept if sense.kind is Kind.STATE and not sense.people}
    states = [(name, sense) for name, sense in _states() if sense.people or plain(name) not in own]
    taken = own | {plain(name) for name, _ in states}
    yield from kept
    yield from states
    yield from _of_several()
    yield from _organisations()
    yield from _regions()
    yield from ((name, sense) for name, sense in _cities() if plain(name) not in taken)


def plain(name: str) -> str:
    """A name as it is compared: small letters, one kind of blank and hyphen."""
    return " ".join(re.sub(r"[^\w*]", " ", folded(name).lower()).split())


def is_initials(name: str) -> bool:
    """Whether a name is made of initials, so that it means what it does in these letters alone.

    >>> [is_initials(name) for name in ("SCO", "EurAsEC", "UN SC", "G20", "Iran")]
    [True, True, True, True, False]
    """
    return bool(_INITIALS.fullmatch(name))


_INITIALS: Final = re.compile(r"(?:[A-ZА-Я]{1,2}[A-ZА-Я0-9]*[a-z]{0,2}[A-ZА-Я0-9]+[a-z]?[A-ZА-Я]*)(?: [A-ZА-Я]{2,6})*")


_ARTICLES: Final = re.compile(r"(?:the|les?|la|l|el|los|las) (?=.)")
_PARTICLES: Final = re.compile(r"(?:[وف]?[بلك]|[وف])(?=\w{3})")


def _spellings(name: str) -> Iterator[str]:
    """A plain name as it is, then without an article, then without Arabic particles."""
    yield name
    if led := _ARTICLES.match(name):
        yield name[led.end() :]
    if "\u0621" <= name[:1] <= "\u064a":
        if joined := re.match(r"[وف]?لل(?=\w{2})", name):
            yield f"ال{name[joined.end() :]}"
        if led := _PARTICLES.match(name):
            yield name[led.end() :]


def _senses(name: str, names: Names | None) -> list[Sense]:
    known = _known() if not names else _indexed(names)
    return known.get(name) or [sense for form, sense in _inflecting(name[:_FIRST]) if form.fullmatch(name)]


@cache
def _known() -> Mapping[str, list[Sense]]:
    return _indexed({})


def _indexed(names: Names) -> Mapping[str, list[Sense]]:
    found: defaultdict[str, list[Sense]] = defaultdict(list)
    for name, sense in (*named(names), *_treaties()):
        if sense not in found[key := plain(name)]:
            found[key].append(sense)
    return found


_FIRST: Final = 3
"""Inflected names are kept by so many of their first letters."""


def _inflecting(first: str) -> Sequence[tuple[re.Pattern[str], Sense]]:
    return _stems().get(first, ())


@cache
def _stems() -> Mapping[str, list[tuple[re.Pattern[str], Sense]]]:
    found: defaultdict[str, list[tuple[re.Pattern[str], Sense]]] = defaultdict(list)
    for name, sense in (*named(), *_treaties()):
        if "*" in name:
            stem = plain(name)
            found[stem[:_FIRST]].append((re.compile(re.escape(stem).replace(r"\*", r"\w{0,5}")), sense))
    return found


_KINDS: Final = {
    "state": Kind.STATE,
    "org": Kind.ORG,
    "organ": Kind.ORGAN,
    "group": Kind.STATE_GROUP,
    "region": Kind.REGION,
    "place": Kind.CITY,
}


def kind_of(address: str) -> Kind:
    """What kind of thing an address is of; an instrument where its scheme is an organisation's."""
    return _KINDS.get(address.partition(":")[0], Kind.INSTRUMENT)


def _by_hand(names: Names) -> Iterator[tuple[str, Sense]]:
    for address, held in names.items():
        for each in held:
            sense = Sense(kind_of(address), address, each.language, each.since, each.until)
            forms = (each.name, each.short, *bracketed(each)) if sense.kind is Kind.STATE else (each.name, each.short)
            yield from ((form, sense) for name in forms if name for form in _joined(name))
            people = Sense(sense.kind, address, each.language, each.since, each.until, people=True)
            yield from ((demonym, people) for demonym in each.demonym)


def bracketed(named: Named) -> Iterator[str]:
    """The form of lists in which the short name comes first and the rest of the formal one in brackets.

    >>> [*bracketed(Named("Plurinational State of Bolivia", "Bolivia"))]
    ['Bolivia (Plurinational State of)']
    >>> [*bracketed(Named("Федеративные Штаты Микронезии", "Микронезия", language="ru"))]
    ['Микронезия (Федеративные Штаты)']
    """
    stem = named.short[:-1] if named.language == "ru" else named.short
    before, found, after = named.name.partition(stem) if stem else ("", "", "")
    if named.language == "ru":
        after = after.lstrip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")  # the ending of its case
    rest = [part for part in (before.strip(" ・"), after.strip(" ・")) if part]
    if found and rest and named.language in ("zh", "ja"):
        yield f"{named.short}({''.join(rest)})"
    elif found and rest:
        yield f"{named.short} ({' - '.join(rest)})"
        if named.language == "ar" and not after.strip():
            yield f"{named.short} ({rest[0]} -)"


def _states() -> Iterator[tuple[str, Sense]]:
    for entry in languages():
        own = ((form, code) for name, code in entry.names.states.items() for form in inflected(name, entry.tag))
        for name, code in (*own, *territories(entry.tag)):
            yield name, Sense(Kind.STATE, f"state:{code}", entry.tag, until=_ENDED.get(code))
        for name, code in peoples(entry.tag):
            yield name, Sense(Kind.STATE, f"state:{code}", entry.tag, until=_ENDED.get(code), people=True)
    more = ((form, code) for name, code in MORE.items() for form in _declined(name))
    for name, code in (*FORMER.items(), *INITIALS.items(), *more):
        yield name, Sense(Kind.STATE, f"state:{code}", until=_ENDED.get(code))
    for name, code in DEMONYMS.items():
        yield name, Sense(Kind.STATE, f"state:{code}", "en", until=_ENDED.get(code), people=True)


def _of_several() -> Iterator[tuple[str, Sense]]:
    for addresses, shared in SEVERAL.items():
        senses = [Sense(kind_of(address), address) for address in addresses.split()]
        yield from ((form, sense) for name in shared for form in _declined(name) for sense in senses)


_ENDED: Final = {
    "SUN": Day(1991, 12, 26),
    "YUG": Day(2003, 2, 4),
    "SCG": Day(2006, 6, 5),
    "CSK": Day(1993, 1, 1),
    "DDR": Day(1990, 10, 3),
    "ZAR": Day(1997, 5, 17),
}
"""The day from which on a former state was no more (ISO 3166-3 and the records of the United Nations)."""


def _organisations() -> Iterator[tuple[str, Sense]]:
    for held in organisations().values():
        sense = Sense(Kind.ORG, f"org:{held.code}")
        yield from ((form, sense) for name in held.names for form in _declined(name))
        yield from _organs(held)
    for entry in languages():
        for name, code in entry.names.bodies.items():
            if name not in _OFFICES:
                yield name.upper() if _is_short(name) else name, Sense(_body(code), _address(code), entry.tag)
    for name, code in BODIES.items():
        yield from ((form, Sense(_body(code), _address(code))) for form in _declined(name))
    for name, code in GROUPS.items():
        yield from ((form, Sense(Kind.STATE_GROUP, f"group:{code}")) for form in _declined(name))


_OFFICES: Final = frozenset(("secretary-general", "генеральн* секретар*", "secrétaire général", "secretario general"))
"""Offices that many organisations have: whose it is has to be read off the text."""


def _is_short(name: str) -> bool:
    return len(name) < 6 and name.isalnum() and not re.search(r"[\u0600-\uffff]", name)


def _body(code: str) -> Kind:
    if code in ("unsg", "hrhc", "hrcr"):
        return Kind.ACTOR
    return Kind.ORGAN if "/" in code or code in ("cd", "undc") else Kind.ORG


def _address(code: str) -> str:
    return f"organ:{code}" if "/" in code else f"org:{code}"


def _organs(held: Organisation) -> Iterator[tuple[str, Sense]]:
    """An organ's names; without its organisation's name before them, and the shared ones, they count at home alone."""
    own = tuple(f"{name} " for name in held.names)
    for organ in held.organs:
        address = f"organ:{held.code}/{organ.code}"
        here = Sense(Kind.ORGAN, address, home=held.code)
        for name in organ.names:
            if _is_of_people(name):
                continue
            everywhere = here if plain(name) in _COMMON or _is_sample(held) else Sense(Kind.ORGAN, address)
            yield from ((form, everywhere) for form in _declined(name))
            if "-" in name:  # "SCO – Afghanistan Contact Group"
                yield name.replace("-", " - "), Sense(Kind.ORGAN, address)
            if short := next((name.removeprefix(first) for first in own if name.startswith(first)), None):
                yield from ((short, here),) if not is_initials(name) else ()
        yield from ((name, here) for name in organ.short)


def _is_sample(held: Organisation) -> bool:
    """An organisation that is none, whose organs nobody else's text can mean."""
    return held.source.startswith("samples/")


_COMMON: Final = frozenset(words("secretariat секретариат 大会 总会 総会 secrétariat secretaría council"))
"""Names that organs of many organisations have."""


def _declined(name: str) -> Iterator[str]:
    """A name and, of a Russian one that is no initials, its cases."""
    yield name
    if _RUSSIAN.fullmatch(name):
        yield from cases(name.replace("ё", "е"))
    elif name[:2] == "ال":
        yield from inflected(name, "ar")


_RUSSIAN: Final = re.compile(r"[А-Я]?[а-яё]+(?:[ -][А-Яа-яё-]+)*")


def _is_of_people(name: str) -> bool:
    """An organ that its people are named for ("Heads of State") is who acts, not where."""
    return (len(name) < 3 and name.isascii()) or bool(re.match(r"heads? of|глав|chefs? d|元首$|首脳$", name.lower()))


def _treaties() -> Iterator[tuple[str, Sense]]:
    for held in organisations().values():
        yield from ((name, Sense(Kind.INSTRUMENT, address)) for name, address in held.treaties)


def _regions() -> Iterator[tuple[str, Sense]]:
    for entry in languages():
        for name, code in (*_parts_of_the_world(entry.tag), *entry.names.places.items()):
            yield name, Sense(Kind.REGION, f"region:{code}", entry.tag)
    for name, code in REGIONS.items():
        yield name, Sense(Kind.REGION, f"region:{code}")
    for name, code in REGIONAL.items():
        yield name, Sense(Kind.REGION, f"region:{code}", "en", people=True)


def _parts_of_the_world(tag: str) -> Iterator[tuple[str, str]]:
    from babel import Locale

    english = Locale.parse("en").territories
    for code, name in Locale.parse(tag).territories.items():
        if code.isdigit() and code != "001":
            slug = english[code].lower().replace(" ", "-")
            yield from ((form, slug) for form in inflected(folded(name).lower(), tag))


def _cities() -> Iterator[tuple[str, Sense]]:
    listed = [line.split("; ") for line in CITIES.strip().splitlines()]
    for held in organisations().values():
        listed += map(list, held.places)
    for first, *others in listed:
        yield from ((form, _city(first)) for name in (first, *others) for form in _declined(name))
    yield from _of_time_zones()


def _city(name: str) -> Sense:
    return Sense(Kind.CITY, f"place:{re.sub(r'[^a-z]+', '-', name.lower().replace('the ', '')).strip('-')}")


def _of_time_zones() -> Iterator[tuple[str, Sense]]:
    """The cities that time zones are named for (Unicode CLDR): most capitals, in all languages."""
    from babel import Locale
    from babel.core import get_global

    abroad = [(entry.tag, Locale.parse(entry.tag).time_zones) for entry in languages()]
    zones_of = Counter(get_global("zone_territories").values())
    for zone, territory in get_global("zone_territories").items():
        continent, _, last = zone.partition("/")
        if continent in _CONTINENTS and "/" not in last and last not in _NO_CITIES:
            name = last.replace("_", " ")
            yield name, _city(name)
            known = zones_of[territory] == 1 or last in _KNOWN_ABROAD
            for tag, zones in abroad if known else ():
                if own := zones.get(zone, {}).get("city"):
                    forms = (folded(own), *_contracted(own, tag))
                    yield from ((form, _city(name)) for one in forms for form in inflected(one, tag))


def _contracted(name: str, tag: str) -> Iterator[str]:
    """What stays of "Le Caire" where its article is joined to a preposition: "au Caire"."""
    if tag == "fr" and name.startswith("Le ") and len(name) > 6:
        yield name[3:]


_CONTINENTS: Final = frozenset(("Africa", "America", "Asia", "Australia", "Europe"))
_KNOWN_ABROAD: Final = frozenset(
    words("""
        Almaty Auckland Berlin Chicago Istanbul Jakarta Jerusalem Kinshasa Kuala_Lumpur Kyiv Lisbon Los_Angeles Madrid
        Melbourne Mexico_City Moscow New_York Nicosia Samarkand Santiago Sao_Paulo Shanghai Sydney Tashkent Toronto
        Ulaanbaatar Urumqi Vancouver Vladivostok Yekaterinburg
    """)
)
"""Cities of states with several time zones that other languages have names for."""
_NO_CITIES: Final = frozenset(words("Center Easter Eirunepe Inuvik Nome Lindeman Eucla Currie Regina Resolute Phoenix"))
"""Zones whose names are words of other meanings."""


_NO_PLACES: Final = frozenset(("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"))


def territories(tag: str) -> Iterator[tuple[str, str]]:
    """The names of states and territories in a language (Unicode CLDR), as documents write them, with their codes."""
    from babel import Locale

    for code, name in Locale.parse(tag).territories.items():
        if len(code) == 2 and code in _codes() and "о-в" not in name:
            whole = folded(name).partition(" - ")[0] if code in _OF_ONE_NAME else folded(name)
            short = re.sub(r"\s*[(（].*", "", whole).replace("&", "and")
            short = re.sub(r" SAR China$", "", re.sub(r"^St\. ", "Saint ", short))
            if short not in _COMMON_ARABIC:
                yield from ((form, _codes()[code]) for one in _joined(short) for form in inflected(one.lower(), tag))


_OF_ONE_NAME: Final = ("CD", "CG")
"""States of one name, which the CLDR tells apart by their capitals."""


def _joined(name: str) -> Iterator[str]:
    """A name of two parts with its hyphen close and with blanks beside it: "Guinea-Bissau", "تيمور - ليشتي"."""
    yield name
    if "-" in name and "(" not in name:
        close = name.replace(" - ", "-")
        yield close if close != name else name.replace("-", " - ")


@cache
def _codes() -> dict[str, str]:
    """The three letters of each code of two letters (ISO 3166-1)."""
    from babel.core import get_global

    listed = get_global("territory_aliases").items()
    long = ((found[0], code) for code, found in listed if len(code) == 3 and code.isalpha() and len(found) == 1)
    return {code: letters for code, letters in long if code not in _NO_PLACES and letters not in _FORMER}


_FORMER: Final = frozenset(words("ANT ATB BUR CTE DDR DHY FXX JTN MID NTZ PCI PCZ PUS ROM SUN TMP VDR WAK YMD YUG ZAR"))
"""Codes of former states, which the CLDR gives as other names of their successors."""


_COMMON_ARABIC: Final = frozenset(("مالي", "غانا", "توغو", "بنما"))
"""Names of states that are ordinary words too, with other vowels or a prefix: Mali is "financial"."""


def inflected(name: str, tag: str) -> Iterator[str]:
    """A name and, in Russian, its cases, in Arabic its other spellings; one with `*` tells its own forms."""
    yield name
    if tag == "ru" and "*" not in name:
        yield from cases(name)[1:]
    elif tag == "ar":
        if name.startswith("ال"):
            yield f"لل{name[2:]}"  # after "to" the article loses its first letter
        if "آ" in name:
            yield name.replace("آ", "أ")
