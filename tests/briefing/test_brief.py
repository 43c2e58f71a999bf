"""The brief: what fits on its first page, in which order, and that every quotation stands at its address."""

import pytest

from acquis.briefing.brief import Fate
from acquis.briefing.first_page import ROWS, WORDS, first_page, paper_of, words_in
from acquis.briefing.sections import Row, sections
from acquis.briefing.sections.changed import surviving, weight
from acquis.formats._paper import Break, line
from acquis.model import Pinpoint
from acquis.precedents.succession import Kind

HELD = ["Belovesk 2019", "Amesca 2017", "osr:2007-09-18/drevina-declaration@ru-x-unstated", "OSR/CM/RES/2016/4"]


@pytest.fixture(scope="module")
def briefs(osr):
    return {name: osr.brief(name) for name in HELD}


@pytest.mark.parametrize("name", HELD)
def test_the_first_page_has_at_most_twelve_rows_and_four_hundred_words(briefs, name):
    rows = first_page(briefs[name])

    assert 0 < len(rows) <= ROWS
    assert sum(map(words_in, rows)) <= WORDS


@pytest.mark.parametrize("name", HELD)
def test_the_rows_stand_in_the_order_of_the_sections(briefs, name):
    told = [row.about.split(",")[0] for row in first_page(briefs[name])]
    order = [
        *("The text", "Known", "Look at", "Wording not repeated", "No earlier wording", "Cited"),
        *("Look up in the original", "The archive lacks", "Formulae", "Carried over word for word"),
        "Possibly the translator's",
    ]

    assert sorted(told, key=order.index) == told


@pytest.mark.parametrize("name", HELD)
def test_every_note_with_an_address_quotes_what_stands_there(osr, briefs, name):
    paper = paper_of(briefs[name])
    placed = [note for note in paper.notes if note.address and "#" in note.address]
    assert placed
    for note in placed:
        address = Pinpoint(note.address)
        document = osr.get(str(address.expression)).document
        stands = document.words(address if address.words is None else address.expression.at(address.part))
        assert " ".join(note.words.strip("“”").split("”; ")[0].split()) in " ".join(
            (stands, document.part(address.part).span.of(document.text))
        ).replace("\n", " "), note


def test_the_same_archive_gives_the_same_paper(osr, briefs):
    assert paper_of(osr.brief("Belovesk 2019")) == paper_of(briefs["Belovesk 2019"])


def test_the_first_page_is_apart_from_what_stands_behind_it(briefs):
    blocks = paper_of(briefs["Belovesk 2019"]).blocks

    assert [at for at, block in enumerate(blocks) if isinstance(block, Break)] == [1]
    assert len(blocks) > 5


def test_every_passage_has_one_fate_and_those_that_are_gone_are_told(briefs):
    brief = briefs["Belovesk 2019"]
    fates = {each.fate for each in brief.paragraphs}
    into = {edge.earlier.address for each in brief.paragraphs for edge in each.sources}

    assert {Fate.KEPT, Fate.CHANGED, Fate.OTHER} <= fates
    assert not into & {each.address for each in brief.gone}
    assert all(each.sources == () for each in brief.paragraphs if each.fate is Fate.OTHER)
    assert all(
        len(each.compared) == 0 for each in brief.paragraphs if each.fate is Fate.KEPT and len(each.sources) == 1
    )


def test_the_weightiest_changes_are_looked_at_first(briefs):
    from acquis.briefing.sections.changed import ranked

    found = ranked(briefs["Belovesk 2019"])
    weights = [(each.edge.kind is Kind.REWORDED, weight(surviving(each)[0])) for each in found]

    assert weights == sorted(weights)


def test_a_file_that_is_not_held_has_the_brief_that_it_has_when_it_is_held(osr, tmp_path, briefs):
    import acquis
    from tests.briefing.conftest import SAMPLES

    held = acquis.open(tmp_path / "older.acquis")
    (file,) = [path for path in SAMPLES.iterdir() if b"BELOVESK DECLARATION" in path.read_bytes()]
    held.receive([str(path) for path in SAMPLES.iterdir() if path != file])
    coming = held.brief(str(file))

    assert not coming.held
    assert [row.line[0].text for row in first_page(coming)] == [
        row.line[0].text for row in first_page(briefs["Belovesk 2019"])
    ]
    held.store.close()


def test_a_file_that_is_held_is_taken_from_the_archive(osr):
    from tests.briefing.conftest import SAMPLES

    (file,) = [path for path in SAMPLES.iterdir() if b"BELOVESK DECLARATION" in path.read_bytes()]

    assert osr.brief(str(file)).held


def test_words_of_scripts_without_blanks_are_counted_two_letters_to_a_word():
    assert words_in(Row("", line("七つの河川の機構"))) == 4
    assert words_in(Row("The text", line("seven rivers"))) == 4


def test_each_section_has_a_place_of_its_own():
    orders = [each.order for each in sections()]

    assert orders == sorted(set(orders))
    assert sum(each.fills for each in sections()) == 1
