"""Which printed lines are running heads, page numbers and feet, and which are footnotes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from acquis.formats._pages import Page, Printed

_ZONE = 0.13
_OUTERMOST = 3
_STEADY = 6.0
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:page|p\.|seite|página|стр\.?|страница|第|صفحة)\s*)?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:/|of|de|из|sur|von|от)\s*\d{1,4})?\s*(?:页|頁|ページ)?[-–—\s]*",
    re.IGNORECASE,
)
_BAR_CODE = re.compile(r"\*\d{5,}\*")
_TOKEN = re.compile(r"[\w/.()-]*\d[\w/.()-]*")
_NOTE = re.compile(r"(?:\[?(\d{1,3})\]?|([*†‡§]{1,3})|([a-z]))(?=[\s.)])")
_SMALL = 0.93
_APART = 0.4
_MANY = 6
_LONGEST = 60


def furniture(pages: Sequence[Page]) -> set[int]:
    """The ids of the lines that are no text.

    In the outer zones of a page: a line that comes again on another page in the same place, word for word or with a
    number that grows as the pages do; a page number; a bar code; and a line at the foot that shares a code with one.
    """
    edges = {page.number: list(_edges(page)) for page in pages}
    recurring = _recurring(edges)
    found = {id(line) for lines in edges.values() for line, _ in lines if _key(line) in recurring}
    found |= {id(line) for page in pages for line in _numbers(page, edges[page.number], len(pages))}
    found |= {id(line) for line in _repeats(edges)}
    codes = {code for lines in edges.values() for line, _ in lines if id(line) in found for code in _codes(line)}
    found |= {id(line) for lines in edges.values() for line, foot in lines if foot and codes & set(_codes(line))}
    return found


def notes(pages: Sequence[Page], apart: set[int]) -> dict[int, str]:
    """The ids of footnote lines, with the note's number where one begins: smaller letters at the foot of a page.

    A note is known by its raised number, or by one in the text of its page that calls it; where a file raises no
    numbers at all, by the space above it.
    """
    texts = {page.number: [line for line in page.lines if id(line) not in apart] for page in pages}
    heights = Counter(round(line.box.height, 1) for lines in texts.values() for line in lines)
    usual = max(heights, key=lambda height: heights[height]) if heights else 0.0
    plain = not any(line.raised or line.led for lines in texts.values() for line in lines)
    found: dict[int, str] = {}
    for lines in texts.values():
        found |= _notes(lines, usual, plain)
    return found


def _edges(page: Page) -> Iterator[tuple[Printed, bool]]:
    """The outermost lines of a page's top and bottom zone; True for the bottom."""
    placed = sorted((line for line in page.lines if line.box.height), key=lambda line: -line.box.top)
    for line in placed[:_OUTERMOST]:
        if line.box.bottom > page.height * (1 - _ZONE):
            yield line, False
    for line in placed[-_OUTERMOST:]:
        if line.box.top < page.height * _ZONE:
            yield line, True


def _key(line: Printed) -> tuple[str, int]:
    """What two running lines share: words in any order (even and odd pages mirror them), numbers aside, and height."""
    return " ".join(sorted(_NUMBER.sub("#", line.words.casefold()).split())), round(line.box.top / _STEADY)


def _recurring(edges: dict[int, list[tuple[Printed, bool]]]) -> set[tuple[str, int]]:
    met: dict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
    for number, lines in edges.items():
        for line, _ in lines:
            met[_key(line)].append((number, line.words.strip()))
    least = 3 if len(edges) > _MANY else 2
    return {key for key, places in met.items() if len({page for page, _ in places}) >= least and _runs(places)}


def _runs(places: list[tuple[int, str]]) -> bool:
    """Whether lines that differ in their numbers at most are one running line: the same, or counting the pages."""
    if len({words for _, words in places}) < len(places):
        return True
    steps = [{int(number) - page for number in _NUMBER.findall(words)[:6] if len(number) < 6} for page, words in places]
    return bool(set.intersection(*steps))


def _numbers(page: Page, edges: list[tuple[Printed, bool]], total: int) -> Iterator[Printed]:
    """Page numbers, alone or as "3/8" beside a code, and bar codes."""
    outer = {id(line) for line, _ in (edges[:1] + edges[-1:])}
    of_total = re.compile(rf"(?<!\d){page.number}\s*(?:/|of|de|из)\s*{total}(?!\d)")
    for line, _ in edges:
        words = line.words.strip()
        if len(words) > _LONGEST:
            continue
        alone = id(line) in outer and _PAGE_NUMBER.fullmatch(words)
        if alone or _BAR_CODE.fullmatch(words) or of_total.search(words):
            yield line


def _repeats(edges: dict[int, list[tuple[Printed, bool]]]) -> Iterator[Printed]:
    """Codes alone at the top of a page that stand in the masthead: a running head that came only once."""
    masthead = {code for line, foot in edges.get(1, ()) if not foot for code in line.words.split()}
    for number, lines in edges.items():
        for line, foot in lines:
            if (
                number > 1
                and not foot
                and _TOKEN.fullmatch(line.words[:_LONGEST].strip())
                and line.words.strip() in masthead
            ):
                yield line


def _codes(line: Printed) -> Iterator[str]:
    return (code for code in _TOKEN.findall(line.words[:_LONGEST]) if len(code) > 5)


def _notes(lines: list[Printed], usual: float, plain: bool) -> dict[int, str]:
    """The small lines at the foot of a page, from the topmost one on that begins a note."""
    small: list[Printed] = []
    above: Printed | None = None
    for line in sorted((line for line in lines if line.box.height), key=lambda line: line.box.bottom):
        if round(line.box.height, 1) > usual * _SMALL:
            above = line
            break
        small.append(line)
    called = {line.words[start:end] for line in lines for start, end in line.raised}
    apart = above is not None and bool(small) and above.box.bottom - small[-1].box.top > _APART * usual
    block = {id(line) for line in small}
    found: dict[int, str] = {}
    follows = ""
    for line in (line for line in lines if id(line) in block):
        number = _number(line)
        known = line.led or number in called or number == follows or not number.isalnum() or (plain and apart)
        begins = bool(number) and known
        if begins or found:
            found[id(line)] = number if begins else ""
        if begins and number.isdecimal():
            follows = str(int(number) + 1)
    return found


def _number(line: Printed) -> str:
    met = _NOTE.match(line.words)
    return next((each for each in met.groups() if each), "") if met else ""
