"""Cited instruments as they were on the day that a text cites them: signed, in force, running, not known."""

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from acquis.model import Document, Pinpoint
from acquis.model.record import TREATIES
from acquis.register.events import Event
from acquis.register.force import TreatyStanding, TreatyState
from acquis.register.mentions import Mention, mentions_in

if TYPE_CHECKING:
    from acquis.register.desk import Register


class Cited(Struct, frozen=True):
    """A citation with the state of the cited instrument on the citing day, and what proves it.

    `remark` says where the state is not what a reader would take it for: a treaty that is spoken of and not in force.
    `inferred` marks a citation that the words do not make outright.
    """

    address: Pinpoint
    words: str
    target: str
    title: str
    state: str
    why: str
    remark: str = ""
    inferred: bool = False
    proofs: tuple[Event, ...] = ()


_NOT_YET: Final = (
    TreatyState.NOT_YET,
    *(TreatyState.PROPOSED, TreatyState.UNDER_NEGOTIATION, TreatyState.TEXT_ADOPTED, TreatyState.AUTHENTICATED),
    *(TreatyState.OPEN_FOR_SIGNATURE, TreatyState.SIGNED, TreatyState.PENDING),
)
_NO_MORE: Final = (TreatyState.SUSPENDED, TreatyState.TERMINATED, TreatyState.SUPERSEDED)


def cited_in(document: Document, register: "Register") -> tuple[Cited, ...]:
    """The instruments that a document names or cites, of which the register knows something, in reading order."""
    day, _ = document.record.day
    if day is None:
        return ()
    inferred = {citation.span for citation in document.citations if citation.inferred}
    named = (each for each in mentions_in(document, register.library.texts) if each.layer == "text" and each.meant)
    own = str(document.address.work)
    found = (each for each in named if each.meant in register.library.instruments and each.meant != own)
    return tuple(_cited(each, document, register, str(day), inferred=each.span in inferred) for each in found)


def _cited(mention: Mention, document: Document, register: "Register", on: str, *, inferred: bool) -> Cited:
    target = mention.meant or ""
    told = register.library.instruments[target]
    standing, term = register.treaty(target, on=on), register.term(target, on=on)
    state, why = (term.course.value, term.why) if term else (standing.state.value, standing.why)
    remark = _remark(standing, str(told.get("kind", "")), on, clause=target in register.library.clauses)
    return Cited(
        document.pinpoint(mention.span),
        mention.span.of(document.text),
        target,
        str(told.get("title", target)),
        state,
        f"{why}; {standing.entry.why}" if remark and standing.entry.why not in why else why,
        remark,
        inferred,
        term.proofs if term else (*standing.proofs, *standing.entry.proofs),
    )


def _remark(standing: TreatyStanding, kind: str, on: str, *, clause: bool) -> str:
    """What it was not that day; where neither its entry into force nor its clause is kept, that this is not known."""
    if kind not in TREATIES:
        return ""
    if standing.state in _NO_MORE:
        return f"no longer in force on {on}"
    if standing.state not in _NOT_YET:
        return ""
    if standing.entry.begins:
        return f"not in force on {on}"
    return f"not in force on {on} by the consents that are kept" if clause else f"not stated whether in force on {on}"
