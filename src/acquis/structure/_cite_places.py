"""The part of a text that a citation names: paragraph 5, section I, article 12 (1), annex II."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from acquis.errors import BadAddress
from acquis.model import CitationKind, Part, Pinpoint
from acquis.structure._cite_found import Found, Setting
from acquis.structure.numerals import number

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_UNITS: Final = {
    "op": (
        r"(?:[Oo]perative |[Pp]reambular )?[Pp]aragraph(?:e?s?)|[Pp]aras?\.|[Pp]árrafos?|[Пп]ункт\w{0,3}"
        r"|الفقرات|الفقرتين|الفقرة|段"
    ),
    "art": r"[Aa]rticles?|[Aa]rts?\.|[Aa]rtículos?|[Сс]тать\w{1,3}|المادتين|المادة|المواد|条|條",
    "sec": r"[Ss]ections?|[Ss]ects?\.|[Ss]ecci(?:ón|ones)|[Рр]аздел\w{0,3}|الفرع",
    "ch": r"[Cc]hapters?|[Cc]hapitres?|[Cc]apítulos?|[Гг]лав\w{1,3}|الفصل|章",
    "part": r"[Pp]art(?:s|es?|ies?)?|[Чч]аст\w{1,3}|الجزء",
    "annex": r"[Aa]nnex(?:es?)?|[Aa]nexos?|[Пп]риложени\w{1,3}|المرفق",
}
_HINTS: Final = (
    *("aragraph", "ara.", "aras.", "rticle", "rt. ", "rts. ", "ection", "ect. ", "hapter", "hapitre", "art ", "arts "),
    *("nnex", "nexo", "arte", "árrafo", "rtículo", "ección", "ecciones", "apítulo", "ункт", "тать", "аздел", "лав"),
    *("perative p", "reambular p", "аст", "рилож", "الفقر", "الماد", "المواد", "الفرع", "الفصل", "الجزء", "المرفق"),
    *("段", "条", "條", "章"),
)
"""Letters that stand in every word for a part of a text: without them there is none to look for."""


_LONGEST: Final = 12
"""How many letters of such a word, or before it, stand at most before those."""


@cache
def _hinted() -> "AhoCorasick":
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick(_HINTS)


_OUTER: Final = ("annex", "part", "ch", "sec", "art", "op")
_ITEM: Final = (
    r"(?:\d{1,4}(?:\.\d{1,3})?(?: ?(?:bis|ter)\b)?(?:(?: ?\([a-z0-9]{1,4}\))+| [a-h]\b(?= of| and|,))?"
    r"|\([a-z]{1,4}\)|[IVXLC]{1,7}\b|[A-Z]\b)"
)
_LIST: Final = rf"{_ITEM}(?:(?:,? (?:and|or|to|et|à|y|a|и|по) |, | ?- ?|و){_ITEM}){{0,20}}"
_ONE: Final = "|".join(rf"(?P<{unit}>{words})" for unit, words in _UNITS.items())
_UNIT: Final = re.compile(rf"(?:\b|(?<=[وبلف]))(?:{_ONE})(?!\w)(?: (?P<list>{_LIST}))?")
_LINK: Final = re.compile(r",? (?:(?:of|to|in|de|du|من)(?: (?:the|its|la|le))? )?(?:the |la |l')?|,? ?(?:de l'|من )")
_TO_TEXT: Final = re.compile(
    r",? ?(?:(?:of|to|in|from|under|contained in|de|du|del|des|من|к)? ?)"
    r"(?:(?:the|its|that|la|le|les|el|[A-Z][\w']*|and|on|for|of|same|above-mentioned|aforementioned|свое\w|l'\w+|de|du"
    r"|del|\w+ой|\w+ого|united nations) ){0,8}",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r",?(?: (?:above|below|supra|infra|ci-dessus|ci-dessous|выше|ниже|أعلاه|أدناه|hereof)\b| de la présente"
    r"| настоящ\w+ \w+| من هذا القرار|,? of (?:the present|this) (?P<kind>resolution|decision|declaration|convention"
    r"|treaty|charter|protocol|agreement|statute|article|section|annex|covenant|constitution|chapter|rules?|regulations?"
    r"|decree)\b)",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"(?:号?决议|号?決議)?[》」』\"]?第(?P<n>\d{1,4}|[一二三四五六七八九十百〇零]{1,7})(?P<unit>段|条|條|章)"
)
_STEP: Final = re.compile(r"(?P<main>\d{1,4}(?:\.\d{1,3})?|[IVXLC]+|[A-Za-z])(?P<rest>.*)")
_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Place(Struct, frozen=True):
    """Units and numbers that name a part; `steps` from the outermost, the last may hold several numbers."""

    start: int
    end: int
    steps: tuple[tuple[str, str, int], ...]  # unit, its numbers as printed, where they start


def places_in(text: str) -> list[Place]:
    """Every part that a folded paragraph names: "section I, paragraph 6"."""
    found: list[Place] = []
    for match in _units(text):
        unit = match.lastgroup if match.lastgroup != "list" else next(u for u in _UNITS if match[u])
        assert unit is not None
        if match["list"] is None and unit != "annex":
            continue
        step = (unit, match["list"] or "", match.start("list") if match["list"] else match.end())
        if found and _LINK.fullmatch(text[found[-1].end : match.start()]):
            found[-1] = replace(found[-1], end=match.end(), steps=(*found[-1].steps, step))
        else:
            found.append(Place(match.start(), match.end(), (step,)))
    return found if "第" not in text else sorted([*found, *_han_places(text)], key=lambda place: place.start)


def _units(text: str) -> Iterator[re.Match[str]]:
    """Every word for a part of a text with what follows it, tried only where its letters stand."""
    reached = 0
    for _, start, _ in _hinted().find_matches_as_indexes(text):
        if start < reached:
            continue
        at = start
        while at > max(reached, start - _LONGEST) and text[at - 1].isalnum():
            at -= 1
        match = next((found for begin in range(at, start + 1) if (found := _UNIT.match(text, begin))), None)
        if match:
            reached = match.end()
            yield match


_HAN: Final = re.compile(r"第(?P<n>\d{1,4}|[一二三四五六七八九十百〇零]{1,7})(?P<unit>条|條|章|段)")
_HAN_UNITS: Final = {"段": "op", "条": "art", "條": "art", "章": "ch"}
_OF_A_TEXT: Final = re.compile(
    r"(?<!本)[^本]?(?:公约|条约|條約|宪章|憲章|议定书|議定書|协定|協定|规约|规则|法|》|」)第?$"
)


def _han_places(text: str) -> Iterator[Place]:
    """The parts that Chinese and Japanese name by 第: 第十二条. Those that follow the name of a text are its own."""
    for match in _HAN.finditer(text):
        count = number(match["n"])
        if count is not None and not _OF_A_TEXT.search(text[max(0, match.start() - 5) : match.start()]):
            yield Place(match.start(), match.end(), ((_HAN_UNITS[match["unit"]], str(count), match.start()),))


def placed(text: str, places: Sequence[Place], found: Sequence[Found]) -> Iterator[Found]:
    """The citations, each with the part that the words before it name; one for each part."""
    ends = [place.end for place in places]
    for cited in found:
        at = bisect_right(ends, cited.start)
        place = places[at - 1] if at and _leads(text, places[at - 1], cited) else None
        if after := _AFTER.match(text, cited.end):
            yield _with_part_after(cited, after)
            continue
        if place is None or cited.target is None or "#" in cited.target:
            yield cited
            continue
        parts = list(_parts(place, resolution=_numbered(cited.target)))
        for at, (start, path) in enumerate(parts):
            begin = place.start if at == 0 else start
            end = cited.end if at == len(parts) - 1 else _word_end(text, start)
            yield replace(cited, start=begin, end=end, target=_at(cited.target, path))


def _with_part_after(cited: Found, after: re.Match[str]) -> Found:
    """The citation with the part that Chinese and Japanese name after the text: 第61/171号决议第5段."""
    count = number(after["n"])
    if count is None or cited.target is None or "#" in cited.target:
        return cited
    unit = _HAN_UNITS[after["unit"]]
    path = _name(unit, str(count), [], resolution=_numbered(cited.target))
    return replace(cited, end=after.end(), target=_at(cited.target, path))


def _word_end(text: str, start: int) -> int:
    """Where the number that starts there ends, with the letters in brackets that go with it."""
    found = re.compile(_ITEM).match(text, start)
    return found.end() if found else start + 1


def _leads(text: str, place: Place, cited: Found) -> bool:
    between = text[place.end : cited.start]
    return len(between) <= 90 and bool(_TO_TEXT.fullmatch(between)) and bool(between.strip() or text[cited.start] > "z")


def _numbered(target: str) -> bool:
    """Whether the paragraphs of a text are operative ones: a resolution, a decision."""
    return bool(re.search(r"/(?:RES|DEC|Res\.\d+)(?:/|$)|^un:WHA|/Res\.", target))


def _at(target: str, path: str) -> str:
    try:
        first, _, last = path.partition("..")
        return Pinpoint(f"{target}#{first}..{last}") if last else Pinpoint(f"{target}#{first}")
    except BadAddress:
        return target


def _parts(place: Place, *, resolution: bool) -> Iterator[tuple[int, str]]:
    """The path of each part that a place names, with where its number starts."""
    steps = sorted(place.steps, key=lambda step: _OUTER.index(step[0]))
    *outer, (unit, words, at) = steps
    above = [_name(u, _labels(w)[0][1] if w else "", [], resolution=resolution) for u, w, _ in outer]
    for start, label, last in _ranges(words):
        kinds = [u for u, _, _ in outer]
        path = ".".join([*above, _name(unit, label, kinds, resolution=resolution)])
        end = ".".join([*above, _name(unit, last, kinds, resolution=resolution)]) if last else ""
        yield at + start, f"{path}..{end}" if end else path


def _name(unit: str, label: str, within: Sequence[str], *, resolution: bool) -> str:
    if unit == "annex":
        return f"annex{label or 1}" if not label or label[0].isdigit() else f"annex-{label}"
    if unit != "op":
        return f"{unit}{label}" if label[:1].isdigit() else f"{unit}-{label}"
    if "art" in within:
        return label
    if "annex" in within:
        return f"item{label}" if label[:1].isdigit() else label
    return f"op{label}" if resolution and label[:1].isdigit() else f"p{label}" if label[:1].isdigit() else f"p-{label}"


def _ranges(words: str) -> Iterator[tuple[int, str, str]]:
    """Each number of a list, where it starts, and the last one where the two are a range."""
    labels = _labels(words) or [(0, "")]
    skip = False
    for at, (start, label) in enumerate(labels):
        if skip:
            skip = False
            continue
        after = labels[at + 1] if at + 1 < len(labels) else None
        gap = words[start : after[0]] if after else ""
        if after and re.search(r" (?:to|à|a|по) $| ?- ?$", gap):
            yield start, label, after[1]
            skip = True
        else:
            yield start, label, ""


def _labels(words: str) -> list[tuple[int, str]]:
    """The numbers of a list as an address writes them: "2 (1)" is 2.1, "IV" is 4, "73 b" is 73.b."""
    found: list[tuple[int, str]] = []
    for match in re.finditer(_ITEM, words):
        label = _label(match[0])
        if match[0].startswith("(") and found:
            label = f"{found[-1][1].rpartition('.')[0] or found[-1][1]}.{label}"
        found.append((match.start(), label))
    return found


def _label(printed: str) -> str:
    found = _STEP.match(printed)
    if not found:
        return printed.strip("() ").lower()
    main = found["main"]
    if re.fullmatch(r"[IVXLC]+", main) and (len(main) > 1 or main in "IVX"):
        main = str(_arabic(main))
    marks = re.findall(r"[a-z0-9]+", found["rest"].lower())
    joined = main.lower() + "".join(m for m in marks if m in ("bis", "ter"))
    return ".".join([joined, *(m for m in marks if m not in ("bis", "ter"))])


def _arabic(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def own_in(text: str, places: Sequence[Place], part: Part, parts: dict[str, str], setting: Setting) -> Iterator[Found]:
    """Every part of the citing document itself that a folded paragraph names: "paragraph 5 above".

    `parts` maps the last steps of each path to the path. In a treaty, an article named without its treaty is its own.
    """
    for place in places:
        stated = _OWN.match(text, place.end)
        bare = stated is None and place.steps[0][0] == "art" and _is_treaty(parts) and not _of_other(text, place)
        if stated is None and not bare:
            continue
        end = stated.end() if stated else place.end
        for begin, last, path in _split(text, place, end):
            if place.start > 0 or path != part.path:  # else it is the heading of the part itself
                target = _own_target(path, part, parts, setting)
                yield Found(begin, last, CitationKind.OWN, target, "own part", inferred=bare)


def _split(text: str, place: Place, end: int) -> Iterator[tuple[int, int, str]]:
    """The words for each part that a place names, and its path; the last goes to the end of the words."""
    named = list(_parts(place, resolution=True))
    for at, (start, path) in enumerate(named):
        begin = place.start if at == 0 else start
        yield begin, end if at == len(named) - 1 else _word_end(text, start), path


def _is_treaty(parts: dict[str, str]) -> bool:
    return "art1" in parts and "art2" in parts


def _of_other(text: str, place: Place) -> bool:
    """Whether the place goes on with "of …": it is a part of something that is named."""
    return bool(re.match(r",? (?:of|to|de|du|del) (?!this|the present)", text[place.end : place.end + 12]))


def _own_target(path: str, part: Part, parts: dict[str, str], setting: Setting) -> str | None:
    first, _, last = path.partition("..")
    ends = [_own_path(p, part, parts) for p in (first, last) if p]
    if not ends or None in ends:
        return None
    here = setting.own.at(ends[0])
    return here.to(ends[1]) if len(ends) > 1 and ends[1] else here


def _own_path(path: str, part: Part, parts: dict[str, str]) -> str | None:
    """The path of the document's own part of that number: nearest to the citing part where several have it."""
    above = part.path
    label = path.removeprefix("op")
    while True:
        for name in (path, f"item{label}", f"p{label}", label):
            joined = f"{above}.{name}" if above else name
            if joined in parts:
                return parts[joined]
        if not above:
            return None
        above = above.rpartition(".")[0]
