"""The Charter of the United Nations in six languages, and the Universal Declaration in twenty-four."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from acquis.model import Kind, Part
from evaluation.reading import Seen, seen
from evaluation.score import Score, f1, share

_CHAPTERS, _ARTICLES, _RIGHTS = 19, 111, 30
_NS = "{http://efele.net/udhr}"


def measure(shared: Path) -> list[Score]:
    """Both are true by construction: their articles are counted, and every reader can count them."""
    return [*charter(shared), *declaration(shared)]


def charter(shared: Path) -> list[Score]:
    """Chapters and articles, numbered from the first to the last with none missing, double or too many."""
    read = {
        path.stem[-2:]: seen(path.read_bytes(), path.name) for path in sorted((shared / "data/charter").glob("*.txt"))
    }
    scores = [
        _counted("charter: chapters in six languages", list(read.values()), Kind.CHAPTER, _CHAPTERS),
        _counted("charter: articles in six languages", list(read.values()), Kind.ARTICLE, _ARTICLES),
    ]
    doubted = sum("16" in doubt or "XVI" in doubt for doubt in read["ar"].reading.doubts)
    return [*scores, share("charter: the English heading in Arabic is doubted", min(doubted, 1), 1, "mechanical")]


def _counted(task: str, documents: Sequence[Seen], kind: Kind, last: int) -> Score:
    found = [_labels(document, kind) for document in documents]
    right = sum(len({*labels} & {str(n) for n in range(1, last + 1)}) for labels in found)
    return f1(task, right, sum(map(len, found)), last * len(documents), "mechanical")


def _labels(document: Seen, kind: Kind) -> list[str]:
    unit = {Kind.CHAPTER: "ch", Kind.ARTICLE: "art"}[kind]
    return [part.path.split(".")[-1].removeprefix(unit) for part in document.reading.parts if part.kind is kind]


def declaration(shared: Path) -> list[Score]:
    """Preamble, thirty articles and their paragraphs, from running text: its markup and its numbers are dropped."""
    preambles = texts = right = found = held = paragraphs = 0
    for path in sorted((shared / "data/udhr").glob("*.xml")):
        tree = etree.parse(str(path))
        words = [_words(element) for element in tree.iter(f"{_NS}title", f"{_NS}para")]
        for gap in ("\n", "\n\n"):
            document = seen(gap.join(words).encode(), f"{path.stem}.txt")
            labels = _labels(document, Kind.ARTICLE)
            right += len({*labels} & {str(n) for n in range(1, _RIGHTS + 1)})
            found, texts = found + len(labels), texts + 1
            preambles += any(part.kind is Kind.PREAMBULAR for part in document.reading.parts)
            gold = list(_under_articles(tree))
            paragraphs += len(gold)
            held += _in_place(document, gold)
    return [
        share("universal declaration: preamble", preambles, texts, "mechanical", "24 languages, assembled in two ways"),
        f1("universal declaration: articles", right, found, _RIGHTS * texts, "mechanical"),
        share("universal declaration: paragraphs under their article", held, paragraphs, "mechanical"),
    ]


def _under_articles(tree: "etree._ElementTree") -> Iterator[tuple[str, str]]:
    for article in tree.iter(f"{_NS}article"):
        for paragraph in article.iter(f"{_NS}para"):
            yield article.get("number", ""), _words(paragraph)


def _in_place(document: Seen, gold: Sequence[tuple[str, str]]) -> int:
    """How many paragraphs stand, word for word and in their order, under the article that they belong to."""
    climb, read = document.above(), [part for part in document.reading.parts if part.kind is Kind.PARAGRAPH]
    stood = [(_article(climb(part)), part.span.of(document.reading.layers.text).strip()) for part in read]
    return sum(wanted in stood for wanted in gold)


def _article(chain: Sequence[Part]) -> str:
    return next((part.path.split(".")[-1].removeprefix("art") for part in chain if part.kind is Kind.ARTICLE), "")


def _words(element: "etree._Element") -> str:
    return " ".join("".join(map(str, element.itertext())).split())
