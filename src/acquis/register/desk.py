"""The front desk of the register: who was what on which day, and how we know."""

import threading
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from acquis.archive import queries
from acquis.errors import Ambiguous, BadAddress, BadDay, BadQuery, NotHeld, UnknownActor
from acquis.model import Day, Evidence, Interval, Pinpoint
from acquis.organisations import organisations, treaties
from acquis.register import tables
from acquis.register._fields import day as stated
from acquis.register.admission import Progress, admission, progress
from acquis.register.books import Status
from acquis.register.corrected import checked, corrected
from acquis.register.coverage import known_until
from acquis.register.depositary import Notification, Wanting, missing, notifications
from acquis.register.events import Act, Event, known_on, numbered
from acquis.register.force import TreatyStanding, state_of
from acquis.register.gathered import Gathered
from acquis.register.gazetteer import meant
from acquis.register.implied import implied
from acquis.register.library import Library, described
from acquis.register.library import library as all_books
from acquis.register.log import Log
from acquis.register.naming import borne, name_on
from acquis.register.organs import OrganOn, competent_for, organs_on
from acquis.register.parties import PartyStanding, PartyState, status_table
from acquis.register.spells import OF_ROLES, Held, Spell, Verdict, held_on
from acquis.register.taken import known_at, taken_in
from acquis.register.terms import Term, term_on
from acquis.store import Store

_LONGEST: Final = 120
"""Longer names are of nobody, and are not repeated in whole."""

_ARTICLES: Final = ("", "the", "la", "le", "les", "el", "los", "las")
_MOST: Final = 4
"""So many states of the archive are kept in memory."""


class Register:
    """Who was what on which day. `at` is a change number: it is answered for as things stood then.

    Facts come from the books of acquis, from those in the `facts` folder of the archive, and from its documents.
    """

    def __init__(
        self,
        store: Store,
        *,
        at: int | None = None,
        known: str | None = None,
        folder: Path | None = None,
        who: str = "",
    ) -> None:
        self.store, self.at, self._known, self._who = store, at, known, who
        self._folder = folder or store.folder
        self._gathered: Gathered | None = None
        self._logs: dict[tuple[int, int], Log] = {}
        self._earlier: dict[str, Register] = {}
        self._lock = threading.Lock()
        self._library: Library | None = None

    @property
    def library(self) -> Library:
        """What is kept by hand; `library.faults` says what is wrong with it."""
        with self._lock:
            if self._library is None:
                if self.at is None:
                    files = taken_in(self.store, self._folder / "facts", who=self._who)
                else:
                    files = known_at(self.store, self.at)
                self._library = all_books(files)
            return self._library

    def _as_known(self, day: str) -> "Register":
        """The register as it was at the end of a day; what comes later never changes its answers.

        Raises `BadQuery` for a day that is not over (UTC): what is still learned on it would change them.
        """
        known = str(_asked(day).last)
        if known >= queries.now()[:10]:
            raise BadQuery(
                f"{day} is not over (UTC): what is still learned would change the answer. "
                "Leave `known` out for what is known now, or give an earlier day."
            )
        earlier = self._earlier.get(known)
        if earlier is None:
            with self.store.reading() as db:
                at = tables.last_by(db, known)
            at = at if self.at is None else min(at, self.at)
            earlier = Register(self.store, at=at, known=known, folder=self._folder)
            self._earlier = dict([*self._earlier.items(), (known, earlier)][-_MOST:])
        return earlier

    # --- who was what -------------------------------------------------------------------------------------------------

    def who(self, of: str, *, on: str, known: str | None = None) -> tuple[Held, ...]:
        """Who held which role in something on a day, as the archive knew it on another; each with what proves it.

        `of` is a code, a name or an address: sco, "Shanghai Cooperation Organisation", organ:un/SC; of a state it is
        what the state was in all that is known. `on` and `known` are ISO dates; `on` may be a month or a year. The
        answer has what is unknown and what is disputed too. Raises `UnknownName`, `BadDay`; `NotHeld` where nothing
        is kept of who was what in it. Cost: a pass over the spells of the one that is asked about: some 10 us each.
        """
        if known is not None:
            return self._as_known(known).who(self.called(of), on=on)
        address, day, log = self.called(of), _asked(on), self._log()
        if address.startswith("state:"):
            held = [each for object_ in log.joined_by(address) for each in self._held(object_, day, log, actor=address)]
        else:
            held = self._held(address, day, log)
        ranks = {status.role: at for at, status in enumerate(self.library.statuses(address))}
        return tuple(sorted(held, key=lambda each: _place(each, ranks)))

    def _held(self, address: str, day: Day, log: Log, *, actor: str | None = None) -> list[Held]:
        own = [each for each in log.spells(address) if actor in (None, each.actor)]
        if not own and self._known is None:
            raise NotHeld(self._nothing(address))
        ended = {status.role: status for status in self.library.statuses(address) if status.until}
        covered = self.library.covered(address)[1]
        found = held_on(own, day, covered=covered) if actor else log.held(address, day, covered)
        return [_given_up(each, ended.get(each.role), day) for each in found]

    def _nothing(self, address: str) -> str:
        """What is said of who was what in something of which nothing is kept, and what would work."""
        joined = {each.object for each in self.library.events if each.act in OF_ROLES}
        kept = ", ".join(sorted(each.removeprefix("org:") for each in joined if each.startswith("org:")))
        return (
            f"Nothing is kept of who was what in {self.name(address)} ({address}), and no document that is held tells "
            f"it. Organisations that are kept: {kept}. "
            "Your own facts go into the folder `facts` of the archive: docs/add/facts.md."
        )

    def since(self) -> str:
        """The day on which the first fact that is known was learned."""
        return min((each.learned[:10] for each in self.events() if each.learned), default="")

    def members(self, of: str, *, on: str, known: str | None = None) -> list[str]:
        """The actors that surely held a role of members on a day, in the order of their codes."""
        if known is not None:
            return self._as_known(known).members(self.called(of), on=on)
        roles = self.roles(of)
        return sorted(each.actor for each in self.who(of, on=on) if each.role in roles and each.sure)

    def roles(self, of: str) -> frozenset[str]:
        """The roles that entitle to take part in decisions."""
        entitled = {status.role for status in self.library.statuses(self.called(of)) if status.member}
        return frozenset(entitled or {"member"})

    def spells(self, of: str, *, known: str | None = None) -> tuple[Spell, ...]:
        """All times that roles were held in something, in the order of their beginnings; of a state all of its own."""
        if known is not None:
            return self._as_known(known).spells(self.called(of))
        address, log = self.called(of), self._log()
        if not address.startswith("state:"):
            return log.spells(address)
        return tuple(each for where in log.joined_by(address) for each in log.spells(where) if each.actor == address)

    def life(self, actor: str, *, known: str | None = None) -> tuple[Event, ...]:
        """Everything that is known of an actor or an instrument, in the order of days."""
        if known is not None:
            return self._as_known(known).life(self.called(actor))
        return self._log().about(self.called(actor))

    def event(self, name: str) -> Pinpoint:
        """The address of an event that is known; `NotHeld` says where they are listed."""
        if not any(each.id == name for each in self.events()):
            raise NotHeld(f"No event has the address {name[:_LONGEST]}. `acquis register events ACTOR` lists them.")
        return Pinpoint(name)

    def claims(self, event: str) -> tuple[str, ...]:
        """The names of the statements that an event rests on, whatever was corrected of it."""
        return tuple(each.ending for each in self._stated(event))

    def tellers(self, event: str) -> tuple[str, ...]:
        """The texts that tell an event; none where the books alone do."""
        proofs = (each.proof for each in self._stated(event))
        return tuple(sorted({str(each.address.expression) for each in proofs if isinstance(each, Evidence)}))

    def _stated(self, event: str) -> Sequence[Event]:
        told = self._gathered.events(self.at) if self._log() and self._gathered else ()
        stated = [each for each in numbered((*self.library.events, *told)) if each.id == event]
        return stated or [each for each in self.events() if each.id == event]

    def correction(self, event: str, field: str, value: str) -> str:
        """The value to which a field of an event may be corrected, in its normal form.

        Raises `UnknownName`, `BadDay`, `BadEdit` for what does not fit.
        """
        return checked(field, value, [each for each in self.events() if each.id == event])

    def events(self, *, known: str | None = None) -> Sequence[Event]:
        """All events, as the archive knew them on a day."""
        if known is not None:
            return self._as_known(known).events()
        return self._log().events

    def coverage(self, of: str, on: str) -> str | None:
        """What is to be said beside the answer: the day is beyond what the sources cover, or roles were given up."""
        since, until = self.library.covered(self.called(of))
        day = _asked(on)
        if until is not None and until.before(day):
            return f"The sources on {of} end with {until}: of a later day only what a text tells of that day is known."
        if since is not None and day.before(since):
            return f"The sources on {of} begin with {since}."
        changed = [each for each in self.library.statuses(self.called(of)) if each.until and not day.before(each.until)]
        told = ", ".join(f"{each.role.replace('_', ' ')} ({each.until})" for each in changed)
        goals = " or ".join(sorted({each.becomes for each in changed if each.becomes}))
        return f"Roles that were given up by then: {told}; they became {goals}." if told else None

    def organs(self, of: str, *, on: str, matter: str | None = None, unknown: bool = False) -> tuple[OrganOn, ...]:
        """The organs and meetings of an organisation on a day; with `matter` those that are competent for it.

        With `unknown` those too of which it is not known whether they existed that day, after the others.
        """
        code = self.called(of).partition(":")[2]
        mine = f"organ:{code}/"
        events = [each for each in self._log().events if mine in (each.actor[: len(mine)], each.object[: len(mine)])]
        kept, day = self.library.organs, _asked(on)
        found = organs_on(organisations().get(code), kept, events, day, code=code, unknown=unknown)
        return tuple(competent_for(found, matter)) if matter else found

    def meant(self, name: str, *, on: str | None = None, language: str | None = None) -> tuple[str, ...]:
        """Whom a name means, on a day: several addresses where it is ambiguous, none where it is not known.

        Words that are built on a name are read as in a text: "the Afghan nation", "the Central Asian states".
        """
        from acquis.register.mentions import mentions_in_words

        day, names = _asked(on) if on not in (None, "") else None, self.library.texts
        if found := meant(name, on=day, language=language, names=names):
            return found
        read = mentions_in_words(name, on=day, language=language, names=names)
        whole = next((each for each in read if not each.nested and each.end == len(name)), None)
        if whole is None or name[: whole.start].strip().casefold() not in _ARTICLES:
            return ()
        return (whole.meant,) if whole.meant else whole.others

    def admission(self, of: str, applicant: str, *, role: str = "member", on: str) -> Progress:
        """How far an applicant has come in the procedure for a status, on a day, and what it must still do."""
        organisation, state, day = self.called(of), self.called(applicant), _asked(on)
        return progress(admission(organisation, role, day), self._log().about(state), state, day)

    # --- instruments --------------------------------------------------------------------------------------------------

    def instruments(self, of: str | None = None) -> tuple[tuple[str, str], ...]:
        """The instruments that are kept, each with its title, in the order of their addresses; of one organisation."""
        code = self.called(of).partition(":")[2] if of else None
        kept = ((address, str(told.get("title", ""))) for address, told in self.library.instruments.items())
        return tuple(sorted(pair for pair in kept if code is None or Pinpoint(pair[0]).scheme == code))

    def treaty(self, instrument: str, *, on: str, known: str | None = None) -> TreatyStanding:
        """What an instrument was on a day: signed, pending, in force …, with the reason and what proves it."""
        if known is not None:
            return self._as_known(known).treaty(self.text(instrument), on=on)
        address, covered = self.text(instrument), self._covered(instrument)
        events = self._with_amending(address)
        return state_of(address, events, _asked(on), clauses=self.library.clauses, covered=covered)

    def term(self, instrument: str, *, on: str, known: str | None = None) -> Term | None:
        """Where a strategy, programme or plan stood on a day: approved, running, ended; None without a term."""
        if known is not None:
            return self._as_known(known).term(self.text(instrument), on=on)
        return term_on(self._log().about(self.text(instrument)), _asked(on))

    def parties_to(self, instrument: str, *, on: str, known: str | None = None) -> tuple[PartyStanding, ...]:
        """The status table of an instrument on a day: what each state was to it."""
        if known is not None:
            return self._as_known(known).parties_to(self.text(instrument), on=on)
        address, covered = self.text(instrument), self._covered(instrument)
        events = self._with_amending(address)
        clauses, states = self.library.clauses, self.library.lives
        return status_table(address, events, _asked(on), clauses=clauses, covered=covered, states=states)

    def parties(self, instrument: str, *, on: str | None) -> frozenset[str] | None:
        """The states that were party to an instrument on a day; None where nothing is known of its parties."""
        if on is None or not any(each.actor for each in self._log().about(instrument)):
            return None
        table = self.parties_to(instrument, on=on)
        return frozenset(each.actor for each in table if each.state is PartyState.PARTY) if table else None

    def missing(self, instrument: str, *, on: str, known: str | None = None) -> tuple[Wanting, ...]:
        """Whose consent an instrument still lacked on a day: named states first, then how many more."""
        if known is not None:
            return self._as_known(known).missing(self.text(instrument), on=on)
        address = self.text(instrument)
        return missing(address, self._with_amending(address), _asked(on), clauses=self.library.clauses)

    def notifications(self, instrument: str | None = None, *, known: str | None = None) -> tuple[Notification, ...]:
        """What a depositary would notify, in the order of days: of one instrument, or of all."""
        if known is not None:
            return self._as_known(known).notifications(self.text(instrument) if instrument else None)
        log = self._log()
        events = log.about(self.text(instrument)) if instrument else log.events
        return notifications(events, clauses=self.library.clauses)

    def text(self, name: str) -> str:
        """The address of an instrument that was typed: its address, its title, or a name that a text would use."""
        if name in self.library.instruments or (name and (self._known or self._log().about(name))):
            return name
        wanted = name.strip().casefold() or "\0"
        titled = [
            each for each, told in self.library.instruments.items() if wanted in str(told.get("title", "")).casefold()
        ]
        exact = [each for each in titled if str(self.library.instruments[each]["title"]).casefold() == wanted]
        found = exact or titled or [each for each in [treaties().get(wanted)] if each]
        if len(found) > 1:
            raise Ambiguous(name, found)
        if not found:
            titles = [str(told.get("title", "")) for told in self.library.instruments.values()]
            near = get_close_matches(name[:_LONGEST], titles, n=3, cutoff=0.4)
            hint = f"Did you mean {' or '.join(map(repr, near))}?" if near else "`acquis instruments list` has all."
            raise NotHeld(f"No instrument called {name[:_LONGEST]!r} is kept. {hint}")
        return found[0]

    def _with_amending(self, address: str) -> tuple[Event, ...]:
        """What is known of an instrument and of those that amend it."""
        own = self._log().about(address)
        amending = {each.value for each in own if each.act is Act.AMENDED and ":" in each.value}
        return (*own, *(event for each in sorted(amending) for event in self._log().about(each)))

    def covered(self, instrument: str) -> Day | None:
        """The last day up to which the sources on an instrument reach; None where none is named."""
        return known_until(self._covered(instrument), self._log().about(self.text(instrument)))

    def _covered(self, instrument: str) -> Day | None:
        """The last day up to which the sources on the organisation of an instrument were read."""
        return self.library.covered(f"org:{Pinpoint(self.text(instrument)).scheme}")[1]

    # --- names --------------------------------------------------------------------------------------------------------

    def called(self, name: str) -> str:
        """The address of what a person typed: an address, a code, a name, or an organ by its code after a stroke.

        >>> from acquis.register.desk import typed
        >>> typed("sco"), typed("un/SC"), typed("KAZ")
        ('org:sco', 'organ:un/SC', 'state:KAZ')
        """
        address = typed(name) or self._by_name(name)
        if address is None or not (self._known or described(self.library, address) or self._log().about(address)):
            raise UnknownActor(name, self._near(name))
        return address

    def hint(self, name: str) -> str:
        """The end of a sentence that says what may have been meant."""
        near = self._near(name)
        return f". Did you mean {' or '.join(map(repr, near))}?" if near else "."

    def _near(self, name: str) -> list[str]:
        """What may have been meant: names in English and codes that are spelled nearly so."""
        names = [
            word for held in self.library.names.values() for each in held for word in (each.short, each.name) if word
        ]
        names += [each for held in organisations().values() for each in (held.code, *held.names)]
        return get_close_matches(name[:_LONGEST], list(dict.fromkeys(names)), n=3, cutoff=0.75)

    def name(self, actor: str, *, on: str | None = None, language: str = "en", whole: bool = False) -> str:
        """What an actor was called on a day: short, unless the `whole` name is asked for.

        A state that was renamed goes on under its later names; of one that ended otherwise the last name is told.
        """
        day = _asked(on) if on not in (None, "") else None
        return name_on(actor, self.library.names, on=day, language=language, whole=whole, states=self.library.lives)

    def borne(self, actor: str, name: str) -> Interval | None:
        """From when until when an actor bears a name; None where that is not kept."""
        return borne(actor, name, self.library.names)

    def _by_name(self, name: str) -> str | None:
        """Whom a name means, in any language, where it means one alone."""
        found = self.meant(name) if name.strip() and len(name) <= _LONGEST else ()
        return found[0] if len(found) == 1 else None

    def _log(self) -> Log:
        """All that is known; kept in memory for as long as nothing changes.

        What was held at a change may be seen no more since, so that the last one counts beside it.
        """
        at, library = self._stands(), self.library
        with self._lock:
            if at not in self._logs:
                self._gathered = self._gathered or Gathered(self.store, self._folder, library.texts)
                told = self._gathered.events(self.at)
                with self.store.reading() as db:
                    edits = tables.corrections(db, self.at, self.store)
                self._logs = dict([*self._logs.items()][-_MOST:])
                mend = partial(corrected, edits=edits, seen=self.store.window is not None)
                held = [*mend(known_on(numbered((*library.events, *told)), self._known))]
                # What follows from corrected events is worked out anew, and may be corrected itself.
                self._logs[at] = Log(mend([*held, *implied(held, library.charters)]))
            return self._logs[at]

    def _stands(self) -> tuple[int, int]:
        """The numbers of the last change that counts, and of the last one."""
        with self.store.reading() as db:
            last = queries.last_change(db)
        return last if self.at is None else self.at, last


def _asked(on: object) -> Day:
    """The day that is asked about; `BadDay` for what is no text or states none."""
    if not isinstance(on, str):
        raise BadDay(f"{on!r} is no day to ask about. What works: '2007', '2007-08' or '2007-08-16'.")
    return stated(on)


def _place(held: Held, ranks: Mapping[str, int]) -> tuple[int, str, str, str, str]:
    return ranks.get(held.role, len(ranks)), held.object, held.role, held.verdict.value, held.actor


def _given_up(held: Held, status: Status | None, day: Day) -> Held:
    """Of a role that the organisation gave up nobody knows whether it was still held."""
    if status is None or status.until is None or day.before(status.until) or not held.sure:
        return held
    told = f"{held.why}; the role was given up on {status.until}" + (
        f" and became {status.becomes}" * bool(status.becomes)
    )
    return replace(held, verdict=Verdict.UNKNOWN, why=told)


def typed(name: str) -> str | None:
    """The address of a code or an address as it is typed; None for a name."""
    folded = name.strip()
    if folded.lower() in organisations():
        return f"org:{folded.lower()}"
    head, stroke, organ = folded.partition("/")
    if stroke and head.lower() in organisations() and (found := organisations()[head.lower()].organ(organ)):
        return f"organ:{head.lower()}/{found.code}"
    if len(folded) == 3 and folded.isascii() and folded.isalpha() and folded.isupper():
        return f"state:{folded}"
    return _pinpoint(folded) or _organisation(folded)


def _pinpoint(name: str) -> str | None:
    try:
        return str(Pinpoint(name)) if ":" in name else None
    except BadAddress:
        return None


def _organisation(name: str) -> str | None:
    wanted = name.casefold()
    for code, each in organisations().items():
        if wanted in map(str.casefold, each.names):
            return f"org:{code}"
    return None
