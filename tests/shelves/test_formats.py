"""From bytes to characters and lines: plain text, encodings, what is refused, what is gathered, what is bounded."""

import io
import os
import signal
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.errors import TooLarge, UnknownName, Unreadable
from acquis.formats import Role, extract, formats
from acquis.formats._encoding import decoded
from acquis.formats._gather import Found, gather
from acquis.formats._limits import Limits
from acquis.formats._worker import Workers, run_limited

RUSSIAN = "Государства-члены подтверждают приверженность целям Устава. Стороны развивают сотрудничество."
FRENCH = "Les États membres réaffirment leur attachement à la Charte et coopèrent où qu'ils soient."
CHINESE = "成员国重申恪守宪章的宗旨和原则。各方将继续在安全和文化领域开展合作。"
JAPANESE = "加盟国は憲章の目的及び原則に対する誓約を再確認する。締約国は協力を発展させる。"
ARABIC = "تؤكد الدول الأعضاء من جديد التزامها بمقاصد الميثاق ومبادئه وتعمل الأطراف على تطوير التعاون."
ENGLISH = "The Governments of the States concerned have agreed as follows.\n"

ENCODED = [
    (RUSSIAN, ("cp1251", "koi8-r", "iso8859-5", "cp866")),
    (FRENCH, ("cp1252", "mac-roman")),
    (CHINESE, ("gb18030", "big5hkscs")),
    (JAPANESE, ("cp932", "euc_jp", "iso2022_jp")),
    (ARABIC, ("cp1256", "iso8859-6")),
]
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le")


def lines(content: bytes, name: str = "a.txt") -> list[str]:
    read = extract(content, name)
    return [line.span.of(read.source) for line in read.lines]


@pytest.mark.parametrize(("words", "encoding"), [(words, name) for words, names in ENCODED for name in names])
@pytest.mark.parametrize("around", ["", ENGLISH * 40])
def test_letters_tell_an_encoding_that_is_not_stated(words: str, encoding: str, around: str) -> None:
    if encoding == "big5hkscs":
        words = "成員國重申恪守憲章的宗旨和原則。各方將繼續在安全和文化領域開展合作。"
    assert around + words == decoded((around + words).encode(encoding)).text


@pytest.mark.parametrize("words", [RUSSIAN, FRENCH, CHINESE + "\r\n" + ENGLISH, ARABIC, ENGLISH])
@pytest.mark.parametrize("encoding", UNICODE)
def test_unicode_is_told_with_and_without_a_mark(words: str, encoding: str) -> None:
    read = extract(words.encode(encoding), "a.txt")

    assert words == read.source.removeprefix("\ufeff")
    assert not read.doubts


def test_quotation_marks_of_two_western_encodings_are_told_apart() -> None:
    words = "It’s the “common heritage” of mankind – 1967–1982 – agreed by the Parties’ delegates."

    assert words == decoded(words.encode("cp1252")).text
    assert words == decoded(words.encode("mac-roman")).text


def test_a_guess_is_said_to_be_one() -> None:
    assert "cp1251" in extract(RUSSIAN.encode("cp1251"), "a.txt").doubts[0]


def test_stray_bytes_in_utf8_stay_as_replacements_and_are_counted() -> None:
    read = extract(FRENCH.encode() + b" It\x92s \x93so\x94.", "a.txt")

    assert "utf-8" == read.encoding
    assert "It\ufffds \ufffdso\ufffd." in read.source
    assert "3 bytes" in read.doubts[0]


def test_every_character_of_a_text_is_kept_where_it_stands() -> None:
    content = "\ufeffOne\r\nTwo\n\nThree\x0bFour\x0cFive\u2028Six\x85Seven\r".encode()
    read = extract(content, "a.txt")

    assert content.decode() == read.source
    assert ["One", "Two", "", "Three", "Four", "Five", "Six", "Seven"] == lines(content)
    assert [1, 1, 1, 1, 1, 2, 2, 2] == [line.page for line in read.lines]
    assert read.wrapped is None


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip))
def test_what_a_line_says_is_what_stands_there(words: str) -> None:
    read = extract(b"\xef\xbb\xbf" + words.encode(), "a.txt")
    covered = "".join(line.span.of(read.source) for line in read.lines)

    assert "\ufeff" + words == read.source
    assert (
        covered == "".join(words.removeprefix("\ufeff").replace("\u2028", "\u2029").split("\u2029"))
        or "\ufeff" in words
    )


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t\n", "a.txt", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "scan.png", "OCR"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "a.txt", "OCR"),
        (b"MZ" + bytes(range(256)), "a.exe", "program"),
        (b"SQLite format 3\0" + bytes(100), "a.db", "database"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old.doc", "save it as DOCX"),
        (bytes(range(256)) * 20, "a.bin", "binary"),
        (b"<?xml version='1.0'?><inventory><item/></inventory>", "a.xml", "XML"),
        (b"PK\x03\x04 cut off", "a.docx", "damaged"),
        (b"%PDF-1.7 cut off", "a.pdf", "cut off"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(content: bytes, name: str, words: str) -> None:
    with pytest.raises(Unreadable, match=words) as refusal:
        extract(content, name)

    assert str(refusal.value).startswith(f"{name}: ")
    assert "\n" not in str(refusal.value)


def test_other_packages_are_named() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<office/>")

    with pytest.raises(Unreadable, match="OpenDocument"):
        extract(held.getvalue(), "a.odt")


def test_a_limit_is_named_with_the_option_that_raises_it() -> None:
    with pytest.raises(TooLarge, match=r"--limit file_bytes=128"):
        extract(b"a" * 100, "a.txt", limits=Limits(file_bytes=99))


def test_an_unknown_reading_is_refused() -> None:
    with pytest.raises(UnknownName, match="original"):
        extract(b"words", "a.txt", reading="final")


def test_the_bytes_tell_the_format_and_not_the_name() -> None:
    assert "text/html" == extract(b"<html><body><p>Agreed.</p></body></html>", "a.txt").media_type
    assert "text/plain" == extract(b"Agreed < 5.", "a.html").media_type
    assert "application/rtf" == extract(rb"{\rtf1 Agreed.}", "a.doc").media_type


def test_the_shelf_has_its_formats() -> None:
    assert {"docx", "html", "pdf", "rtf", "text"} <= {entry.name for entry in formats()}


# rtf

RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}{\f1\fcharset204 Times;}{\f2\fcharset128 Mincho;}}
{\stylesheet{\s1 heading 1;}}{\info{\title Not text}}
{\header Running head\par}
{\b AGREEMENT}\par The Parties, recalling \ldblquote peace\rdblquote\'97,\line have agreed{\footnote First note.}:\par
{\listtext\tab 1.\tab}Article one\par\f1\'c4\'e0, \u1044?\u1072\'3f.\f2\par\'93\'fa\'96\'7b\par\f0
\trowd A\cell B\cell\row\pard {\deleted old }{\revised new }end.\par{\*\unknown hidden}}"""


def test_rtf_gives_its_text_with_notes_and_rows() -> None:
    read = extract(RTF, "a.rtf")
    found = [(line.role, line.span.of(read.source)) for line in read.lines]

    assert [
        (Role.PLAIN, "AGREEMENT"),
        (Role.PLAIN, "The Parties, recalling “peace”—,"),
        (Role.PLAIN, "have agreed:"),
        (Role.PLAIN, "1.\tArticle one"),
        (Role.PLAIN, "Да, Да."),
        (Role.PLAIN, "日本"),
        (Role.CELL, "A\tB"),
        (Role.PLAIN, "new end."),
        (Role.NOTE, "First note."),
        (Role.FURNITURE, "Running head"),
    ] == found
    assert [(mark.note, read.source[mark.span.start - 6 : mark.span.start]) for mark in read.marks] == [("1", "agreed")]
    assert read.revised
    assert "old end." in extract(RTF, "a.rtf", reading="original").source


def test_a_cut_off_rtf_is_read_as_far_as_it_goes_and_said_to_be_cut() -> None:
    assert any("cut off" in doubt for doubt in extract(RTF[:400], "a.rtf").doubts)


# gathering


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "two.txt").write_bytes(b"two")
    (folder / "a.txt").write_bytes(b"one")
    (folder / ".hidden").write_bytes(b"no")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.txt").write_bytes(b"no")
    return folder


def zipped(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def tarred(mode: str, **members: bytes) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return held.getvalue()


def had(*paths: str, limits: Limits | None = None) -> list[tuple[str, bytes | str]]:
    given = gather(paths, limits)
    return [(one.name, one.content() if isinstance(one, Found) else str(one.error)) for one in given]


def test_folders_are_gathered_whole_and_sorted(papers: Path) -> None:
    assert [(f"{papers}/a.txt", b"one"), (f"{papers}/b/two.txt", b"two")] == had(str(papers))


def test_a_missing_path_is_said_and_the_rest_follows(papers: Path) -> None:
    missing, found = had("/nowhere/at/all", str(papers / "a.txt"))

    assert "no such file" in str(missing[1])
    assert b"one" == found[1]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_members_of_archives_have_names_of_their_own(tmp_path: Path, mode: str) -> None:
    inner = zipped(**{"deep/c.txt": b"c", "__MACOSX/x": b"no", ".x": b"no"})
    path = tmp_path / f"p.tar{mode[1:].replace(':', '.')}"
    path.write_bytes(tarred(mode, **{"a.txt": b"a", "../../etc/b.txt": b"b", "in.zip": inner}))

    assert [
        (f"{path}!/a.txt", b"a"),
        (f"{path}!/../../etc/b.txt", b"b"),
        (f"{path}!/in.zip!/deep/c.txt", b"c"),
    ] == had(str(path))
    assert ["p.tar"] == [each.name.split(".gz")[0].split(".bz2")[0].split(".xz")[0] for each in tmp_path.iterdir()]


def test_a_document_that_is_a_zip_inside_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(zipped(**{"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}))

    assert [str(path)] == [name for name, _ in had(str(path))]


def test_archives_in_archives_in_archives_are_not_unpacked_for_ever(tmp_path: Path) -> None:
    content = b"deep"
    for level in range(5):
        content = zipped(**{f"{level}.zip" if level else "a.txt": content})
    path = tmp_path / "p.zip"
    path.write_bytes(content)

    assert "unpack the inner one" in str(had(str(path))[0][1])


def test_an_archive_that_unfolds_too_far_is_refused(tmp_path: Path) -> None:
    bomb = bytes(5_000_000)
    limits = Limits(unpacked_bytes=1_000_000)
    for name, content in (("a.zip", zipped(a=bomb)), ("a.tar.gz", tarred("w:gz", a=bomb))):
        path = tmp_path / name
        path.write_bytes(content)
        assert "--limit unpacked_bytes=" in str(had(str(path), limits=limits)[0][1])


def test_an_archive_with_too_many_members_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(**{str(at): b"" for at in range(20)}))

    assert "--limit members=" in str(had(str(path), limits=Limits(members=10))[0][1])


def test_a_damaged_archive_is_refused_and_the_rest_follows(papers: Path) -> None:
    broken = papers / "0.zip"
    broken.write_bytes(zipped(a=os.urandom(5000))[:-200])
    names = [name for name, content in had(str(papers)) if isinstance(content, bytes)]

    assert [f"{papers}/a.txt", f"{papers}/b/two.txt"] == names


def test_standard_input_is_a_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"words")))

    assert [("stdin", b"words")] == had("-")


def test_pipes_and_links_to_folders_above_do_not_hold_things_up(papers: Path) -> None:
    os.mkfifo(papers / "pipe")
    (papers / "b" / "up").symlink_to(papers)

    assert 2 == len(had(str(papers)))


# bounded work


def act(what: object) -> object:
    match what:
        case "hang":
            time.sleep(60)
        case "burst":
            return len(b"x" * (4 << 30))
        case "fall":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "raise":
            raise ValueError("no such thing")
        case "refuse":
            raise UnknownName("language", "xx", ["en"])
    return what


def process(what: object) -> int:
    return os.getpid()


def test_one_bad_file_costs_only_itself() -> None:
    with Workers(2, Limits(seconds=8, memory_bytes=256 << 20)) as workers:
        given = list(workers.map_in_order(act, ["a", "hang", "b", "burst", "c", "fall", "raise", "refuse", "d"]))

        assert ["a", "b", "c", "d"] == [one for one in given if isinstance(one, str)]
        assert [TooLarge, TooLarge, Unreadable, Unreadable] == [type(given[at]) for at in (1, 3, 5, 6)]
        assert "--limit seconds=" in str(given[1])
        assert "--limit memory_bytes=" in str(given[3])
        assert "no such thing" in str(given[6])
        assert "Known: en" in str(given[7])
        assert [1, 2, 3] == list(workers.map_in_order(act, [1, 2, 3]))


def test_results_come_in_the_order_of_the_items_from_few_processes() -> None:
    with Workers(2) as workers:
        assert list(range(50)) == list(workers.map_in_order(act, range(50)))
        assert 2 >= len(set(workers.map_in_order(process, range(20))))


def test_only_a_few_items_are_taken_ahead() -> None:
    taken = []

    def endless() -> Iterator[int]:
        at = 0
        while True:
            taken.append(at)
            yield at
            at += 1

    with Workers(2) as workers:
        for result in workers.map_in_order(act, endless()):
            if result == 5:
                break
        assert 20 > len(taken)
        assert ["again"] == list(workers.map_in_order(act, ["again"]))


def test_one_function_can_be_run_within_limits() -> None:
    assert 4 == run_limited(max, 3, 4)
    with pytest.raises(TooLarge, match="seconds"):
        run_limited(act, "hang", limits=Limits(seconds=0.5))


# real files


@pytest.mark.slow
def test_every_treaty_text_is_read(shared: Path) -> None:
    seen = 0
    for one in gather([str(shared / "data" / "treaties" / "treaty_texts_raw.tar.gz")]):
        if isinstance(one, Found):
            read = extract(one.content(), one.name)
            seen += 1
            assert read.lines[-1].span.end <= len(read.source)

    assert 1800 < seen


def test_reports_of_another_machine_are_read_with_their_letters(shared: Path) -> None:
    for path in sorted((shared / "data" / "upr" / "reports").iterdir()):
        read = extract(path.read_bytes(), path.name)
        assert "’s " in read.source
        assert 100 < len(read.lines)
