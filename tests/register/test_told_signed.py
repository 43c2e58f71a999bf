"""Signatures printed under a treaty."""

import pytest

from acquis.archive.keeping import document_of_prepared
from acquis.archive.preparing import prepare
from acquis.register.events import Act
from acquis.register.told import events_in

TREATY = """Treaty on the Seeds of the Mulberry

The Contracting Parties,

Have agreed as follows:

Article 1

The Parties exchange seeds of the mulberry every year.

Article 2

This Treaty enters into force on the day of the third instrument of ratification.

Done at Almaty on 3 March 2015, in one original.

{lines}
"""


def signed(*lines: str) -> list[tuple[str, str, str]]:
    prepared = prepare(TREATY.format(lines="\n\n".join(lines)).encode(), "treaty.txt")
    events = events_in(document_of_prepared(prepared, prepared.catalogued.address))
    return [(each.actor, str(each.on), each.place) for each in events if each.act is Act.SIGNED]


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("For the Republic of Kazakhstan", "state:KAZ"),
        ("For the Republic of Kazakhstan (signature)", "state:KAZ"),
        ("FOR JAPAN:", "state:JPN"),
        ("For the Government of the Kyrgyz Republic: the Minister", "state:KGZ"),
        ("Pour la Suisse", "state:CHE"),
        ("Por el Gobierno de Chile", "state:CHL"),
    ],
)
def test_a_state_for_which_somebody_signed_is_a_signatory(line, state):
    assert [(state, "2015-03-03", "Almaty")] == signed(line)


@pytest.mark.parametrize("line", ["For the Republic of Kazakhstan: not signed", "For the Secretary-General"])
def test_who_did_not_sign_is_none(line):
    assert [] == signed(line)


def test_nothing_is_signed_by_a_vote_in_favour():
    assert [] == signed("In favour: Chile, Japan")
