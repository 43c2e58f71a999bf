"""Two wordings on a terminal: what changed stands out by its marks and, where there are any, by colours."""

from typing import TYPE_CHECKING, Final

from acquis.cli._print import rendered, visible, width

if TYPE_CHECKING:
    from rich.text import Text

    from acquis.precedents.diff import Diff

LEGEND: Final = "[-only in the earlier wording-]  {+only in the later+}  <~moved~>"
_STYLES: Final = {"same": "", "dropped": "red strike", "added": "green underline", "moved": "yellow"}


def coloured(diff: "Diff") -> "Text":
    """The later wording with what the earlier one had in its place; never told by colour alone."""
    from rich.text import Text

    from acquis.precedents.diff import marked, pieces

    shown = Text()
    for words, kind in pieces(diff):
        before, piece, after = marked(visible(words.replace("\n", " ")), kind)
        shown.append(before)
        shown.append(piece, style=_STYLES[kind])
        shown.append(after)
    return shown


def paragraph(words: "Text | str", margin: int = 2) -> str:
    """Words as a paragraph with a margin, broken where the terminal ends."""
    from rich.padding import Padding
    from rich.text import Text

    held = Text(visible(words.replace("\n", " "))) if isinstance(words, str) else words
    return rendered(Padding(held, (0, 0, 0, margin)), width())
