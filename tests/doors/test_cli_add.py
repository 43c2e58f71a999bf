"""`acquis add` and what shows what became of it."""

import contextlib
import csv
import io
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

DECLARATION = """\
Declaration of Port Anselm

Port Anselm, 3 May 2019

The Heads of State of the Organisation of the Seven Rivers, having met in Port Anselm on 3 May 2019, declare:

Water gauges shall be read at noon. The readings shall be sent to all members.

The members agree to meet again next year.
"""


@pytest.fixture
def paper(place: Path) -> Path:
    path = place / "anselm.txt"
    path.write_text(DECLARATION, "utf-8")
    return path


def test_one_file_is_told_with_its_address(paper, acquis):
    printed = acquis("add", str(paper))

    assert printed.code == 0
    assert "kept" in printed.out
    assert ":2019-05-03/" in printed.out
    assert printed.err.startswith("1 file: 1 kept. ")
    assert "files/s" in printed.err


def test_adding_again_keeps_nothing_twice(paper, acquis):
    acquis("add", str(paper))
    printed = acquis("add", str(paper), "--json")

    assert printed.json["files"][0]["outcome"] == "held"
    assert printed.json["summary"]["held"] == 1


def test_the_file_that_came_is_given_back_byte_for_byte(paper, acquis):
    paper.write_bytes(b"\xef\xbb\xbf" + DECLARATION.replace("\n", "\r\n").encode())
    acquis("add", str(paper))
    acquis("export", "Port Anselm", "--format", "file", "-o", "back.txt")

    assert paper.read_bytes() == Path("back.txt").read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "What can be read:"),
        ("cut.docx", b"PK\x03\x04" + bytes(30), "damaged"),
    ],
)
def test_a_bad_file_is_refused_in_one_line_and_the_rest_goes_on(name, content, why, paper, acquis):
    (paper.parent / name).write_bytes(content)
    printed = acquis("add", name, str(paper), "no-such-file.pdf")

    assert printed.code == 5
    assert why in printed.out
    assert "there is no such file or folder; check the path" in printed.out
    assert printed.err.startswith("3 files: 1 kept, 2 refused.")
    assert {"refused"} == {each["outcome"] for each in acquis("report", "--odd", "--json").json["files"]} - {"kept"}


def test_nothing_in_a_folder_is_said(place, acquis):
    (place / "empty").mkdir()

    assert acquis("add", "empty").err == "There was no file in what you named; nothing was added.\n"


def test_standard_input_is_a_file(place, acquis):
    printed = acquis("add", "-", "--json", given=DECLARATION.encode())

    assert ["stdin"] == [each["name"] for each in printed.json["files"]]


def test_an_archive_is_its_members(paper, acquis):
    with zipfile.ZipFile("papers.zip", "w") as archive:
        archive.write(paper, "2019/anselm.txt")
        archive.writestr("notes/none.txt", "")
    printed = acquis("add", "papers.zip", "--csv")
    rows = {row["name"]: row["outcome"] for row in csv.DictReader(io.StringIO(printed.out))}

    assert {"papers.zip!/2019/anselm.txt": "kept", "papers.zip!/notes/none.txt": "refused"} == rows
    assert printed.code == 5


def test_a_limit_is_named_with_the_option_that_raises_it(paper, acquis):
    refused = acquis("add", str(paper), "--limit", "file_bytes=100")
    raised = refused.out.split("raise the limit with ")[1].split()[:2]

    assert refused.code == 5
    assert acquis("add", str(paper), *raised).code == 0


def test_a_file_above_the_usual_limit_is_read_where_it_was_raised_and_read_again_later(place, acquis):
    comment = "-" * 70 * 1024 * 1024
    page = Path("anselm.html")
    page.write_text(f"<html><body><p>The Parties met at Port Anselm in the spring.</p><!--{comment}--></body></html>")

    assert acquis("add", "anselm.html").code == 5
    assert acquis("add", "anselm.html", "--limit", "file_bytes=80MB").code == 0
    assert acquis("reread", "--all").code == 0


@pytest.mark.parametrize("typed", ["bytes=1", "file_bytes", "file_bytes=many", "seconds=-1"])
def test_a_limit_that_does_not_exist_is_refused(typed, paper, acquis):
    printed = acquis("add", str(paper), "--limit", typed)

    assert (2, 1) == (printed.code, printed.err.count("\n"))


def test_limits_are_shown_by_status(paper, acquis):
    acquis("add", str(paper))
    printed = acquis("status").out

    for shown in ("64 MB", "512 MB", "10,000", "100", "60 s", "1 GB"):
        assert shown in printed


def test_a_batch_is_told_by_its_odd_ones_and_its_shared_doubts(place, acquis):
    for number in range(8):
        (place / f"{number}.txt").write_text(DECLARATION.replace("noon", f"{number} o'clock"), "utf-8")
    (place / "9.txt").write_bytes(b"")
    printed = acquis("add", *sorted(path.name for path in place.glob("*.txt")))

    assert printed.out.count("rival") >= 7
    assert "no source is stated" in printed.out
    assert printed.out.count("no source is stated") == 1

    checked = acquis("check")
    assert (0, 7) == (checked.code, checked.out.count("claims the address of another text"))


def test_an_interruption_says_what_is_kept(paper, acquis, monkeypatch):
    def interrupted(self, paths, *, met, **choices):
        raise KeyboardInterrupt

    monkeypatch.setattr("acquis.secretariat.Secretariat.receive", interrupted)
    printed = acquis("add", str(paper))

    assert printed.code == 130
    assert "The same command again completes it." in printed.err


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to a process there")
def test_a_second_run_completes_one_that_was_interrupted(place, acquis):
    folder = place / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(DECLARATION.replace("3 May 2019", f"3 May {1500 + number}"), "utf-8")
    command = [sys.executable, "-m", "acquis", "add", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    database = place / "here.acquis" / "archive.sqlite"
    until = time.monotonic() + 60
    while time.monotonic() < until and _rows(database) < 20:
        time.sleep(0.01)  # the whole folder is received in seconds
    os.kill(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    kept = _files(acquis)

    assert (130, True) == (process.returncode, "The same command again completes it." in told)
    assert 20 <= kept < 400
    summary = acquis("add", str(folder), "--json").json["summary"]
    assert (kept, 400) == (summary["held"], _files(acquis))


def _rows(database: Path) -> int:
    try:
        with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
            return db.execute("SELECT count(*) FROM files").fetchone()[0]
    except sqlite3.OperationalError:
        return 0  # not made yet


def _files(acquis) -> int:
    printed = acquis("status", "--json")
    return printed.json["counts"]["files"] if printed.code == 0 else 0


def test_another_writer_is_named_and_can_be_waited_for(paper, acquis):
    import acquis as package

    acquis("add", str(paper))
    holder = (
        "import acquis, sys, time\n"
        "with acquis.open().store.writer():\n"
        "    print('held', flush=True)\n"
        "    time.sleep(float(sys.argv[1]))\n"
    )
    assert package.__version__
    process = subprocess.Popen([sys.executable, "-c", holder, "3"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    busy = acquis("add", str(paper))
    waited = acquis("add", str(paper), "--wait", "30")
    process.communicate(timeout=30)

    assert (6, 0) == (busy.code, waited.code)
    assert f"process {process.pid}" in busy.err
    assert "--wait SECONDS" in busy.err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_a_terminal_sees_progress_and_a_pipe_does_not(paper):
    import pty

    command = [sys.executable, "-m", "acquis", "add", str(paper)]
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, env={**os.environ, "TERM": "xterm"})
    os.close(theirs)
    seen = b""
    while chunk := _read(ours):
        seen += chunk
    process.wait(timeout=60)
    piped = subprocess.run([*command, "--json"], capture_output=True, check=True)

    assert b"Receiving" in seen
    assert b"files/s" in seen
    assert b"Receiving" not in piped.stderr


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
