"""Short names that a document gives, in seven languages, and what they then mean."""

import pytest

from acquis.register.definitions import definitions_in
from acquis.register.gazetteer import Kind
from acquis.register.mentions import mentions_in_words


@pytest.mark.parametrize(
    ("text", "shorts"),
    [
        (
            "the Seven Rivers Organization (hereinafter referred to as the SRO or the Organization) met",
            ["SRO", "Organization"],
        ),
        ('The Governments, hereinafter called "the Parties",', ["Parties"]),
        ("the Convention on Floods (hereinafter the Convention)", ["Convention"]),
        ("Организация семи рек (далее – ОСР или Организация) создана", ["ОСР", "Организация"]),
        ("Правительства, далее именуемые «Стороны»,", ["Стороны"]),
        ("une Commission fluviale (ci-après « la Commission »), organe", ["Commission"]),
        ("los Estados ribereños (en adelante, «las Partes»)", ["Partes"]),
        ("七河组织（以下简称“本组织”或“组织”）", ["本组织", "组织"]),
        ("七河川機構（以下「機構」という。）", ["機構"]),
        ('منظمة الأنهار السبعة (المشار إليها فيما بعد باسم "المنظمة")', ["المنظمة"]),
        ("the river (see map)", []),
        ("hereinafter nothing is defined by these many small words at all", []),
    ],
)
def test_short_names_are_read_in_seven_languages(text: str, shorts: list[str]) -> None:
    found = definitions_in(text)

    assert shorts == [each.short for each in found]
    assert shorts == [each.span.of(text) for each in found]


def test_a_short_name_is_given_to_what_stands_before_it() -> None:
    text = "The Flood Treaty (hereinafter the Treaty)"

    (found,) = definitions_in(text, {16: ["osr:2007-09-18/flood"]})

    assert "osr:2007-09-18/flood" == found.meant


def test_parties_are_a_group_and_no_organisation() -> None:
    text = "The member states of the OSR (hereinafter the Parties)"

    (found,) = definitions_in(text, {28: ["org:osr", "group:osr/members"]})

    assert "group:osr/members" == found.meant


def test_what_is_not_named_before_is_not_known() -> None:
    (found,) = definitions_in("All of them (hereinafter the Parties)")

    assert None is found.meant


def test_the_organization_is_what_the_document_defines() -> None:
    words = "The African Union (hereinafter the Organization) met. The Organization spoke for the OSR."

    found = [m.meant for m in mentions_in_words(words, home="osr") if m.kind is Kind.ORG]

    assert ["org:au", "org:au", "org:au", "org:osr"] == found


def test_the_parties_are_the_group_that_was_so_called() -> None:
    words = "The member states of the OSR (hereinafter the Parties) agree. The Parties act."

    found = [m for m in mentions_in_words(words) if m.rule == "defined name"]

    assert [("Parties", "group:osr/members")] * 2 == [(m.span.of(words), m.meant) for m in found]


def test_a_short_name_counts_wherever_it_stands_from_there_on() -> None:
    words = "The Bloc acts. The member states of ASEAN (hereinafter the Bloc) agree; the Bloc of blocs."

    found = [m for m in mentions_in_words(words) if m.rule == "defined name"]

    assert [("Bloc", "org:asean"), ("Bloc", "org:asean")] == [(m.span.of(words), m.meant) for m in found]


def test_a_short_name_is_that_of_the_body_just_before_even_where_nobody_knows_it() -> None:
    words = 'The Alpine Council of Ministers, hereinafter "the Council", met. The Council agreed.'

    found = {m.meant for m in mentions_in_words(words, home="osr") if m.span.of(words) == "Council"}

    assert {None} == found


def test_the_whole_name_before_is_called_by_the_short_name_and_no_name_within_it() -> None:
    text = "The Charter of the United Nations (hereinafter the Charter)"

    (found,) = definitions_in(text, {33: ["org:un", "un:1945-06-26/charter"]})

    assert "un:1945-06-26/charter" == found.meant
