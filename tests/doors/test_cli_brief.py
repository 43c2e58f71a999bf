"""`acquis brief`: a page in forty lines, files of every form, and another text to compare with that is remembered."""

import json

import pytest


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_first_page_fits_forty_lines(held, acquis, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    printed = acquis("brief", "Belovesk 2019", "--short")

    assert printed.code == 0
    assert 0 < len(printed.out.splitlines()) <= 40
    assert "because: same organ" in " ".join(printed.out.split())


def test_the_whole_brief_begins_with_the_first_page(held, acquis):
    whole = acquis("brief", "Belovesk 2019").out

    assert whole.splitlines()[0].startswith("The text")
    for heading in ("What it was compared with", "What changed", "Where each sentence comes from", "Assent"):
        assert f"\n{heading}\n" in whole


STARTS = {"docx": b"PK", "pdf": b"%PDF-", "html": b"<!doctype html>", "md": b"# Brief:", "json": b"{"}


@pytest.mark.parametrize("form", STARTS)
def test_it_is_written_as_a_file_of_each_form(held, acquis, form):
    printed = acquis("brief", "Belovesk 2019", "-o", f"brief.{form}")

    assert (printed.code, printed.out) == (0, "")
    assert (held / f"brief.{form}").read_bytes().startswith(STARTS[form])


def test_the_data_names_the_text_that_it_was_compared_with_and_why(held, acquis):
    told = acquis("brief", "Belovesk 2019", "--json").json

    assert told["compared_with"][0]["day"] == "2017-06-22"
    assert told["compared_with"][0]["because"] == "same organ, same kind, same series, last earlier date"
    assert len(told["first_page"]) <= 12


def test_another_text_is_compared_with_and_remembered(held, acquis):
    acquis("brief", "Belovesk 2019", "--against", "Orvelin 2004 declaration", "--short")
    again = acquis("brief", "Belovesk 2019", "--json").json
    edits = acquis("edits", "--json").json

    assert again["compared_with"][0]["day"] == "2004-05-14"
    assert "follows" in json.dumps(edits)


def test_a_file_that_is_not_held_has_its_brief_and_nothing_is_kept(held, acquis, tmp_path):
    before = acquis("list", "--json").out
    (tmp_path / "new.txt").write_text(
        "DECLARATION OF BELOVESK\n\nBelovesk, 3 May 2023\n\nThe Heads of State declare as follows:\n\n"
        "1. The member States stand ready to exchange, where possible, information on water levels.\n",
        "utf-8",
    )
    printed = acquis("brief", str(tmp_path / "new.txt"), "--json")

    assert printed.code == 0
    assert printed.json["text"]["held"] is False
    assert acquis("list", "--json").out == before


@pytest.mark.parametrize(
    ("words", "code"), [(("no such text",), 3), (("Belovesk 2019", "-o", "brief.odt"), 2), (("Declaration",), 4)]
)
def test_what_cannot_be_done_is_refused_with_what_would_work(held, acquis, words, code):
    printed = acquis("brief", *words)

    assert printed.code == code
    assert printed.err.strip()
