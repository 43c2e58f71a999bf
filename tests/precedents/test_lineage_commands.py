"""Lineage and variants on the command line: a line, a series, what was borrowed; as words, as data and as files."""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

import acquis
from acquis.precedents.words import words_of
from acquis.secretariat import Secretariat
from tests.conftest import ROOT

FERRIES = "The member States will keep the ferries on the lower Olm running through the winter."
FREELY = "The member States will keep the ferries on the lower Olm running free of charge through the winter."
DAILY = "The member States will keep the ferries on the lower Olm running every day through the winter."
TOLLS = "No toll shall be levied on grain, timber and salt that are carried down the river."
NIGHTS = "Pilots are to be relieved after eight hours and shall not be called upon in two nights that follow."


@pytest.fixture(scope="module")
def osr(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    archive = acquis.open(tmp_path_factory.mktemp("osr") / "osr.acquis", who="reader")
    archive.receive([str(ROOT / "samples" / "osr")], workers=2)
    yield archive
    archive.store.close()


@dataclass(frozen=True)
class Two:
    """An archive of two organisations, one of which took up what the other had: where it is, and its texts by day."""

    place: str
    texts: dict[str, str]

    def at(self, year: str, part: str) -> str:
        return f"{self.texts[year]}#{part}"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    folder = tmp_path_factory.mktemp("two")
    archive = acquis.open(folder / "two.acquis", who="reader")
    texts = {
        "2005": entered(archive, folder, "un", "2005-06-01", FERRIES, TOLLS),
        "2007": entered(archive, folder, "osr", "2007-06-01", FREELY, NIGHTS),
        "2009": entered(archive, folder, "osr", "2009-06-01", DAILY, TOLLS),
    }
    yield Two(str(archive.store.location), texts)
    archive.store.close()


def entered(archive: Secretariat, folder: Path, organisation: str, day: str, *words: str) -> str:
    """A text received as a file, with its record as a person would enter it; its address."""
    path = folder / f"{day}.txt"
    path.write_text("\n\n".join(words) + "\n", "utf-8")
    (kept,) = archive.receive([str(path)])
    assert kept.address
    for field, value in (("organisation", organisation), ("kind", "declaration"), ("date.adoption", day)):
        archive.correct(kept.address, field, value, because="a test")
    return str(kept.address)


def typed(archive: str, *words: str) -> bytes:
    from acquis.cli._group import acquis as program

    result = CliRunner().invoke(program, ["--archive", archive, "precedents", *words], prog_name="acquis")
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


def shown(archive: str, *words: str) -> list[str]:
    return typed(archive, *words).decode().splitlines()


# --- a line --------------------------------------------------------------------------------------------------------


def test_every_text_in_the_line_of_the_vaccines_is_about_vaccines(osr: Secretariat) -> None:
    found = osr.precedents.lineage("Belovesk 2019#p11").lineage
    words = [osr.precedents.words(each.address) for each in found.line]

    assert ["2011-06-16", "2014-06-05", "2017-06-22", "2019-06-13"] == [each.expression.day for each in found.line]
    assert all("common stock of vaccines" in each for each in words)


def test_every_text_in_every_line_of_the_sample_shares_words_with_the_passage_asked_about(osr: Secretariat) -> None:
    room = osr.precedents
    drawn = [family.address for family in room.families().all if "@en" in family.address][::8]
    for address in drawn:
        own = Counter(words_of(room.words(address)).texts)
        for each in room.lineage(address).lineage.line:
            shared = (own & Counter(words_of(room.words(each.address)).texts)).total()

            assert shared >= min(5, 0.75 * own.total())


def test_a_sentence_is_followed_by_itself(osr: Secretariat) -> None:
    whole = osr.precedents.lineage("Amesca 2017#p28").lineage
    sentence = osr.precedents.lineage("Amesca 2017#p28.s1").lineage

    assert sentence.passage == whole.passage
    assert sentence.asked < whole.asked


def test_a_line_as_a_word_table_has_a_footnote_for_each_wording(osr: Secretariat, tmp_path: Path) -> None:
    target = tmp_path / "line.docx"
    typed(str(osr.store.location), "lineage", "Belovesk 2019#p11", "-o", str(target))

    for address in ("vesgrad-declaration@en-x-unstated#p26", "belovesk-declaration@en-x-unstated#p11"):
        assert address in notes(target)
    assert "Searched the 29 texts held, 2004–2020" in notes(target)


def notes(path: Path) -> str:
    with zipfile.ZipFile(path) as parts:
        return re.sub("<[^>]+>", "", parts.read("word/footnotes.xml").decode())


# --- a series ------------------------------------------------------------------------------------------------------


def test_a_series_begins_with_its_numbers_and_shows_as_many_lines_as_were_asked_for(osr: Secretariat) -> None:
    place = str(osr.store.location)
    few = shown(place, "lineage", "--organ", "CHS", "--kind", "declaration", "--limit", "3")
    every = shown(place, "lineage", "--organ", "CHS", "--kind", "declaration", "--limit", "0")
    listed = [line for line in every if re.search(r"  (new|vanished|no earlier|no later)", line)]

    assert few[0].split()[:4] == ["day", "text", "passages", "come"]
    assert f"… and {len(listed) - 3:,} more: --limit 0 shows all of them, --csv and --json too" == few[-1]
    assert few[:-1] == every[: len(few) - 1]


def test_the_numbers_of_a_series_add_up_to_its_passages_and_to_what_is_listed(osr: Secretariat) -> None:
    told = json.loads(typed(str(osr.store.location), "lineage", "--organ", "CHS", "--kind", "declaration", "--json"))
    known = [each for each in told["turnover"] if each["come"] is not None]

    assert known
    assert all(each["come"] + each["carried"] + each["adapted"] == each["passages"] for each in known)
    assert sum(each["come"] for each in known) == sum(each["change"] == "come" for each in told["changes"])
    assert sum(each["gone"] or 0 for each in told["turnover"]) == sum(
        each["change"] == "gone" for each in told["changes"]
    )


def test_of_no_text_nothing_is_said_to_be_new(two: Two) -> None:
    assert [] == shown(two.place, "lineage", "--year", "1950")


def test_a_table_of_a_series_is_whole_whatever_the_limit(osr: Secretariat) -> None:
    place = str(osr.store.location)
    table = list(csv.DictReader(io.StringIO(typed(place, "lineage", "--csv", "--limit", "1").decode())))

    assert len(table) > 100
    assert all("in the " in row["claim"] for row in table)


def test_every_row_of_a_series_as_a_file_has_its_base_in_its_note(two: Two, tmp_path: Path) -> None:
    target = tmp_path / "series.csv"
    typed(two.place, "lineage", "--organisation", "osr", "-o", str(target))
    rows = list(csv.DictReader(target.open()))

    assert rows
    assert all("in the 2 texts held of osr" in row["notes"] for row in rows)


# --- what was borrowed ---------------------------------------------------------------------------------------------


def test_what_was_borrowed_has_its_direction_its_day_and_its_base(two: Two) -> None:
    first, *rest = json.loads(typed(two.place, "lineage", "--borrowed", "--json"))["borrowed"]

    assert ("un", "osr", "2007-06-01", "2005-06-01") == tuple(
        first[name] for name in ("source", "target", "day", "earlier_day")
    )
    assert [two.at("2009", "p2")] == [each["later"] for each in rest]
    places = f"{two.at('2005', 'p1')} (2005-06-01) → {two.at('2007', 'p1')}"
    assert first["claim"].startswith(f"2007-06-01  un → osr  {places}  no use of its own before in the 3 texts held")


def test_what_was_borrowed_is_searched_in_all_texts_whatever_the_filters(two: Two) -> None:
    lines = shown(two.place, "lineage", "--borrowed", "--organisation", "osr", "--limit", "1")

    assert "un → osr, 2007: 1 passage in 1 text, 15 words" == lines[0]
    assert any(line.startswith("… and 1 more") for line in lines)
    assert "2 passages of other organisations in 2 texts; searched the 3 texts held" in lines[-1]
    assert "0 passages of other organisations" in shown(two.place, "lineage", "--borrowed", "--organisation", "un")[-1]


@pytest.mark.parametrize("kind", ["csv", "parquet", "docx"])
def test_what_was_borrowed_can_be_written_as_a_file(two: Two, tmp_path: Path, kind: str) -> None:
    target = tmp_path / f"borrowed.{kind}"
    typed(two.place, "lineage", "--borrowed", "-o", str(target))

    assert target.stat().st_size > 100


# --- the graph -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--nodes", "families"), 3),
        (("--nodes", "families", "--organisation", "un"), 2),
        (("--nodes", "texts"), 3),
        ((), 5),
        (("--borrowed",), 4),
        (("2009 p2", "--nodes", "families"), 1),
    ],
)
def test_the_graph_is_of_passages_texts_or_families(
    two: Two, tmp_path: Path, words: tuple[str, ...], expected: int
) -> None:
    target = tmp_path / "graph.graphml"
    asked = [two.at(*each.split()) if " " in each else each for each in words]
    typed(two.place, "lineage", *asked, "--graph", str(target))

    assert expected == target.read_text("utf-8").count("<node ")


# --- variants ------------------------------------------------------------------------------------------------------


def test_one_address_gives_every_wording_of_its_line_and_of_its_family(two: Two) -> None:
    told = json.loads(typed(two.place, "variants", two.at("2009", "p1"), "--json"))

    assert [two.at(year, "p1") for year in ("2005", "2007", "2009")] == [each["address"] for each in told["witnesses"]]
    assert told["scope"].startswith("3 wordings; searched the 3 texts held")
    assert told["left_out"] == 0


def test_the_same_words_elsewhere_are_listed_under_their_witness(two: Two) -> None:
    lines = shown(two.place, "variants", two.at("2009", "p2"))

    assert f"A  2005-06-01  {two.at('2005', 'p2')}" == lines[0]
    assert f"   2009-06-01  {two.at('2009', 'p2')}  the same words" == lines[1]


def test_of_passages_that_are_named_nothing_is_said_to_have_been_searched(two: Two) -> None:
    lines = shown(two.place, "variants", two.at("2009", "p1"), two.at("2005", "p1"))

    assert "2 passages as named; nothing was searched" == lines[-1]


def test_variants_as_a_word_table_have_a_row_and_a_footnote_for_each_witness(two: Two, tmp_path: Path) -> None:
    target = tmp_path / "variants.docx"
    typed(two.place, "variants", two.at("2009", "p1"), "-o", str(target))

    for year in ("2005", "2007", "2009"):
        assert f"{two.at(year, 'p1')} ({year}-06-01). Searched the 3 texts held" in notes(target)


def test_words_that_some_do_not_have_are_marked_and_put_together_are_the_text(two: Two, tmp_path: Path) -> None:
    target = tmp_path / "variants.csv"
    typed(two.place, "variants", two.at("2009", "p1"), "-o", str(target))
    rows = list(csv.DictReader(target.open()))

    assert [FERRIES, FREELY, DAILY] == [row["wording"] for row in rows]
    assert ["", "free of charge", "every day"] == [_marked(row) for row in rows]


def _marked(row: dict[str, str]) -> str:
    spans = (each.split()[1].split("-") for each in row["marks"].split("; ") if each)
    return " ".join(row["wording"][int(start) : int(end)].strip() for start, end in spans)
