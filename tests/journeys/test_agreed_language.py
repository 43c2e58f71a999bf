"""Agreed language through the doors: two real documents and the sample organisation, asked and answered."""

import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import acquis
from acquis.errors import NotHeld
from acquis.precedents.provenance import Draft, Origin
from acquis.secretariat import Secretariat

ASTANA = "sco:2011-06-15/astana-declaration"
BISHKEK = "sco:2007-08-16/bishkek-declaration"
SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "osr"


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    archive = acquis.open(tmp_path_factory.mktemp("seeds") / "seeds.acquis", who="reader")
    archive.receive([str(shared / "seeds")])
    yield archive
    archive.store.close()


@pytest.fixture(scope="module")
def osr(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secretariat]:
    archive = acquis.open(tmp_path_factory.mktemp("osr") / "osr.acquis", who="reader")
    archive.receive([str(SAMPLES)], workers=2)
    yield archive
    archive.store.close()


def typed(archive: Secretariat, *words: str) -> bytes:
    from acquis.cli._group import acquis as program

    result = CliRunner().invoke(program, ["--archive", str(archive.store.location), *words], prog_name="acquis")
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


# --- two declarations ---------------------------------------------------------------------------------------------


def test_weapons_in_outer_space_are_found_in_2007_with_what_changed_and_what_to_look_up(seeds: Secretariat) -> None:
    (row, *_) = seeds.precedents.find(f"{ASTANA}#p24").precedents
    change = seeds.precedents.diff(row.address, f"{ASTANA}#p24")
    survives = {(flag.kind, flag.words) for flag in change.flags if flag.survives}
    perhaps = {words for flag in change.flags if not flag.survives for words in flag.words if words}

    assert f"{BISHKEK}@en-x-unstated#p12" == row.address
    assert ("body", ("", "Geneva disarmament conference")) in survives
    assert {"legally binding", "urgent"} <= perhaps
    assert change.look_up is not None
    assert "Look up in the original (authentic: Russian, Chinese; not held)" in str(change.look_up)
    assert {"legally binding", "urgent", "Geneva disarmament conference"} <= {
        words for flag in change.look_up.flags for words in flag.words
    }
    assert row.address in typed(seeds, "precedents", "find", f"{ASTANA}#p24").decode()


CLAIM = re.compile(
    r"\b(new|newest|first|last|earliest|latest|nearest (?:earlier )?use|vanished|no precedent|no earlier|no later|not found)\b",
    re.IGNORECASE,
)
BASE = re.compile(r"[012] of 25 summit texts held of sco, 2001–2025")

ASKED = (
    ("find", f"{ASTANA}#p24"),
    ("find", f"{ASTANA}#p24", "--earlier"),
    ("find", "a wording that nobody has agreed to in this archive so far"),
    ("find", "the deployment of weapons in outer space"),
    ("lineage", f"{ASTANA}#p24"),
    ("lineage", f"{BISHKEK}#p12"),
    ("lineage", "--organisation", "sco"),
    ("certificate", "a wording that nobody has agreed to in this archive so far"),
    ("certificate", "the deployment of weapons in outer space"),
    ("provenance", ASTANA, "--against", BISHKEK),
    ("provenance", BISHKEK),
)


def quoted(archive: Secretariat) -> str:
    """Every letter of both documents, in a row: what they say themselves is no claim of ours."""
    texts = (archive.get(address).document.text for address in (ASTANA, BISHKEK))
    return re.sub(r"\W+", "", " ".join(texts)).casefold()


def claims(lines: list[str], own: str) -> Iterator[str]:
    """The lines that claim something, without those in which the documents speak."""
    for line in lines:
        bare = re.sub(r"\W+", "", line).casefold()
        if CLAIM.search(line) and bare not in own and not re.search(r"\[-|\{\+|-\]|\+\}|→", line):
            yield line


@pytest.mark.parametrize("words", ASKED, ids=lambda words: " ".join(words)[:60])
def test_every_claim_of_a_page_stands_in_one_line_with_its_base(
    seeds: Secretariat, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100000")
    own = quoted(seeds)
    found = list(claims(typed(seeds, "precedents", *words).decode().splitlines(), own))

    assert [] == [line for line in found if not BASE.search(line)]


def strings(value: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every string of a JSON document with the names that lead to it."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from strings(each, (*above, name))
    elif isinstance(value, list):
        for each in value:
            yield from strings(each, above)
    elif isinstance(value, str):
        yield above, value


@pytest.mark.parametrize("words", ASKED, ids=lambda words: " ".join(words)[:60])
def test_every_claim_of_a_json_document_has_its_base_beside_it(seeds: Secretariat, words: tuple[str, ...]) -> None:
    document = json.loads(typed(seeds, "precedents", *words, "--json"))
    own = quoted(seeds)
    said = [(names, text) for names, text in strings(document) if {*names} & {"claims", "claim", "line", "borrowed"}]

    assert {"texts", "series", "since", "until"} <= document["base"].keys()
    assert [] == [text for _, text in said for line in claims(text.splitlines(), own) if not BASE.search(line)]


@pytest.mark.parametrize("words", [words for words in ASKED if words[0] != "certificate"], ids=lambda words: words[0])
def test_every_row_of_a_table_that_claims_has_its_base(seeds: Secretariat, words: tuple[str, ...]) -> None:
    import csv

    table = list(csv.DictReader(io.StringIO(typed(seeds, "precedents", *words, "--csv").decode())))

    assert [] == [row for row in table if not BASE.search(row.get("base") or row.get("claim") or "")] or (
        words[0] == "lineage" and "claim" not in (table[0] if table else {})
    )


def test_the_footnotes_of_a_word_document_name_address_and_base(seeds: Secretariat, tmp_path: Path) -> None:
    target = tmp_path / "found.docx"
    typed(seeds, "precedents", "find", f"{ASTANA}#p24", "-o", str(target))
    with zipfile.ZipFile(target) as parts:
        notes = re.sub("<[^>]+>", "", parts.read("word/footnotes.xml").decode())

    assert f"{BISHKEK}@en-x-unstated#p12" in notes
    assert BASE.search(notes)


# --- the sample organisation --------------------------------------------------------------------------------------


def test_the_originals_are_compared_first_where_the_archive_holds_them(osr: Secretariat) -> None:
    older, newer = (
        "osr:2007-09-18/drevina-declaration@en-x-unstated",
        "osr:2009-06-10/sundrel-declaration@en-x-unstated",
    )
    for address in (older, newer):
        osr.correct(address, "standing", "unofficial translation", because="it says so")
    for address in (
        "osr:2007-09-18/drevina-declaration@ru-x-unstated",
        "osr:2009-06-10/sundrel-declaration@ru-x-unstated",
    ):
        osr.correct(address, "standing", "authentic", because="signed in Russian")
    found = osr.precedents.diff(
        "osr:2007-09-18/drevina-declaration@en-x-unstated#p2", "osr:2009-06-10/sundrel-declaration@en-x-unstated#p4"
    )

    assert "no change of position" == found.position
    assert ["ru"] == [original.language for original in found.originals]
    assert [] == [run for original in found.originals for run in original.diff.changes]


def test_two_translations_of_one_text_show_no_change_of_position(osr: Secretariat) -> None:
    work = "osr:2007-09-18/drevina-declaration"
    paths = [part.path for part in osr.get(f"{work}@en-x-unstated").document.paragraphs]
    held = {part.path for part in osr.get(f"{work}@en-x-archive").document.paragraphs}
    said = {
        path: osr.precedents.diff(f"{work}@en-x-unstated#{path}", f"{work}@en-x-archive#{path}").position
        for path in paths
        if path in held
    }

    assert 26 == len(said)
    assert {"no change of position"} == {*said.values()}


def test_a_passage_is_found_in_the_other_languages_of_its_text(osr: Secretariat) -> None:
    found = {
        each.language: each.words
        for each in osr.precedents.translations("osr:2007-09-18/drevina-declaration@en-x-unstated#p3")
    }

    assert found["ru"].startswith("Каждое прибрежное государство имеет право")


def test_one_paragraph_is_followed_over_sixteen_years(osr: Secretariat) -> None:
    history = osr.precedents.lineage("osr:2020-10-15/joint-communique@en-x-unstated#p8")

    assert ["2004-05-14", "2005-06-09", "2007-09-18", "2020-10-15"] == [
        each.expression.day for each in history.lineage.line
    ]
    assert all("in the 29 texts held, 2004–2020" in line for line in history.claims)


def test_what_a_person_told_apart_stays_apart(osr: Secretariat) -> None:
    one, other = "osr:2004-05-14/orvelin-declaration", "osr:2005-06-09/halmor-declaration@en-x-inland#p4"
    last = "osr:2007-09-18/drevina-declaration@en-x-unstated#p4"
    before = [edge.earlier.address for edge in osr.precedents.lineage(last).lineage.parents]
    osr.relate(other, last, relation="different", because="two commitments")
    after = acquis.open(osr.store.location).precedents.lineage(last)

    assert one not in before
    assert other in before
    assert other not in [edge.earlier.address for edge in after.lineage.parents]
    assert other not in [member.address for member in after.family.members]


def test_a_title_has_no_lineage(osr: Secretariat) -> None:
    with pytest.raises(NotHeld, match="no passage that is compared"):
        osr.precedents.lineage("osr:2005-06-09/halmor-declaration#title")


def test_a_file_that_is_not_held_is_traced_sentence_by_sentence(osr: Secretariat, tmp_path: Path) -> None:
    share = "Every riparian State is entitled to a fair and reasonable share in the benefits of the seven rivers"
    draft = Draft.of_text(
        f"{share} and has the duty not to cause significant harm to its neighbours.\nCamels pay no toll."
    )
    found = osr.precedents.provenance(draft)

    assert [Origin.VERBATIM, Origin.NONE] == [each.origin for each in found.traced]


def test_the_table_of_variants_is_the_same_whichever_passage_is_named_first(osr: Secretariat) -> None:
    line = [each.address for each in osr.precedents.lineage("osr:2020-10-15/joint-communique#p8").lineage.line]
    mixed = random.Random(3).sample(line, len(line))

    assert osr.precedents.variants(*line) == osr.precedents.variants(*mixed)
    assert 4 == len(osr.precedents.variants(*line).witnesses)


def test_a_certificate_is_made_again_by_another_copy_of_the_release(osr: Secretariat, tmp_path: Path) -> None:
    osr.release("spring")
    made = osr.precedents.certificate("the rivers shall be open to camels", release="spring")
    osr.export_everything(tmp_path / "export")
    copy = acquis.open(tmp_path / "copy.acquis", who="another")
    copy.import_everything(tmp_path / "export")

    assert "absent" == made.outcome
    assert () == copy.precedents.verify(made.record).differs
    assert made.hash == copy.precedents.certificate("the rivers shall be open to camels", release="spring").hash


def test_where_a_sentence_was_said_last_and_where_first_are_two_answers(osr: Secretariat) -> None:
    page = typed(osr, "precedents", "provenance", "Belovesk 2019").decode()
    table = json.loads(typed(osr, "precedents", "provenance", "Belovesk 2019", "--on", "2017-01-01", "--json"))
    (vaccines,) = [each for each in table["sentences"] if "vaccines" in each["words"]]

    assert "p11  verbatim  2017-06-22  osr:2017-06-22/amesca-declaration@en-x-unstated#p28" in page
    assert "2014-06-05 osr:2014-06-05/tal-azur-declaration@en-x-unstated#p31 earliest use in the" in " ".join(
        page.split()
    )
    assert ("2014-06-05", "2014-06-05") == (vaccines["day"], vaccines["earliest_day"])


def test_the_other_languages_are_reached_from_the_command_line(osr: Secretariat) -> None:
    asked = ("precedents", "find", "osr:2007-09-18/drevina-declaration@ru-x-unstated#p3", "--translations")
    (english,) = [each for each in json.loads(typed(osr, *asked, "--json"))["across"] if each["by"]["language"] == "en"]

    assert "osr:2020-10-15/joint-communique@en-x-unstated#p8" == english["precedents"][0]["address"]
    assert f"in en, through {english['through']} = {english['by']['address']}" in typed(osr, *asked).decode()
    assert "joint-communique@en-x-unstated#p8" in typed(osr, *asked, "--csv").decode()


def notes(target: Path) -> tuple[str, str]:
    """The text and the footnotes of a Word document."""
    with zipfile.ZipFile(target) as parts:
        names = ("word/document.xml", "word/footnotes.xml")
        body, feet = (re.sub("<[^>]+>", "", parts.read(name).decode()) for name in names)
    return body, feet


def test_a_diff_is_written_as_a_table_with_marked_words_and_footnotes(osr: Secretariat, tmp_path: Path) -> None:
    older, newer = (
        "osr:2005-06-09/halmor-declaration@en-x-inland#p3",
        "osr:2007-09-18/drevina-declaration@en-x-unstated#p3",
    )
    typed(osr, "precedents", "diff", older, newer, "-o", str(tmp_path / "diff.docx"))
    body, feet = notes(tmp_path / "diff.docx")
    typed(osr, "precedents", "diff", older, newer, "-o", str(tmp_path / "diff.csv"))

    assert "modal dropped" in body
    assert older in feet
    assert "osr:2007-09-18/drevina-declaration@en-x-unstated#p3" in feet
    assert "modal dropped,may," in (tmp_path / "diff.csv").read_text("utf-8-sig")


def test_a_certificate_is_written_with_its_scope_its_limits_and_its_nearest_misses(
    osr: Secretariat, tmp_path: Path
) -> None:
    typed(osr, "precedents", "certificate", "the seven rivers belong to all", "-o", str(tmp_path / "made.docx"))
    typed(osr, "precedents", "certificate", "the seven rivers belong to all", "-o", str(tmp_path / "made.json"))
    body, feet = notes(tmp_path / "made.docx")
    made = osr.precedents.certificate("the seven rivers belong to all")

    assert made.hash in body
    assert "Searched the 2" in body
    assert all(each in body for each in made.uncovered)
    assert all(str(each.address) in feet for each in made.nearest)
    assert "the same bytes" in typed(osr, "precedents", "certificate", "--verify", str(tmp_path / "made.json")).decode()


def test_what_is_known_nowhere_is_refused_at_the_door(osr: Secretariat) -> None:
    from acquis.cli._group import acquis as program

    words = ["precedents", "find", "a fair and reasonable share", "--organ", "XYZ"]
    result = CliRunner().invoke(program, ["--archive", str(osr.store.location), *words], prog_name="acquis")

    assert (2, "No organ called 'XYZ'. Known: CHS, CM, SEC.") == (result.exit_code, result.stderr.strip())


# --- the resolutions of the United Nations --------------------------------------------------------------------------


@pytest.mark.slow
def test_boilerplate_is_one_row_and_no_two_rows_are_of_one_family(shared: Path) -> None:
    from acquis.precedents.alignment import align
    from acquis.precedents.words import keys_of, words_of
    from evaluation.precedents.corpus import loaded, united_nations

    texts = tuple(united_nations(shared))
    room = loaded(texts, "resolutions").precedents
    (own,) = [text for text in texts if text.work == "un:A/RES/71/231"]
    (words,) = [each for each in own.paragraphs if each.startswith("Reaffirming its resolution 70/1")]
    (first, *others) = room.find(words).precedents

    assert first.works > 100
    assert first.wordings > 1
    assert [] == [row for row in others if row.same or row.likeness > 0.8]

    drawn = random.Random(100).sample(_paragraphs(texts), 100)
    for asked in drawn:
        rows = [keys_of(words_of(row.words).texts).tolist() for row in room.find(asked).precedents]
        alike: Callable[[list[int], list[int]], bool] = lambda a, b: align(a, b).score >= 0.6 * max(len(a), len(b))  # noqa: E731
        assert not any(alike(one, other) for at, one in enumerate(rows) for other in rows[:at])


def _paragraphs(texts: Any) -> list[str]:
    return [words for text in texts[:308] for words in text.paragraphs if 8 <= len(words.split()) <= 400]
