"""The facts that come with acquis: sourced throughout, and complete by what was found out about them."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

import acquis
from acquis.model import Pinpoint
from acquis.organisations import organisations
from tests.doors.conftest import SAMPLES

FACTS = Path(acquis.__file__).parent / "register" / "facts"
FILES = ("sco", "brics", "csto", "asean", "g20", "treaties", "un_votes", "osr")
Book = dict[str, Any]


def book(name: str) -> Book:
    return plain(yaml.safe_load((FACTS / f"{name}.yaml").read_text(encoding="utf-8")))


def plain(value: Any) -> Any:
    """Days as strings; the key `on`, which YAML 1.1 takes for a truth value, as it is written."""
    if isinstance(value, dict):
        return {"on" if key is True else key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, date) else value


def facts(*names: str) -> Iterator[Book]:
    """The facts of the files, one for each actor, with `what` filled in and days as strings."""
    for name in names:
        held = book(name)
        for fact in held.get("facts", []):
            whos = fact.get("who", "")
            for who in whos if isinstance(whos, list) else [whos]:
                on = str(fact["on"]) if "on" in fact else None
                until = str(fact["until"]) if "until" in fact else None
                yield {"what": held.get("about"), "certainty": "high", **fact, "who": who, "on": on, "until": until}


def found(shared: Path, name: str) -> Book:
    held: Book = json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return held


def cited(value: Any) -> Iterator[str]:
    """Every source that anything in a file cites."""
    if isinstance(value, dict):
        source = value.get("source", [])
        yield from [source] if isinstance(source, str) else source
        yield from (each for key, inner in value.items() if key != "source" for each in cited(inner))
    if isinstance(value, list):
        yield from (each for inner in value for each in cited(inner))


@pytest.mark.parametrize("name", FILES)
def test_every_source_that_is_cited_is_listed_and_every_one_listed_is_cited(name):
    held = book(name)
    listed = set(held.pop("sources"))

    assert listed == {*cited(held)}


@pytest.mark.parametrize("name", FILES)
def test_every_fact_has_a_source_and_an_instrument_has_a_kind(name):
    held = book(name)

    assert [] == [fact for fact in held.get("facts", []) if not fact.get("source")]
    assert [] == [key for key, each in held.get("instruments", {}).items() if not (each["kind"] and each["title"])]


def test_what_is_known_from_memory_alone_is_not_called_certain():
    assert [] == [fact for fact in facts("sco") if fact["source"] == "memory" and fact["certainty"] == "high"]


def test_every_status_that_was_found_is_there_with_its_day_and_certainty(shared):
    kept = {
        (fact["who"], fact["as"], fact["on"], fact["until"], fact["certainty"])
        for fact in facts("sco")
        if fact["act"] in ("joined", "invited") and fact["what"] == "org:sco"
    }
    rows = [
        (row["state"], row["status"], row["valid_from"], row["valid_to"], row["certainty"])
        for row in found(shared, "facts_sco")["statuses"]
    ]

    assert len(rows) == 37
    assert [] == [row for row in rows if row not in kept]


@pytest.mark.parametrize(
    ("state", "role", "admitted", "undertook", "joined"),
    [
        ("BLR", "dialogue_partner", "2009-06-16", "2010-04-28", "2010-04-28"),
        ("TUR", "dialogue_partner", "2012-06-07", "2013-04-26", "2013-04-26"),
        ("AZE", "dialogue_partner", "2015-07-10", "2016-03-14", "2016-03-14"),
        ("IND", "member", "2017-06-09", "2016-06-24", "2017-06-09"),
        ("IRN", "member", "2023-07-04", "2022-09", "2023-07-04"),
        ("BLR", "member", "2024-07-04", "2023-07-04", "2024-07-04"),
    ],
)
def test_the_days_of_decision_memorandum_and_effect_are_kept_apart(state, role, admitted, undertook, joined):
    days = {fact["act"]: fact["on"] for fact in facts("sco") if (fact["who"], fact.get("as")) == (state, role)}

    assert (admitted, undertook, joined) == (days["admitted"], days["undertook"], days["joined"])


@pytest.mark.parametrize(
    ("act", "what", "days"),
    [
        ("adopted", "sco:2004-06-17/regulation-status-observer", {"2004-06-17", "2004-04-24"}),
        ("adopted", "sco:2008-08-28/regulation-status-dialogue-partner", {"2008-08-28", "2008-08-08"}),
        ("entered into force", "sco:2007-08-16/good-neighbourliness", {"2012-10-24", "2012-10-31"}),
    ],
)
def test_sources_that_disagree_are_two_facts(act, what, days):
    held = [fact for fact in facts("sco") if (fact["act"], fact["what"]) == (act, what)]

    assert days == {fact["on"] for fact in held}
    assert 2 == len({str(fact["source"]) for fact in held})


def test_every_rule_on_statuses_that_was_found_was_adopted_on_its_day(shared):
    days = {fact["on"] for fact in facts("sco") if fact["act"] == "adopted"}

    assert [] == [row["date"] for row in found(shared, "facts_sco")["status_rules"] if row["date"] not in days]


def test_observer_and_dialogue_partner_became_partner():
    statuses = book("sco")["statuses"]

    assert [("2025-09-01", "partner")] * 2 == [
        (statuses[role]["until"], statuses[role]["becomes"]) for role in ("observer", "dialogue_partner")
    ]


def test_every_organ_that_was_found_is_there_with_kind_and_certainty(shared):
    organs = book("sco")["organs"]
    rows = found(shared, "facts_sco")["organs"]
    kept = {
        code: (each["kind"], str(each.get("since", "")), each.get("certainty", "high")) for code, each in organs.items()
    }
    wanted = {row["id"][4:].replace("_", "-"): (row["kind"], row["since"] or "", row["certainty"]) for row in rows}

    assert wanted == {code: kept[code] for code in wanted}


def test_every_mechanism_that_was_found_is_there_with_the_words_for_it(shared):
    organs = book("sco")["organs"]
    entities = found(shared, "entities")["entities"]
    wanted = {each["name"] for each in entities if each["type"] == "MECHANISM"}
    meetings = {each["name"]: each for each in organs.values() if each.get("field") and each.get("name")}

    assert len(wanted) == 15
    assert wanted <= set(meetings)
    assert [] == [name for name in wanted if not meetings[name]["names"]]


@pytest.mark.parametrize(
    ("matter", "organs"),
    [
        ("drug trafficking", ["heads-of-counternarcotics-agencies"]),
        ("terrorism", ["RATS", "secretaries-of-security-councils"]),
        ("information security", ["secretaries-of-security-councils"]),
        ("arms trafficking", ["ministers-of-interior-public-security", "secretaries-of-security-councils"]),
        ("disaster relief", ["ministers-of-emergencies"]),
        ("epidemics", ["ministers-of-health"]),
        ("budget", ["CHG"]),
        ("corridors", ["ministers-of-transport"]),
    ],
)
def test_a_matter_leads_to_the_mechanism_that_is_competent_for_it(matter, organs):
    held = book("sco")["organs"]

    assert organs == sorted(code for code, each in held.items() if matter in each.get("competent", []))


@pytest.mark.parametrize("name", FILES)
def test_a_matter_is_one_word_or_two(name):
    organs = book(name).get("organs", {})

    assert [] == [words for each in organs.values() for words in each.get("competent", []) if len(words.split()) > 2]


def test_the_contact_group_paused_and_came_back():
    own = [fact for fact in facts("sco") if fact.get("as") == "contact_group"]

    assert [("joined", "2005-11-04", 1), ("suspended", "2009", 1), ("restored", "2017-10-11", 2)] == [
        (fact["act"], fact["on"], fact.get("nth", 1)) for fact in own
    ]


def test_every_secretary_general_held_office_until_the_day_after_the_last(shared):
    kept = [
        (fact["value"], fact["on"], fact["until"], fact["certainty"])
        for fact in facts("sco")
        if fact.get("as") == "secretary-general"
    ]
    rows = found(shared, "facts_sco")["secretaries_general"]

    assert [each[:3] for each in kept] == [
        (row["state"], row["frm"], row["to"] and day_after(row["to"])) for row in rows
    ]
    assert [] == [row for row, each in zip(rows, kept, strict=True) if sureness(each[3]) > sureness(row["certainty"])]


def sureness(certainty: str) -> int:
    """What was found may be kept as less certain than it was found, never as more."""
    return ("low", "medium", "high").index(certainty)


def day_after(day: str) -> str:
    return str(date.fromisoformat(day) + timedelta(days=1))


def test_every_instrument_that_was_found_has_its_days(shared):
    made, bound = {}, {}
    for fact in facts("sco", "treaties", "un_votes"):
        if fact["act"] in ("signed", "adopted", "observed"):
            made.setdefault(fact["on"], set()).add(fact["what"])
        if fact["act"] == "entered into force":
            bound.setdefault(fact["what"], set()).add(fact["on"])
    rows = found(shared, "facts_sco")["instruments"]

    assert len(rows) == 26
    assert [] == [row["id"] for row in rows if row["signed"] not in made]
    assert [] == [
        row["id"]
        for row in rows
        if row["in_force"]
        and not any(day.startswith(row["in_force"]) for what in made[row["signed"]] for day in bound.get(what, ()))
    ]


def test_every_partner_agreement_that_was_found_is_there(shared):
    kept = {
        (fact["who"], fact["on"], fact["certainty"])
        for fact in facts("sco")
        if fact.get("as") == "partner_organisation"
    }
    rows = found(shared, "facts_sco")["partners"]

    known = {"ESCAP": "organ:un/ESCAP"}
    assert kept == {(known.get(row["org"], f"org:{row['org'].lower()}"), row["date"], row["certainty"]) for row in rows}


def test_the_partner_that_ended_is_no_partner_since():
    held = [fact for fact in facts("sco") if fact["who"] == "org:eurasec" and fact["act"] == "joined"]

    assert ["2015-01-01"] == [fact["until"] for fact in held]


def members(code: str, day: str) -> set[str]:
    """Those that joined as members by a day and had not left by then; uncertain ones are left out."""
    own = [fact for fact in facts(code) if fact.get("as") == "member" and fact["what"] == f"org:{code}"]
    left = {fact["who"] for fact in own if fact["act"] == "left" and fact["on"] <= day}
    return {fact["who"] for fact in own if fact["act"] == "joined" and certain(fact, day)} - left


def certain(fact: Book, day: str) -> bool:
    return fact["certainty"] != "low" and str(fact["on"]) <= day and (fact["until"] is None or day < fact["until"])


@pytest.mark.parametrize(
    ("code", "first", "last"), [("sco", 6, 10), ("brics", 4, 10), ("csto", 0, 6), ("asean", 5, 10), ("g20", 20, 21)]
)
def test_an_organisation_with_summits_has_its_members(code, first, last):
    days = [each.day for each in organisations()[code].summits]

    assert (first, last) == (len(members(code, days[0])), len(members(code, days[-1])))


def test_every_organisation_with_summits_has_a_file():
    assert [] == [code for code, held in organisations().items() if held.summits and code not in FILES]


def test_every_member_of_the_other_organisations_that_was_found_is_there(shared):
    for name, held in found(shared, "facts_comparators")["organisations"].items():
        own = list(facts(name.lower()))
        kept = {str(fact["who"]).removeprefix("org:").upper() for fact in own if fact["act"] in ("joined", "signed")}

        assert [] == [each["state"] for each in held["members"] if each["state"] not in kept]


def test_uzbekistan_was_bound_twice_and_a_member_once():
    treaty = "csto:1992-05-15/collective-security-treaty"
    own = [fact for fact in facts("csto") if fact["who"] == "UZB"]

    assert [1, 2] == [fact.get("nth", 1) for fact in own if (fact["act"], fact["what"]) == ("withdrew", treaty)]
    assert {"2006-06-23", "2006-08-16"} == {fact["on"] for fact in own if fact["act"] == "joined"}
    assert members("csto", "2000-01-01") == set()
    assert "UZB" in members("csto", "2008-01-01")
    assert "UZB" not in members("csto", "2013-01-01")


@pytest.mark.parametrize(
    ("what", "votes"),
    [
        ("un:S/RES/1970(2011)", {"yes": 15}),
        ("un:S/RES/1973(2011)", {"yes": 10, "abstain": 5}),
    ],
)
def test_a_vote_counts_every_member_of_the_council_once(what, votes):
    cast = [
        (fact["who"], fact["value"]) for fact in facts("un_votes") if (fact["act"], fact["what"]) == ("voted", what)
    ]
    normal = organisations()["un"].normal

    assert votes == {value: [each for _, each in cast].count(value) for value in dict(cast).values()}
    assert 15 == len({who for who, _ in cast})
    assert normal is not None
    assert what == f"un:{normal(what.removeprefix('un:'))}"


CONDITIONS = [
    ("sco:2002-06-07/charter", "2003-08-20", "2003-09-19"),
    ("treaty:2006-09-08/central-asia-zone", "2009-02-19", "2009-03-21"),
    ("treaty:1969-05-23/law-of-treaties", "1979-12-28", "1980-01-27"),
    ("treaty:2015-12-12/paris-agreement", "2016-10-05", "2016-11-04"),
    ("treaty:1968-07-01/non-proliferation", "1970-03-05", "1970-03-05"),
    ("asean:2007-11-20/charter", "2008-11-15", "2008-12-15"),
]


@pytest.mark.parametrize(("what", "met", "bound"), CONDITIONS)
def test_the_wait_of_the_clause_leads_from_the_condition_to_the_entry_into_force(what, met, bound):
    names = ("sco", "treaties", "asean")
    clause = next(held["instruments"][what]["force"] for held in map(book, names) if what in held["instruments"])
    days = {fact["act"]: fact["on"] for fact in facts(*names) if fact["what"] == what}
    after = date.fromisoformat(met) + timedelta(days=clause.get("wait", {}).get("days", 0))

    assert (met, bound) == (days["condition met"], days["entered into force"])
    assert bound == str(after)


def test_a_condition_that_was_computed_back_says_that_it_proves_nothing():
    inferred = [fact["what"] for fact in facts(*FILES) if fact.get("inferred") and fact["act"] == "condition met"]

    assert ["sco:2002-06-07/charter"] == inferred


def test_the_zone_was_signed_by_its_five_states_and_the_protocol_is_not_ratified_by_all():
    zone = {fact["who"] for fact in facts("treaties") if fact["what"] == "treaty:2006-09-08/central-asia-zone"}
    protocol = [fact for fact in facts("treaties") if fact["what"] == "treaty:2014-05-06/central-asia-zone-protocol"]
    by = {act: {fact["who"] for fact in protocol if fact["act"] == act} for act in ("signed", "ratified")}

    assert {"KAZ", "KGZ", "TJK", "TKM", "UZB"} == zone - {""}
    assert {"USA"} == by["signed"] - by["ratified"]


@pytest.mark.parametrize(
    ("name", "what", "who", "act"),
    [
        ("csto", "csto:2022-11-23/declaration", "ARM", "objected"),
        ("brics", "brics:2025-04-29/joint-statement", "", "objected"),
        ("g20", "g20:2025-11-22/leaders-declaration", "USA", "stayed out"),
        ("g20", "g20:2025-11-22/leaders-declaration", "ARG", "dissociated"),
    ],
)
def test_what_was_not_agreed_by_all_is_a_fact(name, what, who, act):
    assert act in [fact["act"] for fact in facts(name) if (fact["what"], fact["who"]) == (what, who)]


def test_the_sample_organisation_has_no_events_and_ten_states():
    held = book("osr")

    assert "facts" not in held
    assert 10 == len(held["names"])
    assert [("2013-06-12", None), (None, "2013-06-12")] == [
        (each.get("until"), each.get("since"))
        for each in held["names"]["state:XVS"]
        if each.get("language", "en") == "en"
    ]


def test_the_names_of_the_sample_states_are_those_of_the_samples():
    names = {each["name"] for listed in book("osr")["names"].values() for each in listed}
    truth = json.loads((Path(__file__).parents[2] / "samples" / "truth.json").read_text(encoding="utf-8"))

    assert [] == [each["name"] for state in truth["states"] for each in state["names"] if each["name"] not in names]


WORDS = {"force": "thirtieth day", "withdrawal": "months", "later": ""}


def test_the_clauses_of_the_sample_organisation_stand_where_they_are_said_to_stand(tmp_path):
    archive = acquis.open(tmp_path / "samples.acquis")
    archive.receive([str(SAMPLES)])
    passages = [pair for each in book("osr")["instruments"].values() for pair in each["passages"].items()]

    assert 8 == len(passages)
    assert [] == [where for key, where in passages if WORDS[key] not in words_at(archive, Pinpoint(where))]


def words_at(archive: acquis.Secretariat, where: Pinpoint) -> str:
    """The words of a part and of the paragraphs in it."""
    document = archive.get(where).document
    parts = [each for each in document.parts if each.path == where.part or each.path.startswith(f"{where.part}.")]
    return " ".join(each.span.of(document.layers.text) for each in parts)
