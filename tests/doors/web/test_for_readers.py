"""Refusals on pages: what works in a browser, and no command."""

import re
from pathlib import Path

import pytest

import acquis
from acquis.web.for_readers import for_readers

COMMAND = re.compile(r"`acquis [^`]*`|--[a-z]{2,}")


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("osr:x is not held. `acquis list` shows what is.", "osr:x is not held. The catalogue shows what is held."),
        (
            "osr:x was withdrawn. `acquis log osr:x` says when and why.",
            "osr:x was withdrawn. Its address is given to nothing else.",
        ),
        (
            "'a b' has 2 words; give at least 3, or use `acquis find`.",
            "'a b' has 2 words; give at least 3, or search for the words.",
        ),
        ("A correction needs a reason: say it with --because.", "A correction needs a reason."),
        ("It is so. `acquis unheard-of --of 1` tells more. Ask again.", "It is so. Ask again."),
        ("Too large; raise the limit with --limit bytes=1.", "This is not done on a page."),
        ("A day is 2007-08-16 — or a month.", "A day is 2007-08-16 — or a month."),
    ],
)
def test_a_refusal_says_what_works_on_a_page(told, shown):
    assert for_readers(told) == shown


def test_every_refusal_that_names_a_command_has_words_of_its_own_for_pages():
    """Whatever the rooms say with a command in it, something is left of it that stands by itself."""
    source = Path(acquis.__file__).parent
    rooms = ("archive", "precedents", "register", "errors.py")
    files = [
        path for room in rooms for path in ([source / room] if room.endswith(".py") else (source / room).glob("*.py"))
    ]
    told = [met for path in files for met in re.findall(r'"([^"\n]*`acquis [^"\n]*)"', path.read_text("utf-8"))]

    assert len(told) > 8
    for each in told:
        assert not COMMAND.search(for_readers(each))


@pytest.mark.parametrize("form", ["", ".json"])
@pytest.mark.parametrize(
    ("path", "query"), [("/d/osr/1999-01-01/nothing", {}), ("/prior", {"q": "two words"}), ("/treaties", {"of": "x"})]
)
def test_no_page_sends_its_reader_to_a_terminal(outside, path, query, form):
    assert not COMMAND.search(outside.get(path + form, params=query).text.partition("<main")[2] or "")
