"""Python's search for cycles of garbage, held back where it costs much and finds hardly anything."""

import gc
from typing import Final

_SELDOM: Final = (20_000, 5, 500)
"""New values before the youngest are looked through, then every twentieth time older ones, and so on."""


def collect_seldom() -> None:
    """Look for cycles rarely, and never among what was loaded before.

    A reading makes hundreds of thousands of small frozen values and hardly a cycle; looking after every seven hundred
    of them took a seventh of the time. In a room with a large archive one look through all that is in memory would stop
    every reader for a second.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_SELDOM)
