"""What a passage names: states, bodies, instruments, missions, dates, numbers and sessions."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.precedents.names import names_in


def named(text: str) -> list[tuple[str, str]]:
    return [(name.kind, text[name.start : name.end]) for name in names_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("together with the Kyrgyz Republic and Viet Nam", ["Kyrgyz Republic", "Viet Nam"]),
        ("the Republic of Kelvaria and the Oskanian Federation", ["Republic of Kelvaria", "Oskanian Federation"]),
        ("avec la Fédération de Russie et le Kazakhstan", ["Fédération de Russie", "Kazakhstan"]),
        ("con la Federación de Rusia y el Perú", ["Federación de Rusia", "Perú"]),
        (
            "между Российской Федерацией, Казахстаном и Саудовской Аравией",
            ["Российской Федерацией", "Казахстаном", "Саудовской Аравией"],
        ),
        ("中华人民共和国和哈萨克斯坦", ["中华人民共和国", "哈萨克斯坦"]),
        ("ロシア連邦及びカザフスタン", ["ロシア連邦", "カザフスタン"]),
        ("وكازاخستان والاتحاد الروسي", ["كازاخستان", "الاتحاد الروسي"]),
    ],
)
def test_states_are_named_in_every_language_and_form(text: str, expected: list[str]) -> None:
    assert [("state", name) for name in expected] == named(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the Republic of Kazakhstan", "state:KAZ"),
        ("Республика Казахстан", "state:KAZ"),
        ("Conference on Disarmament", "body:cd"),
        ("裁军谈判会议", "body:cd"),
        ("ООН", "org:un"),
        ("the Security Council", "organ:un/SC"),
        ("《某公约》", None),
    ],
)
def test_all_names_of_one_thing_mean_the_same(text: str, meant: str | None) -> None:
    assert [meant] == [name.meant for name in names_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "the women of the region, the pace of reform and a jordan of words",
        "the Organisation and its Treaty, the Committee, the Republic",
        "发展中国家提供的资金援助",
        "الدعم المالي اللازم",
        "MEASURES FOR THE PROTECTION OF SPRINGS",
        "We may march on in the decisive session, once more.",
        "",
    ],
)
def test_common_words_and_nouns_alone_are_no_names(text: str) -> None:
    assert [] == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the Conference on Disarmament", [("body", "Conference on Disarmament")]),
        ("as part of the Geneva disarmament conference", [("body", "Geneva disarmament conference")]),
        ("Recalling Joint Gauge Committee decisions", [("body", "Joint Gauge Committee")]),
        ("under the Treaty on Clean Rivers and Lakes", [("instrument", "Treaty on Clean Rivers")]),
        ("la Conférence du désarmement siège", [("body", "Conférence du désarmement")]),
        ("на Конференции по разоружению", [("body", "Конференции по разоружению")]),
        (
            "в Договоре о нераспространении ядерного оружия",
            [("instrument", "Договоре о нераспространении ядерного оружия")],
        ),
        ("根据《联合国宪章》", [("instrument", "《联合国宪章》")]),
        ("在裁军谈判会议上", [("body", "裁军谈判会议")]),
        ("ジュネーブ軍縮会議で", [("body", "ジュネーブ軍縮会議")]),
        ("recalls resolution 61/88 and A/RES/70/1", [("instrument", "61/88"), ("instrument", "A/RES/70/1")]),
        ("resolution 1973 (2011)", [("instrument", "1973 (2011)")]),
        (
            "the United Nations Stabilization Mission in Haiti",
            [("mission", "United Nations Stabilization Mission in Haiti")],
        ),
        ("units of MINUSMA", [("mission", "MINUSMA")]),
    ],
)
def test_bodies_instruments_and_missions_are_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("until 30 June 2013", [("date", "30 June 2013")]),
        ("on June 30, 2013, by then", [("date", "June 30, 2013")]),
        ("le 1er juillet 1968", [("date", "1er juillet 1968")]),
        ("от 16 августа 2007 года", [("date", "16 августа 2007 года")]),
        ("于2011年6月15日签署", [("date", "2011年6月15日")]),
        ("by 2030", [("date", "2030")]),
        ("two hundred and forty gauges", [("number", "two hundred and forty")]),
        ("within twenty-four hours", [("number", "twenty-four")]),
        ("after the fifth ratification", [("number", "fifth")]),
        ("第1373号决议", [("number", "1373")]),
        ("配额为百分之二十", [("number", "百分之二十")]),
        ("not more than 12.5 per cent", [("number", "12.5")]),
        ("двадцать пять постов", [("number", "двадцать пять")]),
        ("at its sixty-first session", [("session", "sixty-first session")]),
        ("its 61st special session", [("session", "61st special session")]),
        ("на шестьдесят первой сессии", [("session", "шестьдесят первой сессии")]),
        ("第六十一届会议", [("session", "第六十一届会议")]),
    ],
)
def test_dates_numbers_and_sessions_are_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == named(text)


@given(st.text(alphabet="AbcТЕ 1/.第年国中СЕС’ıİßالم-()XI", max_size=80))
def test_names_stand_in_the_text_in_order_and_none_over_another(text: str) -> None:
    names = names_in(text)

    assert all(0 <= name.start < name.end <= len(text) for name in names)
    assert all(one.end <= other.start for one, other in zip(names, names[1:], strict=False))


def test_a_long_paragraph_takes_time_in_proportion() -> None:
    text = "The Committee of the Republic of Aa, first session, May 5/6 (2011) Bb Cc Dd and " * 2_000
    started = time.process_time()
    names_in(text)

    assert time.process_time() - started < 5
