"""All branches of one passage: which wordings a table has, and what it leaves out."""

from pathlib import Path

import pytest

import acquis
from acquis.precedents.base import Base, Series
from acquis.precedents.families import families
from acquis.precedents.kin import Judgement
from acquis.precedents.variants import Branches, Size, Variants, branches
from tests.archive.written import HALMOR, prepared
from tests.precedents.woven import Woven, woven, written

FERRIES = "The member States will keep the ferries on the lower Olm running through the winter."
FREELY = "The member States will keep the ferries on the lower Olm running free of charge through the winter."
DAILY = "The member States will keep the ferries on the lower Olm running every day through the winter."
TOLLS = "No toll shall be levied on grain, timber and salt that are carried down the river."
A, B, C, D = (f"osr:{year}-06-01/text-{year}" for year in (2005, 2007, 2009, 2011))
WHOLE = Size()
BASE = Base(3, (Series("osr", 3, None, "2005", "2009"),), "2005", "2009", 7)


def made(of: Woven, address: str, *said: Judgement, most: Size = WHOLE) -> Branches:
    own, kin = of.member(address), of.kin(*said)
    family = families(of.members, of.pairs, kin, said).of(address)
    assert family is not None
    return branches(own, of.lines(*said).lineage(own).line, family.members, kin, BASE, most=most)


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


def laid(of: Woven, address: str, most: Size = WHOLE) -> Variants:
    words = {0: FERRIES, 1: FREELY}
    return made(of, address, most=most).laid(lambda place: words[of.member(place).text])


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


WORKS = tuple(f"osr:{2005 + at}-06-01/text" for at in range(7))


def endings(*used: int) -> Woven:
    """A text of each year, each with the wording of that ending."""
    worded = [FERRIES.replace("winter", each) for each in ENDINGS]
    return woven(*(written(work, worded[at]) for work, at in zip(WORKS, used, strict=False)))


@pytest.mark.parametrize("size", [Size(texts=4), Size(words=64)])
def test_of_too_many_wordings_the_ends_the_one_asked_about_and_the_line_are_taken(size: Size) -> None:
    found = made(endings(0, 1, 2, 3, 2, 2, 4), f"{WORKS[1]}@en#p1", most=size)

    assert [0, 1, 2, 6] == [WORKS.index(wording[0].expression.work) for wording in found.wordings]
    assert (1, 1) == (found.left_out, found.unseen)


def test_of_wordings_beside_the_line_those_that_most_texts_use_are_taken() -> None:
    of = endings(0, 1, 2, 3, 3, 2, 2)
    family = families(of.members, of.pairs, of.kin(), ()).of(f"{WORKS[0]}@en#p1")
    assert family is not None
    own = of.member(f"{WORKS[0]}@en#p1")
    found = branches(own, [own], family.members, of.kin(), BASE, most=Size(2))
    three = branches(own, [own, of.member(f"{WORKS[1]}@en#p1")], family.members, of.kin(), BASE, most=Size(3))

    assert [0, 2] == [WORKS.index(wording[0].expression.work) for wording in found.wordings]
    assert (2, 3) == (found.left_out, found.unseen)
    assert [0, 1, 2] == [WORKS.index(wording[0].expression.work) for wording in three.wordings]


def test_it_is_said_how_many_wordings_are_left_out() -> None:
    of = woven(written(A, FERRIES), written(B, FREELY))

    assert laid(of, f"{A}@en#p1", most=Size(1)).scope == (
        "1 wording of 2 "
        "(the one asked about, the first, the last, those of its line, and those that most texts use; 1 left out); "
        "searched the 3 texts held of osr, 2005–2009, as of change 7"
    )


LENGTHY = f"{FERRIES} {FREELY} {DAILY} {TOLLS}"


@pytest.mark.parametrize(("longest", "laid"), [(10, 2), (40, 2), (70, 3)])
def test_a_wording_many_times_as_long_is_left_out_of_a_small_table(longest: int, laid: int) -> None:
    of = woven(written(A, FERRIES), written(B, FREELY), written(C, LENGTHY))
    known = [of.member(f"{work}@en#p1") for work in (A, B, C)]
    found = branches(known[0], [], known, of.kin(), BASE, most=Size(longest=longest))

    assert laid == len(found.wordings)
    assert (3 - laid, 3 - laid) == (found.left_out, found.unseen)


def test_a_long_passage_is_laid_with_others_that_are_as_long() -> None:
    of = woven(written(A, LENGTHY), written(B, f"{LENGTHY} {DAILY}"), written(C, FERRIES))
    known = [of.member(f"{work}@en#p1") for work in (A, B, C)]

    assert 3 == len(branches(known[0], [], known, of.kin(), BASE, most=Size(longest=10)).wordings)


def test_a_paragraph_is_laid_without_what_stands_below_it(tmp_path: Path) -> None:
    archive = acquis.open(tmp_path / "made.acquis", who="test")
    archive.keep([prepared()])
    document = archive.get(HALMOR).document
    (own,) = archive.precedents.variants(f"{HALMOR}#item2").witnesses

    assert (document.part("item2").span.of(document.text), "We shall share:") == (own.text, own.text)
    assert "gauges" in document.words(document.address.at("item2"))
