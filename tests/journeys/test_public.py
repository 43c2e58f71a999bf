"""The public view of the sample organisation: nothing of a marked text shows, whichever room is asked."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import acquis
from acquis.archive.preparing import Prepared, prepare
from acquis.errors import AcquisError
from acquis.model import Basis, Claim, fingerprint
from acquis.precedents.provenance import Draft
from acquis.secretariat import Secretariat
from tests.archive.written import declaration

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "osr"
SHARED = "The Charter entered into force for the Republic of Corvania on 27 March 2012."
"""Words like those of a public text, which tell of an event that no public text tells."""

SECRET = declaration(
    "We shall keep the zorvelite reserves of the upper reaches under joint guard until the waters of the Kelva fall.",
    SHARED,
    "Recalling the Charter of the Organisation of the Seven Rivers, we pay zorvelite dues.",
    "No member State shall use the waters within its territory in such a manner as to hide zorvelite.",
    place="Quillmark",
    day="9 June 2012",
)
UNMARKED = declaration("The zorvelite dues were paid.", SHARED, place="Quillmark", day="10 June 2012")
BETRAYING = re.compile("zorvel|quillmark|2012-06-09|2012-06-10|27 March 2012|2012-03-27|clandestine", re.IGNORECASE)
QUESTION = "No member State shall use the waters within its territory in such a manner as to hide zorvelite."
ABOUT = "(?i)vesgrad|drevina|charter of the organisation"
VESGRAD = "osr:2011-06-16/vesgrad-declaration"
DREVINA = "osr:2007-09-18/drevina-declaration"


def marked(content: bytes, name: str, marking: str) -> Prepared:
    return prepare(content, name, given=(Claim("marking", marking, Basis.CORRECTION, why="given"),))


@pytest.fixture(scope="module")
def public_texts() -> Sequence[Prepared]:
    plain = (path for path in sorted(SAMPLES.iterdir()) if path.suffix in (".txt", ".html"))
    told = (path for path in plain if re.search(ABOUT, path.read_text("utf-8", "replace")))
    return [marked(path.read_bytes(), path.name, "public") for path in told]


@pytest.fixture(scope="module")
def marked_texts() -> Sequence[Prepared]:
    return [marked(SECRET, "zorvelite-draft.txt", "restricted"), prepare(UNMARKED, "zorvelite-dues.txt")]


def entered_about(archive: Secretariat) -> None:
    """What the house says of its marked texts, and beside a public one."""
    archive.note(f"{VESGRAD}#p11", "the clandestine note of the registrar", because="clandestine")
    archive.note("Quillmark 2012-06-09", "clandestine too")
    archive.relate("osr:2012-06-09/quillmark-declaration#p2", f"{VESGRAD}#p11", relation="same", because="clandestine")
    archive.relate(f"{VESGRAD}#p11", "osr:2012-06-09/quillmark-declaration#p2", relation="same", because="clandestine")
    archive.correct("osr:2012-06-09/quillmark-declaration", "place", "Zorvel", because="clandestine")
    told = {event.id for event in archive.register.events() if "2012-03-27" in str(event.on)}
    archive.correct(sorted(told)[0], "place", "clandestine place", because="clandestine")
    archive.receive([str(archive.store.folder / "clandestine-file-that-is-not-there.pdf")])


@pytest.fixture(scope="module")
def never(tmp_path_factory: pytest.TempPathFactory, public_texts: Sequence[Prepared]) -> Iterator[Secretariat]:
    """An archive that never held the marked texts."""
    archive = acquis.open(tmp_path_factory.mktemp("never") / "a.acquis", who="registrar")
    archive.keep(public_texts)
    yield archive
    archive.public.store.close()
    archive.store.close()


@pytest.fixture(scope="module")
def cached_in() -> Iterator[Callable[[Path], None]]:
    """Says where what is derived from a server's archive goes."""
    with pytest.MonkeyPatch.context() as patch:
        yield lambda folder: patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))


@pytest.fixture(scope="module", params=["before", "after", pytest.param("postgresql", marks=pytest.mark.slow)])
def house(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    public_texts: Sequence[Prepared],
    marked_texts: Sequence[Prepared],
) -> Iterator[Secretariat]:
    """One that holds them, entered before the public ones or after them."""
    folder = tmp_path_factory.mktemp("house")
    place: Any = folder / "a.acquis"
    if request.param == "postgresql":
        request.getfixturevalue("cached_in")(folder)
        place = request.getfixturevalue("databases")()
    archive = acquis.open(place, who="registrar")
    lots = [marked_texts, public_texts]
    for lot in reversed(lots) if request.param == "after" else lots:
        archive.keep(lot)
    entered_about(archive)
    yield archive
    archive.public.store.close()
    archive.store.close()


QUESTIONS: dict[str, Callable[[Secretariat], Any]] = {
    "list": lambda a: a.list(),
    "list of any state": lambda a: a.list(states=("kept", "rival", "copy", "withdrawn")),
    "list of a day": lambda a: a.list(year="2012-06"),
    "get all": lambda a: [a.get(entry.address) for entry in a.list()],
    "get by address": lambda a: a.get("osr:2012-06-09/quillmark-declaration"),
    "get by title": lambda a: a.get("Quillmark Declaration"),
    "get by a name near it": lambda a: a.get("Quilmark Declaratoin 2012"),
    "content": lambda a: a.content("osr:2012-06-09/quillmark-declaration"),
    "held": lambda a: [a.held(fingerprint(each)) for each in (SECRET, UNMARKED)],
    "find its word": lambda a: a.find("zorvelite"),
    "find all": lambda a: a.find("rivers", limit=1_000),
    "find by marking": lambda a: a.find("marking:restricted OR marking:internal"),
    "find by a beginning": lambda a: a.find("zorv*"),
    "find by title": lambda a: a.find("title:quillmark"),
    "find by day": lambda a: a.find("year:2012", order="newest"),
    "concordance": lambda a: a.concordance("zorvelite OR waters", limit=1_000),
    "precedents": lambda a: a.precedents.find(QUESTION, translations=True),
    "precedents of a public passage": lambda a: a.precedents.find(f"{VESGRAD}#p11", limit=50),
    "precedents of an organ": lambda a: a.precedents.find(QUESTION, organ="CHS"),
    "unknown filter": lambda a: a.precedents.find(QUESTION, place="Nowhere"),
    "certificate of nearest": lambda a: a.precedents.certificate("we shall keep zorvelite reserves of waters"),
    "certificate": lambda a: a.precedents.certificate(QUESTION),
    "lineage": lambda a: a.precedents.lineage(f"{VESGRAD}#p11"),
    "families": lambda a: a.precedents.families().all,
    "uses": lambda a: a.precedents.uses("within its territory in such a manner as to"),
    "chronicle": lambda a: a.precedents.chronicle(organisation="osr").turnover,
    "variants": lambda a: a.precedents.variants(f"{VESGRAD}#p11"),
    "diff": lambda a: a.precedents.diff(f"{VESGRAD}#p11", f"{DREVINA}#p3"),
    "translations": lambda a: a.precedents.translations(f"{VESGRAD}#p11"),
    "provenance": lambda a: a.precedents.provenance(Draft.of_document(a.get(VESGRAD).document), against=(DREVINA,)),
    "who": lambda a: a.register.who("osr", on="2012-07-01"),
    "events": lambda a: a.register.events(),
    "life": lambda a: a.register.life("state:XCV"),
    "treaty": lambda a: a.register.treaty("osr:2004-05-14/charter-organisation-seven-rivers", on="2012-07-01"),
    "notifications": lambda a: a.register.notifications(),
    "organs": lambda a: a.register.organs("osr", on="2012-07-01", unknown=True),
    "cited": lambda a: [a.cited(entry.address) for entry in a.list()],
    "assent to a phrase": lambda a: a.assent("within its territory in such a manner as to"),
    "assent to a passage": lambda a: a.assent(f"{VESGRAD}#p11"),
    "edits": lambda a: [{**each, "id": 0} for each in a.edits()],
    "counts": lambda a: a.counts(),
    "reports": lambda a: a.reports(),
    "log": lambda a: a.log(),
    "releases": lambda a: a.releases(),
    "check": lambda a: a.check(),
    "notes": lambda a: [each for each in a.edits(VESGRAD) if each["verb"] == "note"],
}


def answered(archive: Secretariat, question: str) -> str:
    """What is said, whole: a refusal too. Moments and the numbers of changes are those of each archive."""
    try:
        said = repr(_open(QUESTIONS[question](archive)))
    except AcquisError as refusal:
        said = f"{type(refusal).__name__}: {refusal}"
    said = re.sub(r"passages=\([\d, ]+\)", "passages=…", said)
    return re.sub(r"('?(?:seq|at|number|last|id)'?[=:] ?|change )\d+|20\d\d-\d\d-\d\dT[\d:+]+", r"\1…", said)


def _open(value: Any) -> Any:
    """Objects that are no plain values, as these."""
    return {name: getattr(value, name) for name in vars(value)} if type(value).__repr__ is object.__repr__ else value


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_marked_text_might_never_have_been(house: Secretariat, never: Secretariat, question: str) -> None:
    expected = answered(never.public, question)

    assert answered(house.public, question) == expected
    assert not BETRAYING.search(expected) or question in ASKED


ASKED = {
    *("get by address", "get by title", "get by a name near it", "content", "find its word", "find by a beginning"),
    *("find by title", "concordance", "precedents", "precedents of an organ", "certificate", "certificate of nearest"),
    *("list of a day",),
}
"""Answers that repeat the words of the question."""
