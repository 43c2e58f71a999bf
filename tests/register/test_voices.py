"""For whom a passage speaks."""

import pytest

from acquis.model import Day
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


VERB_FIRST = [
    ("تؤيد كازاخستان وباكستان وطاجيكستان هذه المبادرة.", Speaker.NAMED, {"KAZ", "PAK", "TJK"}),
    ("أكدت كازاخستان وباكستان دعمهما للمبادرة.", Speaker.NAMED, {"KAZ", "PAK"}),
    ("تعرب كازاخستان عن تقديرها.", Speaker.NAMED, {"KAZ"}),
    ("إن كازاخستان وباكستان تؤيدان هذه المبادرة.", Speaker.NAMED, {"KAZ", "PAK"}),
    ("تؤكد الدول الأعضاء من جديد دعمها.", Speaker.ALL, None),
    ("رحبت الدول الأعضاء بقرار كازاخستان وباكستان.", Speaker.ALL, None),
    ("تعاون كازاخستان وباكستان ينمو.", Speaker.ALL, None),
]
OFFICES = [
    ("The Presidents of Kazakhstan and Tajikistan support it.", Speaker.NAMED, {"KAZ", "TJK"}),
    ("The President of Kazakhstan and the President of China support it.", Speaker.NAMED, {"KAZ", "CHN"}),
    ("The Governments of India and Pakistan support it.", Speaker.NAMED, {"IND", "PAK"}),
    ("Les présidents du Kazakhstan et du Tadjikistan appuient l'initiative.", Speaker.NAMED, {"KAZ", "TJK"}),
    ("Los Presidentes de Kazajstán y Tayikistán apoyan la iniciativa.", Speaker.NAMED, {"KAZ", "TJK"}),
    ("Главы государств Индии, Казахстана и Китая заявили о поддержке.", Speaker.NAMED, {"IND", "KAZ", "CHN"}),
    ("Президенты Казахстана и Таджикистана поддерживают это.", Speaker.NAMED, {"KAZ", "TJK"}),
    ("哈萨克斯坦和塔吉克斯坦总统支持该倡议。", Speaker.NAMED, {"KAZ", "TJK"}),
    ("印度、哈萨克斯坦和中国国家元首支持该倡议。", Speaker.NAMED, {"IND", "KAZ", "CHN"}),
    ("The Presidents of the member States support it.", Speaker.ALL, None),
    ("Главы государств-членов поддерживают инициативу.", Speaker.ALL, None),
    ("成员国元首支持该倡议。", Speaker.ALL, None),
    ("The President of Kazakhstan proposed a meeting.", Speaker.ALL, None),
    ("The Heads of State thank the President of Kazakhstan and the President of China.", Speaker.ALL, None),
]
OBSERVERS = [
    ("The observers India and Iran support it.", Speaker.BESIDE, {"IND", "IRN"}),
    ("The observers, India and Iran, support it.", Speaker.BESIDE, {"IND", "IRN"}),
    ("The observer States India and Iran support it.", Speaker.BESIDE, {"IND", "IRN"}),
    ("India and Iran, as observers, support it.", Speaker.BESIDE, {"IND", "IRN"}),
    ("Les observateurs, l'Inde et l'Iran, appuient l'initiative.", Speaker.BESIDE, {"IND", "IRN"}),
    ("Наблюдатели Индия и Иран поддерживают инициативу.", Speaker.BESIDE, {"IND", "IRN"}),
    ("观察员国印度和伊朗支持该倡议。", Speaker.BESIDE, {"IND", "IRN"}),
    ("The observer States support it.", Speaker.BESIDE, None),
    ("The observer States and the member States support it.", Speaker.ALL, None),
    ("Observers shall be sent to the elections.", Speaker.ALL, None),
]
BESIDE_THEM = [
    ("India and Pakistan, together with the member States, support it.", Speaker.ALL, None),
    ("India, Pakistan and the other member States support it.", Speaker.ALL, None),
    ("India, Pakistan and other member States support it.", Speaker.SOME, {"IND", "PAK"}),
    ("L'Inde et les autres États membres appuient l'initiative.", Speaker.ALL, None),
    ("L'Inde et d'autres États membres appuient l'initiative.", Speaker.SOME, {"IND"}),
    ("La India y los demás Estados miembros apoyan la iniciativa.", Speaker.ALL, None),
    ("Индия и другие государства-члены поддерживают инициативу.", Speaker.SOME, {"IND"}),
    ("Индия и все остальные государства-члены поддерживают её.", Speaker.ALL, None),
    ("印度同所有成员国一道支持该倡议。", Speaker.ALL, None),
    ("印度和其他成员国支持该倡议。", Speaker.SOME, {"IND"}),
    ("الهند وسائر الدول الأعضاء تؤيد المبادرة.", Speaker.ALL, None),
    ("India and Pakistan, together with China, support it.", Speaker.NAMED, {"IND", "PAK", "CHN"}),
    ("Kazakhstan and Russia, supported by China, propose a fund.", Speaker.NAMED, {"KAZ", "RUS", "CHN"}),
    ("La France et l'Allemagne, avec l'appui de l'Italie, proposent ce texte.", Speaker.NAMED, {"FRA", "DEU", "ITA"}),
    ("Франция и Германия при поддержке Италии предлагают это.", Speaker.NAMED, {"FRA", "DEU", "ITA"}),
]
NOT_ALL = [
    ("Tous les États membres n'acceptent pas cette clause.", Speaker.SOME, None),
    ("All member States do not accept this clause.", Speaker.SOME, None),
    ("Все государства-члены не согласны с этим.", Speaker.SOME, None),
    ("The member States do not all support it.", Speaker.SOME, None),
    ("لا تقبل جميع الدول الأعضاء هذا البند.", Speaker.SOME, None),
    ("The member States do not recognise the use of force.", Speaker.ALL, None),
    ("All the member States agree that they will not use force.", Speaker.ALL, None),
]


@pytest.mark.parametrize(
    ("words", "speaker", "states"),
    [*CASES, *LIMITED, *VERB_FIRST, *OFFICES, *OBSERVERS, *BESIDE_THEM, *NOT_ALL],
)
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
        ("Казахстан не может согласиться с этим пунктом.", {"KAZ"}),
        ("Kazakhstan is not in a position to join the consensus on this paragraph.", {"KAZ"}),
        ("Kazakhstan finds itself unable to support this paragraph.", {"KAZ"}),
        ("Le Kazakhstan ne peut souscrire à ce paragraphe.", {"KAZ"}),
        ("Le Kazakhstan n'est pas en mesure d'accepter ce paragraphe.", {"KAZ"}),
        ("Kazajstán no puede aceptar este párrafo.", {"KAZ"}),
        ("Kazajstán no está en condiciones de aceptar este párrafo.", {"KAZ"}),
        ("哈萨克斯坦不能同意这一段。", {"KAZ"}),
        ("لا يمكن لكازاخستان أن توافق على هذه الفقرة.", {"KAZ"}),
        ("كازاخستان لا يمكنها أن توافق على هذه الفقرة.", {"KAZ"}),
        ("لا توافق الهند على هذه الفقرة.", {"IND"}),
        ("カザフスタンはこの項に同意できない。", {"KAZ"}),
        ("インドはこれに反対する。", {"IND"}),
        ("Kazakhstan withdrew its support for this paragraph.", {"KAZ"}),
        ("The member states welcome that India has not been struck.", set()),
        ("India does not object to this paragraph.", set()),
        ("L'Inde ne s'oppose pas à ce paragraphe.", set()),
        ("La India no se opone a este párrafo.", set()),
        ("Индия не возражает против этого пункта.", set()),
        ("印度不反对这一段。", set()),
        ("لا تعترض الهند على هذه الفقرة.", set()),
        ("インドはこれに反対しない。", set()),
        ("The member states support the candidature of India.", set()),
    ],
)
def test_of_whom_a_passage_says_that_it_does_not_go_along(words, states):
    found = voice(words)

    assert {f"state:{each}" for each in states} == found.apart


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("Tajikistan later withdrew its objection.", set()),
        ("Tajikistan objected to this paragraph. It later withdrew its objection.", set()),
        ("Tajikistan expressed reservations but later withdrew them.", set()),
        ("Le Tadjikistan a retiré son objection.", set()),
        ("Tayikistán retiró después su objeción.", set()),
        ("Таджикистан снял свои возражения.", set()),
        ("塔吉克斯坦后来撤回了其反对意见。", set()),
        ("タジキスタンは後に反対を撤回した。", set()),
        ("سحبت طاجيكستان اعتراضها.", set()),
        ("Tajikistan objected; Uzbekistan withdrew its objection.", {"TJK"}),
        ("Tajikistan and Uzbekistan objected. Uzbekistan later withdrew its objection.", {"TJK"}),
        ("Tajikistan expressed reservations and has not withdrawn them.", {"TJK"}),
    ],
)
def test_who_withdrew_an_objection_goes_along(words, states):
    assert {f"state:{each}" for each in states} == voice(words).apart


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("They recall that Uzbekistan dissociated itself from the 2005 declaration.", set()),
        ("Uzbekistan dissociated itself from the declaration of 5 July 2005.", set()),
        ("They note that Uzbekistan did not participate in the meeting in Samara.", set()),
        ("Uzbekistan dissociated itself from the 2007 declaration.", {"UZB"}),
        ("They note that Uzbekistan did not participate in the meeting in Bishkek.", {"UZB"}),
        ("They recall that Uzbekistan does not support this.", {"UZB"}),
        ("Uzbekistan does not agree with what was said of the events of 3 May 2004.", {"UZB"}),
    ],
)
def test_what_was_said_of_another_text_or_at_another_meeting_does_not_count(words, states):
    found = voice_in(words, parties=lambda _: None, home="sco", on=Day.parse("2007-08-16"), place="Bishkek")

    assert {f"state:{each}" for each in states} == found.apart


@pytest.mark.parametrize(
    "words",
    [
        "The Heads of State of India, Kazakhstan and China declared it.",
        "Les chefs d'État de l'Inde et du Kazakhstan ont déclaré leur appui.",
        "Los Jefes de Estado de la India y Kazajstán declararon su apoyo.",
    ],
)
def test_heads_of_named_states_speak_for_nobody_else(words):
    found = voice(words)

    assert Speaker.NAMED is found.speaker
    assert "state:UZB" not in (found.states or ())
