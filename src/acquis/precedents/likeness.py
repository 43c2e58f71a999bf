"""How alike two whole texts are: the words they share, unless they share no more than chance would have it."""

from collections.abc import Sequence
from math import log

from acquis.precedents.alignment import align


def likeness(a: Sequence[int], b: Sequence[int]) -> float:
    """Twice the shared words over the words of both, from 0 to 1; the same whichever comes first.

    The words are numbers, as `align` takes them. 0 where the best stretch scores less than the logarithm of the
    product of both lengths: the longest run that two texts share by chance grows like that (Arratia and Waterman,
    1985), and formulae and function words are no likeness.

    >>> likeness([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6])
    1.0
    >>> likeness([1, 2, 3, 4, 5, 6], [1, 9, 8, 7, 5, 6])
    0.0
    """
    first, second = sorted((list(a), list(b)), key=lambda side: (len(side), side))
    if not first:
        return 0.0
    if first == second:
        return 1.0
    alignment = align(first, second)
    chance = log(len(first) * len(second))
    return 2 * alignment.words / (len(first) + len(second)) if alignment.score >= chance else 0.0
