"""An address keeps its parts, and comes through URLs, shells, databases and JSON as it went in."""

import json
import re
import shlex
import sqlite3
import subprocess
from contextlib import closing

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from acquis.errors import BadAddress
from acquis.model import Pinpoint, Span
from acquis.model.pinpoint import UNITS

letter = st.characters(categories=("L", "Nd"))
number = st.from_regex(r"[1-9][0-9]{0,3}(bis|ter|[a-z])?", fullmatch=True)
unit = st.sampled_from(UNITS)
segment = (
    st.builds("{}{}".format, unit, number)
    | st.sampled_from(("title", "pre", "tbl"))
    | st.builds("{}-{}".format, unit, st.from_regex(r"[ivx]{1,4}", fullmatch=True))
    | st.builds("{}{}!{}".format, unit, number, st.integers(2, 9))
)
below = segment | st.from_regex(r"[a-z]|[ivx]{1,4}|[0-9]{1,3}|[а-д]", fullmatch=True).filter(
    lambda s: not re.match(r"s\d", s)
)
parts = st.builds(lambda first, more: ".".join((first, *more)), segment, st.lists(below, max_size=3))
schemes = st.sampled_from(("un", "sco", "treaty", "file", "state", "organ", "draft"))
locals_ = st.lists(
    st.text(letter | st.sampled_from("().+*:,=-_/"), min_size=1, max_size=12), min_size=1, max_size=4
).map("/".join)
languages = st.none() | st.sampled_from(("en", "zh-Hans", "en-x-worldjpn", "sr-Latn-RS", "und-x-r2"))


@st.composite
def addresses(draw: st.DrawFn) -> tuple[Pinpoint, dict[str, object]]:
    """An address with the parts that it was made of."""
    scheme, local, language = draw(schemes), draw(locals_), draw(languages)
    assume(not re.search(r"/@", local))
    made: dict[str, object] = {"scheme": scheme, "local": local, "language": language}
    made |= dict.fromkeys(("part", "last", "sentence", "words"))
    text = f"{scheme}:{local}" + (f"@{language}" if language else "")
    if draw(st.booleans()):
        made["part"] = draw(parts)
        text += f"#{made['part']}"
        tail = draw(st.sampled_from(("", "last", "sentence", "words")))
        if tail == "last":
            made["last"] = draw(parts)
            text += f"..{made['last']}"
        elif tail == "sentence":
            made["sentence"] = draw(st.integers(1, 99))
            text += f".s{made['sentence']}"
        elif tail == "words":
            start = draw(st.integers(0, 500))
            end = start + draw(st.integers(1, 500))
            made["words"] = Span(start, end)
            text += f"~{start}-{end}"
    return Pinpoint(text), made


pinpoints = addresses().map(lambda found: found[0])


@given(addresses())
def test_an_address_keeps_its_parts(found: tuple[Pinpoint, dict[str, object]]) -> None:
    address, made = found

    assert {name: getattr(address, name) for name in made} == made
    assert address.work == f"{made['scheme']}:{made['local']}"
    assert address.expression == address.split("#")[0]


@given(pinpoints)
def test_an_address_is_built_again_from_its_parts(address: Pinpoint) -> None:
    if address.part is None:
        assert address.expression == address
    elif address.last:
        assert address.at(address.part).to(address.last) == address
    else:
        assert address.at(address.part, sentence=address.sentence, words=address.words) == address
    if address.language:
        assert address.speaking("fr").speaking(address.language) == address


@given(pinpoints)
def test_an_address_survives_a_url(address: Pinpoint) -> None:
    assert re.fullmatch(r"/d/[A-Za-z0-9%/().+*:,=@!~_-]+", address.url)
    assert Pinpoint.from_url(address.url) == address


@given(pinpoints)
def test_an_address_survives_a_shell_s_quoting(address: Pinpoint) -> None:
    assert shlex.split(f"acquis show {shlex.quote(address)}") == ["acquis", "show", address]


def test_an_address_survives_a_real_shell() -> None:
    typed = ["un:A/RES/70/1@en#op12.a~14-63", "un:S/RES/1973(2011)@fr#op3..op7", "osr:2010/元首声明@zh#p2!3.s4"]
    line = "printf '%s\\n' " + " ".join(map(shlex.quote, typed))
    printed = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=True).stdout

    assert printed.splitlines() == typed


@settings(max_examples=50)
@given(st.lists(pinpoints, min_size=1, max_size=5, unique=True))
def test_an_address_survives_a_database(found: list[Pinpoint]) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE held (address TEXT PRIMARY KEY)")
        database.executemany("INSERT INTO held VALUES (?)", [(address,) for address in found])
        for address in found:
            assert "'" not in address
            rows = database.execute(f"SELECT address FROM held WHERE address = '{address}'").fetchall()
            assert [Pinpoint(row[0]) for row in rows] == [address]
            assert database.execute("SELECT 1 FROM held WHERE address = ?", (address,)).fetchall() == [(1,)]


@given(pinpoints)
def test_an_address_survives_json_and_utf_8(address: Pinpoint) -> None:
    assert Pinpoint(json.loads(json.dumps({"at": address}))["at"]) == address
    assert Pinpoint(address.encode().decode()) == address


@pytest.mark.parametrize(
    "text",
    [
        *("", "un", "un:", ":A/RES/1", "UN:A/RES/1", "un:A RES", "un:A#", "un:A@", "un:A@en#", "un:A@toolongatag"),
        *("un:A#x1", "un:A#op1.s0", "un:A#op1~5", "un:A#op1~5-5", "un:A#op1~7-5", "un:A#op1.s2~1-2", "un:A#op1.."),
        *("un:A#op1..op2..op3", "un:A'; DROP TABLE held; --", "un:A\x00", "un:A\u202e", "un:A\n", "un:A?b=c"),
        *("un:A#op1~1-" + "9" * 5000, "un:A#op1.s" + "9" * 5000),
        *("un:A%20B", "un:A#op1.s١", "un:A#op1~０-５", "ev-short", "un:A\ud800", "un:$(id)", "un:`id`", "un:a|b"),
    ],
)
def test_what_is_no_address_is_refused_and_told_what_works(text: str) -> None:
    with pytest.raises(BadAddress, match=r"An address looks like|points at no words"):
        Pinpoint(text)


@pytest.mark.parametrize(
    "path", ["", "/", "/d", "/d/un", "/x/un/A", "/d/un/A/@en/op1/op2", "/d/un/A%00", "/d/un/a%20b"]
)
def test_what_is_no_path_of_a_document_is_refused(path: str) -> None:
    with pytest.raises(BadAddress):
        Pinpoint.from_url(path)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_an_address_or_is_refused(text: str) -> None:
    try:
        assert Pinpoint(text) == text
    except BadAddress as refused:
        assert str(refused)


def test_long_nonsense_is_refused_at_once() -> None:
    for text in (
        "un:A#" + "op1." * 20_000,
        "un:A#" + "op-" + "a-" * 20_000,
        "un:" + "A/" * 20_000 + "#",
        "ev-" + "a" * 50_000 + "!",
    ):
        with pytest.raises(BadAddress):
            Pinpoint(text)


def test_the_item_s_2_is_no_second_sentence() -> None:
    assert Pinpoint("un:A/RES/1/1@en#op1.s.2").part == "op1.s.2"
    assert Pinpoint("un:A/RES/1/1@en#op1.s2").sentence == 2
    assert Pinpoint("un:A/RES/1/1@en#op1.s2").part == "op1"
