"""What the pages of the register show alike: proofs, days, whom there is to ask about, and words for what was so."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

from litestar import Response
from msgspec import Struct
from msgspec.structs import replace

from acquis.errors import BadDay
from acquis.model import Day, Evidence, Pinpoint
from acquis.register.force import TreatyState
from acquis.register.spells import OF_ROLES
from acquis.rest.asker import quotable
from acquis.web.answers import Page
from acquis.web.for_readers import for_readers
from acquis.web.placed import Placed, placed
from acquis.web.words import bcp47, message

if TYPE_CHECKING:
    from acquis.register.desk import Register
    from acquis.register.events import Event, Proof
    from acquis.web.reader import Reader


SIGNS: Final = {
    **dict.fromkeys(("held", "signed", "in favour", "did not object", "named as speaker"), "✓"),
    **{"against": "✕", "abstained": "–", "absent": "∅", "dissociated": "≠", "reserved": "!", "stayed out": "↷"},
    **{"not named": "·", "disputed": "⇄", "unknown": "?"},
    **{"party": "●", "contracting": "◐", "signatory": "○", "provisional application": "◑", "negotiating": "·"},
    **dict.fromkeys(("withdrawn", "ended", "no longer exists", "suspended"), "✕"),
}
"""A sign for each verdict, so that nothing is told by colour alone; the words stand beside it."""


class Told(Page, frozen=True, kw_only=True):
    """A page that tells verdicts, each with its sign. `refused` says why a day that was typed is none."""

    signs: ClassVar[Mapping[str, str]] = SIGNS
    refused: str = ""


class Elsewhere(Struct, frozen=True):
    """The same words in another expression of their work."""

    address: str
    language: str


class Proved(Struct, frozen=True):
    """What proves something: words with their address, or a source that facts kept by hand name.

    `quoted` is false where the words may not be passed on. `rule` is what found them. `also` is where the same is said
    in the other languages of the text. `place` is the address as people name it.
    """

    words: str = ""
    address: str | None = None
    source: str = ""
    rule: str = ""
    quoted: bool = True
    also: tuple[Elsewhere, ...] = ()
    place: Placed | None = None


class Named(Struct, frozen=True):
    """Somebody by address and name."""

    address: str
    name: str


def proved(reader: "Reader", proof: "Proof") -> Proved:
    """One proof as pages show it."""
    if not isinstance(proof, Evidence):
        return Proved(source=proof.cited, rule=f"{proof.file}, line {proof.line}" if proof.line else proof.file)
    address, may = str(proof.address), quotable(reader, str(proof.address))
    return Proved(proof.quotation if may else "", address, rule=proof.method, quoted=may)


def proofs(reader: "Reader", events: "Iterable[Event]") -> tuple[Proved, ...]:
    """What proves events, each once, in their order; what several languages of a text say of one is one proof."""
    return _folded(reader, ((each.id, proved(reader, each.proof)) for each in events))


def of_one(reader: "Reader", found: "Iterable[Proof]") -> tuple[Proved, ...]:
    """What proves one thing, each once, in their order; what several languages of a text say of it is one proof."""
    return _folded(reader, (("", proved(reader, each)) for each in found))


def _folded(reader: "Reader", found: Iterable[tuple[Hashable, Proved]]) -> tuple[Proved, ...]:
    """The first proof of a text in one language answers to its first one in another, and so on."""
    lines: defaultdict[Hashable, list[Proved]] = defaultdict(list)
    nth: defaultdict[Hashable, int] = defaultdict(int)
    for of, each in dict.fromkeys(found):
        at = Pinpoint(each.address) if each.address else None
        same = (of, at.work, nth[of, at.expression]) if at else (of, each)
        nth[of, at.expression if at else each] += 1
        lines[same].append(each)
    return tuple(dict.fromkeys(_one(reader, own) for own in lines.values()))


def _one(reader: "Reader", own: list[Proved]) -> Proved:
    """The proof in the language of the interface, else in English, else the first; with where the others are."""
    tags = [bcp47(Pinpoint(each.address).language) if each.address else "" for each in own]
    at = next((tags.index(tag) for tag in (reader.tongue.tag, "en") if tag in tags), 0)
    others = [Elsewhere(each.address or "", tag) for each, tag in zip(own, tags, strict=True)]
    address = own[at].address
    place = placed(reader, address) if address else None
    return replace(own[at], also=(*others[:at], *others[at + 1 :]), place=place)


def told(shown: Iterable[Proved]) -> tuple[str, ...]:
    """Proofs as the cell of a table has them."""
    return tuple(" ".join([_said(each), *(other.address for other in each.also)]) for each in shown)


def _said(each: Proved) -> str:
    return each.source or f"“{each.words}” {each.address}"


def name(reader: "Reader", actor: str, on: str | None, *, whole: bool = False) -> str:
    """What somebody was called on a day, in the language of the interface where that is kept."""
    return reader.archive.register.name(actor, on=on, language=reader.tongue.tag, whole=whole)


def day(asked: str, covered: Day | None) -> str:
    """The day that is asked about: where none is, the last one that the sources cover, and never one to come."""
    today = datetime.date.today()
    return asked.strip() or min(covered.last if covered else today, today).isoformat()


class Standing(Struct, frozen=True):
    """The state of an instrument on the last day that the sources cover, and when it entered into force, if known."""

    address: str
    state: str
    on: str
    since: str


def standing(reader: "Reader", work: str) -> Standing | None:
    """What an instrument was last, as far as it is known; None for a text that is kept as no instrument."""
    desk = reader.archive.register
    if work not in dict(desk.instruments()):
        return None
    on = day("", desk.covered(work))
    found = desk.treaty(work, on=on)
    since = str(found.entry.begins or "") if found.state is TreatyState.IN_FORCE else ""
    return Standing(work, found.state.value, on, since)


P = TypeVar("P", bound=Page)


def answered(reader: "Reader", asked: P, answer: Callable[[P], Response[Any]]) -> Response[Any]:
    """The answer to what was asked, its days in ISO form; where one is none, the form as it was filled, and why.

    `asked` has `refused` and some of the fields `on` and `known`. A program gets the refusal itself.
    """
    from acquis.structure.typed import day_typed

    typed = {name: getattr(asked, name, "") for name in ("on", "known")}
    try:
        return answer(replace(asked, **{name: day_typed(words) for name, words in typed.items() if words.strip()}))
    except BadDay as error:
        if reader.form != "html":
            raise
        return reader.answer(replace(asked, refused=for_readers(str(error))), status=400)


def bodies(reader: "Reader") -> tuple[Named, ...]:
    """The organisations in which anybody is known to have held a role, in the order of their codes."""
    return reader.once(("bodies", reader.tongue.tag), lambda: tuple(_bodies(reader)))


def _bodies(reader: "Reader") -> Iterable[Named]:
    events = reader.archive.register.events()
    found = {each.object for each in events if each.act in OF_ROLES and each.object.startswith("org:")}
    return [Named(each.partition(":")[2], name(reader, each, None, whole=True)) for each in sorted(found)]


def nothing_known(register: "Register", known: str) -> str:
    """What is to be said where the archive is asked as of a day on which it knew nothing; "" where it knew something.

    Raises `BadDay`.
    """
    since = register.since()
    if not known or (since and since <= str(Day.parse(known).last)):
        return ""
    return f"Nothing was known here by {known}: the first fact was entered on {since or 'no day'}."


TERMS: Final = (
    *(message("disputed"), message("member"), message("observer"), message("dialogue partner")),
    *(message("partner"), message("permanent member"), message("high certainty"), message("medium certainty")),
    *(message("low certainty"), message("signed"), message("in favour"), message("did not object")),
    *(message("named as speaker"), message("against"), message("abstained"), message("absent")),
    *(message("dissociated"), message("reserved"), message("stayed out"), message("not named")),
    *(message("recorded vote"), message("unanimous vote"), message("without objection"), message("not agreed")),
    *(message("all"), message("the states that it names"), message("all but those that it excepts")),
    *(message("some members, and it does not say which"), message("observers or partners, who are no members")),
    *(message("parties to an instrument"), message("interested members, which it does not name")),
    *(message("not yet"), message("proposed"), message("under negotiation"), message("text adopted")),
    *(message("authenticated"), message("open for signature"), message("entry into force pending")),
    *(message("in force"), message("suspended"), message("terminated"), message("superseded")),
    *(message("approved"), message("running"), message("extended"), message("ended")),
    *(message("negotiating"), message("signatory"), message("contracting"), message("provisional application")),
    *(message("party"), message("withdrawn"), message("no longer exists"), message("circular")),
    *(message("agreed"), message("worked out"), message("stated"), message("asked"), message("in its line")),
    message("of one family"),
)
"""Words of the register and of the ledger that pages say in the language of the interface."""
