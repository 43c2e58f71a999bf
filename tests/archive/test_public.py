"""What may be seen without an account: what becomes public and what stops, under which names, and what may be quoted."""

from collections.abc import Iterator

import pytest

from acquis.archive.holdings import Entry
from acquis.archive.public import may_be_quoted
from acquis.errors import AcquisError, BadEdit, NotHeld
from acquis.model import Basis, Claim, Record
from acquis.secretariat import Secretariat
from tests.archive.written import HALMOR, PARAGRAPHS, prepared

WORDS = "We shall measure the water together."
OTHERWISE = tuple(each.replace("shall", "will") for each in PARAGRAPHS)


@pytest.fixture
def house(desk: Secretariat) -> Iterator[Secretariat]:
    """An archive with one declaration, of which nobody said that it is public, and a public one."""
    desk.keep([prepared("We shall share the gauges, patiently.", name="b.txt", place="Orvelin", day="9 June 2006")])
    desk.mark("Orvelin 2006", "public", because="printed")
    yield desk
    desk.public.store.close()


def seen(archive: Secretariat) -> tuple[int, ...]:
    """How many texts there are, and whether each room knows of the first declaration."""
    public = archive.public
    found = public.find("measure")
    return (
        len(public.list()),
        found.total,
        found.scope.documents,
        public.precedents.find(WORDS).base.texts,
        any("halmor" in str(row.use.address) for row in public.precedents.find(WORDS).precedents),
        any("halmor" in member.address for family in public.precedents.families().all for member in family.members),
        any("halmor" in f"{event.object} {event.proof}" for event in public.register.events()),
        any("halmor" in change["subject"] for change in public.log()),
    )


def test_a_text_is_public_from_the_change_that_makes_it_so(house: Secretariat) -> None:
    house.release("before")
    assert seen(house) == (1, 0, 1, 1, 0, 0, 0, 0)

    house.mark("Halmor 2005", "public", because="printed")
    public = house.public
    assert public.get("Halmor 2005").document.record.value("marking") == "public"
    assert seen(house) == (2, 1, 2, 2, True, True, True, True)
    with pytest.raises(NotHeld):
        public.at_release("before").get(HALMOR)
    assert public.at_release("before").find("measure").total == 0


def test_a_text_that_stops_being_public_is_gone_from_everything_made_before(house: Secretariat) -> None:
    house.mark("Halmor 2005", "public", because="printed")
    house.release("public")
    assert seen(house)[0] == 2

    house.mark("Halmor 2005", "restricted", because="by mistake")
    assert seen(house) == (1, 0, 1, 1, 0, 0, 0, 0)
    assert house.public.at_release("public").find("measure").total == 0
    assert [each.documents for each in house.public.releases()] == [1]
    with pytest.raises(NotHeld, match="is not held"):
        house.public.get(HALMOR)

    house.mark("Halmor 2005", "public", because="after all")
    assert seen(house)[:6] == (2, 1, 2, 2, True, True)
    assert house.public.at_release("public").find("measure").total == 1


def test_of_a_withdrawn_text_there_is_its_tombstone_alone(house: Secretariat) -> None:
    house.mark("Halmor 2005", "public", because="printed")
    house.withdraw("Halmor 2005", because="a forgery")

    assert seen(house)[:7] == (1, 0, 1, 1, 0, 0, 0)
    (stone,) = house.public.list(states=("withdrawn",))
    assert (stone.address, stone.title) == (HALMOR, None)
    with pytest.raises(NotHeld, match="was withdrawn"):
        house.public.get(HALMOR)


def test_a_name_from_before_a_text_was_public_leads_nowhere(house: Secretariat) -> None:
    house.rename("Halmor 2005", "first-name", because="draft")
    house.mark("osr:2005-06-09/first-name", "public", because="printed")
    house.rename("osr:2005-06-09/first-name", "second-name", because="printed so")

    assert house.get(HALMOR).address.work == "osr:2005-06-09/second-name"
    assert house.public.get("osr:2005-06-09/first-name").address.work == "osr:2005-06-09/second-name"
    with pytest.raises(NotHeld):
        house.public.get(HALMOR)


def test_notes_persons_and_reasons_stay_in_the_house(house: Secretariat) -> None:
    house.note("Orvelin 2006#p2", "ask the chair", because="for us")
    house.correct("Orvelin 2006", "place", "Orvelin Hall", because="for us")

    told = repr((house.public.edits(), house.public.log(), house.public.reports(), house.public.releases()))
    assert [edit["verb"] for edit in house.public.edits()] == ["correct", "correct"]
    assert not any(word in told for word in ("registrar", "ask the chair", "for us", "note"))


def test_a_relation_is_seen_when_both_sides_are(house: Secretariat) -> None:
    house.relate("Orvelin 2006#p2", "Halmor 2005#p2", relation="different", because="read")
    assert not [edit for edit in house.public.edits() if edit["verb"] == "relate"]

    house.mark("Halmor 2005", "public", because="printed")
    assert [edit["body"]["relation"] for edit in house.public.edits() if edit["verb"] == "relate"] == ["different"]


@pytest.mark.parametrize(
    "write",
    [
        lambda archive, _: archive.keep([prepared(name="c.txt", day="9 June 2007")]),
        lambda archive, _: archive.note("Orvelin 2006", "a note"),
        lambda archive, _: archive.mark("Orvelin 2006", "restricted", because="no"),
        lambda archive, _: archive.release("mine"),
        lambda archive, _: archive.reread(),
        lambda archive, folder: archive.backup(folder / "copy"),
    ],
)
def test_the_public_view_is_only_to_be_read(house: Secretariat, tmp_path, write) -> None:  # type: ignore[no-untyped-def]
    before = house.log()

    with pytest.raises((BadEdit, AcquisError), match=r"only to be read|pg_dump"):
        write(house.public, tmp_path)
    assert house.log() == before
    assert (
        not (tmp_path / "copy" / "archive.sqlite").exists() or not (tmp_path / "copy" / "archive.sqlite").stat().st_size
    )


@pytest.mark.parametrize(
    ("statement", "may"),
    [
        ("", True),
        ("Public domain", True),
        ("© 2011 Secretariat. All rights reserved.", False),
        ("Tous droits réservés", False),
        ("版权所有", False),
        ("本文の無断転載を禁じます", False),
        ("Все права защищены.", False),
        ("https://creativecommons.org/licenses/by/4.0/", True),
        ("CC BY-NC-ND 4.0. All other rights reserved.", True),
        ("CC-BY for the tables; the text may not be reproduced", False),
        ("Rights: see the depositary", True),
    ],
)
def test_a_statement_of_rights_says_whether_words_are_passed_on(statement: str, may: bool) -> None:
    ruling = may_be_quoted(Record((Claim("rights", statement, Basis.RECORD),) if statement else ()))

    assert (bool(ruling), bool(ruling.why)) == (may, True)


def entry(**values: object) -> Entry:
    plain = dict.fromkeys(Entry.__dataclass_fields__, "")
    return Entry(**{**plain, "work_rights": (), **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("own", "work", "may"),
    [
        ("", (), True),
        ("", ("All rights reserved",), False),
        ("", ("CC BY", "All rights reserved"), False),
        ("", ("CC BY",), True),
        ("Public domain", ("All rights reserved",), True),
        ("All rights reserved", ("CC BY",), False),
    ],
)
def test_rights_of_a_work_hold_for_an_expression_that_says_nothing(own: str, work: tuple[str, ...], may: bool) -> None:
    ruling = may_be_quoted(entry(rights=own, work_rights=work))

    assert bool(ruling) == may
    assert ("of its work" in ruling.why) == (not own and bool(work))


def test_the_catalogue_knows_the_rights_of_the_other_expressions_of_a_work(desk: Secretariat) -> None:
    desk.keep([prepared(*OTHERWISE, name="ru.txt", more="[Language] ru\n[Translator] The Inland Archive\n")])
    english, other = (each.address for each in desk.list())
    assert english.work == other.work

    desk.correct(english, "rights", "All rights reserved", because="the imprint")
    told = {each.address: (each.rights, each.work_rights) for each in desk.list()}
    assert told == {english: ("All rights reserved", ()), other: ("", ("All rights reserved",))}
    assert [bool(may_be_quoted(each)) for each in desk.list()] == [False, False]
    assert [each.work_rights for each in desk.list(language="ru")] == [("All rights reserved",)]

    desk.mark(other, "public", rights="CC BY 4.0", because="the translator says so")
    assert {each.address: bool(may_be_quoted(each)) for each in desk.list()} == {english: False, other: True}


def test_rights_that_are_given_with_the_name_of_a_work_hold_for_all_of_it(desk: Secretariat) -> None:
    desk.keep([prepared(*OTHERWISE, name="ru.txt", more="[Language] ru\n[Translator] The Inland Archive\n")])
    desk.mark("osr:2005-06-09/halmor-declaration", "public", rights="All rights reserved", because="the imprint")

    assert [(each.marking, each.rights) for each in desk.list()] == [("public", "All rights reserved")] * 2


def test_corrections_of_a_text_that_may_not_be_quoted_show_none_of_its_words(house: Secretariat) -> None:
    house.split("Orvelin 2006#p2", at="patiently", because="two thoughts")
    house.correct("Orvelin 2006", "place", "Orvelin Hall", because="the minutes")
    assert "share the gauges" in repr(house.public.edits())

    house.mark("Orvelin 2006", "public", rights="All rights reserved", because="the imprint")
    told = house.public.edits()
    assert [edit["verb"] for edit in told][:3] == ["correct", "split", "correct"]
    assert "share the gauges" not in repr(told)
    assert "share the gauges" in repr(house.edits())
