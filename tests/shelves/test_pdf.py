"""PDF: printed lines in reading order, with page numbers, running heads and footnotes told apart."""

import zlib
from pathlib import Path

import pytest

from acquis.errors import Unreadable
from acquis.formats import Extraction, Role, extract

Words = tuple[float, float, float, str]
"""Left, baseline, letter size, words."""

WIDTH, HEIGHT = 595, 842
BODY = [
    "The Parties to the present Agreement, recalling the purposes of",
    "their Charter and wishing to develop friendly relations, have",
    "agreed as follows on the questions that concern all of them:",
]


def pdf(
    *pages: list[Words], extra: str = "", trailer: str = "", page_extra: str = "", objects: tuple[bytes, ...] = ()
) -> bytes:
    """A PDF by hand, in Helvetica: the letters at their places, page by page."""
    parts: list[bytes] = [b"", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    kids = []
    for words in pages:
        drawn = b"".join(
            b"BT /F1 %.2f Tf %.2f %.2f Td (%s) Tj ET\n" % (size, left, base, _escaped(text))
            for left, base, size, text in words
        )
        packed = zlib.compress(drawn)
        parts.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed))
        content = len(parts)
        parts.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {content} 0 R"
            f"/Resources<</Font<</F1 3 0 R>>>>{page_extra}>>".encode()
        )
        kids.append(f"{len(parts)} 0 R")
    parts[0] = f"<</Type/Catalog/Pages 2 0 R{extra}>>".encode()
    parts[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return _file([*parts, *objects], trailer)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(parts: list[bytes], trailer: str) -> bytes:
    written, places = b"%PDF-1.7\n", []
    for at, part in enumerate(parts, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (at, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF"
        % (
            size,
            table,
            size,
            trailer.encode(),
            len(written),
        )
    )


def block(lines: list[str], *, left: float = 72, top: float = 700, size: float = 11, step: float = 14) -> list[Words]:
    return [(left, top - step * at, size, words) for at, words in enumerate(lines)]


def roles(read: Extraction, role: Role) -> list[str]:
    return [line.span.of(read.source) for line in read.lines if line.role is role]


def test_lines_stand_as_they_are_printed() -> None:
    read = extract(pdf(block(BODY)), "a.pdf")

    assert "\n".join(BODY) == read.source
    assert read.wrapped
    assert ("pages", "1") in read.metadata


def test_places_on_the_page_come_with_the_lines() -> None:
    read = extract(pdf([*block(BODY), *block(BODY, left=108, top=620), (72, 500, 22, "A Large Line")]), "a.pdf")

    assert [0, 0, 0, 36, 36, 36, 0] == [round(line.indent or 0) for line in read.lines]
    assert (read.lines[3].gap or 0) > 3 * (read.lines[2].gap or 0)
    assert 1.9 < (read.lines[-1].size or 0) / (read.lines[0].size or 1) < 2.1


def test_a_hyphen_at_a_lines_end_stays_with_its_line_break() -> None:
    read = extract(pdf(block(["The bodies of inter-", "national law shall be", "consulted."])), "a.pdf")

    assert "The bodies of inter-\nnational law shall be\nconsulted." == read.source


def running(page: int, total: int, *, turned: bool = False) -> list[Words]:
    foot = ("11-00421", f"{page}/{total}") if turned else (f"{page}/{total}", "11-00421")
    return [(72, 800, 8, "UO/2011/7"), (72, 40, 8, foot[0]), (450, 40, 8, foot[1])]


def test_running_heads_and_feet_are_furniture() -> None:
    pages = [[*running(at, 3, turned=at % 2 == 0), *block([f"Article {at}", *BODY])] for at in (1, 2, 3)]
    read = extract(pdf(*pages), "a.pdf")

    assert ["UO/2011/7", "UO/2011/7", "UO/2011/7"] == [
        words for words in roles(read, Role.FURNITURE) if "11-0" not in words
    ]
    assert 6 == len(roles(read, Role.FURNITURE))
    assert ["Article 1", "Article 2", "Article 3"] == [words for words in roles(read, Role.PLAIN) if "Article" in words]
    assert [1, 2, 3] == sorted({line.page or 0 for line in read.lines})


def test_text_that_happens_to_top_two_pages_is_no_running_head() -> None:
    pages = [block([f"Article {number}", *(words[number:] for words in BODY)], top=820) for number in (4, 9)]

    assert [] == roles(extract(pdf(*pages), "a.pdf"), Role.FURNITURE)


@pytest.mark.parametrize("number", ["{}", "- {} -", "Page {} of 2", "{}/2", "стр. {}", "iv"])
def test_page_numbers_alone_are_furniture(number: str) -> None:
    shown = number.replace("стр.", "p.")
    pages = [[*block(BODY), (290, 30, 10, shown.format(at))] for at in (1, 2)]

    assert 2 == len(roles(extract(pdf(*pages), "a.pdf"), Role.FURNITURE))


def test_small_print_at_the_foot_of_a_page_is_a_note() -> None:
    notes = [
        (72, 90, 7, "1 Adopted at the fourth meeting, and confirmed at the"),
        (72, 80, 7, "fifth."),
        (72, 70, 7, "2 Ibid."),
    ]
    called = [(72, 500, 11, "See the report"), (146, 504, 6, "1"), (150, 500, 11, ", which was issued.")]
    read = extract(pdf([*block(BODY), *called, *notes]), "a.pdf")

    assert [words for _, _, _, words in notes] == roles(read, Role.NOTE)
    assert ["1", "", "2"] == [line.note for line in read.lines if line.role is Role.NOTE]
    assert ["1"] == [mark.span.of(read.source) for mark in read.marks]


def test_small_print_elsewhere_is_text() -> None:
    read = extract(pdf([(72, 800, 7, "1 Small"), *block(BODY)]), "a.pdf")

    assert [] == roles(read, Role.NOTE)


def test_a_wide_gap_is_a_tab() -> None:
    read = extract(
        pdf([(72, 700, 11, "United Organisations"), (400, 700, 11, "UO/2011/7"), *block(BODY, top=600)]), "a.pdf"
    )

    assert "United Organisations\tUO/2011/7" in read.source


def test_two_columns_are_read_one_after_the_other() -> None:
    left = block(["Left one", "left two", "left three", "left four", "left five", "left six"], left=60)
    right = block(["Right one", "right two", "right three", "right four", "right five", "right six"], left=320)
    read = extract(pdf([*left, *right]), "a.pdf")

    assert read.source.index("left six") < read.source.index("Right one")
    assert {0} == {round(line.indent or 0) for line in read.lines}


def test_links_are_kept() -> None:
    link = b"<</Type/Annot/Subtype/Link/Rect[100 690 160 712]/A<</S/URI/URI(http://a.example/x)>>>>"
    content = pdf([(72, 700, 11, "See the report of the Council.")], page_extra="/Annots[6 0 R]", objects=(link,))
    read = extract(content, "a.pdf")

    assert ["http://a.example/x"] == [link.target for link in read.links]
    assert "report of" in read.links[0].span.of(read.source)


def test_a_page_that_is_shown_turned_has_its_places_turned_too() -> None:
    read = extract(pdf(block(BODY), page_extra="/Rotate 180"), "a.pdf")

    assert 3 == len(read.lines)


def test_metadata_is_kept() -> None:
    content = pdf(block(BODY), trailer="/Info 6 0 R", objects=(b"<</Title(Draft agreement)>>",))

    assert ("Title", "Draft agreement") in extract(content, "a.pdf").metadata


def test_an_encrypted_file_is_refused() -> None:
    secret = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + "a" * 32 + ")/U(" + "b" * 32 + ")>>/ID[(x)(x)]"

    with pytest.raises(Unreadable, match="encrypted; save it without a password"):
        extract(pdf(block(BODY), trailer=secret), "a.pdf")


def test_page_images_are_refused() -> None:
    with pytest.raises(Unreadable, match="OCR"):
        extract(pdf([], []), "a.pdf")


def test_a_file_that_is_cut_off_is_refused_or_read_but_never_breaks() -> None:
    content = pdf(*[block(BODY)] * 3)
    for part in range(1, 10):
        try:
            assert extract(content[: len(content) * part // 10], "a.pdf").source
        except Unreadable:
            continue


def test_real_drafts_give_their_paragraphs(shared: Path) -> None:
    for path in sorted((shared / "data" / "unsc_drafts_pdf").glob("*.pdf")):
        read = extract(path.read_bytes(), path.name)
        plain = roles(read, Role.PLAIN)
        assert "The Security Council," in plain
        assert any(words.startswith("1.\t") for words in plain)
        symbol = path.name.removesuffix("-EN.pdf").replace("_", "/")
        assert f"United Nations\t{symbol}" == plain[0]
        assert symbol not in plain
        assert not any(words.startswith("*2") for words in plain)
