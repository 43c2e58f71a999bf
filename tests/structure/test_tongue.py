"""The language of a text is told by its letters, its common words, and a model in doubt."""

import re
from html import unescape
from pathlib import Path

import pytest

from acquis.structure.tongue import language_of

TEXTS = [
    ("The heads of state agreed on the rules of the house and thanked the hosts.", "en"),
    ("Les chefs d'État sont convenus des règles de la maison et ont remercié les hôtes.", "fr"),
    ("Los jefes de Estado acordaron las reglas de la casa y dieron las gracias a los anfitriones.", "es"),
    ("Главы государств выражают озабоченность ситуацией в регионе.", "ru"),
    ("Египет требует немедленного прекращения нападений на город.", "ru"),
    ("Държавните глави изразяват дълбока загриженост за положението.", "bg"),
    ("Глави держав висловлюють занепокоєння ситуацією в регіоні.", "uk"),
    ("Мемлекет басшылары өңірдегі жағдайға алаңдаушылық білдірді.", "kk"),
    ("成员国元首对地区局势表示关切。", "zh"),
    ("加盟国の元首は地域の情勢に懸念を表明した。", "ja"),
    ("회원국 정상들은 지역 정세에 우려를 표명하였다.", "ko"),
    ("أعرب رؤساء الدول عن قلقهم إزاء الوضع في المنطقة.", "ar"),
    ("سران کشورها نگرانی خود را از وضعیت منطقه ابراز کردند.", "fa"),
    ("سربراہان مملکت نے خطے کی صورتحال پر تشویش کا اظہار کیا۔", "ur"),
    ("राष्ट्राध्यक्षों ने क्षेत्र की स्थिति पर चिंता व्यक्त की।", "hi"),
    ("Devlet başkanları bölgedeki durumdan duydukları endişeyi dile getirdiler.", "tr"),
    ("Die Staatsoberhäupter äußerten ihre Besorgnis über die Lage in der Region.", "de"),
    ("Os chefes de Estado manifestaram preocupação com a situação na região.", "pt"),
    ("I capi di Stato hanno espresso preoccupazione per la situazione nella regione.", "it"),
]


@pytest.mark.parametrize(("text", "tag"), TEXTS)
def test_a_text_is_known_by_its_language(text: str, tag: str) -> None:
    assert tag == language_of(text)[0]


@pytest.mark.parametrize("text", ["", "II.", "12.05.2011 – 14.05.2011", "Annex II", "第一条", "§ 5", "Bishkek, 2007"])
def test_short_texts_have_no_language(text: str) -> None:
    assert (None, "too few letters") == language_of(text)


def test_the_letters_decide_before_the_words_and_the_words_before_the_model() -> None:
    assert "rule:letters" == language_of(TEXTS[3][0])[1]
    assert "rule:common words" == language_of(TEXTS[0][0])[1]
    assert "model:py3langid" == language_of(TEXTS[16][0])[1]


UDHR = {
    **{"arb": "ar", "bel": "be", "cmn_hans": "zh", "cmn_hant": "zh", "deu_1996": "de", "eng": "en", "fra": "fr"},
    **{"hin": "hi", "jpn": "ja", "kaz": "kk", "khk": "mn", "kir": "ky", "kor": "ko", "pes_1": "fa", "por_PT": "pt"},
    **{
        "rus": "ru",
        "spa": "es",
        "tgk": "tg",
        "tur": "tr",
        "urd": "ur",
        "uzn_cyrl": "uz-Cyrl",
        "uzn_latn": "uz",
        "vie": "vi",
    },
}


@pytest.mark.parametrize(("name", "tag"), UDHR.items())
def test_one_declaration_is_known_in_each_of_its_languages(shared: Path, name: str, tag: str) -> None:
    source = (shared / "data" / "udhr" / f"udhr_{name}.xml").read_text(encoding="utf-8")

    assert tag == language_of(unescape(re.sub("<[^>]+>", " ", source.split("<preamble>")[-1])))[0]
