"""The line of a passage follows the words that were asked about, and ends where few of them are left."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.precedents.base import Base, Series
from acquis.precedents.lineage import Lineage
from tests.precedents.woven import Woven, woven, written

VACCINES = "The member States will keep a common stock of vaccines against fever on both banks of the Olm."
DOCTORS = "Rescue doctors are trained for the mountain valleys in a school that every town pays for by its means."
HARVEST = "A bad harvest is shared out by weight in autumn, so that no valley has to buy grain at twice its price."
SALT = "Salt pans at the mouth of the river stay open to all who pay the same fee for a year of work."
A, B, C, D = (f"osr:{year}-06-01/text-{year}" for year in (2005, 2007, 2009, 2011))

BASE = Base(4, (Series("osr", 4, None, "2005", "2011"),), "2005", "2011", 7)


def line(of: Woven, address: str, asked: Sequence[int] | None = None) -> list[str]:
    return [each.address.partition("@")[0][-4:] for each in lineage(of, address, asked).line]


def lineage(of: Woven, address: str, asked: Sequence[int] | None = None) -> Lineage:
    return of.lines().lineage(of.member(address), asked)


DRIFTING = woven(
    written(A, f"{HARVEST} {SALT}"),
    written(B, f"{DOCTORS} {HARVEST}"),
    written(C, f"{VACCINES} {DOCTORS}"),
    written(D, VACCINES),
)
"""Each text shares a sentence with the one before; the first and the last share nothing."""


def test_a_line_does_not_drift_over_clauses_that_each_step_shares_to_a_text_without_the_words() -> None:
    assert ["2009", "2011"] == line(DRIFTING, f"{D}@en#p1")
    assert ["2005", "2007"] == line(DRIFTING, f"{A}@en#p1")


def test_a_line_goes_on_over_a_long_paragraph_that_has_all_of_the_words_in_a_clause() -> None:
    long = f"{HARVEST} {SALT} {DOCTORS} {VACCINES}"
    of = woven(written(A, VACCINES), written(B, long), written(C, VACCINES.replace("fever", "cholera")))

    assert ["2005", "2007", "2009"] == line(of, f"{C}@en#p1")


def test_another_parent_is_taken_where_the_nearest_has_none_of_the_words_asked_about() -> None:
    of = woven(
        written(A, f"{VACCINES} {SALT}"),
        written(B, f"{DOCTORS} {HARVEST}"),
        written(C, f"{VACCINES} {DOCTORS} {HARVEST}"),
        written(D, VACCINES),
    )

    assert ["2005", "2009", "2011"] == line(of, f"{D}@en#p1")


def test_the_line_of_a_sentence_is_not_that_of_the_rest_of_its_paragraph() -> None:
    of = woven(written(A, DOCTORS), written(B, VACCINES), written(C, f"{VACCINES} {DOCTORS}"))
    half = of.member(f"{B}@en#p1").size
    whole = of.member(f"{C}@en#p1").size

    assert ["2007", "2009"] == line(of, f"{C}@en#p1", range(half))
    assert ["2005", "2009"] == line(of, f"{C}@en#p1", range(half, whole))


def test_it_is_said_how_many_of_the_words_each_text_of_the_line_has() -> None:
    of = woven(written(A, f"{VACCINES[:-1]}, and of the Kelva."), written(B, VACCINES), written(C, VACCINES))
    found = lineage(of, f"{A}@en#p1")

    assert (22, 18, 18) == found.left
    assert 22 == found.asked
    assert 18 == lineage(of, f"{C}@en#p1").asked


def test_a_passage_that_the_line_goes_on_from_has_not_vanished() -> None:
    for member in DRIFTING.members:
        found = DRIFTING.lines().lineage(member)
        if found.line[-1] != member:
            assert not [each for each in found.claims(BASE) if "vanished" in each]


SENTENCES = st.sampled_from([VACCINES, DOCTORS, HARVEST, SALT, "The member States will keep what they have agreed."])
CUTS = st.integers(0, 6)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A few sentences, some with words left out at one end."""
    words = [sentence.split()[draw(CUTS) :] for sentence in draw(st.lists(SENTENCES, min_size=1, max_size=3))]
    return " ".join(" ".join(each) for each in words) or SALT


@settings(max_examples=60, deadline=None)
@given(st.lists(paragraphs(), min_size=2, max_size=6))
def test_every_text_of_a_line_has_enough_of_the_words_asked_about(texts: list[str]) -> None:
    of = woven(*(written(f"osr:{2001 + at}-06-01/text", each) for at, each in enumerate(texts)))
    lines = of.lines()
    for member in of.members:
        found = lines.lineage(member)
        asked = Counter(of.keys[member.text])
        for each, left in zip(found.line, found.left, strict=True):
            shared = (asked & Counter(of.keys[each.text])).total()

            assert left <= shared
            assert left >= min(5, 0.75 * member.size)


@settings(max_examples=40, deadline=None)
@given(st.lists(paragraphs(), min_size=2, max_size=5))
def test_words_that_a_step_has_lost_are_not_taken_up_again(texts: list[str]) -> None:
    of = woven(*(written(f"osr:{2001 + at}-06-01/text", each) for at, each in enumerate(texts)))
    for member in of.members:
        found = of.lines().lineage(member)
        at = found.line.index(member)

        assert sorted(found.left[: at + 1]) == list(found.left[: at + 1])
        assert sorted(found.left[at:], reverse=True) == list(found.left[at:])


@pytest.mark.parametrize("work", [A, D])
def test_a_line_stays_in_its_organisation(work: str) -> None:
    of = woven(written(A, VACCINES), written("sco:2007-06-01/b", VACCINES), written(D, VACCINES))

    assert ["2005", "2011"] == line(of, f"{work}@en#p1")
