"""Planted edits in other languages: French, Russian, Chinese and Japanese texts at hand."""

from pathlib import Path

from acquis.languages import language as entry
from evaluation.precedents.corpus import tongue
from evaluation.precedents.planted import Bench, bench, scores
from evaluation.score import Score

LANGUAGES = ("fr", "ru", "zh", "ja")


def measure(shared: Path, *, each: int = 200) -> list[Score]:
    """Over all and precision for every language; the kinds of edit stand in the note of the first."""
    return [score for language in LANGUAGES for score in _measured(shared, language, each)]


def _measured(shared: Path, language: str, each: int) -> list[Score]:
    corpus = tongue(shared, language)
    *kinds, overall, precision = scores(corpus, of(shared, language), f"planted in {language}", each=each)
    under = ", ".join(f"{kind.task.partition(': ')[2]} {kind.value:.3f}" for kind in kinds)
    return [Score(overall.task, overall.value, overall.right, overall.of, overall.truth, under), precision]


def of(shared: Path, language: str) -> Bench:
    """What queries in a language are made from; where characters are counted, how many of them make a word."""
    known = entry(language)
    spaced = known is None or known.spaced
    return bench(
        tongue(shared, language).texts, language, spaced=spaced, scale=1.0 if spaced else _scale(shared, language)
    )


def _scale(shared: Path, language: str) -> float:
    """How long one text, the declaration of human rights, is in that language by characters, in English by words."""
    characters = sum(len("".join(words.split())) for words in _declaration(shared, language))
    return characters / sum(len(words.split()) for words in _declaration(shared, "en"))


def _declaration(shared: Path, language: str) -> tuple[str, ...]:
    return tongue(shared, language).texts[0].paragraphs
