"""What a text cites."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.model import Citation, CitationKind, Kind, Part, Pinpoint, Span
from acquis.structure.citations import citations_in
from evaluation.citations import measure

GA, SC, HRC = "General Assembly", "Security Council", "Human Rights Council"


def cited(
    text: str, organ: str | None = None, own: str = "file:0123456789ab", language: str | None = "en"
) -> list[Citation]:
    part = Part("p1", Kind.PARAGRAPH, Span(0, len(text)))
    return list(citations_in(text, [part], own=Pinpoint(own), organ=organ, language=language))


def targets(text: str, organ: str | None = None, own: str = "file:0123456789ab") -> list[str | None]:
    return [citation.target for citation in cited(text, organ, own)]


ENGLISH = [
    ("as set out in A/RES/61/88 and S/RES/1970 (2011)", None, ["un:A/RES/61/88", "un:S/RES/1970(2011)"]),
    ("resolution 61/171 of 19 December 2006", GA, ["un:A/RES/61/171"]),
    ("its resolutions 1970 (2011) and 1973 (2011)", SC, ["un:S/RES/1970(2011)", "un:S/RES/1973(2011)"]),
    ("abide by UN SC Resolutions 1970 and 1973", None, ["un:S/RES/1970(2011)", "un:S/RES/1973(2011)"]),
    (
        "General Assembly resolutions 49/233 A of 23 December 1994, 49/233 B of 31 March 1995",
        None,
        ["un:A/RES/49/233A", "un:A/RES/49/233B"],
    ),
    ("Council resolution 2024/13", None, ["un:E/RES/2024/13"]),
    ("Economic and Social Council resolutions 2010/2 and 2011/16", None, ["un:E/RES/2010/2", "un:E/RES/2011/16"]),
    (
        "Human Rights Council resolutions 5/1, on the building of the institution, and 5/2",
        GA,
        ["un:A/HRC/RES/5/1", "un:A/HRC/RES/5/2"],
    ),
    ("Commission on Human Rights resolution 2003/68", None, ["un:E/CN.4/RES/2003/68"]),
    ("World Health Assembly resolution 58.16 (see WHA55.14)", None, ["un:WHA58.16", "un:WHA55.14"]),
    ("resolution 217 A (III)", None, ["un:A/RES/217A(III)"]),
    ("decision 55/488", GA, ["un:A/DEC/55/488"]),
    ("resolutions 60/1 to 60/3", GA, ["un:A/RES/60/1", "un:A/RES/60/2", "un:A/RES/60/3"]),
    ("resolutions 46/182 A and B", GA, ["un:A/RES/46/182A", "un:A/RES/46/182B"]),
    ("resolution 48/141 of the General Assembly", HRC, ["un:A/RES/48/141"]),
    ("resolution 26/9 of 26 June 2014", HRC, ["un:A/HRC/RES/26/9"]),
    ("Executive Board decision 2012/3", None, [None]),
    ("Resolution adopted by the General Assembly on 8 December 2023", None, []),
    ("the resolution of the conflict of 2011, at 24/7 readiness", None, []),
    ("an increase of 1,556,700 dollars under its resolution", GA, []),
]


@pytest.mark.parametrize(("text", "organ", "addresses"), ENGLISH)
def test_resolutions_are_found_in_running_text(text: str, organ: str | None, addresses: list[str | None]) -> None:
    assert addresses == targets(text, organ)


OTHER_LANGUAGES = [
    ("резолюция 61/171 Генеральной Ассамблеи от 19 декабря 2006 года", ["un:A/RES/61/171"]),
    ("резолюции Совета Безопасности 1970 (2011) и 1973 (2011)", ["un:S/RES/1970(2011)", "un:S/RES/1973(2011)"]),
    ("les résolutions 1970 (2011) et 1973 (2011)", ["un:S/RES/1970(2011)", "un:S/RES/1973(2011)"]),
    ("la résolution 61/171 de l’Assemblée générale du 19 décembre 2006", ["un:A/RES/61/171"]),
    ("la resolución 61/171 de la Asamblea General, de 19 de diciembre de 2006", ["un:A/RES/61/171"]),
    ("القرار 61/171 وقرار مجلس الأمن 1325 (2000)", ["un:A/RES/61/171", "un:S/RES/1325(2000)"]),
    (
        "大会第61/171号决议和安全理事会第1970(2011)和1973（2011）号决议",
        ["un:A/RES/61/171", "un:S/RES/1970(2011)", "un:S/RES/1973(2011)"],
    ),
    ("安保理決議第1325号", ["un:S/RES/1325(2000)"]),
    (
        "Устава ООН и Договоре о нераспространении ядерного оружия",
        ["un:1945-06-26/charter", "treaty:1968-07-01/non-proliferation"],
    ),
    ("article 51 de la Charte des Nations Unies", ["un:1945-06-26/charter#art51"]),
    ("《联合国宪章》第五十一条", ["un:1945-06-26/charter#art51"]),
    ("المادة 51 من ميثاق الأمم المتحدة", ["un:1945-06-26/charter#art51"]),
]


@pytest.mark.parametrize(("text", "addresses"), OTHER_LANGUAGES)
def test_texts_are_found_in_every_language(text: str, addresses: list[str]) -> None:
    assert addresses == targets(text)


PLACES = [
    ("paragraph 5 of resolution 61/171", "un:A/RES/61/171#op5"),
    ("operative paragraph 5 of its resolution 61/171", "un:A/RES/61/171#op5"),
    ("section I, paragraph 6, of resolution 55/238", "un:A/RES/55/238#sec1.op6"),
    ("paragraphs 17 to 26 of its resolution 63/241", "un:A/RES/63/241#op17..op26"),
    ("paragraph 5 (f) of General Assembly resolution 60/251", "un:A/RES/60/251#op5.f"),
    ("the annex to resolution 60/1", "un:A/RES/60/1#annex1"),
    ("Chapter VII of the Charter of the United Nations", "un:1945-06-26/charter#ch7"),
    ("Article 101, paragraph 3, of the Charter of the United Nations", "un:1945-06-26/charter#art101.3"),
    ("paragraph 3 of Article 101 of the Charter of the United Nations", "un:1945-06-26/charter#art101.3"),
    ("Part X of the United Nations Convention on the Law of the Sea", "treaty:1982-12-10/law-of-the-sea#part10"),
]


@pytest.mark.parametrize(("text", "address"), PLACES)
def test_the_part_that_is_named_is_in_the_address(text: str, address: str) -> None:
    assert [address] == targets(text, GA)


def test_several_paragraphs_are_several_citations() -> None:
    found = cited("paragraphs 5 and 7 of resolution 61/171", GA)

    assert ["un:A/RES/61/171#op5", "un:A/RES/61/171#op7"] == [c.target for c in found]
    assert ["paragraphs 5", "7 of resolution 61/171"] == [c.words for c in found]


def test_the_longest_name_of_a_treaty_counts() -> None:
    text = "the Protocol to the Treaty on a Nuclear-Weapon-Free Zone in Central Asia"

    assert ["treaty:2014-05-06/central-asia-zone-protocol"] == targets(text)


def test_a_protocol_that_is_not_known_is_cited_without_address() -> None:
    assert [None] == targets("the Third Optional Protocol to the Convention on Cluster Munitions")


def test_a_short_name_stands_for_what_it_was_given_to() -> None:
    text = "the Convention on Cluster Munitions (hereinafter “the Convention”). Article 12 of the Convention"

    assert "treaty:2008-05-30/cluster-munitions#art12" == targets(text)[-1]


def test_a_short_name_given_in_one_paragraph_holds_in_the_next() -> None:
    text = "the Convention on Cluster Munitions (the Convention)\nParties to the Convention met."
    parts = [Part(f"p{n}", Kind.PARAGRAPH, Span(m.start(), m.end())) for n, m in enumerate(re.finditer(r".+", text), 1)]
    found = citations_in(text, parts, own=Pinpoint("file:0123456789ab"))

    assert ["treaty:2008-05-30/cluster-munitions"] * 2 == [c.target for c in found]


INFERRED = [
    ("resolution 61/171 of 19 December 2006", None, True),
    ("General Assembly resolution 61/171", None, False),
    ("its resolution 61/171", GA, False),
]


@pytest.mark.parametrize(("text", "organ", "inferred"), INFERRED)
def test_an_organ_that_the_words_do_not_name_is_marked_inferred(text: str, organ: str | None, inferred: bool) -> None:
    assert [inferred] == [c.inferred for c in cited(text, organ)]


def test_its_resolution_is_that_of_the_organ_that_speaks() -> None:
    assert targets("Recalling its resolution 48/141", GA) == ["un:A/RES/48/141"]
    assert targets("Recalling its resolution 48/4", HRC, "un:A/HRC/RES/50/1") == ["un:A/HRC/RES/48/4"]


def test_a_date_beside_a_number_tells_the_organ() -> None:
    assert targets("resolutions 32/13 of 1 July 2016", GA, "un:A/RES/77/211") == ["un:A/HRC/RES/32/13"]


def test_nothing_younger_than_the_text_is_cited() -> None:
    assert targets("resolution 64/1", HRC, "un:A/HRC/RES/16/1") == ["un:A/RES/64/1"]


def test_a_resolution_named_by_session_and_subject_is_known_when_the_shelf_knows_it() -> None:
    text = (
        "They recall the treaty on a nuclear-weapon-free zone in Central Asia "
        "and the corresponding resolution at the 61st session of the UN General Assembly."
    )
    found = cited(text)

    assert found[-1].kind is CitationKind.INDIRECT
    assert ("un:A/RES/61/88", True) == (found[-1].target, found[-1].inferred)


def test_a_resolution_named_by_session_alone_has_no_address() -> None:
    assert targets("the resolution adopted at the 50th session of the General Assembly") == [None]


def test_the_resolutions_of_other_organisations_have_their_addresses() -> None:
    own = "osr:2013-01-01/note"

    assert targets("resolution OSR/CM/RES/2011/3") == ["osr:OSR/CM/RES/2011/3"]
    assert targets("Council of Ministers resolution 2011/3", own=own) == ["osr:OSR/CM/RES/2011/3"]
    assert targets("Council of Ministers resolution 2011/3") == [None]
    assert targets("MC.DEC/3/11 and decision 1/CP.21") == ["osce:MC.DEC/3/11", "unfccc:1/CP.21"]


def test_its_own_parts_are_cited_by_its_own_address() -> None:
    text = "Subject to article 3, paragraph 2, and paragraph 1 of this article."
    paths = ["art1", "art2", "art3", "art3.1", "art3.2", "art12", "art12.1"]
    parts = [
        *(Part(path, Kind.PARAGRAPH, Span(0, 0)) for path in paths),
        Part("art12.2", Kind.PARAGRAPH, Span(0, len(text))),
    ]
    found = citations_in(text, parts, own=Pinpoint("osr:2004-05-14/charter"))

    assert [c.kind for c in found] == [CitationKind.OWN] * 2
    assert [c.target for c in found] == ["osr:2004-05-14/charter#art3.2", "osr:2004-05-14/charter#art12.1"]


def test_a_masthead_cites_nothing() -> None:
    assert [] == cited("OSR/CM/RES/2011/3", own="osr:OSR/CM/RES/2011/3")
    assert [] == cited("report on the present resolution at its tenth session")


def test_an_own_part_that_does_not_exist_has_no_address() -> None:
    assert [(c.kind, c.target) for c in cited("as set out in paragraph 29 above")] == [(CitationKind.OWN, None)]


def test_the_nearest_verb_before_a_citation_is_kept() -> None:
    found = cited("Recalling resolution 61/171, and reaffirming resolution 62/1", GA)

    assert ["recalling", "reaffirming"] == [c.verb for c in found]


@given(st.text(alphabet=st.sampled_from("resolutinA/RES61 ()2.,;第号决议 article\n"), max_size=120))
def test_the_words_of_a_citation_stand_at_its_span(text: str) -> None:
    for citation in cited(f"resolution 61/171 {text}", GA):
        assert citation.words == citation.span.of(f"resolution 61/171 {text}")
        if citation.target:
            Pinpoint(citation.target)


def test_no_citation_crosses_the_end_of_a_part() -> None:
    text = "resolution 61/171\nand 62/1"
    parts = [Part("p1", Kind.PARAGRAPH, Span(0, 11)), Part("p2", Kind.PARAGRAPH, Span(11, len(text)))]

    assert () == citations_in(text, parts, own=Pinpoint("file:0123456789ab"), organ=GA)


HOSTILE = [
    "resolution 1/1, ",
    "paragraph 1, ",
    "((((",
    "A/",
    "第1号",
    "resolution ",
    "Council ",
    "9" * 40,
    "1/1/",
    "A to B ",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_long_text_takes_no_more_than_its_share_of_time(words: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        cited(words * (length // len(words)), GA)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(40_000) < 3.0


def test_seeds_cite_what_they_name(shared) -> None:
    text = (shared / "seeds/000_8b0a37607efdb0be.txt").read_text(encoding="utf-8")
    parts = [Part(f"p{n}", Kind.PARAGRAPH, Span(m.start(), m.end())) for n, m in enumerate(re.finditer(r".+", text), 1)]
    own = Pinpoint("sco:2011-06-15/astana-declaration")
    named = {c.target for c in citations_in(text, parts, own=own, organ="Council of Heads of State", language="en")}

    assert {"un:S/RES/1970(2011)", "un:S/RES/1973(2011)", "un:A/RES/60/288"} <= named
    assert {"sco:2002-06-07/charter", "sco:2007-08-16/good-neighbourliness"} <= named
    assert {"treaty:1968-07-01/non-proliferation", "treaty:2014-05-06/central-asia-zone-protocol"} <= named


def test_linked_resolutions_of_real_documents_are_found(shared) -> None:
    found, right, *_ = measure(shared)

    assert found.value >= 0.98
    assert right.value >= 0.97
