"""Writes the pages that can be listed: `python -m docs.generate`; `--check` only says which are behind the code."""

import ast
import dataclasses
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
_PACKAGE: Final = ROOT / "src" / "acquis"
_TREE: Final = re.compile(r"(?<=^```text\n)(?:src/acquis/\n.*?)?(?=^```$)", re.MULTILINE | re.DOTALL)
_NOTE: Final = "<!-- Written by `python -m docs.generate`; edit the code instead. -->\n"


def pages() -> dict[Path, str]:
    """Every generated page, and the README with its tree brought up to date."""
    made = {
        "commands": commands(),
        "errors": errors(),
        "record-fields": record_fields(),
        "shelves": shelves(),
        "tables": tables(),
        "api": api(),
    }
    found = {ROOT / "docs" / "reference" / f"{name}.md": f"{_NOTE}\n{page}" for name, page in made.items() if page}
    readme = ROOT / "README.md"
    return {**found, readme: _TREE.sub(lambda _: tree(), readme.read_text("utf-8"), count=1)}


# --- the tree ---------------------------------------------------------------------------------------------------------


def tree() -> str:
    """The rooms from the top floor down, each with the first line of its docstring."""
    rooms = sorted(_rooms(), key=_floor)
    width = max(len(room) for room in rooms) + 2
    lines = [f"{'└──' if room == rooms[-1] else '├──'} {room:<{width}}{caption(_file(room))}" for room in rooms]
    return "\n".join(["src/acquis/", *lines]) + "\n"


def _rooms() -> Iterator[str]:
    for path in _PACKAGE.iterdir():
        if (path / "__init__.py").exists():
            yield f"{path.name}/"
        elif path.suffix == ".py" and not path.name.startswith("_"):
            yield path.name


def _floor(room: str) -> tuple[int, str]:
    """The floor by the import contract: the first line of the contract is the top floor."""
    import tomllib

    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    name = room.removesuffix("/").removesuffix(".py")
    floors = [re.findall(r"[\w]+", layer) for layer in contract["layers"]]
    return next((at for at, names in enumerate(floors) if name in names), len(floors)), name


def _file(room: str) -> Path:
    return _PACKAGE / room / "__init__.py" if room.endswith("/") else _PACKAGE / room


def caption(path: Path) -> str:
    """The sentence with which a file opens, without its full stop."""
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return docstring.splitlines()[0].removesuffix(".")


# --- commands and errors ----------------------------------------------------------------------------------------------


def commands() -> str:
    """The commands with their options, or nothing where the page's own writer is not there."""
    try:
        from docs import _commands  # type: ignore[attr-defined,unused-ignore]
    except ImportError:
        return ""
    page: str = _commands.markdown()
    return page


def errors() -> str:
    """Every way to refuse, with the command line's exit code, and every exit code."""
    from acquis import errors as held
    from acquis.cli._exit import CODES

    rows = [
        (f"`{name}`", f"`{kind.__bases__[0].__name__}`", str(kind.exit_code), _paragraph(kind))
        for name, kind in vars(held).items()
        if isinstance(kind, type) and issubclass(kind, held.AcquisError)
    ]
    codes = [(str(code), meaning) for code, meaning in sorted(CODES.items())]
    return (
        "# Errors and exit codes\n\n"
        "Every error of acquis is an `AcquisError`: what was asked, then what would work.\n\n"
        f"{_table(('error', 'is a', 'exit code', 'meaning'), rows)}\n"
        f"## Exit codes\n\nEvery command ends with one of these.\n\n{_table(('code', 'meaning'), codes)}"
    )


# --- what is kept -----------------------------------------------------------------------------------------------------


def record_fields() -> str:
    """The fields of a record, their meaning, and how records print them; the bases of a claim and the standings."""
    from acquis.cli.codebook import TABLES
    from acquis.languages import languages
    from acquis.model.record import FIELDS, Basis, Standing

    tongues = sorted(languages(), key=lambda each: each.tag)
    printed = {
        field: "; ".join(
            f"{each.tag}: {', '.join(names)}"
            for each in tongues
            if (names := [name for name, meant in each.fields.items() if meant == field][:2])
        )
        for field in (*FIELDS, "text")
    }
    rows = [(f"`{field}`", TABLES["record"].get(field, ""), printed[field]) for field in FIELDS]
    return (
        "# Fields of a record\n\nA field holds claims; the strongest basis answers, and the others stay.\n"
        'The last column has the first two names under which a bracketed record prints it ("[Title]").\n\n'
        f"{_table(('field', 'meaning', 'printed as'), rows)}\n"
        f"The full text follows the field {printed['text']}.\n\n"
        "## Bases of a claim, the strongest first\n\n"
        f"{''.join(f'{at}. {basis.value}{chr(10)}' for at, basis in enumerate(Basis, 1))}\n"
        f"## Standings of an expression\n\n{''.join(f'- {standing.value}{chr(10)}' for standing in Standing)}"
    )


def tables() -> str:
    """The tables of the database."""
    from acquis.archive import tables as held
    from acquis.store import SCHEMA

    source = (_PACKAGE / "archive" / "tables.py").read_text("utf-8")
    meanings = _meanings(source)
    sections = [
        f"## {table.name}\n\n{meanings.get(table.name, '')}\n\n".replace("\n\n\n", "\n")
        + _table(("column", "type", "key", "may be empty"), [_column(column) for column in table.columns])
        for table in held.METADATA.tables.values()
    ]
    return f"# Tables of the archive\n\nVersion {SCHEMA}, on SQLite and on PostgreSQL alike.\n\n" + "\n".join(sections)


def _meanings(source: str) -> dict[str, str]:
    """The docstring after each table, by the table's name."""
    body = ast.parse(source).body
    found = {}
    for one, after in pairwise(body):
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.Call) and isinstance(after, ast.Expr):
            name, words = one.value.args[0] if one.value.args else None, after.value
            if isinstance(name, ast.Constant) and isinstance(words, ast.Constant):
                found[str(name.value)] = inspect.cleandoc(str(words.value))
    return found


def _column(column: Any) -> tuple[str, str, str, str]:
    keys = ["primary"] if column.primary_key else []
    keys += [f"→ {key.target_fullname}" for key in column.foreign_keys]
    return f"`{column.name}`", str(column.type).lower(), ", ".join(keys), "yes" if column.nullable else ""


# --- the shelves ------------------------------------------------------------------------------------------------------


def shelves() -> str:
    """What stands on the shelves today."""
    from acquis.formats import formats
    from acquis.formats._writing import writers
    from acquis.languages import languages
    from acquis.organisations import organisations

    tongues = [
        (f"`{each.tag}`", each.name, each.own_name, str(len(each.verbs)))
        for each in sorted(languages(), key=lambda each: each.tag)
    ]
    read = [(f"`{each.name}`", each.media_type, " ".join(each.suffixes)) for each in formats()]
    written = [
        (f"`{each.name}`", each.media_type, each.suffix, "yes" if each.read else "", "yes" if each.write_many else "")
        for each in writers().values()
    ]
    known = [
        (f"`{code}`", each.names[0], " ".join(each.languages), str(len(each.organs)), str(len(each.treaties)))
        for code, each in organisations().items()
    ]
    return (
        "# The shelves\n\nA file on a shelf is all it takes to add one: [a language](../add/language.md), "
        "[a format](../add/format.md), [an organisation](../add/organisation.md).\n\n"
        f"## Languages\n\n{_table(('tag', 'name', 'own name', 'opening verbs'), tongues)}\n"
        f"## Formats that are read\n\n{_table(('name', 'media type', 'suffixes'), read)}\n"
        "## Forms that are written\n\n"
        f"{_table(('name', 'media type', 'suffix', 'reads back whole', 'many in one file'), written)}\n"
        "## Organisations\n\n"
        f"{_table(('code', 'name', 'official languages', 'organs', 'names of treaties'), known)}"
    )


# --- the library ------------------------------------------------------------------------------------------------------


def api() -> str:
    """The verbs of an open archive and the values they give, from their docstrings."""
    from acquis import model
    from acquis.archive import corrections, desk, holdings, rereading, search
    from acquis.archive.checking import Fault
    from acquis.secretariat import Secretariat, Survey, open_archive

    values = (
        *(desk.Kept, Survey, holdings.Entry, holdings.Place, model.Document, model.Part, model.Kind, model.Record),
        *(model.Claim, model.Pinpoint, model.Span, model.Layers, model.Piece, model.File, model.Citation, model.Day),
        *(
            model.Evidence,
            rereading.Followed,
            corrections.Edited,
            corrections.Reread,
            rereading.Move,
            holdings.Release,
            Fault,
        ),
        *(search.Results, search.Hit, search.Scope, search.Concordance),
    )
    return "\n".join(
        [
            "# The library\n\nCall `acquis.open`, then the verbs of what it gives.\n",
            _entry("acquis.open", open_archive),
            *_class("Receiving", Secretariat),
            *_class("Keeping and correcting", desk.Desk),
            *_class("Asking", holdings.Holdings),
            "## What the verbs give\n",
            *(_value(value) for value in values),
        ]
    )


def _class(title: str, kind: type) -> Iterator[str]:
    yield f"## {title}\n"
    for name, member in vars(kind).items():
        if inspect.isfunction(member) and not name.startswith("_"):
            yield _entry(f"archive.{name}", member)


def _entry(name: str, function: Callable[..., Any]) -> str:
    return f"### `{name}`\n\n```text\n{name}{_signature(function)}\n```\n\n{_documented(function)}\n"


def _signature(function: Callable[..., Any]) -> str:
    """The parameters, each on a line of its own where they are many; without `self`."""
    found = inspect.signature(function)
    parameters = [
        each.replace(annotation=_Plain(each.annotation)) for each in found.parameters.values() if each.name != "self"
    ]
    plain = str(found.replace(parameters=parameters, return_annotation=_Plain(found.return_annotation)))
    return plain if len(plain) < 90 else _broken(plain)


class _Plain:
    """An annotation that is printed as people write it: without modules and quotation marks."""

    def __init__(self, annotation: Any) -> None:
        printed = inspect.formatannotation(annotation).replace("'", "")
        self.words = re.sub(r"\b[a-z_]+(?:\.\w+)*\.(?=[A-Z])", "", printed)

    def __repr__(self) -> str:
        return self.words


def _broken(plain: str) -> str:
    inside, _, gives = plain[1:].rpartition(") -> ")
    depth, lines = 0, [""]
    for letter in inside:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            lines.append("")
        else:
            lines[-1] += letter
    return "(\n" + "".join(f"    {line.strip()},\n" for line in lines) + f") -> {gives}"


def _value(kind: type) -> str:
    held = dataclasses.is_dataclass(kind)
    fields = [each.name for each in dataclasses.fields(kind)] if held else getattr(kind, "__struct_fields__", ())
    told = [f"`{name}`" for name in fields]
    told += [f"`{name}`" for name, member in vars(kind).items() if isinstance(member, property)]
    told += [f"`{name}()`" for name, member in vars(kind).items() if _is_method(name, member)]
    listed = f"\n\nHas {', '.join(told)}." if told else ""
    return f"### `{kind.__name__}`\n\n{_documented(kind)}{listed}\n"


def _is_method(name: str, member: Any) -> bool:
    return not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, classmethod))


# --- words ------------------------------------------------------------------------------------------------------------


def _documented(thing: Any) -> str:
    """The docstring; its examples in a block of their own, which the tests of the code run."""
    lines: list[str] = []
    example = False
    for line in (inspect.getdoc(thing) or "").splitlines():
        if example != (line.startswith(">>> ") or (example and bool(line))):
            example = not example
            lines.append("```pycon" if example else "```")
        lines.append(line)
    return "\n".join([*lines, "```"] if example else lines)


def _paragraph(thing: Any) -> str:
    return " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = list(head)
    lines = [titles, ["---"] * len(titles), *(list(row) for row in rows)]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def main() -> None:
    """Writes the pages; with `--check` writes nothing and ends with 1 where one is behind."""
    behind = [path for path, page in pages().items() if not path.exists() or path.read_text("utf-8") != page]
    if "--check" not in sys.argv:
        for path, page in pages().items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, "utf-8")
    for path in behind:
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    sys.exit(1 if behind and "--check" in sys.argv else 0)


if __name__ == "__main__":
    main()
