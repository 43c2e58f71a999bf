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


@pytest.mark.parametrize(("words", "speaker", "states"), CASES)
def test_a_passage_speaks_for_whom_its_sentence_names(words, speaker, states):
    found = voice(words)

    assert speaker is found.speaker
    assert (None if states is None else {f"state:{each}" for each in states}) == found.states
