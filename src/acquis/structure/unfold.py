"""Texts that came on one line, parted at their numbered headings."""

import re
from collections.abc import Sequence
from typing import Final

from acquis.structure.blocks import Block, parted
from acquis.structure.numerals import number

_ONE_LINE: Final = 3000
_FEWEST: Final = 3
_WORDS: Final = "articles?|artículo|articulo|статья|artigo|artikel|rule|principle|section|regulation"
_INLINE: Final = re.compile(
    rf"(?<![^\W_])(?:(?P<capital>{_WORDS.upper()})|(?P<small>(?i:{_WORDS})))"
    r"\s?(?P<n>\d{1,4}|[IVXLC]{1,7}(?![A-Z])|[ivxlc]{1,7}(?![^\W_]))\.?"
)


def unfolded(flow: Sequence[Block]) -> list[Block]:
    """The blocks, the very long ones parted where "article 1", "article 2" … follow one another."""
    found: list[Block] = []
    for block in flow:
        rest = block
        for cut in reversed(_all_cuts(block.text) if len(block.text) > _ONE_LINE else []):
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


_PARTIES: Final = re.compile(
    r"(?:source|src)\s?:|\bthe (?:governments? of|(?:contracting |high contracting |states? )?parties)\b"
    r"|\bwhereas\b|\bpreamble\b",
    re.IGNORECASE,
)
_CLOSE: Final = re.compile(r"\b(?:in witness whereof|in faith whereof|done (?:at|in)\b)", re.IGNORECASE)
_TITLE: Final = 300
_TAIL: Final = 2500


def _all_cuts(text: str) -> list[int]:
    """Where a text on one line is parted: after its title, at its headings, and where it is signed."""
    first = _PARTIES.search(text, 10, _TITLE)
    last = _CLOSE.search(text, max(0, len(text) - _TAIL))
    cuts = {*_cuts(text), *([first.start()] if first else []), *([last.start()] if last else [])}
    return sorted(cuts)


def _cuts(text: str) -> list[int]:
    """Before and after each numbered heading in running text.

    The numbers must follow one another from 1; a citation of article 12 in article 3 is passed over because 12 is not
    the next number. In small letters a heading must stand where a sentence may end. A figure may be glued to the
    number of the first paragraph: "ARTICLE 61. Each party" is article 6, paragraph 1.
    """
    cuts: list[int] = []
    wanted = 1
    for match in _INLINE.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()].rstrip()
        free = match["capital"] or not before or not before[-1].isalnum()
        end = _end(match, wanted)
        if free and end is not None:
            cuts += [match.start(), end]
            wanted += 1
    return [cut for cut in cuts if 0 < cut < len(text)] if wanted > _FEWEST else []


def _end(match: re.Match[str], wanted: int) -> int | None:
    """Where the heading with that number ends; None where the number is another."""
    if number(match["n"]) == wanted:
        return match.end()
    printed = match["n"]
    if printed.startswith(str(wanted)) and len(printed) == len(str(wanted)) + 1:
        return match.start("n") + len(str(wanted))
    return None
