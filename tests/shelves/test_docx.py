"""Word files: printed numbers, tables, notes, links and tracked changes."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from acquis.errors import Unreadable
from acquis.formats import Extraction, Role, extract
from acquis.formats._numbering import W
from acquis.formats._ordinals import browser, word_processor

NAMESPACES = (
    f'xmlns:w="{W[1:-1]}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str, *, targets: dict[str, tuple[str, str]] | None = None, **parts: str) -> bytes:
    """A Word file with that body; `parts` are others by name without suffix (styles, numbering, footnotes …)."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            folder = "docProps" if name in ("core", "app") else "word"
            root = {"header1": "hdr", "footer1": "ftr"}.get(name, name)
            whole = content if folder == "docProps" else f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
            archive.writestr(f"{folder}/{name}.xml", whole)
        relations = "".join(
            f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
            for name, (kind, target) in (targets or {}).items()
        )
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
    return held.getvalue()


def p(*words: str, style: str = "", number: tuple[int, int] | None = None, mark: str = "") -> str:
    """A paragraph; words that begin with `<` are taken as they are."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    if mark:
        properties += f"<w:rPr><w:{mark}/></w:rPr>"
    runs = (each if each.startswith("<") else f'<w:r><w:t xml:space="preserve">{each}</w:t></w:r>' for each in words)
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def level(at: int, style: str, text: str, *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, restart: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{restart}</w:num>'


def lines(content: bytes, reading: str = "accepted") -> list[str]:
    read = extract(content, "a.docx", reading=reading)
    return [line.span.of(read.source) for line in read.lines]


def roles(read: Extraction) -> list[tuple[Role, str]]:
    return [(line.role, line.span.of(read.source)) for line in read.lines]


CLAUSES = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "%3."))


def test_numbers_are_printed_as_the_program_shows_them() -> None:
    body = "".join(p("words", number=(1, at)) for at in (0, 1, 1, 2, 2, 0, 1, 2))
    numbering = CLAUSES + num(1, 0)

    assert ["1.", "(a)", "(b)", "i.", "ii.", "2.", "(a)", "i."] == [
        line.split("\t")[0] for line in lines(docx(body, numbering=numbering))
    ]


NUMBERINGS = [
    # levels, the depth of each paragraph, what is printed
    ([level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")], [0, 1, 1, 0, 1], ["1", "1.1", "1.2", "2", "2.1"]),
    ([level(0, "upperRoman", "Part %1", start=4)], [0, 0], ["Part IV", "Part V"]),
    ([level(0, "decimalZero", "%1)")], [0, 0], ["01)", "02)"]),
    (
        [level(0, "upperLetter", "%1.")],
        [0] * 28,
        [*(f"{letter}." for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "AA.", "BB."],
    ),
    ([level(0, "ordinal", "%1")], [0] * 3, ["1st", "2nd", "3rd"]),
    ([level(0, "bullet", "\uf0b7")], [0, 0], ["•", "•"]),
    ([level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")], [0, 1], ["I", "1.1"]),
    (
        [level(0, "decimal", "%1"), level(1, "decimal", "%2", more='<w:lvlRestart w:val="0"/>')],
        [0, 1, 0, 1],
        ["1", "1", "2", "2"],
    ),
    ([level(0, "chineseCounting", "第%1条")], [0] * 11, [*(f"第{n}条" for n in "一二三四五六七八九十"), "第十一条"]),
    ([level(0, "none", "")], [0], ["words"]),
]


@pytest.mark.parametrize(("levels", "depths", "printed"), NUMBERINGS)
def test_every_kind_of_numbering(levels: list[str], depths: list[int], printed: list[str]) -> None:
    body = "".join(p("words", number=(1, at)) for at in depths)
    content = docx(body, numbering=abstract(0, *levels) + num(1, 0))

    assert printed == [line.split("\t")[0] for line in lines(content)]


def test_two_lists_of_one_kind_count_on_unless_one_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = CLAUSES + num(1, 0) + num(2, 0) + num(3, 0, anew)
    body = "".join(p("x", number=(name, 0)) for name in (1, 2, 3, 3))

    assert ["1.\tx", "2.\tx", "1.\tx", "2.\tx"] == lines(docx(body, numbering=numbering))


def test_a_style_numbers_its_paragraphs_and_one_paragraph_can_refuse() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Clause"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("a", style="Clause") + p("b", style="Sub") + p("c", style="Clause", number=(0, 0)) + p("d", style="Clause")

    assert ["1.\ta", "(a)\tb", "c", "2.\td"] == lines(docx(body, styles=styles, numbering=CLAUSES + num(1, 0)))


def test_empty_and_deleted_paragraphs_take_no_number() -> None:
    gone = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
    body = p("a", number=(1, 0)) + p(number=(1, 0)) + p(gone, number=(1, 0), mark="del") + p("b", number=(1, 0))
    content = docx(body, numbering=CLAUSES + num(1, 0))

    assert ["1.\ta", "2.\tb"] == lines(content)
    assert ["1.\ta", "2.\tgone", "3.\tb"] == lines(content, "original")


HEADINGS = (
    '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Kapitel"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
)


def test_headings_are_told_by_built_in_names_and_outline_levels() -> None:
    body = p("t", style="Titel") + p("c", style="TOC1") + p("a", style="Own") + p("b", style="berschrift2") + p("w")
    read = extract(docx(body, styles=HEADINGS), "a.docx")

    assert [Role.TITLE, Role.FURNITURE, Role.HEADING, Role.HEADING, Role.PLAIN] == [line.role for line in read.lines]
    assert [0, 0, 1, 2, 0] == [line.level for line in read.lines]


INSERTED = "<w:ins><w:r><w:t>promptly </w:t></w:r></w:ins>"
DELETED = "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"


def test_tracked_changes_are_read_with_all_or_with_none() -> None:
    content = docx(p("Shall ", INSERTED, DELETED, "report.") + p("One ", mark="del") + p("two"))

    assert ["Shall promptly report.", "One two"] == lines(content)
    assert ["Shall never report.", "One", "two"] == lines(content, "original")
    read = extract(content, "a.docx", reading="original")
    assert (True, "original") == (read.revised, read.reading)


def test_moved_text_stands_once() -> None:
    body = p("<w:moveFrom><w:r><w:t>here</w:t></w:r></w:moveFrom>", "a") + p(
        "<w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo>", "b"
    )

    assert ["a", "hereb"] == lines(docx(body))
    assert ["herea", "b"] == lines(docx(body), "original")


def test_a_file_without_changes_is_not_called_revised() -> None:
    read = extract(docx(p("words")), "a.docx")

    assert (False, "") == (read.revised, read.reading)


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def test_a_row_of_a_table_is_a_line() -> None:
    read = extract(docx(table([p("State"), p("Date")], [p("A-land") + p("(North)"), p("1 May")]) + p("end")), "a.docx")

    assert [(Role.CELL, "State\tDate"), (Role.CELL, "A-land (North)\t1 May"), (Role.PLAIN, "end")] == roles(read)


def test_a_table_of_one_column_is_only_a_frame_around_paragraphs() -> None:
    assert ["one", "two", "three"] == lines(docx(table([p("one") + p("two")], [p("three")])))


def test_long_texts_side_by_side_are_read_one_after_the_other() -> None:
    left, right = [p("left " * 80)] * 2, [p("right " * 80)] * 2

    assert 4 == len(lines(docx(table(["".join(left), "".join(right)]))))


def test_a_table_in_a_cell_is_read() -> None:
    inner = table([p("a"), p("b")])

    assert ["x\ta b"] == lines(docx(table([p("x"), inner])))


NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>", " See the Charter.")}</w:footnote>'
    f'<w:footnote w:id="2">{p("Adopted by vote.")}{p("Ibid.")}</w:footnote>'
)


def test_notes_follow_the_text_and_say_where_they_are_called() -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    read = extract(docx(p("Peace", call.format(2), " and", call.format(1), " law"), footnotes=NOTES), "a.docx")

    assert ["Peace and law", "Adopted by vote.", "Ibid.", "See the Charter."] == [
        line.span.of(read.source) for line in read.lines
    ]
    assert [Role.PLAIN, Role.NOTE, Role.NOTE, Role.NOTE] == [line.role for line in read.lines]
    assert ["", "1", "", "2"] == [line.note for line in read.lines]
    assert [("1", "Peace"), ("2", "Peace and")] == [(mark.note, read.source[: mark.span.start]) for mark in read.marks]


def test_a_mark_that_the_writer_typed_is_found_in_the_words() -> None:
    call = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    read = extract(docx(p("Peace", call, " and law"), footnotes=NOTES), "a.docx")

    assert "Peace* and law" == read.lines[0].span.of(read.source)
    assert [("*", "*")] == [(mark.note, mark.span.of(read.source)) for mark in read.marks]
    assert "*" == read.lines[1].note


def test_links_are_kept_and_instructions_of_fields_are_not_text() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "http://b.example" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>there</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    link = '<w:hyperlink r:id="r1" w:anchor="x"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
    page = '<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    content = docx(p("Go ", link, " or ", field, " p. ", page), targets={"r1": ("hyperlink", "http://a.example")})
    read = extract(content, "a.docx")

    assert "Go here or there p. 7" == read.source
    assert [("here", "http://a.example#x"), ("there", "http://b.example")] == [
        (link.span.of(read.source), link.target) for link in read.links
    ]


def test_tabs_breaks_and_signs_are_characters() -> None:
    signs = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br/><w:t>d</w:t><w:sym w:char='F0B7'/>"
    read = extract(docx(p(f"<w:r>{signs}</w:r>") + p("next")), "a.docx")

    assert "a\tb\u2011c\nd•\n\nnext" == read.source
    assert 3 == len(read.lines)


def test_hidden_text_and_comments_are_left_out_and_said_so() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    comments = f'<w:comment w:id="0">{p("Check this.")}</w:comment>'
    read = extract(docx(p("open ", hidden, "words"), comments=comments), "a.docx")

    assert "open words" == read.source
    assert [
        "6 characters are formatted as hidden and were left out.",
        "1 comments stand in the margin and were left out.",
    ] == [*read.doubts]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('boxed')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert ["anchor", "boxed", "next"] == lines(docx(p("anchor", drawing) + p("next")))


def test_controls_around_text_change_nothing() -> None:
    body = f"<w:sdt><w:sdtContent>{p('a ', '<w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag>')}</w:sdtContent></w:sdt>"

    assert ["a b"] == lines(docx(body))


def test_the_head_of_a_first_page_is_a_record_and_running_heads_are_furniture() -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:titlePg/></w:sectPr>'
    content = docx(
        p("The Council,") + section,
        targets={"h1": ("header", "header1.xml"), "f1": ("footer", "footer1.xml")},
        header1=table([p("United Organisations"), p("UO/2011/7")]),
        footer1=p("11-0042"),
    )

    assert [
        (Role.RECORD, "United Organisations"),
        (Role.RECORD, "UO/2011/7"),
        (Role.PLAIN, "The Council,"),
        (Role.FURNITURE, "11-0042"),
    ] == roles(extract(content, "a.docx"))


def test_pages_are_given_only_where_the_file_agrees_with_itself() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r>"
    body = p("one") + p(turn)
    app = '<Properties xmlns="urn:x"><Pages>{}</Pages></Properties>'

    assert [1, 2] == [line.page for line in extract(docx(body, app=app.format(2)), "a.docx").lines]
    assert [None, None] == [line.page for line in extract(docx(body, app=app.format(9)), "a.docx").lines]


def test_properties_are_kept_by_their_names() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Draft</dc:title></cp:coreProperties>'
    )

    assert (("dc:title", "Draft"),) == extract(docx(p("x"), core=core), "a.docx").metadata


def test_the_strict_variant_of_the_format_is_read() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(p("words")))) as given, zipfile.ZipFile(held, "w") as archive:
        for name in given.namelist():
            strict = given.read(name).replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            archive.writestr(name, strict)

    assert ["words"] == lines(held.getvalue())


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(Unreadable, match="no text"):
        extract(docx(p()), "a.docx")


def test_a_file_that_another_library_wrote_is_read_whole(tmp_path: Path) -> None:
    import docx as python_docx

    document = python_docx.Document()
    document.add_heading("Declaration", 0)
    document.add_heading("Chapter", 1)
    document.add_paragraph("Recalling its resolutions,")
    for words in ("first", "second"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("point", style="List Bullet")
    document.save(str(tmp_path / "a.docx"))
    read = extract((tmp_path / "a.docx").read_bytes(), "a.docx")

    assert [
        (Role.TITLE, "Declaration"),
        (Role.HEADING, "Chapter"),
        (Role.PLAIN, "Recalling its resolutions,"),
        (Role.ITEM, "1.\tfirst"),
        (Role.ITEM, "2.\tsecond"),
        (Role.ITEM, "•\tpoint"),
    ] == roles(read)


def test_real_documents_keep_every_word_that_another_reader_finds(shared: Path) -> None:
    mammoth = pytest.importorskip("mammoth")

    for path in sorted((shared / "data" / "mandates_docx").glob("*.docx"))[:4]:
        content = path.read_bytes()
        ours = set(re.findall(r"\w+", extract(content, path.name).source))
        theirs = re.findall(r"\w+", mammoth.extract_raw_text(io.BytesIO(content)).value)
        missing = [word for word in theirs if word not in ours and not word[-1].isdigit()]
        assert not missing, missing[:20]


def test_ordinals_agree_where_browsers_and_word_processors_do() -> None:
    for number in range(1, 27):
        assert browser(number, "lower-alpha") == word_processor(number, "lowerLetter") + "."
        assert browser(number, "I") == word_processor(number, "upperRoman") + "."
