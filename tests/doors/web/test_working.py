"""Of what takes long a few are worked out at a time; the others wait, or are told when to come again."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from litestar.exceptions import HTTPException

from acquis.web.working import LONG, Working, is_long
from tests.doors.web.conftest import client

HALMOR = "osr:2005-06-09/halmor-declaration"


class Held:
    """A working that goes on until it is let go, and says when it began."""

    def __init__(self) -> None:
        self.begun, self.let_go = threading.Event(), threading.Event()

    def __call__(self) -> str:
        self.begun.set()
        self.let_go.wait(10)
        return "made"


def begun(working: Working) -> tuple[Held, threading.Thread, list[Any]]:
    held, answers = Held(), list[Any]()
    thread = threading.Thread(target=lambda: answers.append(working(held)))
    thread.start()
    held.begun.wait(10)
    return held, thread, answers


def test_whoever_comes_when_all_places_are_taken_waits_for_one() -> None:
    working = Working(at_once=1, waiting=1, seconds=10)
    held, thread, answers = begun(working)
    waits = threading.Thread(target=lambda: answers.append(working(lambda: "next")))
    waits.start()

    assert [] == answers
    held.let_go.set()
    waits.join(10)
    thread.join(10)
    assert ["made", "next"] == answers


@pytest.mark.parametrize(("waiting", "seconds"), [(0, 10), (1, 0.01)])
def test_who_cannot_wait_is_told_when_to_come_again(waiting: int, seconds: float) -> None:
    working = Working(at_once=1, waiting=waiting, seconds=seconds)
    held, thread, _ = begun(working)

    with pytest.raises(HTTPException, match="take long to work out") as refused:
        working(lambda: "never")

    assert 503 == refused.value.status_code
    assert int((refused.value.headers or {})["retry-after"]) >= 1
    held.let_go.set()
    thread.join(10)
    assert "free" == working(lambda: "free")


def test_a_working_that_fails_gives_its_place_back() -> None:
    working = Working(at_once=1, waiting=0)

    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            working(lambda: 1 // 0)
    assert "made" == working(lambda: "made")


def test_the_answers_that_take_long_are_known_by_the_beginning_of_their_keys() -> None:
    assert is_long(("brief", HALMOR, ""))
    assert not is_long(("place", HALMOR))
    assert not is_long("home")
    assert {"brief", "lineage"} <= LONG


def test_the_room_refuses_a_brief_too_many_and_goes_on_answering(stocked: Path) -> None:
    with client(stocked) as asked:
        working = Working(at_once=1, waiting=0)
        asked.app.state["room"] = replace(asked.app.state["room"], working=working)
        held, thread, _ = begun(working)
        refused, short = asked.get("/brief", params={"of": HALMOR}), asked.get("/catalogue")
        held.let_go.set()
        thread.join(10)

        assert [503, 200] == [refused.status_code, short.status_code]
        assert int(refused.headers["retry-after"]) > 0
        assert "Ask again in" in refused.text
        assert 200 == asked.get("/brief", params={"of": HALMOR}).status_code
