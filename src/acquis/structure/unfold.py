"""Texts that came on one line, parted at their numbered headings."""

import re
from collections.abc import Sequence
from typing import Final

from acquis.structure.blocks import Block, parted
from acquis.structure.numerals import number

_ONE_LINE: Final = 3000
_FEWEST: Final = 3
_INLINE: Final = re.compile(
    r"(?<![^\W_])(?:articles?|artículo|articulo|статья|artigo|artikel|rule|principle|section|regulation)"
    r"\s?(?P<n>\d{1,3}|[ivxlc]{1,7}(?![^\W_]))\.?",
    re.IGNORECASE,
)


def unfolded(flow: Sequence[Block]) -> list[Block]:
    """The blocks, the very long ones parted where "article 1", "article 2" … follow one another."""
    found: list[Block] = []
    for block in flow:
        rest = block
        for cut in reversed(_cuts(block.text) if len(block.text) > _ONE_LINE else []):
            rest, tail = parted(rest, cut)
            if tail.text.strip():
                found.append(tail)
        found.append(rest)
        if rest is not block:
            _reverse_tail(found, block)
    return found


def _reverse_tail(found: list[Block], block: Block) -> None:
    """Puts the pieces of one block, which were cut from its end, in their order."""
    first = next(at for at, piece in enumerate(found) if piece.source.start >= block.source.start)
    found[first:] = sorted(found[first:], key=lambda piece: piece.source.start)


def _cuts(text: str) -> list[int]:
    """Before and after each numbered heading in running text.

    The numbers must follow one another from 1 and stand where a sentence may end; a citation of article 12 in
    article 3 is passed over because 12 is not the next number.
    """
    cuts: list[int] = []
    wanted = 1
    for match in _INLINE.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()].rstrip()
        if number(match["n"]) == wanted and (not before or not before[-1].isalnum()):
            cuts += [match.start(), match.end()]
            wanted += 1
    return [cut for cut in cuts if 0 < cut < len(text)] if wanted > _FEWEST else []
