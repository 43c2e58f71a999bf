"""Tables of names and of meetings, as the files of the shelf write them."""

import re
from typing import Final

from acquis.organisations import Summit


def listed(table: str) -> tuple[tuple[str, str], ...]:
    """The names and addresses of a table with one line for each text: `address: name; another name`.

    A line that is indented goes on with the one before.
    """
    rows = (line.split(": ", 1) for line in whole_lines(table))
    named = ((name.strip(), address.strip()) for address, names in rows for name in names.split("; "))
    return tuple((spelled, address) for name, address in named for spelled in spellings(name))


def whole_lines(table: str) -> list[str]:
    """The lines of a table, each joined with the indented ones that follow it."""
    return re.sub(r"\n +", " ", table.strip()).splitlines()


_AMERICAN: Final = (("organisation", "organization"), ("neighbour", "neighbor"), ("programme", "program"))


def spellings(name: str) -> tuple[str, ...]:
    """A name as the British and the American write it, each once."""
    other = name
    for here, there in _AMERICAN:
        other = other.replace(here, there)
    british = name.replace("organization", "organisation")
    return tuple(dict.fromkeys((name, other, british)))


def summits(table: str) -> tuple[Summit, ...]:
    """The meetings of a table with one line for each: `2009-06-16 Yekaterinburg: Joint Statement`."""
    rows = (line.partition(" ") for line in whole_lines(table))
    split = ((day, *rest.partition(": ")) for day, _, rest in rows)
    return tuple(Summit(day, place, outcome) for day, place, _, outcome in split)
