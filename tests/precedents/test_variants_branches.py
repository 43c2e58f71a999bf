"""All branches of one passage: which wordings a table has, and what it leaves out."""

from typing import Any

import pytest

from acquis.precedents.base import Base, Series
from acquis.precedents.families import families
from acquis.precedents.kin import Judgement
from acquis.precedents.variants import Branches, Variants, branches
from tests.precedents.woven import Woven, woven, written

FERRIES = "The member States will keep the ferries on the lower Olm running through the winter."
FREELY = "The member States will keep the ferries on the lower Olm running free of charge through the winter."
DAILY = "The member States will keep the ferries on the lower Olm running every day through the winter."
TOLLS = "No toll shall be levied on grain, timber and salt that are carried down the river."
A, B, C, D = (f"osr:{year}-06-01/text-{year}" for year in (2005, 2007, 2009, 2011))
BASE = Base(3, (Series("osr", 3, None, "2005", "2009"),), "2005", "2009", 7)


def made(of: Woven, address: str, *said: Judgement) -> Branches:
    own, kin = of.member(address), of.kin(*said)
    family = families(of.members, of.pairs, kin, said).of(address)
    assert family is not None
    return branches(own, of.lines(*said).lineage(own).line, family.members, kin, BASE)


def told(of: Woven, address: str, *said: Judgement) -> list[list[str]]:
    return [[each.address for each in wording] for wording in made(of, address, *said).wordings]


def test_every_branch_of_a_family_is_a_witness_and_not_only_the_best_line() -> None:
    of = woven(written(A, FERRIES), written(B, FREELY), written(B.replace("text", "other"), DAILY), written(C, FERRIES))

    assert [[f"{A}@en#p1", f"{C}@en#p1"], [f"{B.replace('text', 'other')}@en#p1"], [f"{B}@en#p1"]] == told(
        of, f"{C}@en#p1"
    )


def test_the_same_words_are_one_witness_that_says_where_else_they_stand() -> None:
    of = woven(written(A, FERRIES), written(B, FREELY), written(C, FERRIES), written(D, FERRIES))
    found = laid(of, f"{A}@en#p1")

    assert [f"{A}@en#p1", f"{B}@en#p1"] == [each.address for each in found.witnesses]
    assert [(f"{C}@en#p1", "2009-06-01"), (f"{D}@en#p1", "2011-06-01")] == [
        (each.address, each.day) for each in found.witnesses[0].also
    ]
    assert found.scope.startswith("2 wordings; searched the 3 texts held of osr")


def laid(of: Woven, address: str) -> Variants:
    words = {0: FERRIES, 1: FREELY}
    return made(of, address).laid(lambda place: words[of.member(place).text])


def test_translations_copies_and_drafts_of_a_document_are_no_other_witnesses_of_it() -> None:
    of = woven(
        written(A, FERRIES, TOLLS),
        written(A, FREELY, language="en-x-archive"),
        written(A, DAILY, language="fr"),
        written("file:2f37a318aad8", FERRIES, TOLLS, organisation=None, day="2005-06-01"),
        written("osr:OSR/CM/2005/L.4", FREELY, kind="draft", symbol="OSR/CM/2005/L.4", day="2005-03-01"),
        written(B, FERRIES),
    )
    draft = Judgement("osr:OSR/CM/2005/L.4@en", f"{A}@en", "draft")

    assert [[f"{A}@en#p1", f"{B}@en#p1"]] == told(of, f"{B}@en#p1", draft)
    assert [[f"{A}@en-x-archive#p1"], [f"{B}@en#p1"]] == told(of, f"{A}@en-x-archive#p1", draft)


def test_the_line_is_shown_too_where_it_leaves_the_family() -> None:
    longer = f"{FERRIES} {TOLLS}"
    of = woven(written(A, FERRIES), written(B, longer))

    assert [[f"{A}@en#p1"], [f"{B}@en#p1"]] == told(of, f"{B}@en#p1")


ENDINGS = ("snow", "frost", "rain", "hail", "fog")


@pytest.mark.parametrize(("name", "limit"), [("MOST_TEXTS", 4), ("MOST_WORDS", 64)])
def test_of_too_many_wordings_the_ends_the_one_asked_about_and_the_most_used_are_taken(
    monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    monkeypatch.setattr(f"acquis.precedents.variants.{name}", limit)
    worded = [FERRIES.replace("winter", each) for each in ENDINGS]
    works = [f"osr:{2005 + at}-06-01/text" for at in range(7)]
    used: list[Any] = [written(work, worded[at]) for work, at in zip(works, (0, 1, 2, 3, 2, 2, 4), strict=True)]
    found = made(woven(*used), f"{works[1]}@en#p1")

    assert [0, 1, 2, 6] == [works.index(wording[0].expression.work) for wording in found.wordings]
    assert 1 == found.left_out


def test_it_is_said_how_many_wordings_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acquis.precedents.variants.MOST_TEXTS", 1)
    of = woven(written(A, FERRIES), written(B, FREELY))

    assert laid(of, f"{A}@en#p1").scope == (
        "1 wording of 2 (the one asked about, the first, the last, and those that most texts use; 1 left out); "
        "searched the 3 texts held of osr, 2005–2009, as of change 7"
    )
