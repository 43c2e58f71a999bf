"""Whether the names in labelled texts are found, and are given the right address."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from lxml import etree

from acquis.model import Day, Document, File
from acquis.register.books import Named
from acquis.register.gazetteer import Kind
from acquis.register.mentions import Mention, mentions_in, mentions_in_words
from acquis.structure.citations import citations_in
from evaluation.citations import documents, links, places
from evaluation.reading import Seen, seen
from evaluation.register.gold import ADDRESSES
from evaluation.score import Score, f1, share

ROOT: Final = Path(__file__).resolve().parents[2]
_ASTANA: Final = "000_8b0a37607efdb0be.txt"
_UNNAMED: Final = "events, titles and persons have no address: their kind and their words count"


def measure(shared: Path) -> list[Score]:
    """The annotated declaration, links of the United Nations, one text in many languages, and the samples."""
    return [*declaration(shared), *linked(shared), *tongues(shared), *samples()]


def document(read: Seen) -> Document:
    """A file as the archive would hold it, with its citations."""
    reading = read.reading
    organ, file = read.record.value("organ"), File("0", len(reading.layers.source), read.name, "text/plain")
    cited = citations_in(reading.layers.text, reading.parts, own=read.address, organ=organ, language=reading.language)
    return Document(
        read.address, read.record, file, reading.layers, reading.parts, citations=cited, language=reading.language
    )


def declaration(shared: Path) -> list[Score]:
    """The 232 mentions of the declaration of 2011: right words, right words and address, and words that overlap."""
    path = shared / "seeds" / _ASTANA
    read = document(seen(path.read_bytes(), path.name))
    found = {_place(mention, read): mention for mention in mentions_in(read)}
    gold = json.loads((shared / "gold/mentions_sco2011.json").read_text(encoding="utf-8"))["mentions"]
    wanted = [(row, [_span(row), *map(_span, row.get("alt", ()))]) for row in gold]
    met = [(row, next((found[span] for span in spans if span in found), None)) for row, spans in wanted]
    words = sum(1 for _, mention in met if mention)
    right = sum(1 for row, mention in met if mention and same(row, mention))
    outer = [(row, mention) for row, mention in met if not row["nested"]]
    own = sum(1 for mention in found.values() if not mention.nested)
    held = sum(1 for row, mention in outer if mention and same(row, mention))
    return [
        _noted(f1("mentions: words and whom they mean", right, len(found), len(gold), "gold")),
        f1("mentions: words", words, len(found), len(gold), "gold"),
        _noted(f1("mentions: outer ones, words and whom they mean", held, own, len(outer), "gold")),
        _overlapping(found, wanted),
    ]


def _noted(score: Score) -> Score:
    return Score(score.task, score.value, score.right, score.of, score.truth, f"{score.note}; {_UNNAMED}")


def _place(mention: Mention, read: Document) -> tuple[int, int]:
    span = mention.span if mention.layer == "source" else read.layers.to_source(mention.span)
    return (span.start, span.end) if span else (-1, -1)


def _span(row: Mapping[str, Any]) -> tuple[int, int]:
    return row["start"], row["end"]


def _overlapping(
    found: Mapping[tuple[int, int], Mention], wanted: Sequence[tuple[Any, list[tuple[int, int]]]]
) -> Score:
    """Each wanted mention takes at most one found one that shares letters with it and means the same."""
    left = dict(found)
    right = 0
    for row, spans in sorted(wanted, key=lambda each: each[0]["end"] - each[0]["start"]):
        near = [
            place
            for place, mention in left.items()
            if same(row, mention) and any(max(place[0], s) < min(place[1], e) for s, e in spans)
        ]
        if near:
            right += 1
            del left[min(near, key=lambda place: abs(place[0] - spans[0][0]) + abs(place[1] - spans[0][1]))]
    return f1("mentions: overlapping words and whom they mean", right, len(found), len(wanted), "gold")


_TOGETHER: Final = {"REGION.MENA": ("region:northern-africa", "region:middle-east")}
_NO_ADDRESS: Final = frozenset(
    ("EVENT", "INSTRUMENT_GROUP", "DATABASE", "PERSON", "REG.SCO_PERSONNEL", "PLAN.SCO_MTEC.2008")
)
_HOUSES: Final = frozenset(("GRIPS", "IASA", "UTOKYO"))


def same(row: Mapping[str, Any], mention: Mention) -> bool:
    """Whether a mention means what its annotation says; where there is no address, whether its kind is the same."""
    name, kind = row["entity"], row["type"]
    if name in _TOGETHER:
        return mention.others == _TOGETHER[name]
    if kind in _NO_ADDRESS or name in _NO_ADDRESS | _HOUSES:
        return mention.kind.name == kind
    return mention.meant in (ADDRESSES.get(name), *_by_letters(name, kind))


def _by_letters(name: str, kind: str) -> Iterator[str]:
    match kind:
        case "STATE":
            yield f"state:{name}"
        case "ORG":
            yield f"org:{name.lower()}"
        case "ORGAN":
            org, _, organ = name.partition(".")
            yield f"organ:{org.lower()}/{organ}" if organ else f"org:{name.lower()}"
        case "CITY":
            yield f"place:{name.removeprefix('PLACE.').lower()}"
        case "REGION":
            yield f"region:{name.removeprefix('REGION.').lower().replace('_', '-').replace('north-', 'northern-')}"
        case "UN_DOC":
            yield f"un:{name}"
        case "DATE":
            yield name.replace("/None", "/")


def linked(shared: Path) -> list[Score]:
    """The anchors of hyperlinks in United Nations documents are mentions of documents or instruments."""
    held = documents(shared)
    wanted = met = 0
    for link in islice(links(shared), 0, None, 4):
        text = held[link["source_symbol"]][int(link["paragraph_index"])]["text"]
        if spans := list(places(text, link["anchor_text"])):
            read = document(seen(text.encode(), "document.txt"))
            told = [m.span for m in mentions_in(read) if m.kind in (Kind.UN_DOC, Kind.INSTRUMENT) and m.layer == "text"]
            words = [span.of(read.text) for span in told]
            wanted += 1
            met += any(spans[0].of(text) in each or each in spans[0].of(text) for each in words)
    note = "near-gold: every fourth hyperlink; a missing link says nothing"
    return [share("mentions: linked documents are named", met, wanted, "gold", note)]


_COUNTED: Final = ("ar", "es", "fr", "ru", "zh")


def tongues(shared: Path) -> list[Score]:
    """How many of the names of states and organisations in the English Charter are found as often elsewhere."""
    folder = shared / "data/charter"
    read = {path.stem[-2:]: _named(path.read_text(encoding="utf-8"), path.stem[-2:]) for path in folder.glob("*.txt")}
    alike = sum(min(count, read[tag][name]) for tag in _COUNTED for name, count in read["en"].items())
    found = sum(sum(read[tag].values()) for tag in _COUNTED)
    wanted = sum(read["en"].values()) * len(_COUNTED)
    return [f1("mentions: names in five languages as in English", alike, found, wanted, "mechanical"), _rights(shared)]


_TAGS: Final = {"arb": "ar", "eng": "en", "spa": "es", "fra": "fr", "rus": "ru", "cmn": "zh", "jpn": "ja"}


def _rights(shared: Path) -> Score:
    """The United Nations are named in the preamble of the Universal Declaration, in the languages of the shelf."""
    texts = {}
    for path in sorted((shared / "data/udhr").glob("*.xml")):
        if tag := _TAGS.get(path.stem[5:8]):
            texts[path.stem] = _named(" ".join(map(str, etree.parse(str(path)).getroot().itertext())), tag)
    right = sum(1 for names in texts.values() if names["org:un"] > 1)
    return share("mentions: the United Nations in the declaration of rights", right, len(texts), "mechanical")


def _named(text: str, language: str) -> Counter[str]:
    """How often each state, organisation and organ is named."""
    kinds = (Kind.STATE, Kind.ORG, Kind.ORGAN)
    lines = (line for line in re.split(r"\n\s*\n", text) if line.strip())
    told = (m for line in lines for m in mentions_in_words(line, home="un", language=language) if m.kind in kinds)
    return Counter(m.meant for m in told if m.meant and m.rule != "body by its capitals")


def samples() -> list[Score]:
    """Every state of the sample organisation, under the name that it had, in the words that show its statuses."""
    truth = json.loads((ROOT / "samples/truth.json").read_text(encoding="utf-8"))
    names = {f"state:{state['code']}": tuple(map(_kept, state["names"])) for state in truth["states"]}
    rows = list(_states_named(truth))
    right = sum(code in {m.meant for m in mentions_in_words(words, home="osr", names=names)} for words, code in rows)
    return [share("mentions: states of the samples", right, len(rows), "mechanical", "names kept by hand")]


def _kept(row: Mapping[str, str]) -> Named:
    since, until = (Day.parse(row[at]) if at in row else None for at in ("since", "until"))
    return Named(row["name"], row["short"], since=since, until=until)


def _states_named(truth: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The quotations that prove a status or an act of a state, where they name it."""
    called = {
        state["code"]: [n for row in state["names"] for n in (row["name"], row["short"])] for state in truth["states"]
    }
    for row in (*truth["statuses"], *truth["dissociations"], *truth["renamings"]):
        code = row.get("state") or row.get("code")
        for proof in row.get("evidence", ()):
            if any(name in proof.get("quote", "") for name in called.get(code, ())):
                yield proof["quote"], f"state:{code}"
