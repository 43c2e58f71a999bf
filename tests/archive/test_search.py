"""Search over paragraphs."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from acquis.archive._asked import Between, Every, Fact, Near, Node, Not, Words
from acquis.archive._query import parsed
from acquis.archive.search import Search
from acquis.archive.tables import METADATA
from acquis.archive.tokens import folded
from acquis.errors import BadQuery, NotHeld
from acquis.store import Store, open_store
from tests.archive.filled import TEXTS, Text, archive, as_bytes, end, fill, found, keep, many, retitled, text


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    kept = archive(tmp_path, *TEXTS)
    yield kept
    kept.close()


@pytest.fixture
def search(store: Store) -> Search:
    return Search(store)


FOUND = [
    ("terrorism", ["sco:20#p2", "un:A/R#p1"]),
    ("terrorism states", ["sco:20#p2", "un:A/R#p1"]),
    ("terrorism NOT region", ["un:A/R#p1"]),
    ("terrorism -region", ["un:A/R#p1"]),
    ("training OR region", ["sco:20#p1", "sco:20#p2", "un:A/R#p2"]),
    ("(training OR region) terrorism", ["sco:20#p2"]),
    ('"member states"', ["sco:20#p1", "un:A/R#p2"]),
    ('"states member"', []),
    ('"terrorism fights"~3', ["sco:20#p2"]),
    ('"fights terrorism"~3', ["sco:20#p2"]),
    ('"terrorism fights"~2', ["sco:20#p2"]),
    ('"terrorism fights"~1', []),
    ('"training training"~3', ["un:A/R#p2"]),
    ('"free free"~9', []),
    ("organi*", ["un:A/R#p2"]),
    ('"member stat*"', ["sco:20#p1", "un:A/R#p2"]),
    ('"1973 (2011)"', ["un:A/R#p3"]),
    ("1973 (2011)", ["un:A/R#p3"]),
    ("A/61/29", ["un:A/R#p3"]),
    ("symbol:A/RES/61/88 training", ["un:A/R#p2"]),
    ("title:eliminate states", ["un:A/R#p1", "un:A/R#p2"]),
    ('title:"bishkek declaration" fight', ["sco:20#p2"]),
    ("place:bishkek fight", ["sco:20#p2"]),
    ("organ:chs fight", ["sco:20#p2"]),
    ("org:sco language:en fight", ["sco:20#p2"]),
    ("marking:public fight", ["sco:20#p2"]),
    ("kind:resolution cooperation", ["un:A/R#p1"]),
    ("year:2006 states", ["un:A/R#p1", "un:A/R#p2"]),
    ("year:2007..2011 terrorism", ["sco:20#p2"]),
    ("day:2006-12 terrorism", ["un:A/R#p1"]),
    ("address:un:A/RES/61/88 terrorism", ["un:A/R#p1"]),
    ("un:A/RES/61/* terrorism", ["un:A/R#p1"]),
    ("work:sco:2007-08-16/bishkek-declaration@ru", ["sco:20#p1"]),
    ("part:operative terrorism", ["sco:20#p2", "un:A/R#p1"]),
    ("part:preambular terrorism", []),
    ("核武器", ["sco:20#p1"]),
    ("扩散核", ["sco:20#p1"]),
    ("武核", []),
    ("ロ対", ["sco:20#p1"]),
    ("language:ja", ["sco:20#p1"]),
    ("еще", ["sco:20#p1"]),
    ("БЕЗОПАСНОСТИ", ["sco:20#p1"]),
    ("الأمن", ["un:S/R#p1"]),
    ("امن", ["un:S/R#p1"]),
    ("سلام", ["un:S/R#p1"]),
    ("securite", ["eu:200#p1"]),
    ("union européenne", ["eu:200#p1"]),
    ("organize", ["un:A/R#p2"]),
    ("state", ["sco:20#p1", "sco:20#p2", "un:A/R#p1", "un:A/R#p2"]),
    ("nothing here", []),
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Search:
    return Search(archive(tmp_path_factory.mktemp("kept"), *TEXTS))


@pytest.mark.parametrize(("query", "hits"), FOUND)
def test_passages_are_found_in_every_language(kept: Search, query: str, hits: list[str]) -> None:
    assert hits == found(kept, query)


def test_expansion_is_shown_and_can_be_switched_off(search: Search) -> None:
    wide, typed = search.find("organize"), search.find("organize", expand=False)

    assert ["organize: organise, organises, organizes"] == [str(each) for each in wide.expansion]
    assert ["other spellings and forms"] == [hit.reason for hit in wide.hits]
    assert ((), ()) == (typed.hits, typed.expansion)


def test_a_hit_has_its_address_its_words_and_what_to_mark(search: Search) -> None:
    (hit,) = search.find('"member states" organise').hits

    assert hit.address == "un:A/RES/61/88@en#p2"
    assert hit.match == "un:A/RES/61/88@en#p2~13-26"
    assert ["member States", "organise"] == [mark.of(hit.words) for mark in hit.highlights]
    assert ["member States", "organise"] == [mark.of(hit.snippet.words) for mark in hit.snippet.marks]
    assert (hit.title, hit.day) == ("Measures to eliminate terrorism", "2006-12-06")


def test_spans_count_characters_of_the_passage_in_any_script(search: Search) -> None:
    marked = {query: search.find(query).hits[0] for query in ("核武器", "ещё", "السلام", "securite")}

    assert {"核武器": ["核武器"], "ещё": ["ещё"], "السلام": ["والسلام"], "securite": ["sécurité"]} == {
        query: [mark.of(hit.words) for mark in hit.highlights] for query, hit in marked.items()
    }


def test_what_was_found_by_its_document_alone_has_no_words_to_mark(search: Search) -> None:
    hit = search.find("title:eliminate").hits[0]

    assert (hit.match, hit.highlights, hit.snippet.start) == (None, (), 0)


def test_a_long_passage_is_cut_around_its_words(tmp_path: Path) -> None:
    words = " ".join(["peace and security"] * 200 + ["disarmament verified"] + ["in all states"] * 200)
    search = Search(archive(tmp_path, text("un:A/RES/1/1", words)))

    snippet = search.find("disarmament verified").hits[0].snippet

    assert len(snippet.words) <= 240
    assert snippet.cut_before
    assert snippet.cut_after
    assert words[snippet.start :].startswith(snippet.words)
    assert ["disarmament", "verified"] == [mark.of(snippet.words) for mark in snippet.marks]
    assert str(snippet).startswith("… ")


def test_words_as_typed_come_before_other_forms_and_side_by_side_before_apart(tmp_path: Path) -> None:
    search = Search(
        archive(
            tmp_path,
            text("un:A/1", "the races of arms", day="2020-01-01"),
            text("un:A/2", "the race of arms", day="2019-01-01"),
            text("un:A/3", "the arms race", day="2001-01-01"),
        )
    )

    reasons = [(str(hit.address.work), hit.reason) for hit in search.find("arms race").hits]

    assert reasons == [
        ("un:A/3", "the words as typed, side by side"),
        ("un:A/2", "the words as typed"),
        ("un:A/1", "other spellings and forms"),
    ]
    assert ["un:A/1", "un:A/2", "un:A/3"] == [hit.address.work for hit in search.find("arms race", order="newest").hits]
    assert ["un:A/3", "un:A/2", "un:A/1"] == [hit.address.work for hit in search.find("arms race", order="oldest").hits]


def test_the_newest_comes_first_then_the_address_and_the_undated_last(tmp_path: Path) -> None:
    days = {"un:B/1": "2001", "un:A/2": "2001", "un:C/3": None, "un:D/4": "2002-05"}
    search = Search(archive(tmp_path, *(text(work, "peace", "peace", day=day) for work, day in days.items())))

    newest = [str(hit.address) for hit in search.find("peace").hits]
    oldest = [hit.address.work for hit in search.find("peace", order="oldest").hits[::2]]

    assert newest == [f"{work}@en#p{n}" for work in ("un:D/4", "un:A/2", "un:B/1", "un:C/3") for n in (1, 2)]
    assert oldest == ["un:A/2", "un:B/1", "un:D/4", "un:C/3"]


def test_pages_join_without_gap_or_double(tmp_path: Path) -> None:
    store = open_store(str(tmp_path), METADATA)
    fill(store, many(400, words=12, vocabulary_size=60))
    search = Search(store)
    query = (
        "ba ti"
        if search.find("ba ti").total
        else " ".join(folded(search.find("year:1900..").hits[0].words).split()[:2])
    )

    whole = search.find(query, limit=1_000)
    pages = [search.find(query, limit=7, offset=start) for start in range(0, whole.total, 7)]

    assert whole.total == len(whole.hits) > 20
    assert {whole.total} == {page.total for page in pages}
    assert [hit.address for hit in whole.hits] == [hit.address for page in pages for hit in page.hits]
    assert len({hit.reason for hit in whole.hits}) > 1


def test_facets_count_the_passages_found(search: Search) -> None:
    facets = {facet.name: facet.counts for facet in search.find("states").facets}

    assert facets == {
        "organisation": (("sco", 2), ("un", 2)),
        "organ": (("CHS", 2), ("GA", 2)),
        "kind": (("declaration", 2), ("resolution", 2)),
        "year": (("2006", 2), ("2007", 2)),
        "language": (("en", 4),),
    }
    assert search.find("states", facets=False).facets == ()


def test_a_result_says_what_was_searched(search: Search) -> None:
    whole, narrowed = search.find("peace").scope, search.find("peace", filters={"language": "en"}).scope

    assert (whole.documents, whole.passages, whole.at) == (7, 10, 7)
    assert (narrowed.documents, narrowed.passages, narrowed.filters) == (2, 5, (("language", "en"),))
    assert str(narrowed) == "searched 5 passages of 2 documents as of change 7; language: en"


def test_filters_narrow_and_several_values_are_any_of_them(search: Search) -> None:
    assert found(search, "states", filters={"organ": "General Assembly", "year": "2000..2006"}) == [
        "un:A/R#p1",
        "un:A/R#p2",
    ]
    assert search.find("states", filters={"organ": ["GA", "CHS"]}).total == 4
    with pytest.raises(BadQuery, match="No field 'colour'"):
        search.find("states", filters={"colour": "red"})


ASKED = (
    "states",
    "terrorism region",
    "organi*",
    '"member states"',
    "year:2006..2011",
    "核武器 OR region",
    "NOT states",
)


def test_a_search_as_of_a_change_gives_the_same_bytes_whatever_came_later(store: Store, search: Search) -> None:
    before = [as_bytes(search.find(query, at=7, limit=5)) for query in ASKED]
    now = [as_bytes(search.find(query, limit=5)) for query in ASKED]

    for number in range(10):
        keep(store, text(f"un:A/RES/70/{number}", "Urges member States of the region to organize", day="2015-09-25"))
    retitled(store, "un:A/RES/61/88@en", title="Corrected", day="2020-01-01")
    keep(store, replace(TEXTS[1], paragraphs=(("p1", "operative", "Entirely other words"),)))
    end(store, "eu:2003-12-12/strategie@fr")

    assert before == now
    assert before == [as_bytes(search.find(query, at=7, limit=5)) for query in ASKED]
    search.rebuild()
    assert before == [as_bytes(search.find(query, at=7, limit=5)) for query in ASKED]
    assert before != [as_bytes(search.find(query, limit=5)) for query in ASKED]


def test_what_was_withdrawn_or_is_a_rival_is_found_only_as_of_earlier(store: Store, search: Search) -> None:
    search.catch_up()
    keep(store, replace(TEXTS[0], work="un:A/RES/61/99", state="rival"))
    end(store, TEXTS[0].address)

    assert found(search, "training") == []
    assert found(search, "training", at=7) == ["un:A/R#p2"]


def test_a_corrected_record_is_found_by_what_it_says_now(store: Store, search: Search) -> None:
    search.catch_up()
    retitled(store, "un:A/RES/61/88@en", title="Combating terrorism")

    assert found(search, "title:combating training") == ["un:A/R#p2"]
    assert found(search, "title:eliminate training") == []
    assert found(search, "title:eliminate training", at=7) == ["un:A/R#p2"]
    assert search.find("training", at=7).hits[0].title == "Measures to eliminate terrorism"


def test_an_unknown_change_is_refused(search: Search) -> None:
    with pytest.raises(NotHeld, match="last one is 7"):
        search.find("states", at=99)


def test_an_empty_archive_answers(tmp_path: Path) -> None:
    results = Search(open_store(str(tmp_path), METADATA)).find("peace")

    assert (results.total, results.hits, results.scope.documents) == (0, (), 0)


def test_pages_and_orders_are_checked(search: Search) -> None:
    for how in ({"order": "best"}, {"limit": -1}, {"limit": 10_000}, {"offset": -1}):
        with pytest.raises(BadQuery):
            search.find("states", **how)  # type: ignore[arg-type]


def test_a_concordance_has_a_line_for_every_place(search: Search) -> None:
    lines = search.kwic("training", width=34).lines
    by_left = search.kwic("states", order="left").lines

    assert [(line.left, line.node, line.right) for line in lines] == [
        ("that member States shall organise", "training", ", and that training be free."),
        ("shall organise training, and that", "training", "be free."),
    ]
    assert [line.address for line in lines] == ["un:A/RES/61/88@en#p2~42-50", "un:A/RES/61/88@en#p2~61-69"]
    assert ["", "Urges all", "Decides that member", "The Member"] == [line.left for line in by_left]


# --- the search itself, against a plain reading of every passage -------------------------------------------------


def holds(node: Node, each: Text, words: list[str]) -> bool:
    """Whether a passage has what was asked, by looking at every word."""
    if isinstance(node, Words):
        held = folded(each.title).split() if node.field == "title" else words
        return any(_stands(way, held) for way in node.ways)
    if isinstance(node, Near):
        pairs = zip(node.places, node.places[1:], strict=False)
        return all(_near(one, two, node.apart, words) for one, two in pairs)
    if isinstance(node, Fact):
        return str(getattr(each, node.name)).casefold() in node.values
    if isinstance(node, Between):
        return node.first <= int((each.day or "0").replace("-", "")) <= node.last
    if isinstance(node, Not):
        return not holds(node.part, each, words)
    return (all if isinstance(node, Every) else any)(holds(part, each, words) for part in node.parts)


def _is(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else wanted == word


def _stands(way: tuple[str, ...], words: list[str]) -> bool:
    starts = range(len(words) - len(way) + 1)
    return any(all(_is(wanted, words[at + n]) for n, wanted in enumerate(way)) for at in starts)


def _near(one: tuple[str, ...], two: tuple[str, ...], apart: int, words: list[str]) -> bool:
    ones = [at for at, word in enumerate(words) if any(_is(each, word) for each in one)]
    twos = [at for at, word in enumerate(words) if any(_is(each, word) for each in two)]
    return any(a != b and abs(a - b) - 1 <= apart for a in ones for b in twos)


def asked(rng: random.Random, words: list[str], depth: int = 0) -> str:
    """A query of any kind."""
    word = rng.choice(words)
    kinds = ["word", "phrase", "near", "prefix", "title", "fact", "year"] + ["and", "or", "not", "two"] * (depth < 2)
    kind = rng.choice(kinds)
    if kind in ("and", "or", "not", "two"):
        joined = {"and": " AND ", "or": " OR ", "not": " NOT ", "two": " "}[kind]
        return f"({asked(rng, words, depth + 1)}{joined}{asked(rng, words, depth + 1)})"
    run = " ".join(rng.choice(words) for _ in range(rng.randint(2, 3)))
    return {
        "phrase": f'"{run}"',
        "near": f'"{run}"~{rng.randint(0, 4)}',
        "prefix": f"{word[:2]}*",
        "title": f"title:{word}",
        "fact": rng.choice(["organ:GA", "language:en", "kind:treaty"]),
        "year": f"year:{rng.randint(1950, 1990)}..{rng.randint(1991, 2020)}",
    }.get(kind, word)


@pytest.mark.parametrize("expand", [True, False])
def test_every_passage_that_has_what_was_asked_is_found_and_no_other(tmp_path: Path, expand: bool) -> None:
    from acquis.archive._query import widened

    texts = list(many(600, words=9, apiece=6, vocabulary_size=30))
    store = open_store(str(tmp_path), METADATA)
    fill(store, texts)
    search = Search(store)
    words = sorted({word for each in texts for _, _, line in each.paragraphs for word in line.split()})
    rng = random.Random(3)
    for _ in range(250):
        query = asked(rng, words)
        tree = widened(parsed(query))[0] if expand else parsed(query)
        expected = {
            f"{each.address}#{path}"
            for each in texts
            for path, _, line in each.paragraphs
            if holds(tree, each, folded(line).split())
        }

        results = search.find(query, limit=1_000, expand=expand)

        assert (query, expected) == (query, {str(hit.address) for hit in results.hits})
        assert results.total == len(expected)
        assert all(mark.end <= len(hit.words) for hit in results.hits for mark in hit.highlights)


def test_a_folder_and_a_server_are_searched_alike(location: str) -> None:
    store = archive(location, *TEXTS[:4])
    search = Search(store)
    assert found(search, "terrorism states") == ["sco:20#p2", "un:A/R#p1"]

    keep(store, TEXTS[4])
    retitled(store, TEXTS[0].address, title="Combating terrorism")

    assert found(search, "title:combating training OR テロ") == ["sco:20#p1", "un:A/R#p2"]
    assert found(search, "training", at=4) == ["un:A/R#p2"]
    assert search.find("training", at=4).hits[0].title == TEXTS[0].title
    store.close()
