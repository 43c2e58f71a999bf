"""The shelf of organisations."""

import re

import pytest

from acquis.model import Day, Pinpoint
from acquis.organisations import Organisation, organisations, treaties

HELD = organisations()


@pytest.mark.parametrize("code", HELD)
def test_an_organisation_is_filed_under_its_code(code: str) -> None:
    held = HELD[code]

    assert code == held.code
    assert held.names
    assert held.source
    Day.parse(held.founded)


@pytest.mark.parametrize("held", HELD.values(), ids=HELD)
def test_treaties_have_addresses_and_names_in_lower_case(held: Organisation) -> None:
    for name, address in held.treaties:
        assert name == name.lower()
        assert address == Pinpoint(address).work


@pytest.mark.parametrize("held", HELD.values(), ids=HELD)
def test_summits_have_days_in_their_order(held: Organisation) -> None:
    days = [Day.parse(summit.day) for summit in held.summits]

    assert days == sorted(days, key=lambda day: day.key)
    assert all(summit.place for summit in held.summits)


@pytest.mark.parametrize("held", HELD.values(), ids=HELD)
def test_organs_make_symbols_that_are_normal(held: Organisation) -> None:
    for organ in held.organs:
        for template in filter(None, (organ.resolution, organ.decision)):
            assert re.search(r"\{[012]\}", template)
            assert organ.numbering


def test_no_name_is_given_to_two_treaties() -> None:
    named: dict[str, str] = {}
    for held in HELD.values():
        for name, address in held.treaties:
            assert named.setdefault(name, address) == address


CALLED = [
    ("npt", "treaty:1968-07-01/non-proliferation"),
    ("charter of the united nations", "un:1945-06-26/charter"),
    ("sco charter", "sco:2002-06-07/charter"),
    ("treaty on a nuclear-weapon-free zone in central asia", "treaty:2006-09-08/central-asia-zone"),
    ("charter of the shanghai cooperation organization", "sco:2002-06-07/charter"),
    ("不扩散核武器条约", "treaty:1968-07-01/non-proliferation"),
]


@pytest.mark.parametrize(("name", "address"), CALLED)
def test_a_treaty_is_known_by_its_names(name: str, address: str) -> None:
    assert address == treaties()[name]


def test_an_organ_is_known_by_its_code_and_names() -> None:
    council = HELD["un"].organ("security council")

    assert council is not None
    assert council == HELD["un"].organ("SC")
    assert HELD["un"].organ("Council of Elders") is None


SYMBOLS = [
    ("osr", ["OSR/CM/RES/2011/3"], "OSR/CM/RES/2011/3"),
    ("osr", ["ORGANISATION OF THE SEVEN RIVERS                         OSR/CM/RES/2013/2"], "OSR/CM/RES/2013/2"),
    ("osr", ["By its decision OSR/CHS/DEC/2009/1 the Council of Heads of State today admitted a member."], None),
    ("osce", ["MC.DEC/3/11"], "MC.DEC/3/11"),
]


@pytest.mark.parametrize(("code", "head", "symbol"), SYMBOLS)
def test_a_head_says_the_symbol(code: str, head: list[str], symbol: str | None) -> None:
    find = HELD[code].symbol

    assert find is not None
    assert symbol == find(head, None)


NORMAL = [
    ("osr", "osr/CM/RES/2011/3", "OSR/CM/RES/2011/3"),
    ("eu", "Regulation (EU) 2016/679", "reg/2016/679"),
    ("eu", "Directive 95/46/EC", "dir/1995/46"),
    ("eu", "Regulation (EC) No 1907/2006", "reg/2006/1907"),
    ("eu", "decision 55/488", None),
    ("unfccc", "decision 1/CP.21", "1/CP.21"),
]


@pytest.mark.parametrize(("code", "printed", "symbol"), NORMAL)
def test_an_organisation_knows_the_normal_form_of_its_symbols(code: str, printed: str, symbol: str | None) -> None:
    normal = HELD[code].normal

    assert normal is not None
    assert symbol == normal(printed)
