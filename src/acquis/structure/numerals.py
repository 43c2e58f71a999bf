"""The numbers that words, letters and signs stand for."""

import re
import unicodedata
from functools import cache

from acquis.languages import Language, language, languages


def number(text: str) -> int | None:
    """The whole number that a numeral states; None for anything else.

    Reads digits of any script, full-width and circled ones, Roman numerals (valid ones only, all capitals or all
    small, Cyrillic look-alikes too) and Chinese or Japanese ones.

    >>> [number(words) for words in ("12", "١٢", "⑫", "XII", "xii", "十二", "二〇一一", "百十一", "IIII", "sixth")]
    [12, 12, 12, 12, 12, 12, 2011, 111, None, None]
    """
    numeral = unicodedata.normalize("NFKC", text).strip()
    if not numeral or len(numeral) > 15:
        return None
    if numeral.isdecimal():
        return int(numeral)
    found = _from_roman(numeral)
    return _from_han(numeral) if found is None else found


def ordinal(text: str, language: str | None) -> int | None:
    """The number that an ordinal states in words or with an ending: "sixty-first", "1er", "第六十一".

    `language` None tries every language on the shelf. None for anything else.

    >>> ordinal("Sixty-first", "en"), ordinal("premier", "fr"), ordinal("шестьдесят первая", "ru")
    (61, 1, 61)
    """
    folded = fold(text)
    for entry in _shelf(language):
        if (found := _ordinals(entry.tag).get(folded)) is not None:
            return found
    return _suffixed(text)


def cardinal(text: str, language: str | None) -> int | None:
    """The number that counting words state: "two thousand and seven", "deux mille sept".

    The last of several words may be an ordinal, as in the years of Russian.

    >>> cardinal("nineteen hundred and forty-five", "en"), cardinal("quatre-vingt-onze", "fr")
    (1945, 91)
    """
    words = fold(text).split()
    for entry in _shelf(language):
        values = _cardinals(entry.tag)
        if len(words) > 1 and words[-1] not in values and words[-1] in _ordinals(entry.tag):
            values = values | {words[-1]: _ordinals(entry.tag)[words[-1]]}
        if (found := _counted(words, values)) is not None:
            return found
    return None


def roman(n: int) -> str:
    """The number in Roman numerals, from 1 to 3999.

    >>> roman(1994)
    'MCMXCIV'
    """
    if not 0 < n < 4000:
        raise ValueError(f"{n} has no Roman numeral: they go from 1 to 3999")
    written = ""
    for letters, value in _ROMAN:
        times, n = divmod(n, value)
        written += letters * times
    return written


def fold(text: str) -> str:
    """Words made comparable: small letters without accents, vowel signs and hyphens."""
    plain = unicodedata.normalize("NFD", text.translate(_JOINERS).casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


_JOINERS = str.maketrans({"-": " ", "‑": " ", "‐": " ", "ـ": None, "ى": "ي", "ة": "ه", "\u00a0": " "})
_ROMAN = (
    *(("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40)),
    *(("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)),
)
_ROMAN_SHAPE = re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LOOK_ALIKE = str.maketrans("ХІхіМСмс", "XIxiMCmc")
_HAN_DIGITS = {
    **{sign: value for value, sign in enumerate("〇一二三四五六七八九")},
    **{sign: value for value, sign in enumerate("零壹貳參肆伍陸柒捌玖")},
    **dict(zip("贰叁叄陆两兩壱弐参伍", (2, 3, 3, 6, 2, 2, 1, 2, 3, 5), strict=True)),
    "○": 0,
}
_HAN_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_HAN_TENS = {"廿": 20, "卅": 30}
_HAN_MYRIAD = frozenset("万萬")
_SUFFIXED = re.compile(
    r"(?P<digits>\d{1,4}|[ivxlc]{1,8}) ?"
    r"(?:st|nd|rd|th|er|ere|re|e|eme|nde?|o|a|\.?º|\.?ª|ᵉʳ|ᵉ|°|я|е|го|ое|ая|ыи|и|ои)"
)


def _shelf(tag: str | None) -> tuple[Language, ...]:
    if tag is None:
        return languages()
    entry = language(tag)
    return (entry,) if entry else ()


@cache
def _ordinals(tag: str) -> dict[str, int]:
    return {fold(words): value for entry in _shelf(tag) for words, value in entry.ordinals.items()}


@cache
def _cardinals(tag: str) -> dict[str, int]:
    return {fold(words): value for entry in _shelf(tag) for words, value in entry.cardinals.items()}


def _suffixed(text: str) -> int | None:
    found = _SUFFIXED.fullmatch(fold(text))
    if found:
        return number(found["digits"])
    numbered = unicodedata.normalize("NFKC", text).strip()
    return number(numbered[1:]) if numbered[:1] == "第" else None


def _from_roman(numeral: str) -> int | None:
    letters = numeral.translate(_LOOK_ALIKE)
    if letters.islower():
        letters = letters.upper()
    # A lone Cyrillic С or М is a letter in a list, not a hundred or a thousand.
    if numeral in {"С", "М", "с", "м"} or not _ROMAN_SHAPE.fullmatch(letters):
        return None
    total = 0
    for numerals, value in _ROMAN:
        while letters.startswith(numerals):
            total, letters = total + value, letters[len(numerals) :]
    return total


def _from_han(numeral: str) -> int | None:
    """`十九` counts by units, `二〇一一` by places."""
    if all(sign in _HAN_DIGITS for sign in numeral):
        return int("".join(str(_HAN_DIGITS[sign]) for sign in numeral))
    total = section = digit = 0
    for sign in numeral:
        if sign in _HAN_DIGITS:
            digit = _HAN_DIGITS[sign]
        elif sign in _HAN_UNITS:
            section, digit = section + (digit or 1) * _HAN_UNITS[sign], 0
        elif sign in _HAN_TENS:
            section, digit = section + _HAN_TENS[sign], 0
        elif sign in _HAN_MYRIAD:
            total, section, digit = total + (section + digit or 1) * 10_000, 0, 0
        else:
            return None
    return total + section + digit


def _counted(words: list[str], values: dict[str, int]) -> int | None:
    """Numbers add up; hundred and thousand multiply what stands before them; joining words count 0."""
    if not words or len(words) > 14 or any(word not in values for word in words):
        return None
    total = section = 0
    for word in words:
        value = values[word]
        if value == 1000:
            total, section = total + (section or 1) * 1000, 0
        elif value == 100:
            section = (section or 1) * 100
        elif value == 20 and section % 100 == 4:  # quatre-vingts
            section += 76
        else:
            section += value
    return total + section or None
