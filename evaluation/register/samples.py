"""The register of the sample organisation: what was put into its documents against what is read from them."""

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final

import acquis
from acquis.model import Document, Evidence, Pinpoint
from acquis.register.events import Act, Event
from acquis.register.parties import PartyStanding
from acquis.secretariat import Secretariat
from evaluation.samples import HOME
from evaluation.score import Score, f1, share

_OF: Final = "osr"
_END: Final = "2020-10-15"
"""The last day that the samples cover."""

Truth = dict[str, Any]
Fact = tuple[str, ...]
Answers = Iterator[tuple[str, bool]]
"""What was asked, in words, and whether the answer was right."""


def measure() -> list[Score]:
    """One score for each kind of fact: statuses, sessions, adoptions, votes, speakers, seats, acts, partners, names."""
    truth: Truth = json.loads((HOME / "truth.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        archive = acquis.open(f"{folder}/samples.acquis", who="evaluation")
        try:
            archive.receive([str(HOME / "osr")])
            return [*_scores(Read(archive), truth)]
        finally:
            archive.store.close()


def _scores(read: "Read", truth: Truth) -> Iterator[Score]:
    yield _right("statuses on their days", statuses(read, truth["statuses"]))
    yield _same("sessions", {*sessions(read)}, {*_sessions(truth)})
    yield _right("modes of adoption", adoptions(read, truth["adoptions"]))
    yield _same("votes", {*votes(read)}, {*_votes(read, truth["adoptions"])})
    yield _same("absences", {*votes(read, "absent")}, {*_absences(read, truth["adoptions"])})
    yield _same("dissociations", {*dissociations(read)}, {*_dissociations(read, truth["dissociations"])})
    yield _right("speakers of a passage", speakers(read, truth["speakers"]))
    yield _right("seats of organs", seats(read, truth["organs"]))
    yield _same("acts about instruments", {*acts(read, truth["instruments"])}, {*_acts(truth["instruments"])})
    yield _right("partners on their days", partners(read, truth["partners"]))
    yield _right("renamings", renamings(read, truth["renamings"]))


class Read:
    """The archive of the samples, with what is asked of it many times."""

    def __init__(self, archive: Secretariat) -> None:
        self.archive, self.register = archive, archive.register

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents by the names of their files."""
        held = (self.archive.get(entry.address).document for entry in self.archive.list(states=("kept", "copy")))
        return {document.file.name.rpartition("/")[2]: document for document in held}

    def work(self, file: str) -> str:
        """The address of the work that a file holds."""
        return str(self.documents[file].address.work)

    def place(self, file: str, words: str) -> Pinpoint:
        """The address of the paragraph of a file that has some words; of the whole text where none has."""
        document = self.documents[file]
        parts = (each for each in document.paragraphs if words[:60] in each.span.of(document.text).replace("\n", " "))
        return next((document.address.at(each.path) for each in parts), document.address)

    def told(self, act: Act) -> list[Event]:
        """The events of one act that the organisation's documents tell."""
        own = {each.address.work for each in self.documents.values()}
        return [each for each in self.register.events() if each.act is act and _cited(each) in own]

    def cells(self, address: Pinpoint) -> Mapping[str, str]:
        """What each state did about a passage."""
        carriers = [each for each in self.archive.assent(str(address)).carriers if each.how == "asked"]
        return {_code(mark.state): mark.cell.value for each in carriers for mark in each.marks}


def _cited(event: Event) -> Pinpoint | None:
    """The text whose words prove an event; None for what is kept by hand."""
    return event.proof.address.work if isinstance(event.proof, Evidence) else None


def _code(actor: str) -> str:
    return actor.removeprefix("state:")


# --- each kind: what was asked, and whether the answer is right -------------------------------------------------------


def statuses(read: Read, told: Sequence[Truth]) -> Answers:
    """Held on the first day and not on the day before; not on the day of the end and on the day before it."""
    for each in told:
        actor, role = f"state:{each['state']}", each["status"]
        yield from _spell(read, actor, role, each["since"], each["until"])


def partners(read: Read, told: Sequence[Truth]) -> Answers:
    """The same of organisations that are partners, known by their names."""
    named = {read.register.name(each.actor): each.actor for each in read.register.spells(_OF)}
    for each in told:
        name: str = each["name"]
        actor = named.get(name, name)
        yield from _spell(read, actor, "partner_organisation", each["since"], each["until"])


def _spell(read: Read, actor: str, role: str, since: str, until: str | None) -> Answers:
    ends = [(since, True)] + ([(until, False)] if until else [])
    for day, held in ends:
        asked = ((_before(day), not held), (day, held))
        right = all(_holds(read, actor, role, on) is wanted for on, wanted in asked)
        yield f"{_code(actor)} {role} {'since' if held else 'until'} {day}", right


def _holds(read: Read, actor: str, role: str, on: str) -> bool:
    return any(each.actor == actor and each.role == role and each.sure for each in read.register.who(_OF, on=on))


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


_MODES: Final = {
    "consensus": "consensus",
    "silence": "silence procedure",
    "without_vote": "without a vote",
    "recorded_vote": "recorded vote",
}


def adoptions(read: Read, told: Sequence[Truth]) -> Answers:
    """Mode and day of the adoption of a text; of one that was not adopted, that nothing says so."""
    events = read.told(Act.ADOPTED)
    for each in told:
        found = {(event.value, str(event.on)) for event in events if event.object == read.work(each["file"])}
        wanted = (_MODES.get(each["mode"], ""), str(each["date"]))
        yield f"{each['file']} {each['mode']}", wanted in found if each["date"] else not found


def speakers(read: Read, told: Sequence[Truth]) -> Answers:
    """Who a passage speaks for: the named alone; of interested ones nobody in particular; the associated beside."""
    for each in told:
        (evidence,) = each["evidence"]
        yield f"{evidence['file']} {each['kind']}", _SPEAK.get(each["kind"], _named)(read, each, evidence)


def _named(read: Read, told: Truth, evidence: Truth) -> bool:
    cells = read.cells(read.place(evidence["file"], evidence["quote"]))
    return bool(cells) and {each for each, cell in cells.items() if cell == "named as speaker"} == set(told["states"])


def _interested(read: Read, told: Truth, evidence: Truth) -> bool:
    return {*read.cells(read.place(evidence["file"], evidence["quote"])).values()} == {"unknown"}


def _associated(read: Read, told: Truth, evidence: Truth) -> bool:
    work = read.work(evidence["file"])
    return {_code(each.actor) for each in read.told(Act.ASSOCIATED) if each.object == work} == set(told["states"])


_SPEAK: Final = {"interested_members": _interested, "associated_non_members": _associated}


def seats(read: Read, told: Sequence[Truth]) -> Answers:
    """Where an organ sat, on the day of the move; before it, that it did not sit there."""
    for organ in told:
        for seat in organ["seats"]:
            days = (_seat(read, organ, _before(seat["since"])), _seat(read, organ, seat["since"]))
            yield f"{organ['code']} {seat['place']} since {seat['since']}", days[1] == seat["place"] != days[0]


def _seat(read: Read, organ: Truth, on: str) -> str:
    names = (f"organ:{_OF}/{organ['code']}", organ["name"])
    return next((each.seat for each in read.register.organs(_OF, on=on) if {each.address, each.name} & {*names}), "")


def renamings(read: Read, told: Sequence[Truth]) -> Answers:
    """That a state or a city took another name, and the day."""
    found = {(_code(each.actor), each.value, str(each.on)) for each in read.told(Act.RENAMED)}
    for each in told:
        who = each["code"] if each["kind"] == "state" else f"place:{each['from'].lower()}"
        yield f"{each['from']} to {each['to']}", (who, each["to"], each["on"]) in found


# --- each kind: the facts themselves, read and true ---------------------------------------------------------------


def sessions(read: Read) -> Iterator[Fact]:
    """The meetings that documents tell of: organ, day and place."""
    for each in read.told(Act.MET):
        yield each.actor.rpartition("/")[2], str(each.on), each.place.replace("-", " ")


def _sessions(truth: Truth) -> Iterator[Fact]:
    for each in truth["sessions"]:
        yield each["organ"], each["date"], (each["place"] or "").replace("-", " ")


def votes(read: Read, *values: str) -> Iterator[Fact]:
    """How states voted, or that they were away: state, text and vote."""
    for each in read.told(Act.VOTED):
        if each.value in (values or _VOTES.values()):
            yield _code(each.actor), each.object, each.value


_VOTES: Final = {"in_favour": "yes", "against": "no", "abstaining": "abstain"}


def _votes(read: Read, told: Sequence[Truth]) -> Iterator[Fact]:
    for each in told:
        for name, value in _VOTES.items():
            yield from ((state, read.work(each["file"]), value) for state in each.get(name, ()))


def _absences(read: Read, told: Sequence[Truth]) -> Iterator[Fact]:
    for each in told:
        yield from ((state, read.work(each["file"]), "absent") for state in each.get("absent", ()))


def dissociations(read: Read) -> Iterator[Fact]:
    """Who dissociated itself from which passage."""
    for each in read.told(Act.DISSOCIATED):
        yield _code(each.actor), each.object


def _dissociations(read: Read, told: Sequence[Truth]) -> Iterator[Fact]:
    for each in told:
        for passage in each["from"]:
            place = read.place(passage["file"], passage["quote"])
            yield each["state"], str(place.work.at(place.part) if place.part else place.work)


_BY: Final = {"ratification": "ratified", "accession": "acceded", "acceptance": "accepted", "approval": "approved"}


def acts(read: Read, told: Sequence[Truth]) -> Iterator[Fact]:
    """What each state did about an instrument, by its status table: signed, consented and how, bound, and when."""
    for each in told:
        if "acts" in each:
            for row in read.register.parties_to(read.work(each["file"]), on=_END):
                yield from _of_row(each["name"], row)


def _of_row(name: str, row: PartyStanding) -> Iterator[Fact]:
    days = {"signed": row.signed, row.by or "consented": row.consented, "in force": row.bound}
    yield from ((name, _code(row.actor), what, str(day)) for what, day in days.items() if day)


def _acts(told: Sequence[Truth]) -> Iterator[Fact]:
    for each in told:
        for row in each.get("acts", ()):
            days = {"signed": row["signed"], _BY[row["by"]]: row["consented"], "in force": row["in_force"]}
            yield from ((each["name"], row["state"], what, day) for what, day in days.items() if day)


# --- scores -------------------------------------------------------------------------------------------------------


def _right(kind: str, answers: Answers) -> Score:
    """The share of right answers, with the first that are wrong."""
    told = [*answers]
    wrong = [words for words, right in told if not right]
    return share(_task(kind), len(told) - len(wrong), len(told), "mechanical", _first("missed", wrong))


def _same(kind: str, found: set[Fact], wanted: set[Fact]) -> Score:
    """Precision and recall, with the first facts that are missing or are none."""
    score = f1(_task(kind), len(found & wanted), len(found), len(wanted), "mechanical")
    apart = (("missed", wanted - found), ("beside", found - wanted))
    notes = [_first(what, (" ".join(fact).strip() for fact in sorted(facts))) for what, facts in apart]
    return replace(score, note="; ".join(each for each in (score.note, *notes) if each))


def _task(kind: str) -> str:
    return f"samples: register, {kind}"


def _first(what: str, told: Iterable[str]) -> str:
    held = [*told]
    return f"{what}: {'; '.join(held[:3])}" if held else ""
