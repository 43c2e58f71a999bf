"""Assent is claimed from known acts alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.briefing.assent import ASSENTS, Adoption, Cell, Way, adopted, marks
from acquis.register._told_stated import UNFOUND
from acquis.register.events import Act, Event, Source
from acquis.register.spells import Held, Verdict
from acquis.register.voices import Speaker, Voice

BOOK = Source("a book")
AGREED = Adoption(Way.AGREED, "adopted by consensus")
WORK = "osr:2014-06-05/tal-azur-declaration"


def held(state: str, verdict: Verdict = Verdict.HELD) -> Held:
    return Held(f"state:{state}", "org:osr", "member", verdict, "since 2005", ())


def act(act: Act, state: str, value: str = "") -> Event:
    return Event(act=act, actor=f"state:{state}", object=WORK, value=value, proof=BOOK)


def cells(adoption: Adoption, voice: Voice = Voice(), events: list[Event] = (), states: str = "XKV XOS") -> list[str]:  # noqa: B008
    return [mark.cell.value for mark in marks(map(held, states.split()), adoption, voice, list(events))]


CASES = [
    (AGREED, Voice(), [], ["did not object", "did not object"]),
    (Adoption(Way.UNKNOWN, ""), Voice(), [], ["unknown", "unknown"]),
    (Adoption(Way.UNANIMOUS, ""), Voice(), [], ["in favour", "in favour"]),
    (AGREED, Voice(), [act(Act.DISSOCIATED, "XOS")], ["did not object", "dissociated"]),
    (AGREED, Voice(), [act(Act.VOTED, "XOS", "absent")], ["did not object", "absent"]),
    (
        Adoption(Way.VOTE, ""),
        Voice(),
        [act(Act.VOTED, "XKV", "yes"), act(Act.VOTED, "XOS", "abstain")],
        ["in favour", "abstained"],
    ),
    (Adoption(Way.VOTE, ""), Voice(), [act(Act.VOTED, "XKV", "no")], ["against", "unknown"]),
    (Adoption(Way.SIGNATURE, ""), Voice(), [act(Act.SIGNED, "XKV")], ["signed", "unknown"]),
    (AGREED, Voice(Speaker.NAMED, frozenset({"state:XKV"}), "Kelvaria"), [], ["named as speaker", "not named"]),
    (AGREED, Voice(Speaker.INTERESTED, None, "Interested"), [], ["unknown", "unknown"]),
    (AGREED, Voice(Speaker.PARTIES, frozenset({"state:XOS"}), "parties"), [], ["not named", "named as speaker"]),
    (AGREED, Voice(Speaker.PARTIES, None, "parties"), [], ["unknown", "unknown"]),
    (AGREED, Voice(Speaker.EXCEPT, frozenset({"state:XOS"}), "except"), [], ["did not object", "not named"]),
    (AGREED, Voice(Speaker.EXCEPT, None, "except two"), [], ["unknown", "unknown"]),
    (AGREED, Voice(Speaker.SOME, frozenset({"state:XOS"}), "some"), [], ["unknown", "named as speaker"]),
    (AGREED, Voice(Speaker.SOME, None, "some"), [], ["unknown", "unknown"]),
    (AGREED, Voice(apart=frozenset({"state:XOS"}), said="does not"), [], ["did not object", "unknown"]),
    (AGREED, Voice(), [act(Act.STAYED_OUT, "XKV")], ["stayed out", "did not object"]),
    (AGREED, Voice(Speaker.BESIDE, frozenset({"state:XZM"}), "Zhumara"), [], ["not named", "not named"]),
    (AGREED, Voice(Speaker.BESIDE, None, "the observers"), [], ["not named", "not named"]),
    (AGREED, Voice(Speaker.BESIDE, frozenset({"state:XKV"}), "Kelvaria"), [], ["unknown", "not named"]),
    (
        Adoption(Way.VOTE, ""),
        Voice(),
        [act(Act.VOTED, "XKV", "yes"), act(Act.VOTED, "XKV", "no"), act(Act.VOTED, "XOS", "yes")],
        ["disputed", "in favour"],
    ),
    (
        Adoption(Way.VOTE, ""),
        Voice(),
        [act(Act.VOTED, "XKV", "yes"), act(Act.VOTED, "XKV", "yes")],
        ["in favour", "unknown"],
    ),
    (AGREED, Voice(), [act(Act.DISSOCIATED, "XOS", f"{UNFOUND}paragraph 99")], ["did not object", "unknown"]),
    (
        AGREED,
        Voice(),
        [act(Act.DISSOCIATED, "XOS", f"{UNFOUND}paragraph 99"), act(Act.DISSOCIATED, "XOS")],
        ["did not object", "dissociated"],
    ),
]


@pytest.mark.parametrize(("adoption", "voice", "events", "expected"), CASES)
def test_a_cell_says_what_a_state_did(adoption, voice, events, expected):
    assert expected == cells(adoption, voice, events)


def test_a_disputed_vote_shows_every_source():
    minutes = Event(act=Act.VOTED, actor="state:XKV", object=WORK, value="no", proof=Source("the minutes"))
    (mark,) = marks([held("XKV")], Adoption(Way.VOTE, ""), Voice(), [act(Act.VOTED, "XKV", "yes"), minutes])

    assert (BOOK, Source("the minutes")) == mark.proofs
    assert "in favour, against" in mark.why
    assert not mark.assents


def test_a_vote_on_a_paragraph_contradicts_none_on_the_whole():
    part = Event(act=Act.VOTED, actor="state:XKV", object=f"{WORK}#p2", value="no", proof=BOOK)
    (mark,) = marks([held("XKV")], Adoption(Way.VOTE, ""), Voice(), [act(Act.VOTED, "XKV", "yes"), part])

    assert Cell.AGAINST is mark.cell


def test_a_paragraph_that_is_not_found_is_named():
    events = [act(Act.DISSOCIATED, "XOS", f"{UNFOUND}paragraph 99")]
    (mark,) = marks([held("XOS")], AGREED, Voice(), events)

    assert "dissociated, of paragraph 99, which is not found in the text" == mark.why


def test_observers_who_speak_have_no_cell_where_nobody_knows_who_was_entitled():
    assert () == marks([], AGREED, Voice(Speaker.BESIDE, frozenset({"state:XZM"}), "Zhumara"), [])


def test_nobody_has_a_cell_who_was_not_entitled_that_day():
    events = [act(Act.ASSOCIATED, "XZM"), act(Act.VOTED, "XCV", "yes")]

    assert ["state:XKV"] == [mark.state for mark in marks([held("XKV")], AGREED, Voice(), events)]


@pytest.mark.parametrize("verdict", [Verdict.UNKNOWN, Verdict.DISPUTED])
def test_of_whose_membership_is_not_known_nothing_is_claimed(verdict):
    (mark,) = marks([held("XKV", verdict)], AGREED, Voice(), [])

    assert Cell.UNKNOWN is mark.cell
    assert verdict.value in mark.why


@given(st.sampled_from([Way.UNKNOWN, Way.VOTE, Way.SIGNATURE]), st.sets(st.sampled_from(["XKV", "XOS", "XZM"])))
def test_to_be_entitled_is_never_assent(way, states):
    found = marks(map(held, sorted(states)), Adoption(way, ""), Voice(), [])

    assert not [mark for mark in found if mark.cell in ASSENTS]


RULE = Adoption(Way.AGREED, "the organ decides by consensus alone")
ADOPTIONS = [
    ({"mode": "consensus"}, Way.AGREED),
    ({"mode": "silence procedure"}, Way.AGREED),
    ({"mode": "without a vote"}, Way.AGREED),
    ({"mode": "unanimously"}, Way.UNANIMOUS),
    ({"mode": "recorded vote"}, Way.VOTE),
    ({"mode": "120 to 3"}, Way.UNKNOWN),
    ({}, Way.UNKNOWN),
    ({"rule": RULE}, Way.AGREED),
    ({"mode": "recorded vote", "rule": RULE}, Way.VOTE),
    ({"rule": RULE, "kind": "draft"}, Way.NOT_AGREED),
    ({"rule": RULE, "kind": "chair"}, Way.NOT_AGREED),
    ({"events": [act(Act.SIGNED, "XKV")]}, Way.SIGNATURE),
    ({"events": [act(Act.VOTED, "XKV", "yes")]}, Way.VOTE),
]


@pytest.mark.parametrize(("known", "expected"), ADOPTIONS)
def test_how_a_text_was_adopted_is_what_is_recorded_or_the_one_rule_of_its_organ(known, expected):
    told = {"mode": None, "said": None, "kind": "declaration", "events": [], "rule": None} | known

    assert expected is adopted(**told).way
