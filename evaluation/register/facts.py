"""What the register reads from the annotated seed, beside the facts that people marked in it."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from acquis.model import Document
from acquis.register.events import Act, Event
from acquis.register.told import events_in
from evaluation.reading import seen
from evaluation.register.gold import address
from evaluation.register.mentions import document as as_document
from evaluation.register.seed import document
from evaluation.score import Score, share
from evaluation.un_texts import assembled, un_documents

Triple = tuple[str, str, str]
_COUNT = re.compile(r"recorded vote of (\d+) to (\d+|none)(?:, with (\d+) abstentions?)?")

_ROLES = {
    "is_main_body": "main body",
    "is_permanent_body": "permanent body",
    "is_operational": "operational",
    "is_active": "active",
    "set_up": "set up",
    "meets": "meets",
    "created": "created",
    "adopts_by": "adopts by",
}
"""What an actor was observed to be, by the predicates of the annotation."""


def measure(shared: Path) -> list[Score]:
    """Explicit facts found, and facts found that are none: of the 2011 seed, annotated by hand.

    Citations and fields of the record are facts too; they are taken from the document as it is kept.
    """
    held = document(shared)
    told = [triple for triple in (*map(_of_event, _explicit(held)), *_of_document(held)) if triple]
    marked = json.loads((shared / "gold" / "register_facts_sco2011.json").read_text("utf-8"))["facts"]
    explicit = {triple for fact in marked if fact["derivation"] == "explicit" for triple in _of_gold(fact)}
    every = {triple for fact in marked for triple in _of_gold(fact)}
    found = set(told)
    missed = sorted(explicit - found)
    wrong = sorted(found - every)
    return [
        share("register: explicit facts found", len(explicit & found), len(explicit), "gold", _some("missed", missed)),
        share("register: facts found that are facts", len(found & every), len(found), "gold", _some("beside", wrong)),
        _votes(shared),
    ]


def _votes(shared: Path) -> Score:
    """Of the resolutions that list a recorded vote: those whose lists give the numbers that the text states."""
    right = asked = 0
    for text in (assembled(each) for part in ("dev", "scale") for each in un_documents(shared, part)):
        stated = _COUNT.search(text.text)
        if stated and "In favour:" in text.text:
            read = as_document(seen(text.text.encode(), "resolution.txt"))
            found = Counter(each.value for each in events_in(read) if each.act is Act.VOTED)
            wanted = [int(number) if number and number.isdigit() else 0 for number in stated.groups()]
            right += wanted == [found[value] for value in ("yes", "no", "abstain")]
            asked += 1
    return share("register: votes listed as they were counted", right, asked, "mechanical")


def _some(what: str, triples: list[Triple]) -> str:
    return f"{what}: {'; '.join(' '.join(each) for each in triples[:3])}" if triples else ""


def _explicit(held: Document) -> Iterator[Event]:
    return (event for event in events_in(held) if not event.inferred)


def _of_event(event: Event) -> Triple | None:
    """An event of ours as subject, predicate and object."""
    if event.act is Act.NOTED and event.role in ("main body", "permanent body", "operational", "active", "set up"):
        return event.actor, event.role, ""
    if event.act is Act.NOTED and event.role in ("meets", "created"):
        return event.actor, event.role, ""
    if event.act is Act.NOTED and event.role == "seat":
        return event.actor, "seat", event.place
    if event.act is Act.NOTED and event.role == "adopted":
        return event.object, "adopted", ""
    if event.act is Act.NOTED and event.role in ("adopts by", "also called", "cooperates in the spirit of"):
        return event.actor, event.role, event.value.lower()
    if event.act is Act.OBSERVED and event.role == "partner_organisation":
        return event.actor, "partner of", event.object
    if event.act is Act.NOTED and event.role in ("invoked as basis", "under implementation"):
        return event.object, event.role, event.actor
    if event.act is Act.NOTED and event.role == "proposed":
        return event.object, "proposed", ""
    if event.act is Act.NOTED and event.role == "implements":
        return event.actor, "implements", event.object
    if event.act is Act.OBSERVED:
        return event.actor, f"status {event.object}", event.role
    if event.act is Act.MET:
        return event.actor, f"met {event.on}", event.place
    if event.act is Act.FOUNDED:
        return event.actor, "founded", str(event.on)
    if event.act is Act.RUNS:
        return event.object, "runs", f"{event.on}/{event.until}"
    if event.act is Act.ADOPTED:
        return event.object, f"adopted {event.on}", event.place
    return event.actor, event.act.value, event.object


def _of_document(held: Document) -> Iterator[Triple]:
    """What its citations and its record say: each cited text once, who keeps it and whose it is."""
    for target in sorted({str(each.target) for each in held.citations if each.target and _is_fact(each.target)}):
        yield target, "cited", ""
    yield "document", "source", held.record.value("source") or ""
    yield "document", "record of", _name(held.record.value("database") or "")


def _name(database: str) -> str:
    """The name of a database without its quotation marks and its noun."""
    return database.replace('"', "").removesuffix(" Database")


def _is_fact(target: str) -> bool:
    """A citation of the United Nations or of a treaty of no organisation; its own texts are told by what is said."""
    return target.startswith(("un:S/", "un:A/")) or "non-proliferation" in target


def _of_gold(fact: dict[str, Any]) -> Iterator[Triple]:
    """A fact of the annotation in the same form; `address` gives our address of an entity of theirs."""
    subject, predicate, what = fact["subject"], fact["predicate"], fact["object"]
    own = address(subject)
    match predicate:
        case "held":
            yield address(what["organ"]), f"met {what['date']}", what["place"]
        case "founded":
            yield own, "founded", str(what["year"])
        case "adopts_by":
            yield own, "adopts by", what
        case "has_seat":
            yield own, "seat", what
        case "adopted":
            yield own, "adopted", ""
        case "approved":
            yield own, f"adopted {what['date']}", what["place"]
        case "has_status":
            yield own, "status org:sco", what
        case "partner_of":
            yield own, "partner of", address(what)
        case "invoked_as_basis_by":
            yield own, "invoked as basis", address(what)
        case "under_implementation_by":
            yield own, "under implementation", address(what)
        case "cited_in":
            yield own, "cited", ""
        case "has_state" if what == "proposed":
            yield own, "proposed", ""
        case "has_term":
            yield own, "runs", f"{what['start']}/{what['end']}"
        case "implements":
            yield own, "implements", address(what)
        case "cooperate_in_the_spirit_of":
            yield own, "cooperates in the spirit of", "; ".join(what)
        case "also_called":
            yield own, "also called", "; ".join(each.removeprefix("the ") for each in what).lower()
        case "issued_by":
            yield "sco:2011-06-15/astana-declaration", f"adopted {what['date']}", what["place"]
        case "has_source":
            yield "document", "source", what
        case "record_of":
            yield "document", "record of", _name(what)
        case _ if predicate in _ROLES:
            yield own, _ROLES[predicate], ""
