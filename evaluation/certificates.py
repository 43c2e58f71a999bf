"""Whether a certificate of search is right: of formulae as printed, printed otherwise, a quarter changed, invented.

`python -m evaluation.certificates` measures it over every document at hand: some five minutes.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from acquis.precedents.certificate import ABSENT, PRESENT, Certificate, certify_many
from acquis.precedents.words import keys_of, words_of
from acquis.store import Store
from evaluation.precedents.corpus import Text, loaded, united_nations
from evaluation.score import Score, share

DOCUMENTS: Final = 308
"""The development set; the rest of the United Nations documents follow it."""

_ALL: Final = 1_000_000

EACH: Final = 500
"""Formulae of a kind."""

_SHORTEST, _LONGEST = 8, 40
_FEWEST_PLAIN: Final = 6
_SEED: Final = 20_010_615
_CHANGED: Final = 0.25


@dataclass(frozen=True)
class Formula:
    """A formula, what was printed where it comes from, and the address of that passage; none for an invented one."""

    text: str
    printed: str = ""
    source: str = ""


def measure(shared: Path, *, documents: int = DOCUMENTS, each: int = EACH) -> list[Score]:
    """The share of right certificates for each kind of formula, and of records that a second copy gives again."""
    texts = tuple(islice(united_nations(shared), documents))
    kinds = drawn(texts, each)
    asked = [formula for formulae in kinds.values() for formula in formulae]
    made = certified(loaded(texts, "certificates").precedents.store, asked)
    again = certified(loaded(_shuffled(texts), "certificates-again").precedents.store, asked)
    same = sum(one.record == other.record for one, other in zip(made, again, strict=True))
    copies = share("certificates: the same bytes in a second copy", same, len(asked), "mechanical")
    return [*judged(texts, kinds, made), copies]


def judged(texts: Sequence[Text], kinds: Mapping[str, Sequence[Formula]], made: Sequence[Certificate]) -> list[Score]:
    """The share that is right of each kind: the certificates stand in the order of the formulae."""
    words = {text.at(n): words for text in texts for n, words in enumerate(text.paragraphs)}
    left = iter(made)
    return [_score(kind, list(zip(formulae, left, strict=False)), words) for kind, formulae in kinds.items()]


def certified(store: Store, asked: Sequence[Formula]) -> list[Certificate]:
    """The certificates for the formulae, from one pass over the archive."""
    return certify_many(store, [formula.text for formula in asked])


def _score(kind: str, answers: Sequence[tuple[Formula, Certificate]], words: Mapping[str, str]) -> Score:
    right = sum(is_right(kind, formula, certificate, words) for formula, certificate in answers)
    own = sum(any(miss.address == formula.source for miss in made.nearest) for formula, made in answers)
    note = f"the others of the right: another passage that holds the printed words; itself {own}" if own else ""
    return share(f"certificates: {kind}", right, len(answers), "mechanical", note)


def is_right(kind: str, formula: Formula, certificate: Certificate, words: Mapping[str, str]) -> bool:
    """Present what is printed, absent what is not, and of what was changed the source near, or its words elsewhere."""
    if kind == QUARTER:
        printed = _joined(formula.printed)
        near = any(m.address == formula.source or printed in _joined(words[m.address]) for m in certificate.nearest)
        return certificate.outcome == ABSENT and near
    return certificate.outcome == (ABSENT if kind == INVENTED else PRESENT)


def _joined(text: str) -> str:
    return f" {' '.join(words_of(text).texts)} "


QUARTER: Final = "a quarter of the words changed, the source among the ten nearest"
INVENTED: Final = "invented, certified absent"


# --- formulae ---------------------------------------------------------------------------------------------------


def drawn(texts: Sequence[Text], each: int) -> dict[str, list[Formula]]:
    """The formulae of each kind, drawn by lot with one seed."""
    lot = random.Random(_SEED)
    stock = _Stock(texts, lot)
    ways = {"re-spelt": _respelt, "re-hyphenated": _rehyphened, "renumbered": _renumbered, "re-ordered": _reordered}
    return {
        "as printed": [stock.formula() for _ in range(each)],
        **{way: [stock.changed(change) for _ in range(each // len(ways))] for way, change in ways.items()},
        QUARTER: [stock.changed(stock.quarter) for _ in range(each)],
        INVENTED: [Formula(stock.invented()) for _ in range(each)],
    }


class _Stock:
    """The passages to draw from, their words as often as they stand, and every run of three words that there is."""

    def __init__(self, texts: Sequence[Text], lot: random.Random) -> None:
        import numpy as np

        self.lot = lot
        self.passages = [
            (text.at(n), words) for text in texts for n, words in enumerate(text.paragraphs) if len(words) > _SHORTEST
        ]
        rows = [words_of(words).texts for text in texts for words in text.paragraphs]
        self.vocabulary = [word for row in rows for word in row if word.isalpha()]
        self.runs = np.unique(np.concatenate([_runs(row) for row in rows]))

    def formula(self) -> Formula:
        """A run of 8 to 40 words of a passage, as printed."""
        while True:
            address, words = self.lot.choice(self.passages)
            length = self.lot.randint(_SHORTEST, _LONGEST)
            if len(words_of(words).texts) < length:
                continue
            held = words_of(words)
            start = self.lot.randrange(len(held) - length + 1)
            begin, end = held.span(start, start + length)
            if sum(map(_is_word, held.texts[start : start + length])) >= _FEWEST_PLAIN:
                return Formula(words[begin:end], words[begin:end], address)

    def changed(self, change: Callable[[str, random.Random], str]) -> Formula:
        """A formula as printed, changed; another one is drawn where there is nothing to change."""
        while True:
            formula = self.formula()
            text = change(formula.text, self.lot)
            if text != formula.text:
                return Formula(text, formula.printed, formula.source)

    def quarter(self, text: str, lot: random.Random) -> str:
        """A quarter of the words are other words of the vocabulary."""
        held = words_of(text)
        chosen = lot.sample(range(len(held)), round(_CHANGED * len(held)))
        for at in sorted(chosen, reverse=True):
            start, end = held.places[at]
            text = f"{text[:start]}{self._other(held.texts[at])}{text[end:]}"
        return text

    def _other(self, word: str) -> str:
        return next(other for other in iter(lambda: self.lot.choice(self.vocabulary), "") if other != word)

    def invented(self) -> str:
        """Words as often as they stand in the texts, no three of which stand together in any of them."""
        import numpy as np

        while True:
            words = [self.lot.choice(self.vocabulary) for _ in range(self.lot.randint(_SHORTEST, _LONGEST))]
            runs = _runs(words)
            if not (self.runs[np.searchsorted(self.runs, runs) % len(self.runs)] == runs).any():
                return " ".join(words)


def _is_word(word: str) -> bool:
    """Whether it is no figure and no lone letter of a list."""
    return word.isalpha() and (len(word) > 1 or not word.isascii())


def _runs(words: Sequence[str]) -> Any:
    """A number for each run of three words."""
    import numpy as np

    keys = keys_of(words)
    first, second, third = (keys[at : len(keys) - 2 + at] for at in range(3)) if len(keys) > 2 else (keys[:0],) * 3
    return first * np.uint64(3) + second * np.uint64(5) + third * np.uint64(7)


_IZE: Final = re.compile(r"\b((?:organ|recogn|real|util|emphas|author|final|general|special|character)i)z(\w+)")
_SPELLINGS: Final = (
    *(("labour", "labor"), ("defence", "defense"), ("programme", "program"), ("centre", "center")),
    *(("behaviour", "behavior"), ("honour", "honor"), ("favour", "favor"), ("endeavour", "endeavor")),
)


def _respelt(text: str, lot: random.Random) -> str:
    """British for American spelling or the other way, else capitals and other quotation marks."""
    made = _IZE.sub(r"\1s\2", text)
    for british, american in _SPELLINGS:
        made = made.replace(british, american)
    return made if made != text else lot.choice((text.upper(), text.lower(), text.replace("’", "'").title()))


def _rehyphened(text: str, lot: random.Random) -> str:
    """Every hyphen between letters is gone, is a blank, or is another sign."""
    return re.sub(r"(?<=[a-z])[-‑](?=[a-z])", lambda _: lot.choice(("", " ", "\u2010")), text)


_MONTHS: Final = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "December")
_NTHS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ROMANS: Final = ("II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIV", "XXV", "XXXI")
_NUMBER: Final = re.compile(rf"\d+|\b(?:{'|'.join((*_MONTHS, *_NTHS, *_ROMANS))})\b|(?<=\()[a-h](?=\))")


def _renumbered(text: str, lot: random.Random) -> str:
    """Every figure, month, ordinal, Roman numeral and letter in brackets is another one."""
    return _NUMBER.sub(lambda found: _another(found.group(), lot), text)


def _another(number: str, lot: random.Random) -> str:
    for row in (_MONTHS, _NTHS, _ROMANS):
        if number in row:
            return lot.choice(row)
    return str(lot.randint(1, 2030)) if number.isdecimal() else lot.choice("abcdefgh")


def _reordered(text: str, lot: random.Random) -> str:
    """The clauses of a formula, or where it has none its words, in another order."""
    pieces = [piece.strip() for piece in re.split(r"[,;:]\s", text) if piece.strip()]
    if len(pieces) == 1 or lot.random() < 0.5:
        pieces = text.split()
    lot.shuffle(pieces)
    return (", " if len(pieces) < len(text.split()) else " ").join(pieces)


def _shuffled(texts: Sequence[Text]) -> tuple[Text, ...]:
    """The same texts, arriving in another order."""
    return tuple(random.Random(_SEED).sample(texts, len(texts)))


if __name__ == "__main__":  # over all that is loaded, and not the development set alone
    from evaluation.__main__ import folder

    if held := folder():
        for score in measure(held, documents=_ALL):
            print(f"{score.task}: {score.value:.4f} ({score.right} of {score.of}) {score.note}")
