"""Whom and what words name: the kinds of mention, whom they mean, and what must always hold."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.model import Citation, CitationKind, Day, Document, Span
from acquis.register.books import Named
from acquis.register.gazetteer import Kind, codes, is_initials, meant
from acquis.register.mentions import Mention, mentions_in, mentions_in_words
from acquis.structure.dates import dates_in
from evaluation.reading import seen
from evaluation.register.mentions import declaration, document

ROOT = Path(__file__).resolve().parents[2]


def told(words: str, kind: Kind, *, home: str | None = "osr", on: Day | None = None) -> list[tuple[str, str | None]]:
    """The mentions of a kind in words, outer ones first met, each with whom it means."""
    found = mentions_in_words(words, home=home, on=on)
    return [(mention.span.of(words), mention.meant) for mention in found if mention.kind is kind]


def read(text: str, *, citations: tuple[Citation, ...] = ()) -> Document:
    made = document(seen(text.encode(), "text.txt"))
    return Document(
        made.address, made.record, made.file, made.layers, made.parts, citations=citations, language=made.language
    )


# --- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "addresses"),
    [
        ("Kazakhstan", ("state:KAZ",)),
        ("Kyrgyz Republic", ("state:KGZ",)),
        ("Кыргызской Республики", ("state:KGZ",)),
        ("哈萨克斯坦", ("state:KAZ",)),
        ("Afghan", ("state:AFG",)),
        ("Soviet Union", ("state:SUN",)),
        ("UNION SOVIÉTIQUE", ("state:SUN",)),
        ("Congo", ("state:COD", "state:COG")),
        ("ШОС", ("org:sco",)),
        ("Женева", ("place:geneva",)),
        ("Central Asia", ("region:central-asia",)),
        ("charter of the osr", ("osr:2004-05-14/charter",)),
        ("Atlantis", ()),
    ],
)
def test_a_name_means_the_same_in_every_language(name: str, addresses: tuple[str, ...]) -> None:
    assert addresses == meant(name)


@pytest.mark.parametrize(
    ("name", "addresses"),
    [
        ("the United Kingdom", ("state:GBR",)),
        ("UK", ("state:GBR",)),
        ("UAE", ("state:ARE",)),
        ("ФРГ", ("state:DEU",)),
        ("Белоруссии", ("state:BLR",)),
        ("Costa de Marfil", ("state:CIV",)),
        ("للبنان", ("state:LBN",)),
        ("والصين", ("state:CHN",)),
        ("للأمم المتحدة", ("org:un",)),
        ("libanaise", ("state:LBN",)),
        ("ливанского", ("state:LBN",)),
        ("非盟", ("org:au",)),
        ("独立国家共同体", ("org:cis",)),
        ("ICJ", ("org:icj",)),
        ("P5", ("group:un/permanent-five",)),
        ("Москве", ("place:moscow",)),
        ("Viena", ("place:vienna",)),
        ("Korea", ("state:KOR", "state:PRK")),
        ("Южной Африки", ("state:ZAF", "region:southern-africa")),
        ("Northern Macedonia", ("state:MKD",)),
    ],
)
def test_names_are_known_with_article_particle_and_case(name: str, addresses: tuple[str, ...]) -> None:
    assert addresses == meant(name)


def test_a_name_of_several_stays_one_where_another_name_of_one_of_them_is_kept() -> None:
    names = {"state:COG": (Named("Republic of the Congo", "Congo"),)}

    assert {"state:COD", "state:COG"} == set(meant("Congo", names=names))


def test_the_day_tells_who_bore_a_name() -> None:
    names = {
        "state:XAA": (Named("Republic of Vessa", "Vessa", until=Day(2013, 6, 12)),),
        "state:XBB": (Named("Republic of Vessa", "Vessa", since=Day(2013, 6, 12)),),
    }

    assert ("state:XAA",) == meant("Vessa", on=Day(2012), names=names)
    assert ("state:XBB",) == meant("Vessa", on=Day(2014), names=names)
    assert ("state:XAA", "state:XBB") == meant("Vessa", names=names)


def test_a_name_that_nobody_bears_any_more_means_who_bore_it() -> None:
    names = {"state:XAA": (Named("Upper Vessa", until=Day(2013, 6, 12)),)}

    assert ("state:XAA",) == meant("Upper Vessa", on=Day(2020), names=names)


def test_former_states_have_codes_too() -> None:
    assert {"KAZ", "SUN", "YUG", "CSK", "DDR", "SCG"} <= codes()


def test_initials_are_told_from_words() -> None:
    assert [True, True, False] == [is_initials(name) for name in ("UNHRC", "UN SC", "Rome")]


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("the Islamic Republic of Iran and the Kyrgyz Republic", ["Islamic Republic of Iran", "Kyrgyz Republic"]),
        ("assistance to the Afghan people", ["Afghan people"]),
        ("an Afghan carpet", []),
        ("Guinea, Guinea-Bissau and Papua New Guinea", ["Guinea", "Guinea-Bissau", "Papua New Guinea"]),
        ("the Gulf of Guinea", []),
        ("a jordan of a turkey", []),
        ("发展中国家的代表", []),
        ("中华人民共和国和哈萨克斯坦", ["中华人民共和国", "哈萨克斯坦"]),
        ("la République du Mali et la France", ["République du Mali", "France"]),
        ("поддержка Кыргызской Республики и Таджикистана", ["Кыргызской Республики", "Таджикистана"]),
        ("دعم لأفغانستان وكازاخستان", ["أفغانستان", "كازاخستان"]),
        ("представители Республики Армения и Египта", ["Республики Армения", "Египта"]),
        ("亚美尼亚共和国和荷兰", ["亚美尼亚共和国", "荷兰"]),
        ("جمهورية أرمينيا ولبنان", ["جمهورية أرمينيا", "لبنان"]),
        ("le Gouvernement libanais et le vin suisse", ["Gouvernement libanais"]),
        ("las autoridades suizas y el queso suizo", ["autoridades suizas"]),
        ("российская сторона и российский снег", ["российская сторона"]),
        ("الحكومة اللبنانية", ["الحكومة اللبنانية"]),
        ("the Dutch Presidency and a Dutch auction", ["Dutch Presidency"]),
        ("タイヤとイランイランとタイ", ["タイ"]),
        ("Jordan Hartwell and Georgia Pinmoor met in Jordan", ["Jordan"]),
        ("Georgia Government and the President of Georgia Pinmoor", ["Georgia", "Georgia"]),
        ("Guinea pigs and Brazil nuts", []),
    ],
)
def test_states_are_found_whole_and_in_every_language(words: str, states: list[str]) -> None:
    assert states == [name for name, _ in told(words, Kind.STATE)]


@pytest.mark.parametrize("beside", ["", "—", "_", " é", " Ж", " 国", " º", " İ", " \uf02a", " \ud800"])
def test_a_state_is_found_whatever_letters_and_marks_stand_beside_it(beside: str) -> None:
    assert [("Kazakhstan", "state:KAZ")] == told(f"{beside}“Kazakhstan”{beside}", Kind.STATE)


def test_names_kept_by_hand_count_with_their_people() -> None:
    names = {"state:XLR": (Named("Lirandian Republic", "Lirandia", ("Lirandian",)),)}
    words = "Lirandia, the Lirandian Republic and the Lirandian Government"

    found = mentions_in_words(words, names=names)

    assert ["Lirandia", "Lirandian Republic", "Lirandian Government"] == [m.span.of(words) for m in found]
    assert {"state:XLR"} == {m.meant for m in found}


@pytest.mark.parametrize(
    ("words", "organisations"),
    [
        ("東南アジア諸国連合", ["org:asean"]),
        ("高地諸国連合", []),
        ("NATO及びWHOは", ["org:nato", "org:who"]),
        ("роль Шанхайской организации сотрудничества", ["org:sco"]),
        ("с Европейским союзом", ["org:eu"]),
        ("en la Organización Mundial de la Salud", ["org:who"]),
        ("ومنظمة الصحة العالمية", ["org:who"]),
    ],
)
def test_organisations_are_found_in_every_language_and_not_within_a_longer_word(
    words: str, organisations: list[str]
) -> None:
    assert organisations == [address for _, address in told(words, Kind.ORG, home=None)]


@pytest.mark.parametrize(
    ("words", "city"),
    [
        ("réunis à Bruxelles", "place:brussels"),
        ("la conférence du Caire", "place:cairo"),
        ("reunidos en La Habana", "place:havana"),
        ("встреча в Ереване", "place:yerevan"),
        ("東京で", "place:tokyo"),
        ("في بيروت", "place:beirut"),
    ],
)
def test_cities_are_found_in_every_language(words: str, city: str) -> None:
    assert [city] == [address for _, address in told(words, Kind.CITY)]


@pytest.mark.parametrize(
    ("words", "mention"),
    [
        ("la Charte des Nations Unies", ("Charte des Nations Unies", "un:1945-06-26/charter")),
        ("Tratado Antártico", ("Tratado Antártico", "treaty:1959-12-01/antarctic")),
        (
            "сторона Договора о нераспространении ядерного оружия",
            ("Договора о нераспространении ядерного оружия", "treaty:1968-07-01/non-proliferation"),
        ),
        ("《特拉特洛尔科条约》", ("特拉特洛尔科条约", "treaty:1967-02-14/tlatelolco")),
        ("児童の権利に関する条約", ("児童の権利に関する条約", "treaty:1989-11-20/rights-of-the-child")),
    ],
)
def test_treaties_are_found_in_words_that_stand_alone(words: str, mention: tuple[str, str]) -> None:
    assert [mention] == told(words, Kind.INSTRUMENT)


# --- whose: organisations, organs, groups ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "mention"),
    [
        ("the OSR member states", ("OSR member states", "group:osr/members")),
        (
            "member States of the Organisation of the Seven Rivers",
            ("member States of the Organisation of the Seven Rivers", "group:osr/members"),
        ),
        ("its member States agree", ("member States", "group:osr/members")),
        ("the UN member countries", ("UN member countries", "group:un/members")),
        ("the observer states", ("observer states", "group:osr/observers")),
        ("ASEAN dialogue partners", ("ASEAN dialogue partners", "group:asean/dialogue-partners")),
        ("the nuclear-weapon States", ("nuclear-weapon States", "group:nuclear-weapon-states")),
        ("the Central Asian States", ("Central Asian States", "group:central-asian-states")),
        ("les États membres de l'OTAN", ("États membres de l'OTAN", "group:nato/members")),
        (
            "los Estados Miembros de las Naciones Unidas",
            ("Estados Miembros de las Naciones Unidas", "group:un/members"),
        ),
        ("государства-члены ШОС", ("государства-члены ШОС", "group:sco/members")),
        ("上海合作组织成员国", ("上海合作组织成员国", "group:sco/members")),
        ("上海協力機構の加盟国", ("上海協力機構の加盟国", "group:sco/members")),
        ("الدول الأعضاء في الأمم المتحدة", ("الدول الأعضاء في الأمم المتحدة", "group:un/members")),
    ],
)
def test_a_group_of_states_is_of_the_organisation_beside_it_else_of_the_one_that_speaks(
    words: str, mention: tuple[str, str]
) -> None:
    assert [mention] == told(words, Kind.STATE_GROUP)


def test_the_same_noun_in_one_sentence_means_the_same_group() -> None:
    words = (
        "Among the UN member countries trust must grow, say most of the member countries. The member countries meet."
    )

    assert ["group:un/members", "group:un/members", "group:osr/members"] == [
        meant for _, meant in told(words, Kind.STATE_GROUP)
    ]


@pytest.mark.parametrize(
    ("words", "mention"),
    [
        ("the heads of state note", ("heads of state", "group:osr/heads-of-state")),
        (
            "the heads of the member states of the African Union",
            ("heads of the member states of the African Union", "group:au/heads-of-state"),
        ),
        (
            "Heads of State and Government of ASEAN",
            ("Heads of State and Government of ASEAN", "group:asean/heads-of-state"),
        ),
        ("главы государств-членов ШОС", ("главы государств-членов ШОС", "group:sco/heads-of-state")),
    ],
)
def test_heads_of_state_are_of_whoever_is_named_with_them(words: str, mention: tuple[str, str]) -> None:
    assert [mention] == told(words, Kind.ACTOR)


@pytest.mark.parametrize(
    ("words", "home", "address"),
    [
        ("the Council of Heads of State", "osr", "organ:osr/CHS"),
        ("the Council of Heads of State", "sco", "organ:sco/CHS"),
        ("the SCO Council of Heads of State", "osr", "organ:sco/CHS"),
        ("the SCO – Afghanistan Contact Group", "un", "organ:sco/AFG-CG"),
        ("the Secretariat of the SCO", "sco", "organ:sco/SEC"),
        ("the Security Council", None, "organ:un/SC"),
        ("the African Union Peace and Security Council", "un", "organ:au/PSC"),
        ("安全理事会", "un", "organ:un/SC"),
    ],
)
def test_an_organ_is_of_the_organisation_beside_it_else_of_the_one_that_speaks(
    words: str, home: str | None, address: str
) -> None:
    assert [address] == [meant for _, meant in told(words, Kind.ORGAN, home=home)]


def test_an_organ_of_several_organisations_is_ambiguous_where_nobody_speaks() -> None:
    (found,) = mentions_in_words("the Peace and Security Council")

    assert (None, {"organ:au/PSC", "organ:un/AU"}) == (found.meant, set(found.others))


def test_an_organ_of_the_sample_organisation_is_meant_in_its_own_texts_alone() -> None:
    assert [("Council of Ministers", "organ:osr/CM")] == told("the Council of Ministers", Kind.ORGAN, home="osr")
    assert [("Council of Ministers", None)] == told("the Council of Ministers", Kind.ORGAN, home="sco")


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("the Commission on the Status of Women met; the Commission agreed", "organ:un/CSW"),
        ("the Assembly agreed", "organ:un/GA"),
        ("the Commission agreed", None),
    ],
)
def test_a_shared_short_name_is_of_the_organ_called_before_else_of_the_highest(words: str, address: str | None) -> None:
    assert address == told(words, Kind.ORGAN, home="un")[-1][1]


def test_a_council_of_another_organisation_is_not_our_own() -> None:
    words = "the Council of the International Telecommunication Union"

    assert [(words[4:], None)] == told(words, Kind.ORGAN, home="un")


@pytest.mark.parametrize(
    ("words", "home", "found"),
    [
        ("The Organisation will grow.", "osr", [("Organisation", "org:osr")]),
        ("the Organisation's members and any organisation", "osr", [("Organisation", "org:osr")]),
        ("the United Nations Organization", "osr", [("United Nations Organization", "org:un")]),
        ("the League of Highland States", "osr", [("League of Highland States", None)]),
        ("WHO has said who said it", "osr", [("WHO", "org:who")]),
        ("WHO SHALL ACT", "osr", []),
        ("the Organisation", None, []),
    ],
)
def test_the_organisation_is_the_one_that_speaks_unless_it_is_part_of_a_name(
    words: str, home: str | None, found: list[tuple[str, str | None]]
) -> None:
    assert found == told(words, Kind.ORG, home=home)


def test_permanent_bodies_are_organs_together() -> None:
    assert [("OSR permanent bodies", "group:osr/permanent-bodies")] == told(
        "the OSR permanent bodies", Kind.ORGAN_GROUP
    )


# --- mechanisms, meetings, sessions ------------------------------------------------------------------------------


def test_each_field_of_a_list_of_ministers_is_a_mention() -> None:
    words = "meetings of ministers of culture, health, science and technology, as well as heads of national banks"

    assert [
        ("ministers of culture", "organ:osr/ministers-of-culture"),
        ("health", "organ:osr/ministers-of-health"),
        ("science and technology", "organ:osr/ministers-of-science-technology"),
        ("heads of national banks", "organ:osr/heads-of-national-banks"),
    ] == told(words, Kind.MECHANISM)


def test_ministers_who_do_not_meet_are_no_mechanism() -> None:
    assert [] == told("The ministers of justice are asked to report.", Kind.MECHANISM)


def test_a_meeting_has_the_day_and_the_place_that_follow_it() -> None:
    words = "at the meeting of the Council of Heads of State held on 9 June 2005 in Halmor"

    assert [
        ("meeting of the Council of Heads of State held on 9 June 2005 in Halmor", "meeting:osr/CHS/2005-06-09")
    ] == told(words, Kind.MEETING)


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("the sixty-first session of the General Assembly", "session:un/GA/61"),
        ("the 8th regular session of the Council of Ministers", "session:osr/CM/8"),
        ("a session of the Council of Ministers", None),
    ],
)
def test_a_session_with_a_number_is_one_of_its_organ(words: str, address: str | None) -> None:
    assert ([address] if address else []) == [meant for _, meant in told(words, Kind.SESSION)]


# --- places and time ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "mention"),
    [
        ("peace in the region", ("region", "region:osr")),
        ("peace in the OSR region", ("OSR region", "region:osr")),
        ("peace in the Asia Pacific region", ("Asia Pacific region", "region:asia-pacific")),
    ],
)
def test_a_region_is_the_one_named_else_that_of_the_organisation(words: str, mention: tuple[str, str]) -> None:
    assert [mention] == told(words, Kind.REGION)


def test_this_region_is_the_last_one_named_in_the_paragraph() -> None:
    words = "Central Asia needs water. The states of this region agree.\nThe region is calm."

    assert ["region:central-asia", "region:central-asia", "region:osr"] == [m for _, m in told(words, Kind.REGION)]


def test_two_regions_joined_are_meant_together() -> None:
    found = mentions_in_words("In the Middle East and Central Asia the situation in this region changes.", home="osr")

    assert (None, ("region:middle-east", "region:central-asia")) == (found[-1].meant, found[-1].others)


def test_a_zone_is_named_with_its_place_and_not_within_a_treaty() -> None:
    words = "the nuclear-weapon-free zone in Central Asia"

    assert [("nuclear-weapon-free zone in Central Asia", "zone:nuclear-weapon-free/central-asia")] == told(
        words, Kind.ZONE
    )


@pytest.mark.parametrize(
    ("words", "mention"),
    [
        ("on 9 June 2005", ("9 June 2005", "2005-06-09")),
        ("on June 9, 2005 in Halmor", ("June 9, 2005", "2005-06-09")),
        ("on 9\u00a0June\u00a02005", ("9\u00a0June\u00a02005", "2005-06-09")),
        ("le 9 juin 2005", ("9 juin 2005", "2005-06-09")),
        ("9 июня 2005 года", ("9 июня 2005 года", "2005-06-09")),
        ("2005年6月9日", ("2005年6月9日", "2005-06-09")),
        ("7–9 June 2005", ("7–9 June 2005", "2005-06-07/2005-06-09")),
        ("30 May–9 June 2005", ("30 May–9 June 2005", "2005-05-30/2005-06-09")),
        ("held in June 2005, where", ("June 2005", "2005-06")),
        ("in June 2005 and later", ("June 2005", "2005-06")),
        ("9 حزيران/يونيه 2005", ("9 حزيران/يونيه 2005", "2005-06-09")),
        ("the strategy for 2011-2016", ("2011-2016", "2011/2016")),
        ("since 2007", ("2007", "2007")),
        ("ten years ago", ("ten years ago", "2004")),
        ("in the past decade", ("in the past decade", "2004/2014")),
        ("over the last five years", ("over the last five years", "2009/2014")),
        ("the tenth anniversary", ("tenth anniversary", "2004-05-14")),
        ("early in the 21st century", ("early in the 21st century", "2001/2014")),
        ("In future we shall", ("In future", "2014-06-05/")),
    ],
)
def test_days_are_read_and_counted_from_the_day_of_the_document(words: str, mention: tuple[str, str]) -> None:
    assert [mention] == told(words, Kind.DATE, on=Day(2014, 6, 5))


def test_what_is_counted_from_an_unknown_day_is_not_resolved() -> None:
    assert [("ten years ago", None)] == told("ten years ago", Kind.DATE)


@given(st.integers(0, 40), st.sampled_from(("May", "february", "septembre", "июня", "حزيران")), st.integers(1400, 2300))
def test_a_plain_date_means_what_the_reader_of_dates_says(day: int, month: str, year: int) -> None:
    for words in (f"{day} {month} {year}", f"{month} {day}, {year}", f"in {month} {year}, then"):
        read_there = [(dated.span.of(words), str(dated.day)) for dated in dates_in(words)]

        assert read_there == [each for each in told(words, Kind.DATE) if each[0] != str(year)]


@pytest.mark.parametrize("words", ["the states may agree", "resolution 1973 (2011)", "1,973 people", "may 5 states"])
def test_what_only_looks_like_a_date_is_none(words: str) -> None:
    assert [] == told(words, Kind.DATE)


# --- documents ---------------------------------------------------------------------------------------------------


def test_a_citation_is_taken_as_it_was_found() -> None:
    text = "The states recall the Charter of the Lakes and act on it.\n"
    start = text.index("Charter")
    span = Span(start, start + len("Charter of the Lakes"))
    citation = Citation(span, span.of(text), CitationKind.TITLE, "osr:2004-05-14/charter")

    found = [m for m in mentions_in(read(text, citations=(citation,))) if m.kind is Kind.INSTRUMENT]

    assert [(span, "osr:2004-05-14/charter")] == [(m.span, m.meant) for m in found]


def test_an_instrument_that_no_list_has_is_seen_by_its_capitals() -> None:
    words = "the Regulation on the Staff of OSR Bodies was adopted"

    assert [("Regulation on the Staff of OSR Bodies", None)] == told(words, Kind.INSTRUMENT)


def test_instruments_of_an_organisation_are_a_group() -> None:
    words = "under the relevant Security Council resolutions and OSR basic documents"

    assert ["relevant Security Council resolutions", "OSR basic documents"] == [
        name for name, _ in told(words, Kind.INSTRUMENT_GROUP)
    ]


def test_what_happened_in_a_state_is_an_event_with_the_state_in_it() -> None:
    words = "after the recent tragic floods in Pakistan"
    outer, inner = mentions_in_words(words)

    assert ("recent tragic floods in Pakistan", Kind.EVENT, False) == (outer.span.of(words), outer.kind, outer.nested)
    assert ("state:PAK", True) == (inner.meant, inner.nested)


def test_the_fields_of_a_record_are_read_in_the_source() -> None:
    path = next(path for path in sorted((ROOT / "samples/osr").glob("*.txt")) if "[Place]" in path.read_text("utf-8"))
    made = document(seen(path.read_bytes(), path.name))
    found = [m for m in mentions_in(made) if m.layer == "source"]

    assert Kind.CITY in {m.kind for m in found}
    assert all(len(m.span.of(made.layers.source)) == len(m.span) for m in found)


def test_a_title_names_the_document_itself() -> None:
    path = ROOT / "samples/osr/osr-003.txt"
    made = document(seen(path.read_bytes(), path.name))

    (title,) = (m for m in mentions_in(made) if m.kind is Kind.DOCUMENT)

    assert str(made.address.work) == title.meant


# --- what must always hold ---------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        *("the member states", "of the", "SCO", "heads of", "heads of state", "Organization", "on 3 June 2011", "in"),
        *("Astana", "region", "this region", "Treaty on", "Central Asia", "meeting of the", "Council of Ministers"),
        *("ministers of", "culture", "and", ", ", ". ", "\n", "(hereinafter the Parties)", "10 years ago", "1973", "é"),
        *(
            "中华人民共和国",
            "成员国",
            "2005年6月",
            "الأمم المتحدة",
            "государства-члены",
            "ШОС",
            "events in",
            "Japan",
            "İ",
            "\ud800",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=25), st.sampled_from([None, "sco", "un", "osr"]))
@settings(max_examples=150, deadline=None)
def test_mentions_stand_in_order_within_the_text_and_never_cross(pieces: list[str], home: str | None) -> None:
    words = " ".join(pieces)
    found = mentions_in_words(words, home=home, on=Day(2011))

    assert all(0 <= m.span.start < m.span.end <= len(words) for m in found)
    assert list(found) == sorted(found, key=lambda m: (m.span.start, -m.span.end))
    assert not [(a, b) for a in found for b in found if _crosses(a.span, b.span)]
    assert all(m.nested == any(_holds(other, m) for other in found) for m in found)


def _crosses(one: Span, other: Span) -> bool:
    return one.start < other.start < one.end < other.end


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer is not inner and outer.span.holds(inner.span)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_text_is_too_strange(words: str) -> None:
    assert all(m.span.of(words).strip() for m in mentions_in_words(words, home="un"))


# --- real documents ----------------------------------------------------------------------------------------------


def test_the_annotated_declaration_is_read_as_people_read_it(shared: Path) -> None:
    strict, *_ = declaration(shared)

    assert strict.value >= 0.95


STATES = ("state:KAZ", "state:PAK", "state:TJK")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("The member States met. They stress the need.", ("group:osr/members", ())),
        ("Kazakhstan, Pakistan and the Republic of Tajikistan met. They thank China.", (None, STATES)),
        ("Les États membres se félicitent de cela. Ils le soulignent.", ("group:osr/members", ())),
        ("Los Estados miembros se reunieron. Ellos lo subrayan.", ("group:osr/members", ())),
        ("Казахстан, Пакистан и Таджикистан согласны. Они просят о помощи.", (None, STATES)),
        ("哈萨克斯坦、巴基斯坦和塔吉克斯坦支持该倡议。他们强调这一点。", (None, STATES)),
        ("Kazakhstan spoke. They left.", None),
        ("The member States say that they agree.", None),
        ("The member States met.\nThey left.", None),
    ],
)
def test_they_are_those_who_spoke_together_last_in_the_paragraph(
    words: str, meant: tuple[str | None, tuple[str, ...]] | None
) -> None:
    found = [(each.meant, each.others) for each in mentions_in_words(words, home="osr") if each.rule == "pronoun"]

    assert ([meant] if meant else []) == found
