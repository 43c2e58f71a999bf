"""The marks that end a sentence or a clause, in every script."""

from typing import Final

STOPS: Final = ".!?…。！？؟۔।॥։።។༎᠃．｡"
"""What ends a sentence (Unicode property Sentence_Terminal, the marks met in living scripts)."""

CLAUSES: Final = ",;:،؛、，；："
"""What ends a clause, a paragraph of a preamble or an item of a list."""

_CLOSERS: Final = "'\"”’»」』)]）］"


def ends(words: str, marks: str = STOPS + CLAUSES) -> bool:
    """Whether the words end with one of the marks, quotation marks and brackets after it aside.

    >>> ends("It is so decided.”"), ends("Personnel issues"), ends("the following:", STOPS)
    (True, False, False)
    """
    line = words.rstrip().rstrip(_CLOSERS)
    return bool(line) and line[-1] in marks
