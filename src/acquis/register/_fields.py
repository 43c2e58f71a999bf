"""What a field of a file of facts may hold, and what is said where it holds something else."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Any

from acquis.errors import AcquisError, BadDay, BadFact
from acquis.model import Day, Pinpoint
from acquis.register._yaml import Node


def unknown(what: str, name: str, known: Collection[str]) -> str:
    """What is said of a name that is not on a closed list: the nearest that is, else all there are."""
    near = get_close_matches(name, known, n=1)
    return f"no {what} called {name!r}" + (f"; did you mean {near[0]!r}?" if near else f". Known: {', '.join(known)}")


def bare(error: AcquisError) -> str:
    """The message without the line, which a fault names already."""
    words = str(error)
    return words.partition(": ")[2] if words.startswith("line ") else words


def day(words: str) -> Day:
    """The day that is written; `BadDay` repeats it as it was written.

    >>> str(day("1953-03"))
    '1953-03'
    """
    try:
        return Day.parse(words)
    except BadDay as error:
        if error.__cause__ is None:
            raise
        raise BadDay(f"no such day: {words} ({error.__cause__})") from error


def entry_day(words: str) -> str:
    """The day on which a fact was entered, known to the day: else it cannot be told what was known when."""
    if words and not day(words).exact:
        raise BadFact(f"`entered` is a whole day like 2007-08-16, not {words!r}")
    return words


def choice(kind: Any, node: Node | None, what: str, default: Any = None) -> Any:
    """A word of a closed list."""
    if node is None:
        if default is None:
            raise BadFact(f"it has no `{what}:`")
        return default
    try:
        return kind(node.words)
    except ValueError as error:
        raise BadFact(unknown(what, node.words, [each.value for each in kind])) from error


def truth(fields: Mapping[str, Node], key: str) -> bool:
    """`true` or `false`; false where it is left out."""
    stated = words(fields, key) or "false"
    if stated not in ("true", "false"):
        raise BadFact(f"`{key}` is true or false, not {stated!r}")
    return stated == "true"


def words(fields: Mapping[str, Node], key: str) -> str:
    """One value; empty where it is left out."""
    return fields[key].words if key in fields else ""


def listed(fields: Mapping[str, Node], key: str) -> tuple[str, ...]:
    """Several values; none where it is left out."""
    return tuple(each.words for each in fields[key].items) if key in fields else ()


def whole(node: Node | None) -> int:
    """A count from 1 on; 1 where it is left out."""
    if node is None:
        return 1
    if not (node.words.isascii() and node.words.isdigit()) or not 0 < int(node.words[:9]) == int(node.words):
        raise BadFact(f"`nth` is a whole number from 1 on, not {node.words!r}")
    return int(node.words)


def day_in(fields: Mapping[str, Node], key: str) -> Day | None:
    """The day that a field states; None where it is left out."""
    return day(fields[key].words) if words(fields, key) else None


def stretch(since: Day | None, until: Day | None) -> tuple[Day | None, Day | None]:
    """From when until when, refused where the end comes before the beginning."""
    if since and until and until.before(since):
        raise BadFact(f"its end {until} comes before its beginning {since}")
    return since, until


def actor(node: Node) -> str:
    """An address; three capital letters are a state."""
    return address(f"state:{node.words}" if is_letters(node.words) else node.words)


def is_letters(words: str) -> bool:
    """Whether these are the three letters of a state."""
    return len(words) == 3 and words.isascii() and words.isalpha() and words.isupper()


def address(words: str) -> str:
    """An address as it is written."""
    try:
        return str(Pinpoint(words))
    except AcquisError as error:
        raise BadFact(f"{words!r} names nobody: KAZ, org:sco, organ:sco/CHS or the address of a text would") from error
