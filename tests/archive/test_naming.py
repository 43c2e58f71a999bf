"""What a document is called: its slug, its address, and the words in which people cite it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.archive.naming import address_of, place_for_people, slug, source_tag
from acquis.archive.preparing import prepare
from acquis.model import Basis, Claim, Document, File, Pinpoint, Record
from tests.archive.written import HALMOR, declaration


@pytest.mark.parametrize(
    ("title", "slugged"),
    [
        ("ASTANA DECLARATION On the 10th Anniversary", "astana-declaration"),
        ("Drevina Declaration of the Heads of State", "drevina-declaration"),
        ("Declaration on Glaciers and the Upper Reaches", "declaration-glaciers-upper-reaches"),
        ("Joint Communiqué of the third session", "joint-communique"),
        ("Протокол о Речной комиссии", "протокол-о-речной-комиссии"),
        ("ガバナンス宣言", "ガバナンス宣言"),
        ("联合公报", "联合公报"),
        ("!!!", ""),
    ],
)
def test_a_slug_is_the_title_up_to_its_noun(title: str, slugged: str) -> None:
    assert slug(title) == slugged


@given(st.text(max_size=200))
def test_every_slug_can_stand_in_an_address(title: str) -> None:
    made = slug(title)

    assert len(made) <= 80
    if made:
        assert Pinpoint(f"osr:2005-06-09/{made}@en").local == f"2005-06-09/{made}"


def record(**fields: str) -> Record:
    named = {name.replace("_", "."): value for name, value in fields.items()}
    return Record(tuple(Claim(name, value, Basis.RECORD) for name, value in named.items()))


DATED = {"title": "Halmor Declaration", "date_adoption": "2005-06-09", "language": "en"}


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        (DATED | {"organisation": "osr"}, "osr:2005-06-09/halmor-declaration@en-x-unstated"),
        (DATED | {"organisation": "osr", "standing": "official"}, "osr:2005-06-09/halmor-declaration@en"),
        (DATED | {"organisation": "osr", "database": "The Blue Shelf"}, "osr:2005-06-09/halmor-declaration@en-x-blue"),
        (DATED | {"organisation": "osr", "slug": "halmor-appeal"}, "osr:2005-06-09/halmor-appeal@en-x-unstated"),
        ({"organisation": "un", "symbol": "A/RES/1/1", "language": "fr", "standing": "authentic"}, "un:A/RES/1/1@fr"),
        (DATED, "file:0123456789ab@en-x-unstated"),
        (DATED | {"kind": "treaty"}, "treaty:2005-06-09/halmor-declaration@en-x-unstated"),
        ({"organisation": "osr", "title": "Halmor Declaration"}, "file:0123456789ab@und-x-unstated"),
        (DATED | {"organisation": "osr", "date_adoption": "2005-06"}, "osr:2005-06/halmor-declaration@en-x-unstated"),
    ],
)
def test_an_address_follows_from_the_record(fields: dict[str, str], address: str) -> None:
    assert address_of(record(**fields), "0123456789abcdef") == address


@given(st.text(min_size=1, max_size=60))
def test_every_source_gives_a_tag_of_one_to_eight_letters_or_digits(name: str) -> None:
    tag = source_tag(record(database=name))

    assert tag.isascii()
    assert tag.isalnum()
    assert 1 <= len(tag) <= 8


@pytest.mark.parametrize(
    ("paragraphs", "path", "cited"),
    [
        ((), "p2", "second paragraph, unnumbered"),
        ((), "item1", "paragraph 1"),
        ((), "item2.a", "paragraph 2 (a)"),
        ((), "title", "title"),
    ],
)
def test_a_counted_number_is_never_passed_off_as_printed(paragraphs: tuple[str, ...], path: str, cited: str) -> None:
    made = prepare(declaration(*paragraphs), "a.txt")
    reading = made.reading
    document = Document(
        Pinpoint(HALMOR),
        made.catalogued.record,
        File("0" * 64, 0, "a.txt", "text/plain"),
        reading.layers,
        reading.parts,
    )

    assert place_for_people(document, document.part(path)) == cited
