"""What one actor did about one instrument, and from when until when it was bound by it."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from acquis.register.clauses import Clause, Wait
from acquis.register.courses import AD_REFERENDUM, Course, Deed, consent, deeds, suspension
from acquis.register.entry import Entry
from acquis.register.events import Act, Event
from acquis.register.when import When, latest, reconciled, some

NOTICE: Final = Wait(months=12)
"""The notice of withdrawal where the instrument says nothing of it (Vienna Convention 1969, 56.2)."""

NEGOTIATES: Final = "negotiating"
"""The role of an actor that was seen to take part in drawing up the text."""


class Bond(Struct, frozen=True):
    """All that one actor did about an instrument, whenever it was: each a course that begins and may end."""

    drawn_up: Course
    signature: Course
    consent: Course
    provisional: Course
    party: Course
    pause: Course


def bond(own: Sequence[Event], entry: Entry, clause: Clause | None) -> Bond:
    """The courses of one actor, from its events about an instrument and from the entry into force of that."""
    given = consent(own)
    return Bond(
        drawn_up=Course(deeds(filter(_draws_up, own))),
        signature=_course(filter(_signs, own), "signature", own),
        consent=given,
        provisional=_course(_by(own, Act.APPLIES_PROVISIONALLY), "provisional application", own),
        party=_party(given, own, entry, clause),
        pause=suspension(own),
    )


def _draws_up(event: Event) -> bool:
    """Also by a signature ad referendum: it is none before another confirms it (Vienna Convention 1969, 12.2)."""
    seen = event.act is Act.OBSERVED and event.role == NEGOTIATES
    return seen or event.act is Act.ADOPTED or (event.act is Act.SIGNED and event.value == AD_REFERENDUM)


def _signs(event: Event) -> bool:
    return event.act is Act.SIGNED and event.value != AD_REFERENDUM


def _by(own: Iterable[Event], *acts: Act) -> list[Event]:
    return [each for each in own if each.act in acts]


def _course(begun: Iterable[Event], role: str, own: Iterable[Event]) -> Course:
    return Course(deeds(begun), deeds(each for each in _by(own, Act.WITHDREW) if each.role == role))


# --- from when until when it is bound ---------------------------------------------------------------------------------


def _party(given: Course, own: Sequence[Event], entry: Entry, clause: Clause | None) -> Course:
    """As sources state it, else as the rules give it; where the clause is known, both must agree."""
    stated = list(deeds(_by(own, Act.ENTERED_INTO_FORCE)))
    begun = []
    for deed in given.begun:
        said = next((each for each in stated if _follows(each, deed) and not _renewed(deed, given, each)), None)
        ruled = _ruled(deed, given, entry, clause) if clause or not said else None
        if said and ruled:
            stated[stated.index(said)] = replace(said, when=reconciled([said.when, ruled]))
        elif ruled:
            begun.append(replace(deed, when=ruled))
    begun += stated
    return Course(tuple(begun), tuple(_ends(given, begun, clause)))


def _follows(later: Deed, earlier: Deed) -> bool:
    return earlier.when.by(later.when) is not False


def _renewed(deed: Deed, given: Course, until: Deed) -> bool:
    """Whether one withdrew after a consent and consented again, so that what comes then belongs to the new consent."""
    ends = [each for each in given.ended if deed.when.by(each.when)]
    again = [each for each in given.begun if each is not deed and each.when.by(until.when)]
    return any(end.when.by(each.when) for end in ends for each in again)


def _ruled(deed: Deed, given: Course, entry: Entry, clause: Clause | None) -> When | None:
    """The entry into force for one that consented, by the rules; None where the instrument itself is not in force.

    Who consented by the day on which the conditions were met is bound with the others; who consents later after the
    wait for such, or from its consent where nothing is said (Vienna Convention 1969, 24.3). A successor does not wait.
    """
    if entry.begins is None:
        return None
    wait = clause.later if clause and clause.later and deed.act is not Act.SUCCEEDED else Wait()
    after = latest([entry.begins, wait.over(deed.when)])
    among = deed.when.by(entry.met) if entry.met else False
    when = entry.begins if among else after if among is False else _either(entry.begins, after)
    taken_back = given.over(deed, when)
    if taken_back:
        return None
    return when if taken_back is False else When(when.first, None, when.disputed)


def _either(one: When, other: When) -> When:
    first = one.first if other.first is None or (one.first and one.first < other.first) else other.first
    return When(first, latest([one, other]).last, one.disputed or other.disputed)


def _ends(given: Course, begun: Sequence[Deed], clause: Clause | None) -> list[Deed]:
    """The ends that sources state, and those that follow from notices of which no source states the effect."""
    left = [each for each in given.ended if each.act is not Act.WITHDREW]
    notices = [each for each in given.ended if each.act is Act.WITHDREW]
    silent = [
        each for each in notices if not any(_follows(end, each) and not _between(given, each, end) for end in left)
    ]
    return [*left, *(replace(each, when=_effect(each.when, begun, clause)) for each in silent)]


def _between(given: Course, notice: Deed, end: Deed) -> bool:
    return any(notice.when.by(each.when) and each.when.by(end.when) for each in given.begun)


def _effect(notice: When, begun: Sequence[Deed], clause: Clause | None) -> When:
    """When a notice takes effect: after its time for one that is bound, at once for one that is not yet."""
    wait = clause.notice if clause and clause.notice is not None else NOTICE
    bound, effect = some(each.when.by(notice) for each in begun), wait.over(notice)
    return effect if bound else notice if bound is False else _either(notice, effect)
