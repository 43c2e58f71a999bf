"""A refusal in words for whoever reads in a browser: where it names a command, what works on a page instead."""

import re
from typing import Final


def for_readers(words: str) -> str:
    """A refusal without commands and their options.

    >>> for_readers("un:A/RES/1/1 is not held. `acquis list` shows what is.")
    'un:A/RES/1/1 is not held. The catalogue shows what is held.'
    >>> for_readers("The file is damaged; `acquis check` says more.")
    'The file is damaged.'
    """
    for command, instead in _INSTEAD:
        words = command.sub(instead, words)
    if _COMMAND.search(words):  # one that was put into a refusal since: what else it says is kept
        words = " ".join(each for each in _SENTENCE.split(words) if not _COMMAND.search(each))
    return words.strip() or "This is not done on a page."


_COMMAND: Final = re.compile(r"`acquis [^`]*`|(?<![\w-])--[a-z][a-z-]+")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")

_INSTEAD: Final = tuple(
    (re.compile(command), instead)
    for command, instead in (
        (r"`acquis list` shows what is(?: held)?\.", "The catalogue shows what is held."),
        (r"`acquis log [^`]*` says when and why\.", "Its address is given to nothing else."),
        (r"`acquis find` looks for", "The search looks for"),
        (r", or use `acquis find`\.", ", or search for the words."),
        (r": `acquis register names NAME`\.", "."),
        (r"`acquis instruments list` has all\.", "The page of instruments has all."),
        (r"`acquis register events ACTOR` lists them\.", "The pages of organisations and states list them."),
        (r"`acquis precedents find ADDRESS --translations` gives", "The search for agreed language gives"),
        (r",? or about all of it with `acquis precedents provenance`\.", "."),
        (r"`acquis edits` lists those that do\.", "The margins of the texts show those that do."),
        (r"; `acquis check` says more\.", "."),
        (r": say it with --because\.", "."),
        (r"Wait for it with --wait SECONDS, or try again later\.", "Try again in a minute."),
    )
)
"""What refusals say of commands, and what is said on a page."""
