"""One restricted draft comes into a public archive: no door says anything else than it said before, to the byte."""

import io
import json
import re
import shutil
import zipfile

import pytest
from click.testing import CliRunner

from docs.pictures import DREVINA, PAGES
from tests.doors.rest.test_rest import ASKED as VERBS
from tests.doors.test_mcp import ASKED as TOOLS
from tests.doors.test_mcp import asked, words
from tests.doors.web.conftest import client

pytestmark = pytest.mark.slow

P3 = f"{DREVINA}%23p3"
DRAFT = "osr:2018-07-02/oystercatcher-declaration"
SECRET = """ORGANISATION OF THE SEVEN RIVERS

OYSTERCATCHER DECLARATION

The Heads of State of the Republic of Kelvaria, the Lirandian Republic, the Republic of Marovia, the Oskanian
Federation, the Kingdom of Tessarine, the Republic of Vessania and the Republic of Zhumara,

having met in Drevina on 2 July 2018 for an extraordinary session of the Council of Heads of State,

have agreed on the following declaration:

1. Every riparian State is entitled to a fair and reasonable share in the benefits of the seven rivers, and the
oystercatcher clause of this draft is not for everybody.

2. The Council of Heads of State granted the status of observer to the Republic of Ruvenia.

3. The Charter of the Organisation of the Seven Rivers was terminated on 2 July 2018.
"""
BETRAYING = re.compile(rb"oystercatcher", re.IGNORECASE)
QUERIES = ["oystercatcher", "oystercatcher declaration", "the oystercatcher clause of this draft is not for everybody"]
ASKING = [
    *(f"{path}?{name}={query.replace(' ', '+')}" for query in QUERIES for path, name in (
        *(("/search", "q"), ("/concordance", "q"), ("/agreed", "text"), ("/certificate", "text"), ("/assent", "of")),
        *(("/brief", "of"), ("/lineage", "of"), ("/cite", "of"), ("/register", "of"), ("/catalogue", "place")),
        *(("/api/find", "q"), ("/api/precedents", "of"), ("/api/precedents/certificate", "of"), ("/api/document", "at")),
    )),
    *(f"{path}{DRAFT}" for path in ("/brief?of=", "/lineage?of=", "/assent?of=", "/cite?of=", "/pinboard?pin=", "/embed?of=")),
    *(f"/d/osr/2018-07-02/oystercatcher-declaration{rest}" for rest in ("", "/@en-x-unstated", "/@en-x-unstated/p1", ".json")),
    f"/compare?a={DREVINA}&b={DRAFT}",
]  # fmt: skip
PROGRAMS = [
    *("/feed.atom", f"/feed/wording.atom?of={P3}", "/oai?verb=Identify", "/oai?verb=ListSets"),
    *(f"/oai?verb={verb}&metadataPrefix=oai_dc" for verb in ("ListRecords", "ListIdentifiers")),
    *("/oembed?url=http://testserver/embed?of=" + DRAFT, "/api/openapi.json", f"/certificate.record?of={DREVINA}%23p4"),
    *(f"/brief.{form}?of={DREVINA}" for form in ("md", "html", "docx")),
    *(f"/pinboard.{form}?pin={P3}" for form in ("md", "docx", "zip")),
    *(f"/cite.{form}?of={P3}" for form in ("bib", "ris")),
]


def twins(path):
    """A page, and itself as JSON and CSV."""
    stem, mark, query = path.partition("?")
    return [path, *(f"{'/index' if stem == '/' else stem}.{form}{mark}{query}" for form in ("json", "csv"))]


def plain(content):
    """What an answer says, without what is of the moment: tokens, and the time of the answer."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return b"\n".join(name.encode() + packed.read(name) for name in sorted(packed.namelist()))
    return re.sub(rb'(name="_csrf_token" value=|"token": ?)"[^"]*"|<responseDate>[^<]*', b"", content)


def answers(folder):
    """Everything that every door says to whoever has not entered."""
    import acquis

    pages = [each for path in PAGES.values() for each in twins(path)]
    verbs = [(f"/api/{verb}", query) for verb, query in VERBS.items()]
    with client(folder) as room:
        found = {path: room.get(path) for path in (*pages, *ASKING, *PROGRAMS)}
        found |= {verb: room.get(verb, params=query) for verb, query in verbs}
    told = {name: (each.status_code, plain(each.content)) for name, each in found.items()}
    archive = acquis.open(folder)
    for name, arguments in TOOLS.items():
        answer = asked(archive, name, **arguments)
        told[f"tool {name}"] = (0, words(answer).encode() + json.dumps(answer.structured_content).encode())
    archive.public.store.close()
    archive.store.close()
    return {**told, **published(folder)}


def published(folder):
    """What leaves the house as files: a copy of the pages, and a dossier of public texts."""
    out = folder.parent / "out"
    shutil.rmtree(out, ignore_errors=True)
    typed("publish", "--to", str(out / "pages"), archive=folder)
    typed("publish", DREVINA, "--to", str(out / "one.html"), archive=folder)
    typed("dossier", f"{DREVINA}#p3", "--public", "-o", str(out / "dossier.zip"), archive=folder)
    files = sorted(path for path in out.rglob("*") if path.is_file())
    return {str(path.relative_to(out)): (0, plain(path.read_bytes())) for path in files}


def typed(*line, archive):
    from acquis.cli._group import acquis

    done = CliRunner().invoke(acquis, [*line, "--archive", str(archive)], prog_name="acquis")
    assert 0 == done.exit_code, done.output


@pytest.fixture(scope="module")
def folder(filled, tmp_path_factory):
    import acquis

    made = shutil.copytree(filled, tmp_path_factory.mktemp("draft") / "here.acquis")
    archive = acquis.open(made, who="desk")
    for entry in archive.list():
        archive.mark(entry.address, "public", because="published by the secretariat")
    archive.store.close()
    return made


@pytest.fixture(scope="module")
def before(folder):
    return answers(folder)


@pytest.fixture(scope="module")
def after(folder, before):
    """The same, with the draft, a note on it, and a relation of it to a public text."""
    import acquis

    path = folder.parent / "oystercatcher.txt"
    path.write_text(SECRET, "utf-8")
    typed("add", str(path), "--marking", "restricted", archive=folder)
    archive = acquis.open(folder, who="desk")
    draft = next(each.address for each in archive.list() if "OYSTERCATCHER" in (each.title or ""))
    assert str(draft).startswith(DRAFT)
    archive.note(f"{draft}#p1", "The oystercatcher clause is ours.", because="oystercatcher")
    archive.note(f"{DREVINA}#p3", "The oystercatcher draft has it too.", because="oystercatcher")
    archive.relate(f"{draft}#p1", f"{DREVINA}#p3", relation="same", because="oystercatcher")
    assert archive.find("oystercatcher").total
    archive.store.close()
    return answers(folder)


def test_no_door_says_anything_else(before, after):
    assert before.keys() == after.keys()
    assert [] == [name for name in before if before[name] != after[name]]


def test_nothing_of_the_draft_is_said_but_by_the_one_who_asks(after):
    asking = {name for name in after if BETRAYING.search(name.encode())}

    assert [] == [name for name, (_, said) in after.items() if name not in asking and BETRAYING.search(said)]


def test_every_door_was_asked_and_answered(after):
    assert [] == [name for name, (status, _) in after.items() if status >= 500]
    assert 200 == after[f"/cite.bib?of={P3}"][0]
    assert {"tool brief", "dossier.zip", "one.html"} <= after.keys()
