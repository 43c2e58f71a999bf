"""Cited instruments as they were on the day that a text cites them: signed, in force, running, not known."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from acquis.errors import AcquisError
from acquis.model import Document, Pinpoint
from acquis.register.events import Event
from acquis.register.force import TreatyState

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
    *(TreatyState.PROPOSED, TreatyState.UNDER_NEGOTIATION, TreatyState.TEXT_ADOPTED, TreatyState.AUTHENTICATED),
    *(TreatyState.OPEN_FOR_SIGNATURE, TreatyState.SIGNED, TreatyState.PENDING),
)
_NO_MORE: Final = (TreatyState.SUSPENDED, TreatyState.TERMINATED, TreatyState.SUPERSEDED)
_BINDING: Final = ("treaty", "convention", "agreement", "protocol", "charter")


def cited_in(document: Document, register: "Register") -> tuple[Cited, ...]:
    """The instruments that a document cites and of which the register knows something, in reading order."""
    day, _ = document.record.day
    return tuple(_cited(document, register, str(day))) if day else ()


def _cited(document: Document, register: "Register", on: str) -> Iterator[Cited]:
    for citation in document.citations:
        target = str(Pinpoint(citation.target).work) if citation.target else ""
        if target in ("", str(document.address.work)) or target not in register.library.instruments:
            continue
        told = register.library.instruments[target]
        try:
            standing, term = register.treaty(target, on=on), register.term(target, on=on)
        except AcquisError:
            continue
        state, why = (term.course.value, term.why) if term else (standing.state.value, standing.why)
        remark = _remark(standing.state, str(told.get("kind", "")), on)
        yield Cited(
            document.pinpoint(citation.span),
            citation.words,
            target,
            str(told.get("title", target)),
            state,
            f"{why}; {standing.entry.why}" if remark and standing.entry.why not in why else why,
            remark,
            citation.inferred,
            term.proofs if term else (*standing.proofs, *standing.entry.proofs),
        )


def _remark(state: TreatyState, kind: str, on: str) -> str:
    if kind not in _BINDING:
        return ""
    if state in _NOT_YET:
        return f"not in force on {on}"
    return f"no longer in force on {on}" if state in _NO_MORE else ""
