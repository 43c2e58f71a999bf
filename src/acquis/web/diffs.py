"""What changed between two wordings, as pages show it: marks in the words, and what matters of it in two groups."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from litestar.exceptions import PermissionDeniedException
from msgspec import Struct

from acquis.errors import BadQuery
from acquis.model import Pinpoint
from acquis.rest.asker import quotable
from acquis.web.text import Mark, Run, runs
from acquis.web.words import bcp47, direction, message

if TYPE_CHECKING:
    from acquis.precedents.diff import Diff
    from acquis.precedents.flags import Flag
    from acquis.web.reader import Reader

KINDS: Final = {
    "carried": message("carried"),
    "adapted": message("adapted"),
    "shortened": message("shortened"),
    "extended": message("made longer"),
    "split": message("split"),
    "merged": message("merged"),
    "clause": message("a clause of it"),
    "reworded": message("reworded, perhaps"),
    "come": message("new here"),
    "gone": message("not taken up"),
}
"""What became of a passage, as pages say it."""


SIGNS: Final = (
    *(message("modal"), message("negation"), message("qualifier"), message("scope"), message("place")),
    *(message("actor"), message("addressee"), message("verb"), message("body"), message("instrument")),
    *(message("state"), message("mission"), message("date"), message("number")),
    *(message("session"), message("count"), message("passage")),
    *(message("stronger"), message("weaker"), message("added"), message("dropped"), message("changed")),
)
"""What a change that matters is about, and what became of it."""


class Flagged(Struct, frozen=True):
    """A change that matters: what it is about, whether it was added, dropped or changed, and the words before and now.

    `survives` says that no translation accounts for it; of others the translator may be the author.
    """

    kind: str
    change: str
    older: str
    newer: str
    survives: bool


class Marked(Struct, frozen=True):
    """Some words with what is to be seen in them: where they stand, their language, and how it runs."""

    words: str
    marks: tuple[Mark, ...]
    address: str = ""
    language: str = "und"
    direction: str = "auto"

    def runs(self) -> list[Run]:
        """The words, cut where a mark begins or ends."""
        return runs(self.words, self.marks)


class Original(Struct, frozen=True):
    """The same two passages in a language in which both texts are authentic, as one line with its changes marked."""

    older: str
    newer: str
    change: Marked


class Changed(Struct, frozen=True):
    """Two wordings: each with what it alone has marked, and what the changes come to in a line."""

    older: Marked
    newer: Marked
    position: str
    flags: tuple[Flagged, ...]
    originals: tuple[Original, ...] = ()
    look_up: str = ""


def changed(reader: "Reader", older: str, newer: str) -> Changed | None:
    """What changed from one passage to another, each an address or words; the originals first, where they are held.

    None where they are in two languages. Cost: some 20 ms, for both texts are opened.
    """
    from acquis.web.margin.agreed import changed as in_one_line

    try:
        found = reader.archive.precedents.diff(older, newer)
    except BadQuery:
        return None
    before, after = sides(found.diff)
    originals = tuple(
        Original(each.older, each.newer, _marked(*in_one_line(each.diff.older, each.diff.newer), each.newer))
        for each in found.originals
        if quotable(reader, each.older) and quotable(reader, each.newer)
    )
    return Changed(
        _marked(found.diff.older, before, found.older.address),
        _marked(found.diff.newer, after, found.newer.address),
        found.position,
        flagged(found.flags),
        originals,
        str(found.look_up) if found.look_up and found.look_up.flags else "",
    )


def _marked(words: str, marks: tuple[Mark, ...], address: str | None) -> Marked:
    tag = Pinpoint(address).language if address else None
    return Marked(words, marks, str(address or ""), bcp47(tag), direction(tag))


def flagged(found: "Iterable[Flag]") -> tuple[Flagged, ...]:
    """The changes that matter, those that survive any translation first."""
    told = (Flagged(each.kind, each.change, *each.words, each.survives) for each in found)
    return tuple(sorted(told, key=lambda each: not each.survives))


def sides(diff: "Diff") -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The marks of the older and of the newer wording: what only the one has, and what stands elsewhere."""
    older, newer = list[Mark](), list[Mark]()
    for run in diff.folded().runs:
        if run.kind != "same":
            moved = run.kind == "moved"
            if run.older:
                older.append(Mark(run.older.start, run.older.end, "moved" if moved else "dropped"))
            if run.newer:
                newer.append(Mark(run.newer.start, run.newer.end, "moved" if moved else "added"))
    return tuple(older), tuple(newer)


def refuse_guarded(reader: "Reader", address: object) -> None:
    """Refuses to compare words that may not be passed on: what others share with them would quote them."""
    if address is not None and not quotable(reader, str(address)):
        raise PermissionDeniedException(
            f"The rights statement of {address} does not let its words be passed on, nor what they are compared with. "
            "Its address and its citation are on its page."
        )
