"""The files in which rules of procedure are kept: read as values, each with its source, its file and its line."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, Final

import msgspec

from acquis.errors import BadFact
from acquis.register._yaml import Node, parsed


def kept(section: str, kind: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """A section of every file of rules: what the file is about, and the values of that section."""
    for each in sorted(files("acquis.register").joinpath("rules").iterdir(), key=lambda path: path.name):
        if each.name.endswith(".yaml"):
            yield read(each.read_bytes(), each.name, section, kind)


def read(content: bytes, name: str, section: str, kind: Any) -> tuple[str, tuple[Any, ...]]:
    """What a file of rules is about, and a section of it as values; BadFact names the file and the line.

    Every value names its source by a key of `sources:` and gets it as `proof`, with the file and its own line.
    """
    try:
        fields = parsed(content, name).fields
        if odd := [node.line for key, node in fields.items() if key not in _SECTIONS]:
            raise BadFact(f"line {odd[0]}: no such section. Known: {', '.join(_SECTIONS)}")
        if "about" not in fields:
            raise BadFact("line 1: a file of rules begins with `about:`")
        sources = {key: node.words for key, node in fields["sources"].fields.items()} if "sources" in fields else {}
        listed = fields.get(section, Node([], 1))
        return fields["about"].words, _values(listed, kind, sources, name)
    except BadFact as error:
        told = str(error)
        raise BadFact(told if told.startswith(name) else f"{name}, {told}") from error


_SECTIONS: Final = ("about", "sources", "rules", "admissions")


def _values(listed: Node, kind: Any, sources: dict[str, str], name: str) -> tuple[Any, ...]:
    try:
        made = msgspec.convert(_plain(listed, sources, name), tuple[kind, ...], strict=False)
    except msgspec.ValidationError as error:
        told = str(error).replace("`proof`", "`source`")
        raise BadFact(f"line {_line(listed, told)}: {told.partition(' - at ')[0]}") from error
    return tuple(made)


def _plain(node: Node, sources: dict[str, str], name: str) -> Any:
    """The values without lines, each `source` a proof with the line in which its rule begins."""
    if isinstance(node.value, list):
        return [_plain(each, sources, name) for each in node.value]
    if isinstance(node.value, str):
        return node.value
    plain = {key: _plain(each, sources, name) for key, each in node.value.items()}
    if "source" in plain:
        key = node.value["source"]
        if key.words not in sources:
            raise BadFact(f"line {key.line}: no source {key.words!r}. Known: {', '.join(sources)}")
        plain |= {"proof": {"cited": sources[plain.pop("source")], "file": name, "line": node.line}}
    return plain


def _line(node: Node, told: str) -> int:
    """The line that a message is about: down its path, then to the field that is unknown."""
    line = node.line
    path = re.findall(r"\[(\d+)\]|\.(\w+)", told.partition(" - at ")[2])
    unknown = re.search(r"unknown field `(\w+)`", told)
    for number, key in [*path, *([("", unknown[1])] if unknown else [])]:
        found = _below(node, number, key)
        if found is None:
            break
        node, line = found, found.line
    return line


def _below(node: Node, number: str, key: str) -> Node | None:
    if isinstance(node.value, list) and number:
        return node.value[int(number)]
    return node.value.get(key) if isinstance(node.value, dict) else None
