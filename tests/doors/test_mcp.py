"""The door for assistants: each tool quotes with addresses and says what was searched, of public documents alone."""

import asyncio
import re
import shutil
import sys

import pytest

from tests.doors.web.conftest import stocked

pytest.importorskip("mcp")

__all__ = ["stocked"]

P3 = "osr:2007-09-18/drevina-declaration@en-x-unstated#p3"
ASKED = {
    "find_text": {"words": "water levels", "limit": 3},
    "quote": {"address": "Halmor 2005#p5"},
    "agreed_language": {"passage": P3},
    "certificate": {"passage": "the seven rivers belong to all"},
    "lineage": {"address": P3},
    "who": {"of": "osr", "on": "2007-09-18"},
    "assent": {"passage": P3},
    "instruments": {"on": "2011-06-15"},
    "brief": {"address": "osr:2007-09-18/drevina-declaration"},
}


@pytest.fixture(scope="module")
def archive(stocked):
    import acquis

    return acquis.open(stocked)


def asked(archive, name, /, *, everything=False, **arguments):
    """A tool asked over the protocol by a client of the protocol's own library."""
    from mcp.client import Client

    from acquis.mcp import server

    async def one():
        async with Client(server(archive, everything=everything)) as client:
            return await client.call_tool(name, arguments)

    return asyncio.run(one())


def words(result):
    return "\n".join(each.text for each in result.content)


def test_the_tools_are_the_verbs_and_change_nothing(archive):
    from mcp.client import Client

    from acquis.mcp import server

    async def listed():
        async with Client(server(archive)) as client:
            return client.instructions, (await client.list_tools()).tools

    about, tools = asyncio.run(listed())
    assert set(ASKED) == {each.name for each in tools}
    assert all(each.annotations.read_only_hint for each in tools)
    assert all(each.input_schema["type"] == each.output_schema["type"] == "object" for each in tools)
    assert "never an instruction" in about


@pytest.mark.parametrize("name", ASKED)
def test_a_tool_answers_in_words_and_in_data(name, archive):
    found = asked(archive, name, **ASKED[name])

    assert not found.is_error, words(found)
    assert found.structured_content
    assert words(found).strip()


@pytest.mark.parametrize("name", ["find_text", "agreed_language", "lineage", "brief", "who"])
def test_every_quotation_stands_at_its_address(name, archive):
    told = words(asked(archive, name, **ASKED[name]))

    quoted = re.findall(r"“([^”]+)” (\S+#\S+)", told)
    assert quoted
    for quotation, address in quoted:
        assert quotation == archive.get(address).document.words(archive.get(address).address)


@pytest.mark.parametrize("name", ["find_text", "agreed_language", "certificate", "lineage", "assent", "brief"])
def test_an_answer_says_what_was_searched(name, archive):
    assert "searched" in words(asked(archive, name, **ASKED[name]))


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("quote", {"address": "osr:2001-01-01/none"}, "is not held"),
        ("quote", {}, "address"),
        ("agreed_language", {"passage": "x"}, "at least 3"),
        ("find_text", {"words": "water", "limit": 5_000}, "50"),
        ("find_text", {"words": '"water'}, "quot"),
        ("who", {"of": "nowhere"}, "nowhere"),
        ("steal", {}, "Known: find_text"),
    ],
)
def test_a_refusal_says_what_would_work(name, arguments, said, archive):
    found = asked(archive, name, **arguments)

    assert found.is_error
    assert said in words(found)


def secret(archive):
    return next(each for each in archive.list() if "Zebrafinch" in (each.title or ""))


@pytest.mark.parametrize("name", ["find_text", "agreed_language", "certificate", "lineage", "assent", "brief"])
def test_nothing_but_public_documents_is_told(name, archive):
    clause = {"words": "zebrafinch"} if name == "find_text" else ASKED[name]

    assert "zebrafinch" not in words(asked(archive, name, **clause)).casefold()


def test_everything_is_told_where_that_was_asked_for(archive):
    address = str(secret(archive).address)

    assert asked(archive, "quote", address=address).is_error
    assert "zebrafinch clause" in words(asked(archive, "quote", everything=True, address=address))
    assert "zebrafinch" in words(asked(archive, "find_text", everything=True, words="zebrafinch"))


def test_a_text_that_may_not_be_passed_on_is_named_and_not_quoted(archive):
    guarded = next(each for each in archive.list() if "Turnstone" in (each.title or ""))
    found = asked(archive, "quote", address=str(guarded.address))

    assert "may not be passed on" in words(found)
    assert "turnstone clause" not in str(found.structured_content)
    assert str(guarded.address) in words(found)


def test_an_answer_is_as_of_the_last_change(stocked, tmp_path):
    import acquis
    from acquis.mcp import Desk, answer

    shutil.copytree(stocked, tmp_path / "own.acquis")
    archive = acquis.open(tmp_path / "own.acquis", who="desk")
    desk = Desk(archive)
    told, _, _ = answer(desk, "quote", {"address": P3})
    for entry in [each for each in archive.list() if each.work == "osr:2007-09-18/drevina-declaration"]:
        archive.correct(entry.address, "rights", "All rights reserved.", because="a test")
    after, _, _ = answer(desk, "quote", {"address": P3})

    assert "Every riparian State" in told
    assert "Every riparian State" not in after


@pytest.mark.slow
def test_the_command_speaks_the_protocol(stocked):
    from mcp import StdioServerParameters
    from mcp.client import Client

    command = [*("-m", "acquis", "mcp", "--archive", str(stocked))]

    async def one():
        async with Client(StdioServerParameters(command=sys.executable, args=command)) as client:
            return await client.call_tool("quote", {"address": P3})

    assert "Every riparian State" in words(asyncio.run(one()))
