"""Runs the examples of a page and says which do not give what the page shows: `python -m docs.run README.md`.

A `console` block has commands after `$ ` and what they print; a `python` block has prompts as in doctest. A `python`
block without prompts is a file of a shelf, named in backticks in the line above it, and is put on its shelf for the
rest of the page. `...` stands for whatever is printed there.

A page works in a folder of its own with the samples beside it, and with an archive of them (a copy of the one that
ACQUIS_SAMPLES names, where it does); a page that says `acquis add samples/osr` begins with none.
"""

import argparse
import doctest
import importlib
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
_BLOCK: Final = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE: Final = re.compile(r"`src/acquis/(?P<shelf>\w+)/(?P<name>\w+)\.py`")
_ADDS: Final = re.compile(r"^\$ acquis add samples/osr$", re.MULTILINE)
_FLAGS: Final = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
_WIDTH: Final = "100"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: what kind, its text, its first line in the page, and the line of words above it."""

    kind: str
    body: str
    line: int
    above: str


def blocks(page: str) -> Iterator[Block]:
    """The blocks of a page that can be run, in their order."""
    for found in _BLOCK.finditer(page):
        if found["kind"] in ("python", "console"):
            before = page[: found.start()]
            above = (before.rstrip().splitlines() or [""])[-1]
            yield Block(found["kind"], found["body"], before.count("\n") + 2, above)


def run(page: Path) -> list[str]:
    """Runs every example of the page, in the folder we are in; gives what went otherwise than shown."""
    names: dict[str, Any] = {}
    wrong: list[str] = []
    for block in blocks(page.read_text("utf-8")):
        if block.kind == "console":
            wrong += _console(block, page.name)
        elif ">>> " in block.body:
            wrong += _prompts(block, page.name, names)
        else:
            _shelved(block)
    return wrong


def _prompts(block: Block, page: str, names: dict[str, Any]) -> list[str]:
    """A block with prompts; what it names is known to those after it."""
    said: list[str] = []
    test = doctest.DocTestParser().get_doctest(block.body, names, page, page, block.line - 1)
    runner = doctest.DocTestRunner(verbose=False, optionflags=_FLAGS)
    runner.run(test, out=said.append, clear_globs=False)
    names.update(test.globs)
    return said if runner.failures else []


def _console(block: Block, page: str) -> list[str]:
    wrong = []
    for part in re.split(r"^(?=\$ )", block.body, flags=re.MULTILINE):
        if part.startswith("$ "):
            typed, _, shown = part[2:].partition("\n")
            printed = _typed(typed)
            if not doctest.OutputChecker().check_output(shown, printed, _FLAGS):
                wrong.append(f"{page}:{block.line} `{typed}` should print\n{shown}\nand prints\n{printed}")
    return wrong


def _typed(line: str) -> str:
    """What a command prints, messages and all."""
    from click.testing import CliRunner

    from acquis.cli._group import acquis

    program, *words = shlex.split(line, comments=True)
    if program != "acquis":
        raise SystemExit(f"A page shows only acquis at work, not {program!r}; use a `sh` block for what is not run.")
    return CliRunner().invoke(acquis, words, prog_name="acquis").output


def _shelved(block: Block) -> None:
    """Puts the file that the block is on its shelf, for this process alone."""
    from acquis import shelf

    named = _FILE.search(block.above)
    if named is None:
        raise SystemExit(f"Line {block.line}: a block without prompts is a file; name it in the line above.")
    folder = Path(tempfile.mkdtemp(prefix="shelf-"))
    (folder / f"{named['name']}.py").write_text(block.body, "utf-8")
    package = importlib.import_module(f"acquis.{named['shelf']}")
    package.__path__ = [*package.__path__, str(folder)]
    shelf.entries.cache_clear()


def _at_work(page: Path) -> list[str]:
    """Runs the page in a fresh folder."""
    os.environ |= {"COLUMNS": _WIDTH, "NO_COLOR": "1", "ACQUIS_ARCHIVE": "here.acquis", "ACQUIS_WHO": "desk"}
    with tempfile.TemporaryDirectory(prefix="page-") as folder:
        Path(folder, "samples").symlink_to(ROOT / "samples")
        held = os.environ.get("ACQUIS_SAMPLES")
        if not _ADDS.search(page.read_text("utf-8")):
            _fill(Path(folder, "here.acquis"), held)
        os.chdir(folder)
        wrong = run(page)
        os.chdir(ROOT)
    return wrong


def _fill(archive: Path, held: str | None) -> None:
    """An archive of the samples: a copy of one that is held, else a new one."""
    import acquis

    if held:
        shutil.copytree(held, archive)
        return
    made = acquis.open(archive)
    made.receive([str(ROOT / "samples" / "osr")], workers=2)
    made.store.close()


def main() -> None:
    """Runs one page; the process ends with 1 where something went otherwise than shown."""
    parser = argparse.ArgumentParser(description="Runs the examples of a page.")
    parser.add_argument("page", type=Path)
    wrong = _at_work(parser.parse_args().page.resolve())
    sys.stdout.write("".join(f"{each}\n" for each in wrong))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
