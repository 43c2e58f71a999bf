"""Which organs an organisation had on a day, and how that is known."""

import pytest

from acquis.model import Day
from acquis.organisations import Organ, Organisation, organisations
from acquis.register.books import Body
from acquis.register.events import Act, Certainty, Event, Source
from acquis.register.library import own
from acquis.register.organs import OrganOn, organs_on

RIVERS = Organisation(
    "osr", ("Organisation of the Seven Rivers",), organs=(Organ("CM", ("Council",)), Organ("LAKES", ("Lakes",), cited=True))
)  # fmt: skip


def met(organ: str, on: str, act: Act = Act.MET) -> Event:
    return Event(act=act, actor=f"organ:osr/{organ}", object="org:osr", on=Day.parse(on), proof=Source("a book"))


def founded(organ: str, on: str) -> Event:
    return Event(act=Act.FOUNDED, actor="", object=f"organ:osr/{organ}", on=Day.parse(on), proof=Source("a book"))


def kept(organ: str, **more: str) -> dict[str, Body]:
    days = {key: Day.parse(day) for key, day in more.items() if key != "kind"}
    body = Body(f"organ:osr/{organ}", kind=more.get("kind", ""), source=Source("the Charter"), **days)
    return {body.address: body}


def listed(bodies: dict[str, Body], events: list[Event], on: str, *, unknown: bool = False) -> dict[str, OrganOn]:
    found = organs_on(RIVERS, bodies, events, Day.parse(on), code="osr", unknown=unknown)
    return {each.address.partition("/")[2]: each for each in found}


DAYS = [
    ("since its founding", kept("CM", since="2005-03-01"), [], "2005-03-01", ["CM"]),
    ("not before it", kept("CM", since="2005-03-01"), [met("CM", "2004-01-01")], "2005-02-28", []),
    ("no day is known", kept("CM", kind="council"), [], "2020-01-01", []),
    ("known to the shelf alone", {}, [], "2020-01-01", []),
    ("seen on the day", {}, [met("CM", "2006-05-04")], "2006-05-04", ["CM"]),
    ("seen only later", kept("CM", kind="council"), [met("CM", "2006-05-04")], "2006-05-03", []),
    ("seen in the year", {}, [met("CM", "2006")], "2006-05-04", []),
    ("seen in the year before", {}, [met("CM", "2005")], "2006-05-04", ["CM"]),
    ("ended", kept("CM", until="2010-01-01"), [met("CM", "2006-05-04")], "2010-01-01", []),
    ("founded by an event", {}, [founded("RC", "2008-02-13")], "2008-02-13", ["RC"]),
    ("a body of others", {}, [met("LAKES", "2006-05-04")], "2010-01-01", []),
]


@pytest.mark.parametrize(("_case", "bodies", "events", "on", "expected"), DAYS)
def test_an_organ_is_listed_from_its_founding_or_from_when_it_was_seen(
    _case: str, bodies: dict[str, Body], events: list[Event], on: str, expected: list[str]
) -> None:
    assert expected == [*listed(bodies, events, on)]


def test_an_organ_says_how_it_is_known() -> None:
    bodies = kept("RC", since="2008-02-13")
    found = listed(bodies, [met("CM", "2006-05-04")], "2010-01-01")

    assert {"CM": "seen by 2006-05-04", "RC": "since 2008-02-13: the Charter"} == {
        code: each.why for code, each in found.items()
    }


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], "unknown that day: its founding day is not kept, and nothing with a day is known of it"),
        ([met("CM", "2011-06-15")], "unknown that day: its founding day is not kept, and it is first seen on 2011-06-15"),
    ],
)  # fmt: skip
def test_the_unknown_are_told_apart_where_they_are_asked_for(events: list[Event], expected: str) -> None:
    found = listed(kept("RC", since="2001-01-01"), events, "2001-07-01", unknown=True)

    assert ["RC", "CM"] == [*found]
    assert (False, Certainty.LOW, expected) == (found["CM"].known, found["CM"].certainty, found["CM"].why)


def test_bodies_of_other_organisations_are_none_of_the_united_nations() -> None:
    events = [each for each in own().events if each.actor.startswith("organ:un/")]
    found = organs_on(organisations()["un"], own().organs, events, Day(2020), code="un", unknown=True)
    codes = {each.address.partition("/")[2] for each in found}

    assert {"GA", "SC", "UNEA", "CND"} <= codes
    assert set() == codes & {"AU", "FAO", "WHA", "ILC", "IMO", "COP", "UNESCO-GC"}


def test_an_organisation_of_a_month_has_only_the_organ_that_founded_it() -> None:
    events = [each for each in own().events if each.actor.startswith("organ:sco/")]
    young, grown = (
        {each.address for each in organs_on(organisations()["sco"], own().organs, events, Day.parse(on), code="sco")}
        for on in ("2001-07-01", "2011-06-15")
    )

    assert {"organ:sco/CHS"} == young
    assert {"organ:sco/CMFA", "organ:sco/ministers-of-defence", "organ:sco/RATS"} <= grown


def seat(act: Act, place: str, on: str) -> Event:
    of = {"actor": "organ:osr/CM", "object": "org:osr", "role": "seat", "place": place, "on": Day.parse(on)}
    return Event(act=act, proof=Source("a book"), **of)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2004-12-31", ""),
        ("2005-03-31", ""),
        ("2005-04-01", "Orvelin"),
        ("2008-01-01", "Orvelin"),
        ("2009-02-01", "Drevina"),
    ],
)
def test_a_seat_that_is_laid_down_is_one_from_the_day_on_which_the_organ_took_it(on: str, expected: str) -> None:
    events = [
        seat(Act.NOTED, "Orvelin", "2005-01-01"),
        seat(Act.SEATED, "Orvelin", "2005-04-01"),
        seat(Act.SEATED, "Drevina", "2009-01-01"),
    ]
    found = listed(kept("CM", since="2004-01-01"), events, on)["CM"]

    assert found.seat.startswith(expected)
    assert bool(expected) == bool(found.seat)
