"""The state of an instrument in words that cannot be taken for another state, and its clause in words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.model import Day
    from acquis.register.clauses import Clause, Condition, Wait
    from acquis.register.desk import Register
    from acquis.register.entry import Entry
    from acquis.register.force import TreatyStanding
    from acquis.register.terms import Term


def state_in_words(register: "Register", standing: "TreatyStanding", *, on: str, known: str | None = None) -> str:
    """The state on a day; of one that is not in force also whether that is known, and why.

    "Pending" is said only where the conditions are known and were not met, or the waiting was not over. After the last
    day that the sources cover it is the state which they leave it in. What follows from consents is told as of those
    that are kept: they need not be all.
    """
    from acquis.model import Day
    from acquis.register.force import TreatyState

    end = register.covered(standing.instrument)
    if standing.state is TreatyState.UNKNOWN and end and end.before(Day.parse(on)):
        before = register.treaty(standing.instrument, on=str(end), known=known)
        last = state_in_words(register, before, on=str(end), known=known)
        return f"unknown after {end}, when the sources end; before that {last}"
    if standing.state in (TreatyState.UNKNOWN, TreatyState.DISPUTED):
        return f"{standing.state}; {standing.why}"
    if standing.state not in (TreatyState.SIGNED, TreatyState.PENDING) or not _binding(register, standing):
        return standing.state.value
    return _not_in_force(register, standing, Day.parse(on))


def course_in_words(term: "Term") -> str:
    """Where a strategy or a plan stood; before its approval nobody says that it was proposed."""
    from acquis.register.terms import Course

    return "no approval known by then" if term.course is Course.PROPOSED else term.course.value


def clause_in_words(clause: "Clause", name: Callable[[str], str] = str) -> tuple[str, ...]:
    """What a clause on entry into force says, a sentence for each of its matters; `name` gives what somebody is called.

    >>> from acquis.register.clauses import Clause, Consents, Wait
    >>> clause_in_words(Clause(all=(Consents(4),), wait=Wait(days=30), notice=Wait(months=12)))[0]
    'Enters into force 30 days after 4 consents.'
    """
    conditions = " and ".join(_condition(each, name) for each in clause.all)
    one = " or ".join(_condition(each, name) for each in clause.any)
    asked = ", and ".join(filter(None, [conditions, f"one of these: {one}" if one else ""]))
    told = [f"Enters into force {_after(clause.wait)} {asked}."]
    if clause.later is not None:
        told.append(f"For whoever consents later: {_after(clause.later)} its consent.")
    if clause.notice is not None:
        told.append(f"A withdrawal takes effect {_after(clause.notice)} its notice.")
    if clause.entitled:
        told.append(f"Open to {', '.join(map(name, clause.entitled))}.")
    return tuple(told)


def _condition(condition: "Condition", name: Callable[[str], str]) -> str:
    """One kind a line."""
    from acquis.register.clauses import Consents, Named, Share

    if isinstance(condition, Named):
        return f"the consent of {', '.join(map(name, condition.states))}"
    if isinstance(condition, Consents):
        beside = f" of others than {', '.join(map(name, condition.beside))}" if condition.beside else ""
        return counted(condition.count, "consent") + beside
    if isinstance(condition, Share):
        return f"the consent of those that account for {condition.share:.0%} of {condition.of}"
    return f"{condition.on}"


def _after(wait: "Wait") -> str:
    units = ((wait.years, "year"), (wait.months, "month"), (wait.days, "day"))
    told = " and ".join(counted(number, unit) for number, unit in units if number)
    return f"{told} after" if told else "upon"


def _binding(register: "Register", standing: "TreatyStanding") -> bool:
    from acquis.model.record import TREATIES

    return register.library.instruments.get(standing.instrument, {}).get("kind", "treaty") in TREATIES


def _not_in_force(register: "Register", standing: "TreatyStanding", on: "Day") -> str:
    """One case a line: in force later, conditions that were not met, or nothing known of either."""
    from acquis.register.force import TreatyState

    signed, entry = standing.state is TreatyState.SIGNED, standing.entry
    if entry.begins:
        return f"{standing.state}: {_conditions(entry, on)}entered into force later, {entry.begins}"
    if standing.instrument in register.library.clauses:
        return f"{standing.state}: conditions not met by the consents that are kept"
    return "signed; entry into force not stated" if signed else "consented to by some; entry into force not stated"


def _conditions(entry: "Entry", on: "Day") -> str:
    from acquis.register.when import When

    answer = entry.met.by(When.of(on)) if entry.met else None
    return "" if answer is None else "conditions met, " if answer else "conditions not yet met, "
