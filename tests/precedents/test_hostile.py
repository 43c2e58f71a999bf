"""Whatever is asked, kept or damaged: a clear answer or refusal, in bounded time, and nothing is lost."""

import random
import re
import shutil
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import acquis
from acquis.archive.preparing import prepare
from acquis.archive.tables import METADATA
from acquis.errors import AcquisError, BadQuery
from acquis.precedents.desk import Precedents
from acquis.precedents.found import Found
from acquis.store import open_store
from tests.archive.filled import Text, archive, keep, text, vocabulary
from tests.archive.written import declaration

GAUGES = "The riparian States shall read the gauges of the river together in every spring and publish what was read."
CHARTS = "The harbour cities shall share their charts of the estuary with every vessel that asks for them in writing."
OTHER = "An entirely different sentence about the price of bread in a winter of long ago and far away."
SECONDS = 5
MEGABYTES = 300


@contextmanager
def bounded(seconds: float = SECONDS) -> Iterator[None]:
    """The processor's time, not the clock's: other programs run beside the tests."""
    start = time.process_time()
    yield
    assert time.process_time() - start < seconds


def precedents(folder: Path, *passages: str, apiece: int = 500) -> Precedents:
    """The room over a store that keeps these passages, `apiece` to a document, one document a year from 2001 on."""
    return Precedents(archive(folder / "made.acquis", *documents(*passages, apiece=apiece)))


def documents(*passages: str, apiece: int = 500) -> Iterator[Text]:
    for number, at in enumerate(range(0, len(passages), apiece)):
        record = {"day": f"{2001 + number}-01-01", "organisation": "un", "organ": "GA", "kind": "resolution"}
        yield text(f"un:A/RES/1/{number}", *passages[at : at + apiece], **record)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Precedents:
    return precedents(tmp_path_factory.mktemp("few"), GAUGES, CHARTS, apiece=1)


def refusal(room: Precedents, asked: str, **choices: str | None) -> str:
    with bounded(), pytest.raises(AcquisError) as met:
        room.find(asked, **choices)
    said = str(met.value)
    assert len(said) < 400
    assert "\n" not in said
    return said


# --- what is asked -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "asked",
    ["", " \n\t", "gauges", "two words", "...!?", "\u200b\u200d\ufeff", "\x00\x00", "\u0301" * 5_000, "\ud800", "国际"],
)
def test_too_little_to_look_up_is_refused_with_what_would_work(few: Precedents, asked: str) -> None:
    assert "give at least 3" in refusal(few, asked)


@pytest.mark.parametrize(
    "asked",
    [
        GAUGES * 20_000,
        "gauge " * 350_000,
        "x" * 2_000_000,
        "条" * 700_000,
        "\n" * 2_000_000,
        "a#b " * 500_000,
        "\ud800" * 700_000,
        "un:A/RES/1/1" * 170_000,
        "\x00" * 2_000_000,
    ],
    ids=["sentences", "one word", "no blank", "Chinese", "line breaks", "marks", "halves", "addresses", "control"],
)
def test_two_megabytes_are_refused_at_once_and_in_a_line(few: Precedents, asked: str) -> None:
    with bounded(2):
        assert re.search("ask about its paragraphs|give at least 3", refusal(few, asked))


@pytest.mark.parametrize(
    "asked", [f"{GAUGES[:40]}\ud800{GAUGES[40:]}", f"\udfff {GAUGES}", f"{GAUGES[:20]}\x00{GAUGES[20:]}"]
)
def test_words_with_broken_characters_are_looked_up(few: Precedents, asked: str) -> None:
    (first, *_) = few.find(asked).precedents

    assert GAUGES == first.words


@pytest.mark.parametrize(
    "asked",
    [
        "Nga mihi nui ki a koutou katoa i tenei ra ataahua",
        "ทุกคนมีสิทธิในการศึกษาโดยเสรี",
        "ყველა ადამიანი იბადება თავისუფალი და თანასწორი",
        "🕊️ 🌍 🤝 🕊️ 🌍 🤝 🕊️",
        "% _ ' \" ; -- DROP TABLE passages ; % _ '",
        "* OR NEAR( AND NOT gauges^2 [a TO z]",
    ],
)
def test_a_language_that_is_not_held_gives_no_precedent_and_says_where_none_is(few: Precedents, asked: str) -> None:
    with bounded():
        answer = none_or_refused(few, asked)

    assert answer is None or "not found in the 2 texts held of un, 2001–2002" in answer.claims[0]


def none_or_refused(room: Precedents, asked: str) -> Found | None:
    try:
        answer = room.find(asked)
    except BadQuery:
        return None
    assert answer.precedents == ()
    return answer


def test_a_filter_for_a_language_that_is_not_held_finds_nothing_and_says_so(few: Precedents) -> None:
    answer = few.find(GAUGES, language="ja")

    assert ((), None) == (answer.precedents, answer.earliest)
    assert "searched the 0 texts held, language ja" in answer.scope


@pytest.mark.parametrize("language", ["tlh", "no such language"])
def test_a_filter_for_a_language_that_nobody_knows_is_refused(few: Precedents, language: str) -> None:
    assert f"No language called {language!r}. Known: en." == refusal(few, GAUGES, language=language)


def test_a_filter_that_there_is_none_of_is_refused(few: Precedents) -> None:
    assert "flavour" in refusal(few, GAUGES, flavour="sour")


def test_a_day_that_is_none_is_refused(few: Precedents) -> None:
    assert "yesteryear" in refusal(few, GAUGES, on="yesteryear")


def test_an_archive_that_holds_nothing_answers(tmp_path: Path) -> None:
    answer = precedents(tmp_path).find(GAUGES)

    assert ((), None) == (answer.precedents, answer.earliest)
    assert "0 texts held" in answer.claims[0]


# --- what is kept --------------------------------------------------------------------------------------------


def test_a_thousand_identical_paragraphs_are_one_row_with_its_count(tmp_path: Path) -> None:
    room = precedents(tmp_path, *[GAUGES] * 1_000, apiece=100)
    with bounded():
        answer = room.find(GAUGES)

    assert [(1_000, 10, 1)] == [(row.uses, row.works, row.wordings) for row in answer.precedents]
    assert answer.earliest is not None
    assert answer.earliest.day == "2001-01-01"


def test_a_paragraph_of_a_hundred_thousand_words_is_found_by_any_of_its_clauses(tmp_path: Path) -> None:
    words = random.Random(6).choices(vocabulary(3_000, random.Random(5)), k=100_000)
    with bounded():
        room = precedents(tmp_path, " ".join(words), CHARTS)
        room.find(CHARTS)
    with bounded():
        spans = [(0, 30), (50_000, 50_030), (99_970, 100_000), (40_000, 42_000)]
        answers = [room.find(" ".join(words[start:end])) for start, end in spans]

    assert [1.0] * 4 == [each.precedents[0].covered for each in answers]
    assert all(each.within is not None for each in answers)


def test_a_query_takes_little_memory_whatever_is_kept(tmp_path: Path) -> None:
    words = random.Random(6).choices(["aye", "nay"], k=30_000)
    room = precedents(tmp_path, *(" ".join(words[at : at + 1_900]) for at in range(0, 28_000, 1_400)), apiece=10)
    room.find(CHARTS)
    tracemalloc.start()
    room.find(" ".join(words[:1_900]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < MEGABYTES * 1_000_000


REPEATED = {
    "one word": "peace " * 1_900,
    "two by turns": "peace security " * 950,
    "three by turns": "peace security trust " * 630,
    "a sentence": f"{GAUGES} " * 95,
    "two at random": " ".join(random.Random(1).choices(["aye", "nay"], k=1_900)),
    "three at random": " ".join(random.Random(2).choices(["aye", "nay", "abstain"], k=1_900)),
    "figures": " ".join(map(str, random.Random(3).choices(range(10), k=1_900))),
    "Chinese": "和平安全" * 475,
}


@pytest.mark.parametrize("words", REPEATED.values(), ids=REPEATED)
def test_text_made_to_repeat_is_compared_within_bounds_and_found(words: str, tmp_path: Path) -> None:
    tail = words.split(" ", 1)[0]
    room = precedents(tmp_path, words, *(f"{words} {tail} note {number}" for number in range(20)), GAUGES, apiece=10)
    room.find(CHARTS)
    with bounded():
        answer = room.find(words)

    assert answer.precedents[0].same
    assert answer.precedents[0].covered == 1
    assert answer.earliest is not None
    assert answer.earliest.day == "2001-01-01"


@pytest.mark.parametrize("words", ["peace " * 50_000, "peace security " * 10_000, "和平" * 10_000])
def test_a_repeated_word_is_found_in_a_passage_of_nothing_else(words: str, tmp_path: Path) -> None:
    room = precedents(tmp_path, words, GAUGES)
    room.find(CHARTS)
    with bounded():
        short, long = room.find(words[:120]), room.find(words[:1_500])

    assert [1.0, 1.0] == [short.precedents[0].covered, long.precedents[0].covered]


def test_thousands_of_passages_that_share_all_their_rare_words_are_one_family(tmp_path: Path) -> None:
    known = vocabulary(3_000, random.Random(5))
    rare = " ".join(known[-40:])
    room = precedents(tmp_path, *(f"{known[n]} {rare} {known[n * 7 % 3_000]}" for n in range(2_900)), GAUGES)
    room.find(CHARTS)
    with bounded():
        answer = room.find(rare)

    assert [2_900] == [row.uses for row in answer.precedents]


def test_passages_that_differ_in_one_word_each_are_told_apart(tmp_path: Path) -> None:
    made = [GAUGES.replace("spring", f"spring{number}") for number in range(1_000)]
    room = precedents(tmp_path, *made)

    (first, *_) = room.find(made[777]).precedents

    assert made[777] == first.words
    assert first.same


@pytest.mark.parametrize(
    "words",
    [
        "# # # # # # # #",
        "#state #mission #date #number #session #state",
        "0 00 000 0000 00000 000000",
        "ﬁ fi ﬁ fi ﬁ fi ﬁ fi",
        "e\u0301 é e\u0301 é e\u0301 é",
        "\u202eabc\u202c abc \u202eabc\u202c abc",
        "A\u200bB AB A\u200bB AB A\u00adB",
    ],
)
def test_words_that_look_alike_do_not_break_the_index(words: str, tmp_path: Path) -> None:
    room = precedents(tmp_path, words, f"{words} {words}", GAUGES)

    assert GAUGES == room.find(GAUGES).precedents[0].words
    try:
        assert room.find(words).precedents
    except BadQuery as refused:
        assert "give at least 3" in str(refused)


def test_a_file_with_halves_of_characters_is_kept_and_its_words_are_found(tmp_path: Path) -> None:
    kept = acquis.open(tmp_path / "made.acquis", who="test")
    content = declaration(f"{GAUGES} XX {CHARTS}", OTHER).replace(b"XX", b"\xed\xa0\x80 \x00 \xff")
    kept.keep([prepare(content, "a.txt")])

    assert kept.precedents.find(GAUGES).precedents[0].covered == 1
    assert kept.precedents.find(CHARTS).precedents[0].covered == 1


def test_passages_without_a_word_are_passed_over(tmp_path: Path) -> None:
    room = precedents(tmp_path, "", " ", "—", "...", "\u200b", GAUGES)

    assert [1] == [row.uses for row in room.find(GAUGES).precedents]


# --- the index -----------------------------------------------------------------------------------------------


Told = list[tuple[object, ...]]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Told]:
    """An archive whose index has several segments, and what is found in it."""
    folder = tmp_path_factory.mktemp("sound")
    drawn = (" ".join(random.Random(n).choices(vocabulary(400, random.Random(5)), k=30)) for n in range(8))
    room = precedents(folder, GAUGES, *drawn, CHARTS, apiece=2)
    room.find(GAUGES)
    keep(room.store, text("un:A/RES/2/1", GAUGES, OTHER, day="2020-01-01", organisation="un"))
    return room.store.folder, told(room)


@pytest.fixture
def damaged(sound: tuple[Path, Told], tmp_path: Path) -> Precedents:
    """A copy of it that nobody has open, to be damaged."""
    shutil.copytree(sound[0], tmp_path / "copy.acquis")
    return Precedents(open_store(str(tmp_path / "copy.acquis"), METADATA))


@pytest.fixture
def before(sound: tuple[Path, Told]) -> Told:
    return sound[1]


def folder_of(room: Precedents) -> Path:
    (folder,) = room.store.folder.glob("precedents-*")
    return folder


def told(room: Precedents) -> Told:
    """What is found, without the numbers of an answer's state."""
    found = [room.find(asked) for asked in (GAUGES, CHARTS, OTHER)]
    return [(each.precedents, each.earliest, each.nearest, each.claims) for each in found]


def test_an_archive_without_an_index_makes_one(damaged: Precedents, before: Told) -> None:
    shutil.rmtree(folder_of(damaged))

    assert before == told(Precedents(damaged.store))
    assert (folder_of(damaged) / "manifest.json").exists()


def test_an_index_of_another_version_is_not_read(damaged: Precedents, before: Told) -> None:
    folder = folder_of(damaged)
    folder.rename(folder.with_name("precedents-0-0"))
    for each in (folder.parent / "precedents-0-0").rglob("*.npy"):
        each.write_bytes(b"of another version")

    assert before == told(Precedents(damaged.store))


def test_an_index_of_another_archive_is_not_believed(damaged: Precedents, tmp_path: Path) -> None:
    other = precedents(tmp_path / "other", OTHER, GAUGES.replace("spring", "autumn"), *[CHARTS] * 3, apiece=1)
    before = told(other)
    shutil.rmtree(folder_of(other))
    shutil.copytree(folder_of(damaged), folder_of_name(other, damaged))

    assert before == told(Precedents(other.store))


def folder_of_name(room: Precedents, like: Precedents) -> Path:
    return room.store.folder / folder_of(like).name


@pytest.mark.parametrize(
    "held",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b"\xff\xfe\x00",
        b'{"number": 1}',
        b'{"segments": []}',
        b'{"segments": [], "number": "all", "mark": 0, "passage": 0}',
        b'{"segments": ["../../x"], "number": 9, "mark": 0, "passage": 0}',
        b'{"segments": [7], "number": 9, "mark": 0, "passage": 0}',
        b'{"segments": [], "number": 6}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_list_of_what_the_index_holds_is_made_anew(damaged: Precedents, before: Told, held: bytes) -> None:
    (folder_of(damaged) / "manifest.json").write_bytes(held)

    assert before == told(Precedents(damaged.store))


def test_a_list_that_has_lost_its_segments_is_not_believed(damaged: Precedents, before: Told) -> None:
    path = folder_of(damaged) / "manifest.json"
    held = path.read_bytes()
    less = re.sub(rb'"segments": \[[^\]]+\]', b'"segments": []', held)
    path.write_bytes(less)

    assert less != held
    assert before == told(Precedents(damaged.store))


FILES = ("hashes", "keys", "marks", "ends", "grams", "gram_ends", "postings", "owners", "passages", "readings")


def emptied(content: bytes) -> bytes:
    return content[:0]


def halved(content: bytes) -> bytes:
    return content[: len(content) // 2]


def foreign(content: bytes) -> bytes:
    return b"no array" * 40


def noise(content: bytes) -> bytes:
    """The head as it was, and behind it anything."""
    return content[:128] + random.Random(4).randbytes(len(content) - 128)


def zeros(content: bytes) -> bytes:
    return content[:128] + bytes(len(content) - 128)


@pytest.mark.parametrize("damage", [emptied, halved, foreign], ids=lambda each: each.__name__)
@pytest.mark.parametrize("name", FILES)
def test_a_cut_off_or_foreign_file_is_made_again(
    name: str, damage: Callable[[bytes], bytes], damaged: Precedents, before: Told
) -> None:
    spoil(damaged, name, damage)

    assert before == told(Precedents(damaged.store))


@pytest.mark.parametrize("damage", [noise, zeros], ids=lambda each: each.__name__)
@pytest.mark.parametrize("name", FILES)
def test_a_file_whose_content_went_bad_is_found_out_and_made_again(
    name: str, damage: Callable[[bytes], bytes], damaged: Precedents, before: Told
) -> None:
    spoil(damaged, name, damage)

    assert before == told(Precedents(damaged.store))


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_made_again(name: str, damaged: Precedents, before: Told) -> None:
    for path in folder_of(damaged).glob(f"*/{name}.npy"):
        path.unlink()

    assert before == told(Precedents(damaged.store))


def spoil(room: Precedents, name: str, damage: Callable[[bytes], bytes]) -> None:
    """Puts a damaged file in the place of each of that name; those that have the old one open keep it."""
    paths = list(folder_of(room).glob(f"*/{name}.npy"))
    assert paths
    for path in paths:
        beside = path.with_suffix(".bad")
        beside.write_bytes(damage(path.read_bytes()))
        beside.replace(path)


def test_a_folder_that_stands_where_a_file_should_is_put_right(damaged: Precedents, before: Told) -> None:
    manifest = folder_of(damaged) / "manifest.json"
    manifest.unlink()
    manifest.mkdir()

    assert before == told(Precedents(damaged.store))


def test_what_a_killed_process_left_half_done_is_no_harm(damaged: Precedents, before: Told) -> None:
    folder = folder_of(damaged)
    (folder / "manifest.part").write_text("{")
    (folder / "1-9.part").mkdir()
    (folder / "1-9.part" / "keys.npy").write_bytes(b"half")

    assert before == told(Precedents(damaged.store))


def test_an_index_that_may_not_be_written_leaves_an_answer_that_says_what_was_searched(tmp_path: Path) -> None:
    room = precedents(tmp_path, GAUGES)
    blocked = tmp_path / "a file"
    blocked.write_text("no folder")
    answer = Precedents(room.store, folder=blocked).find(GAUGES)

    assert answer.precedents == ()
    assert "the index stands at change 0" in answer.scope


def test_the_archive_is_never_touched_by_its_index(damaged: Precedents) -> None:
    kept = archive_of(damaged)
    spoil(damaged, "postings", foreign)
    told(Precedents(damaged.store))

    assert kept
    assert kept == archive_of(damaged)


def archive_of(room: Precedents) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in room.store.folder.iterdir() if path.name in _KEPT}


_KEPT = ("archive.sqlite", "archive.sqlite-wal")
