"""Of several claims the strongest answers; none is lost, and what is unstated has its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.model import Basis, Claim, Day, Record
from acquis.model.record import FIELDS

claims = st.builds(
    Claim,
    st.sampled_from(("title", "place", "keeper", "date.adoption", "date.issue")),
    st.none() | st.sampled_from(("2007-08-16", "2007", "2011-06-15")),
    st.sampled_from(Basis),
    refused=st.booleans(),
)
records = st.lists(claims, max_size=8).map(lambda found: Record(tuple(found)))


@given(records, st.sampled_from(FIELDS))
def test_the_answer_is_the_strongest_claim_that_is_not_refused(record: Record, field: str) -> None:
    answer = record.claim(field)
    standing = [claim for claim in record.claims if claim.field == field and not claim.refused]
    said = [claim for claim in standing if claim.value is not None]
    strength = list(Basis)

    if said:
        assert answer in said
        assert all(strength.index(answer.basis) <= strength.index(claim.basis) for claim in said if answer)
    else:
        assert record.value(field) is None
        assert (answer in standing) if standing else (answer is None)


@given(records, claims)
def test_a_claim_more_takes_none_away(record: Record, more: Claim) -> None:
    fuller = record.plus(more)

    assert fuller.claims[: len(record.claims)] == record.claims
    assert set(record.conflicts) <= set(fuller.conflicts)


@given(records)
def test_the_day_of_order_is_adoption_then_issue(record: Record) -> None:
    day, which = record.day

    if record.value("date.adoption"):
        assert (str(day), which) == (record.value("date.adoption"), "adoption")
    elif record.value("date.issue"):
        assert (str(day), which) == (record.value("date.issue"), "issue")
    else:
        assert day is None
        assert which.startswith("no date")


@pytest.mark.parametrize("field", ["date.publication", "date.receipt"])
def test_no_document_is_ordered_by_when_it_was_put_on_a_page(field: str) -> None:
    assert Record((Claim(field, "2007-08-16", Basis.STAMP),)).day[0] is None


def test_a_partial_day_orders_too() -> None:
    assert Record((Claim("date.adoption", "2007-08", Basis.TEXT),)).day == (Day(2007, 8), "adoption")


def test_several_values_come_in_the_order_met() -> None:
    found = tuple(Claim("keeper", name, Basis.RECORD) for name in ("one", "two"))

    assert Record((*found, Claim("keeper", "wrong", Basis.RULE, refused=True))).values("keeper") == ("one", "two")


def test_what_is_unstated_has_its_reason() -> None:
    looked_for = Claim("place", None, Basis.RULE, why="no place is printed")

    assert Record((looked_for,)).value("place") is None
    assert Record((looked_for,)).why("place") == "no place is printed"
    assert Record().why("place") == "not stated"
    assert Record((Claim("place", "Halmor", Basis.RECORD),)).why("place") == "record field"
