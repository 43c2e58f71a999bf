"""Reading again: an address that was given keeps its words, and evidence is found again or said to be lost."""

from dataclasses import replace

import pytest

from acquis.archive import preparing
from acquis.archive.corrections import evidence_of
from acquis.archive.desk import Desk
from acquis.archive.editing import _opened
from acquis.archive.rereading import Followed, settled
from acquis.errors import NotHeld
from acquis.model import Document, Evidence, Kind, Layers, Part, Piece, Pinpoint, Span
from acquis.structure import read as reader
from acquis.structure.read import Reading
from tests.archive.written import HALMOR, PARAGRAPHS, prepared


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Tomorrow's rules: a call of `rules.setattr(reader, "read", …)` changes how files are read from then on."""
    monkeypatch.setattr(reader, "VERSION", "2")
    return monkeypatch


def parted(words: str, *bounds: int) -> Reading:
    """A reading of words as paragraphs that begin at those places; a blank between them is a line break."""
    starts, ends = [0, *bounds], [*(at - 1 for at in bounds), len(words)]
    text = "".join("\n" if at + 1 in bounds else letter for at, letter in enumerate(words))
    parts = tuple(
        Part(f"p{n}", Kind.PARAGRAPH, Span(start, end), sentences=(Span(start, end),))
        for n, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    )
    return Reading(Layers(words, text, (Piece(Span(0, len(words)), Span(0, len(words))),)), parts, (), (), "en")


def words_of(reading: Reading) -> dict[str, str]:
    return {part.path: part.span.of(reading.layers.text) for part in reading.parts}


ABC = "one two three four five six"  # words begin at 0, 4, 8, 14, 19, 24


@pytest.mark.parametrize(
    ("before", "after", "paths"),
    [
        ((8,), (8,), {"p1": "one two", "p2": "three four five six"}),
        ((8,), (), {"p1-1": ABC}),
        ((), (8,), {"p1-1": "one two", "p2": "three four five six"}),
        ((8, 19), (19,), {"p1-1": "one two three four", "p3": "five six"}),
        ((19,), (8, 19), {"p1-1": "one two", "p2-1": "three four", "p2": "five six"}),
        ((4,), (8,), {"p1-1": "one two", "p2-1": "three four five six"}),
    ],
)
def test_a_path_that_was_given_never_means_other_words(
    before: tuple[int, ...], after: tuple[int, ...], paths: dict[str, str]
) -> None:
    old, new = parted(ABC, *before), settled([parted(ABC, *before)], parted(ABC, *after))

    given, now = words_of(old), words_of(new)
    assert sorted(now.values()) == sorted(paths.values())
    assert all(now[path] == words for path, words in given.items() if path in now)
    assert all(path not in given for path, words in now.items() if words not in given.values())


def test_what_an_older_reading_gave_counts_too() -> None:
    first, second = parted(ABC, 8), settled([parted(ABC, 8)], parted(ABC, 14))
    third = settled([first, second], parted(ABC, 8))

    assert words_of(third) == words_of(first)


def test_the_same_words_in_two_places_keep_their_order() -> None:
    said = "so be it so be it"
    new = settled([parted(said, 9)], parted(said, 9))

    assert [(part.path, part.span.start) for part in new.parts] == [("p1", 0), ("p2", 9)]


# --- in the archive ----------------------------------------------------------------------------------------------


def split_at_semicolons(document: Reading) -> Reading:
    """What other rules would read: every paragraph ends at a semicolon."""
    text, parts, pieces = list(document.layers.text), [], document.layers.pieces
    for part in document.parts:
        at = part.span.of(document.layers.text).find("; ")
        if at < 0:
            parts.append(part)
            continue
        cut = part.span.start + at + 1
        text[cut], pieces = "\n", _opened(pieces, Span(cut, cut + 1))
        first, second = Span(part.span.start, cut), Span(cut + 1, part.span.end)
        parts += [replace(part, span=first, sentences=(first,))]
        parts += [replace(part, path=f"{part.path}x", span=second, sentences=(second,), number=None)]
    layers = Layers(document.layers.source, "".join(text), pieces)
    return replace(document, parts=numbered(parts), layers=layers, aliases={})


def merge_neighbours(document: Reading) -> Reading:
    """What other rules would read: the first two unnumbered paragraphs that follow one another are one."""
    parts = list(document.parts)
    for one, other in zip(parts, parts[1:], strict=False):
        alike = one.kind is other.kind is Kind.PARAGRAPH and one.number is other.number is None
        if alike and other.span.start == one.span.end + 1 and not any(p.within == other.path for p in parts):
            span = Span(one.span.start, other.span.end)
            whole = replace(one, span=span, sentences=(span,))
            text = document.layers.text
            layers = replace(document.layers, text=f"{text[: one.span.end]} {text[other.span.start :]}")
            kept = [whole if part is one else part for part in parts if part is not other]
            return replace(document, parts=numbered(kept), layers=layers, aliases={})
    return document


def numbered(parts: list[Part]) -> tuple[Part, ...]:
    """Counted paragraphs are counted anew, as a reader would do."""
    names: dict[str, str] = {}
    count = 0
    for part in parts:
        count += part.kind is Kind.PARAGRAPH
        names[part.path] = f"p{count}" if part.kind is Kind.PARAGRAPH and part.path.startswith("p") else part.path
    return tuple(replace(p, path=names[p.path], within=names.get(p.within, p.within)) for p in parts)


def folded(words: str) -> str:
    return " ".join(words.split())


def everything(document: Document) -> list[Pinpoint]:
    """The addresses of all parts with words and all their sentences."""
    found = []
    for part in document.parts:
        if folded(document.words(document.address.at(part.path))):
            found.append(document.address.at(part.path))
        found += [document.address.at(part.path, sentence=n + 1) for n in range(len(part.sentences))]
    return found


@pytest.mark.parametrize("change", [split_at_semicolons, merge_neighbours])
def test_every_address_gives_its_words_after_a_changed_segmentation(
    desk: Desk, rules: pytest.MonkeyPatch, change: object
) -> None:
    before = desk.get(HALMOR).document
    given = {address: folded(before.words(address)) for address in everything(before)}
    real = reader.read
    rules.setattr(reader, "read", lambda *said, **choices: change(real(*said, **choices)))  # type: ignore[operator]
    (done,) = desk.reread()

    assert done.outcome == "changed"
    assert {move.old_path for move in done.moves} == {part.path for part in before.parts}
    after = desk.get(HALMOR).document
    assert after.parts != before.parts
    for address, words in given.items():
        place = desk.get(address)
        now = folded(place.document.words(place.address))
        assert now == words or (words in now and "stands within" in place.said), address
        assert (place.address == address) or place.said
    assert () == desk.check()


def test_evidence_is_found_again_after_a_changed_segmentation(desk: Desk, rules: pytest.MonkeyPatch) -> None:
    before = desk.get(HALMOR).document
    proofs = [evidence_of(before, address, "test/1") for address in everything(before)]
    real = reader.read
    rules.setattr(reader, "read", lambda *said, **choices: split_at_semicolons(real(*said, **choices)))
    desk.reread()

    for evidence in proofs:
        found = desk.follow(evidence)
        assert found.address, found.how
        now = folded(desk.get(HALMOR).document.words(found.address))
        assert now == folded(evidence.quotation) or (found.how == "within" and folded(evidence.quotation) in now)


def test_evidence_whose_words_are_gone_is_said_to_be_lost(desk: Desk) -> None:
    evidence = Evidence(Pinpoint(f"{HALMOR}#p2"), "We never said so.", text="0" * 64, method="test/1")

    assert desk.follow(evidence) == Followed(None, f"lost: 'We never said so.' stands nowhere in {HALMOR} any more")


def test_repeated_words_are_told_apart_by_what_stands_around_them(empty: Desk, rules: pytest.MonkeyPatch) -> None:
    said = ("We met; in the north.", "So be it.", "We met in the south.", "So be it.", "We parted.")
    empty.keep([prepared(*said)])
    before = empty.get(HALMOR).document
    second = [part for part in before.paragraphs if part.span.of(before.text) == "So be it."][1]
    evidence = evidence_of(before, before.address.at(second.path), "test/1")
    real = reader.read
    rules.setattr(reader, "read", lambda *given, **choices: split_at_semicolons(real(*given, **choices)))
    empty.reread()

    found = empty.follow(evidence)
    assert found.address
    after = empty.get(HALMOR).document
    start = after.part(found.address.part or "").span.start
    assert after.text[:start].rstrip().endswith("We met in the south.")


def test_reading_again_with_the_same_rules_changes_nothing(desk: Desk) -> None:
    before, log = desk.get(HALMOR).document, desk.log()
    (done,) = desk.reread()

    assert (done.outcome, done.line) == ("same", "reads as before")
    assert (desk.get(HALMOR).document, desk.log()) == (before, log)


def test_a_newer_reader_is_entered_even_where_it_reads_alike(desk: Desk, rules: pytest.MonkeyPatch) -> None:
    (done,) = desk.reread()

    assert (done.outcome, {move.how for move in done.moves}) == ("changed", {"same"})
    assert desk.get(HALMOR).document.reader == "acquis/2"


def test_notes_survive_a_changed_segmentation(desk: Desk, rules: pytest.MonkeyPatch) -> None:
    desk.note(f"{HALMOR}#p2", "patience or care?")
    real = reader.read
    rules.setattr(reader, "read", lambda *said, **choices: split_at_semicolons(real(*said, **choices)))
    desk.reread()
    (edit,) = desk.edits(HALMOR)

    place = desk.get(edit["now"])
    assert folded(place.document.words(place.address)) == PARAGRAPHS[0]


def test_joined_and_split_paragraphs_survive_a_changed_segmentation(desk: Desk, rules: pytest.MonkeyPatch) -> None:
    last = len(PARAGRAPHS) + 1
    desk.join(f"{HALMOR}#p{last - 1}", f"p{last}", because="one")
    real = reader.read
    rules.setattr(reader, "read", lambda *said, **choices: split_at_semicolons(real(*said, **choices)))
    desk.reread()

    texts = [part.span.of(desk.get(HALMOR).document.text) for part in desk.get(HALMOR).document.parts]
    assert f"{PARAGRAPHS[-2]} {PARAGRAPHS[-1]}" in texts
    assert "they ask for care." in texts


def test_a_correction_that_no_longer_fits_waits_and_says_so(desk: Desk, rules: pytest.MonkeyPatch) -> None:
    desk.split(f"{HALMOR}#p2", at="They ask", because="two")
    real = reader.read
    rules.setattr(reader, "read", lambda *said, **choices: split_at_semicolons(real(*said, **choices)))
    desk.reread()
    assert any("waits for one that does" in doubt for doubt in desk.get(HALMOR).document.doubts)
    rules.setattr(reader, "read", real)
    rules.setattr(preparing, "prepare", preparing.prepare)
    desk.reread()

    texts = [part.span.of(desk.get(HALMOR).document.text) for part in desk.get(HALMOR).document.parts]
    assert "The rivers join us." in texts
    assert not any("waits" in doubt for doubt in desk.get(HALMOR).document.doubts)


def test_a_part_that_never_was_is_no_part_of_an_earlier_reading(desk: Desk) -> None:
    with pytest.raises(NotHeld, match="has no part 'p77'"):
        desk.get(f"{HALMOR}#p77")
