"""What people enter beside what was read: it wins, it stays, it can be undone, and no address is lost by it."""

import pytest

from acquis.archive.corrections import evidence_of
from acquis.archive.desk import Desk
from acquis.archive.preparing import Prepared, prepare
from acquis.errors import BadAddress, BadDay, BadEdit, NotHeld, UnknownName
from acquis.model import Basis, Pinpoint
from acquis.structure import read as reader
from tests.archive.written import HALMOR, PARAGRAPHS, prepared

WORK = "osr:2005-06-09/halmor-declaration"
TAG = "@en-x-unstated"


# --- the record --------------------------------------------------------------------------------------------------


def test_a_correction_wins_and_what_was_read_stays_beside_it(desk: Desk) -> None:
    desk.correct(HALMOR, "place", "Halmor-on-Sarn", because="the gazetteer says so")
    record = desk.get(HALMOR).document.record

    assert record.value("place") == "Halmor-on-Sarn"
    assert record.why("place") == "the gazetteer says so"
    assert [Basis.CORRECTION, Basis.RECORD] == [claim.basis for claim in record.all("place")][:2]
    assert [entry.place for entry in desk.list()] == ["Halmor-on-Sarn"]


def test_the_last_correction_of_a_field_wins(desk: Desk) -> None:
    desk.correct(HALMOR, "place", "Orvelin", because="first thought")
    desk.correct(HALMOR, "place", "Sundrel", because="second thought")

    assert desk.get(HALMOR).document.record.value("place") == "Sundrel"


def test_an_undone_correction_gives_the_earlier_one_back(desk: Desk) -> None:
    desk.correct(HALMOR, "place", "Orvelin", because="first thought")
    second = desk.correct(HALMOR, "place", "Sundrel", because="second thought")
    desk.undo(second.number, because="third thought")

    assert desk.get(HALMOR).document.record.value("place") == "Orvelin"
    assert ["correct", "correct", "undo"] == [change["verb"] for change in desk.log()][1:]
    with pytest.raises(NotHeld):
        desk.undo(second.number, because="once more")


@pytest.mark.parametrize(
    ("field", "value", "refusal"),
    [
        ("colour", "red", UnknownName),
        ("date.adoption", "9 June 2005", BadDay),
        ("date.adoption", "2005-02-30", BadDay),
        ("marking", "secret", UnknownName),
        ("standing", "good", UnknownName),
        ("slug", "two words", BadAddress),
        ("slug", "part#1", BadAddress),
        ("language", "e n", BadAddress),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_changes(
    desk: Desk, field: str, value: str, refusal: type[Exception]
) -> None:
    before = desk.log()
    with pytest.raises(refusal):
        desk.correct(HALMOR, field, value, because="a try")

    assert before == desk.log()
    assert desk.get(HALMOR).address == HALMOR


def test_a_correction_of_a_work_holds_for_all_its_expressions_and_so_does_its_undoing(empty: Desk) -> None:
    empty.keep([prepared(), prepared(more='"The Blue Shelf" Database\n')])
    both = [prepared(), prepared(*PARAGRAPHS[:-1], "We thank you.", more="[Translator] Archive Service\n")]
    empty.keep(both[1:])
    works = {entry.work for entry in empty.list()}
    assert works == {WORK}
    done = empty.correct(WORK, "place", "Orvelin", because="the gazetteer says so")
    assert {"Orvelin"} == {entry.place for entry in empty.list()}
    empty.undo(done.number, because="it does not")

    assert {"Halmor"} == {entry.place for entry in empty.list()}


# --- addresses that were corrected -------------------------------------------------------------------------------


def test_a_correction_moves_the_address_and_the_old_one_forwards(desk: Desk) -> None:
    done = desk.correct(WORK, "date.adoption", "2006-06-09", because="misprint")

    assert done.address == f"osr:2006-06-09/halmor-declaration{TAG}"
    for asked in (HALMOR, WORK, f"{WORK}@en", f"{HALMOR}#p1"):
        assert desk.get(asked).document.address == done.address
    assert desk.get(f"{HALMOR}#item2.a").address == f"{done.address}#item2.a"
    assert () == desk.check()


def test_the_old_address_forwards_for_ever_after_several_corrections_and_back(desk: Desk) -> None:
    days = ["2006-06-09", "2007-06-09", "2008-06-09", "2006-06-09", "2005-06-09", "2007-06-09"]
    for day in days:
        done = desk.correct(WORK, "date.adoption", day, because="another look")
        assert done.address == f"osr:{day}/halmor-declaration{TAG}"
        for old in ["2005-06-09", *days[: days.index(day) + 1]]:
            for tag in (TAG, ""):
                assert desk.get(f"osr:{old}/halmor-declaration{tag}").document.address == done.address
    assert len(desk.list()) == 1
    assert () == desk.check()


def test_undoing_leads_back_and_the_middle_address_forwards(desk: Desk) -> None:
    first = desk.rename(HALMOR, "halmor-appeal", because="its name")
    second = desk.rename(str(first.address), "halmor-call", because="its better name")
    desk.undo(second.number, because="no")
    assert desk.get(HALMOR).document.address == first.address
    desk.undo(first.number, because="no")

    for asked in (HALMOR, str(first.address), str(second.address)):
        assert desk.get(asked).document.address == HALMOR
    assert () == desk.check()


def test_corrections_and_notes_follow_the_document_to_its_new_address(desk: Desk) -> None:
    desk.correct(HALMOR, "place", "Orvelin", because="the gazetteer")
    desk.note(f"{HALMOR}#item1", "compare 2004")
    desk.rename(HALMOR, "halmor-appeal", because="its name")
    moved = desk.get(HALMOR).document

    assert moved.record.value("place") == "Orvelin"
    assert {"correct", "note"} == {edit["verb"] for edit in desk.edits(HALMOR)}
    desk.reread()
    assert desk.get(HALMOR).document.address == moved.address
    assert desk.get(HALMOR).document.record.value("place") == "Orvelin"


def test_one_expression_that_leaves_its_work_takes_its_corrections_along(empty: Desk) -> None:
    empty.keep([prepared(), prepared(*PARAGRAPHS[:-1], "We thank you.", more="[Translator] Archive Service\n")])
    other = next(entry.address for entry in empty.list() if entry.address != HALMOR)
    empty.correct(HALMOR, "place", "Orvelin", because="the gazetteer")
    done = empty.correct(HALMOR, "slug", "halmor-appeal", because="it is another text")
    assert done.address.work == "osr:2005-06-09/halmor-appeal"
    empty.reread()

    assert empty.get(HALMOR).document.address == done.address
    assert empty.get(HALMOR).document.record.value("place") == "Orvelin"
    assert empty.get(other).document.address == other
    assert () == empty.check()


def test_two_documents_are_never_made_one(empty: Desk) -> None:
    empty.keep([prepared(), prepared(day="9 June 2006")])
    with pytest.raises(BadEdit, match="two documents one"):
        empty.correct(WORK, "date.adoption", "2006-06-09", because="a slip")

    assert len(empty.list()) == 2


def test_an_address_that_forwards_is_not_taken_by_another_document(empty: Desk) -> None:
    empty.keep([prepared(), prepared(day="9 June 2006")])
    empty.rename(HALMOR, "halmor-appeal", because="its name")
    with pytest.raises(BadEdit, match="given to another document"):
        empty.correct("osr:2006-06-09/halmor-declaration", "date.adoption", "2005-06-09", because="a slip")

    assert empty.get(HALMOR).document.address.work == "osr:2005-06-09/halmor-appeal"


# --- notes, relations, markings ----------------------------------------------------------------------------------


def test_a_note_stands_at_its_words_with_who_and_when(desk: Desk) -> None:
    done = desk.note(f"{HALMOR}#item2.b", "ask the hydrologists")
    (edit,) = desk.edits(HALMOR)

    assert (edit["verb"], edit["body"], edit["who"]) == ("note", {"text": "ask the hydrologists"}, "registrar")
    assert edit["address"] == edit["now"] == f"{HALMOR}#item2.b" == done.address
    desk.undo(done.number, because="asked")
    assert [] == list(desk.edits(HALMOR))


def test_the_evidence_of_repeated_words_knows_where_they_stand(empty: Desk) -> None:
    said = ("We met in the north.", "So be it.", "We met in the south.", "So be it.", "We parted.")
    empty.keep([prepared(*said)])
    document = empty.get(HALMOR).document
    first, second = (p for p in document.paragraphs if p.span.of(document.text) == "So be it.")

    before = [evidence_of(document, document.address.at(part.path), "test").before for part in (first, second)]
    assert before[0].strip().endswith("We met in the north.")
    assert before[1].strip().endswith("We met in the south.")


def test_a_relation_is_entered_and_a_foreign_one_refused(empty: Desk) -> None:
    empty.keep([prepared(), prepared(day="9 June 2006")])
    empty.relate(f"{HALMOR}#item1", "Halmor 2006#item1", relation="different", because="other rivers")
    (edit,) = empty.edits()

    assert edit["body"] == {"other": f"osr:2006-06-09/halmor-declaration{TAG}#item1", "relation": "different"}
    with pytest.raises(UnknownName):
        empty.relate(HALMOR, "Halmor 2006", relation="cousin", because="perhaps")


def test_a_document_is_marked_with_its_rights(desk: Desk) -> None:
    assert [entry.marking for entry in desk.list()] == ["internal"]
    desk.mark(HALMOR, "public", rights="public domain", because="published by the Secretariat")

    assert [(entry.marking, entry.rights) for entry in desk.list()] == [("public", "public domain")]


# --- paragraphs --------------------------------------------------------------------------------------------------


def test_two_paragraphs_are_joined_and_their_addresses_lead_to_the_one(desk: Desk) -> None:
    last = len(PARAGRAPHS) + 1
    one, other = f"p{last - 1}", f"p{last}"
    whole = f"{PARAGRAPHS[-2]} {PARAGRAPHS[-1]}"
    done = desk.join(f"{HALMOR}#{one}", other, because="one paragraph in the original")
    document = desk.get(HALMOR).document

    joined = next(part for part in document.parts if part.span.of(document.text) == whole)
    assert len(joined.sentences) == 4
    assert len(document.paragraphs) == last - 1
    for old, words in ((one, PARAGRAPHS[-2]), (other, PARAGRAPHS[-1])):
        place = desk.get(f"{HALMOR}#{old}")
        assert place.document.words(place.address) == words
        assert joined.path in place.said
    desk.undo(done.number, because="no, two")
    for old, words in ((one, PARAGRAPHS[-2]), (other, PARAGRAPHS[-1])):
        assert desk.get(f"{HALMOR}#{old}").document.words(Pinpoint(f"{HALMOR}#{old}")) == words
    assert () == desk.check()


def test_one_paragraph_is_split_and_its_address_still_gives_all_its_words(desk: Desk) -> None:
    last = f"p{len(PARAGRAPHS) + 1}"
    done = desk.split(f"{HALMOR}#{last}", at="We shall meet again.", because="two in the original")
    document = desk.get(HALMOR).document

    spans = [part.span.of(document.text) for part in document.paragraphs][-2:]
    assert spans == ["We thank the people of our host.", "We shall meet again."]
    place = desk.get(f"{HALMOR}#{last}")
    assert " ".join(place.document.words(place.address).split()) == PARAGRAPHS[-1]
    desk.undo(done.number, because="no, one")
    assert desk.get(f"{HALMOR}#{last}").document.words(Pinpoint(f"{HALMOR}#{last}")) == PARAGRAPHS[-1]
    assert () == desk.check()


def test_corrected_paragraphs_stay_when_the_document_is_read_again(desk: Desk) -> None:
    last = len(PARAGRAPHS) + 1
    desk.join(f"{HALMOR}#p{last - 1}", f"p{last}", because="one")
    desk.split(f"{HALMOR}#p2", at="They ask for patience;", because="two")
    before = desk.get(HALMOR).document
    assert ["same"] == [done.outcome for done in desk.reread()]

    after = desk.get(HALMOR).document
    assert (after.parts, after.layers) == (before.parts, before.layers)
    assert after.layers.source == before.layers.source
    assert [] == list(after.layers.faults())


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("p2", f"p{len(PARAGRAPHS) + 1}", "does not follow p2 directly"),
        ("p2", "item1", "has the printed number 1."),
        ("p99", "p2", "has no part 'p99'"),
    ],
    ids=["not neighbours", "a printed number", "not there"],
)
def test_what_cannot_be_joined_is_refused_and_nothing_is_kept(desk: Desk, first: str, second: str, why: str) -> None:
    before = desk.get(HALMOR).document
    with pytest.raises((BadEdit, NotHeld), match=why):
        desk.join(f"{HALMOR}#{first}", second, because="a try")

    assert desk.get(HALMOR).document == before
    assert [] == list(desk.edits())


@pytest.mark.parametrize("at", ["not there", "e", "The rivers", "hey ask"])
def test_what_cannot_be_split_is_refused(desk: Desk, at: str) -> None:
    with pytest.raises(BadEdit):
        desk.split(f"{HALMOR}#p2", at=at, because="a try")

    assert [] == list(desk.edits())


def test_a_whole_document_is_no_paragraph(desk: Desk) -> None:
    with pytest.raises(BadEdit, match="name a paragraph"):
        desk.split(HALMOR, at="We", because="a try")


# --- translations ------------------------------------------------------------------------------------------------

RUSSIAN = """ХАЛМОРСКАЯ ДЕКЛАРАЦИЯ
глав государств – членов Организации семи рек

Главы государств – членов Организации семи рек, собравшись в Халморе 9 июня 2005 года, заявляют о следующем:

Реки соединяют нас. Они просят терпения; они просят заботы.

1. Мы будем вместе измерять воду.

2. Мы будем делиться:

а) показаниями водомерных постов в верховьях;

б) прогнозами для равнины.

Наблюдатели были выслушаны. Их совет был полезен.

Мы благодарим принимающий народ. Мы встретимся вновь.
"""


def translated() -> Prepared:
    return prepare(RUSSIAN.encode(), "ru.txt")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_translation_stays_with_its_work_through_corrections_and_re_reading(
    empty: Desk, monkeypatch: pytest.MonkeyPatch, order: tuple[int, int]
) -> None:
    texts = [prepared(), translated()]
    empty.keep([texts[at] for at in order])
    assert {WORK} == {entry.work for entry in empty.list()}
    own = translated().catalogued.address
    assert empty.get(own).address.work == WORK
    empty.correct(f"{WORK}@ru", "place", "Halmor", because="its name in the gazetteer")
    monkeypatch.setattr(reader, "VERSION", "2")
    empty.reread()
    assert {WORK} == {entry.work for entry in empty.list()}
    empty.rename(WORK, "halmor-appeal", because="its name")

    assert {"osr:2005-06-09/halmor-appeal"} == {entry.work for entry in empty.list()}
    for asked in (f"{WORK}@ru", own, f"{own.work}@ru"):
        document = empty.get(asked).document
        assert document.language == "ru"
        assert document.address.work == "osr:2005-06-09/halmor-appeal"
    assert () == empty.check()


def test_a_document_that_is_named_by_its_bytes_gets_its_name_by_its_record(empty: Desk) -> None:
    (kept,) = empty.keep([prepare("\n\n".join(PARAGRAPHS).encode(), "bare.txt")])
    assert kept.address
    with pytest.raises(BadEdit, match="named by its bytes"):
        empty.rename(str(kept.address), "halmor-appeal", because="its name")
    for field, value in (("organisation", "osr"), ("title", "Halmor Appeal"), ("date.adoption", "2005-06-09")):
        empty.correct(str(kept.address), field, value, because="the register says so")

    assert empty.get(kept.address).document.address.work == "osr:2005-06-09/halmor-appeal"
