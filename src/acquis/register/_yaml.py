"""A YAML file as plain values that know their lines: every scalar is a string, and nothing in it is followed."""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from msgspec import Struct

from acquis.errors import BadFact

_MOST_BYTES: Final = 4_000_000
_DEEPEST: Final = 12

Value: TypeAlias = "str | dict[str, Node] | list[Node]"


class Node(Struct, frozen=True):
    """A value and the line that it stands in, counted from 1."""

    value: Value
    line: int

    @property
    def words(self) -> str:
        """A scalar as it is written; BadFact for anything else."""
        if not isinstance(self.value, str):
            raise BadFact(f"line {self.line}: one value is wanted here, not a list or a mapping")
        return self.value

    @property
    def items(self) -> "list[Node]":
        """A list; a single value is a list of one."""
        return self.value if isinstance(self.value, list) else [self]

    @property
    def fields(self) -> "dict[str, Node]":
        """A mapping; BadFact for anything else."""
        if not isinstance(self.value, dict):
            raise BadFact(f"line {self.line}: `key: value` is wanted here")
        return self.value

    def plain(self) -> Any:
        """The value without lines, numbers as numbers."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return _number(self.value)


def _number(words: str) -> str | int | float:
    for kind in (int, float):
        try:
            return kind(words)
        except ValueError:
            continue
    return words


def parsed(content: bytes, name: str) -> Node:
    """The file as values with their lines. BadFact says what is wrong in which line.

    Aliases are refused: a file of a few lines could stand for millions of values.
    """
    import yaml

    if len(content) > _MOST_BYTES:
        raise BadFact(f"{name} is larger than {_MOST_BYTES // 1_000_000} MB: facts are kept in one file a subject.")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(content, Loader=loader)
    except (yaml.YAMLError, RecursionError, UnicodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}, line {mark.line + 1}" if mark else name
        raise BadFact(f"{where}: {getattr(error, 'problem', None) or 'no YAML'}") from error
    if root is None:
        raise BadFact(f"{name} is empty.")
    try:
        return _node(root, name, depth=0, met=set())
    except BadFact as error:
        raise BadFact(f"{name}, {error}") from error


def _node(node: Any, name: str, *, depth: int, met: set[int]) -> Node:
    line = node.start_mark.line + 1
    if id(node) in met:
        raise BadFact(f"line {line}: aliases (*name) are not taken; write the value again")
    met.add(id(node))
    if depth > _DEEPEST:
        raise BadFact(f"line {line}: values within values more than {_DEEPEST} deep")
    if node.id == "scalar":
        return Node(" ".join(node.value.split()), line)
    if node.id == "sequence":
        return Node([_node(each, name, depth=depth + 1, met=met) for each in node.value], line)
    return Node(dict(_pairs(node, name, depth, met)), line)


def _pairs(node: Any, name: str, depth: int, met: set[int]) -> Iterator[tuple[str, Node]]:
    seen: set[str] = set()
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.id != "scalar" or key.value in seen:
            raise BadFact(
                f"line {line}: {'a key is one word' if key.id != 'scalar' else f'{key.value!r} stands twice'}"
            )
        seen.add(key.value)
        yield key.value, _node(value, name, depth=depth + 1, met=met)
