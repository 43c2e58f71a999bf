"""The reading form: clean for people, whole for the machine, and refused when either half was changed."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acquis.errors import Unreadable
from acquis.formats import reading
from acquis.model import Basis, Claim, Document
from tests.strategies import catalogued, charters, documents, seeds, un_texts, wild_documents

LOOSE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

DECLARATION = """Declaration of the Harbour Cities

The harbour cities, meeting in Tarvik on 4 May 2031, declare as follows:

The cities agree to:

- keep their lights burning. This binds all;
- share their charts.

They thank the host.
"""


def same(document: Document) -> str:
    content = reading.write(document)

    assert reading.read(content) == document
    return content.decode()


@settings(LOOSE, max_examples=60)
@given(documents())
def test_a_document_comes_back(document: Document) -> None:
    same(document)


@settings(LOOSE, max_examples=60)
@given(wild_documents())
def test_even_a_document_that_no_reader_makes_comes_back(document: Document) -> None:
    same(document)


def test_halves_of_surrogate_pairs_come_back_one_by_one() -> None:
    document = catalogued(DECLARATION)
    text = document.text.replace("lights", "li\ud83d\udc00s")
    odd = dataclasses.replace(document, layers=dataclasses.replace(document.layers, text=text))

    assert "li\\u{d83d}\\u{dc00}s" in same(odd)


def test_each_part_has_its_address_in_the_margin_and_stands_under_what_holds_it() -> None:
    lines = reading.show(catalogued(DECLARATION)).splitlines()

    assert "title         # Declaration of the Harbour Cities" in lines
    assert "p2.b1           - keep their lights burning. This binds all;" in lines
    assert "p2.b2           - share their charts." in lines


def test_sentences_are_numbered_where_that_is_asked_for() -> None:
    shown = reading.show(catalogued(DECLARATION), sentences=True)

    assert "- ⟨1⟩ keep their lights burning. ⟨2⟩ This binds all;" in shown


def test_a_field_shows_what_it_rests_on_or_why_it_is_not_known() -> None:
    lines = reading.show(catalogued(DECLARATION)).splitlines()

    assert any(line.startswith("day           2031-05-04, adoption  [text") for line in lines)
    assert any(line.startswith("source        none: ") for line in lines)


def test_what_was_refused_and_what_else_was_stated_is_shown() -> None:
    document = catalogued(DECLARATION)
    others = (
        Claim("place", "Orrin", Basis.STAMP),
        Claim("date.adoption", "1999-01-01", Basis.NAME, why="no such session", refused=True),
    )
    shown = reading.show(dataclasses.replace(document, record=document.record.plus(*others)))

    assert "              also Orrin  [web stamp]\n" in shown
    assert "refused       date.adoption 1999-01-01  [file name: no such session]\n" in shown


def test_what_was_left_out_is_listed_with_reason_and_count() -> None:
    shown = reading.show(catalogued(DECLARATION))

    assert "marker        2 times, 4 characters: -\n" in shown


def test_a_line_that_goes_on_is_told_from_a_new_part() -> None:
    document = catalogued("A text\n\nfirst line\n")
    text = document.text.replace("first line", "first\nlin ")
    odd = dataclasses.replace(document, layers=dataclasses.replace(document.layers, text=text))

    assert "first\n              │lin\\u{20}\n" in same(odd)


@given(st.data())
@settings(LOOSE, max_examples=60)
def test_a_changed_letter_in_the_part_for_people_is_refused(data: st.DataObject) -> None:
    content = reading.write(catalogued(DECLARATION))
    at = data.draw(st.integers(0, content.index(reading.FOOT.encode())))
    other = data.draw(st.sampled_from([b"7", b" ", b"\n", b'"', b"\\", b""]))
    changed = content[:at] + other + content[at + 1 :]
    if changed == content:
        return

    with pytest.raises(Unreadable) as refusal:
        reading.read(changed)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "content", [b"", b"text\n", b"\xff\xfe", b"a\n\n-- layers --\n[]", b'a\n\n-- layers --\n{"schema": 9}']
)
def test_anything_else_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(Unreadable):
        reading.read(content)


def test_a_changed_paragraph_changes_few_lines() -> None:
    before = reading.write(catalogued(DECLARATION)).decode().splitlines()
    after = (
        reading.write(catalogued(DECLARATION.replace("thank the host", "warmly thank the host"))).decode().splitlines()
    )

    assert len(before) == len(after)
    assert (
        sum(one != other for one, other in zip(before, after, strict=True)) == 8
    )  # the words, their sentences and piece; name and hashes of the file


def test_the_founding_documents_and_a_charter_in_six_languages_come_back(shared: Path) -> None:
    for document in (*seeds(shared), *charters(shared)):
        same(document)


@pytest.mark.slow
def test_two_hundred_documents_come_back(shared: Path) -> None:
    assert sum(1 for document in un_texts(shared, 200) if same(document)) == 200
