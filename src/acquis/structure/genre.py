"""How a text is built: a resolution, a treaty, numbered paragraphs, or prose."""

from collections.abc import Sequence

from acquis.languages import Place
from acquis.model import Kind
from acquis.structure.drafts import Genre, Outline, Scope
from acquis.structure.headings import section
from acquis.structure.markers import FIGURES, Marker, markers
from acquis.structure.openings import names_organ, place, speaks

_WORDY = 60  # shorter blocks are headings, lines of mastheads or cells: they tell nothing of the build


def genre_of(made: Outline, scope: Scope) -> Genre:
    """The genre of a scope. Nothing in an annex is operative: what is built there like a resolution is numbered text.

    An organ that speaks makes a resolution, unless articles follow with no operative paragraph before them; articles
    make a treaty; else the numbers of the paragraphs and the verbs they open with tell.
    """
    genre = _genre(made, scope)
    return Genre.NUMBERED if genre is Genre.RESOLUTION and scope.annex is not None else genre


def _genre(made: Outline, scope: Scope) -> Genre:
    tongue, articles = made.tongue, scope.articles
    until = articles[0] if len(articles) > 1 else scope.last
    before = [(at, block, following) for at, block, following in scope.walk() if at < until and following]
    enacted = [at for at, block, following in before if following and enacts(block.text, following.text, tongue)]
    if enacted and (until == scope.last or any(_figure(scope.flow[at].text) for at in range(enacted[0], until))):
        return Genre.RESOLUTION
    if until < scope.last:
        return Genre.TREATY
    return _by_numbers(made, [block.text for block in scope.blocks if len(block.text) > _WORDY])


def _by_numbers(made: Outline, body: Sequence[str]) -> Genre:
    numbered = [m for text in body if (m := _figure(text))]
    main = not any(draft.kind is Kind.ANNEX for draft in made.drafts)
    if main and any(draft.kind is Kind.TITLE and draft.number for draft in made.drafts) and len(numbered) >= 3:
        return Genre.RESOLUTION
    acts = [text for text in body if (m := _figure(text)) and place(text[m.length :], made.tongue) is Place.OPERATIVE]
    if len(acts) > 0.4 * len(body) and len(acts) >= 3:
        return Genre.RESOLUTION
    if len(numbered) >= 3 and len(numbered) > 0.5 * len([text for text in body if not _lettered(text)]):
        return Genre.NUMBERED
    opened = [place(text, made.tongue) for text in body]
    if acts and Place.PREAMBLE in opened[:3] and opened.count(Place.PREAMBLE) >= 2:
        return Genre.RESOLUTION
    return Genre.PROSE


def enacts(text: str, following: str, tongue: str | None) -> bool:
    """Whether a line names the organ that speaks: an organ of the shelf, or a short line before one with a verb."""
    if names_organ(text):
        return True
    marked = next(iter(markers(following)), None)
    words = following[marked.length :] if marked else following
    return speaks(text) and place(text, tongue) is None and place(words, tongue) is not None


def _figure(text: str) -> Marker | None:
    return next((m for m in markers(text) if m.style in FIGURES), None)


def _lettered(text: str) -> bool:
    return any(m.style not in FIGURES for m in markers(text))


def recovers(scope: Scope, genre: Genre) -> bool:
    """Whether sections whose numerals are lost show in the empty lines alone: mostly one, here and there more."""
    gaps = [block.above for block in scope.blocks[1:]]
    headed = any(at in scope.heads or section(block.text) for at, block, _ in scope.walk())
    if genre is not Genre.PROSE or headed:
        return False
    wide = sum(gap >= 2 for gap in gaps)
    return 1 <= wide <= 0.5 * len(gaps) and sum(gap == 1 for gap in gaps) > 0.4 * len(gaps)
