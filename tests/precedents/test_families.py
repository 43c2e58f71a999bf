"""Which passages are wordings of one, and which texts are one document."""

from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from acquis.precedents.base import Base, Series
from acquis.precedents.families import Families, Pair, components, families, table, without
from acquis.precedents.kin import Expression, Judgement, kin_of, source
from tests.precedents.woven import Woven, woven, written

FERRIES = "The member States will keep the ferries on the lower Olm running through the winter."
FREELY = "The member States will keep the ferries on the lower Olm running free of charge through the winter."
MARKETS = "Markets on both banks shall be open to traders of every member State on equal terms."
CLAUSE = (
    "Mindful of the hard frost of last year and of the many who could not reach a doctor, a school or a court of law, "
    "we agree that the ferries on the lower Olm running through the winter are a service to all, and that their cost "
    "shall be borne by those who profit from the trade of the great fairs."
)
A, B, C, D = (f"osr:{year}-06-01/text-{year}" for year in (2005, 2007, 2009, 2011))


def made(of: Woven, *judgements: Judgement) -> Families:
    return families(of.members, of.pairs, of.kin(*judgements), judgements)


def grouped(found: Families) -> set[frozenset[str]]:
    return {frozenset(member.address for member in family.members) for family in found.all}


def test_wordings_of_one_passage_are_one_family_and_a_shared_clause_is_not() -> None:
    found = made(woven(written(A, FERRIES), written(B, FREELY, MARKETS), written(C, FERRIES), written(D, CLAUSE)))

    assert grouped(found) == {
        frozenset({f"{A}@en#p1", f"{B}@en#p1", f"{C}@en#p1"}),
        frozenset({f"{B}@en#p2"}),
        frozenset({f"{D}@en#p1"}),
    }


def test_a_family_is_named_by_its_first_use_and_any_member_leads_to_it() -> None:
    found = made(woven(written(C, FERRIES), written(A, FREELY), written(B, FERRIES)))

    assert [f"{A}@en#p1"] * 3 == [family.address for work in (A, B, C) if (family := found.of(f"{work}@en#p1"))]
    assert found.of(f"{A}@en#p2") is None


def test_the_wording_of_most_works_stands_for_the_family_and_of_two_the_latest() -> None:
    most = made(woven(written(A, FERRIES), written(B, FERRIES), written(C, FREELY))).all[0]
    tied = made(woven(written(A, FERRIES), written(C, FREELY))).all[0]

    assert (f"{A}@en#p1", [2, 1]) == (most.wordings[0].members[0].address, [each.works for each in most.wordings])
    assert tied.wordings[0].members[0].address == f"{C}@en#p1"


def test_works_are_counted_by_year_and_organ_and_translations_of_one_count_once() -> None:
    archive = written(A, FERRIES, language="en-x-archive")
    family = made(woven(written(A, FERRIES), archive, written(B, FERRIES, organ="CM"))).all[0]

    assert (2, 3) == (family.works, len(family.members))
    assert (("2005", 1), ("2007", 1)) == family.by_year
    assert (("CHS", 1), ("CM", 1)) == family.by_organ


def test_an_undated_use_is_never_the_first_where_a_dated_one_is_held() -> None:
    family = made(woven(written("osr:a", FERRIES, day=None), written(D, FERRIES))).all[0]

    assert (f"{D}@en#p1", f"{D}@en#p1") == (family.first.address, family.last.address)


def test_first_and_last_use_are_claimed_with_what_was_searched_in_the_same_line() -> None:
    base = Base(3, (Series("osr", 3, None, "2005", "2009"),), "2005", "2009", 7)
    first, last = made(woven(written(A, FERRIES), written(C, FERRIES))).all[0].claims(base)

    assert first == f"2005-06-01  {A}@en#p1  first use in the 3 texts held of osr, 2005–2009"
    assert last == f"2009-06-01  {C}@en#p1  last use in the 3 texts held of osr, 2005–2009"


def test_nothing_is_called_first_or_last_where_less_than_half_is_held() -> None:
    base = Base(2, (Series("osr", 2, 25, "2001", "2025"),), "2005", "2009", 7)
    first, last = made(woven(written(A, FERRIES), written(C, FERRIES))).all[0].claims(base)

    assert first.endswith("earliest wording held in the 2 of 25 summit texts held of osr, 2001–2025")
    assert last.endswith("latest wording held in the 2 of 25 summit texts held of osr, 2001–2025")


@pytest.mark.parametrize("other", [FERRIES, FREELY])
def test_what_a_person_said_is_different_is_never_one_family(other: str) -> None:
    said = Judgement(f"{A}@en#p1", f"{C}@en#p1", "different")
    found = made(woven(written(A, FERRIES), written(B, FERRIES), written(C, other)), said)

    assert grouped(found) == {frozenset({f"{A}@en#p1", f"{B}@en#p1"}), frozenset({f"{C}@en#p1"})}


def test_what_a_person_said_is_the_same_is_one_family() -> None:
    said = Judgement(f"{A}@en#p1", f"{B}@en#p1", "same")

    assert 1 == len(made(woven(written(A, FERRIES), written(B, MARKETS)), said).all)


@settings(max_examples=30)
@given(st.randoms(use_true_random=False))
def test_the_families_are_the_same_in_whatever_order_texts_come_and_are_numbered(rng: Random) -> None:
    of = woven(
        *(written(work, *words) for work, words in ((A, (FERRIES, CLAUSE)), (B, (FREELY,)), (C, (FERRIES, MARKETS))))
    )
    said = Judgement(f"{A}@en#p1", f"{B}@en#p1", "different")

    assert made(of, said).all == tuple(map(_bare, made(_shuffled(of, rng), said).all, made(of, said).all))


def _shuffled(of: Woven, rng: Random) -> Woven:
    """The same with other numbers for the texts, in another order."""
    numbers = list(range(len(of.keys)))
    rng.shuffle(numbers)
    members = [changed(member, text=numbers[member.text]) for member in of.members]
    rng.shuffle(members)
    rows = []
    for row in of.pairs.tolist():
        a, b, score, words, a_start, a_end, b_start, b_end, a_size, b_size = row
        ends = (numbers[a], numbers[b])
        one, other = ((a_start, a_end), (b_start, b_end)), (a_size, b_size)
        if ends[0] > ends[1]:
            ends, one, other = ends[::-1], one[::-1], other[::-1]
        rows.append((*ends, score, words, *one[0], *one[1], *other))
    pairs = np.array(rows, of.pairs.dtype)
    return replace(of, members=tuple(members), pairs=np.unique(pairs))


def _bare(family: Any, like: Any) -> Any:
    """A family with the numbers that another one has for its texts."""
    numbers = {member.address: member.text for member in like.members}

    def named(member: Any) -> Any:
        return changed(member, text=numbers[member.address])

    wordings = tuple(
        replace(each, text=numbers[each.members[0].address], members=tuple(map(named, each.members)))
        for each in family.wordings
    )
    return replace(family, members=tuple(map(named, family.members)), wordings=wordings)


LINKS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60)


def linked(links: list[tuple[int, int]], before: Any = None) -> list[int]:
    ends = np.array(links, np.int64).reshape(-1, 2)
    found: list[int] = components(31, ends[:, 0], ends[:, 1], before).tolist()
    return found


@given(LINKS)
def test_each_is_labelled_by_the_lowest_that_it_is_linked_to(links: list[tuple[int, int]]) -> None:
    expected = list(range(31))
    for _ in range(31):
        for a, b in links:
            expected[a] = expected[b] = min(expected[a], expected[b])

    assert expected == linked(links)


@given(LINKS, LINKS)
def test_links_that_come_later_give_the_same_as_all_at_once(
    first: list[tuple[int, int]], more: list[tuple[int, int]]
) -> None:
    assert linked([*first, *more]) == linked(more, np.array(linked(first)))


@given(LINKS, st.sets(st.integers(0, 30)))
def test_what_is_withdrawn_leaves_the_same_as_if_it_had_never_come(
    links: list[tuple[int, int]], gone: set[int]
) -> None:
    ends = np.array(links, np.int64).reshape(-1, 2)
    left = [(a, b) for a, b in links if not {a, b} & gone]

    assert (
        linked(left) == without(np.array(linked(links)), np.array(sorted(gone), int), ends[:, 0], ends[:, 1]).tolist()
    )


def test_a_family_that_was_held_together_by_a_withdrawn_text_falls_apart() -> None:
    of = woven(written(A, FERRIES), written(B, FREELY), written(C, MARKETS))
    left = replace(of, members=tuple(member for member in of.members if member.expression.work != B))

    assert 2 == len(made(left).all)


# --- which texts are one document ---------------------------------------------------------------------------------


def named(*texts: Any, judgements: tuple[Judgement, ...] = ()) -> list[str]:
    """The document that each text is."""
    of = woven(*texts)
    kin = of.kin(*judgements)
    return [kin.name(expression) for expression in of.expressions]


DRAFT = "un:A/C.3/78/L.49"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([written(A, FERRIES), written(A, MARKETS, language="ru")], [A, A]),
        ([written(A, FERRIES), written("osr:2005-06-01/copy", FERRIES)], [A.replace("text-2005", "copy")] * 2),
        ([written(A, FERRIES), written(B, FERRIES)], [A, B]),
        (
            [
                written(DRAFT, FERRIES, symbol="A/C.3/78/L.49", day="2023-11-01"),
                written(f"{DRAFT}/Rev.1", MARKETS, symbol="A/C.3/78/L.49/Rev.1", day="2023-11-09"),
            ],
            [DRAFT, DRAFT],
        ),
        (
            [
                written(
                    DRAFT, FERRIES, symbol="A/C.3/78/L.49", day="2023-11-01", title="Norway: draft on ferries in winter"
                ),
                written("un:A/RES/78/9", FREELY, symbol="A/RES/78/9", day="2023-12-19", title="Ferries in winter"),
                written("un:A/RES/80/9", FREELY, symbol="A/RES/80/9", day="2025-12-19", title="Ferries in winter"),
            ],
            [DRAFT, DRAFT, "un:A/RES/80/9"],
        ),
    ],
)
def test_translations_copies_drafts_and_corrections_are_one_document(texts: list[Any], expected: list[str]) -> None:
    assert expected == named(*texts)


def test_a_person_joins_and_parts_documents_and_parts_for_ever() -> None:
    same = (Judgement(f"{A}@en", f"{B}@en", "translation"),)
    apart = (*same, Judgement(f"{B}@en", f"{A}@en", "different"))

    assert [A, A] == named(written(A, FERRIES), written(B, MARKETS), judgements=same)
    assert [A, B] == named(written(A, FERRIES), written(B, MARKETS), judgements=apart)


@pytest.mark.parametrize(
    ("days", "cites", "expected"),
    [
        (("2005-06-01", "2007-06-01"), False, True),
        (("2007-06-01", "2005-06-01"), True, False),
        (("2005-06-01", "2005-06-01"), False, False),
        (("2005-06-01", "2005-06-01"), True, True),
        (("2005", "2005-06-01"), False, False),
        ((None, "2005-06-01"), False, False),
        ((None, "2005-06-01"), True, True),
    ],
)
def test_a_source_comes_before_and_of_one_day_it_must_be_cited(
    days: tuple[str | None, str | None], cites: bool, expected: bool
) -> None:
    one, other = (
        Expression(f"osr:{name}@en", f"osr:{name}", "en", day=day) for name, day in zip("ab", days, strict=True)
    )

    assert expected == source(one, other, kin_of((one, other)), lambda _address, _work: cites)


def test_pairs_stand_once_and_in_order() -> None:
    one, other = Pair(0, 2, 9, 9, 0, 9, 0, 9, 12, 12), Pair(0, 1, 8, 8, 0, 8, 0, 8, 12, 12)

    assert [(0, 1), (0, 2)] == table([one, other, one])[["a", "b"]].tolist()
    assert 0 == len(table(()))
