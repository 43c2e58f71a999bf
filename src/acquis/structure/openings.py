"""How a paragraph opens: with a preambular participle or an operative verb."""

import re
from functools import cache
from typing import Final

from acquis.languages import Place, Verb, language, languages
from acquis.organisations import organisations

_REACH: Final = 120  # no opening phrase is longer, in characters
_PARTICIPLE: Final = re.compile(r"(?:[A-Z][a-z]+ly [a-z]+ing|[A-Z][a-z]+ing)\b")
_ENACTING_LENGTH: Final = 110


def opening(words: str, tongue: str | None) -> Verb | None:
    """The verb or phrase of the language's file that opens the words; None where no rule knows it.

    >>> opening("Recalling also its resolution 61/171,", "en").place
    <Place.PREAMBLE: 'preamble'>
    >>> opening("Strongly condemns all acts of violence;", "en").place
    <Place.OPERATIVE: 'operative'>
    """
    held = language(tongue) if tongue else None
    tongues = (held,) if held else () if tongue else languages()
    return next((found for each in tongues if (found := each.opening(words[:_REACH] if each.spaced else words))), None)


def place(words: str, tongue: str | None) -> Place | None:
    """Whether the paragraph belongs to the preamble or to the operative part, by its opening alone."""
    if found := opening(words, tongue):
        return found.place
    if (tongue or "en").startswith("en") and words.rstrip().endswith(",") and _PARTICIPLE.match(words):
        return Place.PREAMBLE
    return None


def speaks(words: str) -> bool:
    """Whether a block may be the line that names the speaking organ: "The General Assembly,".

    The comma may be missing where the name is that of an organ of the shelf.

    >>> speaks("The General Assembly,"), speaks("The General Assembly"), speaks("The river basin")
    (True, True, False)
    """
    line = words.strip()
    if len(line) > _ENACTING_LENGTH or line[:1].isdigit():
        return False
    return line.endswith((",", "،", "，")) or names_organ(line)


def names_organ(words: str) -> bool:
    """Whether a line is the name of an organ of the shelf and nothing else.

    >>> names_organ("The General Assembly,"), names_organ("The General Assembly decided")
    (True, False)
    """
    return words.strip().rstrip(",:،，：").casefold().removeprefix("the ") in _organs()


@cache
def _organs() -> frozenset[str]:
    held = organisations().values()
    return frozenset(name.casefold() for each in held for organ in each.organs for name in organ.names)
