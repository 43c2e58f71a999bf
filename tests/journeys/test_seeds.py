"""The two documents that the project was founded on, from their files to their paragraphs and back."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import acquis
from acquis.archive.holdings import Place
from acquis.errors import Ambiguous
from acquis.model import Basis, CitationKind, Kind
from tests.archive.written import declaration

ASTANA = "000_8b0a37607efdb0be.txt"
BISHKEK = "003_ea1855458f9bef1b.txt"


@pytest.fixture(scope="module")
def archive(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[acquis.Secretariat]:
    opened = acquis.open(tmp_path_factory.mktemp("seeds") / "seeds.acquis", who="reader")
    outcomes = opened.receive([str(shared / "seeds" / name) for name in (ASTANA, BISHKEK)])
    assert ["kept", "kept"] == [kept.outcome for kept in outcomes]
    yield opened
    opened.store.close()


@pytest.fixture(scope="module")
def astana(archive: acquis.Secretariat) -> Place:
    return archive.get("sco:2011-06-15/astana-declaration")


@pytest.fixture(scope="module")
def bishkek(archive: acquis.Secretariat) -> Place:
    return archive.get("sco:2007-08-16/bishkek-declaration")


# --- 2011: a record of a database --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("place", "Astana"),
        ("date.adoption", "2011-06-15"),
        ("source", "Shanghai Cooperation Organization Secretariat"),
        ("organisation", "sco"),
        ("organ", "CHS"),
        ("kind", "declaration"),
        ("language", "en"),
        ("database", "The World and Japan"),
        ("collection", "Database of Japanese Politics and International Relations"),
    ],
)
def test_the_record_of_2011_has_its_fields(astana: Place, field: str, value: str) -> None:
    assert astana.document.record.value(field) == value


def test_the_title_of_2011_is_the_one_that_its_annotation_has(astana: Place, shared: Path) -> None:
    noted = json.loads((shared / "gold" / "structure_sco2011.json").read_text("utf-8"))["metadata"]

    assert noted["title"] == astana.document.record.value("title")


def test_the_fields_of_2011_rest_on_the_record_and_show_its_words(astana: Place) -> None:
    claims = {field: astana.document.record.claim(field) for field in ("title", "place", "date.adoption", "source")}

    assert {Basis.RECORD} == {claim.basis for claim in claims.values() if claim}
    stated = claims["date.adoption"]
    assert stated
    assert stated.stated == "June 15, 2011"
    assert stated.span
    assert "June 15, 2011" in stated.span.of(astana.document.layers.source)


def test_the_masthead_of_2011_is_in_the_record_and_not_in_the_text(astana: Place) -> None:
    record, document = astana.document.record, astana.document

    first, second = record.values("keeper")
    assert first.endswith("(GRIPS)")
    assert second.endswith("The University of Tokyo")
    for line in ("Project Leader", "GRIPS", "[Full text]", "[Place]"):
        assert line in document.layers.source
        assert line not in document.text


def test_2011_has_38_paragraphs_nine_recovered_sections_and_six_numbered_items(astana: Place) -> None:
    parts = astana.document.parts

    assert len(astana.document.paragraphs) == 38
    sections = [part for part in parts if part.kind is Kind.SECTION]
    assert len(sections) == 9
    assert all(part.recovered and not len(part.span) for part in sections)
    assert [part.number for part in parts if part.kind is Kind.ITEM] == ["1.", "2.", "3.", "4.", "5.", "6."]


def test_a_paragraph_of_2011_is_reached_by_its_count_and_through_its_section(
    archive: acquis.Secretariat, astana: Place
) -> None:
    work = astana.document.address.work
    words = astana.document.words(astana.document.address.at("p24"))

    assert archive.get(f"{work}#sec5.p4").document.part("sec5.p4").path == "p24"
    assert astana.document.words(astana.document.address.at("sec5.p4")) == words
    assert astana.document.part("p7").number == "2."


def test_the_council_s_resolutions_are_resolved_by_number(astana: Place) -> None:
    text = astana.document.text
    near = text.index("UN SC Resolutions 1970 and 1973")
    cited = [c for c in astana.document.citations if near <= c.span.start < near + 31]

    assert [c.target for c in cited] == ["un:S/RES/1970(2011)", "un:S/RES/1973(2011)"]
    assert {c.kind for c in cited} == {CitationKind.NUMBER}
    assert all(c.words == c.span.of(text) for c in cited)


# --- 2007: a page of a web site ----------------------------------------------------------------------------------


def test_2007_was_adopted_on_the_day_of_its_enacting_paragraph(bishkek: Place) -> None:
    record = bishkek.document.record
    adopted, published = record.claim("date.adoption"), record.claim("date.publication")

    assert adopted
    assert (adopted.value, adopted.basis, adopted.stated) == ("2007-08-16", Basis.TEXT, "16 August 2007")
    enacting = bishkek.document.part("p1")
    assert enacting.kind is Kind.ENACTING
    assert "on 16 August 2007 in Bishkek" in enacting.span.of(bishkek.document.text)
    assert published
    assert (published.value, published.basis) == ("2007-08-16", Basis.STAMP)


def test_the_russian_stamp_of_2007_is_data_of_publication_and_not_text(bishkek: Place) -> None:
    document = bishkek.document
    (stamp,) = [piece for piece in document.layers.omissions if "августа" in piece.source.of(document.layers.source)]

    assert "августа" not in document.text
    assert stamp.reason
    assert document.language == "en"


def test_2007_has_22_paragraphs_and_four_bullets_tied_to_their_lead_in(bishkek: Place) -> None:
    document = bishkek.document
    bullets = [part for part in document.parts if part.kind is Kind.BULLET]

    assert len(document.paragraphs) == 22
    assert len(bullets) == 4
    (above,) = {part.within for part in bullets}
    lead_in = document.part(above)
    assert lead_in.span.of(document.text).endswith("norms of the international law that will:")
    assert document.words(document.address.at(above)).count("\n") == 4


# --- both --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [ASTANA, BISHKEK])
def test_the_files_are_given_back_byte_for_byte(archive: acquis.Secretariat, shared: Path, name: str) -> None:
    content = (shared / "seeds" / name).read_bytes()
    address = next(e.address for e in archive.list() if archive.get(e.address).document.file.name.endswith(name))

    assert archive.content(address) == content
    assert archive.get(address).document.layers.source.encode("utf-8").replace(b"\r\n", b"\n") in content.replace(
        b"\r\n", b"\n"
    )


def test_every_part_and_sentence_stands_at_its_address(archive: acquis.Secretariat) -> None:
    for entry in archive.list():
        document = archive.get(entry.address).document
        for part in document.parts:
            if len(part.span):
                words = document.words(document.address.at(part.path))
                assert words.startswith(part.span.of(document.text))
            for number, sentence in enumerate(part.sentences, 1):
                assert document.words(document.address.at(part.path, sentence=number)) == sentence.of(document.text)
        assert [] == list(document.layers.faults())


def test_both_are_ordered_by_their_day_of_adoption(archive: acquis.Secretariat) -> None:
    assert [("2007-08-16", "adoption"), ("2011-06-15", "adoption")] == [(e.day, e.day_is) for e in archive.list()]


def test_the_archive_has_no_damage(archive: acquis.Secretariat) -> None:
    assert () == archive.check()


# --- what a person types -----------------------------------------------------------------------------------------


def test_astana_2011_opens_it_and_says_what_it_was_taken_for(archive: acquis.Secretariat, astana: Place) -> None:
    place = archive.get("Astana 2011")

    assert place.address == astana.document.address
    assert "'Astana 2011' was taken for ASTANA DECLARATION" in place.said


def test_astana_declaration_opens_nothing_by_guess_when_several_are_held(
    archive: acquis.Secretariat, tmp_path: Path, shared: Path
) -> None:
    folder = tmp_path / "more.acquis"
    shutil.copytree(archive.store.folder, folder)
    more = acquis.open(folder)
    second = tmp_path / "second.txt"
    second.write_bytes(declaration(place="Astana", day="3 July 2005"))
    assert more.receive([str(second)])[0].outcome == "kept"

    with pytest.raises(Ambiguous, match="say which") as refused:
        more.get("Astana Declaration")

    assert len(refused.value.candidates) == 2
    assert more.get("Astana 2011").address.work == "sco:2011-06-15/astana-declaration"
    assert more.get("Astana 2005").address.work == "osr:2005-07-03/astana-declaration"
    more.store.close()


def test_the_same_files_again_are_held_and_nothing_changes(archive: acquis.Secretariat, shared: Path) -> None:
    before = archive.counts()
    outcomes = archive.receive([str(shared / "seeds" / ASTANA)])

    assert ["held"] == [kept.outcome for kept in outcomes]
    assert archive.counts() == before
