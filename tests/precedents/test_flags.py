"""Which changes matter, and which may be the translator's."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.languages import language
from acquis.precedents.diff import compare
from acquis.precedents.flags import Flag, flags, position
from tests.conftest import ROOT

TRANSLATOR_ONLY = [
    ("en", "The Parties attach great significance to the training of hydrologists.",
     "The Parties lay particular emphasis on the instruction of hydrologists."),
    ("en", "The member States will continue to develop direct ties between border districts.",
     "The member States shall go on fostering direct links among frontier districts."),
    ("en", "The Ministers note with satisfaction that the bridge was opened on 4 May 2012.",
     "The Ministers are pleased to note that, on 4 May 2012, the bridge was opened."),
    ("en", "The sides reaffirm their commitment to the goals of the Charter of the United Nations.",
     "The Parties confirm once more that they are committed to the objectives of the UN Charter."),
    ("en", "It is necessary to counteract the smuggling of cultural property.",
     "Trafficking in cultural property must be countered."),
    ("en", "The heads of State stand for the earliest possible settlement of the dispute by political means.",
     "The leaders advocate a speedy political settlement of the dispute."),
    ("en", "The sides stress that no cause can justify the poisoning of wells.",
     "The Parties emphasise that the poisoning of wells cannot be justified by any cause."),
    ("en", "They will hold consultations twice a year.", "They shall consult with each other two times a year."),
    ("en", "The Parties intend to step up cooperation in protecting forests.",
     "The Parties plan to intensify forest protection cooperation."),
    ("en", "The participating States oppose the militarisation of lakes.",
     "The participating States are against turning lakes into a military arena."),
    ("en", "The Republic of Kazakhstan and the Kyrgyz Republic informed the others of the works.",
     "Kazakhstan and Kyrgyzstan briefed the others on the works."),
    ("en", "The Treaty on Good Neighbourly Waters is of great importance.",
     "The good neighbourly waters treaty has major significance."),
    ("en", "Members of the Organisation should jointly combat locusts.",
     "The Organisation's members must fight locusts together."),
    ("en", "The member States of the SCO favour equal trade.", "The SCO member states stand for trade on an equal footing."),
    ("en", "Cooperation with observers should be widened in all fields.",
     "It is necessary to expand the cooperation with the observers in every area."),
    ("en", "The Ministers expressed serious concern at the drying up of the lake.",
     "The Ministers voiced grave anxiety over the desiccation of the lake."),
    ("en", "The Parties shall, as appropriate, exchange seismic data.",
     "The Parties will exchange seismic data where necessary."),
    ("en", "The States will adhere strictly to the agreed quotas.", "The States shall rigorously observe the quotas agreed upon."),
    ("en", "Sustainable pasture is a prerequisite for stability in the region.",
     "Stability of the region is unthinkable without the sustainable use of pastures."),
    ("en", "Five states took part in the exercise held in June 2009.", "In June 2009, 5 States participated in the drill."),
    ("en", "The sixty-first session was held in spring.", "In spring the 61st session took place."),
    ("ru", "Стороны придают важное значение подготовке гидрологов.", "Стороны уделяют особое внимание обучению гидрологов."),
    ("ru", "Государства-члены должны совместно бороться с саранчой.", "Государствам-членам следует сообща вести борьбу с саранчой."),
    ("ru", "Главы государств выразили серьёзную озабоченность обмелением озера.",
     "Главы государств выразили глубокую обеспокоенность в связи с обмелением озера."),
    ("ru", "Российская Федерация сообщила о работах, начатых 4 мая 2012 года.",
     "Россия проинформировала о работах, которые начались 4 мая 2012 г."),
    ("fr", "Les Parties attachent une grande importance à la formation des hydrologues.",
     "Les Parties mettent particulièrement l'accent sur l'instruction des hydrologues."),
    ("fr", "Les États membres doivent lutter ensemble contre les criquets.",
     "Il convient que les États membres combattent conjointement les criquets."),
    ("zh", "各方高度重视水文人员的培训。", "各方特别重视对水文工作者进行培训。"),
    ("zh", "成员国应共同防治蝗灾。", "成员国须一道预防和治理蝗灾。"),
    ("ja", "加盟国は水文技術者の養成を重視する。", "加盟国は水文専門家の育成に重きを置く。"),
]  # fmt: skip

REAL = [
    ("en", "Each Party shall report twice a year.", "Each Party shall report four times a year.", "number"),
    ("en", "The works shall end by 30 June 2012.", "The works shall end by 31 December 2014.", "date"),
    ("en", "They will bring the matter before the others.",
     "They will bring the matter before the Conference on Disarmament.", "body"),
    ("en", "They favour talks on the banning of such mines.",
     "They favour talks on the banning of such mines in the Conference on Disarmament.", "body"),
    ("en", "The sides thank Kazakhstan, Tajikistan and Uzbekistan for the seeds.",
     "The sides thank Kazakhstan and Uzbekistan for the seeds.", "state"),
    ("en", "The sides welcome the accession of Belarus.", "The sides welcome the accession of Belarus and Mongolia.", "state"),
    ("en", "The Parties will share what their gauges measure.",
     "The Parties will share what their gauges measure, and will pay for gauges upstream from a common fund.", "passage"),
    ("en", "The Parties will stock the lake with carp and will close it to nets from spring to autumn each year.",
     "The Parties will stock the lake with carp.", "passage"),
    ("en", "They are guided by the rules that all of them accepted.",
     "They are guided by the rules that all of them accepted and by the Treaty on the Non-Proliferation of Nuclear Weapons.",
     "instrument"),
    ("en", "They recall resolution 61/88 on the matter.", "They recall resolution 62/17 on the matter.", "instrument"),
    ("en", "They recall resolution 61/88 of the General Assembly.", "They recall resolution 61/88 of the Security Council.", "body"),
    ("en", "The fund shall not finance new dams.", "The fund shall finance new dams.", "negation"),
    ("en", "Not less than 15 per cent of the flow is kept.", "Not less than 25 per cent of the flow is kept.", "number"),
    ("en", "The three centres will exchange staff.", "The five centres will exchange staff.", "number"),
    ("en", "They will meet again at the sixth session of the Council of Ministers.",
     "They will meet again at the seventh session of the Council of Ministers.", "session"),
    ("en", "They support the work of UNAMA.", "They support the work of those on the ground.", "mission"),
    ("en", "They support peace in Central Asia.", "They support peace in Africa.", "place"),
    ("en", "The heads of State invite developed countries to share the cost.",
     "The heads of State invite developing countries to share the cost.", "actor"),
    ("en", "The works were agreed in May 2010.", "The works were agreed in May 2011.", "date"),
    ("en", "They ask the World Bank for a study.", "They ask the Asian Development Bank for a study.", "body"),
    ("en", "The talks with Iran go on.", "The talks go on.", "state"),
    ("en", "They will consult on fishing.", "They will consult on fishing under the auspices of the United Nations.", "body"),
    ("ru", "Стороны обсудят этот вопрос.", "Стороны обсудят этот вопрос на Конференции по разоружению.", "body"),
    ("ru", "Работы завершатся до 30 июня 2012 года.", "Работы завершатся до 31 декабря 2014 года.", "date"),
    ("ru", "Они благодарят Казахстан и Таджикистан за семена.", "Они благодарят Казахстан за семена.", "state"),
    ("ru", "Они исходят из общих правил.", "Они исходят из общих правил и Договора о нераспространении ядерного оружия.", "instrument"),
    ("fr", "Les Parties se réuniront deux fois par an.", "Les Parties se réuniront quatre fois par an.", "number"),
    ("fr", "Elles saluent les efforts du Kazakhstan et de la Mongolie.", "Elles saluent les efforts du Kazakhstan.", "state"),
    ("zh", "各方将讨论这一问题。", "各方将在裁军谈判会议上讨论这一问题。", "body"),
    ("zh", "工程应于2012年6月30日前完成。", "工程应于2014年12月31日前完成。", "date"),
]  # fmt: skip


def raised(tag: str, older: str, newer: str, *, translated: bool = True) -> tuple[Flag, ...]:
    return flags(compare(older, newer), language=tag, translated=translated)


def kinds(found: tuple[Flag, ...]) -> set[str]:
    return {"actor" if flag.kind == "addressee" else flag.kind for flag in found if flag.survives}


def test_there_are_thirty_of_each() -> None:
    assert (30, 30) == (len(TRANSLATOR_ONLY), len(REAL))


@pytest.mark.parametrize(("tag", "older", "newer"), TRANSLATOR_ONLY)
def test_what_may_be_the_translators_stands_below_the_fold(tag: str, older: str, newer: str) -> None:
    assert set() == kinds(raised(tag, older, newer))
    assert set() == kinds(raised(tag, newer, older))


@pytest.mark.parametrize(("tag", "older", "newer", "kind"), REAL)
def test_a_real_change_stands_above_the_fold(tag: str, older: str, newer: str, kind: str) -> None:
    assert kind in kinds(raised(tag, older, newer))
    assert kind in kinds(raised(tag, newer, older))


def test_where_nothing_is_a_translation_every_flag_stands() -> None:
    tag, older, newer = TRANSLATOR_ONLY[1]

    assert {"modal"} <= kinds(raised(tag, older, newer, translated=False))
    assert all(flag.survives for flag in raised(tag, older, newer, translated=False))


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        ("They shall meet.", "They should meet.", ("modal", "weaker")),
        ("They may meet.", "They must meet.", ("modal", "stronger")),
        ("They will share data.", "They will, as appropriate, share data.", ("qualifier", "weaker")),
        ("They will share data where possible.", "They will share data.", ("qualifier", "stronger")),
        ("They seek a treaty.", "They seek a legally binding treaty.", ("qualifier", "stronger")),
        ("It concerns all dams.", "It concerns certain dams.", ("scope", "dropped")),
        ("The Committee urges the owners to act.", "Invites the owners to act.", ("verb", "added")),
        ("The Ministers condemn it.", "The Ministers resolutely condemn it.", ("verb", "stronger")),
        ("The Parties shall stop.", "The Parties will stop.", ("modal", "weaker")),
        ("Not less than two boats.", "Not more than two boats.", ("scope", "changed")),
        ("Urges the owners to act.", "Invites the owners to act.", ("verb", "weaker")),
        ("Условия должны выполняться.", "Условия могут выполняться.", ("modal", "weaker")),
        ("Ils devraient agir.", "Ils doivent agir.", ("modal", "stronger")),
        ("Deberían actuar.", "Podrán actuar.", ("modal", "weaker")),
        ("各方应当行动。", "各方可以行动。", ("modal", "weaker")),
        ("加盟国は行動すべきである。", "加盟国は行動しなければならない。", ("modal", "stronger")),
        ("ينبغي للدول أن تتعاون", "يجب على الدول أن تتعاون", ("modal", "stronger")),
    ],
)
def test_strength_is_weighed_by_the_convention_of_the_language(
    older: str, newer: str, expected: tuple[str, str]
) -> None:
    tags = {"У": "ru", "I": "fr", "D": "es", "各": "zh", "加": "ja", "ي": "ar"}
    tag = "en" if older.startswith("It ") else tags.get(older[0], "en")

    assert expected in [(flag.kind, flag.change) for flag in raised(tag, older, newer, translated=False)]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("The World Health Organization helped.", "The WHO helped."),
        ("The League of Hill Towns was heard.", "The League of Upland Towns was heard."),
        ("They do not accept it.", "They reject it."),
        ("Hundreds of boats came.", "Several hundred boats came."),
        ("States recall the floods.", "Countries recall the floods."),
    ],
)
def test_a_name_or_number_in_other_words_is_the_same(older: str, newer: str) -> None:
    assert set() == kinds(raised("en", older, newer))


def test_a_change_of_a_long_text_is_flagged_in_bounded_time() -> None:
    words = " ".join(older for tag, older, _, _ in REAL if tag == "en").split() * 12
    changed = [word if at % 7 else words[(at * 31) % len(words)] for at, word in enumerate(words)]
    started = time.process_time()

    assert raised("en", " ".join(words), " ".join(changed))
    assert time.process_time() - started < 10


def test_a_clause_in_the_place_of_another_is_told_and_survives_where_nothing_is_shared() -> None:
    older = "They will plant willows along the lower banks of the river every spring before the water rises."
    newer = "They intend to build schools for children of fishermen, herders and weavers in the mountain villages."
    reworded = "They have the intention that saplings be set on the shores downstream each year ahead of high water."

    assert "passage" in kinds(raised("en", older, newer))
    assert "passage" not in kinds(raised("en", older, reworded))
    assert "passage" in {flag.kind for flag in raised("en", older, reworded)}


@pytest.mark.parametrize("tag", ["en", "fr", "es", "ru", "zh", "ja", "ar"])
def test_every_language_has_its_drafting_vocabulary_in_lower_case(tag: str) -> None:
    entry = language(tag)
    assert entry is not None
    held = entry.drafting

    assert {1, 3, 5} <= set(held.modals.values())
    assert {1, -1} <= set(held.qualifiers.values()) & set(held.scopes.values())
    assert "developing" in held.actors.values()
    for table in (held.modals, held.negations, held.qualifiers, held.scopes, held.actors, held.counts):
        assert table
        assert all(phrase == phrase.lower() for phrase in table)


def test_a_flag_quotes_both_sides_at_their_places() -> None:
    older, newer = "They shall meet in spring 2011.", "They should meet in spring 2012."

    for flag in raised("en", older, newer):
        assert flag.words == (flag.older.of(older) if flag.older else "", flag.newer.of(newer) if flag.newer else "")


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["en", "ru", "zh", "ar", "xx"]))
def test_flags_of_any_text_stand_in_it(older: str, newer: str, tag: str) -> None:
    for flag in raised(tag, older, newer):
        assert flag.older or flag.newer
        assert flag.older is None or flag.older.end <= len(older)
        assert flag.newer is None or flag.newer.end <= len(newer)


@given(st.text(max_size=80))
def test_a_text_has_no_flags_with_itself(text: str) -> None:
    assert () == raised("en", text, text)


def test_the_position_of_translations_is_unchanged_and_of_real_changes_told() -> None:
    tag, older, newer = TRANSLATOR_ONLY[0]
    changed = raised("en", "They meet.", "They meet under the UN and World Bank.")

    assert "no change of position" == position(raised(tag, older, newer))
    assert "position changed: body added (2 places)" == position(changed)


def quoted(pair: dict[str, str] | dict[str, list[dict[str, str]]]) -> Iterator[tuple[str, str]]:
    """Two English translations of the same words."""
    if "official" in pair:
        yield pair["official"]["quote"], pair["unofficial"]["quote"]  # type: ignore[index, call-overload]
    else:
        first, second = pair["english"]
        yield first["quote"], second["quote"]  # type: ignore[index, call-overload]


def test_two_translations_of_one_sample_text_give_no_change_of_position() -> None:
    truth = json.loads((ROOT / "samples" / "truth.json").read_text("utf-8"))
    pairs = [*truth["translator_variants"], *(pair for text in truth["translations"] for pair in text.get("pairs", ()))]
    found = [position(raised("en", *quotes)) for pair in pairs for quotes in quoted(pair)]

    assert len(found) >= 5
    assert {"no change of position"} == set(found)


def test_every_paragraph_of_two_translations_of_one_sample_text_keeps_its_position() -> None:
    official, unofficial = (_paragraphs(ROOT / "samples" / "osr" / name) for name in ("osr-009.txt", "osr-011.txt"))
    pairs = list(zip(official[2:], unofficial[3:], strict=True))

    assert 26 == len(pairs)
    assert {"no change of position"} == {position(raised("en", *pair)) for pair in pairs}


def _paragraphs(file: Path) -> list[str]:
    return file.read_text("utf-8").strip().split("\n\n")


def test_the_passages_of_2007_and_2011_on_weapons_in_outer_space(shared: Path) -> None:
    older, newer = (_on_weapons(next((shared / "seeds").glob(name))) for name in ("003_*.txt", "000_*.txt"))
    found = raised("en", older, newer)

    assert "body" in kinds(found)
    assert any(flag.survives and "disarmament conference" in flag.words[1] for flag in found)
    assert {("urgent", ""), ("", "legally binding")} <= {flag.words for flag in found if not flag.survives}


def _on_weapons(file: Path) -> str:
    return next(line for line in file.read_text("utf-8").splitlines() if "weapons in outer space" in line)
