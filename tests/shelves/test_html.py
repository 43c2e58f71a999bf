"""Web pages: the main text as a browser prints it, and nothing lost unseen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.errors import Unreadable
from acquis.formats import Extraction, Role, extract

OPENING = "The Heads of Delegation, meeting at Orvelin to mark the tenth anniversary of the Compact,"
WELCOMES = "Welcome the report of the Permanent Bureau and take note of the measures proposed in it;"
DECIDES = "Decide to convene a conference of experts before the end of the year, within existing resources;"
CLOSING = "Done at Orvelin in three copies, each text being equally authentic."
MENU = "".join(f'<li><a href="/{at}">Part {at} of the site</a></li>' for at in range(12))


def page(body: str, head: str = "", attributes: str = "") -> bytes:
    head = f"<head><title>Declaration</title>{head}</head>"
    return f"<!DOCTYPE html><html {attributes}>{head}<body>{body}</body></html>".encode()


def texts(read: Extraction, *roles: Role) -> list[str]:
    wanted = roles or tuple(role for role in Role if role is not Role.FURNITURE)
    return [line.span.of(read.source) for line in read.lines if line.role in wanted]


def shown(body: str, reading: str = "accepted") -> list[str]:
    return texts(extract(page(body), "a.html", reading=reading))


def test_the_text_is_found_among_menus_and_nothing_is_lost() -> None:
    body = (
        f'<nav><ul>{MENU}</ul></nav><div id="content"><h1>Declaration</h1><p>{OPENING}</p><p>{WELCOMES}</p>'
        f'<p>{DECIDES}</p><p>{CLOSING}</p></div><footer>© Compact. <a href="/terms">Terms of use</a></footer>'
    )
    read = extract(page(body), "a.html")

    assert ["Declaration", OPENING, WELCOMES, DECIDES, CLOSING] == texts(read)
    assert "Part 3 of the site" in texts(read, Role.FURNITURE)
    assert "© Compact. Terms of use" in texts(read, Role.FURNITURE)
    assert read.lines[-1].role is Role.FURNITURE


@pytest.mark.parametrize(
    "body",
    [
        # an old page laid out by a table, with a menu in the left cell
        f'<table><tr><td width=150><a href="/a">Home</a><br><a href="/b">Texts</a></td><td><center><b>DECLARATION</b>'
        f"</center><p>{OPENING}<p>{WELCOMES}<p>{DECIDES}<p>{CLOSING}</td></tr></table>",
        # nothing but line breaks
        f"<b>DECLARATION</b><br><br>{OPENING}<br><br>{WELCOMES}<br>{DECIDES}<br><br>{CLOSING}",
        # every paragraph in a division of its own, with the end apart
        f"<div><div>DECLARATION</div><div>{OPENING}</div><div>{WELCOMES}</div></div><div><div>{DECIDES}</div>"
        f"<div>{CLOSING}</div></div>",
        # letters as one typed them
        f"<pre>DECLARATION\n\n{OPENING}\n{WELCOMES}\n{DECIDES}\n\n{CLOSING}</pre>",
        # unclosed fonts
        f"<font size=4>DECLARATION<font size=2><p>{OPENING}<p>{WELCOMES}<font><p>{DECIDES}<p>{CLOSING}",
        # the whole page hangs in a form and in a class called menu
        f'<form><div class="menu"><p>DECLARATION</p><p>{OPENING}</p><p>{WELCOMES}</p><p>{DECIDES}</p><p>{CLOSING}</p>',
    ],
)
def test_pages_of_every_make_give_their_paragraphs(body: str) -> None:
    found = shown(body)

    assert ["DECLARATION", OPENING, WELCOMES, DECIDES, CLOSING] == [
        words for words in found if words not in ("Home", "Texts")
    ]


LISTS = [
    ("<ol><li>a<li>b</ol>", ["1.\ta", "2.\tb"]),
    ("<ol start=5><li>a<li>b</ol>", ["5.\ta", "6.\tb"]),
    ('<ol type="a"><li>a<li value=7>b<li>c</ol>', ["a.\ta", "g.\tb", "h.\tc"]),
    ('<ol type="I"><li>a<li>b</ol>', ["I.\ta", "II.\tb"]),
    ("<ol reversed><li>a<li>b<li>c</ol>", ["3.\ta", "2.\tb", "1.\tc"]),
    ('<ol style="list-style-type: lower-roman"><li>a<li>b</ol>', ["i.\ta", "ii.\tb"]),
    ('<ol style="list-style: none"><li>1. a</ol>', ["1. a"]),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["•\ta", "◦\tb", "•\tc"]),
    ("<ol><li>a<ol type=a><li>b<li>c</ol><li>d</ol>", ["1.\ta", "a.\tb", "b.\tc", "2.\td"]),
    ("<ol><li><p>a</p><p>b</p><li>c</ol>", ["1.\ta", "b", "2.\tc"]),
]


@pytest.mark.parametrize(("body", "printed"), LISTS)
def test_lists_have_the_numbers_that_a_browser_prints(body: str, printed: list[str]) -> None:
    assert printed == shown(body)


def test_items_say_how_deep_they_lie() -> None:
    read = extract(page("<ol><li>a<ol><li>b</ol></ol>"), "a.html")

    assert [(Role.ITEM, 1), (Role.ITEM, 2)] == [(line.role, line.level) for line in read.lines]


def test_a_row_of_a_table_is_a_line() -> None:
    rows = "<tr><th>State<th>Date<tr><td>A-land<td><p>1 May</p><tr><td>B<td>"
    body = f"<p>States:</p><table><caption>Parties</caption>{rows}</table>"
    read = extract(page(body), "a.html")

    assert ["State\tDate", "A-land\t1 May", "B"] == [words for words in texts(read, Role.CELL) if words != "Parties"]


def test_links_are_kept_and_never_followed() -> None:
    read = extract(
        page(
            f'<p>See <a href="http://a.example/r">the <b>report</b></a>. {WELCOMES}</p><a href="javascript:x()">x</a>'
        ),
        "a.html",
    )

    assert [("the report", "http://a.example/r")] == [(link.span.of(read.source), link.target) for link in read.links]


def test_marks_of_notes_are_taken_out_of_the_words_and_kept_beside_them() -> None:
    body = (
        f'<p>{OPENING}<a href="#fn1" id="r1"><sup>1</sup></a> and <sup><a href="#fn2">2</a></sup>more.</p>'
        '<ol><li id="fn1"><a href="#r1">1</a> First note.</li><li id="fn2">Second note. <a href="#r2">↩</a></li></ol>'
    )
    read = extract(page(body), "a.html")

    assert f"{OPENING} and more." == texts(read)[0]
    assert [("1", "Compact,"), ("2", "and ")] == [
        (m.note, read.source[: m.span.start][-len(w) :]) for m, w in zip(read.marks, ("Compact,", "and "), strict=True)
    ]
    assert ["First note.", "Second note. ↩"] == texts(read, Role.NOTE)
    assert ["1", "2"] == [line.note for line in read.lines if line.role is Role.NOTE]


def test_raised_numbers_are_marks_only_where_a_note_answers() -> None:
    read = extract(
        page(f"<p>{OPENING} on 5 km<sup>2</sup> of land<sup>3</sup></p><p><sup>3</sup> As measured.</p>"), "a.html"
    )

    assert f"{OPENING} on 5 km2 of land3" == texts(read)[0]
    assert [("3", "3")] == [(mark.note, mark.span.of(read.source)) for mark in read.marks]
    assert ["As measured."] == texts(read, Role.NOTE)


def test_insertions_and_deletions_are_read_with_all_or_with_none() -> None:
    body = f"<p>{OPENING} <ins>gladly</ins><del>hardly</del> agree.</p>"

    assert [f"{OPENING} gladly agree."] == shown(body)
    assert [f"{OPENING} hardly agree."] == shown(body, "original")
    read = extract(page(body), "a.html", reading="original")
    assert (True, "original") == (read.revised, read.reading)


def test_what_a_browser_does_not_show_is_left_out_and_said_so() -> None:
    hidden = '<p style="display: none">Hidden one</p><p hidden>two</p><script>x</script><template>z</template>'
    read = extract(page(f"<p>{OPENING}</p>{hidden}<!-- c --><p>{WELCOMES}</p>"), "a.html")

    assert [OPENING, WELCOMES] == [line.span.of(read.source) for line in read.lines]
    assert "13 characters are hidden" in read.doubts[0]


def test_blanks_entities_and_breaks_are_as_a_browser_prints_them() -> None:
    assert ["A\xa0& B — c", "d"] == shown("<p>  A&nbsp;&amp;\n  B &mdash;   <i> c</i><br>\n d </p>")
    assert ["第一条第二款"] == shown("<p>第一条\n  第二款</p>")


def test_languages_of_parts_are_kept() -> None:
    read = extract(
        page(f'<p>{OPENING}</p><p lang="fr">Les chefs de délégation</p><div xml:lang="ru"><p>Главы</p></div>'), "a.html"
    )

    assert [None, "fr", "ru"] == [line.language for line in read.lines]


def test_the_head_of_a_page_is_kept_verbatim() -> None:
    head = (
        '<meta charset="utf-8"><meta name="DC.date" content="2011-06-15"><meta name="citation_title" content="T">'
        '<meta property="article:published_time" content="2020-01-01T00:00:00Z"><meta name="viewport" content="x">'
    )
    stated = dict(extract(page(f"<p>{OPENING}</p>", head, 'lang="en"'), "a.html").metadata)

    assert "Declaration" == stated["title"]
    assert ("2011-06-15", "T", "en", "utf-8") == (
        stated["DC.date"],
        stated["citation_title"],
        stated["html lang"],
        stated["charset"],
    )
    assert "2020-01-01T00:00:00Z" == stated["article:published_time"]
    assert "viewport" not in stated


@pytest.mark.parametrize(
    ("words", "label", "encoding"),
    [
        ("Главы делегаций приняли Декларацию о сотрудничестве.", "windows-1251", "cp1251"),
        ("“Les chefs d’État” – réunis à Orvelin", "iso-8859-1", "cp1252"),
        ("代表团团长通过了关于合作的宣言。", "gb2312", "gb18030"),
        ("代表団の長は協力に関する宣言を採択した。", "shift_jis", "cp932"),
        ("Les chefs d’État – réunis", "iso-8859-1", "utf-8"),  # the label is wrong, as so often
        ("اعتمد رؤساء الوفود إعلانا بشأن التعاون في جميع الميادين.", "", "cp1256"),
    ],
)
def test_a_page_says_its_encoding_and_may_be_wrong(words: str, label: str, encoding: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if label else ""
    content = f"<html><head>{meta}</head><body><p>{words}</p></body></html>".encode(encoding)

    assert words == extract(content, "a.html").source


def test_xhtml_is_read() -> None:
    content = f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{OPENING}</p></body></html>'

    assert OPENING == extract(content.encode(), "a.xhtml").source


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(Unreadable, match="no text"):
        extract(page('<script>document.write("x")</script><img src="scan.png">'), "a.html")


@given(st.lists(st.text("abc <>/&;\"'=\n", max_size=30), min_size=1, max_size=8))
def test_no_page_is_too_broken_to_be_read_or_refused(pieces: list[str]) -> None:
    tags = ["<p>", "</div>", "<table><tr><td>", "</ol>", "<li>", "<a href=#x>", "<sup>1</sup>", "<!--"]
    body = "".join(f"{piece}{tags[len(piece) % len(tags)]}" for piece in pieces)
    try:
        read = extract(page(f"<p>{OPENING}</p>{body}"), "a.html")
    except Unreadable:
        return
    for line in read.lines:
        assert line.span.of(read.source).strip() == line.span.of(read.source) != ""
