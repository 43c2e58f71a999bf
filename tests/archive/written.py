"""Texts of our own making as files would bring them: a record of a database, then a declaration in paragraphs."""

from acquis.archive.preparing import Prepared, prepare

SPEAKERS = "Heads of State of the Organisation of the Seven Rivers"

PARAGRAPHS = (
    "The rivers join us. They ask for patience; they ask for care.",
    "1. We shall measure the water together.",
    "2. We shall share:",
    "(a) the gauges of the upper reaches;",
    "(b) the forecasts for the plain.",
    "The observers were heard. Their counsel was welcome.",
    "We thank the people of our host. We shall meet again.",
)


def declaration(*paragraphs: str, place: str = "Halmor", day: str = "9 June 2005", more: str = "") -> bytes:
    """A declaration adopted there and then, with the record above it that a database would print."""
    date, month, year = day.split()
    lines = (
        f"[Title] {place} Declaration of the {SPEAKERS}",
        f"[Place] {place}\n[Date] {month} {date}, {year}\n{more}[Full text]",
        f"The {SPEAKERS}, meeting in {place} on {day}, declare as follows:",
        *(paragraphs or PARAGRAPHS),
    )
    return ("\n\n".join(lines) + "\n").encode()


def prepared(
    *paragraphs: str, name: str = "a.txt", place: str = "Halmor", day: str = "9 June 2005", more: str = ""
) -> Prepared:
    """The same, read and catalogued."""
    return prepare(declaration(*paragraphs, place=place, day=day, more=more), name)


HALMOR = "osr:2005-06-09/halmor-declaration@en-x-unstated"
"""The address that follows from the record of `declaration()`."""
