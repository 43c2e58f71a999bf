"""Recorded votes that are listed under a text."""

import pytest

from acquis.archive.keeping import document_of_prepared
from acquis.archive.preparing import prepare
from acquis.register.events import Act
from acquis.register.told import events_in

TEXT = """Security Council

Resolution 2990 (2027)

The Security Council,

Recalling its previous resolutions,

1. Decides to remain seized of the matter;

2. Requests the Secretary-General to report.

{lists}
"""


@pytest.mark.parametrize(
    "lists",
    [
        "In favour: Chile, Japan. Against: China. Abstaining: Peru.",
        "In favour (2): Chile, Japan\n\nAgainst (1): China\n\nAbstaining (1): Peru",
        "Votos a favor: Chile, Japón. En contra: China. Abstenciones: Perú.",
        "Pour : Chili, Japon. Contre : Chine. Se sont abstenus : Pérou.",
        "За: Чили, Япония. Против: Китай. Воздержались: Перу.",
        "赞成：智利、日本。反对：中国。弃权：秘鲁。",
    ],
)
def test_lists_without_a_line_on_the_meeting_are_the_vote_on_the_text(lists):
    prepared = prepare(TEXT.format(lists=lists).encode(), "text.txt")
    events = events_in(document_of_prepared(prepared, prepared.catalogued.address))
    votes = {each.actor: each.value for each in events if each.act is Act.VOTED}

    assert {"state:CHL": "yes", "state:JPN": "yes", "state:CHN": "no", "state:PER": "abstain"} == votes
