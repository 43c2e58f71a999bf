"""Which pages a copy has: of the documents that are named, else of everything that is public."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Final

from acquis.archive.holdings import Entry
from acquis.web.publishing import PARTS
from acquis.web.publishing.links import key_of
from acquis.web.urls import place, went
from acquis.web.words import bcp47, own_name

if TYPE_CHECKING:
    from acquis.web.publishing.sheets import Sheet
    from acquis.web.publishing.standing import Standing
    from acquis.web.publishing.taking import Taker

Called = Callable[[str, Entry], tuple[str, str]]

_LOOMS: Final = 6
_SMALL: Final = 60_000
"""So many passages that the first page of a brief names have their lineage and assent with it, each so many bytes."""


def chosen(stand: "Standing", taker: "Taker", without: Sequence[str]) -> "Iterator[Sheet]":
    """The pages, the first one first; which come next may hang on what those before say."""
    wanted = frozenset(PARTS) - set(without)
    if not stand.named:
        yield from _rooms(taker)
        for held in stand.held.values():
            yield from _document(taker, held, held, wanted - {"colours", "lineage", "assent"})
        yield from _register(stand, taker)
    for address in stand.named:
        held = stand.held[str(address.work)]
        first = next(each for each in held if each.address == address)
        rest = [each for each in held if each is not first] if "languages" in wanted else []
        yield from _document(taker, [first], [first, *rest], wanted)


def expected(stand: "Standing", without: Sequence[str]) -> int:
    """About how many pages there will be."""
    named, languages = stand.named, "languages" not in without
    works = list(dict.fromkeys(str(each.work) for each in named)) if named else list(stand.held)
    texts = sum(len(stand.held[each]) for each in works) if languages or not named else len(named)
    pairs = sum(len(list(combinations(stand.held[each], 2))) for each in works) if languages else 0
    behind = len(named) * (2 + 2 * _LOOMS) if named else 2 * texts
    return texts + (len(named) or texts) + pairs + behind


# --- a document -------------------------------------------------------------------------------------------------------


def _document(
    taker: "Taker", briefed: Sequence[Entry], held: Sequence[Entry], wanted: frozenset[str]
) -> "Iterator[Sheet]":
    """The brief and the text; what it is compared with; its passages through the years; its other languages."""
    of, called = str(held[0].work), partial(_called, several=len(held) > 1)
    for each in held:
        if each in briefed:
            yield taker.sheet(_brief(each), "brief", *called("Brief", each), of)
        yield taker.sheet(place(each.address), "text", *called("Text", each), of)
        if each in briefed:
            yield from _behind(taker, each, called, wanted)
    for one, other in combinations(held, 2) if "languages" in wanted else ():
        key = key_of(f"{place(one.address)}?beside=@{other.language}")
        yield taker.sheet(key, "beside", f"{_tongue(one)} – {_tongue(other)}", "Side by side", of)
    for each in briefed:
        if "colours" in wanted:
            key = key_of(f"{place(each.address)}?colour=provenance")
            yield taker.sheet(key, "colours", *called("Coloured by provenance", each), of)
        if "citations" in wanted:
            yield taker.sheet(key_of(went("/cite", of=each.address)), "cite", *called("Cite", each), of)


def _called(title: str, entry: Entry, *, several: bool) -> tuple[str, str]:
    """What a page is called, and under which heading where there are several of its kind: one a language."""
    return (_tongue(entry), title) if several else (title, "")


def _brief(entry: Entry) -> str:
    return key_of(went("/brief", of=entry.address))


def _behind(taker: "Taker", entry: Entry, called: Called, wanted: frozenset[str]) -> "Iterator[Sheet]":
    """What the brief names: the text that it compares with, and the passages that its first page looks at."""
    brief, of = _brief(entry), str(entry.work)
    for each in taker.against(brief) if "compare" in wanted else ():
        key = key_of(went("/compare", a=each, b=entry.address))
        yield taker.sheet(key, "compare", *called("Compared with the text before", entry), of)
    for part in taker.named(brief, place(entry.address))[:_LOOMS] if wanted & {"lineage", "assent"} else ():
        lineage, assent = (key_of(went(path, of=f"{entry.address}#{part}")) for path in ("/lineage", "/assent"))
        if "lineage" in wanted:
            yield taker.sheet(lineage, "lineage", part, "Lineage", of, size=_SMALL)
        if "assent" in wanted and ("lineage" not in wanted or taker.has(lineage)):
            yield taker.sheet(assent, "assent", part, "Assent", of, size=_SMALL)


def _tongue(entry: Entry) -> str:
    """The language of a text by its own name, and where it comes from where that is stated."""
    source = entry.language.partition("-x-")[2]
    return own_name(bcp47(entry.language)) + (f" ({source})" if source not in ("", "unstated") else "")


# --- the whole archive ------------------------------------------------------------------------------------------------


def _rooms(taker: "Taker") -> "Iterator[Sheet]":
    """Home, and the catalogue to its end."""
    yield taker.sheet("/", "home", "Home")
    yield taker.sheet("/catalogue", "catalogue", "Catalogue")
    for key in taker.following("/catalogue"):
        yield taker.sheet(key, "catalogue")


def _register(stand: "Standing", taker: "Taker") -> "Iterator[Sheet]":
    """Of each organisation of which a text is public: roles, organs, instruments; and whoever and whatever they name.

    Each is asked about on one day: the last that the sources cover, and never one after the copy's own.
    """
    library, last = stand.desk.register.library, stand.day.isoformat()
    codes = sorted({each.organisation for held in stand.held.values() for each in held if each.organisation})
    yield taker.sheet("/register", "register", "Register")
    for code in codes:
        covered = library.covered(f"org:{code}")[1]
        day = min(covered.last.isoformat(), last) if covered else last
        for kind in ("register", "organs", "instruments"):
            key = key_of(went(f"/{kind}", of=code, on=day))
            yield taker.sheet(key, kind)
            yield from (taker.sheet(each, kind) for each in taker.leading(key) if _told(each, codes, day, stand))
    everything = key_of(went("/instruments", on=last))
    yield taker.sheet(everything, "instruments", "Instruments")
    yield from (
        taker.sheet(each, "instruments") for each in taker.leading(everything) if _told(each, codes, last, stand)
    )


def _told(key: str, codes: Sequence[str], day: str, stand: "Standing") -> bool:
    """Whether a page of the register is about somebody or something of the archive, on that day."""
    path, _, query = key.partition("?")
    if path == "/register":
        return query.endswith(f"&on={day}") or query.startswith(f"on={day}&")
    address = path.removeprefix("/instruments/")
    mine = address != path and (address.partition(":")[0] in codes or address in stand.held)
    return mine and query == f"on={day}"
