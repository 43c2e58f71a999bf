"""Reading again with better rules: addresses that were given keep their words, and every change is mapped."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from acquis.model import Evidence, Part, Pinpoint, Span
from acquis.structure.read import Reading

_CONTEXT: Final = 40


@dataclass(frozen=True, slots=True)
class Move:
    """What became of a part: same, moved (other name), split, merged, or gone."""

    old_path: str
    new_path: str | None
    how: str


def settled(old: Sequence[Reading], new: Reading) -> Reading:
    """The new reading with paths that keep the promise: a path once given never means other words.

    A part whose words stood in an earlier reading takes the path it had there, and its sentences, so that their
    addresses hold too. A part with new words takes a path that was never given.
    """
    given = _given(old)
    taken = {path for reading in old for path in (*(part.path for part in reading.parts), *(reading.aliases or {}))}
    renamed: dict[str, str] = {}
    parts: list[Part] = []
    for part in new.parts:
        before = _pop(given, new, part)
        path = before[0] if before else _fresh(_under(part, renamed), taken)
        renamed[part.path] = path
        taken.add(path)
        sentences = before[1] if before and before[1] else part.sentences
        parts.append(replace(part, path=path, within=renamed.get(part.within, ""), sentences=sentences))
    return replace(new, parts=tuple(parts), aliases=_aliases(old, new, renamed))


def _given(old: Sequence[Reading]) -> dict[tuple[str, str, str], list[tuple[str, tuple[Span, ...], int]]]:
    """The paths that were given to words: by kind, number and words; the latest reading's come first."""
    found: dict[tuple[str, str, str], list[tuple[str, tuple[Span, ...], int]]] = defaultdict(list)
    for reading in reversed(old):
        for part in reading.parts:
            entry = (part.path, part.sentences, part.span.start)
            if entry[0] not in [path for path, _, _ in found[_key(reading, part)]]:
                found[_key(reading, part)].append(entry)
    return found


def _key(reading: Reading, part: Part) -> tuple[str, str, str]:
    words = part.span.of(reading.layers.text)
    return (part.number or "", words or f"{part.kind}:{_held(reading, part)}", "" if words else part.path)


def _held(reading: Reading, part: Part) -> str:
    """All words below a part that has none of its own, blanks folded."""
    below = {part.path}
    words = []
    for each in reading.parts:
        if each.within in below:
            below.add(each.path)
            words.append(each.span.of(reading.layers.text))
    return " ".join(" ".join(words).split())


def _pop(
    given: dict[tuple[str, str, str], list[tuple[str, tuple[Span, ...], int]]], new: Reading, part: Part
) -> tuple[str, tuple[Span, ...]] | None:
    """The path that these words had, the same one first where they stood several times."""
    held = given.get(_key(new, part))
    if not held:
        return None
    entry = next((each for each in held if each[0] == part.path), held[0])
    for entries in given.values():
        entries[:] = [each for each in entries if each[0] != entry[0]]
    shift = part.span.start - entry[2]
    return entry[0], tuple(Span(s.start + shift, s.end + shift) for s in entry[1])


def _under(part: Part, renamed: dict[str, str]) -> str:
    """The path with its parent's new name in it."""
    if part.within in renamed and part.path.startswith(f"{part.within}."):
        return renamed[part.within] + part.path[len(part.within) :]
    return part.path


def _fresh(path: str, taken: set[str]) -> str:
    if path not in taken:
        return path
    base = path.split("!", maxsplit=1)[0]
    return next(name for n in range(1, len(taken) + 2) if (name := f"{base}-{n}") not in taken)


def _aliases(old: Sequence[Reading], new: Reading, renamed: dict[str, str]) -> dict[str, str]:
    """The other names, without those that meant other words before."""
    spoken: dict[str, str] = {}
    for reading in old:
        spoken |= reading.aliases or {}
        spoken |= {part.path: part.path for part in reading.parts}
    fresh = {name: renamed.get(path, path) for name, path in (new.aliases or {}).items()}
    return {name: path for name, path in fresh.items() if spoken.get(name, path) == path}


def moves(old: Reading, new: Reading) -> tuple[Move, ...]:
    """What became of every part of the old reading, in its order."""
    now = {part.path: part.span.of(new.layers.text) for part in new.parts}
    return tuple(move for part in old.parts for move in _moves_of(part.path, part.span.of(old.layers.text), now))


def _moves_of(path: str, words: str, now: dict[str, str]) -> list[Move]:
    if now.get(path) == words:
        return [Move(path, path, "same")]
    if not words:
        return [Move(path, path if path in now else None, "same" if path in now else "gone")]
    folded = " ".join(words.split())
    flat = {name: " ".join(text.split()) for name, text in now.items()}
    if equal := next((name for name, text in flat.items() if text == folded), None):
        return [Move(path, equal, "moved")]
    if holder := next((name for name, text in flat.items() if folded in text), None):
        return [Move(path, holder, "merged")]
    pieces = [name for name, text in flat.items() if len(text) > 2 and text in folded]
    return [Move(path, name, "split") for name in pieces] or [Move(path, None, "gone")]


@dataclass(frozen=True, slots=True)
class Followed:
    """Where evidence stands now: `address` with `how`, or None and why.

    "same" is the address as it was, "by its words" the place of just these words, "within" the parts that hold them:
    words that begin in one part and end in the next have no address of their own.
    """

    address: Pinpoint | None
    how: str


def followed(evidence: Evidence, reading: Reading, text_hash: str, expression: Pinpoint) -> Followed:
    """The present place of a quotation: at its address, else by its words and what stands around them."""
    part, words = evidence.address.part, evidence.quotation
    held = {each.path: each for each in reading.parts}
    if evidence.text == text_hash and part in held:
        return Followed(evidence.address, "same")
    if part in held and _at(reading, held[part], evidence) == words:
        return Followed(evidence.address, "same")
    places = _places(reading, words)
    if not places:
        return Followed(None, f"lost: {words[:60]!r} stands nowhere in {expression} any more")
    likeness = [_likeness(reading.layers.text, place, evidence) for place in places]
    best = places[likeness.index(max(likeness))]
    if likeness.count(max(likeness)) > 1:
        return Followed(None, f"lost: {words[:60]!r} stands {len(places)} times, and nothing around it tells which")
    return _address(reading, best, expression)


def _at(reading: Reading, part: Part, evidence: Evidence) -> str:
    span = part.span
    if evidence.address.words:
        inner = evidence.address.words.moved(span.start)
        return inner.of(reading.layers.text) if inner.end <= span.end else ""
    if evidence.address.sentence:
        at = evidence.address.sentence - 1
        return part.sentences[at].of(reading.layers.text) if at < len(part.sentences) else ""
    return span.of(reading.layers.text)


def _places(reading: Reading, words: str) -> list[Span]:
    """Where the words stand, whatever blanks and line breaks are between them."""
    wanted = r"\s+".join(map(re.escape, words.split()))
    return [Span(*found.span()) for found in re.finditer(wanted, reading.layers.text)] if wanted else []


def _likeness(text: str, place: Span, evidence: Evidence) -> int:
    """How many letters around a place agree with what stood around the quotation."""
    before, after = text[max(0, place.start - _CONTEXT) : place.start], text[place.end : place.end + _CONTEXT]
    return _same(before[::-1], evidence.before[::-1]) + _same(after, evidence.after)


def _same(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b and not (a.isspace() and b.isspace()):
            break
        count += 1
    return count


def _address(reading: Reading, span: Span, expression: Pinpoint) -> Followed:
    met = [part for part in reading.parts if part.span.meets(span) and len(part.span)]
    if len(met) == 1 and met[0].span.holds(span):
        below = any(part.within == met[0].path for part in reading.parts)
        inner = None if span == met[0].span and not below else span.within(met[0].span)
        return Followed(expression.at(met[0].path, words=inner), "by its words")
    if len(met) < 2:
        return Followed(expression, "within")
    exact = (met[0].span.start, met[-1].span.end) == (span.start, span.end)
    return Followed(expression.at(met[0].path).to(met[-1].path), "by its words" if exact else "within")
