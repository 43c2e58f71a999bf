"""Whatever is asked about as a day and states none is refused, and the refusal says what would work."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import acquis
from acquis.errors import BadDay
from acquis.register.desk import Register

NPT = "treaty:1968-07-01/non-proliferation"

DOORS: list[Callable[[Register, Any], object]] = [
    lambda register, on: register.who("sco", on=on),
    lambda register, on: register.members("sco", on=on),
    lambda register, on: register.who("state:KAZ", on=on),
    lambda register, on: register.organs("sco", on=on),
    lambda register, on: register.coverage("sco", on),
    lambda register, on: register.treaty(NPT, on=on),
    lambda register, on: register.term(NPT, on=on),
    lambda register, on: register.parties_to(NPT, on=on),
    lambda register, on: register.missing(NPT, on=on),
    lambda register, on: register.admission("sco", "state:BLR", on=on),
]
OPEN: list[Callable[[Register, Any], object]] = [
    lambda register, on: register.name("state:KAZ", on=on),
    lambda register, on: register.meant("Kazakhstan", on=on),
    lambda register, on: register.parties(NPT, on=on),
    lambda register, on: register.who("sco", on="2011", known=on),
    lambda register, on: register.members("sco", on="2011", known=on),
    lambda register, on: register.spells("sco", known=on),
    lambda register, on: register.life("state:KAZ", known=on),
    lambda register, on: register.events(known=on),
    lambda register, on: register.treaty(NPT, on="2011", known=on),
    lambda register, on: register.parties_to(NPT, on="2011", known=on),
    lambda register, on: register.notifications(NPT, known=on),
]
"""The doors at which a day may be left out."""

NO_DAYS = [2007, 0, True, b"2007", 2007.5, ["2007"], date(2007, 8, 16), "soon", "2007-02-30", "2007-13"]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return acquis.open(tmp_path_factory.mktemp("days") / "days.acquis", who="reader").register


@pytest.mark.parametrize("on", NO_DAYS, ids=repr)
def test_what_is_no_day_is_refused_at_every_door(register: Register, on: object) -> None:
    for door in (*DOORS, *OPEN):
        with pytest.raises(BadDay) as refused:
            door(register, on)
        assert str(on) in str(refused.value)


def test_a_door_that_needs_a_day_refuses_none(register: Register) -> None:
    for door in DOORS:
        with pytest.raises(BadDay, match=r"^None is no day to ask about\. What works: "):
            door(register, None)


def test_a_door_at_which_a_day_may_be_left_out_answers(register: Register) -> None:
    answers = [door(register, None) for door in OPEN]

    assert answers.pop(2) is None  # who was a party is not known without a day
    assert None not in answers


def test_a_refusal_says_what_would_work(register: Register, tmp_path: Path) -> None:
    with pytest.raises(
        BadDay, match=r"^2007 is no day to ask about\. What works: '2007', '2007-08' or '2007-08-16'\.$"
    ):
        register.who("sco", on=2007)  # type: ignore[arg-type]
