"""How a text says under its last paragraph that it was adopted."""

import pytest

from acquis.archive.preparing import prepare
from acquis.model import Kind

TEXT = """United Nations
S/RES/2990 (2027)

Security Council
Distr.: General
12 May 2027

Resolution 2990 (2027)

The Security Council,

Recalling its previous resolutions,

1. Decides to remain seized of the matter;

2. Requests the Secretary-General to report.

{line}
"""


def read(line: str):
    prepared = prepare(TEXT.format(line=line).encode(), "text.txt")
    return prepared.catalogued.record.value("mode"), prepared.reading.parts[-1].kind


@pytest.mark.parametrize(
    ("line", "mode"),
    [
        ("The resolution was adopted unanimously.", "unanimously"),
        ("Adopted at the 7450th meeting, unanimously.", "unanimously"),
        ("Adopted by 14 votes to none, with one abstention (China).", "recorded vote"),
        ("[Adopted by a recorded vote of 38 to none, with 9 abstentions.]", "recorded vote"),
        ("The Council adopted the resolution by 12 votes in favour, none against and 3 abstentions.", "recorded vote"),
        ("The draft resolution was adopted by consensus.", "consensus"),
        ("Accepted by the member States without objection.", "consensus"),
        ("Adopted as a whole, by consensus.", "consensus"),
        ("Adopted without a vote.", "without a vote"),
        ("The declaration was adopted by acclamation.", "acclamation"),
        ("Adopted by consensus. Chile expresses a reservation on paragraphs 1 to 3.", "consensus"),
        ("Adopted by consensus except Chile.", "not understood"),
        ("Adopted by consensus minus one.", "not understood"),
        ("Adopted unanimously by the States present.", "not understood"),
        ("The resolution was not adopted by consensus; it was adopted by a majority.", "not understood"),
        ("Принята консенсусом за исключением Чили.", "not understood"),
        ("Adoptée par 14 voix contre zéro, avec une abstention (Chine).", "recorded vote"),
        ("Aprobada por unanimidad.", "unanimously"),
        ("Aprobada por 14 votos a favor y ninguno en contra.", "recorded vote"),
        ("Принята единогласно.", "unanimously"),
        ("Принята 14 голосами против 1 при 2 воздержавшихся.", "recorded vote"),
        ("决议以15票赞成获得一致通过。", "unanimously"),
        ("اعتمد القرار بالإجماع.", "unanimously"),
    ],
)
def test_a_line_under_the_text_says_how_it_was_adopted(line, mode):
    assert (mode, Kind.SIGNATURE) == read(line)


@pytest.mark.parametrize(
    "line",
    [
        "3. Notes that the resolution was adopted unanimously by the Commission.",
        "The Commission adopted its programme of work.",
    ],
)
def test_what_is_said_of_other_texts_is_no_mode_of_this_one(line):
    assert read(line)[0] is None


@pytest.mark.parametrize(
    "lists",
    [
        "In favour: Chile, Japan, Mali. Against: China. Abstaining: Peru.",
        "In favour (3): Chile, Japan, Mali\n\nAgainst: none\n\nAbstaining: Peru",
        "За: Чили, Япония.\n\nПротив: Китай.",
        "Votos a favor: Chile, Japón. En contra: China. Abstenciones: ninguna.",
        "Pour : Chili, Japon. Contre : Chine.",
        "赞成：智利、日本。反对：中国。弃权：秘鲁。",
        "المؤيدون: اليابان. المعارضون: الصين.",
    ],
)
def test_lists_of_votes_under_a_text_are_no_paragraphs_of_it(lists):
    parts = prepare(TEXT.format(line=lists).encode(), "text.txt").reading.parts

    assert "op2" == [part.path for part in parts if part.kind is Kind.OPERATIVE][-1]
    assert Kind.SIGNATURE is parts[-1].kind


def test_a_paragraph_that_speaks_of_votes_is_one():
    parts = prepare(TEXT.format(line="3. Notes those in favour: Chile and Japan.").encode(), "text.txt").reading.parts

    assert (Kind.OPERATIVE, "op3") == (parts[-1].kind, parts[-1].path)
