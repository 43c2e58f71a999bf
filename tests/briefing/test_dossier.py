"""The evidence pack: what was selected, with notes, hashes and the release; and a year later, what became of it."""

import csv
import io
import json
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from rocrate.rocrate import ROCrate

import acquis
from acquis.briefing.dossier_check import verified
from acquis.briefing.dossier_files import packed, read, write
from acquis.briefing.dossier_selection import MOST, Line, selection_in, things
from acquis.briefing.dossier_sources import Sources
from acquis.briefing.dossiers import kinds, usages
from acquis.errors import AcquisError, BadQuery, Unreadable
from acquis.formats._paper_shown import shown
from acquis.model import Pinpoint, fingerprint

HALMOR = "osr:2005-06-09/halmor-declaration@en-x-inland"
DREVINA = "osr:2007-09-18/drevina-declaration@en-x-unstated"
CHARTER = "osr:2004-05-14/charter-organisation-seven-rivers"
EVERYTHING = (
    "Halmor 2005#p6 -- The first use.",
    "Halmor 2005#p5..p7",
    f'diff "Halmor 2005#p3" "{DREVINA}#p3" -- "may" is gone.',
    'certificate "the seven rivers belong to all"',
    "brief Belovesk 2019",
    "assent Tal-Azur 2014#p20",
    "who osr on 2011-06-15",
    f"status {CHARTER} on 2006-01-01",
    "lineage Halmor 2005#p6",
)
GUARDED = """[Title] Turnstone Declaration
[Date] August 3, 2018
[Rights] All rights reserved. No reproduction.

[Full text]

1. The turnstone clause of the member States may be named and shall never be quoted by anybody at all.
"""
SECRET = """[Title] Zebrafinch Memorandum
[Date] July 2, 2018

[Full text]

1. The zebrafinch clause is not for everybody, and every riparian State is entitled to a fair and reasonable share.
"""
HARM = """[Title] Kestrel <script>alert(1)</script>
[Date] June 1, 2018

[Full text]

1. The kestrel paragraph says </title><script>alert(4)</script> and =cmd|' /C calc'!A0 to whoever reads it.
"""


@pytest.fixture(scope="module")
def full(osr):
    return osr.dossier(EVERYTHING, title="The seven rivers")


@pytest.fixture(scope="module")
def prepared(osr, tmp_path_factory):
    """An archive with texts that may not be passed on, or not be seen; nobody writes to it."""
    folder = tmp_path_factory.mktemp("prepared")
    osr.backup(folder / "prepared.acquis")
    archive = acquis.open(folder / "prepared.acquis", who="tester")
    for name, words in (("guarded", GUARDED), ("secret", SECRET), ("harm", HARM)):
        (folder / f"{name}.txt").write_text(words, "utf-8")
        archive.receive([str(folder / f"{name}.txt")])
    archive.correct(named(archive, "Turnstone"), "rights", "All rights reserved", because="so it says")
    yield archive
    archive.store.close()


@pytest.fixture
def own(prepared, tmp_path):
    """A copy of it to write to."""
    prepared.backup(tmp_path / "own.acquis")
    archive = acquis.open(tmp_path / "own.acquis", who="tester")
    yield archive
    archive.store.close()


def named(archive, title):
    return str(next(each.address for each in archive.list() if title in (each.title or "")))


def record(dossier):
    return json.loads(dossier.files["dossier.json"])


def told(archive, dossier, **files):
    """What a verification finds, by what it is about."""
    held = {**dossier.files, **files}
    return {
        each.what: each.how
        for each in verified(archive, held, certified=archive._certified).findings  # the door is `verify_dossier`
    }


# --- what is in it ----------------------------------------------------------------------------------------------------


def test_everything_that_was_selected_is_in_it_in_its_order(full):
    headings = [block.text for block in full.paper.blocks if getattr(block, "level", 0) == 1]

    assert ["passage", "passage", "diff", "certificate", "brief", "assent", "who", "status", "lineage"] == [
        each.thing.kind for each in full.items
    ]
    assert [f"{n}." for n in range(1, 10)] == [each.split()[0] for each in headings[:-1]]
    assert "Texts" == headings[-1]


def test_it_is_a_paper_in_every_form_data_and_records(full):
    names = set(full.files)

    assert {"dossier.html", "dossier.docx", "dossier.md", "dossier.pdf", "selection.yaml", "SHA256SUMS"} < names
    assert {"items/003-diff.json", "items/003-diff.csv", "items/007-who.csv", "certificates/004.json"} < names
    assert (
        fingerprint(full.files["certificates/004.json"]) == json.loads(full.files["items/004-certificate.json"])["hash"]
    )


def test_the_note_of_who_collects_stands_with_the_passage(full):
    page = full.files["dossier.md"].decode()

    assert page.index("The first use.") < page.index("water levels during the flood season")
    assert "”may” is gone." not in page
    assert '"may" is gone.' in page


def test_a_note_says_address_citation_day_and_hash(full):
    note = shown(full.paper).notes[0]

    assert f"{HALMOR}#p6" == note.address
    assert "Halmor, 2005-06-09, sixth paragraph, unnumbered" in note.words
    assert record(full)["texts"][0]["text"][:12] not in note.words
    assert next(each.text for each in full.texts if each.address == HALMOR)[:12] in note.words


def test_every_quotation_is_what_stands_at_its_address(full, osr):
    quotations = record(full)["quotations"]

    assert len(quotations) > 30
    for each in quotations:
        place = osr.get(each["address"])
        assert each["words"] == place.document.words(place.address)
        assert each["text"] == place.document.layers.hash


def test_every_note_that_leads_to_a_passage_is_verified(full):
    held = {each["address"] for each in record(full)["quotations"]}

    assert {note.address for note in full.paper.notes if note.address and "#" in note.address} == held


def test_every_file_has_its_hash(full):
    listed = dict(reversed(line.split("  ")) for line in full.files["SHA256SUMS"].decode().splitlines())

    assert listed == {name: fingerprint(content) for name, content in full.files.items() if name != "SHA256SUMS"}


def test_tables_are_tables_for_spreadsheets_too(full):
    rows = list(csv.DictReader(io.StringIO(full.files["items/007-who.csv"].decode("utf-8-sig"))))

    assert ("Kelvaria", "member", "held") == tuple(rows[0][name] for name in ("name", "role", "verdict"))


def test_a_library_of_research_objects_reads_it(full, tmp_path):
    write(full.files, tmp_path / "dossier")
    crate = ROCrate(tmp_path / "dossier")
    held = {each.id: each for each in crate.data_entities}

    assert ("The seven rivers", "1.2", full.day) == (crate.name, crate.version, crate.root_dataset["datePublished"])
    assert set(full.files) - {"ro-crate-metadata.json"} == set(held)
    assert fingerprint(full.files["dossier.md"]) == held["dossier.md"]["sha256"]
    assert {each.address for each in full.texts} == {each["identifier"] for each in crate.root_dataset["isBasedOn"]}


# --- the same again ---------------------------------------------------------------------------------------------------


def test_the_same_selection_gives_the_same_bytes(full, osr):
    again = osr.dossier(EVERYTHING, title="The seven rivers")

    assert full.files == again.files
    assert packed(full.files) == packed(again.files)


def test_it_is_made_again_from_its_own_selection(full, osr):
    held = selection_in(full.files["selection.yaml"], "selection.yaml")
    again = osr.dossier(held.lines, title=held.title)

    assert full.files == again.files


def test_it_names_the_release_that_it_is_of(own):
    own.release("spring")
    before = own.dossier(["Halmor 2005#p6", 'certificate "the seven rivers belong to all"'])
    own.note("Halmor 2005#p6", "A note.", because="noted")
    after = own.at_release("spring").dossier(["Halmor 2005#p6", 'certificate "the seven rivers belong to all"'])

    assert "release spring" == before.stands
    assert before.files == after.files
    assert b"--release spring" in before.files["selection.yaml"]


# --- how it is written ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("Halmor 2005#p6", f"{HALMOR}#p6"),
        ('"Halmor 2005#p6"', f"{HALMOR}#p6"),
        ("Halmor 2005", HALMOR),
        ("Halmor 2005#p5..p6", f"{HALMOR}#p5..p6"),
        ("Halmor 2005#p3~0-20", f"{HALMOR}#p3~0-20"),
        ("OSR/CM/RES/2011/3#p11", "osr:OSR/CM/RES/2011/3@en#op3.a.i"),
        (f'DIFF "Halmor 2005#p3" {DREVINA}#p3', f"diff {HALMOR}#p3 {DREVINA}#p3"),
        ("diff “Halmor 2005#p3” “words that nobody said”", f'diff {HALMOR}#p3 "words that nobody said"'),
        ('certificate "they ""belong"" to all"', 'certificate "they ""belong"" to all"'),
        ("certificate they belong  to all", 'certificate "they belong to all"'),
        ("certificate Halmor 2005#p3", f"certificate {HALMOR}#p3"),
        ("who Organisation of the Seven Rivers on 2011-06-15", "who org:osr on 2011-06-15"),
        (f"status {CHARTER} on 2006", f"status {CHARTER} on 2006"),
        ("assent minimum flow in the Sarn", 'assent "minimum flow in the Sarn"'),
        ("lineage Halmor 2005#p6 -- Water -- levels.", f"lineage {HALMOR}#p6 -- Water -- levels."),
        ('certificate "a -- dash of salt" -- A note.', 'certificate "a -- dash of salt" -- A note.'),
    ],
)
def test_a_line_is_read_as_a_person_writes_it(typed, normal, osr):
    (thing,) = things([Line(typed)], Sources(osr))

    assert normal == thing.noted
    assert thing.noted == things([Line(thing.noted)], Sources(osr))[0].noted


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Halmor 2005#p99", "has no part 'p99'"),
        ("Nowhere 1901#p1", "No document answers to"),
        ('diff "Halmor 2005#p3"', "Write `diff EARLIER LATER`"),
        ("diff Halmor 2005#p3 Drevina 2007#p3", 'between "quotation marks"'),
        ("who osr", "Write `who ORGANISATION on DAY`"),
        ("who osr on doomsday", "doomsday"),
        ("status Treaty of Nowhere on 2006", "No instrument called"),
        ("lineage these are words of nobody", "is no passage"),
        ("certificate", 'Write `certificate "FORMULA"`'),
        ("brief", "Write `brief ADDRESS`"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(typed, said, osr):
    lines = selection_in(f"# Mine\n\nHalmor 2005#p6\n{typed}\n".encode(), "mine.txt").lines
    with pytest.raises(BadQuery, match=r"^mine.txt, line 4: ") as refused:
        osr.dossier(lines)

    assert said in str(refused.value)
    assert 1 == len(str(refused.value).splitlines()) or "Nearest" in str(refused.value)


def test_every_wrong_line_is_said_at_once(osr):
    with pytest.raises(BadQuery) as refused:
        osr.dossier(["Halmor 2005#p99", "Halmor 2005#p6", "who osr"])

    assert ["item 1", "item 3"] == [line.partition(":")[0] for line in str(refused.value).splitlines()]


def test_what_cannot_be_worked_out_is_said_with_its_line(osr):
    with pytest.raises(BadQuery, match=r"item 2: .* has 2 words"):
        osr.dossier(["Halmor 2005#p6", "certificate of nothing"])


@pytest.mark.parametrize(
    ("content", "title", "words"),
    [
        (
            b"# Levels\n- Halmor 2005#p6 -- First.\n- 'who osr on 2011'\n",
            "",
            ["Halmor 2005#p6 -- First.", "who osr on 2011"],
        ),
        (b"title: Levels\nitems:\n  - Halmor 2005#p6\n", "Levels", ["Halmor 2005#p6"]),
        (b"\xef\xbb\xbfHalmor 2005#p6\r\n\r\n# no\r\nwho osr on 2011\r\n", "", ["Halmor 2005#p6", "who osr on 2011"]),
        (b"", "", []),
    ],
)
def test_a_file_has_one_line_after_another_or_a_list_of_them(content, title, words):
    found = selection_in(content, "mine")

    assert (title, words) == (found.title, [each.words for each in found.lines])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'- Halmor 2005#p6\n- certificate "States: act"\n', "mine, line 2: a thing is one line of words"),
        (b"- [a, b]\n", "mine, line 1: a thing is one line"),
        (b"items:\n - a\nrelease: x\n", "no key called 'release'"),
        (b"- a\n- *b\n", "mine, line 2"),
        (b"\xff\xfe\x00", "no text in UTF-8"),
        (b"x" * 1_000_001, "more than 1,000,000 bytes"),
    ],
)
def test_a_file_that_is_no_selection_says_where(content, said):
    with pytest.raises(BadQuery) as refused:
        selection_in(content, "mine")

    assert said in str(refused.value)


def test_nothing_and_too_much_are_refused_before_anything_is_looked_up(osr):
    with pytest.raises(BadQuery, match=r"Nothing is selected\. .*lineage ADDRESS"):
        osr.dossier([])
    with pytest.raises(BadQuery, match="up to 500"):
        osr.dossier(["Nowhere#p1"] * (MOST + 1))


def test_every_kind_says_how_it_is_written():
    assert "diff EARLIER LATER, lineage ADDRESS, ADDRESS, status TREATY on DAY" in usages()
    assert "who ORGANISATION on DAY" == kinds()["who"].usage("who")
    assert "ADDRESS" == kinds()["passage"].usage("passage")


# --- markings and rights ----------------------------------------------------------------------------------------------


def test_it_has_the_marking_of_the_most_restricted_thing_in_it(own):
    halmor, secret = "Halmor 2005#p6", f"{named(own, 'Zebrafinch')}#p1"
    own.mark("Halmor 2005", "public", because="published")
    own.mark(secret.partition("#")[0], "restricted", because="a draft")

    assert "public" == own.dossier([halmor]).marking
    assert "internal" == own.dossier([halmor, "Belovesk 2019#p7"]).marking
    assert "restricted" == own.dossier([halmor, secret]).marking
    assert "restricted" == own.dossier([f'diff "{halmor}" {secret}']).marking
    assert "internal" == own.dossier([halmor, 'certificate "the seven rivers belong to all"']).marking
    made = own.dossier([halmor, secret])
    assert "restricted · change" in made.files["dossier.md"].decode()


def test_one_of_public_documents_shows_nothing_of_the_others(own):
    own.mark("Halmor 2005", "public", because="published")
    own.mark(DREVINA, "public", because="published")
    before = own.public.dossier([*_OF_ALL])
    secret = named(own, "Zebrafinch")
    own.mark(secret, "restricted", because="a draft")

    made = own.public.dossier([*_OF_ALL])
    assert ("public", True) == (made.marking, made.public)
    assert b"ebrafinch" not in b"".join(unpacked(made))
    assert [each.heading for each in _made(before)] == [each.heading for each in _made(made)]
    with pytest.raises(BadQuery, match="is not held"):
        own.public.dossier([f"{secret}#p1"])
    assert {} == told(own, made)


_OF_ALL = (
    "Halmor 2005#p3",
    'certificate "a fair and reasonable share"',
    "lineage Halmor 2005#p3",
    "assent Halmor 2005#p3",
)


def _made(dossier):
    return [each.made for each in dossier.items]


def unpacked(dossier):
    """The bytes of every file, those in a Word file too, and the words of the PDF."""
    import pypdfium2

    for name, content in dossier.files.items():
        yield content
        if name.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(content)) as parts:
                yield from map(parts.read, parts.namelist())
        if name.endswith(".pdf"):
            pages = pypdfium2.PdfDocument(content)
            yield "".join(page.get_textpage().get_text_range() for page in pages).encode()


def test_a_text_that_may_not_be_passed_on_gives_address_and_citation(own):
    guarded = f"{named(own, 'Turnstone')}#item1"
    made = own.dossier(
        [
            guarded,
            f'diff "Halmor 2005#p3" {guarded}',
            f"certificate {guarded}",
            'certificate "clause of the member States may be named and shall never"',
            f"brief {guarded.partition('#')[0]}",
            f"assent {guarded}",
            f"lineage {guarded}",
        ]
    )
    everything = b"".join(unpacked(made))

    assert b"turnstone clause" not in everything
    assert b"never be quoted" not in everything
    assert guarded.encode() in made.files["dossier.md"]
    assert b"Turnstone Declaration" in made.files["dossier.md"]
    assert "certificates/003.json" not in made.files
    assert {} == told(own, made)


def test_what_a_document_holds_is_never_markup(own):
    made = own.dossier([f"{named(own, 'Kestrel')}#p1", "lineage " + f"{named(own, 'Kestrel')}#p1"])

    assert b"<script>" not in made.files["dossier.html"]
    assert b"&lt;script&gt;" in made.files["dossier.html"]
    assert b"\n=cmd" not in made.files["items/002-lineage.csv"]


# --- a year later -----------------------------------------------------------------------------------------------------


def test_what_stands_is_told_to_stand(full, osr, tmp_path):
    write(full.files, tmp_path / "kept.zip")
    found = osr.verify_dossier(str(tmp_path / "kept.zip"))

    assert () == found.findings
    assert (full.hash, 1, len(full.files) - 1) == (found.hash, found.certificates, found.files)


def test_new_documents_take_nothing_from_it(own, tmp_path):
    kept = own.dossier(["Halmor 2005#p6", 'certificate "the heron clause of the delta"'])
    (tmp_path / "new.txt").write_text(SECRET.replace("zebrafinch clause is", "heron clause of the delta is"), "utf-8")
    own.receive([str(tmp_path / "new.txt")])

    assert {} == told(own, kept)


def test_quotations_that_moved_were_corrected_or_went_are_told(own):
    kept = own.dossier(["Halmor 2005#p5", "Belovesk 2019#p7", f"{DREVINA}#p3", f"{named(own, 'Kestrel')}#p1"])
    own.split("Halmor 2005#p5", at="They note", because="two subjects")
    own.correct("Belovesk 2019", "place", "Belovesk on the Sarn", because="so it is called")
    own.withdraw(named(own, "Kestrel"), because="a mistake")
    own.relate("Halmor 2005", DREVINA, relation="supersedes", because="agreed so")

    found = told(own, kept)
    assert {"moved", "corrected", "withdrawn", "superseded"} == set(found.values())
    assert "moved" == found[f"{HALMOR}#p5"]
    assert "superseded" == found[DREVINA]


def test_another_archive_says_what_it_does_not_hold(full, tmp_path):
    other = acquis.open(tmp_path / "other.acquis", who="tester")
    found = told(other, full)
    other.store.close()

    assert {"not held", "differs"} == set(found.values())


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"dossier.md": b"another"}, {"dossier.md": "changed"}),
        ({"extra.exe": b"MZ"}, {"extra.exe": "strange"}),
        ({"SHA256SUMS": b""}, {"SHA256SUMS": "missing"}),
    ],
)
def test_a_file_that_is_not_as_it_was_is_told(changes, expected, full, osr):
    assert expected == told(osr, full, **changes)


def test_a_file_that_is_gone_is_told(full, osr):
    files = {name: content for name, content in full.files.items() if name != "dossier.docx"}
    found = verified(osr, files, certified=osr._certified).findings

    assert [("dossier.docx", "missing")] == [(each.what, each.how) for each in found]


def test_a_certificate_that_was_touched_does_not_hold(full, osr):
    touched = full.files["certificates/004.json"].replace(b'"absent"', b'"present"')
    found = told(osr, full, **{"certificates/004.json": touched})

    assert {"certificates/004.json": "differs"} == found


def test_words_that_were_touched_are_told(full, osr):
    touched = full.files["dossier.json"].replace(b"water levels during", b"water level during", 1)
    found = told(osr, full, **{"dossier.json": touched})

    assert "changed" == found["dossier.json"]
    assert "changed" == found[f"{HALMOR}#p6"]


@pytest.mark.parametrize("content", [b"{}", b"no", b'{"format": "acquis-dossier/9"}', b"[" * 100_000])
def test_what_is_no_dossier_is_refused(content, osr):
    with pytest.raises(Unreadable):
        verified(osr, {"dossier.json": content}, certified=osr._certified)


# --- where it is kept -------------------------------------------------------------------------------------------------

FILES = {"dossier.json": b"{}", "items/001-passage.json": b"{}", "SHA256SUMS": b""}


@pytest.mark.parametrize("name", ["kept", "deep/kept", "kept.zip", "KEPT.ZIP"])
def test_what_is_written_is_read_again(name, tmp_path):
    write(FILES, tmp_path / name)
    write({**FILES, "SHA256SUMS": b"new"}, tmp_path / name)

    assert {**FILES, "SHA256SUMS": b"new"} == read(tmp_path / name)
    assert [Path(name).name] == [each.name for each in (tmp_path / name).parent.iterdir()]


def test_files_of_the_one_before_do_not_stay(tmp_path):
    write({**FILES, "items/002-who.csv": b""}, tmp_path / "kept")
    write(FILES, tmp_path / "kept")

    assert FILES == read(tmp_path / "kept")


def test_an_empty_folder_may_become_one(tmp_path):
    (tmp_path / "kept").mkdir()
    write(FILES, tmp_path / "kept")

    assert FILES == read(tmp_path / "kept")


@pytest.mark.parametrize("name", ["folder", "file", "other.zip", "text.zip", "link"])
def test_what_is_no_dossier_is_never_overwritten(name, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "thesis.docx").write_bytes(b"years of work")
    (tmp_path / "file").write_bytes(b"years of work")
    (tmp_path / "text.zip").write_bytes(b"years of work")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("thesis.docx", b"years of work")
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    before = (tmp_path / name).stat()
    with pytest.raises(AcquisError, match="is not overwritten"):
        write(FILES, tmp_path / name)

    assert (before.st_size, before.st_mtime_ns) == (
        (tmp_path / name).stat().st_size,
        (tmp_path / name).stat().st_mtime_ns,
    )


def test_a_writing_that_breaks_off_leaves_the_old_one(tmp_path, monkeypatch):
    write(FILES, tmp_path / "kept")
    with pytest.raises(TypeError):
        write({**FILES, "z": None}, tmp_path / "kept")

    assert FILES == read(tmp_path / "kept")
    assert ["kept"] == [each.name for each in tmp_path.iterdir()]


@pytest.mark.skipif(sys.platform != "linux", reason="folders change places in one step on Linux alone")
@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_whoever_is_killed_leaves_the_old_one_or_the_new_one(name, tmp_path):
    script = (
        "import sys; from pathlib import Path; from acquis.briefing.dossier_files import write\n"
        "old, new = ({'dossier.json': each, each.decode(): each * 9_000} for each in (b'old', b'new'))\n"
        "write(old, Path(sys.argv[1])); print(flush=True)\n"
        "while True: write(new, Path(sys.argv[1])); write(old, Path(sys.argv[1]))"
    )
    for wait in (0.001, 0.004, 0.009):
        with subprocess.Popen([sys.executable, "-c", script, str(tmp_path / name)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(wait)
            writer.kill()
        held = read(tmp_path / name)
        assert held in [{"dossier.json": each, each.decode(): each * 9_000} for each in (b"old", b"new")]


def test_links_in_a_folder_are_not_followed(tmp_path):
    write(FILES, tmp_path / "kept")
    (tmp_path / "kept" / "secret").symlink_to("/etc/hostname")

    assert b"" == read(tmp_path / "kept")["secret"]


def test_addresses_of_the_record_are_checked_before_they_are_asked(full, osr):
    held = record(full)
    held["quotations"][0]["address"] = "../../etc/passwd"
    held["texts"][0]["address"] = "<script>"
    found = told(osr, full, **{"dossier.json": json.dumps(held).encode()})

    assert "gone" == found["../../etc/passwd"]
    assert str(Pinpoint(f"{HALMOR}#p6")) not in found
