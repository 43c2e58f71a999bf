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
    try:
        return _Reading(content).root()
    except BadFact as error:
        raise BadFact(f"{name}, {error}" if str(error).startswith("line") else f"{name} {error}") from error
    except (yaml.YAMLError, RecursionError, UnicodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}, line {mark.line + 1}" if mark else name
        raise BadFact(f"{where}: {getattr(error, 'problem', None) or 'no YAML'}") from error


class _Reading:
    """The events of the parser, made into values one after the other: half the time of composing and converting."""

    def __init__(self, content: bytes) -> None:
        import yaml

        self.kinds, loader = yaml.events, getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.next = loader(content).get_event

    def root(self) -> Node:
        self.next()
        if isinstance(self.next(), self.kinds.StreamEndEvent):
            raise BadFact("is empty.")
        found = self._node(self.next(), 0)
        self.next()
        if not isinstance(more := self.next(), self.kinds.StreamEndEvent):
            raise BadFact(f"line {more.start_mark.line + 1}: a file holds one document, and here another begins")
        return found

    def _node(self, event: Any, depth: int) -> Node:
        line, kind = event.start_mark.line + 1, type(event)
        if kind is self.kinds.ScalarEvent:
            return Node(" ".join(event.value.split()), line)
        if kind is self.kinds.AliasEvent:
            raise BadFact(f"line {line}: aliases (*name) are not taken; write the value again")
        if depth > _DEEPEST:
            raise BadFact(f"line {line}: values within values more than {_DEEPEST} deep")
        if kind is self.kinds.SequenceStartEvent:
            return Node([*self._listed(depth + 1)], line)
        return Node(dict(self._pairs(depth + 1)), line)

    def _listed(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := self.next(), self.kinds.SequenceEndEvent):
            yield self._node(event, depth)

    def _pairs(self, depth: int) -> Iterator[tuple[str, Node]]:
        seen: set[str] = set()
        while not isinstance(key := self.next(), self.kinds.MappingEndEvent):
            line, scalar = key.start_mark.line + 1, isinstance(key, self.kinds.ScalarEvent)
            if not scalar or key.value in seen:
                raise BadFact(f"line {line}: {f'{key.value!r} stands twice' if scalar else 'a key is one word'}")
            seen.add(key.value)
            yield key.value, self._node(self.next(), depth)
