"""Letters folded without moving them, and phrases found by their first word."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

T = TypeVar("T")

_FOLDED: Final = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u3000\t\n\r", " "),
        **dict.fromkeys("‐‑‒–—―−－", "-"),
        **dict.fromkeys("’‘ʼ´`＇", "'"),
        **dict.fromkeys("“”„«»＂", '"'),
        **{"（": "(", "）": ")", "，": ",", "、": ",", "ё": "е", "Ё": "Е", "№": "#", "İ": "I", "º": "°"},
        **{chr(base + n): str(n) for base in (0x660, 0x6F0, 0xFF10) for n in range(10)},
        **dict.fromkeys("ًٌٍَُِّْ", "ـ"),
    }
)
_WORD: Final = re.compile(r"\w+")
_NAME: Final = re.compile(r"[A-Z0-9À-ÞА-Я]\w*")


def folded(text: str) -> str:
    """The text with one kind of blank, dash, quotation mark and digit; every character stays at its place."""
    if text.isascii():
        return text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return text.translate(_FOLDED)


@dataclass(frozen=True, slots=True)
class Met(Generic[T]):
    """A phrase that stands in a text, and what it means."""

    start: int
    end: int
    meaning: T


class Phrases(Generic[T]):
    """A list of phrases, each with its meaning, found in one pass over the words of a text.

    `names` says that the phrases are names: in scripts that have capitals they begin with one, or with a figure.

    A word that ends with `*` stands for its inflected forms. Phrases of scripts without blanks, and Arabic ones,
    whose words take prefixes, are looked for anywhere.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]], *, names: bool = False) -> None:
        self._word = _NAME if names else _WORD
        self._spaced: dict[str, list[tuple[str, T]]] = defaultdict(list)
        self._dense: list[tuple[str, T]] = []
        self._inflected: list[tuple[re.Pattern[str], T]] = []
        for phrase, meaning in phrases:
            self._add(folded(phrase).lower(), meaning)
        for held in self._spaced.values():
            held.sort(key=lambda pair: -len(pair[0]))
        self._dense.sort(key=lambda pair: -len(pair[0]))

    def _add(self, phrase: str, meaning: T) -> None:
        if is_dense(phrase):
            self._dense.append((phrase, meaning))
        elif "*" in phrase:
            words = (re.escape(word).replace(r"\*", r"\w{0,5}") for word in phrase.split())
            self._inflected.append((re.compile(rf"\b{' '.join(words)}\b"), meaning))
        elif first := _WORD.search(phrase):
            self._spaced[first[0]].append((phrase, meaning))

    def find(self, text: str, lowered: str) -> list[Met[T]]:
        """Every phrase that stands in a folded text, none within a longer one, in their order.

        `lowered` is the text in lower case.
        """
        found = list(self._find_spaced(text, lowered))
        if not lowered.isascii():
            found += self._find_others(lowered)
        return longest(found)

    def _find_spaced(self, text: str, lowered: str) -> Iterator[Met[T]]:
        spaced = self._spaced
        for word in self._word.finditer(text):
            start, end = word.span()
            for phrase, meaning in spaced.get(lowered[start:end], ()):
                if lowered.startswith(phrase, start) and _apart(lowered, start, start + len(phrase)):
                    yield Met(start, start + len(phrase), meaning)
                    break

    def _find_others(self, lowered: str) -> Iterator[Met[T]]:
        if self._inflected and re.search("[а-я]", lowered):
            for pattern, meaning in self._inflected:
                yield from (Met(m.start(), m.end(), meaning) for m in pattern.finditer(lowered))
        if is_dense(lowered):
            for phrase, meaning in self._dense:
                at = lowered.find(phrase)
                while at >= 0:
                    yield Met(at, at + len(phrase), meaning)
                    at = lowered.find(phrase, at + len(phrase))


def _apart(text: str, start: int, end: int) -> bool:
    """Whether a stretch neither starts nor ends within a word; OP-ICCPR is one word."""
    begins = start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "-")
    return begins and (end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum()))


def is_dense(text: str) -> bool:
    """Whether words stand in it that no blanks divide, or that take their prepositions as prefixes."""
    return not text.isascii() and bool(re.search(r"[\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff]", text))


def longest(found: Iterable[Met[T]]) -> list[Met[T]]:
    """Those that stand in no longer one, in their order."""
    kept: list[Met[T]] = []
    for met in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or met.start >= kept[-1].end:
            kept.append(met)
        elif met.end - met.start > kept[-1].end - kept[-1].start:
            kept[-1] = met
    return kept
