"""Next year: a new declaration comes into an archive that was worked with, and everything follows in one command."""

import json
import shutil

import pytest

from tests.doors.web.conftest import client

BELOVESK = "osr:2019-06-13/belovesk-declaration@en-x-unstated"
DREVINA = "osr:2007-09-18/drevina-declaration@en-x-unstated"
SHARE = "/pinboard?pin=osr:2007-09-18/drevina-declaration@en-x-unstated%23p3&note=Ask+Tessarine."
ORVELIN = "osr:2021-06-17/orvelin-declaration@en-x-unstated"
WORDS = """ORGANISATION OF THE SEVEN RIVERS

ORVELIN DECLARATION

The Heads of State of the Republic of Kelvaria, the Lirandian Republic, the Republic of Marovia, the Oskanian
Federation, the Kingdom of Tessarine, the Republic of Vessania and the Republic of Zhumara,

having met in Orvelin on 17 June 2021 for the ninth session of the Council of Heads of State, seventeen years after
the signature of the Charter of the Organisation of the Seven Rivers,

have agreed on the following declaration:

1. The Organisation remains open to States and organisations that wish to work with it in good faith and for the
benefit of all who live by the rivers.

2. The Heads of State condemn terrorism in all its forms.

3. The member States undertake to pass on warnings of floods within three hours, as they did under paragraph 9 of the
Vesgrad Declaration.

4. The Heads of State demand that the operators of large dams submit to an independent audit every five years.

5. Every riparian State is entitled to a fair and reasonable share in the benefits of the seven rivers and has the duty
not to cause significant harm to its neighbours.

6. The Council of Heads of State granted the status of observer to the Republic of Ruvenia.

7. Beavers that return to the upper reaches are under the protection of all seven States.
"""


@pytest.fixture(scope="module")
def year_old(filled, tmp_path_factory):
    """An archive that was worked with for a year: notes, corrections, a relation, a release, a board, a dossier."""
    import acquis
    from acquis.briefing.dossier_files import write

    folder = tmp_path_factory.mktemp("year")
    archive = acquis.open(shutil.copytree(filled, folder / "here.acquis"), who="desk")
    for entry in archive.list():
        archive.mark(entry.address, "public", because="published by the secretariat")
    archive.note(f"{DREVINA}#p3", "Compare the Charter.", because="asked by the desk")
    archive.note(BELOVESK, "Checked against the paper.")
    archive.correct("Halmor 2005", "place", "Halmor Palace", because="stands in the first line")
    archive.join("Halmor 2005#p7", "Halmor 2005#p8", because="one paragraph in the printed text")
    archive.release("last-year")
    write(archive.dossier([f"{DREVINA}#p3", "brief Belovesk 2019", "who osr on 2011-06-15"]).files, folder / "dossier")
    archive.store.close()
    return folder


@pytest.fixture(scope="module")
def kept(year_old):
    """What stood at every address before the new text came."""
    import acquis

    archive = acquis.open(year_old / "here.acquis")
    found = {}
    for entry in archive.list():
        document = archive.get(entry.address).document
        found |= {
            str(document.address.at(part.path)): document.words(document.address.at(part.path))
            for part in document.parts
        }
    edits = [(each["verb"], each["address"]) for each in archive.edits()]
    archive.store.close()
    return found, edits


@pytest.fixture(scope="module")
def pages(year_old):
    """What the room shows to anybody a moment before."""
    with client(year_old / "here.acquis") as asked:
        addresses = {
            "new": "/feed.atom",
            "wording": f"/feed/wording.atom?of={DREVINA}%23p3".replace("#", "%23"),
            "board": SHARE,
        }
        return {name: asked.get(address).text for name, address in addresses.items()}


@pytest.fixture(scope="module")
def come(year_old, kept, pages):
    """The one command."""
    from click.testing import CliRunner

    from acquis.cli._group import acquis

    (year_old / "orvelin.txt").write_text(WORDS, "utf-8")
    given = [
        "add",
        str(year_old / "orvelin.txt"),
        "--marking",
        "public",
        "--archive",
        str(year_old / "here.acquis"),
        "--json",
    ]
    done = CliRunner().invoke(acquis, given, prog_name="acquis")
    assert 0 == done.exit_code, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def archive(year_old, come):
    import acquis

    opened = acquis.open(year_old / "here.acquis", who="desk")
    yield opened
    opened.store.close()


def test_it_is_kept_at_an_address_of_its_own(come):
    assert [("kept", ORVELIN)] == [(each["outcome"], each["address"]) for each in come["files"]]


def test_its_predecessor_and_its_brief_follow(archive):
    from acquis.briefing.first_page import paper_of

    brief = archive.brief(ORVELIN)
    told = " ".join(run.text for line in paper_of(brief).lines for run in line)

    assert [BELOVESK] == [str(each.text.address) for each in brief.choice.chosen]
    assert "last earlier date" in told
    for words in ("“call upon”", "“demand that”", "Beavers"):
        assert words in told


def test_its_passages_join_their_families(archive):
    uses = {str(each.use.address.expression) for each in archive.precedents.uses(f"{DREVINA}#p3").held}
    nearest = archive.precedents.find(f"{ORVELIN}#p1").nearest

    assert ORVELIN in uses
    assert f"{BELOVESK}#p1" == str(nearest.address)


def test_the_register_knows_what_it_tells(archive):
    before, after = (archive.register.who("osr", on=day) for day in ("2021-06-16", "2021-06-17"))
    observers = [{each.actor for each in held if each.role == "observer" and each.sure} for held in (before, after)]

    assert 1 == len(observers[1] - observers[0])
    assert "Ruvenia" in archive.register.name((observers[1] - observers[0]).pop(), on="2021-06-17")


def test_the_feeds_have_it(year_old, archive, pages):
    with client(year_old / "here.acquis") as asked:
        now = {"new": asked.get("/feed.atom").text, "wording": asked.get(f"/feed/wording.atom?of={DREVINA}%23p3").text}

    for name, text in now.items():
        assert "orvelin-declaration" not in pages[name]
        assert "orvelin-declaration" in text


def test_the_board_is_as_it_was(year_old, archive, pages):
    with client(year_old / "here.acquis") as asked:
        now = asked.get(SHARE).text

    assert "Ask Tessarine." in now
    assert "significant harm" in now


def test_no_address_note_or_correction_is_lost(archive, kept):
    words, edits = kept

    assert words == {address: archive.get(address).document.words(archive.get(address).address) for address in words}
    assert edits == [(each["verb"], each["address"]) for each in archive.edits()][: len(edits)]


def test_the_dossier_still_holds(year_old, archive):
    found = archive.verify_dossier(str(year_old / "dossier"))

    assert () == found.findings
    assert found.quotations > 10


def test_since_tells_what_changed(year_old, archive):
    from click.testing import CliRunner

    from acquis.cli._group import acquis

    printed = CliRunner().invoke(
        acquis, ["since", "last-year", "--archive", str(year_old / "here.acquis")], prog_name="acquis"
    )

    assert 0 == printed.exit_code
    assert "ORVELIN DECLARATION" in printed.stdout
    assert "BELOVESK DECLARATION" in printed.stdout
    assert "Ruvenia" in printed.stdout
