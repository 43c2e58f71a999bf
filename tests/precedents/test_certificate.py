"""What a certificate of search says, of what, and that another copy of the same release says just the same."""

import json
import random
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import acquis
from acquis.errors import BadDay, BadQuery, UnknownName
from acquis.precedents.certificate import ABSENT, PRESENT, UNSEARCHED, Certificate, certify, certify_many
from acquis.precedents.certified import verify
from acquis.precedents.met import Passage
from acquis.precedents.normal import FIGURES, ORDER, SAME, normal, plain_places, unnumbered
from acquis.precedents.scan import scan
from acquis.precedents.stretches import fullest
from acquis.precedents.words import words_of
from acquis.store import Store
from tests.archive.filled import archive, text
from tests.archive.written import PARAGRAPHS, prepared

WATER = (
    "Recalls its decision 12/4 of 3 May 2004 on the labour of the gauge-keepers, and calls upon the riparian States to "
    "organise a peace-keeping watch over the lower dams; welcomes the programme of the sixth session (part IV)."
)
BREAD = "Decides that the price of bread in winter may not rise by more than a tenth, and that mills shall stay open."
OPENS = "Requests the Secretariat:"
ITEMS = ("to report on the dams every spring;", "to publish what it has measured within a month.")
WORKS = "The works shall be gauge-centred and of medium-size, as the experts advise."

TEXTS = (
    text("osr:2004-05-14/one", WATER, day="2004-05-14", organisation="osr", organ="CM", kind="decision"),
    text(
        "osr:2007-09-18/two",
        BREAD,
        OPENS,
        *ITEMS,
        WORKS,
        day="2007-09-18",
        organisation="osr",
        organ="CHS",
        kind="declaration",
    ),
    text("osr:2009-01-02/three", WATER, BREAD, day="2009-01-02", organisation="osr", organ="CHS", kind="declaration"),
    text("osr:2012/four", "Государства организации обязуются беречь воду и делить её поровну.", language="ru"),
    text(
        "un:A/RES/1/1", "第六十一届会议决定加强各国之间的水资源合作", language="zh", day="2010-02-03", organisation="un"
    ),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return archive(tmp_path_factory.mktemp("held") / "made.acquis", *TEXTS)


AS_PRINTED = [
    (WATER, SAME),
    ("on the labour of the gauge-keepers, and calls upon the riparian States", SAME),
    ("обязуются беречь воду и делить её", SAME),
    ("加强各国之间的水资源合作", SAME),
]
OTHERWISE = [
    ("12. Recalls its decision 12/4 of 3 May 2004 on the labour", SAME),
    ("RECALLS ITS DECISION 12/4 OF 3 MAY 2004 ON THE LABOR", SAME),
    ("riparian states to organize a peacekeeping watch", SAME),
    ("Riparian States to organise a peace keeping watch", SAME),
    ("the labour of the gaugekeepers", SAME),
    ("shall be gaugecentred and of medium size", SAME),
    ("shall be gauge centred and of mediumsize", SAME),
    ("the labor of the gauge‑keepers", SAME),
    ("«Обязуются беречь воду и делить ее»", SAME),
    ("Recalls its decision 3/17 of 21 November 1999 on the labour of the gauge-keepers", FIGURES),
    ("welcomes the programme of the 44th session (part VII)", FIGURES),
    ("welcomes the program of the twenty-second session (part II).", FIGURES),
    ("第七十届会议决定加强各国", FIGURES),
    (
        "welcomes the programme of the sixth session; calls upon the riparian States to organise a peace-keeping watch "
        "over the lower dams",
        ORDER,
    ),
    ("dams lower the over watch keeping peace a", ORDER),
    ("делить её поровну и беречь воду обязуются", ORDER),
    ("bread in winter may not rise by more than a third", FIGURES),
]


@pytest.mark.parametrize(("formula", "level"), [*AS_PRINTED, *OTHERWISE])
def test_what_stands_in_a_text_is_never_certified_absent_however_it_is_written(
    store: Store, formula: str, level: str
) -> None:
    made = certify(store, formula)

    assert (PRESENT, level) == (made.outcome, made.level)


@pytest.mark.parametrize(
    "formula",
    [
        "Recalls its decision 12/4 of 3 May 2004 on the work of the gauge-keepers",
        "the price of bread in winter may rise by more than a tenth",
        "price of bread in winter not rise by more than a tenth",  # a modal is no month
        "States to organise a peace-keeping watch under the lower dams",
        "resolves that every village shall light a lamp at dusk",
        "calls its decision on the labour",  # part of a word is no word
    ],
)
def test_what_stands_nowhere_is_certified_absent(store: Store, formula: str) -> None:
    made = certify(store, formula)

    assert (ABSENT, 0, ()) == (made.outcome, made.uses, made.found)


def test_figures_are_not_run_together_as_words_are(store: Store) -> None:
    assert FIGURES == certify(store, "Recalls its decision 1/24 of 3 May 2004 on the labour").level


def test_a_formula_may_run_on_into_the_passages_that_follow(store: Store) -> None:
    made = certify(store, "Requests the Secretariat to report on the dams every spring")

    assert ["osr:2007-09-18/two@en#p2..p3"] == [each.address for each in made.found]


def test_all_places_are_counted_and_the_earliest_comes_first(store: Store) -> None:
    made = certify(store, "calls upon the riparian States to organise")

    assert 2 == made.uses
    assert ["2004-05-14", "2009-01-02"] == [each.day for each in made.found]


def test_what_is_present_and_what_is_absent_says_its_base_in_the_same_line(store: Store) -> None:
    present, absent = certify_many(store, ["calls upon the riparian States", "calls upon the silver rivers"])

    assert (
        "stands in 2 places, same words; earliest in the 5 texts held, 2004–2010: osr:2004-05-14/one@en#p1"
        in present.line
    )
    assert "not found in the 5 texts held, 2004–2010, spelling, figures and order aside" in absent.line
    assert "nearest osr:2004-05-14/one@en#p1 (2004-05-14) with 3 of 5 words" in absent.line
    assert absent.hash[:12] in absent.line


def test_where_less_than_half_is_held_nothing_is_called_the_earliest(tmp_path: Path) -> None:
    held = archive(tmp_path / "few", text("sco:2007-08-16/bishkek", WATER, day="2007-08-16", organisation="sco"))
    present, absent = certify_many(held, ["calls upon the riparian States", "calls upon the silver rivers"])

    for made in (present, absent):
        assert "no earlier wording held in the 1 of" in made.line
    assert any(each.startswith("known and not held: only 1 of") for each in absent.uncovered)


# --- nearest misses ---------------------------------------------------------------------------------------------


def test_the_nearest_misses_tell_what_they_share_and_what_they_lack(store: Store) -> None:
    made = certify(store, "calls urgently upon the riparian States to organise a strict watch over the upper dams")
    best = made.nearest[0]

    assert ("osr:2004-05-14/one@en#p1", "2004-05-14", 12, 15) == (best.address, best.day, best.shared, best.of)
    assert ("urgently", "strict", "upper") == best.missing
    assert best.stretch in WATER
    assert best.likeness == 12 / 15


def test_each_wording_is_one_miss_with_most_of_the_figures_and_else_the_earliest(tmp_path: Path) -> None:
    wordings = [f"Recalls decision {number} on the keeping of the dams and the gauges" for number in range(30)]
    texts = [text(f"osr:20{10 + n}/x", words, day=f"20{10 + n}-01-01") for n, words in enumerate(wordings)]
    made = certify(archive(tmp_path / "many", *texts), "Recalls decision 7 on the painting of the dams and the gauges")

    assert ["osr:2017/x@en#p1"] == [each.address for each in made.nearest]
    assert 1 == made.nearest[0].figures


def test_of_misses_as_near_the_earlier_come_first_and_no_more_than_ten_are_told(tmp_path: Path) -> None:
    added = ("red", "green", "blue", "white", "black", "grey", "brown", "pink", "gold", "teal", "plum", "rust")
    texts = [
        text(f"osr:x/{word}", f"Guards the {word} bridges", day=f"20{30 - n}-01-01") for n, word in enumerate(added)
    ]
    made = certify(archive(tmp_path / "ties", *texts), "Guards the olive bridges")

    assert [f"osr:x/{word}@en#p1" for word in reversed(added)][:10] == [each.address for each in made.nearest]


words_few = st.lists(st.sampled_from(("a", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "1", "22")), max_size=12)


def _plainly(formula: list[str], passage: list[str]) -> int:
    """The fullest stretch by counting every one of them."""
    stretches = [passage[at : at + len(formula)] for at in range(max(1, len(passage) - len(formula) + 1))]
    return max((Counter(formula) & Counter(each)).total() for each in stretches)


@settings(max_examples=40, deadline=None)
@given(st.lists(words_few, min_size=1, max_size=6), st.lists(words_few, min_size=3, max_size=3), st.integers(1, 40))
def test_every_stretch_of_every_passage_is_counted_whatever_is_held_at_a_time(
    passages: list[list[str]], asked: list[list[str]], at_once: int
) -> None:
    texts = [[Passage(at, 0, "p1", " ".join(each))] for at, each in enumerate(passages)]
    formulae = [normal(" ".join(each), "en") for each in asked]
    made = scan(texts, formulae, "en", at_once=at_once)

    assert made == scan(texts, formulae, "en")
    for formula, met in zip(formulae, made.met, strict=True):
        for near in met.nearest:
            row = list(normal(near.passage.words, "en").plain)
            start, end = fullest(formula.plain, row)
            assert near.shared == _plainly(list(formula.plain), row)
            assert near.shared == (Counter(formula.plain) & Counter(row[start:end])).total()
        assert all(one.rank < other.rank for one, other in pairwise(met.nearest))
        if len(formula.plain) >= 3 and not met.level:
            counted = [_plainly(list(formula.plain), list(normal(" ".join(p), "en").plain)) for p in passages if p]
            assert max(counted, default=0) == (met.nearest[0].shared if met.nearest else 0)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_run_of_words_of_a_text_is_present_renumbered_and_in_any_order_too(data: st.DataObject) -> None:
    held = words_of(WATER)
    start = data.draw(st.integers(0, len(held) - 8))
    begin, end = held.span(start, data.draw(st.integers(start + 6, len(held))))
    printed = WATER[begin:end]
    plain = list(normal(printed, "en").plain)
    other = "".join(str(data.draw(st.integers(0, 9))) if sign.isdecimal() else sign for sign in printed)
    formulae = [normal(each, "en") for each in (printed, other, " ".join(data.draw(st.permutations(plain))))]
    met = scan([[Passage(0, 0, "p1", WATER)]], formulae, "en").met

    assert SAME == met[0].level
    assert len(plain) < 3 or met[1].level in (SAME, FIGURES)
    assert len(plain) < 3 or met[2].level is not None


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aB(c) Mmay-12 ’éco非é.IVxl", max_size=60), st.sampled_from(["en", "fr", "zh", None]))
def test_words_are_the_same_as_those_with_places_and_plain_ones_know_theirs(words: str, tag: str | None) -> None:
    made, places = normal(words, tag), plain_places(words, tag)

    assert words_of(words).texts == made.words
    assert len(made.plain) == len(places)
    assert len(made.words) == len(made.plain) + len(made.figures)
    by_place = dict(zip(words_of(words).places, made.words, strict=True))
    assert list(made.plain) == [by_place[place] for place in places]


@pytest.mark.parametrize(
    ("words", "tag", "plain"),
    [
        ("States may act by 12 May 2011", "en", "states may act by"),
        ("on 3 may 2011 they may march", "en", "on they may march"),
        ("the sixty-first session, two of them", "en", "the session of them"),
        ("no one (b) or (ii), Annex I and XLIV", "en", "no one or annex and"),
        ("la soixante et unième session du 3 février", "fr", "la et session du"),
        ("в третьем квартале 2011 года", "ru", "в квартале года"),
        ("第六十一届", "zh", "第 届"),
        ("sixty-first session of May", None, "sixty first session of may"),
    ],
)
def test_what_counts_as_a_figure_is_told_by_the_language(words: str, tag: str | None, plain: str) -> None:
    assert plain.split() == list(normal(words, tag).plain)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("12. Recalls", ("12.", "Recalls")),
        ("(a) To promote", ("(a)", "To promote")),
        ("2011 was a dry year", ("", "2011 was a dry year")),
        ("a dry year", ("", "a dry year")),
    ],
)
def test_a_printed_number_that_opens_a_formula_is_left_out(words: str, expected: tuple[str, str]) -> None:
    assert expected == unnumbered(words)


# --- scope ------------------------------------------------------------------------------------------------------

FORMULA = "calls upon the riparian States to organise"


@pytest.mark.parametrize(
    ("choices", "outcome", "documents"),
    [
        ({"organ": "CM"}, PRESENT, 1),
        ({"since": "2008"}, PRESENT, 2),
        ({"since": "2004-05-14", "until": "2004-05-15"}, PRESENT, 1),
        ({"since": "2004-05-15", "until": "2009"}, ABSENT, 1),
        ({"language": "ru"}, ABSENT, 1),
        ({"organisation": "un"}, ABSENT, 1),
        ({"kind": "decision", "organ": "CHS"}, UNSEARCHED, 0),
        ({"language": "ja"}, UNSEARCHED, 0),
    ],
)
def test_a_search_is_narrowed_and_says_so(store: Store, choices: dict[str, str], outcome: str, documents: int) -> None:
    made = certify(store, FORMULA, **choices)
    scope = json.loads(made.record)["scope"]

    assert (outcome, documents) == (made.outcome, scope["documents"])
    assert all(value in made.line for value in choices.values())


def test_what_is_not_covered_is_told(store: Store) -> None:
    made = certify(store, "تعرب الدول الأعضاء عن قلقها البالغ إزاء الحالة", since="2005")
    told = "\n".join(made.uncovered)

    for part in ("ar, es, fr, ja, ru", "heading", "1 document without a day", "reads as Arabic", "translations"):
        assert part in told


def test_documents_without_words_and_rival_texts_are_told(tmp_path: Path) -> None:
    bare = text("osr:2001/bare", day="2001-01-01")
    rival = text("osr:2004-05-14/rival", WATER, day="2004-05-14", state="rival")
    made = certify(archive(tmp_path / "odd", bare, rival, TEXTS[1]), FORMULA)

    assert ABSENT == made.outcome
    assert "1 document held without words that could be read: osr:2001/bare@en" in made.uncovered
    assert "1 rival text that claim the address of another" in made.uncovered


def test_parts_that_are_no_agreed_language_are_left_out_and_named(tmp_path: Path) -> None:
    heading = text("osr:2001/a", WATER, day="2001-01-01")
    made = certify(
        archive(tmp_path / "h", type(heading)(heading.work, (("h1", "heading", WATER),), day="2001-01-01")), FORMULA
    )

    assert ABSENT == made.outcome
    assert any("heading" in each for each in made.uncovered)


@pytest.mark.parametrize("formula", ["", "water", "two words", "12 May 2011, 61/88 (IV)", "word " * 300_000])
def test_too_little_and_too_much_are_refused_with_what_would_work(store: Store, formula: str) -> None:
    with pytest.raises(BadQuery, match=r"`acquis find`|certify its paragraphs"):
        certify(store, formula)


def test_what_is_unknown_is_refused_with_what_is_known(store: Store) -> None:
    with pytest.raises(UnknownName, match="organ, organisation"):
        certify(store, FORMULA, organisations="osr")
    with pytest.raises(UnknownName, match="No release called 'zero'"):
        certify(store, FORMULA, release="zero")
    with pytest.raises(BadDay):
        certify(store, FORMULA, since="spring")


def test_a_paragraph_of_a_hundred_thousand_words_and_a_thousand_alike_are_searched(tmp_path: Path) -> None:
    lot = random.Random(3)
    long = " ".join(lot.choice(BREAD.split()) for _ in range(100_000)) + " " + WATER
    alike = text("osr:2001/alike", *[BREAD] * 1_000, day="2001-01-01")
    store = archive(tmp_path / "long", text("osr:2002/long", long, day="2002-01-01"), alike)
    here, near = certify_many(store, [FORMULA, "Decides that the cost of bread in winter may not rise"])

    assert ["osr:2002/long@en#p1"] == [each.address for each in here.found]
    assert "osr:2001/alike@en#p1" == near.nearest[0].address


# --- of an address ----------------------------------------------------------------------------------------------


def test_of_an_address_its_words_are_certified_and_its_own_text_is_left_out_and_named(tmp_path: Path) -> None:
    made = acquis.open(tmp_path / "made.acquis", who="test")
    kept = [(WATER, "Orvelin", "14 May 2004"), (WATER, "Halmor", "9 June 2005"), (BREAD, "Tesk", "3 June 2014")]
    made.keep([prepared(words, place=place, day=day) for words, place, day in kept])
    made.release("spring")
    halmor = "osr:2005-06-09/halmor-declaration"
    again = made.precedents.certificate("Halmor 2005#p2")
    alone = made.precedents.certificate("osr:2014-06-03/tesk-declaration@en-x-unstated#p2", release="spring")
    scope = json.loads(again.record)["scope"]

    assert (WATER, PRESENT, 1) == (again.text, again.outcome, again.uses)
    assert f"{halmor}@en-x-unstated#p2" == again.address == json.loads(again.record)["query"]["address"]
    assert "whose own text is left out" in again.line
    assert f"the text that the words are of: {halmor}" in again.uncovered
    assert (halmor, 2) == (scope["left out"], scope["documents"])
    assert ABSENT == alone.outcome
    assert [(), ()] == [made.precedents.verify(each.record).differs for each in (again, alone)]
    assert 2 == made.precedents.certificate(WATER).uses
    with pytest.raises(UnknownName, match="No release called 'zero'"):
        made.precedents.certificate("Halmor 2005#p2", release="zero")


def test_what_differs_is_never_cut_within_a_word(tmp_path: Path) -> None:
    held = archive(tmp_path / "one", *TEXTS[:2])
    record = certify(held, "calls upon the silver rivers to organise a peace-keeping watch over the upper dams").record
    told = verify(archive(tmp_path / "two", *TEXTS), record).differs
    whole = {*record.decode().replace('"', " ").replace("\\n", " ").split(), *WATER.split(), *BREAD.split()}

    assert told
    for line in told:
        assert not line.endswith("…") or line.rpartition(" ")[0].split()[-1].strip("'\"") in whole | {"here"}


# --- the same in another copy -----------------------------------------------------------------------------------

ASKED = (
    "They ask for patience",
    "care for they ask",
    "We shall measure the wine together",
    "an entirely other line of words",
)
HELD = (
    prepared(),
    prepared(PARAGRAPHS[0], "2. We shall measure the rain together.", place="Orvelin", day="14 May 2008"),
    prepared("We shall measure the snow together.", place="Drevina", day="3 June 2011"),
)


def _released(folder: Path, order: list[int]) -> acquis.Secretariat:
    made = acquis.open(folder, who="test")
    for at in order:
        made.keep([HELD[at]])
    made.release("spring")
    return made


def _certified(made: acquis.Secretariat) -> list[Certificate]:
    return certify_many(made.store, ASKED, release="spring")


def test_another_copy_of_the_release_gives_the_same_bytes_whatever_came_first(tmp_path: Path) -> None:
    first, second = _released(tmp_path / "a", [0, 1, 2]), _released(tmp_path / "b", [2, 0, 1])
    first.export_everything(tmp_path / "export")
    third = acquis.open(tmp_path / "c")
    third.import_everything(tmp_path / "export")
    second.keep([prepared("Later words.", place="Tesk", day="3 June 2014")])
    records = [each.record for each in _certified(first)]

    assert records == [each.record for each in _certified(second)] == [each.record for each in _certified(third)]
    assert [(), (), (), ()] == [verify(second.store, record).differs for record in records]
    assert [PRESENT, PRESENT, ABSENT, ABSENT] == [each.outcome for each in _certified(first)]


def test_a_search_with_filters_is_verified_with_the_same(store: Store) -> None:
    made = certify(store, FORMULA, organ="CHS", since="2005", kind=None)

    assert {"organ": "CHS", "since": "2005"} == json.loads(made.record)["scope"]["filters"]
    assert () == verify(store, made.record).differs


def test_one_formula_alone_has_the_same_record_as_among_others(store: Store) -> None:
    formulae = [formula for formula, _ in OTHERWISE]

    assert [certify(store, each).hash for each in formulae[:4]] == [
        each.hash for each in certify_many(store, formulae)
    ][:4]


def test_a_record_that_was_changed_or_is_of_another_state_tells_what_differs(tmp_path: Path) -> None:
    held = archive(tmp_path / "one", *TEXTS[:2])
    record = certify(held, FORMULA).record
    changed = record.replace(b'"uses":1', b'"uses":7')

    assert () == verify(held, record).differs
    assert ("places where it stands: 7 in the record, 1 here",) == verify(held, changed).differs
    other = archive(tmp_path / "two", *TEXTS[:3])
    told = verify(other, record).differs
    assert "documents searched: 2 in the record, 3 here" in told
    assert any(each.startswith("hash of all that is held: ") for each in told)
    assert "where it stands: here and not in the record: osr:2009-01-02/three@en#p1 (2009-01-02)" in told
    with pytest.raises(BadQuery, match="no record of a certificate"):
        verify(held, b"[]")


def test_a_record_says_over_which_texts_it_was_made_and_is_made_again_over_those(tmp_path: Path) -> None:
    house = acquis.open(tmp_path / "house.acquis", who="test")
    house.keep([prepared(WATER, place="Orvelin", day="14 May 2004"), prepared(WATER, name="b.txt")])
    house.mark("Halmor 2005", "public", because="printed")
    public = house.public
    inside, outside = house.precedents.certificate(WATER), public.precedents.certificate(WATER)

    assert [json.loads(each.record)["scope"]["texts"] for each in (inside, outside)] == ["all", "public"]
    assert (inside.uses, outside.uses) == (2, 1)
    assert ("public texts alone" in inside.line, "public texts alone" in outside.line) == (False, True)
    assert "texts of this archive that are not marked public" in outside.uncovered

    for room in (house.precedents, public.precedents):
        found = room.verify(outside.record)
        assert (str(found), found.differs) == ("made over the public texts", ())
    again = house.precedents.verify(inside.record)
    assert (str(again), again.differs) == ("made over all texts that were held", ())
    with pytest.raises(BadQuery, match="only the public ones are seen"):
        public.precedents.verify(inside.record)
    public.store.close()


def test_a_record_holds_nothing_of_time_place_or_machine(store: Store, tmp_path: Path) -> None:
    record = certify(store, FORMULA).record
    held = json.loads(record)

    assert record == json.dumps(held, sort_keys=True, separators=(",", ":")).encode()
    assert str(store.folder) not in record.decode()
    assert {"query", "scope", "outcome", "level", "uses", "found", "nearest", "uncovered", "format"} == held.keys()
    assert {"state", "normalisation", "thresholds", "held and known", "parts left out"} < held["scope"].keys()


@pytest.mark.parametrize(
    "record",
    [
        b'{"query": {"text": "one two three"}, "scope": {"release": null, "filters": {"store": "x"}}}',
        b'{"query": {"text": "one two three"}, "scope": {"release": null, "filters": {"organ": {"a": 1}}}}',
        b"[" * 100_000,
    ],
    ids=["a filter that is none", "a filter that is no word", "nested without end"],
)
def test_a_hostile_record_is_refused(record):
    with pytest.raises(BadQuery, match="no record of a certificate"):
        verify(None, record)
