"""Documents are hostile: whatever comes, it is read within bounds or refused in one line."""

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.errors import TooLarge, Unreadable
from acquis.formats import Extraction, extract
from acquis.formats._limits import Limits

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
P = "<w:p><w:r><w:t>words</w:t></w:r></w:p>"


def docx(document: str, **parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return held.getvalue()


def body(inner: str) -> str:
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>"


def read_or_refused(content: bytes, name: str) -> Extraction | None:
    """Nothing but an `Unreadable` of one line comes out."""
    said = ""
    try:
        return extract(content, name)
    except Unreadable as refusal:
        said = str(refusal)
    assert said.startswith(f"{name}: ")
    assert "\n" not in said
    return None


def test_a_package_that_unfolds_too_far_is_refused_before_it_is_unpacked() -> None:
    content = docx(body(P), styles=" " * 3_000_000)

    with pytest.raises(TooLarge, match="--limit unpacked_bytes="):
        extract(content, "a.docx", limits=Limits(unpacked_bytes=1_000_000))


def test_a_package_with_too_many_parts_is_refused() -> None:
    content = docx(body(P), **{f"part{at}": "x" for at in range(50)})

    with pytest.raises(TooLarge, match="--limit members="):
        extract(content, "a.docx", limits=Limits(members=40))


ENTITIES = [
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE x SYSTEM "http://a.example/x.dtd">',
]


@pytest.mark.parametrize("declaration", ENTITIES)
def test_entities_are_neither_resolved_nor_fetched(declaration: str) -> None:
    with pytest.raises(Unreadable, match="entities"):
        extract(docx(declaration + body(P.replace("words", "&a;" if "a " in declaration else "x"))), "a.docx")


@pytest.mark.parametrize(
    "inner",
    [
        "<w:sdt><w:sdtContent>" * 5000 + P + "</w:sdtContent></w:sdt>" * 5000,
        "<w:tbl><w:tr><w:tc>" * 60 + P + "</w:tc></w:tr></w:tbl>" * 60,
        "<w:p>" * 100 + P + "</w:p>" * 100,
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="7"/></w:numPr></w:pPr></w:p>{P}',
        f'<w:p><w:r><w:fldChar w:fldCharType="end"/><w:sym w:char="zz"/><w:sym w:char="D800"/></w:r></w:p>{P}',
        '<w:p><w:r><w:footnoteReference w:id="404"/></w:r></w:p>',
        "",
    ],
)
def test_oddly_built_word_files_are_read_or_refused(inner: str) -> None:
    read_or_refused(docx(body(inner)), "a.docx")


def test_styles_lists_and_notes_that_lead_back_to_themselves_end() -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style></w:styles>"
    )
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="B"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:t>note</w:t></w:r>{call}</w:p></w:footnote></w:footnotes>'
    )
    inner = f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>words</w:t></w:r>{call}</w:p>'
    read = extract(docx(body(inner), styles=styles, numbering=numbering, footnotes=notes), "a.docx")

    assert ["words", "note"] == [line.span.of(read.source) for line in read.lines]


def test_numbers_beyond_all_counting_do_no_harm() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="999999999999"/>'
    level += '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl>'
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    inner = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'

    assert len(extract(docx(body(inner), numbering=numbering), "a.docx").source) < 1000


def test_a_locked_part_is_refused() -> None:
    content = bytearray(docx(body(P)))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= 1

    with pytest.raises(Unreadable, match="password"):
        extract(bytes(content), "a.docx")


MANY = 300_000

HEAVY = [
    ("one line", b"words " * MANY, "a.txt"),
    ("only line breaks", b"a" + b"\n" * MANY, "a.txt"),
    ("stray bytes", b"a\x92 " * (MANY // 2), "a.txt"),
    ("letters of two encodings", ("Устав ".encode() + b"\xd3\xf1 ") * 100_000, "a.txt"),
    ("deep elements", b"<html><body>" + b"<div>" * 100_000 + b"<p>words", "a.html"),
    ("open tags", b"<html><body><p>words" + b"<" * 100_000, "a.html"),
    ("open lists", b"<html><body>" + b"<ol start=99999999999999999999><li>words" * 1000, "a.html"),
    ("links into the page", b"<html><body><p id=x>words" + b"<a href=#x>1</a>" * 10_000, "a.html"),
    ("raised numbers", b"<html><body><p>words" + b"<sup>1</sup> a" * 10_000, "a.html"),
    ("linked marks", b"<html><body><p id=fn1>words" + b"a<a href=#fn1><sup>1</sup></a>" * 10_000, "a.html"),
    ("rows", b"<html><body><table>" + b"<tr><td>a<td>b" * 10_000, "a.html"),
    ("tables in tables", b"<html><body>" + b"<table><tr><td>a" * 400, "a.html"),
    ("blanks after a letter", "<html><body><p>条".encode() + b" \n" * 100_000, "a.html"),
    ("paragraphs apart", b"<html><body>" + b"<div><p>words of some length here</p></div>" * 6_000, "a.html"),
    ("many braces", b"{\\rtf1 " + b"{" * 500_000, "a.rtf"),
    ("closing braces", b"{\\rtf1 words" + b"}" * 500_000, "a.rtf"),
    ("control words", b"{\\rtf1 " + b"\\u-999999999?\\uc99999\\bin-5 \\'zz" * 50_000, "a.rtf"),
    ("paragraphs of a word file", docx(body(P * 15_000)), "a.docx"),
    ("runs of a word file", docx(body(f"<w:p>{'<w:r><w:t>a </w:t></w:r>' * 40_000}</w:p>")), "a.docx"),
]


@pytest.mark.parametrize(("content", "name"), [case[1:] for case in HEAVY], ids=[case[0] for case in HEAVY])
def test_large_and_crooked_files_take_time_in_proportion(content: bytes, name: str) -> None:
    start = time.process_time()
    read_or_refused(content, name)

    assert time.process_time() - start < 10


def pdf_with(objects: dict[int, bytes]) -> bytes:
    parts = b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in objects.items())
    return b"%PDF-1.7\n" + parts + b"trailer\n<</Root 1 0 R/Size 99>>\n%%EOF"


@pytest.mark.parametrize(
    "objects",
    [
        {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[2 0 R]/Count 1>>"},
        {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 999999999>>"},
        {1: b"<</Type/Catalog/Pages 1 0 R>>"},
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Page/Parent 2 0 R/Contents 3 0 R/MediaBox[0 0 1e38 -1e38]>>",
        },
    ],
)
def test_oddly_built_pdf_files_are_read_or_refused(objects: dict[int, bytes]) -> None:
    read_or_refused(pdf_with(objects), "a.pdf")


STARTS = [
    b"",
    b"%PDF-1.4\n1 0 obj<<",
    b"PK\x03\x04",
    b"{\\rtf1",
    b"<html><p>",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<?xml ?>",
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=300), st.sampled_from(["a.txt", "a.docx", "a.pdf", "a.html", ""]))
def test_any_bytes_are_read_or_refused(start: bytes, content: bytes, name: str) -> None:
    read = read_or_refused(start + content, name)
    for line in read.lines if read else ():
        assert line.span.end <= len(read.source if read else "")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_word_file_with_changed_bytes_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(docx(body(P * 3), styles=f"<w:styles {W}/>"))
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=5)):
        content[at] = data.draw(st.integers(0, 255))
    read_or_refused(bytes(content), "a.docx")
