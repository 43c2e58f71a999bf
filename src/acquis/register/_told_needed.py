"""What a sentence must have to meet a form: asked before the form itself, which costs more."""

import re
from typing import Final


def words_needed(form: str) -> tuple[tuple[str, ...], ...]:
    """Choices of words in small letters, of each of which a sentence must have one: the two that say most.

    >>> words_needed("{who} (?:has |had )?(?:ratified|signed) {what} on {on}")
    (('ratified', 'signed'), (' on ',))
    """
    needed, choices = _needed(form)
    told = ((_longest(needed),), *(choices[ord(sign) - _PRIVATE] for sign in needed if ord(sign) >= _PRIVATE))
    return tuple(sorted((each for each in told if all(each)), key=lambda each: -min(map(len, each)))[:2])


def slots_needed(form: str) -> list[str]:
    """The slots that are always filled.

    >>> slots_needed("{who} (?:signed|joined) {what}(?:,? {place})? on {on}")
    ['who', 'what', 'on']
    """
    return _SLOT.findall(_needed(form)[0])


def _needed(form: str) -> tuple[str, list[tuple[str, ...]]]:
    """The form without what may be missing, and its choices, each with a sign in its place."""
    choices: list[tuple[str, ...]] = []

    def sign(found: re.Match[str]) -> str:
        if not found[0].startswith("(") or found[0].endswith("?"):
            return "\0"
        choices.append(tuple(map(_longest, _GROUP.sub("", found[0]).split("|"))))
        return chr(_PRIVATE + len(choices) - 1)

    while (fewer := _CHOICE.sub(sign, form)) != form:
        form = fewer
    return form, choices


def _longest(words: str) -> str:
    """The longest stretch of letters that must stand there, in small ones."""
    return max(_RUN.findall(_MAY_MISS.sub("\0", _SLOT.sub("\0", words))), key=len, default="").lower()


_PRIVATE: Final = 0xE000
"""The first of the code points that no text uses (Unicode, private use area)."""
_SLOT: Final = re.compile(r"\{([a-z]+)\}")
_MAY_MISS: Final = re.compile(r"\[[^\]]*\](?:\{[^}]*\}|[?*+])?|\\.[+*?]?|[^()][?*]")
_CHOICE: Final = re.compile(rf"\((?:\?:)?[^()]*\)\??|{_MAY_MISS.pattern}")
_GROUP: Final = re.compile(r"^\((?:\?:|\?P<\w+>)?|\)$")
_RUN: Final = re.compile(r"[\w ⟨⟩'’]+")
