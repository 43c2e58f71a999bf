"""How strong a precedent is: who agreed to it, how, how often and how lately; each reason in words."""

from collections.abc import Iterator
from typing import Any

from acquis.organisations import organisations
from acquis.wording import counted


def reasons(row: Any, *, works: int) -> tuple[str, ...]:
    """Why a precedent stands where it does: its organ's level, how that adopts, repetition, recency."""
    return tuple(_reasons(row, works))


def _reasons(row: Any, works: int) -> Iterator[str]:
    organisation = organisations().get(row.organisation or "")
    organ = organisation.organ(row.organ) if organisation and row.organ else None
    if organ is not None:
        yield f"level {organ.level}: {organ.names[0]}"
        if organ.adopts:
            yield f"usually adopts by {organ.adopts}"
    if works > 1:
        yield f"used in {counted(works, 'text')}"
    if row.day:
        yield f"of {row.day[:4]}"
