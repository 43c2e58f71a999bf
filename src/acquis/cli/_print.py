"""What is printed: tables for people, JSON and CSV for programs, messages apart on the error stream."""

import csv
import dataclasses
import enum
import io
import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_MARGIN: Final = re.compile(r"\S+ {2,}| *│ ?| +")
_ENOUGH: Final = 36
"""Letters that must be left for the words of a table; with fewer, each row becomes a small block."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table for people: the key of its value, its heading; a `whole` one is never broken."""

    key: str
    heading: str
    whole: bool = False


def put(text: str) -> None:
    """Writes to standard output."""
    sys.stdout.write(text)


def put_bytes(content: bytes) -> None:
    """Writes bytes to standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def say(line: str) -> None:
    """A message for people, on the error stream."""
    sys.stdout.flush()
    print(visible(line), file=sys.stderr, flush=True)


def visible(text: str) -> str:
    r"""The text with its control characters shown, so that no document can take over a terminal.

    >>> visible("a\x1b[31mb")
    'a␛[31mb'
    """
    return _CONTROL.sub(lambda met: chr(0x2400 + ord(met[0])) if met[0] < "\x20" else "\ufffd", text)


def on_terminal() -> bool:
    """Whether a person reads standard output as it comes."""
    return sys.stdout.isatty()


def plain(value: Any) -> Any:
    """A value as JSON has it: addresses and days as strings, records as objects."""
    from msgspec import Struct

    from acquis.model import Day, Interval

    if isinstance(value, str | Day | Interval) and not isinstance(value, enum.Enum):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in dataclasses.fields(value)}
    if isinstance(value, Struct):
        return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, enum.Enum):
        return plain(value.value)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    return value


def document(value: Any) -> None:
    """Prints the one JSON document of a command."""
    put(json.dumps(plain(value), ensure_ascii=False, indent=2) + "\n")


def rows(
    form: str,
    key: str,
    values: Iterable[Any],
    columns: Sequence[Column],
    *,
    more: Mapping[str, Any] | None = None,
    none: str = "Nothing.",
    headings: Sequence[str] = (),
) -> None:
    """Prints records: as a table, as CSV with all fields, or as JSON under `key` beside `more`.

    `none` is said where there are none; `headings` are the fields of an empty CSV.
    """
    held = [plain(value) for value in values]
    if form == "json":
        document({**(more or {}), key: held})
    elif form == "csv":
        put(as_csv(held, headings or [column.key for column in columns]))
    elif held:
        put(as_table(held, columns))
    else:
        say(none)


def as_csv(values: Sequence[Mapping[str, Any]], headings: Sequence[str] = ()) -> str:
    """Records as CSV; lists are joined by "; "."""
    fields = list(values[0]) if values else list(headings)
    out = io.StringIO()
    writer = csv.DictWriter(out, fields, lineterminator="\n")
    writer.writeheader()
    for value in values:
        writer.writerow({field: _cell(value.get(field)) for field in fields})
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_cell(each) for each in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    from acquis.formats.csvtable import guarded

    return str(guarded(str(value)))


def width() -> int | None:
    """How many letters a line has; None where nobody sees lines, as in a pipe."""
    if (asked := os.environ.get("COLUMNS", "")).isdigit() and int(asked) > 0:
        return int(asked)
    return console().width if on_terminal() else None


def console(*, error: bool = False, space: int | None = None) -> "Console":
    """A console that prints words as they are: nothing in them is taken for colours or pictures."""
    from rich.console import Console

    return Console(stderr=error, highlight=False, markup=False, emoji=False, width=space)


def as_table(values: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> str:
    """Records in columns; on a terminal too narrow for that, each as a small block. In a pipe a line is a record."""
    from rich.cells import cell_len

    space = width()
    cells = [[_one_line(value.get(column.key)) for column in columns] for value in values]
    used = [at for at in range(len(columns)) if any(row[at] for row in cells)]
    shown, cells = [columns[at] for at in used], [[row[at] for at in used] for row in cells]
    widest = [max(map(cell_len, (c.heading, *(row[at] for row in cells)))) for at, c in enumerate(shown)]
    fixed = sum(size + 2 for size, column in zip(widest, shown, strict=True) if column.whole)
    if space is not None and fixed + _ENOUGH > space and sum(widest) + 2 * len(widest) > space:
        return "\n".join(_block(shown, row, space) for row in cells)
    return _grid(shown, cells, space)


def _one_line(value: Any) -> str:
    return visible(" ".join(_cell(value).split()))


def _block(columns: Sequence[Column], row: Sequence[str], space: int) -> str:
    """What is never broken on lines of its own, the words below."""
    import textwrap

    pairs = [(column, cell) for column, cell in zip(columns, row, strict=True) if cell]
    whole = [cell for column, cell in pairs if column.whole]
    together = "  ".join(whole)
    head = [together] if len(together) <= space else whole
    wrapped = [
        textwrap.fill(cell, space, initial_indent="  ", subsequent_indent="  ")
        for column, cell in pairs
        if not column.whole
    ]
    return "\n".join([*(styled(line, "bold") for line in head), *wrapped]) + "\n"


def _grid(columns: Sequence[Column], cells: Sequence[Sequence[str]], space: int | None) -> str:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        table.add_column(Text(column.heading), no_wrap=column.whole or space is None, overflow="fold")
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    return rendered(table, space)


def folded(text: str) -> str:
    """Lines broken between words where the terminal ends, going on under their words and not under their margin."""
    space = width()
    return "".join(_folded(line, space) for line in text.splitlines()) if space else text


def _folded(line: str, space: int) -> str:
    from rich.cells import cell_len
    from rich.padding import Padding
    from rich.text import Text

    if cell_len(line) <= space:
        return line + "\n"
    met = _MARGIN.match(line)
    margin = met[0] if met and len(met[0]) < space // 2 else ""
    block = rendered(Padding(Text(line[len(margin) :]), (0, 0, 0, len(margin))), space)
    return margin + block[len(margin) :]


def rendered(thing: Any, space: int | None = None) -> str:
    """What a console would print, with its colours where there is one that shows them."""
    page = console(space=space or 100_000)
    with page.capture() as captured:
        page.print(thing)
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def styled(text: str, style: str) -> str:
    """Words in bold or in colour, where that is seen."""
    from rich.text import Text

    return rendered(Text(text, style=style)).rstrip("\n")


def facts(pairs: Iterable[tuple[str, Any]]) -> None:
    """Prints names and values, the values under one another."""
    held = [(name, visible(_cell(plain(value)))) for name, value in pairs if value not in (None, "", ())]
    longest = max((len(name) for name, _ in held), default=0)
    put("".join(f"{name:<{longest}}  {value}\n" for name, value in held))


def highlighted(words: "Text") -> str:
    """A line with its marked words, as the terminal shows them."""
    return rendered(words, width()).rstrip("\n")
