"""In which language is this written?"""

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from acquis.languages import languages

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier


def language_of(text: str) -> tuple[str | None, str]:
    """The BCP 47 tag of the language that most of the text is in, and what tells so.

    None with fewer than twenty letters (eight where signs stand for words or syllables). The alphabet decides where
    it can, then the common words of the languages on the shelf, and a model only where these leave a doubt.

    >>> language_of("Главы государств выражают озабоченность ситуацией в регионе.")
    ('ru', 'rule:letters')
    """
    sample = text[:SAMPLE]
    scripts = Counter({script: len(pattern.findall(sample)) for script, pattern in _SCRIPTS.items()})
    if scripts["Kana"] or scripts["Hani"]:
        scripts["Hani"] += scripts["Kana"]
    script, letters = scripts.most_common(1)[0]
    if letters < (8 if script in _DENSE else 20):
        return None, "too few letters"
    if script == "Hani":
        return ("ja" if scripts["Kana"] * 12 > letters else "zh"), "rule:script"
    if script in _BY_LETTERS:
        return _by_letters(sample, _BY_LETTERS[script], letters)
    if script == "Latn":
        return _latin(sample)
    return _ONE_LANGUAGE[script], "rule:script"


SAMPLE = 3000
"""How many characters are looked at: a language does not show better in more of them."""

_SCRIPTS: Final = {
    script: re.compile(f"[{letters}]")
    for script, letters in {
        "Latn": "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ",
        "Cyrl": "Ѐ-ԯ",
        "Arab": "ء-يٮ-ۓەۮ-ۿݐ-ݿ",
        "Hani": "㐀-䶿一-鿿",
        "Kana": "ぁ-ゟァ-ヺ",
        "Hang": "가-힣ᄀ-ᇿ",
        "Deva": "ऄ-हक़-ॡ",
        "Grek": "Ͱ-Ͽἀ-῿",
        "Hebr": "א-ת",
        "Thai": "ก-ฺเ-๎",
        "Geor": "ა-ჿ",
        "Armn": "Ա-և",
        "Beng": "অ-হ",
        "Taml": "அ-ஹ",
        "Telu": "అ-హ",
        "Guru": "ਅ-ਹ",
        "Gujr": "અ-હ",
        "Sinh": "අ-ෆ",
        "Laoo": "ກ-ຮ",
        "Khmr": "ក-អ",
        "Mymr": "က-အ",
        "Ethi": "ሀ-ፚ",
        "Mong": "ᠠ-ᢪ",
        "Tibt": "ཀ-ཬ",
    }.items()
}
_DENSE = frozenset({"Hani", "Hang", "Ethi"})
_ONE_LANGUAGE: Final = {
    **{"Hang": "ko", "Deva": "hi", "Grek": "el", "Hebr": "he", "Thai": "th", "Geor": "ka", "Armn": "hy", "Beng": "bn"},
    **{"Taml": "ta", "Telu": "te", "Guru": "pa", "Gujr": "gu", "Sinh": "si", "Laoo": "lo", "Khmr": "km", "Mymr": "my"},
    **{"Ethi": "am", "Mong": "mn", "Tibt": "bo"},
}

_BY_LETTERS: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    # Language, letters that it alone of those further down has, letters that it has not. The first that fits.
    "Cyrl": (
        ("kk", "әұ", "ў"),
        ("tg", "ӣӯҷ", ""),
        ("uz-Cyrl", "ўҳқғ", "ыщ"),
        ("ky", "ңөү", ""),
        ("mn", "өү", "ң"),
        ("be", "ў", "ищъ"),
        ("mk", "ѓќѕ", "йыэ"),
        ("sr-Cyrl", "ђћјљњџ", "йыэ"),
        ("uk", "їєіґ", "ыэъё"),
        ("ru", "ыэё", "іў"),
        ("bg", "ъщ", "ыэё"),
    ),
    "Arab": (
        ("ur", "ٹڈڑںےھہ", ""),
        ("ps", "ټډړښځڅۍ", ""),
        ("ckb", "ڕڵێۆ", ""),
        ("ug", "ۇۈېە", ""),
        ("fa", "پچژگیک", ""),
        ("ar", "ةىيكأإ", ""),
    ),
}
_SHARE = 0.004
"""How many of a text's letters must be the telling ones: a name from another language has fewer."""


def _by_letters(sample: str, rules: tuple[tuple[str, str, str], ...], letters: int) -> tuple[str, str]:
    counts = Counter(sample.lower())
    needed = max(1, letters * _SHARE)
    for tag, telling, missing in rules:
        has_not = sum(counts[letter] for letter in missing) <= letters * _SHARE
        if sum(counts[letter] for letter in telling) >= needed and has_not:
            return tag, "rule:letters"
    return rules[-2][0] if rules is _BY_LETTERS["Cyrl"] else "ar", "rule:script"


_WORD = re.compile(r"[^\W\d_]+")
_OWN_LETTERS: Final = {"en": "", "fr": "àâæçèéêëîïôœùûüÿ", "es": "áéíñóúü"}
"""The letters beside a–z that a language on the shelf has; much of anything else speaks against it."""


def _latin(sample: str) -> tuple[str | None, str]:
    """By the common words where one language clearly wins, else by the model."""
    words = _WORD.findall(sample.lower())
    votes = {tag: sum(word in common for word in words) for tag, common in _common().items()}
    (best, most), (_, second) = sorted(votes.items(), key=lambda vote: -vote[1])[:2]
    strange = sum(letter not in _OWN_LETTERS.get(best, "") for letter in sample.lower() if "\x7f" < letter and letter.isalpha())
    if most >= 4 and most >= 0.2 * len(words) and most >= 2.2 * second and strange <= 0.01 * len(sample):
        return best, "rule:common words"
    return _by_model(sample)


@cache
def _common() -> dict[str, frozenset[str]]:
    """The common words of each language on the shelf in Latin letters."""
    return {entry.tag: entry.stopwords for entry in languages() if entry.script == "Latn"}


def _by_model(sample: str) -> tuple[str, str]:
    """What the model says of all the languages it knows; in doubt, of those on the shelf."""
    every, shelf = _models()
    tag, sure = every.classify(sample)
    if tag not in _common() and sure < 0.9:
        likely, likelier = shelf.classify(sample)
        tag = likely if likelier > 0.999 else tag
    return str(tag), "model:py3langid"


@cache
def _models() -> tuple["LanguageIdentifier", "LanguageIdentifier"]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    every = LanguageIdentifier.from_modelpath(MODEL_FILE, norm_probs=True)
    shelf = LanguageIdentifier.from_modelpath(MODEL_FILE, norm_probs=True)
    shelf.set_languages(sorted(_common()))
    return every, shelf
