"""A release is what was held then: the same for ever, and the same in another copy whatever came first."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

import acquis
from acquis.archive.desk import Desk
from acquis.archive.preparing import Prepared, prepare
from acquis.errors import BadEdit, NotHeld, UnknownName
from tests.archive.written import HALMOR, PARAGRAPHS, declaration, prepared

TEXTS = {
    "halmor": prepared(),
    "orvelin": prepared(place="Orvelin", day="14 May 2004"),
    "another copy of halmor": prepared(more="[Source] Secretariat\n"),
    "halmor with blanks": prepared(*(words.replace(". ", ".  ") for words in PARAGRAPHS)),
    "rival": prepared(*PARAGRAPHS[:-1], "We thank nobody."),
    "second rival": prepared(*PARAGRAPHS[:-1], "We thank everybody."),
}


def hashed(folder: Path, texts: list[Prepared], *, together: bool = True) -> str:
    archive = acquis.open(folder, who="registrar")
    for batch in [texts] if together else [[each] for each in texts]:
        archive.keep(batch)
    made = archive.release("one")
    archive.store.close()
    return made.hash


def test_the_order_of_arrival_does_not_change_the_hash(tmp_path: Path) -> None:
    orders = [list(TEXTS), list(reversed(TEXTS)), *itertools.islice(itertools.permutations(TEXTS), 100, 720, 103)]
    hashes = {hashed(tmp_path / str(n), [TEXTS[name] for name in order]) for n, order in enumerate(orders)}

    assert len(hashes) == 1


def test_a_text_without_record_is_a_copy_of_the_same_words_whichever_comes_first(tmp_path: Path) -> None:
    bare = prepare("\n\n".join(PARAGRAPHS).encode(), "bare.txt")
    named = prepare("\n\n".join(PARAGRAPHS).encode() + b"\n", "named.txt", given=())
    assert bare.catalogued.address.scheme == named.catalogued.address.scheme == "file"

    first = acquis.open(tmp_path / "first")
    assert ["kept", "copy"] == [kept.outcome for kept in first.keep([bare, named])]
    assert len(first.list()) == 1


def test_a_text_that_is_named_takes_over_from_one_known_by_its_bytes(tmp_path: Path) -> None:
    from acquis.model import Basis, Claim

    day = Claim("date.adoption", "2005-06-09", Basis.CORRECTION)
    given = (day, Claim("title", "Halmor Appeal", Basis.CORRECTION), Claim("organisation", "osr", Basis.CORRECTION))
    bare = prepare("\n\n".join(PARAGRAPHS).encode(), "bare.txt")
    named = prepare("\n\n".join(PARAGRAPHS).encode() + b"\n", "named.txt", given=given)
    assert named.catalogued.address.scheme == "osr"

    made = {}
    for name, texts in {"bare first": [bare, named], "named first": [named, bare]}.items():
        archive = acquis.open(tmp_path / name)
        archive.keep(texts)
        made[name] = ([e.address for e in archive.list()], archive.release("one").hash)
        assert archive.get(named.catalogued.address).document.file.name == "named.txt"
        assert () == archive.check()
    assert made["bare first"] == made["named first"]
    assert acquis.open(tmp_path / "bare first").get(bare.catalogued.address).address == named.catalogued.address


def test_other_words_make_another_hash(tmp_path: Path) -> None:
    one = hashed(tmp_path / "one", [TEXTS["halmor"]])
    other = hashed(tmp_path / "other", [TEXTS["rival"]])
    more = hashed(tmp_path / "more", [TEXTS["halmor"], TEXTS["orvelin"]])

    assert len({one, other, more}) == 3


def test_the_same_state_released_twice_has_the_same_hash_and_another_number(desk: Desk) -> None:
    one, two = desk.release("one"), desk.release("two")

    assert (one.hash, one.number, one.documents) == (two.hash, 1, 1)
    assert two.number == 2
    assert [one, two] == list(desk.releases())


def test_a_release_is_never_changed(desk: Desk) -> None:
    desk.release("one")
    with pytest.raises(BadEdit, match="never changed"):
        desk.release("one")
    with pytest.raises(UnknownName, match="Known: one"):
        desk.at_release("zero")


def _corrected(desk: Desk) -> None:
    desk.correct(HALMOR, "place", "Orvelin", because="a gazetteer")


def _moved(desk: Desk) -> None:
    desk.rename(HALMOR, "halmor-appeal", because="its name")
    desk.rename(HALMOR, "halmor-call", because="its better name")


def _withdrawn(desk: Desk) -> None:
    desk.withdraw(HALMOR, because="a mistake")


def _split(desk: Desk) -> None:
    desk.split(f"{HALMOR}#p2", at="They ask", because="two")


def _more(desk: Desk) -> None:
    desk.keep([TEXTS["orvelin"], TEXTS["rival"]])


@pytest.mark.parametrize("change", [_corrected, _moved, _withdrawn, _split, _more])
def test_a_release_answers_as_before_whatever_came_later(desk: Desk, change: Callable[[Desk], None]) -> None:
    listed, document = desk.list(), desk.get(HALMOR).document
    made = desk.release("one")
    change(desk)
    then = desk.at_release("one")

    assert then.list() == listed
    assert then.get(HALMOR).document == document
    assert then.get("Halmor 2005").document == document
    assert then.content(HALMOR) == declaration()
    assert then.get(f"{HALMOR}#p2").document.words(then.get(f"{HALMOR}#p2").address) == PARAGRAPHS[0]
    assert desk.releases()[0] == made


def test_what_came_after_a_release_is_not_in_it(desk: Desk) -> None:
    desk.release("one")
    desk.keep([TEXTS["orvelin"]])

    with pytest.raises(NotHeld):
        desk.at_release("one").get("Orvelin 2004")
    assert len(desk.list()) == 2


def test_the_new_name_of_a_document_opens_its_old_state_in_a_release(desk: Desk) -> None:
    desk.release("one")
    done = desk.rename(HALMOR, "halmor-appeal", because="its name")

    assert desk.at_release("one").get(str(done.address)).document.address == HALMOR
