"""The machine's half of the reading form: JSON, one thing on a line, everything but the words."""

import dataclasses
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from acquis.errors import Unreadable
from acquis.formats._escape import escaped, unescaped
from acquis.formats._fields import attributes, value_of
from acquis.formats._printed import depths
from acquis.formats._stretches import Differences, Stretch, differences, laid_out, layers_of, spans_read, spans_written
from acquis.model import Citation, Claim, Document, File, Layers, Part, Piece, Record, Span, fingerprint

SCHEMA: Final = 1
_APART: Final = frozenset({"record", "file", "layers", "parts", "citations", "doubts", "aliases"})
_PLACED: Final = frozenset({"span", "sentences"})
_ODD: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def tail(document: Document) -> str:
    """JSON with a line for each claim, part, citation and piece, so that a change shows where it is."""
    text, spans = laid_out([part.span.of(document.text) for part in document.parts])
    plain = text == document.text and spans == [part.span for part in document.parts]
    lines = {
        "claims": map(attributes, document.record.claims),
        "parts": (_part(part, plain=plain) for part in document.parts),
        "citations": (_citation(each, document) for each in document.citations),
        "doubts": map(escaped, document.doubts),
        "aliases": ({"name": escaped(name), "path": escaped(path)} for name, path in document.aliases.items()),
        "pieces": _pieces(document.layers),
    }
    members = [f'"schema": {SCHEMA}', f'"document": {_json(attributes(document, leave=_APART))}']
    members.append(f'"file": {_json(attributes(document.file))}')
    members.append(f'"text": {_json(_whole(document.text, None if plain else document.text))}')
    members.append(f'"source": {_json(_whole(document.layers.source, differences(document.layers).source))}')
    members += [f'"{name}": [' + ",".join(f"\n{_json(each)}" for each in held) + "]" for name, held in lines.items()]
    return "{" + ",\n".join(members) + "}"


def _json(value: Any) -> str:
    plain = json.dumps(value, ensure_ascii=False)
    return _ODD.sub(lambda met: f"\\u{ord(met[0]):04x}", plain)


def _whole(layer: str, kept: str | None) -> dict[str, str]:
    return {"sha256": fingerprint(layer)} | ({} if kept is None else {"whole": escaped(kept)})


def _part(part: Part, *, plain: bool) -> dict[str, str]:
    """A part without its words. Its sentences count from its own start, so that a change above does not move them."""
    leave = _PLACED if plain else frozenset[str]()
    written = attributes(part, leave=leave)
    if not plain or not part.sentences:
        return written
    if any(each.start < part.span.start for each in part.sentences):
        return written | {"sentences": spans_written(part.sentences)}
    return written | {"in": spans_written([each.within(part.span) for each in part.sentences])}


def _citation(citation: Citation, document: Document) -> dict[str, str]:
    same = citation.words == citation.span.of(document.text)
    written = attributes(citation, leave=frozenset({"words"}) if same else frozenset())
    holder = next((at for at, part in enumerate(document.parts) if part.span.holds(citation.span)), None)
    if holder is not None:
        written["span"] = spans_written([citation.span.within(document.parts[holder].span)])
        written["in"] = str(holder)
    return written


def _pieces(layers: Layers) -> Iterator[dict[str, Any]]:
    """Each piece by its length `n`, and whatever else is not as usual.

    `by` is how far it stands from the end of the last one in the text, `to` its length there, `why` it was left out,
    `was` the characters that the text has not, `gap` how far it stands from the last one in the source.
    """
    sourced = reached = 0
    for stretch in differences(layers).stretches:
        source, text = stretch.piece.source, stretch.piece.text
        row: dict[str, Any] = {"n": len(source), "by": text.start - reached, "to": len(text)}
        row |= {"why": escaped(stretch.piece.reason), "gap": source.start - sourced}
        row |= {"was": None if stretch.characters is None else escaped(stretch.characters)}
        usual = _usual(row)
        yield {name: value for name, value in row.items() if name == "n" or value != usual[name]}
        sourced, reached = source.end, text.end


def _usual(row: dict[str, Any]) -> dict[str, Any]:
    return {"by": 0, "to": 0 if row.get("why") else row["n"], "why": "", "gap": 0, "was": None}


class Tail:
    """What `tail` wrote, read again."""

    def __init__(self, written: str) -> None:
        try:
            self._held: dict[str, Any] = json.loads(written)
            version = self._held["schema"]
        except (ValueError, TypeError, KeyError) as error:
            raise Unreadable("what stands below the text is damaged; export the document again") from error
        if version != SCHEMA:
            raise Unreadable(f"written with schema {version}; this acquis reads schema {SCHEMA}")

    def bare_parts(self) -> list[tuple[Part, int]]:
        """The parts as far as they are known without the words, and how deep each stands."""
        parts = [_bare(each) for each in self._held["parts"]]
        return list(zip(parts, depths(parts), strict=True))

    def document(self, words: Sequence[str]) -> Document:
        """The document with these words for its parts."""
        laid, spans = laid_out(words)
        text = self._whole("text", laid)
        parts = tuple(_placed(each, span) for each, span in zip(self._held["parts"], spans, strict=True))
        whole = self._held["source"].get("whole")
        kept = Differences(tuple(_stretches(self._held["pieces"])), None if whole is None else unescaped(whole))
        layers = layers_of(kept, text)
        self._whole("source", layers.source)
        return value_of(
            Document,
            self._held["document"],
            record=Record(tuple(value_of(Claim, each) for each in self._held["claims"])),
            file=value_of(File, self._held["file"]),
            layers=layers,
            parts=parts,
            citations=tuple(_cited(each, parts, text) for each in self._held["citations"]),
            doubts=tuple(map(unescaped, self._held["doubts"])),
            aliases={unescaped(each["name"]): unescaped(each["path"]) for each in self._held["aliases"]},
        )

    def _whole(self, layer: str, worked_out: str) -> str:
        """The characters of a layer, as kept whole or else as worked out; checked by their hash."""
        whole = self._held[layer].get("whole")
        characters = worked_out if whole is None else unescaped(whole)
        if fingerprint(characters) != self._held[layer]["sha256"]:
            raise Unreadable(f"the {layer} was changed after acquis wrote this; export the document again")
        return characters


def _bare(written: dict[str, str]) -> Part:
    return value_of(Part, written, span=Span(0, 0), sentences=())


def _placed(written: dict[str, str], span: Span) -> Part:
    given: dict[str, Any] = {} if "span" in written else {"span": span}
    if "in" in written:
        given["sentences"] = tuple(each.moved(span.start) for each in spans_read(written["in"]))
    return value_of(Part, written, **given)


def _cited(written: dict[str, str], parts: Sequence[Part], text: str) -> Citation:
    given: dict[str, Any] = {} if "words" in written else {"words": ""}
    found = value_of(Citation, written, **given)
    if "in" in written:
        found = dataclasses.replace(found, span=found.span.moved(parts[int(written["in"])].span.start))
    return found if "words" in written else dataclasses.replace(found, words=found.span.of(text))


def _stretches(rows: Sequence[dict[str, Any]]) -> Iterator[Stretch]:
    sourced = reached = 0
    for row in rows:
        full = _usual(row) | row
        source = Span(sourced + full["gap"], sourced + full["gap"] + full["n"])
        text = Span(reached + full["by"], reached + full["by"] + full["to"])
        was = full["was"]
        yield Stretch(Piece(source, text, unescaped(full["why"])), None if was is None else unescaped(was))
        sourced, reached = source.end, text.end
