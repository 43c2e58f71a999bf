"""How strong a precedent is: who agreed to it, how, how often and how lately; each reason in words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from acquis.organisations import organisations
from acquis.precedents.modes import adopted
from acquis.precedents.scope import Scope
from acquis.wording import counted

if TYPE_CHECKING:
    from numpy.typing import NDArray


def strongest(passages: "NDArray[Any]", readings: "NDArray[Any]", scope: Scope, cited: frozenset[str]) -> int:
    """The passage that stands for all that have these words.

    Of a work that is cited, else of the highest organ, of these one that was agreed rather than voted, then the last.
    Undated ones come after all others.
    """
    import numpy as np

    if len(passages) == 1:
        return int(passages[0])
    named = [reading for work in cited for reading in scope.readings_of(work)]
    order = scope.texts.order[readings]
    latest = np.where(order < scope.texts.dated, -order, 1)
    adopted_by = scope.texts.standings[readings], scope.texts.levels[readings]
    best = np.lexsort((passages, latest, *adopted_by, ~np.isin(readings, named)))[0]
    return int(passages[best])


def reasons(row: Any, *, works: int, mode: str | None = None) -> tuple[str, ...]:
    """Why a precedent stands where it does: its organ's level, how it was adopted, repetition, recency.

    `mode` is the mode of adoption that the text's own record states; else the usual one of its organ is told.
    """
    return tuple(_reasons(row, works, mode))


def _reasons(row: Any, works: int, mode: str | None) -> Iterator[str]:
    organisation = organisations().get(row.organisation or "")
    organ = organisation.organ(row.organ) if organisation and row.organ else None
    if organ is not None:
        yield f"level {organ.level}: {organ.names[0]}"
    if mode is not None:
        yield adopted(mode)
    elif organ is not None and organ.adopts:
        yield f"usually adopts by {organ.adopts}"
    if works > 1:
        yield f"used in {counted(works, 'text')}"
    if row.day:
        yield f"of {row.day[:4]}"
