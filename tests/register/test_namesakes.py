"""Longer names that name no state, and the forms of lists with brackets and hyphens that do."""

import pytest

from acquis.register._gazetteer_namesakes import namesakes
from acquis.register.gazetteer import Kind, meant, named, plain
from acquis.register.library import own
from acquis.register.mentions import mentions_in_words

NAMES = own().texts


def states(words: str) -> list[str | None]:
    found = mentions_in_words(words, names=NAMES)
    return [each.meant for each in found if each.kind is Kind.STATE]


NO_STATE = [
    "A Turkey vulture circled above.",
    "Air France resumed its flights.",
    "a laboratory of Georgia Tech",
    "the forests of New Guinea",
    "fishing off South Georgia",
    "the grasslands of Inner Mongolia",
    "spills in the Niger Delta",
    "a site in New Mexico",
    "the waters of the Jordan River",
    "the level of Lake Chad",
    "piracy in the Gulf of Guinea",
    "ships in the Sea of Oman",
    "the Oman Sea",
    "the Senegal River Basin",
    "eradication of guinea worm disease",
    "an office in Atlanta, Georgia",
    "farms in New Jersey and New South Wales",
    "ships of all flags in the Panama Canal",
    "les forêts de Nouvelle-Guinée",
    "la Géorgie du Sud",
    "en Mongolie intérieure",
    "le bassin du lac Tchad",
    "le golfe de Guinée",
    "un laboratoire du Nouveau-Mexique",
    "los bosques de Nueva Guinea",
    "un laboratorio de Nuevo México",
    "el golfo de Guinea",
    "la cuenca del lago Chad",
    "Georgia del Sur",
    "во Внутренней Монголии",
    "леса Новой Гвинеи",
    "бассейн озера Чад",
    "дельта Нигера",
    "内蒙古自治区",
    "新几内亚的森林",
    "尼日尔三角洲",
    "几内亚湾的海盗",
    "约旦河的水",
    "内モンゴル自治区",
    "ギニア湾の海賊",
    "チャド湖",
    "ヨルダン川の水",
    "منغوليا الداخلية",
    "القرصنة في خليج غينيا",
    "حوض بحيرة تشاد",
    "مياه نهر الأردن",
    "غابات غينيا الجديدة",
]


@pytest.mark.parametrize("words", NO_STATE)
def test_a_longer_name_that_names_no_state_hides_the_shorter_one(words: str) -> None:
    assert [] == states(words)


STATES = [
    ("Papua New Guinea abstained.", ["state:PNG"]),
    ("Equatorial Guinea and Guinea-Bissau abstained.", ["state:GNQ", "state:GNB"]),
    ("Guinea abstained, and so did Turkey.", ["state:GIN", "state:TUR"]),
    ("Inner Mongolia and Mongolia", ["state:MNG"]),
    ("South Georgia and the South Sandwich Islands", ["state:SGS"]),
    ("Northern Ireland", ["state:GBR"]),
    ("Irlande du Nord", ["state:GBR"]),
    ("в Северной Ирландии", ["state:GBR"]),
    ("American Samoa and Samoa", ["state:ASM", "state:WSM"]),
    ("Jersey", ["state:JEY"]),
    ("The air of France, China and Jordan", ["state:FRA", "state:CHN", "state:JOR"]),
    ("la Papouasie-Nouvelle-Guinée", ["state:PNG"]),
    ("Папуа — Новая Гвинея", ["state:PNG"]),
    ("Монголия", ["state:MNG"]),
    ("巴布亚新几内亚", ["state:PNG"]),
    ("蒙古和中国内蒙古", ["state:MNG", "state:CHN"]),
    ("パプアニューギニア", ["state:PNG"]),
    ("غينيا الاستوائية", ["state:GNQ"]),
]


@pytest.mark.parametrize(("words", "expected"), STATES)
def test_a_longer_name_of_a_state_and_the_short_one_alone_name_it(words: str, expected: list[str]) -> None:
    assert expected == states(words)


def test_no_name_of_a_state_is_among_the_names_that_name_none() -> None:
    real = {plain(name) for name, sense in named(NAMES) if sense.kind is Kind.STATE and not sense.people}

    assert [] == [name for name in namesakes() if plain(name) in real]


def test_a_body_that_is_named_for_a_river_or_a_lake_stays_one() -> None:
    (found,) = mentions_in_words("The Lake Chad Basin Commission met.", names=NAMES)

    assert (Kind.ORGAN, None) == (found.kind, found.meant)


# --- forms of lists -----------------------------------------------------------------------------------------------


LISTED = [
    ("Bolivia (Plurinational State of)", "state:BOL"),
    ("Iran (Islamic Republic of)", "state:IRN"),
    ("Venezuela (Bolivarian Republic of)", "state:VEN"),
    ("Micronesia (Federated States of)", "state:FSM"),
    ("Netherlands (Kingdom of the)", "state:NLD"),
    ("Korea (Republic of)", "state:KOR"),
    ("Bolivie (État plurinational de)", "state:BOL"),
    ("Iran (République islamique d’)", "state:IRN"),
    ("Venezuela (República Bolivariana de)", "state:VEN"),
    ("Micronesia (Estados Federados de)", "state:FSM"),
    ("Боливия (Многонациональное Государство)", "state:BOL"),
    ("Микронезия (Федеративные Штаты)", "state:FSM"),
    ("Нидерланды (Королевство)", "state:NLD"),
    ("玻利维亚(多民族国)", "state:BOL"),
    ("伊朗（伊斯兰共和国）", "state:IRN"),
    ("إيران (جمهورية - الإسلامية)", "state:IRN"),
    ("هولندا (مملكة -)", "state:NLD"),
    ("ボリビア(多民族国)", "state:BOL"),
    ("غينيا - بيساو", "state:GNB"),
    ("غينيا-بيساو", "state:GNB"),
    ("تيمور - ليشتي", "state:TLS"),
    ("Guinea - Bissau", "state:GNB"),
    ("Папуа-Новая Гвинея", "state:PNG"),
]


@pytest.mark.parametrize(("name", "state"), LISTED)
def test_the_form_of_lists_is_a_name_by_itself_and_in_a_text(name: str, state: str) -> None:
    words = f"{name}, {name}."
    found = [(each.span.of(words), each.meant) for each in mentions_in_words(words, names=NAMES) if not each.nested]

    assert (state,) == meant(name, names=NAMES)
    assert [(name, state)] * 2 == found


def test_other_words_in_brackets_are_no_part_of_a_name() -> None:
    words = "Iran (and Iraq) abstained."
    found = [each.span.of(words) for each in mentions_in_words(words, names=NAMES)]

    assert ["Iran", "Iraq"] == found
