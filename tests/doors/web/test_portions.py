"""A long text is shown by portions, and nothing of it is out of reach."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from acquis.model import Document, File, Kind, Layers, Part, Pinpoint, Record, Span
from acquis.web.portions import portion
from acquis.web.security import Limits
from tests.doors.web.conftest import client

PAGE = "/d/osr/2005-06-09/halmor-declaration/@en-x-inland"


@pytest.fixture(scope="module")
def short(stocked):
    """A room that shows ten parts of a text at a time."""
    with client(stocked, limits=Limits(requests=None, parts=10)) as asked:
        yield asked


def tree(asked, address):
    answer = asked.get(address)
    assert 200 == answer.status_code, address
    return html.fromstring(answer.content)


def paths(page):
    return page.xpath("//div[@class='text']//div[starts-with(@class, 'part ')]/@id")


def test_from_page_to_page_every_part_is_met_once(short, outside):
    met, there = [], [PAGE]
    while there:
        page = tree(short, there[0])
        met.append(paths(page))
        there = page.xpath("//div[@class='text']//a[@rel='next']/@href")[:1]

    assert len(met) > 2
    assert max(map(len, met)) <= 10
    assert paths(tree(outside, PAGE)) == list(itertools.chain(*met))


def test_the_contents_lead_to_the_page_that_has_the_part(short):
    links = tree(short, PAGE).xpath("//nav[@class='contents']//a/@href")

    assert any(link.startswith("#") for link in links)
    assert any("?at=" in link for link in links)
    for link in links:
        address, _, part = link.partition("#")
        assert part in paths(tree(short, address or PAGE))


def test_a_paragraph_leads_to_its_place_in_the_document(short):
    link = tree(short, f"{PAGE}/p20").xpath("//p[@class='crumb']/a/@href")[0]

    assert link == f"{PAGE}?at=p20#p20"
    assert "p20" in paths(tree(short, link))


@pytest.mark.parametrize("asked", ["?whole=true", ".json?at=p20", "?at=p20&whole=true"])
def test_all_of_it_is_had_on_one_page_and_as_json(short, outside, asked):
    whole = [each["path"] for each in outside.get(f"{PAGE}.json").json()["parts"]]
    if "json" in asked:
        assert whole == [each["path"] for each in short.get(f"{PAGE}{asked}").json()["parts"]]
    else:
        shown = paths(tree(short, f"{PAGE}{asked}"))
        assert len(shown) > 20
        assert shown == [each for each in whole if each in shown]


@pytest.mark.parametrize("at", ["", "nowhere", "p1", "<b>"])
def test_a_part_that_there_is_not_gives_the_first_page(short, at):
    assert paths(tree(short, PAGE)) == paths(tree(short, f"{PAGE}?at={at}"))


def test_a_short_text_has_no_portions(outside):
    page = outside.get(PAGE).text

    assert "Parts of a long text" not in page
    assert "All of it on one page" not in page


def document(kinds):
    text = "x" * len(kinds)
    parts = tuple(
        Part(f"n{n}", kind, Span(n, n + 1), level=level) for n, (kind, level) in enumerate(kinds)
    )  # fmt: skip
    made = Pinpoint("osr:2005-06-09/long@en")
    return Document(made, Record(()), File("0" * 64, 1, "x", "text/plain", None), Layers(text, text, ()), parts)


@given(
    st.lists(st.tuples(st.sampled_from([Kind.PARAGRAPH, Kind.ARTICLE, Kind.ANNEX]), st.integers(1, 3)), max_size=80),
    st.integers(1, 12),
)
def test_portions_cover_a_text_without_gap_and_are_not_too_long(kinds, most):
    held = document(kinds)
    met, at = [], ""
    while True:
        chosen, told = portion(held, at, most)
        met += chosen
        if told is None or told.after is None:
            break
        assert len(chosen) <= most
        assert all(chosen == portion(held, part.path, most)[0] for part in chosen)
        at = told.after

    assert held.parts == tuple(met)


def test_a_portion_ends_before_the_highest_division_of_its_second_half():
    plain, article, annex = (Kind.PARAGRAPH, 1), (Kind.ARTICLE, 2), (Kind.ANNEX, 1)
    kinds = [*[plain] * 6, annex, plain, article, plain, plain, plain]

    chosen, told = portion(document(kinds), "", 10)

    assert (6, "n6") == (len(chosen), told.after)
