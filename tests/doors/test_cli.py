"""The terminal door: help, exit codes, forms, errors."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from acquis import errors
from acquis.cli import _exit
from acquis.cli._group import acquis as program
from acquis.cli._options import Verb
from acquis.cli._panels import PANELS

COMMANDS = [name for names in PANELS.values() for name in names]
HEAVY = ("sqlalchemy", "numpy", "lxml", "tantivy", "trafilatura", "pypdfium2", "docx", "babel", "rich")


def command(name: str) -> Verb:
    found = program.get_command(click.Context(program), name)
    assert isinstance(found, Verb)
    return found


def run(*words: str, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "acquis", *words], capture_output=True, text=True, encoding="utf-8", check=False, **more
    )


def test_help_loads_nothing_heavy():
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "acquis", "--help"], capture_output=True, text=True, check=True
    ).stderr
    loaded = {line.rsplit("|", 1)[1].strip().split(".")[0] for line in told.splitlines() if "|" in line}

    assert set() == loaded & set(HEAVY)
    assert "acquis.cli.add" not in told


@pytest.mark.skipif(sys.platform == "win32", reason="the time of child processes is not told there")
def test_help_takes_under_three_tenths_of_a_second():
    def seconds() -> float:
        began = sum(os.times()[2:4])  # of child processes: other tests that run beside this one do not count
        run("--help")
        return sum(os.times()[2:4]) - began

    assert min(seconds() for _ in range(3)) < 0.3


@pytest.mark.parametrize(("name", "listed"), [each for names in PANELS.values() for each in names.items()])
def test_the_help_of_all_says_of_a_command_what_its_own_help_says(name, listed):
    assert listed.summary == command(name).get_short_help_str(200)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_summary_examples_and_explained_options(name, acquis):
    found = command(name)

    assert found.help
    assert found.get_short_help_str(200).endswith(".")
    assert len(found.examples) >= 2
    for option in found.params:
        assert option.help or option.hidden, option.name
    for line, _ in found.examples:
        assert line in acquis(name, "--help").out


def test_help_names_every_command(acquis):
    told = acquis("--help").out

    assert [] == [name for name in COMMANDS if f"  {name} " not in told]


def test_the_page_of_the_commands_has_them_all():
    root = Path(__file__).resolve().parents[2]
    line = "from docs._commands import markdown; print(markdown())"
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    page = subprocess.run(
        [sys.executable, "-c", line], cwd=root, env=environment, capture_output=True, encoding="utf-8", check=True
    ).stdout

    assert [] == [name for name in COMMANDS if f"### acquis {name}\n" not in page]


def test_every_refusal_has_a_documented_exit_code(acquis):
    def kinds(kind):
        yield kind
        for each in kind.__subclasses__():
            yield from kinds(each)

    assert {kind.exit_code for kind in kinds(errors.AcquisError)} <= set(_exit.CODES)
    listed = [int(line.split()[0]) for line in acquis("help", "exit-codes").out.splitlines()]
    assert listed == sorted(_exit.CODES)


@pytest.mark.parametrize("topic", ["addresses", "archive", "show"])
def test_help_has_topics_and_commands(topic, acquis):
    assert acquis("help", topic).out
    assert acquis("help", topic).code == 0


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        (["frobnicate"], 2, "No command called 'frobnicate'. `acquis --help` lists all."),
        (["lst"], 2, "No command called 'lst'. Did you mean list?"),
        (["show"], 2, "Missing argument 'ADDRESS'. `acquis show --help` shows how."),
        (
            ["list", "--yaer", "2011"],
            2,
            "No such option '--yaer'. Did you mean one of: '--place', '--state', '--year'?",
        ),
        (["add"], 2, "Say which files or folders to add. `acquis add --help` shows how."),
        (["list"], 7, "There is no archive at"),
        (["help", "nothing"], 2, "Nothing is told about 'nothing'."),
        (["completion", "tcsh"], 2, "'tcsh' is not one of 'bash', 'zsh', 'fish'."),
    ],
)
def test_a_wrong_command_gets_one_line_that_says_what_works(typed, code, told, acquis):
    printed = acquis(*typed)

    assert (code, "") == (printed.code, printed.out)
    assert told in printed.err
    assert printed.err.count("\n") == 1


def test_a_name_of_several_documents_opens_none(held, acquis):
    printed = acquis("show", "declaration")

    assert (4, "") == (printed.code, printed.out)
    assert "say which:" in printed.err
    assert "  osr:2005-06-09/halmor-declaration  " in printed.err


def test_a_refusal_is_json_where_json_was_asked_for(held, acquis):
    told = acquis("show", "declaration", "--json").json["error"]

    assert (4, "Ambiguous") == (told["code"], told["kind"])
    assert "osr:2005-06-09/halmor-declaration" in told["candidates"]


@pytest.mark.parametrize("typed", [["show", "Nowhere 1999"], ["show", "osr:1999-01-01/nothing"], ["log", "Nowhere"]])
def test_what_is_not_held_ends_with_3(typed, held, acquis):
    assert acquis(*typed).code == 3


@pytest.mark.parametrize("where", ["before", "after", "environment"])
def test_the_archive_is_named_before_or_after_the_command_or_by_the_environment(where, held, acquis, monkeypatch):
    elsewhere = str(held / "here.acquis")
    if where != "environment":
        monkeypatch.setenv("ACQUIS_ARCHIVE", str(held / "another"))
    typed = {"before": ["--archive", elsewhere, "status"], "after": ["status", "--archive", elsewhere]}

    assert acquis(*typed.get(where, ["status"]), "--json").json["location"] == str(Path(elsewhere).resolve())


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (["list"], "documents"),
        (["show", "Halmor 2005"], "parts"),
        (["show", "Halmor 2005", "--sentences"], "sentences"),
        (["show", "Halmor 2005", "--record"], "claims"),
        (["log"], "changes"),
        (["report"], "files"),
        (["edits"], "edits"),
        (["releases"], "releases"),
        (["check"], "faults"),
        (["codebook"], "fields"),
    ],
)
def test_json_is_one_document_and_csv_has_a_heading(typed, key, held, acquis):
    as_json, as_csv = acquis(*typed, "--json"), acquis(*typed, "--csv")
    rows = list(csv.DictReader(io.StringIO(as_csv.out)))

    assert isinstance(json.loads(as_json.out)[key], list)
    assert len(json.loads(as_json.out)[key]) == len(rows)
    assert as_csv.out.split("\n", 1)[0].count(",") >= 1


def test_codebook_explains_every_field_that_is_printed(held, acquis):
    tables = {
        "documents": ["list"],
        "sentences": ["show", "Halmor 2005", "--sentences"],
        "parts": ["show", "Halmor 2005"],
        "claims": ["show", "Halmor 2005", "--record"],
        "changes": ["log"],
        "files": ["report"],
        "releases": ["releases"],
        "edits": ["edits"],
    }
    acquis("note", "Halmor 2005", "A note.")
    told = {(each["table"], each["field"]) for each in acquis("codebook", "--json").json["fields"]}
    for table, typed in tables.items():
        heading = acquis(*typed, "--csv").out.split("\n", 1)[0].split(",")
        assert {(table, field) for field in heading} <= told, table


def test_codebook_explains_every_field_of_the_record():
    from acquis.cli.codebook import TABLES
    from acquis.model.record import FIELDS

    assert set(FIELDS) == set(TABLES["record"])


def test_choices_are_those_of_the_archive():
    from acquis.archive import corrections
    from acquis.formats._writing import writers

    def choices(name: str, option: str) -> set[str]:
        found = next(each for each in command(name).params if each.name == option)
        assert isinstance(found.type, click.Choice)
        return set(found.type.choices)

    assert set(corrections.RELATIONS) == choices("relate", "relation")
    assert set(corrections.MARKINGS) == choices("mark", "marking")
    assert set(writers()) | {"file"} >= choices("export", "kind")


def test_a_pipe_gets_no_colours_and_a_record_a_line(held):
    printed = run("list")

    assert "\x1b" not in printed.stdout
    assert len(printed.stdout.splitlines()) == int(printed.stderr.split()[0]) + 1


def test_output_is_utf_8_whatever_the_locale(held):
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    assert "Декларация" in run("list", "--language", "ru", env=environment).stdout.title()


def test_a_narrow_terminal_gets_blocks_with_whole_addresses(held, acquis, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    printed = acquis("list", "--year", "2005").out

    assert "osr:2005-06-09/halmor-declaration@" in printed
    assert max(len(line) for line in printed.splitlines() if not line.startswith(("osr:", "file:"))) <= 50


def test_whoever_reads_only_the_beginning_is_not_told_of_a_fault(held):
    import shlex

    line = f"{shlex.quote(sys.executable)} -m acquis log --json | head -1"
    printed = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=True)

    assert ("{\n", "") == (printed.stdout, printed.stderr)


def test_a_fault_of_acquis_is_one_line_and_debug_shows_where(held, acquis, monkeypatch):
    def fall(*_: object) -> None:
        raise RuntimeError("the roof leaks")

    monkeypatch.setattr("acquis.archive.holdings.Holdings.counts", fall)
    plain, debugged = acquis("status"), acquis("status", "--debug")

    assert (70, 1) == (plain.code, plain.err.count("\n"))
    assert "Please report this line" in plain.err
    assert "Traceback" in debugged.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell, acquis):
    assert "_ACQUIS_COMPLETE" in acquis("completion", shell).out


def test_completion_knows_commands_and_addresses(held):
    def completed(line: str) -> list[str]:
        words = line.split(" ")
        environment = {**os.environ, "_ACQUIS_COMPLETE": "bash_complete", "COMP_WORDS": line}
        told = run(env={**environment, "COMP_CWORD": str(len(words) - 1)}).stdout
        return [each.split(",", 1)[1] for each in told.splitlines()]

    assert {"reread", "relate", "rename", "report", "release", "releases"} == {
        each for each in completed("acquis re") if " " not in each
    }
    assert "register names" in completed("acquis re")
    assert "osr:2005-06-09/halmor-declaration@en-x-inland" in completed("acquis show osr:2005")


def test_words_of_a_document_cannot_take_over_a_terminal():
    from acquis.cli._print import visible

    assert visible("a\x1b]0;title\x07b\x9bc\n\t") == "a␛]0;title␇b\ufffdc\n\t"


def test_the_version_is_told(acquis):
    import acquis as package

    assert acquis("--version").out == f"acquis {package.__version__}\n"
