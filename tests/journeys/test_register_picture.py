"""The picture of statuses: readable by eye, without colours, and by ear."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

import acquis
from acquis.register.picture import _HATCHES, svg

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    archive = acquis.open(tmp_path_factory.mktemp("pictures") / "empty.acquis")
    yield archive.register
    archive.store.close()


@pytest.fixture(scope="module")
def sco(register):
    return ElementTree.fromstring(svg(register, "sco"))


def test_it_has_a_title_and_says_in_words_what_it_shows(sco):
    title, words = sco.find(f"{SVG}title"), sco.find(f"{SVG}desc")

    assert "title words" == sco.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}"
    assert "Statuses in Shanghai Cooperation Organisation, 2001–2025" == title.text
    assert "Kazakhstan: member since 2001-06-15; " in words.text
    assert "India: observer since 2005-07-05 until " in words.text


def test_it_keeps_its_size_on_a_narrow_screen(sco):
    assert f"0 0 {sco.get('width')} {sco.get('height')}" == sco.get("viewBox")


def test_no_name_reaches_over_the_edge_or_over_another(sco):
    names = [each for each in sco.findall(f"{SVG}text") if each.get("text-anchor") == "end"]
    keys = [each for each in sco.findall(f"{SVG}text") if each.get("text-anchor") is None]
    ends = [(float(each.get("y")), float(each.get("x")), len(each.text) * 6.2) for each in keys]

    assert [] == [each.text for each in names if float(each.get("x")) < 6.2 * len(each.text)]
    assert 18 == min(float(b.get("y")) - float(a.get("y")) for a, b in pairwise(names))
    assert [] == [
        x for (row, x, wide), (next_row, next_x, _) in pairwise(ends) if row == next_row and x + wide > next_x
    ]


def test_years_do_not_run_into_one_another(register):
    for organisation in ("sco", "un", "brics"):
        picture = ElementTree.fromstring(svg(register, organisation))
        years = [float(each.get("x")) for each in picture.findall(f"{SVG}text") if each.get("text-anchor") == "middle"]
        assert 30 < min(b - a for a, b in pairwise(years))


def test_roles_are_told_apart_without_colours(sco):
    used = {each.get("fill") for each in sco.findall(f"{SVG}rect")} - {"#fff"}
    plain = sorted(_lightness(ground) for ground, lines in _HATCHES if not lines)
    lines = [path for _, path in _HATCHES if path]

    assert {"url(#role0)", "url(#role1)", "url(#role2)"} <= used
    assert 40 < min(b - a for a, b in pairwise(plain))
    assert len(lines) == len(set(lines))


def _lightness(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_of_what_nothing_is_kept_a_picture_says_so(register):
    picture = ElementTree.fromstring(svg(register, "nato"))
    (said,) = [each.text for each in picture.findall(f"{SVG}text")]

    assert "Nothing is kept of who was what in NATO." == said == picture.find(f"{SVG}title").text
    assert 6.2 * len(said) < float(picture.get("width"))
