"""The commands that read, correct, keep and hand on, typed as people type them."""

import json
from pathlib import Path

import pytest

HALMOR = "osr:2005-06-09/halmor-declaration@en-x-inland"
OLM = "Navigation on the Great Olm is open to the vessels of all member States on equal terms."


def path_of(acquis, words: str) -> str:
    """The path of the paragraph with these words in the Halmor declaration."""
    parts = acquis("show", "Halmor 2005", "--json").json["parts"]
    return next(part["address"].split("#")[1] for part in parts if part["words"] == words)


# --- show -----------------------------------------------------------------------------------------------------


def test_a_name_opens_the_document_and_says_what_it_was_taken_for(held, acquis):
    printed = acquis("show", "Halmor 2005")

    assert printed.code == 0
    assert OLM in printed.out
    assert printed.err.startswith("'Halmor 2005' was taken for HALMOR DECLARATION")


def test_a_paragraph_is_its_words_and_nothing_else(held, acquis):
    printed = acquis("show", f"{HALMOR}#{path_of(acquis, OLM)}")

    assert printed.out == OLM + "\n"
    assert "paragraph, unnumbered" in printed.err
    assert f"{HALMOR}#" in printed.err


def test_words_and_sentences_have_addresses(held, acquis):
    here = f"{HALMOR}#{path_of(acquis, OLM)}"
    first = acquis("show", here, "--sentences", "--json").json["sentences"][0]

    assert acquis("show", f"{here}~0-10").out == "Navigation\n"
    assert acquis("show", first["address"]).out == first["words"] + "\n"


def test_every_sentence_address_gives_back_its_sentence(held, acquis):
    for sentence in acquis("show", "Halmor 2005", "--sentences", "--json").json["sentences"]:
        assert acquis("show", sentence["address"]).out == sentence["words"] + "\n"


def test_layers_are_shown_as_they_are(held, acquis):
    came = (Path("samples") / "osr" / "osr-003.txt").read_bytes()

    assert acquis("show", "Halmor 2005", "--layer", "file").out.encode() == came
    assert acquis("show", "Halmor 2005", "--layer", "source").out.strip() == came.decode().strip()
    assert OLM in acquis("show", "Halmor 2005", "--layer", "text").out
    assert acquis("show", f"{HALMOR}#{path_of(acquis, OLM)}", "--layer", "source").out == OLM + "\n"


def test_the_language_chooses_the_expression(held, acquis):
    for entry in acquis("list", "--json").json["documents"]:
        printed = acquis("show", entry["work"], "--language", entry["language"], "--json")
        assert printed.json["address"] == entry["address"]


def test_a_claim_is_shown_with_its_words(held, acquis):
    claims = acquis("show", "Halmor 2005", "--record", "--json").json["claims"]

    assert {"field": "date.adoption", "value": "2005-06-09", "stated": "June 9, 2005"}.items() <= next(
        claim for claim in claims if claim["field"] == "date.adoption"
    ).items()


# --- list, find -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filters", "held_all"),
    [
        (["--year", "2005"], lambda row: row["day"].startswith("2005")),
        (["--language", "ru"], lambda row: row["language"].startswith("ru")),
        (
            ["--kind", "declaration", "--organ", "CHS"],
            lambda row: (row["kind"], row["organ"]) == ("declaration", "CHS"),
        ),
        (["--place", "halmor"], lambda row: "Halmor" in row["place"]),
    ],
)
def test_filters_narrow_the_list(filters, held_all, held, acquis):
    rows = acquis("list", *filters, "--json").json["documents"]

    assert rows
    assert all(held_all(row) for row in rows)


def test_nothing_that_fits_is_said_and_is_no_failure(held, acquis):
    printed = acquis("list", "--year", "1066")

    assert (0, "", "Nothing that is held fits.\n") == (printed.code, printed.out, printed.err)


def test_find_gives_addresses_whose_words_are_the_match(held, acquis):
    hits = acquis("find", '"water levels"', "--json").json["hits"]

    assert hits
    for hit in hits:
        assert acquis("show", hit["match"]).out.lower() == "water levels\n"
        assert acquis("show", hit["address"]).out == hit["words"] + "\n"
        assert [hit["words"][at["start"] : at["end"]] for at in hit["highlights"]]


def test_find_says_what_was_searched_and_what_else_was_looked_for(held, acquis):
    printed = acquis("find", "gauge").out

    assert "also looked for: gauge: gauges" in printed
    assert "passages found; searched " in printed
    assert "also looked for" not in acquis("find", "gauge", "--exact").out


def test_find_without_result_says_how_many_were_searched(held, acquis):
    printed = acquis("find", "submarine")

    assert printed.code == 0
    assert "0 passages found; searched " in printed.out


def test_a_phrase_that_the_shell_unquoted_is_a_phrase_beside_other_words(held, acquis):
    assert acquis("find", "water levels", "flood*", "--json").json["query"] == '"water levels" flood*'


def test_pages_of_results_make_the_whole(held, acquis):
    whole = acquis("find", "water", "--limit", "30", "--json").json["hits"]
    pages = [acquis("find", "water", "--limit", "10", "--offset", str(n), "--json").json["hits"] for n in (0, 10, 20)]

    assert whole == [hit for page in pages for hit in page]


@pytest.mark.parametrize("query", ['"open', "(water", "AND", "colour:blue"])
def test_a_query_that_cannot_be_read_is_refused(query, held, acquis):
    printed = acquis("find", query)

    assert (2, "") == (printed.code, printed.out)


@pytest.mark.parametrize("width", ["60", "100", "200"])
def test_a_concordance_puts_the_words_under_one_another(width, held, acquis, monkeypatch):
    monkeypatch.setenv("COLUMNS", width)
    lines = [line for line in acquis("concordance", "navigation", "--exact").out.splitlines() if "avigation" in line]

    assert len(lines) > 1
    assert len({line.lower().index("navigation") for line in lines if not line.startswith("osr:")}) <= 2


# --- corrections ----------------------------------------------------------------------------------------------


def test_a_correction_wins_and_can_be_undone(held, acquis):
    made = acquis("correct", "Halmor 2005", "place", "Old Halmor", "--because", "stated on the paper", "--json").json
    assert acquis("list", "--year", "2005", "--json").json["documents"][0]["place"] == "Old Halmor"

    undone = acquis("undo", str(made["number"]), "--because", "it was the other paper")
    assert undone.code == 0
    assert acquis("list", "--year", "2005", "--json").json["documents"][0]["place"] == "Halmor"
    assert ["it was the other paper"] == [
        each["because"] for each in acquis("log", "--json").json["changes"] if each["verb"] == "undo"
    ]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [("colour", "blue", "Known:"), ("date.adoption", "9 June", "2007-08-16"), ("standing", "fine", "authentic")],
)
def test_a_correction_that_does_not_fit_says_what_would(field, value, told, held, acquis):
    printed = acquis("correct", "Halmor 2005", field, value, "--because", "a trial")

    assert printed.code == 2
    assert told in printed.err


def test_paragraphs_are_split_and_joined_again(held, acquis):
    path = path_of(acquis, OLM)
    split = acquis("split", f"Halmor 2005#{path}", "--at", "open to", "--because", "a trial")
    assert split.code == 0, split.err
    assert path_of(acquis, "open to the vessels of all member States on equal terms.")
    other = path_of(acquis, "open to the vessels of all member States on equal terms.")
    first = path_of(acquis, "Navigation on the Great Olm is")

    joined = acquis("join", f"{HALMOR}#{first}", f"#{other}", "--because", "the trial is over")
    assert joined.code == 0, joined.err
    assert path_of(acquis, OLM)


def test_a_split_may_be_named_by_its_place(held, acquis):
    path, at = path_of(acquis, OLM), OLM.index("open")
    acquis("split", f"{HALMOR}#{path}~{at}-{len(OLM)}", "--because", "a trial")

    assert path_of(acquis, OLM[at:])


def test_a_split_without_a_place_says_how(held, acquis):
    assert 'Say where: --at "' in acquis("split", "Halmor 2005#p3", "--because", "a trial").err


def test_an_address_that_was_renamed_leads_to_the_new_one(held, acquis):
    acquis("rename", "Halmor 2005", "halmor-summit", "--because", "its usual name")

    assert acquis("show", HALMOR, "--json").json["address"].startswith("osr:2005-06-09/halmor-summit@")


def test_notes_relations_and_markings_are_listed_as_edits(held, acquis):
    acquis("note", "Halmor 2005", "Compare the later one.")
    acquis(
        "relate", "Halmor 2005", "osr:2007-09-18/drevina-declaration", "--as", "different", "--because", "two summits"
    )
    acquis("mark", "Halmor 2005", "public", "--rights", "Public domain", "--because", "the statute says so")
    rows = acquis("edits", "Halmor 2005", "--json").json["edits"]

    assert ["note", "relate", "correct", "correct"] == [row["verb"] for row in rows]
    assert "Compare the later one." in acquis("edits").out
    assert acquis("list", "--year", "2005", "--json").json["documents"][0]["marking"] == "public"


def test_a_withdrawn_document_is_not_found_and_its_log_says_why(held, acquis):
    acquis("withdraw", "Halmor 2005", "--because", "added by mistake")

    assert acquis("show", HALMOR).code == 3
    assert "added by mistake" in acquis("log", HALMOR).out
    assert [HALMOR] == [row["address"] for row in acquis("list", "--state", "withdrawn", "--json").json["documents"]]


@pytest.mark.parametrize("verb", ["correct", "withdraw", "rename", "mark", "undo", "join", "split", "relate"])
def test_every_change_needs_a_reason(verb, held, acquis):
    words = {
        "correct": ["place", "X"],
        "rename": ["x"],
        "mark": ["public"],
        "join": ["#p2"],
        "relate": ["x", "--as", "same"],
    }
    printed = acquis(verb, "1" if verb == "undo" else "Halmor 2005", *words.get(verb, []))

    assert printed.code == 2
    assert "Missing option '--because'" in printed.err


# --- releases, export, check ----------------------------------------------------------------------------------


def test_a_release_is_answered_for_as_it_stood(held, acquis):
    made = acquis("release", "first", "--json").json
    acquis("withdraw", "Halmor 2005", "--because", "a trial")

    assert acquis("show", HALMOR, "--release", "first").code == 0
    assert made["documents"] == len(acquis("list", "--release", "first", "--json").json["documents"])
    assert made["hash"] == acquis("releases", "--json").json["releases"][0]["hash"]
    assert acquis("list", "--release", "second").code == 2
    assert acquis("release", "first").code == 2


def test_a_document_is_exported_and_many_to_a_folder(held, acquis):
    one = acquis("export", "Halmor 2005", "--format", "akn")
    acquis("export", "--year", "2005", "--format", "text", "-o", "texts/", "--json")

    assert one.out.startswith("<")
    assert [f"{HALMOR.replace(':', '_').replace('/', '_')}.txt"] == [path.name for path in Path("texts").iterdir()]


def test_an_export_that_means_nothing_says_what_would(held, acquis):
    assert "Say which documents" in acquis("export").err
    assert acquis("export", "--year", "1066").code == 3
    assert acquis("export", "--year", "2007", "--format", "file").code == 2


def test_everything_goes_out_and_in_again_with_the_same_hash(held, acquis):
    before = acquis("release", "whole", "--json").json["hash"]
    acquis("export", "--everything", "out")
    read = acquis("import", "out", "--archive", "second")

    assert read.code == 0, read.err
    assert before == acquis("releases", "--archive", "second", "--json").json["releases"][0]["hash"]
    assert acquis("check", "--archive", "second").err == "No faults.\n"
    assert acquis("export", "--everything", "out").code == 2


def test_a_backup_opens_as_an_archive(held, acquis):
    assert acquis("backup", "copy").code == 0

    counts = [acquis("status", "--json", "--archive", where).json["counts"] for where in ("here.acquis", "copy")]
    assert counts[0] == counts[1]


def test_damage_is_found_and_told_by_the_exit_code(held, acquis):
    import sqlite3

    database = sqlite3.connect(held / "here.acquis" / "archive.sqlite")
    database.execute("UPDATE files SET content = x'00' WHERE name LIKE '%osr-003.txt'")
    database.commit()
    database.close()
    printed = acquis("check")

    assert printed.code == 9
    assert "osr-003.txt: its bytes are not those that came" in printed.out


def test_reading_again_changes_nothing_where_the_rules_did_not(held, acquis):
    printed = acquis("reread", "--all", "--json")

    assert {"same"} == {each["outcome"] for each in printed.json["documents"]}
    assert acquis("reread").code == 2
    assert acquis("reread", "Halmor 2005").out.startswith("outcome")


# --- before it is added ---------------------------------------------------------------------------------------


def test_what_files_would_become_is_edited_and_given_back(place, acquis):
    import csv
    import io

    paper = place / "anselm.txt"
    paper.write_text("Port Anselm Declaration\n\nThe members agree to read the gauges at noon.\n", "utf-8")
    table = acquis("add", str(paper), "--dry-run", "--csv").out
    assert acquis("list", "--json").json["documents"] == []

    rows = list(csv.DictReader(io.StringIO(table)))
    rows[0] |= {"organisation": "osr", "day": "2019-05-03", "day_is": "", "place": "Port Anselm"}
    with Path("edited.csv").open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    added = acquis("add", "--from", "edited.csv", "--json")
    assert added.code == 0, added.err
    assert added.json["files"][0]["address"].startswith("osr:2019-05-03/port-anselm-declaration@")

    given = [each for each in acquis("edits", "--json").json["edits"] if each["verb"] == "correct"]
    assert {"organisation", "date.adoption", "place"} == {each["body"]["field"] for each in given}


@pytest.mark.parametrize("content", [b"", b"name,title\na,b\n", b"\xff\xfe\x00"])
def test_a_table_that_is_none_is_refused(content, place, acquis):
    Path("edited.csv").write_bytes(content)
    printed = acquis("add", "--from", "edited.csv")

    assert printed.code == 2
    assert "`acquis add --dry-run --csv` prints" in printed.err


def test_json_of_a_document_has_everything_with_addresses_as_strings(held, acquis):
    told = acquis("show", "Halmor 2005", "--json")

    assert {"address", "said", "citation", "words", "record", "file", "text_hash", "reader", "doubts", "parts"} == set(
        json.loads(told.out)
    )
    assert told.json["record"]["day"] == "2005-06-09"
