"""What each part is called: units joined by points, only as many as are needed to be unique."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from acquis.model import Kind, Part
from acquis.model.document import CONTAINERS, COUNTED
from acquis.structure.drafts import Draft, Genre

_UNIT: Final = {
    Kind.TITLE: "title",
    Kind.SECTION: "sec",
    Kind.CHAPTER: "ch",
    Kind.DIVISION: "part",
    Kind.ARTICLE: "art",
    Kind.ANNEX: "annex",
    Kind.ENACTING: "p",
    Kind.PREAMBULAR: "pp",
    Kind.OPERATIVE: "op",
    Kind.PARAGRAPH: "p",
    Kind.ITEM: "item",
    Kind.BULLET: "b",
    Kind.HEADING: "h",
    Kind.NOTE: "note",
    Kind.SIGNATURE: "sig",
    Kind.TABLE: "tbl",
}


def paths(drafts: Sequence[Draft]) -> list[str]:
    """The path of each draft, in their order; no two are the same.

    A number that is printed is used as printed, lower case; where none is, paragraphs are counted through the text or
    the annex, bullets under their lead-in. A number printed twice takes the section before it, or `!2`.
    """
    return _Naming(drafts).paths()


class _Naming:
    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self.counts: Counter[tuple[int, str]] = Counter()
        self.ranks = _ranks(drafts)
        self.segments = [self._segment(at) for at in range(len(drafts))]
        self.short = Counter((draft.scope, segment) for draft, segment in zip(drafts, self.segments, strict=True))

    def paths(self) -> list[str]:
        made: list[str] = []
        seen: Counter[str] = Counter()
        for at, draft in enumerate(self.drafts):
            path = self._path(at, draft, made)
            seen[path] += 1
            made.append(path if seen[path] == 1 else f"{path}!{seen[path]}")
        return made

    def _path(self, at: int, draft: Draft, made: Sequence[str]) -> str:
        segment = self.segments[at]
        if draft.parent < 0:
            return segment
        above = self.drafts[draft.parent]
        if above.kind not in CONTAINERS or above.kind is Kind.ARTICLE:
            return f"{made[draft.parent]}.{segment}"
        if self.short[draft.scope, segment] > 1:
            return f"{made[draft.parent]}.{segment}"
        return f"{made[draft.scope]}.{segment}" if draft.scope >= 0 else segment

    def _segment(self, at: int) -> str:
        draft = self.drafts[at]
        above = self.drafts[draft.parent] if draft.parent >= 0 else None
        inside = above is not None and (above.kind not in CONTAINERS or above.kind is Kind.ARTICLE)
        if draft.label and inside and above and draft.kind is not Kind.BULLET:
            return draft.label.removeprefix(f"{above.label}.")
        if draft.label and draft.kind is not Kind.BULLET:
            return _UNIT[draft.kind] + ("" if draft.label[0] in "-0123456789" else "-") + draft.label
        return self._counted(draft, inside=inside)

    def _counted(self, draft: Draft, *, inside: bool) -> str:
        """A part without a printed number, counted among its like."""
        unit = _UNIT[draft.kind]
        if (draft.kind is Kind.ENACTING and draft.genre is Genre.RESOLUTION) or (
            draft.kind is Kind.PARAGRAPH and draft.genre is Genre.NUMBERED and not inside
        ):
            unit = "pre"
        elif draft.kind is Kind.OPERATIVE and inside:
            unit = "p"
        self.counts[draft.parent if inside else draft.scope, unit] += 1
        if not inside and draft.genre is Genre.PROSE and draft.kind in COUNTED:
            return f"{unit}{self.ranks[id(draft)]}"
        count = self.counts[draft.parent if inside else draft.scope, unit]
        return unit if unit in ("title", "pre") and count == 1 else f"{unit}{count}"


def _ranks(drafts: Sequence[Draft]) -> dict[int, int]:
    """The place of each paragraph among all paragraphs of its scope, list items counted."""
    counts: Counter[int] = Counter()
    found: dict[int, int] = {}
    for draft in drafts:
        if draft.kind in COUNTED:
            counts[draft.scope] += 1
            found[id(draft)] = counts[draft.scope]
    return found


def aliases(parts: Sequence[Part]) -> dict[str, str]:
    """The other names of paragraphs: counted through the text (`p7`), and through their section (`sec2.p3`).

    A name that is also a path stays the path's.
    """
    taken = {part.path for part in parts}
    kinds = {part.path: part.kind for part in parts}
    above = {part.path: part.within for part in parts}
    counts: Counter[str] = Counter()
    found: dict[str, str] = {}
    for part in parts:
        if part.kind not in COUNTED:
            continue
        scopes = _containers(part.within, above, kinds)
        for scope in ("", *scopes):
            counts[scope] += 1
            name = f"{scope}.p{counts[scope]}" if scope else f"p{counts[scope]}"
            if name not in taken:
                found[name] = part.path
        own = part.path.rsplit(".", 1)[-1]
        counted = part.number is None and own[1:].isdecimal()  # "sec1.p4" is the fourth of the section, never p4
        if scopes and not counted and kinds[scopes[0]] is Kind.SECTION and f"{scopes[0]}.{own}" not in taken:
            found.setdefault(f"{scopes[0]}.{own}", part.path)
    return found


def _containers(path: str, above: dict[str, str], kinds: dict[str, Kind]) -> list[str]:
    """The sections, chapters, articles and annexes that a part stands in, innermost first."""
    found = []
    while path:
        if kinds[path] in CONTAINERS:
            found.append(path)
        path = above[path]
    return found
