"""Numbers in order: where each run of equal ones begins."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray


def begins(ordered: "NDArray[Any]") -> "NDArray[Any]":
    """The places at which a number stands that differs from the one before it.

    >>> import numpy as np
    >>> begins(np.array([3, 3, 5, 9, 9])).tolist()
    [0, 2, 3]
    """
    import numpy as np

    new = np.ones(len(ordered), bool)
    new[1:] = ordered[1:] != ordered[:-1]
    return np.flatnonzero(new)
