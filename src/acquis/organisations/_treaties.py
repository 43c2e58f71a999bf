"""Multilateral treaties and declarations, by the names that texts call them by."""

from typing import Final

UNIVERSAL: Final[tuple[tuple[str, str], ...]] = (
    ("charter of the united nations", "un:1945-06-26/charter"),
    ("treaty on the non-proliferation of nuclear weapons", "treaty:1968-07-01/non-proliferation"),
)
