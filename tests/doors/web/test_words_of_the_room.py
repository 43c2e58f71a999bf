"""The interface speaks five languages: every word of it is in every catalogue."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from acquis.web import words
from acquis.web.figures import Mention, plot, timeline
from acquis.web.once import Once
from acquis.web.text import Mark, plain, runs
from acquis.web.urls import Url, own

FOLDER = Path(words.__file__).parent
PLACEHOLDERS = re.compile(r"%\(\w+\)s")


def said():
    """Every message of the templates and of the code."""
    methods = [("templates/**.html", "jinja2"), ("**.py", "python")]
    keywords = {"_": None, "ngettext": (1, 2), "gettext": None, "message": None}
    found = extract_from_dir(FOLDER, methods, keywords=keywords, options_map={})
    return {each[2] if isinstance(each[2], str) else each[2][0] for each in found}


def catalogue(tag):
    with (words.FOLDER / f"{tag}.po").open("rb") as file:
        return read_po(file, locale=tag)


@pytest.mark.parametrize("tag", words.TONGUES)
def test_a_catalogue_has_every_message_and_no_other(tag):
    held = {each.id if isinstance(each.id, str) else each.id[0] for each in catalogue(tag) if each.id}

    assert said() == held


@pytest.mark.parametrize("tag", words.TONGUES)
def test_every_message_is_said_with_its_placeholders(tag):
    for each in (each for each in catalogue(tag) if each.id):
        forms = [each.string] if isinstance(each.string, str) else list(each.string)
        ids = [each.id] if isinstance(each.id, str) else list(each.id)
        assert all(forms)
        assert {frozenset(PLACEHOLDERS.findall(form)) for form in (*forms, *ids)} == {
            frozenset(PLACEHOLDERS.findall(ids[0]))
        }


def test_a_word_that_no_catalogue_has_stays_as_it_is():
    assert "unheard of" == words.tongues()["ru"].catalogue.gettext("unheard of")


@pytest.mark.parametrize(
    ("asked", "header", "spoken"),
    [("ru", "fr", "ru"), (None, "fr-CA, en;q=0.5", "fr"), ("tlh", "ja", "ja"), (None, "", "en"), (None, ";;q=,", "en")],
)
def test_the_interface_is_in_the_language_that_is_asked_for(asked, header, spoken, outside):
    params = {"ui": asked} if asked else {}
    page = outside.get("/catalogue", params=params, headers={"accept-language": header})
    outside.cookies.delete("ui") if "ui" in outside.cookies else None

    assert f'<html lang="{spoken}"' in page.text


def test_the_language_that_was_chosen_is_remembered(stocked):
    from tests.doors.web.conftest import client

    with client(stocked) as asked:
        asked.get("/?ui=ru")
        assert '<html lang="ru"' in asked.get("/").text


def test_what_came_from_an_index_that_is_behind_is_not_kept():
    once, made = Once(), iter("abc")

    assert ["a", "b", "b"] == [once(1, lambda: next(made), lambda keep=keep: keep) for keep in (False, True, True)]


def test_of_too_many_answers_the_one_that_was_asked_for_longest_ago_goes():
    once = Once(most=2)

    assert [1, 2, 1, 3, 1, 9] == [
        once(key, lambda made=made: made) for key, made in zip("abacab", [1, 2, 8, 3, 8, 9], strict=True)
    ]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9))))
def test_answers_that_are_kept_weigh_no_more_than_they_may(asked):
    once, weights = Once(most=12, weigh=lambda answer: answer[1]), dict[int, int]()
    for key, weight in asked:
        once(key, lambda key=key, weight=weight: (key, weight))
        weights = {each: once(each, lambda: (0, 0), lambda: False)[1] for each in range(6) if each in once}

        assert key in once
        assert sum(weights.values()) <= 12


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("abc"))))
def test_words_that_are_cut_up_are_the_same_words(text, marks):
    found = runs(text, [Mark(start, min(end, len(text)), kind) for start, end, kind in marks])

    assert text == "".join(run.words for run in found)


@given(st.text())
def test_plain_words_turn_no_line_and_break_none(text):
    assert not set(plain(text)) & set("\u202e\u202d\u2066\u2067\n\r\x00")


@given(st.text())
def test_a_path_of_the_room_is_never_a_place_elsewhere(path):
    assert own(path).startswith("/")
    assert not own(path).startswith(("//", "/\\"))


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.text()), max_size=5, unique_by=lambda pair: pair[0]))
def test_a_query_that_is_changed_back_is_the_same_query(pairs):
    kept = tuple((name, value) for name, value in pairs if value)
    here = Url("/search", kept)

    assert str(here) == Url.of("/search", here.to(z="1").partition("?")[2]).to(z=None)


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.integers(1900, 2030), st.booleans()), min_size=1, max_size=40))
def test_a_timeline_counts_everything_once(things):
    drawn = timeline([Mention(key, key, year, held) for key, year, held in things])

    assert len(things) == sum(dot.count + dot.known for lane in drawn.lanes for dot in lane.dots)
    assert all(0 <= dot.x <= drawn.wide for lane in drawn.lanes for dot in lane.dots)


@given(st.dictionaries(st.integers(1900, 2030), st.integers(1, 1_000)))
def test_bars_stand_within_their_plot(counts):
    drawn = plot(list(counts.items()))

    assert sorted(counts) == [bar.year for bar in drawn.bars]
    assert all(0 <= bar.y and bar.high <= drawn.high for bar in drawn.bars)
