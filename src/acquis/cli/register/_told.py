"""How facts of the register are printed: names, days, and the words or the source that prove them."""

import datetime
from typing import TYPE_CHECKING, Any

from acquis.cli._options import opened
from acquis.cli._print import say

if TYPE_CHECKING:
    from acquis.register.desk import Register
    from acquis.register.events import Certainty, Event, Proof
    from acquis.register.spells import Held

_LONGEST = 160


def register_of(release: str | None) -> "Register":
    """The register of the archive that was named, as of a release."""
    from acquis.register.library import own

    archive = opened()
    register = (archive.at_release(release) if release else archive).register
    if register.library is not own() and (faults := register.library.faults):
        what = "slip is" if len(faults) == 1 else "slips are"
        say(f"{len(faults)} {what} in facts kept by hand, and what they concern is left out: `acquis register check`.")
    return register


def languages_of_names(ctx: Any, _: Any, value: str) -> str:
    """A language in which names are known; BadQuery lists them."""
    from acquis.errors import UnknownName
    from acquis.languages import languages

    known = [each.tag for each in languages()]
    if value not in known:
        raise UnknownName("language of names", value, known)
    return value


def today(on: str | None) -> str:
    """The day that is asked about: the present one where none is named."""
    return on or datetime.date.today().isoformat()


def known_as_of(register: "Register", known: str | None) -> str:
    """What is to be said of the day on which the archive is asked: that nothing was known by then."""
    from acquis.model import Day

    if known and (since := register.since()) and Day.parse(known).last.isoformat() < since:
        return f"Nothing was known here by {known}: the first fact was entered on {since}. Leave out --known for today."
    return ""


def certainty_said(certainty: "Certainty | str") -> str:
    """How sure of it whoever entered it was, where that is less than usual; it says nothing of the source."""
    return "" if certainty == "high" else f"{certainty} certainty"


def proof(proof: "Proof") -> str:
    """The words with their address, or the source that is cited."""
    from acquis.register.events import Source

    if isinstance(proof, Source):
        return proof.cited
    words = proof.quotation if len(proof.quotation) <= _LONGEST else f"{proof.quotation[: _LONGEST - 1]}…"
    return f"“{words}” {proof.address}"


def proof_json(proof: "Proof") -> dict[str, Any]:
    """The same for a program."""
    from acquis.register.events import Source

    if isinstance(proof, Source):
        return {"source": proof.cited, "file": proof.file, "line": proof.line}
    return {"address": str(proof.address), "quotation": proof.quotation, "rule": proof.method}


def event_json(event: "Event") -> dict[str, Any]:
    """An event for a program, without what is not stated."""
    fields = ("act", "actor", "object", "role", "on", "until", "place", "value", "note", "certainty", "learned", "nth")
    told: dict[str, Any] = {name: str(getattr(event, name)) for name in fields if getattr(event, name)}
    told["nth"] = event.nth
    return {"id": event.id, "claim": event.claim, **told, "inferred": event.inferred, "proof": proof_json(event.proof)}


def held_json(held: "Held", name: str) -> dict[str, Any]:
    """What is known of a role on a day, for a program."""
    told = {"actor": held.actor, "name": name, "object": held.object, "role": held.role, "verdict": held.verdict.value}
    return {**told, "why": held.why, "certainty": held.certainty.value, "proofs": [event_json(e) for e in held.proofs]}
