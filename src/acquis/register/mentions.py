"""Whom and what the words of a document name."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from operator import attrgetter
from typing import Final

from msgspec import Struct

from acquis.languages import language, words
from acquis.model import Basis, Citation, Day, Document, Part, Piece, Pinpoint, Span
from acquis.model import Kind as PartKind
from acquis.organisations import organisations
from acquis.register import _mention_days as days
from acquis.register import _mention_groups as groups
from acquis.register import _mention_meetings as meetings
from acquis.register import _mention_places as places
from acquis.register import _mention_texts as texts
from acquis.register._mention_page import Draft, Page, Setting, nested
from acquis.register._mention_scan import NOBODY, Entry, Hit, Scan, scan
from acquis.register._mention_words import Role
from acquis.register.definitions import Definition, defined_at
from acquis.register.gazetteer import Kind, Names, Sense, kind_of
from acquis.structure.citations import citations_in

VERSION: Final = "mentions/1"
"""The version of the rules; evidence found by them says which."""


class Mention(Struct, frozen=True, gc=False):
    """Words that name someone or something.

    Its stretch counts in the document's text, or in the source where `layer` says so: record fields and mastheads stand
    there alone. `meant` is an address or, for dates, an ISO day or stretch ("2001/2011"); None where the words do not
    tell. `others` are then the addresses in question, or those that are meant together. `nested` marks a mention
    within a longer one. No determiner leads a mention.
    """

    start: int
    end: int
    kind: Kind
    meant: str | None = None
    others: tuple[str, ...] = ()
    nested: bool = False
    rule: str = ""
    layer: str = "text"

    @property
    def span(self) -> Span:
        """The stretch of its words."""
        return Span(self.start, self.end)


def mentions_in(document: Document, names: Names | None = None) -> tuple[Mention, ...]:
    """Every mention in a document, in reading order, those of its record first.

    `names` are names kept by hand. Citations are taken as they were found and not resolved again. What is only pointed
    at ("the Organization", "the region", "the member states", "They" where it begins a sentence) is resolved within the
    document.
    """
    scanned = scan(names)
    setting = _setting(document)
    page = read(document.text, setting, scanned, document)
    return (*_of_record(document, setting, scanned), *_told(page.drafts))


def mentions_in_words(
    words: str,
    *,
    home: str | None = None,
    on: Day | None = None,
    language: str | None = None,
    names: Names | None = None,
) -> tuple[Mention, ...]:
    """Every mention in words that stand alone; `home` is the code of the organisation whose words they are.

    >>> words = "The SCO member states met in Astana on 15 June 2011."
    >>> [(m.span.of(words), m.meant) for m in mentions_in_words(words) if not m.nested]
    [('SCO member states', 'group:sco/members'), ('Astana', 'place:astana'), ('15 June 2011', '2011-06-15')]
    """
    whole = Part("p1", PartKind.PARAGRAPH, Span(0, len(words)))
    cited = citations_in(words, (whole,), own=_NOWHERE, language=language)
    return tuple(_told(read(words, Setting(home, None, on, language), scan(names), cited=cited).drafts))


_NOWHERE: Final = Pinpoint("file:000000000000")
"""The address of words that stand in no document."""


def read(
    text: str, setting: Setting, scanned: Scan, document: Document | None = None, *, cited: Iterable[Citation] = ()
) -> Page:
    """The page of a text with everything found in it: names, then what is built on them, rule by rule."""
    page = Page(_one_blank(text), setting)
    nouns, people = named(page, scanned)
    defined = _defined(page, nouns[Role.DEFINES])
    for hit in nouns[Role.BODY]:
        if not texts.body(page, hit):
            _itself(page, hit, defined)
    groups.organs(page)
    for role, rule in _FIRST:
        for hit in nouns[role]:
            rule(page, hit)
    taken = texts.cited(page, document.citations if document else cited)
    for hit in people:
        groups.of_people(page, hit)
    for hit in nouns[Role.PEOPLE]:
        groups.by_people(page, hit)
    for role, shared in _GROUPS:
        for hit in nouns[role]:
            shared(page, hit, role)
    texts.lengthened(page)
    for hit in reversed(nouns[Role.INSTRUMENT]):
        texts.instrument(page, hit, taken)
    for hit in nouns[Role.INSTRUMENTS]:
        texts.instruments(page, hit, taken)
    for role, rule in _LAST:
        for hit in nouns[role]:
            rule(page, hit)
    _short_names(page, _defined(page, nouns[Role.DEFINES]))  # anew: groups are known by now
    if document:
        _titled(page, document)
    return page


def _one_blank(text: str) -> str:
    """The text with one kind of blank; every character stays at its place."""
    return text if text.isascii() else text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")


def _chiefs(page: Page, hit: Hit) -> None:
    if not groups.heads_of_members(page, hit):
        meetings.chiefs(page, hit)


_Rule = Callable[[Page, Hit], None]
_FIRST: Final[tuple[tuple[Role, _Rule], ...]] = ((Role.MONTH, days.month), (Role.YEAR, days.year))
_GROUPS: Final = (
    (Role.MEMBERS, groups.member_states),
    (Role.OBSERVERS, groups.member_states),
    (Role.PARTNERS, groups.member_states),
    (Role.PARTIES, groups.member_states),
    (Role.HEADS, groups.heads),
    (Role.PREMIERS, groups.heads),
)
_LAST: Final[tuple[tuple[Role, _Rule], ...]] = (
    (Role.ARMED, groups.armed_states),
    (Role.BODIES, groups.bodies),
    (Role.CHIEFS, _chiefs),
    (Role.MINISTERS, meetings.ministers),
    (Role.JURISTS, meetings.jurists),
    (Role.AREA, places.region),
    (Role.ZONE, places.zone),
    (Role.HAPPENING, places.happening),
    (Role.TIME, days.time),
    (Role.MEETING, meetings.meeting),
    (Role.SESSION, meetings.session),
    (Role.THEY, groups.they),
)


def _setting(document: Document) -> Setting:
    record = document.record
    stated = record.value("organisation") or document.address.scheme
    home = stated if stated in organisations() else None
    organ = record.value("organ")
    return Setting(home, _organ(home, organ) if home and organ else None, record.day[0], document.language)


@lru_cache(maxsize=1_000)
def _organ(home: str, name: str) -> str | None:
    held = organisations()[home].organ(name)
    return f"organ:{home}/{held.code}" if held else None


def named(page: Page, scanned: Scan) -> tuple[defaultdict[Role, list[Hit]], list[Hit]]:
    """Adds the names that stand in the page, with whom they mean; gives the nouns by what they do, and the peoples.

    Of two names that share letters the longer counts; what stands within the name of an organ stays a mention where
    `_HELD` says so.
    """
    nouns: defaultdict[Role, list[Hit]] = defaultdict(list)
    people: list[Hit] = []
    text, add = page.text, page.add
    reached, kind, initials = 0, Kind.ORG, False
    for start, minus, _, entry in scanned.met(text):
        within = start < reached
        if within and kind is not Kind.ORGAN:
            continue
        end = -minus
        if entry.roles:
            hit = Hit(start, end, entry)
            for role in entry.roles:
                met = nouns[role]
                if not (within and role is not Role.MEMBERS) and not (met and start < met[-1].end):
                    met.append(hit)
            continue
        if within and (initials or end > reached):
            continue
        sense, others = (entry.sure, ()) if entry.sure else _sense(page, start, end, entry)
        if sense is None or (within and (sense.people or sense.kind not in _HELD)):
            continue
        if sense.people:
            if not people or start >= people[-1].end:
                people.append(Hit(start, end, entry))
            continue
        if sense is not NOBODY:
            whole = start
            if sense.kind is Kind.STATE and not within:
                if text[start] > _LATIN:
                    whole, end = _whole_abroad(text, start, end)
                elif text[start:end] in _GIVEN and _is_person(text, start, end):
                    continue
                else:
                    whole = _whole_state(text, start)
            add(whole, end, sense.kind, sense.meant or None, "name", others=others)
        if not within:
            reached, kind, initials = end, sense.kind, entry.exact is not None
    return nouns, people


def _sense(page: Page, start: int, end: int, entry: Entry) -> tuple[Sense | None, tuple[str, ...]]:
    """What a name means here; one that counts at home alone needs its organisation, or the document's, beside it."""
    beside = page.ends.get(start - 1)
    if beside and beside.kind is Kind.ORG and beside.meant:
        owner = f"organ:{beside.meant[4:]}/"
        if owned := [sense for sense in entry.senses if sense.meant.startswith(owner)]:
            return page.choose(owned)
    sense, others = page.known(entry.letters, entry.senses)
    if entry.ours and sense and _is_led(page.text, start) and texts.capitals_from(page.text, start) < start:
        return None, ()  # "the Alpine Council of Ministers" is not our own
    if others and sense and sense.kind is Kind.ORGAN:
        return _called_before(page, page.text[start:end], sense, others)
    return sense, others


def _is_led(text: str, start: int) -> bool:
    """Whether a word with a capital stands before a Latin name."""
    return text[start] < _LATIN and text[text.rfind(" ", 0, start - 1) + 1].isupper()


def _called_before(page: Page, word: str, sense: Sense, others: tuple[str, ...]) -> tuple[Sense, tuple[str, ...]]:
    """Finds "the Commission": the one last called by its whole name, else the highest, where it is one."""
    for draft in page.of[Kind.ORGAN][:-_BACK:-1]:
        if draft.meant in others and draft.end - draft.start > len(word) and word in page.text[draft.start : draft.end]:
            return Sense(Kind.ORGAN, draft.meant or ""), ()
    highest = [address for address in others if _level(address) == 1]
    return (Sense(Kind.ORGAN, highest[0]), ()) if len(highest) == 1 else (sense, others)


_BACK: Final = 100
"""A short name is of one of so many organs that were named before it."""


@cache
def _level(address: str) -> int:
    code, _, organ = address.partition(":")[2].partition("/")
    held = organisations().get(code)
    found = held.organ(organ) if held else None
    return found.level if found else 9


_HELD: Final = frozenset((Kind.ORG, Kind.CITY, Kind.STATE))
"""What may be named within the name of an organ: "SCO" in "SCO Secretariat", "Geneva" in "Geneva conference"."""

_OF: Final = (" of ", " of the ", " de ", " du ", "'", "’", " la ", " del ")
_REALM: Final = re.compile(
    r"(?<!eads of )(?<!hefs d['’])(?<!efes de )"  # "the Heads of State of India" are of India
    r"(?:[A-ZÀ-Þ][\w'’-]+ ){0,3}(?:Republic|Kingdom|Federation|Emirate|Sultanate|Principality|Commonwealth|State|Union|"
    r"République|Royaume|République fédérale|État|Principauté|República|Reino|Estado|Principado)s? "
    r"(?:of (?:the )?|de la |de l'|de l’|du |de |des |del |d'|d’)$"
)


def _whole_state(text: str, start: int) -> int:
    """Where "the Islamic Republic of" begins before a state's short name."""
    if not text.endswith(_OF, 0, start):
        return start
    before = text[max(0, start - 60) : start]
    realm = _REALM.search(before)
    led = re.match(r"(?:The|In|By|And|With|For|To|Of) ", realm[0]) if realm else None
    return start - len(before) + realm.start() + (led.end() if led else 0) if realm else start


_LATIN: Final = "\u0370"
"""Latin letters come before it."""
_REALM_BESIDE: Final = re.compile(
    r"(?<!\w)(?P<realm>(?:[А-Я][а-яё-]+(?:ая|ой|ую|ое|ого|ому|ым|ом) )*"
    r"(?:Республик|Королевств|Княжеств|Султанат|Эмират|Государств|Содружеств|Федераци)[а-я]{1,3} $)"
    r"|(?<![\u0621-\u064a])[وفبلك]{0,2}(?P<arab>(?:جمهورية|مملكة|دولة|سلطنة|إمارة) $)"
)
_REALM_AFTER: Final = re.compile(r"(?:人民|民主|社会主义|社会主義|联邦|連邦)?共和[国國]|王[国國]|大?公国|酋长国|首長国")


def _whole_abroad(text: str, start: int, end: int) -> tuple[int, int]:
    """Where "Республики Армения" begins, and "亚美尼亚共和国" ends."""
    if text[start] > "\u3000":
        after = _REALM_AFTER.match(text, end)
        return start, after.end() if after else end
    realm = _REALM_BESIDE.search(text, max(0, start - 40), start)
    return (realm.start(realm.lastgroup or 0) if realm else start), end


_GIVEN: Final = frozenset(("Jordan", "Georgia", "Chad", "Israel", "Kenya", "India", "Ireland", "Malta", "Cuba"))
_SURNAME: Final = re.compile(r" (?P<word>[A-Z][a-z]+)(?![\w-])")
_PLACED: Final = frozenset(("in", "of", "from"))
"""Words after which a state is meant: "the President of Georgia Salome …"."""


def _is_person(text: str, start: int, end: int) -> bool:
    """Whether a state's name is the given name of a person: a surname follows, no noun that names are built on."""
    if (after := _SURNAME.match(text, end)) is None:
        return False
    before = text[max(0, start - 12) : start].rpartition(" ")[0].rpartition(" ")[2]
    return before.lower() not in _PLACED and after["word"].lower() not in _nouns_of_names()


@cache
def _nouns_of_names() -> frozenset[str]:
    """The nouns that names are built on, and the common words of English."""
    english = language("en")
    if english is None:
        return frozenset()
    names = english.names
    built = (*names.body_nouns, *names.instrument_nouns, *names.realms, *names.mission_nouns, *_LANDS)
    return frozenset((*built, *english.stopwords))


_LANDS: Final = words(
    "river valley sea basin strait bank government president minister prime delegation foreign border"
)


def _defined(page: Page, hits: Sequence[Hit]) -> list[Definition]:
    """The short names that the document gives, with whom they mean as far as names are found by now."""
    ends: defaultdict[int, list[str]] = defaultdict(list)
    for draft in sorted(page.drafts if hits else (), key=attrgetter("start"), reverse=True):
        ends[draft.end].append(draft.meant or "")
    return [each for hit in hits[:_MOST] for each in defined_at(page.text, hit.start, ends)]


_MOST: Final = 60
"""A text gives no more short names than this."""


def _itself(page: Page, hit: Hit, defined: Sequence[Definition]) -> None:
    """Finds "the Organization": what the document defines, else the organisation that speaks where it is so named."""
    noun = _one_spelling(page.text[hit.start : hit.end])
    given = [each for each in defined if _one_spelling(each.short) == noun and each.span.start <= hit.start]
    if given and given[-1].meant:
        page.add(hit.start, hit.end, kind_of(given[-1].meant), given[-1].meant, "defined name")
        return
    home = page.setting.home
    if home and noun[:_ALIKE] in _called(home):
        page.add(hit.start, hit.end, Kind.ORG, f"org:{home}", "the organisation that speaks")


@cache
def _called(home: str) -> frozenset[str]:
    """How the words of an organisation's names begin."""
    held = organisations().get(home)
    names = held.names if held else ()
    return frozenset(_one_spelling(word)[:_ALIKE] for name in names for word in name.split())


_ALIKE: Final = 8
"""Two words that begin with as many same letters are forms of one."""


def _one_spelling(words: str) -> str:
    return words.lower().replace("organisation", "organization")


def _short_names(page: Page, defined: Sequence[Definition]) -> None:
    """Every place where a document uses a short name that it gave."""
    for each in defined:
        meant, known = each.meant, page.starts.get(each.span.start)
        if known and known.end == each.span.end and known.kind is Kind.ORGAN and each.body:
            _rebind(page, each)
        if meant is None or (known and known.end == each.span.end):  # found wherever it stands
            continue
        called = re.compile(rf"(?<!\w){re.escape(each.short)}(?!\w)")
        for found in called.finditer(page.text, each.span.start):
            start, end = found.span()
            held = page.starts.get(start)
            after = page.ends.get(end)
            if (held is None or held.end < end) and (after is None or after.start > start):
                page.add(start, end, kind_of(meant), meant, "defined name")


def _rebind(page: Page, given: Definition) -> None:
    """A short name that a text gives to a body is not our own organ's of that name, be the body known or not."""
    for draft in page.of[Kind.ORGAN]:
        if draft.start >= given.span.start and page.text[draft.start : draft.end] == given.short:
            draft.meant, draft.others, draft.rule = given.meant, (), "defined name"
            draft.kind = kind_of(given.meant) if given.meant else draft.kind


_IN_TITLES: Final = frozenset((Kind.ORG, Kind.ORGAN, Kind.ACTOR, Kind.STATE_GROUP, Kind.STATE))


def _titled(page: Page, document: Document) -> None:
    """A title is the document's own name; within it only those who act are mentions."""
    title = next((part.span for part in document.parts if part.kind is PartKind.TITLE and len(part.span)), None)
    if title is None:
        return
    page.drafts = [d for d in page.drafts if d.end > title.end or d.start < title.start or d.kind in _IN_TITLES]
    page.add(title.start, title.end, Kind.DOCUMENT, str(document.address.work), "the title")


def _told(drafts: list[Draft], moved: int = 0, layer: str = "text") -> list[Mention]:
    return [
        Mention(d.start + moved, d.end + moved, d.kind, d.meant, d.others, held, d.rule, layer)
        for d, held in nested(drafts)
    ]


_READ_AS: Final[dict[str, Kind]] = {"keeper": Kind.ORG, "collection": Kind.DATABASE, "database": Kind.DATABASE}
_APART: Final = re.compile(r"[^;,\s](?:[^;,(]|\([^)]*\))*")
_DATABASE: Final = re.compile(r"[\"“«].+?[\"”»](?: [Dd]atabase| [Cc]ollection)?|[^(]*[Dd]atabase")
_LEADS: Final = re.compile(r"\((?:[\w ]*(?:leader|director|editor|head|author|compiler)s?:) ?(?P<name>[^);]+)\)", re.I)


def _of_record(document: Document, setting: Setting, scanned: Scan) -> Iterator[Mention]:
    """What record fields and mastheads name, where they stand in no text; spans count in the source."""
    stated = [claim for claim in document.record.claims if claim.span and claim.basis in (Basis.RECORD, Basis.MASTHEAD)]
    pieces, reached = document.layers.pieces, set[Span]()
    for claim in stated:
        span = claim.span
        if span is None or span in reached or _in_text(pieces, span):
            continue
        reached.add(span)
        words = span.of(document.layers.source)
        drafts = list(_of_field(claim.field, words)) if claim.field in _READ_AS else []
        drafts = drafts or read(words, setting, scanned).drafts
        yield from _told(drafts, span.start, "source")


_SOURCE_END: Final = attrgetter("source.end")


def _in_text(pieces: Sequence[Piece], span: Span) -> bool:
    """Whether a stretch of the source stands in the text, in part or whole."""
    for piece in islice(pieces, bisect_right(pieces, span.start, key=_SOURCE_END), None):
        if piece.source.start >= span.end:
            break
        if not piece.reason and len(piece.source):
            return True
    return False


def _of_field(field: str, words: str) -> Iterator[Draft]:
    """The database with the person who leads it, or the houses that keep a document."""
    if field == "keeper":
        for found in _APART.finditer(words):
            yield Draft(found.start(), found.start() + len(found[0].rstrip()), Kind.ORG, None, (), "record field")
    elif field == "database" and (name := _DATABASE.match(words)):
        yield Draft(name.start(), name.start() + len(name[0].rstrip()), Kind.DATABASE, None, (), "record field")
        if leads := _LEADS.search(words):
            yield Draft(*leads.span("name"), Kind.PERSON, None, (), "record field")
