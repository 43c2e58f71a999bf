"""The cases of Russian names: what becomes of "Европейский союз" after "из", "к", "с" and "в".

Names decline by the endings of their first words: adjectives agree with their noun, and what follows the noun keeps
its own case ("Организация Объединенных Наций", "Организации Объединенных Наций").
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

_Six: TypeAlias = Sequence[str]
"""The cases in their order: nominative, genitive, dative, accusative, instrumental, prepositional."""


@lru_cache(maxsize=10_000)
def cases(name: str) -> tuple[str, ...]:
    """A name and its other cases, each once; the name alone where it has none.

    >>> cases("европейский союз")[:3], cases("чили")
    (('европейский союз', 'европейского союза', 'европейскому союзу'), ('чили',))
    """
    return tuple(dict.fromkeys((name, *_cases(name))))


def _cases(name: str) -> Iterator[str]:
    led, dash, last = name.rpartition(" - ")
    if dash:
        yield from (led + dash + form for form in _cases(last))
    elif len(both := [part.split(" ") for part in name.split(" и ")]) == 2 and all(map(_is_bare, both)):
        yield from map(" и ".join, zip(*(list(_declined(part))[:6] for part in both), strict=True))
    else:
        yield from _declined(name.split(" "))


def _is_bare(name: Sequence[str]) -> bool:
    """Whether a name has no words after its noun: the two of "Босния и Герцеговина" are such."""
    return all(map(_is_adjective, name[:-1])) and not _is_adjective(name[-1])


def _declined(name: Sequence[str]) -> Iterator[str]:
    """The cases of adjectives and their noun; the words after the noun stay."""
    count = next((at for at, word in enumerate(name[:-1]) if not _is_adjective(word)), len(name) - 1)
    leading = [_adjective(word) for word in name[:count]]
    led, dash, last = name[count].rpartition("-")
    for noun in _nouns(last):
        cases_of_noun = [led + dash + form for form in noun]
        yield from (" ".join((*agreed, *name[count + 1 :])) for agreed in zip(*leading, cases_of_noun, strict=True))


_ADJECTIVE: Final = re.compile(r".{2,}(?:[ыо]й|[кгхжшщчн]ий|ая|яя|ое|ее|ые|[кгхжшщчн]ие|овы|ины)", re.IGNORECASE)
_NEUTER_NOUN: Final = re.compile(r".+(?:[еая]ние|ствие|тие)", re.IGNORECASE)


def _is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.fullmatch(word)) and not _NEUTER_NOUN.fullmatch(word)


_AGREED: Final = {
    "ый": "ый ого ому ый ым ом",
    "ой": "ой ого ому ой ым ом",
    "ий": "ий ого ому ий им ом",
    "ая": "ая ой ой ую ой ой",
    "яя": "яя ей ей юю ей ей",
    "ое": "ое ого ому ое ым ом",
    "ее": "ее его ему ее им ем",
    "ые": "ые ых ым ые ыми ых",
    "ие": "ие их им ие ими их",
    "вы": "вы вых вым вы выми вых",
    "ны": "ны ных ным ны ными ных",
}
_SOFT: Final = re.compile(r".+[жшщчн]ий", re.IGNORECASE)


def _adjective(word: str) -> _Six:
    endings = "ий его ему ий им ем" if _SOFT.fullmatch(word) else _AGREED[word[-2:].lower()]
    return _with(word[:-2], endings)


_PLURALS: Final = frozenset(("острова", "о-ва"))
_NEUTER: Final = re.compile(r".{3,}ство")
_INDECLINABLE: Final = re.compile(r".*(?:[аеёиоуэюя]а|[еёиоуэю]|[^а-я])")
_DECLINED_O: Final = re.compile(rf"{_NEUTER.pattern}|{_NEUTER_NOUN.pattern}")
_SHORTEST: Final = 3
_FLEETING: Final = {"египет": "египт"}
"""Words that lose a vowel where an ending follows, beside those with -ец."""
_SIBILANTS: Final = "жшщчц"


def _nouns(word: str) -> list[_Six]:
    """The ways in which a noun may decline; one without change where it has no cases."""
    lowered, stem = word.lower(), word[:-1]
    if (
        len(word) < _SHORTEST
        or word.isupper()
        or (_INDECLINABLE.fullmatch(lowered) and not _DECLINED_O.fullmatch(lowered))
    ):
        return [[word] * 6]
    if lowered in _PLURALS:
        return [_with(stem, "а ов ам а ами ах")]
    if _NEUTER.fullmatch(lowered):
        return [_with(stem, "о а у о ом е")]
    if _NEUTER_NOUN.fullmatch(lowered):
        return [_with(stem, "е я ю е ем и")]
    if lowered.endswith("а"):
        return [_with(stem, f"а {_few(lowered[-2])} е у {'ей' if lowered[-2] in _SIBILANTS else 'ой'} е")]
    if lowered.endswith("я"):
        return [_with(stem, "я и и ю ей и" if lowered.endswith("ия") else "я и е ю ей е")]
    if lowered.endswith("ы"):
        return [_with(stem, "ы ов ам ы ами ах"), _with(stem, "ы - ам ы ами ах")]
    return _ending_in_consonant(word)


def _few(last: str) -> str:
    return "и" if last in "кгхжшщч" else "ы"


def _ending_in_consonant(word: str) -> list[_Six]:
    lowered, stem = word.lower(), word[:-1]
    if lowered.endswith("й"):
        return [_with(stem, "й я ю й ем и" if lowered.endswith("ий") else "й я ю й ем е")]
    if lowered.endswith("ь"):
        return [_with(stem, "ь и и ь ью и"), _with(stem, "ь я ю ь ем е")]
    if lowered.endswith("ец"):
        return [[word, *_with(word[:-2], "ца цу ец цем це")]]
    bare = word[0] + _FLEETING.get(lowered, lowered)[1:] if lowered in _FLEETING else word
    return [[word, *_with(bare, "а у"), word, *_with(bare, f"{'ем' if lowered[-1] in _SIBILANTS else 'ом'} е")]]


def _with(stem: str, endings: str) -> list[str]:
    """A stem with each of some endings; a hyphen stands for none."""
    return [stem + ("" if ending == "-" else ending) for ending in endings.split()]
