"""Plain text with marks of a markup in it: headings under "#", front matter between "---"."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from acquis.formats import Line, Role
from acquis.model import Span

_HASHES: Final = re.compile(r"(?P<marks>#{1,6})[ \t]+(?=\S)")
_FENCE: Final = re.compile(r"-{3,}\s*")
_KEY: Final = re.compile(r"(?P<key>[^\W\d][\w -]{0,30}):[ \t]*(?P<value>.*)")
_FEWEST: Final = 2
_LONGEST: Final = 40  # lines of front matter


def headed(lines: Sequence[Line], source: str) -> tuple[list[Line], dict[Span, str]]:
    """The lines, those under "#" as headings without the mark; and the marks, which are no text.

    A single line that starts with "#" is no markup.
    """
    met = {at: match for at, line in enumerate(lines) if (match := _HASHES.match(line.span.of(source)))}
    if len(met) < _FEWEST:
        return list(lines), {}
    gone: dict[Span, str] = {}
    made = list(lines)
    for at, match in met.items():
        span, cut = lines[at].span, lines[at].span.start + match.end()
        gone[Span(span.start, cut)] = "markup"
        made[at] = replace(lines[at], span=Span(cut, span.end), role=Role.HEADING, level=len(match["marks"]))
    return made, gone


def front_matter(lines: Sequence[Line], source: str) -> dict[str, tuple[int, Span]]:
    """The keys between the fences at the head of a file, in lower case, each with its line and where its value stands.

    Empty where the file has no front matter. The fences are the keys "" and "end".
    """
    words = [line.span.of(source) for line in lines[: _LONGEST + 2]]
    first = next((at for at, line in enumerate(words) if line.strip()), None)
    if first is None or not _FENCE.fullmatch(words[first]):
        return {}
    end = next((at for at in range(first + 1, len(words)) if _FENCE.fullmatch(words[at])), None)
    if end is None:
        return {}
    found: dict[str, tuple[int, Span]] = {"": (first, lines[first].span), "end": (end, lines[end].span)}
    for at in range(first + 1, end):
        if match := _KEY.match(words[at]):
            start = lines[at].span.start
            found[match["key"].casefold()] = (at, Span(start + match.start("value"), start + match.end("value")))
    return found
