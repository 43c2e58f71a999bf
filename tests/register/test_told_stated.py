"""What states say of a text: of which text and paragraph they say it, and whether they took it back."""

import pytest

from acquis.archive.keeping import document_of_prepared
from acquis.archive.preparing import prepare
from acquis.register.events import Act, Event
from acquis.register.told import events_in, unfound

TITLES = {
    "en": ("HALMOR DECLARATION of the Organisation of the Seven Rivers", "The Heads of State declare the following:"),
    "fr": ("DÉCLARATION DE HALMOR de l'Union africaine", "Les chefs d'État déclarent ce qui suit :"),
    "es": ("DECLARACIÓN DE HALMOR de las Naciones Unidas", "La Asamblea General declara lo siguiente:"),
    "ru": ("ДЕКЛАРАЦИЯ ХАЛМОРА Шанхайской организации сотрудничества", "Главы государств заявляют о следующем:"),
    "zh": ("上海合作组织成员国元首理事会宣言", "上海合作组织成员国元首理事会声明如下："),
    "ja": ("国際連合総会決議", "総会は、次のとおり決議する。"),
    "ar": ("قرار مجلس الأمن", "إن مجلس الأمن يقرر ما يلي:"),
}
WATER = {
    "en": "The waters of the river are shared by all who live along it.",
    "fr": "Les eaux du fleuve sont communes à tous ceux qui vivent sur ses rives.",
    "es": "Las aguas del río son comunes a todos los que viven en sus orillas.",
    "ru": "Воды реки принадлежат всем, кто живет на ее берегах.",
    "zh": "河水由沿岸各国人民共享。",
    "ja": "河川の水は沿岸のすべての人々が分かち合う。",
    "ar": "مياه النهر مشتركة بين جميع من يعيشون على ضفافه.",
}


def stated(language: str, *paragraphs: str) -> list[Event]:
    title, opening = TITLES[language]
    head = f"[Title] {title}\n[Place] Halmor\n[Date] June 9, 2005\n[Full text]"
    prepared = prepare(("\n\n".join((head, opening, WATER[language], *paragraphs)) + "\n").encode(), "text.txt")
    events = events_in(document_of_prepared(prepared, prepared.catalogued.address))
    return [each for each in events if each.act in (Act.DISSOCIATED, Act.RESERVED, Act.STAYED_OUT, Act.VOTED)]


def told(language: str, *paragraphs: str) -> list[tuple[str, str]]:
    """What was done, and about which part; "" is the whole."""
    return [(each.act.value, each.object.partition("#")[2]) for each in stated(language, *paragraphs)]


@pytest.mark.parametrize(
    ("language", "words", "act"),
    [
        ("en", "Cuba is not in a position to join the consensus on this declaration.", "dissociated"),
        ("en", "Cuba cannot accept the declaration.", "dissociated"),
        ("fr", "Cuba ne peut souscrire à la présente déclaration.", "dissociated"),
        ("fr", "Cuba n'est pas en mesure de se joindre au consensus.", "dissociated"),
        ("es", "Cuba no puede aceptar la presente declaración.", "dissociated"),
        ("ru", "Индия не может согласиться с настоящей декларацией.", "dissociated"),
        ("zh", "印度不能同意本宣言。", "dissociated"),
        ("ja", "インドは本決議に同意できない。", "dissociated"),
        ("ar", "لا يمكن للهند أن توافق على هذا القرار.", "dissociated"),
    ],
)
def test_who_cannot_agree_dissociates_itself(language, words, act):
    assert [(act, "")] == told(language, words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Cuba does not support the resolution of disputes by force."),
        ("en", "Cuba cannot accept the use of force."),
        ("fr", "Cuba n'accepte pas l'usage de la force."),
        ("ru", "Индия не поддерживает применение силы."),
        ("zh", "印度不支持使用武力。"),
    ],
)
def test_who_does_not_accept_a_thing_says_nothing_of_the_text(language, words):
    assert [] == told(language, words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Cuba expressed reservations on the second paragraph."),
        ("en", "Cuba could not join the consensus on paragraph 2."),
        ("fr", "Cuba a émis des réserves sur le deuxième paragraphe."),
        ("es", "Cuba expresó reservas sobre el segundo párrafo."),
        ("ru", "Индия заявила оговорку ко второму пункту."),
        ("zh", "印度对第二段持保留。"),
        ("ja", "インドは第二項について留保した。"),
        ("ar", "تتحفظ الهند على الفقرة الثانية."),
    ],
)
def test_a_paragraph_told_by_an_ordinal_is_the_one_with_that_number(language, words):
    assert ["p2"] == [part for _, part in told(language, words)]


def test_of_several_paragraphs_those_that_the_text_has_not_are_told_apart():
    events = stated("en", "Cuba dissociates itself from paragraphs 2 and 99.")

    assert [("p2", ""), ("", "paragraph 99")] == [(each.object.partition("#")[2], unfound(each)) for each in events]


@pytest.mark.parametrize(
    "words",
    [
        "The Heads of State recall that Cuba dissociated itself from the 2003 declaration.",
        "The Heads of State recall that Cuba dissociated itself from the declaration.",
        "Cuba dissociated itself from the declaration of 5 July 2004.",
        "Cuba dissociated itself from the previous declaration.",
        "Cuba dissociated itself from the Samara Declaration.",
        "Cuba was absent from the meeting in Samara.",
        "Cuba did not participate in the meeting in Samara.",
        "Cuba did not attend the meeting in Samara on 3 May 2004.",
        "In the absence of Cuba the ministers met in Samara on 3 May 2004.",
    ],
)
def test_what_is_told_of_another_text_or_meeting_is_none_of_this_one(words):
    assert [] == told("en", words)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Cuba dissociates itself from the 2005 declaration.", "dissociated"),
        ("Cuba dissociates itself from the Halmor Declaration.", "dissociated"),
        ("Cuba dissociates itself from the text under the Rules of Procedure.", "dissociated"),
        (
            "Cuba expressed reservations on the declaration, with regard to the Charter of the United Nations.",
            "reserved",
        ),
        ("The Heads of State recall that Cuba dissociated itself from this declaration.", "dissociated"),
        ("Cuba did not participate in the meeting in Halmor.", "stayed out"),
        ("Cuba did not attend the meeting.", "voted"),
        ("The declaration was adopted in the absence of Cuba.", "voted"),
    ],
)
def test_what_is_told_of_this_text_and_its_meeting_counts(words, act):
    assert [(act, "")] == told("en", words)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Cuba expressed reservations on paragraph 2, which it later withdrew.",),
        ("Cuba expressed reservations on paragraph 2.", "Cuba later withdrew its reservation."),
        ("Cuba dissociated itself from the declaration.", "Cuba has since withdrawn its objection."),
    ],
)
def test_what_was_withdrawn_does_not_count(paragraphs):
    assert [] == told("en", *paragraphs)


def test_what_another_withdrew_stands():
    words = ("Cuba expressed reservations on paragraph 2.", "Chile later withdrew its reservation.")

    assert [("reserved", "p2")] == told("en", *words)
