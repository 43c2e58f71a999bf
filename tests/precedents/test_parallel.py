"""Expressions of one work side by side."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

from acquis.errors import NotHeld
from acquis.model import Document, Kind, Part, Pinpoint
from acquis.model.document import CONTAINERS
from acquis.precedents import parallel
from acquis.precedents.beads import MOST, Scale, Unit, anchors_in, beads
from acquis.precedents.parallel import Counterpart, counterpart, counterparts
from tests.strategies import catalogued, charters, documents

LOOSE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
SAMPLES = Path(__file__).resolve().parents[2] / "samples"

ENGLISH = (
    "The Council of Ministers met in Orvelin on 4 April 2011 and heard the report of the River Commission.",
    "It welcomes the new gauges on the Sarn, 42 of which were put up within a year by the upstream countries.",
    "It thanks them.",
    "It asks that readings be exchanged every day, and every hour when the water rises by more than 30 centimetres, so "
    "that towns on the plain are warned in time; it asks the Commission to say what this would cost.",
    "It notes that fishing with nets is forbidden from 1 March to 15 June.",
    "It takes up resolution OSR/CM/RES/2009/7 once more and regrets that only two members have acted on it.",
    "It will meet again in Halmor.",
)
RUSSIAN = (
    "Совет министров собрался в Орвелине 4 апреля 2011 года и заслушал доклад Речной комиссии.",
    "Он приветствует новые водомерные посты на Сарне, 42 из которых установлены за год странами верхнего течения.",
    "Он благодарит их.",
    "Он просит обмениваться показаниями ежедневно, а при подъёме воды более чем на 30 сантиметров – ежечасно, чтобы "
    "города на равнине были вовремя предупреждены; он просит Комиссию сообщить, во что это обойдётся.",
    "Он отмечает, что лов сетями запрещён с 1 марта по 15 июня.",
    "Он вновь обращается к резолюции OSR/CM/RES/2009/7 и сожалеет, что её выполнили лишь два члена.",
    "Он вновь соберётся в Хальморе.",
)
CHINESE = (
    "部长理事会于2011年4月4日在奥尔韦林举行会议，听取了河流委员会的报告。",
    "理事会欢迎萨恩河上新设的水位站，其中42个由上游国家在一年内建成。",
    "理事会对此表示感谢。",
    "理事会要求每日交换读数，水位上涨超过30厘米时每小时交换一次，以便平原城镇及时得到预警；并请委员会说明所需费用。",
    "理事会注意到，3月1日至6月15日禁止用网捕鱼。",
    "理事会再次审议OSR/CM/RES/2009/7号决议，遗憾的是仅有两个成员予以执行。",
    "理事会将再次在哈尔莫尔开会。",
)
EXPRESSIONS = {"en": ENGLISH, "ru": RUSSIAN, "zh": CHINESE}


def read(paragraphs: Sequence[str]) -> Document:
    """A text of those paragraphs and nothing else, as the reader has it, all of them of one kind."""
    document = catalogued("\n\n".join(paragraphs))
    return replace(document, parts=tuple(replace(part, kind=Kind.PARAGRAPH) for part in document.parts))


def paired(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, str]]:
    """The paragraphs that answer to one another, as their places in the two texts: "4" and "45"."""
    a, b = read(one), read(other)
    return [(_places(a, each.a), _places(b, each.b)) for each in counterparts(a, b)]


def _places(document: Document, paths: Sequence[str]) -> str:
    own = [part.path for part in document.parts]
    return "".join(str(own.index(path) + 1) for path in paths)


# --- paragraphs that say the same --------------------------------------------------------------------------------


@pytest.mark.parametrize(("one", "other"), [("en", "ru"), ("en", "zh"), ("zh", "ru")])
def test_as_many_paragraphs_answer_one_to_one(one: str, other: str) -> None:
    assert [(n, n) for n in "1234567"] == paired(EXPRESSIONS[one], EXPRESSIONS[other])


@pytest.mark.parametrize("language", ["ru", "zh"])
@pytest.mark.parametrize(
    ("english", "expected"),
    [
        (lambda p: [*p[:1], *p[2:]], [("1", "1"), ("", "2"), *((str(n), str(n + 1)) for n in range(2, 7))]),
        (
            lambda p: [*p[:3], f"{p[3]} {p[4]}", *p[5:]],
            [("1", "1"), ("2", "2"), ("3", "3"), ("4", "45"), ("5", "6"), ("6", "7")],
        ),
        (
            lambda p: [*p[:3], *p[3].split("; "), *p[4:]],
            [("1", "1"), ("2", "2"), ("3", "3"), ("45", "4"), ("6", "5"), ("7", "6"), ("8", "7")],
        ),
    ],
)
def test_paragraphs_that_lack_that_are_joined_and_that_are_cut_are_told(
    language: str, english: object, expected: list[tuple[str, str]]
) -> None:
    assert expected == paired(english(ENGLISH), EXPRESSIONS[language])  # type: ignore[operator]


def test_a_pair_says_how_it_was_told_and_how_sure_that_is() -> None:
    whole, lacking = (counterparts(read(ENGLISH), read(text)) for text in (CHINESE, [*CHINESE[:1], *CHINESE[2:]]))

    assert {"place"} == {each.rule for each in whole}
    assert ["length and anchors", "none"] == [each.rule for each in lacking[:2]]
    assert 0.95 < whole[0].confidence
    assert lacking[0].confidence < whole[0].confidence


def test_figures_that_contradict_are_no_reason_to_part_what_stands_at_one_place() -> None:
    wrong = [paragraph.replace("42", "45") for paragraph in RUSSIAN]

    assert [(n, n) for n in "1234567"] == paired(ENGLISH, wrong)


def test_printed_numbers_tell_where_lengths_do_not() -> None:
    english = catalogued("The Council,\n\n1. Decides so;\n\n2. Also decides so;\n\n3. Decides the same once more.")
    russian = catalogued("Совет,\n\n1. постановляет;\n\n3. вновь постановляет то же самое.")
    found = {each.a: each for each in counterparts(english, russian)}

    assert ((), "none") == (found["item2",].b, found["item2",].rule)
    assert (("item3",), "number") == (found["item3",].b, found["item3",].rule)


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("on 15 June 2011", "en", {"2011-06-15"}),
        ("2011年6月15日", "zh", {"2011-06-15"}),
        ("resolution A/RES/61/88 of the UNESCO", "en", {"61", "88", "reso", "unes"}),
        ("резолюция ЮНЕСКО № 88", "ru", {"rezo", "iune", "88"}),
        ("٨٨ عضوا", "ar", {"88"}),
    ],
)
def test_what_a_translation_leaves_as_it_is(words: str, language: str, expected: set[str]) -> None:
    assert expected == anchors_in(words, language)


def test_sentences_of_a_pair_answer_too() -> None:
    told = "The Sarn is high. It rose by 40 centimetres in a single night! The whole plain was warned."
    there = "Сарн полноводен. За одну ночь он поднялся на 40 сантиметров! Вся равнина предупреждена."
    one, other = read([*ENGLISH[:4], told, *ENGLISH[4:]]), read([*RUSSIAN[:4], there, *RUSSIAN[4:]])
    pair = counterparts(one, other)[4]
    (a,), (b,) = pair.a, pair.b

    assert [((f"{a}.s{n}",), (f"{b}.s{n}",)) for n in (1, 2, 3)] == [
        (each.a, each.b) for each in parallel.sentences(one, other, pair)
    ]


# --- by structure ------------------------------------------------------------------------------------------------


def treaty(word: str, chapter: str | None, articles: Mapping[int, Sequence[str]]) -> Document:
    """A treaty of articles, in a chapter where that has a heading."""
    lines = [chapter] if chapter else []
    for n, paragraphs in articles.items():
        lines += [f"{word} {n}", *paragraphs]
    return catalogued("\n\n".join([ENGLISH[0] if word == "Article" else RUSSIAN[0], *lines]))


EN_ARTICLES = {1: ENGLISH[1:3], 2: ENGLISH[3:4], 3: ENGLISH[4:6], 4: ENGLISH[6:]}
RU_ARTICLES = {1: RUSSIAN[1:3], 2: RUSSIAN[3:4], 3: RUSSIAN[4:6], 4: RUSSIAN[6:]}


@pytest.mark.parametrize("chapter", [None, "CHAPTER I"])
@pytest.mark.parametrize("lacking", [0, 1, 2, 3, 4])
def test_articles_answer_by_their_numbers_whatever_lacks(chapter: str | None, lacking: int) -> None:
    there = {n: words for n, words in RU_ARTICLES.items() if n != lacking}
    english, russian = treaty("Article", chapter, EN_ARTICLES), treaty("Статья", None, there)

    for n in EN_ARTICLES:
        found = counterpart(english, f"art{n}", russian)
        assert ((f"art{n}",) if n != lacking else ()) == found.b
        assert ("number" if n != lacking else "what it holds") == found.rule


def test_what_an_article_holds_answers_within_its_counterpart_alone() -> None:
    english, russian = treaty("Article", None, EN_ARTICLES), treaty("Статья", None, {**RU_ARTICLES, 1: RUSSIAN[1:2]})

    assert {"art1"} == {path.split(".")[0] for path in counterpart(english, "art1.p1", russian).b}
    assert ("art3.p2",) == counterpart(english, "art3.p2", russian).b


def test_a_section_that_the_other_has_not_is_told_by_what_it_holds() -> None:
    english = catalogued("\n\n".join(["Article 1", *ENGLISH[:3], "Article 2", *ENGLISH[3:]]))
    russian = read(RUSSIAN)
    found = counterpart(english, "art2", russian)

    assert "what it holds" == found.rule
    assert tuple(part.path for part in russian.parts[3:]) == found.b


def test_a_part_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotHeld, match="no part 'p99'"):
        counterpart(read(ENGLISH), "p99", read(RUSSIAN))


# --- what must always hold ---------------------------------------------------------------------------------------


@settings(LOOSE, max_examples=20)
@given(documents(), documents())
def test_every_part_with_words_has_its_place_once_and_in_order(a: Document, b: Document) -> None:
    found = counterparts(a, b)

    for document, paths in ((a, [p for each in found for p in each.a]), (b, [p for each in found for p in each.b])):
        own = [part.path for part in document.parts]
        assert sorted(paths, key=own.index) == paths
        assert len(paths) == len(set(paths))
        assert {part.path for part in document.parts if len(part.span)} <= set(paths)
    assert all(0 <= each.confidence <= 1 and (each.a or each.b) for each in found)


@settings(LOOSE, max_examples=10)
@given(documents())
def test_a_text_answers_to_itself_when_it_is_turned_round(a: Document) -> None:
    turned = [(each.b, each.a) for each in counterparts(a, a)]

    assert [(each.a, each.b) for each in counterparts(a, a)] == turned


def test_more_units_than_can_be_looked_at_are_not_paired() -> None:
    many = catalogued("\n\n".join(f"Word {n}." for n in range(3)))
    parts = tuple(replace(many.parts[0], path=f"p{n}") for n in range(int(MOST**0.5) + 1))
    (found,) = counterparts(replace(many, parts=parts), replace(many, parts=parts))

    assert ("too many to pair", 0.0) == (found.rule, found.confidence)
    assert len(parts) == len(found.a) == len(found.b)


def test_where_one_side_lacks_a_third_the_rest_still_answers() -> None:
    sizes = [220, 90, 40, 310, 60, 150, 270, 120, 35, 400, 75, 180, 240, 50, 330, 110, 200, 65, 290, 130]
    ours = [Unit(f"a{n}", size, frozenset(), Kind.PARAGRAPH) for n, size in enumerate(sizes)]
    theirs = [replace_size(unit, round(unit.size * 0.3)) for n, unit in enumerate(ours) if n % 3]
    found = beads(ours, theirs, Scale.of(ours, theirs))
    pairs = {(ours[each.a].path, theirs[each.b].path) for each in found if each.p == each.q == 1}

    assert len(theirs) - 1 <= len({(unit.path, unit.path) for unit in theirs} & pairs)


def replace_size(unit: Unit, size: int) -> Unit:
    """The same unit of another length."""
    return Unit(unit.path, size, unit.anchors, unit.kind)


# --- the sample organisation -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def samples() -> dict[str, Document]:
    """The sample texts that are expressions of a work with several."""
    truth = json.loads((SAMPLES / "truth.json").read_text("utf-8"))
    files = [each["file"] for work in truth["translations"] for each in work["expressions"]]
    return {name: catalogued((SAMPLES / "osr" / name).read_bytes(), name) for name in files}


def _works() -> Iterator[tuple[str, str]]:
    truth = json.loads((SAMPLES / "truth.json").read_text("utf-8"))
    for work in truth["translations"]:
        first, *others = (each["file"] for each in work["expressions"])
        yield from ((first, other) for other in others)


@pytest.mark.parametrize(("one", "other"), list(_works()))
def test_paragraphs_of_the_samples_answer_to_those_of_the_same_number(
    samples: dict[str, Document], one: str, other: str
) -> None:
    a, b = samples[one], samples[other]
    found = {path: each.b for each in counterparts(a, b) for path in each.a}
    ours, theirs = list(_numbered(a)), list(_numbered(b))

    assert [(path,) for path in theirs] == [found[path] for path in ours]


def _numbered(document: Document) -> Iterator[str]:
    return (
        part.path for part in document.paragraphs if part.kind is not Kind.ENACTING and not _closing(document, part)
    )


def _closing(document: Document, part: Part) -> bool:
    """The line on the adoption, which one reading takes for a signature."""
    return bool(re.match("Adopted without|Принята без", part.span.of(document.text)))


def test_what_the_truth_calls_translations_of_one_another_answer(samples: dict[str, Document]) -> None:
    truth = json.loads((SAMPLES / "truth.json").read_text("utf-8"))
    pairs = [(each["official"], each["unofficial"]) for work in truth["translations"] for each in work.get("pairs", ())]
    pairs += [
        pair for each in truth["translator_variants"] for pair in zip(each["english"], each["russian"], strict=True)
    ]

    made = {(a, b): counterparts(samples[a], samples[b]) for a, b in {(x["file"], y["file"]) for x, y in pairs}}

    assert pairs
    for mine, yours in pairs:
        one, other = (_quoted(samples[each["file"]], each["quote"]) for each in (mine, yours))
        assert any(one in each.a and other in each.b for each in made[mine["file"], yours["file"]])


def _quoted(document: Document, quote: str) -> str:
    wanted = " ".join(quote.split())
    return next(part.path for part in document.paragraphs if wanted in " ".join(part.span.of(document.text).split()))


# --- real texts --------------------------------------------------------------------------------------------------


def test_articles_of_the_charter_answer_in_six_languages(shared: Path) -> None:
    english, *others = sorted(charters(shared), key=lambda document: document.language != "en")
    for other in others:
        right = [counter.b == counter.a for counter in counterparts(english, other) if _article(english, counter)]
        assert len(right) == 111
        assert sum(right) >= 0.99 * len(right)


def _article(document: Document, counter: Counterpart) -> bool:
    return len(counter.a) == 1 and document.part(counter.a[0]).kind is Kind.ARTICLE


@pytest.mark.parametrize("code", ["rus", "cmn_hans", "arb", "jpn", "kaz", "vie"])
def test_articles_of_the_universal_declaration_answer_by_number_and_without(shared: Path, code: str) -> None:
    english, other = _declaration(shared, "eng"), _declaration(shared, code)
    articles = [counter for counter in counterparts(english, other) if _article(english, counter)]
    ours, theirs = _bare(english), _bare(other)
    pairs = [(one, two) for each in counterparts(ours, theirs) for one in each.a for two in each.b]

    assert [each.a for each in articles] == [each.b for each in articles]
    assert 30 == len(articles)
    assert sum(_home(one) == _home(two) for one, two in pairs) >= 0.98 * len(pairs)


def _declaration(shared: Path, code: str) -> Document:
    tree = ElementTree.parse(shared / "data" / "udhr" / f"udhr_{code}.xml")
    lines = [" ".join((each.text or "").split()) for each in tree.iter() if each.tag.endswith(("title", "para"))]
    return catalogued("\n\n".join(filter(None, lines)), f"{code}.txt")


def _bare(document: Document) -> Document:
    """The paragraphs alone, without articles, numbers and kinds: nothing but their lengths and words is left."""
    kept = (part for part in document.parts if part.kind not in CONTAINERS)
    parts = tuple(replace(part, kind=Kind.PARAGRAPH, number=None, within="") for part in kept)
    return replace(document, parts=parts, address=Pinpoint("file:0123456789ab"))


def _home(path: str) -> str:
    return path.partition(".")[0] if path.startswith("art") else ""
