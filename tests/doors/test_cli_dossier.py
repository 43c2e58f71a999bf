"""`acquis dossier`: what is typed becomes a folder or a zip, and is held against the archive later."""

import json
import zipfile
from pathlib import Path

from acquis.cli._panels import PANELS
from acquis.cli.dossier import command

DIFF = 'diff "Halmor 2005#p3" "osr:2007-09-18/drevina-declaration#p3"'


def test_what_is_typed_is_a_zip_that_verifies(held, acquis):
    made = acquis("dossier", "Halmor 2005#p6 -- The first.", DIFF, "--title", "Levels", "-o", "kept.zip")
    later = acquis("dossier", "--verify", "kept.zip")

    assert (0, 0) == (made.code, later.code)
    assert "internal, change 41; hash " in made.out
    assert "all as they were in change 41" in later.out
    with zipfile.ZipFile("kept.zip") as archive:
        assert "The first." in archive.read("dossier.md").decode()


def test_a_file_of_lines_and_a_line_are_one_selection(held, acquis):
    Path("mine.txt").write_text("# Mine\nHalmor 2005#p6 -- The first.\n", "utf-8")
    made = acquis("dossier", "mine.txt", DIFF, "-o", "kept", "--json")

    assert ["1 ", "2 "] == [f"{each['number']} " for each in made.json["items"]]
    assert sorted(made.json["files"]) == sorted(
        each.relative_to("kept").as_posix() for each in Path("kept").rglob("*") if each.is_file()
    )
    again = acquis("dossier", "kept/selection.yaml", "-o", "again", "--json")
    assert made.json["hash"] == again.json["hash"]


def test_of_a_release_and_of_public_documents(held, acquis):
    acquis("mark", "Halmor 2005", "public", "--because", "published")
    acquis("release", "spring")
    acquis("note", "Halmor 2005", "A note.")
    made = acquis("dossier", "Halmor 2005#p6", "--release", "spring", "--public", "-o", "kept", "--json")

    assert ("public", "release spring") == (made.json["marking"], made.json["stands"])
    assert 0 == acquis("dossier", "--verify", "kept").code
    refused = acquis("dossier", "Belovesk 2019#p7", "--public", "-o", "other")
    assert (2, False) == (refused.code, Path("other").exists())


def test_what_is_not_as_it_was_is_told_and_ends_with_1(held, acquis):
    acquis("dossier", "Halmor 2005#p5", "Belovesk 2019#p7", "-o", "kept")
    acquis("split", "Halmor 2005#p5", "--at", "They note", "--because", "two subjects")
    Path("kept/dossier.md").write_text("Something else", "utf-8")
    told, data = acquis("dossier", "--verify", "kept"), acquis("dossier", "--verify", "kept", "--json")

    assert (1, 1) == (told.code, data.code)
    assert "changed  dossier.md" in told.out
    assert "moved  osr:2005-06-09/halmor-declaration@en-x-inland#p5" in told.out
    assert "(note 1)" in told.out
    assert {"changed", "moved"} == {each["how"] for each in data.json["findings"]}


def test_every_line_that_is_wrong_is_said(held, acquis):
    Path("mine.yaml").write_text("items:\n- Halmor 2005#p6\n- who osr\n", "utf-8")
    refused = acquis("dossier", "mine.yaml", "Nowhere 1901#p1", "-o", "kept")

    assert (2, False) == (refused.code, Path("kept").exists())
    assert "mine.yaml, line 3: Write `who ORGANISATION on DAY`" in refused.err
    assert "argument 2: No document answers to 'Nowhere 1901'" in refused.err


def test_a_folder_that_is_none_is_not_overwritten(held, acquis):
    Path("thesis").mkdir()
    Path("thesis/thesis.docx").write_bytes(b"years of work")
    refused = acquis("dossier", "Halmor 2005#p6", "-o", "thesis")

    assert (1, ["thesis.docx"]) == (refused.code, [each.name for each in Path("thesis").iterdir()])
    assert "is no dossier, and is not overwritten" in refused.err


def test_what_is_asked_for_has_to_make_sense(held, acquis):
    assert 2 == acquis("dossier", "Halmor 2005#p6").code
    assert 2 == acquis("dossier", "-o", "kept").code
    assert 2 == acquis("dossier", "--verify", "nowhere").code
    assert 2 == acquis("dossier", "Halmor 2005#p6", "--verify", ".").code
    assert 5 == acquis("dossier", "--verify", "samples").code


def test_a_dossier_of_somebody_else_is_read_as_data_alone(held, acquis):
    acquis("dossier", "Halmor 2005#p6", "-o", "kept")
    record = json.loads(Path("kept/dossier.json").read_text("utf-8"))
    record["quotations"][0]["address"] = "\u001b[31mosr:x@en#p1"
    Path("kept/dossier.json").write_text(json.dumps(record), "utf-8")
    told = acquis("dossier", "--verify", "kept")

    assert 1 == told.code
    assert "\u001b" not in told.out


def test_help_says_what_the_command_says(acquis):
    assert PANELS["Keep and hand on"]["dossier"].summary == (command.help or "").split("\n")[0]
