"""A report as a file: its words, marks and notes come through, whatever they are made of."""

import csv
import io
import re
import shutil
import subprocess
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.formats import Role, _report_tables, extract
from acquis.formats._paper_shown import LONGEST
from acquis.formats._report import Cell, Change, Mark, Report, Row
from acquis.formats._report_docx import docx
from tests.strategies import letters

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = "We shall read the gauges each spring."
MARKS = (
    Mark(3, 8, Change.CHANGED),
    Mark(9, 13, Change.ADDED),
    Mark(14, 17, Change.SAME),
    Mark(18, 24, Change.DROPPED),
    Mark(25, 36, Change.MOVED),
)
NOTE = "osr:2005-06-09/halmor-declaration@en#p3, 9 June 2005; earliest in the 41 texts held of osr, 2004–2020"
REPORT = Report(
    "Where the gauges were agreed",
    "searched the 41 texts held of osr, 2004–2020",
    ("day", "words", "likeness"),
    (
        Row((Cell("2005-06-09"), Cell(WORDS, MARKS, NOTE), Cell("0.8"))),
        Row((Cell("2008"), Cell("تقرأ المقاييس.", note="second <note> & more"), Cell(""))),
    ),
    ("Two passages.",),
)


def part(content: bytes, name: str) -> Any:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def opened(content: bytes) -> Any:
    from docx import Document

    return Document(io.BytesIO(content))


def styled(content: bytes) -> dict[str, str]:
    """The words of the table in each style."""
    runs = opened(content).tables[0].rows[1].cells[1].paragraphs[0].runs
    return {run.style.name: run.text for run in runs if run.text}


def alone(cell: Cell) -> Report:
    return Report("t", "l", ("a",), (Row((cell,)),))


# --- marks ---------------------------------------------------------------------------------------------------

marks = st.builds(Mark, st.integers(-3, 30), st.integers(-3, 30), st.sampled_from(Change))
cells = st.builds(
    Cell, st.text(letters, max_size=20), st.lists(marks, max_size=5).map(tuple), st.none() | st.text(letters)
)


@given(cells)
def test_the_pieces_of_a_cell_are_its_text(cell: Cell) -> None:
    assert "".join(words for words, _ in cell.pieces()) == cell.text


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((Mark(0, 2, Change.ADDED),), [("ab", Change.ADDED), ("cde", None)]),
        (
            (Mark(2, 4, Change.MOVED), Mark(0, 3, Change.ADDED)),
            [("abc", Change.ADDED), ("d", Change.MOVED), ("e", None)],
        ),
        ((Mark(4, 99, Change.DROPPED), Mark(3, 1, Change.ADDED)), [("abcd", None), ("e", Change.DROPPED)]),
    ],
)
def test_words_that_two_marks_claim_belong_to_the_first(marks: tuple[Mark, ...], expected: Any) -> None:
    assert expected == list(Cell("abcde", marks).pieces())


# --- docx ----------------------------------------------------------------------------------------------------


def test_a_report_is_a_word_file_with_a_table_across_the_page() -> None:
    word = opened(docx(REPORT))
    table, section = word.tables[0], word.sections[0]

    assert [["day", "words", "likeness"], ["2005-06-09", WORDS, "0.8"]] == [
        [cell.text for cell in row.cells] for row in table.rows[:2]
    ]
    assert section.page_width > section.page_height
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert [REPORT.title, REPORT.lead, "Marks: added, dropped, changed, moved", *REPORT.closing] == [
        paragraph.text for paragraph in word.paragraphs
    ]
    assert word.core_properties.title == REPORT.title


def test_each_kind_of_mark_has_a_style_of_its_own() -> None:
    expected = {
        "Words changed": "shall",
        "Words added": "read",
        "Words dropped": "gauges",
        "Words moved": "each spring",
    }

    assert expected.items() <= styled(docx(REPORT)).items()


def test_no_mark_is_a_colour_alone() -> None:
    styles = part(docx(REPORT), "word/styles.xml")
    found = [each for each in styles if each.get(f"{W}styleId", "").startswith("Words")]
    lines = [
        tuple(
            (line.tag.removeprefix(W), line.get(f"{W}val")) for line in each.find(f"{W}rPr") if "color" not in line.tag
        )
        for each in found
    ]

    assert 4 == len(set(lines)) == len(lines)
    assert all({"u", "strike"} & {name for name, _ in look} for look in lines)


def test_notes_are_footnotes_for_other_readers() -> None:
    import mammoth

    html = mammoth.convert_to_html(io.BytesIO(docx(REPORT))).value

    assert [NOTE, "second &lt;note&gt; &amp; more"] == re.findall(r'<li id="footnote-\d+"><p> (.*?) <a', html)
    assert re.search(r'spring\.<sup><a href="#footnote-1"', html.replace("<strong>", "").replace("</strong>", ""))


def test_acquis_reads_its_own_report() -> None:
    read = extract(docx(REPORT), "report.docx")
    lines = {role: [line.span.of(read.source) for line in read.lines if line.role == role] for role in Role}

    assert f"2005-06-09\t{WORDS}\t0.8" in lines[Role.CELL]
    assert [NOTE, "second <note> & more"] == [words.strip() for words in lines[Role.NOTE]]
    assert ["1", "2"] == [mark.note for mark in read.marks]


def test_the_package_tells_of_its_footnotes_wherever_word_looks() -> None:
    content = docx(REPORT)
    notes, settings = part(content, "word/footnotes.xml"), part(content, "word/settings.xml")
    relations = part(content, "word/_rels/document.xml.rels")
    kinds = part(content, "[Content_Types].xml")

    assert ["-1", "0", "1", "2"] == [note.get(f"{W}id") for note in notes]
    assert ["separator", "continuationSeparator", None, None] == [note.get(f"{W}type") for note in notes]
    assert ["-1", "0"] == [note.get(f"{W}id") for note in settings.find(f"{W}footnotePr")]
    assert 1 == sum(each.get("Type").endswith("/footnotes") for each in relations)
    assert 1 == sum(each.get("PartName") == "/word/footnotes.xml" for each in kinds)


def test_a_footnote_is_called_once_and_each_style_is_there() -> None:
    content = docx(REPORT)
    body, styles = part(content, "word/document.xml"), part(content, "word/styles.xml")
    named = {each.get(f"{W}val") for each in body.iter(f"{W}rStyle", f"{W}pStyle", f"{W}tblStyle")}

    assert ["1", "2"] == [each.get(f"{W}id") for each in body.iter(f"{W}footnoteReference")]
    assert named | {"FootnoteText"} <= {each.get(f"{W}styleId") for each in styles}


def test_words_from_right_to_left_stand_so() -> None:
    rows = opened(docx(REPORT)).tables[0].rows

    assert [False, True] == [row.cells[1].paragraphs[0]._p.find(f"{W}pPr/{W}bidi") is not None for row in rows[1:]]


def test_the_same_report_gives_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    before = docx(REPORT)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)

    assert before == docx(REPORT)


@pytest.mark.parametrize("report", [Report("", "", ("a", "b"), ()), Report("t", "l", ("a",), (Row((Cell(""),)),))])
def test_a_report_without_rows_or_words_is_a_file_too(report: Report) -> None:
    assert len(report.rows) + 1 == len(opened(docx(report)).tables[0].rows)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a\x00b\x0bc", "a\ufffdb\ufffdc"),
        ("half \ud800 a pair", "half \ufffd a pair"),
        ("one\ttwo\nthree\r\nfour", "one\ttwo\nthree\nfour"),
        ("]]> <w:p> &amp;", "]]> <w:p> &amp;"),
        (" blanks  kept ", " blanks  kept "),
    ],
)
def test_whatever_words_are_made_of_the_file_is_sound(words: str, expected: str) -> None:
    cell = Cell(words, (Mark(1, 2, Change.ADDED), Mark(3, 4, Change.MOVED)), words)
    content = docx(Report(words, words, (words,), (Row((cell,)),), (words,)))

    assert expected == opened(content).tables[0].rows[1].cells[0].text
    assert expected.replace("\t", "") in "".join(
        "\n" if each.tag == f"{W}br" else each.text or ""
        for each in part(content, "word/footnotes.xml").iter(f"{W}t", f"{W}br")
    )


@settings(deadline=None, max_examples=8)
@given(st.lists(cells, min_size=2, max_size=2))
def test_every_cell_can_be_written(pair: list[Cell]) -> None:
    report = Report("t", "l", ("a", "b"), (Row(tuple(pair)),))

    assert 2 == len(opened(docx(report)).tables[0].rows)
    assert 2 == len(list(csv.reader(io.StringIO(_report_tables.csv(report).decode("utf-8-sig"), newline=""))))


def test_a_cell_of_a_million_letters_is_cut_and_says_by_how_much() -> None:
    long = Cell(
        "gauge " * 170_000, tuple(Mark(at, at + 1, Change.ADDED) for at in range(0, 1_000_000, 10)), "n" * 10**6
    )
    start = time.perf_counter()
    content = docx(alone(long))
    took = time.perf_counter() - start
    shown = "".join(each.text for each in part(content, "word/document.xml").find(f".//{W}tbl/{W}tr[2]").iter(f"{W}t"))

    assert took < 20  # seconds on a busy machine; without the cut it is minutes
    assert len(content) < 500_000
    assert shown.endswith(f" … ({len(long.text) - LONGEST:,} characters more)")
    assert shown.startswith(long.text[:LONGEST])


def test_a_row_that_lacks_a_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells"):
        docx(Report("t", "l", ("a", "b"), (Row((Cell("one"),)),)))


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_with_its_footnotes(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(REPORT))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    read = extract((tmp_path / "a.pdf").read_bytes(), "a.pdf").source

    assert "second <note> & more" in read
    assert "gauges" in read


# --- tables --------------------------------------------------------------------------------------------------

MARKED = "words 3-8 changed; words 9-13 added; words 14-17 same; words 18-24 dropped; words 25-36 moved"  # as in MARKS


def test_csv_has_a_line_for_each_row_with_its_marks_and_notes() -> None:
    held = list(csv.DictReader(io.StringIO(_report_tables.csv(REPORT).decode("utf-8-sig"), newline="")))

    assert {"day": "2005-06-09", "words": WORDS, "likeness": "0.8", "marks": MARKED, "notes": NOTE} == held[0]
    assert ["", "second <note> & more"] == [held[1]["marks"], held[1]["notes"]]


@pytest.mark.parametrize("words", ["=1+1", "@a", "-1", "\t=1", "＝1"])
def test_no_cell_name_or_note_is_taken_for_a_formula(words: str) -> None:
    report = Report("t", "l", (words,), (Row((Cell(words, note=words),)),))

    assert [[f"'{words}", "marks", "notes"], [f"'{words}", "", f"'{words}"]] == list(
        csv.reader(io.StringIO(_report_tables.csv(report).decode("utf-8-sig"), newline=""))
    )


def test_parquet_has_the_rows_and_says_what_was_searched(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "report.parquet"
    path.write_bytes(_report_tables.packed(REPORT))
    table: Any = duckdb.sql(f"SELECT * FROM '{path}'")
    said: Any = duckdb.sql(f"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{path}')")

    assert ["day", "words", "likeness", "marks", "notes"] == table.columns
    assert ("2005-06-09", WORDS, "0.8", MARKED, NOTE) == table.fetchall()[0]
    assert {"title": REPORT.title, "lead": REPORT.lead, "closing": "Two passages."} == dict(said.fetchall())


@pytest.mark.parametrize("words", ["o'clock'; DROP", "half \ud800", "\x00", 'a "b"\n', "{x}, y: 'z'"])
def test_parquet_holds_whatever_words_and_names_there_are(words: str, tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "report.parquet"
    path.write_bytes(_report_tables.packed(Report(words, words, (words,), (Row((Cell(words),)),), (words,))))
    table: Any = duckdb.sql(f"SELECT * FROM '{path}'")

    assert (words.replace("\ud800", "\ufffd").replace("\x00", "\ufffd"), "", "") == table.fetchall()[0]


def test_a_cell_of_a_million_letters_is_whole_in_a_table() -> None:
    words = "gauge " * 170_000
    held = csv.reader(io.StringIO(_report_tables.csv(alone(Cell(words))).decode("utf-8-sig"), newline=""))
    csv.field_size_limit(2_000_000)

    assert [words, "", ""] == list(held)[1]
