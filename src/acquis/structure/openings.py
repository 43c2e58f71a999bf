"""How a paragraph opens: with a preambular participle or an operative verb."""

import re
from functools import cache
from typing import Final

from acquis.languages import Place, Verb, language, languages
from acquis.organisations import organisations

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*|[\u3040-\u9fff]+")
_LONGEST: Final = 8
_REACH: Final = 90  # no opening phrase is longer, in characters
_PARTICIPLE: Final = re.compile(r"(?:[A-Z][a-z]+ly )?[A-Z]?[a-z]+ing\b")
_ENACTING_LENGTH: Final = 110


def opening(words: str, tongue: str | None) -> Verb | None:
    """The verb or phrase of the language's file that opens the words; None where no rule knows it.

    >>> opening("Recalling also its resolution 61/171,", "en").place
    <Place.PREAMBLE: 'preamble'>
    >>> opening("Strongly condemns all acts of violence;", "en").place
    <Place.OPERATIVE: 'operative'>
    """
    held = _phrases(tongue.split("-")[0]) if tongue and language(tongue) else None
    for phrases in [held] if held else [_phrases(each.tag) for each in languages()]:
        if found := _longest(words, phrases):
            return found
    return None


def place(words: str, tongue: str | None) -> Place | None:
    """Whether the paragraph belongs to the preamble or to the operative part, by its opening alone."""
    if found := opening(words, tongue):
        return found.place
    if (tongue or "en").startswith("en") and _PARTICIPLE.match(words):
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
    return line.endswith((",", "،", "，", ":", "：")) or line.casefold().removeprefix("the ") in _organs()


@cache
def _organs() -> frozenset[str]:
    held = organisations().values()
    return frozenset(name.casefold() for each in held for organ in each.organs for name in organ.names)


def _longest(words: str, phrases: dict[str, Verb]) -> Verb | None:
    head = words[:_REACH].casefold()
    if any("\u3040" <= letter <= "\u9fff" for letter in head[:2]):
        return next((phrases[head[:n]] for n in range(min(_LONGEST, len(head)), 0, -1) if head[:n] in phrases), None)
    tokens = _WORD.findall(head)[: _LONGEST + 2]
    for skip in (0, 1, 2):
        if skip and not _adverb(tokens[skip - 1 : skip]):
            return None
        for n in range(_LONGEST, 0, -1):
            if (phrase := " ".join(tokens[skip : skip + n])) in phrases:
                return phrases[phrase]
    return None


def _adverb(tokens: list[str]) -> bool:
    return bool(tokens) and (tokens[0].endswith("ly") or tokens[0] in _ADVERBS)


_ADVERBS: Final = frozenset(
    "also further once again moreover et en outre también además asimismo также далее вновь "
    "وإذ وتؤكد deeply most very still hereby".split()
)


@cache
def _phrases(tag: str) -> dict[str, Verb]:
    shelf = language(tag)
    return {" ".join(_WORD.findall(verb.phrase)) or verb.phrase: verb for verb in (shelf.verbs if shelf else ())}
