"""The assent ledger: for words that were agreed, the texts that carry them, and what each state did about each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from msgspec import Struct

from acquis.archive.packing import from_json
from acquis.briefing import tables
from acquis.briefing.adoption import Adopter, acts_on_texts, adoption_of, entitled
from acquis.briefing.assent import Adoption, Mark, Way, marks
from acquis.model import Day, Pinpoint, Record
from acquis.precedents.found import Use
from acquis.precedents.uses import Carried
from acquis.register.events import Act, Event
from acquis.register.voices import Voice, voice_in

if TYPE_CHECKING:
    from acquis.precedents.desk import Precedents
    from acquis.register.desk import Register


class Carrier(Struct, frozen=True):
    """A text that carries the words: where they stand in it, how it was adopted, for whom the passage speaks.

    `how` says how its own words are related to those that were asked for.
    """

    address: Pinpoint
    how: str
    work: str
    day: str | None
    title: str | None
    organisation: str | None
    organ: str | None
    adoption: Adoption
    voice: Voice
    marks: tuple[Mark, ...]


class Gap(Struct, frozen=True):
    """A meeting between the carriers that is known, and of which no text is held."""

    organ: str
    day: str
    place: str
    outcome: str


class Ledger(Struct, frozen=True):
    """Words, the texts held that carry them in the order of days, and the meetings between of which none is held.

    `base` says what was searched: every first and last is one in this archive. `behind` is the change that an index
    stands at which is not up to date, else None; `base` says so too.
    """

    asked: str
    carriers: tuple[Carrier, ...]
    gaps: tuple[Gap, ...]
    base: str
    behind: int | None = None

    @property
    def states(self) -> tuple[str, ...]:
        """The states with a mark on any carrier, in the order of their codes."""
        return tuple(sorted({mark.state for carrier in self.carriers for mark in carrier.marks}))

    def of(self, state: str) -> tuple[tuple[Carrier, Mark], ...]:
        """What one state did about each carrier on whose day it was entitled."""
        return tuple((carrier, mark) for carrier in self.carriers for mark in carrier.marks if mark.state == state)

    def assents(self, state: str) -> tuple[Carrier, ...]:
        """The carriers to which a state assented, the first one first; first and last in this archive."""
        return tuple(carrier for carrier, mark in self.of(state) if mark.assents)


def ledger(precedents: "Precedents", register: "Register", what: str) -> Ledger:
    """Who assented to a passage, by its address, or to a phrase: one carrier for each work that has it.

    Cost: to find the uses of the words, and one to two milliseconds more for each text of a hundred members: for a
    thousand texts some two seconds in all.
    """
    return _Book(precedents, register).ledger(what)


class _Book:
    """What is worked out once for a ledger: who was entitled on a day, what states did about texts, rules of organs."""

    def __init__(self, precedents: "Precedents", register: "Register") -> None:
        self.precedents, self.register = precedents, register
        self.entitled = cache(partial(entitled, register))
        self.about = acts_on_texts(register.events())
        self.names = register.library.texts

    def ledger(self, what: str) -> Ledger:
        uses = self.precedents.uses(what)
        carriers = tuple(self._carriers(uses.held))
        return Ledger(what, carriers, tuple(self._gaps(carriers)), uses.base.searched, uses.base.behind)

    def _carriers(self, uses: Sequence[Carried]) -> Iterator[Carrier]:
        """One for each work: of several expressions that which was asked for, else the first."""
        by: dict[str, list[Carried]] = {}
        for each in uses:
            by.setdefault(each.use.work, []).append(each)
        rows = tables.texts(self.precedents.store, [str(each.use.address) for each in uses])
        for work, own in by.items():
            first = sorted(own, key=lambda each: each.how != "asked")
            yield self._carrier(work, first[0].how, [each.use for each in first], rows)

    def _carrier(self, work: str, how: str, own: Sequence[Use], rows: Mapping[str, tables.Text]) -> Carrier:
        use = own[0]
        texts = [rows[str(each.address)] for each in own if str(each.address) in rows]
        records = [(Pinpoint(text.address).expression, from_json(text.record, Record)) for text in texts]
        events = [event for event in self.about[work] if _is_about(event, own)]
        kind = texts[0].kind if texts else None
        by = Adopter(organisation=use.organisation, organ=use.organ, day=use.day, kind=kind)
        adoption = adoption_of(by, records, events)
        parties = partial(self.register.parties, on=use.day)
        words = texts[0].words if texts else ""
        place = next((place for _, record in records if (place := record.value("place"))), "")
        on = Day.parse(use.day) if use.day else None
        voice = voice_in(words, parties=parties, home=use.organisation, names=self.names, on=on, place=place)
        held = self.entitled(use.organisation, use.organ, use.day)
        told = () if adoption.way is Way.NOT_AGREED else marks(held, adoption, voice, events)
        return Carrier(use.address, how, work, use.day, use.title, use.organisation, use.organ, adoption, voice, told)

    def _gaps(self, carriers: Sequence[Carrier]) -> Iterator[Gap]:
        """The meetings of the carriers' organs between the first and the last of which the archive holds nothing."""
        by: defaultdict[str, list[str]] = defaultdict(list)
        for each in carriers:
            if each.day and each.organisation:
                by[each.organisation].append(each.day)
        for organisation, days in sorted(by.items()):
            held = tables.days_held(self.precedents.store, organisation, self.precedents.at)
            for event in self.register.life(f"org:{organisation}"):
                day = str(event.on)
                if event.act is Act.MET and min(days) < day < max(days) and day not in held:
                    yield Gap(event.actor, day, event.place, event.value)


def _is_about(event: Event, own: Sequence[Use]) -> bool:
    """Whether an event is about the whole text, or about the passage that carries the words."""
    part = Pinpoint(event.object).part
    return part is None or any(use.address.part == part for use in own)
