"""A selection: what somebody wants in a dossier, one thing a line, written as a person would."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from acquis.briefing.dossiers import PASSAGE, Kind, kinds, usages
from acquis.errors import AcquisError, BadFact, BadQuery

if TYPE_CHECKING:
    from acquis.briefing.dossier_sources import Sources
    from acquis.register._yaml import Node

MOST: Final = 500
"""So many things are in a dossier."""

LARGEST: Final = 1_000_000
"""So many bytes a file with a selection has."""


class Line(Struct, frozen=True):
    """A thing as it was asked for; `where` is the line that it stands in, for whoever has to mend it."""

    words: str
    note: str = ""
    where: str = ""


class Selection(Struct, frozen=True):
    """What is asked for, in its order, and what the dossier is called."""

    lines: tuple[Line, ...]
    title: str = ""


class Thing(Struct, frozen=True):
    """A thing in its normal form: its kind, what it is about, and the note of who collects it."""

    kind: str
    about: tuple[str, ...]
    note: str = ""
    where: str = ""

    @property
    def line(self) -> str:
        """The thing as a line of a selection, without its note."""
        word = "" if self.kind == PASSAGE else f"{self.kind} "
        return f"{word}{kinds()[self.kind].between.join(map(_quoted, self.about))}"

    @property
    def noted(self) -> str:
        """The line with its note."""
        return f"{self.line}{_DASHES}{self.note}" if self.note else self.line


_DASHES: Final = " -- "
"""What parts a thing from the note on it."""


# --- how it is written ------------------------------------------------------------------------------------------------


def selection_in(content: bytes, name: str) -> Selection:
    r"""The selection in a file: a thing a line, lines that begin with # left out; or a YAML list of such lines.

    In YAML the list may stand under `items`, beside a `title`. Raises `BadQuery` with the line of what is wrong.

    >>> selection_in(b"# Levels\nHalmor 2005#p6 -- The first.\n", "mine.txt").lines[0].where
    'mine.txt, line 2'
    """
    if len(content) > LARGEST:
        raise BadQuery(f"{name} has more than {LARGEST:,} bytes: it is no selection.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadQuery(f"{name} is no text in UTF-8: a selection is a text file or a YAML list.") from error
    if _YAML.match(text):
        return _listed(content, name)
    lines = ((each.strip(), f"{name}, line {at}") for at, each in enumerate(text.splitlines(), 1))
    return Selection(tuple(Line(words, where=at) for words, at in lines if words and not words.startswith("#")))


_YAML: Final = re.compile(r"(?:\s*(?:#[^\n]*)?\n|---\s*\n)*(?:- |-\n|title:|items:|\[|\{)")
"""How a YAML file begins: with comments, then a list or a key."""


def _listed(content: bytes, name: str) -> Selection:
    from acquis.register._yaml import Node, parsed

    try:
        root = parsed(content, name)
        fields = {"items": root} if isinstance(root.value, list) else root.fields
        if strange := fields.keys() - {"items", "title"}:
            raise BadQuery(f"{name}: no key called {min(strange)!r} in a selection. Known: items, title.")
        items = fields.get("items", Node([], 1)).items
        lines = tuple(Line(_words(each, name), where=f"{name}, line {each.line}") for each in items)
        return Selection(lines, fields["title"].words if "title" in fields else "")
    except BadFact as error:
        raise BadQuery(str(error) if str(error).startswith(name) else f"{name}, {error}") from error


def _words(node: "Node", name: str) -> str:
    if not isinstance(node.value, str):
        raise BadQuery(
            f"{name}, line {node.line}: a thing is one line of words. YAML takes what has `: ` in it for a key: put "
            "the whole line between '…'. A note follows after ` -- `."
        )
    return node.value


def as_yaml(title: str, things: Sequence[Thing], how: str) -> bytes:
    """A selection in its normal form, with a line on how to make the dossier again."""
    import yaml

    held = {"title": title, "items": [each.noted for each in things]}
    told = yaml.safe_dump(held, sort_keys=False, allow_unicode=True, width=10_000)
    return f"# {how}\n{told}".encode()


# --- what it means ----------------------------------------------------------------------------------------------------


def things(lines: Sequence[Line], sources: "Sources") -> tuple[Thing, ...]:
    """The things in their normal form. Raises `BadQuery` that says of each line that is wrong why, and what works."""
    if not lines:
        raise BadQuery(f"Nothing is selected. A line of a selection is one of: {usages()}.")
    if len(lines) > MOST:
        raise BadQuery(f"{len(lines):,} things are selected, and a dossier has up to {MOST}: make several.")
    found: list[Thing] = []
    faults: list[str] = []
    for at, line in enumerate(lines, 1):
        where = line.where or f"item {at}"
        try:
            found.append(_thing(line, where, sources))
        except AcquisError as error:
            faults.append(f"{where}: {error}")
    if faults:
        raise BadQuery("\n".join(faults))
    return tuple(found)


def _thing(line: Line, where: str, sources: "Sources") -> Thing:
    words, note = _parted(line.words)
    word, _, rest = words.partition(" ")
    kind = word.casefold() if word.casefold() in kinds() and word.casefold() != PASSAGE else PASSAGE
    about = _about(words if kind == PASSAGE else rest.strip(), kind, kinds()[kind])
    return Thing(kind, kinds()[kind].read(sources, *about), " ".join((line.note or note).split()), where)


def _parted(words: str) -> tuple[str, str]:
    """The thing and the note on it: what stands after ` -- ` outside of quotation marks."""
    words = " ".join(words.split())
    at = next((met.start() for met in re.finditer(_DASHES, words) if _outside(words[: met.start()])), None)
    return (words, "") if at is None else (words[:at].strip(), words[at + len(_DASHES) :].strip())


def _outside(before: str) -> bool:
    return before.count('"') % 2 == 0 and before.count("“") <= before.count("”")


def _about(rest: str, word: str, kind: Kind) -> tuple[str, ...]:
    """What a thing is about, in as many pieces as its kind takes."""
    if len(kind.takes) == 1:
        pieces = [_bare(rest)]
    elif kind.between == " ":
        pieces = [*_tokens(rest)]
    else:
        pieces = [_bare(each) for each in rest.rpartition(kind.between)[::2]]
    if len(pieces) != len(kind.takes) or not all(pieces):
        raise BadQuery(f'Write `{kind.usage(word)}`; what has blanks in it between "quotation marks".')
    return tuple(pieces)


def _tokens(words: str) -> Iterator[str]:
    for met in _TOKEN.finditer(words):
        yield _bare(met[0].strip())


_TOKEN: Final = re.compile(r'"(?:[^"]|"")*"|“[^”]*”|[^\s"“]+')


def _bare(words: str) -> str:
    """Words without the quotation marks around all of them; two quotation marks in them stand for one.

    >>> _bare('"the ""Orvelin"" spirit"'), _bare("Halmor 2005#p3")
    ('the "Orvelin" spirit', 'Halmor 2005#p3')
    """
    words = words.strip()
    if words.startswith("“") and words.endswith("”"):
        return words[1:-1].strip()
    return words[1:-1].replace('""', '"').strip() if _WHOLE.fullmatch(words) else words


_WHOLE: Final = re.compile(r'"(?:[^"]|"")*"')


def _quoted(words: str) -> str:
    """A piece of a line, between quotation marks where it would not be read as one piece."""
    return words if _PLAIN.fullmatch(words) else '"{}"'.format(words.replace('"', '""'))


_PLAIN: Final = re.compile(r'[^\s"“”]+')
