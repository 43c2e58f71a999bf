"""The language that a text is written in."""

import re
import string
from collections import Counter
from collections.abc import Callable
from copy import copy
from functools import cache
from typing import Any, Final

from acquis.languages import languages


def language_of(text: str) -> tuple[str | None, str]:
    """The BCP 47 tag of the language that most of the text is in, and what tells so.

    None with fewer than twenty letters (eight where signs stand for words or syllables). The alphabet decides where
    it can, then the common words of the languages on the shelf, and a model only where these leave a doubt.

    >>> language_of("Главы государств выражают озабоченность ситуацией в регионе.")
    ('ru', 'rule:letters')
    """
    sample = text[:SAMPLE]
    scripts = _letters(sample)
    if scripts["Kana"] or scripts["Hani"]:
        scripts["Hani"] += scripts["Kana"]
    script, letters = scripts.most_common(1)[0]
    if letters < (8 if script in _DENSE else 20):
        return None, "too few letters"
    if script == "Hani":
        return ("ja" if scripts["Kana"] * 12 > letters else "zh"), "rule:script"
    if script in _BY_LETTERS:
        return _by_letters(sample, script, letters)
    if script == "Latn":
        return _latin(sample)
    return _ONE_LANGUAGE[script], "rule:script"


def _letters(sample: str) -> Counter[str]:
    """How many letters of each script there are; what is plain ASCII need be asked for no other."""
    plain = sum(map(sample.count, string.ascii_letters))
    strange = "".join(letter for letter in sample if letter > "\x7f") if not sample.isascii() else ""
    counts = Counter({script: len(pattern.findall(strange)) for script, pattern in _SCRIPTS.items()} if strange else {})
    counts["Latn"] += plain
    return counts


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
        ("uz-Cyrl", "ў", "ыщі"),
        ("tg", "ӣӯҷҳқғ", "ўы"),
        ("kk", "ғқ", "ўҳ"),
        ("ky", "ңөү", "х"),
        ("mn", "өү", "ң"),
        ("be", "ўі", "ищъ"),
        ("mk", "ѓќѕ", "йыэ"),
        ("sr-Cyrl", "ђћјљњџ", "йыэ"),
        ("uk", "їєіґ", "ыэъё"),
        ("ru", "ыэё", "іў"),
        ("bg", "ъ", "ыэё"),
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
_USUAL: Final = {"Cyrl": "ru", "Arab": "ar"}
_SHARE, _VOWEL_SHARE = 0.004, 0.008
"""How many of a text's letters must be the telling ones: a name from another language has fewer, and the hard sign of
Russian is rarer than the vowel that it is in Bulgarian."""


def _by_letters(sample: str, script: str, letters: int) -> tuple[str, str]:
    counts = Counter(sample.lower())
    for tag, telling, missing in _BY_LETTERS[script]:
        few = letters * (_VOWEL_SHARE if tag == "bg" else _SHARE)
        has = sum(counts[letter] for letter in telling) >= max(1, few)
        if has and sum(counts[letter] for letter in missing) <= letters * _SHARE:
            return tag, "rule:letters"
    return _USUAL[script], "rule:script"


_WORD = re.compile(r"[^\W\d_]+")
_OWN_LETTERS: Final = {"en": "", "fr": "àâæçèéêëîïôœùûüÿ", "es": "áéíñóúü"}
"""The letters beside a–z that a language on the shelf has; much of anything else speaks against it."""


def _latin(sample: str) -> tuple[str | None, str]:
    """By the common words where one language clearly wins, else by the model."""
    words = _WORD.findall(sample.lower())
    votes = {tag: sum(word in common for word in words) for tag, common in _common().items()}
    (best, most), (_, second) = sorted(votes.items(), key=lambda vote: -vote[1])[:2]
    known = _OWN_LETTERS.get(best, "")
    strange = sum(letter not in known for letter in sample.lower() if letter > "\x7f" and letter.isalpha())
    if most >= 4 and most >= 0.16 * len(words) and most >= 4 * second and strange <= 0.01 * len(sample):
        return best, "rule:common words"
    return _by_model(sample)


@cache
def _common() -> dict[str, frozenset[str]]:
    """The common words of each language on the shelf in Latin letters that no other of them has."""
    entries = [entry for entry in languages() if entry.script == "Latn"]
    others = {e.tag: frozenset().union(*(o.stopwords for o in entries if o is not e)) for e in entries}
    own = {entry.tag: entry.stopwords - others[entry.tag] for entry in entries}
    # A lone letter is a common word of half the continent; only the Spanish "y" is not.
    return {tag: frozenset(word for word in words if len(word) > 1 or word == "y") for tag, words in own.items()}


def _by_model(sample: str) -> tuple[str, str]:
    """What the model says of the languages of states; where it is not sure, of those on the shelf."""
    states, shelf = _models()
    tag, sure = states(sample)
    if tag not in _common() and sure < 0.9:
        likely, likelier = shelf(sample)
        tag = likely if likelier > 0.99 else tag
    return tag, "model:py3langid"


_STATES = """af az bs ca cs da de en es et fi fr ga hr ht hu id is it lb lt lv mg ms mt nl no pl pt ro rw sk sl so sq
sr sv sw tk tl tr uz vi xh zu"""
"""The languages in Latin letters that a state writes in: the model's dialects and regional ones would only mislead."""


@cache
def _models() -> tuple[Callable[[str], tuple[str, float]], ...]:
    """Two readings of the one model: every language of a state, and the shelf's alone."""
    from py3langid import langid

    known: Any = langid  # without types
    states = known.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    shelf = copy(states)  # the model is unpacked once; a restriction replaces its tables and changes none
    states.set_languages([tag for tag in _STATES.split() if tag in states.labels])
    shelf.set_languages(sorted(_common()))
    return states.classify, shelf.classify
