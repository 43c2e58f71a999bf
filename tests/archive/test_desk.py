"""What becomes of a file: kept, held, a copy, a rival; withdrawn, with a tombstone."""

import itertools
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, exc

from acquis.archive import queries
from acquis.archive.corrections import add_reading
from acquis.archive.desk import Desk
from acquis.archive.preparing import prepare
from acquis.errors import Ambiguous, BadEdit, NotHeld
from acquis.model import Pinpoint
from tests.archive.written import HALMOR, PARAGRAPHS, declaration, prepared

OTHER = (*PARAGRAPHS[:-1], "We thank nobody at all.")
WORK = str(Pinpoint(HALMOR).work)


def outcomes(desk: Desk, *texts: object) -> list[str]:
    return [kept.outcome for kept in desk.keep(list(texts))]  # type: ignore[arg-type]


# --- keeping -----------------------------------------------------------------------------------------------------


def test_a_document_is_given_back_as_it_was_kept(empty: Desk) -> None:
    made = prepared(name="folder/halmor.txt")
    (kept,) = empty.keep([made])
    document = empty.get(HALMOR).document

    assert (kept.outcome, kept.address) == ("kept", HALMOR)
    assert (document.layers, document.parts, document.citations) == (
        made.reading.layers,
        made.reading.parts,
        made.reading.citations,
    )
    assert document.record == made.catalogued.record
    assert document.file == made.file
    assert empty.content(HALMOR) == declaration()


def test_the_same_bytes_are_held_whatever_the_file_is_called(desk: Desk) -> None:
    before = desk.counts()
    (kept,) = desk.keep([prepared(name="another-name.txt")])

    assert (kept.outcome, kept.address) == ("held", HALMOR)
    assert desk.counts() == before
    assert desk.held(prepared().file.sha256) == HALMOR


def test_the_same_bytes_twice_in_one_batch_are_kept_once(empty: Desk) -> None:
    assert outcomes(empty, prepared(), prepared()) == ["kept", "held"]


@pytest.mark.parametrize(
    "again",
    [
        prepared(more="[Source] Secretariat\n"),
        prepared(*(words.replace(". ", ".  ") for words in PARAGRAPHS)),
        prepared(*(words.replace(";", " ;") for words in PARAGRAPHS)),
    ],
    ids=["another record", "other blanks", "other punctuation"],
)
def test_the_same_words_are_another_copy_of_the_expression(desk: Desk, again: object) -> None:
    (kept,) = desk.keep([again])  # type: ignore[list-item]

    assert (kept.outcome, kept.address) == ("copy", HALMOR)
    assert [HALMOR] == [entry.address for entry in desk.list()]
    assert desk.content(HALMOR) == declaration()
    assert desk.counts()["files"] == 2


def test_a_copy_never_stands_in_for_what_it_is_a_copy_of(desk: Desk) -> None:
    desk.keep([prepared(more="[Source] Secretariat\n")])
    desk.correct(HALMOR, "notes", "read twice", because="so it was")

    assert desk.get(HALMOR).document.record.value("notes") == "read twice"
    assert desk.content(HALMOR) == declaration()
    assert () == desk.check()


def test_another_text_that_claims_the_same_address_is_a_rival_and_check_lists_it(desk: Desk) -> None:
    (kept,) = desk.keep([prepared(*OTHER)])

    assert kept.outcome == "rival"
    assert kept.address
    assert kept.address != HALMOR
    assert kept.address.work == WORK
    assert desk.content(HALMOR) == declaration()
    assert desk.content(kept.address) == declaration(*OTHER)
    assert [("rival", True)] == [(fault.what, str(kept.address) in fault.line) for fault in desk.check()]


def test_every_rival_has_an_address_of_its_own(desk: Desk) -> None:
    made = [prepared(*PARAGRAPHS[:-1], f"We met {n} times.") for n in range(4)]
    addresses = [kept.address for kept in desk.keep(made)]

    assert len({HALMOR, *addresses}) == 5


def test_a_rival_whose_record_is_corrected_becomes_a_document_like_any_other(desk: Desk) -> None:
    (rival,) = desk.keep([prepared(*OTHER)])
    assert rival.address
    done = desk.correct(str(rival.address), "date.adoption", "2006-06-09", because="the year was misprinted")

    assert done.address == "osr:2006-06-09/halmor-declaration@en-x-unstated"
    assert desk.get(str(rival.address)).document.address == done.address
    assert () == desk.check()
    assert len(desk.list()) == 2


def test_an_address_that_was_given_is_never_given_to_another_text(desk: Desk) -> None:
    desk.correct(WORK, "slug", "halmor-appeal", because="its real name")
    (late,) = desk.keep([prepared(*OTHER)])

    assert late.outcome == "rival"
    assert late.address != HALMOR
    assert desk.get(HALMOR).document.address.work == "osr:2005-06-09/halmor-appeal"
    assert desk.get(WORK).document.address.work == "osr:2005-06-09/halmor-appeal"


def test_every_change_enters_the_log_with_who_made_it(desk: Desk) -> None:
    desk.note(HALMOR, "see the file of 2004")

    assert [("add", HALMOR), ("note", HALMOR)] == [(change["verb"], change["subject"]) for change in desk.log()]
    assert {"registrar"} == {change["who"] for change in desk.log()}


def test_all_of_a_batch_is_kept_or_none(empty: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["acquis.archive.desk"]
    real, calls = add_reading, itertools.count()

    def falls(*given: object) -> object:
        if next(calls) == 1:
            raise RuntimeError("the second one falls")
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "add_reading", falls)
    with pytest.raises(RuntimeError):
        empty.keep([prepared(), prepared(place="Orvelin", day="14 May 2004")])

    assert [] == list(empty.list())
    assert [] == list(empty.log())


def test_a_name_longer_than_a_column_is_kept_whole_in_the_record(empty: Desk) -> None:
    place = "Halmor " * 100
    content = declaration().replace(b"[Place] Halmor\n", f"[Place] {place}\n".encode())
    (kept,) = empty.keep([prepare(content, "long.txt")])

    assert kept.outcome == "kept"
    assert empty.get(str(kept.address)).document.record.value("place") == place.strip()
    assert () == empty.check()


def test_a_document_that_the_database_cannot_hold_never_stops_the_others(
    empty: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = queries.add_file

    def refuses(db: Connection, **values: object) -> None:
        if str(values["name"]).endswith("b.txt"):
            raise exc.DataError("INSERT", {}, ValueError("value too long"))
        real(db, **values)

    monkeypatch.setattr(queries, "add_file", refuses)
    for name, day in (("a", "1 May 2001"), ("b", "2 May 2002"), ("c", "3 May 2003")):
        (tmp_path / f"{name}.txt").write_bytes(declaration(day=day))
    outcomes = empty.receive([str(tmp_path / f"{name}.txt") for name in "abc"])  # type: ignore[attr-defined]

    assert ["kept", "refused", "kept"] == [kept.outcome for kept in outcomes]
    assert "cannot hold it" in outcomes[1].line
    assert ["2001", "2003"] == [(entry.day or "")[:4] for entry in empty.list()]


def test_the_log_of_an_address_is_about_it_alone(empty: Desk) -> None:
    symbols = ("A/RES/61/8", "A/RES/61/88")
    heads = "United Nations\n\n{}\n\nGeneral Assembly\n\nThe General Assembly,\n\n1. Decides so.\n\n2. Decides {}.\n"
    empty.keep([prepare(heads.format(symbol, symbol[-2:]).encode(), f"{symbol[-2:]}.txt") for symbol in symbols])
    empty.note("A/RES/61/8#title", "see below")

    assert ["add", "note"] == [change["verb"] for change in empty.log("un:A/RES/61/8")]
    assert ["add"] == [change["verb"] for change in empty.log("un:A/RES/61/88@en")]


# --- listing and opening -----------------------------------------------------------------------------------------


@pytest.fixture
def three(empty: Desk) -> Desk:
    empty.keep([prepared(), prepared(place="Orvelin", day="14 May 2004"), prepared(place="Halmor", day="2 March 2010")])
    return empty


def test_the_catalogue_is_in_the_order_of_days(three: Desk) -> None:
    assert ["2004-05-14", "2005-06-09", "2010-03-02"] == [entry.day for entry in three.list()]


@pytest.mark.parametrize(
    ("filters", "years"),
    [
        ({"year": "2005"}, ["2005"]),
        ({"place": "halmor"}, ["2005", "2010"]),
        ({"title": "orvelin declaration"}, ["2004"]),
        ({"organisation": "osr"}, ["2004", "2005", "2010"]),
        ({"organisation": "os"}, []),
        ({"language": "en"}, ["2004", "2005", "2010"]),
        ({"language": "ru"}, []),
        ({"kind": "declaration"}, ["2004", "2005", "2010"]),
        ({"standing": "authentic"}, []),
        ({"place": None, "year": "2010"}, ["2010"]),
    ],
)
def test_a_list_is_narrowed(three: Desk, filters: dict[str, str | None], years: list[str]) -> None:
    assert years == [(entry.day or "")[:4] for entry in three.list(states=("kept",), **filters)]


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        (HALMOR, HALMOR),
        (WORK, HALMOR),
        (f"{WORK}@en", HALMOR),
        (f"{WORK}#item2.a", f"{HALMOR}#item2.a"),
        ("Halmor 2005", HALMOR),
        ("Halmor 2005#p1", f"{HALMOR}#p1"),
        ("halmor declaration 2005", HALMOR),
    ],
)
def test_what_a_person_types_opens_the_place(three: Desk, asked: str, address: str) -> None:
    assert three.get(asked).address == address


def test_an_ambiguous_name_lists_the_candidates_and_stops(three: Desk) -> None:
    with pytest.raises(Ambiguous) as refused:
        three.get("Halmor Declaration")

    assert len(refused.value.candidates) == 2


@pytest.mark.parametrize(
    "asked", ["Sundrel 2005", "osr:1999-01-01/none", f"{WORK}@fr", f"{WORK}#p99", f"{HALMOR}#p1.s9"]
)
def test_what_is_not_held_is_refused_in_one_line(three: Desk, asked: str) -> None:
    with pytest.raises(NotHeld):
        place = three.get(asked)
        place.document.words(place.address)


# --- withdrawing -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", [HALMOR, WORK, f"{HALMOR}#p1"])
def test_a_withdrawn_document_leaves_a_tombstone(desk: Desk, asked: str) -> None:
    desk.withdraw(HALMOR, because="kept by mistake")

    assert [] == list(desk.list())
    assert [HALMOR] == [entry.address for entry in desk.list(states=("withdrawn",))]
    with pytest.raises(NotHeld, match="was withdrawn"):
        desk.get(asked)
    assert "kept by mistake" in [change["because"] for change in desk.log(HALMOR)]
    assert () == desk.check()


def test_the_address_of_a_withdrawn_document_is_not_given_again(desk: Desk) -> None:
    desk.withdraw(HALMOR, because="kept by mistake")
    (kept,) = desk.keep([prepared(*OTHER)])

    assert kept.address != HALMOR
    with pytest.raises(NotHeld, match="was withdrawn"):
        desk.get(HALMOR)


def test_a_withdrawal_that_is_undone_gives_the_document_again(desk: Desk) -> None:
    done = desk.withdraw(HALMOR, because="kept by mistake")
    desk.undo(done.number, because="it was no mistake")

    assert desk.content(HALMOR) == declaration()
    assert [HALMOR] == [entry.address for entry in desk.list()]


def test_a_rival_whose_withdrawal_is_undone_is_a_rival_again(desk: Desk) -> None:
    (rival,) = desk.keep([prepared(*OTHER)])
    done = desk.withdraw(str(rival.address), because="kept by mistake")
    assert () == desk.check()
    desk.undo(done.number, because="it was no mistake")

    assert ["rival"] == [fault.what for fault in desk.check()]
    assert [HALMOR] == [entry.address for entry in desk.list()]


def test_a_withdrawn_copy_is_no_document(desk: Desk) -> None:
    desk.keep([prepared(more="[Source] Secretariat\n")])
    desk.withdraw(HALMOR, because="kept by mistake")

    with pytest.raises(NotHeld, match="was withdrawn"):
        desk.get(HALMOR)


# --- reports -----------------------------------------------------------------------------------------------------


def test_the_report_says_what_became_of_every_file(desk: Desk) -> None:
    desk.keep([prepared(name="again.txt"), prepared(*OTHER, name="other.txt")])

    assert ["kept", "held", "rival"] == [line["outcome"] for line in desk.reports()]
    assert "other.txt" in [line["name"] for line in desk.reports(odd_only=True)]


def test_a_reason_is_asked_for(desk: Desk) -> None:
    with pytest.raises(BadEdit, match="reason"):
        desk.withdraw(HALMOR, because=" ")
    assert [HALMOR] == [entry.address for entry in desk.list()]
