"""Where a passage came from, what became of it, and what is said of what is new and gone."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import acquis
from acquis.archive import queries
from acquis.precedents.base import Base, Series
from acquis.precedents.borrowing import borrowings, flows
from acquis.precedents.index import WordIndex
from acquis.precedents.kin import Judgement, Member, expression_of, judgements_of, kin_of
from acquis.precedents.lineage import Lines, lineage
from acquis.precedents.lineages import Lineages, keys, members, rarity
from acquis.precedents.reuse import Reuse
from acquis.precedents.succession import Edge
from acquis.store import Store
from tests.archive import filled
from tests.conftest import ROOT
from tests.precedents.woven import Woven, paired, woven, written

FERRIES = "The member States will keep the ferries on the lower Olm running through the winter."
FREELY = "The member States will keep the ferries on the lower Olm running free of charge through the winter."
MARKETS = "Markets on both banks shall be open to traders of every member State on equal terms."
TOLLS = "No toll shall be levied on grain, timber and salt that are carried down the river."
NIGHTS = "Pilots are to be relieved after eight hours and shall not be called upon in two nights that follow."
WOLVES = "Shepherds beyond the Kelva report wolves and ask for dogs."
A, B, C, D = (f"osr:{year}-06-01/text-{year}" for year in (2005, 2007, 2009, 2011))
BASE = Base(3, (Series("osr", 3, None, "2005", "2009"),), "2005", "2009", 7)
FEW = Base(2, (Series("osr", 2, 25, "2001", "2025"),), "2007", "2011", 7)


def edges(found: Sequence[Edge]) -> list[tuple[str, str, str]]:
    return [(edge.kind.value, _short(edge.earlier.address), _short(edge.later.address)) for edge in found]


def _short(address: str) -> str:
    """2005#p1"""
    return f"{address.partition(':')[2][:4]}#{address.partition('#')[2]}"


def between(earlier: Sequence[str], later: Sequence[str]) -> list[tuple[str, str, str]]:
    of = woven(written(A, *earlier), written(B, *later))
    one, other = of.expressions
    return edges(of.lines().between(one, other))


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ([FERRIES], [FERRIES], [("carried", 1, 1)]),
        ([FERRIES], [FERRIES.upper().replace(",", " –")], [("carried", 1, 1)]),
        ([FERRIES], [FERRIES.replace("will keep", "shall endeavour to keep")], [("adapted", 1, 1)]),
        ([FERRIES], [f"{FERRIES[:-1]}, and will see to their upkeep."], [("extended", 1, 1)]),
        ([f"{FERRIES[:-1]}, and will see to their upkeep."], [FERRIES], [("shortened", 1, 1)]),
        ([f"{FERRIES} {TOLLS}"], [FERRIES, TOLLS], [("split", 1, 1), ("split", 1, 2)]),
        ([FERRIES, TOLLS], [f"{FERRIES} {TOLLS}"], [("merged", 1, 1), ("merged", 2, 1)]),
        ([FERRIES], [f"{TOLLS} {MARKETS} {NIGHTS} {FERRIES}"], [("clause", 1, 1)]),
        ([FERRIES], [NIGHTS], []),
        (
            [WOLVES, FERRIES],
            [FERRIES, "Wolves have taken dogs of the shepherds beyond the Kelva."],
            ["carried", "reworded"],
        ),
        (
            [WOLVES, FERRIES, "The dogs that shepherds beyond the Kelva were promised against wolves have not come."],
            [FERRIES, "Wolves have taken dogs of the shepherds beyond the Kelva."],
            [("carried", 2, 1), ("reworded", 3, 2), ("reworded", 1, 2)],
        ),
    ],
)
def test_what_became_of_a_passage(earlier: list[str], later: list[str], expected: list[Any]) -> None:
    found = between(earlier, later)
    wanted = [each if isinstance(each, str) else (each[0], f"2005#p{each[1]}", f"2007#p{each[2]}") for each in expected]

    assert wanted == [each[0] if isinstance(like, str) else each for each, like in zip(found, wanted, strict=True)]


def test_what_stands_in_another_order_has_moved_and_what_is_only_renumbered_has_not() -> None:
    of = woven(written(A, FERRIES, MARKETS, TOLLS), written(B, NIGHTS, TOLLS, FERRIES, MARKETS))
    found = of.lines().between(*of.expressions)

    assert [("2007#p2", True), ("2007#p3", False), ("2007#p4", False)] == [
        (_short(each.later.address), each.moved) for each in found
    ]


def test_a_passage_that_stands_twice_is_carried_twice_and_not_four_times() -> None:
    assert between([FERRIES, TOLLS, FERRIES], [FERRIES, FERRIES]) == [
        ("carried", "2005#p1", "2007#p1"),
        ("carried", "2005#p3", "2007#p2"),
    ]


def parents(of: Woven, address: str, *said: Judgement, **how: Any) -> list[tuple[str, str, str]]:
    return edges(of.lines(*said, **how).parents(of.member(address)))


def test_the_parent_is_the_nearest_earlier_use() -> None:
    of = woven(written(A, FERRIES), written(B, FREELY), written(C, TOLLS), written(D, FERRIES))

    assert parents(of, f"{D}@en#p1") == [("shortened", "2007#p1", "2011#p1")]


def test_a_text_without_a_series_has_its_words_from_its_own_organisation_first() -> None:
    other = "nst:2007-06-01/text"
    of = woven(written(A, FERRIES, kind=None), written(other, FERRIES), written(C, FERRIES, kind=None))

    assert parents(of, f"{C}@en#p1") == [("carried", "2005#p1", "2009#p1")]


def test_a_text_that_kept_a_clause_only_is_passed_over_for_one_that_has_the_whole() -> None:
    clause = f"{TOLLS} {NIGHTS} They see to the ferries on the lower Olm running through the winter."
    of = woven(written(A, FERRIES), written(B, clause), written(C, f"{FERRIES[:-1]} and the spring of every year."))

    assert ("extended", "2005#p1", "2009#p1") in parents(of, f"{C}@en#p1")


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        ({}, B),
        ({"kind": "statement"}, A),
        ({"organ": "CM"}, A),
        ({"organisation": "sco"}, A),
    ],
)
def test_its_own_series_comes_before_other_texts_that_are_nearer(near: dict[str, str], expected: str) -> None:
    of = woven(written(A, FERRIES), written(B, FERRIES, **near), written(C, FERRIES))

    assert parents(of, f"{C}@en#p1") == [("carried", _short(f"{expected}#p1"), "2009#p1")]


def test_its_own_organisation_comes_before_others() -> None:
    of = woven(
        written(A, FERRIES, kind="statement"), written("sco:2007-06-01/b", FERRIES), written(C, FERRIES, organ="CM")
    )

    assert parents(of, f"{C}@en#p1") == [("carried", "2005#p1", "2009#p1")]


def test_texts_of_one_day_that_have_as_good_a_claim_are_listed_as_tied() -> None:
    of = woven(written("osr:2005-06-01/a", FERRIES, TOLLS), written("osr:2005-06-01/b", FERRIES), written(B, FERRIES))
    found = of.lines().parents(of.member(f"{B}@en#p1"))

    assert [("osr:2005-06-01/a@en#p1", False), ("osr:2005-06-01/b@en#p1", True)] == [
        (each.earlier.address, each.tied) for each in found
    ]


def test_texts_of_one_day_are_no_source_of_one_another_save_where_one_cites_the_other() -> None:
    of = woven(written("osr:2005-06-01/a", FERRIES, TOLLS), written("osr:2005-06-01/b", FERRIES, MARKETS))
    cited = {("osr:2005-06-01/b@en", "osr:2005-06-01/a")}

    assert [] == parents(of, "osr:2005-06-01/b@en#p1")
    assert [("carried", "2005#p1", "2005#p1")] == parents(
        of, "osr:2005-06-01/b@en#p1", cites=lambda address, work: (address, work) in cited
    )


def test_a_translation_a_copy_and_a_draft_are_no_later_use() -> None:
    of = woven(
        written(A, FERRIES, TOLLS),
        written(A, FREELY, language="en-x-archive"),
        written("file:2f37a318aad8", FERRIES, TOLLS, organisation=None, day="2005-06-01"),
        written("osr:OSR/CM/2005/L.4", FERRIES, kind="draft", symbol="OSR/CM/2005/L.4", day="2005-03-01"),
    )
    lines = of.lines(Judgement("osr:OSR/CM/2005/L.4@en", f"{A}@en", "draft"))

    assert [] == [edge for member in of.members for edge in lines.parents(member)]


def test_what_a_person_said_is_different_is_no_parent() -> None:
    of = woven(written(A, FERRIES), written(B, FERRIES), written(C, FERRIES))
    said = Judgement(f"{C}@en#p1", f"{B}@en#p1", "different")

    assert [("carried", "2005#p1", "2009#p1")] == parents(of, f"{C}@en#p1", said)


def test_a_line_runs_through_the_years_from_whichever_of_its_passages_one_asks() -> None:
    of = woven(
        written(A, TOLLS, FERRIES),
        written(B, FREELY, TOLLS),
        written(C, FREELY),
        written(D, f"{FREELY[:-1]}, and will see to their upkeep."),
    )
    lines = of.lines()
    expected = [
        ("extended", "2005#p2", "2007#p1"),
        ("carried", "2007#p1", "2009#p1"),
        ("extended", "2009#p1", "2011#p1"),
    ]

    for address in (f"{A}@en#p2", f"{B}@en#p1", f"{C}@en#p1", f"{D}@en#p1"):
        assert expected == edges(lines.chain(of.member(address)))


def test_children_are_those_whose_parent_it_is() -> None:
    of = woven(written(A, FERRIES), written(B, FREELY), written(C, FERRIES), written("sco:2008-06-01/c", FERRIES))
    found = lineage(of.member(f"{B}@en#p1"), Reuse(of.members, of.pairs, of.kin(), keys=of.keys.__getitem__))

    assert [("extended", "2005#p1", "2007#p1")] == edges(found.parents)
    assert [("shortened", "2007#p1", "2008#p1"), ("shortened", "2007#p1", "2009#p1")] == edges(found.children)
    assert [f"{each}@en#p1" for each in (A, B, C)] == [each.address for each in found.line]


def test_a_line_says_first_and_last_with_what_was_searched_and_nothing_is_vanished_where_few_texts_are_held() -> None:
    of = woven(written(A, FERRIES), written(B, FERRIES))
    found = of.lines()
    line = lineage(of.member(f"{B}@en#p1"), found.reuse)

    assert line.claims(BASE) == (
        f"2005-06-01  {A}@en#p1  first of its line in the 3 texts held of osr, 2005–2009",
        f"2007-06-01  {B}@en#p1  last of its line in the 3 texts held of osr, 2005–2009",
        f"2007-06-01  {B}@en#p1  vanished: no later use in the 3 texts held of osr, 2005–2009",
    )
    assert line.claims(FEW)[-1].endswith("no later wording held in the 2 of 25 summit texts held of osr, 2001–2025")
    assert all("2 of 25 summit texts held" in each for each in line.claims(FEW))


def test_what_is_new_and_what_has_vanished_is_told_for_a_series_with_its_base() -> None:
    of = woven(written(A, FERRIES, TOLLS), written(B, FREELY, MARKETS), written(C, MARKETS, NIGHTS))
    found = of.lines().changes(of.expressions)

    assert [("2007#p2", False), ("2009#p2", False), ("2005#p2", True), ("2007#p1", True)] == [
        (_short(each.passage.address), each.gone) for each in found
    ]
    assert found[0].claim(BASE) == f"2007-06-01  {B}@en#p2  new: no earlier use in the 3 texts held of osr, 2005–2009"
    assert "no earlier wording held in the 2 of 25" in found[0].claim(FEW)
    assert "vanished: no later use in the 3 texts held of osr" in found[-1].claim(BASE)


def test_what_may_have_vanished_or_may_stand_in_other_words_is_told_with_the_place() -> None:
    of = woven(
        written(A, WOLVES, FERRIES), written(B, FERRIES, "Wolves have taken dogs of the shepherds beyond the Kelva.")
    )
    gone = of.lines().changes(of.expressions)[-1]

    assert gone.claim(BASE).endswith(f"; perhaps in other words at {B}@en#p2")


@pytest.mark.parametrize("day", [None, "2005", "2005-06-01"])
def test_nothing_is_new_or_gone_where_no_day_tells_what_was_before(day: str | None) -> None:
    of = woven(written(A, TOLLS), written("osr:2005-06-01/b", NIGHTS, day=day))

    assert () == of.lines().changes(of.expressions)


def test_a_passage_without_a_day_is_not_said_to_be_new_or_gone() -> None:
    of = woven(written(A, TOLLS, day=None), written(B, NIGHTS))

    assert not [
        each for each in lineage(of.members[0], of.lines().reuse).claims(BASE) if "new" in each or "vanished" in each
    ]


def test_words_that_come_back_have_not_vanished() -> None:
    of = woven(written(A, TOLLS), written(B, NIGHTS), written(C, TOLLS))

    assert ["2007#p1"] == [_short(each.passage.address) for each in of.lines().changes(of.expressions) if each.gone]


# --- borrowing between organisations -------------------------------------------------------------------------------


def borrowed(of: Woven) -> list[tuple[str, str, str | None, bool]]:
    return [(each.source, each.target, each.day, each.directed) for each in borrowings(of.lines(), of.members)]


def test_the_organisation_that_had_the_words_first_is_the_source_and_repeating_them_borrows_nothing() -> None:
    of = woven(written("sco:2005-06-01/a", FERRIES), written(B, FREELY), written(C, FREELY))

    assert borrowed(of) == [("sco", "osr", "2007-06-01", True)]


@pytest.mark.parametrize("day", ["2007-06-01", "2007", None])
def test_where_no_day_tells_who_was_first_there_is_no_direction(day: str | None) -> None:
    of = woven(written("sco:2007-06-01/a", FERRIES, TOLLS, day=day), written(B, FERRIES, NIGHTS))

    assert [("osr", "sco", False)] == [(source, target, directed) for source, target, _, directed in borrowed(of)]


def test_borrowing_is_summed_by_organisations_and_year_and_claimed_with_its_base() -> None:
    of = woven(written("sco:2005-06-01/a", FERRIES, TOLLS), written(B, TOLLS, FREELY), written(C, MARKETS))
    found = list(borrowings(of.lines(), of.members))

    assert ["sco → osr, 2007: 2 passages in 1 text, 31 words"] == [str(each) for each in flows(found)]
    assert all("in the 3 texts held of osr, 2005–2009" in each.claim(BASE) for each in found)


def test_what_is_of_no_organisation_is_borrowed_from_nobody() -> None:
    assert [] == borrowed(
        woven(written("file:2f37a318aad8", FERRIES, day="2001-01-01", organisation=None), written(B, FERRIES))
    )


# --- kept beside the index -----------------------------------------------------------------------------------------

RECORD = {"organisation": "osr", "organ": "CHS", "kind": "declaration"}


def kept(work: str, *words: str) -> filled.Text:
    return filled.text(work, *words, day=work[4:14], **RECORD)


class Run:
    """A run over all pairs that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, keys: Any, ends: Any) -> Any:
        from acquis.precedents.families import table

        self.asked += 1
        starts = [0, *ends.tolist()]
        return table(paired([keys[start:end].tolist() for start, end in zip(starts, ends.tolist(), strict=False)]))


def opened(store: Store, run: Run | None = None) -> Lineages:
    return Lineages(WordIndex(store, store.folder), store.folder, all_pairs=run or Run())


def told(held: Lineages) -> list[tuple[str, str, str]]:
    """All edges of the archive as it stands."""
    lines, known = woven_of(held)
    ordered = sorted(known, key=lambda member: member.address)
    return [edge for member in ordered for edge in edges(lines.parents(member))]


def woven_of(held: Lineages) -> tuple[Lines, list[Member]]:
    """The lines of an archive as it stands, and its passages."""
    state, view = held.view(), held.index.view()
    with held.index.store.reading() as db:
        rows = {row.reading: row for row in queries.rows(db, queries.catalogue())}
        said = judgements_of(queries.edits(db), {})
        known = list(members(view, state, rows, db))
    kin = kin_of([expression_of(row) for row in rows.values()], said)
    return Lines(
        Reuse(known, state.pairs, kin, judgements=said, rarity=rarity(view, state), keys=keys(view, state))
    ), known


def test_pairs_follow_the_archive_and_are_the_same_as_if_made_at_once(tmp_path: Path) -> None:
    store = filled.archive(tmp_path / "one", kept(A, FERRIES, TOLLS))
    held = opened(store)
    first = told(held)
    for text in (kept(B, FREELY, MARKETS), kept(C, FERRIES, TOLLS)):
        filled.keep(store, text)
        told(held)
    whole = filled.archive(tmp_path / "all", kept(A, FERRIES, TOLLS), kept(B, FREELY, MARKETS), kept(C, FERRIES, TOLLS))

    assert [] == first
    assert [
        ("extended", "2005#p1", "2007#p1"),
        ("shortened", "2007#p1", "2009#p1"),
        ("carried", "2005#p2", "2009#p2"),
    ] == told(held)
    assert told(opened(whole)) == told(held)


def test_what_is_withdrawn_is_no_parent_any_more(tmp_path: Path) -> None:
    store = filled.archive(tmp_path / "one", kept(A, FERRIES), kept(B, FERRIES), kept(C, FERRIES))
    held = opened(store)
    before = told(held)
    filled.end(store, f"{B}@en")

    assert [("carried", "2005#p1", "2007#p1"), ("carried", "2007#p1", "2009#p1")] == before
    assert [("carried", "2005#p1", "2009#p1")] == told(held)


def test_many_new_texts_are_paired_by_one_run_and_few_by_look_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acquis.precedents.lineages.MANY", 2)
    run = Run()
    store = filled.archive(tmp_path / "one", kept(A, FERRIES, TOLLS, NIGHTS))
    held = opened(store, run)
    held.view()
    filled.keep(store, kept(B, FREELY, TOLLS))

    assert [("extended", "2005#p1", "2007#p1"), ("carried", "2005#p2", "2007#p2")] == told(held)
    assert 1 == run.asked


def test_many_small_parts_are_made_into_one_and_nothing_is_lost(tmp_path: Path) -> None:
    works = [f"osr:{year}-06-01/text" for year in range(2001, 2012)]
    store = filled.archive(tmp_path / "one", kept(works[0], FERRIES))
    held = opened(store)
    for at, work in enumerate(works[1:], 1):
        filled.keep(store, kept(work, f"{FERRIES[:-1]} of the year {at}."))
        held.view()

    assert 10 == len(told(held))
    assert len([each for each in held.cache.path.iterdir() if each.is_dir()]) < 8


@pytest.mark.parametrize("name", ["manifest.json", "texts.npy", "pairs.npy"])
def test_a_damaged_cache_is_made_again(tmp_path: Path, name: str) -> None:
    store = filled.archive(tmp_path / "one", kept(A, FERRIES), kept(B, FREELY))
    held = opened(store)
    expected = told(held)
    for file in held.cache.path.rglob(name):
        file.write_bytes(b"no longer what it was")

    assert expected == told(opened(store))


# --- the sample organisation ---------------------------------------------------------------------------------------

DECLARATIONS = ("osr-009", "osr-013", "osr-022", "osr-027")


def test_the_centre_of_diplomacy_is_followed_through_the_declarations_of_the_sample(tmp_path: Path) -> None:
    archive = acquis.open(tmp_path / "osr.acquis", who="test")
    archive.receive([str(path) for path in sorted((ROOT / "samples/osr").iterdir()) if path.stem in DECLARATIONS])
    lines, known = woven_of(opened(archive.store))
    asked = next(each for each in known if each.address == "osr:2011-06-16/vesgrad-declaration@en-x-unstated#p3")

    assert [
        ("carried", "2007#p4", "2009#p7"),
        ("adapted", "2009#p7", "2011#p3"),
        ("shortened", "2011#p3", "2014#p5"),
    ] == edges(lines.chain(asked))
