"""The REST door under whatever a program may send: nothing fails, and what comes back is what was described."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

schemathesis = pytest.importorskip("schemathesis")

from schemathesis import GenerationMode  # noqa: E402
from schemathesis.checks import not_a_server_error  # noqa: E402
from schemathesis.specs.openapi.checks import (  # noqa: E402
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

pytestmark = pytest.mark.slow

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
CASES = 12
HELD = (
    *(
        "osr:2007-09-18/drevina-declaration",
        "osr:2007-09-18/drevina-declaration@ru",
        "Halmor 2005",
        "OSR/CM/RES/2011/3",
    ),
    *("osr:2007-09-18/drevina-declaration@en-x-unstated#p3", "osr:2005-06-09/halmor-declaration#p5.s1"),
    *("osr:OSR/CM/RES/2011/3#op3..op4", "osr:2005-06-09/halmor-declaration#p5~3-40", "ev-7k2m9qhdx4vn", "osr/CM"),
    *("osr", "state:KAZ", "KEL", "org:osr", "treaty:2007-09-18/convention-notification-floods-water-releases"),
)
DAYS = ("2007-09-18", "2007", "16 August 2007", "9999-12-31", "0001", "2007-02-30")
WORDS = (
    "a fair and reasonable share in the benefits of the seven rivers",
    '"water levels" AND NOT flood*',
    "вода",
    "水",
)


@pytest.fixture(scope="module")
def described(stocked):
    import acquis
    from acquis.web.app import room
    from acquis.web.security import Limits

    made = room(acquis.open(stocked, who="desk"), limits=Limits(requests=None))
    return schemathesis.openapi.from_asgi("/api/openapi.json", made)


def fuzzed(operation, strategy, *, cases=CASES):
    few = settings(
        max_examples=cases, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )

    @few
    @given(strategy)
    def one(case):
        case.call_and_validate(checks=CHECKS)

    one()


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_no_query_makes_a_verb_fail(mode, described):
    for result in described.get_all_operations():
        fuzzed(result.ok(), result.ok().as_strategy(generation_mode=mode))


def test_no_question_about_what_is_held_makes_a_verb_fail(described):
    known = {"on": DAYS, "known": DAYS, "since": DAYS, "until": DAYS, "q": WORDS, "year": ("2007", "2005..2011", "x..")}
    asked = {"at": HELD, "of": (*HELD, *WORDS), "name": HELD, "older": (*HELD, *WORDS), "newer": (*HELD, *WORDS)}
    for result in described.get_all_operations():
        operation = result.ok()
        names = [each.name for each in operation.query]
        query = st.fixed_dictionaries(
            {name: st.sampled_from(asked[name]) for name in names if name in asked},
            optional={name: st.sampled_from(known[name]) for name in names if name in known},
        )
        fuzzed(operation, query.map(lambda words, of=operation: of.Case(query=words)), cases=25)
