"""Letters folded without moving them, and phrases found by their first word."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from msgspec import Struct

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
        **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),  # halves of pairs, which the automaton refuses
    }
)
_CAPITAL: Final = re.compile(r"[A-Z0-9À-ÞА-Я]")


def folded(text: str) -> str:
    """The text with one kind of blank, dash, quotation mark and digit; every character stays at its place."""
    if text.isascii():
        return text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return text.translate(_FOLDED)


class Met(Struct, Generic[T], frozen=True):
    """A phrase that stands in a text, and what it means."""

    start: int
    end: int
    meaning: T


class Phrases(Generic[T]):
    """A list of phrases, each with its meaning, found in one pass over the letters of a text (Aho and Corasick, 1975).

    `names` says that the phrases are names: in scripts that have capitals they begin with one, or with a figure.

    A word that ends with `*` stands for its inflected forms. Phrases of scripts without blanks, and Arabic ones,
    whose words take prefixes, are looked for anywhere.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]], *, names: bool = False) -> None:
        from ahocorasick_rs import AhoCorasick

        self._names = names
        self._known: dict[str, list[_Phrase[T]]] = defaultdict(list)
        for phrase, meaning in phrases:
            each = _phrase(folded(phrase).lower(), meaning)
            self._known[each.letters].append(each)
        self._letters = list(self._known)
        self._automaton = AhoCorasick(self._letters)

    def find(self, text: str, lowered: str) -> list[Met[T]]:
        """Every phrase that stands in a folded text, none within a longer one, in their order.

        `lowered` is the text in lower case.
        """
        found = self._automaton.find_matches_as_indexes(lowered, overlapping=True)
        return longest(met for at, start, _ in found for met in self._met(at, start, text, lowered)) if found else []

    def _met(self, at: int, start: int, text: str, lowered: str) -> Iterator[Met[T]]:
        for phrase in self._known[self._letters[at]]:
            end = phrase.end(lowered, start)
            if end and (phrase.form is not None or phrase.dense or not self._names or _CAPITAL.match(text, start)):
                yield Met(start, end, phrase.meaning)
                return


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    """A phrase: the letters to look for, and what has to follow where its words are inflected."""

    letters: str
    meaning: T
    dense: bool = False
    form: re.Pattern[str] | None = None

    def end(self, lowered: str, start: int) -> int:
        """Where the phrase that may stand there ends; 0 where other letters go on with its first or last word."""
        end = start + len(self.letters)
        if self.form is not None:
            match = self.form.match(lowered, start)
            return match.end() if match else 0
        return end if self.dense or _apart(lowered, start, end) else 0


def _phrase(phrase: str, meaning: T) -> _Phrase[T]:
    if is_dense(phrase):
        return _Phrase(phrase, meaning, dense=True)
    if "*" not in phrase:
        return _Phrase(phrase, meaning)
    words = (re.escape(word).replace(r"\*", r"\w{0,5}") for word in phrase.split())
    return _Phrase(phrase.partition("*")[0], meaning, form=re.compile(rf"\b{' '.join(words)}\b"))


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
