"""A paper as Markdown, page, Word file and PDF: its words, marks, notes and heads come through, and nothing else does."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.errors import UnknownName, Unreadable
from acquis.formats import Role, extract
from acquis.formats._paper import FORMS, Break, Heading, Line, Listing, Note, Paper, Paragraph, Run, Table, line
from acquis.formats._paper_forms import file_of
from acquis.formats._paper_html import html, inside
from acquis.formats._paper_md import md
from acquis.formats._paper_shown import LONGEST, shown, widths
from acquis.formats._report import Change
from tests.strategies import letters

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPRING = Note("“We shall read the gauges each spring.”", "osr:2007-09-18/drevina-declaration@en#p3")
RUSSIAN = Note("«Показания снимаются каждую весну.»", "osr:2007-09-18/drevina-declaration@ru#p3", "ru")
PAPER = Paper(
    "Sundrel Declaration, 10 June 2009",
    (
        Paragraph(
            line("Compared with ", Run("Drevina 2007", strong=True, address="osr:2007-09-18/drevina-declaration"))
        ),
        Heading("What to look at"),
        Table(
            "Changes that survive translation",
            ("place", "words", "what it comes to"),
            (
                (
                    line("p3"),
                    line(
                        "We ",
                        Run("may", Change.DROPPED),
                        Run("shall", Change.ADDED),
                        Run(" read ", note=SPRING),
                        Run("each spring", Change.CHANGED),
                        Run(" and ", Change.SAME),
                        Run("tell", Change.MOVED),
                    ),
                    line("modal strengthened"),
                ),
                (
                    line("p12"),
                    line(Run("سنقرأ المقاييس.", language="ar", note=RUSSIAN)),
                    line("see", Run("", note=SPRING)),
                ),
            ),
        ),
        Heading("Not repeated", 3),
        Paragraph(line(Run("Показания снимаются каждую весну.", language="ru")), quoted=True),
        Listing((line(Run("水位计每年春季读取。", language="zh-x-inland")), line("second"))),
        Break(),
        Heading("Everything"),
        Listing((line("one"), line("two")), numbered=True),
        Paragraph(line("between")),
        Listing((line("three"),), numbered=True),
    ),
    "internal",
    "release 2009-1",
)
HOSTILE = '<b>x</b> </style><script>alert(1)</script> #import "x" $x$ @ref *a* _b_ \\n `c` [l](http://e.example) & ![i](j) <!-- -- '


def alone(*words: str | Run) -> Paper:
    return Paper("t", (Paragraph(line(*words)),), "public", "r")


def opened(content: bytes) -> Any:
    from docx import Document

    return Document(io.BytesIO(content))


def part(content: bytes, name: str) -> Any:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def page(paper: Paper) -> Any:
    from lxml.html import document_fromstring

    return document_fromstring(html(paper))


def pdf_of(paper: Paper) -> Any:
    pytest.importorskip("typst")
    import pypdfium2

    return pypdfium2.PdfDocument(file_of(paper, "pdf"))


def printed(paper: Paper) -> str:
    """The words of a PDF, its lines put together."""
    return " ".join(" ".join(each.get_textpage().get_text_bounded() for each in pdf_of(paper)).split())


# --- every form -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_the_same_paper_gives_the_same_bytes(form: str) -> None:
    if form == "pdf":
        pytest.importorskip("typst")

    assert file_of(PAPER, form) == file_of(PAPER, form)


def test_another_form_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownName, match=r"'odt'\. Known: docx, html, md, pdf"):
        file_of(PAPER, "odt")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "paper",
    [
        Paper("", (), "", ""),
        Paper("t", (Break(), Heading(""), Paragraph(()), Listing(()), Table("", (), ()), Break()), "", ""),
        Paper(
            "t",
            (Table("", ("a",), ()), Table("", ("", "b"), ((line(""), line()),)), Break()),
            "m",
            "r",
            "zh",
            wide=True,
        ),
    ],
)
def test_a_paper_without_words_is_a_file_too(paper: Paper, form: str) -> None:
    if form == "pdf":
        pytest.importorskip("typst")

    assert file_of(paper, form)


def test_marks_are_told_once_before_the_first() -> None:
    legend = "Marks: added, dropped, changed, moved"
    kinds = [type(block).__name__ for block in shown(PAPER).blocks[:4]]

    assert ["Paragraph", "Heading", "Paragraph", "Table"] == kinds
    assert legend in [each.text for each in opened(file_of(PAPER, "docx")).paragraphs]
    assert [legend] == [each.text_content() for each in page(PAPER).iter("p") if "Marks" in each.text_content()]
    assert "Marks: **added**, ~~dropped~~, ***changed***, *moved*" in md(PAPER)
    assert "Marks" not in md(alone("no marks"))


def test_headings_go_down_one_level_at_a_time() -> None:
    blocks = (Heading("a", 4), Heading("b", 9), Heading("c"), Heading("d", -1))

    assert [1, 2, 1, 1] == [
        each.level for each in shown(Paper("t", blocks, "", "")).blocks if isinstance(each, Heading)
    ]


def test_a_break_stands_only_between_blocks() -> None:
    blocks = (Break(), Paragraph(line("a")), Break(), Break(), Paragraph(line("b")), Break())

    assert ["Paragraph", "Break", "Paragraph"] == [
        type(each).__name__ for each in shown(Paper("t", blocks, "", "")).blocks
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (line("a" * LONGEST), "a" * LONGEST),
        (line("a" * LONGEST, "bcd"), "a" * LONGEST + " … (3 characters more)"),
        (line("a" * (LONGEST + 1000)), "a" * LONGEST + " … (1,000 characters more)"),
        (line("a\x00\ud800\r\nb"), "a\ufffd\ufffd\nb"),
    ],
)
def test_a_line_is_shown_up_to_the_limit_and_the_rest_is_counted(words: Line, expected: str) -> None:
    (block,) = shown(Paper("t", (Paragraph(words),), "", "")).blocks

    assert isinstance(block, Paragraph)
    assert expected == "".join(run.text for run in block.line)


def test_a_note_is_cut_too_and_one_called_in_what_is_left_out_stays() -> None:
    paper = shown(alone("a" * (LONGEST + 1), Run("b", note=Note("n" * (LONGEST + 5)))))

    assert ["n" * LONGEST + " … (5 characters more)"] == [note.words for note in paper.notes]


@pytest.mark.parametrize("across", [9_638, 14_570, 100])
def test_the_columns_of_a_table_fill_its_width(across: int) -> None:
    table = Table("", ("day", "words", "x"), ((line("2009-06-10"), line("gauge " * 900), line("")),))
    sizes = widths(table, across)

    assert across - 3 <= sum(sizes) <= across
    assert across < 1_000 or sizes[1] == max(sizes)


# --- Markdown ---------------------------------------------------------------------------------------------------

SIGNS = {Change.ADDED: {"strong"}, Change.DROPPED: {"s"}, Change.CHANGED: {"em", "strong"}, Change.MOVED: {"em"}}
odd = st.text(
    st.sampled_from([*'ab1 .-*_~`[]()<>&|#:!\\\n\t"=+$^{}中“”、،ش€\u00a0\u2028\x85/;,']), min_size=1, max_size=8
)
runs = st.builds(Run, odd, st.none() | st.sampled_from(Change), st.booleans())
SHAPES = {
    "paragraph": Paragraph,
    "quotation": lambda words: Paragraph(words, quoted=True),
    "item": lambda words: Listing((words,)),
    "cell": lambda words: Table("", ("",), ((words,),)),
}


def looks(tokens: Any) -> Iterator[tuple[str, frozenset[str]]]:
    """Each character that a reader of Markdown shows, with the marks that it stands in."""
    within: list[str] = []
    for token in tokens:
        if token.nesting:
            within.append(token.tag) if token.nesting > 0 else within.remove(token.tag)
        elif token.type in ("text", "text_special"):
            yield from ((char, frozenset(within)) for char in token.content if not char.isspace() and char != "\u200b")
        else:
            yield token.type, frozenset(within)


def wanted(words: Line) -> Iterator[tuple[str, frozenset[str]]]:
    strong = {"strong"} if Change.ADDED not in {run.mark for run in words} else set()
    for run in words:
        marks = SIGNS.get(run.mark, strong if run.strong and not run.mark else set())  # type: ignore[arg-type]
        yield from ((char, frozenset(marks)) for char in run.text if not char.isspace())


@settings(deadline=None, max_examples=150)
@given(st.lists(runs, min_size=1, max_size=5).map(tuple), st.sampled_from([*SHAPES]))
def test_a_reader_of_markdown_shows_the_words_and_marks_and_nothing_else(words: Line, shape: str) -> None:
    from markdown_it import MarkdownIt

    words = tuple(run if run.mark is not Change.SAME else Run(run.text) for run in words)
    told = tuple(run for run in words if run.mark)
    paper = Paper("T", (Paragraph((Run("first"), *told)), SHAPES[shape](words)), "public", "r")
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(md(paper))
    inline = [token for token in tokens if token.type == "inline"]

    if expected := list(wanted(words)):
        assert expected == list(looks(inline[-2].children))
    assert not {"fence", "code_block", "html_block"} & {token.type for token in tokens}
    assert sum(token.type == "heading_open" for token in tokens) == 1


def test_notes_of_markdown_are_numbered_as_they_are_called() -> None:
    text = md(PAPER)

    assert ["[^1]", "[^2]", "[^1]", "[^1]:", "[^2]:"] == re.findall(r"\[\^\d+\]:?", text)
    assert "\n[^1]: “We shall read the gauges each spring.” — osr:2007-09-18/drevina-declaration@en#p3\n" in text
    assert "\ninternal · release 2009-1\n" in text


def test_what_follows_a_call_makes_no_link_of_it() -> None:
    assert "a[^1]\\(b)" in md(alone(Run("a", note=SPRING), "(b)"))


# --- page -------------------------------------------------------------------------------------------------------


def test_a_page_has_the_heads_marks_and_languages() -> None:
    tree = page(PAPER)

    assert ["h1", "h2", "h3", "h2", "h2"] == [each.tag for each in tree.iter("h1", "h2", "h3")]
    assert {"ins": "shall", "del": "may"} == {each.tag: each.text for each in tree.find(".//tbody").iter("ins", "del")}
    assert [("ar", "rtl"), ("ru", "ltr"), ("zh", "ltr")] == [
        (each.get("lang"), each.get("dir")) for each in tree.find(".//main").iter("span") if each.get("dir") != "auto"
    ]
    assert ["col"] * 3 == [each.get("scope") for each in tree.iter("th")]
    assert "Changes that survive translation" == tree.find(".//caption").text
    assert [1] == [row.getparent().index(row) for row in tree.iter("tr") if row.find("td[@dir]") is not None]
    assert "internal · release 2009-1" == tree.find(".//footer").text


def test_each_note_of_a_page_leads_back_to_its_call() -> None:
    tree = page(PAPER)
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    calls = [each.get("href") for each in tree.iter("a") if each.get("role") == "doc-noteref"]
    backs = [each.get("href") for each in tree.iter("a") if each.get("role") == "doc-backlink"]

    assert ["#note-1", "#note-2", "#note-1"] == calls
    assert ["#call-1", "#call-2"] == backs
    assert len(ids) == len(set(ids))
    assert {each.get("href").removeprefix("#") for each in tree.iter("a")} <= set(ids)


def test_a_page_holds_the_words_of_a_text_as_words() -> None:
    paper = Paper(
        HOSTILE, (Heading(HOSTILE), Paragraph(line(Run(HOSTILE, address=HOSTILE, language=HOSTILE)))), HOSTILE, HOSTILE
    )
    tree = page(paper)

    assert [] == list(tree.iter("script", "b", "img"))
    assert HOSTILE.strip() in tree.find(".//h1").text
    assert [] == [each for each in tree.iter() if any(name.startswith("on") for name in each.attrib)]
    assert {"html", "head", "meta", "title", "style", "body", "a", "main", "h1", "h2", "p", "data", "footer"} == {
        each.tag for each in tree.iter()
    }


def test_a_page_allows_its_own_style_and_nothing_else() -> None:
    import base64
    import hashlib

    tree = page(PAPER)
    policy = tree.find(".//meta[@http-equiv]").get("content")
    digest = base64.b64encode(hashlib.sha256(tree.find(".//style").text.encode()).digest()).decode()

    assert f"default-src 'none'; style-src 'sha256-{digest}'" in policy
    assert [] == [each for each in tree.iter("link", "script", "img") if each is not None]


def test_addresses_lead_where_the_site_says() -> None:
    body = inside(PAPER, lambda address: f"/d/{address}" if "#" in address else None)

    assert '<a href="/d/osr:2007-09-18/drevina-declaration@en#p3">' in body
    assert '<data value="osr:2007-09-18/drevina-declaration"><strong>' in body


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_and_nothing_is_blocked(scheme: Any, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    (tmp_path / "paper.html").write_text(html(PAPER), "utf-8")
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page(color_scheme=scheme, viewport={"width": 390, "height": 800})
        said: list[str] = []
        tab.on("console", lambda message: said.append(message.text))
        tab.goto((tmp_path / "paper.html").as_uri())

        assert [] == Axe().run(tab).response["violations"]
        assert [] == said
        browser.close()


# --- Word -------------------------------------------------------------------------------------------------------


def test_a_word_file_has_real_headings_lists_and_heads() -> None:
    word = opened(file_of(PAPER, "docx"))
    styles = [(each.style.name, each.text) for each in word.paragraphs if each.style.name != "Normal"]

    assert [
        ("Title", "Sundrel Declaration, 10 June 2009"),
        ("Heading 1", "What to look at"),
        ("Caption", "Changes that survive translation"),
        ("Heading 2", "Not repeated"),
        ("Quoted words", "Показания снимаются каждую весну."),
        ("List Bullet", "水位计每年春季读取。"),
        ("List Bullet", "second"),
        ("Heading 1", "Everything"),
        ("List Number", "one"),
        ("List Number", "two"),
        ("List Number", "three"),
    ] == styles
    assert [True, None, None] == [
        row._tr.find(f"{W}trPr/{W}tblHeader") is not None or None for row in word.tables[0].rows
    ]
    assert word.core_properties.title == PAPER.title


def test_a_numbered_list_of_a_word_file_begins_at_one() -> None:
    word = opened(file_of(PAPER, "docx"))
    numbers = [each._p.pPr.numPr.numId.val for each in word.paragraphs if each.style.name == "List Number"]
    held = word.part.numbering_part.element

    assert numbers[0] == numbers[1] != numbers[2]
    assert all(held.num_having_numId(each).lvlOverride_lst[0].startOverride.val == 1 for each in numbers)


def test_a_page_of_a_word_file_begins_where_the_break_stands() -> None:
    word = opened(file_of(PAPER, "docx"))

    assert ["Everything"] == [each.text for each in word.paragraphs if each.paragraph_format.page_break_before]


def test_a_note_of_a_word_file_is_a_footnote_and_is_called_again_by_its_number() -> None:
    content = file_of(PAPER, "docx")
    body, notes = part(content, "word/document.xml"), part(content, "word/footnotes.xml")
    fields = [each.get(f"{W}instr").split()[:2] for each in body.iter(f"{W}fldSimple")]

    assert ["1", "2"] == [each.get(f"{W}id") for each in body.iter(f"{W}footnoteReference")]
    assert ["-1", "0", "1", "2"] == [each.get(f"{W}id") for each in notes]
    assert [["NOTEREF", "_RefNote1"]] == fields
    assert ["_RefNote1"] == [each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")]


def test_each_run_of_a_word_file_has_its_language_and_direction() -> None:
    content = file_of(PAPER, "docx")
    body, notes = part(content, "word/document.xml"), part(content, "word/footnotes.xml")
    spoken = [{name.removeprefix(W): value for name, value in each.attrib.items()} for each in body.iter(f"{W}lang")]

    assert [{"val": "ar", "bidi": "ar"}, {"val": "ru"}, {"val": "zh", "eastAsia": "zh"}] == spoken
    assert ["ru"] == [each.get(f"{W}val") for each in notes.iter(f"{W}lang")]
    assert 1 == len(list(body.iter(f"{W}rtl"))) == len(list(body.iter(f"{W}bidi")))


def test_the_foot_of_a_word_file_has_marking_release_and_pages() -> None:
    word = opened(file_of(PAPER, "docx"))
    foot = word.sections[0].footer._element

    assert "internal · release 2009-1" in "".join(foot.itertext())
    assert [" PAGE ", " NUMPAGES "] == [each.get(f"{W}instr") for each in foot.iter(f"{W}fldSimple")]


def test_acquis_reads_its_own_paper() -> None:
    read = extract(file_of(PAPER, "docx"), "paper.docx")
    heads = [each.span.of(read.source) for each in read.lines if each.role is Role.HEADING]

    assert ["What to look at", "Not repeated", "Everything"] == heads


@settings(deadline=None, max_examples=10)
@given(st.text(letters, max_size=30))
def test_any_words_make_a_sound_file(words: str) -> None:
    table = Table(words, (words,), ((line(Run(words, Change.ADDED, language=words)),),))
    paper = Paper(
        words,
        (Heading(words), table, Listing((line(words),)), Paragraph(line(Run(words, note=Note(words, words))))),
        words,
        words,
    )

    assert 1 == len(opened(file_of(paper, "docx")).tables)
    assert page(paper).find(".//table") is not None


# --- PDF --------------------------------------------------------------------------------------------------------


def test_a_pdf_in_letters_that_are_at_hand_on_every_machine_claims_the_standard_for_readers_aloud() -> None:
    pytest.importorskip("typst")
    paper = Paper("Sundrel Declaration", (Heading("Water"), Paragraph(line(Run("Воды рек")))), "public", "release 1")

    assert b"pdfuaid" in file_of(paper, "pdf")


def test_a_pdf_is_tagged_for_readers_aloud_and_has_bookmarks() -> None:
    pytest.importorskip("typst")
    content = file_of(PAPER, "pdf")
    held = pdf_of(PAPER)
    marks = [(each.level, each.get_title()) for each in held.get_toc()]

    assert [(0, "What to look at"), (1, "Not repeated"), (0, "Everything")] == marks
    assert all(word in content for word in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang"))
    assert PAPER.title == held.get_metadata_dict()["Title"]
    assert 2 == len(held)


def test_each_page_of_a_pdf_has_marking_release_and_number() -> None:
    feet = [each.get_textpage().get_text_bounded() for each in pdf_of(PAPER)]

    assert all("internal · release 2009-1" in foot for foot in feet)
    assert ["1 / 2", "2 / 2"] == [re.findall(r"\d / \d", foot)[-1] for foot in feet]


def test_the_words_of_a_text_are_no_markup_in_a_pdf() -> None:
    assert HOSTILE.strip() in printed(alone(HOSTILE))


@pytest.mark.parametrize(
    "words", ["= a", "- a", "+ a", "/ a: b", "#panic()", "```a```", "// a", "/* a */", "~--- -?", "'a' \"b\""]
)
def test_signs_of_typst_come_out_as_they_are(words: str) -> None:
    paper = Paper(words, (Table(words, (words,), ((line(words),),)), Listing((line(words),))), "m", "r")

    assert 5 <= printed(paper).count(words)


def test_notes_of_a_pdf_stand_at_the_foot_and_keep_their_number() -> None:
    text = printed(PAPER)

    assert 1 == text.count(str(SPRING.address))
    assert "“We shall read the gauges each spring.” — osr:2007-09-18" in text


def test_letters_that_no_font_has_are_no_reason_to_refuse() -> None:
    pytest.importorskip("typst")
    content = file_of(alone("before \U00012000\ue000 after"), "pdf")

    assert b"/StructTreeRoot" in content
    assert b"pdfuaid" not in content


def test_a_table_with_many_notes_is_set_in_parts_under_the_same_heads() -> None:
    rows = tuple((line(f"row {at}", Run("", note=Note(f"note {at}."))),) for at in range(1, 62))
    text = printed(Paper("t", (Table("caption", ("the head",), rows),), "m", "r"))

    assert 1 == text.count("caption")
    assert 4 <= text.count("the head")
    assert all(f"row {at}" in text and f"note {at}." in text for at in range(1, 62))


def test_without_typst_a_pdf_says_what_would_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(Unreadable, match=r"pip install 'acquis\[pdf\]'"):
        file_of(PAPER, "pdf")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_the_paper(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(file_of(PAPER, "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    read = extract((tmp_path / "a.pdf").read_bytes(), "a.pdf")
    pages = {each.page for each in read.lines}

    assert {1, 2} == pages
    assert "internal · release 2009-1" in read.source
    assert str(SPRING.address) in read.source
