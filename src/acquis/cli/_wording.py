"""Two wordings on a terminal: what changed stands out by its marks and, where there are any, by colours."""

from typing import TYPE_CHECKING, Final

from acquis.cli._print import rendered, visible, width

if TYPE_CHECKING:
    from rich.text import Text

    from acquis.precedents.diff import Diff, Run

DROPPED: Final = ("[-", "-]")
ADDED: Final = ("{+", "+}")
MOVED: Final = ("<~", "~>")
LEGEND: Final = "[-only in the earlier wording-]  {+only in the later+}  <~moved~>"


def marked(diff: "Diff") -> "Text":
    """The later wording with what the earlier one had in its place; spelling and marks of the later where they differ.

    Never by colour alone: the marks are those of wdiff.
    """
    from rich.text import Text

    shown = Text()
    for run in diff.folded().runs:
        _put(shown, run, diff)
    return shown


def _put(shown: "Text", run: "Run", diff: "Diff") -> None:
    older = run.older.of(diff.older) if run.older else ""
    newer = run.newer.of(diff.newer) if run.newer else ""
    if run.kind == "same":
        shown.append(visible(newer))
    elif run.kind == "moved":
        _between(shown, older or newer, MOVED, "yellow" if newer else "dim yellow")
    else:
        _between(shown, older, DROPPED, "red strike")
        _between(shown, newer, ADDED, "green underline")


def _between(shown: "Text", words: str, marks: tuple[str, str], style: str) -> None:
    """Words between their marks; blanks at their ends stay outside."""
    bare = words.strip()
    if not bare:
        shown.append(visible(words))
        return
    at = words.index(bare)
    shown.append(words[:at])
    shown.append(f"{marks[0]}{visible(bare)}{marks[1]}", style=style)
    shown.append(words[at + len(bare) :])


def paragraph(words: "Text | str", margin: int = 2) -> str:
    """Words as a paragraph with a margin, broken where the terminal ends."""
    from rich.padding import Padding
    from rich.text import Text

    held = Text(visible(words.replace("\n", " "))) if isinstance(words, str) else words
    return rendered(Padding(held, (0, 0, 0, margin)), width())
