"""The state of an instrument in words that cannot be taken for another state."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from acquis.model import Day
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
