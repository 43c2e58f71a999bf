"""For whom a passage speaks."""

import pytest

from acquis.register.voices import Speaker, voice_in

PARTIES = frozenset({"state:KAZ", "state:KGZ"})


def voice(words: str):
    return voice_in(words, parties=lambda _: PARTIES, home="sco")


CASES = [
    ("The member States support the initiative.", Speaker.ALL, None),
    ("The Republic of Kazakhstan, Pakistan and Tajikistan support it.", Speaker.NAMED, {"KAZ", "PAK", "TJK"}),
    (
        "Reaffirming what was said before, Kazakhstan, Pakistan and Tajikistan support it.",
        Speaker.NAMED,
        {"KAZ", "PAK", "TJK"},
    ),
    ("Казахстан, Пакистан и Таджикистан поддерживают эту инициативу.", Speaker.NAMED, {"KAZ", "PAK", "TJK"}),
    ("哈萨克斯坦、巴基斯坦和塔吉克斯坦支持该倡议。", Speaker.NAMED, {"KAZ", "PAK", "TJK"}),
    ("Le Kazakhstan, le Pakistan et le Tadjikistan appuient cette initiative.", Speaker.NAMED, {"KAZ", "PAK", "TJK"}),
    ("Kazakhstan, Pakistan and Tajikistan support it. They ask for help.", Speaker.NAMED, {"KAZ", "PAK", "TJK"}),
    ("Казахстан, Пакистан и Таджикистан согласны. Они просят о помощи.", Speaker.NAMED, {"KAZ", "PAK", "TJK"}),
    ("Interested member States may join the fund. They will pay for it.", Speaker.INTERESTED, None),
    ("The member States support the initiative. They ask for help.", Speaker.ALL, None),
    ("Kazakhstan, Pakistan and Tajikistan met. The member States welcome it. They ask for more.", Speaker.ALL, None),
    ("Interested member States may join the fund.", Speaker.INTERESTED, None),
    ("Заинтересованные государства-члены создадут фонд.", Speaker.INTERESTED, None),
    (
        "The parties to the Treaty on the Non-Proliferation of Nuclear Weapons recall their duties.",
        Speaker.PARTIES,
        {"KAZ", "KGZ"},
    ),
    ("Relations between Kazakhstan and Pakistan have grown.", Speaker.ALL, None),
    ("The situation in Afghanistan and Libya is grave.", Speaker.ALL, None),
    ("Kazakhstan offers to receive the next session.", Speaker.ALL, None),
    ("The member States agree. Kazakhstan, Pakistan and Tajikistan offer help.", Speaker.ALL, None),
    (
        "The Treaty on the Non-Proliferation of Nuclear Weapons turns forty. The parties to the Treaty recall this.",
        Speaker.PARTIES,
        {"KAZ", "KGZ"},
    ),
]


LIMITED = [
    ("The member states, with the exception of the Republic of India, reaffirm it.", Speaker.EXCEPT, {"IND"}),
    ("All member states except India and Iran support the initiative.", Speaker.EXCEPT, {"IND", "IRN"}),
    ("The member states other than the Republic of Belarus agree.", Speaker.EXCEPT, {"BLR"}),
    ("The member states, except for two, agree.", Speaker.EXCEPT, None),
    ("Государства-члены, за исключением Республики Индия, согласны.", Speaker.EXCEPT, {"IND"}),
    ("Les États membres, à l'exception de l'Inde, réaffirment leur appui.", Speaker.EXCEPT, {"IND"}),
    ("Los Estados miembros, salvo la India, apoyan la iniciativa.", Speaker.EXCEPT, {"IND"}),
    ("除印度外，成员国重申支持。", Speaker.EXCEPT, {"IND"}),
    ("インドを除く加盟国は支持する。", Speaker.EXCEPT, {"IND"}),
    ("Some member states propose a fund.", Speaker.SOME, None),
    ("A number of member states, in particular Kazakhstan and Tajikistan, propose it.", Speaker.SOME, {"KAZ", "TJK"}),
    ("The Central Asian member states agree to share water.", Speaker.SOME, None),
    ("The member states of Central Asia agree to share water.", Speaker.SOME, None),
    ("Ряд государств-членов предлагает создать фонд.", Speaker.SOME, None),
    ("Plusieurs États membres proposent un fonds.", Speaker.SOME, None),
    ("Algunos Estados miembros proponen un fondo.", Speaker.SOME, None),
    ("一些成员国提议设立基金。", Speaker.SOME, None),
    ("The member states (without Uzbekistan) support it.", Speaker.EXCEPT, {"UZB"}),
    ("The member states, Uzbekistan abstaining, support it.", Speaker.EXCEPT, {"UZB"}),
    ("With the exception of one member state, all support it.", Speaker.EXCEPT, None),
    ("成员国（不含中国和俄罗斯）支持。", Speaker.EXCEPT, {"CHN", "RUS"}),
    ("Государства-члены, без участия Узбекистана, согласны.", Speaker.EXCEPT, {"UZB"}),
    ("Not all member states support it.", Speaker.SOME, None),
    ("Five of the six member states support it.", Speaker.SOME, None),
    ("The member states bordering the Aral Sea agree.", Speaker.SOME, None),
    ("Those member states which so wish may join.", Speaker.SOME, None),
    ("No todos los Estados miembros aceptan.", Speaker.SOME, None),
    ("Не все государства-члены согласны.", Speaker.SOME, None),
    ("并非所有成员国都接受。", Speaker.SOME, None),
    ("Both Kazakhstan and Uzbekistan support it.", Speaker.NAMED, {"KAZ", "UZB"}),
    ("China considers that it is so.", Speaker.NAMED, {"CHN"}),
    ("The member states, without delay, will act.", Speaker.ALL, None),
    ("No member state shall act alone.", Speaker.ALL, None),
    ("All of the member states agree.", Speaker.ALL, None),
    ("The heads of state of the member states met.", Speaker.ALL, None),
    ("The governments of the member states support it.", Speaker.ALL, None),
    ("The member states call on all states except Israel to comply.", Speaker.ALL, None),
    ("Member states, including India, support it.", Speaker.ALL, None),
    ("Many states suffer from drought.", Speaker.ALL, None),
]


@pytest.mark.parametrize(("words", "speaker", "states"), [*CASES, *LIMITED])
def test_a_passage_speaks_for_whom_its_sentence_names(words, speaker, states):
    found = voice(words)

    assert speaker is found.speaker
    assert (None if states is None else {f"state:{each}" for each in states}) == found.states


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("The Republic of India does not support it. The member states do.", {"IND"}),
        ("The member states agree. Pakistan and Iran reserve their position.", {"PAK", "IRN"}),
        ("Республика Индия не поддерживает инициативу.", {"IND"}),
        ("L'Inde ne s'associe pas à cette initiative.", {"IND"}),
        ("La India no apoya la iniciativa.", {"IND"}),
        ("印度不支持这一倡议。", {"IND"}),
        ("The member states welcome that India has not been struck.", set()),
        ("The member states support the candidature of India.", set()),
    ],
)
def test_of_whom_a_passage_says_that_it_does_not_go_along(words, states):
    found = voice(words)

    assert {f"state:{each}" for each in states} == found.apart
