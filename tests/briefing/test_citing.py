"""Cited instruments as they were that day: nothing is said to be out of force that is only not known."""

import pytest

from acquis.briefing.citing import _remark
from acquis.register.entry import Check, Entry
from acquis.register.force import TreatyStanding, TreatyState
from acquis.register.when import When

LATER = Entry(Check.STATED, "stated", begins=When())
UNKNOWN = Entry(Check.UNKNOWN, "no source states it")

CASES = [
    (TreatyState.SIGNED, "treaty", LATER, False, "not in force on 2011-06-15"),
    (TreatyState.PENDING, "treaty", UNKNOWN, True, "not in force on 2011-06-15 by the consents that are kept"),
    (TreatyState.SIGNED, "treaty", UNKNOWN, False, "not stated whether in force on 2011-06-15"),
    (TreatyState.TERMINATED, "treaty", LATER, False, "no longer in force on 2011-06-15"),
    (TreatyState.IN_FORCE, "treaty", LATER, False, ""),
    (TreatyState.SIGNED, "declaration", UNKNOWN, False, ""),
]


@pytest.mark.parametrize(("state", "kind", "entry", "clause", "expected"), CASES)
def test_a_remark_says_what_is_known_of_its_force(state, kind, entry, clause, expected):
    standing = TreatyStanding("osr:2010-01-01/gauges", state, "", (), entry)

    assert expected == _remark(standing, kind, "2011-06-15", clause=clause)
