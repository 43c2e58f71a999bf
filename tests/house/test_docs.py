"""Anything a reader is told is tried: every example of every page, every link, and what is generated."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    path.relative_to(ROOT)
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"))
    if path.parent.name != "reference"
)
TOLD = sorted([*PAGES, *(path.relative_to(ROOT) for path in (ROOT / "docs" / "reference").glob("*.md"))])


def python(*words: str, **names: str) -> subprocess.CompletedProcess[str]:
    """Runs the interpreter in the project's folder."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **names},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """An archive with every sample in it, made once for all the processes that run tests; nobody writes to it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "samples-of-the-pages.acquis"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            import acquis

            archive = acquis.open(folder, who="desk")
            archive.receive([str(ROOT / "samples" / "osr")], workers=2)
            archive.store.close()
    return folder


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_example_gives_what_the_page_shows(page: Path, filled: Path) -> None:
    tried = python("-m", "docs.run", str(page), ACQUIS_SAMPLES=str(filled))

    assert tried.returncode == 0, tried.stdout + tried.stderr


@pytest.mark.parametrize("page", TOLD, ids=str)
def test_every_link_leads_somewhere(page: Path) -> None:
    words = (ROOT / page).read_text("utf-8")
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[\w-]*)?\)", words)

    assert [] == [each for each in targets if ":" not in each and not (ROOT / page.parent / each).exists()]


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_names_only_targets_of_the_makefile(page: Path) -> None:
    words = (ROOT / page).read_text("utf-8")
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make (\w+)", words, re.MULTILINE))

    assert named <= targets


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_names_only_files_that_there_are(page: Path) -> None:
    words = (ROOT / page).read_text("utf-8")
    held = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("[a-z]*/**/*.py")}
    shown = set(re.findall(r"as the file `([^`]+)`", words))
    named = set(re.findall(r"`([\w/]+\.py)`", words)) - shown

    assert [] == sorted(name for name in named if not any(f"/{path}".endswith(f"/{name}") for path in held))


def test_the_generated_pages_and_the_tree_of_the_readme_are_up_to_date() -> None:
    asked = python("-m", "docs.generate", "--check")

    assert asked.stdout == "", "`make docs` brings these up to date"
    assert asked.returncode == 0, asked.stderr


def test_the_tree_of_the_readme_has_every_room_with_its_first_sentence() -> None:
    tree = re.search(r"```text\nsrc/acquis/\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    listed = dict(re.findall(r"[├└]── (\S+)\s+(.+)", tree[1] if tree else ""))
    rooms = {
        **{f"{path.parent.name}/": path for path in (ROOT / "src" / "acquis").glob("*/__init__.py")},
        **{path.name: path for path in (ROOT / "src" / "acquis").glob("[a-z]*.py")},
    }
    opened = {name: path.read_text("utf-8").splitlines()[0] for name, path in rooms.items()}

    assert {name: line.strip('"').removesuffix(".") for name, line in opened.items()} == listed


def test_the_readme_fits_on_one_screen() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 60


def test_a_page_has_one_sentence_a_line() -> None:
    for page in PAGES:
        prose = re.sub(r"^```.*?^```$", "", (ROOT / page).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        lines = [line for line in prose.splitlines() if line[:1].isalpha()]

        assert [] == [line for line in lines if re.search(r"(?<!\bcf)[a-z`)]\. [A-Z][a-z]", line)], page
