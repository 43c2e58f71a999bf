"""Why a state has no cell: every reason in words."""

import pytest
from msgspec.structs import replace

import acquis
from acquis.briefing.assent import Adoption, Cell, Mark, Way
from acquis.briefing.ledger import Carrier
from acquis.briefing.uncounted import uncounted
from acquis.model import Pinpoint
from acquis.register.voices import Voice

TEXT = Carrier(
    address=Pinpoint("sco:2011-06-15/astana-declaration@en#p24"),
    how="asked",
    work="sco:2011-06-15/astana-declaration",
    day="2011-06-15",
    title=None,
    organisation="sco",
    organ="CHS",
    adoption=Adoption(Way.AGREED, "by consensus"),
    voice=Voice(),
    marks=(Mark("state:KAZ", Cell.DID_NOT_OBJECT, ""),),
)
DRAFT = Adoption(Way.NOT_AGREED, "a draft is nobody's agreed language")


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    archive = acquis.open(tmp_path_factory.mktemp("uncounted") / "empty.acquis")
    yield archive.register
    archive.store.close()


CASES = [
    ("state:KAZ", TEXT, ""),
    ("state:IRN", TEXT, "not entitled in the Council of Heads of State that day; its role: observer of the SCO"),
    ("state:FRA", TEXT, "not entitled in the Council of Heads of State that day; no member then, and no other role"),
    ("state:FRA", replace(TEXT, organ=None), "not entitled in the SCO that day; no member then, and no other role"),
    ("state:FRA", replace(TEXT, organisation="nato", organ=None), "who was entitled that day is not kept"),
    ("state:FRA", replace(TEXT, marks=(), adoption=DRAFT), "a draft is nobody's agreed language"),
    ("state:FRA", replace(TEXT, day=None), "the day of the text is not known, and so not who was entitled"),
    (
        "state:FRA",
        replace(TEXT, organisation=None),
        "the organisation of the text is not known, and so not who was entitled",
    ),
]


@pytest.mark.parametrize(("state", "carrier", "expected"), CASES)
def test_the_reason_is_told(register, state, carrier, expected):
    assert expected == uncounted(carrier, state, register)


def test_a_member_of_the_whole_that_has_no_seat_in_the_organ_is_said_to_be_one(register):
    council = replace(TEXT, day="2011-03-17", organisation="un", organ="SC")
    told = uncounted(council, "state:MNG", register)

    assert "not entitled in the Security Council that day; its role: member of the UN" == told
