"""A page of a copy: which page of the room it is, what it is called in the copy, and what was taken of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that a copy is to have. `key` is its address in the room, `name` its file or the beginning of its ids.

    `kind` says what it is, in a word; `label` what it is called in lists, "" where other pages alone lead to it, and
    `under` which heading where there are several of its kind. It is `of` a work, or of none (""). `size` is how many
    bytes it may have at most, None for any.
    """

    key: str
    name: str
    kind: str
    label: str = ""
    under: str = ""
    of: str = ""
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page that was taken: its title, what is told in its head, the ids in it; its words wait in a file of `words`.

    `data` are the same page as JSON and as CSV, by the ending.
    """

    sheet: Sheet
    title: str
    about: str
    words: Path
    ids: frozenset[str]
    meta: tuple[tuple[str, str], ...] = ()
    linked: Any = None
    data: Mapping[str, Path] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is called in the copy."""
        return self.sheet.name
