"""What an actor was called on a day, in a language."""

from collections.abc import Mapping, Sequence
from functools import cache

from acquis.model import Day, Pinpoint
from acquis.model.days import Interval
from acquis.organisations import organisations
from acquis.register.books import Named
from acquis.register.lives import UNKNOWN, Lives, heir_on


def name_on(
    actor: str,
    names: Mapping[str, Sequence[Named]],
    *,
    on: Day | None = None,
    language: str = "en",
    whole: bool = False,
    states: Lives = UNKNOWN,
) -> str:
    """The name that was right on a day, short unless the `whole` one is asked for; the code where none is known.

    Without a day it is the name of today, else the last one. `states` are the lives of states: one that was renamed
    goes on under the names of the other. A former state never has the name of those that came after it.

    >>> name_on("state:KAZ", {}), name_on("org:sco", {}), name_on("organ:sco/RATS", {})
    ('Kazakhstan', 'SCO', 'Regional Anti-Terrorist Structure')
    """
    own = [each for each in names.get(actor, ()) if each.language == language]
    named = _borne_on(own, on) if on else _last(own)
    if named is None and on and (heir := heir_on(actor, states, on)) != actor:
        return name_on(heir, names, on=on, language=language, whole=whole, states=states)
    here = Pinpoint(actor)
    found = _territory(here.local, language) if named is None and here.scheme == "state" else None
    if named is None and found is None and here.scheme == "state":
        named = _last(own) or _last([each for each in names.get(actor, ()) if each.language == "en"])
    if named:
        return named.name if whole or not named.short else named.short
    if here.scheme in ("org", "organ"):
        return _of_shelf(here, whole) or _spelled(here.local)
    return found or here.local


def _borne_on(named: Sequence[Named], on: Day) -> Named | None:
    """The name that was surely borne on a day, else one that may have been."""
    times = [(each, Interval(each.since, each.until)) for each in named]
    sure = (each for each, time in times if time.holds(on))
    return next(sure, None) or next((each for each, time in times if time.possible(on)), None)


def _last(named: Sequence[Named]) -> Named | None:
    """The first of those that are borne today; where there are none, the one that was borne last."""
    lasting = next((each for each in named if each.until is None), None)
    return lasting or max(named, key=lambda each: str(each.until), default=None)


def borne(actor: str, name: str, names: Mapping[str, Sequence[Named]]) -> Interval | None:
    """From when until when an actor bears a name, long or short, in any language; None where its time is not kept.

    >>> kept = {"state:BFA": [Named("Republic of Upper Volta", "Upper Volta", since=Day(1958), until=Day(1984, 8, 4))]}
    >>> str(borne("state:BFA", "upper volta", kept).until)
    '1984-08-04'
    """
    wanted = name.strip().casefold()
    found = [each for each in names.get(actor, ()) if wanted in (each.name.casefold(), each.short.casefold())]
    if not any(each.since or each.until for each in found):
        return None
    since, until = [each.since for each in found if each.since], [each.until for each in found if each.until]
    return Interval(
        min(since, key=lambda day: day.key) if len(since) == len(found) else None,
        max(until, key=lambda day: day.key) if len(until) == len(found) else None,
    )


def _spelled(local: str) -> str:
    """A name again from what an address makes of it: "league-of-highland-states"."""
    words = local.rpartition("/")[2].split("-")
    return " ".join(word if word in ("of", "and", "the", "for", "on") else word.capitalize() for word in words)


def _of_shelf(here: Pinpoint, whole: bool) -> str | None:
    code, _, organ = here.local.partition("/")
    if (held := organisations().get(code)) is None:
        return None
    if organ:
        found = held.organ(organ)
        return found.names[0] if found else None
    short = next((name for name in held.names if name.isupper() and name.isascii()), None)
    return held.names[0] if whole or not short else short


@cache
def _territory(code: str, language: str) -> str | None:
    """The name of a state of today in the CLDR, which gives the code of a former state as another of its successors."""
    from babel import Locale
    from babel.core import get_global

    from acquis.register.gazetteer import former_codes

    if code in former_codes():
        return None
    short = next((found[0] for long, found in get_global("territory_aliases").items() if long == code), None)
    return Locale.parse(language).territories.get(short) if short else None
