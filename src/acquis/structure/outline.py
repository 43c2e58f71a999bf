"""Blocks become parts: the head, the main text, then each annex with a numbering of its own."""

from collections.abc import Sequence
from itertools import pairwise

from acquis.formats import Role
from acquis.model import Kind
from acquis.structure.blocks import Block, joined, split
from acquis.structure.body import Body
from acquis.structure.closings import signatures
from acquis.structure.drafts import Draft, Outline, Scope
from acquis.structure.genre import genre_of, recovers
from acquis.structure.head import NUMBERED_TITLE, head, in_columns
from acquis.structure.headings import Heading, headings
from acquis.structure.markers import FIGURES, Style, markers
from acquis.structure.notes import add_note, whole_notes
from acquis.structure.unfold import unfolded


def outline(blocks: Sequence[Block], tongue: str | None) -> Outline:
    """The parts of these blocks: the head, the main text, then each annex with a numbering of its own."""
    made = Outline(tongue)
    notes = [block for block in blocks if block.role is Role.NOTE]
    folded = [block for block in blocks if block.role is not Role.NOTE]
    flow = unfolded(folded)
    if len(flow) > len(folded):
        made.doubts.append("the text came on one line; it was parted at its numbered headings")
    flow = in_columns(_with_numbers(flow))
    heads = headings([block.text for block in flow], tongue)
    for heading in heads.values():
        if heading.foreign_to(tongue):
            made.doubts.append(f"{heading.printed!r} is a heading in another language than the text")
    start = _front(made, flow, heads)
    for scope in _scopes(flow, heads, start):
        _scope(made, scope)
    for count, block in enumerate(whole_notes(notes), 1):
        add_note(made, block, count)
    return made


_ALONE = frozenset({*FIGURES, Style.LETTER_BRACKET, Style.ROMAN_BRACKET, Style.DECIMAL_BRACKET, Style.BULLET})


def _with_numbers(flow: Sequence[Block]) -> list[Block]:
    """The blocks, a number that stands alone on its line joined with the paragraph below that it numbers."""
    found: list[Block] = []
    for block in flow:
        if found and _is_number(found[-1]) and not markers(block.text) and block.role is found[-1].role:
            found[-1] = joined(found[-1], block)
        else:
            found.append(block)
    return found


def _is_number(block: Block) -> bool:
    mark = next(iter(markers(block.text)), None)
    return mark is not None and mark.style in _ALONE and mark.length >= len(block.text.rstrip())


def _front(made: Outline, flow: Sequence[Block], heads: dict[int, Heading]) -> int:
    """Title and masthead; gives the place where the body starts."""
    found = head(flow, heads, made.tongue)
    for at, block in enumerate(flow[: found.start]):
        if at not in found.title:
            made.add(Draft(Kind.HEADING, block))
        elif at - 1 in found.title and (last := made.drafts[-1]).block:
            last.block = joined(last.block, block)
        else:
            _title(made, block)
    return found.start


def _title(made: Outline, block: Block) -> None:
    """A title; the resolution's number before it is printed, not part of it."""
    numbered = NUMBERED_TITLE.match(block.text)
    if not numbered:
        made.add(Draft(Kind.TITLE, block))
        return
    gone, rest = split(block, numbered.end(), "marker")
    made.add(Draft(Kind.TITLE, rest, number=numbered.group().strip(), gone=gone))


def _scopes(flow: Sequence[Block], heads: dict[int, Heading], start: int) -> list[Scope]:
    """The main text and the annexes, in their order."""
    annexes = [at for at in sorted(heads) if at >= start and heads[at].kind is Kind.ANNEX and at + 1 < len(flow)]
    found: list[Scope] = []
    for at, end in pairwise([start, *annexes, len(flow)]):
        if at in annexes:
            found.append(Scope(flow, heads, at + 1, end, annex=at))
        elif end > at or not found:
            found.append(Scope(flow, heads, at, end))
    return found


def _scope(made: Outline, scope: Scope) -> None:
    """Reads one scope from its first block to its last."""
    place = -1 if scope.annex is None else _annex(made, scope.flow[scope.annex], scope.heads[scope.annex])
    genre = genre_of(made, scope)
    body = Body(made, place, genre, recovers=recovers(scope, genre))
    if place >= 0 and made.drafts[place].block is None:
        body.untitled = place
    end, last_article = signatures(scope), max(scope.articles, default=-1)
    for at, block, following in scope.walk():
        body.closing = body.closing or at == end
        body.over = at > last_article
        body.take(block, scope.heads.get(at), following, first_of_scope=at == scope.first)


def _annex(made: Outline, block: Block, heading: Heading) -> int:
    """The heading of an annex; its own words are its title, which may be none."""
    gone, rest = split(block, heading.title, "marker") if heading.title else ((), block)
    title = rest if rest.fragments else None
    return made.add(Draft(heading.kind, title, number=heading.printed, label=heading.label, gone=gone))
