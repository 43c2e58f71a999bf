"""The house stands as it is drawn: imports go down, a file says what it is for, and no file is a warehouse."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import acquis

HOME = Path(acquis.__file__).resolve().parent
ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(HOME.rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(HOME).as_posix()


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_imports_only_go_down() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    if not program.exists():
        pytest.skip("import-linter is not installed")
    run = subprocess.run(
        [program, "--config", str(ROOT / "pyproject.toml"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_file_opens_with_the_sentence_that_says_what_it_is_for(path: Path) -> None:
    text = path.read_text("utf-8")
    first = (ast.get_docstring(ast.parse(text)) or "").split("\n")[0]

    assert text.startswith('"""')
    assert re.search(r"[.?:)]$", first), first


@pytest.mark.parametrize("path", FILES, ids=named)
def test_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) < 500
    long = [each.name for each in functions(path) if (each.end_lineno or 0) - each.lineno >= 60]
    assert [] == long


def test_most_functions_are_shorter_than_ten_lines() -> None:
    lengths = sorted((each.end_lineno or 0) - each.lineno + 1 for path in FILES for each in functions(path))

    assert lengths[len(lengths) // 2] < 10


def test_the_nouns_neither_read_nor_write() -> None:
    for path in (HOME / "model").glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        called = {
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        imported = {
            name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names])
        }
        assert not called & {"open", "print", "input"}, path
        assert not imported & {"os", "pathlib", "io", "sqlite3", "subprocess", "socket", "sqlalchemy"}, path


def test_nothing_of_a_machine_stands_in_the_code() -> None:
    for path in FILES:
        assert not re.search(r"/(?:home|root|Users|work)/", path.read_text("utf-8")), path
